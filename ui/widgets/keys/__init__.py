"""The recovery code: a new one, trying the one there is, and new keys for everything."""
