"""The days that a report gives its happenings: what "the eve of the march" counts from while the text is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from dateline.records import Parse, Token
from dateline.reference.times import TimeGrammar, akin

_REACH = 200  # sentences with a day in which a happening is looked for


@dataclass(slots=True)
class EventDays:
    """The days that the sentences so far name, those on which they say that something ends, and those of happenings by noun.

    vague: sentences that name a longer time, and no day so far.
    """

    parse: Parse
    grammar: TimeGrammar
    days: dict[int, date] = field(default_factory=dict)
    ends: dict[int, date] = field(default_factory=dict)
    known: dict[str, date] = field(default_factory=dict)
    vague: list[int] = field(default_factory=list)

    def note(self, sentence: int, day: date, verb: Token | None) -> None:
        """Keep a day that a sentence names: the first, and the one that something ends on."""
        if verb is not None and verb.lemma in self.grammar.words["ending_words"]:
            self.ends.setdefault(sentence, day)
        else:
            self.days.setdefault(sentence, day)

    def note_vague(self, sentence: int) -> None:
        """Keep that a sentence names a month or year."""
        if sentence not in self.days:
            self.vague.append(sentence)

    def find(self, noun: str, after: bool, offset: int) -> date | None:
        """Return the day of the happening that a noun names before a place in the text, None when no sentence tells.

        after: its last day, where one is told.
        """
        noun = noun.lower()
        if noun in self.known:
            return self.known[noun]
        for days in (self.ends, self.days) if after else (self.days,):
            for sentence in islice(reversed(days), _REACH):
                if any(akin(t.lemma, t.pos, noun) for t in self._tokens(sentence, offset)):
                    return days[sentence]
        words = self.grammar.event_words.get(noun, frozenset())
        told = (s for s in islice(self.days, _REACH) if self._tells(s, offset, words))
        first = next(told, None)  # the first to tell of it: the report's lead
        if first is None or any(s > first and self._tells(s, offset, words) for s in self.vague[-_REACH:]):
            return None  # "... in January a court fined him": another, whose day is not told
        return self.days[first]

    def _tells(self, sentence: int, offset: int, words: frozenset[str]) -> bool:
        return any(t.lemma in words for t in self._tokens(sentence, offset))

    def _tokens(self, sentence: int, offset: int) -> list[Token]:
        first, last = self.parse.sentences[sentence]
        return [t for t in self.parse.tokens[first:last] if t.start < offset]
