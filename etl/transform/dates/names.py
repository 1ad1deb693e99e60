"""The words that dates are made of."""

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
           "fifty": 50}  # fmt: skip
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
           "nineties": 90}  # fmt: skip
CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
# The first and last month of a season of the northern hemisphere, as the press reckons them.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
# A number before one of these counts it and is no year.
COUNTED = ["%", "people", "troops", "soldiers", "km", "miles", "dollars", "men", "members", "others", "civilians", "meters",
           "metres", "tons", "tonnes", "kilometers", "kilometres", "personnel", "prisoners", "refugees",
           "UTC", "GMT", "hours", "passengers", "migrants", "votes", "protesters", "policemen", "officers"]  # fmt: skip


def month_number(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def number(text: str) -> int:
    """Return the number that digits ("3rd" too) or a word tell."""
    digits = "".join(each for each in text if each.isdigit())
    return int(digits) if digits else NUMBERS[text.lower()]
