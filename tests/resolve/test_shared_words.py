"""Words that sentences have in common."""

from __future__ import annotations

from collections.abc import Callable

from dateline.records import Parse
from dateline.resolve.shared_words import SharedWords

ParseText = Callable[[str], Parse]
TEXT = "Nurses blocked a bus in Cusco. A mayor resigned in Puno. Rain fell all day. The bus was burned by the nurses."


def test_what_goes_back_to_a_sentence_shares_its_words(parse: ParseText) -> None:
    words = SharedWords(parse(TEXT), [])
    assert words.most(3, [0]) > words.most(3, [1]) == 0


def test_rare_words_weigh_more(parse: ParseText) -> None:
    common = SharedWords(parse("A bus came. A bus went. A bus stood. A bus waited."), [])
    assert common.most(3, [0, 1, 2]) == 0


def test_names_of_places_and_the_sentence_itself_are_left_out(parse: ParseText) -> None:
    grammar = parse("Cusco slept. Cusco woke.")
    names = [t.i for t in grammar.tokens if t.text == "Cusco"]
    assert SharedWords(grammar, names).most(1, [0]) == 0
    assert SharedWords(grammar, []).most(1, [1]) == 0
