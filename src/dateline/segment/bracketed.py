"""Cues between commas or at the end of a sentence: "..., police said", "..., warned the mayor, ...", "..., who, it said, ...".

Read from the words between the marks, not from the tree, which small parsers build wrongly around such cues: a part of the
sentence that holds nothing but a reporting verb, who speaks, whom he tells, and when or where.
"""

from __future__ import annotations

from dateline.records import Parse, Span, Token
from dateline.reference.speech import Speech
from dateline.segment.cues import cue_span
from dateline.segment.phrases import clause_bounds, trimmed
from dateline.segment.sayings import OWN, Saying

_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_LONGEST = 12  # tokens of the one who speaks
_LONGEST_NAME = 8
# Words after which what is said begins anew: "who, it said, had ...", "and, she added, ..."
_OPENERS = frozenset(
    "after although and as because before but if or since so that though until when where whereas whether which while who "
    "whom".split()
)
_RELATIVE = frozenset(("which", "who", "whom", "that"))
_RELATIVES = ("WDT", "WP", "WP$")
_OBJECTS = frozenset(("him", "me", "them", "us"))
_HYPHENS = frozenset("-‐‑")
_ENDS = frozenset(".!?…")


def bracketed(parse: Parse, verb: Token, lemma: str, lexicon: Speech) -> Saying | None:
    """Return the saying whose cue stands between marks, None where the words between them are more than a cue."""
    if lexicon.verbs[lemma] not in ("say", "claim", "confirm", "fear", "believe") or _off(parse, verb, lemma, lexicon):
        return None
    begin, end = clause_bounds(parse, verb.i, *parse.sentences[verb.sentence])
    while end > begin and parse.tokens[end - 1].text in _ENDS:
        end -= 1
    left = max((i for i in range(begin, verb.i) if parse.tokens[i].text == ","), default=None)
    if left is None:
        return None
    right = next((i for i in range(verb.i + 1, end) if parse.tokens[i].text == ","), end)
    found = _before(parse, verb, left, right, lemma, lexicon) or _behind(parse, verb, left, right, end)
    if found is None:
        return None
    first, last, who, right = found
    return _saying(parse, verb, lemma, lexicon, (begin, end), (first, last, who), right)


def misread(parse: Parse, token: Token, lexicon: Speech) -> str | None:
    """Return the lemma of a verb at a sentence's end that was read as a noun: "..., the governor's office claims."."""
    lemma = lexicon.forms.get(token.lower)
    if lemma is None or token.pos not in ("NOUN", "ADJ", "PROPN") or token.text[0].isupper():
        return None
    last = parse.sentences[token.sentence][1] - 1
    if token.i + 1 > last or parse.tokens[token.i + 1].text not in (*_ENDS, ";") or token.i + 1 < last - 1:
        return None
    left = next((i for i in range(token.i - 1, max(-1, token.i - _LONGEST), -1) if _mark(parse, i)), None)
    who = _speaker(parse, left + 1, token.i) if left is not None else None
    if left is None or who is None or parse.tokens[left + 1].pos not in ("DET", "PROPN", "PRON"):
        return None
    many = parse.tokens[who].tag in ("NNS", "NNPS")
    return lemma if many != token.lower.endswith("s") else None


def _off(parse: Parse, verb: Token, lemma: str, lexicon: Speech) -> bool:
    """Tell whether the verb cannot stand so: too common in other senses, negated, an infinitive or a participle."""
    if lemma in lexicon.frames["weak"] and lemma not in lexicon.frames["aside"]:
        return True
    return verb.tag in ("VB", "VBG") or bool(parse.kids(verb.i, "neg", "auxpass")) or verb.lower == "saying"


def _before(
    parse: Parse, verb: Token, left: int, right: int, lemma: str, lexicon: Speech
) -> tuple[int, int, int, int] | None:
    """Return who speaks, before the verb: first token, the one after the last, the head; and where the cue ends."""
    if not _adverbial(parse, verb.i + 1, right, hearer=lemma in lexicon.frames["hearer"]):
        return None
    last = verb.i
    while last - 1 > left and parse.tokens[last - 1].pos in ("ADV", "AUX") and parse.tokens[last - 1].head == verb.i:
        last -= 1
    if last - 1 > left:
        first = left + 1 + (parse.tokens[left + 1].lower == "as")
        who = _speaker(parse, first, last)
        return (first, last, who, right) if who is not None else None
    commas = [i for i in range(max(parse.sentences[verb.sentence][0], left - 2 * _LONGEST), left) if _mark(parse, i)]
    if len(commas) < 2:
        return None
    role, name = commas[-2] + 1, commas[-1] + 1  # "its chairman, Jane Roe, said"
    who = _speaker(parse, role, name - 1)
    if who is None or _speaker(parse, name, left) is None or left - name > _LONGEST_NAME:
        return None
    return role, left, who, right


