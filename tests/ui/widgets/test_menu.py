"""The menu, with a shadow where windows may be seen through and without one elsewhere."""

import pytest
from PySide6.QtGui import QGuiApplication

from ui.widgets import menu as menus
from ui.widgets.menu import Menu, may_be_translucent


@pytest.fixture
def popped(qtbot, theme):
    def pop():
        menu = Menu(theme)
        qtbot.addWidget(menu)
        menu.item("Water the ferns", "check")
        menu.popup(QGuiApplication.primaryScreen().geometry().topLeft())
        return menu

    return pop


def test_x11_may_have_no_compositor():
    assert [may_be_translucent(one) for one in ("xcb", "windows", "wayland")] == [False, True, True]


def test_without_a_compositor_there_is_no_room_for_a_shadow(monkeypatch, popped):
    monkeypatch.setattr(menus, "may_be_translucent", lambda _platform: False)
    menu = popped()
    assert menu.contentsMargins().isNull()
    assert not menu.mask().contains(menu.rect().topLeft())
    assert menu.mask().contains(menu.rect().center())


def test_with_one_the_menu_is_not_cut(popped):
    menu = popped()
    assert not menu.contentsMargins().isNull()
    assert menu.mask().isEmpty()
