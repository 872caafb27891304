"""What came of one round of reflection by the next: promises, curves, and what people were told."""

import datetime
import html
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.baselines import Baseline
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show, to_tuple
from obamodel.domain.influences import Influence, Reply
from obamodel.domain.reflection import ReflectiveCycle
from obamodel.domain.rounds import FINISHED, find_round, list_promises
from obamodel.domain.series import Series
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import refuse_truth, say_number

if TYPE_CHECKING:
    import pandas as pd

    from obamodel.stats.turning import CurveAnswer, Verdict

_ANSWERED = (Reply.ADOPTED, Reply.PARTLY, Reply.NOT_TAKEN_UP)
_IN_WORDS = {
    ActionStatus.DONE: "done",
    ActionStatus.UNDER_WAY: "under way",
    ActionStatus.PLANNED: "planned still",
    ActionStatus.STOPPED: "stopped",
    ActionStatus.NOT_RECORDED: "without a word on how far it has come",
}


@frozen(kw_only=True)
class CurveMove:
    """How a curve was judged at each of two rounds, from the values that there were by then.

    Parameters
    ----------
    baseline, series
        The names of the baseline and of the series.
    name
        What the curve shows, in words.
    before, after
        The verdict at the earlier and at the later round; none where it could not be judged then.
    sentence
        The answer at the later round in plain words; at the earlier one where there is no later.
    """

    baseline: str
    series: str
    name: str
    before: "Verdict | None"
    after: "Verdict | None"
    sentence: str

    @property
    def moved(self) -> bool:
        """Whether it was judged at both rounds, and not alike."""
        return self.before is not None and self.after is not None and self.before != self.after


