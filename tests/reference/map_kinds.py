"""The numbers of tests/it/map_kinds.rs marked "pandas", from the same CSV files. Needs pandas and NumPy.

    python3 tests/reference/map_kinds.py
"""

from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]


def read(name):
    return pd.read_csv(ROOT / name, dtype={"code": str, "ambito": str})


ages = read("sample_data/popolazione_eta.csv")
between = lambda first, last: sum(ages[f"{sex}_{age}"] for sex in "mf" for age in range(first, last + 1))
people = pd.DataFrame(
    {"code": ages.code, "date": ages.date, "old": between(65, 100), "young": between(0, 14), "all": between(0, 100)}
)
before, now = (people[people.date == f"{year}-01-01"].set_index("code") for year in (2022, 2023))
index = lambda part: 100 * part.old.sum() / part.young.sum()

territories = read("maps/territori.csv").set_index("code")
members = territories.index[territories.ambito.str.contains("Corsico")]
print("Ambito di Corsico:", index(before.loc[members]), index(now.loc[members]))
print("ATS:", index(before), index(now), index(now) - index(before))

by_comune = [100 * part.old / part.young for part in (before, now)]
difference = by_comune[1] - by_comune[0]
print("rise, fall, stay:", (difference > 0).sum(), (difference < 0).sum(), (difference == 0).sum())
print("Corsico:", by_comune[0]["015093"], by_comune[1]["015093"], difference["015093"])

area = read("sample_data/superficie.csv").set_index("code").superficie_km2
density = (now["all"] / area).reindex(now.index)


def terciles(values):
    """NumPy's default quantile is type 7; a value on an edge is in the lower class."""
    edges = np.quantile(values, [1 / 3, 2 / 3])
    return edges, np.searchsorted(edges, values, side="left")


(first_edges, first), (second_edges, second) = terciles(by_comune[1].to_numpy()), terciles(density.to_numpy())
print("terciles:", first_edges, second_edges)
print("rows of the density from the lowest:", pd.crosstab(second, first).to_numpy().ravel().tolist())
