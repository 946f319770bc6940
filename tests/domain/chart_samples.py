"""Entries of ticks for the charts, and the options of the practices that come with the program."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from ally_journal.domain.practice_files import load_built_in
from ally_journal.domain.ticked import Ticked

TODAY = date(2026, 3, 12)
LIBRARY = load_built_in()
_NUMBERS = iter(range(1, 10**9))


def step(practice, key, part=""):
    found = LIBRARY.get(practice).step(key)
    return next(one for one in found.parts if one.key == part) if part else found


POWERS = step("action", "power").options
AREAS = step("scan", "area").options
SETTINGS = step("catch", "setting").options
CUES = step("catch", "set_off").options
KINDNESSES = step("belonging", "gave", "what").options
HIDING = step("belonging", "hide").points
CARE = step("label_lens", "care0").points
WARM = step("seek_prep", "warm").points


def ticked(practice, ago=0, *, event="", **answers):
    """An entry of so many days ago; "gate__level" is the step "gate.level"."""
    given = {key.replace("__", "."): value for key, value in answers.items()}
    name = f"e{next(_NUMBERS)}"
    return Ticked(name, TODAY - timedelta(days=ago), practice, event or name, given)


def _choice(options, *more):
    return st.sampled_from([*(one.id for one in options), "other: fog", "no-such", *more])


def _some(strategy):
    return st.one_of(st.none(), strategy)


def _several(options):
    return st.lists(_choice(options), unique=True, max_size=4)


POINT, LEVEL = st.integers(-1, 7), st.integers(-1, 12)
KIND = st.fixed_dictionaries({"what": _several(KINDNESSES)})
NOTICED = st.sampled_from(["as-it-happened", "same-day", "later", "someone-told-me", "never", ""])
TIMING = st.sampled_from(["reply", "planned", "neither"])
LEVELS = st.sampled_from(["self", "person", "group", "system", "moon"])
ASKED = _choice(step("action", "asked").options)
WAYS = st.sampled_from(["heard-them-out", "defended", "both", "left", "went-quiet"])
CUE_STEPS = {"when_noticed": NOTICED, "setting": _choice(SETTINGS)}
ANSWERS = {
    "action": {
        "timing": TIMING, "level": LEVELS, "power": _several(POWERS), "asked": ASKED,
        "area": _choice(AREAS),
    },
    "scan": {"area": _choice(AREAS)},
    "catch": {**CUE_STEPS, "set_off": _several(CUES)},
    "bias_check": {**CUE_STEPS, "cue": _several(CUES)},
    "feedback": {"did": WAYS},
    "reaction": {"heard": WAYS},
    "debrief": {"gate.level": LEVEL, "level_after": LEVEL, "setting": _choice(SETTINGS)},
    "label_lens": {"care0": POINT, "care1": POINT},
    "label_followup": {"care2": POINT},
    "seek_prep": {"warm": POINT},
    "seek_debrief": {"warm_after": POINT},
    "seek_followup": {"warm": POINT},
    "belonging": {"gave": KIND, "got": KIND, "hide": POINT},
    "checkin": {"self": POINT, "area": _choice(AREAS)},
}  # fmt: skip


@st.composite
def entries(draw, most=30):
    """Entries of any practice within two years, oldest first; some say nothing or nonsense."""
    found = []
    for number in range(draw(st.integers(0, most))):
        practice = draw(st.sampled_from(sorted(ANSWERS)))
        given = {key: draw(_some(kind)) for key, kind in ANSWERS[practice].items()}
        answers = {key: value for key, value in given.items() if value is not None}
        day = TODAY - timedelta(days=draw(st.integers(0, 700)))
        event = draw(st.sampled_from(["", "a", "b", "c"]))
        found.append(Ticked(f"e{number}", day, practice, event, answers))
    return sorted(found, key=lambda one: one.day)
