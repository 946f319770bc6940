"""Exports of Loop Habit Tracker, made up: as its versions write them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,"
    "Target Type,Target Value,Archived?\n"
)
OLD_HEADS = "Position,Name,Question,Description,NumRepetitions,Interval,Color\n"

NEW = {
    "Habits.csv": HEADS
    + "001,Water the fern,YES_NO,Did you water it?,,1,1,#FF8F00,,,,false\n"
    + "002,Pages read,NUMERICAL,,,1,1,#00897B,pages,AT_LEAST,20.0,false\n"
    + '003,"Moss, stones",YES_NO,,Slow things,3,7,#5D4037,,,,true\n'
    + "004,Coffee,NUMERICAL,,,1,1,#000000,cups,AT_MOST,2.0,false\n",
    "001 Water the fern/Checkmarks.csv": "Date,Value,Notes\n"
    "2026-03-05,YES_MANUAL,\n2026-03-04,SKIP,\n2026-03-03,YES_AUTO,\n"
    '2026-03-02,NO,\n2026-03-01,YES_MANUAL,"New leaves,\nthree of them"\n2026-02-28,UNKNOWN,\n',
    "001 Water the fern/Scores.csv": "Date,Score\n2026-03-05,0.1012\n",
    "002 Pages read/Checkmarks.csv": "Date,Value,Notes\n"
    "2026-03-05,25000,\n2026-03-04,NO,\n2026-03-03,1500,\n2026-03-02,SKIP,\n",
    "003 Moss stones/Checkmarks.csv": "Date,Value,Notes\n2026-02-10,YES_MANUAL,\n",
    "004 Coffee/Checkmarks.csv": "Date,Value,Notes\n2026-03-02,NO,\n2026-03-01,3000,\n",
    "Checkmarks.csv": "Date,Water the fern,Pages read,Moss, stones,Coffee,\n"
    "2026-03-05,YES_MANUAL,25000,UNKNOWN,UNKNOWN,\n",
    "Scores.csv": "Date,Water the fern,Pages read,Moss, stones,Coffee,\n"
    "2026-03-05,0.1012,0.0519,0.0000,0.0000,\n",
}

OLD = {
    "Habits.csv": OLD_HEADS
    + "001,Water the fern,Did you water it?,,1,1,#FF8F00\n002,Swim,,,2,14,#AFB42B\n",
    "001 Water the fern/Checkmarks.csv": "2026-03-03,2\n2026-03-02,1\n2026-03-01,2\n",
    "002 Swim/Checkmarks.csv": "2026-03-03,3\n2026-03-02,0\n2026-03-01,2\n2026-02-28,-1\n",
    "Checkmarks.csv": "Date,Water the fern,Swim,\n2026-03-03,2,3,\n",
}

WIDE = (
    "Date,Water the fern,Swim,Pages read,\n"
    "2026-03-03,2,3,12000,\n2026-03-02,1,0,-1,\n2026-03-01,2,2,8000,\n2026-02-28,0,-1,-1,\n"
)


def archive(folder: Path, files: dict[str, str], name: str = "Loop Habits CSV.zip") -> Path:
    """A zip archive of these files."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for place, text in files.items():
            made.writestr(place, text)
    return path


def unpacked(folder: Path, files: dict[str, str]) -> Path:
    """A folder of these files."""
    for place, text in files.items():
        path = folder / "Loop" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder / "Loop"
