from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.context_modes import with_modes
from dateline.records import Parse
from dateline.reference.codebook import load_codebook
from tests.factory import mention

Parses = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("text", "word", "type_", "mode", "expected"),
    [
        ("Mourners in black filled the stadium in Tunis.", "filled", "GATHER", None, "commemoration"),
        ("The crowd streamed to the cemetery behind the coffin.", "streamed", "GATHER", None, "funeral"),
        ("Supporters of the candidate packed the hall.", "packed", "GATHER", None, "rally"),
        ("A ceremony was held at the mausoleum.", "ceremony", "GATHER", "ceremony", "commemoration"),
        ("A ceremony was held for the new judges.", "ceremony", "GATHER", "ceremony", "ceremony"),
        ("The party leader attended the ceremony.", "ceremony", "GATHER", "ceremony", "ceremony"),
        ("A protest is planned in Sofia.", "protest", "PROTEST", None, "demonstration"),
        ("The group denied that it had planted the bomb or had any part in it.", "denied", "ASSAULT", None, "bombing"),
        ("The attack came at dawn.", "attack", "ASSAULT", None, None),
    ],
)
def test_a_sentence_tells_the_mode_that_its_trigger_leaves_open(
    parse: Parses, text: str, word: str, type_: str, mode: str | None, expected: str | None
) -> None:
    told = mention(type_, mode, start=text.index(word), word=word)
    (made,) = with_modes(parse(text), [told], load_codebook(), {})
    assert made.mode == expected


def test_what_tells_a_happening_again_has_its_mode(parse: Parses) -> None:
    text = "Mourners filled the square. The police counted 900."
    first = mention("GATHER", None, start=text.index("filled"), word="filled")
    again = mention("GATHER", None, start=text.index("900"), word="900")
    made = with_modes(parse(text), [first, again], load_codebook(), {again.id: first.id})
    assert [m.mode for m in made] == ["commemoration", "commemoration"]
