"""What a picture of recruitment is drawn from: who joined, who left, and what is wished for."""

from collections.abc import Iterator

from attrs import field, frozen

from obamodel.domain.fields import check, documented, number, one
from obamodel.domain.judgements import Judgement
from obamodel.domain.periods import Period
from obamodel.domain.series import Series, SeriesKind, Standing
from obamodel.errors import Fault
from obamodel.stats.recruitment import Membership


@documented
@frozen(kw_only=True)
class Target:
    """A wish with a date and a reason: how many members there are to be, and by when."""

    value: float = field(metadata=number("How many are wanted."))
    by: Period = field(metadata=one(Period, "By the end of which period."))
    wanted: Judgement = field(metadata=one(Judgement, "Who wants it, since when, and why."))

    __attrs_post_init__ = check


def each(series: Series | None) -> tuple[Series, ...]:
    """Return a series as the only one of a list; an empty list where there is none."""
    return () if series is None else (series,)


@documented
@frozen(kw_only=True)
class Recruitment:
    """How many joined and left in each period, and how many members that makes."""

    joined: Series = field(metadata=one(Series, "How many joined in each period."))
    left: Series | None = field(
        default=None, metadata=one(Series, "How many left in each period, where it is known.")
    )
    members: Series | None = field(
        default=None, metadata=one(Series, "How many members there were in each period.")
    )
    target: Target | None = field(
        default=None, metadata=one(Target, "How many members are wanted, by when and why.")
    )

    __attrs_post_init__ = check

    @classmethod
    def from_membership(
        cls, membership: Membership, *, target: Target | None = None
    ) -> "Recruitment":
        """Take what was counted, as :func:`~obamodel.stats.recruitment.count_members` gives it."""
        return cls(
            joined=membership.joined,
            left=membership.left,
            members=membership.members,
            target=target,
        )

    @property
    def series(self) -> tuple[Series, ...]:
        """The series there are."""
        return (self.joined, *each(self.left), *each(self.members))

    @property
    def standing(self) -> Standing:
        """The least real standing among them."""
        return max((one.standing for one in self.series), key=list(Standing).index)

    def _check_together(self) -> Iterator[Fault]:
        for name in ("joined", "left", "members"):
            for series in each(getattr(self, name)):
                if series.kind is not SeriesKind.COUNT:
                    found = f"it is a {series.kind}"
                    yield Fault("not-a-count", found, "give counts of people", path=(name,))
                if series.running_total and name != "members":
                    found = "it is a running total"
                    mend = "give how many it was in each period alone"
                    yield Fault("running-total", found, mend, path=(name,))
        if self.target is not None and self.members is None:
            found = "there are no members to compare it with"
            mend = "give the members; count_members adds them up"
            yield Fault("target-for-nothing", found, mend, path=("target",))
        periods = [
            (name, p)
            for name in ("joined", "left", "members")
            for series in each(getattr(self, name))
            for p in series.periods
        ]
        if self.target is not None:
            periods.append(("target", self.target.by))
        for name, period in periods:
            if not period.comparable_with(periods[0][1]):
                found = f"{period} is not a period like {periods[0][1]}"
                yield Fault("other-periods", found, "give periods of one kind", path=(name,))
                break
