"""What one side says and the other denies is an allegation: the last word on a status, when time and place are known.

A denial contests what it points at, what stands beside it, and every account by a source whose doer is the one who denies
or is cleared. It leaves alone other happenings of the kind (another day, another place, other people) and accounts that tell
what was suffered without saying by whom.
Source: RECORD contract, status table ("said by one side and contested in the report").
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from msgspec.structs import replace

from dateline.code.echoes import is_pointing
from dateline.code.versions import in_doubt
from dateline.records import Attribution, EventMention, Parse, Reading
from dateline.reference.coding import coding_words

_HAPPENED = ("occurred", "ongoing")
_DOERS = frozenset(("perpetrator", "actor"))
_SUFFERERS = ("victim", "recipient", "target", "honouree")
_PEOPLE = ("victim", "recipient", "honouree")
_DONE_TO = frozenset(("ASSAULT", "COERCE", "PROTEST"))  # types in which a post's or a quotation's word is one side's
_BY_HAND = frozenset(("beating", "torture", "sexual-violence", "abduction"))
_ILL_TREATMENT = frozenset(("beating", "torture"))  # "nobody laid a finger on him" denies both
_NEAR = 2  # sentences
_AUXILIARIES = frozenset(("be", "do", "have"))
_STEM = 4  # letters that "paid" and "paid ransom" share
_SHORT = 4  # words of "the account", "they did not"
_WORDS = coding_words()
_ALL_OR_NONE = frozenset("any anybody anyone anything neither no nobody none not nothing".split())


class Contest:
    """Turns what a source says into an allegation where the report has it denied."""

    needs = ("events", "attributions", "voices", "parse")
    adds = ("events",)

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with contested accounts as allegations."""
        parse = reading.grammar()
        shown = frozenset(v.id for v in reading.voices if v.kind != "outlet")

        def sentence(mention: EventMention) -> int:
            token = parse.at(mention.trigger.span.start)
            return token.sentence if token is not None else 0

        told = [m for m in reading.events if not _aside(parse, m)]
        refusals = [m for m in reading.events if m.status == "denied" and _refuses(parse, m)]
        events = contested(reading.events, reading.attributions, sentence, shown, told, refusals)
        doubted = {_before(parse, reading, a) for a in reading.attributions if _denies_all(parse, a)} - {None}
        unsure = in_doubt(reading)
        return replace(
            reading,
            events=tuple(
                replace(m, status="alleged")
                if m.status in _HAPPENED and (m.attribution in doubted or m.id in unsure)
                else m
                for m in events
            ),
        )


def contested(
    mentions: Sequence[EventMention],
    attributions: Sequence[Attribution],
    sentence: Callable[[EventMention], int],
    shown: frozenset[str] = frozenset(),
    told: Container[EventMention] | None = None,
    refusals: Container[EventMention] = (),
) -> list[EventMention]:
    """Return the mentions, "alleged" where a source tells what another source denies.

    sentence: gives the number of a mention's sentence. shown: ids of posts and quotations. told: mentions that their clause
    is about, None for all; what is only said of a noun aside is not meant when a denial points at the clause.
    refusals: what will not be done, which contests nothing.
    """
    denials = [m for m in mentions if m.status == "denied" and m not in refusals]
    pointed = [a.content.span for a in attributions if a.commitment == "deny"]

    claims = [m for m in mentions if m.attribution is not None or m.voice in shown]
    answered = [c for d in denials if (c := _answered(d, claims, attributions, shown)) is not None]

    def is_contested(mention: EventMention) -> bool:
        if mention.status not in _HAPPENED:
            return False
        meant = told is None or mention in told
        if meant and any(is_pointing(a) and a.content.span.covers(mention.trigger.span) for a in attributions):
            return True
        if mention.attribution is None and (mention.voice not in shown or mention.type not in _DONE_TO):
            return mention in answered
        if meant and mention.attribution is not None and attributions[mention.attribution].content.span in pointed:
            return True
        if mention in answered or any(_rival(other, mention, attributions) for other in mentions):
            return True
        return any(
            _contests(denial, mention, attributions, near=abs(sentence(denial) - sentence(mention)) <= _NEAR)
            for denial in denials
        )

    return [replace(m, status="alleged") if is_contested(m) else m for m in mentions]


