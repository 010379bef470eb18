from __future__ import annotations

import json

import pytest

from braind.models import resources_folder
from braind.report.card_texts import card_words

CARDS = [
    card for path in sorted((resources_folder() / "models").glob("*.json"))
    if "limits" in (card := json.loads(path.read_text(encoding="utf-8")))
]  # fmt: skip


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card["id"])
def test_all_that_reports_quote_of_a_shipped_card_has_its_korean(card):
    quoted = [*card["limits"], *(one["name"] for one in card["data"])]
    for english in quoted:
        assert card_words(english, "en") == english
        assert any("가" <= letter <= "힣" for letter in card_words(english, "ko")), english


def test_every_shipped_net_has_a_card():
    assert {card["id"] for card in CARDS} >= {"parser", "style", "garments"}


def test_what_has_no_korean_stays_english():
    assert card_words("Brand new.", "ko") == "Brand new."
