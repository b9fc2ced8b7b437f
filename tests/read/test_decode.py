import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.read.decode import decode

TEXT = "The café in Lund “closed” on Monday – nobody was hurt.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_detected(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_cyrillic_is_detected() -> None:
    text = "Тысячи людей вышли на улицы города в понедельник, сообщила полиция. Никто не пострадал."
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_line_ends_change_and_nothing_else() -> None:
    assert decode(b"\xef\xbb\xbf  a\r\nb\rc \t\n\n", "a.txt") == "  a\nb\nc \t\n\n"


def test_declared_charset_of_a_page_counts() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><p>Łódź i Kraków</p>'
    assert decode(page.encode("iso-8859-2"), "a.html", page=True) == page


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7 abc", "binary"),
        (b"PK\x03\x04zip", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"text\x00text\x00\x00more", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 \xff and more", "undecodable"),
        (b"\xff\xfea", "undecodable"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "folder/x.txt")
    assert caught.value.kind == kind
    assert "folder/x.txt" in caught.value.message


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        assert decode(text.encode(), "a") == text or text.startswith(("GIF8", "RIFF", "BZh"))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a")
    except InputError as error:
        text = error.kind
    assert text.strip()
    assert "\r" not in text
