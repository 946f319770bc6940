"""What the Support page is made of, beside the words that come with the program."""
