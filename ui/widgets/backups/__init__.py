"""Backups: the list, testing one, and restoring one."""
