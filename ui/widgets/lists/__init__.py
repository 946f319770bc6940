"""The widgets of the page of lists."""
