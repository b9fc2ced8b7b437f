"""Joins the triggers of one sentence that tell of one happening: "held a ceremony to honour", "killed in a drone strike"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.code.light_verbs import light_verb
from dateline.code.negation import none_of
from dateline.code.triggers import Trigger
from dateline.records import Parse, Token
from dateline.records.stretches import counts_on
from dateline.reference.codebook import ECHO
from dateline.reference.coding import coding_words

# Types that stay separate however closely they stand: what is said is not what is done.
_SAID = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "CONSULT", "AGREE"))
# "Agreed to pay the arrears" gives in: one happening.
_GIVING_IN = ("AGREE", "CONCEDE")
# Coming together says nothing of the occasion; what follows tells whether it is a gathering or a protest.
_CROWDS = frozenset(("GATHER", "PROTEST"))
_WORDS = coding_words()
_TAKEN_PART_IN = _CROWDS | {ECHO}
_PARTICIPATION = "participation"  # the echo that says who took part
_CLAUSE_LINKS = frozenset(("advcl", "xcomp", "acl", "relcl", "conj", "ccomp", "pcomp", "dep"))
_PHRASE_LINKS = frozenset(
    ("dobj", "obj", "nsubjpass", "nsubj", "pobj", "attr", "compound", "appos", "oprd", "conj", "acl")
)
_ROUGH = frozenset(("blockade", "crowd-control", "raid", "riot", "vandalism"))  # modes that can hurt people
# Modes that name their means and their end: "used tear gas to disperse them".
_MEANS = ("crowd-control",)
# Modes of force that say more than the weapon named beside them, the most telling first.
_TELLING = ("drone-strike", "suicide-attack", "assassination", "torture")
_FLED_FROM = coding_words().harm.fled_from
_DRIVEN = ("COERCE", "deportation")
# Modes of a protest named as subject -> of the verb that adds nothing to it.
_PHASES = {"riot": "armed-clash", "strike": "blockade"}
_BEFORE_OR_AFTER = frozenset(("after", "before", "since", "until"))
_MOST_DEEDS = 4  # verbs side by side
_SUBJECT = ("nsubj", "nsubjpass")
_RELATIVE = ("WDT", "WP")


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening in one sentence. triggers: the leading one first; type and mode: what they say together."""

    triggers: tuple[Trigger, ...]
    type: str
    mode: str | None

    @property
    def lead(self) -> Trigger:
        """The trigger whose clause tells of the happening."""
        return self.triggers[0]


def as_kind(happening: Happening, type_: str, mode: str | None) -> Happening:
    """Return an echo's happening as one of the type and mode that it takes from what it refers to."""
    triggers = (replace(t, pattern=replace(t.pattern, type=type_, mode=mode)) for t in happening.triggers)
    return Happening(tuple(triggers), type_, mode)


def join(parse: Parse, triggers: list[Trigger]) -> list[Happening]:
    """Return the happenings of a report, in text order of their leading triggers."""
    groups: list[list[Trigger]] = []
    in_sentence: dict[int, list[list[Trigger]]] = {}
    for trigger in _without_phases(parse, triggers):
        near = in_sentence.setdefault(parse.tokens[trigger.head].sentence, [])
        group = next((g for g in reversed(near) if any(_same(parse, other, trigger) for other in g)), None)
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append(trigger)
    return [_happening(parse, group) for group in groups]


def _without_phases(parse: Parse, triggers: list[Trigger]) -> list[Trigger]:
    """Return the triggers without verbs that add nothing to their subject: "clashes broke out", "the strike shut the port"."""
    begun = {
        t.head: _PHASES[t.mode]
        for t in triggers
        if t.type == "PROTEST" and t.mode in _PHASES and not parse.tokens[t.head].lemma.endswith("er")
    }  # not "strikers left buses across the road"
    return [
        t
        for t in triggers
        if t.mode is None
        or not any(begun.get(k.i) == t.mode and k.i not in t.tokens for k in parse.kids(t.head, "nsubj"))
    ]


