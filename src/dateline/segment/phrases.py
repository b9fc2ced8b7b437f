"""Noun phrases and clauses as text spans: who a verb's subject is, where a clause begins and ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.records import Parse, Span, Token

_NOT_IN_NAME = {"relcl", "acl", "advcl", "parataxis", "ccomp", "cc", "preconj", "dep"}
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_RELATIVE = {"who", "which", "that", "whom"}
_TRIM = {",", ";", ":", "-", "–", "—", "'", '"', "“", "”", "‘", "’", "(", ")", ".", "…"}
_OPENING, _CLOSING = {"“", '"', "‘", "'", "«", "„"}, {"”", '"', "’", "'", "»"}
_DASHES = {"-", "–", "—", "―"}
_DATELINE = 14  # tokens; "LONDON, March 3 (Name of Agency) -" has about ten
_MOST_TOKENS = 400  # no clause of a real text is longer; keeps the cost linear in any text
_FARTHEST = 200  # tokens
_LONGEST_NAME = 10  # tokens
_FURTHEST = 8  # clauses to climb in search of a subject


def noun_phrase(parse: Parse, head: int) -> Span:
    """Return the span of the noun phrase around its head, with appositions and without clauses that hang on it."""
    sentence = parse.tokens[head].sentence
    kept, stack = {head}, [head]
    while stack and len(kept) < _MOST_TOKENS:
        for j in parse.children[stack.pop()]:
            token = parse.tokens[j]
            if token.dep in _NOT_IN_NAME or token.sentence != sentence or token.dep in _SUBJECTS:
                continue
            if token.dep == "conj" and token.pos not in _NOMINAL:
                continue
            kept.add(j)
            stack.append(j)
    return _hull(parse, _unbroken(parse, kept, head))


def _unbroken(parse: Parse, kept: Collection[int], head: int) -> list[int]:
    """Return the run of kept tokens around the head; a conjunction or a mark between kept ones does not break it."""

    def joins(i: int) -> bool:
        token = parse.tokens[i]
        return token.dep in ("cc", "punct") and token.text not in _DASHES

    kept = {i for i in kept if parse.tokens[i].text not in _DASHES or _hyphen(parse, i)}
    first = last = head
    while first - 1 in kept or (first - 2 in kept and joins(first - 1)):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and joins(last + 1)):
        last += 1
    return list(range(first, last + 1))


def _hyphen(parse: Parse, i: int) -> bool:
    """Tell whether a dash joins two halves of a word: "sit-in"."""
    if not 0 < i < len(parse.tokens) - 1:
        return False
    return parse.tokens[i - 1].end == parse.tokens[i].start and parse.tokens[i].end == parse.tokens[i + 1].start


def with_name(parse: Parse, source: Span, verb: int) -> Span:
    """Return the phrase of a role with the name that stands between commas behind it: "its head, Jane Roe, said"."""
    inside = parse.inside(source)
    if not inside or inside[-1].i + 2 >= verb or parse.tokens[inside[-1].i + 1].text != ",":
        return source
    first = inside[-1].i + 2
    comma = next((i for i in range(first, min(verb, first + _LONGEST_NAME)) if parse.tokens[i].text == ","), None)
    if comma is None or any(t.pos not in ("ADV", "AUX") for t in parse.tokens[comma + 1 : verb]):
        return source
    return Span(source.start, parse.tokens[comma - 1].end) if is_name(parse.tokens[first:comma]) else source


def is_name(tokens: Sequence[Token]) -> bool:
    """Tell whether words are a name: capitals, but for an article before them and small words between them."""
    words = [t for t in tokens if t.text not in "-()" or len(t.text) > 1]
    words = words[1:] if len(words) > 1 and words[0].lower == "the" else words
    if not words or any(t.entity in ("GPE", "LOC", "DATE", "TIME", "NORP") for t in words[:1]):
        return False
    capitals = [t.text[0].isupper() for t in words]
    return capitals[0] and capitals[-1] and all(c or len(t.text) <= 4 for c, t in zip(capitals, words, strict=True))


def clause(parse: Parse, head: int, without: Collection[int] = ()) -> Span | None:
    """Return the hull of all that hangs on `head`, less the subtrees of `without`; None when nothing is left."""
    kept: list[int] = []
    stack = [head]
    while stack and len(kept) < _MOST_TOKENS:
        i = stack.pop()
        if i in without:
            continue
        kept.append(i)
        stack.extend(parse.children[i])
    return trimmed(parse, min(kept), max(kept) + 1) if kept else None


def clause_bounds(parse: Parse, i: int, first: int, last: int) -> tuple[int, int]:
    """Return the part of the sentence around `i` between semicolons, at most `_FARTHEST` tokens each way."""
    first, last = max(first, i - _FARTHEST), min(last, i + _FARTHEST)
    begin = next((j + 1 for j in range(i - 1, first - 1, -1) if parse.tokens[j].text == ";"), first)
    end = next((j for j in range(i + 1, last) if parse.tokens[j].text == ";"), last)
    return begin, end


def _hull(parse: Parse, tokens: list[int]) -> Span:
    return trimmed(parse, tokens[0], tokens[-1] + 1) or Span(
        parse.tokens[tokens[0]].start, parse.tokens[tokens[-1]].end
    )


def edges(parse: Parse, head: int) -> tuple[int, int]:
    """Return the first token that hangs on `head` and the one after the last, itself included."""
    first, last, seen, stack = head, head, 0, [head]
    while stack and seen < _MOST_TOKENS:
        i = stack.pop()
        first, last, seen = min(first, i), max(last, i), seen + 1
        stack.extend(parse.children[i])
    return first, last + 1


def trimmed(parse: Parse, first: int, last: int) -> Span | None:
    """Return the text span of tokens `first` to `last` (exclusive) without marks at its ends."""
    tokens = parse.tokens
    if first >= last:
        return None
    first = _after_dateline(parse, first, last)
    while first < last and tokens[first].text in _TRIM:
        first += 1
    while last > first and tokens[last - 1].text in _TRIM and not _belongs(parse, first, last - 1):
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end) if first < last else None


def _belongs(parse: Parse, first: int, i: int) -> bool:
    """Tell whether a final mark is part of the phrase: it closes what was opened in it, or ends an initial."""
    mark, before = parse.tokens[i], parse.tokens[max(first, i - 1)]
    if mark.text == ")":
        return any(token.text == "(" for token in parse.tokens[max(first, i - 12) : i])
    if mark.text in _CLOSING:
        return any(token.text in _OPENING for token in parse.tokens[max(first, i - 60) : i])
    return mark.text == "." and before.end == mark.start and before.pos == "PROPN" and len(before.text) <= 2


def _after_dateline(parse: Parse, first: int, last: int) -> int:
    """Return the first token after a dateline or a live entry's stamp ("ROME, May 3 (Agency) -", "14:20 -")."""
    if first != parse.sentences[parse.tokens[first].sentence][0]:
        return first
    for i in range(first + 1, min(first + _DATELINE, last - 1)):
        token = parse.tokens[i]
        spaced = parse.tokens[i - 1].end < token.start and token.end < parse.tokens[i + 1].start
        if token.text in _DASHES and spaced:
            head = parse.tokens[first]
            return i + 1 if head.text.isupper() or head.text[:1].isdigit() else first
    return first


