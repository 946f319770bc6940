"""What a coach reads a packet with, and answers it."""
