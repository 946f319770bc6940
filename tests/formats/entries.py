"""Made-up entries for the exports, and the words they are told."""

from datetime import UTC, date, datetime

from ally_journal.domain.entry import Answer, AnswerValue, Entry, LaterNote
from ally_journal.formats.wording import Wording

SECRET_ID = "01890000-0000-7000-8000-00000000cafe"
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def entry(*answers: Answer, title: str = "Fern", notes: tuple[str, ...] = (), **more) -> Entry:
    return Entry(
        id=SECRET_ID,
        practice="debrief",
        practice_version=1,
        title=title,
        day=date(2026, 3, 14),
        created=NOON,
        changed=NOON,
        zone="Europe/Lisbon",
        answers=answers,
        event=SECRET_ID,
        notes=tuple(LaterNote(SECRET_ID, NOON, text) for text in notes),
        **more,
    )


def answer(value: AnswerValue, kind: str = "long", question: str = "What happened?") -> Answer:
    return Answer(key="secret_key", question=question, kind=kind, value=value)


def said(_: Entry, one: Answer) -> str:
    return "\n".join(one.value) if isinstance(one.value, list) else str(one.value)


WORDING = Wording(
    practice={"debrief": "After a hard talk"}.__getitem__,
    answer=said,
    day=lambda day: f"{day.day}/{day.month}/{day.year}",
)
