"""Speech as a script gives it: `MAYOR: We will rebuild.`, questions and answers, a headline that opens with its speaker.

A label counts as a speaker where it is a person of two words or more or the name of one who is named elsewhere, a body that
speaks, or a label that comes back. "Photo: ..." and "Lagos: ..." are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.records import Block, Parse, Span
from dateline.reference.speech import Speech
from dateline.segment.sayings import Saying

_LABEL = re.compile(r"[\s\"“]{0,3}(?P<label>[A-Z][^\n:.!?,;()\"“”]{0,40}):(?=\s|[“\"])")
_MOST_WORDS = 5
_TURN = {"Q", "A"}
_PAPERS = {"poll", "report", "survey", "study"}


def scripted(text: str, blocks: Sequence[Block], parse: Parse, lexicon: Speech) -> Iterator[Saying]:
    """Yield a saying for each labelled paragraph; one that a script leaves unlabelled goes on with its speaker."""
    labels = {n: match for n, block in enumerate(blocks) if (match := _label(text, block.span))}
    often = Counter(match["label"] for match in labels.values())
    persons = _words_of_persons(parse)
    turns = {n for n, match in labels.items() if _speaks(match["label"], often, parse, match, persons, lexicon)}
    script = len(turns) >= 3
    for n in sorted(turns):
        last = n
        while script and last + 1 < len(blocks) and last + 1 not in turns and last + 1 < max(turns):
            last += 1
        yield from _turn(text, labels[n], Span(labels[n].end(), blocks[last].span.end), parse)


def _label(text: str, block: Span) -> re.Match[str] | None:
    match = _LABEL.match(text, block.start, min(block.end, block.start + 60))
    return match if match and len(match["label"].split()) <= _MOST_WORDS else None


def _words_of_persons(parse: Parse) -> Counter[str]:
    """Return how often a word stands in the name of a person."""
    return Counter(
        token.text
        for entity in parse.entities
        if entity.label == "PERSON"
        for token in parse.tokens[entity.first : entity.last]
    )


def _speaks(
    label: str, often: Counter[str], parse: Parse, match: re.Match[str], persons: Counter[str], lexicon: Speech
) -> bool:
    words = label.split()
    if label in _TURN:
        return all(often[turn] >= 2 for turn in _TURN)
    if often[label] >= 2 and (label.isupper() or words[-1] in persons):
        return True
    if len(words) == 1 and (words[0].lower() in _PAPERS or words[0].lower() in lexicon.groups):
        return True
    tokens = parse.inside(Span(match.start("label"), match.end("label")))
    named = persons[words[-1]] > sum(token.entity == "PERSON" for token in tokens)
    return named or (len(words) > 1 and all(token.entity == "PERSON" for token in tokens[-2:]))


def _turn(text: str, match: re.Match[str], rest: Span, parse: Parse) -> Iterator[Saying]:
    """Yield what stands behind the label, without the quotation marks around it."""
    who = parse.at(match.end("label") - 1)
    inner = text[rest.start : rest.end].strip().strip('“”"')
    start = text.find(inner, rest.start) if inner else -1
    if who is None or start < 0:
        return
    yield Saying(
        source=Span(match.start("label"), match.end("label")),
        who=who.i,
        cue=Span(match.end("label"), match.end("label") + 1),
        content=Span(start, start + len(inner)),
        commitment="say",
    )
