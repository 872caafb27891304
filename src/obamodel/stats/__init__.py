"""Questions answered with numbers, one question a file."""

from obamodel.stats.coverage import Coverage, Informed, map_coverage
from obamodel.stats.totals import (
    PeopleRange,
    PlacesTotal,
    bound_people,
    choose_counts,
    total_places,
)

__all__ = [
    "Coverage",
    "Informed",
    "PeopleRange",
    "PlacesTotal",
    "bound_people",
    "choose_counts",
    "map_coverage",
    "total_places",
]
