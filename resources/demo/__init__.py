"""A made-up journal for `make demo`: nobody in it exists."""
