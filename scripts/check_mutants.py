"""Change the code in small ways, one at a time, and see whether a test notices.

``python scripts/check_mutants.py periods`` runs mutmut on a copy of the project, on the files and
with the tests that pyproject.toml names for the subject (all subjects where none is given), and
says for each file how many of the changes some test noticed. ``--keep FOLDER`` keeps the copy, in
which ``mutmut show NAME`` shows a change that nobody noticed; a kept copy goes on where it stopped,
and tries once more what nobody had noticed, with the tests as they are by then. ``--only PATTERN``
tries the changes whose names fit: ``'*[27]'`` is one in five, by the last figure of their numbers.
It needs mutmut (the extra ``checks``), and hours.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ENOUGH = 0.9
# What mutmut writes for a change: a test failed; a test never came to its end; the program broke
# down. Anything else, such as that no test reaches the code, is a change that nobody noticed.
NOTICED = {1, 3, 24, 36, 152, 255, -11, -24}


def read_subjects(project: Path) -> dict[str, dict[str, list[str]]]:
    """Read which files and tests belong to each subject."""
    tool = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["tool"]
    subjects: dict[str, dict[str, list[str]]] = tool["obamodel"]["mutants"]
    return subjects


def write_settings(text: str, subject: dict[str, list[str]]) -> str:
    """Say in a pyproject.toml what mutmut is to change, and by which tests it is to be noticed."""
    arguments = ["-p", "no:cacheprovider"]
    for left_out in subject.get("without", []):
        arguments += ["--deselect", left_out]
    said = {
        "only_mutate": subject["files"],
        "pytest_add_cli_args": arguments,
        "pytest_add_cli_args_test_selection": subject["tests"],
    }
    # A list of strings is written alike in JSON and in TOML.
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in said.items())
    heading = "[tool.mutmut]\n"
    assert text.count(heading) == 1, "pyproject.toml has no [tool.mutmut]"
    return text.replace(heading, heading + lines)


def copy_project(project: Path, copy: Path, subject: dict[str, list[str]]) -> None:
    """Copy what is committed and what is about to be, over what a kept copy has."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode("utf-8").split("\0"):
        if name and (project / name).is_file():
            content = (project / name).read_bytes()
            if name == "pyproject.toml":
                content = write_settings(content.decode("utf-8"), subject).encode("utf-8")
            target = copy / name
            if not target.is_file() or target.read_bytes() != content:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)


def count_noticed(copy: Path, only: str = "*") -> Iterator[tuple[str, Counter[bool], list[str]]]:
    """Count for each file the changes that were noticed or not, and name the latter."""
    mutants = copy / "mutants"
    for found in sorted(mutants.rglob("*.py.meta")):
        every = json.loads(found.read_text("utf-8"))["exit_code_by_key"]
        codes = {name: code for name, code in every.items() if fnmatchcase(name, only)}
        if codes:
            missed = sorted(name for name, code in codes.items() if code not in NOTICED)
            counted = Counter({True: len(codes) - len(missed), False: len(missed)})
            yield found.relative_to(mutants).as_posix().removesuffix(".meta"), counted, missed


def forget_missed(copy: Path) -> None:
    """Forget what was said of each change that nobody noticed, so that it is tried again."""
    for found in (copy / "mutants").rglob("*.py.meta"):
        said = json.loads(found.read_text("utf-8"))
        codes = said["exit_code_by_key"]
        said["exit_code_by_key"] = {
            name: code if code in NOTICED else None for name, code in codes.items()
        }
        found.write_text(json.dumps(said, indent=4), "utf-8")


def main() -> int:
    """Run mutmut on each subject, and print what was noticed."""
    subjects = read_subjects(PROJECT)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subjects", nargs="*", choices=[*subjects, []], help="what to look at")
    parser.add_argument("--keep", type=Path, help="a folder for the copies")
    parser.add_argument("--processes", type=int, default=1, help="how many at once")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="a part of the changes")
    asked = parser.parse_args()
    passed = True
    with tempfile.TemporaryDirectory(prefix="obamodel-mutants-") as folder:
        for name in asked.subjects or subjects:
            copy = ((asked.keep or Path(folder)) / name).resolve()
            copy.mkdir(parents=True, exist_ok=True)
            copy_project(PROJECT, copy, subjects[name])
            forget_missed(copy)
            said = copy / "mutmut.log"
            with said.open("wb") as log:
                chosen = () if asked.only == "*" else (asked.only,)
                ran = subprocess.run(
                    [
                        *(sys.executable, "-m", "mutmut", "run"),
                        *("--max-children", str(asked.processes), *chosen),
                    ],
                    cwd=copy,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    check=False,
                )
            if ran.returncode:
                # What it tells while it runs is written over itself; the end says what is amiss.
                print(said.read_text("utf-8", "replace")[-3000:], file=sys.stderr)
            together: Counter[bool] = Counter()
            for file, counted, missed in count_noticed(copy, asked.only):
                together += counted
                share = counted[True] / counted.total()
                print(f"{share:6.1%}  {counted[True]:4} of {counted.total():4}  {file}")
                if asked.keep:
                    print(*(f"        {each}" for each in missed), sep="\n")
            share = together[True] / together.total() if together.total() else 0.0
            print(f"{share:6.1%}  {together[True]:4} of {together.total():4}  {name} in all\n")
            passed = passed and share >= ENOUGH and ran.returncode == 0
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
