"""Whoever goes on speaking does so on the day and at the place of what was told of him right before.

"On Monday the bishop received the strikers in Lima. He asked the company to pay them": asked there and then. The words must be
told as news, in the past, and say whom or what they go on from: a pronoun who acted or spoke in the sentence before, "both
sides" and "the delegates" who met, a name one of those at a meeting, "at the ceremony" what was held. What somebody wants, has
long held or will say is of no day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records import EventMention, Parse, Token, Toponym
from dateline.reference.resolving import resolving_words
from dateline.resolve.clauses import VERBS, in_modifier, is_pluperfect
from dateline.resolve.told import Stated, is_day

SAID = frozenset("ACCUSE AGREE REJECT REQUEST SUPPORT THREATEN".split())
_GUESTS_SAY = frozenset(("AGREE", "REJECT", "REQUEST", "SUPPORT"))  # charges need not be of the meeting
_PRONOUNS = frozenset(("he", "she", "they"))
_FINITE = ("VBD", "VBP", "VBZ")
_THERE = frozenset(("at", "in"))
_AT = frozenset(("after", "at", "during", "following"))
_DEFINITE = frozenset(("the", "this", "that", "both", "these", "two"))
_PLACES, _WORDS = resolving_words().places, resolving_words().occasions
_HELD = {"CONSULT": _WORDS.consult, "GATHER": _WORDS.gather, "PROTEST": _WORDS.protest}
_ACTS = SAID.union(_HELD)
_CROWDED = frozenset(("GATHER", "PROTEST"))
_FROM_AFAR = frozenset(("boycott", "hunger-strike", "strike"))  # nobody stands anywhere


def said_on(mention: EventMention, trigger: Token, parse: Parse) -> int | None:
    """Return the number of the sentence before a mention that a pronoun goes on from, None where it does not."""
    subject = _speaker(mention, trigger, parse)
    goes_on = subject is not None and subject.lower in _PRONOUNS and trigger.sentence > 0
    return trigger.sentence - 1 if goes_on else None


def act_before(
    mention: EventMention, trigger: Token, before: Sequence[EventMention], parse: Parse
) -> EventMention | None:
    """Return the act that a mention goes on from, None where its words name none. before: what was told before it."""
    crowd = _crowd_before(mention, trigger, before, parse)
    if crowd is not None:
        return crowd
    held = _occasion(trigger, before, mention, parse)
    subject = _speaker(mention, trigger, parse)
    if held is not None or subject is None:
        return held
    if subject.lower in _PRONOUNS:
        return _act_in(trigger.sentence - 1, before, mention.voice, parse)
    known = any(t.lower in _DEFINITE for t in parse.kids(subject.i, "det", "nummod"))
    if subject.lemma in _WORDS.sides and known and not parse.kids(subject.i, "prep", "relcl"):
        return _last(before, mention, frozenset(("CONSULT", "GATHER")))
    if subject.pos == "PROPN" and mention.type in _GUESTS_SAY:
        met = _last(before, mention, frozenset(("CONSULT",)))
        return met if met is not None and _is_named_with(met, subject, parse) else None
    return None


def saying_before(rows: Iterable[Stated], parse: Parse) -> Stated | None:
    """Return the day on which somebody spoke in a sentence, told in its main clause. rows: the times of the sentence."""
    spoken = [s for s in rows if s.reported and is_day(s.time) and s.verb is not None]
    return next((s for s in spoken if s.verb is not None and not in_modifier(parse, s.verb)), None)


def spoken_where(sentence: int, toponyms: Sequence[Toponym], parse: Parse) -> int | None:
    """Return the number of the place where somebody spoke in a sentence: "told a briefing in Lima", "said in Lima"."""
    for number, toponym in enumerate(toponyms):
        head = parse.head_of(toponym.span)
        if head is None or head.sentence != sentence or head.dep != "pobj" or toponym.kind != "literal":
            continue
        link = parse.tokens[head.head]
        above = parse.tokens[link.head]
        verb = parse.tokens[above.head] if above.dep in ("dobj", "dative") else above
        if link.lower in _THERE and verb.lemma in _PLACES.telling and not in_modifier(parse, verb):
            return number
    return None


def _speaker(mention: EventMention, trigger: Token, parse: Parse) -> Token | None:
    """Return the subject of the main clause that opens a sentence and tells of words as news, or None."""
    if mention.type not in SAID or mention.status != "occurred" or trigger.tag != "VBD":
        return None
    verb, subjects = trigger, parse.kids(trigger.i, "nsubj")
    while not subjects and verb.dep == "conj" and parse.tokens[verb.head].tag == "VBD":
        verb = parse.tokens[verb.head]
        subjects = parse.kids(verb.i, "nsubj")
    first = parse.sentences[trigger.sentence][0]
    opens = bool(subjects) and not any(t.tag in _FINITE for t in parse.tokens[first : subjects[0].i])
    return subjects[0] if opens and verb.dep == "ROOT" else None


def _crowd_before(
    mention: EventMention, trigger: Token, before: Sequence[EventMention], parse: Parse
) -> EventMention | None:
    """Return the protest at which its crowd demands something: "held up placards and demanded a new vote"."""
    alone = trigger.dep == "conj" and not parse.kids(trigger.i, "nsubj", "nsubjpass")
    if mention.type != "REQUEST" or mention.status != "occurred" or not alone:
        return None
    told = [
        m for m in before if m.type == "PROTEST" and m.mode not in _FROM_AFAR and m.status in ("occurred", "ongoing")
    ]
    heads = ((m, parse.head_of(m.trigger.span)) for m in reversed(told))
    return next((m for m, head in heads if head is not None and head.i == trigger.head), None)


def _act_in(sentence: int, before: Sequence[EventMention], voice: str, parse: Parse) -> EventMention | None:
    """Return the last act that a sentence tells in a main clause, None where nobody does one."""
    for told in reversed(before):
        head = parse.head_of(told.trigger.span)
        if head is None or head.sentence != sentence or told.voice != voice:
            continue
        acts = told.type in _ACTS and told.mode != "visit" and told.status == "occurred"
        verb = head if head.pos in VERBS else parse.tokens[head.head]
        main = not in_modifier(parse, verb) and not is_pluperfect(parse, verb)
        if acts and main and any(a.role == "actor" for a in told.arguments):
            return told
    return None


def _occasion(
    trigger: Token, before: Sequence[EventMention], mention: EventMention, parse: Parse
) -> EventMention | None:
    """Return what was held before where a verb says that it was there: "vowed at the ceremony", "signed it after the talks"."""
    done = trigger.tag == "VBD" or any(t.tag == "VBD" for t in parse.kids(trigger.i, "auxpass"))
    if not done or mention.status != "occurred":
        return None
    links = parse.kids(trigger.i, "prep")
    if any(_is_same(noun, link, parse) for link in links for noun in parse.kids(link.i, "pobj")):
        return _last(before, mention, _CROWDED)
    for noun in (o for link in links if link.lower in _AT for o in parse.kids(link.i, "pobj")):
        known = any(t.lower in _DEFINITE for t in parse.kids(noun.i, "det"))
        types = frozenset(type_ for type_, nouns in _HELD.items() if noun.lemma in nouns)
        if known and types and not parse.kids(noun.i, "prep", "compound", "acl", "relcl", "poss"):
            return _last(before, mention, types) or _last(before, mention, frozenset(_HELD))
    return None


def _is_same(noun: Token, link: Token, parse: Parse) -> bool:
    """Tell whether a noun takes up what was held as a whole: "on the same occasion", "in her speech"."""
    known = any(t.lower in _DEFINITE or t.dep == "poss" for t in parse.kids(noun.i, "det", "poss"))
    if not known or parse.kids(noun.i, "prep", "compound", "acl", "relcl"):
        return False
    return (link.lower == "on" and noun.lemma in _WORDS.times) or (link.lower == "in" and noun.lemma in _WORDS.speeches)


def _last(before: Sequence[EventMention], mention: EventMention, types: frozenset[str]) -> EventMention | None:
    """Return the last that was held on a known day, in the voice's own telling: no other meeting stands between."""
    told = [m for m in before if m.type in types and m.voice == mention.voice and m.mode not in ("phone", "visit")]
    return told[-1] if told and told[-1].status in ("occurred", "ongoing") else None


def _is_named_with(met: EventMention, person: Token, parse: Parse) -> bool:
    """Tell whether the sentence that tells of a meeting names a person too: "met a group headed by Ana Roe ... Roe praised"."""
    head = parse.head_of(met.trigger.span)
    if head is None or head.sentence == person.sentence:
        return False
    start, end = parse.sentences[head.sentence]
    return any(t.text == person.text and t.pos == "PROPN" for t in parse.tokens[start:end])
