"""A person's own words as a tooltip: never taken for markup, which Qt looks for in every one.

Markup in a tooltip could show a picture from the disk; a title may come from a file of others.
"""

from __future__ import annotations


def plain_tip(words: str) -> str:
    """These words, so that a tooltip shows them as they were written."""
    if "<" not in words and "&lt;" not in words:
        return words
    from html import escape  # noqa: PLC0415 its table of names is felt at the start

    return f"<span>{escape(words)}</span>"
