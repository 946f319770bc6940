"""A scrolled half of the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.card import Card
from ui.widgets.sharing.pane import SharePane


def test_what_is_in_it_fills_it_and_the_head_stands_above(theme, shown):
    pane = SharePane(theme, Card(theme))
    pane.set_margins(0, 0, 0, 0, 0)
    shown(pane, width=400, height=300)
    assert pane.card.height() == 300
    pane.take_head(QLabel("head"))
    assert pane.column.count() == 2


def test_it_is_no_stop_of_its_own(theme):
    assert SharePane(theme, Card(theme)).focusPolicy() == Qt.FocusPolicy.NoFocus
