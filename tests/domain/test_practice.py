from ally_journal.domain.practice import Kind, Practice, Step

STEPS = (Step("what", "What?", Kind.TEXT), Step("when", "When?", Kind.DATE))
PRACTICE = Practice("moss", 1, "Moss", "2", "Done.", STEPS)


def test_a_step_is_found_by_its_key():
    assert PRACTICE.step("when") is STEPS[1]


def test_a_key_that_is_not_there_finds_nothing():
    assert PRACTICE.step("whence") is None


def test_a_practice_is_listed_and_may_go_to_a_coach_unless_it_says_otherwise():
    assert PRACTICE.listed
    assert PRACTICE.export
    assert not PRACTICE.private
