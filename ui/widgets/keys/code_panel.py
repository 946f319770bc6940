"""CodePanel: a recovery code, shown this once: print it, and type a part of it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.language import _
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.code_groups import CodeGroups
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.keys.typed_group import TypedGroup
from ui.widgets.locked.rows import row_of
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desk import Desk

ASKED = (3, 5, 9)


class CodePanel(QWidget):
    """`told` says whether the groups typed back are right; the code never reaches the clipboard."""

    told = Signal(bool)
    returned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.code = ""
        self.groups = CodeGroups(self.theme)
        self.paper = Button(self.theme, _("Print a sheet…"), "secondary", "sm", icon="file")
        self.pdf = Button(self.theme, _("Save as PDF…"), "quiet", "sm")
        self.fields = [TypedGroup(self.theme, number) for number in ASKED]
        self._build()
        self.paper.clicked.connect(self._print)
        self.pdf.clicked.connect(self._ask_target)
        for field in self.fields:
            field.changed.connect(self._compare)
            field.returned.connect(self.go_on)
            field.completed.connect(self._to_next)
        self.restyle()
        self.theme.changed.connect(self.restyle)

    def show_code(self, code: str) -> None:
        """Show a code; "" forgets the one that was shown, and what was typed."""
        self.code = code
        self.groups.show_code(code)
        groups = code.split("-")
        for field in self.fields:
            field.expect(groups[field.number - 1] if len(groups) >= field.number else "")

    def go_on(self) -> None:
        """To the first group that is not right yet; `returned` when all are."""
        for field in self.fields:
            if not field.is_right:
                field.setFocus()
                field.edit.selectAll()
                return
        self.returned.emit()

    def _to_next(self) -> None:
        """A group is right: on to the next that is not; after the last one the focus stays."""
        if not self.is_kept:
            self.go_on()

    @property
    def is_kept(self) -> bool:
        """Whether all groups that were asked for are right."""
        return all(field.is_right for field in self.fields)

    def restyle(self) -> None:
        """Take new gaps after a change of theme."""
        self._column.setSpacing(self.theme.px(12))

    def _compare(self, _text: str = "") -> None:
        self.told.emit(self.is_kept)

    def _build(self) -> None:
        lost = _(
            "If the passphrase and this code are both lost, nobody can open the journal, and that "
            "includes us."
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.groups)
        self._column.addLayout(row_of(self.paper, self.pdf, 1, gap=self.theme.px(4)))
        words = _("Type three groups back, from your copy:")
        self._column.addWidget(Text(self.theme, words, "body", "ink2"))
        asked = QWidget()
        row = FlowLayout(asked, gap=self.theme.px(6), row_gap=self.theme.px(6))
        for field in self.fields:
            row.addWidget(field)
        self._column.addWidget(asked)
        self._column.addWidget(Banner(self.theme, "note", "info", lost, small=True))

    def _print(self) -> None:
        from ui.printing import print_code  # noqa: PLC0415 the printer is asked for hardly ever

        print_code(self, self.code, self.theme.family("sans"))

    def _ask_target(self) -> None:
        from ui.choosing import Chooser  # noqa: PLC0415 the file dialog is asked for rarely

        chooser = Chooser(self, _("Where is the sheet to go?"), self._write)
        chooser.ask_target(_("Recovery code") + ".pdf", "pdf")

    def _write(self, target: Path) -> None:
        from ui.recovery_sheet import as_pdf, write_privately  # noqa: PLC0415 hardly ever

        made = as_pdf(self.code, self.theme.family("sans"))
        call = partial(try_to, partial(write_privately, target, made))
        self.desk.background.run(call, self._written, owner=self)

    def _written(self, _nothing: None) -> None:
        self.desk.messages.say(_("Saved. Move it somewhere that is not this computer."))


def try_to(write: partial[None]) -> None:
    """Write a file.

    Raises:
        TargetUnwritable: it cannot be written there.
    """
    from ally_journal.errors import TargetUnwritable  # noqa: PLC0415 hardly ever

    try:
        write()
    except OSError as error:
        raise TargetUnwritable from error
