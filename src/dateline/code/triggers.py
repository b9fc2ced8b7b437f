"""Finds the words that tell of a happening: matches the codebook's patterns against the parse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.code.slots import POINTING, holds, near_before
from dateline.code.word_classes import other_lemmas, words_of
from dateline.records import Parse, Reading, Span, Token
from dateline.reference.beginnings import Beginning, Wanted
from dateline.reference.codebook import Codebook, Pattern
from dateline.reference.coding import coding_words

_GAP = 6  # words that "~" may stand for, as the codebook says
_TRANSPARENT = frozenset(("DET", "ADJ", "ADV", "NUM"))
_WHEN = frozenset("after because before until when while".split())
_TOPICAL = ("about", "over")  # what they govern is only spoken of
# Particles and prepositions that stand behind the object too: "drove the crowd back", "took the station off the air".
_PARTICLES = frozenset("across apart aside away back down off out over up".split())
_WORDS = coding_words()
_BEFORE = ("amod", "compound")  # "the jailed former mayor"
_SOUGHT = ("by", "for", "in", "over")
_TIMES = frozenset(("DATE", "TIME"))
_FINITE = ("VBD", "VBP", "VBZ")
_CLIMB = 5  # steps from an infinitive to the clause that it stands in
_GOING_BY = frozenset(("CONSULT", "GATHER", "MOBILIZE", "REJECT", "SUPPORT"))  # "stop by", "stand by"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A matched pattern.

    head: token that governs the matched words; tokens: indexes of the matched words; afar: what a "near" condition asks for
    stands in the sentence before.
    """

    pattern: Pattern
    head: int
    tokens: tuple[int, ...]
    afar: bool = False

    @property
    def type(self) -> str:
        """Event type."""
        return self.pattern.type

    @property
    def mode(self) -> str | None:
        """Mode of the type."""
        return self.pattern.mode

    def span(self, parse: Parse) -> Span:
        """Return the text span from the first to the last matched word, or of the head where words stand far apart."""
        first, last = parse.tokens[self.tokens[0]], parse.tokens[self.tokens[-1]]
        if self.tokens[-1] - self.tokens[0] > len(self.tokens) + 1:
            first = last = parse.tokens[self.head]
        return Span(first.start, last.end)


def find_triggers(parse: Parse, codebook: Codebook) -> list[Trigger]:
    """Return the triggers of a report in text order, one at most for each word."""
    taken: set[int] = set()
    found: list[Trigger] = []
    for trigger in sorted(_candidates(parse, codebook), key=_rank, reverse=True):
        if taken.isdisjoint(trigger.tokens):
            taken.update(trigger.tokens)
            found.append(trigger)
    return sorted(found, key=lambda t: t.tokens)


def is_frame(reading: Reading, parse: Parse, trigger: Trigger) -> bool:
    """Tell whether words only frame what is told: a post's signature, the medium of a cue ("said in a release")."""
    span = trigger.span(parse)
    signed = (v for v in reading.voices if v.kind == "post" and v.body is not None and v.span.covers(span))
    if any(v.body is not None and not v.body.covers(span) for v in signed):
        return True
    head = parse.tokens[trigger.head]
    governed = head.dep == "pobj" and parse.tokens[head.head].lower == "in"
    return governed and any(a.cue is not None and a.cue.span.covers(span) for a in reading.attributions)


def _rank(trigger: Trigger) -> tuple[object, ...]:
    return (not trigger.afar, *trigger.pattern.weight, -trigger.tokens[0])


def _candidates(parse: Parse, codebook: Codebook) -> Iterable[Trigger]:
    said = [{word for t in parse.tokens[first:last] for word in words_of(t)} for first, last in parse.sentences]
    around = [words | said[k - 1] if k else words for k, words in enumerate(said)]
    meant = [far if POINTING & near else near for near, far in zip(said, around, strict=True)]
    for token in parse.tokens:
        pos = _kind(parse, token)
        if pos is None:
            continue
        beginning = _starting_with(token, pos, codebook)
        if beginning is None:
            continue
        for wanted in beginning.possible(meant[token.sentence], around[token.sentence]):
            pattern, tokens = wanted.pattern, _match_words(parse, token, wanted)
            if tokens is None or _leads_to_a_time(parse, tokens) or _is_auxiliary(parse, tokens, wanted):
                continue
            head = _topmost(parse, tokens)
            if pos == "noun" and (_is_clause(parse, tokens) or not _stands_alone(parse, head, tokens)):
                continue
            failing = (c for c in pattern.conditions if not holds(parse, head, tokens, c, codebook))
            unmet = next(failing, None)
            if unmet is None:
                yield Trigger(pattern, head, tokens)
                if len(tokens) == 1:
                    break  # the lighter ones have this word too, and come after
            elif near_before(parse, head, unmet, codebook) and next(failing, None) is None:
                yield Trigger(pattern, head, tokens, afar=True)


