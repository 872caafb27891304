"""Rows are told apart by what stands in their columns, however much stands there."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from obamodel.files.fingertips.table import Texts, combine


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from("abc"), st.sampled_from("a")), max_size=20
    )
)
def test_rows_have_one_number_where_they_agree_in_every_column(rows: list[tuple[str, ...]]) -> None:
    columns = []
    for at in range(3):
        codes, known = pd.factorize(np.array([row[at] for row in rows], dtype=object))
        columns.append(Texts(codes=codes.astype(np.int64), known=tuple(known)))
    numbers = combine(columns, np.arange(len(rows))).tolist()
    assert [a == b for a in numbers for b in numbers] == [a == b for a in rows for b in rows]


def test_very_many_texts_in_many_columns_do_not_run_over() -> None:
    # Eight columns of 65,536 texts have 2 to the power of 128 combinations; with numbers of 64
    # bits that ran over, rows that differ in the first of them only would be taken for the same.
    size = 65_536
    known = tuple(map(str, range(size)))
    column = Texts(codes=np.zeros(size, dtype=np.int64), known=known)
    first = Texts(codes=np.arange(size), known=known)
    numbers = combine([first, *[column] * 7], np.arange(size))
    assert len(set(numbers.tolist())) == size
