"""Marks loaded wording and the voice that uses it; the record's own labels stay plain.

Takes a parsed reading with voices, gives it `loaded`. Words come from the lexicon, scare quotes from the quotation marks. The
same lists serve every camp, and a word inside a quotation or a post belongs to that speaker.

Mild wordings ("gang", "generous", "melted away") are ordinary English in a sober report and judgements in a partisan one. They
are marked only in a voice that shows itself by strong ones, whatever its side.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dateline.annotate.counted import sentence_around
from dateline.records import Loaded, Parse, Reading, Span, Token, Voice, voice_at
from dateline.reference.annotating import annotating_words
from dateline.reference.lexicon import ANY, GAP, Condition, Lexicon, Wording, lexicon
from dateline.reference.speech import speech

_GAP_TOKENS = 3
_STRONG_WORDINGS = 2  # different ones that show a voice to be partisan
_MILD_WORDINGS = 3  # different ones that do so beside a single strong one
_DENSE_WORDINGS = 3  # different ones of any kind that do so in a text this short:
_DENSE_CHARS = 150  # of text for each wording, a strong one counting twice
_SCARE_TOKENS = 3  # longer quotations are somebody's words
_NAME_LABELS = frozenset({"ORG", "FAC", "LAW", "WORK_OF_ART", "EVENT", "PRODUCT", "GPE", "LOC"})
_WORDS = annotating_words().loaded
_MARKS = re.compile(
    r'“([^“”\n]{2,60})”|(?<![\w.,!?])"(?=\S)([^"\n]{2,60})(?<=\S)"(?!\w)|(?<!\w)‘([^‘’\n]{2,60})’(?!\w)|«\s?([^«»\n]{2,60}?)\s?»'
)


class MarkLoaded:
    """Marks the loaded wordings of a reading."""

    needs = ("voices", "parse")
    adds = ("loaded",)

    def __init__(self, words: Lexicon | None = None) -> None:
        self.words = words or lexicon()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with its loaded wordings, in text order, none overlapping."""
        parse, text = reading.grammar(), reading.report.text
        everyone = frozenset(voice.id for voice in reading.voices)
        begun = self._begun(parse)
        marked = list(_from_lexicon(parse, text, begun, reading.voices, everyone))
        partisan = _partisan(marked, reading.voices)
        if any(mild and mark.voice not in partisan for mark, mild in marked):
            marked = list(_from_lexicon(parse, text, begun, reading.voices, partisan))
        own = [mark for mark, _ in marked if not _is_cited(mark, reading)]
        found = [*own, *_scare_quotes(reading, parse)]
        found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        kept: list[Loaded] = []
        for mark in found:
            if not kept or kept[-1].span.end <= mark.span.start:
                kept.append(mark)
        return replace(reading, loaded=tuple(kept))

    def _begun(self, parse: Parse) -> list[tuple[Token, tuple[Wording, ...]]]:
        """Return the tokens at which wordings may begin, with those whose other words the report has."""
        said = {GAP, ANY, *(word for t in parse.tokens for word in (t.lower, t.lemma))}
        known: dict[tuple[str, str, str, str], tuple[Wording, ...]] = {}
        begun = []
        for token in parse.tokens:
            key = (token.lower, token.lemma, token.tag, token.pos)
            found = known.get(key)
            if found is None:
                found = known[key] = tuple(w for w in self._headed_by(token) if said.issuperset(w.words[1:]))
            if found:
                begun.append((token, found))
        return begun

    def _headed_by(self, token: Token) -> tuple[Wording, ...]:
        """Return the wordings that begin with the token."""
        candidates = self.words.by_first.get(token.lower, ())
        if token.lemma != token.lower:
            candidates += self.words.by_first.get(token.lemma, ())
        if token.tag == "NNPS":  # plurals in capitals keep their "s" as lemmas
            candidates += self.words.by_first.get(token.lower.removesuffix("s"), ())
        if _is_participle(token):
            candidates += tuple(w for stem in _stems(token.lower) for w in self.words.by_first.get(stem, ()))
        return candidates


def _from_lexicon(
    parse: Parse,
    text: str,
    begun: Iterable[tuple[Token, Iterable[Wording]]],
    voices: tuple[Voice, ...],
    partisan: frozenset[str],
) -> Iterator[tuple[Loaded, bool]]:
    """Yield the wordings of the lexicon, each with whether it is mild; mild ones only in the voices that are partisan.

    begun: the tokens at which wordings may begin, and these.
    """
    done = 0
    for token, candidates in begun:
        if token.i < done:
            continue
        voice = voice_at(voices, token.start).id
        match = _longest(parse, token, candidates if voice in partisan else [w for w in candidates if not w.mild])
        if match is None:
            continue
        wording, last = match
        done = last.i + 1
        span = Span(_first_of(parse, token).start, last.end)
        mark = Loaded(span=span, text=span.of(text), voice=voice, plain=wording.plain, why=wording.why)
        yield mark, wording.mild


