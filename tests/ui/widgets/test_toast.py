"""What is said for a few seconds at the foot of the window."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.toast import NOTICES, Toast


@pytest.fixture
def host(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.addStretch(1)
    for name in (NOTICES, "footer"):
        part = QWidget()
        part.setObjectName(name)
        part.setFixedHeight(60)
        column.addWidget(part)
    host.resize(800, 600)
    return host


@pytest.fixture
def notice(host):
    return host.findChild(QWidget, NOTICES)


@pytest.fixture
def toast(qtbot, host, theme):
    toast = Toast(host, theme)
    host.show()
    qtbot.waitExposed(host)
    toast.say("Kept.")
    return toast


def test_it_stands_above_a_notice(toast, notice):
    assert toast.geometry().bottom() < notice.y()


def test_it_comes_down_when_the_notice_goes(toast, notice, host):
    notice.hide()
    assert notice.y() <= toast.geometry().bottom() < host.findChild(QWidget, "footer").y()
