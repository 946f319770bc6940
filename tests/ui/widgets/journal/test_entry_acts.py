"""What can be done with an entry: printing it, where it may leave."""

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from ally_journal.domain.entry import Sensitivity
from ui.widgets.journal.entry_acts import EntryActs


@pytest.fixture
def acts(desk, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    return EntryActs(desk, host)


@pytest.fixture
def kept(desk, settle):
    """Keep an entry at a level; gives it."""

    def keep(level):
        found = []

        def write(journal):
            entry, _change = journal.writing.write("free", {"page": "Moss."})
            change = journal.writing.set_sensitivity(entry.id, level)
            return journal.reading.entry(entry.id), change

        desk.write(write, found.append)
        settle(desk)
        return found[0]

    return keep


def labels(acts, entry):
    menu = acts.new_menu()
    acts.add_to(menu, entry)
    return [action.text() for action in menu.actions()]


def test_an_entry_is_printed_by_the_dialog_of_the_system(acts, kept, settle, desk):
    acts.ask_printer(kept(Sensitivity.PRIVATE).id)
    settle(desk)
    dialog = acts._host.findChild(QPrintDialog)
    assert dialog.printer().docName() == "Journal"
    dialog.reject()


def test_one_told_in_confidence_is_not_printed(acts, kept, settle, desk, told):
    acts.ask_printer(kept(Sensitivity.NEVER).id)
    settle(desk)
    assert acts._host.findChild(QPrintDialog) is None
    assert "told in confidence" in told[-1]


def test_printing_is_offered_only_where_it_may_be(acts, kept):
    assert any("Print" in one for one in labels(acts, kept(Sensitivity.COACH)))
    assert not any("Print" in one for one in labels(acts, kept(Sensitivity.NEVER)))
