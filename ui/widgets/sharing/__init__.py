"""What the page for sharing with a coach is made of."""
