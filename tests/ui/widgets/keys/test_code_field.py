"""Where a recovery code is typed."""

import pytest
from PySide6.QtGui import QFontMetrics

from ui.widgets.keys.code_field import CodeField

WIDE = "WMWM-GQWM-MMWM-QWMW-WMGM-MWQM-WMWM-WWQM-WMMW"


@pytest.fixture
def field(theme, shown):
    return shown(CodeField(theme), width=480)


def end_of_text(field):
    return QFontMetrics(field.edit.font()).horizontalAdvance(field.text())


def test_all_of_a_code_of_wide_letters_is_seen(qtbot, field):
    qtbot.keyClicks(field.edit, WIDE)
    assert end_of_text(field) < field.edit.width() - 2 * field.theme.px(14)


def test_what_is_short_is_written_as_large_as_elsewhere(field):
    field.setText(WIDE)
    field.setText("7KQ4")
    assert field.edit.font() == field.theme.font("body")


def test_more_room_makes_the_letters_larger(field):
    field.setText(WIDE)
    before = field.edit.font().pixelSize()
    field.resize(700, field.height())
    assert field.edit.font().pixelSize() > before


def test_it_stays_legible_however_much_is_typed(field):
    field.setText(WIDE * 5)
    assert field.edit.font().pixelSize() >= 9
