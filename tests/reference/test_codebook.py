"""The codebook: complete, and strict about what users write."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import DataError
from dateline.reference.codebook import ECHO, load_codebook, parse_pattern

TYPES = {
    "GATHER", "PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "ACCUSE", "SUPPORT", "CONSULT", "REQUEST", "REJECT",
    "THREATEN", "SANCTION", "AGREE", "AID", "CONCEDE", "COOPERATE",
}  # fmt: skip
MODES = {
    "GATHER": "commemoration funeral ceremony congress rally celebration vigil procession visit",
    "PROTEST": "demonstration riot strike blockade hunger-strike boycott vandalism",
    "ASSAULT": "airstrike drone-strike bombing suicide-attack shelling shooting armed-clash assassination stabbing arson "
    "beating torture sexual-violence abduction destruction",
    "COERCE": "arrest raid ban censorship curfew martial-law seizure deportation withholding crowd-control disinformation cyber",
    "MOBILIZE": "troops weapons police militia",
    "RETREAT": "release withdraw ceasefire disarm access resign",
    "ACCUSE": "condemn allege investigate",
    "SUPPORT": "praise endorse",
    "CONSULT": "meeting visit mediation multilateral phone",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "SANCTION": "convict expel withdraw discontinue",
}


def test_packaged_codebook_has_every_type_and_mode_of_the_contract() -> None:
    book = load_codebook()
    assert {t for t, _ in book.types} == TYPES
    for type_, modes in MODES.items():
        assert {m for t, m in book.types if t == type_ and m} == set(modes.split())


def test_every_type_has_triggers_and_a_mapping() -> None:
    book = load_codebook()
    assert {p.type for p in book.patterns} == TYPES | {ECHO}
    assert book.mapping("PROTEST", "riot") == ("Riots", "Violent demonstration", "14")
    assert book.mapping("GATHER", "vigil") == ("Strategic developments", "Other", None)


def test_pattern_is_read_as_written() -> None:
    pattern = parse_pattern("hold ~ candle-light subj:@crowd|nun not-obj:*", "GATHER", "vigil", "verb")
    assert pattern.words == ("hold", "candle", "-", "light")
    assert pattern.gaps == (False, True, False, False)
    assert [(c.slot, c.negative, c.words, c.classes) for c in pattern.conditions] == [
        ("subj", False, frozenset(("nun",)), frozenset(("crowd",))),
        ("obj", True, frozenset(("*",)), frozenset()),
    ]


def test_open_condition_is_read() -> None:
    condition = parse_pattern("seize may-subj:@police obj:@goods", "COERCE", "seizure", "verb").conditions[0]
    assert (condition.slot, condition.negative, condition.open) == ("subj", False, True)


def test_a_word_can_have_alternatives(tmp_path: Path) -> None:
    book = load_codebook(write(tmp_path, f'[SING]\n{GOOD}nouns = ["song|hymn of ~ joy|praise"]\n'))
    (song,), (hymn,) = (book.by_first_word["noun", word].patterns for word in ("song", "hymn"))
    assert song == hymn
    assert song.rest == (frozenset(("of",)), frozenset(("joy", "praise")))


def test_a_negation_can_belong_to_a_trigger() -> None:
    assert parse_pattern("allow obj:march neg:*", "COERCE", "ban", "verb").negated
    assert not parse_pattern("allow obj:march", "CONCEDE", None, "verb").negated


GOOD = 'definition = "d"\nroles = ["actor"]\nverbs = ["sing"]\n'


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_codebook_is_read_and_has_its_own_version(tmp_path: Path) -> None:
    book = load_codebook(write(tmp_path, f"[SING]\n{GOOD}"))
    assert set(book.types) == {("SING", None)}
    assert book.version != load_codebook().version


def test_own_codebook_can_add_to_ours(tmp_path: Path) -> None:
    ours = load_codebook()
    text = f'include = ["dateline"]\n[classes]\nway = ["gangway"]\n[SING]\n{GOOD}[PROTEST]\nverbs = ["glue"]\n'
    book = load_codebook(write(tmp_path, text))
    assert set(book.types) == {*ours.types, ("SING", None)}
    assert book.entry("PROTEST", None) == ours.entry("PROTEST", None)
    assert "gangway" in book.classes["way"] > ours.classes["way"]
    assert len(book.patterns) == len(ours.patterns) + 2


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (f"[SING]\n{GOOD}colour = 1\n", 5, "no key"),
        ('[SING]\nroles = ["actor"]\n', 1, "definition"),
        (f'[SING]\n{GOOD}nouns = ["song", "song"]\n', 5, "twice"),
        (f'[SING]\n{GOOD}nouns = ["song obj:@birds"]\n', 5, "not defined"),
        (f'[SING]\n{GOOD}nouns = ["song foo:bar"]\n', 5, "slots are"),
        (f'[SING]\n{GOOD}nouns = ["~ song"]\n', 5, "word first"),
        (f'[SING]\n{GOOD}nouns = ["song|sing-along"]\n', 5, "hyphen"),
        (f'[SING]\n{GOOD}slots = {{ subject = "singer" }}\n', 1, "not among its roles"),
        (f"[sing]\n{GOOD}", 1, "capitals"),
        ('[echo.x]\ntypes = ["NONE"]\n', None, "NONE"),
        ('include = ["own.toml"]\n', None, "includes itself"),
        ("[SING\n", None, "not valid TOML"),
    ],
)
def test_broken_codebook_is_refused_with_file_line_and_reason(
    tmp_path: Path, text: str, line: int | None, reason: str
) -> None:
    with pytest.raises(DataError) as caught:
        load_codebook(write(tmp_path, text))
    message = str(caught.value)
    assert reason in message
    assert line is None or f"own.toml, line {line}:" in message


def test_missing_codebook_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml cannot be read"):
        load_codebook(tmp_path / "none.toml")
