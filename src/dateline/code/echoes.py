"""Echoes: words that say something new of a happening already told ("3,000 had taken part", "the army denied this").

An echo takes type and mode from the last fitting happening before it in the same voice; one that finds none, or says
nothing new, is dropped. The codebook says which words echo what (`[echo.*]`).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.code.bearers import kinds
from dateline.code.frames import complements, subjects
from dateline.code.join import Happening
from dateline.code.triggers import Trigger
from dateline.records import Argument, Attribution, Count, EventMention, Parse, Span, Time, Token
from dateline.reference.codebook import ECHO, Codebook, Echo
from dateline.reference.coding import coding_words
from dateline.reference.numbers import count_lexicon

# How many sentences back an echo can reach, and a denial.
_REACH = 3
_TELLING = ("accuse", "claim", "confirm", "say")
_REACH_OF_DENIAL = 6
_TOLD = ("occurred", "ongoing", "alleged")
_WORDS = coding_words().acts
_LATE = frozenset(("afterwards", "later", "since"))
_A_MONTH, _MONTHS = 27, 92  # days: one month at least, a quarter of a year at most
_FURTHER = frozenset(("additional", "another", "further", "more", "other"))
_WOUNDS = frozenset(("burn", "injury", "wound"))
_FORCE = ("ASSAULT", "COERCE")
_BODIES = frozenset(("force", "org", "place", "police"))
_GATHERINGS = frozenset(("GATHER", "PROTEST"))
_DOERS = frozenset(("perpetrator", "actor"))
_OF_WHAT = frozenset(("of", "for", "over", "with"))
_POINTING = frozenset(("it", "that", "this"))
_MEASURES = ("COERCE", "SANCTION")
_WRECKED = "destruction"  # what stands in ruins after an attack that is told already


def echo_of(happening: Happening, arguments: Sequence[Argument], parse: Parse, codebook: Codebook) -> Echo | None:
    """Return the echo that a happening is, or None when it stands for itself."""
    if happening.type == ECHO:
        return codebook.echoes[happening.lead.mode or ""]
    if happening.mode not in (None, _WRECKED) or any(a.role in _DOERS for a in arguments):
        return None
    lemma = parse.tokens[happening.lead.head].lemma
    if lemma in coding_words().harm.dying and not _is_late(parse, happening):
        return None
    return next((e for e in codebook.echoes.values() if lemma in e.absorbs and happening.type in e.types), None)


def sums_up(parse: Parse, happening: Happening, times: Sequence[Time]) -> bool:
    """Tell whether casualties are those of a year or more, no echo of one deed: "45 herders have been killed since 2012"."""
    verb = parse.tokens[happening.lead.head]
    return any(_lasts(parse, t) and verb.i == _verb_over(parse, t.span) for t in times)


def _lasts(parse: Parse, time: Time) -> bool:
    word = parse.head_of(time.span)
    if word is None or time.from_ is None or time.to is None:
        return False
    since = parse.tokens[word.head].lower == "since"
    return (time.to - time.from_).days > (_A_MONTH if since else _MONTHS)


def _verb_over(parse: Parse, span: Span) -> int | None:
    """Return the verb whose clause a time stands in."""
    word = parse.head_of(span)
    above = parse.ancestors(word.i) if word is not None else ()
    return next((t.i for t in above if t.pos in ("VERB", "AUX")), None)


def _is_late(parse: Parse, happening: Happening) -> bool:
    """Tell whether somebody dies of what was told before: "later died", "he died two days later", "died of her injuries"."""
    verb = happening.lead.head
    late = [*parse.kids(verb, "advmod"), *(k for t in parse.kids(verb, "npadvmod") for k in parse.kids(t.i, "advmod"))]
    causes = complements(parse, verb, "from", "of", "to")
    known = any(t.pos == "PRON" for t in parse.kids(verb, "nsubj"))
    in_bed = known and any(t.lemma in coding_words().harm.beds for t in complements(parse, verb, "at", "in"))
    if any(t.lower in _LATE for t in late) or in_bed or any(t.lemma in _WOUNDS for t in causes):
        return True
    return any(_is_further(parse, t) for t in parse.kids(verb, "nsubj")) or _is_known(parse, verb)


def _is_further(parse: Parse, noun: Token) -> bool:
    """Tell whether somebody is counted on from the dead before: "a fourth victim", "another two", "one of the wounded"."""
    number = next(iter(parse.kids(noun.i, "nummod")), noun)
    told = [*parse.kids(noun.i, "amod", "det"), *parse.kids(number.i, "amod", "det", "advmod")]
    hurt = count_lexicon().of["injured"].toll
    return any(t.lower in _FURTHER or t.entity == "ORDINAL" for t in told) or any(
        o.lower in hurt for o in complements(parse, noun.i, "of")
    )


def _is_known(parse: Parse, verb: int) -> bool:
    """Tell whether a toll is given as it is known by now: "eleven people are known to have died"."""
    return parse.tokens[verb].dep == "xcomp" and parse.tokens[parse.tokens[verb].head].lemma in ("confirm", "know")


def is_pointing(attribution: Attribution) -> bool:
    """Tell whether a denial points back at words of somebody else: ", which the army denies", "the army denied it"."""
    cue, source, said = attribution.cue, attribution.source, attribution.content.span
    if attribution.commitment != "deny" or cue is None or source is None:
        return False
    return said.end <= source.span.start and said.end <= cue.span.start


def with_denials(
    happenings: Sequence[Happening], attributions: Sequence[Attribution], parse: Parse, codebook: Codebook
) -> list[Happening]:
    """Return the happenings with one for each denial that points back and has no words of its own among them."""
    pattern = codebook.denial
    out = list(happenings)
    told = {a.content.span for a in attributions if a.commitment in _TELLING}
    for attribution in attributions:
        points = is_pointing(attribution) or _denies_charge(parse, attribution)
        head = _cue_verb(parse, attribution.cue.span) if attribution.cue and points else None
        if attribution.content.span in told:  # what is rejected is no demand but an account
            out = [h for h in out if h.type != "REJECT" or h.lead.head != head]
        taken = {i for h in out for t in h.triggers for i in t.tokens}
        if pattern is not None and head is not None and head not in taken:
            out.append(Happening((Trigger(pattern, head, (head,)),), ECHO, pattern.mode))
    return sorted(out, key=lambda h: h.lead.tokens)


def _denies_charge(parse: Parse, said: Attribution) -> bool:
    """Tell whether a denial names only that something was told: "called the charge a fantasy"."""
    words = parse.inside(said.content.span)
    definite = len(words) == 2 and words[0].lower in ("the", "this", "that", "these", "those")
    return said.commitment == "deny" and said.source is not None and definite and words[1].lemma in _WORDS.charges


def _cue_verb(parse: Parse, cue: Span) -> int | None:
    """Return the head of a cue: the verb on which its other words hang."""
    return next((t.i for t in reversed(parse.tokens) if t.pos == "VERB" and cue.covers(Span(t.start, t.end))), None)


def says_of_what(parse: Parse, head: int) -> bool:
    """Tell whether a denial names what it denies ("reports that a shop burned are false"), so that it refers to nothing else."""
    objects = parse.kids(head, "nsubj", "dobj", "nsubjpass")
    nouns = [t for t in objects if t.lemma in _WORDS.charges]
    return any(_part_in(parse, t) for t in objects) or any(
        parse.kids(noun.i, "acl", "relcl", "ccomp")
        or any(p.lower in ("of", "about") for p in parse.kids(noun.i, "prep"))
        for noun in nouns
    )


def _part_in(parse: Parse, noun: Token) -> bool:
    """Tell whether the noun names a part in something: "had any part in the bombing", "denied a role in the coup"."""
    if noun.lemma not in _WORDS.parts:
        return False
    inside = [
        o for p in parse.kids(noun.i, "prep") if p.lower in ("in", "for") for o in parse.kids(p.i, "pobj", "pcomp")
    ]
    return any(o.pos != "PRON" and o.lemma not in _WORDS.vague for o in inside)


def pointed_at(denial: Attribution, told: Sequence[tuple[int, EventMention]], echo: Echo) -> EventMention | None:
    """Return the first mention in the words that a denial points at, None where there is none that it can deny."""
    return next((m for _, m in told if denial.content.span.covers(m.trigger.span) and _fits(echo, m)), None)


def referent(
    echo: Echo, at: int, told: Sequence[tuple[int, EventMention]], voices: Sequence[str]
) -> EventMention | None:
    """Return the last mention that the echo at sentence `at` can refer to.

    told: pairs of sentence index and mention, in text order. voices: ids of the voices whose mentions it can refer to.
    """
    reach = _REACH_OF_DENIAL if echo.denies or echo.negated else _REACH
    near = [m for sentence, m in reversed(told) if at - reach <= sentence <= at]
    fitting = [m for m in near if m.voice in voices and _fits(echo, m)]
    done = (m for m in fitting if m.status != "denied")  # "rebels denied it. The attack killed two men"
    return next(done, fitting[0] if fitting else None)


def since_charge(
    parse: Parse, denial: Token, told: Sequence[tuple[int, EventMention]]
) -> Sequence[tuple[int, EventMention]]:
    """Return what somebody who denies a charge can mean: what was told with and after the last charge that says of what.

    "Lawmakers accused the minister of taking bribes; he denied the allegations" denies no deed that was told before.
    """
    told = [row for row in told if not _befell(parse, denial, row[1])]
    objects = parse.kids(denial.i, "dobj", "nsubj", "nsubjpass")
    named = any(t.lemma in _WORDS.of_a_deed for t in objects)
    if not named and not any(t.lower in _POINTING for t in objects):
        return told
    charges = ((at, m) for at, m in reversed(told) if (m.type, m.mode) == ("ACCUSE", "allege"))
    at, charge = next(((at, m) for at, m in charges if m.trigger.span.start < denial.start), (0, None))
    if charge is None or not _says_of_what(parse, charge) or not (named or denial.sentence - at <= 1):
        return told
    return [row for row in told if row[1].trigger.span.start > charge.trigger.span.start]


def _befell(parse: Parse, denial: Token, mention: EventMention) -> bool:
    """Tell whether a measure is only told of who denies, by the way: "the mayor, who is under house arrest, denies it"."""
    asides = [c for t in parse.kids(denial.i, "nsubj") for c in parse.kids(t.i, "relcl")]
    inside = {i for clause in asides for i in parse.subtree(clause.i)}
    return mention.type in _MEASURES and any(t.i in inside for t in parse.inside(mention.trigger.span))


def _says_of_what(parse: Parse, charge: EventMention) -> bool:
    """Tell whether a charge names the deed: "accused them of theft", but not "blamed the army"."""
    words = parse.inside(charge.trigger.span)
    below = [t for w in words for t in (w, *parse.kids(w.i, "dobj", "nsubjpass"))]
    return any(link.lower in _OF_WHAT for t in below for link in parse.kids(t.i, "prep"))


def absorbed(
    mentions: Sequence[EventMention],
    originals: dict[str, str],
    counts: Sequence[Count],
    attributions: Sequence[Attribution] = (),
) -> list[EventMention]:
    """Let a mention take in the figures and victims that are added a sentence later.

    mentions: with their counts; originals: id of the mention that an echo refers to, by the echo's id. A source's figure,
    and with it the source, goes to what the outlet tells without one; a second figure stays a mention of its own.
    Source: RECORD contract, coding conventions ("two sources with two figures ... make two mentions").
    """
    kept = {m.id: m for m in mentions}
    without_figures = {m.id for m in mentions if not m.counts}
    for echo in mentions:
        original = kept.get(originals.get(echo.id, ""))
        if original is None or echo.status == "denied":
            continue
        sources = {_source(attributions, m.attribution) for m in (echo, original)}
        if len(sources) > 1 and (original.id not in without_figures or None not in sources):
            continue
        if {counts[k].of for k in original.counts} & {counts[k].of for k in echo.counts}:
            continue
        roles = {a.role for a in original.arguments}
        more = tuple(a for a in echo.arguments if a.role not in roles and a.basis == "stated")
        both = original.counts + echo.counts
        kept[original.id] = replace(
            original,
            attribution=original.attribution if original.attribution is not None else echo.attribution,
            arguments=original.arguments + more,
            counts=both,
        )
        del kept[echo.id]
    return list(kept.values())


def _source(attributions: Sequence[Attribution], k: int | None) -> str | int | None:
    """Return who speaks in an attribution, its place where the text hides him."""
    source = attributions[k].source if k is not None and k < len(attributions) else None
    return (source.name or source.text) if source is not None else k


def accused(parse: Parse, head: int, mention: EventMention, codebook: Codebook) -> tuple[Token, ...]:
    """Return whom a denial clears of a deed of force: who denies a part in it, else the body that denies what names no doer.

    "France denied any role in it", "the rebels had no hand in it"; "a trader says he was beaten, which the police deny".
    """
    if mention.type not in _FORCE:
        return ()
    verb = parse.tokens[head]
    part = verb.lemma in _WORDS.taking_part or any(t.lemma in _WORDS.parts for t in parse.kids(head, "dobj"))
    if not part and any(a.role in _DOERS for a in mention.arguments):
        return ()
    found = [t for t in subjects(parse, head) if t.pos != "PRON" or part]
    return tuple(t for t in found if part or kinds(parse, t, codebook) & _BODIES)


def _fits(echo: Echo, mention: EventMention) -> bool:
    if mention.type not in echo.types or mention.mode in echo.modes_not:
        return False
    if echo.modes and mention.mode not in echo.modes:
        return False
    return not (echo.denies or echo.negated) or mention.status in _TOLD


def as_referent(mention: EventMention, original: EventMention, echo: Echo) -> EventMention:
    """Return the echo's mention with type, mode and open roles of what it refers to.

    A denial has all roles from there; one that tells in words of its own what was not done ("no guard was hit") has those only.
    """
    unresolved = {k: v for k, v in mention.unresolved.items() if k != "mode"}
    if original.mode is None:
        unresolved["mode"] = "no-mode"
    made = replace(mention, type=original.type, mode=original.mode, unresolved=unresolved)
    if echo.negated and made.arguments:
        return replace(made, status="denied")
    if echo.denies or echo.negated:
        made = replace(made, status="denied", arguments=())
    elif made.status == "alleged" and made.type in _GATHERINGS:
        made = replace(made, status=original.status)  # who claims that 3,000 came doubts a number, not the march
    roles = {a.role for a in made.arguments}
    more = tuple(replace(a, basis="inherited") for a in original.arguments if a.role not in roles)
    return replace(made, arguments=made.arguments + more)
