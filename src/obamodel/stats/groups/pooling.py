"""What if small groups are taken together, or several years?"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.fields import show
from obamodel.domain.periods import Frequency
from obamodel.domain.series import Series, SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.stats.answers import join_names, say_number
from obamodel.stats.groups.adding import add_up, find_what_cannot_be_added, take_part
from obamodel.stats.groups.over_time import (
    add_observations,
    find_what_stops_adding,
    mark_breaks,
    name_after,
    say_how_added,
)


def pool_years(series: Series, years: int, *, rolling: bool = False) -> Series:
    """Take several years together, by the kind of measure, so that more people stand behind each.

    Parameters
    ----------
    series
        A series of single years.
    years
        How many to take together, 2 or more.
    rolling
        Whether each value steps on by one year and shares the others with the next. Without, years
        are taken together once each, from the latest backwards; the earliest are left out where
        they do not make up a whole lot, and the note says so.

    Returns
    -------
    Series
        Of pooled years. A value is missing, with the reason, where one of its years is.

    Raises
    ------
    InvalidError
        When the kind cannot be added up, or its periods are no single years.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity
    >>> calls = Series.from_dict(
    ...     {"2009": 3, "2010": 4, "2011": 5, "2012": 2}, id="calls", name="Calls",
    ...     kind=SeriesKind.COUNT, unit="calls", polarity=Polarity.NONE, frequency="year",
    ... )
    >>> pooled = pool_years(calls, 2)
    >>> [period.in_words() for period in pooled.periods], pooled.values
    (['2009 to 2010', '2011 to 2012'], (7, 7))
    """
    filled = series.with_gaps_as_missing("nothing is said of it") if series.gaps else series
    faults = list(find_what_stops_adding(filled))
    faults += _find_faults_of_pooling(filled, years)
    if faults:
        raise InvalidError(f"pooled years of {series.id}", faults)
    each = filled.observations
    step = 1 if rolling else years
    left_out = 0 if rolling else len(each) % years
    starts = range(left_out, len(each) - years + 1, step)
    lots = [each[start : start + years] for start in starts]
    pooled = [
        add_observations(filled, lot, evolve(lot[0].period, years=years, written=""))
        for lot in lots
    ]
    # Of years that roll on, only the last is new in each.
    news = [lots[0], *([lot[-1:] for lot in lots[1:]] if rolling else lots[1:])]
    note = f"Each value is for {years} years together. {say_how_added(series.kind)}"
    if left_out:
        gone = [str(one.period) for one in each[:left_out]]
        note += f" {join_names(gone)} {'is' if left_out == 1 else 'are'} left out."
    return evolve(
        filled,
        id=name_after(series.id, f"{years}-years"),
        name=f"{series.name}, {years} years together",
        observations=mark_breaks(pooled, news),
        note=" ".join(filter(None, [series.note, note])),
    )


def _find_faults_of_pooling(series: Series, years: int) -> Iterator[Fault]:
    if type(years) is not int or years < 2:
        mend = "say how many years to take together: 2 or more"
        yield Fault("bad-window", f"found {show(years)}", mend, path=("years",))
        return
    if not series.observations:
        return
    first = series.periods[0]
    if series.frequency is not Frequency.YEAR or series.years > 1:
        yield Fault(
            "no-single-years",
            f"each of its periods is {first.kind_in_words}, and no single year",
            "give a series of years; add months or quarters up to years first "
            "(sum_year_to_date, and the last of each year)",
            path=("observations", 0, "period"),
        )
    elif len(series.observations) < years:
        number = say_number(len(series.observations), "year")
        found = f"it has {number}, and {years} are to be taken together"
        yield Fault("too-few-periods", found, "take fewer together", path=("years",))


def pool_parts(breakdown: Breakdown, pools: Mapping[str, Iterable[str]]) -> Breakdown:
    """Take parts of a breakdown together under new names, by the kind of measure.

    Parts that are not named stay as they are, and the total stays what it was. A pool that holds a
    part without a number has none either, and says why.

    Parameters
    ----------
    breakdown
        A breakdown whose parts exclude each other.
    pools
        For each new name, the parts it takes together.

    Returns
    -------
    Breakdown
        With its id lengthened by ``-pooled``. Its numbers are new ones, so it does not say that
        they are published.

    Raises
    ------
    InvalidError
        When parts cannot be taken together; it names each, with the reason.

    Examples
    --------
    >>> from obamodel.domain.breakdowns import Trait
    >>> from obamodel.domain.quantities import Counted
    >>> who_came = Breakdown(
    ...     id="who-came", name="Who came", of="people who came to a course",
    ...     counted=Counted.PEOPLE, by="where they live", trait=Trait.SMALL_PLACE,
    ...     overlap=Overlap.EXCLUSIVE, complete=True,
    ...     parts=[
    ...         Part(name="Basildon", number=12),
    ...         Part(name="Thurrock", number=5),
    ...         Part(name="Southend", number=3),
    ...     ],
    ... )
    >>> pooled = pool_parts(who_came, {"Thurrock and Southend": ["Thurrock", "Southend"]})
    >>> [str(part) for part in pooled.parts]
    ['Basildon: 12', 'Thurrock and Southend: 8']
    """
    wanted = {new: _as_names(old) for new, old in pools.items()}
    faults = list(_find_faults(breakdown, wanted))
    if faults:
        raise InvalidError(f"pooled parts of {breakdown.id}", faults)
    pool_of = {name: new for new, old in wanted.items() for name in old}
    parts: list[Part] = []
    done: set[str] = set()
    for part in breakdown.parts:
        new = pool_of.get(part.name)
        if new is None:
            parts.append(part)
        elif new not in done:
            done.add(new)
            parts.append(_pool(breakdown, new, wanted[new]))
    told = "; ".join(f"{new} is {join_names(old)}" for new, old in wanted.items())
    note = f"Taken together: {told}."
    return evolve(
        breakdown,
        id=name_after(breakdown.id, "pooled"),
        parts=tuple(parts),
        published="",
        note=" ".join(filter(None, [breakdown.note, note])),
    )


def _as_names(names: Iterable[str]) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


def _find_faults(breakdown: Breakdown, pools: Mapping[str, list[str]]) -> Iterator[Fault]:
    known = {part.name: part for part in breakdown.parts}
    listed = ", ".join(show(name) for name in known)
    if not pools:
        mend = f"name new parts and what they take together, of: {listed}"
        yield Fault("nothing-to-pool", "no pool is given", mend)
    if breakdown.overlap is Overlap.OVERLAPPING:
        yield Fault(
            "counted-twice",
            "one can be in more than one part, and nobody knows how many are in two of them",
            "ask combine_parts between which numbers they lie, or count them again as one group",
            path=("overlap",),
        )
    pooled_in: dict[str, str] = {}
    staying = set(known) - {name for names in pools.values() for name in names}
    for new, names in pools.items():
        if not new.strip():
            yield Fault("blank", f"found {show(new)}", "give the pool a name", path=(new,))
        elif new in staying:
            found = f"{show(new)} is a part that is not in the pool"
            yield Fault("named-twice", found, "give the pool another name", path=(new,))
        if not names:
            yield Fault("no-parts", "it takes nothing together", "name its parts", path=(new,))
        for place, name in enumerate(names):
            if name not in known:
                yield Fault(
                    "unknown-part",
                    f"found {show(name)}",
                    f"name some of: {listed}",
                    path=(new, place),
                )
            elif name in pooled_in:
                yield Fault(
                    "counted-twice",
                    f"{show(name)} is already in {show(pooled_in[name])}",
                    "name it once",
                    path=(new, place),
                )
            else:
                pooled_in[name] = new
    counted = [known[name] for name in pooled_in if known[name].is_counted]
    yield from find_what_cannot_be_added(
        breakdown.kind, [take_part(breakdown, part) for part in counted]
    )


def _pool(breakdown: Breakdown, new: str, names: list[str]) -> Part:
    together = [part for part in breakdown.parts if part.name in names]
    gone = [part for part in together if not part.is_counted]
    notes = "; ".join(part.note for part in together if part.note)
    if gone:
        return _pool_uncounted(new, together, gone, notes)
    found = add_up(breakdown.kind, breakdown.per, [take_part(breakdown, part) for part in together])
    # Out of nobody there is no mean: nothing was found, and nothing was lost.
    whole = found.number == int(found.number) and all(part.number is not None for part in together)
    is_count = breakdown.kind is SeriesKind.COUNT
    return Part(
        name=new,
        number=int(found.number) if whole else None,
        out_of=None if is_count or found.out_of is None else int(found.out_of),
        value=None if whole else found.value,
        note=notes,
    )


def _pool_uncounted(new: str, together: list[Part], gone: list[Part], notes: str) -> Part:
    states = {part.state for part in gone}
    state = states.pop() if len(states) == 1 else PartState.UNKNOWN
    bases = [part.out_of for part in together]
    known = [base for base in bases if base is not None]
    told = "; ".join(f"{part.name} is {part.state}: {part.reason}" for part in gone)
    return Part(
        name=new,
        state=state,
        reason=told,
        out_of=sum(known) if len(known) == len(bases) else None,
        note=notes,
    )
