"""Spoils bytes and JSON in the ways in which files are spoilt, by accident and on purpose."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

ODD: tuple[bytes, ...] = (
    b"\0", b"\xff\xfe", b"\\ud800", b"\\u0000", b"NaN", b"Infinity", b"-", b"1e999", b"{", b"}",
    b"[", b"]", b'"', b",", b":", b"\\", b"null", b"true", b"9" * 400, b"[" * 3000, b'{"a":' * 900,
    "\u202e\u2066\u200b".encode(), b'"id":"x",', b"\xef\xbb\xbf", b"0x10", b"--", b"/*", b"\r\n",
)  # fmt: skip
VALUES: tuple[object, ...] = (
    None, True, False, 0, -1, 1 << 63, 1 << 70, 0.5, 1e308, "", "x" * 70_000, "\0", "a\ud800",
    [], [[]], {}, {"": None}, ["x"] * 5000, "../../etc", "2026-02-30", "<img src=x>", "' OR 1=1 --",
)  # fmt: skip


def spoilt(sound: bytes, chance: Random) -> bytes:
    """Bytes that are nearly right: flipped, cut, spliced, flooded, or JSON of the wrong shape."""
    if chance.random() < 0.4:
        return reshaped(sound, chance)
    content = bytearray(sound)
    for _ in range(chance.choice((1, 1, 2, 8))):
        _spoil_once(content, chance)
    return bytes(content)


def _spoil_once(content: bytearray, chance: Random) -> None:
    size = len(content)
    at, to = sorted((chance.randrange(size + 1), chance.randrange(size + 1)))
    kind = chance.choice(("flip", "cut", "drop", "twice", "odd", "odd", "move", "flood"))
    if kind == "flip" and size:
        content[at % size] ^= 1 << chance.randrange(8)
    elif kind == "cut":
        del content[at:]
    elif kind == "drop":
        del content[at : min(to, at + 200)]
    elif kind == "twice":
        content[at:at] = content[at : min(to, at + 2000)]
    elif kind == "odd":
        content[at:at] = chance.choice(ODD)
    elif kind == "move":
        content[at:to] = content[to : to + 100] + content[at:to][::-1][:100]
    else:
        content[at:at] = chance.choice(ODD[:14]) * chance.choice((50, 2000))


def reshaped(sound: bytes, chance: Random) -> bytes:
    """The same JSON with a value, a key or a list changed somewhere in it."""
    whole = json.loads(sound)
    for _ in range(chance.choice((1, 1, 3))):
        _reshape_once(whole, chance)
    return json.dumps(whole).encode(errors="surrogatepass")


def _reshape_once(whole: Any, chance: Random) -> None:
    node: Any = whole
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = chance.choice(keys)
        inner = node[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.15:
            break
        node = inner
    _change(node, key, chance)


def _change(node: Any, key: Any, chance: Random) -> None:
    kind = chance.choice(("value", "value", "value", "gone", "renamed", "nested", "twice"))
    if kind == "value":
        node[key] = deepcopy(chance.choice(VALUES))
    elif kind == "gone":
        del node[key]
    elif kind == "nested":
        node[key] = [node[key]]
    elif isinstance(node, dict):
        node[f"{key}{chance.choice(('x', '', '2'))}"] = node.pop(key)
    else:
        node.append(deepcopy(node[key]))
