"""The command `dateline`. Its help answers at once: what a command needs is imported when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.run import options
from dateline.run.cli_codebook import codebook as codebook_command
from dateline.run.cli_data import evaluate_command, gazetteer
from dateline.run.cli_places import places
from dateline.run.cli_store import events, explain, export, failures
from dateline.run.cli_voices import voices, wording
from dateline.run.console import is_terminal, manual, reported
from dateline.run.output import Format

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)


def main() -> None:
    """Run the command line."""
    app(prog_name="dateline")


def _show_version(asked: bool) -> None:
    if asked:
        from dateline.run.credits import version_lines

        typer.echo("\n".join(version_lines()))
        raise typer.Exit


def dateline(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show version, model and data credits, and end."
        ),
    ] = False,
) -> None:
    """Read news reports and record every happening in them: what, who, where, when, how many, and who says so.

    Everything runs on this machine; no text leaves it.

    For example

    See what one report says:
        dateline code report.txt --published 2024-05-03

    Pages to read and to share:
        dateline code samples/ --format html --out pages/

    Many reports, joined into events:
        dateline build samples/ --db news.db
        dateline events --db news.db

    Exit status

        0  all done
        1  some inputs failed and the rest is done
        2  nothing could be done
    """


@reported
def code(
    inputs: options.Inputs,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="How to write; table on a terminal, reading (JSON lines) in a pipe by default."),
    ] = None,
    out: options.Out = None,
    kind: options.Kind = None,
    published: options.Published = None,
    outlet: options.Outlet = None,
    max_chars: options.MaxChars = options.MAX_CHARS,
    model: options.Model = None,
    codebook: options.CodebookFile = None,
    workers: options.Workers = 1,
) -> int:
    """Read reports, code them, and write what they say happened.

    Each record tells what, who, where, when, how many and who says so, every value with the words behind it.
    Inputs that cannot be read are named on standard error, and the others are still coded.

    For example

    One text, as a table:
        dateline code report.txt --published 2024-05-03 --outlet "Pontic Wire"

    Every layer as JSON, one report a line:
        dateline code samples/*.html > readings.jsonl

    From a pipe:
        cat report.txt | dateline code - --published 2024-05-03 --format csv

    Pages with the words marked:
        dateline code samples/ --format html --out pages/
    """
    from dateline.run.batches import code_all
    from dateline.run.build import make_coder_for
    from dateline.run.output import check_out, settled_format, write
    from dateline.run.progress import Watch, number_of_reports

    chosen = settled_format(format_, out)
    check_out(chosen, out)
    items = options.reports_of(inputs, kind, published, outlet, max_chars)
    drawn = out is not None or chosen is Format.table or not is_terminal(sys.stdout)
    with Watch(number_of_reports(inputs), drawn=drawn) as watch:
        write(watch.over(code_all(items, make_coder_for(model, codebook), workers)), chosen, out)
    return watch.status()


@reported
def build(
    inputs: options.Inputs,
    db: options.Db = Path("dateline.db"),
    kind: options.Kind = None,
    published: options.Published = None,
    outlet: options.Outlet = None,
    max_chars: options.MaxChars = options.MAX_CHARS,
    model: options.Model = None,
    codebook: options.CodebookFile = None,
    workers: options.Workers = 1,
) -> int:
    """Read, code and store reports, and join what they tell into events.

    Each report is stored whole or not at all, so a run may be stopped and started again; what is stored under the same
    version and configuration is not coded anew. Inputs that fail are kept as rows for dateline failures.

    For example

    A folder of reports:
        dateline build samples/ --db news.db

    A large file, with four processes:
        dateline build news.jsonl --db news.db --workers 4
    """
    from dateline.run.build import build_store, make_coder_for
    from dateline.run.progress import Watch, number_of_reports

    items = options.reports_of(inputs, kind, published, outlet, max_chars)
    with Watch(number_of_reports(inputs)) as watch:
        summary = build_store(items, str(db), make_coder_for(model, codebook), workers, watch)
    for line in summary.lines():
        typer.echo(line)
    return watch.status(also_done=summary.same)


app.callback(help=manual(dateline))(dateline)
for _command in (code, build, events, explain, export, failures):
    app.command(help=manual(_command))(_command)
app.command("codebook", help=manual(codebook_command))(codebook_command)
app.command("eval", help=manual(evaluate_command))(evaluate_command)
app.command("places", help=manual(places))(places)
app.command("voices", help=manual(voices))(voices)
app.command("wording", help=manual(wording))(wording)
app.add_typer(gazetteer, name="gazetteer")
