"""Asking in plain words: "asked X to", calls and demands as nouns, requests that others act at, and who asks whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import EventMention

Coded = Callable[[str], tuple[EventMention, ...]]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("The tribunal asked it to wait.", "The tribunal", "it"),
        ("The abbots asked all parties to lay down their arms.", "The abbots", "all parties"),
        ("There were calls for the mayor to step down.", None, "the mayor"),
        ("Calls for the minister to resign mounted on Friday.", None, "the minister"),
        ("The premier faces growing calls to quit.", None, "The premier"),
        ("The chancellor came under pressure from unions to raise pensions.", None, "The chancellor"),
        ("The match was moved at the request of the bishop.", "the bishop", None),
        ("At the union's request, the court postponed the hearing.", "the union's", None),
        ("Despite appeals from the bishops, the strike went on.", "the bishops", None),
        ("The drivers' demands include a pay rise of ten per cent.", "The drivers'", None),
        ("The commission recommended that the officers be dismissed.", "The commission", None),
    ],
)
def test_who_asks_whom(coded: Coded, text: str, actor: str | None, recipient: str | None) -> None:
    (asking,) = [m for m in coded(text) if m.type == "REQUEST"]
    told = {role: next((a.text for a in asking.arguments if a.role == role), None) for role in ("actor", "recipient")}
    assert told == {"actor": actor, "recipient": recipient}
    assert asking.status == "occurred"


@pytest.mark.parametrize(
    "text",
    [
        "Asked to comment, the minister declined.",
        "The source asked not to be named.",
        "The group made phone calls to voters.",
        "The demand for oil fell in March.",
        "Police received several calls from residents.",
    ],
)
def test_no_asking(coded: Coded, text: str) -> None:
    assert [m for m in coded(text) if m.type == "REQUEST"] == []


@pytest.mark.parametrize(
    "text",
    [
        "There were calls for the mayor to step down.",
        "There were demands for the law to be repealed.",
        "The strikers' main demand is the release of six drivers.",
        "Their demands include higher pay and the release of six drivers.",
    ],
)
def test_what_is_called_for_is_not_told(coded: Coded, text: str) -> None:
    assert {m.type for m in coded(text)} == {"REQUEST"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The captors are demanding a ransom.", "REQUEST", "occurred"),
        ("The party is accusing the council of fraud.", "ACCUSE", "occurred"),
        ("The governor is refusing to resign.", "REJECT", "occurred"),
        ("Elders have given the army until 16 May to free the boys.", "THREATEN", "occurred"),
        ("The council is still investigating the case.", "ACCUSE", "ongoing"),
        ("The drivers are on strike.", "PROTEST", "ongoing"),
    ],
)
def test_what_is_done_by_saying_it_does_not_go_on(coded: Coded, text: str, kind: str, status: str) -> None:
    assert {m.status for m in coded(text) if m.type == kind} == {status}
