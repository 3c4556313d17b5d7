"""Statistics of space by esda and libpysal: python3 tests/reference/space.py

Writes space_units.csv (the data), space_global.csv and space_local.csv (the values), with
esda 2.9.0, libpysal 4.14.1, numpy 2.4.6. The p-values are of 9,999 permutations, so they are compared
within Monte Carlo error; everything else within 1e-10.
"""
import csv, os, warnings
import numpy as np
from esda import Moran, Moran_BV, Moran_Local, Moran_Local_BV, Geary, Geary_Local, G_Local, Join_Counts
from libpysal.weights import KNN, DistanceBand

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(17)
np.random.seed(17)
N = 80
points = np.round(rng.random((N, 2)), 6)
x = np.round(50 + 30 * points[:, 0] + 20 * np.sin(6 * points[:, 1]) + rng.normal(0, 8, N), 3)
y = np.round(0.4 * x - 15 * points[:, 1] + rng.normal(0, 6, N) + 40, 3)
b = (x > 75).astype(int)
WEIGHTS = {
    "nearest5": lambda: KNN.from_array(points, k=5),
    "within013": lambda: DistanceBand.from_array(points, threshold=0.13, binary=True, silence_warnings=True),
}
P = 9999


def write(name, head, rows):
    with open(os.path.join(HERE, name), "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows([[repr(float(c)) if isinstance(c, (float, np.floating)) else c for c in row] for row in rows])


write("space_units.csv", ["px", "py", "x", "y", "b"], list(zip(*points.T, x, y, [int(v) for v in b])))
globals_, locals_ = [], []
for name, make in WEIGHTS.items():
    w = make(); w.transform = "r"
    m = Moran(x, w, permutations=P)
    globals_ += [(name, "moran", m.I, m.EI, m.VI_rand, m.z_rand, m.p_rand, m.p_sim)]
    m = Moran_BV(x, y, w, permutations=P)
    globals_ += [(name, "moran_bv", m.I, "", "", "", "", m.p_sim)]
    g = Geary(x, w, permutations=P)
    globals_ += [(name, "geary", g.C, 1.0, g.VC_rand, g.z_rand, "", g.p_sim)]
    w = make()
    j = Join_Counts(b, w, permutations=999)
    globals_ += [(name, "joins", float(j.bb), float(j.ww), float(j.bw), "", "", j.p_sim_bb)]
    w = make(); w.transform = "r"
    lm = Moran_Local(x, w, permutations=P, seed=17)
    bv = Moran_Local_BV(x, y, w, permutations=P, seed=17)
    lone = set(w.islands)
    gl = Geary_Local(w, permutations=P, seed=17, drop_islands=False).fit(x)
    star = G_Local(x, make(), transform="R", star=True, permutations=P, seed=17)
    for i in range(N):
        locals_.append((name, i, int(i in lone), lm.Is[i], int(lm.q[i]), lm.p_sim[i], bv.Is[i], int(bv.q[i]),
                        bv.p_sim[i], gl.localG[i], gl.p_sim[i], star.Gs[i], star.Zs[i], star.p_sim[i]))
write("space_global.csv", ["weights", "statistic", "value", "expected", "variance", "z", "p", "p_sim"], globals_)
write("space_local.csv", ["weights", "unit", "island", "moran", "quadrant", "moran_p", "bivariate", "bv_quadrant",
                          "bv_p", "geary", "geary_p", "getis", "getis_z", "getis_p"], locals_)
