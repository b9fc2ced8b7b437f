"""Tells what a number counts: the dead, the injured, the arrested, the crowd, from its noun and from what governs it.

Precedence: the verb over the noun ("four officers were killed" counts killed, not soldiers), a word right behind the noun, the
noun itself, the word that carries the figure ("a death toll of 31"), and last the setting ("300 people at the rally").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.annotate.governing import THINGS, fits, governors, harms, told_by
from dateline.records import Parse, Token
from dateline.records.annotation import CountOf
from dateline.reference.aiming import shoots_at
from dateline.reference.annotating import annotating_words
from dateline.reference.codebook import load_codebook
from dateline.reference.numbers import CountLexicon, count_lexicon
from dateline.reference.roles import roles
from dateline.reference.tolls import names_wound, toll_at

SINGULAR: frozenset[CountOf] = frozenset({"arrested", "hostages", "injured", "killed", "missing", "released"})
_WORDS = annotating_words().counting
PERSON_ENDINGS = ("ers", "ors", "ists", "ians", "ees", "ants", "men", "women", "people", "folk")
_TOLL_REACH = 9  # tokens before the number
_BEHIND_REACH = 20  # tokens behind it
_SENTENCE_REACH = 60  # tokens on either side: a sentence without end stays linear work
_KNOWN = frozenset("the their these those his her its our your".split())
_PARTS = frozenset({"including", "include", "among", "amongst"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number's head token, the noun that it counts (None for a bare figure), and the last token of the expression."""

    number: Token
    noun: Token | None
    end: Token | None = None

    @property
    def head(self) -> Token:
        """Return the token that stands in the clause."""
        return self.noun if self.noun is not None and self.noun.i != self.number.i else self.number

    @property
    def last(self) -> Token:
        """Return the last token of the number expression."""
        return self.end or self.number


def sentence_around(parse: Parse, token: Token) -> tuple[Token, ...]:
    """Return the tokens of the sentence, no farther than the reach."""
    first, last = parse.sentences[token.sentence]
    return parse.tokens[max(first, token.i - _SENTENCE_REACH) : min(last, token.i + _SENTENCE_REACH)]


def is_person(token: Token) -> bool:
    """Tell whether a noun means people: by the table of roles, as a people's name, or by its ending in the plural."""
    if count_lexicon().is_thing(token.lemma):
        return False  # "two fighter jets" stand for no pilots
    if token.lemma in roles().people or token.lower in roles().people or token.entity == "NORP" or token.pos == "PRON":
        return True
    if token.pos == "NOUN" and token.lemma in _people():
        return True
    ends_so = token.tag in ("NNS", "NNPS") and token.lower.endswith(PERSON_ENDINGS) and len(token.text) > 5
    return ends_so and token.lower not in count_lexicon().not_people


@cache
def _people() -> frozenset[str]:
    """Return the nouns that the packaged codebook takes for people, those that stand for bodies of people left out."""
    return load_codebook().classes["person"] - _WORDS.bodies


