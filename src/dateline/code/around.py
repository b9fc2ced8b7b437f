"""Who takes part in a happening by what is told around it, where its own clause leaves a main role open.

"Officers detained 11 people, and all were released by night": who frees is who held them. "Youths pelted the hall; police used
tear gas": who is dispersed is the crowd told of. Words of another sentence make the argument `inherited`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.code.bearers import PEOPLE, kinds, note_places
from dateline.code.both_sides import TWO_SIDED, the_other_side
from dateline.code.phrases import phrase_span
from dateline.records import Argument, EventMention, Parse, Reading, Source, Span, Token
from dateline.reference.codebook import Codebook, load_codebook
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_BY_FORCE = ("arrest", "crowd-control", "raid", "seizure")
_BEHIND_BARS = ("beating", "sexual-violence", "torture")
_HOLDING = (("COERCE", "arrest"), ("ASSAULT", "abduction"))
_FORCEFUL = ("ASSAULT", "COERCE")
_FORCES = frozenset(("authority", "force", "lawman", "police"))
_KEEPERS = ("COP", "MIL")
_DONE = ("occurred", "ongoing")
_DOERS = {"ASSAULT": "perpetrator"}
_TO_A_COUNTERPART = ("ACCUSE", "CONCEDE", "REJECT", "REQUEST", "THREATEN")
_COMING_TOGETHER = ("GATHER", "PROTEST")
_REMEMBERING = ("commemoration", "funeral", "procession")
_POINTING = frozenset("that the these this those".split())
_OF_THEIRS = frozenset("her his other others their".split())
_WORDS, _HELD = coding_words().harm, coding_words().people.held
_BACK, _FAR_BACK = 2, 8  # sentences
_YEAR = 4  # digits


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
        own = self.parse.sentence_span(head.sentence)
        for role, spans in self._told(mention, head):
            taken = [a.span for a in mention.arguments]
            if role not in self.codebook.entry(mention.type, mention.mode).roles or role in _roles(mention):
                continue
            text = self.reading.report.text
            more = (
                Argument(role=role, span=s, text=s.of(text), basis="stated" if own.covers(s) else "inherited")
                for s in spans
                if not any(s.overlaps(t) for t in taken)
            )
            mention = replace(mention, arguments=(*mention.arguments, *more))
        return mention

    def _told(self, mention: EventMention, head: Token) -> Iterator[tuple[str, list[Span]]]:
        """Yield roles with the spans of those who are told around to have them."""
        kind = (mention.type, mention.mode)
        if mention.status == "denied":
            yield _DOERS.get(mention.type, "actor"), self._denier(mention)
        elif kind == ("RETREAT", "release"):
            yield "actor", self._captors(mention, head)
        if mention.type == "COERCE" and mention.mode in _BY_FORCE:  # also of arrests that nobody made
            yield "actor", self._force_of_order(mention, head)
        if kind == ("COERCE", "crowd-control") and mention.status in _DONE:
            yield "recipient", self._dispersed(mention, head)
        if mention.type == "GATHER" and mention.mode in _REMEMBERING:
            yield "honouree", self._remembered(mention, head)
        if mention.type in _COMING_TOGETHER:
            yield "actor", self._same_people(mention, head)
        if mention.type == "ASSAULT" and mention.mode in _BEHIND_BARS:
            yield "perpetrator", self._keepers(mention, head)
        if mention.type == "ASSAULT":
            yield from self._same_deed(mention, head)
        if mention.type == "CONSULT":
            yield from self._on_the_way_to_talks(mention, head)
            yield from self._same_talks(mention, head)
        if mention.type in TWO_SIDED:
            before = (
                m
                for m in self._beside(mention, head, back=_FAR_BACK)
                if m.trigger.span.end <= mention.trigger.span.start
            )
            yield "recipient", the_other_side(self.parse, mention, before)
        if mention.type in _TO_A_COUNTERPART:
            yield "recipient", self._counterpart(mention, head)

    def _captors(self, mention: EventMention, head: Token) -> list[Span]:
        """Return who is told to have held whom the mention sets free: in the sentence or, of people taken away, just before.

        Whom a court frees the police no longer hold: "the judge heard them at noon; they were released".
        """
        for other in self._beside(mention, head, back=0):
            if (other.type, other.mode) in _HOLDING and other.status != "denied":
                doers = _spans(other, _DOERS.get(other.type, "actor"))
                if doers:
                    return doers
        for other in self._beside(mention, head, back=_BACK) if self._goes_free(head) else ():
            taken = (other.type, other.mode) in _HOLDING and other.status != "denied"
            if taken and other.trigger.span.end <= mention.trigger.span.start and self._means(mention, other):
                return _spans(other, _DOERS.get(other.type, "actor"))
        return []

    def _keepers(self, mention: EventMention, head: Token) -> list[Span]:
        """Return who held those who come to harm in custody: "slapped at the police station", "were beaten in their cells"."""
        below = [self.parse.tokens[i] for i in self.parse.subtree(head.i)]
        cells = [t for t in below if t.lemma in _WORDS.cells]
        owners = [k for t in cells for k in self.parse.kids(t.i, "compound", "poss") if self._keeps_order(k)]
        if owners:
            return [Span(owners[0].start, owners[0].end)]
        for other in self._beside(mention, head, back=_FAR_BACK if cells else 1):
            held = (other.type, other.mode) in _HOLDING and other.status != "denied" and not _elsewhere(mention, other)
            if held and (cells or self._means(mention, other, "victim")):
                doers = _spans(other, _DOERS.get(other.type, "actor"))
                if doers:
                    return doers
        return []

    def _goes_free(self, head: Token) -> bool:
        """Tell whether a clause says that people are let go and leaves open how: no rescue, no court, no prison they leave."""
        below = self.parse.kids(head.i, "advcl", "agent")
        first = self.parse.sentences[max(0, head.sentence - 1)][0]
        if any(t.lemma in _WORDS.freeing for t in self.parse.tokens[first : self.parse.sentences[head.sentence][1]]):
            return False
        return head.pos == "VERB" and not below and not any(t.lower == "from" for t in self.parse.kids(head.i, "prep"))

    def _means(self, mention: EventMention, taken: EventMention, role: str = "recipient") -> bool:
        """Tell whether those let go are told as those who were taken: "they", "one of them", "the nuns", "his guide"."""
        freed = [t for a in mention.arguments if a.role == role if (t := self.parse.head_of(a.span)) is not None]
        held = (*_spans(taken, "victim"), *_spans(taken, "recipient"))
        victims = {t.lemma for s in held if (t := self.parse.head_of(s)) is not None}
        return bool(freed) and all(self._points_back(t, victims) for t in freed)

    def _points_back(self, token: Token, victims: set[str]) -> bool:
        below = [t for p in self.parse.kids(token.i, "prep") for t in self.parse.kids(p.i, "pobj")]
        if token.pos == "PRON" or (token.tag == "CD" and not below) or any(t.pos == "PRON" for t in below):
            return True
        marks = {t.lower for t in self.parse.kids(token.i, "det", "amod", "poss")} | {token.lower}
        known = token.lemma in victims | _HELD and bool(marks & _POINTING)
        return known or bool(marks & _OF_THEIRS)

    def _force_of_order(self, mention: EventMention, head: Token) -> list[Span]:
        """Return the police or soldiers who act in the sentence, else those who did something of the kind just before."""
        held = [t for a in mention.arguments if (t := self.parse.head_of(a.span)) is not None]
        if any(self._keeps_order(t) for t in held):
            return []  # soldiers who are arrested: by whom is not told
        first, last = self.parse.sentences[head.sentence]
        here = [t for t in self.parse.tokens[first:last] if self._acts(t) and self._keeps_order(t)]
        if here:
            return [phrase_span(self.parse, min(here, key=lambda t: abs(t.i - head.i)))]
        said = self._own_force(mention)
        if said:
            return said
        whose = [t for i in self.parse.subtree(head.i) if self._owns(t := self.parse.tokens[i])]
        if whose:  # "were put on a police bus"
            return [Span(whose[0].start, whose[0].end)]
        before_that = any(t.lower == "had" for t in self.parse.kids(head.i, "aux"))  # "He had been arrested in May."
        if (before_that and mention.attribution is None) or self._told_by_others(mention):
            return []  # a lawyer who counts arrests in a sentence of its own leaves open by whom
        for other in self._beside(mention, head, back=_FAR_BACK if mention.mode == "arrest" else _BACK):
            word = self.heads[other.id]
            near = word is not None and head.sentence - word.sentence <= _BACK
            if other.type in _FORCEFUL and not _elsewhere(mention, other) and (near or _goes_on(mention, other)):
                doer = _DOERS.get(other.type, "actor")
                heads = [(a.span, self.parse.head_of(a.span)) for a in other.arguments if a.role == doer]
                found = [span for span, t in heads if t is not None and self._keeps_order(t)]
                if found:
                    return found[:1]
        before = self.parse.sentences[max(0, head.sentence - 1)][0]
        there = [t for t in self.parse.tokens[before:first] if self._acts(t) and self._keeps_order(t)]
        return [phrase_span(self.parse, t) for t in there[-1:]]

    def _told_by_others(self, mention: EventMention) -> bool:
        """Tell whether a source that is no force of order and no mere name tells of a mention."""
        said = self.reading.attributions[mention.attribution] if mention.attribution is not None else None
        head = self.parse.head_of(said.source.span) if said is not None and said.source is not None else None
        return head is not None and head.pos == "NOUN" and not kinds(self.parse, head, self.codebook) & _FORCES

    def _own_force(self, mention: EventMention) -> list[Span]:
        """Return the force of order that a source tells of its own doing for: "Inspector Roe of the city police"."""
        said = self.reading.attributions[mention.attribution] if mention.attribution is not None else None
        words = self.parse.inside(said.source.span) if said is not None and said.source is not None else []
        found = [t for t in words if t.lemma.lower() in _WORDS.bodies and t.pos != "ADJ"]
        return [phrase_span(self.parse, found[0])] if found else []

    def _dispersed(self, mention: EventMention, head: Token) -> list[Span]:
        """Return the crowd told of beside those who disperse it."""
        for other in self._beside(mention, head, back=1):
            if other.type in ("PROTEST", "GATHER") and other.status in _DONE and not _elsewhere(mention, other):
                heads = [(a.span, self.parse.head_of(a.span)) for a in other.arguments if a.role == "actor"]
                found = [span for span, t in heads if t is not None and self._is_crowd(t)]
                if found:
                    return found
        return []

    def _remembered(self, mention: EventMention, head: Token) -> list[Span]:
        """Return who was remembered last in the voice, where the mention is no new gathering named as such ("a vigil")."""
        pointing = any(t.lower in _POINTING for t in self.parse.kids(head.i, "det"))
        if head.pos == "NOUN" and not pointing:
            return []
        for other in self._beside(mention, head, back=len(self.parse.sentences)):
            found = [a.span for a in other.arguments if a.role == "honouree"]
            if found and other.type == mention.type and other.trigger.span.end <= mention.trigger.span.start:
                return found
        return []

    def _same_people(self, mention: EventMention, head: Token) -> list[Span]:
        """Return who was told last to take part in what the mention only points back to: "the strike", "the march"."""
        if head.pos != "NOUN" or not any(t.lower in _POINTING for t in self.parse.kids(head.i, "det")):
            return []
        below = (self.parse.tokens[i] for i in self.parse.subtree(head.i))
        if any(len(t.text) == _YEAR and t.text.isdigit() for t in below):  # "the strike of 2018" was another
            return []
        for other in self._beside(mention, head, back=len(self.parse.sentences)):
            found = [a.span for a in other.arguments if a.role == "actor"]
            same = (other.type, other.mode) == (mention.type, mention.mode) and not _elsewhere(mention, other)
            if found and same and other.trigger.span.end <= mention.trigger.span.start:
                return found
        return []

    def _same_deed(self, mention: EventMention, head: Token) -> Iterator[tuple[str, list[Span]]]:
        """Yield who suffered the deed told of last where somebody is charged with it: "charged with the killing".

        Other nouns that point back ("the killing shocked the town") tell nothing new of it.
        """
        known = _roles(mention) & {"victim", "target"} or mention.status != "alleged"
        if known or head.pos != "NOUN" or not any(t.lower in _POINTING for t in self.parse.kids(head.i, "det")):
            return
        for other in self._beside(mention, head, back=_FAR_BACK):
            before = other.trigger.span.end <= mention.trigger.span.start and other.status != "denied"
            alike = other.type == mention.type and (other.mode == mention.mode or None in (other.mode, mention.mode))
            if before and alike and not _elsewhere(mention, other) and _roles(other) & {"victim", "target"}:
                yield from ((role, _spans(other, role)) for role in ("victim", "target"))
                return

    def _on_the_way_to_talks(self, mention: EventMention, head: Token) -> Iterator[tuple[str, list[Span]]]:
        """Yield who travels for talks and with whom: "flew to Oslo for talks with the rebels"."""
        above = {t.i for t in self.parse.ancestors(head.i)}
        for other in self._beside(mention, head, back=0):
            word = self.heads[other.id]
            if other.type != "CONSULT" or other.status == "denied" or word is None:
                continue
            if other.mode == "visit" and word.i in above:
                yield "actor", _spans(other, "actor")
            below = head.i in {t.i for t in self.parse.ancestors(word.i)}
            if mention.mode == "visit" and (below or set(_spans(other, "actor")) & set(_spans(mention, "actor"))):
                yield "recipient", _spans(other, "recipient")

    def _same_talks(self, mention: EventMention, head: Token) -> Iterator[tuple[str, list[Span]]]:
        """Yield the sides of the talks told of last where the mention only points back to them: "the talks ended"."""
        if head.pos != "NOUN" or not any(t.lower in _POINTING for t in self.parse.kids(head.i, "det")):
            return
        for other in self._beside(mention, head, back=_BACK):
            before = other.trigger.span.end <= mention.trigger.span.start
            if before and other.type == "CONSULT" and (other.mode != "visit" or _spans(other, "recipient")):
                yield from ((role, _spans(other, role)) for role in ("actor", "recipient"))
                return

    def _counterpart(self, mention: EventMention, head: Token) -> list[Span]:
        """Return with whom the doer has just spoken: "she met the envoy and asked for aid"."""
        while head.dep == "conj":
            head = self.parse.tokens[head.head]
            talks = [
                m for m in self._beside(mention, head, back=0) if m.type == "CONSULT" and m.status == mention.status
            ]
            for other in talks:
                word = self.heads[other.id]
                if word is not None and head.i in (word.i, *(t.i for t in self.parse.ancestors(word.i))):
                    return [a.span for a in other.arguments if a.role == "recipient"]
        return []

    def _denier(self, mention: EventMention) -> list[Span]:
        """Return the force that denies a deed whose doer it leaves out: "the police deny that anybody was struck"."""
        said = self.reading.attributions[mention.attribution] if mention.attribution is not None else None
        if mention.type not in _FORCEFUL or said is None or said.source is None or said.commitment != "deny":
            return []
        head = self.parse.head_of(said.source.span)
        if head is None:
            return []
        forces = bool(kinds(self.parse, head, self.codebook) & {"police", "force"}) or self._is_named_force(said.source)
        after = self.parse.at(said.source.span.end)
        beside = [self.parse.tokens[after.i + 1]] if after is not None and after.text == "," else []
        links = [t for t in (*self.parse.inside(said.source.span), *beside) if t.lower == "for"]
        for_whom = [t for link in links for t in self.parse.kids(link.i, "pobj")]
        named = [t for t in for_whom if self._keeps_order(t)]  # "Colonel Roe, for the army, denied"
        return [phrase_span(self.parse, t) for t in named] or ([said.source.span] if forces else [])

    def _is_named_force(self, source: Source) -> bool:
        """Tell whether a source is elsewhere told of as police or soldiers: "they", "the IDF"."""
        name = (source.name or "").split()
        body = bool(name) and name[-1].lower() in _WORDS.bodies
        told = (a for m in self.reading.events for a in m.arguments if a.name == source.name)
        return body or any(a.sector in _KEEPERS for a in told)

    def _beside(self, mention: EventMention, head: Token, back: int) -> Iterator[EventMention]:
        """Yield the other happenings of the voice, nearest first: of the sentence and of those `back` before it."""
        rows: list[tuple[int, EventMention]] = []
        for other in self.reading.events:
            word = self.heads[other.id]
            if word is None or other.id == mention.id or other.voice != mention.voice:
                continue
            if 0 <= head.sentence - word.sentence <= back:
                rows.append((abs(head.i - word.i), other))
        yield from (other for _, other in sorted(rows, key=lambda row: row[0]))

    def _acts(self, token: Token) -> bool:
        """Tell whether a word is who does what a clause tells, and no mere number of such ("two officers said")."""
        doer = token.dep == "nsubj" or (token.dep == "pobj" and self.parse.tokens[token.head].dep == "agent")
        return doer and not self.parse.kids(token.i, "nummod")

    def _owns(self, token: Token) -> bool:
        """Tell whether a word says that a van, a bus or cells are those of the police."""
        return (
            token.lower == "police" and token.dep == "compound" and self.parse.tokens[token.head].lemma in _WORDS.holds
        )

    def _keeps_order(self, token: Token) -> bool:
        """Tell whether a word means police or soldiers."""
        if token.pos not in ("NOUN", "PROPN") or token.lemma in _WORDS.ways:
            return False
        plural = token.lower.removesuffix("s") if token.pos == "PROPN" else token.lower  # "Gendarmes cleared the road"
        if {token.lemma, plural} & set(self.codebook.classes.get("police", ())):
            return True
        return roles().sector(token.lemma) in _KEEPERS

    def _is_crowd(self, token: Token) -> bool:
        return token.pos == "NOUN" and bool(kinds(self.parse, token, self.codebook) & PEOPLE)


def _spans(mention: EventMention, role: str) -> list[Span]:
    return [a.span for a in mention.arguments if a.role == role]


def _roles(mention: EventMention) -> set[str]:
    return {a.role for a in mention.arguments}


def _elsewhere(one: EventMention, other: EventMention) -> bool:
    """Tell whether two happenings are told to have been in different places."""
    a, b = one.place, other.place
    return a is not None and b is not None and a.basis == b.basis == "stated" and a.name != b.name


def _goes_on(mention: EventMention, other: EventMention) -> bool:
    """Tell whether a mention can be of the same operation as another: an act of force of the same day."""
    one, two = mention.time, other.time
    return other.type == "COERCE" and one is not None and two is not None and one.from_ == two.from_


def _without_unsaid(mention: EventMention) -> EventMention:
    """Return the mention of a bare number of casualties without who did it and what was hit: its source did not say."""
    if mention.type != "ASSAULT" or mention.status == "denied":
        return mention
    kept = tuple(a for a in mention.arguments if a.basis != "inherited" or a.role == "victim")
    return replace(mention, arguments=kept)
