"""KeyRow: what each sign on the page stands for: "Person A" was Wren; the bar, a blanked word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ally_journal.language import _
from ui.widgets.centred import centred
from ui.widgets.coach.person_pill import PersonPill
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.shapes import painter_on, rounded
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ally_journal.domain.preview import Preview
    from ui.models.share_lines import KeySign
    from ui.theme import Theme

BAR_WIDTH, BAR_HEIGHT, RADIUS = 44, 18, 2
GAP, ROW_GAP, INSIDE = 18, 6, 6


class BarSign(QWidget):
    """The bar that a blanked word becomes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(_("A bar"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """As in the text."""
        return QSize(self.theme.px(BAR_WIDTH), self.theme.px(BAR_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """One solid bar."""
        painter = painter_on(self)
        rounded(painter, self.rect().toRectF(), self.theme.px(RADIUS), self.theme.color("edge"))
        painter.end()


class KeyRow(QWidget):
    """Signs with their words, in as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(_("What the signs stand for"))
        self._flow = FlowLayout(self)
        self._signs: Sequence[KeySign] = ()
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_signs(self, signs: Sequence[KeySign]) -> None:
        """Show these instead."""
        if tuple(signs) == tuple(self._signs):
            return
        self._signs = signs
        for item in self._items:
            self._flow.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._items = [self._item(sign) for sign in signs]
        for item in self._items:
            self._flow.addWidget(item)
            item.show()
        self.setVisible(bool(signs))
        self.updateGeometry()

    def restyle(self) -> None:
        """Take new gaps after a change of text size."""
        self._flow.set_gaps(self.theme.px(GAP), self.theme.px(ROW_GAP))

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, for screen readers and tests."""
        return tuple(item.accessibleName() for item in self._items)

    def _item(self, sign: KeySign) -> QWidget:
        item = QWidget(self)
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(INSIDE))
        pill = PersonPill(self.theme, sign.label, item) if sign.label else BarSign(self.theme, item)
        row.addLayout(centred(pill))
        row.addLayout(centred(Text(self.theme, sign.words, "small", "ink2", parent=item)))
        item.setAccessibleName(f"{sign.label} {sign.words}".strip())
        return item


def shown_names(preview: Preview) -> dict[str, str]:
    """Everybody that a word can be given to: by id, with the label if there is one."""
    names = {known.person: known.names[0] for known in preview.watched.known}
    labels = {known.person: known.label for known in preview.cast.known}
    first = [person for person in names if labels.get(person)]
    first.sort(key=lambda person: (len(labels[person]), labels[person]))
    rest = sorted((one for one in names if not labels.get(one)), key=lambda one: names[one])
    return {
        person: ", ".join(filter(None, (labels.get(person, ""), names[person])))
        for person in (*first, *rest)
    }
