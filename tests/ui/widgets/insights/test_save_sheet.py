import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ally_journal.domain.insights import Table
from ui.widgets.insights.save_sheet import SaveSheet

TABLE = Table(("Day",), (("12 March",),))


@pytest.fixture
def sheet(qtbot, desk, window):
    sheet = SaveSheet(desk, window, "days", "csv")
    sheet.open(
        lambda target: sheet.save(lambda journal: journal.chart_files.save_table(TABLE, target))
    )
    return sheet


def test_it_says_once_that_anybody_can_read_the_file(sheet):
    assert sheet.sheet.isVisible()
    assert "anybody" in sheet.sheet.paper.accessibleDescription()
    assert Path(sheet.path.text()).name == "days.csv"


def test_it_is_saved_for_the_owner_alone(sheet, desk, settle, tmp_path, told):
    target = tmp_path / "mine.csv"
    sheet.path.setText(str(target))
    sheet.sheet.other_button.click()
    settle(desk)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert told == [f"It was saved in {tmp_path}."]


def test_enter_in_the_field_saves_it(qtbot, sheet, desk, settle, tmp_path):
    target = tmp_path / "mine.csv"
    sheet.path.setText(str(target))
    qtbot.keyClick(sheet.path.edit, Qt.Key.Key_Return)
    settle(desk)
    assert target.exists()


def test_a_file_that_is_there_is_never_replaced(sheet, desk, settle, tmp_path):
    target = tmp_path / "mine.csv"
    target.write_text("mine")
    sheet.path.setText(str(target))
    sheet.sheet.other_button.click()
    settle(desk)
    assert target.read_text() == "mine"
    assert sheet.sheet.isVisible()


@pytest.mark.parametrize("words", ["", "days.csv", "relative/days.csv"])
def test_a_place_that_is_none_is_said_and_nothing_is_written(sheet, words, desk, settle, told):
    sheet.path.setText(words)
    sheet.sheet.other_button.click()
    assert "Name a file in a folder" in sheet.path.edit.accessibleDescription()
    settle(desk)
    assert sheet.sheet.isVisible()
    assert told == []


def test_not_saving_writes_nothing(sheet, tmp_path):
    sheet.path.setText(str(tmp_path / "mine.csv"))
    sheet.sheet.safe_button.click()
    assert not list(tmp_path.glob("*.csv"))
