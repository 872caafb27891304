"""What is published is attacked as its readers have it."""

import pytest
from attrs import evolve

from obamodel.disclosure.auditing import audit_release, find_ranges
from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.breakdowns import Trait
from obamodel.domain.protection import Preset
from obamodel.domain.publishing import Mark
from obamodel.domain.releases import Release, ReleasedCell
from tests.disclosure.small_tables import choose, make_crosstab, make_list

CMS = choose(Preset.CMS11)


def publish_carelessly() -> Release:
    """Hide the 2 alone, beside a total that gives it back."""
    release = publish_tables([make_list({"A": 150, "B": 80, "C": 2})], CMS)
    cells = [
        ReleasedCell(at=["B"], number=80) if cell.at == ("B",) else cell
        for cell in release.counts[0].cells
    ]
    return evolve(release, counts=[evolve(release.counts[0], cells=cells)])


def test_a_release_that_gives_a_number_away_does_not_pass() -> None:
    audit = audit_release(publish_carelessly())
    assert not audit.is_safe
    assert audit.exposed == ("place: c",)
    assert str(audit) == "Can be worked out: place: c."
    (found,) = find_ranges(publish_carelessly()).values()
    assert (found.least, found.most) == (2, 2)


def test_a_release_that_gives_nothing_away_passes_and_says_how_wide() -> None:
    audit = audit_release(publish_tables([make_list({"A": 150, "B": 80, "C": 2})], CMS))
    assert audit.is_safe
    assert str(audit) == (
        "Audited: 2 numbers hidden; each could be at least 3 different values, even for a reader "
        "who knows the rule."
    )


def test_an_audit_that_cannot_be_finished_is_not_passed() -> None:
    release = publish_tables([make_crosstab([[20, 3, 31], [40, 50, 66], [2, 71, 18]])], CMS)
    audit = audit_release(release, solves=1)
    assert (audit.finished, audit.is_safe) == (False, False)
    assert str(audit) == "The audit could not be finished."


def test_an_earlier_release_is_part_of_what_readers_know() -> None:
    first = publish_tables([make_list({"A": 150, "B": 80, "C": 2})], CMS)
    cells = [
        cell if cell.mark is Mark.WITHHELD else ReleasedCell(at=cell.at, number=cell.number)
        for cell in first.counts[0].cells
    ]
    cells = [ReleasedCell(at=["B"], number=80) if cell.at == ("B",) else cell for cell in cells]
    later = evolve(first, counts=[evolve(first.counts[0], cells=cells[:2])])
    # Nothing is hidden in it, and yet it gives the 2 of the first release back.
    assert audit_release(later).is_safe
    assert audit_release(later, [first]).exposed == ("place: c",)


def test_where_nothing_is_sensitive_there_is_nothing_to_audit() -> None:
    release = publish_tables([make_list({"A": 2}, trait=Trait.OTHER)], CMS)
    assert str(audit_release(release)) == (
        "Audited: no number is hidden, and no small one can be worked out."
    )


def test_an_audit_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(audit_release(publish_carelessly()))
