"""References to what is left out of a release, changed or dropped wherever they stand."""

import functools
from collections.abc import Mapping
from typing import Any

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import ANYTHING, RULE


def refer_anew(
    evaluation: Evaluation,
    names: Mapping[str, str | None],
    kinds: frozenset[str],
    changed: Mapping[str, Any],
) -> Evaluation:
    """Make a copy of an evaluation in which nothing refers to what is left out.

    Parameters
    ----------
    evaluation
        The evaluation.
    names
        By the old name of a thing its new one, or none where the thing is left out.
    kinds
        Which kinds of things these are, such as ``"baselines"``.
    changed
        Parts of the evaluation that are taken instead of its own.

    Examples
    --------
    >>> from obamodel.domain.waivers import Waiver
    >>> small = Evaluation(id="small", title="Small")
    >>> refer_anew(small, {"gone": None}, frozenset({"baselines"}), {"title": "Shown"}).title
    'Shown'
    """
    asked = kinds | {ANYTHING}
    shown: dict[str, Any] = dict(changed)
    for attribute in attrs.fields(Evaluation):
        if _may_name(attribute.metadata[RULE].part, asked):
            value = shown.get(attribute.name, getattr(evaluation, attribute.name))
            shown[attribute.name] = _change(value, names, asked)
    return attrs.evolve(evaluation, **shown)


def _change(value: Any, names: Mapping[str, str | None], asked: frozenset[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_change(item, names, asked) for item in value)
    if not attrs.has(type(value)):
        return value
    changed: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        rule = attribute.metadata.get(RULE)
        if rule is None:
            continue
        old = getattr(value, attribute.name)
        new = old
        if asked.intersection(rule.refers_to):
            listed = old if isinstance(old, tuple) else (old,)
            kept = tuple(found for name in listed if (found := names.get(name, name)) is not None)
            new = kept if isinstance(old, tuple) else next(iter(kept), "")
        elif _may_name(rule.part, asked):
            new = _change(old, names, asked)
        if new != old:
            changed[attribute.name] = new
    return attrs.evolve(value, **changed) if changed else value


@functools.cache
def _may_name(noun: type | None, asked: frozenset[str]) -> bool:
    if noun is None or not attrs.has(noun):
        return False
    rules = [attribute.metadata.get(RULE) for attribute in attrs.fields(noun)]
    return any(
        asked.intersection(rule.refers_to) or _may_name(rule.part, asked)
        for rule in rules
        if rule is not None
    )
