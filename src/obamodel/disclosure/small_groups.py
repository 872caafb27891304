"""Would the way something is put down to somebody point to a group of very few?"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import frozen

from obamodel.disclosure.consent import decide_showing
from obamodel.disclosure.group_words import GroupWords, names_group, read_group
from obamodel.disclosure.presets import find_rule
from obamodel.disclosure.shown import choose_changes, choose_feedback, choose_stories
from obamodel.disclosure.standing_rule import find_protection
from obamodel.domain.breakdowns import Breakdown, PartState
from obamodel.domain.dates import DatePrecision, PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.quantities import Count, Counted

DEFAULT_THRESHOLD = 10


class Clue(StrEnum):
    """What points to the group."""

    WHO = "who said it"
    WORDS = "the words themselves"
    DAY = "the day"


_SENTENCES = {
    Clue.WHO: "It is put down to somebody in a way that only very few people share.",
    Clue.WORDS: "It speaks of a group of very few people.",
    Clue.DAY: "It is shown with a day on which only very few people took part.",
}
_MENDS = {
    Clue.WHO: 'Say it more broadly, as in "a member of a community group" or "a member".',
    Clue.WORDS: "Say the group more broadly, as in “a community group”, or ask this person "
    "whether it may be read like this.",
    Clue.DAY: "Say the month, the season or the year instead of the day.",
}


@frozen(kw_only=True)
class SmallGroupWarning:
    """One voice that may lead to a person through a group of very few. It is for the desk.

    The sentence names neither the group nor its number. The warning itself depends on numbers
    that may be withheld, so it is shown to those who publish and is no part of what they publish.

    Parameters
    ----------
    about
        The name of the voice in the evaluation.
    place
        The part of it, such as ``who`` or ``gist``.
    clue
        What points to the group: who said it, the words, or the day.
    group
        The name, in the evaluation, of the group, count or breakdown that has the number.
    sentence
        What may go wrong, in one plain sentence.
    mend
        What to do about it, beginning with a verb.
    """

    about: str
    place: str
    clue: Clue
    group: str
    sentence: str
    mend: str


@frozen
class SmallGroup:
    """A group of very few: its name in the evaluation, and the words that name it."""

    id: str
    words: tuple[GroupWords, ...]


def warn_of_small_groups(
    evaluation: Evaluation, *, threshold: int | None = None
) -> tuple[SmallGroupWarning, ...]:
    """Warn where something that is shown would point to a group of fewer people than a threshold.

    Looked at are who said it as far as that is shown, the words, and the day; in feedback and in
    personal stories of change that may be shown, in who told a story behind a curve, who put a
    view forward and in what role people answered in a reflection. A group is one that was reached
    and counted, one that a count names, or a part of a breakdown. Words are compared, not
    understood: a warning may be wrong, and a group may be spoken of in words that nobody wrote
    down.

    Parameters
    ----------
    evaluation
        The evaluation, with its numbers as they are.
    threshold
        The smallest number of people that singles nobody out; a group of fewer is warned about.
        Where none is given it is 10, or more where the rules that the evaluation chose hide more.

    Returns
    -------
    tuple of SmallGroupWarning
        In the order of the evaluation, one for each voice, part of it, and clue.

    Examples
    --------
    >>> from obamodel.domain.consent import Consent, ConsentState
    >>> from obamodel.domain.feedback import Feedback, FeedbackSource
    >>> few = Count(id="deaf", of="people who are deaf", counted=Counted.PEOPLE, value=3)
    >>> said = Feedback(
    ...     id="form-1", gist="It helped.", who="a deaf member", came_by=FeedbackSource.MEETING,
    ...     given=PartialDate.parse("2011"), consent=Consent(state=ConsentState.NAMED),
    ... )
    >>> small = Evaluation(id="small", title="Small", counts=[few], feedback=[said])
    >>> [(one.about, one.place, one.group) for one in warn_of_small_groups(small)]
    [('form-1', 'who', 'deaf')]
    >>> warn_of_small_groups(small, threshold=3)
    ()
    """
    if threshold is None:
        threshold = max(DEFAULT_THRESHOLD, find_rule(find_protection(evaluation)).guards_to + 1)
    groups = tuple(_find_small_groups(evaluation, threshold))
    days = dict(_find_small_days(evaluation, threshold))
    warnings: dict[tuple[str, str, Clue], SmallGroupWarning] = {}
    for about, place, clue, said in _find_clues(evaluation):
        for group in groups:
            if names_group(said, group.words):
                warnings.setdefault((about, place, clue), _warn(about, place, clue, group.id))
    for about, place, day in _find_days(evaluation):
        if str(day) in days:
            warnings[about, place, Clue.DAY] = _warn(about, place, Clue.DAY, days[str(day)])
    return tuple(warnings.values())


def _warn(about: str, place: str, clue: Clue, group: str) -> SmallGroupWarning:
    return SmallGroupWarning(
        about=about,
        place=place,
        clue=clue,
        group=group,
        sentence=_SENTENCES[clue],
        mend=_MENDS[clue],
    )


# --- groups of very few --------------------------------------------------------------------


def _find_small_groups(evaluation: Evaluation, threshold: int) -> Iterator[SmallGroup]:
    for group in evaluation.groups_reached:
        known = [
            count.value
            for count in evaluation.counts
            if count.group == group.id and count.value and _is_of_people(count)
        ]
        # As many as came at the best attended time belong to the group.
        if known and max(known) < threshold:
            yield SmallGroup(group.id, read_group(group.name))
    for count in evaluation.counts:
        if _is_few(count, threshold):
            yield SmallGroup(count.id, read_group(count.of))
    yield from find_small_parts(evaluation.breakdowns, threshold)


def find_small_parts(breakdowns: Iterable[Breakdown], threshold: int) -> Iterator[SmallGroup]:
    """Find the parts of breakdowns that have fewer people in them than a threshold.

    A part with a share or a mean has as many people as that is out of; one whose number is
    withheld counts as small.
    """
    for breakdown in breakdowns:
        if breakdown.counted is not Counted.THINGS:
            for part in breakdown.parts:
                size = part.number if part.out_of is None else part.out_of
                few = size is not None and 0 < size < threshold
                if few or part.state is PartState.WITHHELD:
                    yield SmallGroup(breakdown.id, read_group(part.name))


def _find_small_days(evaluation: Evaluation, threshold: int) -> Iterator[tuple[str, str]]:
    days = {activity.id: activity.when for activity in evaluation.activities}
    for count in evaluation.counts:
        day = count.when or days.get(count.activity)
        if _is_day(day) and _is_few(count, threshold):
            yield str(day), count.id


def _is_few(count: Count, threshold: int) -> bool:
    return _is_of_people(count) and count.value is not None and 0 < count.value < threshold


def _is_of_people(count: Count) -> bool:
    # So few attendances are no more people.
    return count.counted is not Counted.THINGS


# --- what may point to them ----------------------------------------------------------------


def _find_clues(evaluation: Evaluation) -> Iterator[tuple[str, str, Clue, str]]:
    for said in choose_feedback(evaluation):
        yield said.id, "who", Clue.WHO, said.who
        yield said.id, "gist", Clue.WORDS, said.gist
        yield said.id, "caveat", Clue.WORDS, said.caveat
        for index, other in enumerate(said.recollections):
            yield said.id, f"recollections[{index}].who", Clue.WHO, other.who
            yield said.id, f"recollections[{index}].says", Clue.WORDS, other.says
    for change in choose_changes(evaluation):
        if decide_showing(change.consent).with_who:
            yield change.id, "whose", Clue.WHO, change.whose
        yield change.id, "gist", Clue.WORDS, change.gist
        yield change.id, "caveat", Clue.WORDS, change.caveat
    for story in choose_stories(evaluation):
        for index, teller in enumerate(story.told_by):
            yield story.id, f"told_by[{index}].who", Clue.WHO, teller.who
    for influence in evaluation.influences:
        yield influence.id, "put_by", Clue.WHO, influence.put_by
    for cycle in evaluation.cycles:
        for index, response in enumerate(cycle.responses):
            yield cycle.id, f"responses[{index}].role", Clue.WHO, response.role


def _find_days(evaluation: Evaluation) -> Iterator[tuple[str, str, PartialDate]]:
    for said in choose_feedback(evaluation):
        if _is_day(said.given):
            yield said.id, "given", said.given
    for change in choose_changes(evaluation):
        if change.when is not None and _is_day(change.when):
            yield change.id, "when", change.when


def _is_day(when: PartialDate | None) -> bool:
    return when is not None and when.precision is DatePrecision.DAY