def _longest(parse: Parse, token: Token, candidates: Iterable[Wording]) -> tuple[Wording, Token] | None:
    """Return the longest wording from the token on whose conditions hold, and its last token."""
    best: tuple[Wording, Token] | None = None
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    follows = (after.lower, after.lemma, GAP, ANY)
    for wording in candidates:
        if len(wording.words) > 1 and wording.words[1] not in follows:
            continue
        last = _end_of(parse, token, wording.words)
        if last is None or (best is not None and last.i <= best[1].i):
            continue
        if wording.mild and len(wording.words) == 1 and _is_name(parse, token):
            continue
        if not _in_name(parse, token, last) and all(_holds(parse, token, last, c) for c in wording.conditions):
            best = wording, last
    return best


def _partisan(found: Iterable[tuple[Loaded, bool]], voices: Iterable[Voice]) -> frozenset[str]:
    """Return the voices whose wordings show them to be partisan: by strong ones, or by many of any kind in a short text."""
    strong: dict[str, set[str]] = {}
    mild: dict[str, set[str]] = {}
    for mark, is_mild in found:
        (mild if is_mild else strong).setdefault(mark.voice, set()).add(mark.text.lower().removesuffix("s"))
    length = {voice.id: voice.span.end - voice.span.start for voice in voices}

    def is_partisan(voice: str) -> bool:
        sure, weak = len(strong.get(voice, ())), len(mild.get(voice, ()))
        dense = sure + weak >= _DENSE_WORDINGS and length[voice] <= _DENSE_CHARS * (2 * sure + weak)
        return dense or sure >= _STRONG_WORDINGS or (sure > 0 and weak >= _MILD_WORDINGS)

    return frozenset(filter(is_partisan, (*strong, *mild)))


def _first_of(parse: Parse, token: Token) -> Token:
    """Return where the mark begins: a pattern that starts with a hyphen takes the word before along ("rumour-monger")."""
    if token.text != "-" or token.i == 0 or parse.tokens[token.i - 1].end != token.start:
        return token
    return parse.tokens[token.i - 1]


def _end_of(parse: Parse, first: Token, words: tuple[str, ...]) -> Token | None:
    """Return the last token of the phrase that begins at `first`, or None where the words do not follow."""
    end = parse.sentences[first.sentence][1]
    i, gap = first.i + 1, 0
    for word in words[1:]:
        if word == GAP:
            gap = _GAP_TOKENS
            continue
        while i < end and gap and not _is_word(parse.tokens[i], word):
            i, gap = i + 1, gap - 1
        if i >= end or not _is_word(parse.tokens[i], word):
            return None
        i, gap = i + 1, 0
    return parse.tokens[i - 1]


def _is_word(token: Token, word: str) -> bool:
    return word in (token.lower, token.lemma) or (word == ANY and token.text[0].isalpha())


def _is_participle(token: Token) -> bool:
    """Tell whether a word tagged as noun or adjective is a verb by its form: "Swaggering, he left"."""
    return token.pos in ("ADJ", "NOUN") and token.lower.endswith(("ing", "ed"))


def _stems(form: str) -> Iterator[str]:
    """Yield what the verb of a form in -ing or -ed may be."""
    stem = form.removesuffix("ing").removesuffix("ed")
    yield stem
    yield stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2]:
        yield stem[:-1]


def _is_name(parse: Parse, token: Token) -> bool:
    """Tell whether a word is a proper noun in the middle of a sentence."""
    return token.tag.startswith("NNP") and token.text[0].isupper() and token.i > parse.sentences[token.sentence][0]


def _in_name(parse: Parse, first: Token, last: Token) -> bool:
    """Tell whether the words stand inside a proper name: a law, a body, a square."""
    if not first.tag.startswith("NNP") and not first.text[0].isupper():
        return False
    if last.i + 1 < len(parse.tokens):
        after = parse.tokens[last.i + 1]
        after = (
            parse.tokens[last.i + 2]
            if after.text in ("'", "’", "'s", "’s") and last.i + 2 < len(parse.tokens)
            else after
        )
        if after.text[0].isupper() and after.lower in _WORDS.name_ends:
            return True
    if not first.tag.startswith("NNP") or first.entity not in _NAME_LABELS:
        return False
    at = bisect_right(parse.entities, first.i, key=lambda entity: entity.first) - 1
    entity = parse.entities[at] if at >= 0 else None
    return entity is not None and entity.last > first.i and (entity.first < first.i or entity.last > last.i + 1)


def _holds(parse: Parse, first: Token, last: Token, condition: Condition) -> bool:
    """Tell whether a condition of the lexicon holds around the match."""
    words = condition.words
    if condition.kind == "pos":
        met = (
            first.pos in words
            or (first.pos == "PROPN" and "NOUN" in words)
            or ("VERB" in words and _is_participle(first))
        )
    elif condition.kind == "after":
        met = first.i > 0 and _is_one(parse.tokens[first.i - 1], words)
    elif condition.kind == "before":
        met = last.i + 1 < len(parse.tokens) and _is_one(parse.tokens[last.i + 1], words)
    elif condition.kind == "of":
        met = any(_is_one(token, words) for token in _governed(parse, first, last))
    elif condition.kind == "own":
        met = first.i > 0 and parse.tokens[first.i - 1].lower in ("our", "my")
    elif condition.kind == "owner":
        met = any(_is_one(token, words) for token in _owners(parse, last))
    elif condition.kind == "subj":
        met = any(_is_one(token, words) for token in _subjects(parse, first))
    elif condition.kind == "voice":  # the caller has seen to it
        met = True
    else:
        around = (t for t in sentence_around(parse, first) if not first.i <= t.i <= last.i)
        met = any(_is_one(t, words) or f"{t.lemma}/{t.pos}" in words for t in around)
    return met == condition.wanted


