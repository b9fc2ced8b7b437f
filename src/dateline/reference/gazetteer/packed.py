"""One file of named number arrays that opens by mapping, not by reading.

Layout: 8 bytes magic, 8 bytes header length, header (JSON), arrays at 64-byte steps. The header holds the arrays' types and
places, the CRC-32 of all that follows it, and whatever `meta` the writer gives.
"""

from __future__ import annotations

import json
import mmap
import os
import tempfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.errors import DataError

MAGIC = b"DLGAZ01\n"
_STEP = 64
Arrays = dict[str, NDArray[Any]]


def write(path: Path, arrays: Arrays, meta: dict[str, Any]) -> None:
    """Write the file beside its place and move it there in one step. Raises OSError when the disk does not let us."""
    body, layout = bytearray(), {}
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        layout[name] = [array.dtype.str, array.size, len(body)]
        body += array.tobytes()
        body += bytes(-len(body) % _STEP)
    header = json.dumps({"meta": meta, "arrays": layout, "size": len(body), "crc": zlib.crc32(body)}, sort_keys=True)
    raw = header.encode()
    raw += b" " * (-(len(MAGIC) + 8 + len(raw)) % _STEP)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name + ".", suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(MAGIC + len(raw).to_bytes(8, "little") + raw)
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
            part.chmod(0o644)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    part.replace(path)


def read(path: Path) -> tuple[Arrays, dict[str, Any]]:
    """Map the file and return its arrays (read-only views) and the writer's meta.

    Raises DataError when it is no such file, cut short or changed; FileNotFoundError when it is not there.
    """
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size < len(MAGIC) + 8:
            raise DataError(f"the gazetteer index '{path}' is cut short; run 'dateline gazetteer build'")
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    try:
        header, start = _header(mapped)
        body = memoryview(mapped)[start:]
        sound = len(body) == header["size"] and zlib.crc32(body) == header["crc"]
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"the gazetteer index '{path}' is damaged; run 'dateline gazetteer build'") from error
    if not sound:
        raise DataError(f"the gazetteer index '{path}' is damaged; run 'dateline gazetteer build'")
    if hasattr(mapped, "madvise"):
        mapped.madvise(mmap.MADV_DONTNEED)  # the check has touched every page; give them back
    arrays = {
        name: np.frombuffer(mapped, dtype=np.dtype(kind), count=count, offset=start + offset)
        for name, (kind, count, offset) in header["arrays"].items()
    }
    return arrays, header["meta"]


def _header(mapped: mmap.mmap) -> tuple[dict[str, Any], int]:
    if mapped[: len(MAGIC)] != MAGIC:
        raise ValueError("magic")
    length = int.from_bytes(mapped[len(MAGIC) : len(MAGIC) + 8], "little")
    start = len(MAGIC) + 8 + length
    if start > len(mapped):
        raise ValueError("length")
    header = json.loads(mapped[len(MAGIC) + 8 : start])
    if not isinstance(header, dict):
        raise ValueError("header")  # noqa: TRY004
    return header, start