def _denies_all(parse: Parse, said: Attribution) -> bool:
    """Tell whether somebody denies a telling as a whole: "disputes his account", "police say they did not"."""
    words = [t for t in parse.inside(said.content.span) if t.pos != "PUNCT"]
    if not 2 <= len(words) <= _SHORT:
        return False
    if said.commitment == "deny":
        return words[-1].lemma in _WORDS.acts.tellings and words[0].tag in ("DT", "PRP$")
    if said.commitment not in ("say", "claim", "confirm"):
        return False
    if words[-1].lower in ("not", "n't", "n’t"):
        return words[-2].lemma in _AUXILIARIES
    return words[-1].lemma in _AUXILIARIES and words[-2].lower in ("nobody", "none", "nothing")


def _before(parse: Parse, reading: Reading, denial: Attribution) -> int | None:
    """Return the last attribution of another source before a denial, of its sentence or the one before."""
    spot = denial.cue or denial.source
    here = parse.at(spot.span.start) if spot is not None else None
    if here is None or denial.source is None:
        return None
    first = parse.tokens[parse.sentences[max(0, here.sentence - 1)][0]].start
    names = (denial.source.name, denial.source.text)
    earlier = [
        k
        for k, a in enumerate(reading.attributions)
        if first <= a.content.span.start
        and a.content.span.end <= min(denial.source.span.start, here.start)
        and a.commitment in ("say", "confirm")
        and (a.source is None or a.source.name not in names)
    ]
    return earlier[-1] if earlier else None


def _answered(
    denial: EventMention, claims: Sequence[EventMention], attributions: Sequence[Attribution], shown: frozenset[str]
) -> EventMention | None:
    """Return the claim that somebody's denial must be an answer to: nobody denies what has not been said."""
    if denial.attribution is None and denial.voice not in shown:
        return None
    fitting = [
        m
        for m in claims
        if m.type == denial.type
        and _says_the_same(m, denial)
        and m.status in (*_HAPPENED, "alleged")
        and m.mode == denial.mode
        and not _only_suffered(m)
        and not _one_source(denial, m, attributions)
        and not _apart(denial, m)
    ]
    if any(m.status == "alleged" for m in fitting):
        return None
    far = denial.trigger.span.start
    return min(fitting, key=lambda m: (not _doers(m), abs(m.trigger.span.start - far)), default=None)


def _says_the_same(claim: EventMention, denial: EventMention) -> bool:
    """Tell whether a denial points at a claim or has its word: who has not paid does not deny that somebody apologised."""
    if denial.type in _DONE_TO or not denial.arguments or any(a.basis == "inherited" for a in denial.arguments):
        return True
    first, second = claim.trigger.text.lower(), denial.trigger.text.lower()
    return any(a[:_STEM] == b[:_STEM] for a in first.split() for b in second.split() if len(a) >= _STEM)


def _rival(other: EventMention, mention: EventMention, attributions: Sequence[Attribution]) -> bool:
    """Tell whether another source lays the same attack at another door."""
    if mention.type != "ASSAULT" or other.type != "ASSAULT" or not _modes_meet(other.mode, mention.mode):
        return False
    if None in (other.attribution, mention.attribution) or other.status not in (*_HAPPENED, "alleged"):
        return False
    if _one_source(other, mention, attributions) or not _same_day(other, mention):
        return False
    if _apart(other, mention, _PEOPLE):
        return False
    doers = _named(_doers(other)), _named(_doers(mention))
    return bool(doers[0] and doers[1]) and not doers[0] & doers[1]


def _same_day(first: EventMention, second: EventMention) -> bool:
    a, b = first.time, second.time
    if not (a and b and a.from_ and b.from_):
        return False
    return (b.to is None or a.from_ < b.to) and (a.to is None or b.from_ < a.to)


def _aside(parse: Parse, mention: EventMention) -> bool:
    """Tell whether a mention stands in a clause about a noun: "the farmers shot in May were mourned"."""
    token = parse.at(mention.trigger.span.start)
    while token is not None and token.head != token.i:
        if token.dep in ("relcl", "acl") and not parse.kids(token.i, "mark") and parse.tokens[token.head].i < token.i:
            return True
        token = parse.tokens[token.head]
    return False


def _refuses(parse: Parse, mention: EventMention) -> bool:
    """Tell whether a mention says what will not be done: "we will not free one more man"."""
    head = parse.head_of(mention.trigger.span)
    return head is not None and any(t.tag == "MD" for t in parse.kids(head.i, "aux"))


