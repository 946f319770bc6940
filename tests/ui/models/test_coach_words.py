from datetime import date

import pytest

from ally_journal.domain.packet import RemarkKind
from ally_journal.domain.preview import KeptComment
from ui.models.coach_words import comment_told, since_words, who_words

DAY = date(2026, 3, 12)


def kept(paragraph=1, now="Now.", *, changed=False):
    return KeptComment(
        "1", "s", "Marigold", DAY, "1.1.1", "e", "What happened?", paragraph, "Then.", now,
        changed, "And then?", RemarkKind.COMMENT,
    )  # fmt: skip


def test_it_is_clearly_the_coachs():
    assert comment_told(kept(), DAY).who == "Marigold · your coach · 12 March"
    assert who_words("", "question") == "A question of your coach"


def test_one_on_the_whole_entry_has_no_place():
    told = comment_told(kept(paragraph=None), DAY)
    assert (told.label, told.words, told.since) == ("", "", "")


@pytest.mark.parametrize(
    ("now", "changed", "said"),
    [
        ("Then.", False, ""),
        ("Now.", True, "You changed this since. Then: “Then.”"),
        (None, True, "What this was about is not there any more. Then: “Then.”"),
    ],
)
def test_what_became_of_the_paragraph(now, changed, said):
    assert since_words("Then.", now, changed=changed) == said
    assert comment_told(kept(now=now, changed=changed), DAY).since == said
