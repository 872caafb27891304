"""Search for bytes that bring a reader down, led by which of its lines they reach.

Atheris is not among what the tests need, because it runs on few machines; install it first. Then,
for as long as wanted, with any of its options behind the name of the way in:

    python -m tests.files.search_with_atheris iati -max_total_time=600
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.files.entry_points import ENTRY_POINTS, is_answered


def main(arguments: list[str]) -> None:
    """Search until something is found, or the time is over."""
    if len(arguments) < 2 or arguments[1] not in ENTRY_POINTS:
        sys.exit(f"name one of these: {', '.join(ENTRY_POINTS)}")
    atheris: Any = import_module("atheris")
    way = ENTRY_POINTS[arguments[1]]
    # Before anything is searched: what is right has to be read.
    assert is_answered(way, way.good)
    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as seeds:
        Path(seeds, "good").write_bytes(way.good)
        options = [arguments[0], *arguments[2:], seeds]
        atheris.Setup(options, lambda content: is_answered(way, content))
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
