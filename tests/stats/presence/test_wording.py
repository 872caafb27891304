"""Are shares and chances said plainly?"""

import pytest

from obamodel.stats.presence.wording import say_one_in, write_percent


@pytest.mark.parametrize(
    ("share", "written"),
    [(1.0, "100%"), (0.07, "7%"), (1 / 3, "33.3%"), (0.0007, "0.07%"), (0.29, "29%")],
)
def test_a_share_is_written_in_per_cent(share: float, written: str) -> None:
    assert write_percent(share) == written


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0.0005001, "about once in 1,000"),
        (0.05, "about 50 times in 1,000"),
        (1.0, "nearly always"),
        (0.0, "less than once in 1,000 times"),
    ],
)
def test_a_chance_is_said_as_how_often(chance: float, said: str) -> None:
    assert say_one_in(chance) == said
