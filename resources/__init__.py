"""Practices, themes, icons, help: content as data."""
