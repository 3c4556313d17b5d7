"""Checks of the municipal tables of `sample_data/`: codes, sums, and the totals that the sources state.

They need only those tables and no network. `build_data.py` runs them at every build.
"""

import csv
import re
from collections import defaultdict
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "sample_data"
# The tables that only exist in this folder.
TABLES = (
    "affluenza", "aree_interne", "bilancio_demografico", "bilancio_stranieri", "cinque_per_mille", "classificazioni",
    "decessi", "fragilita", "irpef", "istruzione", "lavoro", "opencivitas", "pendolarismo", "popolazione_60_plus",
    "popolazione_classi_eta", "residenti", "stranieri", "superficie", "unita_locali",
)
BARANZATE, MILANO, VERMEZZO = "015250", "015146", "015251"
ABSENT = re.compile(r"(|:|c|z)(\[-?[0-9.]+\.\.-?[0-9.]+\])?")
CLASSES = ["rc_fino_0_n", "rc_0_10k_n", "rc_10_15k_n", "rc_15_26k_n", "rc_26_55k_n", "rc_55_75k_n", "rc_75_120k_n",
           "rc_oltre_120k_n"]


def read(name):
    """Rows of a table, every cell as text."""
    with open(FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(cell):
    return None if ABSENT.fullmatch(cell) else float(cell)


def total(rows, column, date=None):
    """The sum of the values present."""
    cells = (number(row[column]) for row in rows if date is None or row["date"] == date)
    return sum(cell for cell in cells if cell is not None)


def rate(rows, numerator, denominator, date, factor=100, decimals=1):
    return round(factor * total(rows, numerator, date) / total(rows, denominator, date), decimals)


def by_place(rows, column):
    return {(row["code"], row.get("date")): number(row[column]) for row in rows}


def balance_holds(row, start, gains, losses, end):
    value = lambda name: number(row[name])
    return value(start) + sum(map(value, gains)) - sum(map(value, losses)) == value(end)


def bounds_hold(row):
    """A withheld income class lies between zero and the taxpayers in none of the published classes; of two Comuni counted as one,
    above what the other prints."""
    withheld = [row[name] for name in CLASSES if number(row[name]) is None]
    if row["date"] == "2024-12-31":
        return not any(withheld)
    ends = [tuple(map(int, re.fullmatch(r"c\[(\d+)\.\.(\d+)\]", cell).groups())) for cell in withheld]
    left = number(row["contribuenti"]) - sum(number(row[name]) or 0 for name in CLASSES) - sum(low for low, _ in ends)
    return left >= 0 and all(high == left if low == 0 else high - low <= left for low, high in ends)


def checks(codes):
    """Each check with its found and its expected value."""
    tables = {name: read(name) for name in TABLES}
    found = {}

    wrong = defaultdict(int)
    for name, rows in tables.items():
        dates = defaultdict(list)
        for row in rows:
            dates[row.get("date")].append(row["code"])
            for column, cell in row.items():
                if column not in ("code", "date", "codice_catastale") and not ABSENT.fullmatch(cell):
                    float(cell)
        wrong[name] += sum(sorted(own) != codes for own in dates.values())
    found["municipal tables with the 193 Comuni, each once a date"] = (sum(wrong.values()), 0)

    residents, foreigners = tables["residenti"], tables["stranieri"]
    for date, expected in {
        "2011-10-09": 3_262_175, "2013-01-01": 3_352_455, "2018-01-01": 3_459_535, "2019-01-01": 3_477_026,
        "2020-01-01": 3_492_739, "2021-01-01": 3_469_156, "2022-01-01": 3_441_957, "2023-01-01": 3_456_142,
        "2024-01-01": 3_477_392, "2025-01-01": 3_476_705, "2026-01-01": 3_484_592,
    }.items():
        found[f"residents at {date}"] = (total(residents, "residenti", date), expected)
    for date, expected in {
        "2013-01-01": 408_317, "2018-01-01": 464_676, "2020-01-01": 486_350, "2021-01-01": 517_191,
        "2022-01-01": 492_026, "2023-01-01": 504_086, "2024-01-01": 516_172, "2025-01-01": 520_937, "2026-01-01": 530_652,
    }.items():
        found[f"foreign residents at {date}"] = (total(foreigners, "stranieri", date), expected)

    of_residents, of_foreigners = by_place(residents, "residenti"), by_place(foreigners, "stranieri")
    older = tables["popolazione_60_plus"]
    found["Comuni and dates whose people of every age are the residents"] = (
        sum(number(row["residenti_ogni_eta"]) == of_residents[row["code"], row["date"]] for row in older), 772)
    found["Comuni and dates without people of 60 and over"] = (
        [(row["code"], row["date"]) for row in older if number(row["eta_60_plus"]) is None], [(VERMEZZO, "2019-01-01")])
    shares = []
    for date in sorted({row["date"] for row in older}):
        there = [row for row in older if number(row["eta_60_plus"]) is not None]
        shares.append(rate(there, "eta_60_plus", "residenti_ogni_eta", date))
    found["share of people of 60 and over"] = (shares, [28.6, 28.8, 28.7, 29.2])
    found["Comuni whose classes of age and sexes add up to the residents of 2026"] = (sum(
        number(row["eta_0_14"]) + number(row["eta_15_64"]) + number(row["eta_65_plus"])
        == number(row["maschi"]) + number(row["femmine"]) == of_residents[row["code"], row["date"]]
        for row in tables["popolazione_classi_eta"]), 193)

    moves = [f"{way}_{where}" for way in ("iscritti", "cancellati") for where in ("altro_comune", "estero")]
    people, foreign = tables["bilancio_demografico"], tables["bilancio_stranieri"]
    found["Comuni whose balance holds, from stock to stock"] = (sum(
        balance_holds(row, "popolazione_inizio_anno", ["nati", *moves[:2]], ["morti", *moves[2:]], "popolazione_fine_anno")
        and number(row["popolazione_inizio_anno"]) == of_residents[row["code"], "2025-01-01"]
        and number(row["popolazione_fine_anno"]) == of_residents[row["code"], "2026-01-01"] for row in people), 193)
    own = [f"stranieri_{name}" for name in ("nati", "morti", *moves)]
    found["Comuni whose balance of foreigners holds, from stock to stock"] = (sum(
        balance_holds(row, "stranieri_inizio_anno", [own[0], *own[2:4]], [own[1], *own[4:], "acquisizioni_cittadinanza"],
                      "stranieri_fine_anno")
        and number(row["stranieri_inizio_anno"]) == of_foreigners[row["code"], "2025-01-01"]
        and number(row["stranieri_fine_anno"]) == of_foreigners[row["code"], "2026-01-01"] for row in foreign), 193)
    found["births and deaths of 2025"] = ((total(people, "nati"), total(people, "morti")), (22_651, 34_895))
    deaths = tables["decessi"]
    found["deaths of the periods"] = (
        (total(deaths, "decessi_quinquennio"), total(deaths, "decessi_triennio", "2022-12-31"),
         total(deaths, "decessi_triennio", "2025-12-31")), (167_501, 118_633, 103_670))

    incomes = tables["irpef"]
    for year, taxpayers in {2018: 2_545_307, 2019: 2_558_856, 2020: 2_535_927, 2021: 2_551_178, 2023: 2_637_113,
                            2024: 2_658_995}.items():
        found[f"taxpayers of {year}"] = (total(incomes, "contribuenti", f"{year}-12-31"), taxpayers)
    for year, income in {2018: 27_158, 2019: 27_161, 2020: 26_673, 2021: 28_023, 2023: 30_367, 2024: 31_424}.items():
        found[f"taxable income per taxpayer of {year}, euro"] = (
            rate(incomes, "imponibile_eur", "contribuenti", f"{year}-12-31", 1, None), income)
    found["taxpayers of Milano in 2024"] = (by_place(incomes, "contribuenti")[MILANO, "2024-12-31"], 1_052_520)
    found["Comuni and years without taxpayers"] = (
        [(row["code"], row["date"][:4]) for row in incomes if number(row["contribuenti"]) == 0],
        [(BARANZATE, str(year)) for year in range(2000, 2006)])
    found["withheld classes of income with the wrong bounds"] = (sum(not bounds_hold(row) for row in incomes), 0)

    places = tables["unita_locali"]
    found["local units and jobs"] = ((total(places, "unita_locali"), total(places, "addetti")), (382_518, 1_676_353))
    found["jobs in Milano"] = (by_place(places, "addetti")[MILANO, "2023-12-31"], 946_826)
    found["official area in km2"] = (round(total(tables["superficie"], "superficie_km2"), 2), 2_358.45)
    bodies = tables["cinque_per_mille"]
    found["bodies of the 5 per mille"] = (total(bodies, "enti"), 3_754)
    found["Comuni that are the only body there"] = (sum(number(row["enti_altri"]) == 0 for row in bodies), 19)
    spending = tables["opencivitas"]
    found["spending and standard spending, thousand million euro"] = (
        tuple(round(total(spending, f"spesa_{sort}_eur") / 1e9, 2) for sort in ("storica", "standard")), (2.96, 2.76))
    votes = tables["affluenza"]
    for kind, date, expected in (
        ("politiche", "2018-03-04", 75.4), ("ref_costituzionale", "2020-09-21", 49.7), ("politiche", "2022-09-25", 69.1),
        ("europee", "2024-06-09", 53.3), ("ref_abrogativo", "2025-06-09", 35.0), ("ref_costituzionale", "2026-03-23", 64.5),
    ):
        found[f"turnout, {kind} {date[:4]}"] = (rate(votes, f"votanti_{kind}", f"elettori_{kind}", date), expected)
    found["polls with more votes than voters"] = (sum(
        (number(row[f"votanti_{kind}"]) or 0) > (number(row[f"elettori_{kind}"]) or 0)
        for row in votes for kind in ("politiche", "ref_costituzionale", "europee", "ref_abrogativo")), 0)
    study, work = tables["istruzione"], tables["lavoro"]
    found["share with a tertiary title in 2021"] = (rate(study, "titolo_terziario", "eta_9_plus", "2021-12-31"), 21.2)
    found["tertiary titles that are not those of the share"] = (sum(
        abs(number(row["terziaria_9_plus"]) * number(row["eta_9_plus"]) - number(row["titolo_terziario"])) > 0.002
        for row in study if number(row["titolo_terziario"]) is not None), 0)
    found["people seeking work, per cent of the labour force"] = (
        [rate(work, "in_cerca_occupazione", "forze_lavoro", f"{year}-12-31") for year in (2018, 2021)], [10.2, 7.1])
    tenths = {int(row["ifc_decile"]) for row in tables["fragilita"]}
    found["tenths of fragility from 1 to 10"] = (tenths <= set(range(1, 11)), True)
    return found
