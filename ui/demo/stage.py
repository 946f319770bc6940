"""Stage: what every scene is played with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ui.demo.content import Content
from ui.demo.hand import Hand
from ui.demo.pictures import Album


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that a scene is played with."""

    hand: Hand
    album: Album
    folder: Path
    content: Content
