"""How do the elements of a result, once checked, become nouns?"""

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import evolve

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.iati.checking import FLAGS, read_day, read_year
from obamodel.files.iati.nouns import (
    IatiBaseline,
    IatiIndicator,
    IatiMeasure,
    IatiPeriod,
    IatiResult,
    IatiResultType,
    IatiValue,
)
from obamodel.files.iati.parsing import Node
from obamodel.files.iati.parts import (
    IatiDimension,
    IatiDocument,
    IatiLocation,
    IatiNarrative,
    IatiReference,
)

Noun = TypeVar("Noun")
KEEP_IT = "keep it by other means if it matters"


class Elements:
    """The elements of one file being made into nouns.

    Parameters
    ----------
    name
        The name of the file.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.left: list[Fault] = []

    def refuse(self, node: Node, code: str, found: str, mend: str) -> None:
        """Name what is wrong with an element."""
        self.faults.append(Fault(code, found, mend, file=self.name, line=node.line))

    def leave(self, node: Node, found: str) -> None:
        """Name what an element has that no noun holds."""
        self.left.append(Fault("no-place", found, KEEP_IT, file=self.name, line=node.line))

    def make(self, noun: type[Noun], node: Node, **parts: Any) -> Noun | None:
        """Make a noun, or name what is wrong with it by the line of its element."""
        if self.faults and any(isinstance(one, list) and None in one for one in parts.values()):
            return None  # what is wrong with the part has been named
        try:
            return noun(**parts)
        except InvalidError as error:
            self.faults += [
                evolve(fault, file=self.name, line=node.line, path=(node.name, *fault.path))
                for fault in error.faults
            ]
            return None

    # --- results -------------------------------------------------------------------------

    def read_result(self, node: Node) -> IatiResult | None:
        """Make a result of its element, which has been checked."""
        return self.make(
            IatiResult,
            node,
            type=IatiResultType(node.attributes["type"].strip()),
            aggregation_status=_flag(node, "aggregation-status"),
            references=[self._read_reference(one) for one in node.list_all("reference")],
            indicators=[self._read_indicator(one) for one in node.list_all("indicator")],
            **self._read_about(node),
        )

    def _read_indicator(self, node: Node) -> IatiIndicator | None:
        return self.make(
            IatiIndicator,
            node,
            measure=IatiMeasure(node.attributes["measure"].strip()),
            ascending=_flag(node, "ascending"),
            aggregation_status=_flag(node, "aggregation-status"),
            references=[self._read_reference(one) for one in node.list_all("reference")],
            baselines=[self._read_baseline(one) for one in node.list_all("baseline")],
            periods=[self._read_period(one) for one in node.list_all("period")],
            **self._read_about(node),
        )

    def _read_about(self, node: Node) -> dict[str, Any]:
        return {
            "title": self._read_words(node, "title"),
            "description": self._read_words(node, "description"),
            "documents": [self._read_document(one) for one in node.list_all("document-link")],
            "attributes": node.foreign,
            "others": list_raws(node),
            "line": node.line,
        }

    def _read_baseline(self, node: Node) -> IatiBaseline | None:
        return self.make(
            IatiBaseline,
            node,
            year=read_year(node.attributes["year"].strip()),
            iso_date=_day(node),
            attributes=node.foreign,
            **self._read_placed(node),
        )

    def _read_period(self, node: Node) -> IatiPeriod | None:
        days = [node.find("period-start"), node.find("period-end")]
        for day in days:
            self._leave_foreign(day)
        return self.make(
            IatiPeriod,
            node,
            start=_day(days[0]),
            end=_day(days[1]),
            targets=[self._read_value(one) for one in node.list_all("target")],
            actuals=[self._read_value(one) for one in node.list_all("actual")],
            attributes=node.foreign,
            others=list_raws(node),
            line=node.line,
        )

    def _read_value(self, node: Node) -> IatiValue | None:
        return self.make(IatiValue, node, **self._read_placed(node))

    def _read_placed(self, node: Node) -> dict[str, Any]:
        return {
            "value": node.attributes.get("value", "").strip() or None,
            "locations": [
                self.make(
                    IatiLocation,
                    one,
                    ref=_words(one, "ref"),
                    attributes=one.foreign,
                    others=list_raws(one),
                )
                for one in node.list_all("location")
            ],
            "dimensions": [
                self.make(
                    IatiDimension,
                    one,
                    name=_words(one, "name"),
                    value=_words(one, "value"),
                    attributes=one.foreign,
                    others=list_raws(one),
                )
                for one in node.list_all("dimension")
            ],
            "comment": self._read_words(node, "comment"),
            "documents": [self._read_document(one) for one in node.list_all("document-link")],
            "others": list_raws(node),
            "line": node.line,
        }

    # --- small parts ---------------------------------------------------------------------

    def _read_words(self, node: Node, name: str) -> list[IatiNarrative | None]:
        holder = node.find(name)
        if holder is None:
            return []
        self._leave_foreign(holder)
        return list(self._read_narratives(holder))

    def _read_narratives(self, holder: Node) -> Iterator[IatiNarrative | None]:
        for node in holder.list_all("narrative"):
            language = ""
            for attribute in node.foreign:
                if attribute.prefix == "xml" and attribute.name == "lang":
                    language = attribute.value.strip()
                else:
                    self.leave(node, f"<narrative> has the attribute {show(attribute.name)}")
            yield self.make(IatiNarrative, node, text=node.words, language=language)

    def _read_reference(self, node: Node) -> IatiReference | None:
        uri = _words(node, "vocabulary-uri") or _words(node, "indicator-uri")
        return self.make(
            IatiReference,
            node,
            vocabulary=_words(node, "vocabulary"),
            code=_words(node, "code"),
            uri=uri,
            attributes=node.foreign,
            others=list_raws(node),
        )

    def _read_document(self, node: Node) -> IatiDocument | None:
        dated = node.find("document-date")
        self._leave_foreign(dated)
        for one in (*node.list_all("category"), *node.list_all("language")):
            self._leave_foreign(one)
        return self.make(
            IatiDocument,
            node,
            url=_words(node, "url"),
            format=_words(node, "format"),
            title=self._read_words(node, "title"),
            description=self._read_words(node, "description"),
            categories=[_words(one, "code") for one in node.list_all("category")],
            languages=[_words(one, "code") for one in node.list_all("language")],
            published_on=_day(dated),
            attributes=node.foreign,
            others=list_raws(node),
            line=node.line,
        )

    def _leave_foreign(self, node: Node | None) -> None:
        """Say that a small element has something from elsewhere, which no noun holds."""
        if node is not None and (node.foreign or node.raws):
            self.leave(node, f"<{node.name}> has something from elsewhere in it")


def _words(node: Node, name: str) -> str:
    return node.attributes.get(name, "").strip()


def _flag(node: Node, name: str) -> bool | None:
    return FLAGS.get(_words(node, name))


def _day(node: Node | None) -> Any:
    return None if node is None else read_day(_words(node, "iso-date"))


def list_raws(node: Node) -> list[Any]:
    """Return what stands in an element and is kept word for word."""
    return [raw for _, raw in node.raws]
