"""Makes the reference values of the tests beside src/stats: gamma and normal distributions, standardised rates, empirical
Bayes, trends, inequality, segregation, forecasts, the dispersion of a funnel.

    python -m venv venv && venv/bin/pip install scipy statsmodels esda
    venv/bin/python tests/reference/inference.py

Writes inference.csv (method,arguments,values, numbers separated by spaces and in full precision) and prints the versions.
Where a package has the method, it is called; where it has not, the formula is written out here with numpy, independently
of the program and in another way (sums over all pairs for Gini, regression for the trend tests).
"""

import itertools
from importlib.metadata import version
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from esda.smoothing import Empirical_Bayes
from scipy import special, stats
from statsmodels.tsa.holtwinters import ExponentialSmoothing

HERE = Path(__file__).resolve().parent
rows = []


def row(method, arguments, values):
    def text(numbers):
        return " ".join(repr(float(x)) for x in np.atleast_1d(np.asarray(numbers, dtype=float)).ravel())

    rows.append(f"{method},{text(arguments)},{text(values)}")


rng = np.random.default_rng(20230101)

# Distributions: scipy.special.gammaln, gammainc, gammaincc; scipy.stats.chi2.ppf; scipy.stats.norm.sf.
for a in [0.05, 0.5, 1, 1.5, 3, 9.5, 20, 150.25, 1e4, 1e6]:
    row("ln_gamma", a, special.gammaln(a))
for a, x in [(0.5, 0.1), (0.5, 3), (0.5, 30), (1, 1), (3.5, 0.01), (10, 5), (10, 20), (200, 180), (200, 260), (1e4, 1.01e4)]:
    row("incomplete_gamma", [a, x], [special.gammainc(a, x), special.gammaincc(a, x)])
for p, df in [(0.025, 1), (0.975, 1), (0.002, 2), (0.999, 7.5), (0.5, 40), (0.025, 4000.5), (0.999, 20000)]:
    row("chi_square_quantile", [p, df], stats.chi2.ppf(p, df))
for z in [-3.0, -0.5, 0.0, 0.3, 1.959963984540054, 3.090232306167813, 6.0, 9.0]:
    row("normal_tail", z, [stats.norm.sf(z), 2 * stats.norm.sf(abs(z))])

# Directly standardised rates: the gamma interval of Fay and Feuer (1997) with scipy.stats.gamma, which parametrises it by
# shape and scale where the paper uses chi-square quantiles.
for strata in [
    [(12, 1000, 500), (30, 2000, 300), (44, 800, 200)],
    [(0, 5000, 40), (3, 4000, 30), (9, 1500, 20), (7, 300, 10)],
    [(107, 230061, 113150), (141, 329449, 121100), (60, 114920, 73100), (40, 39487, 24000), (39, 14208, 8500), (25, 3052, 2100)],
]:
    x, n, s = np.array(strata, dtype=float).T
    w = s / s.sum() / n
    y, v, m = (w * x).sum(), (w**2 * x).sum(), w.max()
    ends = []
    for tail in (0.025, 0.001):
        ends += [
            stats.gamma.ppf(tail, y**2 / v, scale=v / y),
            stats.gamma.isf(tail, (y + m) ** 2 / (v + m**2), scale=(v + m**2) / (y + m)),
        ]
    row("fay_feuer", strata, [y, x.sum() / n.sum(), *ends])

# Empirical Bayes: esda.smoothing.Empirical_Bayes(e, b).r, where its variance is not negative.
for size in (10, 60):
    b = rng.integers(80, 40000, size).astype(float)
    e = rng.binomial(b.astype(int), rng.beta(4, 60, size)).astype(float)
    row("empirical_bayes", np.c_[e, b], Empirical_Bayes(e, b).r)

