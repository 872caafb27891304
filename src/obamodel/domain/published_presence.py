"""Who is there and who is missing, beside a population, as it may leave the house."""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    documented,
    many,
    number,
    one,
    prose,
    prose_list,
    show,
    to_tuple,
)
from obamodel.domain.losses import Loss
from obamodel.domain.publishing import Mark
from obamodel.errors import Fault

_NO_SHARE = (Mark.WITHHELD, Mark.UNKNOWN)


@documented
@frozen(kw_only=True)
class PublishedShare:
    """One group with the two shares that may be drawn, or words in place of what may not.

    A share has at most one decimal, so that a bar gives away no more than the figure beside it.

    Examples
    --------
    >>> PublishedShare(group="Thurrock", share=5, reference_share=12.5).share
    5
    """

    group: str = field(metadata=prose("The group."))
    share: float | None = field(
        default=None,
        metadata=number(
            "Which percentage of those who take part are of the group, from 0 to 100; none where "
            "it may not be shown, is lost or is not known."
        ),
    )
    reference_share: float | None = field(
        default=None,
        metadata=number("Which percentage of the population is of the group, from 0 to 100."),
    )
    words: str = field(
        default="", metadata=prose("What is said of it, or why there is no share to show.")
    )
    mark: Mark = field(
        default=Mark.SHOWN,
        metadata=choice(Mark, "What was done to the share, or what it is."),
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        for name in ("share", "reference_share"):
            value = getattr(self, name)
            if value is None:
                continue
            if not 0 <= value <= 100:
                mend = "write a percentage from 0 to 100"
                yield Fault("not-a-percentage", f"found {value:g}", mend, path=(name,))
            elif round(value, 1) != value:
                mend = "round it to one decimal or none: a bar can be measured"
                yield Fault("too-fine", f"found {value:g}", mend, path=(name,))
        if self.mark in _NO_SHARE and self.share is not None:
            # What stands there is not said: the message may end up in a log.
            found = f"a share that is {self.mark} is there to draw"
            yield Fault("hidden-number", found, "leave the share out", path=("share",))
        if self.mark is Mark.WITHHELD and any(letter.isdigit() for letter in self.words):
            found = "the words beside a share that is withheld have a figure in them"
            yield Fault("hidden-number", found, "say it without the figure", path=("words",))
        if self.share is None and not self.words:
            yield Fault(
                "unshown-without-words",
                f"{show(self.group)} has no share, and nothing says why",
                'say it in a few words, such as "present, number withheld"',
                path=("words",),
            )


@documented
@frozen(kw_only=True)
class PublishedPresence:
    """The groups of those who take part beside those of a population, with nothing left to hide.

    The room that decides what may be shown makes it; pictures and reports take nothing else.

    Examples
    --------
    >>> chart = PublishedPresence(
    ...     title="Where members live", of="members", reference_of="adults in Essex",
    ...     rows=[PublishedShare(group="Thurrock", share=5, reference_share=12.5)],
    ... )
    >>> chart.rows[0].group
    'Thurrock'
    """

    title: str = field(metadata=prose("What it shows."))
    of: str = field(metadata=prose("Who takes part, such as members."))
    reference_of: str = field(metadata=prose("The population, such as adults in Essex."))
    rows: tuple[PublishedShare, ...] = field(
        converter=to_tuple, default=(), metadata=many(PublishedShare, "The groups, in order.")
    )
    lost: Loss | None = field(
        default=None, metadata=one(Loss, "What is lost, where the shares of those are.")
    )
    notes: tuple[str, ...] = field(
        converter=to_tuple, default=(), metadata=prose_list("What a reader must know to read it.")
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        first_at: dict[str, int] = {}
        for index, row in enumerate(self.rows):
            if self.lost is not None and row.share is not None:
                yield Fault(
                    "share-of-what-is-lost",
                    f"{show(row.group)} has the share {row.share:g}, and the shares are lost",
                    "take the share away, or say nothing of a loss",
                    path=("rows", index, "share"),
                )
            if row.group in first_at:
                yield Fault(
                    "named-twice",
                    f"{show(row.group)} is already at rows[{first_at[row.group]}]",
                    "give each group one row",
                    path=("rows", index, "group"),
                )
            first_at.setdefault(row.group, index)
