"""Where words were said: what a clause tells of the speaker's spot, and that nothing spoken of need have been there."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import EventMention, MentionPlace, Parse, Reading, Span, Token, Toponym
from dateline.reference.resolving import resolving_words
from dateline.resolve.clauses import is_objected_to

_AT = ("at", "during", "in", "on")
_LINKS_TO = ("at", "in", "to")
_SPOTS = ("town", "venue")
_NAMED_BY = ("amod", "compound", "nmod")
_SAID = frozenset("ACCUSE AGREE CONCEDE CONSULT REJECT REQUEST SANCTION SUPPORT THREATEN".split())
_NEWS_DAYS = 2  # before the day of issue
_WORDS = resolving_words()
_HELD = _WORDS.occasions.consult | _WORDS.occasions.gather | _WORDS.occasions.protest | _WORDS.occasions.speeches
_OCCASIONS = _WORDS.places.press | _WORDS.places.visits | _HELD
_SPEAKING = _WORDS.places.telling | _WORDS.places.speech


def is_where_said(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name says where words were said that are told in one breath with others.

    "Told a crowd in Lima that he will stay and thanked them", "speaking in Lima, she accused them", "in Lima he met them and
    praised their work". So does a name beside an accord: "signed an accord in Lima", "the truce signed in Lima".
    """
    head = parse.head_of(toponym.span)
    if head is None:
        return False
    link, verbs = parse.tokens[head.head], list(_spoken(parse, trigger))
    if head.dep == "dobj":  # "visited Lima and thanked them"
        return link.i != trigger.i and link.lemma in _WORDS.places.visits and link in verbs
    if head.dep in _NAMED_BY:
        return toponym.precision == "town" and _is_named_occasion(parse, link, trigger)
    above = parse.tokens[link.head]
    if head.dep != "pobj" or link.lower not in _LINKS_TO:
        return False
    if link.lower == "to":
        return above.lemma in _WORDS.places.visits and any(_is_occasion(parse, above, verb) for verb in verbs)
    if toponym.precision in _SPOTS and any(_is_speaker(parse, above, verb, trigger) for verb in verbs):
        return True
    return _is_where_sealed(parse, above, trigger) or any(_is_said_by(parse, link, v, trigger) for v in verbs)


def _is_said_by(parse: Parse, link: Token, verb: Token, trigger: Token) -> bool:
    """Tell whether a preposition's name says where a verb was that the trigger is told with."""
    above = parse.tokens[link.head]
    if above.i == verb.i:
        return verb.i != trigger.i and (link.i < verb.i or verb.lemma in _SPEAKING | _WORDS.places.presence)
    if _is_listening(parse, above, verb) or any(_is_occasion(parse, t, verb) for t in _nouns_up(parse, above)):
        return True
    clause = next((t for t in (above, *parse.ancestors(above.i)) if t.pos == "VERB"), None)
    return clause is not None and _is_beside(parse, clause, verb)


def _is_speaker(parse: Parse, noun: Token, verb: Token, trigger: Token) -> bool:
    """Tell whether a noun does a verb and what is joined to it: "a spokesman in Lima defended the ban and asked"."""
    act = trigger
    while (act.dep == "conj" or _is_said_along(parse, act)) and act.i != verb.i:
        act = parse.tokens[act.head]
    noun = parse.tokens[noun.head] if noun.dep == "appos" else noun
    return act.i == verb.i != trigger.i and noun.dep == "nsubj" and noun.head == verb.i


def _is_beside(parse: Parse, clause: Token, verb: Token) -> bool:
    """Tell whether a clause tells what the speaker was at: "speaking in Lima, she", "the bishop, who led a march in Lima,"."""
    if clause.lemma not in _WORDS.places.presence | _SPEAKING:
        return False
    if clause.dep == "advcl":
        return clause.head == verb.i and clause.tag == "VBG"
    who = parse.tokens[clause.head]
    own = clause.tag == "VBG" if clause.dep == "acl" else clause.dep == "relcl" and clause.tag != "VBZ"  # "who leads"
    return own and who.dep == "nsubj" and who.head == verb.i


def _is_where_sealed(parse: Parse, above: Token, trigger: Token) -> bool:
    """Tell whether an accord was signed where something hangs on a word: "signed an accord in", "the truce signed in"."""
    if above.lemma in _WORDS.places.agreements:
        return above.dep == "dobj" and above.head == trigger.i
    told = above.dep in ("acl", "relcl") and above.head == trigger.i
    return told and above.lemma in _WORDS.places.sealing and trigger.lemma in _WORDS.places.agreements


def _is_named_occasion(parse: Parse, noun: Token, trigger: Token) -> bool:
    """Tell whether a noun behind a town's name is the occasion of what was said, or the accord: "at the Lima summit"."""
    if noun.lemma in _WORDS.places.agreements:
        return noun.i == trigger.i or (noun.head == trigger.i and noun.dep in ("dobj", "nsubjpass"))
    return any(_is_occasion(parse, noun, verb) for verb in _spoken(parse, trigger))


def _nouns_up(parse: Parse, noun: Token) -> Iterator[Token]:
    """Yield a noun and those that it belongs to: "at a meeting with traders | in Lima"."""
    yield noun
    while noun.dep == "pobj" and parse.tokens[parse.tokens[noun.head].head].pos == "NOUN":
        noun = parse.tokens[parse.tokens[noun.head].head]
        yield noun


