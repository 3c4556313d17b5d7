"""Works out the counts that tests/it/decisions.rs checks, from sample_data/ with exact fractions.

    python3 tests/reference/decisions.py
"""

import csv
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "sample_data" / "popolazione_eta.csv"
with open(TABLE, encoding="utf-8") as file:
    ROWS = {(row["date"], row["code"]): row for row in csv.DictReader(file)}
CODES = sorted({code for _, code in ROWS})
BEFORE, NOW = "2022-01-01", "2023-01-01"


def people(date, code, first, last):
    row = ROWS[date, code]
    return sum(int(row[f"{sex}_{age}"]) for sex in "mf" for age in range(first, last + 1))


def quota_0_2(date, code):
    return Fraction(100 * people(date, code, 0, 2), people(date, code, 0, 100))


def disabili_adulti_stima(date, code):
    return Fraction(43, 1000) * people(date, code, 15, 64)


def rounded(x, decimals):
    exact = Decimal(x.numerator) / Decimal(x.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


for indicator in (quota_0_2, disabili_adulti_stima):
    changes = [indicator(NOW, code) - indicator(BEFORE, code) for code in CODES]
    counts = [sum(test(x) for x in changes) for test in (lambda x: x > 0, lambda x: x < 0, lambda x: x == 0)]
    print(f"{indicator.__name__}: up, down, same {counts}")

for number, decimals in (("2.2", 1), ("2.20", 2), ("2", 1)):
    values = [rounded(quota_0_2(NOW, code), decimals) for code in CODES]
    number = Decimal(number)
    counts = [sum(x < number for x in values), sum(x == number for x in values), sum(x > number for x in values)]
    print(f"quota_0_2 less, equal, more than {number}: {counts}")

for x, decimals in ((2.675, 2), (0.05, 1), (2.5, 0), (-2.25, 1), (1234.565, 2)):
    print(x, decimals, Decimal(repr(x)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
