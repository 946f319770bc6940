"""Plain frozen values and pure rules."""
