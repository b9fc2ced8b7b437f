"""Finds the named entities that spaCy's recognizer finds, faster: it scores the words of many texts at once, not in turn.

The recognizer goes from word to word and makes one of a hundred moves: it begins a name of some label, goes on with it, ends
it, takes the word for a whole name, or passes on. What it does outside a name hangs on the word alone; inside one, on the
word, the one before it and the one that the name began with. So all words are scored as if they stood outside a name; then,
wherever a name would begin, its second word, its third, until all names have ended. What is left is to read the moves off.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Array = np.ndarray[Any, Any]

_LOOKS_AT = 3  # the word, the first of an open name, the one before it
_AT_ONCE = 4  # texts, as spaCy itself has it with the program's batches: long ones take much memory
_NEVER = -1e30  # the score of what is not allowed
_STARTS = 1  # spaCy's code for a word that begins a sentence


class QuickRecognizer:
    """A recognizer's moves, read off in one go.

    name: of the recognizer among the parts of the pipeline, where it need not run.
    """

    def __init__(self, name: str, recognizer: EntityRecognizer) -> None:
        self.name = name
        self._model = recognizer.model
        moves = _moves(recognizer)
        self._labels = [label for _, label in moves]
        self._is_begin, self._is_unit = (np.array([k == kind and label != "" for k, label in moves]) for kind in "BU")
        self._is_inner = ~(self._is_begin | self._is_unit | np.array([move == ("O", "") for move in moves]))
        number = {move: i for i, move in enumerate(moves)}
        self._go_on, self._end = (np.array([number.get((kind, label), -1) for _, label in moves]) for kind in "IL")

    @classmethod
    def of(cls, nlp: Language) -> QuickRecognizer | None:
        """Return that of a pipeline's last part; None where that is no recognizer of the kind known here, or not the only one."""
        from spacy.pipeline import EntityRecognizer

        if any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names[:-1]):
            return None
        for name, part in nlp.pipeline[-1:]:
            if isinstance(part, EntityRecognizer) and _is_known(part):
                return cls(name, part)
        return None

    def mark(self, docs: Sequence[Doc]) -> None:
        """Set the named entities of texts that have none yet."""
        docs = [doc for doc in docs if len(doc)]
        for first in range(0, len(docs), _AT_ONCE):
            self._mark(docs[first : first + _AT_ONCE])

    def _mark(self, docs: Sequence[Doc]) -> None:
        from spacy.tokens import Span

        found = iter([*self._found(docs), (-1, -1, "")])
        start, end, label = next(found)
        offset = 0
        for doc in docs:
            names = []
            while offset <= start < offset + len(doc):
                names.append(Span(doc, start - offset, end - offset, label=label))
                start, end, label = next(found)
            doc.set_ents(names)
            offset += len(doc)

    def _found(self, docs: Sequence[Doc]) -> list[tuple[int, int, str]]:
        """Return first word, word after the last, and label of all names, counted through all texts."""
        step = self._model.predict(docs)
        looks = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        is_last = np.append(looks[1:, 0] == _STARTS, True)  # no name goes on into the next sentence, nor text
        is_last[np.cumsum([len(doc) for doc in docs]) - 1] = True
        outside = self._outside(step, is_last, looks[:, 1] == 1)
        begins = np.flatnonzero(self._is_begin[outside])
        ends = self._ends(step, begins, outside[begins], is_last)
        step.clear_memory()
        names = []
        free = 0
        for i in np.flatnonzero(self._is_begin[outside] | self._is_unit[outside]).tolist():
            if i >= free:
                free = ends.get(i, i + 1)
                names.append((i, free, self._labels[outside[i]]))
        return names

    def _outside(self, step: Any, is_last: Array, is_space: Array) -> Array:
        """Return the best move at each word if no name is open there."""
        words = np.full((len(is_last), _LOOKS_AT), -1, dtype="i")
        words[:, 0] = np.arange(len(is_last))
        scores = _scores(step, words)
        scores[:, self._is_inner] = _NEVER
        scores[np.ix_(is_last | is_space, self._is_begin)] = _NEVER
        scores[np.ix_(is_space, self._is_unit)] = _NEVER
        best: Array = scores.argmax(axis=1)
        return best

    def _ends(self, step: Any, firsts: Array, moves: Array, is_last: Array) -> dict[int, int]:
        """Return where the names end that begin at these words with these moves, by first word."""
        ends: dict[int, int] = {}
        go_on, end = self._go_on[moves], self._end[moves]
        at = firsts + 1
        while len(at):
            scores = _scores(step, np.stack((at, firsts, at - 1), axis=1).astype("i"))
            rows = np.arange(len(at))
            ending = is_last[at] | (scores[rows, go_on] < scores[rows, end])
            ends.update(zip(firsts[ending].tolist(), (at[ending] + 1).tolist(), strict=True))
            at, firsts, go_on, end = at[~ending] + 1, firsts[~ending], go_on[~ending], end[~ending]
        return ends


def _scores(step: Any, words: Array) -> Array:
    """Return the score of each move where the recognizer looks at these words; -1: at none."""
    scores: Array = step.vec2scores.predict(step.state2vec.predict(words))
    return scores


def _moves(recognizer: EntityRecognizer) -> list[tuple[str, str]]:
    """Return kind and label of a recognizer's moves: ("B", "GPE")."""
    moves: Any = recognizer.moves
    names = (moves.get_class_name(i).partition("-") for i in range(moves.n_moves))
    return [(kind, label) for kind, _, label in names]


def _is_known(recognizer: EntityRecognizer) -> bool:
    """Tell whether a recognizer decides word for word as told above, and can end what it can begin."""
    from thinc.api import NumpyOps

    model, moves = recognizer.model, _moves(recognizer)
    return (
        recognizer.cfg["beam_width"] == 1
        and isinstance(model.ops, NumpyOps)
        and model.name == "parser_model"
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nF") == _LOOKS_AT
        and ("O", "") in moves
        and all((kind, label) in moves for begin, label in moves if begin == "B" for kind in "IL")
    )
