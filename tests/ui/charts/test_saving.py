import getpass
import re
import socket
from datetime import date

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ui.charts.chart_values import ChartLook, StackChart
from ui.charts.drawer import as_image
from ui.charts.drawing import EDGE, HEAD, draw, draw_svg, warm_up
from ui.charts.saving import drawn_png, painted_png, painted_svg
from ui.charts.sketch_view import SketchView
from ui.widgets.heat_map import HeatMap

STACK = StackChart(("Jan",), (("as it happened", (3.0,)), ("later", (2.0,))), ())
TOKENS = ("s1", "s2", "s3", "s4", "ink", "ink2", "ink3", "line", "edge", "surface")
LOOK = ChartLook(tuple((token, "#2A5D6C") for token in TOKENS), "Inter", 13, 2.0)


@pytest.fixture(autouse=True, scope="module")
def charts_folder(tmp_path_factory):
    warm_up(tmp_path_factory.mktemp("charts"))


@pytest.fixture
def view(qtbot, theme, sketch):
    view = SketchView(theme)
    qtbot.addWidget(view)
    view.show_sketch(sketch("grid"), "words")
    view.resize(440, view.heightForWidth(440))
    return view


def svgs(theme, view):
    return (
        painted_svg(theme, "Where I act", "So far with one person.", view),
        draw_svg(STACK, LOOK, 420, 196, "When I notice"),
    )


def test_a_picture_is_twice_as_large(theme, view):
    image = QImage.fromData(painted_png(theme, "Where I act", view), "PNG")
    assert image.width() == 2 * (440 + 2 * 24)
    assert image.pixelColor(0, 0) == theme.color("surface")
    assert image.textKeys() == []


def test_a_drawn_picture_stands_on_the_same_ground(theme):
    drawn = as_image(draw(STACK, LOOK, 420, 196), 2.0)
    image = QImage.fromData(drawn_png(theme, "When I notice", drawn), "PNG")
    assert image.width() == 2 * (420 + 2 * 24)
    assert image.pixelColor(0, 0) == theme.color("surface")


def test_an_svg_can_be_read(theme, view):
    for made in svgs(theme, view):
        renderer = QSvgRenderer(made)
        assert renderer.isValid()
        assert renderer.defaultSize().width() > 300


def test_an_svg_names_no_person_no_machine_no_day_and_no_place(theme, view):
    for made in svgs(theme, view):
        text = made.decode()
        places = set(re.findall(r"https?://[^\"\s<]+", text))
        assert places <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
        assert "DOCTYPE" not in text
        assert "<image" not in text
        assert not re.search(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", text)
        for name in (getpass.getuser(), socket.gethostname()):
            assert not re.search(rf"\b{re.escape(name)}\b", text)


def test_the_same_chart_is_the_same_file(theme, view):
    assert svgs(theme, view) == svgs(theme, view)
    assert painted_png(theme, "a", view) == painted_png(theme, "a", view)


def test_days_in_a_file_are_shapes_too(qtbot, theme):
    room = QWidget()
    qtbot.addWidget(room)
    days = HeatMap(theme, "Days", room)
    first, today = date(2026, 1, 5), date(2026, 3, 12)
    days.show_days(first, today, {today: 2}, today, date.isoformat)
    room.resize(440, 200)
    assert b"<image" not in painted_svg(theme, "Days", "Words.", room)
    assert not days.is_for_file


def test_a_painted_svg_has_its_words_as_words(theme, view):
    assert "not yet" in svgs(theme, view)[0].decode()


def test_a_drawn_svg_has_an_edge_and_room_for_its_name():
    box = QSvgRenderer(draw_svg(STACK, LOOK, 420, 196, "When I notice")).viewBoxF()
    edge, head = 13 * EDGE, 13 * HEAD
    wanted = (420 + 2 * edge) / (196 + 2 * edge + head)
    assert box.width() / box.height() == pytest.approx(wanted, rel=0.01)
