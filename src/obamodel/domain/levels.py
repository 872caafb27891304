"""High, medium, low: a ranking without numbers, so that nobody averages it."""

from enum import StrEnum


class Level(StrEnum):
    """How much of something a thing has, as people judged it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
