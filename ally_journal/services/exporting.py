"""Writing entries to a file in any of the formats: what goes, what stays, and names taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ally_journal.domain import query as queries
from ally_journal.domain.entry import Entry, Sensitivity
from ally_journal.domain.promise import Promise
from ally_journal.errors import UnknownFormat
from ally_journal.formats.target import new_binary_file
from ally_journal.formats.wording import Wording
from ally_journal.paper_errors import ToldInConfidence
from ally_journal.services import gathering
from ally_journal.stopping import each
from ally_journal.storage import entries, promises, search
from ally_journal.storage.records import chunks

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from ally_journal.services.context import Context
    from ally_journal.services.redacting import Redaction

_ENTRIES_A_STEP = 20

FORMATS = ("markdown", "html", "pdf", "json", "csv")


@dataclass(frozen=True, slots=True)
class Exported:
    """What went out: where to, how many entries, and how many stayed as told in confidence.

    `missing` are the characters of a PDF that no font could show.
    """

    target: Path
    entries: int
    left_out: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Going:
    """How many entries would go out, and how many stay as told in confidence."""

    entries: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: see `CarryingService.export`."""

    form: str
    target: Path
    query: str = ""
    ids: Sequence[str] | None = None
    replace: bool = False
    redact: bool = False
    allowed: frozenset[str] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole journal, to be brought in again."""
        all_of_it = not self.query.strip() and self.ids is None
        return self.form == "json" and all_of_it and not self.redact


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the entries come from, each time they are asked for, and how they are told."""

    entries: Callable[[], Iterable[Entry]]
    wording: Wording
    promises: Callable[[Entry], Sequence[Promise]]


class ExportTask:
    """An export a step at a time; between two steps the journal can be written to.

    `step` may raise what `CarryingService.export` raises; then nothing is left behind.
    """

    def __init__(self, steps: Generator[bool, None, Exported]) -> None:
        self._steps = steps
        self._exported: Exported | None = None

    def step(self) -> bool:
        """Go on for some hundredths of a second; whether it is over."""
        try:
            for _entry in range(_ENTRIES_A_STEP):
                if next(self._steps):
                    return False
        except StopIteration as over:
            self._exported = over.value
            return True
        return False

    def result(self) -> Exported | None:
        """What went out; None before the end."""
        return self._exported


def exporting(context: Context, order: Order, wording: Wording) -> Generator[bool, None, Exported]:
    """Write what is ordered, wholly or not at all; yields True where it waits for something else.

    Raises as `CarryingService.export`.
    """
    if order.form not in FORMATS:
        raise UnknownFormat(order.form)
    keys, left_out = _keys(context, order)
    missing: tuple[str, ...] = ()
    with new_binary_file(order.target, replace=order.replace) as stream:
        if order.form == "json" and not order.redact:
            _write_rows(context, stream, keys, whole=order.is_whole)
        else:
            source = _source(context, keys, wording)
            missing = yield from _write_read(context, order, source, stream)
    return Exported(order.target, len(keys), left_out, missing)


def going(context: Context, query: str, ids: Sequence[str] | None) -> Going:
    """How much would go out."""
    keys, left_out = _keys(context, Order("markdown", Path(), query, ids))
    return Going(len(keys), left_out)


def printed(context: Context, ids: Sequence[str], wording: Wording) -> Iterable[str]:
    """A page of HTML with these entries, piece by piece."""
    keys, _left_out = _keys(context, Order("html", Path(), ids=ids))
    return _chunks("html", _source(context, keys, wording))


def _keys(context: Context, order: Order) -> tuple[list[int], int]:
    """The keys of what goes out, and how many entries stay."""
    vault = context.vault
    if order.ids is not None:
        keys = sorted(entries.key_of(vault, one) for one in dict.fromkeys(order.ids))
        if entries.confided(vault, keys):
            raise ToldInConfidence
        return keys, 0
    found = search.keys(vault, queries.parse(order.query))
    staying = entries.confided(vault, found)
    return [key for key in found if key not in staying], len(staying)


