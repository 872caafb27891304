"""What every picture does alike: drawn on axes, written as SVG, told in words."""

import inspect
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import evolve, frozen

from obamodel.domain.series import Series
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.canvas import draw
from obamodel.plots.drawing import Drawing, move
from obamodel.plots.lettering import set_text, tidy
from obamodel.plots.picture_table import PictureTable
from obamodel.plots.style import GAP, INK, MARGIN, PAGE_WIDTH
from obamodel.plots.svg import write_svg
from obamodel.plots.wording import choose_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Thing = TypeVar("Thing")
Arrange = Callable[[Thing, Vocabulary, float], Drawing]
Describe = Callable[[Thing, Vocabulary], str]
Tabulate = Callable[[Thing, Vocabulary], PictureTable | None]

NOT_FOR_PUBLICATION = "Not for publication."
_PARAMETERS = """
Parameters
----------
thing
    {takes}
ax
    The axes to draw on; without them, pyplot opens a figure of the size the picture needs.
    On axes too small for it, the picture is drawn smaller.
vocabulary
    The group's own words; the usual ones stand in for what it has no word for.

Returns
-------
matplotlib.axes.Axes
    The axes that were drawn on. Nothing is shown.
"""


def picture(
    describe: Describe[Thing],
    *,
    takes: type[Thing],
    shows: Callable[[Thing], Iterable[Series]] = lambda _: (),
    tabulate: Tabulate[Thing] = lambda _, __: None,
) -> Callable[[Arrange[Thing]], "Picture[Thing]"]:
    """Make a picture of a function that arranges one.

    Parameters
    ----------
    describe
        Says in one to three plain sentences what the picture shows.
    takes
        The class of what it draws; anything else is refused by name.
    shows
        The series whose numbers it shows: where one is not public, the picture says of itself
        that it is not for publication.
    tabulate
        Says the same in a table; nothing where there is nothing to set in rows.
    """

    def make(arrange: Arrange[Thing]) -> Picture[Thing]:
        return Picture(
            takes=takes, describe=describe, arrange=arrange, shows=shows, tabulate=tabulate
        )

    return make


@frozen(eq=False, slots=False)
class Picture(Generic[Thing]):
    """A picture of one object or answer.

    Call it to draw on axes; ``alt_text`` says in words what it shows, ``table`` in a table, and
    ``svg`` writes it for a page.

    Parameters
    ----------
    takes
        The class of what it draws.
    describe
        Says in one to three sentences what the picture shows.
    arrange
        Arranges the picture on a page of some width, or wider where that is too narrow.
    shows
        The series whose numbers it shows.
    tabulate
        Says the same in a table.
    """

    takes: type[Thing]
    describe: Describe[Thing]
    arrange: Arrange[Thing]
    shows: Callable[[Thing], Iterable[Series]]
    tabulate: Tabulate[Thing]

    def __attrs_post_init__(self) -> None:
        # What makes Python, and the tools that write documentation, see a function.
        vars(self).update(
            __module__=self.arrange.__module__,
            __name__=self.arrange.__name__,
            __qualname__=self.arrange.__qualname__,
            __doc__=self._write_documentation(),
            __wrapped__=self.arrange,
            __signature__=self._write_signature(),
        )

    def __call__(
        self,
        thing: Thing,
        /,
        *,
        ax: "Axes | None" = None,
        vocabulary: Vocabulary | None = None,
    ) -> "Axes":
        """Draw it on axes and return them; nothing is shown."""
        self._refuse_others(thing)
        words = choose_words(vocabulary)
        return draw(lambda width: self._arrange(thing, words, width), ax)

    def __get__(self, instance: object, owner: type | None = None) -> "Picture[Thing]":
        """Return the picture itself; what has this method is documented as functions are."""
        return self

    def alt_text(self, thing: Thing, /, vocabulary: Vocabulary | None = None) -> str:
        """Say in one to three plain sentences what the picture shows."""
        self._refuse_others(thing)
        said = tidy(self.describe(thing, choose_words(vocabulary)))
        return said if self._is_public(thing) else f"{NOT_FOR_PUBLICATION} {said}"

    def svg(self, thing: Thing, /, vocabulary: Vocabulary | None = None) -> str:
        """Write the picture as one SVG element, the same at every run."""
        return write_svg(self.drawing(thing, vocabulary), self.alt_text(thing, vocabulary))

    def drawing(self, thing: Thing, /, vocabulary: Vocabulary | None = None) -> Drawing:
        """Arrange the picture on a page, for whoever writes it in a form of their own."""
        self._refuse_others(thing)
        return self._arrange(thing, choose_words(vocabulary), PAGE_WIDTH)

    def table(self, thing: Thing, /, vocabulary: Vocabulary | None = None) -> PictureTable | None:
        """Say what the picture shows in a table; nothing where it shows nothing but words."""
        self._refuse_others(thing)
        made = self.tabulate(thing, choose_words(vocabulary))
        if made is None:
            return None
        stamp = () if self._is_public(thing) else (NOT_FOR_PUBLICATION,)
        return PictureTable(
            columns=map(tidy, made.columns),
            rows=[tuple(map(tidy, row)) for row in made.rows],
            notes=map(tidy, (*stamp, *made.notes)),
        )

    def _is_public(self, thing: Thing) -> bool:
        return all(series.is_public for series in self.shows(thing))

    def _arrange(self, thing: Thing, words: Vocabulary, width: float) -> Drawing:
        drawing = self.arrange(thing, words, width)
        return drawing if self._is_public(thing) else _stamp(drawing)

    def _write_signature(self) -> inspect.Signature:
        written = inspect.signature(self.__call__)
        thing, *others = written.parameters.values()
        return written.replace(parameters=[thing.replace(annotation=self.takes), *others])

    def _write_documentation(self) -> str:
        takes = f"One :class:`~{self.takes.__module__}.{self.takes.__name__}`."
        written = inspect.cleandoc(self.arrange.__doc__ or "")
        before, heading, after = written.partition("Examples\n--------")
        return f"{before.rstrip()}\n{_PARAMETERS.format(takes=takes)}\n{heading}{after}".rstrip()

    def _refuse_others(self, thing: object) -> None:
        if not isinstance(thing, self.takes):
            raise TypeError(
                f"{self.arrange.__name__} draws one {self.takes.__name__}; "
                f"found {type(thing).__name__}"
            )


def _stamp(drawing: Drawing) -> Drawing:
    """Put a line over a picture that says it is not for publication."""
    words = set_text(NOT_FOR_PUBLICATION, drawing.width - 2 * MARGIN, bold=True, colour=INK)
    down = words.height + GAP
    return evolve(
        drawing,
        height=drawing.height + down,
        items=(*words.put(MARGIN, MARGIN), *move(drawing.items, 0, down)),
    )
