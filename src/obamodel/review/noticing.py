"""What a rule noticed, before the rule adds its code, its weight and its source."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from obamodel.review.wording import name_thing, start


@frozen(kw_only=True)
class Noticed:
    """What a rule noticed in one evaluation.

    Parameters
    ----------
    place
        The part of the evaluation, as a reader would say it.
    sentence
        What was noticed, in one plain sentence.
    mend
        What to do about it, beginning with a verb.
    about
        The name of the one thing it is about, if it is about one.
    concerns
        The names of all the things it is about.
    """

    place: str
    sentence: str
    mend: str
    about: str = ""
    concerns: tuple[str, ...] = ()


def notice_one(thing: Any, says: str, mend: str) -> Noticed:
    """Notice something about one thing: its name opens the sentence.

    Examples
    --------
    >>> from obamodel.domain.indicators import Indicator
    >>> second = Indicator(id="skills", label="2", statement="People have skills.", outcome="heard")
    >>> notice_one(second, "has no data", "Find some.").sentence
    'Indicator 2 has no data.'
    """
    name = name_thing(thing)
    return Noticed(
        place=name,
        sentence=start(f"{name} {says}."),
        mend=mend,
        about=thing.id,
        concerns=(thing.id,),
    )


def notice_some(place: str, sentence: str, mend: str, things: Sequence[Any]) -> Noticed:
    """Notice something about several things in one sentence."""
    return Noticed(
        place=place,
        sentence=start(sentence),
        mend=mend,
        concerns=tuple(thing.id for thing in things),
    )
