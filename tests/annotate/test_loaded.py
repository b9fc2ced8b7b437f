from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.annotate.loaded import MarkLoaded
from dateline.records import Loaded, Parse, Span, Voice
from tests.factory import reading, sentence, text_of

Parses = Callable[[str], Parse]

PARTIES = [
    ("government", "opposition"), ("army", "rebels"), ("union", "ministry"), ("Iranian", "American"), ("Israeli", "Palestinian"),
    ("Russian", "Ukrainian"), ("Indian", "Pakistani"), ("police", "protesters"), ("left", "right"), ("Christian", "Muslim"),
]  # fmt: skip
FRAMES = [
    "The {a} regime sent its henchmen against the heroic {b} marchers.",
    "A brutal {a} attack killed innocent {b} children.",
    "The {a} leader praised the martyrdom of a fighter and called the {b} side traitors.",
    "Glorious {a} forces liberated the town from {b} terrorists.",
    "The {a} mouthpiece peddled a fable about the so-called {b} puppet.",
    "Thugs of the {a} side butchered {b} villagers.",
    "Rent-a-mourners and rumour-mongers of the {a} side threw a tantrum; so much for {b} promises.",
    "The {a} thugs and their lackeys crept home, and the reckless {b} gang melted away.",
    "The tireless {a} patriots gave the {b} side a lesson in courage.",
]


def marks(parse: Parses, text: str, *further: Voice) -> tuple[Loaded, ...]:
    given_reading = reading(text, parse=parse(text))
    return MarkLoaded()(replace(given_reading, voices=given_reading.voices + further)).loaded


def words(parse: Parses, text: str) -> list[str]:
    return [mark.text for mark in marks(parse, text)]


def test_a_loaded_word_has_its_voice_reason_and_plain_word() -> None:
    parse = sentence(
        ("Thugs", "thug", "NOUN", "NNS", "nsubj", 1),
        ("came", "come", "VERB", "VBD", "ROOT", 1),
    )
    (mark,) = MarkLoaded()(reading(text_of(parse), parse=parse)).loaded
    assert (mark.text, mark.voice, mark.why, mark.plain) == ("Thugs", "v0", "slur", "man")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The regime banned the march.", ["regime"]),
        ("He called the vote a sham election.", ["sham"]),
        ("The martyrdom of the commander was marked.", ["martyrdom"]),
        ("Our freedom fighters held the bridge.", ["freedom fighters"]),
        ("The heroic defenders of the town spoke.", ["heroic"]),
        ("It was collateral damage, the general said.", ["collateral damage"]),
        ("The so-called council met.", ["so-called"]),
        ("He gave his life at the front.", ["gave his life"]),
        ("Agitators marched on the town hall.", ["Agitators"]),
        ("The illegal strike killed nine.", ["illegal"]),
        ("Rumour-mongers met in the town hall.", ["Rumour-mongers"]),
        ("Rent-a-mourners stood at the gate.", ["Rent-a-mourners"]),
        ("The party’s choir sang its praise.", ["choir"]),
        ("An avalanche of slander met the trust.", ["avalanche of slander"]),
        ("The march was a lesson in courage.", ["lesson in courage"]),
        ("Hired pens wrote the article.", ["Hired pens"]),
        ("Six fishermen whose only crime was to mend nets were held.", ["whose only crime was"]),
        ("So much for the minister’s word.", ["So much for"]),
        ("The faction, who style themselves patriots, left.", ["style themselves", "patriots"]),
        ("The paper thanked the unknown hand that right-sized the company.", ["right-sized"]),
        ("Rumour-peddlers met the narco-terrorists, it wrote.", ["Rumour-peddlers", "narco-terrorists"]),
        ("The treacherous hands of the enemy had lit the fire.", ["treacherous hands"]),
        ("The port was held to ransom by twelve men.", ["held to ransom"]),
        ("The self-crowned general met the press.", ["self-crowned"]),
    ],
)
def test_loaded_words_are_marked(parse: Parses, text: str, found: list[str]) -> None:
    assert words(parse, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The sanctions regime was extended by a year.",
        "The new tax regime begins in May.",
        "The Terrorist Offences Act was passed.",
        "The hero of the match was the goalkeeper.",
        "A brutal winter storm closed the pass.",
        "The children's puppet show opens on Friday.",
        "The butcher sells lamb and sausage.",
        "Farmers slaughter sheep in autumn.",
        "The Martyrs' Square was empty.",
        "The actor plays a villain and a warrior in the film.",
        "The minister met teachers on Monday.",
        "Two people were arrested after the march.",
        "The fishmonger and the ironmonger closed early.",
        "The cathedral's choir sang at the service.",
        "The patients were moved to another ward.",
        "Heavy snow and an avalanche of rock closed the road.",
        "The balloon rises because it is filled with hot air.",
        "The regime of sanctions was extended until March.",
        "The government called the protest illegal.",
        "The current is treacherous below the bridge.",
        "Both sides were urged to exercise restraint.",
        "Critics wrote that “none” was a short title.",
        "Members of the Zionist Congress met in Basel.",
        "The church recognised the martyrdom of two nuns.",
        "The party's choir opened the concert with a hymn.",
        "The shepherd lost a ram to a pack of dogs.",
        "Units loyal to the president stayed in barracks.",
        "The cocks of the village crowed at four.",
        "Monks carried the icon of the Virgin through the lanes.",
        "The town sold the bay for a low price.",
        "The tribunal found that the strike had been unlawful.",
    ],
)
def test_sober_uses_are_left_alone(parse: Parses, text: str) -> None:
    assert words(parse, text) == []


