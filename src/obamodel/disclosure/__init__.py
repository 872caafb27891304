"""What may leave the house: small numbers, voices and what identifies a person."""

from obamodel.disclosure.counts import publish_counts, publish_totals
from obamodel.disclosure.measures import publish_measures
from obamodel.disclosure.voices import PublishedVoice, PublishedVoices, publish_voices

__all__ = [
    "PublishedVoice",
    "PublishedVoices",
    "publish_counts",
    "publish_measures",
    "publish_totals",
    "publish_voices",
]
