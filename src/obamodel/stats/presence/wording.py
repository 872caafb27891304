"""How are shares and chances said, in words a twelve-year-old can follow?"""

from obamodel.stats.intervals.wording import write_figure


def write_percent(share: float) -> str:
    """Write a share between 0 and 1 in per cent.

    Examples
    --------
    >>> write_percent(0.125), write_percent(0.2), write_percent(0.00041), write_percent(0.0)
    ('12.5%', '20%', '0.041%', '0%')
    """
    return f"{write_figure(round(100 * share, 10))}%"


def say_one_in(chance: float) -> str:
    """Say how often something would come about by chance.

    Examples
    --------
    >>> say_one_in(0.0152)
    'about 15 times in 1,000'
    >>> say_one_in(0.0004), say_one_in(0.9998)
    ('less than once in 1,000 times', 'nearly always')
    """
    times = round(1000 * chance)
    if times < 1:
        return "less than once in 1,000 times"
    if times >= 1000:
        return "nearly always"
    return f"about {'once' if times == 1 else f'{times} times'} in 1,000"
