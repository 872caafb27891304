"""How a number with its interval is said, in words a twelve-year-old can follow."""

import numpy as np

from obamodel.stats.answers import say_number
from obamodel.stats.intervals.estimates import Estimates, Measured
from obamodel.stats.intervals.reliability import UNRELIABLE_BELOW
from obamodel.stats.intervals.wording import (
    MOST_SAID,
    write_figure,
    write_level,
    write_limits,
    write_ratio,
)

CHANCE_ONLY = (
    "The interval allows for chance alone: not for people who were missed, nor for mistakes in "
    "counting."
)
UNRELIABLE = (
    f"What is marked as unreliable rests on fewer than {UNRELIABLE_BELOW}: a few more or fewer "
    "would make it another number. The mark says nothing about whether it may be shown."
)

_MANY = {
    Measured.SHARE: "shares",
    Measured.COUNT: "counts",
    Measured.RATE: "rates",
    Measured.MEAN: "averages",
    Measured.DIRECT_RATE: "standardised rates",
    Measured.INDIRECT_RATIO: "standardised ratios",
    Measured.INDIRECT_RATE: "standardised rates",
}


def say_estimates(answer: Estimates) -> str:
    """Say a batch: each number where there are few, the lowest and the highest where not."""
    if len(answer) == 1:
        return _say_alone(answer)
    if len(answer) <= MOST_SAID:
        return "\n".join(_say_one(answer, index) for index in range(len(answer)))
    return _say_many(answer)


def name_item(answer: Estimates, index: int) -> str:
    """Name an item: by its own name, or by its number in the batch."""
    return answer.names[index] if answer.names else f"Number {index + 1}"


def write_value(answer: Estimates, value: float) -> str:
    """Write a number as its kind is written: a share in per cent, a rate without its per."""
    if answer.kind is Measured.SHARE:
        return f"{write_figure(100 * value)}%"
    if answer.kind is Measured.INDIRECT_RATIO:
        return write_ratio(value)
    return write_figure(value)


def write_per(answer: Estimates) -> str:
    """Write what a rate is per, to be put behind the figure."""
    if answer.kind in (Measured.RATE, Measured.DIRECT_RATE, Measured.INDIRECT_RATE):
        return f" per {write_figure(answer.per)}"
    return ""


def say_found(answer: Estimates, index: int) -> str:
    """Say from what a number comes, and what it is."""
    events, base = answer.events[index], answer.bases[index]
    value = write_value(answer, answer.value[index]) + write_per(answer)
    counted = write_figure(events)
    match answer.kind:
        case Measured.SHARE:
            return f"{counted} of {write_figure(base)} is {value}"
        case Measured.COUNT:
            return f"{counted} counted"
        case Measured.RATE:
            return f"{counted} in {write_figure(base)} is {value}"
        case Measured.MEAN:
            return f"the average of {say_number(int(events), 'value')} is {value}"
        case Measured.DIRECT_RATE:
            return f"with the mix of the standard population the rate would be {value}"
        case Measured.INDIRECT_RATIO:
            expected = write_figure(base)
            return f"{counted} counted where {expected} were expected is {value} times as many"
        case Measured.INDIRECT_RATE:
            expected = write_figure(base)
            return f"{counted} counted where {expected} were expected makes a rate of {value}"


def _say_range(answer: Estimates, index: int) -> str:
    lower, upper = answer.lower[index], answer.upper[index]
    if np.isnan(lower) or np.isnan(upper):
        return f"no interval can be given: {answer.reasons[index]}"
    ends = write_limits(write_value(answer, lower), write_value(answer, upper), float(upper))
    return f"allowing for chance, anything {ends} fits ({write_level(answer.confidence)} interval)"


def _say_whole(answer: Estimates, index: int) -> str:
    if np.isnan(answer.value[index]):
        return f"no {answer.kind} is given: {answer.reasons[index]}"
    return f"{say_found(answer, index)}; {_say_range(answer, index)}"


def _say_alone(answer: Estimates) -> str:
    said = _say_whole(answer, 0)
    said = f"{answer.names[0]}: {said}." if answer.names else f"{said[0].upper()}{said[1:]}."
    if answer.unreliable[0] and not np.isnan(answer.value[0]):
        said += (
            f" This is unreliable: it rests on fewer than {UNRELIABLE_BELOW}, and a few more or "
            "fewer would make it another number."
        )
    return said


def _say_one(answer: Estimates, index: int) -> str:
    shown = not np.isnan(answer.value[index])
    mark = " (unreliable)" if answer.unreliable[index] and shown else ""
    return f"{name_item(answer, index)}: {_say_whole(answer, index)}{mark}."


def _say_many(answer: Estimates) -> str:
    many, known = _MANY[answer.kind], np.flatnonzero(~np.isnan(answer.value))
    said = f"{len(answer)} {many}"
    if len(known):
        lowest = int(known[np.argmin(answer.value[known])])
        highest = int(known[np.argmax(answer.value[known])])
        ends = [
            f"{write_value(answer, answer.value[at])}{write_per(answer)} ({name_item(answer, at)})"
            for at in (lowest, highest)
        ]
        said += f" with {write_level(answer.confidence)} intervals, from {ends[0]} to {ends[1]}"
    said += "."
    if len(known) < len(answer):
        said += f" {len(answer) - len(known)} of them could not be given."
    unreliable = int(np.count_nonzero(answer.unreliable[known]))
    if unreliable:
        verb = "is" if unreliable == 1 else "are"
        said += f" {unreliable} {verb} unreliable, resting on fewer than {UNRELIABLE_BELOW}."
    return said
