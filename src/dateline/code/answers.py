"""To whom an act is addressed where its own words leave that open, by what was told just before.

An answer goes to who spoke: "Ghana asked Togo for help. Togo refused". Who goes on means the same other side: "Peru recalled its
envoy from Chile. It also closed the border". A word for an act means its doer: "The council banned the fair; the bishop
welcomed the decision". Takes named events, gives the same with recipients; what is filled here is never a thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dateline.code.bearers import is_somebody
from dateline.records import Argument, EventMention, Parse, Reading, Token
from dateline.reference.codebook import Codebook, load_codebook
from dateline.reference.coding import coding_words

_ADDRESSED = frozenset("ACCUSE AGREE CONCEDE REJECT REQUEST SANCTION SUPPORT THREATEN".split())
# What can answer what: "expelled two diplomats; their country recalled its envoy".
_ANSWERS = frozenset("AGREE CONCEDE REJECT SANCTION THREATEN".split())
_ANSWERED = frozenset("ACCUSE REJECT REQUEST SANCTION THREATEN".split())
# What goes on from what with the same other side: "recalled its envoy and closed the border", "met the envoy and asked for aid".
_GOES_ON = {
    "CONSULT": frozenset(("AGREE", "REQUEST")),
    "ACCUSE": frozenset(("REQUEST", "SANCTION", "THREATEN")),
    "SANCTION": frozenset(("SANCTION", "THREATEN")),
    "THREATEN": frozenset(("SANCTION", "THREATEN")),
}
_FOR_HELP = "assist"  # of whom one accuses nobody asks it
_JUDGING = frozenset(("ACCUSE", "SUPPORT"))
_DOERS = ("actor", "organizer", "perpetrator")
_POINTING = frozenset("her his its such that the their these this those".split())
_CONTENT = ("dobj", "nsubjpass", "pobj", "xcomp", "ccomp")
_IT = frozenset("it that this".split())
_NEAR = 1  # sentences between what is said and its answer
_LAST = 24  # mentions that are looked through
_BACK = 3  # sentences between an act and a word that points at it

_Told = tuple[int, EventMention]


class FillRecipients:
    """Fills recipients that only what was told before names."""

    needs = ("events", "parse", "voices")
    adds = ("events",)

    def __init__(self, codebook: Codebook | None = None) -> None:
        self.codebook = codebook or load_codebook()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with the recipients of answers filled."""
        parse = reading.grammar()
        order = sorted(range(len(reading.events)), key=lambda k: reading.events[k].trigger.span.start)
        events, told = list(reading.events), list[tuple[int, EventMention]]()
        for k in order:
            word = parse.at(events[k].trigger.span.start)
            if word is None:
                continue
            before = [(word.sentence - at, m) for at, m in told[-_LAST:] if m.voice == events[k].voice]
            before = [row for row in before[::-1] if row[0] <= _BACK]
            events[k] = _as_asked(parse, self._addressed(parse, events[k], before), before)
            told.append((word.sentence, events[k]))
        return replace(reading, events=tuple(events))

    def _addressed(self, parse: Parse, mention: EventMention, before: Sequence[_Told]) -> EventMention:
        """Return the mention with its recipient. before: what was told before it and how many sentences ago, nearest first."""
        if mention.type not in _ADDRESSED:
            return mention
        own = _of(mention, "recipient")
        pointed = [n for n in map(parse.head_of, (a.span for a in own)) if n is not None and _points(parse, n)]
        if own and (len(pointed) < len(own) or mention.type not in _JUDGING):
            return mention
        found = [] if own else _other_side(mention, before)
        found = found or _doer_of(mention, pointed or _behind(parse, mention), before)
        found = [a for a in found if self._is_somebody(parse, a)]
        return replace(mention, arguments=(*mention.arguments, *(_as_recipient(parse, mention, a) for a in found)))

    def _is_somebody(self, parse: Parse, argument: Argument) -> bool:
        head = parse.head_of(argument.span)
        if head is None or head.dep == "poss":
            return False
        return head.pos == "PRON" or is_somebody(parse, head, self.codebook)


def _of(mention: EventMention, *roles: str) -> list[Argument]:
    return [a for a in mention.arguments if a.role in roles]


