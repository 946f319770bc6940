import pytest
from PySide6.QtGui import QColor

from ui import icons
from ui.theme import Theme


def test_there_are_all_icons_of_the_look():
    assert len(icons.names()) == 41


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_drawn_in_the_color_of_its_role(qapp, name):
    theme = Theme("light")
    image = icons.pixmap(theme, name, "accent", 24, 4.0).toImage()
    shown = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert theme.color("accent").name() in shown


def test_an_icon_grows_with_the_text(qapp):
    assert icons.pixmap(Theme("light", 200), "lock", "ink2", 18).width() == 36


def test_an_icon_for_stock_widgets_has_a_disabled_look(qapp):
    made = icons.icon(Theme("light"), "lock")
    assert not made.isNull()
    assert QColor(Theme("light").hex("ink3")).isValid()
