"""Plain words for anything in an evaluation, and who has checked them."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.fields import (
    check,
    documented,
    identifier,
    one,
    prose,
    prose_list,
    reference,
    to_tuple,
)
from obamodel.errors import Fault

MARK = re.compile(r"[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}")
"""How the mark of a text is written."""


@documented
@frozen(kw_only=True)
class PlainWords:
    """What a group says of one thing in everyday words: short sentences, one idea each.

    A plain-words edition tells these in place of what stands elsewhere about the same thing.
    Several about one thing are told in their order.

    Examples
    --------
    >>> PlainWords(
    ...     about="views-inform-commissioning", text="We want leaders to listen to people.",
    ...     author="our advisory group", on=PartialDate.parse("2024-10"),
    ... ).text
    'We want leaders to listen to people.'
    """

    about: str = field(
        default="",
        metadata=reference("What it tells of; leave out for the whole evaluation.", "anything"),
    )
    text: str = field(metadata=prose("The same in everyday words: short sentences, one idea each."))
    author: str = field(metadata=prose("Who wrote it: a role or a group."))
    on: PartialDate = field(metadata=one(PartialDate, "When it was written."))

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class EasyReadCheck:
    """People with learning disabilities have checked the plain-words edition, as it was then.

    Only a text with the very mark that was checked may call itself Easy Read.

    Examples
    --------
    >>> EasyReadCheck(
    ...     group="The Reading Group", on=PartialDate.parse("2024-10-05"),
    ...     mark="0a1b-2c3d-4e5f", said=["The picture of the arrow is good."],
    ... ).group
    'The Reading Group'
    """

    group: str = field(
        metadata=prose("The name of the group of people with learning disabilities who checked it.")
    )
    on: PartialDate = field(metadata=one(PartialDate, "When they checked it."))
    mark: str = field(
        metadata=identifier("The mark of the text they checked, as the edition prints it.")
    )
    said: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What they said.")
    )
    changed: tuple[str, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=prose_list("What was changed because of it, before the text had this mark."),
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if not MARK.fullmatch(self.mark):
            yield Fault(
                "bad-mark",
                f'found "{self.mark}"',
                "write the mark as it stands at the end of the edition, such as 0a1b-2c3d-4e5f",
                path=("mark",),
            )
        if not self.on.is_known:
            yield Fault(
                "no-date",
                "it is not known when they checked it",
                "write a date, even if it is only about right",
                path=("on",),
            )
