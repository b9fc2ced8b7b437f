"""Finds what spaCy's attribute ruler finds, faster: its rules for single words are looked up instead of matched one by one.

The ruler gives words their part of speech by some 180 patterns, nearly all of one word, and tries each on every word: a
seventh of the whole pipeline's time. What such a pattern asks of a word (form, tag, label) is the same for thousands of
words, so that each combination is worked out once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

Match = tuple[int, int, int, int]  # number of the rule, its id, first token, token after the last
Pattern = dict[str, Any]
_ASKED: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
_CHOICES = ("IN", "NOT_IN")


class QuickMatcher:
    """The patterns of a ruler: those of one word by what they ask for, all others left to spaCy.

    named: hashes of the forms that some pattern asks for; one that none asks for is like any other.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._strings = ruler.vocab.strings
        self._others = Matcher(ruler.vocab)
        self._rules: list[tuple[int, int, Pattern]] = []
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for number, rule in enumerate(ruler.patterns):
            name = self._strings.add(str(number))
            patterns: Any = rule["patterns"]
            self._rules += [(number, name, pattern[0]) for pattern in patterns if _is_plain(pattern)]
            others = [pattern for pattern in patterns if not _is_plain(pattern)]
            if others:
                self._others.add(name, others)
        forms = {form for _, _, pattern in self._rules for form in _choice(pattern.get("LOWER", ()))}
        self._named = {self._strings.add(form) for form in forms}

    def match(self, doc: Doc) -> list[Match]:
        """Return the matches as the ruler applies them: later rules come later and have precedence."""
        found = [(int(self._strings[m]), m, start, end) for m, start, end in self._others(doc, allow_missing=True)]
        known, named = self._known, self._named
        for i, (form, *looks) in enumerate(doc.to_array(_ASKED).tolist()):
            key = (form if form in named else 0, *looks)
            rules = known.get(key)
            if rules is None:
                rules = known[key] = self._rules_for(key)
            found += [(number, name, i, i + 1) for number, name in rules]
        found.sort()
        return found

    def _rules_for(self, key: tuple[int, ...]) -> list[tuple[int, int]]:
        """Return the rules of one word that fit one of these looks."""
        form, tag, label, space = key
        looks = {"LOWER": self._strings[form], "TAG": self._strings[tag], "DEP": self._strings[label]}
        fits = ((n, name) for n, name, pattern in self._rules if _fits(pattern, {**looks, "IS_SPACE": bool(space)}))
        return list(dict.fromkeys(fits))


def quicken(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline, if it has one, find its matches by looking them up."""
    from spacy.pipeline import AttributeRuler

    for _, part in nlp.pipeline:
        if isinstance(part, AttributeRuler):
            part.match = QuickMatcher(part).match  # type: ignore[method-assign]


def _is_plain(pattern: list[Pattern]) -> bool:
    """Tell whether a pattern is one word and asks for nothing but form, tag or label, given or to choose from."""
    return len(pattern) == 1 and all(
        name in _ASKED and (isinstance(asked, str | bool) or (len(asked) == 1 and next(iter(asked)) in _CHOICES))
        for name, asked in pattern[0].items()
    )


def _choice(asked: Any) -> list[str]:
    return [asked] if isinstance(asked, str) else [form for forms in dict(asked).values() for form in forms]


def _fits(pattern: Pattern, looks: Pattern) -> bool:
    for name, asked in pattern.items():
        if isinstance(asked, dict):
            if (looks[name] in next(iter(asked.values()))) != ("IN" in asked):
                return False
        elif looks[name] != asked:
            return False
    return True
