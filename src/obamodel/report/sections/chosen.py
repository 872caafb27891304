"""What was chosen to look at first, by whom, and why."""

from collections.abc import Iterator

from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.plots.wording import capitalise, without_stop
from obamodel.report.document import Block, Section, list_if_any, tabulate_words, write_paragraphs
from obamodel.report.material import Material
from obamodel.report.sections.judged import say_judged

_POWERS = (
    "Three things make a number worth following: everybody understands it, it stands for the "
    "whole, and there are good figures for it. People judged these; no sum is made of them."
)
_CHOICES = "People were asked: if you could have only one of these, which one would it be?"


def write_chosen(material: Material) -> Section:
    """Write the headline measures, the three powers people judged, and their forced choices."""
    return Section(
        id="chosen",
        title="What was chosen to look at first, and why",
        blocks=[*_write_headlines(material), *_write_powers(material), *_write_choices(material)],
    )


def _write_headlines(material: Material) -> Iterator[Block]:
    for service in material.evaluation.services:
        for which, names in (
            ("to look at first", service.headline_measures),
            ("to look at next", service.secondary_measures),
        ):
            listed = list_if_any(_name(material, name) for name in names)
            if listed is not None:
                words = capitalise(material.plural("performance_measure"))
                yield from write_paragraphs(f"{words} of {service.name} {which}:")
                yield listed


def _write_powers(material: Material) -> Iterator[Block]:
    evaluation = material.evaluation
    candidates: tuple[Indicator | PerformanceMeasure, ...] = (
        *evaluation.indicators,
        *evaluation.measures,
    )
    judged = [(one, one.powers) for one in candidates if one.powers is not None]
    table = tabulate_words(
        "How well each one would tell people how things are",
        (
            "What",
            "People understand it",
            "It stands for the whole",
            "Its figures are good",
            "Who judged so, and why",
        ),
        [
            (
                _name(material, one.id),
                powers.communication,
                powers.proxy,
                powers.data,
                say_judged(powers.judged),
            )
            for one, powers in judged
        ],
    )
    if table is not None:
        yield from write_paragraphs(_POWERS)
        yield table


def _write_choices(material: Material) -> Iterator[Block]:
    table = tabulate_words(
        "Which one people would have, if only one could be had",
        ("They would have", "Before", "Who chose so, and why"),
        [
            (
                _name(material, one.chosen),
                "; ".join(_name(material, other) for other in one.over),
                say_judged(one.judged),
            )
            for one in material.evaluation.choices
        ],
    )
    if table is not None:
        yield from write_paragraphs(_CHOICES)
        yield table


def _name(material: Material, name: str) -> str:
    thing: Indicator | PerformanceMeasure = material.evaluation.find(name)
    return without_stop(thing.statement if isinstance(thing, Indicator) else thing.name)
