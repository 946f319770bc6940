"""Fonts of the type styles: fallback chains, text size, and the choice of writing font."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.tokens import Measures

OPEN_SCALE = 1.1
OPEN_TRACKING = 0.3


def writing_family(family: str, writing: str) -> str:
    """The family a style is drawn in when the person chose serif, sans or open for writing."""
    return family if writing == "serif" else "sans"


def make_font(measures: Measures, style: str, factor: float, writing: str) -> QFont:
    """The font of a type style at this text-size factor, without hinting."""
    kind = measures.styles[style]
    is_open = writing == "open" and kind.family == "serif"
    font = QFont()
    font.setFamilies(_from_first(measures.families[writing_family(kind.family, writing)]))
    font.setPixelSize(round(kind.size * factor * (OPEN_SCALE if is_open else 1)))
    font.setWeight(QFont.Weight(kind.weight))
    tracking = kind.tracking + (OPEN_TRACKING if is_open else 0)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * factor)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=8)
def _from_first(chain: tuple[str, ...]) -> list[str]:
    """The chain from its first family that exists: each missing one costs a search."""
    return list(chain[chain.index(first_family(chain)) :])


def first_family(chain: Sequence[str]) -> str:
    """The first family of the chain that this machine has, else the last one."""
    return next((name for name in chain if QFontDatabase.hasFamily(name)), chain[-1])
