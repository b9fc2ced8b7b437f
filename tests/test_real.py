"""The gold of real reports is sound, keeps no text, and is held against no other text than the one that was coded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from dateline.errors import InputError
from dateline.reference.codebook import load_codebook
from tests.benches import BENCH, bench_module

LONGEST_NAME = 6  # words


@pytest.fixture(scope="module")
def bench() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCH))
        yield bench_module("real")


@pytest.mark.parametrize("file", ["GOLD", "SECOND"])
def test_the_gold_is_sound_and_keeps_no_text(bench: ModuleType, file: str) -> None:
    known = set(load_codebook().types)
    rows = bench.rows_of(getattr(bench, file))
    assert len({(row["corpus"], row["id"]) for row in rows}) == len(rows)
    for row in rows:
        assert "text" not in row
        assert row["part"] in ("work", "check")
        for event in row["events"]:
            assert (event["type"], event["mode"]) in known, row["id"]
            assert event["trigger"], row["id"]
            assert all(0 <= a < b for a, b in event["trigger"]), row["id"]
            names = [name for names in event["roles"].values() for name in names]
            assert all(len(name.split()) <= LONGEST_NAME for name in names), row["id"]


def test_a_body_of_markup_is_read_without_its_tags(bench: ModuleType) -> None:
    markup = "<DOCID>x</DOCID><TEXT>\nLIMA (AP) _ Nurses\n<EVENT>marched</EVENT> &amp; sang.\n\n \nIt <b>rained</b>.\n</TEXT>"
    assert bench.body(markup) == "LIMA (AP) _ Nurses marched & sang.\n\nIt rained."


def test_another_text_than_the_coded_one_is_refused(
    bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Nurses marched in Lima."
    event = {"key": "a", "type": "PROTEST", "status": "occurred", "voice": "outlet", "trigger": [[7, 14]]}
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    row = {"id": "1", "corpus": "lgl", "part": "work", "published": "2009-03-01", "sha256": digest, "events": [event]}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setattr(bench, "GOLD", gold)
    (report,) = bench.reports({("lgl", "1"): text})
    assert report["events"][0]["trigger"] == ["marched"]
    assert list(bench.reports({})) == []
    with pytest.raises(InputError, match="another text than was coded"):
        list(bench.reports({("lgl", "1"): text + " "}))


@pytest.mark.shared
def test_the_coded_texts_are_those_of_the_development_data(bench: ModuleType, shared: Path) -> None:
    found = bench.texts(shared, None)
    wanted = {row["id"] for row in bench.rows_of(bench.GOLD) if row["corpus"] == "lgl"}
    reports = list(bench.reports(found))
    assert {row["id"] for row in reports} == wanted
    assert all(words.strip() == words for row in reports for event in row["events"] for words in event["trigger"])
