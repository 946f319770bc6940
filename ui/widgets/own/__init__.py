"""What the pages of own practices are made of."""
