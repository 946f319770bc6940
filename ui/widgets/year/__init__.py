"""What the page of a year is made of."""
