"""Recomputes the numbers that reports print, from the tables of `sample_data/`, with pandas.

Independent of the application: formulas are read from the catalogue by a parser of its own, and sums are pandas'. It reads the
numbers that `atlante-cli report … --json` lists, works each out again from what it says it is (indicator, territory, date, method), and
says where the two differ. With `--keep FILE.csv` it writes those it worked out, which `tests/it/report_profile.rs` compares with the
program's own:

    for t in 50089 50007 50066 015093; do atlante-cli report profile --territory $t --json > $t.json; done
    python3 tests/reference/report_numbers.py --keep tests/reference/report_numbers.csv 50089.json …

Made with Python 3.11 and pandas 3.
"""

import argparse
import csv
import datetime
import functools
import glob
import json
import math
import re
import tomllib
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parent.parent.parent

catalogue = {"indicator": [], "class": []}
for name in sorted(glob.glob(str(ROOT / "assets/catalogue/*.toml"))):
    with open(name, "rb") as file:
        own = tomllib.load(file)
    for key in catalogue:
        catalogue[key] += own.get(key, [])
indicators = {one["id"]: one for one in catalogue["indicator"]}

with open(ROOT / "sample_data/datasets.toml", "rb") as file:
    datasets = tomllib.load(file)["dataset"]
# By variable and date ("" where undated), the cells by Comune; later tables come first. They become numbers when they are asked
# for: most never are.
cells_of = {}
for dataset in datasets:
    if dataset["kind"] != "observations":
        continue
    table = pd.read_csv(ROOT / "sample_data" / dataset["file"], dtype=str, keep_default_na=False)
    days = [("", table)] if "date" not in table else list(table.groupby("date"))
    for day, rows in days:
        codes = rows["code"].to_list()
        for column in rows.columns.difference(["code", "date"]):
            cells = rows[column].to_list()
            if any(cells):
                cells_of[column, day] = (codes, cells)

places = pd.read_csv(ROOT / "maps/territori.csv", dtype=str, keep_default_na=False)


@functools.cache
def members(code):
    for column in ("code", "ambito_code", "asst_code", "ats_code"):
        found = places.loc[places[column] == code, "code"]
        if len(found):
            return list(found), column
    raise KeyError(code)


def variables(term):
    """The variables of a term, each with its weight, and the days they are read on."""
    weight, rest = term.split("*") if "*" in term else ("1", term)
    weight, rest = weight.strip(), rest.strip()
    name, _, when = rest.partition("@")
    name = name.strip()
    found = re.fullmatch(r"(.*?)(\d+)\.\.(\d+)", name)
    if not found:
        return {name: float(weight)}, when
    prefix, first, last = found[1], int(found[2]), int(found[3])
    plus = re.fullmatch(r"\(n\+(.*)\)", weight)
    of = (lambda n: n + float(plus[1])) if plus else (lambda n: float(weight))
    return {f"{prefix}{n}": of(n) for n in range(first, last + 1)}, when


def read_on(day, when):
    if not when:
        return day
    date = datetime.date.fromisoformat(day)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", when):
        return when
    if when.endswith("d"):
        return (date + datetime.timedelta(days=int(when[:-1]))).isoformat()
    return date.replace(year=date.year + int(when)).isoformat()


def number_in(cell):
    try:
        return float(cell)
    except ValueError:
        return math.nan


@functools.cache
def known(name, day):
    """The numbers of a variable on a day, by Comune; `None` where there are none."""
    found = cells_of.get((name, day)) or cells_of.get((name, ""))
    return found and dict(zip(found[0], map(number_in, found[1])))


def summed(name, day, codes):
    numbers = known(name, day)
    return sum(numbers.get(code, math.nan) for code in codes)


classes = {one["id"]: {k: w for term in one["of"] for k, w in variables(term)[0].items()} for one in catalogue["class"]}


def total(wanted, day, codes):
    """The sum of variables over Comuni: the variables themselves or, where not all are there, groups of ages that cover them."""
    result, left = 0.0, dict(wanted)
    for name in list(left):
        if known(name, day) is None and name in classes:
            weight = left.pop(name)
            for member, own in classes[name].items():
                left[member] = left.get(member, 0) + weight * own
    missing = [name for name in left if known(name, day) is None]
    if missing:
        for name, parts in sorted(classes.items(), key=lambda one: -len(one[1])):
            if known(name, day) is None or not all(part in left for part in parts):
                continue
            weights = {left[part] / own for part, own in parts.items()}
            if len(weights) == 1:
                result += weights.pop() * summed(name, day, codes)
                for part in parts:
                    del left[part]
    for name, weight in left.items():
        if known(name, day) is None:
            raise KeyError((name, day))
        result += weight * summed(name, day, codes)
    return result


def side_together(terms, day, codes):
    """As `side`, but terms read on the same day are taken together: a group of ages may cover several."""
    by_day = {}
    for term in terms:
        wanted, when = variables(term)
        own = by_day.setdefault(read_on(day, when), {})
        for name, weight in wanted.items():
            own[name] = own.get(name, 0) + weight
    return sum(total(wanted, read, codes) for read, wanted in by_day.items())


def rate(one, day, codes):
    n = side_together(one["numerator"], day, codes)
    d = side_together(one["denominator"], day, codes) if one.get("denominator") else 1.0
    return one["multiplier"] * n / d


@functools.cache
def value_of(indicator, day, code, method):
    return value(indicators[indicator], day, members(code)[0], method)


def value(one, day, codes, method):
    if method == "mean":
        single = [value(one, day, [code], "pooled") for code in codes]
        return sum(single) / len(single)
    if len(codes) > 1 and "weight" in one:
        weights = [side_together(one["weight"]["terms"], day, [code]) for code in codes]
        return sum(w * rate(one, day, [code]) for w, code in zip(weights, codes)) / sum(weights)
    return rate(one, day, codes)


def day_of(one, reference):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", reference):
        return reference
    return f"{reference.split('-')[-1]}-12-31"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--keep")
    arguments.add_argument("files", nargs="+")
    given = arguments.parse_args()
    rows, compared, skipped, wrong = {}, 0, {}, []
    for name in given.files:
        with open(name, encoding="utf-8") as file:
            found = json.load(file)
        for report in found.get("reports", []) + found.get("written", []):
            for number in report["numbers"]:
                what = number["what"]
                if number["exact"] is None or number["indicator"] not in indicators or what not in (None, "change"):
                    key = what or ("no value" if number["exact"] is None else "no indicator")
                    skipped[key] = skipped.get(key, 0) + 1
                    continue
                if number["territory"] is None:
                    skipped["of no unit"] = skipped.get("of no unit", 0) + 1
                    continue
                one, of = indicators[number["indicator"]], (number["territory"], number["method"])
                worked_out = value_of(one["id"], day_of(one, number["date"]), *of)
                if what == "change":
                    worked_out -= value_of(one["id"], day_of(one, number["since"]), *of)
                compared += 1
                if not abs(worked_out - number["exact"]) <= 1e-8 * max(1.0, abs(worked_out)):
                    wrong.append((name, number["id"], number["text"], number["exact"], worked_out))
                key = (number["indicator"], number["territory"], number["date"], number["since"] or "", number["method"])
                rows[key] = worked_out
    print(f"{compared} numbers worked out again, {len(wrong)} differ; not worked out: {skipped}")
    for line in wrong[:40]:
        print(*line)
    if given.keep:
        with open(given.keep, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["indicator", "territory", "date", "since", "method", "value"])
            out.writerows([*key, repr(float(worked_out))] for key, worked_out in sorted(rows.items()))


if __name__ == "__main__":
    main()