def _starting_with(token: Token, pos: str, codebook: Codebook) -> Beginning | None:
    """Return the patterns that begin with the word, also where the small model got its lemma wrong."""
    found = codebook.by_first_word.get((pos, token.lemma))
    if found is None and token.tag in ("VBD", "VBN", "VBG", "VBP", "NNPS", "NNP"):
        found = next(
            (some for lemma in other_lemmas(token) if (some := codebook.by_first_word.get((pos, lemma)))), None
        )
    return found


def _kind(parse: Parse, token: Token) -> str | None:
    if token.pos in ("VERB", "AUX"):
        named = token.lemma == "accuse" or (token.tag == "VBN" and token.dep == "dobj")
        joined = token.i > 0 and parse.tokens[token.i - 1].text == "-"  # "his co-accused"
        if named and (joined or parse.kids(token.i, "det")):
            return None  # "visited the wounded", "the accused had fled"
        if (
            token.lemma in _WORDS.verbs.marking
            and token.tag == "VBN"
            and token.dep == "acl"
            and not parse.kids(token.i, "agent")
        ):
            return None  # "a man accused of theft", "attackers armed with machetes"
        if token.text == "wanted" and any(t.lower in _SOUGHT for t in parse.tokens[token.i + 1 : token.i + 2]):
            return None  # "a man wanted in connection with the killing"
        between = parse.tokens[token.i + 1 : token.head]
        describes = token.dep == "amod" and token.i < token.head and all(t.dep in _BEFORE for t in between)
        return None if describes and (token.tag != "VBN" or token.lemma in _WORDS.harm.states) else "verb"
    if token.pos in ("NOUN", "PROPN"):
        named = token.pos == "PROPN" and token.text[:1].isupper()
        body = token.entity == "ORG" and token.dep == "nsubj"  # "the Oromo Congress demanded"
        beside = parse.tokens[max(0, token.i - 1) : token.i + 2]
        month = token.text == "March" and any(t.text.rstrip("stndrh").isdigit() for t in beside)
        return None if month or (named and (body or token.entity in ("PERSON", "DATE", "WORK_OF_ART"))) else "noun"
    if token.tag != "JJ":
        return None
    counted = token.lemma == "dead" and bool(parse.kids(token.i, "nummod"))  # "by dusk, nine dead"
    return "noun" if counted or token.dep in ("compound", "amod") else None


def _is_in_another_clause(parse: Parse, first: Token, found: Token) -> bool:
    """Tell whether an infinitive's "to" hangs on a clause that the first verb only tells: "told them that he was ready to go"."""
    if found.lower != "to" or found.dep != "aux" or first.pos != "VERB":
        return False
    at = parse.tokens[parse.tokens[found.head].head]
    for _ in range(_CLIMB):
        if at.i == first.i or at.dep == "ROOT":
            return False
        if at.dep == "ccomp" and at.tag in _FINITE and parse.kids(at.i, "nsubj", "nsubjpass"):
            return parse.tokens[at.head].i == first.i
        at = parse.tokens[at.head]
    return False


def _match_words(parse: Parse, first: Token, wanted: Wanted) -> tuple[int, ...] | None:
    """Return the indexes of the words that match the pattern from `first` on, or None."""
    if not wanted.rest:
        return (first.i,)
    end = parse.sentences[first.sentence][1]
    matched = [first.i]
    at = first.i + 1
    for words, gap in zip(wanted.rest, wanted.pattern.gaps[1:], strict=True):
        hit = _next(parse, at, end, words, gap, wanted.pattern.pos == "verb")
        if hit is not None and gap and _is_in_another_clause(parse, first, parse.tokens[hit]):
            return None
        if hit is None and wanted.pattern.pos == "verb" and matched == [first.i]:
            hit = _particle(parse, first.i, words)
        if hit is None:
            return None
        matched.append(hit)
        at = hit + 1
    if parse.tokens[matched[-1]].dep == "agent" and wanted.pattern.type in _GOING_BY:
        return None  # "was stopped by the coast guard" is no visit
    return tuple(sorted(matched))


