"""Are the lowest versions those that pyproject.toml names?"""

import sys
import tomllib

import pytest
from packaging.requirements import Requirement

from scripts.check_versions import PROJECT, list_lowest, list_requirements, read_arguments


def test_everything_a_user_can_install_has_a_lowest_version() -> None:
    table = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = table["optional-dependencies"]
    listed = {each.name for each in list_requirements()}
    wanted = {Requirement(each).name for each in table["dependencies"]}
    wanted |= {Requirement(each).name for extra in ("its", "dask") for each in extras[extra]}
    assert wanted <= listed
    assert "mypy" not in listed
    assert "obamodel" not in listed
    lowest = list(list_lowest(list_requirements()))
    assert len(lowest) == len(listed)
    assert "numpy==2.0" in lowest
    assert "dask==2025.1" in lowest


def test_a_requirement_without_a_lowest_version_is_told() -> None:
    with pytest.raises(SystemExit, match="gives no lowest version: numpy<3"):
        list(list_lowest([Requirement("numpy<3")]))


def test_the_lowest_of_a_range_is_its_beginning() -> None:
    assert list(list_lowest([Requirement("pandas>=2.2.2,<4")])) == ["pandas==2.2.2"]


def test_what_stands_after_two_dashes_goes_to_pytest() -> None:
    asked, for_pytest = read_arguments(["newest", "--python", "python3.13", "--", "-n", "2"])
    assert (asked.which, asked.python) == ("newest", "python3.13")
    assert for_pytest == ["-n", "2"]
    asked, for_pytest = read_arguments(["lowest"])
    assert (asked.which, asked.python, for_pytest) == ("lowest", sys.executable, [])
