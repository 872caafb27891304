"""What may leave the house: small numbers, voices and what identifies a person."""

from obamodel.disclosure.breakdowns import publish_breakdowns
from obamodel.disclosure.counts import protect_counts, publish_counts, publish_totals
from obamodel.disclosure.curves import publish_curve
from obamodel.disclosure.evaluations import publish_curves
from obamodel.disclosure.identifiers import find_identifiers, remove_identifiers
from obamodel.disclosure.measures import publish_measures
from obamodel.disclosure.presence import PublishedComparison, publish_presence
from obamodel.disclosure.publishing import Publication, inspect, publish
from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.disclosure.removals import RemovalLog, log_removals
from obamodel.disclosure.series import publish_series
from obamodel.disclosure.small_groups import SmallGroupWarning, warn_of_small_groups
from obamodel.disclosure.voices import PublishedVoice, PublishedVoices, publish_voices
from obamodel.disclosure.withholding import withhold_voices

__all__ = [
    "Publication",
    "PublishedComparison",
    "PublishedVoice",
    "PublishedVoices",
    "RemovalLog",
    "SmallGroupWarning",
    "find_identifiers",
    "inspect",
    "log_removals",
    "protect_counts",
    "publish",
    "publish_breakdowns",
    "publish_counts",
    "publish_curve",
    "publish_curves",
    "publish_measures",
    "publish_presence",
    "publish_series",
    "publish_tables",
    "publish_totals",
    "publish_voices",
    "remove_identifiers",
    "warn_of_small_groups",
    "withhold_voices",
]
