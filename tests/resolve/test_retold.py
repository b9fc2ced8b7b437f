from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from dateline.records import Argument, EventMention, MentionPlace, MentionTime, Parse, Span
from dateline.resolve.retold import original_of, toll_of
from tests import factory

ParseText = Callable[[str], Parse]


def told(text: str, word: str, type_: str = "ASSAULT", **fields: object) -> EventMention:
    return replace(factory.mention(type_, start=text.index(word), word=word), **fields)


def test_an_echo_refers_to_the_telling_whose_arguments_it_has(parse: ParseText) -> None:
    text = "Soldiers shot two men in Puno. Thieves stabbed a clerk in Tacna. The army denied it."
    span = Span(0, 8)
    soldiers = Argument(role="perpetrator", span=span, text="Soldiers")
    shot = told(text, "shot", mode="shooting", arguments=(soldiers,))
    stabbed = told(text, "stabbed", mode="stabbing")
    denied = told(text, "denied", mode="shooting", status="denied", arguments=(replace(soldiers, basis="inherited"),))
    assert original_of(denied, [shot, stabbed], parse(text)) is shot
    assert original_of(stabbed, [shot], parse(text)) is None


def test_a_denial_in_its_own_words_refers_to_its_sentence_only(parse: ParseText) -> None:
    text = "Farmers reported two arrests in Puno; the police denied holding anybody. Nobody was held, they said again."
    arrests = told(text, "arrests", "COERCE", mode="arrest")
    holding = told(text, "holding", "COERCE", mode="arrest", status="denied")
    held = told(text, "held", "COERCE", mode="arrest", status="denied")
    assert original_of(holding, [arrests], parse(text)) is arrests
    assert original_of(held, [arrests, holding], parse(text)) is None
    assert original_of(replace(holding, mode="raid"), [arrests], parse(text)) is None


def test_violence_denied_in_other_words_is_the_one_told_before(parse: ParseText) -> None:
    text = "Guards kicked a student in Puno. The mayor was away. Nobody laid a finger on him, they said. No girl was kicked."
    puno = MentionPlace(
        toponym=0, name="Puno", geonameid=1, admin1=None, country="PER", lat=1.0, lon=2.0, precision="town", basis="stated"
    )  # fmt: skip
    kicked = told(text, "kicked", mode="beating", place=puno)
    denied = told(text, "laid", mode="beating", status="denied")
    spared = replace(factory.mention(start=text.index("kicked."), word="kicked"), mode="beating", status="denied")
    assert original_of(denied, [kicked], parse(text)) is kicked
    assert original_of(denied, [replace(kicked, place=None)], parse(text)) is None
    assert original_of(spared, [kicked], parse(text)) is None
    arrest = replace(kicked, type="COERCE", mode="arrest")
    assert original_of(replace(denied, type="COERCE", mode="arrest"), [arrest], parse(text)) is None


def test_a_known_happening_is_the_last_one_of_its_kind(parse: ParseText) -> None:
    text = "Dockers went on strike in Ilo on Monday. A crowd danced in Puno. The strike goes on. A strike is feared in Tacna."
    monday = MentionTime(time=None, from_=date(2024, 4, 29), to=date(2024, 4, 30), precision="day", basis="stated")
    ilo = MentionPlace(
        toponym=0, name="Ilo", geonameid=1, admin1=None, country="PER", lat=1.0, lon=2.0, precision="town", basis="stated"
    )  # fmt: skip
    first = told(text, "strike", "PROTEST", mode="strike", place=ilo, time=monday)
    again = factory.mention("PROTEST", "strike", start=text.index("strike goes"), word="strike")
    another = factory.mention("PROTEST", "strike", start=text.index("strike is"), word="strike")
    assert original_of(again, [first], parse(text)) is first
    assert original_of(another, [first], parse(text)) is None
    later = replace(monday, from_=date(2024, 5, 2), to=date(2024, 5, 3))
    assert original_of(replace(again, time=later), [first], parse(text)) is None


def test_a_toll_belongs_to_what_people_died_of(parse: ParseText) -> None:
    text = "A bomb tore up a bus in Puno. Thieves stabbed a clerk. Police put the toll at eight. They shot two men."
    bomb, stabbed = told(text, "tore", mode="bombing"), told(text, "stabbed", mode="stabbing")
    toll = told(text, "put the toll", mode="bombing")
    tree = parse(text)
    assert toll_of(toll, [bomb, stabbed], tree) is bomb
    assert toll_of(replace(toll, mode=None), [bomb, stabbed], tree) is stabbed
    assert toll_of(replace(toll, voice="v9"), [bomb, stabbed], tree) is None
    assert toll_of(replace(toll, type="GATHER"), [bomb, stabbed], tree) is None
    assert toll_of(told(text, "shot", mode="bombing"), [bomb, stabbed], tree) is None
    assert original_of(toll, [bomb, stabbed], tree) is bomb
