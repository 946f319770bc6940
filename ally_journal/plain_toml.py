"""Plain TOML: `name = value` lines under `[headings]`, read at the start of the program.

What is not that plain is left to `tomllib`, whose import alone takes longer than all our files.
"""

from __future__ import annotations

from typing import Any

_DIGITS = frozenset("0123456789.-")
_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def loads(text: str) -> dict[str, Any]:
    """The tables of a TOML document.

    Raises:
        ValueError: it is none.
    """
    try:
        return _plain(text)
    except ValueError:
        import tomllib  # noqa: PLC0415 only for what we did not write ourselves

        return tomllib.loads(text)


def _plain(text: str) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    table = whole
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        if line[0] == "[" and line[-1] == "]":
            table = _table(whole, line[1:-1].split("."))
        else:
            name, found, value = line.partition(" = ")
            _check_name(name if found else "")
            if name in table:
                raise ValueError
            table[name] = _value(value)
    return whole


def _table(whole: dict[str, Any], path: list[str]) -> dict[str, Any]:
    table = whole
    for name in path[:-1]:
        table = table.setdefault(name, {})
        if not isinstance(table, dict):
            raise ValueError  # noqa: TRY004 for whoever reads on by the library
    for name in path:
        _check_name(name)
    if path[-1] in table:
        raise ValueError
    made: dict[str, Any] = {}
    table[path[-1]] = made
    return made


def _check_name(name: str) -> None:
    if not name or not _NAME.issuperset(name):
        raise ValueError


def _value(value: str) -> Any:  # noqa: ANN401 whatever stands there
    if value in {"true", "false"}:
        return value == "true"
    if value[:1] == value[-1:] == '"' and len(value) > 1:
        return _string(value[1:-1])
    if value[:1] == "[" and value[-1:] == "]":
        return [_value(each.strip(" ")) for each in value[1:-1].split(",")]
    return _number(value)


def _string(inner: str) -> str:
    if not inner.isprintable() or '"' in inner or "\\" in inner:
        raise ValueError
    return inner


def _number(value: str) -> int | float:
    """Digits alone: `float` and `int` would take more than TOML does."""
    digits = value.removeprefix("-")
    whole, point, rest = digits.partition(".")
    is_number = _DIGITS.issuperset(digits) and whole.isdigit() and (not point or rest.isdigit())
    if not is_number or (whole[0] == "0" and len(whole) > 1):
        raise ValueError
    return float(value) if point else int(value)
