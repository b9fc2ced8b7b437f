"""Lone names that their clause shows to be somebody's, whatever the model or the gazetteer calls them.

"Hask, 26, was held", "police shot Hask", "Hask was captured in Lima": who has an age, who is shot, and who is captured in
a town is no town. Takes the tokens of a text, tells it of one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.records import Token
from dateline.reference.ages import has_age
from dateline.reference.annotating import annotating_words
from dateline.reference.gazetteer.supplement import context_words

_WORDS = annotating_words().names
_TITLES = context_words().titles
_FAR = 12  # tokens between a verb and what hangs on it
_BEARING = ("dobj", "nsubj", "nsubjpass")
_PLACES = frozenset(("GPE", "LOC"))
_PARTS_OF_NAME = ("amod", "compound", "det", "nmod", "nummod", "poss")
_IN = ("at", "in", "near", "outside")


def label_shown_people(out: list[Token]) -> None:
    """Give lone names that are shown to be somebody's their label, in place."""
    for token in tuple(out):
        if token.entity != "PERSON" and shows_person(out, token.i):
            out[token.i] = replace(token, entity="PERSON")


def shows_person(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word is a name of one word that its clause gives to a person."""
    name = tokens[i]
    if _is_office(tokens, i):
        return True
    if name.pos != "PROPN" or name.dep not in _BEARING or not name.text.isalpha() or name.text.isupper():
        return False
    if any(t.head == i and t.dep in _PARTS_OF_NAME and t.lower != "aged" for t in _near(tokens, i)) or _goes_on(
        tokens, i
    ):
        return False
    return has_age(tokens, i) or _suffers(tokens, name)


def _is_office(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a title stands alone behind "the", so that it means who bears it: "through the Pope", "the Queen's"."""
    alone = i + 1 >= len(tokens) or (tokens[i + 1].pos not in ("NOUN", "PROPN") and tokens[i + 1].lower != "of")
    titled = tokens[i].lower in _TITLES and tokens[i].pos in ("NOUN", "PROPN") and not tokens[i].text.isupper()
    return titled and alone and i > 0 and tokens[i - 1].lower == "the"


def _near(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    around = tokens[max(0, i - _FAR) : i + _FAR + 1]
    return [t for t in around if t.sentence == tokens[i].sentence]


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a name stands in a longer one, or in a list of names."""
    beside = [tokens[k] for k in (i - 1, i + 1) if 0 <= k < len(tokens) and tokens[k].sentence == tokens[i].sentence]
    listed = any(t.head == i and t.dep == "conj" for t in _near(tokens, i))
    return listed or any(t.pos == "PROPN" and t.entity not in ("DATE", "TIME") for t in beside)


def _suffers(tokens: Sequence[Token], name: Token) -> bool:
    """Tell whether a verb does to a name what is done to people alone, or captures it in a town."""
    verb = tokens[name.head]
    if verb.pos != "VERB" or (name.dep == "nsubj" and verb.i > name.i):
        return False
    kids = [t for t in _near(tokens, verb.i) if t.head == verb.i]
    if any(t.dep == "prt" for t in kids):
        return False  # "shot down", "shot up"
    if verb.lemma in _WORDS.done_to_people:
        return True
    inside = {t.i for t in kids if t.dep == "prep" and t.lower in _IN}
    there = any(t.head in inside and t.dep == "pobj" and t.entity in _PLACES for t in _near(tokens, verb.i))
    return verb.lemma in _WORDS.capturing and name.dep == "nsubjpass" and there
