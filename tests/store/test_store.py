import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from dateline.corroborate import corroborate
from dateline.errors import StoreError
from dateline.records import (
    Argument,
    Coder,
    Count,
    EventMention,
    Failure,
    Loaded,
    MentionPlace,
    Reading,
    Report,
    Span,
    SpanText,
    Time,
    Toponym,
    Voice,
    to_json,
)
from dateline.store import Store, open_store
from tests.corroborate.factory import CODER, Said, report_of

ONE = report_of("North", Said("Ten were arrested in Kerman."), Said("Two were arrested later."))
TWO = report_of("South", Said("Some ten people were arrested."))
OTHER_CODER = Coder(version="0.0.2", config="c_other")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db", create=True) as opened:
        yield opened


def recoded(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, coder=OTHER_CODER, events=reading.events[:1])


def failed(source: str = "bad.txt", kind: str = "empty") -> Reading:
    return Reading(report=Report(id="r_bad", source=source), error=Failure(kind=kind, message=f"{source} is {kind}"))


def test_what_is_added_comes_back(store: Store) -> None:
    assert [store.add(ONE), store.add(TWO)] == ["new", "new"]
    assert list(store.readings()) == sorted([ONE, TWO], key=lambda r: r.report.id)
    assert store.has(ONE.report.id, CODER)
    assert not store.has(ONE.report.id, OTHER_CODER)
    assert not store.has("r_none", None)
    assert store.coders() == [(CODER, 2)]
    assert store.summary() == {"reports": 2, "voices": 2, "mentions": 3, "events": 0, "failures": 0, "coders": 1}


def test_the_same_report_under_the_same_coder_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as store:
        store.add(ONE)
        store.replace_events(corroborate([ONE]))
    before = path.read_bytes()
    with open_store(path, create=True) as store:
        assert store.add(ONE) == "same"
        assert store.replace_events(corroborate([ONE])) == 0
    assert path.read_bytes() == before


def test_another_coder_replaces_the_records_and_drops_their_events(store: Store) -> None:
    store.add(ONE)
    store.add(TWO)
    store.replace_events(corroborate([ONE, TWO]))
    assert store.add(recoded(ONE)) == "replaced"
    assert store.reading(ONE.report.id) == recoded(ONE)
    held = {mention for event in store.events() for mention in event.mentions}
    assert held.isdisjoint({mention.id for mention in ONE.events})
    with store._reading() as connection:
        rows = connection.execute(text("SELECT count(*) FROM mentions WHERE report_id = :r"), {"r": ONE.report.id})
        assert rows.scalar() == 1
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


def test_a_reading_that_cannot_be_written_leaves_the_old_one(store: Store) -> None:
    store.add(ONE)
    nothing: str = None  # type: ignore[assignment]
    loaded = Loaded(span=Span(0, 1), text=nothing, voice="v0", plain=None, why="slur")
    broken = msgspec.structs.replace(recoded(ONE), loaded=(loaded,))
    with pytest.raises(StoreError, match="could not be written"):
        store.add(broken)
    assert store.reading(ONE.report.id) == ONE
    assert store.summary()["mentions"] == 2


def test_failures_are_rows_until_their_source_succeeds(store: Store) -> None:
    assert store.add(failed()) == "failure"
    assert store.add(failed()) == "failure"
    assert list(store.failures()) == [failed()]
    store.add(failed(kind="binary"))
    assert [reading.error and reading.error.kind for reading in store.failures()] == ["binary"]
    good = msgspec.structs.replace(ONE, report=msgspec.structs.replace(ONE.report, source="bad.txt"))
    assert store.add(good) == "new"
    assert list(store.failures()) == []


def test_a_source_that_failed_after_it_was_stored_and_is_well_again(store: Store) -> None:
    store.add(ONE)
    store.add(failed(source=ONE.report.source))
    assert store.add(ONE) == "same"
    assert list(store.failures()) == []


def test_events_are_replaced_by_what_differs(store: Store) -> None:
    store.add(ONE)
    store.add(TWO)
    first = corroborate([ONE])
    store.replace_events(first)
    assert store.replace_events(first) == 0
    both = corroborate([ONE, TWO])
    assert store.replace_events(both) > 0
    assert sorted(event.id for event in store.events()) == sorted(event.id for event in both)
    store.replace_events([])
    assert list(store.events()) == []


def test_ids_may_be_given_by_their_start(store: Store) -> None:
    store.add(ONE)
    store.add(TWO)
    store.replace_events(corroborate([ONE, TWO]))
    mention = TWO.events[0]
    assert store.mention(mention.id) == (mention, TWO)
    assert store.mention(mention.id[:12]) == (mention, TWO)
    event = next(store.events())
    assert store.event(event.id[:14]) == event
    assert store.reading(ONE.report.id[:12]) == ONE
    assert [store.mention("m_nothing"), store.event("ev%"), store.reading("r?")] == [None, None, None]
    with pytest.raises(StoreError, match="fits several ids"):
        store.mention("m_")


def test_a_missing_file_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no database .*no\.db.*dateline build"):
        open_store(tmp_path / "no.db")
    assert not (tmp_path / "no.db").exists()


@pytest.mark.parametrize("content", [b"no database at all, but text\n" * 50, b"\x00" * 4096])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"text\.db' is not a database"):
        open_store(path, create=True)
    assert path.read_bytes() == content


