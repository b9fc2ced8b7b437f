"""Which numbers belong to which happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.code.chains import came_before
from dateline.code.phrases import phrase_span
from dateline.records import Argument, Count, EventMention, Parse, Span, Token
from dateline.records.annotation import CountOf
from dateline.reference.codebook import load_codebook
from dateline.reference.coding import coding_words
from dateline.reference.numbers import count_lexicon, find_numbers
from dateline.reference.tolls import figure_verb

# What each type can be counted in, with the modes that narrow it.
_COUNTED: dict[str, frozenset[str]] = {
    "GATHER": frozenset(("participants", "vehicles")),
    "PROTEST": frozenset(("participants", "injured", "killed", "vehicles")),
    "ASSAULT": frozenset(("killed", "injured", "missing", "hostages", "buildings", "displaced", "vehicles")),
    "COERCE": frozenset(("arrested", "injured", "killed", "displaced", "vehicles", "evacuated")),
    "MOBILIZE": frozenset(("soldiers", "vehicles")),
    "RETREAT": frozenset(("released", "soldiers", "hostages")),
    "AID": frozenset(("evacuated", "displaced", "participants", "vehicles", "injured")),
    "CONCEDE": frozenset(("released",)),
}
_PEOPLE = frozenset(("arrested", "injured", "killed", "participants", "released"))
_CASUALTIES: tuple[CountOf, ...] = ("killed", "injured")
_WORDS = coding_words().harm
_AGAIN = ("hostages", "released")  # what can befall people who are counted already: "two were arrested and released"
_NOT_DONE = ("denied", "hypothetical")  # nobody suffered it yet
_TOLD = frozenset(("alleged", "occurred", "ongoing"))
_WORDS_BEFORE = 2
_WORDS_BEHIND = 3
_BOUND_REACH = 20  # characters ahead of an argument in which "at most" may stand
_MODES: dict[str, frozenset[str]] = {
    "arrest": frozenset(("arrested",)),
    "raid": frozenset(("arrested",)),
    "crowd-control": frozenset(("injured", "killed")),
    "abduction": frozenset(("hostages",)),
    "release": frozenset(("released",)),
    "seizure": frozenset(("vehicles",)),
    "police": frozenset(("vehicles",)),  # officers are no soldiers
    "ban": frozenset(),
}


# What the number before somebody who takes part counts, by type, mode (None: any) and role.
_BY_ROLE: dict[tuple[str, str | None, str], CountOf] = {
    ("GATHER", None, "actor"): "participants",
    ("GATHER", None, "attendee"): "participants",
    ("PROTEST", None, "actor"): "participants",
    ("MOBILIZE", "troops", "actor"): "soldiers",
    ("MOBILIZE", "troops", "recipient"): "soldiers",
    ("RETREAT", "release", "recipient"): "released",
    ("RETREAT", "withdraw", "actor"): "soldiers",
    ("RETREAT", "disarm", "actor"): "soldiers",
    ("COERCE", "arrest", "recipient"): "arrested",
    ("ASSAULT", "abduction", "victim"): "hostages",
}

# Who is counted by the figures of a happening that names nobody in that role: the role, and what is counted.
_ROLE_OF_COUNTED: dict[tuple[str, str | None], tuple[str, tuple[CountOf, ...]]] = {
    ("ASSAULT", None): ("victim", _CASUALTIES),
    ("COERCE", "arrest"): ("recipient", ("arrested",)),
    ("GATHER", None): ("actor", ("participants",)),
    ("PROTEST", None): ("actor", ("participants",)),
}


def from_arguments(mentions: Sequence[EventMention], text: str, counts: Sequence[Count]) -> Iterator[Count]:
    """Yield counts that the words around a number do not show, but the role of whom it counts does: "dragged 23 men off"."""
    taken = [(count.span, count.of) for count in counts]
    for mention in mentions:
        for argument in mention.arguments:
            of = _BY_ROLE.get((mention.type, mention.mode, argument.role)) or _BY_ROLE.get(
                (mention.type, None, argument.role)
            )
            count = _leading_number(argument, of, text) if of and argument.basis == "stated" else None
            if count is not None and not any(
                span.overlaps(count.span) and (kind == of or not {kind, of}.intersection(_AGAIN))
                for span, kind in taken
            ):
                taken.append((count.span, count.of))
                yield count


def _leading_number(argument: Argument, of: CountOf, text: str) -> Count | None:
    """Return the number that an argument's words begin with, "the" and the like left out; None for one and for none.

    A bound may stand ahead of the argument ("at most 40 of them").
    """
    start, end = argument.span.start, argument.span.end
    ahead = max(text.rfind("\n", 0, start) + 1, start - _BOUND_REACH)
    number = next((n for n in find_numbers(text[ahead:end]) if ahead + n.core[1] > start), None)
    if number is None or (number.high is not None and number.high < 2):
        return None
    if text[:start].lower().endswith(("all but ", "all except ")):
        return None
    before = text[start : ahead + number.core[0]].split()
    if len(before) > _WORDS_BEFORE or "of" in before or any(word[0].isupper() for word in before[1:]):
        return None
    behind = text[ahead + number.end : end].lower().split()[:_WORDS_BEHIND]
    if count_lexicon().bodies.intersection(behind) or (of == "soldiers" and not _are_armed(behind)):
        return None
    span = Span(ahead + number.start, ahead + number.end)
    return Count(span=span, text=span.of(text), of=of, low=number.low, high=number.high, bound=number.bound)


def _are_armed(words: Sequence[str]) -> bool:
    """Tell whether one of the words behind a number names soldiers or fighters."""
    armed = load_codebook().classes["force"] | count_lexicon().of["soldiers"].nouns
    return any(word.strip(",.;") in armed or word.strip(",.;").removesuffix("s") in armed for word in words)


def counted_in(type_: str, mode: str | None) -> frozenset[str]:
    """Return the kinds of count that a happening of this type and mode can have."""
    return _MODES.get(mode or "", _COUNTED.get(type_, frozenset()))


def distribute(
    parse: Parse,
    mentions: Sequence[EventMention],
    counts: Sequence[Count],
    text: str = "",
    parts: frozenset[int] = frozenset(),
) -> list[tuple[int, ...]]:
    """Return for each mention the indexes of its counts: every count goes to the grammatically nearest fitting mention.

    People in a sentence that tells of nothing itself go to the last fitting mention of the sentence before, in one paragraph.
    text: the report's, for its paragraphs; parts: the places of counts that only add to another one.
    """
    given: list[list[int]] = [[] for _ in mentions]
    heads = [parse.head_of(m.trigger.span) for m in mentions]
    telling = {head.sentence for head in heads if head is not None}
    left: list[tuple[int, Token]] = []
    for number, count in sorted(enumerate(counts), key=lambda pair: _is_single(pair[1])):
        token = parse.head_of(count.span)
        if token is None or number in parts or _are_arrested(mentions, count):
            continue
        single = _is_single(count)
        fitting = [
            k
            for k, m in enumerate(mentions)
            if count.of in counted_in(m.type, m.mode)
            and not (single and (m.status in _NOT_DONE or _is_attempt(m)))
            and not (count.of == "vehicles" and _is_weapon(m, count))
        ]
        here = [
            k
            for k in fitting
            if (head := heads[k]) is not None
            and head.sentence == token.sentence
            and not came_before(parse, token, head)
        ]
        if here:
            best = min((not _names(mentions[k], count), *_apart(parse, token.i, heads[k]), k) for k in here)[-1]
            if not any(counts[c].of == count.of for c in given[best]):
                given[best].append(number)
        elif count.of in _PEOPLE and token.sentence not in telling:
            left.append((number, token))
    for number, token in left:
        k = _told_just_before(mentions, heads, counts[number].of, token, text)
        if k is not None and not any(counts[c].of == counts[number].of for c in given[k]):
            given[k].append(number)
    return [tuple(some) for some in given]


def _are_arrested(mentions: Sequence[EventMention], count: Count) -> bool:
    """Tell prisoners whom an arrest names from hostages of a fight told beside it: "took nine prisoners in the battle"."""
    modes = {m.mode for m in mentions if count.of == "hostages" and _names(m, count)}
    return "arrest" in modes and "abduction" not in modes


def _told_just_before(
    mentions: Sequence[EventMention], heads: Sequence[Token | None], of: CountOf, token: Token, text: str
) -> int | None:
    """Return the place of the last mention of the sentence before that can be counted so; force before all that it answered."""
    before = [
        k
        for k, m in enumerate(mentions)
        if of in counted_in(m.type, m.mode) and m.status in _TOLD and _just_before(heads[k], token, text)
    ]
    force = [k for k in before if of in _CASUALTIES and mentions[k].type == "ASSAULT"]
    return next(reversed(force or before), None)


def with_counted(parse: Parse, mention: EventMention, counts: Sequence[Count], text: str) -> EventMention:
    """Return a deed of force, an arrest or a crowd that names nobody in its main role with those whom its figures count."""
    kinds = ((mention.type, mention.mode), (mention.type, None))
    role, wanted = next((_ROLE_OF_COUNTED[kind] for kind in kinds if kind in _ROLE_OF_COUNTED), ("", ()))
    if not role or mention.status == "denied" or any(a.role == role for a in mention.arguments):
        return mention
    figure = next((counts[k] for k in mention.counts if counts[k].of in wanted), None)
    head = parse.head_of(figure.span) if figure is not None else None
    if head is None:
        return mention
    if head.dep == "nummod":
        head = parse.tokens[head.head]
    if head.lemma in _WORDS.counted_deeds or (
        head.pos == "NUM" and figure_verb(parse, head, count_lexicon()) is not None
    ):
        return mention
    span = phrase_span(parse, head)
    return replace(mention, arguments=(*mention.arguments, Argument(role=role, span=span, text=span.of(text))))


def _is_single(count: Count) -> bool:
    return count.low == count.high == 1


def _is_attempt(mention: EventMention) -> bool:
    """Tell whether the words say that somebody only tried or meant to: "an attempt to kill the king"."""
    return any(word in coding_words().acts.attempts for word in mention.trigger.text.lower().split())


def _is_weapon(mention: EventMention, count: Count) -> bool:
    """Tell whether the counted vehicles are those that attack: "two helicopters fired on the school"."""
    return any(a.role == "perpetrator" and a.span.covers(count.span) for a in mention.arguments)


def _names(mention: EventMention, count: Count) -> bool:
    """Tell whether a mention says itself what those who are counted have to do with it."""
    return any(a.basis == "stated" and a.span.covers(count.span) for a in mention.arguments)


def _apart(parse: Parse, i: int, head: Token | None) -> tuple[int, int]:
    return (_distance(parse, i, head.i), abs(head.i - i)) if head is not None else (0, 0)


def _just_before(head: Token | None, token: Token, text: str) -> bool:
    """Tell whether a trigger stands in the sentence before, in one paragraph."""
    return head is not None and head.sentence == token.sentence - 1 and "\n" not in text[head.end : token.start]


def _distance(parse: Parse, a: int, b: int) -> int:
    """Return the number of grammatical links between two tokens of one sentence."""
    path_a = [a, *(t.i for t in parse.ancestors(a))]
    path_b = {i: steps for steps, i in enumerate([b, *(t.i for t in parse.ancestors(b))])}
    return next((steps + path_b[i] for steps, i in enumerate(path_a) if i in path_b), 99)
