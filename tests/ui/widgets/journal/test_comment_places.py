"""Where in a text a comment belongs."""

import pytest
from PySide6.QtGui import QTextDocument

from ui.models.coach_words import CommentTold
from ui.widgets.journal.comment_places import spot_of

HTML = (
    "<h2>What happened?</h2><p>Wren began.</p><p>The same words.</p>"
    "<h2>What else?</h2><p>The same words.</p><ul><li>One</li><li>Two</li></ul>"
)


@pytest.fixture
def document(qapp):
    made = QTextDocument()
    made.setHtml(HTML)
    return made


@pytest.mark.parametrize(
    ("label", "words", "spot"),
    [
        ("What happened?", "Wren began.", (1, 2)),
        ("What happened?", "Wren  began.", (1, 2)),
        ("What else?", "The same words.", (4, 6)),
        ("What happened?", "The same words.", (2, 2)),
        ("What else?", "Two", (6, 6)),
        ("What happened?", "", (1, 2)),
        ("Somewhere else", "Wren began.", (1, 2)),
        ("Somewhere else", "", None),
        ("", "Wren began.", None),
    ],
)
def test_it_is_found_by_its_words_and_its_question(document, label, words, spot):
    assert spot_of(document, CommentTold("1", "", "", label, words)) == spot
