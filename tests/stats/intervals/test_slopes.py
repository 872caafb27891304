"""Whether the slope index is said so that a twelve-year-old can follow."""

import pytest

from obamodel.stats.intervals import SlopeIndices, find_slope_index


def ask(places: int = 1, *, rise: float = 10, error: float = 1, base: float = 20) -> SlopeIndices:
    return find_slope_index(
        [[base + rise * (group + 0.5) / 5 for group in range(5)]] * places,
        [[100] * 5] * places,
        standard_errors=[[error] * 5] * places,
        repetitions=5000,
        names=[f"Place {index + 1}" for index in range(places)] if places > 1 else None,
    )


def test_one_place_is_one_sentence() -> None:
    said = str(ask())
    assert said.startswith(
        "From the worst-off end to the best-off end the line through all groups goes up by 10 (95% "
        "interval: up by "
    )
    assert " At the best-off end it is 1.5 times as high (95% interval: 1." in said


def test_a_falling_line_is_said_to_go_down() -> None:
    assert "goes down by 10" in str(ask(rise=-10))


def test_a_slope_that_chance_could_bring_is_said_to_be_one() -> None:
    assert "Chance alone could bring such a slope." in str(ask(rise=1))
    assert "Chance alone" not in str(ask())


def test_without_a_ratio_the_reason_is_said() -> None:
    assert "No ratio is given: the line comes to nought or below" in str(ask(base=0))
    assert "no interval can be given for that: in some of the draws" in str(ask(base=1, error=2))


def test_a_few_places_are_a_line_each_and_many_are_told_by_their_ends() -> None:
    assert [line.split(":")[0] for line in str(ask(2)).splitlines()] == ["Place 1", "Place 2"]
    assert str(ask(7)) == "7 slope indices with 95% intervals, from 10 to 10."


def test_an_answer_keeps_to_what_every_answer_does() -> None:
    answer = ask(2)
    assert len(answer) == 2
    assert list(answer.to_frame().columns) == [
        *("name", "value", "lower", "upper", "ratio", "ratio_lower", "ratio_upper"),
        *("start", "confidence", "ratio_reason"),
    ]
    assert answer._repr_html_().startswith("<p>Place 1: from the worst-off end")
    assert "Low and Low 2004" in answer.method
    assert any("nothing about where it comes from" in one for one in answer.caveats)
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(answer)
    with pytest.raises(ValueError, match="read-only"):
        answer.value[0] = 3
