"""Whether a number with its interval is said so that a twelve-year-old can follow."""

from obamodel.stats.intervals import (
    find_count_interval,
    find_mean_interval,
    find_rate_interval,
    find_share_interval,
    standardise_directly,
    standardise_indirectly,
)


def test_one_share_is_one_sentence() -> None:
    assert str(find_share_interval(65, 100)) == (
        "65 of 100 is 65%; allowing for chance, anything from 55.3% to 73.6% fits (95% interval)."
    )


def test_a_share_of_few_is_said_to_be_unreliable() -> None:
    assert str(find_share_interval(3, 4, names=["Essex"])) == (
        "Essex: 3 of 4 is 75%; allowing for chance, anything from 30.1% to 95.4% fits "
        "(95% interval). This is unreliable: it rests on fewer than 20, and a few more or fewer "
        "would make it another number."
    )


def test_a_few_numbers_are_a_line_each() -> None:
    assert str(find_rate_interval([6, 68], [120, 173], per=100, names=["Area2", "Area3"])) == (
        "Area2: 6 in 120 is 5 per 100; allowing for chance, anything from 1.8 to 10.9 fits "
        "(95% interval) (unreliable).\n"
        "Area3: 68 in 173 is 39.3 per 100; allowing for chance, anything from 30.5 to 49.8 fits "
        "(95% interval)."
    )


def test_many_numbers_are_told_by_their_ends() -> None:
    assert str(find_share_interval(range(20, 27), [40] * 7)) == (
        "7 shares with 95% intervals, from 50% (Number 1) to 65% (Number 7)."
    )
    assert str(find_share_interval(range(19, 26), [40] * 7, names=list("ABCDEFG"))) == (
        "7 shares with 95% intervals, from 47.5% (A) to 62.5% (G). 1 is unreliable, resting on "
        "fewer than 20."
    )


def test_a_count_and_an_average_are_said() -> None:
    assert str(find_count_interval(65, confidence=0.998)) == (
        "65 counted; allowing for chance, anything from 42.9 to 94 fits (99.8% interval)."
    )
    assert str(find_mean_interval([[4.0], [1.0, 3.0]], names=["a", "b"])) == (
        "a: the average of 1 value is 4; no interval can be given: one value alone does not show "
        "how much values differ.\n"
        "b: the average of 2 values is 2; allowing for chance, anything from -10.7 to 14.7 fits "
        "(95% interval)."
    )


def test_standardised_numbers_are_said() -> None:
    # R: k <- c(.75, .25) / 100; x <- c(10, 30); Dobson's limits of sum(x * k)
    assert str(standardise_directly([[10, 30], [1, 2]], [[100, 100]] * 2, standard=[3, 1])) == (
        "Number 1: with the mix of the standard population the rate would be 15,000 per 100,000; "
        "allowing for chance, anything from 10,052 to 21,266 fits (95% interval).\n"
        "Number 2: no directly standardised rate is given: it would rest on fewer than 10 events, "
        "too few to adjust."
    )
    reference = {"reference_counts": [50, 100], "reference_populations": [1000, 1000]}
    assert str(standardise_indirectly(30, [100, 200], **reference)).startswith(  # type: ignore[arg-type]
        "30 counted where 25 were expected is 1.2 times as many; allowing for chance"
    )
    assert str(standardise_indirectly(30, [100, 200], per=1000, **reference)).startswith(  # type: ignore[arg-type]
        "30 counted where 25 were expected makes a rate of 90 per 1,000; allowing for chance"
    )


def test_many_of_which_some_are_not_given_say_how_many() -> None:
    answer = standardise_directly([[5, 30]] * 7 + [[1, 2]], [[100, 100]] * 8, standard=[3, 1])
    assert "1 of them could not be given." in str(answer)
    none = standardise_directly([[1, 2]] * 8, [[100, 100]] * 8, standard=[3, 1])
    assert str(none) == "8 standardised rates. 8 of them could not be given."


def test_nobody_is_told_of_chances_of_an_effect_or_of_causes() -> None:
    said = " ".join(
        [
            str(find_share_interval(3, 4)),
            *find_share_interval(3, 4).caveats,
            *find_rate_interval(3, 4).caveats,
            *standardise_directly([30], [100], standard=[1]).caveats,
        ]
    )
    assert "probab" not in said
    assert "caus" not in said
