"""What an entry said before its edits."""
