"""The theme: which colours, how large, how much motion; one object that every widget is handed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from ui.fonts import OPEN_SCALE, first_family, make_font
from ui.style_sheet import style_sheet
from ui.tokens import read_colors, read_measures

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = ("system", "light", "dark", "contrast")
SMALLEST, LARGEST = 100, 200
# Qt takes the style from these: naming one in Python builds every enumeration of QStyle, 5 ms.
STYLE = ("-style", "Fusion")
STYLED = "ally_styled"

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "bg",
    QPalette.ColorRole.Accent: "accent",
}


class Theme(QObject):
    """Colours, fonts and measures as they are now; `changed` tells when any of them is new."""

    changed = Signal()

    def __init__(
        self,
        name: str = "system",
        percent: int = 100,
        *,
        less_motion: bool = False,
        writing: str = "serif",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._measures = read_measures()
        self._app: QApplication | None = None
        self._fonts: dict[str, QFont] = {}
        self._colors: dict[str, QColor] = {}
        self.name, self.percent = name, _within(percent)
        self.less_motion, self.writing = less_motion, writing
        self._load()

    def apply(self, app: QApplication) -> None:
        """Dress the application: style, palette, style sheet; follow the desktop from now on."""
        self._app = app
        if not app.property(STYLED):
            # Once only: a new style leaves PySide holding on to the one that Qt deleted.
            app.setStyle(STYLE[1])
            app.setProperty(STYLED, "yes")
        self._load()
        self._dress(app)
        app.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def choose(
        self,
        *,
        name: str | None = None,
        percent: int | None = None,
        less_motion: bool | None = None,
        writing: str | None = None,
    ) -> None:
        """Change what is given, and tell every widget."""
        self.name = self.name if name is None else name
        self.percent = self.percent if percent is None else _within(percent)
        self.less_motion = self.less_motion if less_motion is None else less_motion
        self.writing = self.writing if writing is None else writing
        self._load()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    @property
    def shown(self) -> str:
        """The theme that is shown: light, dark or contrast."""
        if self.name != "system":
            return self.name
        if self._app is None:
            return "light"
        is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "contrast" if self._wants_contrast() else "dark" if is_dark else "light"

    @property
    def is_contrast(self) -> bool:
        """Whether fills vanish, so that shapes need an outline."""
        return self.shown == "contrast"

    @property
    def k(self) -> float:
        """The factor of the text size, from 1.0 to 2.0."""
        return self.percent / 100

    @property
    def quick(self) -> int:
        """Milliseconds of a quick change; 0 with less motion."""
        return 0 if self.less_motion else self._measures.quick

    @property
    def page(self) -> int:
        """Milliseconds from page to page; 0 with less motion."""
        return 0 if self.less_motion else self._measures.page

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        return self._colors[token]

    def hex(self, token: str) -> str:
        """The colour of a token as #rrggbb."""
        return self._colors[token].name()

    def px(self, size: float) -> int:
        """A size of 100 % in pixels of now."""
        return round(size * self.k)

    def effective(self, width: int) -> int:
        """A width in pixels of 100 %, to compare with the breakpoints."""
        return round(width / self.k)

    def font(self, style: str) -> QFont:
        """The font of a type style."""
        if style not in self._fonts:
            self._fonts[style] = make_font(self._measures, style, self.k, self.writing)
        return self._fonts[style]

    def line(self, style: str) -> int:
        """The line height of a type style in pixels."""
        kind = self._measures.styles[style]
        is_open = self.writing == "open" and kind.family == "serif"
        return self.px(kind.line * (OPEN_SCALE if is_open else 1))

    def family(self, kind: str) -> str:
        """The first family of a chain (serif or sans) that this machine has."""
        return first_family(self._measures.families[kind])

    def _load(self) -> None:
        self._fonts.clear()
        self._colors = {token: QColor(value) for token, value in read_colors(self.shown).items()}
        if self.name == "system" and self._app is not None and self._wants_contrast():
            self._colors |= _desktop_colors(self._app.palette())

    def _wants_contrast(self) -> bool:
        if self._app is None:
            return False
        hints = self._app.styleHints()
        accessibility = hints.accessibility()  # dies with the last reference to `hints`
        return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast

    def _dress(self, app: QApplication) -> None:
        if not (self.name == "system" and self._wants_contrast()):
            app.setPalette(self._palette())
        app.setFont(self.font("body"))
        app.setStyleSheet(style_sheet(self))

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("ink3"))
        return palette

    def _follow_desktop(self) -> None:
        if self.name == "system":
            self.choose()


def _within(percent: int) -> int:
    return max(SMALLEST, min(LARGEST, percent))


def _desktop_colors(palette: QPalette) -> dict[str, QColor]:
    """Tokens out of the palette of a desktop in a forced-colour mode; shapes stay ours."""
    window, text = palette.window().color(), palette.windowText().color()
    strong, on_strong = palette.highlight().color(), palette.highlightedText().color()
    grounds = ("bg", "side", "surface", "sunken", "press", "soft", "honeySoft", "claySoft")
    inks = ("ink", "ink2", "ink3", "edge", "line", "onSoft", "honey", "clay")
    accents = ("accent", "accentH", "accentP", "s3", "s4")
    return (
        dict.fromkeys(grounds, window)
        | dict.fromkeys(inks, text)
        | dict.fromkeys(accents, strong)
        | {"onAccent": on_strong}
    )
