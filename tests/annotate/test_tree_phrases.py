"""Verbs taken for adjectives and phrases hung on another word are put right in the tree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.tree_phrases import mend_phrases
from dateline.records import Parse, Token

Row = tuple[str, str, str, str, int]
POS = {"N": "NOUN", "P": "PROPN", "V": "VERB", "A": "ADJ", "C": "NUM", "X": "X"}


def mended(*rows: Row, entities: dict[int, str] | None = None) -> dict[str, tuple[str, str]]:
    """Return dependency and head by word, of tokens (word, kind of word, tag, dependency, head) after the mend.

    entities: labels of named entities by token number.
    """
    out, start, labels = [], 0, entities or {}
    for i, (word, kind, tag, dep, head) in enumerate(rows):
        end = start + len(word)
        out.append(Token(i, word, word.lower(), POS[kind], tag, dep, head, 0, start, end, labels.get(i, "")))
        start += len(word) + 1
    mend_phrases(out)
    return {t.text: (t.dep, out[t.head].text) for t in out}


@pytest.mark.parametrize(("loose", "tag"), [("dep", "JJ"), ("dep", "VBD"), ("npadvmod", "VBN"), ("nsubj", "VBN")])
def test_a_participle_between_name_and_noun_is_the_verb_that_the_clause_lacks(loose: str, tag: str) -> None:
    links = mended(
        ("gang", "N", "NN", loose, 7), ("of", "X", "IN", "prep", 0), ("Rovers", "P", "NNPS", "nmod", 4),
        ("robbed", "A", tag, "amod", 4), ("shops", "N", "NNS", "pobj", 1), ("the", "X", "DT", "det", 6),
        ("Blues", "P", "NNPS", "nsubj", 7), ("said", "V", "VBD", "ROOT", 7),
    )  # fmt: skip
    assert links["gang"] == ("nsubj", "robbed")
    assert links["robbed"] == ("ccomp", "said")
    assert links["shops"] == ("dobj", "robbed")
    assert links["Rovers"] == ("pobj", "of")


def test_a_participle_stays_an_adjective_where_the_clause_has_its_verb() -> None:
    links = mended(
        ("band", "N", "NN", "nsubj", 5), ("of", "X", "IN", "prep", 0), ("Lagos", "P", "NNP", "nmod", 4),
        ("trained", "A", "VBN", "amod", 4), ("drummers", "N", "NNS", "pobj", 1), ("played", "V", "VBD", "ROOT", 5),
    )  # fmt: skip
    assert links["trained"] == ("amod", "drummers")


def test_of_a_charge_hangs_on_the_verb_of_accusing() -> None:
    links = mended(
        ("accuse", "V", "VBP", "ROOT", 0), ("clerks", "N", "NNS", "dobj", 0), ("in", "X", "IN", "prep", 1),
        ("Jos", "P", "NNP", "pobj", 2), ("of", "X", "IN", "prep", 3), ("selling", "A", "VBG", "amod", 6),
        ("permits", "N", "NNS", "pobj", 4),
    )  # fmt: skip
    assert links["of"] == ("prep", "accuse")
    assert links["selling"] == ("pcomp", "of")
    assert links["permits"] == ("dobj", "selling")


def test_an_infinitive_hangs_on_the_demand_before_it() -> None:
    links = mended(
        ("ignored", "V", "VBD", "ROOT", 0), ("appeal", "N", "NN", "dobj", 0), ("by", "X", "IN", "prep", 1),
        ("unions", "N", "NNS", "pobj", 2), ("to", "X", "TO", "aux", 5), ("reopen", "V", "VB", "advcl", 0),
        ("mines", "N", "NNS", "dobj", 5),
    )  # fmt: skip
    assert links["reopen"] == ("acl", "appeal")


def test_an_infinitive_behind_a_thing_that_nobody_wishes_stays_an_aim() -> None:
    links = mended(
        ("used", "V", "VBD", "ROOT", 0), ("boats", "N", "NNS", "dobj", 0), ("to", "X", "TO", "aux", 3),
        ("flee", "V", "VB", "advcl", 0),
    )  # fmt: skip
    assert links["flee"] == ("advcl", "used")


def test_to_with_an_adjective_is_an_infinitive_where_the_tagger_says_so() -> None:
    links = mended(
        ("came", "V", "VBD", "ROOT", 0), ("to", "X", "TO", "prep", 0), ("clear", "A", "JJ", "amod", 3),
        ("roads", "N", "NNS", "pobj", 1),
    )  # fmt: skip
    assert links["clear"] == ("advcl", "came")
    assert links["roads"] == ("dobj", "clear")


def due_to_open(tag: str, thing: str) -> dict[str, tuple[str, str]]:
    return mended(
        ("panel", "N", "NN", "nsubj", 1), ("is", "V", "VBZ", "ROOT", 1), ("due", "A", "JJ", "acomp", 1),
        ("to", "X", "IN", "pcomp", 2), ("open", "V", tag, "amod", 5), ("hearings", "N", thing, "pobj", 3),
    )  # fmt: skip


def test_what_somebody_is_due_to_do_is_an_infinitive() -> None:
    links = due_to_open("VB", "NNS")
    assert links["open"] == ("xcomp", "due")
    assert links["to"] == ("aux", "open")
    assert links["hearings"] == ("dobj", "open")


@pytest.mark.parametrize(("tag", "thing"), [("JJ", "NNS"), ("VB", "NN")])  # "losses due to open conflict"
def test_what_something_is_due_to_is_its_cause(tag: str, thing: str) -> None:
    assert due_to_open(tag, thing)["open"] == ("amod", "hearings")


def test_a_body_keeps_the_town_that_it_sits_in() -> None:
    links = mended(
        ("letter", "N", "NN", "ROOT", 0), ("by", "X", "IN", "prep", 0), ("embassy", "N", "NN", "pobj", 1),
        ("in", "X", "IN", "prep", 0), ("Quito", "P", "NNP", "pobj", 3),
    )  # fmt: skip
    assert links["in"] == ("prep", "embassy")


def met_in_quito(*name: str) -> dict[str, tuple[str, str]]:
    """Return the links of "met NAME in Quito" with a name of one or two words, the town hung on the name."""
    words: list[Row] = [("met", "V", "VBD", "ROOT", 0)]
    last = len(name)
    words += [
        (w, "P", "NNP", "compound" if i < last else "dobj", last if i < last else 0) for i, w in enumerate(name, 1)
    ]
    words += [("in", "X", "IN", "prep", last), ("Quito", "P", "NNP", "pobj", last + 1)]
    return mended(*words, entities={last + 2: "GPE"})


def test_in_a_town_behind_a_persons_name_says_where_it_was_done() -> None:
    assert met_in_quito("Ana", "Roe")["in"] == ("prep", "met")


def test_a_ministry_keeps_the_town_behind_its_name() -> None:
    assert met_in_quito("Mining", "Ministry")["in"] == ("prep", "Ministry")


def test_a_second_participle_behind_and_is_a_deed() -> None:
    links = mended(
        ("raided", "V", "VBD", "ROOT", 0), ("killing", "V", "VBG", "advcl", 0), ("miners", "N", "NNS", "dobj", 1),
        ("and", "X", "CC", "cc", 2), ("burning", "A", "VBG", "amod", 5), ("houses", "N", "NNS", "conj", 2),
    )  # fmt: skip
    assert links["burning"] == ("conj", "killing")
    assert links["houses"] == ("dobj", "burning")


def test_a_participle_before_a_noun_of_a_list_stays_where_nothing_is_done() -> None:
    links = mended(
        ("sold", "V", "VBD", "ROOT", 0), ("boats", "N", "NNS", "dobj", 0), ("and", "X", "CC", "cc", 1),
        ("fishing", "A", "VBG", "amod", 4), ("nets", "N", "NNS", "conj", 1),
    )  # fmt: skip
    assert links["fishing"] == ("amod", "nets")


def test_the_second_half_of_a_toll_is_no_clause() -> None:
    links = mended(
        ("left", "V", "VBD", "ROOT", 0), ("nine", "C", "CD", "nummod", 2), ("dead", "A", "JJ", "oprd", 0),
        ("and", "X", "CC", "cc", 0), ("40", "C", "CD", "nsubj", 5), ("wounded", "V", "VBN", "conj", 0),
    )  # fmt: skip
    assert links["wounded"] == ("conj", "dead")
    assert links["40"] == ("nummod", "wounded")
    assert links["and"] == ("cc", "dead")


def test_a_clause_about_the_wounded_stays_one() -> None:
    links = mended(
        ("left", "V", "VBD", "ROOT", 0), ("nine", "C", "CD", "nummod", 2), ("dead", "A", "JJ", "oprd", 0),
        ("and", "X", "CC", "cc", 0), ("40", "C", "CD", "nsubjpass", 6), ("were", "X", "VBD", "auxpass", 6),
        ("wounded", "V", "VBN", "conj", 0),
    )  # fmt: skip
    assert links["wounded"] == ("conj", "left")


def said_she_was_ill_and(*before: Row, verb: str = "say") -> dict[str, tuple[str, str]]:
    n = len(before)
    return mended(
        (verb, "V", "VBD", "ROOT", 0), *before, ("was", "X", "VBD", "ccomp", 0), ("ill", "A", "JJ", "acomp", n + 1),
        ("and", "X", "CC", "cc", n + 1), ("accuse", "V", "VBD", "conj", n + 1), ("guards", "N", "NNS", "dobj", n + 4),
    )  # fmt: skip


@pytest.mark.parametrize("verb", ["add", "insist", "say", "tell"])
def test_who_says_one_thing_accuses_another(verb: str) -> None:
    assert said_she_was_ill_and(("she", "X", "PRP", "nsubj", 2), verb=verb)["accuse"] == ("conj", verb)


def test_who_hears_one_thing_accuses_nobody() -> None:
    assert said_she_was_ill_and(("she", "X", "PRP", "nsubj", 2), verb="hear")["accuse"] == ("conj", "was")


def test_the_past_perfect_goes_on_with_what_was_done_before() -> None:
    links = said_she_was_ill_and(("she", "X", "PRP", "nsubj", 3), ("had", "X", "VBD", "aux", 3))
    assert links["accuse"] == ("conj", "was")


def test_who_is_a_person_not_the_town_he_is_in() -> None:
    rows = [
        ("met", "V", "VBD", "ROOT", 0), ("activists", "N", "NNS", "dobj", 0), ("in", "X", "IN", "prep", 1),
        ("town", "N", "NN", "pobj", 2), ("who", "X", "WP", "nsubj", 5), ("counted", "V", "VBD", "relcl", 3),
    ]  # fmt: skip
    assert mended(*rows)["counted"] == ("relcl", "activists")
    rows[4] = ("which", "X", "WDT", "nsubj", 5)
    assert mended(*rows)["counted"] == ("relcl", "town")


def test_a_plural_that_says_something_is_the_verb() -> None:
    links = mended(
        ("the", "X", "DT", "det", 2), ("left", "A", "JJ", "amod", 2), ("demands", "N", "NNS", "ROOT", 2),
        ("that", "X", "IN", "mark", 6), ("our", "X", "PRP$", "poss", 6), ("council", "N", "NN", "compound", 6),
        ("retire", "N", "NN", "ccomp", 2),
    )  # fmt: skip
    assert links["left"] == ("nsubj", "demands")
    assert links["the"] == ("det", "left")
    assert links["council"] == ("nsubj", "retire")


def test_demands_of_somebody_stay_a_noun() -> None:
    links = mended(
        ("union", "N", "NN", "poss", 1), ("demands", "N", "NNS", "ROOT", 1), ("that", "X", "IN", "mark", 4),
        ("ministers", "N", "NNS", "nsubj", 4), ("go", "V", "VBP", "ccomp", 1),
    )  # fmt: skip
    assert links["union"] == ("poss", "demands")


@pytest.mark.parametrize(("verb", "expected"), [("want", ("xcomp", "want")), ("met", ("relcl", "rector"))])
def test_what_somebody_is_asked_to_do_hangs_on_the_asking(verb: str, expected: tuple[str, str]) -> None:
    links = mended(
        ("they", "X", "PRP", "nsubj", 1), (verb, "V", "VBP", "ROOT", 1), ("rector", "N", "NN", "dobj", 1),
        (",", "X", ",", "punct", 2), ("Roe", "P", "NNP", "appos", 2), (";", "X", ",", "punct", 2),
        ("to", "X", "TO", "aux", 7), ("go", "V", "VB", "relcl", 2),
    )  # fmt: skip
    assert links["go"] == ("relcl", "rector")  # no comma right before "to"
    links = mended(
        ("they", "X", "PRP", "nsubj", 1), (verb, "V", "VBP", "ROOT", 1), ("rector", "N", "NN", "dobj", 1),
        (",", "X", ",", "punct", 2), ("to", "X", "TO", "aux", 5), ("go", "V", "VB", "relcl", 2),
    )  # fmt: skip
    assert links["go"] == expected


@pytest.mark.parametrize(
    ("verb", "behind", "whole"),
    [
        ("admitted", ("guilt", "N", "NN", "dobj", 1), True),
        ("charged", ("with", "X", "IN", "prep", 1), False),
        ("picketed", ("by", "X", "IN", "agent", 1), False),
    ],
)
def test_the_only_verb_of_a_sentence_is_no_participle(verb: str, behind: Row, whole: bool) -> None:
    links = mended(("Dockers", "N", "NNS", "ROOT", 0), (verb, "V", "VBN", "acl", 0), behind)
    assert links["Dockers"] == (("nsubj", verb) if whole else ("ROOT", "Dockers"))
    assert links[verb] == (("ROOT", verb) if whole else ("acl", "Dockers"))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Some 300 weavers picketed outside the mill in Lodz on Monday.", "picketed"),
        ("About 1,000 students from trade schools protested outside the consulate in Lima.", "protested"),
        ("Two men charged with murder in Lodz.", "men"),
    ],
)
def test_who_pickets_does_so(parse: Callable[[str], Parse], text: str, root: str) -> None:
    assert next(t.text for t in parse(text).tokens if t.dep == "ROOT") == root
