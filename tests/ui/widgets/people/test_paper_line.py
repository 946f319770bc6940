import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ally_journal.domain.person import Person
from ui.theme import Theme
from ui.widgets.people.paper_line import PaperLine
from ui.widgets.people.people_card import PeopleCard


@pytest.fixture
def line(qtbot, theme):
    made = PaperLine(theme, "check", "Passed the note on & said so", "9 March")
    qtbot.addWidget(made)
    made.resize(240, made.sizeHint().height())
    made.show()
    return made


def test_it_says_what_and_when_to_a_screen_reader(line):
    assert line.words == "Passed the note on & said so"
    assert line.accessibleDescription() == "9 March"
    assert line.toolTip() == "Passed the note on & said so"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_presses_it(line, key, qtbot):
    with qtbot.waitSignal(line.clicked):
        QTest.keyClick(line, key)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_it_is_painted_in_every_theme(qtbot, qapp, name):
    theme = Theme(name, less_motion=True)
    theme.apply(qapp)
    made = PaperLine(theme, "check", "x" * 200, "")
    qtbot.addWidget(made)
    made.is_last = True
    made.resize(made.minimumSizeHint())
    QTest.mousePress(made, Qt.MouseButton.LeftButton)
    assert not made.grab().isNull()
    assert made.rect().contains(made.focus_shape()[0])


def test_the_card_of_people_leads_to_each(qtbot, theme):
    card, asked = PeopleCard(theme), []
    qtbot.addWidget(card)
    card.asked.connect(asked.append)
    card.show_people((Person("1", "Fern", entries=2), Person("2", "Wren")))
    card.body.itemAt(1).widget().click()
    assert asked == ["2"]
    assert card.body.itemAt(0).widget().accessibleDescription() == "in 2 entries"
    card.show_people(())
    assert card.body.count() == 1
