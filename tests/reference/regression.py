"""Regression by statsmodels and spreg: python3 tests/reference/regression.py

The data are space_units.csv (made by space.py), with a third variable z; writes regression_units.csv and
regression.csv, with statsmodels 0.15.0, spreg 1.9.0, libpysal 4.14.1.
"""
import csv, os, warnings
import numpy as np
import statsmodels.api as sm
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.outliers_influence import OLSInfluence, variance_inflation_factor
from statsmodels.stats.stattools import jarque_bera
from libpysal.weights import KNN, W
from scipy.optimize import brentq
import spreg

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
data = np.genfromtxt(os.path.join(HERE, "space_units.csv"), delimiter=",", names=True)
rng = np.random.default_rng(71)
n = len(data)
z = np.round(0.5 * data["x"] + rng.normal(0, 5, n), 3)
pop = np.round(np.exp(rng.normal(8, 1, n)))
y, x = data["y"], data["x"]
X = np.column_stack([x, data["py"], z])
rows = []


def put(name, *values):
    rows.extend((f"{name}.{i}", repr(float(v))) for i, v in enumerate(np.hstack([np.ravel(v) for v in values])))


def put_fit(name, fit):
    put(f"{name}.b", fit.params); put(f"{name}.se", fit.bse); put(f"{name}.p", fit.pvalues)
    put(f"{name}.ci", fit.conf_int())
    h = fit.get_robustcov_results("HC3", use_t=True)
    put(f"{name}.hc3", h.bse); put(f"{name}.php3", h.pvalues)
    put(f"{name}.all", fit.rsquared, fit.rsquared_adj, fit.fvalue, fit.f_pvalue, np.sqrt(fit.scale), fit.aic)


XC = sm.add_constant(X)
ols = sm.OLS(y, XC).fit()
put_fit("ols", ols)
put("std", [ols.params[j + 1] * X[:, j].std() / y.std() for j in range(3)])
put("vif", [variance_inflation_factor(XC, j) for j in (1, 2, 3)])
put("bp", het_breuschpagan(ols.resid, XC)[:2])
put("jb", jarque_bera(ols.resid)[:2])
influence = OLSInfluence(ols)
put("cook", influence.cooks_distance[0]); put("leverage", influence.hat_matrix_diag)
put("studentised", influence.resid_studentized_external)
wls = sm.WLS(y, XC, weights=pop / pop.mean()).fit()
put_fit("wls", wls)
# A symmetric relation without islands: the five nearest, in either direction.
knn = KNN.from_array(np.column_stack([data["px"], data["py"]]), k=5)
both = {i: set(knn.neighbors[i]) for i in range(n)}
for i in range(n):
    for j in knn.neighbors[i]:
        both[j].add(i)
w = W({i: sorted(both[i]) for i in range(n)}, silence_warnings=True); w.transform = "r"
from spreg.diagnostics_sp import MoranRes
base = spreg.OLS(y, X, w=w)
m = MoranRes(base, w, z=True)
put("moran", m.I, m.eI, m.vI, m.zI, m.p_norm)
lag = spreg.ML_Lag(y, X, w=w, method="ord", epsilon=1e-12)
# With "ord" spreg takes the symmetric matrix, of which only the eigenvalues are those of W, into the information matrix too;
# with "full" it takes W.
put("lag.se", spreg.ML_Lag(y, X, w=w, method="full", epsilon=1e-12).std_err)
put("lag", lag.rho, lag.betas[:4].ravel(), lag.sig2, lag.logll, lag.aic)
err = spreg.ML_Error(y, X, w=w, method="ord", epsilon=1e-12)
# spreg stops where the slope of its likelihood is still 5e-5, that is 1.6e-6 short of the top in lambda: its own
# likelihood is followed to where the slope is zero.
Wm = w.full()[0]
omega = np.linalg.eigvals(Wm).real


def at(lam):
    A = np.eye(n) - lam * Wm
    b = np.linalg.lstsq(A @ XC, A @ y, rcond=None)[0]
    e = A @ (y - XC @ b)
    s2 = e @ e / n
    return -n / 2 * (np.log(2 * np.pi * s2) + 1) + np.log(1 - lam * omega).sum(), b, s2


lam = brentq(lambda l: at(l + 1e-5)[0] - at(l - 1e-5)[0], err.lam - 0.01, err.lam + 0.01, xtol=1e-14)
top, b, s2 = at(lam)
assert abs(at(err.lam)[0] - err.logll) < 1e-9 and abs(lam - err.lam) < 1e-5 and top > err.logll - 1e-9
put("error", lam, b, s2, top, -2 * top + 2 * 4)
G = Wm @ np.linalg.inv(np.eye(n) - lam * Wm)
free = np.trace(G @ G) + np.trace(G.T @ G) - 2 * np.trace(G) ** 2 / n
Xs = (np.eye(n) - lam * Wm) @ XC
ses = np.append(np.sqrt(s2 * np.diag(np.linalg.inv(Xs.T @ Xs))), 1 / np.sqrt(free))
assert np.allclose(ses, spreg.ML_Error(y, X, w=w, method="full", epsilon=1e-12).std_err, rtol=1e-4)
put("error.se", ses)
# Partial correlation of x and y given py and z, by the residuals.
O = sm.add_constant(np.column_stack([data["py"], z]))
rx, ry = sm.OLS(x, O).fit().resid, sm.OLS(y, O).fit().resid
r = np.corrcoef(rx, ry)[0, 1]
from scipy.stats import t as student
df = n - 4
put("partial", r, 2 * student.sf(abs(r * np.sqrt(df / (1 - r * r))), df))
with open(os.path.join(HERE, "regression_units.csv"), "w") as f:
    f.write("z,pop\n" + "".join(f"{a!r},{b!r}\n" for a, b in zip(z.tolist(), pop.tolist())))
with open(os.path.join(HERE, "regression.csv"), "w") as f:
    f.write("what,value\n" + "".join(f"{a},{b}\n" for a, b in rows))
