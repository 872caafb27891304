"""Plain numbers, very many at once, are the numbers that Python reads, and nothing else is."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from obamodel.files.cells.plain import read_plain
from obamodel.files.grids.words import view_words

PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", re.ASCII)
CELLS = st.one_of(
    st.integers(-(10**18), 10**18).map(str),
    st.floats(allow_nan=False, allow_infinity=False, width=32).map(lambda one: f"{one:.6f}"),
    st.decimals(-999, 999, allow_nan=False, places=3).map(str),
    st.text("0123456789.-+e, ", max_size=8),
    st.sampled_from(["", "-0", "00", "0.0", "-0.5", "9007199254740993", "1.", ".5", "1e3"]),
)
# Columns of short cells only are read in another way.
SHORT = st.one_of(
    st.integers(-(10**7) + 1, 10**8 - 1).map(str),
    st.decimals(-99, 99, allow_nan=False, places=3).map(str),
    st.text("0123456789.-+e, ", max_size=8),
    st.text(st.characters(max_codepoint=127, exclude_characters="\0"), max_size=8),
    st.sampled_from(
        ["", "-", ".", "-.", "-0", "00", "0.0", "-0.00", "12345678", "1.", ".5", "0..1"]
    ),
)


@given(st.one_of(*(st.lists(each, min_size=1, max_size=8) for each in (CELLS, SHORT))))
def test_what_is_plain_is_read_as_python_reads_it_and_the_rest_is_left(cells: list[str]) -> None:
    text = ";".join(cells).encode()
    ends = np.cumsum([len(cell) + 1 for cell in cells]) - 1
    starts = ends - np.array([len(cell) for cell in cells])
    found = read_plain(view_words(text), starts, ends)
    for cell, value, is_plain in zip(cells, found.values, found.is_plain, strict=True):
        if is_plain:
            assert PLAIN.fullmatch(cell)
            assert value == float(cell)
            assert "." in cell or int(value) == int(cell)
        else:
            assert np.isnan(value)
    # What anybody would call plain is read, if its digits are few enough to be held.
    for cell, is_plain in zip(cells, found.is_plain, strict=True):
        if PLAIN.fullmatch(cell) and len(cell) <= 15 and float(cell) != 0:
            assert is_plain
