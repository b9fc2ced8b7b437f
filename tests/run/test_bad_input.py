"""Bad input, bad places and bad moments, met by the real command: one sentence, a row, and nothing stored is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import IO, Any

import pytest

from dateline.errors import StoreError
from dateline.read import read_inputs
from dateline.run.build import build_store
from dateline.store import open_store

HERE = Path(__file__).parent
POSIX = sys.platform != "win32"
PATIENCE_S = 120  # a test that waits so long has failed
REAL = (sys.executable, "-m", "dateline")
# The same command with the coder of fake_coder.py, which needs no model; it waits a moment only for a locked store.
FAKED = """
import fake_coder
import dateline.run.build as build
import dateline.store.dialect as dialect
if __name__ == "__main__":
    build.make_coder_for = lambda *_, **__: fake_coder.make
    dialect.BUSY_TIMEOUT_S = 0.2
    from dateline.run.cli import main
    main()
"""
STORY = "Hundreds of people marched through {} on Monday against the new toll, the police said. Two were arrested.\n"
FRENCH = (
    "Des centaines de personnes ont défilé lundi dans les rues de Lyon contre le nouveau péage, selon la police. Deux "
    "d'entre elles ont été arrêtées près du pont, et le maire a demandé au gouvernement de revenir sur sa décision.\n"
)
ARABIC = "خرج مئات الأشخاص في مسيرة في شوارع بغداد يوم الاثنين احتجاجا على الرسوم الجديدة، وفق ما قالته الشرطة.\n"
CROATIAN = "Stotine ljudi prosvjedovalo je u ponedjeljak u Zagrebu protiv nove pristojbe, priopćila je policija.\n"
WINDOWS = "The mayor of São Paulo said that “hundreds” had marched – on Monday – past the café.\n"
NO_ARTICLE = "<!doctype html><html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>"
NOISE = bytes(range(256)) * 20


@dataclass(frozen=True)
class Bad:
    """An input that must fail. kind: of the failure; says: words of its message; name: of the failed report."""

    name: str
    content: bytes | str | None
    kind: str
    says: str
    failed: str | None = None


def _rows(*rows: dict[str, str] | str) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


BAD = (
    Bad("empty.txt", "", "empty", "is empty"),
    Bad("blank.txt", " \n\t\n", "empty", "is empty"),
    Bad("noise.txt", NOISE, "binary", "is a binary file"),
    Bad("noise.html", NOISE, "binary", "is a binary file"),
    Bad("noise.csv", NOISE, "binary", "is a binary file"),
    Bad("noise.jsonl", NOISE, "binary", "is a binary file"),
    Bad("packed.jsonl", b"\x1f\x8b\x08" + NOISE, "binary", "is a gzip file"),
    Bad("printed.txt", b"%PDF-1.7\n" + NOISE, "binary", "is a PDF file"),
    Bad("damaged.txt", "Bogotá, Córdoba, Paraná, Mérida.".encode() * 3 + b" \xe9 \xff.", "undecodable", "does not decode"),
    Bad("scan.pdf", b"%PDF-1.7\n", "unsupported", "ends in '.pdf'"),
    Bad("letter.docx", b"PK\x03\x04", "unsupported", "ends in '.docx'"),
    Bad("gone.txt", None, "missing", "does not exist"),
    Bad("none*.txt", None, "missing", "matches no file"),
    Bad("page.html", NO_ARTICLE, "no-article", "is a page without an article"),
    Bad("columns.csv", "id,body\n1,words\n", "broken-table", "has no column 'text' or 'html'"),
    Bad("header.csv", "id,text\n", "empty", "has no row"),
    Bad("empty.csv", "", "empty", "is empty"),
    Bad("empty.jsonl", "\n\n", "empty", "is empty"),
    Bad("long.txt", "The march went on. " * 300, "too-long", "--max-chars"),
    Bad("french.txt", FRENCH, "language", "is in French"),
    Bad("arabic.txt", ARABIC, "language", "is in Arabic"),
    Bad("croatian.txt", CROATIAN, "language", "nothing was coded"),
    Bad("lines.jsonl", _rows({"id": "l1", "text": STORY.format("Jos")}, '{"id": "l2", "text":',
                             {"id": "l3", "text": STORY.format("Owo")}),
        "broken-line", "is not JSON", "lines.jsonl:2"),
    Bad("half.jsonl", _rows('{"id": "h1", "text": "A \\ud800 march."}', {"id": "h2", "text": STORY.format("Ife")}),
        "surrogate", "half of a surrogate pair", "half.jsonl:1"),
)  # fmt: skip
GOOD = {
    "plain.txt": STORY.format("Lagos").encode(),
    "windows.txt": WINDOWS.encode("cp1252"),
    "utf16.txt": STORY.format("Kano").encode("utf-16"),
    "utf16le.txt": STORY.format("Accra").encode("utf-16-le"),
}
ODD_NAMES = {"two words.txt": "Dakar", "two\nlines.txt": "Tunis", "\N{SMILING FACE WITH OPEN MOUTH}.txt": "Oran",
             "-dash.txt": "Cairo", "st[a]r.txt": "Bamako"}  # fmt: skip


@dataclass(frozen=True)
class Built:
    """The one build of all bad and good inputs with the real coder."""

    folder: Path
    done: subprocess.CompletedProcess[str]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return _query(self.folder / "news.db", query)

    @property
    def failed(self) -> dict[str, dict[str, Any]]:
        return {source: json.loads(doc) for source, doc in self.rows("select source, doc from failures")}


def _query(db: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(query).fetchall()


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_D")}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(HERE), *filter(None, [kept.get("PYTHONPATH")])])}


def run(*args: str | Path, cwd: Path, command: Sequence[str] = (), **how: Any) -> subprocess.CompletedProcess[str]:
    """Run a command, with the fake coder unless another is given."""
    return subprocess.run(
        [*(command or (sys.executable, str(_faked(cwd)))), *map(str, args)],
        **{"cwd": cwd, "env": _environment(), "capture_output": True, "text": True, "encoding": "utf-8",
           "timeout": PATIENCE_S, "check": False, **how},
    )  # fmt: skip


def _faked(folder: Path) -> Path:
    """Write the command with the fake coder where no input is looked for."""
    script = folder / ".faked.py"
    if not script.exists():
        script.write_text(FAKED)
    return script


def check(done: subprocess.CompletedProcess[str], status: int, *says: str) -> None:
    """Check the exit status, and that standard error is one sentence with these words and nothing else."""
    assert done.returncode == status, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("dateline: ")
    for words in says:
        assert words in line


def _make_special(folder: Path) -> dict[str, tuple[str, str]]:
    """Make what is called .txt and is no file; return the failure that each must give."""
    (folder / "shelf.txt").mkdir()
    expected = {"shelf.txt": ("no-reports", "has no reports")}
    if POSIX:
        (folder / "circle.txt").symlink_to("circle.txt")
        os.mkfifo(folder / "pipe.txt")
        with closing(socket.socket(socket.AF_UNIX)) as made:
            made.bind(os.path.relpath(folder / "plug.txt"))
        expected["circle.txt"] = ("missing", "does not exist")
        expected["pipe.txt"] = ("unsupported", "is a named pipe")
        expected["plug.txt"] = ("unsupported", "is no ordinary file")
    return expected


@pytest.fixture(scope="module")
def special(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, tuple[str, str]]]:
    """A folder with special files, and what they must give."""
    folder = tmp_path_factory.mktemp("bad")
    return folder, _make_special(folder)


@pytest.fixture(scope="module")
def built(special: tuple[Path, dict[str, tuple[str, str]]]) -> Built:
    """Build all inputs once, a folder without reports and odd names among them."""
    folder, odd = special
    (folder / "bare").mkdir()
    (folder / "bare" / "readme.md").write_text("x")
    for bad in BAD:
        if bad.content is not None:
            content = bad.content.encode() if isinstance(bad.content, str) else bad.content
            (folder / bad.name).write_bytes(content)
    for name, data in GOOD.items():
        (folder / name).write_bytes(data)
    for name, town in ODD_NAMES.items():
        (folder / name).write_text(STORY.format(town))
    inputs = [*GOOD, *(bad.name for bad in BAD), "bare", *odd, *ODD_NAMES]
    return Built(
        folder, run("build", "--db", "news.db", "--max-chars", "5000", "--", *inputs, cwd=folder, command=REAL)
    )


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_input_is_one_sentence_and_a_row(built: Built, bad: Bad) -> None:
    reading = built.failed[bad.failed or bad.name]
    assert reading["error"]["kind"] == bad.kind
    message = reading["error"]["message"]
    assert bad.name in message
    assert bad.says in message
    assert (reading["report"]["text"], reading["events"]) == ("", [])
    assert built.done.stderr.splitlines().count(f"dateline: {message}") == 1


def test_special_files_and_bare_folders_are_rows_too(
    built: Built, special: tuple[Path, dict[str, tuple[str, str]]]
) -> None:
    for name, (kind, says) in {**special[1], "bare": ("no-reports", "has no reports")}.items():
        error = built.failed[name]["error"]
        assert error["kind"] == kind
        assert f"{name} {says}" in error["message"]


def test_the_run_goes_on_and_says_that_some_failed(built: Built) -> None:
    assert built.done.returncode == 1, built.done.stderr
    assert len(built.done.stderr.splitlines()) == len(built.failed)
    assert all(line.startswith("dateline: ") and "; " in line for line in built.done.stderr.splitlines())
    assert "Traceback" not in built.done.stderr
    stored = {
        source: json.loads(doc)["report"]["text"] for source, doc in built.rows("select source, doc from reports")
    }
    assert set(stored) == {*GOOD, *ODD_NAMES, "l1", "l3", "h2"}
    assert stored["windows.txt"] == WINDOWS
    assert stored["utf16.txt"] == STORY.format("Kano")
    assert stored["utf16le.txt"] == STORY.format("Accra")
    marches = built.rows("select distinct report_id from mentions where type = 'PROTEST'")
    assert len(marches) >= len(stored) - 1


def test_failures_are_listed(built: Built) -> None:
    done = run("failures", "--db", "news.db", "--format", "json", cwd=built.folder, command=REAL)
    assert done.returncode == 0
    listed = [json.loads(line) for line in done.stdout.splitlines()]
    assert {reading["report"]["source"]: reading for reading in listed} == built.failed


def test_nothing_but_bad_input_loses_nothing(built: Built) -> None:
    before = built.rows("select id, doc from reports order by id")
    done = run("build", "empty.txt", "gone.txt", "--db", "news.db", cwd=built.folder)
    assert done.returncode == 2
    assert built.rows("select id, doc from reports order by id") == before


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("A rally filled the square of the old town, said people who live there.\n")
    done = run("build", name, os.fsdecode(b"g\xf4ne.txt"), "--db", "a.db", cwd=tmp_path)
    check(done, 1, "does not exist")
    assert _query(tmp_path / "a.db", "select source from reports") == [(r"caf\udce9.txt",)]


@pytest.mark.parametrize("kind", ["txt", "html", "jsonl", "csv"])
def test_empty_standard_input(tmp_path: Path, kind: str) -> None:
    check(run("code", "-", "--kind", kind, cwd=tmp_path, stdin=subprocess.DEVNULL), 2, "standard input is empty")


def test_an_input_without_a_name_is_not_the_whole_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A rally filled the square of the old town, said people who live there.\n")
    done = run("code", "", "--format", "csv", cwd=tmp_path)
    check(done, 2, "empty name")
    assert "a.txt" not in done.stdout


# places that cannot take what is written


@pytest.fixture
def here(tmp_path: Path, fakes: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good report, to work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("A rally filled the square of the old town, said people who live there.\n")
    return tmp_path


def _other_version(path: Path) -> None:
    open_store(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("update meta set value = '0' where key = 'schema_version'")
        connection.commit()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_text("no database, but words\n" * 40), "is not a database"),
        (lambda path: path.mkdir(), "is a folder"),
        (_other_version, "has schema version 0"),
    ],
)
def test_a_store_that_is_none(here: Path, make: Callable[[Path], None], says: str) -> None:
    db = here / "news.db"
    make(db)
    before = db.read_bytes() if db.is_file() else None
    check(run("build", "a.txt", "--db", db, cwd=here), 2, str(db), says)
    with pytest.raises(StoreError, match=says):
        open_store(db)
    assert (db.read_bytes() if db.is_file() else None) == before


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["build", "--db", "none/news.db"], "make the folder first"),
        (["code", "--format", "csv", "--out", "shelf"], "is a folder"),
        (["code", "--format", "csv", "--out", "none/a.csv"], "there is no folder"),
        (["code", "--format", "html", "--out", "a.txt"], "is a file"),
        (["code", "--format", "csv", "--out", "pipe"], "no ordinary file"),
        (["build", "--db", "pipe"], "no ordinary file"),
    ],
)
def test_a_place_of_the_wrong_kind(here: Path, args: list[str], says: str) -> None:
    (here / "shelf").mkdir()
    if POSIX:
        os.mkfifo(here / "pipe")
    text = (here / "a.txt").read_text()
    check(run(*args, "a.txt", cwd=here), 2, says)
    assert (here / "a.txt").read_text() == text
    assert not (here / "pipe").is_file()


@pytest.fixture
def without_rights() -> tuple[str, ...]:
    """What stands before a command so that permissions hold for it; root may write everywhere."""
    if not POSIX or os.geteuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("taking root's rights away needs setpriv")
    rights = "-dac_override,-dac_read_search"
    return (setpriv, "--inh-caps", rights, "--bounding-set", rights)


@pytest.mark.skipif(not POSIX, reason="permissions of another kind")
def test_places_without_permission(here: Path, without_rights: tuple[str, ...]) -> None:
    shut = here / "shut"
    shut.mkdir()
    build_calmly("a.txt", "shut/old.db")
    (here / "b.txt").write_text("A second rally filled the harbour, said people who live there.\n")
    (here / "b.txt").chmod(0)
    (here / "c.txt").write_text("A third rally filled the harbour, said people who live there.\n")
    command = (*without_rights, sys.executable, str(_faked(here)))
    shut.chmod(0o500)
    try:
        check(run("build", "a.txt", "--db", "shut/new.db", cwd=here, command=command), 2, "shut/new.db", "writable")
        check(run("build", "c.txt", "--db", "shut/old.db", cwd=here, command=command), 2, "shut/old.db", "read-only")
        for format_ in ("csv", "html"):
            out = run("code", "a.txt", "--format", format_, "--out", "shut/x", cwd=here, command=command)
            check(out, 2, "shut/x", "Permission denied")
        read = run("code", "b.txt", "a.txt", "--format", "csv", cwd=here, command=command)
        check(read, 1, "b.txt cannot be read (Permission denied)")
        assert "a.txt" in read.stdout
    finally:
        shut.chmod(0o700)
    assert _query(shut / "old.db", "select source from reports") == [("a.txt",)]


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """Mount a small disk; skip where the system does not let the tests."""
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs Linux and root")
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this system does not let root mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def _remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)


def _write_many(path: Path, number: int, more: str = "") -> None:
    told = (
        {"id": f"n{i}", "text": f"A rally filled square number {i}, neighbours said. {more}"} for i in range(number)
    )
    path.write_text(_rows(*told))


def build_calmly(name: str, db: str) -> None:
    """Build a store in this process, with the coder that the processes have."""
    build_store(read_inputs([name]), db, import_module("fake_coder").make)


def tables(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables, sorted."""
    names = [name for (name,) in _query(db, "select name from sqlite_master where type = 'table'")]
    return {name: sorted(_query(db, f"select * from {name}"), key=repr) for name in names}


