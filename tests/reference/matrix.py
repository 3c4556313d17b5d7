"""The numbers of tests/it/matrix.rs and of stats/{multiple,linkage}.rs, with scipy and statsmodels, from sample_data/ and maps/territori.csv."""

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import average, leaves_list
from scipy.spatial.distance import squareform
from scipy.stats import pearsonr, spearmanr
from statsmodels.stats.multitest import multipletests

print("holm", multipletests([0.01, 0.04, 0.03, 0.005, 0.9], method="holm")[1].tolist())
d = np.array([[0, 2, 6, 10, 9], [2, 0, 5, 9, 8], [6, 5, 0, 4, 5], [10, 9, 4, 0, 3], [9, 8, 5, 3, 0]], dtype=float)
linked = average(squareform(d))
print("average linkage", linked.tolist(), leaves_list(linked).tolist())

ages = pd.read_csv("sample_data/popolazione_eta.csv", dtype={"code": str})
now = ages[ages.date == "2023-01-01"].set_index("code")


def run(ages, sexes="mf"):
    return now[[f"{s}_{a}" for s in sexes for a in ages]].sum(axis=1)


table = pd.DataFrame({
    "indice_vecchiaia": 100 * run(range(65, 101)) / run(range(15)),
    "quota_0_14": 100 * run(range(15)) / run(range(101)),
    "rapporto_mascolinita": 100 * run(range(101), "m") / run(range(101), "f"),
    "carico_figli": 100 * run(range(5)) / run(range(15, 50), "f"),
})
for name, test in (("pearson", pearsonr), ("spearman", spearmanr)):
    pairs = [(a, b) for i, a in enumerate(table) for b in list(table)[:i]]
    found = [test(table[a], table[b]) for a, b in pairs]
    holm = multipletests([one.pvalue for one in found], method="holm")[1]
    for (a, b), one, p in zip(pairs, found, holm):
        print(name, b, a, repr(float(one.statistic)), repr(float(one.pvalue)), repr(float(p)))
