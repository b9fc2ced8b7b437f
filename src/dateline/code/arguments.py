"""Who takes part: fills the roles of a happening from the grammar around its triggers."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.code import frames
from dateline.code.join import Happening
from dateline.code.triggers import Trigger, classes_of
from dateline.records import Argument, Parse, Span, Token
from dateline.reference.codebook import Codebook

_PHRASE = frozenset(("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "case", "predet", "advmod", "neg"))
_PEOPLE = frozenset(("person", "force", "police", "crowd", "worker"))
_NO_ARGUMENT = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"))
_EMPTY = frozenset("it there this that which what one".split())
_PREPOSITIONS_OF_PATTERN = frozenset("on upon to for with at against into from of by behind".split())


def arguments_of(parse: Parse, happening: Happening, codebook: Codebook) -> tuple[Argument, ...]:
    """Return the arguments of a happening, each role's in text order, none twice."""
    slots = codebook.slots(happening.type, happening.mode)
    found: dict[tuple[str, int], Argument] = {}
    for trigger in happening.triggers:
        for role, token in _filled(parse, trigger, slots, codebook):
            if role and _can_take_part(token) and (role, token.i) not in found and token.i not in trigger.tokens:
                span = phrase_span(parse, token)
                found[role, token.i] = Argument(role=role, span=span, text="")
    return tuple(found[key] for key in sorted(found, key=lambda k: (k[1], k[0])))


def phrase_span(parse: Parse, head: Token) -> Span:
    """Return the noun phrase around a head: its modifiers and "of" complements, without clauses and coordinated nouns."""
    first, last = head.i, head.i
    for child in parse.kids(head.i):
        if child.dep in _PHRASE and abs(child.i - head.i) <= 12:
            edge = parse.subtree(child.i)
            first, last = min(first, edge[0]), max(last, edge[-1] if child.i > head.i and child.dep != "advmod" else last)
        elif child.dep == "prep" and child.lower == "of" and child.i == last + 1:
            inner = parse.kids(child.i, "pobj")
            if inner:
                last = max(last, parse.at(phrase_span(parse, inner[0]).end - 1).i)  # type: ignore[union-attr]
    while first < head.i and (parse.tokens[first].pos == "PUNCT" or parse.tokens[first].lower in ("both", "only", "also")):
        first += 1
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def _can_take_part(token: Token) -> bool:
    if token.lower in _EMPTY or token.pos in ("VERB", "ADP", "PUNCT", "SYM", "SCONJ"):
        return False
    if token.entity in ("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"):
        return False
    return token.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")


def _filled(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    yield from _subjects(parse, trigger, slots, codebook)
    yield from _objects(parse, trigger, slots, codebook)
    yield from _behind_prepositions(parse, trigger, slots)
    yield from _in_clause(parse, trigger, slots)


def _subjects(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    verb = frames.light_verb(parse, trigger.head)
    for token in frames.subjects(parse, trigger.head):
        role = slots.get("subject", "")
        classes = classes_of(token, codebook)
        if verb is not None and verb.lemma in ("attend", "join") and "attend" in slots:
            role = slots["attend"]
        elif "subject_org" in slots and classes & {"org"} and not classes & {"crowd", "person"}:
            role = slots["subject_org"]
        yield role, token
    if "attend" in slots and verb is not None:
        for other in parse.kids(verb.i, "conj"):
            if other.lemma == "attend":
                yield from ((slots["attend"], t) for t in frames.subjects(parse, other.i))


def _objects(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    found = frames.objects(parse, trigger.head)
    for i in trigger.tokens:
        token = parse.tokens[i]
        if i != trigger.head and token.lower in _PREPOSITIONS_OF_PATTERN:
            found = found + [t for t in parse.kids(i, "pobj") if t.i not in trigger.tokens]
    for token in found:
        if token.i in trigger.tokens:
            continue
        yield _object_role(classes_of(token, codebook), slots), token
        if not classes_of(token, codebook) & (_PEOPLE | {"org", "place"}):
            role = slots.get("object_person") or slots.get("object")
            inner = parse.kids(token.i, "poss") + frames.complements(parse, token.i, "of", "by", "against")
            yield from ((role or "", t) for t in inner if classes_of(t, codebook) & (_PEOPLE | {"org"}))


def _object_role(classes: set[str], slots: dict[str, str]) -> str:
    person = bool(classes & _PEOPLE)
    if person or "object_thing" not in slots:
        role = slots.get("object") or (slots.get("object_person", "") if person or classes & {"org", "place"} else "")
    else:
        role = slots["object_thing"]
    return role


def _behind_prepositions(parse: Parse, trigger: Trigger, slots: dict[str, str]) -> Iterable[tuple[str, Token]]:
    heads = [trigger.head]
    verb = frames.light_verb(parse, trigger.head)
    if verb is not None:
        heads.append(verb.i)
    for i in heads:
        for child in parse.kids(i, "prep", "dative"):
            role = slots.get(child.lower)
            if role and child.lower not in ("subject", "object"):
                yield from ((role, t) for t in frames.complements(parse, i, child.lower) if _someone(t))


def _someone(token: Token) -> bool:
    return token.entity not in _NO_ARGUMENT or token.pos == "NOUN"


def _in_clause(parse: Parse, trigger: Trigger, slots: dict[str, str]) -> Iterable[tuple[str, Token]]:
    """Yield who is asked or threatened in a clause: "demanded that the ministry publish it"."""
    for clause in parse.kids(trigger.head, "ccomp", "xcomp"):
        if "clause_subject" in slots and clause.dep == "ccomp":
            yield from ((slots["clause_subject"], t) for t in parse.kids(clause.i, "nsubj", "nsubjpass"))
        if "clause_object" in slots:
            yield from ((slots["clause_object"], t) for t in frames.objects(parse, clause.i))
