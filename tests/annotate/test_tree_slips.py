"""What small models build wrongly is put right in the tree."""

from __future__ import annotations

from msgspec.structs import replace

import dateline
from dateline.annotate.tree_slips import mend_tree, sentences_without_root
from dateline.records import Token


def tree(*rows: tuple[str, str, str, int]) -> list[Token]:
    """Return tokens of (word, tag, dependency, head)."""
    out, start = [], 0
    for i, (word, tag, dep, head) in enumerate(rows):
        out.append(Token(i, word, word.lower(), "X", tag, dep, head, 0, start, start + len(word), ""))
        start += len(word) + 1
    return out


def links(tokens: list[Token]) -> dict[str, tuple[str, str]]:
    return {t.text: (t.dep, tokens[t.head].text) for t in tokens}


def test_the_subject_of_an_infinitive_before_a_passive_is_the_passives() -> None:
    given = tree(
        ("congress", "NN", "nsubj", 2), ("to", "TO", "aux", 2), ("honour", "VB", "csubjpass", 5),
        ("her", "PRP", "dobj", 2), ("was", "VBD", "auxpass", 5), ("held", "VBN", "ROOT", 5),
    )  # fmt: skip
    mended = links(mend_tree(given))
    assert mended["congress"] == ("nsubjpass", "held")
    assert mended["honour"] == ("acl", "congress")


def test_a_noun_set_beside_a_place_is_the_subject_of_the_passive() -> None:
    given = tree(
        ("At", "IN", "prep", 7), ("hall", "NN", "pobj", 0), ("rite", "NN", "appos", 1), ("to", "TO", "aux", 4),
        ("honour", "VB", "pcomp", 0), ("her", "PRP", "dobj", 4), ("was", "VBD", "auxpass", 7), ("held", "VBN", "ROOT", 7),
    )  # fmt: skip
    mended = links(mend_tree(given))
    assert mended["rite"] == ("nsubjpass", "held")
    assert mended["honour"] == ("acl", "rite")


def test_a_bare_preposition_gets_the_noun_behind_it() -> None:
    given = tree(
        ("gave", "VBD", "ROOT", 0), ("asylum", "NN", "dobj", 0), ("to", "IN", "prep", 0), ("five", "CD", "nummod", 4),
        ("men", "NNS", "nsubj", 5), ("holed", "VBD", "advcl", 0), ("up", "RP", "prt", 5),
    )  # fmt: skip
    mended = links(mend_tree(given))
    assert mended["men"] == ("pobj", "to")
    assert mended["holed"] == ("acl", "men")


def test_what_is_right_stays() -> None:
    given = tree(
        ("For", "IN", "mark", 3), ("her", "PRP", "nsubj", 3), ("to", "TO", "aux", 3), ("resign", "VB", "csubjpass", 5),
        ("was", "VBD", "auxpass", 5), ("expected", "VBN", "ROOT", 5),
    )  # fmt: skip
    assert mend_tree(given) == given


def of_the_bloc(last: str) -> dict[str, tuple[str, str]]:
    words = (
        ("The", "DT", "det"),
        ("secretary", "NN", "nsubj"),
        ("-", "HYPH", "punct"),
        (last, "JJ", "amod"),
        ("left", "VBD", "ROOT"),
    )
    heads, out, start = (1, 4, 1, 1, 4), [], 0
    for i, ((word, tag, dep), head) in enumerate(zip(words, heads, strict=True)):
        pos = "NOUN" if tag == "NN" else "X"
        out.append(Token(i, word, word.lower(), pos, tag, dep, head, 0, start, start + len(word), ""))
        start += len(word) + (i in (0, 3))
    return links(mend_tree(out))


def test_a_secretary_general_is_one_noun() -> None:
    mended = of_the_bloc("general")
    assert mended["general"] == ("nsubj", "left")
    assert mended["secretary"] == ("compound", "general")
    assert mended["The"] == ("det", "general")
    assert of_the_bloc("elect")["secretary"] == ("nsubj", "left")


def test_a_participle_behind_a_comma_says_more_of_the_person() -> None:
    given = tree(
        ("funeral", "NN", "nsubj", 5), ("of", "IN", "prep", 0), ("Aydin", "NNP", "pobj", 1), (",", ",", "punct", 0),
        ("killed", "VBN", "acl", 0), ("began", "VBD", "ROOT", 5),
    )  # fmt: skip
    given[0], given[2] = replace(given[0], pos="NOUN"), replace(given[2], pos="PROPN", entity="PERSON")
    assert links(mend_tree(given))["killed"] == ("acl", "Aydin")


def test_a_preposition_taken_for_an_adjective_has_its_noun() -> None:
    given = tree(
        ("They", "PRP", "nsubj", 1), ("camped", "VBD", "ROOT", 1), ("outside", "IN", "amod", 4), ("army", "NN", "compound", 4),
        ("barracks", "NNS", "dobj", 1),
    )  # fmt: skip
    given[1] = replace(given[1], pos="VERB")
    mended = links(mend_tree(given))
    assert mended["outside"] == ("prep", "camped")
    assert mended["barracks"] == ("pobj", "outside")


def test_heads_that_lead_in_a_circle_are_no_tree() -> None:
    rows = [("a", 1), ("b", 2), ("c", 2), ("d", 1)]
    tokens = [
        Token(i=i, text=t, lemma=t, pos="NOUN", tag="NN", dep="dep", head=head, sentence=0, start=i, end=i + 1)
        for i, (t, head) in enumerate(rows)
    ]
    assert sentences_without_root(tokens) == set()
    assert sentences_without_root([*tokens[:2], replace(tokens[2], head=0), tokens[3]]) == {0}


def test_a_number_joined_to_its_noun_stays_below_it() -> None:
    text = "The UN said 18 trucks in the 31-vehicle convoy were destroyed on Monday."
    assert dateline.code(text).error is None


def test_a_clause_with_its_subject_is_what_was_said() -> None:
    for medium in ("release", "letter", "notice"):
        said = dateline.code(f"The union said in a {medium} that two men were beaten.")
        assert [a.source.text for a in said.attributions if a.source] == ["The union"]
    assert dateline.code("The club showed a medal that he was given on Monday.").attributions == ()


def test_an_attribute_taken_for_the_verb_gives_way_to_it() -> None:
    given = tree(
        ("Later", "RB", "advmod", 1), ("masked", "VBD", "ROOT", 1), ("men", "NNS", "dobj", 1),
        ("stoned", "VBD", "acl", 2), ("it", "PRP", "dobj", 3),
    )  # fmt: skip
    assert links(mend_tree(given)) == {
        "Later": ("advmod", "stoned"), "masked": ("amod", "men"), "men": ("nsubj", "stoned"), "stoned": ("ROOT", "stoned"),
        "it": ("dobj", "stoned"),
    }  # fmt: skip


def test_a_verb_with_its_subject_keeps_its_object() -> None:
    given = tree(
        ("Police", "NNS", "nsubj", 1), ("held", "VBD", "ROOT", 1), ("men", "NNS", "dobj", 1),
        ("beaten", "VBD", "acl", 2), ("there", "RB", "advmod", 3),
    )  # fmt: skip
    assert links(mend_tree(given))["men"] == ("dobj", "held")