def test_a_full_disk(here: Path) -> None:
    _write_many(here / "many.jsonl", 40, "Nothing else was told of that day. " * 600)
    with mounted(here / "disk", "size=700k") as disk:
        check(run("build", "many.jsonl", "--db", "disk/a.db", cwd=here), 2, "disk/a.db", "no space is left")
        kept = _query(disk / "a.db", "select id from reports")
        assert 0 < len(kept) < 40
        for format_ in ("csv", "html"):
            done = run("code", "many.jsonl", "--format", format_, "--out", f"disk/{format_}", cwd=here)
            check(done, 2, f"disk/{format_}", "No space left")
        assert not (disk / "csv").exists()
        _remount(disk, "size=20m")
        assert run("build", "many.jsonl", "--db", "disk/a.db", cwd=here).returncode == 0
        build_calmly("many.jsonl", "calm.db")
        assert tables(disk / "a.db") == tables(here / "calm.db")


def test_a_read_only_disk(here: Path) -> None:
    (here / "b.txt").write_text("A second rally filled the harbour, said people who live there.\n")
    with mounted(here / "disk", "size=2m") as disk:
        build_calmly("a.txt", "disk/a.db")
        _remount(disk, "ro")
        check(run("build", "b.txt", "--db", "disk/a.db", cwd=here), 2, "disk/a.db", "read-only")
        check(run("build", "b.txt", "--db", "disk/b.db", cwd=here), 2, "disk/b.db")
        check(run("code", "b.txt", "--out", "disk/b.csv", cwd=here), 2, "disk/b.csv", "Read-only")
        listed = run("events", "--db", "disk/a.db", cwd=here)
        assert (listed.returncode, len(listed.stdout.splitlines())) == (0, 1)


