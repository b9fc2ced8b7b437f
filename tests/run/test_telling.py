from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from dateline.errors import StoreError
from dateline.records import Report
from dateline.run.build import build_store
from dateline.run.telling import tell
from dateline.store import Store, open_store

pytestmark = pytest.mark.usefixtures("fakes")


@pytest.fixture
def store(fakes: ModuleType, tmp_path: Path) -> Iterator[Store]:
    report = Report(
        id="r_1", source="a.txt", outlet="The Wire", text="Dull. A rally filled the square. Dull.", language="en"
    )
    build_store([report], str(tmp_path / "n.db"), fakes.make)
    with open_store(tmp_path / "n.db") as opened:
        yield opened


def test_a_mention_is_told_by_id_or_its_start(store: Store) -> None:
    mention, _ = next(store.mentions())
    assert tell(store, mention.id).mentions == tell(store, mention.id[:8]).mentions == (mention,)


def test_the_json_of_a_mention_has_its_passages(store: Store) -> None:
    mention, _ = next(store.mentions())
    told = json.loads(tell(store, mention.id).as_json())
    (passage,) = told["passages"]
    assert passage["marked"] == "A [rally] filled the square."
    assert (passage["voice"], passage["speaker"]) == ("v0", "The Wire")
    assert told["mention"]["id"] == mention.id


def test_an_event_is_told_with_its_mentions(store: Store) -> None:
    event = next(store.events())
    told = tell(store, event.id)
    assert told.event == event
    assert len(json.loads(told.as_json())["mentions"]) == 1


@pytest.mark.parametrize("id_", ["m_none", "ev_none", "r_1", "", "rally"])
def test_an_unknown_id_is_refused_with_what_lists_the_ids(store: Store, id_: str) -> None:
    with pytest.raises(StoreError, match="is no mention or event"):
        tell(store, id_)
