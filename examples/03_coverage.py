"""
Which factors inform which indicators?
======================================

MIME is judged by eleven factors and has five indicators. Does every indicator have a factor that
informs it, and does every factor serve an indicator?
"""

import obamodel as oba

evaluation = oba.load_example("mime")
coverage = oba.map_coverage(evaluation)
print(coverage)

# %%
# The picture has a row for each factor and a column for each indicator.

oba.plots.coverage(coverage)

# %%
# The same in words, for readers who do not see the picture.

print(oba.plots.coverage.alt_text(coverage))

# %%
# One indicator has no factor. What is there for it? What people said goes through the door that
# everything goes through before it leaves the house: it opens for what may be shown.

print("Evidence for indicator 5:", ", ".join(coverage.evidence["indicator-5"]))
for voice in oba.publish_voices(evaluation).feedback:
    if "5" in voice.bears_on:
        print("-", voice.gist)

# %%
# As a table, for work in pandas.

print(coverage.to_frame().query("informs").groupby("indicator").size())
