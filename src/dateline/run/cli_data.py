"""The commands about quality and data: eval, gazetteer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.errors import DataError
from dateline.records import Reading
from dateline.run import options
from dateline.run.console import ALL_DONE, UsageError, manual, reported, say
from dateline.run.output import show, text_out

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.run.scoring import GoldReport

gazetteer = typer.Typer(
    name="gazetteer",
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="Build the index of places, or show what it holds.",
)


@reported
def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of gold: one folder a story with gold.json.")],
    readings: Annotated[
        Path | None,
        typer.Argument(
            metavar="[READINGS]", help="Readings as JSON lines; without it the reports of the gold are coded."
        ),
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="Write one JSON object instead of a table.")] = False,
    by_report: Annotated[bool, typer.Option("--by-report", help="Also list the main figures of each report.")] = False,
    faults: Annotated[bool, typer.Option("--faults", help="Also list every fault with its words.")] = False,
    model: options.Model = None,
    workers: options.Workers = 1,
) -> int:
    """Score records against gold: how many happenings were found, and how right each field is.

    For example

    Code and score:
        dateline eval bench/gold

    Score what was written before:
        dateline eval bench/gold readings.jsonl --json

    Look at the faults:
        dateline eval bench/gold --by-report --faults
    """
    from dateline.corroborate import corroborate
    from dateline.run.evaluate import evaluate

    given = None if readings is None else list(_readings(readings))
    scores = evaluate(gold, given, code=lambda reports: _coded(reports, model, workers), join=corroborate)
    if json_:
        text_out().write(json.dumps(scores.as_dict(), ensure_ascii=False) + "\n")
        return ALL_DONE
    show(scores.as_table())
    if by_report:
        show(scores.by_report())
    if faults:
        show(scores.fault_counts())
        out = text_out()
        out.writelines(f"{line}\n" for line in scores.fault_lines())
    return ALL_DONE


def _readings(path: Path) -> Iterator[Reading]:
    """Yield the readings of a file of JSON lines. Raises DataError with the line that is none."""
    import msgspec

    from dateline.records import from_json

    number = 0
    try:
        with path.open("rb") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    yield from_json(line)
    except OSError as error:
        raise DataError(f"the readings '{path}' cannot be read ({error.strerror}); check the file") from error
    except (msgspec.DecodeError, TypeError) as error:
        raise DataError(f"'{path}' line {number} is no reading ({error}); write it with --format reading") from error


def _coded(reports: Sequence[GoldReport], model: str | None, workers: int) -> Iterable[Reading]:
    """Code the reports of the gold, each with the outlet and date that the gold gives."""
    from dateline.run.batches import code_all
    from dateline.run.build import make_coder_for
    from dateline.run.evaluate import read_gold
    from dateline.run.progress import Watch

    with Watch(len(reports)) as watch:
        return list(watch.over(code_all(read_gold(reports), make_coder_for(model), workers)))


@reported
def gazetteer_build(
    if_missing: Annotated[
        bool, typer.Option("--if-missing", help="Leave a sound index of this version as it is.")
    ] = False,
    geonames: Annotated[
        Path | None,
        typer.Option("--geonames", metavar="FILE", help="Take the places of a full GeoNames dump: allCountries.zip."),
    ] = None,
    alternate_names: Annotated[
        Path | None,
        typer.Option("--alternate-names", metavar="FILE", help="With --geonames: more names, alternateNamesV2.zip."),
    ] = None,
) -> int:
    """Build the index of places from the installed data packages; about a minute, no network.

    It is kept in the user's cache folder, or in the folder that DATELINE_CACHE names, and shared by all processes.

    For example

        dateline gazetteer build --if-missing

    From a dump that you have downloaded:
        dateline gazetteer build --geonames allCountries.zip --alternate-names alternateNamesV2.zip
    """
    from dateline.reference.gazetteer import build_gazetteer

    if alternate_names is not None and geonames is None:
        raise UsageError("--alternate-names adds to a dump; give --geonames too")
    path = build_gazetteer(
        progress=say if geonames is not None else None, only_if_needed=if_missing, geonames=geonames,
        alternate_names=alternate_names,
    )  # fmt: skip
    say(f"the gazetteer index is at {path}")
    return ALL_DONE


@reported
def gazetteer_info(
    json_: Annotated[bool, typer.Option("--json", help="Write one JSON object instead of a table.")] = False,
) -> int:
    """Show where the index of places is, what it holds, and the versions and licences of its data.

    For example

        dateline gazetteer info --json
    """
    from dateline.reference.gazetteer import load_gazetteer

    info = load_gazetteer(build=False).info()
    if json_:
        text_out().write(json.dumps(info, ensure_ascii=False) + "\n")
        return ALL_DONE
    show(_info_table(info))
    return ALL_DONE


gazetteer.command("build", help=manual(gazetteer_build))(gazetteer_build)
gazetteer.command("info", help=manual(gazetteer_info))(gazetteer_info)


def _info_table(info: dict[str, Any]) -> RenderableType:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    for key, value in info.items():
        parts = list(value.items()) if isinstance(value, dict) else [("", value)]
        for number, (name, part) in enumerate(parts):
            grid.add_row("" if number else key, name, _info_words(part))
    return grid


def _info_words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(map(str, value.values()))
    return f"{value:,}" if isinstance(value, int) else str(value)
