"""The times of a reading as its events see them: in which clause each stands, and where the outlet's narrative is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeGuard

from msgspec.structs import replace as with_fields

from dateline.records import Parse, Reading, Time, Token, Voice, voice_at
from dateline.reference.entries import entry_heads
from dateline.reference.times import TimeGrammar, dates_the_line, puts_off, said_verb
from dateline.resolve.clauses import VERBS, clause_verb, in_modifier

WITHIN_DAY = ("day", "part-of-day", "hour", "minute")
_LONGEST_HEADLINE, _STOPS = 150, frozenset('.!?:;,"”’)')
FOREGROUND_DAYS = 31  # an older day is background: it ends with its paragraph


@dataclass(frozen=True, slots=True)
class Stated:
    """A time of the reading and where it stands in the grammar.

    index: in `reading.times`. verb: the verb of its clause; lead: the word before it, in lower case.
    reported: it says when something was said; background: it stands in a noun's clause; stamp: it heads a liveblog's entry;
    dateline: it is the date of writing; counted: it is told by another happening, so a plain date beside it goes before.
    """

    index: int
    time: Time
    voice: Voice
    head: Token
    verb: Token | None
    lead: str
    reported: bool
    background: bool
    stamp: bool
    dateline: bool
    counted: bool = False


class Told:
    """All times of a reading by sentence, and the outlet's narrative in text order."""

    def __init__(self, reading: Reading, grammar: TimeGrammar) -> None:
        self.reading, self.grammar = reading, grammar
        self.parse: Parse = reading.grammar()
        self.text = reading.report.text
        self._lines = [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]
        self._sentences: dict[int, list[Stated]] = {}
        for i, time in enumerate(reading.times):
            stated = self._stated(i, time)
            if stated is not None:
                self._sentences.setdefault(stated.head.sentence, []).append(stated)
        for row in self._sentences.values():
            row[:] = self._given_out(self._joined(row))
        everything = sorted((s for row in self._sentences.values() for s in row), key=lambda s: s.index)
        self._dated = [s for s in everything if s.time.from_ is not None and not s.dateline]
        outlet = [s for s in everything if s.voice.kind == "outlet" and s.time.from_ is not None]
        self._narrated = [s for s in outlet if self._is_told(s)]
        self._days = [s for s in self._narrated if is_day(s.time)]
        self._said = [s for s in outlet if s.reported and is_day(s.time)]
        self._stamps = {s.time.span.start: s for s in outlet if s.stamp}
        heads = entry_heads(self.text)
        self._entries = {self.line(s.time.span.start): s for s in outlet if any(h.covers(s.time.span) for h in heads)}

    def in_sentence(self, sentence: int, voice: str) -> list[Stated]:
        """Return the times of a sentence that a voice names, in order."""
        return [s for s in self._sentences.get(sentence, ()) if s.voice.id == voice]

    def dated(self) -> list[Stated]:
        """Return all times with a known beginning but the date of writing, in text order, whoever names them."""
        return self._dated

    def narrative(self, offset: int, beyond: bool = True) -> Stated | None:
        """Return where the outlet's narrative is: at a time told in the paragraph, its stamp, or the latest foreground day.

        beyond: also look before the paragraph.
        """
        line = self.line(offset)
        here = _latest(self._narrated, offset)
        if here is not None and here.time.span.start >= line and not here.stamp:
            return here
        day = _latest(self._days, offset) if beyond else None
        return self._stamps.get(line) or (day if day is not None and self._is_foreground(day) else None)

    def recent(self) -> Iterator[Stated]:
        """Yield the foreground days that the outlet's narrative goes to."""
        return (s for s in self._days if self._is_foreground(s))

    def said(self, offset: int) -> Stated | None:
        """Return when something was last said in this paragraph."""
        said = _latest(self._said, offset)
        return said if said is not None and said.time.span.start >= self.line(offset) else None

    def stamp(self, offset: int) -> Stated | None:
        """Return the clock time that heads the paragraph, as in a liveblog."""
        return self._stamps.get(self.line(offset))

    def entry(self, offset: int) -> Stated | None:
        """Return the date that opens the paragraph, where the text is a chronology."""
        return self._entries.get(self.line(offset))

    def line(self, offset: int) -> int:
        """Return where the line of a place in the text begins."""
        return self._lines[bisect_right(self._lines, offset) - 1]

    def is_headline(self, offset: int) -> bool:
        """Tell whether a place stands in a headline: a line above others that no full stop ends."""
        start = self.line(offset)
        end = self.text.find("\n", offset)
        return 0 < end - start <= _LONGEST_HEADLINE and self.text[:end].rstrip()[-1:] not in _STOPS

    def before_in_voice(self, voice: Voice, offset: int) -> Stated | None:
        """Return the latest day that a voice has named before a place in the text, where it tells and not only reports."""
        first = self.parse.at(voice.span.start)
        last = self.parse.at(offset)
        if first is None or last is None:
            return None
        for sentence in range(last.sentence, first.sentence - 1, -1):
            for s in reversed(self.in_sentence(sentence, voice.id)):
                if s.time.span.end <= offset and is_day(s.time):
                    return None if s.background or s.reported else s
        return None

    def _joined(self, row: list[Stated]) -> list[Stated]:
        """Give both ends of a range the whole ("from Tuesday to Friday", "2-4 May")."""
        out = list(row)
        for i, (first, last) in enumerate(pairwise(row)):
            start, end = first.time.from_, last.time.to
            if start is not None and end is not None and start < end and self._is_range(first, last):
                precision = first.time.precision if first.time.from_ == last.time.from_ else "range"
                whole = {"from_": start, "to": end, "precision": precision}
                out[i] = replace(first, time=with_fields(first.time, **whole), lead="")
                out[i + 1] = replace(last, time=with_fields(last.time, **whole), lead="")
        return out

    def _is_range(self, first: Stated, last: Stated) -> bool:
        """Tell whether two times are the ends of one: "from Tuesday to Friday", not "moved the vote from Tuesday to Friday"."""
        between = self.text[first.time.span.end : last.time.span.start].strip().lower()
        if first.lead == "to" or first.voice is not last.voice:
            return False
        if first.lead == "from" and first.verb is not None and puts_off(self.parse, first.verb, self.grammar):
            return False
        return between in self.grammar.words["range_words"] or (between == "and" and first.lead == "between")

    def _given_out(self, row: list[Stated]) -> list[Stated]:
        """Give the later of two times of one verb to the act named between them ("on Monday accused X of doing it on Sunday")."""
        out = list(row)
        for i, late in enumerate(row):
            verb = late.verb
            before = [s for s in row[:i] if s.verb is not None and verb is not None and s.verb.i == verb.i]
            if verb is None or not before or late.time.from_ is None:
                continue
            acts = [t for t in self._acts_below(verb) if before[-1].head.i < t.i < late.head.i]
            if acts and verb.i < acts[-1].i:
                out[i] = replace(late, verb=acts[-1])
        return out

    def _acts_below(self, verb: Token) -> list[Token]:
        """Return the verbs that complete a verb, in text order ("accused them of shelling")."""
        below = [self.parse.tokens[i] for i in self.parse.subtree(verb.i)]
        return [t for t in below if t.pos in VERBS and t.dep in ("pcomp", "xcomp") and self._completes(t, verb)]

    def _completes(self, act: Token, verb: Token) -> bool:
        above = next((t for t in self.parse.ancestors(act.i) if t.pos in VERBS), None)
        return above is not None and above.i == verb.i

    def _stated(self, index: int, time: Time) -> Stated | None:
        head = self.parse.head_of(time.span)
        if head is None:
            return None
        verb = clause_verb(self.parse, head)
        verb = verb and (said_verb(self.parse, verb, time.span.start) or self._relative(head, verb) or verb)
        verb = verb and (self._bidding(head, time, verb) or verb)
        words = self.text[max(0, time.span.start - 20) : time.span.start].split()
        return Stated(
            index=index,
            time=time,
            voice=voice_at(self.reading.voices, time.span.start),
            head=head,
            verb=verb,
            lead=words[-1].lower() if words else "",
            reported=self._is_reported(head, verb),
            background=verb is not None and in_modifier(self.parse, verb),
            stamp=time.precision == "minute"
            and time.span.start == self.line(time.span.start)
            and time.text[0].isdigit(),
            dateline=dates_the_line(self.text, time.span),
            counted=time.anchor == "event",
        )

    def _relative(self, head: Token, verb: Token) -> Token | None:
        """Return the verb of the subject's relative clause that a time closes ("men who fled on Sunday gave up").

        The parser hangs such a time on the main verb behind it. Behind the main verb's auxiliary it is that verb's
        ("a group known as the Column had on Sunday freed them").
        """
        for subject in self.parse.kids(verb.i, "nsubj", "nsubjpass"):
            for clause in self.parse.kids(subject.i, "relcl", "acl"):
                between = self.parse.tokens[clause.i + 1 : head.i]
                parted = any(t.text in ",;–—" or (t.dep == "aux" and t.head == verb.i) for t in between)
                if clause.i < head.i < verb.i and not parted:
                    return clause
        return None

    def _bidding(self, head: Token, time: Time, verb: Token) -> Token | None:
        """Return the verb of asking or ordering that a day gone by belongs to, which closes what was asked.

        "Gave the envoy 48 hours to leave on Friday", told on Monday: the parser hangs it on "leave".
        """
        published = self.reading.report.published
        purpose = verb.tag == "VB" and any(t.tag == "TO" for t in self.parse.kids(verb.i, "aux"))
        above = next((t for t in self.parse.ancestors(verb.i) if t.pos in VERBS), None)
        if not purpose or above is None or verb.i > head.i or published is None or time.from_ is None:
            return None
        today = time.from_ == published and not self.grammar.value("weekday", time.text)
        bids = above.tag == "VBD" and above.lemma in self.grammar.words["bidding_words"]
        return above if bids and time.from_ <= published and not today else None

    def _is_reported(self, head: Token, verb: Token | None) -> bool:
        """Tell whether a time says when something was said: it hangs on a verb or noun of speech."""
        words = self.grammar.words["reporting"]
        noun = next((t for t in self.parse.ancestors(head.i) if t.pos in ("NOUN", "PROPN", *VERBS)), None)
        return (verb is not None and verb.lemma in words) or (
            noun is not None and noun.pos == "NOUN" and noun.lemma in words
        )

    def _is_told(self, stated: Stated) -> bool:
        """Tell whether the narrative goes to a time: told of in a main clause, not yet to come, no end or beginning."""
        published, verb = self.reading.report.published, stated.verb
        future = verb is not None and any(t.tag == "MD" for t in self.parse.kids(verb.i, "aux"))
        owner = self.parse.tokens[stated.head.head]
        if stated.head.dep == "poss" and owner.dep not in ("nsubj", "nsubjpass", "ROOT"):
            return False  # "a recount of Saturday's vote"
        aside = stated.reported or stated.background or stated.dateline or future
        words, clock = self.grammar.words, stated.time.type == "TIME"
        if aside or stated.lead in words["background_leads"] - (words["near_leads"] if clock else set()):
            return False  # "before the vote", not "before dawn on Friday"
        return published is None or stated.time.from_ is None or stated.time.from_ <= published

    def _is_foreground(self, stated: Stated) -> bool:
        published, day = self.reading.report.published, stated.time.from_
        return published is None or day is None or (published - day).days <= FOREGROUND_DAYS


def _latest(stated: list[Stated], offset: int) -> Stated | None:
    """Return the last of times in text order that begins before a place in the text."""
    i = bisect_left(stated, offset, key=lambda s: s.time.span.start)
    return stated[i - 1] if i else None


def is_day(time: Time | None) -> TypeGuard[Time]:
    """Tell whether a time is known to the day."""
    return time is not None and time.from_ is not None and time.precision in WITHIN_DAY
