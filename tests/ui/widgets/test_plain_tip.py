import re
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

import ui
from ui.widgets.plain_tip import plain_tip

OURS = ("plain_tip(", "tip(", "tip if", '_("', '"')


@pytest.mark.parametrize("words", ["Ask <b>Fern</b> & wait", "Read x &lt; y", "<i>First</i>"])
def test_what_looks_like_markup_is_shown_as_it_was_written(words):
    page = QTextDocument()
    page.setHtml(plain_tip(words))
    assert page.toPlainText() == words


def test_other_words_stay_as_they_are():
    assert plain_tip("Passed the note on & said so") == "Passed the note on & said so"


def test_every_tooltip_is_of_ours_or_goes_through_it():
    texts = [path.read_text("utf-8") for path in Path(ui.__path__[0]).rglob("*.py")]
    given = [one for text in texts for one in re.findall(r"setToolTip\((.*)", text)]
    assert len(given) > 20
    assert [one for one in given if not one.startswith(OURS)] == []
