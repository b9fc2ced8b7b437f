"""What stands between a place name and a trigger in the grammar: the preposition, whether it is one clause, and coordinations."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise, takewhile

from dateline.records import EventMention, Parse, Span, Time, Token, Toponym
from dateline.reference.resolving import resolving_words

_PLAIN = frozenset("in at near outside inside around on across within throughout off along beside by through".split())
_CLAUSES = frozenset("conj advcl relcl ccomp parataxis acl".split())
# What shares the place of the word above it: "held a rally in", "came and arrested", "went to protest in".
_SHARES = frozenset("dobj nsubj nsubjpass conj xcomp attr pobj prep".split())
_SUBJECTS_CLAUSES = frozenset(("acl", "relcl"))
_LONG = ("year", "decade", "century")
_STEPS_UP = 4
_VERBS = ("AUX", "VERB")
_TOLD_BY = frozenset(("dative", "dobj", "pobj", "prep"))  # "told a crowd in", "said at a hearing in"
_BEFORE_NOUN = ("amod", "compound", "nmod", "poss")
_TOWARDS = frozenset(("to", "toward", "towards"))
_SPOKEN = frozenset(("at", "in"))
_WORDS = resolving_words().places


@dataclass(frozen=True, slots=True)
class Way:
    """The way from a toponym to a trigger. preposition: the one that governs the name, or "".

    own: the name hangs on the trigger's own clause, not on another noun of it.
    """

    preposition: str = ""
    own: bool = False


def way(parse: Parse, toponym: Toponym, trigger: Token, locative_nouns: frozenset[str]) -> Way:
    """Follow the grammar from a toponym up to a trigger of the same sentence.

    locative_nouns: nouns such as "city" or "outskirts", through which "of" passes freely.
    """
    head = parse.head_of(toponym.span)
    above = [trigger, *parse.ancestors(trigger.i)]
    level = {token.i: n for n, token in enumerate(above)}
    at, preposition, own = head, "", True
    while at is not None and at.i not in level:
        if at.head == at.i:
            return Way(preposition)
        if at.pos in ("ADP", "SCONJ") or at.dep == "prep":
            preposition = preposition or at.lower
        own = own and (at is head or _leads_on(parse, at, locative_nouns))
        at = parse.tokens[at.head]
    if at is None:
        return Way()
    return Way(preposition, own and all(token.dep not in _CLAUSES for token in above[: level[at.i]]))


def _leads_on(parse: Parse, token: Token, locative_nouns: frozenset[str]) -> bool:
    """Tell whether a word between name and trigger is part of telling where: "at a stall in Cusco", "the city of Lima"."""
    if token.pos in ("ADP", "SCONJ", "PROPN") or token.lemma in locative_nouns:
        return True
    return token.dep == "pobj" and parse.tokens[token.head].lower in _PLAIN


def spoken_at(parse: Parse, toponym: Toponym, trigger: Span) -> bool:
    """Tell whether a name says where the speaker is: "told reporters in Lima that he will stay", "bishops in Lima urged".

    So does that of who is handed what is said: "delivered a petition to the consulate in Lima".
    """
    head, act = parse.head_of(toponym.span), parse.head_of(trigger)
    if head is None or act is None or head.dep != "pobj" or parse.tokens[head.head].lower not in _SPOKEN:
        return False
    above = parse.tokens[parse.tokens[head.head].head]
    if above.dep == "nsubj" and above.head == act.i:
        return True
    if above.dep == "pobj" and parse.tokens[above.head].lower == "to":
        handed = next((t for t in parse.ancestors(above.i) if t.pos == "VERB"), None)
        if handed is not None and handed.lemma in _WORDS.handing:
            return handed.i == act.i or any(t.i == handed.i for t in parse.ancestors(act.i))
    said = parse.tokens[act.head] if act.dep == "ccomp" else act
    return said.lemma in _WORDS.telling | _WORDS.summoning and (
        above.i == said.i or (above.head == said.i and above.dep in ("dobj", "dative"))
    )


def is_where_told(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name says where somebody told of the trigger, not where it was: "told reporters in Lima that ..."."""
    told = told_by(parse, toponym)
    if told is None:
        return False
    if told.i not in {t.i for t in parse.ancestors(trigger.i)}:
        return False
    return trigger.dep in ("pcomp", "ccomp") or any(t.dep in ("pcomp", "ccomp") for t in _up_to(parse, trigger, told))


