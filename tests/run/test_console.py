from __future__ import annotations

import errno
import io

import pytest
import typer

from dateline.errors import InputError, StoreError
from dateline.run.console import UsageError, is_terminal, manual, reported, say, show_cause


def _exit_of(error: BaseException | None, status: int = 0) -> int:
    @reported
    def command() -> int:
        if error is not None:
            raise error
        return status

    with pytest.raises(typer.Exit) as caught:
        command()
    return caught.value.exit_code


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (StoreError("'n.db' is no store; name another file"), "dateline: 'n.db' is no store; name another file\n"),
        (UsageError("--from is no date"), "dateline: --from is no date\n"),
        (InputError("empty", "a.txt", "a.txt is empty"), "dateline: a.txt is empty\n"),
        (OSError(errno.ENOSPC, "No space left", "/mnt/x"), "dateline: the disk is full (/mnt/x); make room"),
        (
            PermissionError(errno.EACCES, "Permission denied", "x.csv"),
            "dateline: x.csv cannot be used (Permission denied)",
        ),
        (ZeroDivisionError("by zero"), "dateline: a fault in the program (ZeroDivisionError: by zero)"),
    ],
)
def test_a_fault_is_one_sentence_and_status_two(
    error: Exception, sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    assert _exit_of(error) == 2
    told = capsys.readouterr()
    assert told.err.startswith(sentence)
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_debugging_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DEBUG", "1")

    @reported
    def command() -> int:
        raise StoreError("x")

    with pytest.raises(StoreError):
        command()


def test_the_status_of_the_command_is_the_exit_status() -> None:
    assert [_exit_of(None, status) for status in (0, 1, 2)] == [0, 1, 2]


def test_a_stop_from_the_keyboard_says_that_what_is_stored_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_of(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "dateline: stopped; what was stored before is kept\n"


def test_messages_carry_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    say("evil\x1b[2Jname.txt is empty")
    assert capsys.readouterr().err == "dateline: evil�[2Jname.txt is empty\n"


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    assert not is_terminal(stream)
    stream.close()
    assert not is_terminal(stream)


def test_help_is_the_docstring_with_prose_that_flows_and_commands_set_off() -> None:
    def command() -> None:
        """Do it, and then
        do more [twice].

        For example

        All of it:
            dateline do --it
        """

    assert manual(command) == (
        "Do it, and then do more \\[twice].\n\n[bold]For example[/bold]\n\nAll of it:\n  [cyan]dateline do --it[/cyan]"
    )
    assert manual(lambda: None) == ""


def test_the_fault_behind_a_failure_is_shown_only_on_demand(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    error = InputError("coding", "a.txt", "a.txt: coding failed")
    error.__cause__ = ZeroDivisionError("by zero")
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    show_cause(error)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    show_cause(error)
    assert "ZeroDivisionError: by zero" in capsys.readouterr().err
