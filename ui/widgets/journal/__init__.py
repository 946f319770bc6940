"""What the pages Journal and Entry are made of."""
