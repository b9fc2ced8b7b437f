from collections.abc import Callable

import pytest

from dateline.records import Parse, Span, Time, Toponym
from dateline.resolve.place_paths import (
    coordinated,
    is_before_release,
    is_behind_subject,
    is_left_for,
    is_long_before,
    is_where_press_was,
    is_where_told,
    nursed_at,
    spoken_at,
    way,
)
from tests import factory

ParseText = Callable[[str], Parse]
NOUNS = frozenset(("city", "outskirts"))


def toponym(text: str, name: str) -> Toponym:
    start = text.index(name)
    return Toponym(span=Span(start, start + len(name)), text=name)


@pytest.mark.parametrize(
    ("text", "name", "trigger", "preposition", "own"),
    [
        ("Teachers marched in Cusco on Monday.", "Cusco", "marched", "in", True),
        ("Gunmen shot him at a stall in Cusco.", "Cusco", "shot", "in", True),
        ("He was shot on the outskirts of Tikrit.", "Tikrit", "shot", "of", True),
        ("The mayor condemned the attack on the bank in Cusco.", "Cusco", "condemned", "in", False),
        ("Talks between Lima and Quito failed.", "Lima", "Talks", "between", True),
    ],
)
def test_the_way_tells_preposition_and_clause(
    parse: ParseText, text: str, name: str, trigger: str, preposition: str, own: bool
) -> None:
    grammar = parse(text)
    token = grammar.at(text.index(trigger))
    assert token is not None
    found = way(grammar, toponym(text, name), token, NOUNS)
    assert (found.preposition, found.own) == (preposition, own)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Guards beat the men and six were hospitalised in Cusco.", "beat", True),
        ("Guards beat the men in Cusco and six were hospitalised.", "beat", False),
        ("Guards beat six men who were treated, in Cusco.", "beat", False),
        ("The envoy said guards beat the men in Cusco.", "beat", False),
        ("Guards stabbed a clerk, who died in a hospital in Cusco.", "stabbed", True),
        ("Guards beat six men, who were taken to the morgue in Cusco.", "beat", True),
        ("Six men were beaten when guards stormed a hospital in Cusco.", "beaten", False),
        ("A clinic in Cusco took in six people whom guards had beaten.", "beaten", True),
        ("A clinic in Cusco lost six nurses when it was shelled.", "shelled", False),
        ("Guards beat six men, who were taken to the station in Cusco.", "beat", False),
    ],
)
def test_wards_are_elsewhere(parse: ParseText, text: str, trigger: str, expected: bool) -> None:
    told = factory.mention("ASSAULT", start=text.index(trigger), word=trigger)
    assert nursed_at(parse(text), toponym(text, "Cusco"), told) is expected


