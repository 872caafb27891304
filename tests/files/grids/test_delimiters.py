"""What stands between cells is found by the columns that are asked for, or asked."""

import pytest

from obamodel.errors import InvalidError
from obamodel.files.grids.texts import open_text


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_that_parts_the_columns_asked_for_is_found(sign: str) -> None:
    text = f"year{sign}value\n2014{sign}1\n".encode()
    grid = open_text(text, "a.csv", wanted=["year", "value"])
    assert (grid.delimiter, grid.heading) == (sign, ("year", "value"))


def test_where_two_signs_would_do_it_is_asked_which() -> None:
    text = b"a,b;a\n1,2;3\n"
    with pytest.raises(InvalidError) as caught:
        open_text(text, "a.csv", wanted=["a"])
    (fault,) = caught.value.faults
    assert (fault.code, fault.line) == ("ambiguous-delimiter", 1)
    grid = open_text(text, "a.csv", wanted=["a"], delimiter=";")
    assert grid.heading == ("a,b", "a")
