"""What the practice page is made of: its bars, the step, the closing, what a note shows."""
