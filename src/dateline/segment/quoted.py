"""Who speaks between the marks: the cue beside a quotation, or the narrative around it.

Works on tokens rather than on dependencies wherever it can: parsers of news text often go astray at "said Roe" and at
quotations of several sentences. In order: a cue right before the marks, a cue right after them, the indirect ascription
that covers them, the quotation before in the same paragraph, the subject of the sentence before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

import msgspec
from msgspec.structs import replace

from dateline.records import Parse, Span, Token, Voice
from dateline.reference.speech import Speech
from dateline.segment.cues import cue_span
from dateline.segment.phrases import noun_phrase, subject_of, trimmed
from dateline.segment.reported import speaker_of
from dateline.segment.sayings import Saying

MARKS = "“”„‟«»‹›\"‘’‚'`"
_BLANK = MARKS + " \t\n"
_SHORT = 5  # tokens of "Mayor Jane Roe said"
_STOP = {".", "!", "?", ";", "…"}
_AFTER_WINDOW = 26
_BEFORE_WINDOW = 40
_FILL = {"ADV", "PUNCT", "CCONJ", "SCONJ", "SPACE", "PART", "AUX"}
_NAME_ENDS = {
    "in",
    "on",
    "at",
    "after",
    "during",
    "to",
    "as",
    "when",
    "while",
    "before",
    "with",
    "by",
    "from",
    "who",
    "whose",
}


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation voice and the bounds within which its cue may stand.

    span: between the marks. low, high: start and end of the paragraph, or of the voice around it.
    before: end of the quotation before it within these bounds, None when it is the first.
    above: start of the paragraph before in the same voice, None where there is none.
    """

    span: Span
    low: int
    high: int
    before: int | None = None
    above: int | None = None


