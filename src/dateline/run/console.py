"""What the commands say on standard error, and how faults end a command: one sentence and an exit status."""

from __future__ import annotations

import errno
import functools
import inspect
import os
import sys
from collections.abc import Callable
from typing import ParamSpec, TextIO

import typer

from dateline.errors import DatelineError

ALL_DONE, SOME_FAILED, NOTHING_DONE, STOPPED = 0, 1, 2, 130
P = ParamSpec("P")


class UsageError(DatelineError):
    """The command was called in a way that cannot work; found out before anything is read."""


def say(message: str) -> None:
    """Write one line to standard error; nothing where whoever started the program closed it."""
    if sys.stderr is None:
        return
    from dateline.explore.plain import plain

    line = f"dateline: {plain(message)}\n"
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "replace").decode(encoding))
    sys.stderr.flush()


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether somebody watches the stream."""
    try:
        return stream is not None and stream.isatty()
    except (AttributeError, ValueError):  # closed, or replaced by something simpler
        return False


def reported(command: Callable[P, int]) -> Callable[P, None]:
    """Let a command end as users expect: its return value is the exit status, a fault is one sentence.

    DATELINE_DEBUG=1 shows the traceback instead.
    """

    @functools.wraps(command)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_status(lambda: command(*args, **kwargs)))

    return wrapper


def manual(command: Callable[..., object]) -> str:
    """Return a command's docstring as its help: prose flows, indented lines stand as they are and are set off."""
    paragraphs = inspect.cleandoc(command.__doc__ or "").split("\n\n")
    return "\n\n".join(_set(paragraph.replace("[", "\\[").splitlines()) for paragraph in paragraphs)


def _set(lines: list[str]) -> str:
    """Set one paragraph in rich's markup: a single word or two is a heading, an indented line is something to type."""
    if len(lines) == 1 and len(lines[0].split()) <= 2:
        return f"[bold]{lines[0]}[/bold]"
    if any(line.startswith("    ") for line in lines):
        return "\n".join(f"  [cyan]{line.strip()}[/cyan]" if line.startswith("    ") else line for line in lines)
    return " ".join(lines)


def _status(command: Callable[[], int]) -> int:
    """Run a command and return its exit status."""
    try:
        status = command()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
        return ALL_DONE
    except KeyboardInterrupt:
        say("stopped; what was stored before is kept")
        return STOPPED
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if debugging():
            raise
        say(_sentence(error))
        return NOTHING_DONE
    return status


def debugging() -> bool:
    """Tell whether the user asks for tracebacks."""
    return os.environ.get("DATELINE_DEBUG") == "1"


def show_cause(error: Exception) -> None:
    """Print the traceback of the fault behind an error, when the user asks for tracebacks."""
    if debugging() and error.__cause__ is not None:
        import traceback

        traceback.print_exception(error.__cause__)


def _sentence(error: Exception) -> str:
    """Put an exception into one sentence that says what to do."""
    if isinstance(error, DatelineError):
        return str(error)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return f"the disk is full ({error.filename or 'standard output'}); make room and run the command again"
    if isinstance(error, OSError):
        what = error.strerror or type(error).__name__
        return f"{error.filename or 'standard output'} cannot be used ({what}); check the place and its permissions"
    return f"a fault in the program ({type(error).__name__}: {error}); set DATELINE_DEBUG=1 to see where, and report it"


def _drop_stdout() -> None:
    """Point standard output at nothing, so that the last flush at exit stays quiet (Python docs, signal module)."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):  # no real file behind it
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
