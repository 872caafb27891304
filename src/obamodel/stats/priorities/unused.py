"""Which choices could not count for the headlines, and why?"""

from collections.abc import Iterator

from obamodel.stats.answers import MOST_NAMED
from obamodel.stats.priorities.naming import join_candidates
from obamodel.stats.priorities.placing import SortedCandidates
from obamodel.stats.priorities.wording import begin_sentence


def list_unused_choices(found: SortedCandidates) -> Iterator[str]:
    """Say where something was chosen before a possible headline, and cannot be one itself.

    Parameters
    ----------
    found
        The candidates on their lists, with the choices.
    """
    by_name = {one.name: one for one in found.candidates}
    ready = set(found.ready.order.names)
    for choice in found.choices:
        chosen = by_name[choice.chosen]
        over = [by_name[name].said for name in choice.over if name in ready]
        if choice.chosen in ready or not over:
            continue
        if chosen.has_good_data:
            why = f"{chosen.set_apart}: it cannot be a headline"
        else:
            why = f"{chosen.data_in_words}: it cannot be a headline before its data are good"
            if chosen.name in found.wanting.running:
                why += ", and is on the agenda"
        yield begin_sentence(
            f"{choice.judged.author} chose {chosen.said} before "
            f"{join_candidates(over, most=MOST_NAMED)}, yet {why}."
        )
