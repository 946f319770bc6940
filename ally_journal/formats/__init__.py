"""What goes out and what comes in, one file a format."""
