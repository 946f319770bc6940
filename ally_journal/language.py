"""The words of the program in the person's language (gettext), for core and window alike."""

from __future__ import annotations

import gettext as _gettext

DOMAIN = "ally_journal"

_current: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(code: str) -> None:
    """Speak this language from now on; English where there is no translation of it."""
    global _current  # noqa: PLW0603 the language is the one thing that is the same everywhere
    from importlib import resources  # noqa: PLC0415 English needs no translation

    folder = resources.files("resources") / "translations"
    _current = _gettext.translation(DOMAIN, str(folder), languages=[code], fallback=True)


def _(text: str) -> str:
    """The sentence in the person's language."""
    return _current.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The sentence for this number of things."""
    return _current.ngettext(one, many, number)
