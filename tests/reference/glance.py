"""The numbers of tests/it/glance.rs, formula.rs and peers.rs, with pandas and scipy, from sample_data/ and maps/territori.csv."""

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist

places = pd.read_csv("maps/territori.csv", dtype=str)
residents = pd.read_csv("sample_data/residenti.csv", dtype={"code": str}).merge(places, on="code")
ages = pd.read_csv("sample_data/popolazione_eta.csv", dtype={"code": str}).merge(places, on="code")

for first in ("2013-01-01", "2018-01-01", "2019-01-01"):
    now = residents[residents.date == "2026-01-01"].set_index("code").residenti
    before = residents[residents.date == first].set_index("code").residenti
    own = places[places.ambito_code == "50089"].code
    print("Corsico since", first, "ATS", now.sum())
    for code in own:
        print(" ", code, now[code], before[code], now[code] - before[code], 100 * now[code] / now[own].sum())
    print("  all", now[own].sum(), before[own].sum(), (now - before)[own].sum(), 100 * now[own].sum() / now.sum())


def run(rows, first, last):
    return rows[[f"{s}_{a}" for s in "mf" for a in range(first, last + 1)]].sum(axis=1)


day = ages[ages.date == "2023-01-01"].copy()
old, young = run(day, 65, 100), run(day, 0, 14)
by = day.assign(old=old, young=young).groupby("ambito_code")[["old", "young"]].sum()
print("formula", (100 * by.old / by.young).loc["50089"], 100 * old.sum() / young.sum(), (100 * by.old / by.young).min(),
      (100 * by.old / by.young).max())
both = (old + young) / (day[[c for c in day.columns if c[:2] in ("m_", "f_")]].sum(axis=1))
print("share", 100 * both.max(), 100 * both.min())

# The most alike by the ageing index and the mean age.
share = 100 * day.assign(y=young).groupby("ambito_code").y.sum() / day.assign(
    n=day[[c for c in day.columns if c[:2] in ("m_", "f_")]].sum(axis=1)).groupby("ambito_code").n.sum()
X = np.column_stack([(100 * by.old / by.young), share])
Z = (X - X.mean(0)) / X.std(0)
d = cdist(Z[[list(by.index).index("50089")]], Z)[0]
order = np.argsort(d, kind="stable")
print("peers", [(by.index[i], d[i]) for i in order[:4]], (by.index[order[-1]], d[order[-1]]))