def _source(context: Context, keys: Sequence[int], wording: Wording) -> _Source:
    def load() -> Iterator[Entry]:
        for part in chunks(keys):
            for entry in entries.load_keys(context.vault, part):
                if entry.sensitivity is not Sensitivity.NEVER:  # it may be so since we began
                    yield entry

    def promised(entry: Entry) -> list[Promise]:
        return [promise for promise, _step in promises.of_entry(context.vault, entry.id)]

    return _Source(load, wording, promised)


def _write_rows(context: Context, stream: BinaryIO, keys: Sequence[int], *, whole: bool) -> None:
    from ally_journal.formats.json_export import write_json  # noqa: PLC0415 rarely needed

    vault = context.vault
    sections = gathering.whole(vault) if whole else gathering.chosen(vault, keys)
    text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
    write_json(dict(sections), text, context.clock.now(), whole=whole)
    text.detach()


def _write_read(
    context: Context, order: Order, source: _Source, stream: BinaryIO
) -> Generator[bool, None, tuple[str, ...]]:
    """Write what people read; gives the characters that do not show."""
    if not order.redact:
        return (yield from _write(order.form, source, stream))
    made = yield from _redaction(context, order, source)
    missing = yield from _write(order.form, _redacted(made, source), stream)
    stream.seek(0)
    yield from made.checking(order.form, stream.read(), order.target.name)
    return missing


def _redaction(context: Context, order: Order, source: _Source) -> Generator[bool, None, Redaction]:
    from ally_journal.formats import outgoing_text  # noqa: PLC0415 rarely needed
    from ally_journal.services.redacting import preparing  # noqa: PLC0415 rarely needed

    empty = _Source(tuple, source.wording, source.promises)
    text_form = "html" if order.form == "pdf" else order.form
    bare = b"".join(chunk.encode() for chunk in _chunks(text_form, empty))
    words = [text for _place, text in outgoing_text.pieces_of(text_form, bare)]
    return (yield from preparing(context, source.entries, source.wording, words, order.allowed))


def _redacted(made: Redaction, source: _Source) -> _Source:
    return _Source(
        lambda: made.entries(source.entries()),
        made.wording(source.wording),
        lambda entry: [made.promise(one) for one in source.promises(entry)],
    )


def _write(form: str, source: _Source, stream: BinaryIO) -> Generator[bool, None, tuple[str, ...]]:
    if form == "pdf":
        from ally_journal.formats.pdf import setting_entries  # noqa: PLC0415 rarely needed

        paper = yield from setting_entries(source.entries(), source.wording)
        stream.write(paper.data)
        return paper.missing
    for chunk in each(_chunks(form, source)):
        stream.write(chunk.encode())
        yield False
    return ()


def _chunks(form: str, source: _Source) -> Iterable[str]:
    """The text of a format piece by piece."""
    return _MAKERS[form](source)


def _html(source: _Source) -> Iterable[str]:
    from ally_journal.formats.html_export import html_chunks  # noqa: PLC0415 rarely needed

    return html_chunks(source.entries(), source.wording)


def _markdown(source: _Source) -> Iterable[str]:
    from ally_journal.formats.markdown_export import markdown_chunks  # noqa: PLC0415 rarely needed

    return markdown_chunks(source.entries(), source.wording)


def _csv(source: _Source) -> Iterable[str]:
    from ally_journal.formats.csv_export import csv_chunks  # noqa: PLC0415 rarely needed

    return csv_chunks(source.entries, source.wording)


def _json(source: _Source) -> Iterable[str]:
    from ally_journal.formats.redacted_json import redacted_chunks  # noqa: PLC0415 rarely needed

    return redacted_chunks(source.entries(), source.wording, source.promises)


_MAKERS: dict[str, Callable[[_Source], Iterable[str]]] = {
    "html": _html,
    "markdown": _markdown,
    "csv": _csv,
    "json": _json,
}
