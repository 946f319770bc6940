"""Reading an entry: whatever was written in it, nothing is loaded, opened or run."""

import base64

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument

from ally_journal.formats.rendering import rendered
from ui.models.reading import Told
from ui.widgets.journal.reading_text import ReadingText

IMAGE = QTextDocument.ResourceType.ImageResource.value
HOSTILE = [
    '<img src="{url}">',
    '<img src="{path}">',
    '<img src="data:image/png;base64,{data}">',
    '<p style="background-image: url({path})">words</p>',
    '<table background="{url}"><tr><td>words</td></tr></table>',
    '<link rel="stylesheet" href="{url}">',
]
ELSEWHERE = [
    "![x](file:///etc/hostname)",
    r"![x](\\elsewhere\share\x.png)",
    "![x](//elsewhere/share/x.png)",
    "![x](file://elsewhere/share/x.png)",
    "![x](data:image/png;base64,iVBORw0KGgo=)",
    "![x](http://elsewhere.example/x.png)",
    '<img src="http://elsewhere.example/x.png">',
    '<link rel="stylesheet" href="file:///etc/hostname">',
    "[x]: http://elsewhere.example/x.png\n![x]",
]


class Listening(ReadingText):
    """Says what its document wanted to have."""

    def loadResource(self, type, name):  # noqa: N802, A002 Qt's own names
        self.wanted = [*getattr(self, "wanted", []), name]
        return super().loadResource(type, name)


class Opener(QObject):
    """Stands where the browser would."""

    def __init__(self):
        super().__init__()
        self.asked = []

    @Slot(QUrl)
    def open_it(self, url):
        self.asked.append(url)


@pytest.fixture
def opened(qapp):
    opener = Opener()
    for scheme in ("https", "file"):
        QDesktopServices.setUrlHandler(scheme, opener, "open_it")
    yield opener
    for scheme in ("https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def made(qtbot, theme):
    def make(html):
        text = Listening(theme, "What you wrote")
        qtbot.addWidget(text)
        text.resize(600, 200)
        text.show_told([Told("What happened?", html)])
        text.show()
        text.grab()
        return text

    return make


@pytest.fixture
def picture(tmp_path):
    """A picture on the disk that would be seen: what HTML calls it by."""
    path = tmp_path / "large.png"
    QImage(400, 300, QImage.Format.Format_RGB32).save(str(path))
    data = base64.b64encode(path.read_bytes()).decode()
    return {"path": path, "url": QUrl.fromLocalFile(path).toString(), "data": data}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_even_html_that_slipped_through_loads_no_picture(made, picture, hostile):
    text = made(hostile.format(**picture))
    assert text.height() < 200
    for name in (picture["url"], str(picture["path"]), f"data:image/png;base64,{picture['data']}"):
        assert text.document().resource(IMAGE, QUrl(name)).width() == 1


@pytest.mark.parametrize("markdown", ELSEWHERE)
def test_markdown_does_not_even_ask_for_what_is_elsewhere(made, markdown):
    assert not hasattr(made(rendered(markdown)), "wanted")


def test_a_style_sheet_on_the_disk_is_not_read(made, tmp_path):
    (tmp_path / "own.css").write_text("p { font-size: 200px }")
    url = QUrl.fromLocalFile(tmp_path / "own.css").toString()
    text = made(f'<link rel="stylesheet" type="text/css" href="{url}"><p>words</p>')
    assert text.height() < 200


@pytest.mark.parametrize("target", ["https://elsewhere.example", "file:///etc/hostname", "#top"])
def test_a_press_on_a_link_goes_nowhere(qtbot, made, opened, target):
    text = made(f'<p><a href="{target}">wherever it may lead</a></p>')
    text.anchorClicked.connect(opened.asked.append)
    place = text.cursorRect(text.document().find("may")).center()
    assert text.anchorAt(place) == target
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.asked == []
    assert text.source().isEmpty()


def test_a_question_is_shown_as_its_letters(made):
    text = made("<p>so</p>")
    text.show_told([Told("<b>Who</b> & when?", "<p>so</p>")])
    assert text.toPlainText() == "<b>Who</b> & when?\nso"


def test_it_cannot_be_written_in_and_is_as_high_as_its_words(qtbot, made):
    text = made("<p>words</p>")
    before = text.toPlainText(), text.height()
    qtbot.keyClicks(text, "more")
    assert (text.toPlainText(), text.height()) == before
    text.show_told([Told("What happened?", "<p>words</p>" * 9)])
    assert text.height() > 3 * before[1]


def test_nothing_told_leaves_nothing_to_read(made):
    text = made("<p>words</p>")
    text.show_told([])
    assert text.toPlainText() == ""
