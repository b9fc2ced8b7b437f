import msgspec

from dateline.corroborate.wording import wording
from dateline.records import Loaded, Span
from tests.corroborate.factory import Said, report_of


def test_loaded_words_of_the_triggers_sentence_and_voice() -> None:
    reading = report_of("North", Said("Cowardly thugs arrested ten."), prose="The Martyrdom was long ago.")
    marks = [
        ("thugs", "v0", "men", "slur"),
        ("Cowardly", "v1", None, "intensifier"),
        ("Martyrdom", "v0", "death", "honorific"),
    ]
    loaded = []
    for text, voice, plain, why in marks:
        at = reading.report.text.index(text)
        loaded.append(Loaded(span=Span(at, at + len(text)), text=text, voice=voice, plain=plain, why=why))  # type: ignore[arg-type]
    reading = msgspec.structs.replace(reading, loaded=tuple(loaded))
    assert list(wording(reading.events[0], reading)) == [("men", "thugs")]


def test_without_a_plain_word_the_reason_names_the_field() -> None:
    reading = report_of("North", Said("Cowardly men arrested ten."))
    mark = Loaded(span=Span(0, 8), text="Cowardly", voice="v0", plain=None, why="legal-verdict")
    reading = msgspec.structs.replace(reading, loaded=(mark,))
    assert list(wording(reading.events[0], reading)) == [("legal-verdict", "cowardly")]
