"""The vault folder: the only place that knows sqlcipher3."""
