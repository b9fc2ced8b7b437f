from __future__ import annotations

import pytest

from dateline.errors import DataError
from dateline.reference.speech import COMMITMENTS, parse_speech, speech

SMALL = """
[verbs]
say = ["say"]
[frames]
figure = ["put"]
[nouns]
[noun_frames]
[stances]
object = ["praise"]
infinitive = []
adjective = []
seeming = []
open = ["unclear"]
settled = ["clear"]
[stances.naming]
as = ["describe"]
bare = ["call"]
[stances.preposition]
to = ["object"]
about = ["object"]
[adverbs]
[irregular]
say = ["said"]
[people]
titles = []
he = []
she = []
groups = []
papers = []
light_verbs = []
courts = []
taken = []
untrue = []
[titles]
before = []
[platforms]
"""


def test_every_verb_has_a_known_commitment() -> None:
    assert set(speech().verbs.values()) <= set(COMMITMENTS)
    assert set(speech().nouns.values()) | set(speech().adverbs.values()) <= set(COMMITMENTS)


def test_frames_hold_only_known_verbs() -> None:
    known = speech().verbs.keys() | speech().frames["evaluation"]
    assert not {verb for verbs in speech().frames.values() for verb in verbs} - known


@pytest.mark.parametrize(
    ("form", "lemma"), [("said", "say"), ("denies", "deny"), ("urged", "urge"), ("told", "tell"), ("vowing", "vow")]
)
def test_forms_lead_to_the_lemma(form: str, lemma: str) -> None:
    assert speech().forms[form] == lemma


def test_small_lexicon_loads() -> None:
    lexicon = parse_speech(SMALL)
    assert lexicon.verbs == {"say": "say", "put": "say"}
    assert lexicon.forms["said"] == "say"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("[verbs", "no TOML"),
        (SMALL.replace("[nouns]\n", ""), "nouns"),
        (SMALL.replace('say = ["say"]', 'mumble = ["say"]'), "mumble"),
        (SMALL.replace('say = ["say"]', 'say = ["say", "say"]'), "twice"),
    ],
)
def test_broken_lexicon_is_refused_with_its_fault(broken: str, told: str) -> None:
    with pytest.raises(DataError, match=told):
        parse_speech(broken)


def test_stances_are_looked_up_by_their_word() -> None:
    stances = parse_speech(SMALL).stances
    assert stances.preposition == {"object": {"to", "about"}}
    assert stances.naming == {"describe", "call"}
    assert stances.bare_naming == {"call"}
    assert stances.open == {"unclear": True, "clear": False}


def test_no_stance_verb_stands_twice_in_its_list() -> None:
    import tomllib
    from importlib.resources import files

    raw = tomllib.loads(files("dateline.reference").joinpath("data/speech.toml").read_text(encoding="utf8"))
    for name in ("object", "infinitive", "adjective"):
        words = raw["stances"][name]
        assert sorted(set(words)) == sorted(words)