def _contests(denial: EventMention, mention: EventMention, attributions: Sequence[Attribution], *, near: bool) -> bool:
    if denial.type != mention.type or not _modes_meet(denial.mode, mention.mode):
        return False
    if _one_source(denial, mention, attributions) or _apart(denial, mention) or not _says_the_same(mention, denial):
        return False
    if denial.attribution is not None and is_pointing(attributions[denial.attribution]):
        near = False  # it says itself what it denies
    if near and _only_suffered(mention) and _denied_doers(denial) and not _stated(denial, ("victim",)):
        near = False  # who fired is denied, not that two were killed
    if denial.mode != mention.mode and None in (denial.mode, mention.mode):
        return near
    return near or _doer_denies(denial, mention, attributions)


def _modes_meet(first: str | None, second: str | None) -> bool:
    return first == second or None in (first, second) or {first, second} <= _ILL_TREATMENT


def _doer_denies(denial: EventMention, mention: EventMention, attributions: Sequence[Attribution]) -> bool:
    """Tell whether the doer named is the one who denies, or of whom it is denied; where none is, the act implies one."""
    doers, denying = _doers(mention), _denied_doers(denial)
    if not doers:
        return _at_hands_of(mention)
    if not _named(denying) or not _named(doers):
        return True  # nobody at all did it: "nobody was beaten", "no shot was fired"
    source = attributions[denial.attribution].source if denial.attribution is not None else None
    if source is not None:
        denying += [source.name or "", source.text]
    return bool(_named(doers) & _named(denying))


def _denied_doers(denial: EventMention) -> list[str]:
    return [a.text for a in denial.arguments if a.role in _DOERS]


def _named(texts: list[str]) -> set[str]:
    return {w for text in texts for w in _words(text)}


def _doers(mention: EventMention) -> list[str]:
    return _stated(mention, _DOERS)


def _stated(mention: EventMention, roles: Container[str]) -> list[str]:
    return [a.text for a in mention.arguments if a.role in roles and a.basis == "stated"]


def _only_suffered(mention: EventMention) -> bool:
    """Tell whether an account tells who was hit and nothing of who did it."""
    return mention.type == "ASSAULT" and not _doers(mention) and not _at_hands_of(mention)


def _at_hands_of(mention: EventMention) -> bool:
    """Tell whether the act itself implies a doer: a bomb is heard by all, a beating is laid at somebody's door."""
    if mention.type == "COERCE":
        return mention.mode != "arrest"
    return mention.type == "ASSAULT" and mention.mode in _BY_HAND


def _one_source(first: EventMention, second: EventMention, attributions: Sequence[Attribution]) -> bool:
    """Tell whether both stand in one source's words: he does not contest himself."""
    if None in (first.attribution, second.attribution):
        return first.attribution is second.attribution and first.voice == second.voice
    names = [attributions[m.attribution].source for m in (first, second) if m.attribution is not None]
    return (
        names[0] is not None
        and names[1] is not None
        and (names[0].name or names[0].text) == (names[1].name or names[1].text)
    )


def _apart(first: EventMention, second: EventMention, roles: Sequence[str] = _SUFFERERS) -> bool:
    """Tell whether two mentions tell of two happenings: another day, another place, or other people."""
    a, b = first.time, second.time
    if a and b and a.basis == b.basis == "stated" and a.from_ and b.from_ and not _same_day(first, second):
        return True
    here, there = first.place, second.place
    if (
        here
        and there
        and here.basis == there.basis == "stated"
        and here.name != there.name
        and here.admin1 != there.admin1
    ):
        return True
    return any(_other_people(first, second, role) for role in roles)


def _other_people(first: EventMention, second: EventMention, role: str) -> bool:
    filled = [[a.text for a in m.arguments if a.role == role] for m in (first, second)]
    if any(text.split()[0].lower() in _ALL_OR_NONE for texts in filled for text in texts if text.split()):
        return False
    words = [{w for text in texts for w in _words(text)} for texts in filled]
    return bool(words[0] and words[1]) and not words[0] & words[1]


def _words(text: str) -> set[str]:
    plain = (w.strip("\"'“”’,.").lower() for w in text.split())
    return {w for w in plain if w and w not in _WORDS.people.nameless and not w[0].isdigit()}
