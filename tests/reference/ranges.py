"""The numbers of tests/it/ranges.rs and tests/it/heat_strip.rs, with pandas, from sample_data/ and maps/territori.csv."""

import pandas as pd

places = pd.read_csv("maps/territori.csv", dtype=str)
ages = pd.read_csv("sample_data/popolazione_eta.csv", dtype={"code": str}).merge(places, on="code")
old = ages[[f"{s}_{a}" for s in "mf" for a in range(65, 101)]].sum(axis=1)
young = ages[[f"{s}_{a}" for s in "mf" for a in range(15)]].sum(axis=1)
ages = ages[list(places.columns) + ["date"]].assign(old=old, young=young)
ages["x"] = 100 * ages.old / ages.young
print(ages[ages.ambito == "Corsico"].groupby("date").x.agg(["min", "mean", "max"]).map(repr).to_string())
ambiti = ages.groupby(["asst_code", "ambito", "date"])[["old", "young"]].sum()
ambiti = (100 * ambiti.old / ambiti.young).rename("x").reset_index()
print(ambiti.groupby(["asst_code", "date"]).x.agg(["min", "mean", "max"]).map(repr).to_string())

irpef = pd.read_csv("sample_data/irpef.csv", dtype={"code": str})
irpef = irpef.merge(places, on="code")
irpef = irpef[irpef.date >= "2007"]
irpef["x"] = irpef.imponibile_eur / irpef.contribuenti
wide = irpef.pivot(index="name", columns="date", values="x")
last, first = wide.columns[-1], wide.columns[0]
print(len(wide), list(wide.columns))
print(wide.sort_values(last, ascending=False).iloc[[0, 1, 2, -1]][[first, last]].map(repr).to_string())
print("up", (wide[last] > wide[first]).sum(), "down", (wide[last] < wide[first]).sum())
