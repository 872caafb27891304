"""Shares and rates of every size, for laws that must hold for all of them."""

from hypothesis import strategies as st

CONFIDENCES = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99, 0.998])
COUNTS = st.integers(0, 5000)
POPULATIONS = st.integers(1, 1_000_000)


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    """A number of people out of a number of people."""
    whole = draw(st.integers(1, 3000))
    return draw(st.integers(0, whole)), whole


@st.composite
def batches_of_shares(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """A few shares side by side."""
    few = draw(st.lists(shares(), min_size=1, max_size=9))
    return [one[0] for one in few], [one[1] for one in few]
