"""Rows 42, 45, 46, 48, 49, 52, 58: what comes from outside, made to do harm."""

from __future__ import annotations

import io
import re
import time
import unicodedata
from contextlib import closing, redirect_stderr, redirect_stdout
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from typing_extensions import override

from ally_journal.commands.program import run
from ally_journal.commands.session import Session
from ally_journal.errors import JournalError
from ally_journal.formats.outgoing_text import pieces_of
from ally_journal.formats.rendering import rendered
from ally_journal.services.carrying import FORMATS
from ally_journal.storage.header_file import COPY, MAIN
from tests.faults.headers import peak_kib
from tests.faults.journals import CHEAP, CLOCK, PASSPHRASE, copied, keep, made, opened
from tests.faults.malforming import ODD, spoilt
from tests.faults.register import Outcome, fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from ally_journal.journal import Journal

LONGEST_S, MOST_KIB = 5.0, 512 * 1024
LONGEST_SEARCH_S, LONGEST_PAGE_S = 0.2, 1.0
CANARY = "KingfisherSearchOrchid"
PIECES = (
    *"\"'()*+-:^{}[]~!@#%&=|\\/<>,.;?`$_", "AND", "OR", "NOT", "NEAR", "NEAR(a b, 3)", "title:",
    "\0", "\u202e", "\ud83d", "🌿", "é", "e\u0301", "用", "wren1", "from:", "to:2026", "is:star",
    "rowid", "person:", "tag:", "-", '""', "*", "practice:plan", "  ", "\t", "a" * 500,
    "body MATCH", "--", CANARY,
)  # fmt: skip


class Limits:
    """What one try may take, and what it took at most."""

    def __init__(self, outcome: Outcome, longest_s: float = LONGEST_S) -> None:
        self._outcome, self._longest = outcome, longest_s
        self._first = peak_kib()

    def tried(self, call: Callable[[], object]) -> tuple[bool, list[str]]:
        """Whether it was taken; a crash and too long a time are named. Errors of ours are well."""
        began, wrong, taken = time.process_time(), [], True
        try:
            call()
        except JournalError:
            taken = False
        except Exception as error:  # noqa: BLE001 any other is what is looked for
            wrong, taken = [f"crash: {type(error).__name__}"], False
        spent = time.process_time() - began
        self._outcome.figure("most ms", spent * 1000)
        grown = peak_kib() - self._first
        self._outcome.figure("most MiB", grown / 1024)
        if spent > self._longest:
            wrong.append(f"{spent:.1f} s")
        if grown > MOST_KIB:
            wrong.append(f"{grown} KiB")
        return taken, wrong


