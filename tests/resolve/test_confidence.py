"""The confidence of a record: what it looks at, and when there is none."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from dateline.pipeline import make_coder
from dateline.records import MentionTime
from dateline.reference.confidence import confidence_model
from dateline.resolve.confidence import RateRecords, features
from tests import factory

TEXT = "Hundreds marched in Lima on Monday."
STATED = MentionTime(time=None, from_=date(2024, 5, 6), to=date(2024, 5, 7), precision="day", basis="stated")


def test_features_are_what_the_record_shows() -> None:
    mention = factory.mention("PROTEST", start=9, word="marched", time=STATED)
    found = features(mention, factory.reading(TEXT, events=(mention,)))
    assert found["time:stated"] == found["type:PROTEST"] == found["voice:outlet"] == 1.0
    assert found["place:none"] == 1.0
    assert found["others beside"] == 0.0


def test_a_stated_day_is_surer_than_an_inherited_one() -> None:
    stated = factory.mention("PROTEST", start=9, word="marched", time=STATED)
    carried = replace(stated, time=replace(STATED, basis="inherited"))
    rated = [RateRecords()(factory.reading(TEXT, events=(one,))).events[0].confidence for one in (stated, carried)]
    assert rated[0] is not None
    assert rated[1] is not None
    assert rated[0] > rated[1]


def test_the_packaged_model_names_only_features_that_exist() -> None:
    mention = factory.mention("PROTEST", start=9, word="marched", time=STATED)
    known = {name.split(":")[0] for name in features(mention, factory.reading(TEXT, events=(mention,)))}
    assert {name.split(":")[0] for name in confidence_model().weights if not name.startswith("place ")} <= known


def test_another_codebook_has_no_confidence() -> None:
    from dateline.reference.codebook import PACKAGED

    ours, theirs = make_coder(), make_coder(codebook=PACKAGED)
    assert any(isinstance(stage, RateRecords) for stage in ours.after)
    assert not any(isinstance(stage, RateRecords) for stage in theirs.after)
