"""Hangs "in Leeds on Monday" behind what courts and the police do on the act, not on the deed that it is about.

"Police shot a man suspected of stealing cars in Leeds on Monday", "three men were charged with murder in Leeds on Monday": small
parsers hang the closing place and day on the nearest verb or noun. They tell when and where the act was: the deed was before it.
Who did a deed hangs on the deed: "condemned the shelling of Gao by rebels". An opening day is taken out of the subject that
stands right behind it: "On 3 November parliament voted". What an attack led to hangs on it, not on what tells whom it hit:
"fired at marchers who had blocked a road, killing two".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from dateline.annotate.counted import is_person
from dateline.records import Token
from dateline.reference.annotating import annotating_words
from dateline.reference.calendar_words import months, weekdays
from dateline.reference.coding import coding_words

_PARTS = "morning afternoon evening night dawn daybreak noon dusk nightfall midnight sunrise sunset".split()
_DATES = frozenset((*weekdays(), *months(), *_PARTS))
_SPANS = frozenset("month week weekend year".split())
_NEXT = frozenset(("following", "next"))
_WHEN = frozenset("after around at before by in on since".split())
_SUBJECTS = ("nsubj", "nsubjpass")
_YEAR = 4  # digits
_WORDS = annotating_words().trees
_HARM = coding_words().harm
_RELATIVE = ("WDT", "WP", "WRB")
_ABOUT = frozenset("for of over with".split())
_WHERE = frozenset("at in near".split())
_POINTING = frozenset("both each her him it me them us you".split())
_PARTIES = frozenset(("GPE", "NORP", "ORG", "PERSON"))
_STEPS = 8  # up a tree
_FAR = 40  # tokens of a clause


def mend_tails(out: list[Token]) -> None:
    """Hang closing days, and the places right before them, on the act. In place; token numbers are indexes of `out`."""
    for link in tuple(out):
        if link.lower == "on" and link.dep == "prep" and _names_day(out, link):
            _set_closing_day(out, link)
        elif link.dep == "npadvmod" and link.lower in _SPANS | {"day"}:
            _set_next_time(out, link)
            _set_closing_place(out, out[link.i])
        if link.dep == "prep" and link.lower in _WHERE:
            _set_behind_pronoun(out, out[link.i])
        if link.dep == "prep" and link.lower == "by":
            _set_doer(out, out[link.i])
        if link.lower in _WHEN and (link.dep == "prep" or (link.dep == "mark" and out[link.head].dep == "ROOT")):
            _set_opening_day(out, out[link.i])
        if link.dep == "amod" and link.lower in ("earlier", "later"):
            _set_opening_span(out, link)
        if link.tag == "VBG" and link.dep == "advcl" and link.lemma in _HARM.hurting and out[link.i - 1].lower == ",":
            _set_outcome(out, link)


def _set_outcome(out: list[Token], verb: Token) -> None:
    """Hang who was hurt on the attack: "fired at men who threw stones, killing two", "jailed a man who shot at a bus, ...".

    The small model hangs it on the verb of the clause that tells who the others are, or on the verb above that clause.
    """
    within = [t for t in out[max(0, verb.i - _FAR) : verb.i] if t.dep == "relcl" and t.sentence == verb.sentence]
    above = [t.i for t in _above(out, verb)]
    for clause in reversed(within):
        whom = out[clause.head]
        link = next((t for t in out[whom.i + 1 : clause.i] if t.tag in _RELATIVE), None)
        main = next((t for t in _above(out, whom) if t.pos == "VERB"), None)
        if link is None or out[link.i - 1].lower == "," or main is None or main.i > whom.i:
            continue
        if clause.i in above and main.lemma in _HARM.attacking:
            out[verb.i] = replace(verb, head=main.i)
        elif verb.head == main.i and main.lemma not in _HARM.attacking and clause.lemma in _HARM.attacking:
            out[verb.i] = replace(verb, head=clause.i)
        return


def _set_closing_day(out: list[Token], link: Token) -> None:
    act = _act(out, link)
    if act is None or _has_day(out, act, link):
        return
    out[link.i] = replace(link, head=act.i)
    place = _place_before(out, link)
    if place is not None and place.i > act.i:
        out[place.i] = replace(place, head=act.i)


def _set_next_time(out: list[Token], time: Token) -> None:
    """Hang the time that counts on from a deed on what came of it: "were jailed for the attack [the following year]"."""
    noun = out[time.head]
    after = any(t.head == time.i and t.lower in _NEXT for t in out[max(0, time.i - 2) : time.i])
    if not after or noun.dep != "pobj" or noun.pos != "NOUN" or noun.i > time.i:
        return
    verb = next((t for t in _above(out, noun) if t.pos == "VERB"), None)
    if verb is not None and verb.i < noun.i:
        out[time.i] = replace(time, head=verb.i)


def _set_closing_place(out: list[Token], time: Token) -> None:
    """Hang a place on the act whose time is told right behind it: "was charged with the theft [in Leeds] last week"."""
    act, first = out[time.head], out[time.i - 1]
    if act.lemma not in _WORDS.dealing or act.tag not in ("VBD", "VBN") or first.head != time.i or act.i > time.i:
        return
    place = _place_before(out, first)
    if place is not None and place.i > act.i and _act(out, place) == act:
        out[place.i] = replace(place, head=act.i)


def _set_behind_pronoun(out: list[Token], link: Token) -> None:
    """Hang a place on the verb, not on a pronoun that it cannot describe: "sat down with both [in Leeds]"."""
    pronoun = out[link.head]
    if pronoun.lower not in _POINTING or pronoun.i != link.i - 1 or pronoun.dep not in ("pobj", "dobj", "dative"):
        return
    verb = next((t for t in _above(out, pronoun) if t.pos == "VERB" or t.dep == "ROOT"), None)
    if verb is not None and verb.i < pronoun.i:
        out[link.i] = replace(link, head=verb.i)


def _set_doer(out: list[Token], by: Token) -> None:
    """Hang who did a deed on it, not on the verb nor on who suffered it: "condemned the arrest of a nun by soldiers"."""
    doer = next((t for t in out[by.i + 1 : by.i + _FAR] if t.head == by.i and t.dep == "pobj"), None)
    if doer is None or not (is_person(doer) or doer.entity in _PARTIES):
        return
    above, deed = out[by.head], None
    if above.dep == "pobj" and out[above.head].lower == "of":
        deed = out[out[above.head].head]
    elif above.pos == "VERB" and above.i < by.i and not any(t.head == above.i and t.dep == "auxpass" for t in out):
        deed = next((t for t in out[above.i : by.i] if t.head == above.i and t.dep == "dobj"), None)
    if deed is None or deed.lemma not in _WORDS.deeds:
        return
    if any(t.head == deed.i and t.lower in ("of", "on") for t in out[deed.i : by.i]):
        out[by.i] = replace(by, head=deed.i)


def _set_opening_day(out: list[Token], link: Token) -> None:
    """Part the day behind a preposition from the subject that the parser made it describe ("On 3 November parliament voted")."""
    days = list(takewhile(lambda t: t.lower in _DATES or t.text.isdigit(), out[link.i + 1 : link.i + _STEPS]))
    named = [t for t in days if t.lower in _DATES] or [t for t in days if len(t.text) == _YEAR]
    if not named:
        return
    noun, verb = out[named[-1].head], out[link.head]
    if noun.i <= days[-1].i or noun.sentence != link.sentence or any(t.head != noun.i for t in named):
        return
    bare = noun.dep == "pobj" and noun.head == link.i and noun.i < verb.i and verb.pos in ("VERB", "AUX")
    alone = not any(t.head == verb.i and t.dep in _SUBJECTS for t in out[link.i : verb.i])
    if noun.dep not in _SUBJECTS and not (bare and alone):
        return
    if bare:
        passive = any(t.head == verb.i and t.dep == "auxpass" for t in out[noun.i : verb.i])
        out[noun.i] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.i)
    last = named[-1]
    for token in days:
        out[token.i] = replace(token, head=last.i)
    out[last.i] = replace(last, dep="pobj", head=link.i)
    out[link.i] = replace(link, dep="prep")


def _set_opening_span(out: list[Token], ago: Token) -> None:
    """Part "a day earlier" from the subject that the parser made it describe ("A day earlier police arrested two")."""
    noun, span = out[ago.head], out[ago.i - 1]
    if noun.dep in _SUBJECTS and noun.i == ago.i + 1 and span.head == ago.i and span.dep == "npadvmod":
        out[ago.i] = replace(ago, tag="RBR", pos="ADV", dep="advmod", head=noun.head)


def _names_day(out: list[Token], link: Token) -> bool:
    return any(t.lower in weekdays() for t in out[link.i + 1 : link.i + 2])


def _act(out: list[Token], link: Token) -> Token | None:
    """Return the verb of dealing with people, left of the phrase, that the phrase hangs below (or on)."""
    below = link
    for token in _above(out, link):
        if token.dep == "acl" and token.tag == "VBN" and token.lemma in _WORDS.describing:
            noun = out[token.head]
            verb = out[noun.head]
            return verb if noun.dep == "dobj" and verb.pos == "VERB" and verb.i < noun.i else None
        guilty = token.lower == "guilty" and out[token.head].lemma == "find"
        if guilty or (token.lemma in _WORDS.dealing and token.tag in ("VBD", "VBN")):
            about = below.i == link.i or below.lower in _ABOUT
            return (out[token.head] if guilty else token) if about and token.i < link.i else None
        if token.tag in ("VBD", "VBP", "VBZ", "MD"):
            return None
        below = token
    return None


def _above(out: list[Token], token: Token) -> Iterator[Token]:
    for _ in range(_STEPS):
        if token.head == token.i:
            return
        token = out[token.head]
        yield token


def _has_day(out: list[Token], act: Token, link: Token) -> bool:
    """Tell whether the act has a day of its own already."""
    near = out[max(0, act.i - _FAR) : act.i + _FAR]
    return any(t.head == act.i and t.i != link.i and t.dep == "prep" and _names_day(out, t) for t in near)


def _place_before(out: list[Token], link: Token) -> Token | None:
    """Return the preposition of the place named right before the day: "in Leeds on Monday"."""
    name = out[link.i - 1]
    place = out[name.head]
    named = name.pos == "PROPN" and name.dep == "pobj" and name.sentence == link.sentence
    return place if named and place.dep == "prep" and place.lower in _WHERE else None
