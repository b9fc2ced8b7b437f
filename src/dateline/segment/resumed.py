"""Denials of what was just told, taken up by a noun: "..., a charge the army denies", "..., a claim that Roe refutes"."""

from __future__ import annotations

from dateline.records import Parse, Span, Token
from dateline.reference.speech import Speech
from dateline.segment.cues import cue_span
from dateline.segment.phrases import noun_phrase
from dateline.segment.sayings import Saying

_TAKING_UP = ("say", "claim", "accuse", "deny", "believe")
_ARTICLES = ("a", "an", "the")
_LONGEST = 10  # tokens from the noun to the verb
_CALLED = 3  # tokens from "called" to "false"


def resumed(parse: Parse, verb: Token, lemma: str, lexicon: Speech) -> Saying | None:
    """Return the denial whose content is the article of the noun that takes up what stands before it, else None."""
    near = parse.tokens[verb.i + 1 : verb.i + 1 + _CALLED]
    judged = lemma in lexicon.frames["verdict"] and any(t.lower in lexicon.untrue for t in near)
    if lexicon.verbs[lemma] != "deny" and not judged:
        return None
    article = _article(parse, verb, lexicon)
    if article is None:
        return None
    agent = next(
        (o for p in parse.kids(verb.i, "agent", "prep") if p.lower == "by" for o in parse.kids(p.i, "pobj")), None
    )
    who = agent or _subject(parse, article.i + 2, verb)
    if who is None:
        return None
    return Saying(
        source=noun_phrase(parse, who.i), who=who.i, cue=cue_span(parse, verb),
        content=Span(article.start, article.end), commitment="deny",
    )  # fmt: skip


def _article(parse: Parse, verb: Token, lexicon: Speech) -> Token | None:
    """Return the article in ", a charge" before the verb."""
    first = max(parse.sentences[verb.sentence][0] + 1, verb.i - _LONGEST)
    for i in range(verb.i - 1, first, -1):
        token = parse.tokens[i]
        if token.text in (",", ";", ":"):
            return None
        article, mark = parse.tokens[i - 1], parse.tokens[i - 2]
        taken_up = token.pos == "NOUN" and lexicon.nouns.get(token.lemma) in _TAKING_UP
        if taken_up and article.lower in _ARTICLES and mark.text in (",", "–", "—"):
            return article
    return None


def _subject(parse: Parse, first: int, verb: Token) -> Token | None:
    """Return the head of the noun phrase between the noun that takes up and its verb."""
    between = parse.tokens[first : verb.i]
    nouns = [t for t in between if t.pos in ("NOUN", "PROPN", "PRON") and t.tag not in ("WDT", "WP")]
    stop = next((t.i for t in nouns if any(p.i < verb.i for p in parse.kids(t.i, "prep"))), None)
    heads = [t for t in nouns if stop is None or t.i <= stop]
    return heads[-1] if heads else None
