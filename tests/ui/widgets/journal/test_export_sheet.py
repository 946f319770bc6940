"""The two steps of an export: what is said before, what is asked, what comes of it."""

import pytest
from pypdf import PdfReader  # noqa: TID253 a test has time
from PySide6.QtWidgets import QWidget

from ally_journal.domain.entry import Sensitivity
from ally_journal.services.carrying import Going
from ui.widgets.journal.export_sheet import ExportSheet
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text


@pytest.fixture
def host(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    host.show()
    return host


@pytest.fixture
def sheet(desk, host, settle):
    """Over a journal with Wren in one entry, and another told in confidence."""

    def fill(journal):
        journal.people.add("Juniper")
        journal.writing.write("free", {"title": "A talk", "page": "Juniper laughed."})
        kept, _change = journal.writing.write("free", {"title": "Sealed", "page": "Sealed."})
        return journal.writing.set_sensitivity(kept.id, Sensitivity.NEVER)

    desk.write(fill)
    settle(desk)
    sheet = ExportSheet(desk, host, "", Going(1, 1))
    sheet.open()
    return sheet


@pytest.fixture
def said():
    """What the second steps say."""
    return []


@pytest.fixture
def export(sheet, desk, settle, host, said):
    """Say yes to both steps, and wait for the file."""

    def go(form, target, *, redact=False):
        sheet.form.set_value(form)
        sheet.path.setText(str(target))
        sheet.redact.setChecked(redact)
        sheet.sheet.other_button.click()
        again = host.findChildren(Sheet)[-1]
        said.append(" ".join(one.text() for one in again.findChildren(Text)))
        again.other_button.click()
        for _turn in range(200):
            settle(desk)
            if target.exists() or sheet.allow.isVisible():
                break
        settle(desk)

    return go


def test_it_says_what_stays(sheet):
    assert "1 entry told in confidence stays here." in sheet.sheet.paper.accessibleDescription()


@pytest.mark.parametrize("form", ["markdown", "html", "csv", "json"])
def test_each_form_is_written_without_what_was_told_in_confidence(export, tmp_path, form, told):
    target = tmp_path / "out"
    export(form, target)
    assert "Juniper laughed" in target.read_text("utf-8")
    assert "Sealed" not in target.read_text("utf-8")
    assert told[-1].endswith("1 entry told in confidence stays here.")


def test_a_pdf_is_written_with_people_as_letters(export, tmp_path):
    export("pdf", tmp_path / "out.pdf", redact=True)
    text = PdfReader(tmp_path / "out.pdf").pages[0].extract_text()
    assert "Person A laughed." in text
    assert "Juniper" not in text


def test_a_name_that_is_left_stops_it_and_can_be_let_through(export, desk, settle, sheet, tmp_path):
    desk.write(lambda journal: journal.writing.write("free", {"page": "Junipar came."}))
    settle(desk)
    export("html", tmp_path / "out.html", redact=True)
    assert not (tmp_path / "out.html").exists()
    assert sheet.allow.edit.property("wrong")
    sheet.allow.setText("juniperus, Junipar")
    export("html", tmp_path / "out.html", redact=True)
    assert "Junipar came." in (tmp_path / "out.html").read_text("utf-8")


def test_the_name_of_the_file_follows_the_form(sheet):
    sheet._take_form("pdf")
    assert sheet.path.text().endswith("journal.pdf")


def test_a_folder_that_is_copied_elsewhere_is_named(export, tmp_path, said):
    (tmp_path / "Dropbox").mkdir()
    export("markdown", tmp_path / "Dropbox" / "out.md")
    assert "that Dropbox copies to other computers" in said[0]


def test_another_folder_is_not(export, tmp_path, said):
    export("markdown", tmp_path / "out.md")
    assert "copies" not in said[0]


def test_a_json_without_names_is_said_not_to_come_back(sheet, tmp_path):
    sheet.form.set_value("json")
    sheet.redact.setChecked(True)
    assert "cannot be brought in again" in sheet._warning(tmp_path / "out.json")
