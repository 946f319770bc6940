"""An icon that only shows."""

from ui.theme import Theme
from ui.widgets.sign import Sign


def test_a_sign_takes_the_colour_of_a_new_theme(qtbot):
    theme = Theme("light")
    sign = Sign(theme, "info", "ink3", 16)
    qtbot.addWidget(sign)
    before = sign.pixmap().toImage()
    theme.choose(name="dark")
    assert sign.pixmap().toImage() != before
