"""What the pages for what went out, and for replies, are made of."""
