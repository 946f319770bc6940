"""WordMenu: what can be done with a word of the page: blank it, keep it, give it to somebody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ally_journal.domain.redaction_values import MarkKind
from ally_journal.language import _
from ui.models.sharing import BLANK, KEEP, PERSON
from ui.widgets.menu import Menu
from ui.widgets.sharing.key_row import shown_names

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.preview import Piece
    from ally_journal.domain.redaction_values import Mark
    from ui.models.sharing import Sharing
    from ui.theme import Theme

MOST_PEOPLE = 14


def word_menu(
    theme: Theme,
    host: QWidget,
    sharing: Sharing,
    picked: list[tuple[Piece, int, int]],
    mark: tuple[Piece, Mark] | None,
) -> Menu | None:
    """A menu for what is picked; None where nothing is, or while the page is made anew."""
    if not picked or not sharing.is_settled:
        return None
    menu = Menu(theme, host)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if mark is None:
        _add_plain(menu, sharing, picked)
    else:
        _add_marked(menu, sharing, *mark)
    people = _people(theme, menu, sharing, picked)
    if people is not None:
        words = _("Give it to another person") if _is_person(mark) else _("This is a person")
        menu.add_menu(people, words, "people")
    menu.line()
    menu.item(_("Undo"), "loop", "Ctrl Z", then=sharing.undo, enabled=sharing.can_undo)
    return menu


def _add_plain(menu: Menu, sharing: Sharing, picked: list[tuple[Piece, int, int]]) -> None:
    menu.item(_("Blank it"), "close", "B", then=partial(sharing.correct, BLANK, picked))
    if len(picked) == 1:
        piece, start, end = picked[0]
        word = piece.redacted.source[start:end]
        menu.item(_("Blank it everywhere"), "close", then=partial(sharing.blank_everywhere, word))


def _add_marked(menu: Menu, sharing: Sharing, piece: Piece, mark: Mark) -> None:
    span = [(piece, *mark.source)]
    if mark.kind is MarkKind.BLANK:
        # What is under a bar is said nowhere.
        menu.head(_("You blanked this"))
        menu.item(_("Bring it back"), "eye", then=partial(sharing.bring_back, piece, mark))
        return
    if mark.kind is MarkKind.WORD:
        menu.head(_("A word of your list"))
    else:
        shown = piece.redacted.text[mark.start : mark.end]
        menu.head(_("{shown} was {word}").format(shown=shown, word=mark.was))
    menu.item(_("Keep this word"), "eye", then=partial(sharing.correct, KEEP, span))
    if mark.kind is not MarkKind.WORD:
        menu.item(_("Blank it"), "close", "B", then=partial(sharing.correct, BLANK, span))


def _people(
    theme: Theme, parent: Menu, sharing: Sharing, picked: list[tuple[Piece, int, int]]
) -> Menu | None:
    preview = sharing.preview
    names = shown_names(preview) if preview is not None else {}
    if not names:
        return None
    menu = Menu(theme, parent)
    for person, words in list(names.items())[:MOST_PEOPLE]:
        menu.item(words, then=partial(sharing.correct, PERSON, picked, person))
    return menu


def _is_person(mark: tuple[Piece, Mark] | None) -> bool:
    return mark is not None and mark[1].kind is MarkKind.PERSON
