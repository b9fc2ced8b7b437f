from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.explore.page import page_name, report_page, title_of
from dateline.records import Failure, Reading, Report, Span, Voice


class Seen(HTMLParser):
    """Collects what a page holds: tags, ids, links and the words of the text column."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(given)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in {"meta", "link", "br"}:
            self.open.append((tag, given.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        classes = " ".join(c for _, c in self.open).split()
        if "text" in classes and "p" in tags and not {"byline", "note", "quoted"} & set(classes):
            self.words.append(data)


def test_every_inner_link_has_its_target_and_no_id_stands_twice(reading: Reading) -> None:
    seen = Seen(report_page(reading, ["Credit."]))
    assert len(seen.ids) == len(set(seen.ids))
    inner = {link[1:] for link in seen.links if link.startswith("#")}
    assert inner <= set(seen.ids)
    assert {"m_01", "trigger-m_01", "who-m_01-0", "place-1", "time-0", "count-0", "said-0", "voice-v1"} <= inner


def test_the_text_is_shown_word_for_word(reading: Reading) -> None:
    words = "".join(Seen(report_page(reading)).words)
    assert "".join(words.split()) == "".join(reading.report.text.split())


def test_nothing_of_the_report_becomes_markup(reading: Reading) -> None:
    seen = Seen(report_page(reading))
    assert not {"b", "peace", "script", "img", "iframe", "form"} & seen.tags - {"b"}
    assert "<b>vans" not in report_page(reading)
    assert not {name for name in seen.attributes if name.startswith("on") or name == "style"}


def test_a_hostile_address_is_no_link(reading: Reading) -> None:
    bad = replace(reading, report=replace(reading.report, url="javascript:alert(1)"))
    assert all(link.startswith(("#", "https://social.example")) for link in Seen(report_page(bad)).links)


def test_a_failed_report_says_what_was_wrong() -> None:
    failed = Reading(report=Report(id="r_1", source="a.txt"), error=Failure(kind="empty", message="a.txt is empty"))
    assert "a.txt is empty" in report_page(failed)


def test_a_page_leads_back_to_the_list_only_when_there_is_one(reading: Reading) -> None:
    assert "index.html" in Seen(report_page(reading, index="index.html")).links
    assert "index.html" not in Seen(report_page(reading)).links


@pytest.mark.parametrize(
    ("source", "start"),
    [("samples/The Capstan.txt", "the-capstan-"), ("C:\\news\\a.html", "a-"), ("", "report-"), ("№", "report-")],
)
def test_page_names_are_plain_and_differ_by_report(reading: Reading, source: str, start: str) -> None:
    names = {
        page_name(replace(reading, report=replace(reading.report, source=source, id=i)))
        for i in ("r_00000000aaaaaaaa", "r_00000000bbbbbbbb")
    }
    assert len(names) == 2
    assert all(name.startswith(start) and name.isascii() for name in names)


def test_a_report_without_title_goes_by_its_source(reading: Reading) -> None:
    assert title_of(replace(reading, report=replace(reading.report, title=None))) == "the-capstan.txt"


def test_posts_nested_deep_make_a_flat_page() -> None:
    text = "a " * 1200
    outlet = Voice(id="v0", parent=None, kind="outlet", speaker=None, span=Span(0, len(text)))
    posts = [
        Voice(id=f"v{i}", parent=f"v{i - 1}", kind="post", speaker=f"S{i}", span=Span(2 * i, len(text) - 2 * i))
        for i in range(1, 500)
    ]
    page = report_page(Reading(report=Report(id="r_1", source="x", text=text), voices=(outlet, *posts)))
    assert page.count('class="voice post') > 500


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(max_size=80), title=st.text(max_size=20))
def test_any_text_whatever_makes_a_page_that_can_be_written(reading: Reading, text: str, title: str) -> None:
    report = replace(reading.report, text=text, title=title)
    page = report_page(replace(reading, report=report))
    assert page.encode("utf-8").startswith(b"<!doctype html>")
    assert "<script" not in page
