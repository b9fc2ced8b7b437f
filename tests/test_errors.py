"""The tree of exceptions."""

from __future__ import annotations

import inspect
import pickle

import pytest

from dateline import errors
from dateline.errors import DatelineError, InputError

BRANCHES = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind is not DatelineError]


@pytest.mark.parametrize("kind", BRANCHES)
def test_every_error_is_a_branch_of_the_tree_that_the_module_draws(kind: type[Exception]) -> None:
    assert kind.__bases__ == (DatelineError,)
    assert f"── {kind.__name__} " in (errors.__doc__ or "")


def test_the_tree_draws_no_error_that_there_is_not() -> None:
    drawn = [line.split()[1] for line in (errors.__doc__ or "").splitlines() if "── " in line]
    assert sorted(drawn) == sorted(kind.__name__ for kind in BRANCHES)


def test_an_input_error_says_what_failed_and_where() -> None:
    error = InputError("empty", "letters/ghent.txt", "'letters/ghent.txt' holds no text; leave it out")
    assert (error.kind, error.source) == ("empty", "letters/ghent.txt")
    assert str(error) == error.message == "'letters/ghent.txt' holds no text; leave it out"


def test_an_input_error_comes_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(InputError("binary", "scan.bin", "'scan.bin' is no text; convert it first")))
    assert isinstance(error, InputError)
    assert (error.kind, error.source, error.message) == (
        "binary",
        "scan.bin",
        "'scan.bin' is no text; convert it first",
    )
