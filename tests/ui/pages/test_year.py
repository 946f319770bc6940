"""A year looked back on: read, gone through, kept, saved."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ui.pages.year import YearPage
from ui.places import EntryPlace, InsightsPlace, YearPlace


@pytest.fixture
def written(desk, settle):
    """A starred page of this year, and one of two years ago."""

    def fill(journal):
        for year, title in ((2026, "Three leaves"), (2024, "An old wall")):
            at = datetime(year, 2, 3, 10, tzinfo=UTC)
            entry, change = journal.writing.write("free", {"title": title, "page": "moss"}, at)
            change |= journal.writing.star(entry.id, on=True)
        return change

    desk.write(fill)
    settle(desk)


@pytest.fixture
def page(desk, written, shown, settle):
    made = shown(YearPage(desk), YearPlace())
    settle(desk)
    return made


def words(page):
    return [one.toPlainText() for one in page.paper.words]


def test_this_year_is_shown_first(page):
    assert page.title.text() == "2026"
    assert page.subtitle.text() == "So far, until 12 March"
    assert "Three leaves" in words(page)


def test_the_arrows_go_to_the_years_there_are(page, desk, settle):
    assert not page.after.isEnabled()
    page.before.click()
    settle(desk)
    assert page.title.text() == "2024"
    assert "An old wall" in words(page)
    assert not page.before.isEnabled()
    page.after.click()
    settle(desk)
    assert page.title.text() == "2026"


def test_a_year_can_be_asked_for(desk, written, shown, settle):
    page = shown(YearPage(desk), YearPlace(2024))
    settle(desk)
    assert page.title.text() == "2024"


def test_it_is_kept_as_an_entry_that_can_be_opened(page, desk, settle, read, visits):
    said = []
    desk.messages.said.connect(lambda *given: said.append(given))
    page.keep.click()
    settle(desk)
    (found,) = read(lambda journal: journal.reading.find("looked"))
    assert (found.title, found.day) == ("2026, looked back on", date(2026, 3, 12))
    assert said[-1][0] == "Kept as a page of today. You can write on it."
    said[-1][2]()
    assert visits[-1] == EntryPlace(found.id)


def test_saving_asks_once_before_anything_is_written(page, desk, settle, tmp_path, told):
    page.save.click()
    assert not list(tmp_path.glob("*.html"))
    path = tmp_path / "2026.html"
    page.save_to(path)
    settle(desk)
    assert "Three leaves" in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    page.save_to(path)
    settle(desk)
    assert "already" in told[-1] or "stands" in told[-1]


def test_a_lock_empties_the_page(page):
    page.forget()
    assert page.paper.words == []
    assert page.title.text() == ""


def test_the_way_back_leads_to_insights(page, visits):
    page.bar.back_asked.emit()
    assert isinstance(visits[-1], InsightsPlace)


def test_labels_stand_beside_where_there_is_room(page, qtbot):
    line = page.paper.words[0].parentWidget()
    assert line.label.geometry().right() < page.paper.words[0].geometry().left() + 1
    page.resize(440, 600)
    qtbot.waitUntil(
        lambda: line.label.geometry().bottom() <= page.paper.words[0].geometry().top() + 1
    )


def test_a_point_between_two_names_never_begins_a_line(desk, written, shown, settle):
    at = datetime(2026, 2, 4, 10, tzinfo=UTC)
    desk.write(lambda journal: journal.writing.write("checkin", {"line": "Fern"}, at))
    made = shown(YearPage(desk), YearPlace())
    settle(desk)
    raw = [one.document().toRawText() for one in made.paper.words]
    assert any("\u00a0· " in one for one in raw)
    assert not any(" ·" in one for one in raw)


def test_a_small_window_has_short_words_with_whole_names(page):
    page.resize(500, 600)
    page.restyle()
    assert page.keep.text() == "Keep"
    assert page.keep.accessibleName() == "Keep in the journal"


def test_it_is_kept_once_until_another_year_is_shown(page, desk, settle, read):
    for _time in range(3):
        page.keep.click()
        settle(desk)
    assert len(read(lambda journal: journal.reading.find("looked"))) == 1
    assert (page.keep.text(), page.keep.isEnabled()) == ("Kept", False)
    page.restyle()
    assert page.keep.accessibleName() == "Kept"
    page.before.click()
    settle(desk)
    assert (page.keep.text(), page.keep.isEnabled()) == ("Keep in the journal", True)


def test_an_answer_that_comes_late_does_not_take_the_place_of_what_is_wanted(page, desk, settle):
    late = replace(page.found, title="late")
    page.before.click()
    page._show(late)
    assert page.title.text() == "2026"
    settle(desk)
    assert page.title.text() == "2024"


def test_what_was_kept_of_another_year_leaves_this_one_to_be_kept(page, desk, settle, read):
    page.keep.click()
    page.before.click()
    settle(desk)
    assert page.title.text() == "2024"
    assert page.keep.isEnabled()
