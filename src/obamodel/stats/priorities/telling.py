"""Who chose what before what, in words?"""

from collections.abc import Iterator, Mapping, Sequence

from obamodel.domain.choices import Choice
from obamodel.domain.judgements import Judgement
from obamodel.stats.answers import MOST_NAMED
from obamodel.stats.priorities.naming import join_candidates


def tell_choices(
    name: str, choices: Sequence[Choice], said: Mapping[str, str], *, in_full: bool
) -> Iterator[str]:
    """Tell what a candidate was chosen before, and what was chosen before it.

    Parameters
    ----------
    name
        The candidate's short name.
    choices
        The choices.
    said
        What each candidate is called in a sentence.
    in_full
        Whether to say when and why.
    """
    over: dict[str, list[str]] = {}
    under: dict[str, list[str]] = {}
    for choice in choices:
        who = _say_who(choice.judged) if in_full else choice.judged.author
        if choice.chosen == name:
            over.setdefault(who, []).extend(said[other] for other in choice.over)
        elif name in choice.over:
            under.setdefault(who, []).append(said[choice.chosen])
    for who, others in over.items():
        yield f"{who} chose it before {_join(others)}"
    for who, others in under.items():
        yield f"{who} chose {_join(others)} before it"


def say_between(others: Sequence[str]) -> str:
    """Say between which candidates and "it" something holds.

    Examples
    --------
    >>> say_between(["A"]), say_between(["A", "B"])
    ('between it and A', 'between it, A and B')
    """
    if len(others) == 1:
        return f"between it and {others[0]}"
    return f"between it, {join_candidates(others, most=MOST_NAMED)}"


def _say_who(judged: Judgement) -> str:
    return f"{judged.author} ({judged.on.in_words()}, “{judged.reason.rstrip('.')}”)"


def _join(others: Sequence[str]) -> str:
    return join_candidates(list(dict.fromkeys(others)), most=MOST_NAMED)
