"""The small parts of an IATI result: words in languages, links to documents, codes and places."""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from obamodel.domain.fields import (
    RULE,
    Rule,
    check,
    documented,
    many,
    one,
    prose,
    prose_list,
    show,
    to_tuple,
    whole,
)
from obamodel.errors import Fault

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
# A link by RFC 3986 (Berners-Lee, Fielding and Masinter, 2005), with letters of every language.
_ALLOWED = r"(?:[A-Za-z0-9_.~!$&'()*+,;=@-]|[^\x00-\x7f\s]|%[0-9A-Fa-f]{2})"
_LINK = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.-]*:(?://(?:(?:{_ALLOWED}|:)*@)?"
    rf"(?:{_ALLOWED}*|\[[0-9A-Fa-f:.]+\])(?::[0-9]{{1,5}})?(?=[/?#]|$))?|(?!/?/|[^/?#]*:))"
    rf"(?:{_ALLOWED}|[:/])*(?:\?(?:{_ALLOWED}|[:/?])*)?(?:#(?:{_ALLOWED}|[:/?])*)?"
)
_NAME = re.compile(r"[^\s\d.<>\"'&/=:!?-][^\s<>\"'&/=:!?]*")
# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def trim(value: Any) -> Any:
    """Take the space around a text away: it means nothing in the file."""
    return value.strip() if isinstance(value, str) else value


def as_written(says: str) -> dict[str, Rule]:
    """Declare a field that holds a text of the file as it stands there, be it empty."""

    def check_text(value: object) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault("wrong-type", f"found {show(value)}", "write words in quotation marks")
        elif bad := _UNWRITABLE.search(value):
            found = f"found U+{ord(bad[0]):04X}, which no XML file can hold"
            yield Fault("unwritable-character", found, "take the character out")

    return {RULE: Rule(says=says, check=check_text)}


def line_in_file() -> dict[str, Rule]:
    """Declare a field that holds the line in which something stood."""
    return whole("The line in the file, counted from 1; it is no part of the meaning.", at_least=1)


def is_link(text: str) -> bool:
    """Whether a text can stand where the standard asks for a link."""
    return bool(_LINK.fullmatch(text))


