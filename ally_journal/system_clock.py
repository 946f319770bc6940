"""The computer's own clock; the window starts before anybody asks it, so it imports late."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class SystemClock:
    """The time and the zone of the computer; a `clock.Clock`."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        from datetime import UTC, datetime  # noqa: PLC0415 not part of the start

        return datetime.now(UTC)  # noqa: TID251 the one gate

    def zone(self) -> str:
        """The name of the computer's zone; its offset where no name can be found."""
        from ally_journal.clock import system_zone  # noqa: PLC0415 not part of the start

        return system_zone()
