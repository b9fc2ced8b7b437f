"""Who takes part in a happening by what is told around it, where its own clause leaves a main role open.

"Officers detained 11 people, and all were released by night": who frees is who held them. "Youths pelted the hall; police used
tear gas": who is dispersed is the crowd told of. Such arguments are `inherited`: their words stand with another clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dateline.code.bearers import PEOPLE, kinds, note_places
from dateline.code.phrases import phrase_span
from dateline.records import Argument, EventMention, Parse, Reading, Token
from dateline.reference.codebook import Codebook, load_codebook

_BY_FORCE = ("arrest", "crowd-control", "raid")
_HOLDING = (("COERCE", "arrest"), ("ASSAULT", "abduction"))
_DOERS = {"ASSAULT": "perpetrator"}
_ORDER = frozenset(("police",))
_FORCES = frozenset(("police", "force"))
_ACTING = ("nsubj", "agent")
_BACK = 2  # sentences


class FillRoles:
    """Fills open main roles from the clauses and sentences around; takes away what a bare figure does not say."""

    needs = ("events", "parse", "attributions", "toponyms")
    adds = ("events",)

    def __init__(self, codebook: Codebook | None = None) -> None:
        self.codebook = codebook or load_codebook()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with roles filled."""
        if not reading.events:
            return reading
        around = _Around(reading, self.codebook)
        return replace(reading, events=tuple(around.filled(mention) for mention in reading.events))


class _Around:
    """The clauses and happenings around each mention of one report."""

    def __init__(self, reading: Reading, codebook: Codebook) -> None:
        self.reading, self.codebook = reading, codebook
        self.parse: Parse = reading.grammar()
        note_places(self.parse, reading.toponyms)
        self.heads = {m.id: self.parse.head_of(m.trigger.span) for m in reading.events}

    def filled(self, mention: EventMention) -> EventMention:
        """Return the mention with its open roles filled as far as the text around tells."""
        head = self.heads[mention.id]
        if head is None:
            return mention
        mention = _without_unsaid(mention)
        for role, find in (("doer", self._doer), ("other", self._dispersed)):
            name = _DOERS.get(mention.type, "actor") if role == "doer" else "recipient"
            if any(a.role == name for a in mention.arguments):
                continue
            taken = [a.span for a in mention.arguments]
            found = [s for s in find(mention, head) if not any(s.overlaps(t) for t in taken)]
            if found:
                more = (Argument(role=name, span=s, text=s.of(self.reading.report.text), basis="inherited") for s in found)
                mention = replace(mention, arguments=(*mention.arguments, *more))
        return mention

    def _doer(self, mention: EventMention, head: Token) -> list:
        kind = (mention.type, mention.mode)
        if kind == ("RETREAT", "release"):
            return self._captors(mention, head)
        if mention.type == "COERCE" and mention.mode in _BY_FORCE:
            return self._force_of_order(mention, head)
        if mention.type in ("ASSAULT", "COERCE") and mention.status == "denied":
            return self._denier(mention)
        return []

    def _captors(self, mention: EventMention, head: Token) -> list:
        """Who holds somebody lets him go."""
        for other in self._before(mention, head, _BACK):
            if (other.type, other.mode) in _HOLDING and other.status != "denied":
                doer = _DOERS.get(other.type, "actor")
                return [a.span for a in other.arguments if a.role == doer]
        return []

    def _force_of_order(self, mention: EventMention, head: Token) -> list:
        first, last = self.parse.sentences[head.sentence]
        here = [t for t in self.parse.tokens[first:last] if self._acts(t) and kinds(self.parse, t, self.codebook) & _FORCES]
        if here:
            return [phrase_span(self.parse, min(here, key=lambda t: abs(t.i - head.i)))]
        for other in self._before(mention, head, _BACK):
            if other.type in ("COERCE", "ASSAULT", "PROTEST"):
                doer = _DOERS.get(other.type, "actor")
                found = [a.span for a in other.arguments if a.role == doer and self._is(a, _FORCES)]
                if found:
                    return found[:1]
        first = self.parse.sentences[max(0, head.sentence - 1)][0]
        last = self.parse.sentences[head.sentence][0]
        there = [t for t in self.parse.tokens[first:last] if self._acts(t) and kinds(self.parse, t, self.codebook) & _ORDER]
        return [phrase_span(self.parse, t) for t in there[-1:]]

    def _denier(self, mention: EventMention) -> list:
        said = self.reading.attributions[mention.attribution] if mention.attribution is not None else None
        if said is None or said.source is None or said.commitment != "deny":
            return []
        head = self.parse.head_of(said.source.span)
        return [said.source.span] if head is not None and kinds(self.parse, head, self.codebook) & _FORCES else []

    def _dispersed(self, mention: EventMention, head: Token) -> list:
        """Return the crowd told of beside those who disperse it."""
        if (mention.type, mention.mode) != ("COERCE", "crowd-control"):
            return []
        for other in self._before(mention, head, _BACK, True):
            if other.type in ("PROTEST", "GATHER"):
                found = [a.span for a in other.arguments if a.role == "actor" and self._is(a, PEOPLE)]
                if found:
                    return found
        return []

    def _before(self, mention: EventMention, head: Token, back: int, after: bool = False) -> Iterator[EventMention]:
        rows = []
        for other in self.reading.events:
            word = self.heads[other.id]
            if word is None or other.id == mention.id or other.voice != mention.voice:
                continue
            if 0 <= head.sentence - word.sentence <= back and (word.i < head.i or (after and word.sentence == head.sentence)):
                rows.append((abs(head.i - word.i), other))
        yield from (other for _, other in sorted(rows, key=lambda row: row[0]))

    def _acts(self, token: Token) -> bool:
        above = self.parse.tokens[token.head]
        return token.dep == "nsubj" or (token.dep == "pobj" and above.dep == "agent")

    def _is(self, argument: Argument, wanted: frozenset[str]) -> bool:
        head = self.parse.head_of(argument.span)
        return head is not None and bool(kinds(self.parse, head, self.codebook) & wanted)


def _without_unsaid(mention: EventMention) -> EventMention:
    """A source that only gives a number of casualties does not say who did it or what was hit."""
    if mention.type != "ASSAULT" or mention.status == "denied":
        return mention
    kept = tuple(a for a in mention.arguments if a.basis != "inherited" or a.role == "victim")
    return replace(mention, arguments=kept)
