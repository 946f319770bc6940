"""Every control has a name, on every page, and Tab reaches each of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider, QTextEdit

from ui.locked_places import CodePlace, CreatePlace, RecoverPlace, UnlockPlace
from ui.page_making import kinds, make_page
from ui.pages.create import CreatePage
from ui.pages.recover import RecoverPage
from ui.pages.recovery_code import RecoveryCodePage
from ui.pages.unlock import UnlockPage
from ui.pages.welcome import WelcomePage
from ui.places import HelpPlace, MinutePlace, SettingsPlace, SupportPlace, WelcomePlace

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QSlider)
OURS = {
    "UnlockPlace": UnlockPlace(),
    "CreatePlace": CreatePlace(),
    "CodePlace": CodePlace("-".join(["7KQ4"] * 9)),
    "RecoverPlace": RecoverPlace(),
    "WelcomePlace": WelcomePlace(),
    "SettingsPlace": SettingsPlace(),
    "SupportPlace": SupportPlace(),
    "MinutePlace": MinutePlace(),
    "HelpPlace": HelpPlace(),
}


def is_stop(control):
    return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)


def name_of(control):
    return control.accessibleName() or (
        control.text() if isinstance(control, QAbstractButton) else ""
    )


@pytest.mark.parametrize("place", OURS)
def test_every_control_has_a_name(desk, shown, qtbot, place):
    page = shown(make_page(kinds()[place], desk, None), OURS[place])
    nameless = [
        one
        for one in page.findChildren(CONTROLS[0]) + page.findChildren(QLineEdit)
        if one.isVisibleTo(page) and is_stop(one) and not name_of(one)
    ]
    nameless += [
        one for kind in CONTROLS[2:] for one in page.findChildren(kind) if not name_of(one)
    ]
    assert nameless == []


def test_every_place_has_its_page():
    from ui import locked_places, places  # noqa: PLC0415 to look into them

    for module in (places, locked_places):
        names = {name for name in vars(module) if name.endswith("Place") and name != "Place"}
        assert names - {"UnlockPlace", "CreatePlace"} <= set(kinds())


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("UnlockPlace", UnlockPage),
        ("CreatePlace", CreatePage),
        ("CodePlace", RecoveryCodePage),
        ("RecoverPlace", RecoverPage),
        ("WelcomePlace", WelcomePage),
    ],
)
def test_a_place_is_shown_by_its_page(desk, qtbot, place, page):
    made = make_page(kinds()[place], desk, None)
    qtbot.addWidget(made)
    assert isinstance(made, page)
