"""Who tells of a happening: the attribution whose content it stands in, unless it only stands there as background."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.code.echoes import is_pointing
from dateline.code.tenses import modal
from dateline.records import Attribution, Parse, Span, Token

_RELATIVES = ("WDT", "WP", "WP$")
_OWN = frozenset(("he", "it", "she", "they"))
_AHEAD = frozenset(("shall", "will", "would"))
_LEADS = 5  # tokens of ", two days after"


def attribution_at(attributions: Sequence[Attribution], span: Span) -> int | None:
    """Return the index of the smallest attribution whose content covers the span, or None; a stance tells of nothing."""
    covering = [
        k
        for k, a in enumerate(attributions)
        if a.content.span.covers(span) and a.commitment != "stance" and not is_pointing(a)
    ]
    return min(
        covering, key=lambda k: (-attributions[k].content.span.start, len(attributions[k].content.span)), default=None
    )


def giving_at(attributions: Sequence[Attribution], span: Span) -> int | None:
    """Return the index of the attribution whose verb and figure both stand in a trigger: "put the toll" at 21, or None."""
    return next(
        (
            k
            for k, a in enumerate(attributions)
            if a.cue is not None
            and a.commitment == "say"
            and span.overlaps(a.cue.span)
            and span.overlaps(a.content.span)
        ),
        None,
    )


def teller(attributions: Sequence[Attribution], index: int | None, parse: Parse, head: int) -> int | None:
    """Return the attribution that names who tells of the happening whose trigger is the token `head`.

    Who plans or announces an act of his own tells nothing; who promises that somebody will do it does: what he says has a
    subject of its own. Nor does he tell what the sentence adds beside his words.
    """
    while index is not None:
        said = attributions[index]
        own = (said.commitment == "plan" or _announces(parse, said)) and not _of_others(parse, said)
        if not own and not _nobodys(said) and not _background(parse, said, head):
            return index
        index = said.parent
    return None


def _of_others(parse: Parse, said: Attribution) -> bool:
    """Tell whether what is announced is not the speaker's own act to come: "that roads are shut", not "that she will go"."""
    subjects = [t for t in parse.inside(said.content.span) if t.dep in ("nsubj", "nsubjpass")]
    if not subjects:
        return False
    first, cue = subjects[0], said.cue.span.end if said.cue is not None else 0
    own = first.lower in _OWN and first.dep == "nsubj" and cue <= first.start
    return not (own and modal(parse, parse.tokens[first.head], _AHEAD))


def _announces(parse: Parse, said: Attribution) -> bool:
    words = parse.inside(said.cue.span) if said.cue is not None else []
    return any(t.lemma == "announce" for t in words)


def _nobodys(attribution: Attribution) -> bool:
    """Tell whether a noun of telling without a teller stands in somebody's words: "the mayor rejected claims that"."""
    return attribution.source is None and attribution.parent is not None


def _background(parse: Parse, said: Attribution, head: int) -> bool:
    """Tell whether the happening stands in a clause that the sentence adds of its own to what somebody says.

    "Four men, who had been arrested in May, were freed, their lawyer said"; "Roe said that calm was back, a day after
    troops stormed the station".
    """
    if said.cue is None or said.commitment == "deny":
        return False
    token, content = parse.tokens[head], said.content.span
    while token.head != token.i and content.start <= token.start < content.end:
        if token.dep == "relcl" and _relative(parse, token, said):
            return True
        if (token.dep == "advcl" or token.lower == "after") and _after(parse, token, said):
            return True
        token = parse.tokens[token.head]
    return False


def _relative(parse: Parse, clause: Token, said: Attribution) -> bool:
    """Tell whether a clause between commas about a noun stands before the cue that follows what is said."""
    tokens = [parse.tokens[j] for j in sorted(parse.subtree(clause.i))]
    cue = said.cue.span.start if said.cue is not None else 0
    pronoun = next((t for t in tokens if t.tag in _RELATIVES and t.i < clause.i), None)
    aside = pronoun is not None and any(t.text == "," for t in parse.tokens[max(0, pronoun.i - 2) : pronoun.i])
    return aside and said.content.span.start < cue and tokens[-1].end <= cue


def _after(parse: Parse, clause: Token, said: Attribution) -> bool:
    """Tell whether a clause behind a comma says after what it was, and stands behind the cue."""
    first = clause.i if clause.lower == "after" else min(parse.subtree(clause.i))
    last = max(parse.subtree(clause.i))
    after = next((t for t in parse.tokens[first : last + 1] if t.lower == "after" and t.head == clause.i), None)
    after = clause if clause.lower == "after" else after
    cue = said.cue.span.end if said.cue is not None else 0
    if after is None or after.start < cue:
        return False
    return any(t.text == "," for t in parse.tokens[max(0, after.i - _LEADS) : after.i])


def denying_at(attributions: Sequence[Attribution], span: Span) -> int | None:
    """Return the index of the denial whose cue stands at the span, or None."""
    return next(
        (k for k, a in enumerate(attributions) if a.commitment == "deny" and a.cue and a.cue.span.overlaps(span)), None
    )
