"""What may stand on a disk after its power was cut: played back from a log of calls.

Until a file is synced, each of its sectors may hold any of the contents it had since it was synced
last, and its length may be any that it had; until a folder is synced, each change of its names may
be missing. So writes are lost, torn and reordered in every way a disk may do that.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

SECTOR = 512
_Held = TypeVar("_Held", int, bytes)
_HEAD = struct.Struct("<ciqii")


@dataclass(frozen=True)
class Call:
    """A line of the log: what `io_faults.c` wrote down."""

    kind: str
    handle: int
    at: int
    one: bytes
    two: bytes


@dataclass(eq=False)
class Node:
    """A file or folder.

    Attributes:
        first: what a file held before the log began.
        names: of a folder, before the log began; None for a file.
        live: the names of a folder as the program saw them last.
    """

    first: bytes = b""
    names: dict[str, Node] | None = None
    live: dict[str, Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.live.update(self.names or {})


@dataclass(frozen=True)
class Event:
    """A call with its nodes found.

    Kinds: write, cut, sync; put (a name), drop (a name), move (a name); mark.
    """

    kind: str
    node: Node
    at: int = 0
    content: bytes = b""
    names: tuple[tuple[Node, str], ...] = ()


@dataclass
class History:
    """All events since the folder stood as it was read."""

    root: Node
    events: list[Event] = field(default_factory=list)

    def marks(self, cut: int) -> list[str]:
        """What had been acknowledged when so many events had happened."""
        return [one.content.decode() for one in self.events[:cut] if one.kind == "mark"]


def folder_now(folder: Path) -> Node:
    """What stands in a folder, taken to be safe on the disk."""
    names = {
        path.name: folder_now(path) if path.is_dir() else Node(path.read_bytes())
        for path in folder.iterdir()
    }
    return Node(names=names)


def history(root: Node, folder: Path, log: Path) -> History:
    """Read a log of what was done in a folder that stood as `root`."""
    made = History(root)
    live = _Live(root, folder)
    for call in _calls(log.read_bytes()):
        made.events.extend(live.events(call))
    return made


def _calls(content: bytes) -> Iterator[Call]:
    at = 0
    while at + _HEAD.size <= len(content):
        kind, handle, where, one, two = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        yield Call(
            kind.decode(), handle, where, content[at : at + one], content[at + one : at + one + two]
        )
        at += one + two


class _Live:
    """The folder as the program saw it, to find the nodes of handles and paths."""

    def __init__(self, root: Node, folder: Path) -> None:
        self._folder = str(folder)
        self._root = root
        self._open: dict[int, Node] = {}

    def events(self, call: Call) -> Iterator[Event]:
        if call.kind == "O":
            yield from self._opened(call)
        elif call.kind == "C":
            self._open.pop(call.handle, None)
        elif call.kind == "M":
            yield Event("mark", self._root, content=call.one)
        elif call.kind in "WTS":
            node = self._open[call.handle]
            yield Event({"W": "write", "T": "cut", "S": "sync"}[call.kind], node, call.at, call.one)
        else:
            yield from self._named(call)

    def _opened(self, call: Call) -> Iterator[Event]:
        parent, name = self._place(call.one)
        if not name:
            self._open[call.handle] = self._root
            return
        names = parent.live
        if name not in names:
            names[name] = Node()
            yield Event("put", names[name], names=((parent, name),))
        elif call.at & os.O_TRUNC:
            yield Event("cut", names[name], 0)
        self._open[call.handle] = names[name]

    def _named(self, call: Call) -> Iterator[Event]:
        parent, name = self._place(call.one)
        names = parent.live
        if call.kind == "D":
            names[name] = Node(names={})
            yield Event("put", names[name], names=((parent, name),))
        elif call.kind == "U":
            yield Event("drop", names.pop(name), names=((parent, name),))
        else:
            other, new = self._place(call.two)
            node = names[name]
            other.live[new] = node
            if call.kind == "R":
                del names[name]
                yield Event("move", node, names=((parent, name), (other, new)))
            else:
                yield Event("put", node, names=((other, new),))

    def _place(self, path: bytes) -> tuple[Node, str]:
        parts = Path(os.path.relpath(path.decode(), self._folder)).parts
        node = self._root
        for part in parts[:-1]:
            node = node.live[part]
        return node, parts[-1] if parts else ""


def after_a_cut(past: History, cut: int, chance: Random, to: Path) -> None:
    """Put into a new folder what may stand on the disk when so many events had happened."""
    _Disk(past.root, past.events[:cut], chance).put(to)


class _Disk:
    def __init__(self, root: Node, events: list[Event], chance: Random) -> None:
        self._root, self._events, self._chance = root, events, chance
        self._synced = {id(e.node): n for n, e in enumerate(events) if e.kind == "sync"}
        # Of what was not synced: nothing, all of it, or some of it stands on the disk.
        self._kept = chance.choice((0.0, 1.0, 0.5, 0.5, chance.random()))

    def put(self, to: Path) -> None:
        names = self._names()
        contents = self._contents()
        self._write(self._root, to, names, contents)

    def _write(
        self, node: Node, to: Path, names: dict[int, dict[str, Node]], contents: dict[int, bytes]
    ) -> None:
        to.mkdir(mode=0o700)
        for name, one in names.get(id(node), {}).items():
            if one.names is not None:
                self._write(one, to / name, names, contents)
            else:
                (to / name).write_bytes(contents.get(id(one), one.first))

    def _names(self) -> dict[int, dict[str, Node]]:
        names: dict[int, dict[str, Node]] = {}
        _remember(self._root, names)
        for number, event in enumerate(self._events):
            if event.names and self._is_on_disk(event, number):
                _rename(event, names)
        return names

    def _is_on_disk(self, event: Event, number: int) -> bool:
        folders = {id(folder) for folder, _name in event.names}
        synced = max(self._synced.get(one, -1) for one in folders)
        return synced > number or self._chance.random() < self._kept

    def _contents(self) -> dict[int, bytes]:
        files: dict[int, _File] = {}
        for number, event in enumerate(self._events):
            if event.kind in {"write", "cut"}:
                file = files.setdefault(id(event.node), _File(event.node.first))
                file.take(event, synced=number < self._synced.get(id(event.node), -1))
        return {key: file.picked(self._chance, self._kept) for key, file in files.items()}


def _remember(node: Node, names: dict[int, dict[str, Node]]) -> None:
    names[id(node)] = dict(node.names or {})
    for one in (node.names or {}).values():
        if one.names is not None:
            _remember(one, names)


def _rename(event: Event, names: dict[int, dict[str, Node]]) -> None:
    (first, name), *rest = event.names
    here = names.setdefault(id(first), {})
    if event.kind == "put":
        here[name] = event.node
    elif here.get(name) is event.node:
        del here[name]
        for folder, new in rest:
            names.setdefault(id(folder), {})[new] = event.node


class _File:
    """A file's synced bytes, and for each sector what it has held since."""

    def __init__(self, first: bytes) -> None:
        self._safe = bytearray(first)
        self._now = bytearray(first)
        self._lengths = [len(first)]
        self._sectors: dict[int, list[bytes]] = {}

    def take(self, event: Event, *, synced: bool) -> None:
        for held in (self._safe, self._now) if synced else (self._now,):
            if event.kind == "cut":
                _set_length(held, event.at)
            else:
                _set_length(held, max(len(held), event.at + len(event.content)))
                held[event.at : event.at + len(event.content)] = event.content
        if synced:
            self._lengths = [len(self._now)]
        else:
            self._remember(event)

    def _remember(self, event: Event) -> None:
        self._lengths.append(len(self._now))
        last = event.at + len(event.content) if event.kind == "write" else len(self._now)
        first = min(event.at, self._lengths[-2]) if event.kind == "write" else event.at
        for number in range(first // SECTOR, -(-last // SECTOR)):
            part = bytes(self._now[number * SECTOR : (number + 1) * SECTOR])
            self._sectors.setdefault(number, []).append(part)

    def picked(self, chance: Random, kept: float) -> bytes:
        """One of the contents that the disk may hold."""
        if kept == 1 or (not self._sectors and len(self._lengths) == 1):
            return bytes(self._now)
        made = bytearray(self._safe)
        length = _pick(self._lengths, chance, kept)
        _set_length(made, length)
        for number, held in self._sectors.items():
            at = number * SECTOR
            if at >= length or chance.random() >= kept:
                continue
            part = _pick(held, chance, kept)[: length - at]
            made[at : at + len(part)] = part
        return bytes(made)


def _pick(held: list[_Held], chance: Random, kept: float) -> _Held:
    """The oldest where nothing is kept, else any."""
    return chance.choice(held) if kept else held[0]


def _set_length(held: bytearray, length: int) -> None:
    if len(held) > length:
        del held[length:]
    else:
        held.extend(bytes(length - len(held)))
