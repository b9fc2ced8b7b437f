"""Who tells of a happening, and what the sentence only adds beside his words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading


@pytest.fixture(scope="module")
def tellers() -> Callable[[str], list[tuple[str, str | None]]]:
    """Return a function from a text to its happenings' types with whoever tells of each."""
    coder = make_coder()

    def run(text: str) -> list[tuple[str, str | None]]:
        (done,) = coder.code([read_text(text)])
        assert isinstance(done, Reading)
        said = [done.attributions[e.attribution] if e.attribution is not None else None for e in done.events]
        return [(e.type, a.source.text if a and a.source else None) for e, a in zip(done.events, said, strict=True)]

    return run


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine men, who had been arrested in Osh in May, were freed on Sunday, their lawyer said.",
         [("COERCE", None), ("RETREAT", "their lawyer")]),
        ("The premier said that nobody was hurt, a day after soldiers stormed the station in Osh.", [("ASSAULT", None)]),
        ("Police said that three men were arrested after they stormed a bank in Osh.", [("COERCE", "Police")]),
        ("The minister said that the army, which shelled Osh, had withdrawn.",
         [("ASSAULT", "The minister"), ("RETREAT", "The minister")]),
        ("The union announced a strike in Osh for Friday.", [("PROTEST", None)]),
        ("The union announced that drivers would strike in Osh.", [("PROTEST", "The union")]),
        ("The mayor announced that she would look into the case.", [("ACCUSE", None)]),
        ("Her office announced that the mayor would look into the case.", [("ACCUSE", "Her office")]),
        ("Guards shot two men in Osh. A nurse put the toll at four.", [("ASSAULT", None), ("ASSAULT", "A nurse")]),
        ("The group denied planning an attack on pilgrims in Osh.", [("ASSAULT", "The group")]),
    ],
)  # fmt: skip
def test_the_teller_of_what_is_told_and_of_what_is_added(
    tellers: Callable[[str], list[tuple[str, str | None]]], text: str, told: list[tuple[str, str | None]]
) -> None:
    assert tellers(text) == told
