"""What a text names is never read, not even by Qt itself."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from ui.widgets.help_text import HelpText
from ui.widgets.nothing_loaded import nothing_loaded

IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_a_picture_is_one_clear_dot(qapp):
    dot = nothing_loaded(IMAGE)
    assert (dot.width(), dot.height(), dot.pixelColor(0, 0).alpha()) == (1, 1, 0)


@pytest.mark.parametrize("kind", [one for one in QTextDocument.ResourceType if one.value != IMAGE])
def test_anything_else_is_empty_but_an_answer(kind):
    assert nothing_loaded(kind.value) == b""


def test_help_shows_no_picture_from_the_disk(qtbot, theme, tmp_path):
    QImage(400, 300, QImage.Format.Format_RGB32).save(str(tmp_path / "large.png"))
    text = HelpText(theme)
    qtbot.addWidget(text)
    text.show_markdown("Help", f"![large]({QUrl.fromLocalFile(tmp_path / 'large.png').toString()})")
    assert text.height() < 100
