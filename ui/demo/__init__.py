"""The demonstration: half a year of a made-up ally, written through the real window."""
