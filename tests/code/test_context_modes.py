from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
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


@pytest.mark.parametrize(
    ("text", "word", "type_", "expected"),
    [
        ("The bishops called for the release of the nurses.", "called", "REQUEST", "yield"),
        ("The league called for an end to the fighting in Ituri.", "called", "REQUEST", "yield"),
        ("The envoy asked the clans to lay down their weapons.", "asked", "REQUEST", "yield"),
        ("The union asked the court to lift the ban.", "asked", "REQUEST", "change"),
        ("The mayor urged the premier not to send tanks.", "urged", "REQUEST", "change"),
        ("Niger asked its neighbours for more helicopters.", "asked", "REQUEST", "assist"),
        ("The miners asked the owner to receive them.", "asked", "REQUEST", "meet"),
        ("The chairman refused to withdraw the trucks.", "refused", "REJECT", "yield"),
        ("The regent threatened to jail those who block roads.", "threatened", "THREATEN", "arrest"),
        ("The clans threatened to take revenge.", "threatened", "THREATEN", "violence"),
        ("The shah threatened to take back the border area.", "threatened", "THREATEN", "territory"),
        ("The council threatened to revoke the permits.", "threatened", "THREATEN", "restrict"),
        ("The nuns asked the mayor where he had been.", "asked", "REQUEST", None),
    ],
)
def test_what_is_asked_refused_or_threatened_tells_the_mode(
    parse: Parses, text: str, word: str, type_: str, expected: str | None
) -> None:
    (made,) = with_modes(parse(text), [mention(type_, None, start=text.index(word), word=word)], load_codebook(), {})
    assert made.mode == expected


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Chad warned Togo of military strikes if it sent troops.", "violence"),
        ("Chad warned Togo of air strikes if it sent troops.", "violence"),
        ("The union threatened a strike over wages.", "restrict"),
    ],
)
def test_what_somebody_is_warned_of_tells_the_mode(text: str, mode: str) -> None:
    assert [m.mode for m in dateline.code(text).events if m.type == "THREATEN"] == [mode]
