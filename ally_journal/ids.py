"""Identifiers: UUID version 7 (RFC 9562, section 5.7), so that ids sort by the time of making."""

from __future__ import annotations

import secrets
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime

_CHANCE_BITS = 74
_MOST = (1 << _CHANCE_BITS) - 1


class _Sequence:
    """Hands out the chance of ids; within one millisecond each is one above the last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._millis = -1
        self._bits = 0

    def bits(self, millis: int) -> int:
        """The 74 bits for an id of this millisecond."""
        with self._lock:
            if millis == self._millis and self._bits < _MOST:
                self._bits += 1
            else:
                self._millis, self._bits = millis, secrets.randbits(_CHANCE_BITS - 1)
            return self._bits


_sequence = _Sequence()


def new_id(instant: datetime, chance: int | None = None) -> str:
    """Make an id: 48 bits of milliseconds since 1970, then 74 bits of chance.

    Ids of the same millisecond sort in the order of making.

    Args:
        instant: aware; before 1970 counts as 1970.
        chance: 74 bits, for tests; by default from the system's secure source.
    """
    millis = max(0, int(instant.timestamp() * 1000)) & ((1 << 48) - 1)
    bits = _sequence.bits(millis) if chance is None else chance & _MOST
    high, low = bits >> 62, bits & ((1 << 62) - 1)
    return str(UUID(int=millis << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low))
