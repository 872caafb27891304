"""
Open an evaluation and look around
==================================

An evaluation is a folder of text files. This one comes with the library; your own is opened in the
same way, with ``oba.load("my-evaluation")``.
"""

import obamodel as oba

evaluation = oba.load_example("mime")
print(evaluation.title)
print(evaluation.summary)

# %%
# What is wanted, for whom, and how anybody would recognise it.

population = evaluation.populations[0]
print(f"{population.name}, in {', '.join(population.places)}.")
print(evaluation.outcomes[0].statement)
for indicator in evaluation.indicators:
    print(f"  {indicator.label}. {indicator.statement}")

# %%
# What was delivered. One activity stopped, and the reason is kept with it.

for activity in evaluation.activities:
    if activity.status is oba.ActivityStatus.STOPPED:
        print(f"{activity.name}: {activity.status}. {activity.reason}")

# %%
# Everything has a short name of its own, by which it can be found and referred to.

practice = evaluation.find("count-facilitation-practice")
print(f"{practice.of}: {practice.quantity}")
print(f"They are some of: {evaluation.find(practice.subset_of).of}.")
print(f"Source: {practice.source}.")

# %%
# A date may be known in part, or not at all: then it says why.

for name in ("training-research-module", "training-facilitation", "health-university-event"):
    activity = evaluation.find(name)
    print(f"{activity.name}: {activity.when.in_words()}")
