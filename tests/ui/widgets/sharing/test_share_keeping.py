"""Writing it: once more asked where it is open, and what stops it."""

import pytest
from PySide6.QtWidgets import QWidget

from ally_journal.domain.entry import Sensitivity
from ui import printing
from ui.models.share_saving import SealOrder
from ui.widgets.sharing.share_keeping import ShareKeeping
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

PUBLIC = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
def host(shown):
    return shown(QWidget(), width=900, height=600)


@pytest.fixture
def keeping(desk, host):
    return ShareKeeping(desk, host)


def test_a_locked_file_is_written_at_once(keeping, chosen, qtbot, tmp_path):
    target = tmp_path / "packet.age"
    with qtbot.waitSignal(keeping.saved, timeout=20_000) as told:
        keeping.take_place(chosen.preview, SealOrder("packet", recipient=PUBLIC), target)
    assert target.read_bytes().startswith(b"age-encryption.org/v1")
    assert told.args[0].target == target


def test_an_open_one_is_asked_about_with_its_folder(keeping, host, chosen, qtbot, tmp_path):
    target = tmp_path / "packet.html"
    keeping.take_place(chosen.preview, SealOrder("html"), target)
    (sheet,) = host.findChildren(Sheet)
    assert str(tmp_path) in sheet.paper.accessibleDescription()
    assert not target.exists()
    with qtbot.waitSignal(keeping.saved, timeout=20_000):
        sheet.other_button.click()
    assert "cut in twice" in target.read_text()


@pytest.mark.parametrize(("folder", "told"), [("Dropbox", True), ("Papers", False)])
def test_a_folder_that_is_copied_elsewhere_is_named(keeping, host, chosen, tmp_path, folder, told):
    keeping.take_place(chosen.preview, SealOrder("html"), tmp_path / folder / "packet.html")
    (sheet,) = host.findChildren(Sheet)
    words = " ".join(one.text() for one in sheet.content.parentWidget().findChildren(Text))
    assert ("Dropbox" in words.replace(str(tmp_path / folder), "")) is told


def test_not_writing_it_is_the_safe_choice(keeping, host, chosen, settle, desk, tmp_path):
    keeping.take_place(chosen.preview, SealOrder("html"), tmp_path / "packet.html")
    (sheet,) = host.findChildren(Sheet)
    sheet.safe_button.click()
    settle(desk)
    assert list(tmp_path.glob("packet*")) == []


def test_what_may_not_go_any_more_is_said(keeping, chosen, desk, entries, qtbot, tmp_path):
    stays = entries["call"]
    desk.write(lambda journal: journal.writing.set_sensitivity(stays, Sensitivity.NEVER))
    with qtbot.waitSignal(keeping.leaked, timeout=20_000):
        order = SealOrder("packet", recipient=PUBLIC)
        keeping.take_place(chosen.preview, order, tmp_path / "packet.age")
    assert list(tmp_path.glob("packet*")) == []


def test_a_folder_that_is_not_there_is_said(keeping, chosen, qtbot, tmp_path):
    with qtbot.waitSignal(keeping.failed, timeout=20_000):
        order = SealOrder("packet", recipient=PUBLIC)
        keeping.take_place(chosen.preview, order, tmp_path / "no" / "packet.age")


def test_printing_takes_the_page_and_a_title_that_tells_nothing(
    keeping, chosen, desk, settle, monkeypatch
):
    printed = []
    monkeypatch.setattr(printing, "print_html", lambda _parent, *rest: printed.append(rest))
    keeping.print_page(chosen.preview)
    settle(desk)
    keeping.print_agreement()
    assert "cut in twice" in printed[0][0]
    assert [title for _html, title in printed] == ["Journal", "Journal"]
