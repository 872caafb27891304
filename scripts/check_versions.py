"""Run the tests on the lowest or the newest versions that pyproject.toml allows.

``python scripts/check_versions.py lowest`` makes a virtual environment outside the project in which
every dependency is as old as pyproject.toml says it may be, and runs the tests there, with any
warning a failure. ``newest`` does the same with the newest of each. ``--python`` names another
Python; whatever stands after ``--`` goes to pytest.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parents[1]
# What users install, with every extra; and what is needed to run a test, but not the checkers of
# style and types, which never meet a user's environment.
EXTRAS = ("its", "dask")
CHECKERS = ("mypy", "ruff", "pandas-stubs", "scipy-stubs", "types-")


def list_requirements(project: Path = PROJECT) -> list[Requirement]:
    """List what the library and its tests need, as pyproject.toml says it."""
    table = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    extras = table["optional-dependencies"]
    needed = [*table["dependencies"], *(each for extra in EXTRAS for each in extras[extra])]
    needed += [
        each for each in extras["test"] if not each.startswith((f"{table['name']}[", *CHECKERS))
    ]
    return [Requirement(each) for each in needed]


def list_lowest(requirements: list[Requirement]) -> Iterator[str]:
    """List a constraint for each requirement that asks for its lowest version."""
    for requirement in requirements:
        lowest = [each.version for each in requirement.specifier if each.operator == ">="]
        if len(lowest) != 1:
            sys.exit(f"pyproject.toml gives no lowest version: {requirement}")
        yield f"{requirement.name}=={lowest[0]}"


def read_arguments(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Read what is asked, and what stands after ``--``."""
    parser = argparse.ArgumentParser(
        description=__doc__, usage="%(prog)s {lowest,newest} [--python PYTHON] [-- for pytest ...]"
    )
    parser.add_argument("which", choices=("lowest", "newest"))
    parser.add_argument("--python", default=sys.executable, help="the Python to use")
    # argparse itself would have what is left over stand before the options.
    edge = arguments.index("--") if "--" in arguments else len(arguments)
    return parser.parse_args(arguments[:edge]), arguments[edge + 1 :]


def main() -> int:
    """Make the environment, say what is in it, and run the tests."""
    asked, for_pytest = read_arguments(sys.argv[1:])

    requirements = list_requirements()
    with tempfile.TemporaryDirectory(prefix="obamodel-versions-") as folder:
        home = Path(folder)
        constraints = home / "constraints.txt"
        lines = list(list_lowest(requirements)) if asked.which == "lowest" else []
        constraints.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        subprocess.run([asked.python, "-m", "venv", home / "venv"], check=True)
        python = home / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run(
            [
                *(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
                *("--upgrade", "--upgrade-strategy", "eager", "--constraint", constraints),
                *(str(requirement) for requirement in requirements),
            ],
            check=True,
        )
        subprocess.run([python, "-m", "pip", "list", "--format", "freeze"], check=True)
        # The code beside the tests is the code under test, so the library itself is not installed.
        environment = {**os.environ, "MPLCONFIGDIR": str(home / "matplotlib")}
        tested = subprocess.run(
            [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *for_pytest],
            cwd=PROJECT,
            env=environment,
            check=False,
        )
    return tested.returncode


if __name__ == "__main__":
    sys.exit(main())
