"""What the pages before unlocking are made of."""
