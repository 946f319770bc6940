"""Made-up histories of a habit, for the tests that hold for all of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from ally_journal.domain.habit import Pause

SCHEDULES = st.one_of(
    st.just("daily"),
    st.lists(
        st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), min_size=1, unique=True
    ).map(
        lambda days: ",".join(
            name for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") if name in days
        )
    ),
    st.integers(1, 7).map("{}/week".format),
    st.integers(1, 28).map("{}/month".format),
    st.integers(2, 90).map("every-{}-days".format),
)


@st.composite
def histories(draw, most=400):
    """A schedule, the day it was made, today, marks, rests, pauses and the start of the week."""
    made = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 800)))
    length = draw(st.integers(0, most))
    rng = draw(st.randoms(use_true_random=False))
    marking, resting = draw(st.sampled_from([0, 0.1, 0.4, 0.8, 1])), rng.choice([0, 0.03, 0.2])
    around = [made + timedelta(days=at) for at in range(-5, length + 10)]
    begin = 0 if rng.random() < 0.3 else 5
    marked = {one for one in around[begin:] if rng.random() < marking}
    rests = {one for one in around if rng.random() < resting}
    pauses = []
    for _number in range(rng.randint(0, 4)):
        at = made + timedelta(days=rng.randint(-20, length + 20))
        pauses.append(Pause(at, at + timedelta(days=rng.randint(0, 60))))
    return (
        draw(SCHEDULES),
        made,
        made + timedelta(days=length),
        marked,
        rests,
        pauses,
        rng.choice([0, 0, 6, 5]),
    )
