"""What the page of a habit is made of."""
