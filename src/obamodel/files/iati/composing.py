"""How is an IATI file written, each element in the order of the published schema?"""

import datetime
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field

from obamodel.files.iati.activity import IatiActivity, IatiFile
from obamodel.files.iati.nouns import IatiBaseline, IatiIndicator, IatiPeriod, IatiResult, IatiValue
from obamodel.files.iati.parts import (
    XML_NAMESPACE,
    IatiAttribute,
    IatiDocument,
    IatiNarrative,
    IatiRaw,
    IatiReference,
)
from obamodel.files.iati.shape import ACTIVITY_PARTS

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


@define
class _Element:
    """An element to be written: its attributes, and either words or what stands in it."""

    name: str
    attributes: list[tuple[str, str]] = field(factory=list)
    children: "list[_Element | str]" = field(factory=list)
    words: str | None = None


def compose_iati(file: IatiFile) -> bytes:
    """Write an IATI file as bytes, in UTF-8.

    Examples
    --------
    >>> from obamodel.files.iati.activity import IatiActivity
    >>> activity = IatiActivity(identifier="AA-1")
    >>> print(compose_iati(IatiFile(activities=[activity])).decode(), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <iati-activities version="2.03">
      <iati-activity>
        <iati-identifier>AA-1</iati-identifier>
      </iati-activity>
    </iati-activities>
    """
    root = _Element("iati-activities", [("version", file.version)])
    root.attributes += _keep(file.attributes)
    root.children += [_compose_activity(one) for one in file.activities]
    root.children += _raws(file.others)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *_write(root, 0)]
    return ("\n".join(lines) + "\n").encode()


