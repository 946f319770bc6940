"""The text size, told once the hand rests."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.settings.size_slider import SizeSlider


@pytest.fixture
def size(qtbot, theme):
    made = SizeSlider(theme, "Text size")
    made.set_percent(100)
    made.heard = []
    made.chosen.connect(made.heard.append)
    qtbot.addWidget(made)
    made.show()
    return made


def test_several_steps_are_told_as_one_size(qtbot, size):
    for _step in range(3):
        qtbot.keyClick(size.slider, Qt.Key.Key_Right)
    assert size.heard == []
    qtbot.waitUntil(lambda: bool(size.heard), timeout=2_000)
    assert size.heard == [130]


def test_while_the_mouse_holds_it_nothing_is_told(qtbot, size):
    size.slider.setSliderDown(True)
    size.slider.setValue(15)
    qtbot.wait(300)
    assert size.heard == []
    size.slider.setSliderDown(False)
    qtbot.waitUntil(lambda: size.heard == [150], timeout=2_000)


@pytest.mark.parametrize(("key", "told"), [(Qt.Key.Key_End, 200), (Qt.Key.Key_PageUp, 120)])
def test_keys_reach_the_ends_and_no_further(qtbot, size, key, told):
    qtbot.keyClick(size.slider, key)
    qtbot.waitUntil(lambda: size.heard == [told], timeout=2_000)


@pytest.mark.parametrize(("percent", "shown"), [(150, 150), (90, 100), (400, 200)])
def test_showing_a_size_tells_nothing(qtbot, size, percent, shown):
    size.set_percent(percent)
    qtbot.wait(200)
    assert size.slider.value() * 10 == shown
    assert str(shown) in size._number.text()
    assert size.heard == []


def test_the_wheel_is_left_to_the_page(size):
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(size.slider, wheel)
    assert size.slider.value() == 10
    assert not wheel.isAccepted()
