from ui.widgets.insights.turns import Turns


def test_each_work_has_a_turn_of_its_own(qtbot):
    turns, done = Turns(), []
    with qtbot.waitSignal(turns.done):
        turns.begin([lambda: done.append(1), lambda: done.append(2)])
        assert done == []
    assert done == [1, 2]
    assert turns.is_over


def test_what_comes_later_comes_afterwards(qtbot):
    turns, done = Turns(), []
    turns.begin([lambda: turns.add([lambda: done.append("added")]), lambda: done.append("first")])
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["first", "added"]


def test_beginning_anew_drops_the_rest(qtbot):
    turns, done = Turns(), []
    turns.begin([lambda: done.append("old")])
    with qtbot.waitSignal(turns.done):
        turns.begin([lambda: done.append("new")])
    assert done == ["new"]


def test_what_is_dropped_is_never_done(qtbot):
    turns, done = Turns(), []
    turns.begin([lambda: done.append(1)])
    turns.drop()
    qtbot.wait(20)
    assert done == []


def test_a_work_that_fails_keeps_none_of_the_others_back(qtbot):
    turns, done = Turns(), []

    def fail():
        raise ValueError

    with qtbot.captureExceptions() as told, qtbot.waitSignal(turns.done):
        turns.begin([fail, lambda: done.append(1)])
    assert done == [1]
    assert len(told) == 1
