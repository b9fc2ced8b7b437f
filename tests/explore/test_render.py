from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest

from dateline.explore.render import anchor, printable, render, web_link


def a_page(**values: object) -> str:
    filled = {"title": "T", "rows": [], "records": 0, "events": [], "credits": [], **values}
    return render("index.html", "#a{color:red}", **filled)


def test_the_policy_allows_exactly_the_style_of_the_page() -> None:
    page = a_page()
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert html.unescape(policy[1]).startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


def test_values_are_escaped() -> None:
    page = a_page(title='<script>alert("1")</script>', credits=["<img src=x onerror=1>"])
    assert "<script" not in page
    assert "<img" not in page


def test_what_html_cannot_carry_is_replaced_one_for_one() -> None:
    assert printable("a\x00b\ud800c\nd") == "a�b�c\nd"
    a_page(title="\ud83d").encode("utf-8")


def test_anchors_cannot_leave_their_place_in_the_style() -> None:
    assert anchor("m_1}</style><script>") == "m_1---style--script-"


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://a.example/1", True), ("http://a.example", True), ("javascript:alert(1)", False),
        ("data:text/html,x", False), ("//a.example", False), ("https://", False), ("http://[bad", False),
        (None, False), ("", False),
    ],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str | None, allowed: bool) -> None:
    assert web_link(url) == (url if allowed else None)
