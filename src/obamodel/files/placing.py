"""In which order are faults told, and how is their place written?"""

from collections.abc import Iterable

import attrs

from obamodel.errors import Fault
from obamodel.files.showing import show_step


def arrange_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Put faults in the order of their places: by file, by line, by path; none of them twice.

    Examples
    --------
    >>> late = Fault("blank", "it is empty", "fill it", path=("id",), file="a.toml", line=9)
    >>> early = attrs.evolve(late, line=2)
    >>> [fault.line for fault in arrange_faults([late, early, late])]
    [2, 9]
    """
    ordered = sorted(dict.fromkeys(faults), key=_find_order)
    return tuple(attrs.evolve(fault, path=map(show_step, fault.path)) for fault in ordered)


def _find_order(fault: Fault) -> tuple[object, ...]:
    steps = tuple((isinstance(step, str), str(step).zfill(9)) for step in fault.path)
    return (fault.file, fault.line or 0, steps, fault.code)
