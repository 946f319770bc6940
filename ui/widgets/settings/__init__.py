"""What the settings page is made of, one file a section."""
