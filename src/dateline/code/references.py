"""Words that only refer to a happening told elsewhere in the report: "condemned the killings", "after the march".

Such a word is no telling of its own. It is dropped when another mention tells of a happening of its kind. What is only asked
for, threatened or forbidden is no happening either: the asking is.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.code.chains import befell, is_noticed, picks_out
from dateline.code.join import Happening
from dateline.code.light_verbs import light_verb
from dateline.code.word_classes import ANYBODY
from dateline.records import EventMention, Parse, Reading, Token, Toponym
from dateline.reference.codebook import load_codebook
from dateline.reference.coding import coding_words

_DEFINITE = frozenset("the this that these those his her its their our my your such same".split())
_TEMPORAL = frozenset("after before since during following until".split())
_WHEN = _TEMPORAL | {"ahead", "at"}
_WORDS = coding_words()
# Kinds of one happening: what one word calls an assassination another calls a drone strike.
_ROUGH = frozenset(("riot", "vandalism", "crowd-control"))
_ASKING = frozenset(("REQUEST", "THREATEN"))
_ACTS_ON_ACTS = frozenset(("REQUEST", "REJECT", "THREATEN", "COERCE"))
# What an act that is named by a noun is not done by: turned down, it stays undone; undone, it was told before.
_ENDED_BY = {
    "AID": ("ACCUSE",),  # experts who help with an inquiry
    "ASSAULT": ("RETREAT",),  # gunmen who violate a truce
    "CONCEDE": ("SANCTION",),  # a king who commutes a sentence
    "REJECT": ("CONSULT", "REQUEST"),
    "RETREAT": ("SANCTION",),
    "SANCTION": ("COOPERATE", "REQUEST", "RETREAT"),  # a court that dismisses an appeal, rebels who end a truce
}
_LIFTED = ("ban", "curfew", "martial-law")
_ENDED_BY_THEIR_OWN = ("CONSULT", "GATHER", "PROTEST")
_OWN_RETREATS = frozenset(("access", "ceasefire", "disarm", "release", "resign"))
_OBJECT_LINKS = frozenset(("dobj", "nsubjpass", "pobj", "prep", "compound", "conj"))
_WHOSE = frozenset(("by", "for", "of", "to", "with"))
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
# What is only talked about as long as it stands behind the talks: acts that parties agree on.
_TALKED_ABOUT = frozenset(("AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT"))
_TOPICS = frozenset("about around on over regarding".split())
_CROWDS = ("GATHER", "PROTEST")
_SHOWN_BY_CROWDS = ("REQUEST", "SUPPORT")
_STEPS_UP = 4
_REACH = 2  # sentences before a telling that may say where it was
_WHERE = frozenset(("at", "by", "in", "near", "outside"))
_MEANS = frozenset(
    ("assassination", "airstrike", "drone-strike", "bombing", "shooting", "shelling", "stabbing", "suicide-attack")
)


def is_reference(reading: Reading, parse: Parse, happening: Happening) -> bool:
    """Tell whether a happening stands in a noun phrase that takes it as known and says nothing new of it."""
    head = parse.tokens[happening.lead.head]
    known = _is_known_noun(parse, head) or _is_known_charge(parse, happening, head)
    if not (known or _is_all_known(parse, head)):
        return False
    inside = [parse.tokens[i] for i in parse.subtree(head.i)]
    start, end = inside[0].start, inside[-1].end
    new = [t.span for t in reading.times] + [c.span for c in reading.counts]
    return not any(start <= span.start and span.end <= end for span in new)


def _is_all_known(parse: Parse, head: Token) -> bool:
    """Tell whether people are picked out by what befell them, and nothing says by whom or where: "two of those kidnapped"."""
    told = parse.kids(head.i, "agent") or any(p.lower in _WHERE for p in parse.kids(head.i, "prep"))
    return picks_out(parse, head) and not told


def _is_known_noun(parse: Parse, head: Token) -> bool:
    if head.pos not in ("NOUN", "PROPN") or light_verb(parse, head.i) is not None:
        return False
    classes = load_codebook().classes
    people = head.lemma in classes["person"] | classes["irregular"]  # "strikers": who they are, not what they do
    return people or _dates_another(parse, head) or (_definite(parse, head) and _is_argument(parse, head))


def _is_known_charge(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether an inquiry or charge is only gone on about, and nothing says into what: "the investigation will show"."""
    noun = happening.type == "ACCUSE" and head.pos == "NOUN" and head.dep == "nsubj"
    said = parse.kids(head.i, "prep", "acl", "relcl", "compound", "amod")
    return noun and _definite(parse, head) and not said and light_verb(parse, head.i) is None


