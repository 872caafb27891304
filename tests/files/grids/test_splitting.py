"""A text is parted into the cells that Python's own reader finds."""

import csv
import io
import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from obamodel.files.grids.splitting import split_text

CELLS = st.text("ab\u00e9 0.,\"'\n", max_size=5)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5)


def cut(text: str, delimiter: str = ",") -> list[list[str]]:
    content = text.encode()
    split = split_text(np.frombuffer(content, np.uint8), 0, len(content), ord(delimiter))
    ends = split.marks.tolist()
    cells = [content[start + 1 : end].decode() for start, end in itertools.pairwise(ends)]
    return [
        cells[first : first + number]
        for first, number in zip(split.first.tolist(), split.cells.tolist(), strict=True)
    ]


@given(ROWS)
def test_what_pythons_writer_writes_is_parted_as_its_reader_parts_it(rows: list[list[str]]) -> None:
    kept = io.StringIO()
    csv.writer(kept, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    written = kept.getvalue()
    found = [
        [cell[1:-1].replace('""', '"') if cell.startswith('"') else cell for cell in row]
        for row in cut(written)
    ]
    assert found == rows == list(csv.reader(io.StringIO(written)))


@given(st.text('ab,\n"', max_size=30))
def test_any_text_is_parted_and_nothing_of_it_is_lost(text: str) -> None:
    content = text.encode()
    split = split_text(np.frombuffer(content, np.uint8), 0, len(content), ord(","))
    assert int(split.cells.sum()) == len(split.marks) - 1
    assert (np.diff(split.marks) > 0).all()
    if '"' not in text:
        rows = [row.split(",") for row in text.split("\n")]
        assert cut(text) == (rows[:-1] if rows[-1] == [""] else rows)
    if split.is_whole and not split.faults and text.count('"') % 2 == 0:
        assert len(split.first) <= text.count("\n") + 1


def test_a_mark_that_is_not_closed_and_one_that_stands_inside_are_told_by_line() -> None:
    content = b'a,b\n1,"x"y\n2,"z\n'
    split = split_text(np.frombuffer(content, np.uint8), 0, len(content), ord(","))
    assert [(fault.code, fault.line) for fault in split.faults] == [
        ("open-quotation", 2),
        ("open-quotation", 3),
    ]
    assert not split.is_whole