def _happening(parse: Parse, group: list[Trigger]) -> Happening:
    group = sorted(group, key=lambda t: (_depth(parse, t.head), parse.tokens[t.head].dep != "xcomp", t.tokens))
    own = [t for t in group if t.type != ECHO] or group
    if {t.type for t in own} == set(_GIVING_IN):
        return as_kind(Happening(tuple(own), own[0].type, None), _GIVING_IN[1], None)
    own = [t for t in own if not _spared_all(parse, t)] or own
    if {t.type for t in own} == {"ASSAULT", _DRIVEN[0]} and (own[0].type, own[0].mode) == _DRIVEN:
        own.sort(key=lambda t: t.type)
    involving = _WORDS.gatherings.involving  # "a march, which drew 300", is a march
    purpose = [t for t in own if t.type != own[0].type and t.type in _CROWDS]
    purpose = [t for t in purpose if parse.tokens[t.head].lemma not in involving]
    if purpose:
        return Happening(tuple(group), purpose[0].type, purpose[0].mode)
    return Happening(tuple(own), own[0].type, _mode(parse, [t for t in own if t.type == own[0].type]))


def _spared_all(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a word only says that nobody was hurt in what is named beside it: "no one was killed in the attack"."""
    verb = parse.tokens[trigger.head]
    if verb.lemma not in _WORDS.harm.casualties:
        return False
    return any(none_of(parse, t) for t in parse.kids(verb.i, "nsubj", "nsubjpass", "dobj"))


def _mode(parse: Parse, group: list[Trigger]) -> str | None:
    """Return the mode of a joint happening: the means named beside the act, else the first that is known."""
    lead = group[0]
    means = [t.mode for t in group[1:] if t.mode and _hangs_as_means(parse, t)]
    telling = next((mode for mode in _TELLING if any(t.mode == mode for t in group)), None)
    if lead.type == "ASSAULT" and telling:
        return telling
    if lead.type == "ASSAULT" and means:
        return means[0]
    if lead.mode == "destruction":  # "an arson attack destroyed a bakery"
        return next((t.mode for t in group if t.mode and parse.tokens[t.head].dep == "nsubj"), lead.mode)
    if lead.type == "CONSULT" and any(t.mode == "mediation" for t in group):
        return "mediation"
    return next((t.mode for t in group if t.mode), None)


def _hangs_as_means(parse: Parse, trigger: Trigger) -> bool:
    head = parse.tokens[parse.tokens[trigger.head].head]
    return parse.tokens[trigger.head].dep == "pobj" and head.lower in ("in", "by", "with", "during", "through")


def _depth(parse: Parse, i: int) -> int:
    return sum(1 for _ in parse.ancestors(i))


def _same(parse: Parse, first: Trigger, second: Trigger) -> bool:
    """Tell whether two triggers of one sentence tell of one happening."""
    a, b = parse.tokens[first.head], parse.tokens[second.head]
    if first.type in _SAID:
        if (first.type, second.type) == _GIVING_IN:
            return b.dep == "xcomp" and b.head in first.tokens
        return first.type == second.type == "CONSULT" and _is_of_talks(parse, first, second)
    if _stands_apart(parse, a, b):
        return False
    if ECHO in (first.type, second.type) and first.type != second.type:
        if _PARTICIPATION not in (first.mode, second.mode):
            return False
        return {first.type, second.type} <= _TAKEN_PART_IN and (_linked(parse, a, b) or _linked(parse, b, a))
    if _is_toll(parse, first, second):
        return True
    if first.type == second.type == "PROTEST" and (_turns(a, b) or _turns(b, a)):
        return True
    if first.type != second.type:
        if _DRIVEN in ((first.type, first.mode), (second.type, second.mode)):
            return _drives_out(parse, first, second) or _drives_out(parse, second, first)
        return {first.type, second.type} == _CROWDS and (
            _is_purpose(parse, a, b) or _draws(parse, first, b) or _draws(parse, second, a)
        )
    if first.type == "PROTEST" and _is_in_protest(parse, b) and _linked(parse, a, b):
        return True
    if not (_compatible(first, second) or (first.type == "ASSAULT" and _hangs_as_means(parse, second))):
        return False
    if first.type == "ASSAULT" and _does_too(parse, first, b):
        return True
    if first.type == second.type and a.i < b.i and counts_on(parse, b):
        return True
    return _linked(parse, a, b) or _linked(parse, b, a) or (first.mode in _MEANS and _is_for(parse, a, b))


def _stands_apart(parse: Parse, first: Token, second: Token) -> bool:
    """Tell whether two verbs stand on either side of a semicolon, each with what it acts on: two happenings."""
    lower, upper = sorted((first.i, second.i))
    if not all(t.pos == "VERB" and parse.kids(t.i, "nsubj") and parse.kids(t.i, "dobj") for t in (first, second)):
        return False
    return any(t.text == ";" for t in parse.tokens[lower:upper])


def _is_of_talks(parse: Parse, first: Trigger, second: Trigger) -> bool:
    """Tell whether the second word says more of the same talks: "met to discuss the truce", "talked, mediated by Oman"."""
    b = parse.tokens[second.head]
    if b.dep == "acl" and b.head in first.tokens:
        return True
    if b.dep == "advcl" and b.tag == "VBN" and b.head in first.tokens and second.mode == "mediation":
        return True
    if b.dep == "xcomp" and parse.tokens[first.head].head == b.head and parse.tokens[first.head].dep in _SUBJECT:
        return True  # "talks are to resume"
    return _is_errand(parse, first, b)


def _is_errand(parse: Parse, first: Trigger, talks: Token) -> bool:
    """Tell whether the second word only says what somebody came for: "flew to Oslo for talks", "to negotiate"."""
    link = parse.tokens[talks.head]
    if talks.dep == "pobj":
        return link.lower == "for" and link.head in first.tokens
    return talks.dep in ("advcl", "xcomp") and talks.head in first.tokens and talks.tag == "VB"


def _is_for(parse: Parse, means: Token, end: Token) -> bool:
    """Tell whether the second word says what the first was used for: "used tear gas and batons to disperse the crowd"."""
    verb = parse.tokens[means.head]
    if verb.pos != "VERB" or means.dep != "dobj" or not any(t.lower == "to" for t in parse.kids(end.i, "aux")):
        return False
    return any(t.i == verb.i for t in parse.ancestors(end.i)) and not parse.kids(end.i, "nsubj")


def _does_too(parse: Parse, first: Trigger, verb: Token) -> bool:
    """Tell whether a verb says what else the happening did: "the clashes killed nine people and drove 70 from their homes"."""
    for _ in range(_MOST_DEEDS):
        if verb.dep != "conj" or parse.kids(verb.i, "nsubj", "nsubjpass"):
            return False
        verb = parse.tokens[verb.head]
        if any(t.i in first.tokens for t in parse.kids(verb.i, "nsubj")):
            return True
    return False


def _is_toll(parse: Parse, first: Trigger, second: Trigger) -> bool:
    """Tell whether the second word only gives the casualties of the first: "threw stones, injuring 12 officers"."""
    verb = parse.tokens[second.head]
    rough = first.mode in _ROUGH or (first.type == "ASSAULT" and first.mode is not None)
    return (
        rough
        and second.type == "ASSAULT"
        and (
            second.mode is None or not parse.kids(verb.i, "prep")
        )  # "killing 11 soldiers" has its mode from who did it
        and (verb.tag, verb.dep) == ("VBG", "advcl")
        and verb.lemma in _WORDS.harm.casualties
        and verb.head in first.tokens
    )


def _drives_out(parse: Parse, force: Trigger, driven: Trigger) -> bool:
    """Tell whether force is what drives people out, not men: "forced from their homes by fighting", not by a raid."""
    noun, verb = parse.tokens[force.head], parse.tokens[driven.head]
    if force.type != "ASSAULT" or noun.lemma not in _FLED_FROM or verb.pos != "VERB":
        return False
    by = parse.tokens[noun.head]
    cause = by.lower == "by" and by.head == verb.i and noun.dep == "pobj"
    return cause or (noun.dep == "nsubj" and noun.head == verb.i) or _does_too(parse, force, verb)


def _draws(parse: Parse, occasion: Trigger, verb: Token) -> bool:
    """Tell whether the verb only says who came to what is its subject: "the march drew 20,000", "the march, which drew"."""
    if verb.lemma not in _WORDS.gatherings.involving:
        return False
    subjects = parse.kids(verb.i, *_SUBJECT)
    if verb.dep == "relcl" and all(t.tag in _RELATIVE for t in subjects):
        subjects = [parse.tokens[verb.head]]
    elif verb.dep == "conj" and not subjects:
        subjects = parse.kids(verb.head, *_SUBJECT)
    return any(t.i in (occasion.head, *occasion.tokens) for t in subjects)


def _is_in_protest(parse: Parse, noun: Token) -> bool:
    """Tell whether a word only calls what is told beside it a protest: "blocked the road in protest at the closure"."""
    return noun.lemma == "protest" and noun.dep == "pobj" and parse.tokens[noun.head].lower == "in"


def _turns(noun: Token, verb: Token) -> bool:
    """Tell whether the verb only says what its subject became: "the march turned violent"."""
    return noun.dep == "nsubj" and noun.head == verb.i and verb.lemma in _WORDS.gatherings.turning


def _is_purpose(parse: Parse, verb: Token, second: Token) -> bool:
    """Tell whether the second word says what people came together for: "took to the streets to mourn"."""
    return (
        verb.lemma in _WORDS.gatherings.coming_together
        and second.head == verb.i
        and second.dep in ("advcl", "xcomp")
        and any(t.lower == "to" for t in parse.kids(second.i, "aux"))
    )


def _compatible(first: Trigger, second: Trigger) -> bool:
    if first.mode == second.mode or first.mode is None or second.mode is None:
        return True
    if first.type == "GATHER":
        return True
    pair = {first.mode, second.mode}
    return (
        first.type == "ASSAULT"
        and bool(pair & {"arson", "destruction", *_TELLING})
        and pair.isdisjoint(("abduction", "armed-clash"))
    )


def _linked(parse: Parse, upper: Token, lower: Token) -> bool:
    """Tell whether the lower word hangs on the upper one through its own phrase or a clause about it."""
    token, steps = lower, 0
    while token.head != token.i and steps < 4:
        above = parse.tokens[token.head]
        if _dates_the_other(parse, token):
            return False
        if token.dep == "conj" and token.pos in ("VERB", "AUX") and not _shares_clause(parse, token, lower):
            return False
        if token.dep not in _CLAUSE_LINKS | _PHRASE_LINKS | {"prep", "agent"}:
            return False
        if above.i == upper.i:
            return True
        token, steps = above, steps + 1
    return False


def _dates_the_other(parse: Parse, token: Token) -> bool:
    """Tell whether a phrase or clause tells of what came before or after, or of what another did: a happening of its own."""
    if token.dep == "acl" and token.lemma in _WORDS.verbs.charges:
        return True  # "shot a man accused of killing an officer"
    if token.dep == "acl" and _is_undone(parse, token):
        return True
    if token.dep == "prep":
        return token.lower in _BEFORE_OR_AFTER
    if token.dep != "advcl":
        return False
    if any(t.lower in _BEFORE_OR_AFTER for t in parse.kids(token.i, "mark", "advmod", "prep")):
        return True
    return (
        _has_own_doer(parse, token) and bool(parse.kids(token.head, "nsubj")) and bool(parse.kids(token.head, "dobj"))
    )


def _is_undone(parse: Parse, deed: Token) -> bool:
    """Tell whether a passive beside an object is the deed of others than its verb's: "shot down a drone launched by rebels"."""
    thing = parse.tokens[deed.head]
    return thing.dep == "dobj" and bool(parse.kids(deed.i, "agent")) and bool(parse.kids(thing.head, "nsubj"))


def _has_own_doer(parse: Parse, verb: Token) -> bool:
    return any(t.pos != "PRON" for t in parse.kids(verb.i, "nsubj"))


def _shares_clause(parse: Parse, verb: Token, lower: Token) -> bool:
    """Tell whether a coordinated verb has no subject, time or place of its own: casualties, honours paid."""
    other = parse.tokens[verb.head]
    if {verb.lemma, other.lemma} <= _WORDS.harm.casualties and not all(parse.kids(v.i, "prep") for v in (verb, other)):
        return True  # "two boys died and a third was wounded in the raid"
    if parse.kids(verb.i, "nsubj", "nsubjpass"):
        return False
    if lower.lemma in _WORDS.harm.casualties:
        return True
    if lower.i == verb.i and parse.kids(verb.i, "dobj") and parse.kids(verb.head, "dobj"):
        return False  # "blacklisted six officials and recalled its ambassador": two acts, each on its own object
    return not parse.kids(verb.i, "prep", "npadvmod")


def governing_verb(parse: Parse, trigger: Trigger) -> int:
    """Return the token whose clause tells of the happening: the trigger itself or the verb that only carries it."""
    verb = light_verb(parse, trigger.head)
    return verb.i if verb is not None else trigger.head
