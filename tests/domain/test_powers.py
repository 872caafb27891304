"""The three powers by which indicators and measures are chosen."""

import itertools
import typing

import pytest

from obamodel.domain.judgements import Judgement
from obamodel.domain.levels import Level
from obamodel.domain.powers import Powers
from tests.domain.building import JUDGED, LEAST, make, refuse

HIGH, MEDIUM, LOW = Level.HIGH, Level.MEDIUM, Level.LOW


@pytest.mark.parametrize(
    ("communication", "proxy", "data"), list(itertools.product(Level, repeat=3))
)
def test_only_what_is_wanted_and_lacks_good_data_belongs_on_the_data_development_agenda(
    communication: Level, proxy: Level, data: Level
) -> None:
    powers = Powers(communication=communication, proxy=proxy, data=data, judged=JUDGED)
    by_hand = (communication, proxy, data) in [(HIGH, HIGH, MEDIUM), (HIGH, HIGH, LOW)]
    assert powers.belongs_on_data_development_agenda is by_hand


def test_the_powers_are_levels_in_words_so_that_nobody_averages_them() -> None:
    types = typing.get_type_hints(Powers)
    assert types.pop("judged") is Judgement
    assert set(types) == {"communication", "proxy", "data"}
    assert set(types.values()) == {Level}
    assert [fault.code for fault in refuse(Powers, proxy=3)] == ["unknown-choice"]
    with pytest.raises(TypeError):
        sum([make(Powers).communication, make(Powers).data])


@pytest.mark.parametrize("part", ["communication", "proxy", "data", "judged"])
def test_all_three_powers_are_judged_and_somebody_answers_for_it(part: str) -> None:
    parts = {name: value for name, value in LEAST[Powers].items() if name != part}
    with pytest.raises(TypeError, match=f"'{part}'"):
        Powers(**parts)
