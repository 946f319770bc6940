"""The tokens of the look, read from resources/themes: colours, type, motion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ally_journal import plain_toml
from ui.resource_files import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping


class TypeStyle(NamedTuple):
    """One style of type, sizes in pixels at 100 %; `family` is serif or sans."""

    family: str
    size: int
    weight: int
    line: int
    tracking: float


class Measures(NamedTuple):
    """What is the same in every theme; motion in milliseconds."""

    families: Mapping[str, tuple[str, ...]]
    styles: Mapping[str, TypeStyle]
    quick: int
    page: int


def read_colors(name: str) -> dict[str, str]:
    """The colours of a theme (light, dark or contrast) by token, as #RRGGBB."""
    colors: dict[str, str] = _read(name)["color"]
    return colors


def read_measures() -> Measures:
    """Families, type styles and motion."""
    found = _read("measures")
    return Measures(
        families={kind: tuple(names) for kind, names in found["font"].items()},
        styles={name: TypeStyle(**values) for name, values in found["type"].items()},
        quick=found["motion"]["quick"],
        page=found["motion"]["page"],
    )


def _read(name: str) -> dict[str, Any]:
    return plain_toml.loads(text_of("themes", f"{name}.toml"))
