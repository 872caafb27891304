"""
Totals that say what they are
=============================

Twelve people came to a session, and four of those twelve to a second one. That is sixteen places
taken, and twelve people. The library keeps the two apart, and says how sure a total is.
"""

import obamodel as oba

evaluation = oba.load_example("mime")
training = oba.choose_counts(evaluation, oba.ActivityKind.TRAINING)
for count in training:
    print(f"{count.of}: {count.quantity}")

# %%
# How many places were taken? Some of the counts are only about right, so the sum is, too.

places = oba.total_places(training)
print(places)
for caveat in places.caveats:
    print("-", caveat)

# %%
# How many different people were there? Nobody wrote that down, so there is no one number. There is
# a lowest and a highest.

people = oba.bound_people(training)
print(people)
for caveat in people.caveats:
    print("-", caveat)

# %%
# Attendances are not people, and things are neither. What takes no place cannot be added up.

towns = evaluation.find("count-training-towns")
try:
    oba.total_places([*training, towns])
except oba.InvalidError as error:
    print(error)

# %%
# What leaves the house goes through one door. Small numbers of people are held back there, unless
# the very number was public before, as MIME's were.

table = oba.publish_counts(training, title="Who came to training")
oba.plots.counts(table)
for row in table.rows:
    print(" | ".join(row.cells))
