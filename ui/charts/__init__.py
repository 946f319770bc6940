"""Numbers in, picture out."""
