"""Questions answered with numbers, one question a file."""

from obamodel.stats.coverage import Coverage, Informed, map_coverage
from obamodel.stats.totals import PeopleRange, PlacesTotal, bound_people, total_places

__all__ = [
    "Coverage",
    "Informed",
    "PeopleRange",
    "PlacesTotal",
    "bound_people",
    "map_coverage",
    "total_places",
]
