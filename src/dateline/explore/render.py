"""Fills the packaged templates: strict escaping, one inline style with its hash in the policy, no script, no fetch."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

_UNSAFE_KEY = re.compile(r"[^A-Za-z0-9_-]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def render(template: str, extra_style: str = "", **values: Any) -> str:
    """Return the filled template.

    extra_style: CSS rules for this page alone, made of anchors from `anchor` only (style is not escaped).
    """
    style = _resource("static", "page.css") + extra_style
    page = _environment().get_template(template)
    return printable(page.render(style=Markup(style), policy=_policy(style), **values))


def _policy(style: str) -> str:
    """Return a Content-Security-Policy that allows this one style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(printable(style).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def printable(text: str) -> str:
    """Replace what HTML cannot carry (control characters, lone surrogates) with U+FFFD, one for one."""
    return _UNPRINTABLE.sub("�", text)


def anchor(key: str) -> str:
    """Return a key as it may stand in an id, a class, a link and a CSS selector."""
    return _UNSAFE_KEY.sub("-", key)


def web_link(url: str | None) -> str | None:
    """Return the address when a browser may open it (http or https), else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: _resource("templates", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache
def _resource(folder: str, name: str) -> str:
    return files("dateline.explore").joinpath(folder, name).read_text("utf-8")
