"""The scenes of the demonstration: typed and clicked, and kept by the real journal."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ally_journal.clock import FixedClock
from ally_journal.storage.keys import KdfCost
from ally_journal.window_file import WindowSettings
from ui.demo.coming_home import bring_a_reply_home
from ui.demo.content import ZONE, first_moment, read_content
from ui.demo.evening import debrief, mistake
from ui.demo.first_day import create, live_half_a_year, unlock
from ui.demo.hand import Hand
from ui.demo.looking_back import look_at_insights, look_at_people, look_at_the_year
from ui.demo.pictures import Album
from ui.demo.safekeeping import look_at_backups, look_at_keys, look_at_trash, look_at_wordings
from ui.demo.sharing import share_with_a_coach
from ui.demo.stage import Stage
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.theme import Theme

CHEAP = KdfCost(19 * 1024, 1, 1)


@pytest.fixture(scope="module")
def stage(qapp, tmp_path_factory):
    """A window where no journal stands yet."""
    folder = tmp_path_factory.mktemp("demo")
    QApplication.setCursorFlashTime(0)
    theme = Theme("light", less_motion=True)
    theme.apply(qapp)
    content = read_content()
    clock = FixedClock(first_moment(content), ZONE)
    desk = Desk(
        theme,
        clock,
        folder / "Journal.ally",
        window_settings=WindowSettings(appearance="light", less_motion=True),
        opening=Opening(clock, CHEAP),
    )
    window = MainWindow(desk)
    window.show()
    window.activateWindow()
    hand = Hand(window, desk)
    hand.settle()
    yield Stage(hand, Album(hand, folder), folder, content)
    window.close()
    desk.close_journal(1.0)
    desk.background.close()


@pytest.fixture(scope="module")
def lived(stage):
    """The same window after half a year, open; whichever test comes first."""
    for scene in (create, live_half_a_year, unlock):
        scene(stage)
    return stage


class Strays(QObject):
    """Windows that come up by themselves: a part that is shown before it has a parent."""

    def __init__(self, parent):
        super().__init__(parent)
        self.seen = []

    @override
    def eventFilter(self, thing, event):
        shows = event.type() == QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow()
        if (
            shows
            and thing.windowType() == Qt.WindowType.Window
            and not isinstance(thing, MainWindow)
        ):
            self.seen.append(type(thing).__name__)
        return False


@pytest.fixture(autouse=True)
def no_strays(lived, qapp):
    """No scene makes a window flash up, which would take the keys from ours."""
    strays = Strays(lived.hand.window)
    qapp.installEventFilter(strays)
    yield
    qapp.removeEventFilter(strays)
    assert strays.seen == []
    assert lived.hand.window.isActiveWindow()


def test_every_word_that_is_typed_is_kept(lived):
    stage = lived
    for scene in (debrief, mistake, look_at_people):
        scene(stage)
    newest = stage.hand.told(lambda journal: journal.reading.find(limit=2))
    for summary, by_hand in zip(newest, reversed(stage.content.by_hand), strict=True):
        entry = stage.hand.told(lambda journal, one=summary.id: journal.reading.entry(one))
        given = {key: value for key, value in by_hand.answers.items() if key != "who"}
        said = {answer.key: answer.value for answer in entry.answers if answer.key != "who"}
        assert (entry.title, said) == (by_hand.title, given)
        assert set(entry.people) == set(by_hand.answers.get("who", ()))
    assert newest[0].practice == "mistake"
    assert all(one.stat().st_size > 1000 for one in stage.album.told())


def test_backups_trash_and_wordings_are_in_the_tour(lived):
    stage = lived
    for scene in (look_at_backups, look_at_trash, look_at_wordings, look_at_keys):
        scene(stage)
    names = {one.stem for one in stage.album.told()}
    assert {"23b-restore-light", "25b-trash-empty-light", "29-revisions-dark"} <= names


def test_sharing_leads_to_the_seal_by_reading_it_through(lived):
    share_with_a_coach(lived)
    names = {one.stem for one in lived.album.told()}
    assert {"07-share-light", "07-share-contrast", "07b-share-seal-light-900x600"} <= names
    page = lived.hand.page()
    assert page.sharing.preview.leaks == ()
    assert page.seal.words.isVisible()


def test_a_reply_comes_home_and_stands_beside_its_entry(lived):
    bring_a_reply_home(lived)
    names = {one.stem for one in lived.album.told()}
    assert {
        "33-reply-light",
        "33-reply-contrast",
        "34b-sent-one-light",
        "35-comments-dark",
    } <= names
    assert len(lived.hand.page().paper.comments.cards) == 1


def test_the_year_and_bringing_in_have_their_pictures(lived):
    look_at_the_year(lived)
    names = {one.stem for one in lived.album.told()}
    assert {"30-year-light", "30-year-dark", "30-year-light-900x600", "31-bring-in-dark"} <= names


def test_insights_are_shown_whole_with_every_chart(lived):
    look_at_insights(lived)
    names = {one.stem for one in lived.album.told()}
    assert {"06b-insights-whole-light", "06b-insights-whole-contrast"} <= names
    assert {"06e-insights-tables-light", "16-habit-light"} <= names
