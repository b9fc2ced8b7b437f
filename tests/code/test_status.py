"""Did it happen? One sentence for each construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.code.join import join
from dateline.code.status import Context, status_of
from dateline.code.triggers import find_triggers
from dateline.records import Attribution, Content, Parse, Span
from dateline.reference.codebook import load_codebook
from dateline.reference.statuswords import load_status_words

BOOK, WORDS = load_codebook(), load_status_words()
PLAIN = Context(attribution=None, future=False, past=False)


def status(parse: Parse, type_: str, context: Context = PLAIN) -> str:
    happening = next(h for h in join(parse, find_triggers(parse, BOOK)) if h.type == type_)
    return status_of(parse, happening.lead.head, WORDS, context)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Police arrested two men.", "COERCE", "occurred"),
        ("They killed my cousin, she told a crowd.", "ASSAULT", "occurred"),
        ("Police did not arrest anybody.", "COERCE", "denied"),
        ("No arrests were made.", "COERCE", "denied"),
        ("Not one arrest was made.", "COERCE", "denied"),
        ("The army denied shelling the village.", "ASSAULT", "denied"),
        ("Miners will march to Oruro on Friday.", "PROTEST", "planned"),
        ("The union plans a march on Friday.", "PROTEST", "planned"),
        ("The union called off the strike of nurses.", "PROTEST", "planned"),
        ("If the talks fail, teachers will block the road.", "PROTEST", "hypothetical"),
        ("Rebels could attack the town.", "ASSAULT", "hypothetical"),
        ("The party called for a boycott.", "PROTEST", "hypothetical"),
        ("Residents fear an airstrike.", "ASSAULT", "hypothetical"),
        ("Soldiers allegedly shot a herder.", "ASSAULT", "alleged"),
        ("Students are marching through Dakar.", "PROTEST", "ongoing"),
        ("The nurses are on strike.", "PROTEST", "ongoing"),
        ("Gatherings have been banned since Monday.", "COERCE", "ongoing"),
    ],
)
def test_status(parse: Callable[[str], Parse], text: str, type_: str, expected: str) -> None:
    assert status(parse(text), type_) == expected


def said(commitment: str) -> Context:
    content = Content(span=Span(0, 1))
    attribution = Attribution(voice="v0", parent=None, source=None, cue=None, content=content, commitment=commitment)
    return Context(attribution=attribution, future=False, past=False)


@pytest.mark.parametrize(("commitment", "expected"), [("say", "occurred"), ("claim", "alleged"), ("deny", "denied")])
def test_commitment_of_the_source_decides(parse: Callable[[str], Parse], commitment: str, expected: str) -> None:
    assert status(parse("Guards beat two prisoners."), "ASSAULT", said(commitment)) == expected


def test_would_in_reported_speech_is_a_plan(parse: Callable[[str], Parse]) -> None:
    assert status(parse("Teachers would march on Monday."), "PROTEST", said("say")) == "planned"
    assert status(parse("Teachers would march on Monday."), "PROTEST") == "hypothetical"


def test_present_tense_with_a_future_day_is_a_plan(parse: Callable[[str], Parse]) -> None:
    future = Context(attribution=None, future=True, past=False)
    assert status(parse("The envoy meets the president on Friday."), "CONSULT", future) == "planned"
    assert status(parse("The envoy met the president on Friday."), "CONSULT", future) == "occurred"