def _other_side(mention: EventMention, before: Iterable[_Told]) -> list[Argument]:
    """Return who spoke to the doer before ("asked Togo; Togo refused"), or with whom the doer has dealt so far."""
    own = _of(mention, *_DOERS)
    for back, other in before:
        doers, spoken_to = _of(other, *_DOERS), _of(other, "recipient")
        if back > _NEAR or not doers or not spoken_to:
            continue
        if not back and mention.status == "alleged":
            continue  # "alleged that the clerk had refused": a part of the charge, no answer to it
        if mention.type in _ANSWERS and other.type in _ANSWERED and _meet(own, spoken_to) and not _meet(own, doers):
            return doers
        if other.type == "ACCUSE" and mention.mode == _FOR_HELP:
            continue  # "accused the rebels of lying and appealed for aid"
        if mention.type in _GOES_ON.get(other.type, ()) and _meet(own, doers) and not _meet(own, spoken_to):
            return spoken_to
    return []


def _meet(some: Iterable[Argument], others: Sequence[Argument]) -> bool:
    """Tell whether somebody is on both sides: the same name, or those who act for the same state."""
    return any(_same(a, b) for a in some for b in others)


def _same(one: Argument, other: Argument) -> bool:
    if one.span == other.span or (one.entity is not None and one.entity == other.entity):
        return True
    return one.country is not None and one.country == other.country and one.sector == other.sector == "GOV"


def _doer_of(mention: EventMention, nouns: Iterable[Token], before: Sequence[_Told]) -> list[Argument]:
    """Return who did what a word points at: nearest before, and somebody else than who answers."""
    own = _of(mention, *_DOERS)
    for noun in nouns:
        for _, other in before:
            doers = _of(other, *_DOERS)
            if other.type in _acts_of(mention, noun) and doers and not _meet(own, doers):
                return doers
    return []


def _acts_of(mention: EventMention, word: Token) -> frozenset[str]:
    """Return the types of what a word can point at; what is turned down as "it" or "that" was asked for or demanded."""
    if word.lower in _IT:
        return frozenset(("REQUEST",)) if mention.type == "REJECT" else frozenset()
    return coding_words().acts.types_of(word.lemma)


def _behind(parse: Parse, mention: EventMention) -> list[Token]:
    """Return the words for acts that the trigger governs: "turned the offer down", "said no to their request"."""
    heads = [t.i for t in parse.inside(mention.trigger.span)]
    found = [t for i in heads for t in parse.kids(i, "dobj", "nsubjpass", "pobj")]
    found += [t for i in heads for p in parse.kids(i, "prep") for t in parse.kids(p.i, "pobj")]
    return [t for t in found if _points(parse, t)]


def _as_asked(parse: Parse, mention: EventMention, before: Sequence[_Told]) -> EventMention:
    """Return a refusal with the mode of the request that it turns down, where its own words leave that open.

    "The union asked for a mediator. The firm refused": what is refused is what was asked for last of who refuses or by
    whom he answers; "rejected the demand" says no more than "rejected it".
    """
    if mention.type != "REJECT" or not _leaves_open(parse, mention):
        return mention
    own, to = _of(mention, *_DOERS), _of(mention, "recipient")
    for _, other in before:
        answered = _meet(to, _of(other, *_DOERS)) or (not to and _meet(own, _of(other, "recipient")))
        if other.type == "REQUEST" and answered:
            return replace(mention, mode=other.mode or mention.mode)
    return mention


def _leaves_open(parse: Parse, mention: EventMention) -> bool:
    """Tell whether a refusal does not say what is refused: "refused", "turned her down", "rejected the demand"."""
    said = [t for word in parse.inside(mention.trigger.span) for t in parse.kids(word.i, *_CONTENT)]
    if any("REQUEST" in coding_words().acts.types_of(t.lemma) for t in said):
        return True
    pointing = any(t.pos == "PRON" or t.lower in _IT for t in said)
    return mention.mode is None and (pointing or not said)


def _points(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun points at an act told before without saying whose: "the decision", but not "the bank's decision"."""
    if noun.lower in _IT and noun.pos == "PRON":
        return True
    if not coding_words().acts.types_of(noun.lemma) or noun.pos != "NOUN":
        return False
    owners = [t for t in parse.kids(noun.i, "poss", "compound") if t.tag != "PRP$"]
    named = any(t.lower in ("by", "from", "of") for t in parse.kids(noun.i, "prep"))
    return not owners and not named and any(t.lower in _POINTING for t in parse.kids(noun.i, "det", "poss", "amod"))


def _as_recipient(parse: Parse, mention: EventMention, argument: Argument) -> Argument:
    token, here = parse.at(argument.span.start), parse.at(mention.trigger.span.start)
    same = token is not None and here is not None and token.sentence == here.sentence
    return replace(argument, role="recipient", basis="stated" if same else "inherited")