# Mann-Kendall: exact p from scipy.stats.kendalltau(method="exact") against time for up to ten values without ties; else the
# normal approximation with ties and continuity correction, written out.
for values in [
    [1, 3, 2, 5, 4],
    [10.1, 9.7, 9.9, 9.1, 8.8, 9.0, 8.2, 8.1],
    list(rng.normal(size=10)),
    list(rng.normal(size=25) + 0.05 * np.arange(25)),
    [3, 3, 4, 4, 5, 5, 5, 6, 7, 7, 7, 8],
    [2, 2, 1, 3, 2],
]:
    v = np.array(values, dtype=float)
    n = len(v)
    s = sum(np.sign(b - a) for a, b in itertools.combinations(v, 2))
    counts = np.unique(v, return_counts=True)[1]
    if n <= 10 and counts.max() == 1:
        p = stats.kendalltau(np.arange(n), v, method="exact").pvalue
    else:
        variance = (n * (n - 1) * (2 * n + 5) - (counts * (counts - 1) * (2 * counts + 5)).sum()) / 18
        p = min(1, 2 * stats.norm.sf(abs(s - np.sign(s)) / np.sqrt(variance)))
    row("mann_kendall", v, [s, p])

# Sen's slope and its interval: scipy.stats.theilslopes(y, x, alpha=0.95, method="separate").
for n in (6, 9, 18):
    t = np.arange(2005, 2005 + n, dtype=float)
    v = np.round(50 + 0.8 * (t - 2005) + rng.normal(size=n), 2)
    found = stats.theilslopes(v, t, alpha=0.95)
    row("theil_slopes", np.r_[t, v], [found[0], found[2], found[3]])

# Poisson trend: statsmodels GLM(Poisson, offset=ln P); with Pearson's dispersion above 1, scale="X2" and use_t=True.
for n, extra in ((5, 0), (8, 0.15), (12, 0.03)):
    t = np.arange(2010, 2010 + n, dtype=float)
    population = np.round(50000 * 1.01 ** np.arange(n))
    counts = rng.poisson(population * 0.004 * np.exp(0.03 * np.arange(n) + extra * rng.normal(size=n))).astype(float)
    model = sm.GLM(counts, sm.add_constant(t - t.mean()), family=sm.families.Poisson(), offset=np.log(population))
    plain = model.fit(tol=1e-14)
    phi = plain.pearson_chi2 / (n - 2)
    fit = model.fit(scale="X2", use_t=True, tol=1e-14) if phi > 1 else plain
    row(
        "poisson_trend",
        np.r_[t, counts, population],
        [np.exp(fit.params[1]), *np.exp(fit.conf_int()[1]), fit.pvalues[1], phi],
    )

# Linear trend of proportions and of rates: the score tests of logistic and Poisson regression at no slope,
# statsmodels GLM.score_test.
for n in (5, 7):
    t = np.arange(2015, 2015 + n, dtype=float)
    population = rng.integers(4000, 9000, n).astype(float)
    events = rng.binomial(population.astype(int), 0.1 + 0.006 * np.arange(n)).astype(float)
    one = np.ones((n, 1))
    p = events.sum() / population.sum()
    centre = (t * population).sum() / population.sum()
    logit = sm.GLM(np.c_[events, population - events], one, family=sm.families.Binomial()).fit()
    poisson = sm.GLM(events, one, family=sm.families.Poisson(), offset=np.log(population)).fit()
    for name, fit in (("trend_of_parts", logit), ("trend_of_events", poisson)):
        chi, pvalue, _ = fit.model.score_test(fit.params, exog_extra=t[:, None] - centre)
        row(name, np.r_[t, events, population], [np.ravel(chi)[0], np.ravel(pvalue)[0]])

# Pettitt's test: K and its approximate p, with numpy.
for v in (np.r_[rng.normal(size=9), rng.normal(size=7) + 2], np.round(rng.normal(size=14), 1)):
    n = len(v)
    u = np.array([np.sign(np.subtract.outer(v[t + 1 :], v[: t + 1])).sum() for t in range(n - 1)])
    k = np.abs(u).max()
    row("pettitt", v, [np.argmax(np.abs(u)), k, min(1, 2 * np.exp(-6 * k**2 / (n**3 + n**2)))])

