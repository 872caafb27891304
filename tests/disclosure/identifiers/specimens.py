"""Made-up identifiers and plain sentences, written here and not by what looks for them.

Numbers and addresses are made up digit by digit from what the bodies that give them out say:
Ofcom's numbering plan, Royal Mail's postcode format, the NHS Data Dictionary and HMRC's National
Insurance Manual.
"""

from collections.abc import Callable
from random import Random

from attrs import frozen


@frozen
class Specimen:
    """Something that leads to a person, of one kind, in one of the ways people write it."""

    kind: str
    written: str


CARRIERS = (
    "{}",
    "You can reach me by this: {}.",
    "She gave {} at the meeting on 3 June 2011 in room 12.",
    "It says ({}) on the form.",
    "Was it {}? I think so.",
    "Contact “{}”, before 5 pm.",
    "First\n{}\nlast",
    "Of the 45 who came, 3 wrote {}; the others did not",
    "Kim \u2013 {} \u2013 asked to be left out.",
    "details={}",
)
# A date alone leads nowhere: what makes it a date of birth stands beside it.
BIRTH_CARRIERS = (
    "She was born on {}.",
    "He was born {} in Harlow",
    "DOB {}",
    "D.O.B.: {}, seen on the ward",
    "date of birth: {}",
    "Date of birth (as on the form) {}.",
    "My birthday is {}!",
    "{} is her birthday",
    "born in Southend on {}, the second of three",
    "dob={}",
)
MONTHS = (
    "January February March April May June July August September October November December"
).split()


def digits(random: Random, length: int) -> str:
    return "".join(random.choice("0123456789") for _ in range(length))


def make_e_mail_address(random: Random) -> str:
    name = random.choice(["kim", "a.person", "o'neill", "j_smith", "sam-lee+oba", "k99", "Jo.Ann"])
    domain = random.choice(
        ["example.org", "nhs.net", "mail.example.co.uk", "essex-users.org.uk", "example.com"]
    )
    at = random.choice(["@"] * 6 + [" @ ", " (at) ", "[at]", " at "])
    if at == " at ":
        domain = domain.replace(".", " dot ")
    elif at in (" (at) ", "[at]") and random.random() < 0.5:
        domain = domain.replace(".", random.choice([" (dot) ", "[dot]", " dot "]))
    written = name + at + domain
    return written.upper() if random.random() < 0.1 else written


def make_telephone_number(random: Random) -> str:
    # After the nought: two, three or four digits of area and the rest of ten; mobiles begin 7.
    area, rest = random.choice(
        [
            ("20", f"{random.choice('378')}{digits(random, 7)}"),
            (random.choice(["113", "121", "161"]), f"4{digits(random, 6)}"),
            (random.choice(["1245", "1206", "1702", "1376"]), f"{digits(random, 6)}"),
            (f"7{random.choice('45789')}{digits(random, 2)}", digits(random, 6)),
            (f"7{random.choice('45789')}{digits(random, 2)}", digits(random, 6)),
            ("300", digits(random, 7)),
        ]
    )
    gap = random.choice(["", " ", " ", "-", ".", "\u00a0", "  ", " - ", "\u2011"])
    half = len(rest) // 2
    groups = random.choice([[area, rest], [area, rest[:half], rest[half:]]])
    before = random.choice(["0"] * 5 + ["+44", "+44 ", "0044", "0044 ", "+44 (0)", "(+44) ", "("])
    if before == "(":
        return f"(0{area}) " + gap.join(groups[1:])
    return before + gap.join(groups)


