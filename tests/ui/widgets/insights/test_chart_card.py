from dataclasses import replace
from datetime import date

import pytest

from ally_journal.domain.insights import Form, Insight, Lane, Series, Table, Undone
from ui.background import Background
from ui.charts.chart_values import StackChart
from ui.charts.drawer import Drawer
from ui.charts.drawing import warm_up
from ui.messages import Messages
from ui.widgets.insights.chart_card import ChartCard

TODAY = date(2026, 3, 12)
ACTS = Insight(
    "actions",
    "Where I act",
    "So far with one person.",
    "An empty square is an invitation.",
    Table(("Kind", "One person"), (("Reply", "6"),)),
    6,
    points=("Myself", "One person"),
    series=(Series("reply", "Reply", (0, 6)),),
    form=Form.GRID,
    entries={(0, 1): ("e1", "e2")},
    undone=(Undone("Ask for a slot", "e3"),),
)
REPAIRS = replace(
    ACTS,
    key="repairs",
    form=Form.LANES,
    points=("Owned", "Done"),
    series=(),
    undone=(),
    lanes=tuple(Lane(f"Thing {n}", "", 0, f"e{n}", "") for n in range(12)),
)


@pytest.fixture
def drawer(qtbot, tmp_path):
    warm_up(tmp_path)
    background = Background(Messages())
    yield Drawer(background)
    background.close()


@pytest.fixture
def card(qtbot, theme, drawer):
    def made(insight):
        card = ChartCard(theme, drawer, insight.form)
        qtbot.addWidget(card)
        card.show_chart(insight, TODAY)
        card.resize(480, 400)
        card.show()
        qtbot.waitExposed(card)
        return card

    return made


def test_the_picture_is_described(card):
    assert card(ACTS).view.accessibleName() == "Where I act. So far with one person."


def test_a_point_and_a_thing_undone_lead_to_entries(card):
    acts, told = card(ACTS), []
    acts.opened.connect(told.append)
    acts.view.stand_on(1)
    acts.view.opened.emit(("e1", "e2"))
    acts.undone.opened.emit("e3")
    assert told == [("e1", "e2"), ("e3",)]


def test_the_same_numbers_stand_in_a_table(card):
    acts = card(ACTS)
    acts.link.click()
    assert acts.table.item(0, 1).text() == "6"
    assert not acts.picture_room.isVisible()


def test_with_too_little_only_the_sentence_stands(card):
    acts = card(replace(ACTS, count=4))
    assert acts.sentence.isVisible()
    assert not acts.foot.isVisible()
    assert not acts.picture_room.isVisible()


def test_more_things_unfold(card):
    repairs = card(REPAIRS)
    assert repairs.more.words == "4 more"
    repairs.more.click()
    assert len(repairs.view.points()) == 12
    assert not repairs.more.isVisible()


def test_a_board_is_wide_and_a_grid_is_half(card):
    assert card(REPAIRS).is_wide
    assert not card(ACTS).is_wide


def test_a_stack_is_drawn_and_its_parts_lead_on(card, qtbot):
    months = replace(ACTS, form=Form.STACK, points=("Jan", "Feb"), key="noticed", undone=())
    stack = card(months)
    qtbot.waitUntil(lambda: stack.drawn.picture is not None, timeout=20_000)
    assert isinstance(stack.drawn._chart, StackChart)
    assert [spot.key for spot in stack.view.points()] == [(0, 1)]


def test_the_same_once_more_changes_nothing(card):
    acts = card(ACTS)
    sketch = acts.view.sketch
    acts.show_chart(ACTS, TODAY)
    assert acts.view.sketch is sketch


def test_forgetting_leaves_nothing(card):
    acts = card(ACTS)
    acts.forget()
    assert acts.view.sketch is None
    assert acts.undone.rows == []


def test_a_long_table_shows_the_newest_months_and_says_where_all_are(card):
    rows = tuple((f"Month {n}", "1") for n in range(100))
    long = replace(ACTS, form=Form.LINES, table=Table(("Month", "given"), rows), undone=())
    lines = card(long)
    lines.link.click()
    assert lines.table.rowCount() == 40
    assert lines.table.item(39, 0).text() == "Month 99"
    assert lines.note.text().startswith("The newest 40;")
    assert lines.rows.rows == rows


def test_of_a_very_long_table_the_first_rows_are_shown_and_the_note_says_so(card):
    many = replace(ACTS, table=Table(("Kind", "n"), tuple((str(n), "1") for n in range(50))))
    shown = card(many)
    shown.toggle_table()
    assert shown.table.rowCount() == 40
    assert shown.table.item(0, 0).text() == "0"
    assert shown.note.text().startswith("The newest 40")