def _mark(parse: Parse, i: int) -> bool:
    return parse.tokens[i].text == ","


def _behind(parse: Parse, verb: Token, left: int, right: int, end: int) -> tuple[int, int, int, int] | None:
    """Return the same of "..., warned the mayor, ..." and "..., said its head, Colonel Roe"."""
    if verb.i != left + 1 or verb.i + 1 >= right or _subject_before(parse, verb, left):
        return None
    who = _speaker(parse, verb.i + 1, right)
    if who is None:
        return None
    named = right + 1 < end and end - right - 1 <= _LONGEST_NAME and parse.tokens[right + 1].pos in ("PROPN", "DET")
    if named and _speaker(parse, right + 1, end) is not None:
        return verb.i + 1, end, who, end
    return verb.i + 1, right, who, right


def _subject_before(parse: Parse, verb: Token, left: int) -> bool:
    """Tell whether the verb's subject stands before it: "the minister, Jane Roe, announced", "the union, which met, put"."""
    comma = next((i for i in range(left - 1, max(-1, left - 2 * _LONGEST), -1) if _mark(parse, i)), None)
    if comma is None:
        return False
    return parse.tokens[comma + 1].tag in _RELATIVES or _speaker(parse, comma + 1, left) is not None


def _speaker(parse: Parse, first: int, last: int) -> int | None:
    """Return the head of a noun phrase that fills the tokens, None where they hold anything else."""
    tokens = parse.tokens[first:last]
    if not tokens or len(tokens) > _LONGEST or any(_foreign(t) for t in tokens):
        return None
    if tokens[0].pos in ("ADP", "CCONJ", "ADV") or tokens[0].lower in OWN or tokens[0].entity in ("DATE", "TIME"):
        return None
    if tokens[0].lower in _OBJECTS:
        return None
    stop = next((n for n, t in enumerate(tokens) if t.pos == "ADP" or t.tag == "TO"), len(tokens))
    return next((t.i for t in reversed(tokens[:stop]) if t.pos in _NOMINAL), None)


def _foreign(token: Token) -> bool:
    """Tell whether a word cannot stand in a cue beside its verb: another verb, a mark, a word that opens a clause."""
    if token.pos == "PUNCT":
        return token.text not in _HYPHENS
    verbal = token.pos in _VERBAL and not token.text[0].isupper()  # a name may be read as a verb
    return verbal or token.pos == "SCONJ" or token.tag in (*_RELATIVES, "WRB")


def _adverbial(parse: Parse, first: int, last: int, *, hearer: bool) -> bool:
    """Tell whether only a hearer ("told reporters") and an adverbial ("on Monday", "in a statement") stand there."""
    tokens = parse.tokens[first:last]
    if any(_foreign(t) for t in tokens) or len(tokens) > _LONGEST:
        return False
    if not tokens or tokens[0].pos in ("ADP", "ADV") or tokens[0].entity in ("DATE", "TIME"):
        return True
    return hearer and (tokens[0].pos in (*_NOMINAL, "DET", "ADJ"))


def _saying(
    parse: Parse,
    verb: Token,
    lemma: str,
    lexicon: Speech,
    bounds: tuple[int, int],
    speaker: tuple[int, int, int],
    right: int,
) -> Saying | None:
    """Return the saying of a cue whose place is known: what it says is all the rest, or what an opener leads in."""
    (begin, end), (first, last, who) = bounds, speaker
    comma = min(first, verb.i) - 1
    comma -= parse.tokens[comma].lower == "as"
    opener = parse.tokens[comma - 1].lower if comma > begin else ""
    if opener in _OPENERS and right < end:
        stop = next((i for i in range(right + 1, end) if _mark(parse, i)), end) if opener in _RELATIVE else end
        content = trimmed(parse, right + 1, stop)
    else:
        ends = right + 2 >= end or parse.tokens[right + 1].tag in _RELATIVES
        content = trimmed(parse, begin, comma if ends else end)
    source = trimmed(parse, first, last)
    if content is None or source is None or not any(t.pos in _VERBAL for t in _said(parse, content, comma, right)):
        return None
    return Saying(
        source=source, who=who, cue=cue_span(parse, verb, content), content=content, commitment=lexicon.verbs[lemma]
    )


def _said(parse: Parse, content: Span, comma: int, right: int) -> list[Token]:
    return [t for t in parse.inside(content) if not comma <= t.i < right]
