"""What a file would bring in, read in the journal's lane before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.domain.habit_import import Incoming, Plan
from ally_journal.services.importing import ANY

if TYPE_CHECKING:
    from collections.abc import Collection

    from ally_journal.changes import Change
    from ally_journal.journal import Journal

OWN = ".json"


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that can be brought in.

    `plan` and `incoming`: of another program's. `sections`: how much is new, by section, of an
    export of ours.
    """

    path: Path
    plan: Plan | None = None
    incoming: Incoming | None = None
    sections: Mapping[str, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        if self.plan is not None:
            return self.plan.is_empty
        return not any((self.sections or {}).values())


def look(journal: Journal, path: Path) -> Looked:
    """Read a file and see what of it is here already; nothing is changed.

    Raises:
        ImportProblem: it cannot be brought in, and why.
    """
    if path.suffix.casefold() == OWN:
        found, _change = journal.carrying.import_json(path, dry_run=True)
        return Looked(path, sections=found.added)
    incoming = journal.importing.read(ANY, path)
    return Looked(path, plan=journal.importing.plan(incoming), incoming=incoming)


def bring(
    journal: Journal, looked: Looked, only: Collection[str] | None, *, pages: bool
) -> tuple[Looked, Change]:
    """Bring in what was looked at, in one transaction; what came in.

    Args:
        journal: where to.
        looked: what `look` gave.
        only: the keys of the habits that are wanted, None for all.
        pages: the notes are wanted too.
    """
    if looked.incoming is None:
        found, change = journal.carrying.import_json(looked.path)
        return replace(looked, sections=found.added), change
    plan, change = journal.importing.bring(looked.incoming, only, pages=pages)
    return replace(looked, plan=plan), change
