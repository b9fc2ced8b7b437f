"""Reads the grammar of tolls: "the death toll has climbed to 34", "put the number of dead at 41", "bringing it to seven".

A toll is a figure of all whom a happening befell, told again as it changes. Used where numbers are counted, and where a day
is settled: the day of a toll is when it was given out, not when people died.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dateline.records import Parse, Token
from dateline.records.annotation import CountOf
from dateline.reference.numbers import CountLexicon

_OBJECTS = ("dobj", "attr", "npadvmod")
_TOLD = ("nsubj", "nsubjpass", "dobj")
_WHOM = ("acl", "pobj")  # "the number of people killed", "of wounded"
_FAR = 4  # tokens up a tree
_WITH_REACH = 8  # tokens from "with" to a wound
_THINGS = ("buildings", "soldiers", "vehicles")
_GATHERED: CountOf = "participants"


def toll_at(parse: Parse, number: Token, lexicon: CountLexicon) -> CountOf | None:
    """Return what a number counts as the figure of a toll ("rose to 34", "put it at 41", "exceeds 60"), None where it is none."""
    verb = figure_verb(parse, number, lexicon)
    return _toll_of(parse, verb, lexicon) if verb is not None else None


def figure_verb(parse: Parse, number: Token, lexicon: CountLexicon) -> Token | None:
    """Return the verb that a number hangs on as its figure: "rose to 34", "put it at 41", "revised down to 12", "exceeds 60"."""
    link = parse.tokens[number.head]
    if number.dep in _OBJECTS and link.lemma in lexicon.tolls["equal"]:
        return link
    moved = link.lower == "from" and any(
        t.lower == "to" for t in parse.kids(number.i, "quantmod")
    )  # "from six to nine"
    if number.dep != "pobj" or not (moved or link.lower in lexicon.tolls["leads"]):
        return None
    verb = parse.tokens[link.head]
    moved = moved or verb.lower == "from"
    verb = parse.tokens[verb.head] if verb.pos in ("ADV", "ADP", "PART") else verb
    return _moving(parse, verb, lexicon) if moved else verb


def _moving(parse: Parse, word: Token, lexicon: CountLexicon) -> Token:
    """Return the verb above a word that was taken for what a figure is moved from: "raised the number of [wounded] from six"."""
    above = islice(parse.ancestors(word.i), _FAR) if word.dep in _WHOM else ()
    return next((t for t in above if t.lemma in lexicon.tolls["verbs"]), word)


def is_toll_verb(parse: Parse, verb: Token, lexicon: CountLexicon) -> bool:
    """Tell whether a verb gives the figure of those who died or were hurt, and no crowd's."""
    return _toll_of(parse, verb, lexicon) not in (None, _GATHERED) and any(
        figure_verb(parse, noun, lexicon) == verb for noun in _figures(parse, verb)
    )


def _figures(parse: Parse, verb: Token) -> Iterator[Token]:
    """Yield the numbers, and the counted nouns, behind a verb."""
    preps = (
        *parse.kids(verb.i, "prep"),
        *(p for t in parse.kids(verb.i, "advmod", "prt") for p in parse.kids(t.i, "prep")),
    )
    behind = (*parse.kids(verb.i, *_OBJECTS), *(o for p in preps for o in parse.kids(p.i, "pobj")))
    return (noun for noun in behind if noun.pos == "NUM" or parse.kids(noun.i, "nummod"))


def _toll_of(parse: Parse, verb: Token, lexicon: CountLexicon) -> CountOf | None:
    if verb.lemma not in lexicon.tolls["verbs"] | lexicon.tolls["equal"]:
        return None
    nouns = parse.kids(verb.i, *_TOLD)
    return next((of for noun in nouns if (of := _counted_by(parse, noun, lexicon)) is not None), None)


def _counted_by(parse: Parse, noun: Token, lexicon: CountLexicon) -> CountOf | None:
    """Return what a noun gives the number of: "death toll", "number of wounded", "number of people killed"."""
    gives = noun.lemma in lexicon.tolls["numbers"]
    if not gives and (noun.pos == "VERB" or parse.kids(noun.i, "nummod") or noun.pos == "NUM"):
        return None
    inside = [o for p in parse.kids(noun.i, "prep") if p.lower == "of" for o in parse.kids(p.i, "pobj")]
    whom = [*inside, *parse.kids(noun.i, "compound", "amod", "acl")] if gives else [noun]
    for word in whom:
        told = {kid.lower for kid in parse.kids(word.i, "acl", "amod", "relcl")} if gives else set()
        for of, cues in lexicon.of.items():
            if of in _THINGS:
                continue
            words = cues.toll | cues.nouns | cues.after if gives else cues.toll
            if {word.lemma, word.lower} & words or told & cues.after:
                return of  # type: ignore[return-value]
    return None


def names_wound(parse: Parse, link: Token, lexicon: CountLexicon) -> bool:
    """Tell whether what people come with is what they suffered: "22 people with bullet wounds"."""
    wounds = lexicon.of["injured"].subjects.get("suffer", ())
    return any(t.lemma in wounds and t.dep == "pobj" for t in parse.tokens[link.i : link.i + _WITH_REACH])
