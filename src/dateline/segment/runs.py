"""Names as they stand in the text: runs of proper nouns, whatever they name."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.records import Parse, Span, Token

_JOINS = {"of", "de", "del", "da", "do", "dos", "di", "la", "le", "von", "van", "bin", "al", "for", "the", "-"}
_LONGEST_RUN = 12  # tokens


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A name as it stands: tokens `first` to `last` (exclusive). acronym: "XYZ" where "(XYZ)" follows."""

    first: int
    last: int
    span: Span
    text: str
    label: str
    acronym: str | None = None


def name_runs(parse: Parse) -> list[Run]:
    """Return the names of a text: runs of proper nouns, joined by "of", "de" or a plural's apostrophe."""
    out: list[Run] = []
    i, tokens = 0, parse.tokens
    while i < len(tokens):
        if not _proper(tokens[i]) or (tokens[i].pos != "PROPN" and tokens[i - 1].sentence != tokens[i].sentence):
            i += 1
            continue
        last = _end_of_run(tokens, i)
        span = Span(tokens[i].start, tokens[last - 1].end)
        text = "".join(
            (" " if n > i and tokens[n].start > tokens[n - 1].end else "") + tokens[n].text for n in range(i, last)
        )
        label = next((tokens[n].entity for n in range(last - 1, i - 1, -1) if tokens[n].entity), "")
        out.append(Run(first=i, last=last, span=span, text=text, label=label, acronym=_acronym(tokens, last)))
        i = last
    return out


def _proper(token: Token) -> bool:
    """Tell a proper noun, or a capitalised noun or adjective that may be part of a name."""
    if token.pos == "PROPN":
        return token.text[:1].isalpha() and not token.text[:1].islower()
    return token.pos in ("NOUN", "ADJ") and token.text[:1].isupper()


def _end_of_run(tokens: Sequence[Token], i: int) -> int:
    """Return the token after the run that starts at `i`; a run never crosses its sentence."""
    last = i + 1
    while last < len(tokens) and tokens[last].sentence == tokens[i].sentence and last - i < _LONGEST_RUN:
        if _proper(tokens[last]):
            last += 1
            continue
        step = 2 if tokens[last].lower in _JOINS and last + 2 < len(tokens) and tokens[last + 1].lower in _JOINS else 1
        nxt = last + step
        joins = tokens[last].lower in _JOINS or _plural_possessive(tokens[last - 1], tokens[last])
        if not joins or nxt >= len(tokens) or not _proper(tokens[nxt]) or tokens[nxt].sentence != tokens[i].sentence:
            break
        last = nxt + 1
    return last


def _plural_possessive(noun: Token, mark: Token) -> bool:
    """Tell the possessive of a plural, which is part of a name: "Teachers' Union", "Women's League"."""
    if mark.text in ("'", "’"):
        return noun.end == mark.start and noun.lower.endswith("s")
    return mark.lower in ("'s", "’s") and noun.lower.endswith(("men", "people", "children"))


def _acronym(tokens: Sequence[Token], last: int) -> str | None:
    if (
        last + 2 < len(tokens)
        and tokens[last].text == "("
        and tokens[last + 2].text == ")"
        and tokens[last + 1].text.isupper()
    ):
        return tokens[last + 1].text
    return None
