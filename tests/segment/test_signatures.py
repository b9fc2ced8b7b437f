from __future__ import annotations

from datetime import date

import pytest

from dateline.records import Span
from dateline.segment.signatures import DATE, Signature, month_number, read_date, signatures


def signed(text: str) -> list[Signature]:
    return list(signatures(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "signature",
    [
        "— Mara Lind (@maralind) January 2, 2023",
        "- Mara Lind (@maralind) 2 Jan 2023",
        "– Mara Lind (@maralind) 2. Januar 2023",
        "&mdash; Mara Lind (@maralind) 2 de enero de 2023",
        "—Mara Lind (@maralind) 2 января 2023",
        "— Mara Lind (@maralind) 2 يناير 2023",
        "— Mara Lind (@maralind) 2023-01-02",
        "— Mara Lind (@maralind) 2023年1月2日",
        "— Mara Lind (@maralind) 9:41 PM · Jan 2, 2023",
        "— Mara Lind (@maralind) Monday, January 2, 2023",
        "— Mara Lind (@maralind) · 02.01.2023 https://x.com/maralind/status/7".replace("02.01", "02.01"),
        "\u200e— Mara Lind (\u2066@maralind\u2069) January 2,\u00a02023",
    ],
)
def test_signature_forms(signature: str) -> None:
    (found,) = signed("The water is over the dyke. " + signature)
    assert (found.speaker, found.handle) == ("Mara Lind", "@maralind")
    assert found.posted == date(2023, 1, 2) or found.undated == "ambiguous"


def test_span_runs_from_dash_to_the_end_of_the_link() -> None:
    text = "Up it goes — Mara Lind (@maralind) January 2, 2023 https://x.com/maralind/status/7 and so on"
    (found,) = signed(text)
    assert found.span.of(text) == "— Mara Lind (@maralind) January 2, 2023 https://x.com/maralind/status/7"
    assert found.url == "https://x.com/maralind/status/7"


@pytest.mark.parametrize(
    "prose",
    [
        "The mayor — Mara Lind (@maralind) — said on January 2, 2023 that the water rose.",
        "The account of the town (@halvik) said on January 2, 2023 that the water rose - a little - at night.",
        "The union (founded in 1902) — once the largest — met on January 2, 2023.",
        "The group - later (in May) it split - left. The union (@union) is on X.",
        "The mayor — Mara Lind (@maralind) on January 2, 2023 opened the dyke.",
    ],
)
def test_dashes_and_brackets_of_prose_are_no_signature(prose: str) -> None:
    assert signed(prose) == []


def test_undated_signature_counts_only_at_the_end() -> None:
    assert signed("Up it goes — Mara Lind (@maralind)")[0].undated == "not-stated"
    assert signed("Up it goes — Mara Lind (@maralind) 2h")[0].posted is None
    assert signed("Up it goes — Mara Lind (@maralind) and then the whole town went home for the night.") == []


def test_several_in_one_paragraph() -> None:
    text = "One — Mara Lind (@maralind) January 2, 2023 Two — Bo Berg (@boberg@fjord.example) Jan 3, 2023"
    assert [s.handle for s in signed(text)] == ["@maralind", "@boberg@fjord.example"]


@pytest.mark.parametrize(
    ("written", "day", "reason"),
    [
        ("3/4/2023", None, "ambiguous"),
        ("25/4/2023", date(2023, 4, 25), None),
        ("4/25/2023", date(2023, 4, 25), None),
        ("February 31, 2023", None, "not-stated"),
        ("5 Quark 2023", None, "not-stated"),
    ],
)
def test_dates_that_are_unclear_stay_unknown(written: str, day: date | None, reason: str | None) -> None:
    match = DATE.search(written)
    assert match is not None
    assert read_date(match) == (day, reason)


@pytest.mark.parametrize(
    ("word", "number"),
    [("Sept.", 9), ("août", 8), ("März", 3), ("octubre", 10), ("мая", 5), ("Monday", None), ("", None)],
)
def test_month_names(word: str, number: int | None) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize(
    ("words", "day"), [("02.01.2023", date(2023, 1, 2)), ("02/01/2023", None), ("17/04/2023", date(2023, 4, 17))]
)
def test_with_points_the_day_comes_first(words: str, day: date | None) -> None:
    match = DATE.search(words)
    assert match is not None
    assert read_date(match)[0] == day
