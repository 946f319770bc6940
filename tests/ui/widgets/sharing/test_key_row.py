"""What each sign stands for."""

from ui.models.share_lines import KeySign
from ui.widgets.sharing.key_row import KeyRow, shown_names


def test_each_sign_is_said_with_its_words(theme, shown):
    key = shown(KeyRow(theme), width=500, height=60)
    key.show_signs((KeySign("Person A", "was Wren"), KeySign("", "you blanked a word")))
    assert key.words == ("Person A was Wren", "you blanked a word")


def test_it_goes_where_there_is_nothing_to_say(theme, shown):
    key = shown(KeyRow(theme), width=500, height=60)
    key.show_signs((KeySign("Person A", "was Wren"),))
    key.show_signs(())
    assert key.isHidden()
    assert key.words == ()


def test_everybody_can_be_meant_those_in_the_packet_first(chosen, desk, settle, previewed):
    desk.write(lambda journal: journal.people.add("Alder"))
    settle(desk)
    previewed(chosen.look_again)
    names = list(shown_names(chosen.preview).values())
    assert sorted(names[:2]) == sorted(
        f"{one.label}, {one.names[0]}" for one in chosen.preview.cast.known
    )
    assert names[-1] == "Alder"
