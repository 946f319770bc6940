"""A child: everything that is done with a journal, once, with a canary in every place for words.

python -m tests.whole.journal_session FOLDER
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.clock import FixedClock
from ally_journal.domain.promise import PromiseState
from ally_journal.journal import Journal
from ally_journal.services.carrying import FORMATS
from ally_journal.storage.keys import KdfCost
from tests.whole.canaries import CANARIES, PASSPHRASE

if TYPE_CHECKING:
    from ally_journal.domain.entry import Entry

CLOCK = FixedClock(datetime(2026, 3, 12, 18, 42, tzinfo=UTC), "Europe/Lisbon")
CHEAP = KdfCost(19 * 1024, 1, 1)


def main(folder: Path) -> None:
    """Make a journal, use all of it, lock it, and open it once more."""
    journal, code = Journal.create(folder, PASSPHRASE, CLOCK, CHEAP)
    _write_drafts(journal)
    entry = _keep_and_edit(journal)
    _mark_up(journal, entry)
    _look(journal)
    _promise(journal)
    _practise(journal)
    _carry_out(journal)
    journal.back_up()
    journal.change_passphrase(PASSPHRASE, PASSPHRASE * 2)
    journal.close()
    again = Journal.recover(folder, code, PASSPHRASE, CLOCK)
    found = again.verify()
    again.close()
    sys.exit(len(found))


def _write_drafts(journal: Journal) -> None:
    draft = journal.writing.begin("debrief", carry={"facts": CANARIES["draft"]})
    journal.writing.save_draft(replace(draft, title=CANARIES["draft"]))
    gone = journal.writing.begin("free", carry={"page": CANARIES["discarded"]})
    journal.writing.save_draft(gone)
    journal.writing.discard(gone.id)


def _keep_and_edit(journal: Journal) -> Entry:
    answers = {"facts": CANARIES["answer"] + " x" * 3000, "who": [CANARIES["person"]]}
    entry, _ = journal.writing.write("debrief", answers | {"title": CANARIES["title"]})
    draft = journal.writing.edit(entry.id)
    changed = replace(draft, answers=draft.answers | {"facts": CANARIES["edited"]})
    journal.writing.save_draft(changed)
    return journal.writing.keep(changed)[0]


def _mark_up(journal: Journal, entry: Entry) -> None:
    journal.writing.add_note(entry.id, CANARIES["note"])
    journal.writing.set_tags(entry.id, (CANARIES["tag"],))
    journal.writing.star(entry.id, on=True)
    (person,) = journal.people.all()
    journal.people.set_role(person.id, CANARIES["role"])
    trashed, _ = journal.writing.write("free", {"page": CANARIES["trashed"]})
    journal.bin.move(trashed.id)


def _look(journal: Journal) -> None:
    for word in CANARIES.values():
        journal.reading.find(word[:12])
    journal.reading.find(f'{CANARIES["searched"]} "unbalanced AND ( *')
    journal.reading.months(CANARIES["searched"])
    journal.reading.trash()


def _promise(journal: Journal) -> None:
    for word in ("promise", "reason"):
        journal.writing.write("plan", {"wish": CANARIES[word], "due": "2026-03-20"})
    first, second = journal.promises.all()
    journal.promises.settle(first.id, PromiseState.SMALLER, text=CANARIES["smaller"])
    journal.promises.settle(second.id, PromiseState.DROPPED, why=CANARIES["reason"])


def _practise(journal: Journal) -> None:
    habit, _ = journal.habits.add(CANARIES["habit"], "daily")
    journal.habits.mark(habit.id, journal.today())
    last = journal.today() + timedelta(days=3)
    journal.habits.pause(habit.id, journal.today(), last, CANARIES["pause"])
    journal.settings.change(called=CANARIES["called"])


def _carry_out(journal: Journal) -> None:
    exports = Path(os.environ["EXPORTS"])
    for form in FORMATS:
        journal.carrying.export(form, exports / f"out.{form}")
    journal.carrying.import_json(exports / "out.json")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
