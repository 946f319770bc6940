"""List and table models."""
