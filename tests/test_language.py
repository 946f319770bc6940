import pytest

from ally_journal.language import _, ngettext, use_language


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_language("en")


def test_without_a_translation_the_words_are_english():
    use_language("xx")
    assert _("Not now") == "Not now"


@pytest.mark.parametrize(("number", "said"), [(0, "days"), (1, "day"), (2, "days")])
def test_a_number_takes_its_form(number, said):
    assert ngettext("day", "days", number) == said