def test_a_damaged_database_is_named_and_not_made_worse(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as store:
        store.add(ONE)
    raw = path.read_bytes()
    path.write_bytes(raw[:100] + b"\xff" * (len(raw) - 100))
    with pytest.raises(StoreError, match=r"a\.db' is (a damaged|not a) database"):
        open_store(path)


def test_a_database_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(StoreError, match=r"theirs\.db.*not a Dateline store"):
        open_store(path, create=True)


def test_another_schema_version_is_refused_with_both_numbers(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    open_store(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match=r"old\.db' has schema version 99, this program reads version 1; build"):
        open_store(path)


def test_an_empty_file_is_filled_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match="holds no store yet"):
        open_store(path)
    with open_store(path, create=True) as store:
        assert store.add(ONE) == "new"


@pytest.mark.parametrize("name", ["", "missing/a.db"])
def test_places_where_no_database_can_be(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=str(tmp_path)):
        open_store(tmp_path / name, create=True)


def test_urls(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/u.db", create=True).close()
    assert (tmp_path / "u.db").exists()
    with pytest.raises(StoreError, match="postgresql"):
        open_store("postgresql://somewhere/db")


def test_the_page_limit_leaves_what_was_stored(store: Store) -> None:
    store.add(ONE)
    with store._engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    from sqlalchemy import event

    store._engine.dispose()
    event.listen(store._engine, "connect", limit)
    with pytest.raises(StoreError, match=r"no space is left for .*a\.db.*intact"):
        store.add(report_of("Long", Said("Ten arrested."), prose="word " * 50_000))
    assert list(store.readings()) == [ONE]
    assert store.summary()["reports"] == 1


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Work without the rights of root, who may write everywhere."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_without_write_permission() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o500)
        with pytest.raises(StoreError, match=Path(folder).name):
            open_store(Path(folder) / "a.db", create=True)
        Path(folder).chmod(0o700)


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as one, open_store(path) as two:
        assert one.add(ONE) == "new"
        assert two.add(TWO) == "new"
        assert one.add(TWO) == "same"


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE = st.none() | NAMES
SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))
DAYS = st.none() | st.dates(date(1, 1, 1), date(9998, 1, 1))
REALS = st.none() | st.floats(-180, 180)
WHOLE = st.none() | st.integers(0, 10**20)
READINGS = st.builds(
    Reading,
    report=st.builds(Report, id=st.just("r_1"), source=NAMES, outlet=MAYBE, title=MAYBE, published=DAYS, text=NAMES),
    coder=st.none() | st.builds(Coder, version=NAMES, config=NAMES),
    voices=st.lists(st.builds(Voice, id=NAMES, parent=MAYBE, speaker=MAYBE, span=SPANS, posted=DAYS, body=st.none() | SPANS,
                              platform=MAYBE, handle=MAYBE, url=MAYBE, unresolved=st.just({}))).map(tuple),
    times=st.lists(st.builds(Time, span=SPANS, text=NAMES, value=MAYBE, from_=DAYS, to=DAYS, warning=MAYBE,
                             unresolved=st.just({}))).map(tuple),
    toponyms=st.lists(st.builds(Toponym, span=SPANS, text=NAMES, lat=REALS, lon=REALS, name=MAYBE, confidence=REALS,
                                geonameid=st.none() | st.integers(0, 10**9), candidates=st.just(()),
                                unresolved=st.just({}))).map(tuple),
    counts=st.lists(st.builds(Count, span=SPANS, text=NAMES, low=WHOLE, high=WHOLE)).map(tuple),
    loaded=st.lists(st.builds(Loaded, span=SPANS, text=NAMES, voice=NAMES, plain=MAYBE)).map(tuple),
    events=st.lists(
        st.builds(
            EventMention, id=NAMES, report=st.just("r_1"), voice=NAMES, attribution=st.none(), type=NAMES, mode=MAYBE,
            trigger=st.builds(SpanText, span=SPANS, text=NAMES), time=st.none(), counts=st.just(()), confidence=REALS,
            arguments=st.lists(st.builds(Argument, role=NAMES, span=SPANS, text=NAMES, name=MAYBE, entity=MAYBE, country=MAYBE,
                                         sector=MAYBE, unresolved=st.just({})), max_size=2).map(tuple),
            place=st.none() | st.builds(MentionPlace, toponym=st.none(), name=NAMES, geonameid=st.none(), admin1=MAYBE,
                                        country=MAYBE, lat=REALS, lon=REALS, unresolved=st.just({})),
            unresolved=st.just({}),
        ), max_size=3,
    ).map(tuple),
)  # fmt: skip


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(reading=READINGS.map(lambda r: msgspec.structs.replace(r, attributions=(), error=None, parse=None)))
def test_any_reading_comes_back_to_the_byte(store: Store, reading: Reading) -> None:
    store.add(reading)
    back = store.reading("r_1")
    assert back is not None
    assert to_json(back) == to_json(reading)
    store.add(msgspec.structs.replace(reading, coder=Coder(version="another", config="c")))


def dump(path: Path) -> list[str]:
    """Return all rows, in an order that does not depend on when they were written."""
    connection = sqlite3.connect(path)
    try:
        return sorted(line for line in connection.iterdump() if line.startswith("INSERT"))
    finally:
        connection.close()


def run_to_end(path: Path) -> None:
    subprocess.run([sys.executable, "-m", "tests.store.add_readings", str(path)], check=True, stdout=subprocess.DEVNULL)


def test_killed_at_random_moments_and_run_again_gives_the_same_rows(tmp_path: Path) -> None:
    run_to_end(tmp_path / "calm.db")
    chance = random.Random(7)
    path = tmp_path / "killed.db"
    for _ in range(5):
        child = subprocess.Popen([sys.executable, "-m", "tests.store.add_readings", str(path)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.uniform(0, 0.4))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    run_to_end(path)
    assert dump(path) == dump(tmp_path / "calm.db")
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