# Inequality: Gini by all pairs; Theil's T and its two parts; the slope index by statsmodels WLS.
for size in (5, 40):
    y = np.round(rng.lognormal(10, 0.3, size), 2)
    w = rng.integers(100, 90000, size).astype(float)
    mean = (w * y).sum() / w.sum()
    row("gini", np.c_[y, w], (np.outer(w, w) * np.abs(np.subtract.outer(y, y))).sum() / (2 * mean * w.sum() ** 2))
    group = rng.integers(0, 3, size)
    q = w * y / (w * y).sum()
    total = (q * np.log(y / mean)).sum()
    within = 0.0
    for g in np.unique(group):
        of = group == g
        own = (w[of] * y[of]).sum() / w[of].sum()
        within += q[of].sum() * (w[of] * y[of] / (w[of] * y[of]).sum() * np.log(y[of] / own)).sum()
    row("theil", np.c_[y, w, group], [total, total - within, within])
    outcome = np.round(30 + 5 * rng.normal(size=size) + y / 4000, 3)
    rank = np.round(y, -3)
    place = np.array([(w[rank < r].sum() + w[rank == r].sum() / 2) / w.sum() for r in rank])
    fit = sm.WLS(outcome, sm.add_constant(place), weights=w).fit()
    a, b = fit.params
    row("slope_index", np.c_[outcome, rank, w], [b, (a + b) / a])

# Segregation: dissimilarity, isolation, interaction, eta squared, location quotients.
for size in (4, 30):
    t = rng.integers(500, 60000, size).astype(float)
    g = rng.binomial(t.astype(int), rng.beta(2, 15, size)).astype(float)
    G, T = g.sum(), t.sum()
    d = 0.5 * np.abs(g / G - (t - g) / (T - G)).sum()
    isolation = (g / G * g / t).sum()
    interaction = (g / G * (t - g) / t).sum()
    p = G / T
    row("segregation", np.c_[g, t], [d, isolation, interaction, (isolation - p) / (1 - p), *(g / t / p)])

# The funnel's dispersion: scipy-free, numpy.quantile with its default interpolation.
for size in (5, 17, 193):
    z = 2.5 * rng.normal(size=size)
    low, high = np.quantile(z, [0.1, 0.9])
    row("winsorised_phi", z, (np.clip(z, low, high) ** 2).mean())

# Hamilton-Perry, two steps, as matrix products. Single groups a step apart, and two groups a step apart, as with five-year
# groups ten years apart.
for shift, groups in ((1, 18), (2, 18)):
    base = 1000 * np.exp(-0.05 * np.arange(groups))
    earlier = np.round(np.stack([base, base * 1.02]) * rng.uniform(0.8, 1.2, (2, groups)))
    later = np.round(np.stack([base, base * 1.02]) * rng.uniform(0.8, 1.2, (2, groups)))
    step = []
    for sex in range(2):
        m = np.zeros((groups, groups))
        for a in range(shift, groups - 1):
            m[a, a - shift] = later[sex, a] / earlier[sex, a - shift]
        m[groups - 1, groups - 1 - shift :] = later[sex, -1] / earlier[sex, groups - 1 - shift :].sum()
        step.append(m)
    now = later.copy()
    for _ in range(2):
        now = np.stack([step[sex] @ now[sex] for sex in range(2)])
        for group in range(shift):
            women = slice(3 + group, 9 + group)
            now[:, group] = later[:, group] / later[1, women].sum() * now[1, women].sum()
    row("hamilton_perry", np.r_[shift, groups, earlier.ravel(), later.ravel()], now)

# Damped Holt: the sum of squares that statsmodels reaches with estimated first states and the same bounds; and its forecasts
# with given parameters and first states.
for n in (8, 12, 18):
    v = np.round(200 + np.cumsum(2 + rng.normal(size=n)), 2)
    model = ExponentialSmoothing(
        v,
        trend="add",
        damped_trend=True,
        initialization_method="estimated",
        bounds={"smoothing_level": (0.05, 0.95), "damping_trend": (0.8, 0.98)},
    )
    row("damped_holt", v, model.fit(method="SLSQP").sse)
    level, trend = v[0] - 1.5, 1.25
    fixed = ExponentialSmoothing(
        v, trend="add", damped_trend=True, initialization_method="known", initial_level=level, initial_trend=trend
    ).fit(smoothing_level=0.6, smoothing_trend=0.4, damping_trend=0.9, optimized=False)
    row("damped_holt_fixed", [0.6, 0.4, 0.9, level, trend, *v], fixed.forecast(5))

(HERE / "inference.csv").write_text("\n".join(rows) + "\n")
for package in ("numpy", "scipy", "statsmodels", "esda"):
    print(package, version(package))
