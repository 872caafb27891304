"""
Every area at once
==================

A public download holds the same indicator for hundreds of areas. This script reads it as it is,
asks of every area whether its curve has turned since 2019, and keeps the answers as a tidy table.

Here it writes a small file of made-up numbers first, so that it runs anywhere. Name a file of your
own in the environment variable ``AREAS_FILE``, such as the smoking rates of all English areas from
Fingertips (Office for Health Improvement and Disparities), with the columns ``area_code``,
``period`` and ``value``.
"""

import os
from pathlib import Path

import numpy as np

import obamodel as oba

file = Path(os.environ.get("AREAS_FILE", "made-up-areas.csv"))
if not file.exists():
    generator = np.random.default_rng(10)
    rows = ["area_code,period,value"]
    for area in range(1, 31):
        # Every third of these areas comes down faster from 2019 on; one number was not published.
        for year in range(2005, 2025):
            faster = 1.5 * max(0, year - 2018) if area % 3 == 0 else 0
            value = 25 - 0.5 * (year - 2005) - faster + generator.normal(0, 0.7)
            rows.append(
                f"A{area:02},{year},{value:.1f}" if (area, year) != (7, 2012) else "A07,2012,NA"
            )
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")

# %%
# Nothing is guessed on the way: what a cell means is decided for the column as a whole, and said.
# What has no number stays a gap, and is never a zero.

frame = oba.read_panel(file, by="area_code")
for decided in frame.attrs["decided"]:
    print(decided)
print(
    f"{len(frame)} rows, {frame['area_code'].nunique()} areas, {frame['value'].isna().sum()} gaps"
)

# %%
# Each area is held against where it was heading in 2018. Which way is good is for us to say: no
# file says it. An area with too few numbers gets no verdict, and that is an answer too.

judged = oba.assess_panel(frame, by="area_code", starts=2019, high_is_good=False, gaps="missing")
for verdict, number in judged["verdict"].value_counts().items():
    if number:
        print(f"{verdict}: {number}")

# %%
# With so many areas, some would seem to have turned by luck alone. The answers belong together, and
# are to be looked into, not published as they are: see *How often is it wrong?*. The tidy table has
# one row for each area.

judged.to_csv("verdicts.csv", index=False)
print(judged.head(3).to_string(index=False))
