"""The style sheet of stock widgets and grounds, built from the tokens and the text size."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.theme import Theme

# Kept short: every rule costs time before the first window is painted.
_SHEET = Template("""
QWidget#page, QWidget#notices, QMainWindow { background: $bg; }
QWidget#paper { background: $surface; }
QWidget#side { background: $side; border-right: $sideline; }
QWidget#bar { background: $bg; border-bottom: 1px solid $line; }
QWidget#footer { background: $bg; border-top: 1px solid $line; }
QFrame#card { background: $surface; border: 1px solid $line; border-radius: ${r12}px; }
QFrame#sunken { background: $sunken; border: $fill; border-radius: ${r12}px; }
QFrame#soft { background: $soft; border: $softfill; border-radius: ${r12}px; }
QFrame#honey { background: $honeySoft; border: $honeyfill; border-radius: ${r12}px; }
QFrame#accent { background: $surface; border: 2px solid $accent; border-radius: ${r12}px; }
QFrame#hairline { background: $line; border: none; }
QScrollArea { background: transparent; border: none; }
QLineEdit { background: $surface; color: $ink; border: 1px solid $edge; border-radius: ${r8}px;
  padding: 0 ${p14}px; placeholder-text-color: $ink3; selection-background-color: $accent;
  selection-color: $onAccent; min-height: ${h42}px; max-height: ${h42}px; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 ${p13}px; min-height: ${h40}px;
  max-height: ${h40}px; }
QLineEdit[wrong="true"] { border: 2px solid $clay; padding: 0 ${p13}px; min-height: ${h40}px;
  max-height: ${h40}px; }
QLineEdit:disabled { background: $bg; color: $ink3; border: 1px solid $line; }
QLineEdit#bare, QLineEdit#bare:focus { background: transparent; border: none; padding: 0; }
QTextEdit { background: transparent; color: $ink; border: none;
  placeholder-text-color: $ink3; selection-background-color: $accent;
  selection-color: $onAccent; }
QTextEdit#answer { background: $surface; border: 1px solid $edge; border-radius: ${r12}px;
  padding: 1px; }
QTextEdit#answer:focus { border: 2px solid $accent; padding: 0; }
QTextEdit#answer:disabled { background: $bg; border-color: $line; color: $ink3; }
QComboBox { background: $surface; color: $ink; border: 1px solid $edge; border-radius: ${r8}px;
  padding: 0 ${p12}px; min-height: ${h36}px; max-height: ${h36}px; }
QComboBox:hover { background: $sunken; }
QComboBox:disabled { background: $bg; color: $ink3; border: 1px solid $line; }
QComboBox::drop-down { width: ${h36}px; border: none; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView { background: $surface; color: $ink;
  border: 1px solid $line; outline: 0;
  selection-background-color: $soft; selection-color: $onSoft; }
QComboBox QAbstractItemView { padding: ${p6}px; }
RowList { background: transparent; border: none; }
QComboBox QAbstractItemView::item { min-height: ${h36}px; border-radius: ${r8}px;
  padding: 0 ${p8}px; }
QComboBox QAbstractItemView::item:selected { background: $soft; color: $onSoft; }
QSlider { min-height: ${h32}px; background: transparent; }
QSlider::groove:horizontal { height: ${p4}px; background: $edge; border-radius: ${p2}px; }
QSlider::handle:horizontal { width: ${p16}px; height: ${p16}px; margin: -${p8}px 0;
  background: $surface; border: 2px solid $accent; border-radius: ${handle}px; }
QTableWidget { background: transparent; color: $ink; border: none; gridline-color: transparent;
  selection-background-color: $soft; selection-color: $onSoft; outline: 0; }
QTableWidget::item { border-bottom: 1px solid $line; padding: 0 ${p6}px; }
QTableWidget::item:selected { background: $soft; color: $onSoft; }
QHeaderView { background: transparent; }
QHeaderView::section { background: transparent; color: $ink2; border: none;
  border-bottom: 1px solid $edge; padding: ${p6}px ${p8}px; font: 400 ${f13}px; }
QTableCornerButton::section { background: transparent; border: none; }
QScrollBar:vertical { width: ${p12}px; background: transparent; border: none; margin: 0; }
QScrollBar::handle:vertical { background: $press; min-height: ${h36}px;
  border-radius: ${p4}px; margin: ${p2}px; }
QScrollBar:horizontal { height: ${p12}px; background: transparent; border: none; margin: 0; }
QScrollBar::handle:horizontal { background: $press; min-width: ${h36}px;
  border-radius: ${p4}px; margin: ${p2}px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $ink; color: $bg; border: none; padding: ${p4}px ${p8}px; }
""")

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
    return _SHEET.substitute(values, **_outlines(theme))


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
