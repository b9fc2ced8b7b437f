"""Stances: praise and blame, support and refusal, what somebody is called, what seems so to nobody in particular.

What follows such a word is somebody's view of a thing, though nothing need have been said. The frames are data: verbs
with an object, with a preposition, with an infinitive or with a name for the thing ("described it as a farce"), adjectives
of the mind ("wary of"), and verbs that hide whose view it is ("seems", "it is unclear whether").
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.records import Parse, Span, Token
from dateline.reference.speech import Speech, Stances
from dateline.segment.cues import cue_span
from dateline.segment.phrases import clause, edges, noun_phrase, relative_subject, subject_of, trimmed
from dateline.segment.sayings import OWN, Saying
from dateline.segment.tallies import is_figure

Frame = Callable[[Parse, Token, Stances], Span | None]
_CLAUSAL = ("ccomp", "xcomp", "advcl")
_KNOWN = frozenset(("clear", "known", "plain", "public"))
_NOTHING = {"it", "this", "that", "these", "those", "itself", "himself", "herself", "themselves", "themself"}
# verbs that give a figure as well as a view: "spoke of 900", "admits to 31"
_FIGURES = frozenset(("admit", "boast", "deplore", "insist", "lament", "mourn", "regret", "speak", "talk", "tell"))

_WITNESSES = frozenset(("speak", "talk", "tell"))


def stance(parse: Parse, token: Token, lexicon: Speech) -> Saying | None:
    """Return the stance that a verb or an adjective of the mind expresses, None where it expresses none."""
    if token.pos == "VERB" or (token.tag.startswith("VB") and token.pos != "AUX"):
        return _of_verb(parse, token, lexicon.stances)
    if token.pos in ("ADJ", "VERB") and token.dep in ("acomp", "amod", "ROOT", "conj", "oprd"):
        return _of_adjective(parse, token, lexicon.stances)
    return None


def _of_verb(parse: Parse, verb: Token, stances: Stances) -> Saying | None:
    if any(aux.lower == "to" for aux in parse.kids(verb.i, "aux")):
        return None  # "to praise the deal" is an aim, nobody's view yet
    if verb.lemma in stances.seeming:
        return _seeming(parse, verb)
    if (known := _made_known(parse, verb)) is not None:
        who = subject_of(parse, verb.i)
        return _saying(parse, verb, who, known, "say") if who is not None and who.lower not in OWN else None
    content = next((found for frame in _FRAMES if (found := frame(parse, verb, stances))), None)
    if content is None:
        return None
    if _is_passive(parse, verb):
        agent = next((t for by in parse.kids(verb.i, "agent") for t in parse.kids(by.i, "pobj")), None)
        return _saying(parse, verb, agent, content)
    who = subject_of(parse, verb.i)
    if who is None or who.lower in OWN or who.dep == "expl":
        return None
    return _saying(parse, verb, who, content, _commitment(parse, verb, content))


def _commitment(parse: Parse, verb: Token, content: Span) -> str:
    """Return what a verb tells besides its stance: a figure ("spoke of nine dead"), a sight, or what is owned up to."""
    if verb.lemma in ("admit", "confess"):
        return "confirm"
    thing = parse.head_of(content) if verb.lemma in _FIGURES else None
    if thing is None:
        return "stance"
    seen = verb.lemma in _WITNESSES and bool(parse.kids(thing.i, "acl"))
    return "say" if seen or is_figure(parse, thing) else "stance"


def _is_passive(parse: Parse, verb: Token) -> bool:
    return bool(parse.kids(verb.i, "auxpass", "nsubjpass"))


def _saying(parse: Parse, cue: Token, who: Token | None, content: Span, commitment: str = "stance") -> Saying | None:
    """Return the saying, None where its source would stand inside its content."""
    if who is not None and content.start <= who.start < content.end:
        return None
    pronoun = relative_subject(parse, cue) if who is not None else None
    head = pronoun or who
    return Saying(
        source=_source(parse, head, pronoun),
        who=head.i if head else None,
        stands_for=who.i if pronoun and who else None,
        cue=cue_span(parse, cue, content),
        content=content,
        commitment=commitment,
    )


def _source(parse: Parse, head: Token | None, pronoun: Token | None) -> Span | None:
    if pronoun is not None:
        return Span(pronoun.start, pronoun.end)
    return noun_phrase(parse, head.i) if head is not None else None


# --- what a verb frames


def _made_known(parse: Parse, verb: Token) -> Span | None:
    """Return what is told in "made it clear that no shot was fired", "has made known that he will go"."""
    if verb.lemma != "make" or not any(
        t.lower in _KNOWN for t in parse.kids(verb.i, "ccomp", "oprd", "acomp", "xcomp")
    ):
        return None
    known = next(t for t in parse.kids(verb.i, "ccomp", "oprd", "acomp", "xcomp") if t.lower in _KNOWN)
    clauses = [*parse.kids(known.i, "advcl", "ccomp", "acl"), *parse.kids(verb.i, "ccomp", "advcl")]
    told = next((t for t in clauses if t.i > known.i and any(m.lower == "that" for m in parse.kids(t.i, "mark"))), None)
    return clause(parse, told.i) if told is not None else None


def _named(parse: Parse, verb: Token, stances: Stances) -> Span | None:
    """Return thing and name in "called the vote a farce", "described the vote as a farce"."""
    if verb.lemma not in stances.naming or verb.dep == "amod":
        return None
    things = parse.kids(verb.i, "dobj", "nsubjpass")
    names = parse.kids(verb.i, "oprd", "ccomp", "xcomp") if verb.lemma in stances.bare_naming else []
    names += [p for p in parse.kids(verb.i, "prep") if p.lower == "as"]
    if not things and not (names and names[0].dep == "ccomp"):
        return None
    after = [edges(parse, token.i) for token in (*things, *names) if token.i > verb.i]
    if not names or not after:
        return None
    return trimmed(parse, min(e[0] for e in after), max(e[1] for e in after))


def _object(parse: Parse, verb: Token, stances: Stances) -> Span | None:
    """Return the thing in "praised the deal", with its reason in "praised him for the deal"."""
    if verb.lemma not in stances.object:
        return None
    things = parse.kids(verb.i, "dobj", "nsubjpass")
    if not things or things[0].lower in _NOTHING or things[0].tag in ("WP", "WDT"):
        return None
    if things[0].i < verb.i:
        return clause(parse, things[0].i)
    first, last = edges(parse, things[0].i)
    reasons = [p for p in parse.kids(verb.i, "prep") if p.i >= last and p.lower in ("for", "as", "over")]
    return trimmed(parse, first, max([last, *(edges(parse, p.i)[1] for p in reasons)]))


def _governed(parse: Parse, verb: Token, stances: Stances) -> Span | None:
    """Return what the preposition leads into in "spoke about the vote", "objected to the vote"."""
    prepositions = stances.preposition.get(verb.lemma, frozenset())
    for prep in parse.kids(verb.i, "prep"):
        if prep.lower in prepositions and prep.i > verb.i:
            for thing in parse.kids(prep.i, "pobj", "pcomp"):
                return None if thing.lower in _NOTHING else _with_more(parse, prep, thing)
    return None


def _with_more(parse: Parse, prep: Token, thing: Token) -> Span | None:
    """Return the thing with those of the same preposition behind it: "spoke of nine dead and of seventeen arrests"."""
    more = [edges(parse, p.i)[1] for p in parse.kids(prep.i, "conj") if p.lower == prep.lower]
    first, last = edges(parse, thing.i)
    return trimmed(parse, first, max([last, *more]))


def _infinitive(parse: Parse, verb: Token, stances: Stances) -> Span | None:
    """Return the act in "refused to leave"."""
    if verb.lemma not in stances.infinitive:
        return None
    return next((clause(parse, inner.i) for inner in parse.kids(verb.i, "xcomp") if inner.i > verb.i), None)


_FRAMES: tuple[Frame, ...] = (_named, _infinitive, _object, _governed)


# --- what hides whose view it is


def _seeming(parse: Parse, verb: Token) -> Saying | None:
    """Return the whole clause of "the army appears to have left", a view without a source."""
    inner = parse.kids(verb.i, "xcomp", "oprd", "acomp", "ccomp")
    subject = next(iter(parse.kids(verb.i, "nsubj", "expl")), None)
    if not inner or subject is None or inner[0].i < verb.i:
        return None
    last = max(edges(parse, token.i)[1] for token in inner)
    first = inner[0].i if subject.lower in ("it", "there") else edges(parse, subject.i)[0]
    if subject.lower in ("it", "there"):
        first = min(edges(parse, token.i)[0] for token in inner)
    content = trimmed(parse, first, last)
    return _saying(parse, verb, None, content, "claim") if content else None


# --- adjectives


def _of_adjective(parse: Parse, adjective: Token, stances: Stances) -> Saying | None:
    """Return the stance of "is wary of talks", "it is unclear whether talks go on"."""
    copula = parse.tokens[adjective.head]
    if copula.lemma not in ("be", "remain", "seem", "feel", "sound", "become"):
        return None
    subject = subject_of(parse, copula.i)
    if adjective.lower in stances.open and subject is not None and subject.lower in ("it", "there"):
        inner = [t for i in (adjective.i, copula.i) for t in parse.kids(i, "ccomp", "advcl") if t.i > adjective.i]
        content = clause(parse, inner[0].i) if inner else None
        return _around_copula(
            parse, copula, adjective, None, content, "ask" if stances.open[adjective.lower] else "say"
        )
    if adjective.lower not in stances.adjective or subject is None or subject.lower in OWN | _NOTHING:
        return None
    inner = [t for t in parse.kids(adjective.i, *_CLAUSAL) if t.i > adjective.i]
    inner += [t for p in parse.kids(adjective.i, "prep") for t in parse.kids(p.i, "pobj", "pcomp")]
    content = clause(parse, inner[0].i) if inner else None
    return _around_copula(parse, copula, adjective, subject, content, "stance")


def _around_copula(
    parse: Parse, copula: Token, adjective: Token, who: Token | None, content: Span | None, commitment: str
) -> Saying | None:
    """Return the saying whose cue runs from the copula to the adjective and the preposition after it."""
    found = _saying(parse, copula, who, content, commitment) if content else None
    if found is None or content is None or adjective.i < copula.i or adjective.start >= content.start:
        return None
    prep = next((p for p in parse.kids(adjective.i, "prep") if p.i == adjective.i + 1), adjective)
    end = prep if prep.end <= content.start else adjective
    start = cue_span(parse, copula, content).start
    return Saying(
        source=found.source, who=found.who, stands_for=found.stands_for, cue=Span(start, end.end), content=content,
        commitment=commitment,
    )  # fmt: skip
