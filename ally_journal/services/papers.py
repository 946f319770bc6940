"""Sheets that need no journal: the agreement with a coach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.formats.target import new_binary_file

if TYPE_CHECKING:
    from pathlib import Path


def agreement(target: Path, *, letter: bool = False, replace: bool = False) -> Path:
    """Write the agreement with a coach as a PDF to a new file; takes a good part of a second.

    Args:
        target: the file.
        letter: on US Letter instead of A4.
        replace: the person has said that the file that stands there may go.

    Raises:
        PaperFailed, TargetExists, TargetUnwritable, DiskFull, Stopped.
    """
    from ally_journal.formats.agreement import agreement_pdf  # noqa: PLC0415 rarely needed
    from ally_journal.formats.pdf import A4, LETTER  # noqa: PLC0415 rarely needed

    with new_binary_file(target, replace=replace) as stream:
        stream.write(agreement_pdf(LETTER if letter else A4))
    return target


def agreement_html() -> str:
    """The same as a page that stands alone, for showing and printing."""
    from ally_journal.formats import agreement as made  # noqa: PLC0415 rarely needed

    return made.agreement_html()
