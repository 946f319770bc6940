import pytest

from ally_journal.domain.conditions import applies, by_answers, found, holds, trouble, value_of
from ally_journal.domain.practice import Kind, Option, Part, Step

OPTIONS = (Option("saw", "I saw it"), Option("did", "I did it"), Option("other", "other"))
STEPS = {
    step.key: step
    for step in (
        Step("role", "Where?", Kind.CHOICE, options=OPTIONS),
        Step("tags", "Which?", Kind.CHOICES, options=OPTIONS),
        Step("level", "How strong?", Kind.SCALE),
        Step("who", "Who?", Kind.PEOPLE),
        Step("look", "Look", Kind.NOTE),
        Step(
            "impact",
            "What?",
            Kind.LONG,
            parts=(
                Part("what", Kind.LONG),
                Part("how", Kind.CHOICE, options=OPTIONS),
                Part("strong", Kind.SCALE),
            ),
        ),
    )
}


@pytest.mark.parametrize(
    ("condition", "known", "true"),
    [
        ({}, {}, True),
        ({"role": ("saw", "did")}, {"role": "did"}, True),
        ({"role": ("saw",)}, {"role": "did"}, False),
        ({"role": ("saw",)}, {}, False),
        ({"role": ("other",)}, {"role": "other: a friend told me"}, True),
        ({"role": ("empty", "saw")}, {}, True),
        ({"tags": ("did",)}, {"tags": ["saw", "did"]}, True),
        ({"tags": ("did",)}, {"tags": ["saw"]}, False),
        ({"tags": ("did",)}, {"tags": [3]}, False),
        ({"level": (">= 8",)}, {"level": 8}, True),
        ({"level": ("> 8",)}, {"level": 8}, False),
        ({"level": ("< 8", "== 8")}, {"level": 8}, True),
        ({"level": ("<= 2",)}, {"level": 0}, True),
        ({"level": ("!= 2",)}, {"level": 2}, False),
        ({"level": (">= 0",)}, {}, False),
        ({"level": (">= 0",)}, {"level": "much"}, False),
        ({"who": ("empty",)}, {}, True),
        ({"who": ("filled",)}, {"who": ["Wren"]}, True),
        ({"level": ("filled",)}, {"level": 0}, True),
        ({"impact": ("filled",)}, {"impact": {"what": "x"}}, True),
        ({"impact.how": ("saw",)}, {"impact": {"how": "saw"}}, True),
        ({"impact.how": ("empty",)}, {"impact": {"what": "x"}}, True),
        ({"impact.how": ("saw",)}, {"impact": "of another shape"}, False),
        ({"impact.strong": (">= 3",)}, {"impact": {"strong": 3}}, True),
        ({"hour": (">= 22",)}, {"hour": 23}, True),
        ({"plan.moved": (">= 2",)}, {}, False),
        ({"role": ("saw",), "level": (">= 8",)}, {"role": "saw", "level": 3}, False),
    ],
)
def test_a_condition_is_true_of_what_is_known(condition, known, true):
    assert holds(condition, known, STEPS) is true


def test_unless_counts_only_where_there_is_one():
    known = {"role": "saw"}
    assert applies({"role": ("saw",)}, {}, known, STEPS)
    assert not applies({}, {"role": ("saw",)}, known, STEPS)
    assert applies({}, {"role": ("saw",)}, {}, STEPS)
    assert not applies({"role": ("did",)}, {}, known, STEPS)


@pytest.mark.parametrize(
    "condition",
    [
        {"role": ("saw", "empty")},
        {"level": (">= 8", "empty")},
        {"level": (">=8",)},
        {"who": ("filled",)},
        {"impact": ("empty",)},
        {"impact.how": ("did",)},
        {"hour": (">= 22",), "event.entries_7d": ("> 1",)},
    ],
)
def test_what_can_be_asked_is_no_trouble(condition):
    assert trouble(condition, STEPS) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("role", "heard"),
        ("role", ">= 3"),
        ("level", "8"),
        ("level", ">= many"),
        ("level", ">> 8"),
        ("who", "Wren"),
        ("later", "filled"),
        ("role.part", "filled"),
        ("impact.none", "filled"),
        ("impact", "saw"),
        ("look", "filled"),
        ("hour", "late"),
        ("hour", "filled"),
        ("nothing.known", ">= 3"),
    ],
)
def test_what_cannot_be_asked_is_named(name, value):
    wrong = trouble({name: (value,)}, STEPS)
    assert wrong
    assert wrong[0] == name
    assert wrong[1]


def test_a_name_without_values_is_trouble():
    assert trouble({"role": ()}, STEPS)


def test_names_mean_steps_parts_and_facts():
    assert found("role", STEPS) is STEPS["role"]
    assert found("impact.how", STEPS) is STEPS["impact"].parts[1]
    assert found("hour", STEPS) is None
    assert value_of("hour", {"hour": 3}, STEPS) == 3
    assert value_of("plan.moved", {}, STEPS) is None


@pytest.mark.parametrize(
    ("when", "unless", "left"),
    [
        ({"hour": (">= 22",), "role": ("saw",)}, {}, ({"role": ("saw",)}, {})),
        ({}, {"count.x": (">= 3",), "role": ("saw",)}, ({}, {})),
        ({"level.change": (">= 2",)}, {"role": ("saw",)}, None),
    ],
)
def test_of_a_step_that_was_answered_the_journal_is_not_asked_again(when, unless, left):
    assert by_answers(when, unless) == (left or (when, unless))
