"""Who is meant: pronouns, titles and short names of one report resolved to the fullest name that it gives.

No list of first names is used: "she" and "he" are told apart only by what the report itself says of a person (a
title, an earlier pronoun). A source that no name can be found for keeps its own words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Sequence

import msgspec

from dateline.records import Parse, Span, Token
from dateline.reference.actors import registry
from dateline.reference.roles import roles
from dateline.reference.speech import Speech
from dateline.segment.phrases import is_name, noun_phrase
from dateline.segment.runs import Run, name_runs

_ARTICLE = re.compile(r"^(?:the|a|an|one|some|several|many)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_SINGULAR = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_PLURAL = {"they", "them", "their"}
_NEUTER = {"it", "its"}
# (singular person, neuter) -> what the pronoun can go back to; "named" is a proper name of unknown kind
_KINDS = {(True, False): ("person", "named"), (False, True): ("group", "named"), (False, False): ("plural", "group")}
_PERSONS = ("man", "woman", "person")  # as "spokeswoman" ends
_BACK = 5  # sentences
_MOST_REFERENTS = 40  # of one sentence
_LONGEST_NAME = 7  # words
_LONGEST_PHRASE = 120  # characters


Quoted = Callable[[int], Span | None]


def _unquoted(_: int) -> Span | None:
    return None


class Referent(msgspec.Struct, frozen=True, kw_only=True):
    """Something a pronoun can go back to.

    rank: 0 main subject, 1 other subject, 2 other. kind: person, group, plural, or named (a name of unknown kind).
    """

    head: int
    start: int
    sentence: int
    rank: int
    kind: str
    name: str


class Names:
    """The names of one report. Resolve sources in text order: each answer helps the next."""

    def __init__(self, parse: Parse, lexicon: Speech) -> None:
        self.parse, self.lexicon = parse, lexicon
        self.runs = name_runs(parse)
        self.full = self._fullest_forms()
        self.persons = self._person_words()
        self.roles = self._harvest_roles()
        self.seen: set[int] = set()
        self.gender: dict[str, str] = {}
        self.referents: dict[int, list[Referent]] = {}
        for referent in self._referents():
            self.referents.setdefault(referent.sentence, []).append(referent)
            self.seen.add(referent.head)

    def name(self, source: Span, head: int, owner: Span, quoted: Quoted = _unquoted) -> str | None:
        """Return the fullest name of a source, its own words without article where the report names nobody.

        source, head: the source's span and head token. owner: span of the voice it stands in; pronouns go back only to
        words of the same voice. quoted: the quotation that holds an offset, None outside; what one holds is no answer to a
        pronoun outside it. None for a pronoun that goes back to nothing.
        """
        token = self.parse.tokens[head]
        if token.pos == "PRON" and token.lower in _SINGULAR.keys() | _PLURAL | _NEUTER:
            name = self._pronoun(token, owner, quoted)
        else:
            name = self._phrase(source, token)
        if name:
            self._remember(token, name)
        return name

    # --- names and noun phrases

    def _phrase(self, source: Span, head: Token) -> str | None:
        own = self._own_name(source, head)
        if own and own.lower() in self.lexicon.titles and (holder := self._role(head, source)):
            return holder  # "the President"
        if own:
            return self.fullest(own, head.start)
        bare = self._bare(source, head)
        if (
            bare
            and (head.tag == "NN" or head.text.islower())
            and head.tag != "NNS"
            and (named := self._role(head, source))
        ):
            return named
        return self._words(source) or None

    def _words(self, source: Span) -> str:
        tokens = self.parse.inside(source)
        out = ""
        for n, token in enumerate(tokens):
            gap = " " if n and token.start > tokens[n - 1].end else ""
            out += gap + token.text
            if len(out) > _LONGEST_PHRASE:
                break
        return _POSSESSIVE.sub("", _ARTICLE.sub("", out.split(", ")[0])).strip()

    def _own_name(self, source: Span, head: Token) -> str | None:
        """Return the name that the phrase itself holds: at its head or in an apposition to it."""
        inside = self._runs_in(source)
        at_head = next((run for run in inside if run.first <= head.i < run.last), None)
        office = at_head is not None and at_head.text.split()[0].lower() in self.lexicon.titles
        if (head.pos == "NOUN" or office) and (named := self._after_comma(source, head)):
            return self.untitled(named)
        if at_head is not None and head.pos == "PROPN":
            return self.untitled(at_head.text)
        for run in inside:
            tail = self.parse.tokens[run.last - 1]
            if tail.dep == "appos" or (tail.dep == "pobj" and head.pos == "NUM" and run.label == "PERSON"):
                return self.untitled(run.text)
        beside = next((run for run in inside if run.label == "PERSON" and not self._owns(run)), None)
        after_comma = beside is not None and self.parse.tokens[beside.first - 1].text == ","
        return self.untitled(beside.text) if beside is not None and after_comma else None

    def _after_comma(self, source: Span, head: Token) -> str | None:
        """Return the name that ends the phrase of a role, behind a comma: "its spokesman, Saw Htoo Paw"."""
        tokens = self.parse.inside(source)
        comma = next((n for n, t in enumerate(tokens) if t.text == "," and t.i > head.i), None)
        if comma is None or not is_name(tokens[comma + 1 :]):
            return None
        first, last = tokens[comma + 1], tokens[-1]
        name = self._words(Span(first.start, last.end))
        return re.sub(r"\s*\(.*$", "", name) or None

    def _owns(self, run: Run) -> bool:
        after = self.parse.tokens[run.last] if run.last < len(self.parse.tokens) else None
        return after is not None and after.tag == "POS"

    def _runs_in(self, span: Span) -> list[Run]:
        k = bisect_left(self.runs, span.start, key=lambda run: run.span.start)
        out = []
        while k < len(self.runs) and self.runs[k].span.start < span.end:
            out.append(self.runs[k])
            k += 1
        return out

    def untitled(self, name: str) -> str:
        """Return a name without article, title and possessive; never empty."""
        words = _POSSESSIVE.sub("", _ARTICLE.sub("", name)).split()
        while (
            len(words) > 1
            and (words[0].rstrip(".").lower() in self.lexicon.titles)
            and not _is_body(words, self.lexicon)
        ):
            words.pop(0)
        return " ".join(words)

    def _bare(self, source: Span, head: Token) -> bool:
        """Tell whether the phrase is a determiner, at most one modifier and the head."""
        return len([t for t in self.parse.inside(source) if t.start <= head.start]) <= 3

    def _role(self, head: Token, source: Span) -> str | None:
        """Return who holds the office or bears the kind of name: "the minister", "the union"."""
        if not any(t.dep in ("det", "poss") for t in self.parse.kids(head.i)):
            return None
        if len([t for t in self.parse.kids(head.i) if t.dep in ("poss", "amod", "prep") and t.pos != "PRON"]) > 0:
            return None
        word = head.lower
        if word in self.lexicon.groups and self.parse.kids(head.i, "poss"):
            return None  # "their union" is not the only union that the report names
        held = self.roles.get(word)
        if held:
            return held[max(0, bisect_right(held, head.start, key=lambda item: item[0]) - 1)][1]
        return None

    def fullest(self, name: str, offset: int) -> str:
        """Return the longest name of the report that ends (or begins) as this one does, on a tie the latest."""
        found = self.full.get(name.lower())
        if not found:
            return name
        longest = max(len(full.split()) for full in found)
        best = [full for full in found if len(full.split()) == longest]
        before = [full for full in best if found[full] <= offset]
        return before[-1] if before else best[0]

    def _fullest_forms(self) -> dict[str, dict[str, int]]:
        """Return surname, first name or acronym in lower case -> full name -> offset of its first mention."""
        out: dict[str, dict[str, int]] = {}
        for run in self.runs:
            words = (name := self.untitled(run.text)).split()
            if not 1 < len(words) <= _LONGEST_NAME:
                continue
            body = _is_body(words, self.lexicon) or run.label in ("ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")
            keys = set() if body else {" ".join(words[n:]) for n in range(1, len(words))}
            if run.label == "PERSON" or (not body and len(words) <= 3 and not words[0].isupper()):
                keys.add(words[0])
            for key in keys | {name}:
                out.setdefault(key.lower(), {}).setdefault(name, run.span.start)
            if run.acronym:
                out.setdefault(run.acronym.lower(), {}).setdefault(name, run.span.start)
        return out

    def _person_words(self) -> set[str]:
        """Return surnames and single names in lower case that a title or the model shows to be a person's."""
        out = set()
        for run in self.runs:
            words = self.untitled(run.text).split()
            titled = len(words) < len(run.text.split()) and run.text.split()[0].lower() != "the"
            if (run.label == "PERSON" or titled) and not _is_body(words, self.lexicon):
                out.add(words[-1].lower())
                out.update([words[0].lower()] if run.label == "PERSON" else ())
        return out

    def _harvest_roles(self) -> dict[str, list[tuple[int, str]]]:
        """Return role or kind of body -> (offset, name), from "the mayor, Jane Roe", "President Roe", "Free Union"."""
        out: dict[str, list[tuple[int, str]]] = {}
        for run in self.runs:
            name = self.fullest(self.untitled(run.text), run.span.start)
            words = run.text.split()
            heads = {
                words[-1].lower(),
                words[0].lower() if len(words) > 1 and words[1].lower() in ("of", "for") else "",
            }
            for word in heads & self.lexicon.groups if len(words) > 1 else ():
                out.setdefault(word, []).append((run.span.start, name))
            if run.label in ("GPE", "LOC", "DATE", "NORP", "FAC"):
                continue
            for word in self._roles_beside(run):
                out.setdefault(word, []).append((run.span.start, name))
        return out

    def _roles_beside(self, run: Run) -> Iterable[str]:
        """Yield nouns that stand as title or apposition to a name."""
        tokens = self.parse.tokens
        last = tokens[run.last - 1]
        words = run.text.lower().split()
        yield from (w for w in words[:-1] if w in self.lexicon.titles)
        for token in tokens[max(0, run.first - 3) : run.first]:
            titled = token.pos == "NOUN" or token.lower in self.lexicon.titles
            if titled and token.head == last.i and token.dep == "compound":
                yield token.lower
        if last.dep == "appos":
            office = tokens[last.head]
            if office.pos == "NOUN" or office.lower in self.lexicon.titles:
                yield office.lower
        for kid in self.parse.kids(last.i, "appos"):
            if kid.pos == "NOUN":
                yield kid.lower
        if run.first >= 2 and tokens[run.first - 1].text == "," and tokens[run.first - 2].pos == "NOUN":
            yield tokens[run.first - 2].lower

    # --- pronouns

    def _referents(self) -> Iterable[Referent]:
        """Yield what pronouns can go back to: subjects, and persons anywhere."""
        for token in self.parse.tokens:
            subject = token.dep in ("nsubj", "nsubjpass")
            if token.pos not in ("NOUN", "PROPN") or not (subject or token.entity == "PERSON"):
                continue
            if token.dep == "compound" or (token.entity == "PERSON" and token.dep == "poss"):
                continue
            kind = self._kind(token)
            if kind:
                main = subject and self.parse.tokens[token.head].dep == "ROOT"
                rank = 0 if main else 1 if subject else 2
                name = self._phrase(noun_phrase(self.parse, token.i), token) or token.text
                yield Referent(
                    head=token.i, start=token.start, sentence=token.sentence, rank=rank, kind=kind, name=name
                )

    def _kind(self, token: Token) -> str | None:
        """Tell a person from a body and from several people; None for what does not speak."""
        if token.lemma in self.lexicon.groups or token.lower in self.lexicon.groups:
            return "group"
        beside = self.parse.kids(token.i, "appos")
        if token.entity == "PERSON" or any(k.entity == "PERSON" or self._is_office(k) for k in beside):
            return "person"
        if token.pos == "PROPN" and token.tag == "NNP":
            if token.lower in self.persons:
                return "person"
            told = token.text.isupper() or any(t.dep == "det" for t in self.parse.kids(token.i))
            return "group" if told or token.entity in ("GPE", "LOC") or registry().country_of(token.text) else "named"
        if token.entity in ("ORG", "NORP"):
            return "group"
        if token.tag == "NNS":
            return "plural"
        return "person" if self._is_office(token) else None

    def _is_office(self, token: Token) -> bool:
        """Tell whether a word means one person: "a spokeswoman", whatever the name beside it is taken for."""
        word = token.lower
        named = word in self.lexicon.titles or word in self.lexicon.he or word in self.lexicon.she
        return named or (token.tag == "NN" and (token.lemma in roles().people or word.endswith(_PERSONS)))

    def _pronoun(self, token: Token, owner: Span, quoted: Quoted) -> str | None:
        kinds = _KINDS[token.lower in _SINGULAR, token.lower in _NEUTER]
        gender = _SINGULAR.get(token.lower)
        for sentence in range(token.sentence, max(-1, token.sentence - _BACK - 1), -1):
            known = self.referents.get(sentence, [])
            stop = bisect_left(known, token.start, key=lambda r: r.start)
            near = [
                r for r in known[max(0, stop - _MOST_REFERENTS) : stop]
                if r.kind in kinds and owner.start <= r.start < owner.end
                and ((inner := quoted(r.start)) is None or inner.start <= token.start < inner.end)
                and not (sentence == token.sentence and self._supposed(r))
                and (gender is None or self._gender(r) in (None, gender))
            ]  # fmt: skip
            if near:
                best = min(near, key=lambda r: (r.rank, r.kind == "named", -r.start))
                if gender:
                    self.gender.setdefault(best.name, gender)
                return best.name
        return None

    def _supposed(self, referent: Referent) -> bool:
        """Tell whether it is the subject of a condition: "if the soldiers come, they say, ..." is not said by the soldiers."""
        verb = self.parse.tokens[self.parse.tokens[referent.head].head]
        return any(t.lower in ("if", "unless", "should") for t in self.parse.kids(verb.i, "mark", "aux"))

    def _gender(self, referent: Referent) -> str | None:
        if referent.name in self.gender:
            return self.gender[referent.name]
        near = {t.lower for t in self.parse.kids(referent.head)} | {self.parse.tokens[referent.head].lower}
        return "she" if near & self.lexicon.she else "he" if near & self.lexicon.he else None

    def _remember(self, head: Token, name: str) -> None:
        """Let later pronouns go back to this source."""
        known = self.referents.setdefault(head.sentence, [])
        if head.i in self.seen:
            known[:] = [msgspec.structs.replace(r, name=name) if r.head == head.i else r for r in known]
            return
        self.seen.add(head.i)
        kind = "person" if head.lower in _SINGULAR or head.tag == "NN" else "plural"
        if head.lower in _NEUTER or head.lemma in self.lexicon.groups or head.lemma in self.lexicon.nouns:
            kind = "group"  # also a statement or a report that is named as source
        elif head.pos == "PROPN":
            kind = self._kind(head) or kind
        made = Referent(head=head.i, start=head.start, sentence=head.sentence, rank=0, kind=kind, name=name)
        insort(known, made, key=lambda r: r.start)


def _is_body(words: Sequence[str], lexicon: Speech) -> bool:
    """Tell whether the words name an institution ("State Council", "Ministry of Health")."""
    lower = [word.lower() for word in words]
    return lower[-1] in lexicon.groups or (
        len(lower) > 1 and lower[1] in ("of", "for", "and") and not lower[0].endswith(".")
    )
