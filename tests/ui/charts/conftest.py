"""A made-up insight of every form."""

from datetime import date, timedelta

import pytest

from ally_journal.domain.insights import Form, Insight, Lane, Series, Table
from ui.charts.sketches import sketch_of

TODAY = date(2026, 3, 12)
DAYS = tuple(TODAY - timedelta(days=ago) for ago in (120, 119, 80, 41, 40, 39, 5))
SCALE = {"low": 0, "high": 10, "ends": ("calm", "as strong as it gets")}
TABLE = Table(("Row", "Number"), (("one", "1"),))


def insight(form, points, rows, **more):
    series = tuple(
        Series(label, label, tuple(values), **(rest[0] if rest else {}))
        for label, values, *rest in rows
    )
    given = {"key": form.value, "title": "A title", "sentence": "A sentence.", "caution": "A note."}
    return Insight(
        **{**given, "table": TABLE, "count": 20, **more},
        form=form,
        points=tuple(points),
        series=series,
    )


def made():
    names = [f"{day.day} {day:%B}" for day in DAYS]
    return {
        "grid": insight(
            Form.GRID,
            ("Myself", "One person", "A group", "A system"),
            [("Reply", (2, 6, 0, 0)), ("Planned", (3, 0, 0, 1))],
            key="actions",
            entries={(0, 1): ("e1", "e2"), (1, 0): ("e3",)},
        ),
        "bars": insight(
            Form.BARS,
            ("My role", "Money", "Time"),
            [("asked first", (2, 0, 1)), ("not asked", (1, 0, 4))],
            entries={(0, 0): ("e1",)},
        ),
        "lanes": insight(
            Form.LANES,
            ("Owned", "Planned", "Done", "Checked"),
            [],
            lanes=(
                Lane("Put the name back", "planned for tomorrow", 1, "e1", "p1"),
                Lane("Say sorry", "", 0, "", "p2"),
                Lane("Put the point back", "checked", 3, "e3", "p3", is_open=False),
            ),
        ),
        "pairs": insight(
            Form.PAIRS,
            names,
            [
                ("before", (7, 8, 5, 6, 9, None, 7), SCALE),
                ("after", (4, 8, 3, None, 6, 4, 5), SCALE),
            ],
            days=DAYS,
            entries={(0, 0): ("e1",), (1, 0): ("e1",), (1, 5): ("e2",)},
        ),
        "lines": insight(
            Form.LINES,
            ("Oct", "Nov", "Dec", "Jan"),
            [
                ("given", (3, 5, None, 6)),
                ("received", (1, 4, None, 2)),
                ("hiding", (4, 3, None, 1), {"low": 1, "high": 5, "ends": ("no", "all day")}),
            ],
            gaps={2: "pause"},
        ),
        "timeline": insight(
            Form.TIMELINE,
            names,
            [("heard", (1, 1, 0, 0, 1, 1, 0)), ("defended", (0, 0, 1, 2, 0, 0, 1))],
            days=DAYS,
        ),
        "map": insight(
            Form.MAP,
            ("Meetings and voice", "Credit", "Hiring", "Rules and forms"),
            [("looked", (3, 1, 0, 0)), ("acted", (5, 0, 2, 0))],
        ),
    }


@pytest.fixture
def insights():
    """By the name of their form."""
    return made()


@pytest.fixture
def sketch(theme, insights):
    """The sketch of one of them."""
    return lambda form: sketch_of(theme, insights[form])
