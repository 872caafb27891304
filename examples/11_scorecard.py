"""
A scorecard of many areas
=========================

When there are many curves, a table shows them side by side: where each is now, where it was
heading, how far it has come from there, and what can be said of it. This script makes one for
twenty areas, as a page to print and as a page to search and sort that can be sent by e-mail.

The numbers are made up, so that it runs anywhere.
"""

from pathlib import Path

import numpy as np
import pandas as pd

import obamodel as oba
from obamodel.report.scorecard import Band, make_area_scorecard, print_interactive, write_scorecard

# %%
# First the series: 20 years of each of 20 areas. Every fifth area comes down faster from 2019 on,
# and one stops counting in 2021.

generator = np.random.default_rng(11)
series = []
for number in range(1, 21):
    values = {}
    for year in range(2005, 2025 if number != 7 else 2022):
        faster = 1.5 * max(0, year - 2018) if number % 5 == 0 else 0.0
        values[str(year)] = round(25 - 0.5 * (year - 2005) - faster + generator.normal(0, 0.5), 1)
    series.append(
        oba.Series.from_dict(
            values,
            id=f"area-{number:02}",
            name=f"Area {number:02}",
            kind=oba.SeriesKind.SHARE,
            unit="%",
            per=100,
            polarity=oba.Polarity.LOW,
            published="made up for this example",
        )
    )

# %%
# For each, somebody freezes where it was heading in 2018. The curves are judged together: where
# many are looked at, one may turn by luck.

curves = [
    (
        oba.freeze_baseline(
            one,
            until="2018",
            periods=6,
            as_of="2019-03",
            author="Data group",
            because="Nothing new was planned when we looked.",
        ),
        one,
    )
    for one in series
]
answers = oba.assess_family("All twenty areas", curves)

# %%
# A scorecard is made for a day, which is given and never looked up: on that day a figure is old if
# a newer one should have been there. Who is to act is asked for where you say who it is.

owners = {one.id: "Public health team" for one in series[:15]}
scorecard = make_area_scorecard(
    answers,
    as_of="2025-11-23",
    title="Adults who smoke, in twenty areas",
    subtitle="Made-up figures",
    measured="Adults who smoke",
    owners=owners,
    notes=["The figures are made up."],
)
print(pd.Series([str(row.verdict) for row in scorecard.rows]).value_counts().to_string())
for row in scorecard.rows:
    if row.is_stale:
        print(f"{row.area}: the newest figure is for {row.freshness.newest}")

# %%
# The first page is a document like any other, to print or to hand on in Word or Excel. The second
# has the one script that anything here has: it can be searched and sorted with mouse or keyboard,
# it needs no network, and without the script it is a plain table.

oba.report.save(write_scorecard(scorecard), "scorecard.html")
Path("scorecard-to-search.html").write_text(print_interactive(scorecard), encoding="utf-8")

# %%
# No row is red, amber or green. A group that wants bands says what they are called, where they end,
# what they mean and who said so, and that is printed beside the table.

judged = oba.Judgement(
    author="Health board", on=oba.PartialDate.parse("2024-05"), reason="As in the ten-year plan."
)
bands = [
    Band(name="low", definition="Where the plan wants to be.", below=8, judged=judged),
    Band(name="not yet low", definition="The others.", at_least=8, judged=judged),
]
banded = make_area_scorecard(
    answers, as_of="2025-11-23", title="Adults who smoke, with bands", bands=bands
)
print([row.area for row in banded.rows if row.band == "low"])
