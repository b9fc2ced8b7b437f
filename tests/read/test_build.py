from datetime import date

import pytest

from dateline.errors import InputError
from dateline.read.build import Facts, Limits, build_report
from dateline.records import content_id


def test_limits_fill_only_what_is_missing() -> None:
    limits = Limits(published=date(2020, 1, 2), outlet="Fallback")
    report = build_report("Nobody came.", "a.txt", Facts(outlet="Own"), limits)
    assert (report.outlet, report.published) == ("Own", date(2020, 1, 2))
    assert report.unresolved == {"title": "not-stated", "url": "not-stated"}


def test_id_comes_from_content_not_from_the_path() -> None:
    one = build_report("Nobody came.", "a.txt", Facts(), Limits())
    two = build_report("Nobody came.", "b.txt", Facts(), Limits())
    assert one.id == two.id == content_id("r", "Nobody came.", None, None, None, None)
    assert build_report("Nobody came.", "a.txt", Facts(title="T"), Limits()).id != one.id


def test_too_long_is_refused_with_the_option_named() -> None:
    with pytest.raises(InputError, match=r"more than 1,000,000 characters \(--max-chars\)") as caught:
        build_report("a" * 1_000_001, "a.txt", Facts(), Limits())
    assert caught.value.kind == "too-long"
    assert build_report("a" * 1_000_000, "a.txt", Facts(), Limits()).text


def test_no_words_is_empty() -> None:
    with pytest.raises(InputError) as caught:
        build_report(" \n", "a.txt", Facts(), Limits())
    assert caught.value.kind == "empty"
