"""What would a practitioner ask about the actions?"""

from collections.abc import Iterator

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.evaluation import Evaluation
from obamodel.review import sources
from obamodel.review.findings import Severity
from obamodel.review.noticing import Noticed, notice_some
from obamodel.review.rule import rule
from obamodel.review.wording import list_part, say_part


@rule("no-actions", severity=Severity.GAP, source=sources.STEPS)
def no_actions(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: so what will you do?"""
    if evaluation.ideas and not evaluation.actions:
        yield notice_some(
            "actions",
            "There are ideas of what might work, and nothing was decided.",
            "Choose what to do first, with an owner and a date.",
            evaluation.ideas,
        )


@rule("action-without-owner", severity=Severity.GAP, source=sources.RANKING)
def action_without_owner(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: who will do it?"""
    open_ones = _find_open(evaluation)
    without = [action for action in open_ones if not action.owner]
    if without:
        yield notice_some(
            "actions",
            f"{_say_actions(without, open_ones)} {_has(without)} no owner"
            f"{list_part(without, open_ones)}.",
            "Name a role or a group for each.",
            without,
        )


@rule("action-without-date", severity=Severity.GAP, source=sources.RANKING)
def action_without_date(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: by when?"""
    open_ones = _find_open(evaluation)
    without = [action for action in open_ones if action.by is None or not action.by.is_known]
    if without:
        yield notice_some(
            "actions",
            f"{_say_actions(without, open_ones)} {_has(without)} no date"
            f"{list_part(without, open_ones)}.",
            "Write by when each should be done, if only the season.",
            without,
        )


@rule("action-not-followed", severity=Severity.GAP, source=sources.RANKING)
def action_not_followed(evaluation: Evaluation) -> Iterator[Noticed]:
    """Ask: how will you know that it helped?"""
    open_ones = _find_open(evaluation)
    without = [action for action in open_ones if not action.indicators and not action.measured_by]
    if without:
        yield notice_some(
            "actions",
            f"For {_say_actions(without, open_ones)}, no measure or indicator is named "
            f"that would show any difference{list_part(without, open_ones)}.",
            "Name for each the measure or indicator that should move.",
            without,
        )


def _find_open(evaluation: Evaluation) -> list[Action]:
    over = (ActionStatus.DONE, ActionStatus.STOPPED)
    return [action for action in evaluation.actions if action.status not in over]


def _has(actions: list[Action]) -> str:
    return "has" if len(actions) == 1 else "have"


def _say_actions(some: list[Action], all_of_them: list[Action]) -> str:
    return say_part(len(some), len(all_of_them), "action", "actions")
