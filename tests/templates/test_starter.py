"""The folder somebody starts from: every note in it is true."""

import re
from pathlib import Path

import attrs

import obamodel as oba

NOTED = re.compile(r"# ?(\[\[?[\w.]+\]\]?|[a-z_]+ = .*|  \{.*|\].*)$")
SOME_POINTS = """\
feel-listened-to,2021/22,62,,,,,,,
feel-listened-to,2022/23,61,,,,,,,
feel-listened-to,2023/24,59.5,,,,,provisional,,
feel-listened-to,2024/25,,,,,,,,no survey was held
"""
A_COUNT = "count-confident,members who feel surer,people,12,exact,,,first-training,,,,,\n"


def take_the_hashes_away(folder: Path) -> int:
    taken = 0
    for file in folder.glob("*.toml"):
        lines = file.read_text(encoding="utf-8").splitlines()
        found = [NOTED.match(line) for line in lines]
        taken += sum(match is not None for match in found)
        kept = [match.group(1) if match else line for match, line in zip(found, lines, strict=True)]
        file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    for name, rows in (("counts.csv", A_COUNT), ("points.csv", SOME_POINTS)):
        table = folder / name
        table.write_text(table.read_text(encoding="utf-8") + rows, encoding="utf-8")
    return taken


def test_a_new_folder_loads_and_only_asks_what_is_still_to_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    oba.start_folder(folder)
    evaluation = oba.load(folder)
    assert (len(evaluation.outcomes), len(evaluation.populations)) == (1, 1)
    codes = {finding.code for finding in oba.review_evaluation(evaluation).open}
    assert "outcome-without-indicator" in codes


def test_every_example_in_its_notes_is_read_once_its_hash_is_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    oba.start_folder(folder)
    assert take_the_hashes_away(folder) > 150
    evaluation = oba.load(folder)
    kinds = {kind for kind, _ in evaluation.each()}
    # Everything but what only a few evaluations need has an example to copy.
    assert {kind for kind, things in vars_of(evaluation).items() if not things} == {
        "challenges",
        "citations",
        "question_sets",
        "versions",
    }
    assert "counts" in kinds
    assert [len(each.observations) for each in evaluation.series] == [4]


def vars_of(evaluation: oba.Evaluation) -> dict[str, tuple[object, ...]]:
    values = {field.name: getattr(evaluation, field.name) for field in attrs.fields(oba.Evaluation)}
    return {name: value for name, value in values.items() if isinstance(value, tuple)}