class Cueing:
    """Finds speakers of quotations in one report; keeps the token offsets ready for look-up."""

    def __init__(self, text: str, parse: Parse, lexicon: Speech, indirect: Sequence[Saying]) -> None:
        self.text, self.parse, self.lexicon = text, parse, lexicon
        self.starts = [token.start for token in parse.tokens]
        self.indirect = sorted(indirect, key=lambda s: s.content.start)
        self.covering = [s.content.start for s in self.indirect]

    def speaker(self, quote: Quote, previous: Saying | None) -> Saying | None:
        """Return who says it, None when the text does not tell. previous: what was found for the quotation before."""
        return (
            self._cue_before(quote)
            or self._cue_above(quote)
            or self._cue_after(quote, previous)
            or self._cover(quote)
            or self._continued(quote, previous)
            or self._valued(quote)
            or self._sentence_before(quote)
        )

    def _saying(self, quote: Quote, source: Span, who: int | None, verb: Token | None) -> Saying:
        lemma = self._lemma(verb) if verb else None
        commitment = self.lexicon.verbs.get(lemma, "say") if lemma and lemma != "call" else "say"
        cue = cue_span(self.parse, verb, quote.span) if verb else None
        return Saying(source=source, who=who, cue=cue, content=quote.span, commitment=commitment)

    def _lemma(self, token: Token) -> str | None:
        """Return the lemma of a verb that can introduce a quotation, judged by its form alone."""
        lemma = self.lexicon.forms.get(token.lower)
        if lemma is None or lemma in self.lexicon.frames["infinitive"] or token.pos in ("PROPN", "ADJ", "DET"):
            return None
        if token.pos == "NOUN" and (lemma in self.lexicon.frames["weak"] or token.lower == lemma):
            return None
        return lemma

    def _tokens(self, start: int, end: int) -> list[Token]:
        return list(self.parse.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    # --- before the marks

    def _cue_before(self, quote: Quote) -> Saying | None:
        """Find `Roe said: "`, `Roe told them "`, `Roe added that "` and the script's `Roe: "`."""
        window = self._window_before(quote)
        if not window:
            return None
        pointed = window[-1].text in (":", ",")
        reach = 12 if window[-1].text == ":" else 7 if pointed else 4
        for token in reversed(window[-reach - 1 :]):
            if self._lemma(token):
                return self._with_subject(quote, token, window)
            if token.tag in ("VBD", "VBZ", "VBP") and token.pos == "VERB":
                break
        if window[-1].text == ":":
            return self._announced(quote, window)
        return None

    def _cue_above(self, quote: Quote) -> Saying | None:
        """Find `Roe said:` at the end of the paragraph above a quotation that opens its own."""
        if quote.above is None or quote.before is not None or self.text[quote.low : quote.span.start].strip(_BLANK):
            return None
        if self.text[quote.above : quote.low].rstrip()[-1:] != ":":
            return None
        return self._cue_before(replace(quote, low=quote.above, above=None))

    def _window_before(self, quote: Quote) -> list[Token]:
        """Return the tokens of the sentence before the opening mark, back to the quotation before it."""
        low = max(quote.low, quote.before or 0)
        end = bisect_left(self.starts, quote.span.start)
        first = max(bisect_left(self.starts, low), end - _BEFORE_WINDOW)
        window = list(self.parse.tokens[first:end])
        while window and window[-1].text in MARKS:
            window.pop()
        for n in range(len(window) - 1, -1, -1):
            if window[n].text in _STOP or window[n].text in '“”"«»':
                return window[n + 1 :]
        return window

    def _with_subject(self, quote: Quote, verb: Token, window: Sequence[Token]) -> Saying | None:
        """Return the saying of a cue before the marks, its subject by the parse or else the words before the verb."""
        head = speaker_of(self.parse, verb)
        if head is not None and head.lower in ("i", "we", "you"):
            return None
        if head is not None and head.start < quote.span.start and head.start >= quote.low:
            return self._saying(quote, noun_phrase(self.parse, head.i), head.i, verb)
        before = [t for t in window if t.i < verb.i]
        while before and before[-1].pos in _FILL:
            before.pop()
        start = next((n + 1 for n in range(len(before) - 1, -1, -1) if before[n].text in (",", ":", "-", "–", "—")), 0)
        span = trimmed(self.parse, before[start].i, before[-1].i + 1) if before[start:] else None
        if span is None:
            return None
        return self._saying(quote, span, before[-1].i, verb)

    def _announced(self, quote: Quote, window: Sequence[Token]) -> Saying | None:
        """Return the saying of `Roe: "` or of a sentence without a cue verb that ends in a colon."""
        words = [t for t in window if t.pos != "PUNCT"]
        if 0 < len(words) <= 5 and words[0].text[:1].isupper() and not any(t.pos in ("VERB", "AUX") for t in words):
            span = trimmed(self.parse, words[0].i, words[-1].i + 1)
            return self._saying(quote, span, words[-1].i, None) if span else None
        subject = self._main_subject(window[-1].sentence, quote)
        return self._saying(quote, noun_phrase(self.parse, subject.i), subject.i, None) if subject else None

    # --- after the marks

    def _cue_after(self, quote: Quote, previous: Saying | None) -> Saying | None:
        """Find `," Roe said`, `?" asked Roe, a nurse` and `," and added`."""
        window = self._window_after(quote)
        place = next((n for n, t in enumerate(window) if self._lemma(t)), None)
        if place is None or not self._same_sentence(quote, window):
            return None
        verb, between = (
            window[place],
            [t for t in window[:place] if t.text not in (",", "-", "–", "—") or t.i != window[0].i],
        )
        named = [t for t in between if t.pos not in _FILL]
        if any(t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") for t in named) and not self._relative(between):
            return None
        if named:
            return self._before_verb(quote, verb, between)
        if any(t.pos == "CCONJ" for t in between) and previous is not None and previous.source is not None:
            return self._saying(quote, previous.source, previous.who, verb)
        return self._after_verb(quote, verb, window[place + 1 :])

    def _window_after(self, quote: Quote) -> list[Token]:
        first = bisect_left(self.starts, quote.span.end)
        tokens = self.parse.tokens[first : first + _AFTER_WINDOW]
        while tokens and (
            tokens[0].text in MARKS or (tokens[0].text in (".", "…") and tokens[0].end <= quote.span.end + 1)
        ):
            tokens = tokens[1:]
        out: list[Token] = []
        for token in tokens:
            if token.start >= quote.high or token.text in _STOP or token.text in '“"«„‘':
                break
            out.append(token)
        return out

    def _same_sentence(self, quote: Quote, window: Sequence[Token]) -> bool:
        """Tell whether what follows the closing mark still belongs to the quotation's sentence."""
        last = self.text[quote.span.end - 1 : quote.span.end]
        if last == "." and 2 <= len(window) <= _SHORT and self._lemma(window[-1]) and window[-1].tag == "VBD":
            return True  # `we will rebuild.” Roe said.`, with a point where a comma belongs
        return last in ",?!—–-…;" or window[0].text == "," or window[0].text[:1].islower()

    def _relative(self, between: Sequence[Token]) -> bool:
        return any(t.lower in ("who", "whose", "which") for t in between)

    def _before_verb(self, quote: Quote, verb: Token, between: Sequence[Token]) -> Saying | None:
        first, last = between[0].i, between[-1].i + 1
        subject = subject_of(self.parse, verb.i)
        if subject is not None and first <= subject.i < last:
            return self._saying(quote, noun_phrase(self.parse, subject.i), subject.i, verb)
        kept = list(between)
        while kept and kept[0].pos in _FILL:
            kept.pop(0)
        while kept and kept[-1].pos in _FILL:
            kept.pop()
        span = trimmed(self.parse, kept[0].i, kept[-1].i + 1) if kept else None
        if span is None or kept[0].lower in ("i", "we", "you"):
            return None
        return self._saying(quote, span, self._head(kept), verb)

    def _head(self, tokens: Sequence[Token]) -> int:
        inside = {t.i for t in tokens}
        return next((t.i for t in tokens if t.head not in inside and t.pos != "PUNCT"), tokens[-1].i)

    def _after_verb(self, quote: Quote, verb: Token, rest: Sequence[Token]) -> Saying | None:
        """Return the saying of an inverted cue: the noun phrase that starts right after the verb."""
        if not rest or self._lemma(verb) == "tell" or rest[0].pos in ("PUNCT", "ADP", "SCONJ", "VERB", "ADV"):
            return None
        subject = subject_of(self.parse, verb.i)
        if subject is not None and subject.i > verb.i:
            span = noun_phrase(self.parse, subject.i)
            if span.start == rest[0].start:
                return self._saying(quote, span, subject.i, verb)
        kept: list[Token] = []
        for token in rest:
            if token.pos in ("PUNCT", "VERB", "AUX") or token.lower in _NAME_ENDS:
                break
            kept.append(token)
        span2 = trimmed(self.parse, kept[0].i, kept[-1].i + 1) if kept else None
        if span2 is None or kept[0].lower in ("i", "we", "you"):
            return None
        return self._saying(quote, span2, self._head(kept), verb)

    # --- without a cue beside the marks

    def _cover(self, quote: Quote) -> Saying | None:
        """Return the narrowest indirect ascription around a partial quotation."""
        best: Saying | None = None
        stop = bisect_right(self.covering, quote.span.start)
        for saying in self.indirect[max(0, stop - 30) : stop]:
            fits = saying.content.end >= quote.span.end - 1 and saying.content.start >= quote.low
            if fits and saying.source is not None and (best is None or len(saying.content) < len(best.content)):
                best = saying
        return self._of(quote, best) if best else None

    def carried_on(self, quote: Quote, last: tuple[Voice, Saying] | None = None) -> Saying | None:
        """Return the speaker of the paragraph above where that ends with his quotation and this one is nothing but words of his.

        last: the quotation before, with what was found of it.
        """
        if last is None or last[1].source is None or quote.above is None:
            return None
        alone = not (self.text[quote.low : quote.span.start] + self.text[quote.span.end : quote.high]).strip(
            _BLANK + "."
        )
        voice, saying = last
        if not alone or voice.span.start < quote.above or voice.span.end > quote.low:
            return None
        between = self._tokens(voice.span.end, quote.low)
        return self._of(quote, saying) if sum(t.text in _STOP for t in between) <= 1 and len(between) <= 40 else None

    def _valued(self, quote: Quote) -> Saying | None:
        """Find `Roe condemned the march as "an act of ..."`: the subject of the praise or blame around the marks."""
        token = self.parse.at(quote.span.start)
        for verb in islice(self.parse.ancestors(token.i), 20) if token else ():
            if verb.start < quote.low or verb.i >= (token.i if token else 0):
                continue
            if verb.lemma in self.lexicon.frames["evaluation"] or self._lemma(verb):
                subject = subject_of(self.parse, verb.i)
                if subject is None or subject.start >= quote.span.start or subject.lower in ("i", "we", "you", "it"):
                    return None
                return self._saying(quote, noun_phrase(self.parse, subject.i), subject.i, verb)
        return None

    def _of(self, quote: Quote, other: Saying) -> Saying:
        return replace(other, content=quote.span)

    def _continued(self, quote: Quote, previous: Saying | None) -> Saying | None:
        """Return the speaker of the quotation before where nothing but its own cue stands between the two."""
        if previous is None or previous.source is None or quote.before is None:
            return None
        between = self._tokens(quote.before, quote.span.start)
        sentences = sum(t.text in _STOP for t in between)
        return self._of(quote, previous) if sentences <= 1 and len(between) <= 40 else None

    def _sentence_before(self, quote: Quote) -> Saying | None:
        """Return the main subject of the sentence before a quotation that stands alone, where it can speak."""
        first = bisect_left(self.starts, quote.span.start)
        k = first - 1
        while k >= 0 and self.parse.tokens[k].text in MARKS:
            k -= 1
        if k < 0 or self.parse.tokens[k].start < quote.low or self.parse.tokens[k].text not in _STOP | {":"}:
            return None
        subject = self._main_subject(self.parse.tokens[k].sentence, quote)
        if subject is None:
            return None
        return self._saying(quote, noun_phrase(self.parse, subject.i), subject.i, None)

    def _main_subject(self, sentence: int, quote: Quote) -> Token | None:
        first, last = self.parse.sentences[sentence]
        if self.parse.tokens[first].start < quote.low:
            return None
        for token in self.parse.tokens[first : min(last, first + _AFTER_WINDOW)]:
            if token.dep == "nsubj" and self.parse.tokens[token.head].dep == "ROOT" and token.start < quote.span.start:
                able = token.entity in ("PERSON", "ORG", "NORP") or token.lower in ("he", "she", "they")
                return token if able or token.lemma in self.lexicon.groups | self.lexicon.titles else None
        return None
