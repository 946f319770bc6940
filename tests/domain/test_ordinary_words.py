from ally_journal.domain.ordinary_words import ordinary_words


def test_ordinary_words_are_known_and_names_are_not():
    assert {"after", "store", "number", "plane"} <= ordinary_words()
    assert not {"juniper", "barbara"} & ordinary_words()
