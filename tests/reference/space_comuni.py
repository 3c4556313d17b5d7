"""Statistics of the 193 Comuni by other programs, from the tables and boundaries of the program:

    python3 tests/reference/space_comuni.py

Writes space_comuni.csv: local Moran of indice_vecchiaia on 2023-01-01 with the queen's rule (libpysal 4.14.1, esda 2.9.0), and Ward's
groups of it, density and share of foreigners (scipy 1.17.1); and prints the numbers that tests/it/stats_space.rs
names: Moran's I, OLS of indice_vecchiaia on density and the share of foreigners with HC3 (statsmodels 0.15.0), k-means' inertia
(scikit-learn 1.9.1), SKATER's sum of squares (pygeoda 0.1.3, spopt 0.7.0).
"""
import warnings
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pygeoda
import statsmodels.api as sm
from esda import Geary, Moran, Moran_Local
from libpysal.weights import Queen
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.cluster import KMeans
from spopt.region import Skater

warnings.filterwarnings("ignore")
ROOT = Path(__file__).resolve().parents[2]
read = lambda name: pd.read_csv(ROOT / name, dtype={"code": str})
ages = read("sample_data/popolazione_eta.csv")
ages = ages[ages.date == "2023-01-01"].set_index("code")
between = lambda first, last: sum(ages[f"{sex}_{age}"] for sex in "mf" for age in range(first, last + 1))
area = read("sample_data/superficie.csv").set_index("code").superficie_km2
# The final count of residents, which density is of; ages are ISTAT's estimate.
residents = read("sample_data/residenti.csv")
residents = residents[residents.date == "2023-01-01"].set_index("code").residenti
frame = pd.DataFrame({"old": 100 * between(65, 100) / between(0, 14), "density": residents / area, "people": between(0, 100)})
shapes = gpd.read_file(ROOT / "maps/comuni.geojson")
print(list(shapes.columns))
code = next(c for c in shapes.columns if c in ("code", "codice"))
shapes = shapes.set_index(code).sort_index()
frame = frame.loc[shapes.index]
n = len(frame)
w = Queen.from_dataframe(shapes, use_index=False)
print("pairs", w.s0 / 2)
w.transform = "r"
x = frame.old.to_numpy()
m = Moran(x, w, permutations=9999)
print("Moran", repr(m.I), repr(m.EI), repr(m.z_rand), m.p_sim)
g = Geary(x, w, permutations=999)
print("Geary", repr(g.C), repr(g.z_rand))
local = Moran_Local(x, w, permutations=9999, seed=1)
Z = frame[["old", "density"]].to_numpy()
Z = (Z - Z.mean(0)) / Z.std(0)
ward = fcluster(linkage(Z, "ward"), 4, "maxclust")
within = lambda labels: sum(((Z[np.asarray(labels) == g] - Z[np.asarray(labels) == g].mean(0)) ** 2).sum() for g in set(labels))
print("ward", repr(within(ward)))
print("kmeans", repr(KMeans(4, n_init=200, random_state=1, tol=0).fit(Z).inertia_))
for k in (4, 6):
    geo = gpd.GeoDataFrame(pd.DataFrame(Z, columns=["a", "b"]), geometry=shapes.geometry.values, crs=shapes.crs)
    gw = pygeoda.queen_weights(pygeoda.open(geo))
    own = pygeoda.skater(k, gw, pygeoda.open(geo)[["a", "b"]], scale_method="raw")["Clusters"]
    model = Skater(geo, w, ["a", "b"], n_clusters=k)
    model.solve()
    print("skater", k, "pygeoda", repr(within(own)), "spopt", repr(within(model.labels_)))
fit = sm.OLS(x, sm.add_constant(frame[["density"]].to_numpy())).fit()
print("ols", fit.params.tolist(), fit.bse.tolist(), fit.get_robustcov_results("HC3").bse.tolist(), fit.rsquared)
out = pd.DataFrame({"code": frame.index, "old": x, "i": local.Is, "quadrant": local.q, "p_sim": local.p_sim, "ward": ward})
out.to_csv(ROOT / "tests/reference/space_comuni.csv", index=False)