def _leads_to_a_time(parse: Parse, tokens: tuple[int, ...]) -> bool:
    """Tell whether the words end in a preposition of when it is: "a rally was called for Friday" calls for nothing.

    How long it lasts is another thing: "jailed for 30 days"; so is a deadline: "gave them until Friday to leave".
    """
    if any(parse.tokens[i].lower == "on" and _dates(parse, i) for i in tokens[1:-1]):
        return True  # "called his colleague on Friday to talk" calls on nobody
    last = parse.tokens[tokens[-1]]
    if last.lower in ("till", "until"):
        return False
    when = parse.kids(last.i, "pobj") if last.pos == "ADP" and len(tokens) > 1 else ()
    lasting = last.lower != "on"
    return bool(when) and all(t.entity in _TIMES and not (lasting and parse.kids(t.i, "nummod", "det")) for t in when)


def _dates(parse: Parse, i: int) -> bool:
    when = parse.kids(i, "pobj")
    return bool(when) and all(t.entity == "DATE" for t in when)


def _is_auxiliary(parse: Parse, tokens: tuple[int, ...], wanted: Wanted) -> bool:
    """Tell whether a state ("be ~ in ~ custody") is only what a passive verb between brings about: "was remanded in custody"."""
    first = parse.tokens[tokens[0]]
    between = first.dep == "auxpass" and tokens[0] < first.head < tokens[-1] and first.head not in tokens
    return between and any(wanted.pattern.gaps)


def _next(parse: Parse, at: int, end: int, words: frozenset[str], gap: bool, loose: bool) -> int | None:
    skipped = 0
    for token in parse.tokens[at:end]:
        attribute = token.tag == "VBN" and token.dep == "amod"  # "the banned party" tells of no ban
        source = token.lower == "according"  # "struck at noon, according to the fire service": no accord
        if not source and (token.lower in words or (token.lemma in words and not attribute)):
            return token.i
        transparent = loose and (token.pos in _TRANSPARENT or token.tag == "PRP$")
        skipped += not transparent
        if skipped > (_GAP if gap else 0) or token.text in ".;:" or (token.lower in _TOPICAL and token.dep == "prep"):
            return None  # "traded accusations over the shelling" tells of no shells
        if token.lower in _WHEN and token.dep in ("mark", "prep", "advmod"):
            return None  # "walked out of the depot after talks" left no talks
    return None


def _particle(parse: Parse, verb: int, words: frozenset[str]) -> int | None:
    """Return a particle that stands behind the object: "rounded them up"."""
    links = ("prt", "advmod", "prep") if words & _PARTICLES else ("prt",)
    behind = (t for t in parse.kids(verb, *links) if t.lower in words and t.i > verb)
    return next((t.i for t in behind if not any(o.pos == "PROPN" for o in parse.kids(t.i, "pobj"))), None)  # "off Sfax"


def _topmost(parse: Parse, tokens: tuple[int, ...]) -> int:
    if len(tokens) == 1:
        return tokens[0]
    inside = set(tokens)
    return next((i for i in tokens if parse.tokens[i].head not in inside or parse.tokens[i].head == i), tokens[0])


def _is_clause(parse: Parse, tokens: tuple[int, ...]) -> bool:
    """Tell whether the words of a noun phrase are a subject and its verb here: "rebels attacked", no "rebel attack"."""
    first = parse.tokens[tokens[0]]
    above = parse.tokens[first.head]
    if first.dep == "pobj" and any(parse.tokens[i].tag == "VBD" for i in tokens[1:]):
        return True  # "attackers armed with knives wounded four men"
    return above.i in tokens[1:] and above.tag in ("VBD", "VBP")  # "VBZ" may be a plural: "bogus calls"


def _stands_alone(parse: Parse, head: int, tokens: tuple[int, ...]) -> bool:
    """Tell whether a noun is what the phrase is about, not a modifier as in "strike committee"."""
    token = parse.tokens[head]
    if token.dep in ("compound", "amod", "nmod", "npadvmod") and token.head not in tokens:
        above = parse.tokens[token.head]
        return above.lemma in _WORDS.acts.empty_heads or above.pos not in ("NOUN", "PROPN")
    return token.dep != "poss"
