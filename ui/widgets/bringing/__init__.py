"""What bringing in files of other programs is made of."""
