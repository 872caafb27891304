"""A plain name is one that every system can give a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.files.homes import HOMES
from obamodel.files.plain_names import LONGEST_NAME, is_device, is_plain

# Microsoft, "Naming Files, Paths, and Namespaces": the names of devices, and with any ending.
DEVICES = [
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
]


@pytest.mark.parametrize("device", [*DEVICES, "COM\u00b9", "LPT\u00b3", "CONIN$", "CONOUT$"])
def test_the_name_of_a_device_is_known_in_any_letters_and_with_any_ending(device: str) -> None:
    for name in (device, device.lower(), f"{device}.json", f"{device}.tar.gz", f"{device} .csv"):
        assert is_device(name)
        assert not is_plain(name)


@pytest.mark.parametrize(
    "name", ["CONE", "com.csv", "com10.csv", "null", "auxiliary.toml", "a.nul"]
)
def test_a_name_that_only_looks_like_it_is_no_device(name: str) -> None:
    assert not is_device(name)
    assert is_plain(name)


@pytest.mark.parametrize("name", [*HOMES, "évaluation.toml", "our report (2).html", ".gitignore"])
def test_the_names_that_people_give_their_files_are_plain(name: str) -> None:
    assert is_plain(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "a.", "a ", "a/b", "a\\b", "C:a", "a:b", "a*", "a?", 'a"', "<a>", "a|b"),
        *("a\nb", "a\tb", "a\x7f", "a\u200e", "a\u2028", "a\ue000", "a\udc80", "\ufeffa"),
        *(".obamodel.lock", ".obamodel.journal", ".OBAMODEL-x"),
    ],
)
def test_a_name_with_a_sign_that_leads_elsewhere_or_that_nobody_sees_is_not_plain(
    name: str,
) -> None:
    assert not is_plain(name)


def test_a_name_is_as_long_as_disks_allow_in_bytes() -> None:
    assert is_plain("é" * (LONGEST_NAME // 2))
    assert not is_plain("é" * (LONGEST_NAME // 2 + 1))


@given(st.text())
def test_whatever_the_name_there_is_an_answer(name: str) -> None:
    assert is_plain(name) in (True, False)
    assert not (is_plain(name) and is_device(name))
