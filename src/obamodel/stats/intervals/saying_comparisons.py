"""How a comparison of two groups or dates is said, in words a twelve-year-old can follow."""

import numpy as np

from obamodel.stats.intervals.comparisons import Comparisons, Standing
from obamodel.stats.intervals.estimates import Measured
from obamodel.stats.intervals.saying import name_item, say_found, write_per
from obamodel.stats.intervals.wording import (
    MOST_SAID,
    write_figure,
    write_level,
    write_limits,
    write_ratio,
)


def say_comparisons(answer: Comparisons) -> str:
    """Say a batch: each comparison where there are few, how many stand which way where not."""
    if len(answer) == 1:
        said = _say_one(answer, 0)
        return f"{answer.names[0]}: {said}" if answer.names else f"{said[0].upper()}{said[1:]}"
    if len(answer) <= MOST_SAID:
        return "\n".join(
            f"{name_item(answer.first, index)}: {_say_one(answer, index)}"
            for index in range(len(answer))
        )
    return _say_many(answer)


def _say_one(answer: Comparisons, index: int) -> str:
    first, second = answer.groups
    if np.isnan(answer.value[index]):
        return f"{first} and {second} cannot be compared: {answer.reasons[index]}."
    said = (
        f"{first}: {say_found(answer.first, index)}; "
        f"{second}: {say_found(answer.second, index)}. {_say_difference(answer, index)}"
    )
    if np.isfinite(answer.ratio[index]):
        said += f" {_say_ratio(answer, index)}"
    standing = answer.verdicts[index]
    if standing is Standing.CANNOT_TELL:
        said += " Chance alone could bring such a difference: the two cannot be told apart."
    if answer.first.unreliable[index] or answer.second.unreliable[index]:
        said += " This is unreliable: it rests on few."
    return said


def _say_difference(answer: Comparisons, index: int) -> str:
    value, lower, upper = answer.value[index], answer.lower[index], answer.upper[index]
    way = _write_step(answer, value)
    if np.isnan(lower) or np.isnan(upper):
        return f"{_lead(answer)} is {way}; no interval can be given: {answer.reasons[index]}."
    ends = f"{_write_step(answer, lower)} to {_write_step(answer, upper)}"
    return f"{_lead(answer)} is {way} ({write_level(answer.confidence)} interval: {ends})."


def _write_step(answer: Comparisons, step: float) -> str:
    is_share = answer.kind is Measured.SHARE
    size = write_figure(abs(100 * step if is_share else step))
    if size == "0":
        return "no different"
    unit = " percentage points" if is_share else write_per(answer.first)
    return f"{size}{unit} {'higher' if step > 0 else 'lower'}"


def _say_ratio(answer: Comparisons, index: int) -> str:
    ratio, lower, upper = (
        write_ratio(one) if np.isfinite(one) else ""
        for one in (answer.ratio[index], answer.ratio_lower[index], answer.ratio_upper[index])
    )
    ends = write_limits(lower, upper, float(answer.ratio_upper[index])).removesuffix(",")
    level = write_level(answer.confidence)
    return f"It is {ratio} times as high as {answer.groups[1]} ({level} interval: {ends})."


def _lead(answer: Comparisons) -> str:
    first = answer.groups[0]
    return first[0].upper() + first[1:]


def _say_many(answer: Comparisons) -> str:
    verdicts = answer.verdicts
    first, second = answer.groups
    parts = []
    for standing, words in (
        (Standing.HIGHER, "higher"),
        (Standing.LOWER, "lower"),
        (Standing.CANNOT_TELL, "cannot be told apart"),
        (Standing.NOT_KNOWN, "cannot be compared"),
    ):
        number = verdicts.count(standing)
        if number:
            parts.append(f"{number} {words}")
    level = write_level(answer.confidence)
    return (
        f"{len(answer)} comparisons of {first} with {second}, by {level} intervals: "
        f"{', '.join(parts)}. About {write_figure(100 * (1 - answer.confidence))} in 100 would be "
        "called higher or lower even if none were."
    )
