"""An IATI file and its activities: their results as nouns, the rest of them word for word."""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.fields import check, documented, many, prose, show, to_tuple
from obamodel.errors import Fault
from obamodel.files.iati.nouns import IatiResult
from obamodel.files.iati.parts import (
    IatiAttribute,
    IatiRaw,
    kept_attributes,
    kept_elements,
    line_in_file,
    trim,
)


@documented
@frozen(kw_only=True)
class IatiActivity:
    """An activity: its results, and the rest of it word for word."""

    identifier: str = field(converter=trim, metadata=prose("The name it has all over the world."))
    results: tuple[IatiResult, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiResult, "Its results.")
    )
    parts: tuple[IatiRaw, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(IatiRaw, "Its other elements, word for word: who reports it, and the like."),
    )
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class IatiFile:
    """A whole IATI file; what is not about results is kept word for word."""

    activities: tuple[IatiActivity, ...] = field(
        converter=to_tuple, metadata=many(IatiActivity, "Its activities: at least one.")
    )
    version: str = field(default="2.03", metadata=prose("The version of the standard."))
    published: str = field(
        default="",
        eq=False,
        metadata=prose("Where these very numbers are already public, or by which rule they are."),
    )
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())
    name: str = field(default="", eq=False, metadata=prose("The name of the file it is from."))
    left_behind: tuple[Fault, ...] = field(
        converter=to_tuple,
        default=(),
        eq=False,
        metadata=many(Fault, "What the file says and nothing here holds, each with its place."),
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if not self.activities:
            mend = "give at least one activity"
            yield Fault("missing", "it has no activity", mend, path=("activities",))
        seen: set[str] = set()
        for index, activity in enumerate(self.activities):
            if activity.identifier in seen:
                found = f"{show(activity.identifier)} is there twice"
                mend = "give each an identifier of its own"
                yield Fault("named-twice", found, mend, path=("activities", index, "identifier"))
            seen.add(activity.identifier)
        if not is_readable_version(self.version):
            yield refuse_version(self.version)


def is_readable_version(version: str) -> bool:
    """Whether results of that version look as they do in 2.03, or are a part of it."""
    return version in ("2.01", "2.02", "2.03")


def refuse_version(version: str) -> Fault:
    """Say that another version of the standard is not read."""
    found = f"found version {show(version)} of the standard"
    return Fault("other-version", found, "give a file of version 2.03", path=("version",))
