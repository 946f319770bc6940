"""The trash: what waits there, and emptying it."""
