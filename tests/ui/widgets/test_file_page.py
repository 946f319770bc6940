"""A page on which a file is chosen or dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

from ui.widgets.file_page import FilePage
from ui.widgets.text import Text


class _Page(FilePage):
    taken = None

    @override
    def take_file(self, path):
        self.taken = path


@pytest.fixture
def page(qtbot, theme):
    made = _Page(theme, "Back", "Choose", 600)
    qtbot.addWidget(made)
    made.stand_below(made.body)
    made.show()
    return made


def carried(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def drop(page, data):
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()
    page.dragEnterEvent(enter)
    page.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, none))
    return enter.isAccepted()


def test_one_file_of_this_computer_is_taken(page, tmp_path):
    assert drop(page, carried(f"file://{tmp_path}/reply.age"))
    assert page.taken == Path(tmp_path / "reply.age")


@pytest.mark.parametrize("urls", [(), ("file:///a", "file:///b"), ("https://example.org/a",)])
def test_nothing_else_is(page, urls):
    assert not drop(page, carried(*urls))
    assert page.taken is None


def test_one_thing_stands_below(page, theme):
    page.show_below(Text(theme, "Reading…"))
    page.show_below(Text(theme, "Here it is"))
    assert [one.text() for one in page.body.content.findChildren(Text) if one.isVisible()] == [
        "Here it is"
    ]
    page.drop_shown()
    assert page.shown is None