def test_coordinated_places_come_together(parse: ParseText) -> None:
    text = "Rallies were held in Lima, Cusco and Puno."
    places = [toponym(text, name) for name in ("Puno", "Lima", "Cusco")]
    assert [t.text for t in coordinated(parse(text), places[0], places)] == ["Lima", "Cusco", "Puno"]


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("The minister told reporters in Lima that he will not resign.", "resign", True),
        ("The mayor said in Lima that she rejects the offer.", "rejects", True),
        ("The mayor said that she rejects the bridge in Lima.", "rejects", False),
        ("The minister told reporters from Lima that he will not resign.", "resign", False),
        ("Bishops in Lima urged both camps to stop.", "urged", True),
        ("Bishops urged soldiers in Lima to stop.", "urged", False),
        ("Chile delivered a note of protest to the embassy in Lima and demanded an apology.", "demanded", True),
        ("Peru summoned the Chilean envoy in Lima on Friday.", "summoned", True),
        ("Chile praised the Peruvian envoy in Lima on Friday.", "praised", False),
        ("The minister condemned the attack on the embassy in Lima.", "condemned", False),
        ("The union wrote to members in Lima and demanded higher pay.", "demanded", False),
    ],
)
def test_words_are_said_where_they_are_told(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    start = text.index(trigger)
    assert spoken_at(parse(text), toponym(text, "Lima"), Span(start, start + len(trigger))) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("The teacher who was shot in May was buried in Lima.", "shot", True),
        ("The last miners detained at the gate were flown to Lima.", "detained", True),
        ("Two of the nuns who were abducted in March were freed near Lima.", "abducted", True),
        ("The teacher who was shot in May was buried in Lima.", "buried", False),
        ("The teacher who was shot in Lima was buried on Friday.", "shot", False),
        ("The men who threw stones were arrested in Lima.", "threw", False),
        ("Hundreds wept in Lima for a teacher who was shot.", "shot", False),
    ],
)
def test_what_came_later_places_nothing_before_it(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    token = grammar.at(text.index(trigger))
    assert token is not None
    assert is_behind_subject(grammar, toponym(text, "Lima"), token) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("The minister told reporters in Lima that six men had been killed.", "killed", True),
        ("The union said at a hearing in Lima that two men had been beaten.", "beaten", True),
        ("The mayor confirmed at a hearing in Lima that two men had been beaten.", "beaten", True),
        ("The minister told reporters that six men had been killed in Lima.", "killed", False),
        ("The minister told reporters about a night in Lima when six men were killed.", "killed", False),
        ("Gunmen killed six men in Lima.", "killed", False),
        ("The rebels said in a message to a newspaper in Lima that six men had been killed.", "killed", True),
        ("A caller to a radio station in Lima said that six men had been killed.", "killed", True),
        ("Residents in Lima said that six men had been killed.", "killed", False),
        ("A farmer told a Lima newspaper that six men had been killed.", "killed", True),
        ("A farmer told a Lima widow that six men had been killed.", "killed", False),
    ],
)
def test_where_it_was_told_is_not_where_it_was(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    token = grammar.at(text.index(trigger))
    assert token is not None
    assert is_where_told(grammar, toponym(text, "Lima"), token) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("Two men who had been held in Lima in May were freed on bail.", "freed", True),
        ("A baker was held in Lima on Tuesday and freed two days later.", "freed", True),
        ("Guards held an editor in Lima, who was freed after an outcry.", "freed", True),
        ("A baker was held in Lima on Tuesday and freed the same evening.", "freed", False),
        ("The men who were held in Lima were freed from the jail there.", "freed", False),
        ("A baker was held on Tuesday and freed in Lima two days later.", "freed", False),
    ],
)
def test_where_they_were_seized_they_need_not_be_freed(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    token, held = grammar.at(text.index(trigger)), grammar.at(text.index("held"))
    assert token is not None
    assert held is not None
    assert is_before_release(grammar, toponym(text, "Lima"), token, {held.i}) is does
    assert not is_before_release(grammar, toponym(text, "Lima"), token, ())


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("The colonel told reporters in Lima that six men had been killed.", True),
        ('"We won," said the leader, speaking to journalists in Lima.', True),
        ("The colonel told a rally in Lima that six men had been killed.", False),
        ("The colonel met reporters in Lima.", False),
        ("Police beat a man speaking to reporters in Lima.", False),
    ],
)
def test_where_the_press_was(parse: ParseText, text: str, does: bool) -> None:
    assert is_where_press_was(parse(text), toponym(text, "Lima")) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("In Lima thousands honoured Ana Roe, who was shot in 1997.", "shot", True),
        ("In Lima, police arrested a man who killed two guards in 2020.", "killed", True),
        ("In Lima thousands honoured Ana Roe, who was shot on Tuesday.", "shot", False),
        ("They honoured Ana Roe, who was shot in Lima in 1997.", "shot", False),
        ("In Lima, where soldiers shot ten miners in 1998, thousands marched.", "shot", False),
        ("In Lima thousands marched in 1997.", "marched", False),
    ],
)
def test_a_place_told_now_is_not_where_it_was_years_before(
    parse: ParseText, text: str, trigger: str, does: bool
) -> None:
    grammar = parse(text)
    token = grammar.at(text.index(trigger))
    assert token is not None
    years = (year for year in ("1997", "1998", "2020") if year in text)
    spans = [Span(text.index(year), text.index(year) + 4) for year in years]
    times = [Time(span=span, text=span.of(text), type="DATE", value=span.of(text), precision="year") for span in spans]
    assert is_long_before(grammar, toponym(text, "Lima"), token, times) is does


@pytest.mark.parametrize(
    ("text", "trigger", "does"),
    [
        ("Two students were deported to Lima on Monday.", "deported", True),
        ("Chile deported two preachers to Lima on Monday.", "deported", True),
        ("The troops pulled out overnight towards Lima.", "pulled", True),
        ("Two students were deported from Lima on Monday.", "deported", False),
        ("Two students were deported in Lima on Monday.", "deported", False),
        ("Two nuns were released to relatives in Lima.", "released", False),
        ("The troops left on a road to Lima.", "left", False),
    ],
)
def test_where_people_are_sent_is_not_where_they_were(parse: ParseText, text: str, trigger: str, does: bool) -> None:
    grammar = parse(text)
    token = grammar.at(text.index(trigger))
    assert token is not None
    assert is_left_for(grammar, toponym(text, "Lima"), token) is does
