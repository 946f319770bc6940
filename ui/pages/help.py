"""Help: the pages that come with the program, and every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.help_pages import load_help
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.help_text import HelpText
from ui.widgets.sectioned_page import SectionedPage
from ui.widgets.settings.keys_section import KeysSection
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ally_journal.domain.help_pages import HelpPage as Topic
    from ui.desk import Desk
    from ui.places import HelpPlace

_ICONS = {
    "about": "info",
    "practices": "pencil",
    "privacy": "lock",
    "promises": "loop",
    "people": "people",
    "habits": "calendar",
    "sharing": "share",
    "exporting": "file",
    "recovery": "look",
}


class HelpPage(SectionedPage):
    """All topics below one another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        topics = load_help()
        sections = [(one.key, _ICONS.get(one.key, "info"), one.title) for one in topics]
        sections.append(("keys", "table", _("Keys")))
        super().__init__(desk.theme, _("Help"), _("Short pages, all here."), sections, parent)
        self.desk = desk
        for one in topics:
            self.add_section(one.key, _topic(self, one))
        self.add_section("keys", KeysSection(desk))
        self.end_sections()
        self.back = Button(self.theme, _("Back to where you were"), "quiet", icon="left")
        self.back.setToolTip(_("Back to where you were (Esc)"))
        self.head_row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.back.clicked.connect(desk.back_requested)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(desk.back_requested)

    def arrive(self, place: HelpPlace) -> None:
        """Show the topic that was asked for."""
        key = place.topic or next(iter(self.parts))
        self.show_section(key)
        QTimer.singleShot(0, self, lambda: self.show_section(key))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Nothing of the journal stands here."""


def _topic(page: HelpPage, topic: Topic) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(page.theme.px(8))
    column.addWidget(Text(page.theme, topic.title, "title", "ink"))
    text = HelpText(page.theme)
    text.show_markdown(topic.title, topic.text)
    column.addWidget(text)
    return part
