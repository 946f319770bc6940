import pytest
from PySide6.QtGui import QFont, QPalette

from ui.theme import Theme
from ui.tokens import read_colors, read_measures

THEMES = ("light", "dark", "contrast")

# Foreground, ground, least ratio, and the ratios of light, dark and contrast as designed.
PAIRS = [
    ("ink", "bg", 4.5, 13.53, 13.97, 21),
    ("ink", "surface", 4.5, 14.61, 12.62, 21),
    ("ink2", "bg", 4.5, 7.34, 9.14, 21),
    ("ink2", "side", 4.5, 6.78, 9.59, 21),
    ("ink2", "sunken", 4.5, 6.60, 7.21, 17.4),
    ("ink3", "bg", 4.5, 5.55, 6.64, 17.14),
    ("ink3", "surface", 4.5, 5.99, 6.00, 17.14),
    ("ink3", "sunken", 4.5, 4.99, 5.24, 14.2),
    ("ink3", "side", 4.5, 5.13, 6.97, 17.14),
    ("ink2", "press", 4.5, 5.86, 6.04, 12.63),
    ("accent", "bg", 4.5, 6.65, 8.90, 16.13),
    ("accent", "surface", 4.5, 7.18, 8.03, 16.13),
    ("accent", "soft", 4.5, 5.83, 6.20, 10.64),
    ("accent", "honeySoft", 4.5, 6.17, 6.68, 12.76),
    ("onAccent", "accent", 4.5, 7.29, 8.34, 16.13),
    ("onAccent", "accentH", 4.5, 8.96, 9.88, 18.22),
    ("onAccent", "accentP", 4.5, 11.16, 6.79, 14.27),
    ("onSoft", "soft", 4.5, 7.73, 8.65, 10.64),
    ("ink3", "soft", 4.5, 4.86, 4.63, 11.3),
    ("edge", "soft", 3, 3.06, 3.37, 13.85),
    ("honey", "bg", 4.5, 6.00, 9.32, 14.33),
    ("honey", "surface", 4.5, 6.48, 8.42, 14.33),
    ("honey", "honeySoft", 4.5, 5.57, 7.00, 11.34),
    ("ink2", "honeySoft", 4.5, 6.81, 6.86, 16.62),
    ("clay", "bg", 4.5, 6.92, 8.46, 12),
    ("clay", "surface", 4.5, 7.47, 7.64, 12),
    ("clay", "claySoft", 4.5, 6.17, 6.69, 10.33),
    ("accent", "side", 3, 6.14, 9.34, 16.13),
    ("accent", "sunken", 3, 5.98, 7.02, 13.37),
    ("edge", "bg", 3, 3.49, 4.83, 21),
    ("edge", "surface", 3, 3.77, 4.37, 21),
    ("edge", "sunken", 3, 3.14, 3.82, 17.4),
    ("edge", "side", 3, 3.23, 5.07, 21),
    ("s4", "surface", 3, 7.18, 9.34, 16.13),
    ("s3", "surface", 3, 3.18, 4.58, 8.94),
    ("s2", "surface", 1, 1.78, 2.28, 4.26),
    ("line", "surface", 1, 1.35, 1.27, 7.46),
]


def luminance(color):
    def linear(part):
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(color[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("number", range(3), ids=THEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]}-{pair[1]}")
def test_contrast_is_as_designed_and_enough(pair, number):
    front, ground, needed, *designed = pair
    colors = read_colors(THEMES[number])
    measured = contrast(colors[front], colors[ground])
    assert measured >= needed
    assert measured == pytest.approx(designed[number], abs=0.011)


def test_every_theme_has_the_same_tokens():
    first, *others = (set(read_colors(name)) for name in THEMES)
    assert all(tokens == first for tokens in others)


def test_text_size_multiplies_every_measure(qapp):
    theme = Theme("light", 150)
    assert theme.px(20) == 30
    assert theme.line("body") == round(23 * 1.5)
    assert theme.font("display").pixelSize() == 48
    assert theme.effective(1200) == 800


@pytest.mark.parametrize(("wanted", "got"), [(50, 100), (175, 175), (300, 200)])
def test_text_size_stays_between_100_and_200(qapp, wanted, got):
    assert Theme("light", wanted).percent == got


@pytest.mark.parametrize("style", list(read_measures().styles))
def test_no_font_is_hinted(qapp, style):
    hinting = Theme("light").font(style).hintingPreference()
    assert hinting == QFont.HintingPreference.PreferNoHinting


def test_choosing_tells_every_widget_once(qapp, qtbot):
    theme = Theme("light")
    with qtbot.waitSignal(theme.changed):
        theme.choose(name="dark", percent=120)
    assert (theme.shown, theme.k) == ("dark", 1.2)


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_has_the_placeholder_as_third_ink(qapp, name):
    theme = Theme(name)
    theme.apply(qapp)
    shown = qapp.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown.name() == theme.hex("ink3")


def test_less_motion_takes_no_time(qapp):
    theme = Theme("light", less_motion=True)
    assert (theme.quick, theme.page) == (0, 0)


def test_writing_in_sans_changes_only_the_serif_styles(qapp):
    theme = Theme("light", writing="sans")
    sans = Theme("light").font("body").families()
    assert theme.font("question").families() == sans
    assert theme.font("body").families() == sans
    assert Theme("light").font("question").families() != sans


def test_the_family_for_charts_exists_here(qapp):
    theme = Theme("light")
    assert theme.family("sans") in theme.font("body").families()


def test_every_color_of_the_style_sheet_is_filled_in(qapp):
    theme = Theme("contrast", 200)
    theme.apply(qapp)
    assert "$" not in qapp.styleSheet()