def test_a_store_that_another_process_holds(here: Path) -> None:
    build_calmly("a.txt", "a.db")
    (here / "b.txt").write_text("A second rally filled the harbour, said people who live there.\n")
    with closing(sqlite3.connect(here / "a.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        check(run("build", "b.txt", "--db", "a.db", cwd=here), 2, "a.db", "in use by another program")
        listed = run("events", "--db", "a.db", cwd=here)
    assert (listed.returncode, len(listed.stdout.splitlines())) == (0, 1)
    build_calmly("b.txt", "a.db")
    assert _stored(here / "a.db") == 2


# what is missing, and moments that are bad


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_missing_model_is_one_sentence(here: Path, workers: str) -> None:
    done = run("code", "a.txt", "--model", "en_none", "--workers", workers, cwd=here, command=REAL)
    check(done, 2, "the language model 'en_none' is not installed", "pip install")


@contextmanager
def started(folder: Path, *args: str) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """Start a command that reads its standard input, which the test holds open; nothing of it outlives the test."""
    process = subprocess.Popen(
        [sys.executable, str(_faked(folder)), *args], cwd=folder, env=_environment(), stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None
    try:
        yield process, process.stdin
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        process.wait()
        _until(lambda: not _group_lives(process.pid))


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def _stored(db: Path) -> int:
    try:
        return int(_query(db, "select count(*) from reports")[0][0]) if db.exists() else 0
    except sqlite3.OperationalError:
        return 0


@pytest.mark.skipif(not POSIX, reason="another way of interrupting")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupted_build_keeps_what_is_stored(here: Path, workers: str) -> None:
    _write_many(here / "many.jsonl", 40)
    lines = (here / "many.jsonl").read_text().splitlines(keepends=True)
    args = ("build", "-", "--kind", "jsonl", "--db", "a.db", "--workers", workers)
    with started(here, *args) as (process, stdin):
        stdin.writelines(lines[:36])
        stdin.flush()
        _until(lambda: _stored(here / "a.db") >= 8 or process.poll() is not None)
        assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes of the command
        assert process.wait(PATIENCE_S) == 130
        assert process.stderr is not None
        assert process.stderr.read().splitlines() == ["dateline: stopped; what was stored before is kept"]
        _until(lambda: not _group_lives(process.pid))
    assert _stored(here / "a.db") >= 8
    build_calmly("many.jsonl", "a.db")
    build_calmly("many.jsonl", "calm.db")
    assert tables(here / "a.db") == tables(here / "calm.db")


def _workers_of(process: int) -> list[int]:
    """Return the worker processes below a process. Source: proc(5), fields of /proc/PID/stat."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == process and b"spawn_main" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue  # it has ended
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")
def test_a_worker_that_dies_costs_nothing(here: Path) -> None:
    _write_many(here / "many.jsonl", 60)
    lines = (here / "many.jsonl").read_text().splitlines(keepends=True)
    with started(here, "build", "-", "--kind", "jsonl", "--db", "a.db", "--workers", "2") as (process, stdin):
        stdin.writelines(lines[:24])
        stdin.flush()
        _until(lambda: _stored(here / "a.db") >= 4 or process.poll() is not None)
        os.kill(_workers_of(process.pid)[0], signal.SIGKILL)
        stdin.writelines(lines[24:])
        stdin.close()
        assert process.wait(PATIENCE_S) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    build_calmly("many.jsonl", "calm.db")
    assert tables(here / "a.db") == tables(here / "calm.db")


def test_few_bad_among_many_with_workers(here: Path) -> None:
    texts = here / "texts"
    texts.mkdir()
    for i in range(300):
        (texts / f"{i:03}.txt").write_text("" if i % 60 == 17 else STORY.format("Lagos").replace("Two", f"{i + 2}"))
    done = run("build", "texts", "--db", "a.db", "--workers", "2", cwd=here, command=REAL)
    bad = [f"texts/{i:03}.txt" for i in range(17, 300, 60)]
    assert done.returncode == 1
    assert done.stderr.splitlines() == [f"dateline: {name} is empty; give a file with a text in it" for name in bad]
    assert _query(here / "a.db", "select source from failures order by source") == [(name,) for name in bad]
    assert _stored(here / "a.db") == 295
    assert "295 new" in done.stdout


@pytest.mark.parametrize("args", [["code", "many.jsonl"], ["code", "many.jsonl", "--format", "csv"]])
def test_a_reader_that_leaves_early(here: Path, args: list[str]) -> None:
    _write_many(here / "many.jsonl", 200, "Nothing else was told of that day. " * 60)
    with started(here, *args) as (process, _):
        assert process.stdout is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.wait(PATIENCE_S) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
