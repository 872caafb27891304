"""Are the workflows that GitHub runs well formed, and do they ask for no more than they need?"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))


def read(path: Path) -> dict[Any, Any]:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def list_steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_step_does_one_thing_with_an_action_of_a_stated_version(path: Path) -> None:
    workflow = read(path)
    # YAML reads the word `on` as true.
    assert workflow.keys() >= {"name", True, "permissions", "jobs"}
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 120
        assert set(job.get("needs", "").split()) <= set(workflow["jobs"])
    for step in list_steps(workflow):
        assert ("uses" in step) != ("run" in step), step
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+(\.\d+)*", step["uses"]), step


def test_nobody_but_the_publishing_job_may_speak_for_the_project() -> None:
    asking = {
        (path.stem, name): job["permissions"]
        for path in WORKFLOWS
        for name, job in read(path)["jobs"].items()
        if "permissions" in job
    }
    assert asking == {("release", "publish"): {"id-token": "write"}}
    everything = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    assert "secrets." not in everything  # a trusted publisher needs no password
    assert "pull_request_target" not in everything


def test_the_tests_run_on_every_python_the_package_says_it_is_for_and_one_nobody_tried() -> None:
    import tomllib

    table = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    said = {each.rpartition(" ")[2] for each in table["classifiers"] if " :: 3." in each}
    matrix = read(PROJECT / ".github/workflows/tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert said == {"3.11", "3.12", "3.13"}
    assert set(matrix["python"]) == {*said, "3.14"}
    assert "3.14 is untested" in " ".join((PROJECT / "CONTRIBUTING.md").read_text("utf-8").split())
    assert {name.partition("-")[0] for name in matrix["system"]} == {"ubuntu", "windows", "macos"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_script_that_is_run_is_there(path: Path) -> None:
    for step in list_steps(read(path)):
        for script in re.findall(r"scripts/[\w.]+", step.get("run", "")):
            assert (PROJECT / script).is_file(), script


def test_what_is_published_is_what_was_checked() -> None:
    jobs = read(PROJECT / ".github/workflows/release.yml")["jobs"]
    (kept,) = [
        step["with"]["path"]
        for step in jobs["build"]["steps"]
        if step.get("uses", "").startswith("actions/upload-artifact@")
    ]
    runs = " ".join(step.get("run", "") for step in jobs["build"]["steps"])
    assert "scripts/check_release.py --tag" in runs
    assert f"--keep {kept.strip('/')}" in runs
    assert jobs["publish"]["needs"] == "build"
    assert [step["uses"].partition("@")[0] for step in jobs["publish"]["steps"]] == [
        "actions/download-artifact",
        "pypa/gh-action-pypi-publish",
    ]
