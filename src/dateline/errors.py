"""The exceptions of the package, in one tree.

DatelineError
├── InputError      one input cannot be read or coded; the run goes on without it
├── ModelError      the language model is missing or not the expected one
├── DataError       packaged or user data (codebook, lexicon, gazetteer) is broken
├── StoreError      a database or an output file cannot be opened, read or written
└── RecordError     a record contradicts the contract (a bug, or a hand-made record)

Every message is one sentence that names the thing and says what to do.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all errors that the package raises on purpose."""


class InputError(DatelineError):
    """One input cannot be read or coded.

    kind: short machine-readable word, e.g. "empty", "binary", "too-long"; the same in `reading.error.kind`.
    source: path or identifier of the input as the user gave it.
    """

    def __init__(self, kind: str, source: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.source = source
        self.message = message

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        return (type(self), (self.kind, self.source, self.message))


class ModelError(DatelineError):
    """The spaCy pipeline is missing, or is not one that the stages can use."""


class DataError(DatelineError):
    """Data that the program reads (codebook, lexicon, gazetteer) is missing or broken."""


class StoreError(DatelineError):
    """A database or output cannot be opened, read or written."""


class RecordError(DatelineError):
    """A value breaks the record contract."""
