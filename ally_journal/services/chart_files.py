"""Charts as files: a table or a picture, whole or not at all, readable by its owner only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.formats.target import new_binary_file

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.insights import Table


class ChartFileService:
    """Writes what the window has drawn; needs nothing of the journal."""

    def save_table(self, table: Table, target: Path) -> Path:
        """Write a table as CSV to a new file.

        Raises:
            TargetExists, TargetUnwritable, DiskFull.
        """
        from ally_journal.formats.chart_csv import table_csv  # noqa: PLC0415 rarely needed

        return self.save_picture(table_csv(table).encode(), target)

    def save_picture(self, made: bytes, target: Path) -> Path:
        """Write a picture to a new file.

        Raises:
            TargetExists, TargetUnwritable, DiskFull.
        """
        with new_binary_file(target) as stream:
            stream.write(made)
        return target
