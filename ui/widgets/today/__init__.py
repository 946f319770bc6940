"""What Today is made of: practices to begin, promises, what waits, the check-in, the week."""
