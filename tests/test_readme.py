"""Does the README keep its word?"""

import os
import re
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")


def find_blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_it_opens_with_what_the_library_is_for_in_three_sentences() -> None:
    opening = README.split("<!-- opening: begin -->")[1].split("<!-- opening: end -->")[0]
    assert len(re.findall(r"[.?!](?=\s)", opening)) == 3


def test_its_python_runs_in_an_empty_folder(tmp_path: Path) -> None:
    (program,) = find_blocks("python")
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=tmp_path,
        env={**os.environ, "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "mime.html").stat().st_size > 0


def test_the_two_commands_of_the_checks_are_its_own() -> None:
    commands = re.findall(r"^<!-- ci: (\w+) -->\n```sh\n(.*)\n```$", README, re.MULTILINE)
    assert [name for name, _ in commands] == ["report", "test"]
    assert all(command.count("&&") == 1 for _, command in commands)
