"""Towns that no list has are told by what stands around them."""

from __future__ import annotations

import pytest

from dateline.pipeline import Pipeline, make_coder
from dateline.read import read_text
from dateline.records import Reading


@pytest.fixture(scope="module")
def coder() -> Pipeline:
    return make_coder()


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Soldiers entered Belmora and Zalmora, where a curfew was in force.", "Belmora", True),
        ("Families fled to Belmora when the shelling began.", "Belmora", True),
        ("Troops shelled Belmora on Sunday.", "Belmora", True),
        ("Bandits raided Kadauri on Sunday.", "Kadauri", True),
        ("Gunmen attacked Tungar Wakili, a village in Zamfara.", "Tungar Wakili", True),
        ("Gunmen attacked Marwan Kallab, a teacher, in Oran.", "Marwan", False),
        ("Police raided Kortex Media on Sunday.", "Kortex", False),
        ("Anna Belmora spoke in Oran. In Belmora, the party sees its hope.", "Belmora,", False),
        ("Shelling continued around Kupiansk on Monday.", "Kupiansk", True),
    ],
)
def test_a_name_is_a_town_by_its_words(coder: Pipeline, text: str, name: str, expected: bool) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    start = text.rindex(name)
    assert any(t.span.start == start for t in reading.toponyms) is expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Rain fell in Sokodé. The ministry had promised seed to Tchamba.", "Tchamba", True),
        ("Rain fell in Sokodé. Half of Tchamba was asleep.", "Tchamba", True),
        ("Rain fell in Lima. Half of Tchamba was asleep.", "Tchamba", False),  # far from all that is named
        ("Rain fell in Sokodé. Afi Tchamba left early. Half of Tchamba was asleep.", "Tchamba", False),
        ("Rain fell in Sokodé. He had promised Tchamba Motors a grant.", "Tchamba", False),
    ],
)
def test_a_rare_name_is_a_town_by_another_town_of_the_report(
    coder: Pipeline, text: str, name: str, expected: bool
) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    start = text.rindex(name)
    assert any(t.span.start == start for t in reading.toponyms) is expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police in Manta blamed the raid on the Tiburones gang.", ["Manta"]),
        ("Activists of the Clean Delta network marched in Hue.", ["Hue"]),
        ("Volunteers of the Lutheran parish handed out rice in Oran.", ["Oran"]),
        ("The minister signed it with the Nueva Vida cooperative in Tegucigalpa.", ["Tegucigalpa"]),
        ("The crew of the tanker Aurelia Bay were held in Bandar Abbas.", ["Bandar Abbas"]),
        ("The bishop told the congregation in Jos at a Mass that he would march.", ["Jos"]),
        ("Gunmen of the Medellin cartel shot two guards in Cali.", ["Medellin", "Cali"]),
        ("Workers of the Potosí cooperative blocked the road.", ["Potosí"]),
        ("A ferry from Belmora sank near Siasi.", ["Belmora", "Siasi"]),
    ],
)
def test_what_people_and_ships_call_themselves_is_no_town(coder: Pipeline, text: str, names: list[str]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert [t.text for t in reading.toponyms] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police shot at Clifton's house on Monday. President Clifton was out.", []),
        ("Senator Paul Houston led the march. Critics accused the Houston administration of fraud.", []),
        ("The Clifton administration freed nine men.", []),
        ("Anthony Florence was held on Monday. Officers used a stun gun on Florence.", []),
        ("Mayor John Paris resigned on Monday. Nurses marched in Paris on Tuesday.", ["Paris"]),
        ("The Kabul administration banned the march.", ["Kabul"]),
        ("Police shot at a house in Houston, Texas. Senator Paul Roe was out.", ["Houston", "Texas"]),
        ("Troops shelled Houston on Monday.", ["Houston"]),
    ],
)
def test_who_is_named_in_full_or_rules_is_no_town(coder: Pipeline, text: str, names: list[str]) -> None:
    (reading,) = coder.code([read_text(text)])
    assert isinstance(reading, Reading)
    assert [t.text for t in reading.toponyms] == names
