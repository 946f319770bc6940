from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QObject

from ally_journal.domain.entry import EntrySummary
from ui.models.timeline import MOST, PAGE, MonthHead, TimelineModel

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, tzinfo=UTC)


class Reading:
    """So many entries, ten a day; says what it was asked for."""

    def __init__(self, number):
        self.number, self.asked = number, []

    def find(self, query, limit, before):
        self.asked.append((query, limit, before))
        first = 0 if before is None else self.number - before + 1
        return tuple(self._row(at) for at in range(first, min(self.number, first + limit)))

    def months(self, _query):
        return ((2026, 3, 7), (2026, 2, 9))

    def _row(self, at):
        day = TODAY - timedelta(days=at // 10)
        key = self.number - at
        return EntrySummary(key, f"id{at}", "free", f"Page {at}", day, NOW, (), (), "words")


class Door:
    def __init__(self, number):
        self.reading = Reading(number)


class Desk(QObject):
    """Answers when it is told to, like the lane does."""

    def __init__(self, number):
        super().__init__()
        self.door, self.waiting = Door(number), []

    def ask(self, call, then, *, owner):
        self.waiting.append((call, then))

    def answer(self):
        while self.waiting:
            call, then = self.waiting.pop(0)
            then(call(self.door))


@pytest.fixture
def made(qapp):
    def make(number=120):
        desk = Desk(number)
        model = TimelineModel(desk, lambda practice: practice.title())
        return desk, model

    return make


def rows(model):
    return [model.data(model.index(at), 0x0100) for at in range(model.rowCount())]


def test_the_first_rows_come_with_the_heads_of_their_months(made):
    desk, model = made()
    model.search("")
    desk.answer()
    assert rows(model)[0] == MonthHead(2026, 3, 7)
    assert model.loaded == PAGE
    assert model.heads == {0}


def test_older_rows_follow_the_last_one_and_a_month_has_one_head(made):
    desk, model = made(250)
    model.search("")
    desk.answer()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        desk.answer()
    heads = [row for row in rows(model) if isinstance(row, MonthHead)]
    assert [(head.year, head.month) for head in heads] == [(2026, 3), (2026, 2)]
    assert model.loaded == 250
    assert len({row.id for row in rows(model) if not isinstance(row, MonthHead)}) == 250


def test_nothing_is_asked_twice_while_an_answer_is_on_its_way(made):
    desk, model = made()
    model.search("")
    desk.answer()
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert len(desk.waiting) == 1


def test_only_the_latest_search_reaches_the_journal(made):
    desk, model = made()
    for text in ("h", "ha", "har"):
        model.search(text)
    desk.answer()
    assert [query for query, *_rest in desk.door.reading.asked] == ["har"]


def test_rows_of_an_older_search_are_not_added_to_a_newer_one(made):
    desk, model = made()
    model.search("")
    desk.answer()
    model.fetchMore(QModelIndex())
    late = desk.waiting.pop()
    model.show_rows(())
    late[1]((1, desk.door.reading.find("", 5, None)))
    assert model.rowCount() == 0


def test_standing_where_one_stood_fetches_as_many_as_before(made):
    desk, model = made(2_000)
    model.search("", keep=180)
    model.search("", keep=5_000)
    desk.answer()
    assert model.loaded == MOST


def test_an_entry_is_found_by_its_id(made):
    desk, model = made()
    model.search("")
    desk.answer()
    assert model.entry_at(model.row_of("id7")).title == "Page 7"
    assert model.row_of("nobody") == -1
    assert model.entry_at(0) is None


def test_clearing_lets_go_of_everything(made):
    desk, model = made()
    model.search("")
    desk.answer()
    model.clear()
    assert (model.rowCount(), model.loaded, model.row_of("id7")) == (0, 0, -1)