def subject_of(parse: Parse, verb: int) -> Token | None:
    """Return the head of the verb's subject: its own, or that of the verb or noun that it hangs on."""
    for _ in range(_FURTHEST):
        token = parse.tokens[verb]
        own = parse.kids(verb, *_SUBJECTS)
        if own:
            return _antecedent(parse, own[-1], token)
        if token.dep in ("acl", "relcl"):
            return parse.tokens[token.head]
        if token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "parataxis") or token.head == verb:
            return None
        verb = token.head
        noun = parse.tokens[verb].pos in ("NOUN", "PROPN", "ADP") and not parse.kids(verb, *_SUBJECTS)
        if noun and token.dep != "pcomp":
            return None
    return None


def relative_subject(parse: Parse, verb: Token) -> Token | None:
    """Return the relative pronoun that is the verb's own subject ("who" in "the minister, who said"), else None."""
    own = parse.kids(verb.i, *_SUBJECTS)
    if not own or own[-1].lower not in _RELATIVE or own[-1].tag not in ("WP", "WDT"):
        return None
    return own[-1] if _antecedent(parse, own[-1], verb) is not own[-1] else None


def _antecedent(parse: Parse, subject: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for ("the minister, who said"), any other subject as it is."""
    if subject.lower not in _RELATIVE or subject.tag not in ("WP", "WDT", "IN", "DT"):
        return subject
    clause_head = verb
    while clause_head.dep == "conj" and clause_head.head != clause_head.i:
        clause_head = parse.tokens[clause_head.head]
    if clause_head.dep not in ("relcl", "acl", "ccomp", "advcl") or clause_head.head == clause_head.i:
        return subject
    noun = parse.tokens[clause_head.head]
    if noun.pos not in _NOMINAL:
        return _noun_before(parse, subject) or subject
    if noun.dep == "conj" and any(t.dep == "poss" and t.pos == "PRON" for t in parse.kids(noun.i)):
        noun = parse.tokens[noun.head]  # "Roe and her ministry, who": Roe leads the pair
    return noun


def _noun_before(parse: Parse, pronoun: Token) -> Token | None:
    """Return the noun that stands right before a relative pronoun and its comma."""
    for i in range(pronoun.i - 1, max(-1, pronoun.i - 4), -1):
        if parse.tokens[i].sentence == pronoun.sentence and parse.tokens[i].pos in ("NOUN", "PROPN"):
            return parse.tokens[i]
    return None