def _write(element: _Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    attributes = "".join(
        f' {name}="{value.translate(_IN_QUOTES)}"' for name, value in element.attributes
    )
    start = f"{indent}<{element.name}{attributes}"
    if element.words is not None:
        yield f"{start}>{element.words.translate(_ESCAPES)}</{element.name}>"
        return
    if not element.children:
        yield f"{start}/>"
        return
    yield f"{start}>"
    for child in element.children:
        if isinstance(child, str):
            yield f"{indent}  {child}"
        else:
            yield from _write(child, depth + 1)
    yield f"{indent}</{element.name}>"


# --- from the whole to the parts -----------------------------------------------------------


def _compose_activity(activity: IatiActivity) -> _Element:
    element = _Element("iati-activity", _keep(activity.attributes))
    order = list(ACTIVITY_PARTS)
    parts: list[tuple[int, _Element | str]] = [
        (order.index("iati-identifier"), _Element("iati-identifier", words=activity.identifier))
    ]
    parts += [(_find_place(raw), raw.xml) for raw in activity.parts]
    parts += [(order.index("result"), _compose_result(one)) for one in activity.results]
    element.children += [part for _, part in sorted(parts, key=lambda pair: pair[0])]
    return element


def arrange_parts(file: IatiFile) -> IatiFile:
    """Put the parts of each activity in the order of the schema, as they are written."""
    activities = [evolve(one, parts=sorted(one.parts, key=_find_place)) for one in file.activities]
    return evolve(file, activities=activities)


def _find_place(raw: IatiRaw) -> int:
    """Say where an element of an activity stands; what is from elsewhere comes at the end."""
    order = list(ACTIVITY_PARTS)
    return order.index(raw.name) if raw.name in ACTIVITY_PARTS else len(order)


def _compose_result(result: IatiResult) -> _Element:
    element = _Element("result", [("type", str(result.type))])
    element.attributes += _flag("aggregation-status", result.aggregation_status)
    _begin(element, result)
    element.children += [_compose_reference(one, "vocabulary-uri") for one in result.references]
    element.children += [_compose_indicator(one) for one in result.indicators]
    element.children += _raws(result.others)
    return element


def _compose_indicator(indicator: IatiIndicator) -> _Element:
    element = _Element("indicator", [("measure", str(indicator.measure))])
    element.attributes += _flag("ascending", indicator.ascending)
    element.attributes += _flag("aggregation-status", indicator.aggregation_status)
    _begin(element, indicator)
    element.children += [_compose_reference(one, "indicator-uri") for one in indicator.references]
    element.children += [_compose_baseline(one) for one in indicator.baselines]
    element.children += [_compose_period(one) for one in indicator.periods]
    element.children += _raws(indicator.others)
    return element


def _begin(element: _Element, noun: IatiResult | IatiIndicator) -> None:
    element.attributes += _keep(noun.attributes)
    element.children += _words("title", noun.title)
    element.children += _words("description", noun.description)
    element.children += [_compose_document(one) for one in noun.documents]


def _compose_baseline(baseline: IatiBaseline) -> _Element:
    element = _Element("baseline", [("year", f"{baseline.year:04d}")])
    if baseline.iso_date is not None:
        element.attributes.append(("iso-date", baseline.iso_date.isoformat()))
    if baseline.value is not None:
        element.attributes.append(("value", baseline.value))
    element.attributes += _keep(baseline.attributes)
    element.children += _places(baseline)
    element.children += [_compose_document(one) for one in baseline.documents]
    element.children += _words("comment", baseline.comment)
    element.children += _raws(baseline.others)
    return element


def _compose_period(period: IatiPeriod) -> _Element:
    element = _Element("period", _keep(period.attributes))
    element.children += [_day("period-start", period.start), _day("period-end", period.end)]
    element.children += [_compose_value("target", one) for one in period.targets]
    element.children += [_compose_value("actual", one) for one in period.actuals]
    element.children += _raws(period.others)
    return element


def _compose_value(name: str, value: IatiValue) -> _Element:
    element = _Element(name)
    if value.value is not None:
        element.attributes.append(("value", value.value))
    element.children += _places(value)
    element.children += _words("comment", value.comment)
    element.children += [_compose_document(one) for one in value.documents]
    element.children += _raws(value.others)
    return element


# --- the small parts -----------------------------------------------------------------------


def _places(value: IatiValue | IatiBaseline) -> Iterator[_Element]:
    for location in value.locations:
        given = [("ref", location.ref)] if location.ref else []
        yield _Element("location", given + _keep(location.attributes), list(_raws(location.others)))
    for dimension in value.dimensions:
        given = [
            (name, text)
            for name, text in (("name", dimension.name), ("value", dimension.value))
            if text
        ]
        yield _Element(
            "dimension", given + _keep(dimension.attributes), list(_raws(dimension.others))
        )


def _compose_document(document: IatiDocument) -> _Element:
    element = _Element("document-link", [("format", document.format), ("url", document.url)])
    element.attributes += _keep(document.attributes)
    element.children += _words("title", document.title)
    element.children += _words("description", document.description)
    element.children += [_Element("category", [("code", one)]) for one in document.categories]
    element.children += [_Element("language", [("code", one)]) for one in document.languages]
    if document.published_on is not None:
        element.children.append(_day("document-date", document.published_on))
    element.children += _raws(document.others)
    return element


def _compose_reference(reference: IatiReference, uri_name: str) -> _Element:
    given = [("vocabulary", reference.vocabulary), ("code", reference.code)]
    if reference.uri:
        given.append((uri_name, reference.uri))
    return _Element("reference", given + _keep(reference.attributes), list(_raws(reference.others)))


def _words(name: str, narratives: Iterable[IatiNarrative]) -> list[_Element]:
    written: list[_Element | str] = [
        _Element(
            "narrative",
            [("xml:lang", one.language)] if one.language else [],
            words=one.text,
        )
        for one in narratives
    ]
    return [_Element(name, children=written)] if written else []


def _day(name: str, day: datetime.date) -> _Element:
    return _Element(name, [("iso-date", day.isoformat())])


def _flag(name: str, value: bool | None) -> list[tuple[str, str]]:
    return [] if value is None else [(name, "1" if value else "0")]


def _keep(attributes: Iterable[IatiAttribute]) -> list[tuple[str, str]]:
    """Write attributes from elsewhere, each namespace declared where it is used."""
    written: list[tuple[str, str]] = []
    declared: dict[str, str] = {}
    for one in attributes:
        if not one.namespace:
            written.append((one.name, one.value))
        elif one.namespace == XML_NAMESPACE:
            written.append((f"xml:{one.name}", one.value))
        else:
            prefix = one.prefix
            while declared.get(prefix, one.namespace) != one.namespace:
                prefix += "-"
            if prefix not in declared:
                declared[prefix] = one.namespace
                written.append((f"xmlns:{prefix}", one.namespace))
            written.append((f"{prefix}:{one.name}", one.value))
    return written


def _raws(raws: Iterable[IatiRaw]) -> list[str]:
    return [raw.xml for raw in raws]


def write_element(name: str, attributes: Iterable[tuple[str, str]], *parts: IatiRaw) -> IatiRaw:
    """Write a small element of an activity word for word.

    Parameters
    ----------
    name
        What the element is called.
    attributes
        Its attributes, in their order; those that are empty are left out.
    parts
        What stands in it.

    Examples
    --------
    >>> write_element("activity-status", [("code", "2")]).xml
    '<activity-status code="2"/>'
    """
    given = "".join(f' {key}="{value.translate(_IN_QUOTES)}"' for key, value in attributes if value)
    inside = "".join(part.xml for part in parts)
    xml = f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"
    return IatiRaw(name=name, xml=xml)


def write_words(text: str) -> IatiRaw:
    """Write a text as a narrative."""
    (written,) = _write(_Element("narrative", words=text), 0)
    return IatiRaw(name="narrative", xml=written)
