"""dateline codebook, and codebooks of the user's own."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from dateline.run.cli import app

RUN = CliRunner()


def test_all_types_are_listed() -> None:
    done = RUN.invoke(app, ["codebook"])
    assert done.exit_code == 0
    for name in ("GATHER", "PROTEST", "ASSAULT", "suicide-attack", "Air/drone strike"):
        assert name in done.stdout


def test_one_type_is_explained_with_its_triggers() -> None:
    done = RUN.invoke(app, ["codebook", "protest/strike", "--json"])
    (entry,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (entry["type"], entry["mode"]) == ("PROTEST", "strike")
    assert "walkout" in entry["triggers"]["noun"]
    assert entry["roles"][0] == "actor"
    assert "go on strike" in " ".join(RUN.invoke(app, ["codebook", "PROTEST"]).stdout.split())


def test_unknown_type_is_a_usage_error() -> None:
    done = RUN.invoke(app, ["codebook", "DANCE"])
    assert done.exit_code == 2
    assert "no DANCE" in done.stderr


def test_a_broken_codebook_is_refused_with_file_and_line(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'include = ["dateline"]\n[SING]\ndefinition = "d"\nroles = ["actor"]\nverbs = ["sing foo:bar"]\n', "utf-8"
    )
    for command in (["codebook"], ["code", str(own)]):
        done = RUN.invoke(app, [*command, "--codebook", str(own), *(["--kind", "txt"] if command[0] == "code" else [])])
        assert done.exit_code == 2
        assert "own.toml, line 5" in done.stderr
