"""Limits: what a setting may be, each a question that its value answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Limit = Callable[[object], bool]


def one_of(*values: str) -> Limit:
    """One of these."""
    return lambda value: value in values


def between(low: int, high: int) -> Limit:
    """A whole number from `low` to `high`."""
    return lambda value: (
        isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    )


def text(most: int) -> Limit:
    """Text of at most so many characters."""
    return lambda value: isinstance(value, str) and len(value) <= most


def flag(value: object) -> bool:
    """True or false."""
    return isinstance(value, bool)
