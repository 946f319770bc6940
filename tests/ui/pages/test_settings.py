"""Settings: a change works at once."""

import pytest
from PySide6.QtCore import Qt

from ui.pages.settings import SettingsPage
from ui.places import SettingsPlace
from ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def page(desk, shown):
    return shown(SettingsPage(desk), SettingsPlace())


def choose(box: ChoiceBox, key):
    box.set_value(key)
    box.chosen.emit(key)


def test_the_theme_changes_at_once(qtbot, desk, page):
    page.look.appearance.setFocus()
    qtbot.keyClick(page.look.appearance, Qt.Key.Key_Right)
    assert desk.window_settings.appearance == "light"
    qtbot.keyClick(page.look.appearance, Qt.Key.Key_Right)
    assert desk.theme.shown == "dark"


def test_the_text_size_changes_once_the_hand_rests(qtbot, desk, page):
    qtbot.keyClick(page.look.text_size.slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: desk.theme.percent == 110, timeout=5_000)


def test_a_key_elsewhere_moves_the_slider_along(desk, page):
    desk.choose_look(text_size=150)
    assert page.look.text_size.slider.value() == 15


@pytest.mark.parametrize(
    ("part", "box", "key", "name", "value"),
    [
        ("day", "day_ends", "120", "day_ends", 120),
        ("day", "week_starts", "6", "week_starts", 6),
        ("habits", "weekly_aim", "5", "weekly_aim", 5),
        ("habits", "late_marks", "0", "late_marks", 0),
        ("lock", "lock_after", "30", "lock_after", 30),
    ],
)
def test_a_choice_is_kept_at_once(desk, page, settle, part, box, key, name, value):
    choose(getattr(getattr(page, part), box), key)
    settle(desk)
    assert getattr(desk.settings, name) == value


@pytest.mark.parametrize(
    ("part", "switch", "name", "value"),
    [
        ("lock", "hide_asks", "hide_asks", True),
        ("lock", "deep_lock", "deep_lock", False),
        ("habits", "show_rhythm", "show_rhythm", False),
    ],
)
def test_a_switch_is_kept_at_once(qtbot, desk, page, settle, part, switch, name, value):
    getattr(getattr(page, part), switch).click()
    settle(desk)
    assert getattr(desk.settings, name) is value


def test_a_name_still_being_typed_is_kept_on_leaving(qtbot, desk, page, settle):
    qtbot.keyClicks(page.day.called.edit, "Sam")
    page.leave()
    settle(desk)
    assert desk.settings.called == "Sam"


def test_another_passphrase_opens_the_journal_from_now_on(qtbot, desk, page, settle, told):
    page.lock.change.click()
    form = page.lock.form
    qtbot.keyClicks(form.old.edit, "marigold under the stairs")
    for field in (form.fields.first, form.fields.again):
        qtbot.keyClicks(field.edit, "sorrel")
    form.button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert form.old.text() == ""
    desk.close_journal(5)
    with qtbot.waitSignal(desk.unlocked, timeout=10_000):
        desk.unlock("sorrel", desk.messages.fail)


def test_a_wrong_passphrase_of_now_changes_nothing(qtbot, desk, page):
    page.lock.change.click()
    form = page.lock.form
    for field in (form.old, form.fields.first, form.fields.again):
        qtbot.keyClicks(field.edit, "sorrel")
    form.button.click()
    qtbot.waitUntil(lambda: bool(form.old.edit.property("wrong")), timeout=10_000)


def test_a_check_says_what_it_found(qtbot, page):
    page.safety.check.click()
    qtbot.waitUntil(page.safety.check.isEnabled, timeout=10_000)
    assert page.safety.found.text() == "All is well."


def test_a_backup_made_here_stands_first_in_the_list(qtbot, desk, page, told):
    panel = page.safety.panel
    panel.state.button.click()
    qtbot.waitUntil(lambda: len(panel.list.lines) == 1, timeout=10_000)
    assert told == ["The backup is made, and it is whole: 0 entries."]
    assert panel.list.lines[0].told.day == "Today, 18:30"
    assert panel.list.lines[0].told.why == "You asked for it"


def test_the_recovery_code_can_be_tried_where_there_is_one(desk, page, settle):
    settle(desk)
    assert page.lock._drill_row.isVisible()


def test_below_960_the_sections_are_a_drop_down(page):
    assert page.list._list.isVisible()
    page.resize(900, 600)
    assert page.list._box.isVisible()
    assert not page.list._list.isVisible()


def test_a_section_is_scrolled_to_and_marked(qtbot, desk, page):
    page.arrive(SettingsPlace("lock"))
    qtbot.wait(50)
    assert page.list._items["lock"].isChecked()
    assert page.verticalScrollBar().value() > 0


def test_in_a_wide_window_the_column_stands_in_the_middle(page, qtbot):
    page.resize(2560, 1200)

    def is_in_the_middle():
        right = page.width() - page.content.geometry().right() - 1
        return page.content.x() > 500 and abs(page.content.x() - right) <= 2

    qtbot.waitUntil(is_in_the_middle)
