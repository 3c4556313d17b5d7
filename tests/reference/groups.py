"""Groups by scikit-learn, scipy, spopt and pygeoda: python3 tests/reference/groups.py

A lattice of 12 by 10 units with three variables (made up): writes groups_units.csv and groups.csv. scikit-learn 1.9.1,
scipy 1.17.1, spopt 0.7.0, pygeoda 0.1.3, libpysal 4.14.1, numpy 2.4.6. k-means: the best inertia of 200 starts. PAM: the least sum
of distances of all sets of 2 or 3 medoids. SKATER: the smaller of the sums of squares of spopt (which cuts by the mean of distances) and pygeoda.
"""
import os, warnings
from itertools import combinations
import numpy as np, pandas as pd, geopandas as gpd, pygeoda
from shapely.geometry import box
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_samples, adjusted_rand_score
from scipy.cluster.hierarchy import linkage, fcluster
from libpysal.weights import Rook
from spopt.region import Skater

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(9)
rows, cols = 10, 12
n = rows * cols
r, c = np.divmod(np.arange(n), cols)
base = np.select([(c < 4), (r < 5)], [0, 3], -2)
X = np.column_stack([base + rng.normal(0, 1.2, n), 0.3 * r + rng.normal(0, 1, n), -base * 0.5 + 0.2 * c + rng.normal(0, 1, n)]).round(3)
Z = (X - X.mean(0)) / X.std(0)
frame = gpd.GeoDataFrame(pd.DataFrame(Z, columns=list("abc")), geometry=[box(j, i, j + 1, i + 1) for i, j in zip(r, c)], crs=32632)
w = Rook.from_dataframe(frame, use_index=False)
geoda = pygeoda.open(frame)
gw = pygeoda.rook_weights(geoda)
data = geoda[["a", "b", "c"]]


def within(labels):
    labels = np.asarray(labels)
    return sum(((Z[labels == g] - Z[labels == g].mean(0)) ** 2).sum() for g in set(labels))


out = []
D = np.sqrt(((Z[:, None] - Z[None]) ** 2).sum(2))
for k in range(2, 8):
    km = KMeans(k, n_init=200, random_state=1, tol=0).fit(Z)
    ward = fcluster(linkage(Z, "ward"), k, "maxclust")
    spopt = Skater(frame, w, list("abc"), n_clusters=k); spopt.solve()
    skater = pygeoda.skater(k, gw, data, scale_method="raw")
    sums = {"spopt": within(spopt.labels_), "pygeoda": within(skater["Clusters"])}
    print(k, km.inertia_, sums)
    pam_sum = min(D[:, list(s)].min(1).sum() for s in combinations(range(n), k)) if k < 4 else float("nan")
    out.append((k, km.inertia_, within(ward), pam_sum, min(sums.values()), silhouette_samples(Z, ward).mean()))
ward4 = fcluster(linkage(Z, "ward"), 4, "maxclust")
km4 = KMeans(4, n_init=200, random_state=1, tol=0).fit_predict(Z)
print("adjusted Rand of ward4 and blocks:", repr(adjusted_rand_score(ward4, base)))
with open(os.path.join(HERE, "groups_units.csv"), "w") as f:
    f.write("a,b,c,block,ward4,silhouette\n")
    for (a, b, d), g, h, s in zip(X, base, ward4, silhouette_samples(Z, ward4)):
        f.write(f"{a},{b},{d},{g},{h},{float(s)!r}\n")
with open(os.path.join(HERE, "groups.csv"), "w") as f:
    f.write("k,kmeans,ward,pam,skater,silhouette_ward\n" + "".join(",".join(repr(float(v)) for v in row) + "\n" for row in out))
