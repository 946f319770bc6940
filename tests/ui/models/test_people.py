import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.models.people import ROW, PeopleModel, PersonRow, people_found, person_seen


@pytest.fixture
def model(qapp):
    made = PeopleModel()
    made.show_rows((PersonRow("1", "Fern", "Pricing", 2), PersonRow("", "No one", "", 0)))
    return made


def test_the_model_keeps_to_its_contract(model):
    tester = QAbstractItemModelTester(model)
    model.show_rows((PersonRow("2", "Wren", "", 1),))
    assert model.rowCount() == 1
    assert tester.model() is model


def test_rows_are_said_whole_and_handed_to_the_delegate(model):
    first = model.index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Fern, Pricing, 2 open"
    assert model.index(1, 0).data() == "No one"
    assert first.data(ROW) == model.row_at(0)
    assert first.data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None


def test_places_are_found_by_person(model):
    assert [model.place_of(one) for one in ("1", "", "nobody")] == [0, 1, -1]
    assert model.row_at(7) is None


def test_an_empty_journal_has_nobody(desk, settle):
    found = []
    desk.ask(people_found, found.append, owner=desk)
    desk.ask(lambda journal: person_seen("", journal), found.append, owner=desk)
    settle(desk)
    assert (found[0].rows, found[0].tidy) == ((), ())
    assert found[1].person is None