@documented
@frozen(kw_only=True)
class IatiAttribute:
    """An attribute that is kept as it is, because it is no part of a result.

    Examples
    --------
    >>> print(IatiAttribute(name="lang", namespace=XML_NAMESPACE, prefix="xml", value="fr").name)
    lang
    """

    name: str = field(metadata=prose("Its name, without a prefix."))
    value: str = field(default="", metadata=as_written("What it says."))
    namespace: str = field(default="", metadata=as_written("The namespace it is from, if any."))
    prefix: str = field(
        default="", eq=False, metadata=prose("The prefix that stands for the namespace.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        for part in ("name", "prefix"):
            text = getattr(self, part)
            if (text or part == "name") and not _NAME.fullmatch(text):
                found, mend = f"found {show(text)}", "use letters, digits and hyphens only"
                yield Fault("bad-name", found, mend, path=(part,))
        if self.namespace and not self.prefix:
            found = f"nothing stands for the namespace {show(self.namespace)}"
            yield Fault("bad-name", found, "give a short prefix", path=("prefix",))


@documented
@frozen(kw_only=True)
class IatiRaw:
    """An element that is kept word for word, because it is no part of a result.

    Examples
    --------
    >>> IatiRaw(name="sector", xml='<sector code="11220"/>').name
    'sector'
    """

    name: str = field(metadata=prose("What the element is called, with its namespace in braces."))
    xml: str = field(metadata=as_written("The element as the file writes it."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class IatiNarrative:
    """Words in one language.

    Examples
    --------
    >>> IatiNarrative(text="Cliniques ouvertes", language="fr").language
    'fr'
    """

    text: str = field(converter=trim, default="", metadata=prose("The words."))
    language: str = field(
        converter=trim,
        default="",
        metadata=prose("The code of the language, such as en; that of the activity if left out."),
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if self.language and not _LANGUAGE.fullmatch(self.language):
            found = f"found {show(self.language)}"
            yield Fault("bad-language", found, 'write a code such as "en"', path=("language",))


def to_narratives(value: str | Iterable[IatiNarrative]) -> Any:
    """Let plain words stand for words in the language of the activity."""
    if isinstance(value, str):
        return (IatiNarrative(text=value),) if value else ()
    return to_tuple(value)


def words(says: str) -> dict[str, Rule]:
    """Declare a field that holds words, which may be given in several languages."""
    return many(IatiNarrative, says)


def kept_attributes() -> dict[str, Rule]:
    """Declare a field that holds attributes which are no part of a result."""
    return many(IatiAttribute, "Attributes from elsewhere, kept as they are.")


def kept_elements() -> dict[str, Rule]:
    """Declare a field that holds elements which are no part of a result."""
    return many(IatiRaw, "Elements from elsewhere, kept word for word.")


@documented
@frozen(kw_only=True)
class IatiDocument:
    """A link to a document about a result, an indicator or a value.

    Examples
    --------
    >>> IatiDocument(
    ...     url="https://example.org/report.pdf", format="application/pdf", title="A report",
    ...     categories=["A08"],
    ... ).title[0].text
    'A report'
    """

    url: str = field(metadata=prose("Where the document is."))
    format: str = field(metadata=prose("The kind of file, such as application/pdf."))
    title: tuple[IatiNarrative, ...] = field(
        converter=to_narratives, metadata=words("What it is called.")
    )
    categories: tuple[str, ...] = field(
        converter=to_tuple,
        metadata=prose_list("Codes for the kind of document, such as A08."),
    )
    description: tuple[IatiNarrative, ...] = field(
        converter=to_narratives, default=(), metadata=words("What is in it.")
    )
    languages: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("Codes of its languages.")
    )
    published_on: datetime.date | None = field(
        default=None, metadata=one(datetime.date, "The day on which it came out.")
    )
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        yield from refuse_wordless(self.title, "title")
        if not is_link(self.url):
            mend = "write a link without spaces or brackets"
            yield Fault("bad-link", f"found {show(self.url)}", mend, path=("url",))
        if not self.categories:
            mend = "give at least one code, such as A08"
            yield Fault("missing", "no category is given", mend, path=("categories",))


@documented
@frozen(kw_only=True)
class IatiReference:
    """The code of a result or an indicator in a list that others use too.

    Examples
    --------
    >>> print(IatiReference(vocabulary="7", code="3.1.1"))
    3.1.1 (vocabulary 7)
    """

    vocabulary: str = field(converter=trim, metadata=prose("The code of the list."))
    code: str = field(converter=trim, metadata=prose("The code in that list."))
    uri: str = field(default="", metadata=prose("Where the list or the code is explained."))
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if self.uri and not is_link(self.uri):
            mend = "write a link without spaces or brackets"
            yield Fault("bad-link", f"found {show(self.uri)}", mend, path=("uri",))

    def __str__(self) -> str:
        return f"{self.code} (vocabulary {self.vocabulary})"


@documented
@frozen(kw_only=True)
class IatiLocation:
    """A place to which a value belongs, by the name the activity has for it."""

    ref: str = field(
        converter=trim, default="", metadata=prose("The name of a place of the activity.")
    )
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class IatiDimension:
    """A group to which a value belongs, such as women.

    Examples
    --------
    >>> print(IatiDimension(name="sex", value="female"))
    sex female
    """

    name: str = field(
        converter=trim, default="", metadata=prose("What the groups differ by, such as sex.")
    )
    value: str = field(
        converter=trim, default="", metadata=prose("Which group it is, such as female.")
    )
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())

    __attrs_post_init__ = check

    def __str__(self) -> str:
        return " ".join(part for part in (self.name, self.value) if part)


def refuse_wordless(narratives: tuple[IatiNarrative, ...], name: str) -> Iterator[Fault]:
    """Refuse a title without any words."""
    if not narratives:
        yield Fault("missing", "it has no words", "give at least one narrative", path=(name,))
