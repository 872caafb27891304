"""Hold the types that other projects see at 100 %: pyright --verifytypes, on the installed library.

The library is installed in an environment of its own, as it is for whoever uses it. It needs
``pyright[nodejs]`` (the extra ``release``); nothing more is fetched then when it runs.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Install the library, ask pyright, and show what it finds wanting."""
    with tempfile.TemporaryDirectory(prefix="obamodel-types-") as folder:
        home = Path(folder)
        subprocess.run([sys.executable, "-m", "venv", home / "venv"], check=True)
        programs = home / "venv" / ("Scripts" if os.name == "nt" else "bin")
        quiet = ("--quiet", "--disable-pip-version-check")
        subprocess.run([programs / "python", "-m", "pip", "install", *quiet, PROJECT], check=True)
        # pyright looks for the library where the first `python` it finds would.
        path = os.pathsep.join([str(programs), os.environ["PATH"]])
        asked = subprocess.run(
            [sys.executable, "-m", "pyright", "--verifytypes", "obamodel", "--ignoreexternal"],
            cwd=home,
            env={**os.environ, "PATH": path, "VIRTUAL_ENV": str(home / "venv")},
            capture_output=True,
            text=True,
            check=False,
        )
    wanting = [line for line in asked.stdout.splitlines() if " error: " in line]
    score = [line for line in asked.stdout.splitlines() if line.startswith("Type completeness")]
    print(*wanting, *score, asked.stderr, sep="\n")
    return 0 if score == ["Type completeness score: 100%"] and not wanting else 1


if __name__ == "__main__":
    sys.exit(main())
