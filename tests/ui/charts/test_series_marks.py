from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter


def mark(sketch, series):
    image = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    sketch.mark(painter, QPointF(10, 10), 6, series)
    painter.end()
    return image


def test_every_series_has_a_shape_of_its_own(sketch):
    shapes = [mark(sketch("bars"), series) for series in range(4)]
    assert all(one != other for at, one in enumerate(shapes) for other in shapes[at + 1 :])


def test_a_legend_breaks_where_it_is_narrow(sketch):
    assert sketch("bars").legend_height(120) > sketch("bars").legend_height(440)


def test_a_value_is_said_with_its_point_and_series(sketch):
    assert sketch("map").said(1, 0) == "Meetings and voice, acted: 5"