@fault("malformed vault.json", short=60, long=10_000, parts=2)
def fault_45_malformed_header(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Refused, or opened where what was spoilt does not matter; the database is not touched."""
    folder, limits = made(place), Limits(outcome)
    sound, database = (folder / MAIN).read_bytes(), (folder / "journal.db").read_bytes()
    for _ in range(times):
        content = spoilt(sound, chance)
        (folder / MAIN).write_bytes(content)
        (folder / COPY).write_bytes(content)
        taken, wrong = limits.tried(lambda: opened(folder).close())
        if taken and content != sound:
            wrong.append("it was taken")
        if (folder / "journal.db").read_bytes() != database:
            wrong.append("the database was touched")
        outcome.case(*(f"{one} by {content[:60]!r}" for one in wrong))


@fault("malformed files brought in", short=60, long=10_000, parts=2)
def fault_46_malformed_import(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Nothing comes in of what is refused; what is taken leaves a sound journal."""
    source, limits = rich(place), Limits(outcome)
    with closing(opened(source)) as journal:
        journal.carrying.export("json", place / "export.json")
    sound = (place / "export.json").read_bytes()
    fresh, folder, given = made(place, 2), place / "Journal.ally", place / "given.json"
    journal = opened(copied(fresh, folder))
    for _ in range(times):
        given.write_bytes(spoilt(sound, chance))
        before = state(journal)
        taken, wrong = limits.tried(partial(bring_in, journal, given))
        if taken:
            wrong += readable(journal)
            journal.close()
            journal = opened(copied(fresh, folder))
        elif state(journal) != before:
            wrong.append("half of it came in")
        outcome.add("taken", taken)
        outcome.case(*wrong)
    journal.close()


def bring_in(journal: Journal, given: Path) -> None:
    """Take a file, as the command does."""
    journal.carrying.import_json(given)


def rich(place: Path) -> Path:
    """A journal with something of everything."""
    folder = made(place, 4, "Rich.ally")
    with closing(opened(folder)) as journal:
        entry, _ = journal.writing.write("debrief", {"facts": "moss", "who": ["Wren"]})
        journal.writing.add_note(entry.id, "later")
        journal.writing.set_tags(entry.id, ("garden",))
        journal.writing.save_draft(journal.writing.begin("free", carry={"page": "ivy"}))
        habit, _ = journal.habits.add("Walk at noon", "daily")
        journal.habits.mark(habit.id, journal.today())
    return folder


def state(journal: Journal) -> object:
    """Whatever a half import would change."""
    vault = journal._vault
    tables = ("entry", "answer", "person", "habit", "mark", "promise", "setting", "later_note")
    return [
        vault.one(f"SELECT count(*) FROM {name}")  # noqa: S608 names of ours
        for name in ("vault", *tables)
    ] + [vault.one("SELECT counter FROM vault")]


def readable(journal: Journal) -> list[str]:
    """What does not hold in a journal that took a file which was spoilt."""
    try:
        for row in journal.reading.find("", 500):
            entry = journal.reading.entry(row.id)
            for answer in entry.answers:
                journal.carrying.words(entry, answer)
        journal.promises.all(open_only=False)
        journal.habits.views()
        journal.insights.all(journal.today())
    except JournalError as error:
        return [f"cannot be read: {error}"]
    except Exception as error:  # noqa: BLE001 any other is what is looked for
        return [f"crash when reading: {type(error).__name__}: {error}"]
    return [f"damage: {finding.code}" for finding in journal.verify()]


ANSWERS = {
    "debrief": b'{"facts": "moss under slate", "who": ["Wren", "Heron"], "title": "Fern"}',
    "plan": b'{"wish": "ivy", "ifthen": {"if": "a door", "then": "I ask"}, "due": "2026-03-20"}',
    "free": b'{"title": "A day", "page": "moss\\nand slate"}',
    "catch": b'{"what": "a word", "set_off": [], "setting": ""}',
    "checkin": b'{"self": 3, "line": "slow", "feel": ["other: warm"]}',
}


@fault("malformed files of answers", short=30, long=10_000, parts=2)
def fault_46_malformed_answers(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The command ends with a sentence; nothing is kept of what is refused."""
    folder, limits = made(place, 1), Limits(outcome)
    secret, given = place / "secret", place / "answers.json"
    secret.write_text(PASSPHRASE)
    for _ in range(times):
        practice = chance.choice(sorted(ANSWERS))
        given.write_bytes(spoilt(ANSWERS[practice], chance))
        call = ["write", str(folder), practice, "--answers", str(given)]
        codes: list[int] = []
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            _, wrong = limits.tried(
                lambda call=call, codes=codes: codes.append(
                    run([*call, "--passphrase-file", str(secret)], Session(CLOCK, cost=CHEAP))
                )
            )
        outcome.add("taken", codes == [0])
        if "Traceback" in said.getvalue() or (codes and codes[0] not in range(10)):
            wrong.append(f"it ends with {codes}")
        outcome.case(*(f"{one} by {given.read_bytes()[:60]!r}" for one in wrong))
    with closing(opened(folder)) as journal:
        outcome.case(*readable(journal))


@fault("the same file brought in twice", short=2, long=50)
def fault_48_import_twice(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """The second time changes nothing, and what was edited here meanwhile stays as it is."""
    source = rich(place)
    for number in range(times):
        with closing(opened(source)) as journal:
            keep(journal, 100 + number)
            journal.carrying.export("json", place / f"{number}.json")
        folder = made(place, 0, f"Target-{number}.ally")
        with closing(opened(folder)) as journal:
            journal.carrying.import_json(place / f"{number}.json")
            first = chance.choice(journal.reading.find())
            journal.writing.rename(first.id, "edited here")
            rows = state(journal)[:-1]
            imported, _ = journal.carrying.import_json(place / f"{number}.json")
            wrong = ["rows came in again"] if any(imported.added.values()) else []
            if state(journal)[:-1] != rows:
                wrong.append("rows are changed")
            if journal.reading.entry(first.id).title != "edited here":
                wrong.append("an edit was overwritten")
            outcome.case(*wrong)


@fault("anything in the search box", short=300, long=10_000)
def fault_42_any_search(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """Never an error, and quick."""
    folder = made(place, 30)
    with closing(opened(folder)) as journal:
        limits = Limits(outcome, LONGEST_SEARCH_S)
        for _ in range(times):
            words = "".join(chance.choices((*PIECES, " "), k=chance.choice((1, 2, 5, 30))))
            said = io.StringIO()
            with redirect_stderr(said):
                taken, wrong = limits.tried(lambda words=words: looked_up(journal, words))
            if not taken or CANARY in said.getvalue():
                wrong.append("refused, or told elsewhere")
            outcome.case(*(f"{one} by {words[:60]!r}" for one in wrong))


def looked_up(journal: Journal, words: str) -> None:
    """Search as the journal page does."""
    journal.reading.find(words)
    journal.reading.count(words)


@fault("hostile Markdown and HTML in an entry", short=100, long=3000)
def fault_49_hostile_markup(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """No tag that loads or runs anything is left, and a page is made within a second."""
    limits = Limits(outcome, LONGEST_PAGE_S)
    for _ in range(times):
        text = hostile_text(chance)
        pages: list[str] = []
        _, wrong = limits.tried(partial(page_into, pages, text))
        wrong += [f"{one} is left" for one in Loading("".join(pages)).found]
        outcome.case(*(f"{one} by {text[:60]!r}" for one in wrong))


def page_into(pages: list[str], text: str) -> None:
    """Make the page that the reading page shows."""
    pages.append(rendered(text))


class Loading(HTMLParser):
    """What in a page would load, run or style something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"img", "script", "style", "link", "iframe", "object", "svg", "base", "meta"}:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            leads_out = name == "href" and re.match(r"(https?|mailto):", value or "")
            if (tag, name) not in {("a", "rel"), ("ol", "start")} and not leads_out:
                self.found.append(f"{tag} {name}")


MARKUP = (
    "![x](file:///etc/passwd)", "<img src='//host/share/x.png'>", "<img src='\\\\host\\x'>",
    "[a](//h/x)", "<style>@import url(file:///x)</style>",
    "<div style='background:url(http://h/x)'>", "<svg onload=x>", "[x](javascript:alert(1))",
    "![](data:image/png;base64,AAAA)", "<iframe src=file:///x>", "<!--", "[", "![", "](", "> ",
    "* ", "| a | b |\n|---|---|\n", "`", "```\n", "# ", "<div>", "</p>", "<b",
    "&#x3c;script&#x3e;", "\\<img>", "[a]: file:///x\n", "[a]", "***", "<table>", "~~", "1. ",
    "\n", "\t",
)  # fmt: skip


def hostile_text(chance: Random) -> str:
    """Pieces of markup, mixed or repeated far too often."""
    if chance.random() < 0.3:
        return chance.choice(MARKUP) * chance.choice((100, 3000, 20_000))
    if chance.random() < 0.1:
        return b"".join(chance.choices(ODD, k=20)).decode(errors="replace")
    return "".join(chance.choices(MARKUP, k=chance.choice((3, 40, 1500))))


@fault("an export of exactly what was ticked", short=10, long=1000)
def fault_52_export_of_what_was_ticked(
    place: Path, times: int, chance: Random, outcome: Outcome
) -> None:
    """Every entry that was ticked is in it, and no word of another."""
    folder = made(place, 24)
    target = place / "out"
    with closing(opened(folder)) as journal:
        every = {int(row.title[1:]): row.id for row in journal.reading.find("", 500)}
        for _ in range(times):
            ticked = chance.sample(sorted(every), chance.randint(0, len(every)))
            form = chance.choice(FORMATS)
            ids = [every[number] for number in ticked]
            journal.carrying.export(form, target, ids=ids, replace=True)
            texts = [text for _place, text in pieces_of(form, target.read_bytes())]
            content = " ".join(" ".join(texts).split())
            there = {number for number in every if f"wren{number} " in content}
            outcome.case(*([] if there == set(ticked) else [f"{form}: {there ^ set(ticked)}"]))


@fault("a passphrase of any letters, spelt as any system does", short=6, long=300)
def fault_58_any_passphrase(place: Path, times: int, chance: Random, outcome: Outcome) -> None:
    """What was chosen opens it, composed or decomposed; what is not the same does not."""
    folder, current = made(place), PASSPHRASE
    for _ in range(times):
        word = any_passphrase(chance)
        with closing(opened(folder, current)) as journal:
            journal.change_passphrase(current, word)
        current = word
        wrong = []
        for form in ("NFC", "NFD"):
            try:
                opened(folder, unicodedata.normalize(form, word)).close()
            except JournalError as error:
                wrong.append(f"{form}: {error}")
        outcome.case(*wrong)


def any_passphrase(chance: Random) -> str:
    """One to a thousand characters."""
    letters = (
        "é",
        "e\u0301",
        "ß",
        "İ",
        "ｱ",
        "한",
        "🌿",
        "👩‍🌾",
        " ",
        "\t",
        "\u00a0",
        "ﬁ",
        "Å",
        "x",
        "'",
    )
    return "".join(chance.choices(letters, k=chance.choice((1, 3, 20, 1000))))
