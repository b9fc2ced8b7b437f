import pytest

from dateline.read.signatures import Signature, as_signature, leading_author, split_inline


@pytest.mark.parametrize(
    ("line", "name", "handle", "rest"),
    [
        ("— Ana Ruiz (@anaruiz) May 2, 2021", "Ana Ruiz", "@anaruiz", "May 2, 2021"),
        (
            "A post shared by Bridge Diary (@bridge.diary) on Mar 2, 2021",
            "Bridge Diary",
            "@bridge.diary",
            "on Mar 2, 2021",
        ),
        ("Jon (@jon@toot.example) · Oct 3, 2022", "Jon", "@jon@toot.example", "· Oct 3, 2022"),
        ("Une publication partagée par Léa (@lea.b)", "Léa", "@lea.b", ""),
        ("— @solo", None, "@solo", ""),
        ("Dr. B. Kane (@bkane)", "Dr. B. Kane", "@bkane", ""),
    ],
)
def test_signatures_are_read(line: str, name: str | None, handle: str, rest: str) -> None:
    assert as_signature(line) == Signature(name, handle, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Thanks @anaruiz for the picture",
        "No handle here",
        "We were there. It rained. All of us thank you (@org)",
        "@a @b @c",
        "mail me at a@b.example",
    ],
)
def test_a_mention_is_no_signature(line: str) -> None:
    assert as_signature(line) is None


def test_author_in_front() -> None:
    found = leading_author("Ilze Krasta @ilze · 3 Sep")
    assert found is not None
    assert (found.name, found.handle) == ("Ilze Krasta", "@ilze")
    assert leading_author("We thank @ilze who brought soup") is None


def test_words_and_signature_in_one_line() -> None:
    assert split_inline("We stay. — Ana (@ana) May 2, 2021") == ("We stay.", "— Ana (@ana) May 2, 2021")
    assert split_inline("We stay with @ana tonight") is None
