"""What somebody types who is going to be killed."""

LETTERS = "abcdefghijklmnopqrstuvwxyz."


def typed(count: int) -> str:
    """What stands there after so many keys."""
    return (LETTERS * (count // len(LETTERS) + 1))[:count]
