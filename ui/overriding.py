"""The mark of an overriding method for the modules of the first paint.

Importing `typing_extensions`, which the type checkers know it from, would be felt at the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    Method = TypeVar("Method")

    def override(method: Method) -> Method:
        """Mark a method that Qt or a parent class calls (PEP 698)."""
        method.__override__ = True
        return method


__all__ = ["override"]
