"""Whatever bytes come in, they are read or refused in words, and nothing else happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.entry_points import ENTRY_POINTS, is_answered

ways = pytest.mark.parametrize("name", list(ENTRY_POINTS))


@ways
def test_what_is_right_is_read(name: str) -> None:
    way = ENTRY_POINTS[name]
    assert is_answered(way, way.good)


@ways
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    is_answered(ENTRY_POINTS[name], content)


@ways
@given(data=st.data())
def test_a_spoilt_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    way = ENTRY_POINTS[name]
    content = way.good
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 12))
        spoiler = data.draw(st.sampled_from(way.spoilers) | st.binary(max_size=4))
        content = content[:at] + spoiler + content[at + length :]
    is_answered(way, content)
