"""The numbers of tests/it/stream.rs, with pandas, from sample_data/residenti.csv and maps/territori.csv."""

import pandas as pd

places = pd.read_csv("maps/territori.csv", dtype=str)
people = pd.read_csv("sample_data/residenti.csv", dtype={"code": str}).merge(places, on="code")
value = [c for c in people.columns if c not in [*places.columns, "date"]]
print(value)
parts = people.groupby(["ambito", "date"])[value[0]].sum().unstack()
print(list(parts.columns), len(parts))
print("totals", parts.sum().to_dict())
last = parts.columns[-1]
shares = 100 * parts / parts.sum()
print(parts[last].sort_values(ascending=False).head(3).to_dict())
for date in ["2018-01-01", last]:
    print(date, shares[date].sort_values(ascending=False).head(3).map(repr).to_dict())
moved = (shares[last] - shares["2018-01-01"]).sort_values()
print("falls", moved.index[0], "rises", moved.index[-1])
print(shares.loc[[moved.index[0], moved.index[-1]], ["2018-01-01", last]].map(repr).to_string())
own = people[people.ambito == "Corsico"].pivot(index="name", columns="date", values=value[0])
print(own[last].sort_values(ascending=False).to_dict())
