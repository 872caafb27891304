"""Build the release twice, look at what is in it, and install it far from the project.

``python scripts/check_release.py`` fails where the two builds differ by a byte, where a file of the
package is missing or one too many came along, where ``twine check --strict`` finds fault, where the
library, in an empty environment, does not write the reports of its example from an empty folder, or
where somebody who has nothing but the tutorial does not come to its end.
``--keep FOLDER`` keeps the files that passed; ``--tag v0.1.0`` also holds the version against that.
It needs ``build``, ``packaging`` and ``twine`` (the extra ``release``).
"""

import argparse
import email.policy
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path, PurePosixPath

PROJECT = Path(__file__).resolve().parents[1]
NAME = "obamodel"
# What whoever packages the library anew needs beside the package itself.
SOURCE_PLACES = {
    *("src", "tests", "docs", "examples", "benchmarks", "scripts", ".github"),
    *("CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md"),
    *("pyproject.toml", "PKG-INFO", ".gitignore"),
}
COMMANDS = (
    ("--version",),
    ("report", "--example", "mime", "-o", "mime.html"),
    ("report", "--example", "mime", "-o", "mime.docx"),
    ("report", "--example", "mime", "-o", "mime.xlsx"),
    ("report", "--example", "mime", "-o", "mime.md"),
    ("report", "--example", "mime", "--plain", "-o", "plain.html"),
    ("new", "mine", "--example", "mime"),
    ("report", "mine", "-o", "mine.html"),
)


def find_differences(first: Path, second: Path) -> list[str]:
    """Name the files of two folders that are not the same, byte for byte."""
    names = sorted({path.name for folder in (first, second) for path in folder.iterdir()})
    return [name for name in names if _read(first / name) != _read(second / name)]


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def list_package(project: Path) -> set[str]:
    """List the files that lie in the package, as a wheel names them."""
    source = project / "src"
    return {
        path.relative_to(source).as_posix()
        for path in (source / NAME).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def look_at_wheel(names: Iterable[str], package: set[str], version: str) -> Iterator[str]:
    """Say what is missing from a wheel, and what has no place there."""
    described = f"{NAME}-{version}.dist-info"
    said = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    wanted = package | {f"{described}/{each}" for each in said}
    found = set(names)
    yield from (f"missing from the wheel: {name}" for name in sorted(wanted - found))
    yield from (f"not wanted in the wheel: {name}" for name in sorted(found - wanted))
    for needed in ("py.typed", "examples/mime/evaluation.toml", "templates/report/page.css"):
        if f"{NAME}/{needed}" not in found:
            yield f"missing from the wheel: {NAME}/{needed}"


def look_at_source(names: Iterable[str], package: set[str], version: str) -> Iterator[str]:
    """Say what is missing from a source archive, and what has no place there."""
    root = PurePosixPath(f"{NAME}-{version}")
    found = set()
    for name in names:
        path = PurePosixPath(name)
        if not path.is_relative_to(root):
            yield f"outside its folder in the source archive: {name}"
            continue
        inside = path.relative_to(root)
        found.add(inside.as_posix())
        if inside.parts[0] not in SOURCE_PLACES or "__pycache__" in inside.parts:
            yield f"not wanted in the source archive: {name}"
    wanted = {f"src/{name}" for name in package} | {"LICENSE", "README.md", "pyproject.toml"}
    yield from (f"missing from the source archive: {name}" for name in sorted(wanted - found))
    if not any(name.startswith("tests/") for name in found):
        yield "missing from the source archive: the tests"


def look_at_metadata(metadata: EmailMessage, project: Path, tag: str | None) -> Iterator[str]:
    """Say where what the wheel says of itself differs from what the project says."""
    table = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    said = {
        "Name": NAME,
        "Summary": table["description"],
        "License-Expression": table["license"],
        "Description-Content-Type": "text/markdown",
    }
    for key, wanted in said.items():
        if metadata[key] != wanted:
            yield f"{key} is {metadata[key]!r} and not {wanted!r}"
    if set(str(metadata["Requires-Python"]).split(",")) != set(table["requires-python"].split(",")):
        yield f"Requires-Python is {metadata['Requires-Python']!r}"
    version = str(metadata["Version"])
    changes = (project / "CHANGELOG.md").read_text("utf-8")
    if tag is not None:
        if tag != f"v{version}":
            yield f"the tag is {tag} and the version {version}"
        if f"\n## [{version}] - " not in changes:
            yield f"CHANGELOG.md has no heading '## [{version}] - ' and a date"
    elif f"\n## [{version}]" not in changes and "\n## [Unreleased]" not in changes:
        yield f"CHANGELOG.md says nothing of {version}"


def find_shared(contents: Iterable[tuple[str, bytes]], data: Path) -> Iterator[str]:
    """Say which file is one of the shared data files, which are never given away."""
    known = {
        hashlib.sha256(path.read_bytes()).digest(): path.name
        for path in data.rglob("*")
        if path.is_file() and path.stat().st_size
    }
    for name, content in contents:
        if (shared := known.get(hashlib.sha256(content).digest())) is not None:
            yield f"{name} is the shared data file {shared}"


def build(project: Path, home: Path, *, like: int, time: str) -> Path:
    """Build both files from a copy of the project, under circumstances that differ."""
    copy = home / f"copy-{like}" / ("deep" * like or "flat")
    shutil.copytree(project, copy)
    made = home / f"made-{like}"
    # The second build stands elsewhere, later, with another umask, time zone, locale and seed.
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": time,
        "PYTHONHASHSEED": str(1 + like),
        "TZ": ("UTC", "Pacific/Chatham")[like],
        "LC_ALL": ("C", "C.UTF-8")[like],
    }
    if like:
        for path in copy.rglob("*"):
            os.utime(path, (2_000_000_000, 2_000_000_000))
    # One wheel is made from the source archive and the other from the folder.
    which = [["--wheel", "--sdist"], []][like]
    before = os.umask((0o022, 0o077)[like])
    try:
        _run([sys.executable, "-m", "build", *which, "--outdir", made, copy], env=environment)
    finally:
        os.umask(before)
    return made


