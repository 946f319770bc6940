"""How it is locked."""

import pytest

from ui.widgets.sharing.seal_card import KEY, OPEN, SealCard

PUBLIC = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
def card(desk, shown, settle):
    card = shown(SealCard(desk), width=680, height=600)
    card.begin()
    settle(desk)
    return card


def go(card, way):
    card.way.set_value(way)
    card._show_way()


def test_six_words_are_where_it_begins(card):
    card.label.setText(" Marigold ")
    order = card.order()
    assert order.label == "Marigold"
    assert order.passphrase == card.words.text()
    assert order.is_locked


def test_a_key_has_to_be_there(card):
    go(card, KEY)
    assert card.order() is None
    card.key.field.setText(PUBLIC)
    assert card.order().recipient == PUBLIC
    assert not card.order().passphrase


def test_not_locked_it_is_a_pdf_or_a_page(card):
    go(card, OPEN)
    assert card.order().form == "pdf"
    card.open.form.set_value("html")
    assert card.order().form == "html"
    assert not card.order().is_locked


def test_while_it_is_sealed_nothing_can_be_changed(card):
    card.be_busy(on=True)
    assert card.busy.isVisible()
    assert not card.way.isEnabled()
    card.be_busy(on=False)
    assert card.way.isEnabled()
    assert card.busy.isHidden()


def test_forgotten_it_holds_nothing(card):
    card.label.setText("Marigold")
    card.forget()
    assert card.label.text() == ""
    assert card.words.text() == ""
