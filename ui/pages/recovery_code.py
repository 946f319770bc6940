"""The recovery code of a new journal: shown once, kept on paper, partly typed back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ally_journal.errors import TargetUnwritable
from ally_journal.language import _
from ui import icons
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.code_groups import CodeGroups
from ui.widgets.line_field import LineField
from ui.widgets.locked.locked_page import LockedPage
from ui.widgets.locked.rows import row_of
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desk import Desk
    from ui.locked_places import CodePlace

WIDEST, FIELD = 440, 94
ASKED = (3, 5, 9)
_ALIKE = str.maketrans("OIL", "011")


class RecoveryCodePage(LockedPage):
    """The code never reaches the clipboard."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        foot = _("On paper, away from this computer, is best.")
        super().__init__(desk.theme, foot, widest=WIDEST, parent=parent)
        self.desk = desk
        self._code = ""
        self._build()
        self._connect()
        self._fit_fields()

    def arrive(self, place: CodePlace) -> None:
        """Show the code, this once."""
        self._code = place.code
        self.groups.show_code(place.code)
        for field in self.fields:
            field.edit.clear()
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Forget the code."""
        self._code = ""
        self.groups.show_code("")
        for field in self.fields:
            field.edit.clear()

    def go_on(self) -> None:
        """The code is kept; until then, to the first group that is not right yet."""
        if self.button.isEnabled():
            self.forget()
            self.desk.enter()
            return
        for field, is_right in zip(self.fields, self._are_right(), strict=True):
            if not is_right:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                field.edit.selectAll()
                return

    def _build(self) -> None:
        theme = self.theme
        self.groups = CodeGroups(theme)
        self.paper = Button(theme, _("Print a sheet…"), "secondary", "sm", icon="file")
        self.pdf = Button(theme, _("Save as PDF…"), "quiet", "sm")
        self.button = Button(theme, _("I have kept it, go on"), "primary", "lg")
        self.without = Button(theme, _("Go on without a code"), "quiet", "lg")
        words = _(
            "It opens the journal if the passphrase is lost. It is shown now and never again."
        )
        lost = _(
            "If the passphrase and this code are both lost, nobody can open the journal, and that "
            "includes us."
        )
        self.column.addWidget(Text(theme, _("Keep this code somewhere safe"), "display"))
        self.gap(4)
        self.column.addWidget(Text(theme, words, "body", "ink2"))
        self.gap(16)
        self.column.addWidget(self.groups)
        self.gap(10)
        self.column.addLayout(row_of(self.paper, self.pdf, 1, gap=4))
        self.gap(16)
        self.column.addWidget(
            Text(theme, _("Type three groups back, from your copy:"), "body", "ink2")
        )
        self.gap(8)
        self.column.addLayout(self._asked())
        self.gap(16)
        self.column.addWidget(Banner(theme, "note", "info", lost, small=True))
        self.gap(14)
        self.column.addLayout(row_of(self.button, self.without, 1, gap=12))

    def _asked(self) -> QHBoxLayout:
        self.fields: list[LineField] = []
        self._ticks: list[QLabel] = []
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for number in ASKED:
            field = LineField(self.theme, _("Group {number}").format(number=number))
            field.edit.setMaxLength(8)
            tick = QLabel()
            tick.setAlignment(Qt.AlignmentFlag.AlignBottom)
            self.fields.append(field)
            self._ticks.append(tick)
            row.addWidget(field)
            row.addWidget(tick)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        for field in self.fields:
            field.changed.connect(self._compare)
            field.returned.connect(self.go_on)
        self.paper.clicked.connect(self._print)
        self.pdf.clicked.connect(self._ask_target)
        self.button.clicked.connect(self.go_on)
        self.without.clicked.connect(self._ask_without)
        self.theme.changed.connect(self._fit_fields)

    def _fit_fields(self) -> None:
        px = self.theme.px
        for field, tick in zip(self.fields, self._ticks, strict=True):
            field.setFixedWidth(px(FIELD))
            tick.setFixedWidth(px(24))
            tick.setContentsMargins(px(4), 0, 0, px(14))
        self._compare()

    def _compare(self, _text: str = "") -> None:
        are_right = self._are_right()
        ratio = self.devicePixelRatioF()
        for is_right, tick in zip(are_right, self._ticks, strict=True):
            picture = icons.pixmap(self.theme, "check", "accent", 16, ratio)
            tick.setPixmap(picture) if is_right else tick.clear()
            tick.setAccessibleName(_("Right") if is_right else "")
        self.button.setEnabled(all(are_right))

    def _are_right(self) -> list[bool]:
        groups = self._code.split("-")
        are_right = []
        for number, field in zip(ASKED, self.fields, strict=True):
            typed = "".join(field.text().replace("-", " ").split()).upper().translate(_ALIKE)
            are_right.append(len(groups) >= number and bool(typed) and typed == groups[number - 1])
        return are_right

    def _ask_without(self) -> None:
        sheet = Sheet(
            self.theme,
            self.window(),
            _("Go on without the code?"),
            _(
                "If the passphrase is lost then, nobody can open the journal. The code cannot be "
                "shown again."
            ),
            safe=_("Stay and keep the code"),
            other=_("Go on without it"),
        )
        sheet.other_taken.connect(self._without)
        sheet.open()

    def _without(self) -> None:
        self.forget()
        self.desk.enter()

    def _print(self) -> None:
        from ui.printing import print_code  # noqa: PLC0415 the printer is asked for hardly ever

        print_code(self, self._code, self.theme.family("sans"))

    def _ask_target(self) -> None:
        from ui.choosing import Chooser  # noqa: PLC0415 the file dialog is not part of the start

        chooser = Chooser(self, _("Where is the sheet to go?"), self._write)
        chooser.ask_target(_("Recovery code") + ".pdf", "pdf")

    def _write(self, target: Path) -> None:
        from ui.recovery_sheet import as_pdf, write_privately  # noqa: PLC0415 hardly ever

        made = as_pdf(self._code, self.theme.family("sans"))
        call = partial(_try_to, partial(write_privately, target, made))
        self.desk.background.run(call, self._written, owner=self)

    def _written(self, _nothing: None) -> None:
        self.desk.messages.say(_("Saved. Move it somewhere that is not this computer."))


def _try_to(write: partial[None]) -> None:
    try:
        write()
    except OSError as error:
        raise TargetUnwritable from error