def _copy(project: Path, copy: Path) -> Path:
    copy.mkdir(parents=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        shutil.copytree(project, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".git"))
        return copy
    for name in listed.stdout.decode("utf-8").split("\0"):
        if name and (project / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project / name, copy / name)
    return copy


def _find_time(project: Path) -> str:
    """Find the time of the last commit; where there is none, one fixed day."""
    found = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=project, capture_output=True, check=False
    )
    return found.stdout.decode("ascii").strip() or "1580601600"


def install_and_try(wheel: Path, home: Path) -> None:
    """Install the wheel in an environment of its own and use it from an empty folder."""
    place, user = home / "away", home / "user"
    place.mkdir()
    user.mkdir()
    _run([sys.executable, "-m", "venv", home / "venv"])
    programs = home / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {**kept, "HOME": str(user), "MPLCONFIGDIR": str(user), "PYTHONWARNINGS": "error"}
    quiet = ("--quiet", "--disable-pip-version-check")
    _run([python, "-m", "pip", "install", *quiet, wheel], env={**kept}, cwd=place)
    _run([python, "-m", "pip", "check"], env={**kept}, cwd=place)
    where = "import obamodel, pathlib; print(pathlib.Path(obamodel.__file__).resolve().parent)"
    found = _run([python, "-I", "-c", where], env=environment, cwd=place).strip()
    if not Path(found).is_relative_to((home / "venv").resolve()):
        raise SystemExit(f"obamodel was imported from {found}")
    for command in COMMANDS:
        _run([programs / NAME, *command], env=environment, cwd=place)
    for written in (command[-1] for command in COMMANDS if "-o" in command):
        if not (place / written).stat().st_size:
            raise SystemExit(f"{written} is empty")


def follow_tutorial(project: Path, home: Path) -> None:
    """Do what the tutorial asks for, with what was installed and nothing else."""
    place = home / "tutorial"
    place.mkdir()
    programs = home / "venv" / ("Scripts" if os.name == "nt" else "bin")
    # Read by what reads it in the tests; of the project, that is all that is within reach.
    told = "import pathlib, sys; from tests.tutorial import follow; "
    told += "follow(*map(pathlib.Path, sys.argv[1:]))"
    _run([programs / "python", "-c", told, place, programs], cwd=project)
    if not (place / "report.html").is_file():
        raise SystemExit("the tutorial leads to no report.html")


def _run(command: list[object], **how: object) -> str:
    words = [str(each) for each in command]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **how)  # type: ignore[call-overload]
    said = str(done.stdout.decode("utf-8", "replace"))
    if done.returncode:
        raise SystemExit(f"{said}\nNOT PASSED: {' '.join(words)}")
    return said


def check(project: Path, home: Path, tag: str | None) -> Path:
    """Do all of it; return the folder with the two files."""
    print("build twice, in different places at different times")
    time = os.environ.get("SOURCE_DATE_EPOCH") or _find_time(project)
    # What is looked at is one copy of the project, whatever somebody changes there meanwhile.
    project = _copy(project, home / "project")
    first, second = (build(project, home, like=like, time=time) for like in (0, 1))
    if differing := find_differences(first, second):
        raise SystemExit(f"not the same from one build to the next: {', '.join(differing)}")
    (wheel,) = first.glob("*.whl")
    (archive,) = first.glob("*.tar.gz")

    print("look at what is in them")
    with zipfile.ZipFile(wheel) as opened:
        inside = {name: opened.read(name) for name in opened.namelist()}
    with tarfile.open(archive) as opened_archive:
        members = {
            member.name: opened_archive.extractfile(member).read()  # type: ignore[union-attr]
            for member in opened_archive
            if member.isfile()
        }
    version = wheel.name.split("-")[1]
    package = list_package(project)
    parser = BytesParser(EmailMessage, policy=email.policy.default)
    metadata = parser.parsebytes(inside[f"{NAME}-{version}.dist-info/METADATA"])
    faults = [
        *look_at_wheel(inside, package, version),
        *look_at_source(members, package, version),
        *look_at_metadata(metadata, project, tag),
    ]
    here = str(home).encode()
    for name, content in (*inside.items(), *members.items()):
        if here in content:
            faults.append(f"{name} names the folder it was built in")
    if data := os.environ.get("OBAMODEL_DATA"):
        faults += find_shared([*inside.items(), *members.items()], Path(data))
    if faults:
        raise SystemExit("\n".join(faults))

    print("twine check --strict")
    _run([sys.executable, "-m", "twine", "check", "--strict", wheel, archive])

    print("install in an empty environment, and write reports from an empty folder")
    install_and_try(wheel, home)

    print("follow the tutorial, from a spreadsheet of five rows to a report")
    follow_tutorial(project, home)
    return first


def main() -> None:
    """Read what was asked, and say what was made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="a folder for the files that passed")
    parser.add_argument("--tag", help="the tag of the release, such as v0.1.0")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="obamodel-release-") as folder:
        made = check(PROJECT, Path(folder).resolve(), asked.tag)
        for path in sorted(made.iterdir()):
            print(hashlib.sha256(path.read_bytes()).hexdigest(), path.name)
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, asked.keep / path.name)


if __name__ == "__main__":
    main()
