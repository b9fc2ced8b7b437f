"""Keeps a name with "and" in it whole where its short form stands behind it: "the Union of Miners and Smelters (UMS)".

Small parsers make two parties of such a name. The letters in the brackets tell how far it goes; wherever the text has the same
words again, they are one name too.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.records import Token

_SHORTEST = 3  # letters of a short form that tells anything
_FARTHEST = 14  # words of a name
_JOINERS = frozenset(("&", "-", "and", "al", "for", "in", "of", "on", "the", "to"))
_LABEL = "ORG"


def mend_names(out: list[Token]) -> None:
    """Make one name of every name that is written out ahead of its letters, in place. Numbers are indexes of `out`."""
    written = {_form(out[first:end]) for first, end in _written_out(out)}
    for form in written:
        for first in range(len(out) - len(form) + 1):
            if out[first].lower == form[0] and _form(out[first : first + len(form)]) == form:
                _join(out, first, first + len(form))


def _form(tokens: list[Token]) -> tuple[str, ...]:
    return tuple(t.lower for t in tokens)


def _written_out(out: list[Token]) -> list[tuple[int, int]]:
    """Return first word and word after the last of the names with "and" in them that letters in brackets stand for."""
    found = []
    for i in range(_SHORTEST, len(out) - 2):
        letters = out[i + 1].text
        if out[i].text == "(" and out[i + 2].text == ")" and letters.isupper() and len(letters) >= _SHORTEST:
            first = _first_word(out, i, letters.lower())
            if first is not None and any(t.lower in ("&", "and") for t in out[first:i]):
                found.append((first, i))
    return found


def _first_word(out: list[Token], end: int, letters: str) -> int | None:
    """Return where the words begin whose first letters are those of the short form, joining words left out or not."""
    ways = {len(letters)}  # letters that are still to be found, going backwards
    for i in range(end - 1, max(-1, end - 1 - _FARTHEST), -1):
        word = out[i]
        if word.sentence != out[end].sentence or not (word.text[0].isupper() or word.lower in _JOINERS):
            return None
        taken = {n - 1 for n in ways if n and letters[n - 1] == word.lower[0]}
        ways = taken | (ways if word.lower in _JOINERS else set())
        if 0 in taken and word.text[0].isupper():
            return i
    return None


def _join(out: list[Token], first: int, end: int) -> None:
    """Hang what stands behind "and" on the word before it, the brackets on the name's head, and label its words. In place."""
    whole = range(first, end)
    head = next((i for i in whole if out[i].head not in whole or out[i].head == i), first)
    link = next((i for i in whole if out[i].lower in ("&", "and") and first < i < end - 1), None)
    if link is not None:
        behind = range(link + 1, end)
        tops = [k for k in behind if out[k].head not in behind or out[k].head == k]
        for k in tops:
            out[k] = replace(out[k], head=link - 1, dep="nmod")
        out[link] = replace(out[link], head=tops[0])
    for i in whole:
        out[i] = replace(out[i], entity=_LABEL)
    for i in range(end, min(end + 3, len(out))):
        if out[i].head in whole and out[end].text == "(":
            out[i] = replace(out[i], head=head)