def _definite(parse: Parse, head: Token) -> bool:
    return any(t.lower in _DEFINITE or t.dep == "poss" for t in parse.kids(head.i, "det", "poss", "predet"))


def _dates_another(parse: Parse, head: Token) -> bool:
    """Tell whether the noun only dates something else: "after the march", "the anniversary of the strike"."""
    above = parse.tokens[head.head]
    if head.dep != "pobj":
        return False
    return above.lower in _TEMPORAL or (above.lower == "of" and parse.tokens[above.head].lemma in _WORDS.acts.days_of)


def _is_argument(parse: Parse, head: Token) -> bool:
    """Tell whether the noun is what another act is about: object, or complement of an object."""
    above = parse.tokens[head.head]
    return head.dep in ("dobj", "pobj", "nsubjpass") and above.lemma not in coding_words().verbs.light


def without_references(told: Sequence[tuple[EventMention, bool]], reading: Reading | None = None) -> list[EventMention]:
    """Drop references to what another mention of the voice tells; keep those that are all it says of their happening.

    told: mentions in text order, each with whether it is a reference. reading: where one names a place of its own, nothing that
    is told elsewhere tells of it ("is wanted over the shooting of nurses in Leeds", after one in Hull).
    """
    kept: list[EventMention] = []
    for k, (mention, reference) in enumerate(told):
        others = [m for j, (m, r) in enumerate(told) if j != k and (not r or j < k)]
        if reading is not None and reference:
            others = [m for m in others if not _is_elsewhere(reading, mention, m)]
        if not reference or not any(_tells(other, mention) for other in others):
            kept.append(mention)
    return kept


def _is_elsewhere(reading: Reading, mention: EventMention, other: EventMention) -> bool:
    """Tell whether the phrase of a mention names another place than those that are named where a telling before it stands."""
    parse = reading.grammar()
    head, telling = parse.head_of(mention.trigger.span), parse.head_of(other.trigger.span)
    if head is None or telling is None or telling.i > head.i:
        return False  # a lead that names the country of what is told town by town
    inside = [parse.tokens[i] for i in parse.subtree(head.i)]
    first = parse.tokens[parse.sentences[max(0, telling.sentence - _REACH)][0]]
    named = _places_in(reading, inside[0].start, inside[-1].end)
    around = _places_in(reading, first.start, parse.sentence_span(telling.sentence).end)
    return bool(named and around) and all(_are_apart(one, other) for one in named for other in around)


def _places_in(reading: Reading, start: int, end: int) -> list[Toponym]:
    """Return the places that are named between two offsets."""
    return [t for t in reading.toponyms if t.kind == "literal" and start <= t.span.start and t.span.end <= end]


def _are_apart(one: Toponym, other: Toponym) -> bool:
    """Tell whether neither of two places can lie in the other: towns of different names, or lands."""
    towns = [(t.feature or "").startswith("P") for t in (one, other)]
    abroad = None not in (one.country, other.country) and one.country != other.country
    return one.text != other.text and (all(towns) or abroad)


def _tells(other: EventMention, mention: EventMention) -> bool:
    if mention.status == "denied" and mention.attribution is not None and mention.attribution != other.attribution:
        return False  # each denial is somebody's own
    return (
        (other.voice == mention.voice or mention.arguments == ())
        and (other.status == mention.status or mention.status in ("hypothetical", "planned"))
        and (_one_kind(other, mention) or _names_violence(other, mention))
    )


