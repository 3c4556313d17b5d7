"""The numbers of tests/it/spine.rs, with pandas and numpy, from sample_data/ and maps/territori.csv."""

import numpy as np
import pandas as pd

places = pd.read_csv("maps/territori.csv", dtype=str)
ages = pd.read_csv("sample_data/popolazione_eta.csv", dtype={"code": str}).merge(places, on="code")


def run(rows, ages):
    return rows[[f"{s}_{a}" for s in "mf" for a in ages]].to_numpy().sum()


def ageing(rows):
    return 100 * run(rows, range(65, 101)) / run(rows, range(15))


def told(name, values, own):
    values = np.array(values)
    print(name, "min", values.min(), "quartiles", np.percentile(values, [25, 50, 75]), "max", values.max(), "own", own,
          "place", 1 + (values > own).sum(), "of", len(values))


for day in ("2022-01-01", "2023-01-01"):
    now = ages[ages.date == day]
    ambiti = now.groupby("ambito_code").apply(ageing)
    told(day + " Ambiti", ambiti, ambiti["50089"])
    print("ATS", ageing(now))
    inside = now[now.ambito_code == "50089"].groupby("code").apply(ageing)
    told(day + " Comuni of Corsico", inside, inside["015093"])