@frozen(kw_only=True)
class CycleComparison:
    """What came of one round by a later one.

    Parameters
    ----------
    earlier, later
        The two rounds.
    since, until
        The last day on which the earlier and the later one may have been held; none where nobody
        wrote it down.
    promised
        The actions that came out of the earlier one, as they stand now.
    moves
        Every curve that could be judged at one of the two rounds at least.
    told
        The views of which people were told between the two what became of them.
    untold
        The views that have an answer, and nobody wrote down that people were told.
    new
        The actions that came out of the later one.
    caveats
        What a reader should weigh.
    """

    earlier: ReflectiveCycle
    later: ReflectiveCycle
    since: datetime.date | None
    until: datetime.date | None
    promised: tuple[Action, ...] = field(converter=to_tuple)
    moves: tuple[CurveMove, ...] = field(converter=to_tuple)
    told: tuple[Influence, ...] = field(converter=to_tuple)
    untold: tuple[Influence, ...] = field(converter=to_tuple)
    new: tuple[Action, ...] = field(converter=to_tuple)
    caveats: tuple[str, ...] = field(converter=to_tuple)

    __bool__ = refuse_truth

    @property
    def carried(self) -> tuple[Action, ...]:
        """The promises that are neither done nor stopped, and go on."""
        return tuple(action for action in self.promised if action.status not in FINISHED)

    @property
    def sentence(self) -> str:
        """The answer in plain words."""
        return " ".join(self._say())

    def _say(self) -> Iterator[str]:
        if self.promised:
            counted = Counter(action.status for action in self.promised)
            parts = [f"{counted[one]} {_IN_WORDS[one]}" for one in _IN_WORDS if counted[one]]
            yield f"{say_number(len(self.promised), 'action')} promised: {', '.join(parts)}."
        else:
            yield "No action was promised."
        judged = [move for move in self.moves if move.before is not None and move.after is not None]
        if judged:
            moved = sum(move.moved for move in judged)
            curves = say_number(len(judged), "curve")
            was = "was" if len(judged) == 1 else "were"
            has = "has" if moved == 1 else "have"
            found = f"{moved} {has} another verdict now" if moved else "no verdict is another now"
            yield f"{curves} {was} judged both times; {found}."
        if self.since is not None and self.until is not None:
            told = say_number(len(self.told), "view")
            if self.told:
                yield f"People were told what became of {told} in between."
            else:
                yield "Nothing is written down of people being told what became of their views."

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each promise.

        Returns
        -------
        pandas.DataFrame
            Columns ``action``, ``what``, ``who``, ``by`` (text), ``status``, ``reason`` and
            ``carried_over`` (true or false).
        """
        import pandas as pd

        return pd.DataFrame(
            [
                (
                    one.id,
                    one.text,
                    one.owner,
                    "" if one.by is None else str(one.by),
                    str(one.status),
                    one.reason,
                    one.status not in FINISHED,
                )
                for one in self.promised
            ],
            columns=["action", "what", "who", "by", "status", "reason", "carried_over"],
        )

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.sentence)}</p>"


def compare_cycles(evaluation: Evaluation, earlier: str, later: str) -> CycleComparison:
    """Compare two rounds of reflection: what was promised, and what has happened since.

    Each curve is judged twice, from the values whose periods had ended by each of the two rounds,
    against the baselines that were frozen by then.

    Parameters
    ----------
    evaluation
        The evaluation. For an answer that may leave the house, see
        :func:`obamodel.disclosure.cycles.publish_cycles`.
    earlier, later
        The names of the two rounds.

    Raises
    ------
    InvalidError
        When there is no such round, or the later one is not later.

    Examples
    --------
    >>> rounds = [
    ...     ReflectiveCycle(id="first", title="First", question_set="rolfe"),
    ...     ReflectiveCycle(id="second", title="Second", question_set="rolfe", follows="first"),
    ... ]
    >>> tidied = Action(id="tidy", text="Tidy up.", status=ActionStatus.DONE, cycle="first")
    >>> small = Evaluation(id="small", title="Small", cycles=rounds, actions=[tidied])
    >>> print(compare_cycles(small, "first", "second"))
    1 action promised: 1 done.
    """
    before, after = find_round(evaluation, earlier), find_round(evaluation, later)
    since, until = find_day(before), find_day(after)
    if before == after or (since is not None and until is not None and since > until):
        found = f"{show(later)} is not later than {show(earlier)}"
        fault = Fault("not-later", found, "name the earlier round first, and another one after it")
        raise InvalidError("two rounds", [fault])
    promised = list_promises(evaluation, before)
    return CycleComparison(
        earlier=before,
        later=after,
        since=since,
        until=until,
        promised=promised,
        moves=_find_moves(evaluation, since, until),
        told=[one for one in evaluation.influences if _is_told_between(one, since, until)],
        untold=[
            one for one in evaluation.influences if one.told_back is None and one.reply in _ANSWERED
        ],
        new=list_promises(evaluation, after),
        caveats=_list_caveats(evaluation, (before, after), promised),
    )


def find_day(cycle: ReflectiveCycle) -> datetime.date | None:
    """Find the last day on which a round may have been held; nothing where nobody wrote it down."""
    days = [one.on.latest() for one in cycle.responses if one.on is not None]
    return max((day for day in days if day is not None), default=None)


def _is_told_between(
    influence: Influence, since: datetime.date | None, until: datetime.date | None
) -> bool:
    if influence.told_back is None or since is None or until is None:
        return False
    first, last = influence.told_back.earliest(), influence.told_back.latest()
    return first is not None and last is not None and since < last and first <= until


def _list_caveats(
    evaluation: Evaluation,
    rounds: tuple[ReflectiveCycle, ReflectiveCycle],
    promised: tuple[Action, ...],
) -> Iterator[str]:
    undated = [one.title for one in rounds if find_day(one) is None]
    if undated:
        yield (
            f"Nobody wrote down when this was held: {'; '.join(undated)}. So nothing can be said "
            "of curves, or of what people were told, in between."
        )
    elif evaluation.baselines:
        yield (
            "At each round a curve is judged from the periods that had ended by then; some of "
            "those values may have become known later, or have been corrected since."
        )
    open_ended = [one for one in promised if one.status is ActionStatus.STOPPED and not one.reason]
    if open_ended:
        stopped = say_number(len(open_ended), "action")
        yield f"{stopped} stopped, and nobody wrote down why."


def _find_moves(
    evaluation: Evaluation, since: datetime.date | None, until: datetime.date | None
) -> Iterator[CurveMove]:
    if since is None or until is None:
        return
    before, after = _judge(evaluation, since), _judge(evaluation, until)
    names = {one.id: one.name for one in evaluation.series}
    for baseline in evaluation.baselines:
        first, second = before.get(baseline.id), after.get(baseline.id)
        last = first if second is None else second
        if last is not None:
            yield CurveMove(
                baseline=baseline.id,
                series=baseline.series,
                name=names[baseline.series],
                before=None if first is None else first.verdict,
                after=None if second is None else second.verdict,
                sentence=last.sentence,
            )


def _judge(evaluation: Evaluation, day: datetime.date) -> "dict[str, CurveAnswer]":
    """Judge each curve that can be judged from what there was on a day."""
    from obamodel.stats.turning.evaluations import assess_evaluation

    series = [_cut(one, day) for one in evaluation.series]
    families: dict[str, list[Baseline]] = {}
    for baseline in evaluation.baselines:
        frozen_on = baseline.frozen.on.latest()
        if frozen_on is not None and frozen_on <= day:
            together = baseline.family or f"alone {baseline.id}"
            families.setdefault(together, []).append(evolve(baseline, replaces=""))
    answers: dict[str, CurveAnswer] = {}
    for family in families.values():
        try:
            # By itself: what stands in the way of one family does not stand in the others'.
            alone = Evaluation(
                id=evaluation.id, title=evaluation.title, series=series, baselines=family
            )
            answers |= {one.baseline.id: one for one in assess_evaluation(alone)}
        except InvalidError:
            continue
    return answers


def _cut(series: Series, day: datetime.date) -> Series:
    kept = [one for one in series.observations if one.period.end <= day]
    return evolve(series, observations=kept, about=())