def _one_kind(first: EventMention, second: EventMention) -> bool:
    modes = {first.mode, second.mode}
    return first.type == second.type and (None in modes or len(modes) == 1 or modes <= _MEANS)


def _names_violence(other: EventMention, mention: EventMention) -> bool:
    """Tell whether a word without mode ("the violence") can stand for a riot or a crackdown told elsewhere."""
    return (
        mention.type == "ASSAULT"
        and mention.mode is None
        and other.type in ("PROTEST", "COERCE")
        and other.mode in _ROUGH
    )


def is_turned_down(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether the words only name what another act turns down or undoes: "rejected an offer of talks", "lifted the ban".

    What has words of its own ("lifted the curfew imposed on Friday") is told by them.
    """
    token = parse.tokens[happening.lead.head]
    enders = [o for o in others if happening.type in _ENDED_BY.get(o.type, ())]
    if happening.mode in _LIFTED:
        enders += [o for o in others if o.type == "RETREAT" and _lifts(parse.tokens[o.lead.head])]
    heads = {i for o in enders for i in (o.lead.head, *o.lead.tokens)}
    if token.pos not in ("NOUN", "PROPN") or _has_own_words(parse, happening, token):
        return False
    for _ in range(_STEPS_UP):
        above = parse.tokens[token.head]
        if above.i == token.i or token.dep not in _OBJECT_LINKS or (token.dep == "prep" and token.lower not in _WHOSE):
            return False
        if above.i in heads:
            return True
        token = above
    return False


def _has_own_words(parse: Parse, happening: Happening, noun: Token) -> bool:
    """Tell whether a noun says when or by whom it came about: "the curfew imposed on Friday", "Friday's", "in force since"."""
    if any(t.tag == "VBN" for t in parse.kids(noun.i, "acl", "relcl")):
        return True
    inside = [parse.tokens[i] for i in parse.subtree(noun.i)] if happening.mode in _LIFTED else []
    dated = any(t.lower == "since" or (t.dep == "poss" and t.entity == "DATE") for t in inside)
    return dated or any(t.dep == "relcl" for t in inside)


def _lifts(word: Token) -> bool:
    return word.lemma in _WORDS.verbs.lifting


def is_purpose(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether a demand or support is only what people come out for: "marched to demand", "closed shops to protest"."""
    head = parse.tokens[happening.lead.head]
    adds_nothing = happening.type in _SHOWN_BY_CROWDS or (head.lemma == "protest" and head.tag == "VB")
    if not adds_nothing or head.tag not in ("VB", "VBG"):
        return False
    of_noun = head.dep in ("acl", "relcl") and any(
        t.tag == "TO" for t in parse.kids(head.i, "aux")
    )  # "a march to demand"
    if head.dep not in ("advcl", "xcomp") and not of_noun:
        return False
    acts = [o for o in others if o is not happening and (o.type in _CROWDS or happening.type == "PROTEST")]
    return head.head in {i for o in acts for t in o.triggers for i in t.tokens}


def is_task(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether fighting is only what somebody is sent or trained for: "sent 900 troops to help fight the rebels"."""
    verb = parse.tokens[happening.lead.head]
    if happening.type != "ASSAULT" or verb.tag != "VB":
        return False
    sent = {i for o in others if o.type in ("AID", "COOPERATE", "MOBILIZE") for i in (o.lead.head, *o.lead.tokens)}
    for _ in range(_STEPS_UP):
        if verb.dep not in ("acl", "advcl", "ccomp", "conj", "xcomp") or verb.head == verb.i:
            return False
        verb = parse.tokens[verb.head]
        if verb.i in sent or verb.head in sent:
            return True
    return False


def asking(crowd: EventMention, demand: EventMention) -> EventMention:
    """Return who came together for a demand as a protest, with whom it is put to: "marched, calling on the council to act".

    Who shows support is what he came together as, and whom he supports is honoured.
    """
    if demand.type == "SUPPORT":
        return _honouring(crowd, demand)
    open_yet = crowd.type == "GATHER" and crowd.mode in (None, "rally")
    if demand.voice != crowd.voice or not (open_yet or crowd.type == "PROTEST"):
        return crowd
    if open_yet:
        crowd = replace(crowd, type="PROTEST", mode="demonstration")
    asked = tuple(a for a in demand.arguments if a.role == "recipient")
    taken = any(a.role == "recipient" for a in crowd.arguments)
    if taken or any(a.span.overlaps(b.span) for a in crowd.arguments for b in asked):
        return crowd
    return replace(crowd, arguments=(*crowd.arguments, *asked))


def _honouring(crowd: EventMention, support: EventMention) -> EventMention:
    """Return a gathering with whom it is held to support, where it has nobody to honour yet."""
    if crowd.type != "GATHER" or any(a.role == "honouree" for a in crowd.arguments):
        return crowd
    backed = (replace(a, role="honouree") for a in support.arguments if a.role == "recipient")
    return replace(crowd, arguments=(*crowd.arguments, *backed))


def is_promise(parse: Parse, happening: Happening) -> bool:
    """Tell whether the words only promise ("has promised to release them") or share a view ("agree that it was a mistake").

    What is promised is told itself, as planned, where it is an act that can be coded.
    Source: RECORD contract, coding conventions ("calls, demands and promises are ... a planned happening").
    """
    verb = parse.tokens[happening.lead.head]
    if happening.type != "AGREE":
        return False
    if verb.lemma in _WORDS.verbs.binding:
        return bool(parse.kids(verb.i, "advcl", "ccomp", "dative", "dobj", "xcomp"))
    return verb.lemma == "agree" and any(_is_view(parse, t) for t in parse.kids(verb.i, "ccomp"))


def _is_view(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause says how things were or are, not what will be done."""
    helping = parse.kids(verb.i, "aux", "auxpass")
    first = helping[0] if helping else verb
    return first.tag == "VBD" or (first.lemma in ("be", "have") and first.tag in ("VBP", "VBZ"))


def is_charge(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether blame is only what somebody is punished for: "convicted of insulting the army"."""
    head = parse.tokens[happening.lead.head]
    link = parse.tokens[head.head]
    if happening.type != "ACCUSE" or head.dep != "pcomp" or link.lower not in ("for", "of"):
        return False
    punishing = {i for o in others if o.type in ("COERCE", "SANCTION") for t in o.triggers for i in t.tokens}
    return any(t.i in punishing for t in parse.ancestors(link.i))


def is_calling_off(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether the words only end what is told beside them: "called off the strike", "the sit-in was suspended"."""
    if happening.type != "RETREAT" or happening.mode in _OWN_RETREATS:
        return False
    ended = [parse.tokens[o.lead.head] for o in others if o.type in _ENDED_BY_THEIR_OWN]
    return any(t.dep in ("dobj", "nsubjpass") and t.head in happening.lead.tokens for t in ended)


def is_topic(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether an act is only what talks are about: "discussed the reopening of the border", "talks on a truce"."""
    if happening.type not in _TALKED_ABOUT:
        return False
    token = parse.tokens[happening.lead.head]
    if token.pos in ("VERB", "AUX") and token.tag != "VBG":
        return False
    talks = {i for o in others if o.type == "CONSULT" and o is not happening for t in o.triggers for i in t.tokens}
    talks |= {
        t.i for i in talks for t in parse.kids(i, "advcl", "xcomp") if t.lemma in _WORDS.verbs.discussing
    }  # "met to review it"
    for _ in range(_STEPS_UP):
        above = parse.tokens[token.head]
        about = token.dep == "prep" and token.lower in _TOPICS
        if above.i in talks and (
            about or (token.dep in ("ccomp", "dobj", "xcomp") and above.lemma in _WORDS.verbs.discussing)
        ):
            return True
        if above.i == token.i or not (about or token.dep in ("conj", "pcomp", *_OBJECT_LINKS)):
            return False
        token = above
    return False


def is_motive(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether "in protest" only says why something else is done: "resigned in protest at the delay"."""
    head = parse.tokens[happening.lead.head]
    link = parse.tokens[head.head]
    bare = head.dep == "pobj" and link.lower == "in" and not parse.kids(head.i, "det", "amod", "nummod", "poss")
    if happening.type != "PROTEST" or not bare or head.pos != "NOUN":
        return False
    above = parse.tokens[link.head]
    act = above.head if above.dep == "dobj" else above.i  # "gave up their seats in protest"
    return any(o.type not in ("GATHER", "PROTEST") and act in (o.lead.head, *o.lead.tokens) for o in others)


def is_prevented(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether those in power kept something from being done ("stopped them from marching") or it was asked not to be."""
    if is_asked_not_to_be(parse, happening, others):
        return True
    verb = parse.tokens[happening.lead.head]
    link = parse.tokens[verb.head]
    if verb.dep != "pcomp" or link.lower != "from" or happening.type == "ASSAULT":
        return False
    return any(o.type == "COERCE" and link.head in (o.lead.head, *o.lead.tokens) for o in others)


def is_asked_not_to_be(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether a deed is only what somebody is asked or told not to do: "called on the guards not to shoot"."""
    verb = parse.tokens[happening.lead.head]
    if verb.tag != "VB" or not parse.kids(verb.i, "neg") or not any(t.tag == "TO" for t in parse.kids(verb.i, "aux")):
        return False
    hearer = parse.kids(verb.i, "nsubj") or parse.kids(verb.head, "dative", "dobj", "nsubjpass")
    told = verb.dep in ("ccomp", "xcomp") and hearer
    asking = {i for o in others if o is not happening and o.type in _ASKING for i in (o.lead.head, *o.lead.tokens)}
    return bool(told) or verb.head in asking


def is_content(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether a happening is only what another act asks for, threatens, forbids or refuses, or a condition.

    Source: RECORD contract, coding conventions ("calls, demands and promises are ... never the happening itself").
    """
    heads = {i for o in others if o.type in _ACTS_ON_ACTS and o is not happening for i in (o.lead.head, *o.lead.tokens)}
    nouns = [parse.tokens[i] for i in heads if parse.tokens[i].pos == "NOUN"]
    heads |= {t.head for t in nouns if t.dep == "nsubj"}  # "their demands include the release of two men"
    token = parse.tokens[happening.lead.head]
    if (
        token.dep == "relcl" and parse.tokens[token.head].lower in ANYBODY
    ):  # "anyone who breaks the curfew will be held"
        return any(parse.tokens[i].sentence == token.sentence for i in heads)
    for _ in range(_STEPS_UP):
        if any(t.lower in _CONDITIONS for t in parse.kids(token.i, "mark")):
            return True
        above = parse.tokens[token.head]
        jailed = token.i == happening.lead.head and token.dep == "acl" and befell(parse, token, above)
        if jailed or is_noticed(parse, token):
            return False  # "demanded freedom for a singer jailed in May", "gave notice of a strike": that one there is
        if token.dep == "nsubjpass" and token.i == happening.lead.head and above.i in heads:
            return True  # "a march planned for Sunday was forbidden"
        told = token.dep == "relcl" and not _is_to_be(parse, token)  # "calls to resign" tell of no resignation
        if above.i == token.i or told or token.dep in ("nsubj", "nsubjpass", "parataxis"):
            return False
        if token.dep in ("prep", "advmod") and token.lower in _WHEN - {"until"}:
            return False  # "arrested ahead of a rally planned for Sunday", "to send guns after strikes on two towns"
        if above.i in heads and token.dep == "conj" and token.pos == "VERB":
            return False  # "rejected the plan and announced a sit-in": a second act beside the first
        if above.i in heads and (token.dep != "advcl" or _is_to_be(parse, token)):
            return True
        token = above
    return False


def _is_to_be(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause says what is to be done: "for the law to be repealed"."""
    return verb.tag == "VB" or any(t.tag == "TO" for t in parse.kids(verb.i, "aux"))
