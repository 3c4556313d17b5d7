"""The numbers of tests/it/distribution.rs, with pandas and numpy, from sample_data/ and maps/territori.csv."""

import numpy as np
import pandas as pd

places = pd.read_csv("maps/territori.csv", dtype=str)
ages = pd.read_csv("sample_data/popolazione_eta.csv", dtype={"code": str}).merge(places, on="code")
now = ages[ages.date == "2023-01-01"]


def run(rows, ages):
    return rows[[f"{s}_{a}" for s in "mf" for a in ages]].sum(axis=1)


now = pd.DataFrame({"code": now.code, "name": now.name, "ambito": now.ambito, "x": 100 * run(now, range(65, 101)) / run(now, range(15)),
                    "old": run(now, range(65, 101)), "young": run(now, range(15))})
x = now.x.to_numpy()
print("all", len(x), [repr(v) for v in (x.min(), *np.percentile(x, [25, 50, 75]), x.max())])
print("lowest", now.loc[now.x.idxmin()].to_dict(), "highest", now.loc[now.x.idxmax()].to_dict())
ats = 100 * now.old.sum() / now.young.sum()
print("ATS", ats, "above", (x > ats).sum(), "below", (x < ats).sum())
spread = now.groupby("ambito").x.agg(lambda v: v.max() - v.min())
print("widest", spread.idxmax(), now[now.ambito == spread.idxmax()].x.agg(["min", "max"]).to_list())
own = now[now.ambito == "Corsico"].x
print("Corsico above the median of all", (own > np.median(x)).sum(), "below", (own < np.median(x)).sum())
for step in (20, 50):
    edges = np.arange(step * np.floor(x.min() / step), step * np.ceil(x.max() / step) + step / 2, step)
    counts = [int(((x > a) & (x <= b)).sum()) for a, b in zip(edges, edges[1:])]
    print("bars up to", list(zip(edges[1:].tolist(), counts)))