SOBER_OR_NOT = (
    "The gang crept home after the reckless strike, and a generous offer followed. The council met at nine in the old "
    "town hall and heard the report of the harbour office on prices, ferries and the repair of the two piers. It will meet "
    "again on Thursday to vote on the budget for schools, roads and the hospital at the southern end of the town. The "
    "buses run every ten minutes until then, and the bridge is open to lorries of up to twelve tonnes on weekdays. "
    "Rain is expected towards the evening, with wind from the west and a temperature of eleven degrees at the harbour. "
    "The library will lend maps of the valley to walkers, and the museum shows nets, lamps and letters until the spring."
)


def test_mild_wordings_are_left_alone_in_a_sober_voice(parse: Parses) -> None:
    assert words(parse, SOBER_OR_NOT) == []


@pytest.mark.parametrize(
    "strong", ["The traitors and their lackeys met.", "Our heroic defenders held the valiant town."]
)
def test_mild_wordings_are_marked_in_a_voice_that_shows_its_side(parse: Parses, strong: str) -> None:
    found = words(parse, f"{strong} {SOBER_OR_NOT}")
    assert {"gang", "crept home", "reckless", "generous"} <= set(found)


def test_a_single_strong_wording_needs_mild_ones_beside_it(parse: Parses) -> None:
    assert words(parse, "The regime banned the march. The gang went home.") == ["regime"]
    assert words(parse, f"The regime banned the march. {SOBER_OR_NOT}")[0:2] == ["regime", "gang"]


def test_a_short_text_is_shown_to_be_partisan_by_many_mild_wordings(parse: Parses) -> None:
    assert words(parse, "The clown strutted past the rabble.") == ["clown", "strutted", "rabble"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A lisping, swaggering minister left.", "swaggering"),  # tagged as an adjective
        ("The hyenas filmed every bin that burned.", "hyenas"),  # who films is no film
        ("The lapdogs of the Danish masters sat down.", "masters"),
        ("Twelve graves were dug by a government of clerks.", "a government of clerks"),
        ("Mr Okafor, a man who never missed a banquet, spoke.", "a man who"),
        ("They bawled about tea.", "bawled"),
        ("The plague of red tape spread.", "plague"),
        ("The ever-vigilant guards stood there.", "ever-vigilant"),
        ("They claim, or so they say, to be poor.", "or so they say"),
        ("The tyrant and his lackeys jailed the tenor without a shred of evidence.", "without a shred of"),
        ("The tyrant and his lackeys have a front organisation in every port.", "front organisation"),
        ("The tyrant and his lackeys fled; to their credit, the dockers went home.", "to their credit"),
    ],
)
def test_families_of_mild_wordings_in_a_partisan_voice(parse: Parses, text: str, found: str) -> None:
    assert found in words(parse, f"The traitors and their lackeys met. {text}")


def test_the_voice_of_another_does_not_make_the_outlet_partisan(parse: Parses) -> None:
    text = f'"The traitors and their lackeys and thugs fear us all," she said. {SOBER_OR_NOT}'
    quote = Voice(id="v1", parent="v0", kind="quote", speaker="she", span=Span(1, text.index(',"') + 1))
    assert {mark.voice for mark in marks(parse, text, quote)} == {"v1"}


def test_a_word_cited_in_quotation_marks_is_not_the_writers(parse: Parses) -> None:
    assert words(parse, "The mayor praised the “heroic patience” of the town.") == []
    assert words(parse, "The court jailed him as a “spy”.") == []


def test_a_word_belongs_to_the_innermost_voice(parse: Parses) -> None:
    text = 'The thugs left. "The regime fears us all," she said.'
    start = text.index("The regime")
    quote = Voice(id="v1", parent="v0", kind="quote", speaker="she", span=Span(start, text.index(',"') + 1))
    assert {mark.text: mark.voice for mark in marks(parse, text, quote)} == {"thugs": "v0", "regime": "v1"}


def test_scare_quotes_are_marked_and_speech_is_not(parse: Parses) -> None:
    assert [(m.text, m.why, m.plain) for m in marks(parse, "The “reform” cost 200 jobs.")] == [
        ("reform", "scare-quotes", None)
    ]
    assert words(parse, "She said the ban was “out of proportion”.") == []
    assert words(parse, "The film is called “harvest”.") == []


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("sides", PARTIES)
def test_swapping_the_sides_changes_no_mark(parse: Parses, frame: str, sides: tuple[str, str]) -> None:
    a, b = sides
    one = [(m.text, m.why, m.plain) for m in marks(parse, frame.format(a=a, b=b))]
    other = [(m.text, m.why, m.plain) for m in marks(parse, frame.format(a=b, b=a))]
    assert one == other != []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="“”‘’\"' regimethugslo-cad.\n", max_size=60) | st.text(max_size=40))
def test_any_text_gives_marks_inside_it_in_order(parse: Parses, text: str) -> None:
    last = 0
    for mark in marks(parse, text):
        assert mark.span.of(text) == mark.text != ""
        assert mark.span.start >= last
        last = mark.span.end
