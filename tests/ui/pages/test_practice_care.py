"""What a hard practice offers out of care: calm, each once a day, and never in the way."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.care import Wish
from ui.pages.practice import PracticePage
from ui.places import PracticePlace, SupportPlace, TodayPlace
from ui.widgets.practice.care_notices import CareNotices
from ui.widgets.practice.closing import Closing

FACTS = {"facts": "Juniper cut in twice."}


@pytest.fixture
def begin(desk, shown, settle):
    """Open a practice: `begin("debrief", carry={…})`."""

    def open_page(practice="debrief", **more):
        page = shown(PracticePage(desk), PracticePlace(practice, **more), 1000, 700)
        settle(desk)
        return page

    return open_page


@pytest.fixture
def end(begin, desk, settle):
    """Walk to the closing of a debrief, with these numbers: `end(5, 6)`."""

    def walk(before, after, practice="debrief", **more):
        carry = {"gate.level": before, "level_after": after, **FACTS}
        page = begin(practice, carry=carry, **more)
        page.session.stop()
        page.session.reopen()
        page._was_stopped = False
        page.session._go(page.session.walk.finish())
        settle(desk)
        return page

    return walk


def at(clock, hour, minute=0):
    clock.instant = clock.instant.replace(hour=hour, minute=minute)


def test_late_in_the_evening_a_hard_practice_may_wait(begin, clock, visits):
    at(clock, 22)
    page = begin()
    assert page.notice.shown == "late"
    page.notice.acted.emit("late")
    assert visits == [TodayPlace()]


@pytest.mark.parametrize(
    ("hour", "minute", "said"), [(21, 59, ""), (23, 30, "late"), (3, 0, "late")]
)
def test_late_is_after_ten(begin, clock, hour, minute, said):
    at(clock, hour, minute)
    assert begin().notice.shown == said


def test_what_is_not_hard_may_be_written_at_any_hour(begin, clock):
    at(clock, 23)
    assert begin("free").notice.shown == ""


def test_it_says_so_once_a_night(begin, clock, settle, desk):
    at(clock, 23, 50)
    begin()
    settle(desk)
    clock.move(timedelta(minutes=20))
    assert begin().notice.shown == ""


def test_what_was_left_for_tomorrow_before_a_word_waits_on_today(begin, clock, desk, settle, read):
    at(clock, 22, 10)
    begin().notice.acted.emit("late")
    settle(desk)
    assert [row[1] for row in read(lambda journal: journal.promises.inbox())] == ["debrief"]


def test_what_was_begun_waits_as_a_draft_alone(begin, clock, desk, settle, read):
    at(clock, 22, 10)
    page = begin()
    page.view.editor.set_value(4)
    page.notice.acted.emit("late")
    page.leave()
    settle(desk)
    assert read(lambda journal: journal.promises.inbox()) == ()
    assert len(read(lambda journal: journal.reading.drafts())) == 1


@pytest.mark.parametrize("way", ["escape", "cross"])
def test_a_notice_can_be_put_away(begin, clock, qtbot, way):
    at(clock, 22, 10)
    page = begin()
    if way == "escape":
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    else:
        page.notice._banners["late"].away.click()
    assert page.notice.shown == ""


def test_after_twenty_minutes_a_pause_is_offered_once_a_day(begin, settle, desk, visits):
    page = begin()
    page.care.clock.timeout.emit()
    assert page.notice.sentence == "You have written for 20 minutes. Pause here?"
    settle(desk)
    page.notice.acted.emit("pause")
    assert visits == [TodayPlace()]
    again = begin()
    again.care.clock.timeout.emit()
    assert again.notice.shown == ""


def test_time_away_does_not_count(begin, clock):
    page = begin()
    clock.move(timedelta(minutes=15))
    page.leave()
    clock.move(timedelta(hours=2))
    page.arrive(page.session.place)
    assert page.care.clock.interval() == 5 * 60 * 1000


def test_a_pause_never_covers_what_was_not_saved(begin):
    page = begin()
    page.notice.say_failed("No room.")
    page.care.clock.timeout.emit()
    assert page.notice.shown == "failed"


def test_other_notices_are_not_its_own(begin):
    page = begin()
    assert isinstance(page.care, CareNotices)
    assert not page.care.take("failed")


def test_two_more_than_before_offers_support_and_quiet(end, desk, settle):
    page = end(3, 5)
    settle(desk)
    assert isinstance(page.view, Closing)
    assert page.view.banner.sentence.startswith("This was a lot.")
    assert page.view.rows == {}
    assert (desk.settings.unasked_on, desk.settings.quiet_until) == ("2026-03-12", "2026-03-18")


def test_a_drop_below_eight_asks_on(end, desk):
    assert end(9, 7).view.banner is None
    assert desk.settings.unasked_on == ""


def test_the_second_time_that_day_support_is_one_row(end, visits):
    end(3, 5)
    page = end(3, 9)
    assert page.view.banner is None
    page.view.rows["support"].click()
    assert visits == [SupportPlace()]


def test_the_banner_can_be_put_away(end):
    page = end(3, 9)
    page.view.banner.away.click()
    assert not page.view.banner.isVisible()


@pytest.fixture
def circling(end, read):
    """The closing of a third look at one event, no lighter than the first."""

    def look():
        end(5, 5)
        event = read(lambda journal: journal.reading.entry(journal.reading.find()[0].id)).event
        end(5, 5, event=event)
        return end(5, 5, event=event), event

    return look


def test_a_third_look_without_a_drop_offers_other_ways(circling):
    page, _event = circling()
    assert list(page.view.rows) == ["way:distance", "way:act", "way:person"]
    assert "your own numbers" in page.view.banner.sentence
    assert page.footer.rest.isVisible()


@pytest.mark.parametrize(
    ("way", "practice"), [("distance", "free"), ("act", "plan"), ("person", None)]
)
def test_each_way_leads_on(circling, visits, way, practice):
    page, event = circling()
    page.view.rows[f"way:{way}"].click()
    if practice is None:
        assert visits == [SupportPlace()]
    else:
        assert (visits[0].practice, visits[0].event) == (practice, event)


def test_it_is_no_lock_and_is_said_once_a_day(circling, end):
    _page, event = circling()
    assert "way:act" not in end(5, 5, event=event).view.rows


@pytest.mark.parametrize(
    ("practice", "answers", "wish"),
    [
        ("journal_fit", {"use": "dread", "ease": "ease"}, Wish.EASE),
        ("weekly", {"rhythm": "pause"}, Wish.PAUSE),
        ("monthly", {"use": "worse", "ease": "pause"}, Wish.PAUSE),
    ],
)
def test_less_is_one_press_away_and_can_be_taken_back(
    begin, desk, settle, read, practice, answers, wish
):
    undo = []
    desk.messages.said.connect(lambda _sentence, _action, then: undo.append(then))
    page = begin(practice, carry=answers)
    page.session._go(page.session.walk.finish())
    settle(desk)
    row = page.view.rows[f"less:{wish}"]
    row.click()
    settle(desk)
    assert not row.isEnabled()
    read(lambda journal: journal.habits.add("Check-in", "3/week"))
    assert read(lambda journal: journal.habits.views())[0].marks.pauses
    undo[-1]()
    settle(desk)
    assert read(lambda journal: journal.habits.views())[0].marks.pauses == ()


def test_support_shown_before_the_questions_rests_the_week(begin, desk, settle):
    page = begin()
    for value in (9, "no"):
        page.view.editor.set_value(value)
        page.view.editor.changed.emit()
        page.go_on()
        settle(desk)
    assert desk.settings.quiet_until == "2026-03-18"
    assert desk.settings.unasked_on == ""


def test_a_month_of_dread_offers_support_and_less(begin, desk, settle):
    page = begin("monthly", carry={"use": "dread", "ease": "ease"})
    while page.session.walk.current is not None:
        is_said = page.session.walk.current.key in {"use", "ease"}
        page.go_on() if is_said else page.skip()
        settle(desk)
    assert page.view.banner.sentence == "A journal is one tool. A person may help more."
    assert list(page.view.rows) == ["less:ease"]
