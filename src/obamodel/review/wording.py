"""How findings name things and count them, in plain words."""

from collections.abc import Iterable, Sequence
from typing import Any

from obamodel.disclosure.identifiers import remove_identifiers
from obamodel.domain.activities import Eligibility
from obamodel.domain.baselines import Baseline
from obamodel.domain.changes import Change
from obamodel.domain.contributions import Contribution
from obamodel.domain.curves import SchematicCurve
from obamodel.domain.factors import Factor
from obamodel.domain.feedback import Feedback
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.outcomes import Outcome
from obamodel.domain.population import Population
from obamodel.domain.recommendations import Recommendation
from obamodel.domain.reflection import ReflectiveCycle
from obamodel.domain.services import Service
from obamodel.domain.stories import Story
from obamodel.domain.targets import Target
from obamodel.stats import answers

LONGEST_QUOTED = 80
LONGEST_IN_A_LIST = 50
MOST_LISTED = 4

_NAMED_BY = ("name", "title", "statement", "text", "view", "short", "of")
_KINDS: dict[type, str] = {
    Outcome: "the outcome ",
    PerformanceMeasure: "the measure ",
    Population: "the population ",
    Recommendation: "the recommendation ",
    ReflectiveCycle: "the round of reflection ",
    SchematicCurve: "the curve ",
    Story: "the story ",
}
# What people told is not quoted here, and some things have no name that a reader would know.
_UNQUOTED: dict[type, str] = {
    Change: "a personal story of change",
    Contribution: "a contribution",
    Eligibility: "the list of who was invited",
    Feedback: "a piece of feedback",
}


def quote(text: str, longest: int = LONGEST_QUOTED) -> str:
    """Put words in quotation marks, cut short between two words where they are long.

    Examples
    --------
    >>> quote("Children are safe.")
    '“Children are safe”'
    >>> quote("Children are safe at home and at school.", longest=20)
    '“Children are safe …”'
    """
    # Taken out before the cut, which could leave the half of an address that nothing recognises.
    plain = remove_identifiers(say_on_one_line(text)).rstrip(".")
    if len(plain) > longest:
        plain = plain[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{plain}”"


def join_names(names: Iterable[str]) -> str:
    """List names as people say them; a long list ends in how many others there are.

    Examples
    --------
    >>> join_names(["A1", "A2", "A3"])
    'A1, A2 and A3'
    >>> join_names("abcdefgh")
    'a, b, c, d and 4 others'
    """
    shown = list(names)
    # One more than the most is shown all the same: "and 1 other" saves nobody anything.
    if len(shown) > MOST_LISTED + 1:
        shown = [*shown[:MOST_LISTED], f"{len(shown) - MOST_LISTED} others"]
    return answers.join_names(shown)


def list_things(things: Iterable[Any]) -> str:
    """List things by their short names."""
    return join_names(name_thing(thing, briefly=True) for thing in things)


def list_part(part: Sequence[Any], whole: Sequence[Any]) -> str:
    """List the things after a colon, unless they are all there are and need no list.

    Examples
    --------
    >>> first, second = (
    ...     Indicator(id=f"i{label}", label=label, statement="Seen.", outcome="heard")
    ...     for label in "12"
    ... )
    >>> list_part([first], [first, second]), list_part([first, second], [first, second])
    (': indicator 1', '')
    """
    return f": {list_things(part)}" if len(part) < len(whole) else ""


def name_indicators(indicators: Sequence[Indicator]) -> str:
    """Name indicators by their labels, as in indicators 1, 2 and 3."""
    labels = join_names(say_on_one_line(indicator.label) for indicator in indicators)
    return f"indicator{'' if len(indicators) == 1 else 's'} {labels}"


def name_thing(thing: Any, *, briefly: bool = False) -> str:
    """Name a thing as a reader would: by its label, its name or its first words.

    Examples
    --------
    >>> factor = Factor(id="a1", label="A1", name="Surveys", group="ways")
    >>> name_thing(factor), name_thing(factor, briefly=True)
    ('factor A1 (Surveys)', 'A1 (Surveys)')
    """
    if isinstance(thing, Factor):
        said = say_on_one_line(f"{thing.label} ({thing.name})")
        return said if briefly else f"factor {said}"
    if isinstance(thing, Indicator):
        return name_indicators([thing])
    if isinstance(thing, Service):
        return say_on_one_line(thing.name)
    if isinstance(thing, Baseline):
        return say_on_one_line(f"the baseline frozen by {thing.frozen.author}")
    if isinstance(thing, Target):
        return f"the target of {thing.value:,g} for {thing.period}"
    if type(thing) in _UNQUOTED:
        return _UNQUOTED[type(thing)]
    words = next((word for word in _NAMED_BY if hasattr(thing, word)), None)
    if words is None:
        raise TypeError(f"no reader has a name for a {type(thing).__name__}")
    if briefly:
        return quote(getattr(thing, words), LONGEST_IN_A_LIST)
    return _KINDS.get(type(thing), "") + quote(getattr(thing, words))


def say_part(part: int, whole: int, one: str, many: str) -> str:
    """Say how many of the things there are.

    Examples
    --------
    >>> say_part(13, 19, "action", "actions"), say_part(5, 5, "action", "actions")
    ('13 of 19 actions', 'all 5 actions')
    >>> say_part(2, 2, "action", "actions"), say_part(1, 1, "action", "actions")
    ('both actions', 'the only action')
    """
    if part == whole:
        everything = {1: f"the only {one}", 2: f"both {many}"}
        return everything.get(whole, f"all {whole} {many}")
    return f"{part} of {whole} {many}"


def say_they(things: Sequence[Any]) -> str:
    """Say it or they."""
    return "it" if len(things) == 1 else "they"


def say_them(things: Sequence[Any]) -> str:
    """Say it or them."""
    return "it" if len(things) == 1 else "them"


def say_on_one_line(text: str) -> str:
    """Write a text that may run over several lines on one."""
    return " ".join(text.split())


def start(sentence: str) -> str:
    """Begin a sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
