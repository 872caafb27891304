"""Where the rules come from."""

PRACTICE = "practice in the field"

# Choosing what is wanted and how it would be recognised
OUTCOME_STEP = "A-HELP results accountability guide (ahelp.org), population step 2: outcomes"
EXPERIENCE_STEP = "A-HELP results accountability guide (ahelp.org), population step 3: experience"
INDICATOR_STEP = "A-HELP results accountability guide (ahelp.org), population step 4: indicators"
BASELINE_STEP = "A-HELP results accountability guide (ahelp.org), population step 5: baselines"
TWO_ACCOUNTABILITIES = "Friedman, results accountability guide (raguide.org), 3.7"
INDICATORS_FALL_SHORT = "Northern Ireland Assembly research (2021), on population accountability"

# How a service does
QUADRANTS = "Friedman, results accountability guide (raguide.org), 3.8: the four quadrants"
EXAMPLES_OF_MEASURES = "Friedman, results accountability guide (raguide.org), 3.11: measures"
HEADLINES = "Friedman, results accountability guide (raguide.org), 3.12: choosing headlines"
SORTING = "resultsaccountability.com: a measure belongs to the question it answers"
SEVEN_QUESTIONS = "Friedman's seven performance accountability questions (clearimpact.com)"
NOT_ONE_ALONE = "Lowe, on why no one organisation delivers an outcome"

# From talk to action
STEPS = "Friedman's turn-the-curve steps (clearimpact.com)"
STORY = "Friedman, the story behind the data (clearimpact.com)"
FIVE_WHYS = "equity data handbook (California Water Boards), on asking why"
RANKING = "equity data handbook (California Water Boards), after GARE, on ranking actions"
WHO_IS_MISSING = "equity data handbook (California Water Boards), on who tells the story"

# Involving people
CLOSING_THE_LOOP = "South Australia, Better Together: telling people what was done, and why not"
GRIPP2 = "Staniszewska and others (2017), GRIPP2"
FOUR_PI = "NSUN, 4Pi National Involvement Standards: presence and impact"
STANDARDS = "UK Standards for Public Involvement (2019)"
WHO_TAKES_PART = "Vocal, Manchester: comparing those who take part with the whole population"
REFLECTION = "Schön (1983), and the cycles made after him"

# Words
LANGUAGE = "Friedman, results accountability guide (raguide.org): diagnosing language usage"