def told_by(parse: Parse, toponym: Toponym) -> Token | None:
    """Return the verb of speaking beside which a name says where the speaker was: "told reporters in Lima"; None if none does.

    So does the name behind who speaks: "a caller to a radio station in Lima said"; and that of who listens: "told a Lima paper".
    """
    head = parse.head_of(toponym.span)
    if head is None:
        return None
    listened = False
    paper = parse.tokens[head.head]
    if head.dep in _BEFORE_NOUN and head.i < paper.i and paper.lemma in _WORDS.press:
        head = paper
    for token in (head, *parse.ancestors(head.i)):
        if token.pos in ("VERB", "AUX"):
            return token if _speaks(token) or token.lemma in _WORDS.addressing else None
        listened = listened or (token.dep in ("prep", "dative") and token.lower == "to")
        link = token.dep == "prep" and token.lower not in _SPOKEN and token.lower != "to"
        if link or not (token.dep in _TOLD_BY or (token.dep == "nsubj" and listened)):
            return None  # "residents in Lima said": they tell of Lima
    return None


def _speaks(verb: Token) -> bool:
    return verb.lemma in _WORDS.speech | _WORDS.telling


def is_where_press_was(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether a name says where reporters were spoken to, which is seldom where things happened."""
    verb = told_by(parse, toponym)
    if verb is None or (verb.dep in ("acl", "relcl") and not _speaks(parse.tokens[parse.tokens[verb.head].head])):
        return False  # "beat a man speaking to reporters in Lima"
    behind = (noun for link in parse.kids(verb.i, "prep", "dative") for noun in parse.kids(link.i, "pobj"))
    return any(t.lemma in _WORDS.press for t in (*parse.kids(verb.i, "dobj", "dative"), *behind))


def _up_to(parse: Parse, token: Token, end: Token) -> Iterable[Token]:
    """Yield what stands above a token, below an end."""
    return takewhile(lambda t: t.i != end.i, parse.ancestors(token.i))


def is_behind_subject(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name hangs on the main verb, which tells what came later of those whom the trigger befell.

    "The man who was shot in May was buried in Lima": the burial was in Lima, of the shooting that says nothing.
    """
    head = parse.head_of(toponym.span)
    chain = [trigger, *parse.ancestors(trigger.i)]
    clause = next((n for n, t in enumerate(chain) if t.dep in _SUBJECTS_CLAUSES), None)
    if head is None or clause is None or not _is_suffered(parse, chain[clause]):
        return False
    above = {t.i for t in (head, *parse.ancestors(head.i))}
    for told, main in pairwise(chain[clause + 1 :]):
        if told.i in above or told.dep in _CLAUSES:
            return False
        if told.dep in ("nsubj", "nsubjpass"):
            return chain[clause].i < main.i < head.i and main.i in above
    return False


def is_before_release(parse: Parse, toponym: Toponym, trigger: Token, deeds: Collection[int]) -> bool:
    """Tell whether a name says where those were seized who were freed or tried since: "two men held in Lima in May were freed".

    deeds: token numbers of what befell people in the sentence. The name hangs on such a verb in a noun's clause ("who had been
    held in Lima were freed"), or the trigger is joined to it or told of its object ("was held in Lima and freed on bail").
    """
    head = parse.head_of(toponym.span)
    held = next((t for t in parse.ancestors(head.i) if t.pos in _VERBS), None) if head is not None else None
    if head is None or held is None or held.i == trigger.i or held.i not in deeds:
        return False
    if any(parse.tokens[i].lower in _WORDS.same_spot for i in parse.subtree(trigger.i)):
        return False
    if held.dep in _SUBJECTS_CLAUSES:
        return True
    act = trigger
    while act.dep in ("conj", "xcomp") and act.head != held.i and not parse.kids(act.i, "nsubj", "nsubjpass"):
        act = parse.tokens[act.head]
    joined = act.dep == "conj" and act.head == held.i and not parse.kids(act.i, "nsubj", "nsubjpass")
    return joined or (act.dep == "relcl" and held.i in {t.i for t in parse.ancestors(act.i)})


def _is_suffered(parse: Parse, clause: Token) -> bool:
    """Tell whether a noun's clause tells what was done to it: "who were shot", "detained at the port"."""
    return bool(parse.kids(clause.i, "auxpass")) or (clause.dep == "acl" and clause.tag == "VBN")


def is_long_before(parse: Parse, toponym: Toponym, trigger: Token, times: Iterable[Time]) -> bool:
    """Tell whether a noun's clause tells of a year long before its sentence, which the name places.

    "In Lima they honoured Ana Roe, who was shot in 1997": of the shooting Lima says nothing.
    """
    head = parse.head_of(toponym.span)
    chain = [trigger, *parse.ancestors(trigger.i)]
    clause = next((t for t in chain if t.dep in _SUBJECTS_CLAUSES), None)
    if head is None or clause is None:
        return False
    inside = parse.subtree(clause.i)
    if clause.head == head.i:
        return False  # "Lima, where miners burned the hall in 1998"
    dated = [
        t for t in times if t.anchor == "absolute" and (at := parse.head_of(t.span)) is not None and at.i in inside
    ]
    return any(t.precision in _LONG for t in dated) and head.i not in inside


def is_left_for(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name says where those went whom the trigger took away: "deported to Lima", "pulled out towards Lima"."""
    head = parse.head_of(toponym.span)
    if head is None or head.dep not in ("conj", "pobj"):
        return False
    while head.dep == "conj" and parse.tokens[head.head].dep in ("conj", "pobj"):
        head = parse.tokens[head.head]
    link = parse.tokens[head.head]
    return link.lower in _TOWARDS and link.head == trigger.i


def nursed_at(parse: Parse, toponym: Toponym, mention: EventMention) -> bool:
    """Tell whether a name says where the wounded were brought: "were beaten, and six of them were hospitalised in Lima".

    So does a hospital: "shot in Callao, he died in a hospital in Lima", "the hospital in Lima took in nine of the wounded".
    """
    head, trigger = parse.head_of(toponym.span), parse.head_of(mention.trigger.span)
    if head is not None and mention.type == "ASSAULT" and _is_where_taken_in(parse, head):
        return True
    above = parse.ancestors(head.i) if head is not None else ()
    verb = next((t for t in above if t.pos in ("VERB", "AUX")), None)
    if head is None or trigger is None or verb is None or verb.sentence != trigger.sentence:
        return False
    inside = any(t.lemma.lower() in _WORDS.hospitals for t in parse.tokens[verb.i : head.i + 1])
    cared = verb.lemma in _WORDS.nursing or (inside and verb.lemma in _WORDS.brought)
    return cared and verb.i not in {t.i for t in (trigger, *parse.ancestors(trigger.i))}


def _is_where_taken_in(parse: Parse, name: Token) -> bool:
    """Tell whether a name is that of the hospital which takes in the wounded."""
    house = parse.tokens[parse.tokens[name.head].head if name.dep == "pobj" else name.head]
    return (
        house.dep == "nsubj" and house.lemma in _WORDS.hospitals and parse.tokens[house.head].lemma in _WORDS.receiving
    )


def leads_to(parse: Parse, token: Token, trigger: Token, acts: bool) -> bool:
    """Tell whether what hangs on a word tells where the trigger was.

    It does on the trigger itself and on the verb whose act it is ("held a rally", "are on strike"); acts: also on those who do
    or suffer it ("dockers at the port walked out", unlike "condemned the attack in the town").
    """
    of = token
    for _ in range(_STEPS_UP):  # "restrictions on movement in the district were lifted"
        if of.dep not in ("pobj", "prep") or of.pos in ("VERB", "AUX"):
            break
        of = parse.tokens[of.head]
    if acts and of.dep in ("nsubj", "nsubjpass", "dobj") and of.head == trigger.i:
        return True
    at = trigger
    for _ in range(_STEPS_UP):
        if at.i == token.i:
            return True
        if at.dep not in _SHARES or at.head == at.i:
            return False
        at = parse.tokens[at.head]
    return False


def coordinated(parse: Parse, first: Toponym, others: Iterable[Toponym]) -> list[Toponym]:
    """Return the toponyms that are joined to `first` by "and" or commas, itself included, in text order."""
    head = parse.head_of(first.span)
    if head is None:
        return [first]
    chain = _chain(parse, head)
    joined = [t for t in others if t is not first and (h := parse.head_of(t.span)) is not None and h.i in chain]
    return sorted([first, *joined], key=lambda t: t.span)


def _chain(parse: Parse, token: Token) -> set[int]:
    """Return all tokens of a coordination, whichever of them is given."""
    while token.dep == "conj":
        token = parse.tokens[token.head]
    out, stack = set(), [token.i]
    while stack:
        i = stack.pop()
        out.add(i)
        stack.extend(kid.i for kid in parse.kids(i, "conj"))
    return out
