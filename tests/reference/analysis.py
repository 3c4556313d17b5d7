"""Makes the reference values of tests/it/cli_stats.rs: statistics of the program's own data, worked out from the tables of
sample_data/ without the program.

    python -m venv venv && venv/bin/pip install pandas numpy scipy statsmodels esda
    venv/bin/python tests/reference/analysis.py

Writes analysis.csv (what,code,values; values separated by semicolons, in full precision) and prints what it found of the
back-test of the forecast.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from esda.smoothing import Empirical_Bayes
from statsmodels.stats.proportion import proportion_confint

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
AGES = range(101)
PRIOR = 2000.0
rows = []


def row(what, code, values):
    rows.append(f"{what},{code},{';'.join(repr(float(x)) for x in np.atleast_1d(values))}")


def table(name, date):
    data = pd.read_csv(ROOT / "sample_data" / name, dtype={"code": str})
    return data[data.date == date].set_index("code").reindex(codes)


territory = pd.read_csv(ROOT / "maps" / "territori.csv", dtype=str).set_index("code").sort_index()
codes = list(territory.index)
ambito = territory.ambito_code.values
ambiti = sorted(set(ambito))

# Foreigners on 1 January 2023: Wilson intervals of the Ambiti, dissimilarity and isolation between Comuni, smoothed rates.
foreign = table("stranieri.csv", "2023-01-01").stranieri.values.astype(float)
residents = table("residenti.csv", "2023-01-01").residenti.values.astype(float)
for a in ambiti:
    g, n = foreign[ambito == a].sum(), residents[ambito == a].sum()
    ends = []
    for alpha in (0.05, 0.002):
        ends += proportion_confint(g, n, alpha=alpha, method="wilson")
    row("wilson_stranieri", a, 100 * np.array(ends))
G, N = foreign.sum(), residents.sum()
row("dissimilarity_stranieri", "", 0.5 * np.abs(foreign / G - (residents - foreign) / (N - G)).sum())
row("isolation_stranieri", "", (foreign / G * foreign / residents).sum())
for code, rate in zip(codes, 100 * Empirical_Bayes(foreign, residents).r):
    row("smoothed_stranieri", code, rate)

# Taxable income of 2023, between Comuni weighted by taxpayers.
tax = table("irpef.csv", "2023-12-31")
y, w = (tax.imponibile_eur / tax.contribuenti).values, tax.contribuenti.values.astype(float)
mean = (w * y).sum() / w.sum()
row("gini_reddito", "", (np.outer(w, w) * np.abs(np.subtract.outer(y, y))).sum() / (2 * mean * w.sum() ** 2))
q = w * y / (w * y).sum()
total = (q * np.log(y / mean)).sum()
between = sum(
    q[ambito == a].sum() * np.log((w * y)[ambito == a].sum() / w[ambito == a].sum() / mean) for a in ambiti
)
row("theil_reddito", "", [total, between, total - between])


# Residents by Hamilton-Perry: single-year ratios of 2022 to 2023, the later date scaled to its final count.
def by_age(date):
    data = table("popolazione_eta.csv", date)
    return np.stack([data[[f"{sex}_{age}" for age in AGES]].values.astype(float) for sex in "mf"], axis=1)


def pooled(x):
    return np.stack([x[ambito == a].sum(0) for a in ambiti])


def ratios(before, now):
    r = np.ones_like(before)
    r[:, :, 1:100] = now[:, :, 1:100] / before[:, :, :99]
    r[:, :, 100] = now[:, :, 100] / (before[:, :, 99] + before[:, :, 100])
    return r, now[:, :, 0] / now[:, 1, 15:50].sum(1)[:, None]


def step(now, r, children):
    then = np.zeros_like(now)
    then[:, :, 1:100] = now[:, :, :99] * r[:, :, 1:100]
    then[:, :, 100] = (now[:, :, 99] + now[:, :, 100]) * r[:, :, 100]
    then[:, :, 0] = children * then[:, 1, 15:50].sum(1)[:, None]
    return then


first, last = by_age("2022-01-01"), by_age("2023-01-01")
last *= (residents / last.sum((1, 2)))[:, None, None]
own = np.array([ambiti.index(a) for a in ambito])
R, C = ratios(pooled(first), pooled(last))
expected = step(first, R[own], C[own])
r, c = R[own].copy(), C[own].copy()
for low in range(1, 101, 5):
    high = min(low + 5, 101)
    seen, awaited = last[:, :, low:high].sum((1, 2)), expected[:, :, low:high].sum((1, 2))
    r[:, :, low:high] *= ((seen + PRIOR) / (awaited + PRIOR))[:, None, None]
awaited = C[own].sum(1) * last[:, 1, 15:50].sum(1)
c *= ((last[:, :, 0].sum(1) + PRIOR) / (awaited + PRIOR))[:, None]
comuni, groups = [last], [pooled(last)]
for _ in range(10):
    now, whole = step(comuni[-1], r, c), step(groups[-1], R, C)
    parts = pooled(now)
    now *= (whole / np.where(parts > 0, parts, 1.0))[own]
    comuni.append(now)
    groups.append(whole)


def measures(x):
    s = x.sum(1)
    young, adult, old = s[:, :15].sum(1), s[:, 15:65].sum(1), s[:, 65:].sum(1)
    all_ = young + adult + old
    return np.stack([all_, young, adult, old, s[:, 75:].sum(1), 100 * old / young], axis=1)


for names, steps in ((ambiti, groups), (codes, comuni)):
    for i, name in enumerate(names):
        row("forecast_2033", name, measures(steps[10])[i])

# How wrong it would have been: the classes counted on 1 January 2026.
known = table("popolazione_classi_eta.csv", "2026-01-01")[["eta_0_14", "eta_15_64", "eta_65_plus"]].values.astype(float)
known = np.c_[known.sum(1), known]
for name, steps, counted in (("ambiti", groups, pooled(known)), ("comuni", comuni, known)):
    error = measures(steps[3])[:, :4] / counted - 1
    held = np.quantile(np.abs(error), 0.8, axis=0)
    row("back_test", name, np.r_[error.mean(0), np.abs(error).mean(0), held])
    print(name, "mean", 100 * error.mean(0), "mean absolute", 100 * np.abs(error).mean(0), "four in five", 100 * held)

(HERE / "analysis.csv").write_text("\n".join(rows) + "\n")
