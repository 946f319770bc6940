"""The system's question about the printer."""

import pytest
from pypdf import PdfReader  # noqa: TID253 a test has time
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QWidget

from ui.printing import print_code, print_html


def test_the_question_stands_in_front_of_the_page_and_can_be_taken_away(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    print_code(page, "-".join(["7KQ4"] * 9), "DejaVu Sans")
    dialog = page.findChild(QPrintDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is None, timeout=5_000)


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def asked(page, monkeypatch, tmp_path):
    """The question, where no temporary file can be made; it prints to tmp_path."""
    QGuiApplication.clipboard().setText("theirs")
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "nowhere"))
    print_code(page, "-".join(["7KQ4"] * 9), "DejaVu Sans")
    dialog = page.findChild(QPrintDialog)
    dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
    return dialog


def test_a_yes_prints_and_leaves_nothing_but_the_sheet(asked, tmp_path):
    asked.done(QDialog.DialogCode.Accepted)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert [one.name for one in tmp_path.iterdir()] == ["paper.pdf"]
    assert QGuiApplication.clipboard().text() == "theirs"


def test_a_no_prints_nothing(asked, tmp_path):
    asked.reject()
    assert list(tmp_path.iterdir()) == []
    assert QGuiApplication.clipboard().text() == "theirs"


@pytest.fixture
def paper(page, tmp_path):
    """What comes out of the printer for a page of HTML."""

    def printed(html):
        print_html(page, html, "Journal")
        dialog = page.findChild(QPrintDialog)
        dialog.printer().setOutputFileName(str(tmp_path / "page.pdf"))
        dialog.done(QDialog.DialogCode.Accepted)
        return PdfReader(tmp_path / "page.pdf")

    return printed


def test_a_page_is_printed_with_its_words_and_a_title_that_tells_nothing(paper):
    read = paper("<html><head><style>p{color:red}</style></head><body><p>Moss</p></body></html>")
    assert "Moss" in read.pages[0].extract_text()
    assert read.metadata.title == "Journal"
    assert not read.metadata.author


def test_a_long_page_goes_on_over_several_sheets(paper):
    assert len(paper("<p>moss</p>" * 200).pages) > 1


def test_a_page_loads_nothing(paper, tmp_path):
    (tmp_path / "own.txt").write_text("ivy")
    read = paper(f'<p>Moss</p><img src="file://{tmp_path}/own.txt">')
    assert "ivy" not in read.pages[0].extract_text()
