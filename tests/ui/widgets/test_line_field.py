"""One line to write in."""

import pytest

from ui.widgets.line_field import LineField


@pytest.fixture
def make(qtbot, theme):
    def made(**more):
        field = LineField(theme, "", **more)
        qtbot.addWidget(field)
        return field

    return made


def test_there_is_nothing_to_empty_at_first(make):
    assert make(clearable=True)._clear.isHidden()


def test_its_button_empties_it_and_goes_away(make):
    field = make(clearable=True)
    field.setText("pricing")
    assert not field._clear.isHidden()
    field._clear.click()
    assert (field.text(), field._clear.isHidden()) == ("", True)


def test_the_button_is_there_when_words_came_without_a_signal(make):
    field = make(clearable=True)
    field.edit.blockSignals(True)
    field.setText("pricing")
    assert not field._clear.isHidden()


def test_other_fields_have_no_such_button(make):
    field = make()
    field.setText("pricing")
    assert field._clear.isHidden()
