"""EntryDelegate: paints the rows of the timeline and the heads of its months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ally_journal.domain.day_words import weekday_name
from ally_journal.domain.entry import EntrySummary
from ally_journal.domain.query import Query, hits
from ui import icons
from ui.models.entry_levels import SIGNS
from ui.widgets.journal.marked_text import MarkedText
from ui.widgets.shapes import CENTRE, RIGHT, line_of_text, rounded

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QColor, QPainter

    from ui.theme import Theme

ROW, GROUND, HEAD = 114, 110, 40
EDGE, DAY_LEFT, DAY_WIDTH, TEXT_LEFT, TEXT_RIGHT = 12, 24, 40, 78, 12
ICON, STAR = 16, 14
# Where the last line of a row stands when nothing is between it and the title, and a line's height.
META, LINE = 40, 20
_DATA = Qt.ItemDataRole.UserRole
_KEPT_TEXTS = 400


class EntryDelegate(QStyledItemDelegate):
    """Every size in pixels at 100 %; nothing is read from the journal while painting."""

    def __init__(
        self, theme: Theme, practice: Callable[[str], tuple[str, str]], parent: QWidget
    ) -> None:
        """`practice` gives the title and the icon of a practice by its id."""
        super().__init__(parent)
        self.theme, self._practice = theme, practice
        self._query = Query()
        self._texts: dict[tuple[str, float], MarkedText] = {}
        self._row = self._head = QSize()
        self._heads: AbstractSet[int] = frozenset()
        self.restyle()

    def set_heads(self, heads: AbstractSet[int]) -> None:
        """The rows that are heads of months; the set may change while it is looked at."""
        self._heads = heads

    def set_query(self, query: Query) -> None:
        """Mark the words of this search."""
        self._query = query
        self._texts.clear()

    def restyle(self) -> None:
        """Take new sizes after a change of theme."""
        px = self.theme.px
        self._texts.clear()
        self._head, self._row = QSize(px(ROW), px(HEAD)), QSize(px(ROW), px(ROW))

    def forget(self) -> None:
        """Let go of all text."""
        self._texts.clear()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two heights; asked for every row at each fetch, so that nothing else is asked here."""
        return self._head if index.row() in self._heads else self._row

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """A month's head or an entry."""
        row = index.data(_DATA)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if isinstance(row, EntrySummary):
            self._draw_entry(painter, rect, row, option.state)
        else:
            self._draw_head(painter, rect, row.words, row.count_words)
        painter.restore()

    def _draw_head(self, painter: QPainter, rect: QRectF, words: str, count: str) -> None:
        px, theme = self.theme.px, self.theme
        inner = rect.adjusted(px(DAY_LEFT), px(4), -px(EDGE + 8), 0)
        line_of_text(painter, inner, words, theme.font("smallm"), theme.color("ink"))
        line_of_text(painter, inner, count, theme.font("small"), theme.color("ink3"), RIGHT)

    def _draw_entry(
        self, painter: QPainter, rect: QRectF, row: EntrySummary, state: QStyle.StateFlag
    ) -> None:
        px = self.theme.px
        ground = QRectF(rect.left() + px(EDGE), rect.top(), rect.width() - px(2 * EDGE), px(GROUND))
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._draw_ground(painter, ground, state)
        left = rect.left() + px(TEXT_LEFT)
        width = ground.right() - px(TEXT_RIGHT) - left
        strong = self.theme.color("onSoft" if is_chosen else "ink")
        quiet = self.theme.color("onSoft" if is_chosen else "ink3")
        self._draw_day(painter, rect, row, strong, quiet)
        title, words = self._told(row, width)
        place = QRectF(left, rect.top() + px(9), width, px(22))
        self._draw_title(painter, place, title, strong, star=row.star)
        text = self._text(words, width)
        ink, mark = self.theme.color("ink2"), self.theme.color("accent")
        text.draw(painter, QPointF(left, rect.top() + px(35)), ink, mark)
        below = rect.top() + px(META) + text.lines * px(LINE)
        self._draw_meta(painter, QRectF(left, below, width, px(22)), row, quiet)

    def _draw_ground(self, painter: QPainter, ground: QRectF, state: QStyle.StateFlag) -> None:
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not is_chosen and not is_hovered:
            return
        color, line = self.theme.color, None
        if self.theme.is_contrast:
            line = color("accent" if is_chosen else "line")
        fill = color("soft" if is_chosen else "sunken")
        rounded(painter, ground, self.theme.px(10), fill, line)

    def _draw_day(
        self, painter: QPainter, rect: QRectF, row: EntrySummary, strong: QColor, quiet: QColor
    ) -> None:
        px, theme = self.theme.px, self.theme
        number = QRectF(rect.left() + px(DAY_LEFT), rect.top() + px(9), px(DAY_WIDTH), px(30))
        line_of_text(painter, number, str(row.day.day), theme.font("title"), strong, CENTRE)
        weekday = weekday_name(row.day.weekday())[:3]
        below = QRectF(number.left(), rect.top() + px(36), px(DAY_WIDTH), px(19))
        line_of_text(painter, below, weekday, theme.font("small"), quiet, CENTRE)

    def _draw_title(
        self, painter: QPainter, rect: QRectF, title: str, ink: QColor, *, star: bool
    ) -> None:
        px = self.theme.px
        if star:
            place = QRectF(rect.right() - px(STAR), rect.top() + px(4), px(STAR), px(STAR))
            draw_star(painter, place, self.theme.color("accent"))
            rect = rect.adjusted(0, 0, -px(STAR + 6), 0)
        line_of_text(painter, rect, title, self.theme.font("bodym"), ink)

    def _draw_meta(self, painter: QPainter, rect: QRectF, row: EntrySummary, ink: QColor) -> None:
        px, theme = self.theme.px, self.theme
        title, icon = self._practice(row.practice)
        side = px(ICON)
        place = QRectF(rect.left(), rect.top() + (rect.height() - side) / 2, side, side)
        icons.paint(painter, place, icon, ink)
        parts = [title, ", ".join(row.people or row.tags)]
        words = " · ".join(part for part in parts if part)
        sign, room = SIGNS.get(row.sensitivity), 0
        if sign is not None:
            right = QRectF(rect.right() - side, place.top(), side, side)
            icons.paint(painter, right, sign, ink)
            room = side + px(6)
        line_of_text(painter, rect.adjusted(px(21), 0, -room, 0), words, theme.font("small"), ink)

    def _told(self, row: EntrySummary, width: float) -> tuple[str, str]:
        """What stands in the strong line and what below it: nothing is said twice."""
        excerpt = " ".join(row.excerpt.split())
        if row.match or not excerpt:
            return row.title, row.match or excerpt
        room = width - (self.theme.px(STAR + 6) if row.star else 0)
        metrics = QFontMetricsF(self.theme.font("bodym"))
        if row.title == self._practice(row.practice)[0]:
            return _first_line(excerpt, metrics, room)
        if not excerpt.startswith(row.title.rstrip("…")):
            return row.title, excerpt
        rest = excerpt.removeprefix(row.title).strip()
        fits = metrics.horizontalAdvance(row.title) <= room and not row.title.endswith("…")
        return (row.title, rest) if fits else _first_line(excerpt, metrics, room)

    def _text(self, words: str, width: float) -> MarkedText:
        key = (words, width)
        if key not in self._texts:
            if len(self._texts) > _KEPT_TEXTS:
                self._texts.clear()
            font, line = self.theme.font("text14"), self.theme.px(LINE)
            find = (lambda text: hits(text, self._query)) if self._query.terms else None
            self._texts[key] = MarkedText(key[0], font, line, width, find)
        return self._texts[key]


def _first_line(text: str, metrics: QFontMetricsF, room: float) -> tuple[str, str]:
    """The words that fit into one line, and those after it."""
    words = text.split(" ")
    for count in range(len(words), 1, -1):
        first = " ".join(words[:count])
        if metrics.horizontalAdvance(first) <= room:
            return first, " ".join(words[count:])
    return words[0], " ".join(words[1:])


def draw_star(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """A small four-pointed star, filled."""
    centre, reach, waist = rect.center(), rect.width() / 2, rect.width() * 0.15
    points = []
    for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        points.append(centre + QPointF(x * reach, y * reach))
        points.append(centre + QPointF((x - y) * waist, (y + x) * waist))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(points)
