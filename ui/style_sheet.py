"""The style sheet of stock widgets and grounds, built from the tokens and the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.theme import Theme

# Kept short: every rule costs time before the first window is painted.
_SHEET = """
QWidget#page, QWidget#notices, QMainWindow { background: %(bg)s; }
QWidget#paper { background: %(surface)s; }
QWidget#side { background: %(side)s; border-right: %(sideline)s; }
QWidget#bar { background: %(bg)s; border-bottom: 1px solid %(line)s; }
QWidget#footer { background: %(bg)s; border-top: 1px solid %(line)s; }
QFrame#card { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(r12)spx; }
QFrame#sunken { background: %(sunken)s; border: %(fill)s; border-radius: %(r12)spx; }
QFrame#soft { background: %(soft)s; border: %(softfill)s; border-radius: %(r12)spx; }
QFrame#honey { background: %(honeySoft)s; border: %(honeyfill)s; border-radius: %(r12)spx; }
QFrame#accent { background: %(surface)s; border: 2px solid %(accent)s; border-radius: %(r12)spx; }
QFrame#hairline { background: %(line)s; border: none; }
QScrollArea { background: transparent; border: none; }
QLineEdit { background: %(surface)s; color: %(ink)s; border: 1px solid %(edge)s;
  border-radius: %(r8)spx;
  padding: 0 %(p14)spx; placeholder-text-color: %(ink3)s; selection-background-color: %(accent)s;
  selection-color: %(onAccent)s; min-height: %(h42)spx; max-height: %(h42)spx; }
QLineEdit:focus { border: 2px solid %(accent)s; padding: 0 %(p13)spx; min-height: %(h40)spx;
  max-height: %(h40)spx; }
QLineEdit[wrong="true"] { border: 2px solid %(clay)s; padding: 0 %(p13)spx; min-height: %(h40)spx;
  max-height: %(h40)spx; }
QLineEdit:disabled { background: %(bg)s; color: %(ink3)s; border: 1px solid %(line)s; }
QLineEdit#bare, QLineEdit#bare:focus { background: transparent; border: none; padding: 0; }
QTextEdit { background: transparent; color: %(ink)s; border: none;
  placeholder-text-color: %(ink3)s; selection-background-color: %(accent)s;
  selection-color: %(onAccent)s; }
QTextEdit#answer { background: %(surface)s; border: 1px solid %(edge)s; border-radius: %(r12)spx;
  padding: 1px; }
QTextEdit#answer:focus { border: 2px solid %(accent)s; padding: 0; }
QTextEdit#answer:disabled { background: %(bg)s; border-color: %(line)s; color: %(ink3)s; }
QComboBox { background: %(surface)s; color: %(ink)s; border: 1px solid %(edge)s;
  border-radius: %(r8)spx;
  padding: 0 %(p12)spx; min-height: %(h36)spx; max-height: %(h36)spx; }
QComboBox:hover { background: %(sunken)s; }
QComboBox:disabled { background: %(bg)s; color: %(ink3)s; border: 1px solid %(line)s; }
QComboBox::drop-down { width: %(h36)spx; border: none; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView { background: %(surface)s; color: %(ink)s;
  border: 1px solid %(line)s; outline: 0;
  selection-background-color: %(soft)s; selection-color: %(onSoft)s; }
QComboBox QAbstractItemView { padding: %(p6)spx; }
RowList { background: transparent; border: none; }
QComboBox QAbstractItemView::item { min-height: %(h36)spx; border-radius: %(r8)spx;
  padding: 0 %(p8)spx; }
QComboBox QAbstractItemView::item:selected { background: %(soft)s; color: %(onSoft)s; }
QSlider { min-height: %(h32)spx; background: transparent; }
QSlider::groove:horizontal { height: %(p4)spx; background: %(edge)s; border-radius: %(p2)spx; }
QSlider::handle:horizontal { width: %(p16)spx; height: %(p16)spx; margin: -%(p8)spx 0;
  background: %(surface)s; border: 2px solid %(accent)s; border-radius: %(handle)spx; }
QTableWidget { background: transparent; color: %(ink)s; border: none; gridline-color: transparent;
  selection-background-color: %(soft)s; selection-color: %(onSoft)s; outline: 0; }
QTableWidget::item { border-bottom: 1px solid %(line)s; padding: 0 %(p6)spx; }
QTableWidget::item:selected { background: %(soft)s; color: %(onSoft)s; }
QHeaderView { background: transparent; }
QHeaderView::section { background: transparent; color: %(ink2)s; border: none;
  border-bottom: 1px solid %(edge)s; padding: %(p6)spx %(p8)spx; font: 400 %(f13)spx; }
QTableCornerButton::section { background: transparent; border: none; }
QScrollBar:vertical { width: %(p12)spx; background: transparent; border: none; margin: 0; }
QScrollBar::handle:vertical { background: %(press)s; min-height: %(h36)spx;
  border-radius: %(p4)spx; margin: %(p2)spx; }
QScrollBar:horizontal { height: %(p12)spx; background: transparent; border: none; margin: 0; }
QScrollBar::handle:horizontal { background: %(press)s; min-width: %(h36)spx;
  border-radius: %(p4)spx; margin: %(p2)spx; }
QScrollBar::handle:hover { background: %(edge)s; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: %(ink)s; color: %(bg)s; border: none; padding: %(p4)spx %(p8)spx; }
"""

_TOKENS = (
    *("bg", "side", "surface", "sunken", "press", "line", "edge", "ink", "ink2", "ink3"),
    *("accent", "onAccent", "soft", "onSoft", "honeySoft", "clay"),
)


def style_sheet(theme: Theme) -> str:
    """The style sheet of the theme as it is now."""
    values = {token: theme.hex(token) for token in _TOKENS}
    for letter, sizes in (
        ("p", (2, 4, 6, 8, 10, 12, 13, 14, 16)),
        ("h", (32, 36, 40, 42)),
        ("r", (8, 12)),
        ("f", (13,)),
    ):
        values |= {f"{letter}{size}": str(theme.px(size)) for size in sizes}
    # A radius larger than half its side would be no radius at all.
    values["handle"] = str((theme.px(16) + 4) // 2)
    return _SHEET % (values | _outlines(theme))


def _outlines(theme: Theme) -> dict[str, str]:
    """Fills vanish in high contrast, so there each of them gets a line."""
    if not theme.is_contrast:
        return dict.fromkeys(("sideline", "fill", "softfill", "honeyfill"), "none")
    return {
        "sideline": f"1px solid {theme.hex('line')}",
        "fill": f"1px solid {theme.hex('edge')}",
        "softfill": f"1px solid {theme.hex('accent')}",
        "honeyfill": f"1px solid {theme.hex('honey')}",
    }
