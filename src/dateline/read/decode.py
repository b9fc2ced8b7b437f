"""Bytes of unknown origin -> text: encodings detected, what is no text refused.

Source for the order of trials: the WHATWG Encoding Standard (byte-order mark, declared
charset, guess).
"""

from __future__ import annotations

import codecs
import re

from dateline.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file; convert it to text first (for example with pdftotext)"),
    (b"PK\x03\x04", "a zip archive or an office document; unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document; save it as text"),
    (b"{\\rtf", "a rich-text document; save it as plain text"),
    (b"\x89PNG\r\n", "a picture; give the text it shows"),
    (b"\xff\xd8\xff", "a picture; give the text it shows"),
    (b"GIF8", "a picture; give the text it shows"),
    (b"RIFF", "a sound, film or picture file; give the text"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ", "an xz file; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"\x7fELF", "a program; give a text"),
    (b"SQLite format 3\x00", "a database; give a text"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1a\x1b")
_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HEAD_BYTES = 4096  # browsers look for a declared charset in the first kilobyte; real pages are less tidy
_SAMPLE_BYTES = 200_000


def decode(data: bytes, source: str, *, page: bool = False) -> str:
    """Turn bytes into text; a byte-order mark is dropped, line ends become line feeds, nothing else changes.

    page: the bytes are HTML, whose declared charset counts.
    Raises InputError of kind "empty", "binary" or "undecodable".
    """
    if not data.strip():
        raise InputError("empty", source, f"{source} is empty; give a file with a text in it")
    refuse_magic(data, source)
    text = _marked(data, source) or _zeros(data, source) or _plain(data, source, page)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError("empty", source, f"{source} holds nothing but white space; give a file with a text in it")
    return text


def refuse_magic(data: bytes, source: str) -> None:
    """Raise InputError of kind "binary" for files whose first bytes say what they are."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError("binary", source, f"{source} is {what}")


def _marked(data: bytes, source: str) -> str | None:
    """Decode what begins with a byte-order mark; None without one."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(source, encoding, error) from error
    return None


def _zeros(data: bytes, source: str) -> str | None:
    """Decode UTF-16 without a mark, known by zero bytes at one parity only; refuse other zeros; None without zeros."""
    if b"\x00" not in data:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and min(even, odd) * 20 <= max(even, odd):
        try:
            text = data.decode("utf-16-be" if even > odd else "utf-16-le")
        except UnicodeDecodeError:
            text = "\x00"
        if "\x00" not in text and _mostly_text(text[:_SAMPLE_BYTES]):
            return text
    raise _binary(source)


def refuse_binary(line: bytes, source: str) -> None:
    """Raise InputError of kind "binary" when the first line of a table cannot be one of text without zero bytes."""
    refuse_magic(line, source)
    if b"\x00" in line:
        raise _binary(source)
    _refuse_controls(line, source)


def _plain(data: bytes, source: str, page: bool) -> str:
    """Decode bytes without marks and zeros: UTF-8, the page's charset, a guess, Windows-1252."""
    _refuse_controls(data, source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        damage = error
    for encoding in filter(None, (_declared(data) if page else None, _guess(data, damage, source))):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _undecodable(source, "any known encoding", damage)


def _refuse_controls(data: bytes, source: str) -> None:
    """Refuse bytes with more control characters than a text can have."""
    sample = data[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(2, len(sample) // 200):
        raise _binary(source)


def _declared(data: bytes) -> str | None:
    """Return the charset that a page declares, when Python knows it. Source: HTML standard, "encoding sniffing"."""
    found = _META_CHARSET.search(data[:_HEAD_BYTES])
    if found is None:
        return None
    label = found.group(1).decode("ascii").lower()
    if label in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}:
        return "cp1252"
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return None if name.startswith(("utf", "base64", "hex", "rot", "zlib", "bz2", "quopri", "uu")) else name


def _guess(data: bytes, damage: UnicodeDecodeError, source: str) -> str | None:
    """Name the likeliest one-byte or East Asian encoding.

    Damaged UTF-8 (many good sequences, few bad) is refused: any other reading would garble every name.
    A text with few letters outside ASCII is Windows-1252, the commonest legacy encoding of Latin scripts.
    """
    sample = data[:_SAMPLE_BYTES]
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    good = sum(len(m.group()) for m in _MULTIBYTE.finditer(sample))
    if good > 2 * (high - good) and good >= 4:
        raise _undecodable(source, "utf-8", damage)
    letters = sum(1 for byte in sample if 65 <= byte <= 122)
    if high * 5 < letters and not _undefined(data):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, threshold=0.2).best()
    return best.encoding if best is not None else None


def _undefined(data: bytes) -> bool:
    """Tell whether bytes occur that Windows-1252 leaves undefined."""
    return any(byte in data for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))


def _mostly_text(text: str) -> bool:
    """Tell whether nearly all characters can be printed or are white space."""
    strange = sum(1 for c in text if not c.isprintable() and not c.isspace())
    return strange * 50 <= len(text)


def _binary(source: str) -> InputError:
    return InputError("binary", source, f"{source} is a binary file, not a text; give .txt, .html, .jsonl or .csv")


def _undecodable(source: str, encoding: str, error: UnicodeDecodeError) -> InputError:
    message = f"{source} does not decode as {encoding} (first bad byte at {error.start}); save it as UTF-8"
    return InputError("undecodable", source, message)
