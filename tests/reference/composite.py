"""Composite indices from their published formulas: python3 tests/reference/composite.py

AMPI: M. Mazziotta, A. Pareto, Social Indicators Research 127, 2016 (goalposts over all units and years, reference +- half the range,
60/70 scale, M - S*cv). MPI: De Muro, Mazziotta, Pareto, Social Indicators Research 104, 2011 (mean 100, sd 10). Principal
component: scikit-learn 1.9.1. Ranks: scipy 1.17.1. Written with numpy 2.4.6 apart from the program: writes composite_units.csv (two years
of three indicators of 17 units, made up, the second negative) and composite.csv.
"""
import os
import numpy as np
from scipy.stats import rankdata
from sklearn.decomposition import PCA

HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(5)
n = 17
years = [np.column_stack([np.round(rng.normal(60 + y, 8, n), 2), np.round(rng.gamma(3, 4, n), 2),
                          np.round(rng.normal(1500, 300, n), 1)]) for y in range(2)]
polarity = np.array([1, -1, 1])
both = np.vstack(years)
half = (both.max(0) - both.min(0)) / 2
reference = years[0].mean(0)
low, high = reference - half, reference + half
out = {}
for y, X in enumerate(years):
    r = np.where(polarity > 0, 60 * (X - low) / (high - low) + 70, 60 * (high - X) / (high - low) + 70)
    M, S = r.mean(1), r.std(1)
    out[f"ampi{y}"] = M - S * (S / M)
    out[f"ampi_negative{y}"] = M + S * (S / M)
X = years[0]
z = polarity * (X - X.mean(0)) / X.std(0)
r = 100 + 10 * z
M, S = r.mean(1), r.std(1)
out["mpi"] = M - S * (S / M)
out["mean-z"] = z.mean(1)
out["mean-rank"] = np.column_stack([rankdata(polarity[j] * X[:, j]) for j in range(3)]).mean(1)
pca = PCA().fit(z)
w = pca.components_[0]
out["pca"] = z @ (np.sign(w.sum()) * w / np.abs(w).sum())
print("share of the first component:", repr(float(pca.explained_variance_ratio_[0])))
with open(os.path.join(HERE, "composite_units.csv"), "w") as f:
    f.write("year,a,b,c\n" + "".join(f"{y},{a},{b},{c}\n" for y, X in enumerate(years) for a, b, c in X))
with open(os.path.join(HERE, "composite.csv"), "w") as f:
    f.write(",".join(out) + "\n")
    for i in range(n):
        f.write(",".join(repr(float(v[i])) for v in out.values()) + "\n")
