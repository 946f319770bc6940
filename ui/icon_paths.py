"""Reads the icons of resources/icons: strokes of one width on a grid of 24.

QtSvg can do far more, and costs the start 3 ms before the first paint. What these files hold is a
small part of SVG: paths without quadratic curves and without turned arcs, circles, and
rectangles that may be turned. https://www.w3.org/TR/SVG11/paths.html
"""

from __future__ import annotations

from math import acos, copysign, degrees, hypot, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

GRID = 24.0
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}


def path_of(svg: str) -> QPainterPath:
    """The strokes of an icon.

    Raises:
        ValueError, KeyError: it holds what no icon of ours does.
    """
    whole = QPainterPath()
    for element in svg.split("<")[2:]:
        kind, _blank, rest = element.partition(" ")
        if kind.startswith("/"):
            continue
        given = dict(_attributes(rest))
        whole.addPath(_turned(_SHAPES[kind](given), given.get("transform", "")))
    return whole


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    while '="' in text:
        name, _equals, text = text.partition('="')
        value, _end, text = text.partition('"')
        yield name.strip(), value


def _circle(given: dict[str, str]) -> QPainterPath:
    x, y, r = (float(given[name]) for name in ("cx", "cy", "r"))
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), r, r)
    return path


def _rectangle(given: dict[str, str]) -> QPainterPath:
    box = QRectF(*(float(given[name]) for name in ("x", "y", "width", "height")))
    path = QPainterPath()
    path.addRoundedRect(box, float(given["rx"]), float(given["rx"]))
    return path


def _turned(path: QPainterPath, transform: str) -> QPainterPath:
    """Turned as "rotate(-45 12 12)" says."""
    if not transform:
        return path
    angle, x, y = (float(one) for one in transform.removeprefix("rotate(").rstrip(")").split())
    turn = QTransform().translate(x, y).rotate(angle).translate(-x, -y)
    return turn.map(path)


def _drawn(given: dict[str, str]) -> QPainterPath:
    pen = _Pen()
    for letter, numbers in _steps(given["d"]):
        pen.draw(letter, numbers)
    return pen.path


def _steps(text: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each command with the numbers of one step; after a move the further ones are lines."""
    letter, waiting = "", list[float]()
    for token in [*_tokens(text), "M"]:
        if not token.isalpha():
            waiting.append(float(token))
            continue
        count = _COUNTS[letter.upper()] if letter else 0
        for at in range(0, len(waiting), count or 1):
            yield letter, tuple(waiting[at : at + count])
            letter = {"M": "L", "m": "l"}.get(letter, letter)
        if letter and not count:
            yield letter, ()
        letter, waiting = token, []


def _tokens(text: str) -> Iterator[str]:
    number = ""
    for sign in text:
        if sign.isdigit() or (sign == "." and "." not in number):
            number += sign
            continue
        if number:
            yield number
        number = sign if sign in "-." else ""
        if sign.isalpha():
            yield sign
    if number:
        yield number


class _Pen:
    """Draws step by step; small letters go on from where it stands."""

    def __init__(self) -> None:
        self.path = QPainterPath()
        self._x = self._y = 0.0
        self._mirror: tuple[float, float] | None = None
        self._acts: dict[str, Callable[[Sequence[float]], None]] = {
            "M": self._move, "L": self._line, "C": self._curve, "S": self._smooth, "A": self._arc,
        }  # fmt: skip

    def draw(self, letter: str, numbers: tuple[float, ...]) -> None:
        """One step."""
        mirror, self._mirror = self._mirror, None
        upper = letter.upper()
        if upper == "Z":
            self.path.closeSubpath()
            self._stand(self.path.currentPosition().x(), self.path.currentPosition().y())
            return
        places = self._places(upper, numbers, is_relative=letter.islower())
        if upper in {"H", "V"}:
            upper = "L"
        if upper == "S":
            self._mirror = mirror
        self._acts[upper](places)

    def _places(self, upper: str, numbers: tuple[float, ...], *, is_relative: bool) -> list[float]:
        x, y = (self._x, self._y) if is_relative else (0.0, 0.0)
        if upper == "H":
            return [x + numbers[0], self._y]
        if upper == "V":
            return [self._x, y + numbers[0]]
        if upper == "A":
            return [*numbers[:5], x + numbers[5], y + numbers[6]]
        return [one + (y if at % 2 else x) for at, one in enumerate(numbers)]

    def _stand(self, x: float, y: float) -> None:
        self._x, self._y = x, y

    def _move(self, to: Sequence[float]) -> None:
        self.path.moveTo(*to)
        self._stand(*to)

    def _line(self, to: Sequence[float]) -> None:
        self.path.lineTo(*to)
        self._stand(*to)

    def _curve(self, to: Sequence[float]) -> None:
        self.path.cubicTo(*to)
        self._stand(to[4], to[5])
        self._mirror = (2 * to[4] - to[2], 2 * to[5] - to[3])

    def _smooth(self, to: Sequence[float]) -> None:
        first = self._mirror or (self._x, self._y)
        self._curve([*first, *to])

    def _arc(self, to: Sequence[float]) -> None:
        """From two ends to centre and angles: SVG 1.1, appendix F.6.5, with an upright ellipse."""
        rx, ry, turned, large, sweep, x, y = to
        if turned:
            raise ValueError
        across, down = (self._x - x) / 2 / rx, (self._y - y) / 2 / ry
        far = hypot(across, down)
        if far > 1:
            rx, ry, across, down = rx * far, ry * far, across / far, down / far
            far = 1.0
        off = copysign(sqrt(1 / far**2 - 1), 1 if large != sweep else -1)
        middle_x, middle_y = off * down, -off * across
        start = _angle(across - middle_x, down - middle_y)
        span = _angle(-across - middle_x, -down - middle_y) - start
        if sweep and span < 0:
            span += 360
        elif not sweep and span > 0:
            span -= 360
        centre_x = rx * middle_x + (self._x + x) / 2
        centre_y = ry * middle_y + (self._y + y) / 2
        box = QRectF(centre_x - rx, centre_y - ry, 2 * rx, 2 * ry)
        self.path.arcTo(box, -start, -span)
        self._stand(x, y)


def _angle(x: float, y: float) -> float:
    """Of a point seen from the centre, in degrees, clockwise as the screen goes."""
    return copysign(degrees(acos(max(-1.0, min(1.0, x / hypot(x, y))))), y)


_SHAPES = {"path": _drawn, "circle": _circle, "rect": _rectangle}
