"""The line under a post that says who wrote it: "— Name (@handle) May 17, 2023" and its relatives."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HANDLE = r"@[\w.\-]*\w(?:@[\w\-]+(?:\.[\w\-]+)+)?"
_DASH = r"[—–―-]{1,2}"
# What platforms put before the name, in the languages of their embed codes.
_LEAD = (
    r"(?:(?:a|an) (?:post|reel|photo|video|thread) (?:shared|posted) by|(?:posted|shared|tweeted|written) by|post by|"
    r"posted|"
    r"una publicación (?:compartida )?(?:por|de)|publicad[oa] por|uma publicação (?:com)?partilhada por|"
    r"une publication partagée par|publié par|publiée par|ein beitrag geteilt von|gepostet von|un post condiviso da|"
    r"pubblicato da|een bericht gedeeld door|публикация от|опубликовано|by)"
)
_SIGNED = re.compile(
    rf"^(?P<dash>{_DASH}\s*)?(?P<lead>{_LEAD}\s+)?(?P<name>[^@\n]{{1,90}}?)?\s*[(\[]?\s*(?P<handle>{_HANDLE})\s*[)\]]?"
    r"(?P<rest>(?:\s|[,·•|:—–-]).{0,90})?$",
    re.IGNORECASE,
)
_INLINE = re.compile(rf"\s+(?P<signature>{_DASH}\s*[^@\n—–]{{1,90}}?\s*\(\s*{_HANDLE}\s*\).{{0,60}})$")
_MAX_NAME_WORDS = 10
_SENTENCE = re.compile(r"\w{4}\.\s|[!?…]\s")


@dataclass(frozen=True, slots=True)
class Signature:
    """The parts of a signature. rest: what follows the handle, where the date stands."""

    name: str | None
    handle: str | None
    rest: str


def as_signature(line: str) -> Signature | None:
    """Read a whole line as a signature; None for a line that merely mentions a handle.

    A handle counts when it stands in brackets, or when a dash or "posted by" opens the line.
    """
    match = _SIGNED.match(line.strip()) if "@" in line and len(line) < 260 else None
    if match is None:
        return None
    name, handle = (match["name"] or "").strip(" ([·,"), match["handle"]
    bracketed = re.search(rf"[(\[]\s*{re.escape(handle)}\s*[)\]]", line) is not None
    if not (bracketed or match["dash"] or match["lead"]) or _is_prose(name):
        return None
    return Signature(name or None, handle, (match["rest"] or "").strip())


def leading_author(line: str) -> Signature | None:
    """Read the first line of a hand-made embed as its author: "Name @handle · May 17"; None for prose."""
    match = _SIGNED.match(line.strip()) if "@" in line and len(line) < 160 else None
    if match is None or _is_prose(match["name"] or "") or _is_prose(match["rest"] or ""):
        return None
    rest = (match["rest"] or "").strip()
    if rest and not re.match(r"[·•|,(\d—–-]|\w{3,12}\.? \d", rest):
        return None
    return Signature((match["name"] or "").strip(" ([·,") or None, match["handle"], rest)


def split_inline(line: str) -> tuple[str, str] | None:
    """Part a line "words — Name (@handle) date" into words and signature; None where there is none."""
    match = _INLINE.search(line) if "@" in line else None
    if match is None or as_signature(match["signature"]) is None:
        return None
    return line[: match.start()].rstrip(), match["signature"]


def _is_prose(name: str) -> bool:
    """Tell whether what stands where the name should be is a sentence."""
    return len(name.split()) > _MAX_NAME_WORDS or _SENTENCE.search(name) is not None