def make_postcode(random: Random) -> str:
    area = random.choice("CM CO SS RM IG SW EC N E W B M LS NE YO ZE BT CF AB L S G".split())
    district = random.choice([str(random.randint(1, 9)), str(random.randint(10, 25))])
    if area in ("SW", "EC"):
        district = f"1{random.choice('AVWY')}"
    unit = digits(random, 1) + "".join(random.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
    written = area + district + random.choice([" ", " ", " ", "", "  ", "\u00a0"]) + unit
    return random.choice([written, written, written, written.lower()])


def make_nhs_number(random: Random) -> str:
    while True:
        nine = random.choice("4679") + digits(random, 8)
        # NHS Data Dictionary: 11 less the remainder; 11 is written 0, and 10 is not given out.
        check = 11 - sum((10 - place) * int(digit) for place, digit in enumerate(nine)) % 11
        if check != 10:
            ten = f"{nine}{check % 11}"
            gap = random.choice(["", " ", " ", "-", "\u00a0"])
            return gap.join([ten[:3], ten[3:6], ten[6:]])


def make_national_insurance_number(random: Random) -> str:
    while True:
        prefix = random.choice("ABCEGHJKLMNOPRSTWXYZ") + random.choice("ABCEGHJKLMNPRSTWXYZ")
        if prefix not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ"):
            break
    groups = [prefix, digits(random, 2), digits(random, 2), digits(random, 2)]
    written = random.choice(["", " ", " ", "-"]).join([*groups, random.choice("ABCD")])
    return written.lower() if random.random() < 0.15 else written


def make_web_address(random: Random) -> str:
    begins = random.choice(["https://", "http://", "www.", "https://www.", ""])
    domain = random.choice(["example.org", "people.example.co.uk", "kim-lee.com", "essex.nhs.uk"])
    return begins + domain + random.choice(["", "/", "/kim", "/a/b?c=1&d=2", "/~kim#top"])


def write_date(random: Random) -> str:
    day, month = random.randint(1, 28), random.randint(1, 12)
    year = random.randint(1931, 2004)
    name = random.choice([MONTHS[month - 1], MONTHS[month - 1][:3]])
    ordinal = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(day, "th")
    mark = random.choice("/-.")
    return random.choice(
        [
            f"{day} {name} {year}",
            f"{day}{ordinal} {name} {year}",
            f"{day}{ordinal} of {name} {year}",
            f"{name} {day}, {year}",
            f"{name} {day}{ordinal}, {year}",
            f"{day:02}{mark}{month:02}{mark}{year}",
            f"{day}{mark}{month}{mark}{year % 100:02}",
            f"{year}-{month:02}-{day:02}",
            f"{day}-{name}-{year}",
            f"{day} {name}",
        ]
    )


MAKERS: dict[str, Callable[[Random], str]] = {
    "e-mail address": make_e_mail_address,
    "telephone number": make_telephone_number,
    "postcode": make_postcode,
    "NHS number": make_nhs_number,
    "National Insurance number": make_national_insurance_number,
    "web address": make_web_address,
    "date of birth": write_date,
}


def make_specimens(number: int, seed: int = 2011) -> list[tuple[Specimen, str, int]]:
    """Make identifiers of every kind, each in a sentence, with the place where it stands."""
    random = Random(seed)
    made = []
    kinds = list(MAKERS)
    for index in range(number):
        kind = kinds[index % len(kinds)]
        specimen = Specimen(kind, MAKERS[kind](random))
        carrier = random.choice(BIRTH_CARRIERS if kind == "date of birth" else CARRIERS)
        made.append((specimen, carrier.format(specimen.written), carrier.index("{}")))
    return made


PLAIN = (
    "In {year}/{next} about {count} members came to {few} places.",
    "The grant of £{thousands} was spent by {date}.",
    "We met on {date} from {hour}.30 to {hour2}.15 in room {few}.",
    "From {iso} to {iso} there were {count} visits.",
    "The award {award} paid for {few} days.",
    "Leave the M{few} at junction {few}, take the A{count}, then the {ordinal} exit, B{count}.",
    "Course {course} has {few} sessions, and {course} has {few} more.",
    "See section {few}.{few}.{few}, pages {few}-{count}, and table {few}.",
    "NHS England paid for it in {year}-{next}.",
    "Between {year} and {year}, {count} of {thousands} people said so ({share} per cent).",
    "The rate was {share} per 1,000, or {share}%, and p = 0.0{count}{count}.",
    "They live in CM{few} and E{few}, near Church Road.",
    "Factors A{few}, B{few} and C{few} inform indicator {few}.",
    "Doors open at {hour}:00 and close at {hour2}:45 on {date}.",
    "It cost {thousands} pounds and {few} pence, not {thousands}.",
    "The {ordinal} group of {few} met at {hour} pm at 12 High Street.",
    "Born of need, the project began in {year} and ended on {date}.",
    "The forum was born in {year}. On {date} it met for the first time.",
    "In Q{quarter} {year}/{next} we phoned {count} people and texted {thousands}.",
    "At number {few} they look at the dots on the map, and come at {hour}.",
    "Smith ({year}), ISBN 978-0-{few}-{count}-1, volume {few}({few}), {count}-{count}.",
    "Charity {charity}, a year's work for {few} staff, {share} full-time posts.",
    "Temperatures rose from -{few}.{few} to +{few}.{few} and CO2 fell by {share}.",
    "Scores were {few}, {few} and {few} out of 10; {count} of {count} answered.",
    "Members aged {few}-{count}, {few} from each of {few} wards, came {few} times.",
)


def make_plain_sentences(number: int, seed: int = 2012) -> list[str]:
    """Make sentences full of numbers, dates, money, references and times that lead to nobody."""
    random = Random(seed)
    return [_fill(PLAIN[index % len(PLAIN)], random) for index in range(number)]


def _fill(sentence: str, random: Random) -> str:
    while "{" in sentence:
        start, end = sentence.index("{"), sentence.index("}")
        sentence = sentence[:start] + _say(sentence[start + 1 : end], random) + sentence[end + 1 :]
    return sentence


def _say(what: str, random: Random) -> str:
    year, month, day = random.randint(1990, 2025), random.randint(1, 12), random.randint(1, 28)
    said = {
        "year": str(year),
        "next": f"{(year + 1) % 100:02}",
        "iso": f"{year}-{month:02}-{day:02}",
        "date": random.choice(
            [
                f"{day} {MONTHS[month - 1]} {year}",
                f"{day:02}/{month:02}/{year}",
                f"{day}.{month}.{year}",
            ]
        ),
        "few": str(random.randint(1, 30)),
        "count": str(random.randint(31, 1999)),
        "thousands": f"{random.randint(1, 999)},{random.randint(0, 999):03}",
        "share": f"{random.random() * 100:.1f}",
        "hour": str(random.randint(9, 12)),
        "hour2": str(random.randint(13, 17)),
        "quarter": str(random.randint(1, 4)),
        "ordinal": random.choice(["1st", "2nd", "3rd", "4th", "5th"]),
        "award": random.choice(
            [
                f"RP-PG-{random.randint(0, 1299):04}-{digits(random, 5)}",
                f"NIHR{random.randint(100000, 300000)}",
                f"{random.randint(10, 16)}/{random.randint(10, 99)}/{random.randint(10, 99)}",
                f"EP/{random.choice('KLMN')}{digits(random, 6)}/1",
                f"{year}/{random.randint(1000, 9999)}",
            ]
        ),
        "course": random.choice("ME PSY HE SC TRN OBA".split()) + str(random.randint(100, 999)),
        "charity": str(random.randint(1000000, 1199999)),
    }
    return said[what]
