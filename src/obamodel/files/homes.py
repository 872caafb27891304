"""In which file of an evaluation folder does each thing live?"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from obamodel.errors import find_nearest

SCHEMA_KEY = "schema_version"
SCHEMA_VERSION = 1

MAIN_FILE = "evaluation.toml"
COUNTS_FILE = "counts.csv"
SERIES_FILE = "series.toml"
POINTS_FILE = "points.csv"
BASELINES_FILE = "baselines.toml"
POINTS_KEY = "observations"
"""The key of a series that its file of words lacks, for points have a table of their own."""

HOMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        MAIN_FILE: (
            *(SCHEMA_KEY, "id", "title", "summary", "framework", "framework_reason"),
            *("background", "drivers", "challenges", "conclusion", "source"),
            *("services", "customers", "protection"),
        ),
        "people.toml": ("populations", "responsible_bodies", "partners"),
        "outcomes.toml": ("outcomes", "indicators", "curves"),
        "factors.toml": ("factor_groups", "factors"),
        "measures.toml": ("measures",),
        "choices.toml": ("choices",),
        COUNTS_FILE: ("counts",),
        "breakdowns.toml": ("breakdowns",),
        SERIES_FILE: ("series",),
        # The points of the series, which have no key of their own.
        POINTS_FILE: (),
        BASELINES_FILE: ("baselines",),
        "targets.toml": ("targets",),
        "activities.toml": (
            *("activities", "groups_reached", "access_adjustments", "safeguards"),
            *("eligibility", "products"),
        ),
        "feedback.toml": ("feedback",),
        "influence.toml": ("influences", "changes", "contributions"),
        "turn-the-curve.toml": ("stories", "ideas", "actions"),
        "reflection.toml": ("cycles", "question_sets", "lessons", "success_factors"),
        "recommendations.toml": ("recommendations", "requests", "risks"),
        "method.toml": (
            *("assessments", "stages", "versions", "timeline", "citations", "abbreviations"),
            "losses",
        ),
        "words.toml": ("vocabulary",),
        "plain-words.toml": ("plain_words", "easy_read_checks"),
        "review.toml": ("waivers",),
    }
)
"""What each file holds, as keys at its top; every key has exactly one home."""

_HOME_OF = {key: file for file, keys in HOMES.items() for key in keys}


def find_home(key: str) -> str | None:
    """Return the name of the file that holds a key, or nothing where no file does.

    Examples
    --------
    >>> find_home("factors")
    'factors.toml'
    """
    return _HOME_OF.get(key)


def suggest_key(key: str, known: Iterable[str]) -> str:
    """Say which key was probably meant, or which there are.

    Examples
    --------
    >>> suggest_key("lable", ["label", "name"])
    'did you mean "label"?'
    """
    known = tuple(known)
    nearest = find_nearest(key, known)
    if nearest:
        return f'did you mean "{nearest}"?'
    return "the keys here are: " + ", ".join(known)
