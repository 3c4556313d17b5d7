"""The numbers of tests/it/{small_maps,heat_table,scatter_matrix}.rs and of stats/groups/ward.rs, with pandas, scipy and scikit-learn, from
sample_data/popolazione_eta.csv and maps/territori.csv."""

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import fcluster, leaves_list, linkage
from scipy.stats import pearsonr
from sklearn.metrics import silhouette_score

ages = pd.read_csv("sample_data/popolazione_eta.csv", dtype={"code": str})


def run(of, ages, sexes="mf"):
    return of[[f"{s}_{a}" for s in sexes for a in ages]].sum(axis=1)


# Small maps: the ageing index by date, classes with typed upper edges 150 and 200.
by_date = {}
for date, of in ages.groupby("date"):
    of = of.set_index("code").sort_index()
    by_date[date] = 100 * run(of, range(65, 101)) / run(of, range(15))
print("dates", sorted(by_date))
classes = {date: np.digitize(values, [150, 200], right=True) for date, values in by_date.items()}
for date in sorted(by_date):
    print(date, [int((classes[date] == k).sum()) for k in range(3)], "values", len(by_date[date]))
first, last = min(by_date), max(by_date)
a, b = classes[first], classes[last]
print("moves", first, last, "up", int((b > a).sum()), "down", int((b < a).sum()), "same", int((b == a).sum()))
whole = {d: 100 * run(o, range(65, 101)).sum() / run(o, range(15)).sum() for d, o in ages.groupby("date")}
print("ats", whole[first], whole[last])

# The heat table: four indicators of the Ambiti at 1/1/2023.
territories = pd.read_csv("maps/territori.csv", dtype=str)
code = [c for c in territories.columns if "comune" in c.lower() or c == "code"][0]
ambito = [c for c in territories.columns if "ambito" in c.lower()][0]
now = ages[ages.date == "2023-01-01"].merge(territories[[code, ambito]], left_on="code", right_on=code)
columns = [c for c in ages.columns if c.startswith(("m_", "f_"))]
# In the order of the program, which decides which of two groups of one age stands at the left.
names = territories.drop_duplicates(ambito).set_index(ambito)["ambito"].sort_values()
sums = now.groupby(ambito)[columns].sum().loc[names.index]
table = pd.DataFrame({
    "indice_vecchiaia": 100 * run(sums, range(65, 101)) / run(sums, range(15)),
    "quota_0_14": 100 * run(sums, range(15)) / run(sums, range(101)),
    "rapporto_mascolinita": 100 * run(sums, range(101), "m") / run(sums, range(101), "f"),
    "carico_figli": 100 * run(sums, range(5)) / run(sums, range(15, 50), "f"),
})
print("mean", table.mean().tolist())
print("sd", table.std(ddof=0).tolist())
z = (table - table.mean()) / table.std(ddof=0)
stacked = z.stack()
print("farthest", stacked.abs().idxmax(), stacked[stacked.abs().idxmax()])
tree = linkage(z.to_numpy(), method="ward")
for k in range(2, 9):
    groups = fcluster(tree, k, criterion="maxclust")
    sizes = sorted(np.bincount(groups)[1:].tolist(), reverse=True)
    print("ward", k, sizes, silhouette_score(z.to_numpy(), groups))
print("leaves", [z.index[i] for i in leaves_list(tree)])
print("pearson", pearsonr(table["indice_vecchiaia"], table["rapporto_mascolinita"]))

points = np.array([[0.0, 0.1], [4.0, 4.2], [0.2, 0.0], [8.0, 0.5], [4.1, 4.0], [7.5, 0.0], [0.1, 0.5]])
scaled = (points - points.mean(axis=0)) / points.std(axis=0)
print("ward order of seven points", leaves_list(linkage(scaled, method="ward")).tolist())