def is_where_judged(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether the trigger was only spoken of at the name: "condemned the raid at a rally in Lima".

    So it was where a body sits that tells of a whole country: "the ministry in Lima said rebels had shelled a school".
    """
    head = parse.head_of(toponym.span)
    if head is None or head.dep != "pobj":
        return False
    above = parse.tokens[parse.tokens[head.head].head]
    if above.i == trigger.i:
        return False  # the rally itself was there
    if _is_tellers_seat(parse, head, trigger):
        return True
    if is_objected_to(parse, trigger):
        return head.i not in parse.subtree(trigger.i)
    chain = [trigger, *parse.ancestors(trigger.i)]
    below = next((t for t in chain if t.dep in ("dobj", "prep")), None)
    if below is None or any(t.dep not in ("pobj", "pcomp", "prep", "dobj") for t in chain[: chain.index(below)]):
        return False
    verb = next((t for t in chain[chain.index(below) :] if t.pos == "VERB" and t.i != trigger.i), None)
    return verb is not None and verb.lemma in _WORDS.places.judging and _is_occasion(parse, above, verb)


def _is_tellers_seat(parse: Parse, name: Token, trigger: Token) -> bool:
    """Tell whether a name is the seat of the ministry or newspaper that tells of the trigger, and no "there" takes it up."""
    link = parse.tokens[name.head]
    body = parse.tokens[link.head]
    verb = parse.tokens[body.head]
    if link.lower not in _LINKS_TO or body.lemma not in _WORDS.places.national or body.dep != "nsubj":
        return False
    inside = parse.subtree(verb.i)
    if trigger.i not in inside or verb.lemma not in _SPEAKING | _WORDS.places.judging:
        return False
    chain = (t for t in (trigger, *parse.ancestors(trigger.i)) if t.i != verb.i and t.i in inside)
    told = any(t.dep in ("ccomp", "pcomp") for t in chain)
    return told and not any(parse.tokens[i].lower in _WORDS.places.same_spot for i in inside)


def is_news_of_dateline(mention: EventMention, trigger: Token, reading: Reading, dateline: MentionPlace) -> bool:
    """Tell whether words that open a dispatch were said in the dateline's town.

    They are the day's news, told by the outlet in its main clause: "LIMA - The minister condemned the raid on Friday". Not what
    another country's people said.
    """
    time, published = mention.time, reading.report.published
    told = mention.type in _SAID and mention.status in ("occurred", "ongoing") and trigger.pos == "VERB"
    if not told or mention.voice != reading.voices[0].id:
        return False
    if published is None or time is None or time.from_ is None or time.basis == "inherited":
        return False
    if not 0 <= (published - time.from_).days <= _NEWS_DAYS or not _is_main(reading.grammar(), trigger):
        return False
    return all(
        _is_at_home(argument.span, reading, dateline) for argument in mention.arguments if argument.role == "actor"
    )


def _is_main(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is its sentence's own, alone or joined with it."""
    while verb.dep == "conj":
        verb = parse.tokens[verb.head]
    return verb.dep == "ROOT"


def _is_at_home(span: Span, reading: Reading, place: MentionPlace) -> bool:
    """Tell whether who speaks goes by no other country than a place's."""
    inside = (t for t in reading.toponyms if span.covers(t.span))
    return all(t.country in (None, place.country) for t in inside)


def _spoken(parse: Parse, trigger: Token) -> Iterator[Token]:
    """Yield the verb of what was said, that of saying above it, and those that the same person did before."""
    at = trigger
    yield at
    while True:
        above = parse.tokens[at.head]
        told = at.dep == "ccomp" and above.lemma in _WORDS.places.telling
        told = told or _is_said_along(parse, at)
        subjects = parse.kids(at.i, "nsubj", "nsubjpass")
        joined = at.dep == "conj" and above.pos == "VERB" and all(t.pos == "PRON" for t in subjects)
        if not (told or joined) or above.i == at.i:
            return
        at = above
        yield at


def _is_said_along(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says how somebody spoke or met others: "said in Lima, praising her", "marched in Lima, demanding"."""
    above = parse.tokens[verb.head]
    return verb.dep == "advcl" and verb.tag == "VBG" and above.lemma in _SPEAKING | _WORDS.places.presence


def _is_listening(parse: Parse, noun: Token, verb: Token) -> bool:
    """Tell whether a noun is who is told: "told reporters in Lima"."""
    return verb.lemma in _WORDS.places.telling and noun.head == verb.i and noun.dep in ("dobj", "dative")


def _is_occasion(parse: Parse, noun: Token, verb: Token) -> bool:
    """Tell whether a noun is an occasion at which a verb is: "accused them at a news conference in Lima"."""
    link, named = parse.tokens[noun.head], noun.lemma in _OCCASIONS
    if noun.dep != "pobj" or not named or link.lower not in _AT:
        return False
    who = parse.tokens[link.head]  # "the minister, on a visit to Lima, thanked them"
    return link.head == verb.i or (who.dep == "nsubj" and who.head == verb.i and noun.lemma in _WORDS.places.visits)