def counted_of(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    """Return what is counted, or None where the words do not show it."""
    if _is_part(parse, counted):
        return None
    noun = counted.noun
    told = toll_at(parse, counted.head, lexicon) if noun is None or is_person(noun) else None
    if told is not None:
        return told
    people = noun is None or is_person(noun)
    acts = parse.tokens[counted.head.head].dep == "agent" or lexicon.is_thing(noun.lemma if noun else "")  # "two buses"
    if noun is not None and not people and not _known(noun, lexicon):
        return by_predicate(parse, counted, lexicon, harm=True, only=lexicon.people_only)
    return (
        (_by_noun(parse, counted, lexicon) if noun is not None and noun.pos == "ADJ" else None)  # "80 wounded"
        or (by_harm(parse, counted, lexicon) if people else None)
        or (None if acts else _by_neighbour(parse, counted, lexicon))
        or _by_noun(parse, counted, lexicon)
        or (None if acts else _by_toll(parse, counted, lexicon))
        or (by_predicate(parse, counted, lexicon, harm=False) if people else None)
        or (_by_setting(parse, counted, lexicon) if people else None)
        or _by_thing(parse, counted, lexicon)
    )


def _known(noun: Token, lexicon: CountLexicon) -> bool:
    return any(noun.lemma in cues.nouns or noun.lower in cues.nouns for cues in lexicon.of.values())


def _is_part(parse: Parse, counted: Counted) -> bool:
    """Tell "including two children": a part of a number that stands before it."""
    number, noun = counted.number, counted.noun
    before = parse.tokens[max(0, number.i - 3) : number.i]
    if any(t.lower in _PARTS and t.sentence == number.sentence for t in before):
        return True
    head = counted.head
    whole = parse.tokens[parse.tokens[head.head].head]
    if head.dep == "pobj" and whole.i < number.i and (whole.lemma in _WORDS.shares or whole.pos == "NUM"):
        return True  # "a third of the 90 held", "nine of the 90"
    if noun is None and number.dep == "pobj":  # "two of the seven": the seven are told elsewhere
        return parse.tokens[number.head].lower == "of" and (whole.pos == "NUM" or whole.lemma in _WORDS.fractions)
    left = number.dep == "dobj" and parse.tokens[number.head].lemma == "leave"  # "leaving five of them dead"
    if left or noun is None or noun.lower not in ("them", "whom") or noun.i + 1 >= len(parse.tokens):
        return False
    if parse.tokens[noun.i + 1].pos in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM"):  # "six of them officers"
        return True
    first = parse.sentences[number.sentence][0]
    aside = number.dep == "appos" or (number.i > first and parse.tokens[number.i - 1].text == ",")
    return aside and any(t.pos == "NUM" for t in parse.tokens[first : number.i])  # "three of them badly"


def by_predicate(
    parse: Parse, counted: Counted, lexicon: CountLexicon, *, harm: bool, only: frozenset[str] | None = None
) -> CountOf | None:
    """Look at the verbs that govern the counted noun. harm: those that befall people, else those of gathering; only: verbs."""
    for verb, side in governors(parse, counted.head.i):
        if only is not None and verb.lemma not in only:
            continue
        if harm:
            of = told_by(parse, verb, side, lexicon)
            if of is not None:
                return of
        elif fits(parse, verb, side, lexicon.of["participants"]):
            return "participants"
    return None


def by_harm(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    """Look at what befell the counted; "the death of three men who were shot" tells that they did not live."""
    of = by_predicate(parse, counted, lexicon, harm=True)
    link = parse.tokens[counted.head.head]
    died = lexicon.of["killed"].toll | lexicon.of["killed"].deeds
    slain = of == "injured" and link.lower == "of" and parse.tokens[link.head].lemma in died
    return "killed" if slain else of


def also_counted(parse: Parse, counted: Counted, first: CountOf, lexicon: CountLexicon) -> Iterator[CountOf]:
    """Yield what else befell the people counted ("the three who were arrested on Friday were released")."""
    if counted.noun is None or not is_person(counted.noun) or counted.noun.pos == "ADJ":
        return
    seen = {first}
    for verb, side in governors(parse, counted.head.i):
        of = told_by(parse, verb, side, lexicon)  # a verb tells one thing: "shot dead" no wound
        if of is not None and of not in seen:
            seen.add(of)
            yield of


def befell_them(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    """Return what befell the people counted whom "them" means further along: "pulled 12 men out and shot them"."""
    noun, verb = counted.head, parse.tokens[counted.head.head]
    if noun.dep != "dobj" or noun.tag != "NNS" or not is_person(noun):
        return None
    first = parse.tokens[verb.head] if verb.dep == "conj" and parse.tokens[verb.head].pos == "VERB" else verb
    row = [
        t for v in (first, *parse.kids(first.i, "conj"), *parse.kids(verb.i, "conj")) for t in parse.kids(v.i, "dobj")
    ]
    if any(t.i != noun.i and t.tag == "NNS" and is_person(t) for t in row):
        return None  # "them" may be others
    them = (t for t in row if t.lower == "them" and t.i > noun.i)
    return next((of for t in them if (of := by_harm(parse, Counted(t, t), lexicon)) is not None), None)


def _by_neighbour(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    """Look at the word right behind the noun ("12 people dead") and the one right before it ("eight missing hikers")."""
    token = _word_behind(parse, max(counted.head.i, counted.last.i))
    acts = token is None or parse.kids(token.i, "dobj") or shoots_at(parse, token)
    if token is not None and not acts and token.tag not in ("VBP", "VBZ", "VB"):
        for of, cues in harms(lexicon):
            if token.lower in cues.after or (token.tag in ("VBN", "VBD") and fits(parse, token, "object", cues)):
                return of
    between = parse.tokens[counted.last.i + 1 : counted.head.i] if counted.noun is not None else ()
    people = next((k for k, t in enumerate(between) if t.lower == "of" and k and is_person(between[k - 1])), None)
    between = between[:people]  # "50 relatives of missing soldiers"
    for of, cues in harms(lexicon):
        if any(word.lower in cues.modifier for word in between):
            return of
    wounded = token is not None and token.lower == "with" and names_wound(parse, token, lexicon)
    if counted.head.dep in ("dobj", "nsubjpass"):  # "six men were admitted [with bullet wounds]"
        links = (
            t for t in parse.kids(counted.head.head, "prep") if t.lower in ("for", "with") and t.i > counted.head.i
        )
        wounded = wounded or any(names_wound(parse, link, lexicon) for link in links)
    return "injured" if wounded else _by_all_of_them(parse, counted, lexicon)


def _by_all_of_them(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    """Look behind for a word on the whole number: "... 3,400 people, all of them displaced by"."""
    last = parse.sentences[counted.number.sentence][1]
    for token in parse.tokens[counted.last.i + 1 : min(last - 3, counted.last.i + _BEHIND_REACH)]:
        if token.lower in ("all", "most", "each", "both") and parse.tokens[token.i + 1].lower == "of":
            word = parse.tokens[token.i + 3]
            return next((of for of, cues in harms(lexicon) if word.lower in cues.after), None)
    return None


def _word_behind(parse: Parse, i: int) -> Token | None:
    """Return the first telling token after index `i` in its sentence."""
    last = parse.sentences[parse.tokens[i].sentence][1]
    return next((t for t in parse.tokens[i + 1 : min(last, i + 6)] if t.lower not in _WORDS.skipped), None)


def _by_noun(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    noun = counted.noun
    if noun is None or _some_of(parse, counted):
        return None
    lemmas = {t.lemma for t in sentence_around(parse, noun)}
    found = (
        of
        for of, cues in lexicon.of.items()
        if of not in THINGS and {noun.lemma, noun.lower} & cues.nouns and not lemmas & cues.unless
    )
    return next(found, None)  # type: ignore[arg-type]


def _some_of(parse: Parse, counted: Counted) -> bool:
    """Tell "three of the bodies": a part of those who were counted before."""
    behind = [t.lower for t in parse.tokens[counted.last.i + 1 : counted.head.i][:2]]
    return behind[:1] == ["of"] and not _KNOWN.isdisjoint(behind)


def _by_toll(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    """Look for the word that carries the figure: "a crowd of 700", "the toll rose to 31", "put the turnout at 2,500"."""
    first = counted.number.i
    start = max(parse.sentences[counted.number.sentence][0], first - _TOLL_REACH)
    before = parse.tokens[start:first]
    for of, cues in lexicon.of.items():
        words = cues.toll | cues.deeds
        at = next((t for t in reversed(before) if t.lemma in words or t.lower in words), None)
        if at is not None and cues.unless & {t.lemma for t in before}:
            continue
        if at is not None and (_of_it(parse, at, counted) or (at.lemma in cues.toll and _carries(parse, at, counted))):
            return of  # type: ignore[return-value]
    return None


def _of_it(parse: Parse, word: Token, counted: Counted) -> bool:
    """Tell whether the figure follows the word by "of"."""
    between = [t.lower for t in parse.tokens[word.i + 1 : counted.last.i]]
    return between[:1] == ["of"] and len(between) <= 5


def _carries(parse: Parse, toll: Token, counted: Counted) -> bool:
    """Tell whether a verb of figures links the toll word, its subject or object, to the figure."""
    between = [t.lower for t in parse.tokens[toll.i + 1 : counted.last.i]]
    if any(t.dep in ("nummod",) and t.i != counted.number.i for t in parse.tokens[toll.i + 1 : counted.number.i]):
        return False
    lemmas = {t.lemma for t in parse.tokens[max(0, toll.i - 4) : counted.number.i]}
    return bool(lemmas & _WORDS.figure_verbs) and bool(
        {"as", "at", "to", "by", "be", "reach", "pass", "exceed", "number"} & {*between, *lemmas}
    )


def _by_setting(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    """Take people who do something, or are counted, in a sentence about a gathering for its participants."""
    head = counted.head
    if _surface_subject(parse, counted, lexicon) or _we_are(parse, counted) or _gathering_of(parse, head, lexicon):
        return "participants"
    if counted.noun is None and not head.lower.endswith("s"):
        return None
    gathers = any(
        side == "subject" or verb.lemma in _WORDS.counting for verb, side in governors(parse, head.i)
    ) or head.dep in ("appos", "dep", "ROOT")
    setting = lexicon.of["participants"].setting
    return "participants" if gathers and any(t.lemma in setting for t in sentence_around(parse, head)) else None


def _gathering_of(parse: Parse, head: Token, lexicon: CountLexicon) -> bool:
    """Tell "a march by 300 teachers"."""
    link = parse.tokens[head.head]
    by = head.dep == "pobj" and link.lower == "by" and link.dep == "prep"
    return by and parse.tokens[link.head].lemma in lexicon.of["participants"].setting


def _surface_subject(parse: Parse, counted: Counted, lexicon: CountLexicon) -> bool:
    """Tell a verb of gathering right behind the noun that the parser gave no subject."""
    i = max(counted.head.i, counted.last.i) + 1
    if i >= len(parse.tokens) or parse.tokens[i].sentence != counted.number.sentence or counted.noun is None:
        return False
    verb = parse.tokens[i]
    free = verb.tag in ("VBD", "VBP") and not parse.kids(i, "nsubj", "nsubjpass")
    return free and fits(parse, verb, "subject", lexicon.of["participants"])


def _we_are(parse: Parse, counted: Counted) -> bool:
    """Tell "we are 11,000"."""
    number, verb = counted.number, parse.tokens[counted.number.head]
    subjects = parse.kids(verb.i, "nsubj")
    return (
        counted.noun is None and number.dep == "attr" and verb.lemma == "be" and any(t.lower == "we" for t in subjects)
    )


def _by_thing(parse: Parse, counted: Counted, lexicon: CountLexicon) -> CountOf | None:
    noun = counted.noun
    if noun is None:
        return None
    lemmas = {t.lemma for t in sentence_around(parse, noun) if t.pos != "PROPN"}
    for of in THINGS:
        cues = lexicon.of[of]
        if noun.lemma in cues.nouns and not lemmas & cues.unless and (not cues.setting or lemmas & cues.setting):
            return of
    return None
