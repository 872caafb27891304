"""Which plain words may be shown?"""

from collections.abc import Iterator, Mapping

from attrs import evolve

from obamodel.disclosure.identifiers import remove_identifiers
from obamodel.domain.easy_read import PlainWords
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.quantities import Precision


def keep_plain_words(
    evaluation: Evaluation, voices: Mapping[str, str | None]
) -> Iterator[PlainWords]:
    """Keep the plain words about what may be shown.

    What a voice says in plain words is as private as the voice itself, and what is said of a
    number that is hidden may give it away: they go with what they are about. The others are
    cleaned of what would lead to a person where they tell what a person said.

    Parameters
    ----------
    evaluation
        The evaluation, its small numbers hidden already.
    voices
        For each voice, story and change its name in the release, or none where it is left out.

    Examples
    --------
    >>> list(keep_plain_words(Evaluation(id="small", title="Small"), {}))
    []
    """
    hidden = {one.id for one in evaluation.counts if one.precision is Precision.WITHHELD}
    for words in evaluation.plain_words:
        if words.about in hidden or voices.get(words.about, "") is None:
            continue
        if words.about in voices:
            yield evolve(words, text=remove_identifiers(words.text))
        else:
            yield words