def _is_one(token: Token, words: frozenset[str]) -> bool:
    return token.lemma in words or token.lower in words or token.entity in words


def _owners(parse: Parse, token: Token) -> Iterator[Token]:
    """Yield whose it is: "the minister's bullies", "the mouth of the palace", "Kremlin choir", "their Danish masters"."""
    yield from parse.kids(token.i, "poss", "compound", "nmod")
    yield from (kid for kid in parse.kids(token.i, "amod") if kid.entity == "NORP")
    for preposition in parse.kids(token.i, "prep"):
        if preposition.lower == "of":
            yield from parse.kids(preposition.i, "pobj")


def _subjects(parse: Parse, verb: Token) -> Iterator[Token]:
    """Yield who does it; a verb joined to another or bare after an auxiliary has the other's subject."""
    seen = 0
    while seen < 3:
        found = list(parse.kids(verb.i, "nsubj", "nsubjpass"))
        if found:
            for one in found:
                yield one
                yield from parse.kids(one.i, "conj", "compound")
            return
        if verb.dep not in ("conj", "xcomp", "advcl"):
            return
        verb, seen = parse.tokens[verb.head], seen + 1


def _governed(parse: Parse, first: Token, last: Token) -> Iterator[Token]:
    """Yield what the word says something of: an adjective's noun and its heirs, a verb's objects, the noun behind "of"."""
    head = parse.tokens[first.head]
    if first.dep in ("amod", "compound", "nmod", "acomp", "attr", "oprd", "nummod"):
        yield head
        yield from (t for t in parse.kids(head.i, "nsubj", "conj"))
    yield from parse.kids(first.i, "dobj", "nsubjpass", "pobj", "nsubj" if first.pos in ("ADJ", "NOUN") else "dobj")
    for preposition in (*parse.kids(first.i, "prep"), *parse.kids(last.i, "prep"), last):
        yield from parse.kids(preposition.i, "pobj")
    if first.dep == "amod" and last.i + 1 < len(parse.tokens):
        yield parse.tokens[last.i + 1]


def _scare_quotes(reading: Reading, parse: Parse) -> Iterator[Loaded]:
    """Yield words in quotation marks that are nobody's speech and no title: the writer holds them at arm's length."""
    text = reading.report.text
    for match in _MARKS.finditer(text):
        inner = Span(*next(match.span(i) for i in range(1, 5) if match[i] is not None))
        if _is_scare(reading, parse, inner, match.start()):
            voice = voice_at(reading.voices, max(0, match.start()))
            yield Loaded(span=inner, text=inner.of(text), voice=voice.id, plain=None, why="scare-quotes")


def _is_cited(mark: Loaded, reading: Reading) -> bool:
    """Tell whether a mark stands in quotation marks too short to be a voice: these are somebody else's words."""
    voices = {voice.id: voice for voice in reading.voices}
    around = voices[mark.voice].span
    return any(
        match.start() < mark.span.start and mark.span.end < match.end() and around.start < match.start()
        for match in _MARKS.finditer(reading.report.text, max(0, mark.span.start - 70), mark.span.end + 70)
    )


def _is_scare(reading: Reading, parse: Parse, inner: Span, mark: int) -> bool:
    """Tell whether quotation marks hold a word at arm's length; "tortured", and jailed as a "spy", are accusations cited."""
    tokens = parse.inside(inner)
    if (
        not 0 < len(tokens) <= _SCARE_TOKENS
        or not tokens[0].text[:1].islower()
        or inner.of(reading.report.text)[-1] in ",.!?…"
    ):
        return False
    if any(voice.kind == "quote" and voice.span.overlaps(inner) for voice in reading.voices):
        return False
    if any(attribution.content.span.overlaps(inner) for attribution in reading.attributions):
        return False
    if tokens[-1].tag in ("VBD", "VBN") or tokens[-1].pos == "PRON" or _is_named_so(parse, tokens[0]):
        return False
    around = [t for t in sentence_around(parse, tokens[0]) if not tokens[0].i <= t.i <= tokens[-1].i]
    verbs = speech().verbs
    return not any(
        t.lemma in _WORDS.naming or (t.lemma in verbs and t.pos == "VERB") for t in around if t.start != mark
    )


def _is_named_so(parse: Parse, first: Token) -> bool:
    """Tell whether "as" goes before the quotation mark, with or without an article: "as “x”", "as a “x”"."""
    before = [t.lower for t in parse.tokens[max(0, first.i - 3) : first.i - 1]]
    return before[-1:] == ["as"] or (before[:1] == ["as"] and before[-1] in ("a", "an", "the"))
