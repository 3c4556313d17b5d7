"""Makes the reference correlations, lines, curves and intervals that tests/it/stats_correlation.rs checks.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 statsmodels==0.15.0
    venv/bin/python tests/reference/correlate.py

Writes correlate_datasets.csv (the values) and correlate.csv (the results, in full precision), and prints the
versions and every call. Anscombe's quartet is as published (F. J. Anscombe, "Graphs in statistical analysis", The
American Statistician 27(1), 1973); `vecchiaia_densita` is worked out here from the tables of sample_data/, without
the program.
"""

import csv
from importlib.metadata import version
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.outliers_influence import OLSInfluence
from statsmodels.stats.proportion import proportion_confint

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATE = "2023-01-01"

ANSCOMBE_X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
ANSCOMBE = {
    "anscombe_1": (ANSCOMBE_X, [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]),
    "anscombe_2": (ANSCOMBE_X, [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74]),
    "anscombe_3": (ANSCOMBE_X, [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]),
    "anscombe_4": (
        [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8],
        [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89],
    ),
}


def table(name):
    """Rows of a table of sample_data/ at the date, by code."""
    with open(ROOT / "sample_data" / name, encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return {row["code"]: row for row in rows if row.get("date", DATE) == DATE}


def vecchiaia_densita():
    """100·P65+/P0-14 and residents per km² of the 193 Comuni."""
    ages, residents, areas = (table(f"{t}.csv") for t in ("popolazione_eta", "residenti", "superficie"))
    ageing, density = [], []
    for code in sorted(ages):
        people = [int(ages[code][f"m_{a}"]) + int(ages[code][f"f_{a}"]) for a in range(101)]
        ageing.append(100 * sum(people[65:]) / sum(people[:15]))
        density.append(int(residents[code]["residenti"]) / float(areas[code]["superficie_km2"]))
    assert len(ageing) == 193
    return ageing, density


def datasets():
    """Name to x and y; random ones are rounded so that the text holds them exactly."""
    rng = np.random.default_rng(20240301)
    ties = np.round(rng.gamma(2.0, 2.0, 40)), np.round(rng.gamma(2.0, 2.0, 40))
    x = np.round(rng.normal(0, 10, 60), 2)
    noisy = x, np.round(3 - 0.7 * x + rng.standard_t(2, 60) * 5, 2)
    near = np.arange(12.0), np.arange(12.0) * 2 + np.array([0, 1, -1, 0, 2, -2, 1, 0, -1, 1, 0, -1]) / 64
    # Multiples of 1/4 on offsets like those of coordinates and years: exact in double precision.
    offset = 5e6 + np.round(x * 4) / 4, 2e9 + np.round(noisy[1] * 4) / 4
    wave = np.round(np.sort(rng.uniform(0, 10, 120)), 2)
    # Rounding makes ties, and the ends of neighbourhoods fall within some.
    wavy = wave, np.round(np.sin(wave) * 5 + rng.normal(0, 1, 120), 2)
    heavy = np.round(rng.lognormal(5, 1.5, 193), 1), np.round(rng.lognormal(3, 1, 193), 2)
    return {
        **ANSCOMBE,
        "three": ([1, 2, 4], [3, 1, 2.5]),
        "ties": ties,
        "noisy": noisy,
        "near_perfect": near,
        "offset": offset,
        "wavy": wavy,
        "heavy_tail": heavy,
        "vecchiaia_densita": vecchiaia_densita(),
    }


def results(x, y):
    """Statistic, argument, numbers."""
    pearson, spearman = stats.pearsonr(x, y), stats.spearmanr(x, y)
    yield "pearson", "", [pearson.statistic, pearson.pvalue]
    p = spearman.pvalue
    if len(x) < 10:
        # So few pairs have their p counted over all orders.
        pairings = dict(permutation_type="pairings", alternative="two-sided", n_resamples=np.inf)
        p = stats.permutation_test((x,), lambda order: stats.spearmanr(order, y).statistic, **pairings).pvalue
    yield "spearman", "", [spearman.statistic, p]
    line = stats.linregress(x, y)
    # Fitted from the mean of x, where the matrix is well conditioned; the intercept is then taken back to 0.
    centre = x.mean()
    fit = sm.OLS(y - y.mean(), sm.add_constant(x - centre)).fit()
    yield "line", "", [line.slope, line.intercept, fit.rsquared, np.sqrt(fit.mse_resid)]
    yield "slope_ci95", "", fit.conf_int(0.05)[1]
    if len(x) > 3:
        influence = OLSInfluence(fit)
        studentised = influence.resid_studentized_external
        # At leverage 1 statsmodels divides nothing by nothing.
        yield "studentised", "", np.where(influence.hat_matrix_diag > 1 - 1e-9, 0.0, studentised)
    for at in (x.min(), centre, x.max() + (x.max() - x.min()) / 2):
        told = fit.get_prediction([[1.0, at - centre]]).summary_frame(alpha=0.05)
        yield "band", at, [told["mean"][0] + y.mean(), *(told[f"mean_ci_{e}"][0] + y.mean() for e in ("lower", "upper"))]


def curves(x, y):
    """Settings of lowess, and the curve in the order of the rows."""
    # Ours takes points of the same x by ascending y, statsmodels as they come.
    order = np.lexsort((y, x))
    back = np.argsort(order)
    span = float(x.max() - x.min())
    # On offsets like those of "offset" statsmodels is wrong by up to 1.4: it is asked from a local origin.
    left, low = (x.min(), y.min()) if x.min() > 1e6 else (0.0, 0.0)
    for frac, it, delta in ((2 / 3, 3, 0.0), (0.3, 0, 0.0), (0.5, 2, 0.05 * span)):
        settings = {"frac": frac, "it": it, "delta": delta, "return_sorted": False}
        curve = sm.nonparametric.lowess(y[order] - low, x[order] - left, **settings)
        yield f"{frac!r};{it};{delta!r}", curve[back] + low


def text(numbers):
    return ";".join(repr(float(n)) for n in numbers)


def main():
    for package in ("numpy", "scipy", "statsmodels"):
        print(package, version(package))
    data = {name: (np.array(x, float), np.array(y, float)) for name, (x, y) in datasets().items()}
    with open(HERE / "correlate_datasets.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["dataset", "x", "y"])
        for name, (x, y) in data.items():
            out.writerow([name, text(x), text(y)])

    with open(HERE / "correlate.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["dataset", "statistic", "argument", "values"])
        for name, (x, y) in data.items():
            print(f"pearsonr, spearmanr, linregress, OLS(...).fit(), OLSInfluence, get_prediction({name})")
            for statistic, argument, numbers in results(x, y):
                out.writerow([name, statistic, argument if argument == "" else repr(float(argument)), text(numbers)])
            # The neighbourhoods of the fourth quartet have one x only; see src/stats/lowess.rs.
            if name in ("noisy", "wavy", "offset", "heavy_tail", "vecchiaia_densita", "anscombe_1"):
                for argument, curve in curves(x, y):
                    print(f"lowess({name}, frac;it;delta = {argument})")
                    out.writerow([name, "lowess", argument, text(curve)])
        print("t.sf, t.ppf")
        for df in (1, 2, 5, 15, 191, 7898):
            for t in (0.01, 0.7, 1.96, 4.5, 30.0):
                out.writerow(["student", "two_sided_p", f"{t!r};{df}", text([2 * stats.t.sf(t, df)])])
            for p in (0.001, 0.3, 0.975, 0.999):
                out.writerow(["student", "quantile", f"{p!r};{df}", text([stats.t.ppf(p, df)])])
        print("proportion_confint(method='wilson'), chi2.ppf and chi2.isf halved, Byar's formula")
        for confidence in (0.95, 0.998):
            tail = (1 - confidence) / 2
            for part, whole in ((0, 20), (1, 29), (81, 263), (15, 148), (7, 7), (3446, 3446886)):
                ends = proportion_confint(part, whole, alpha=1 - confidence, method="wilson")
                out.writerow(["intervals", "wilson", f"{part};{whole};{confidence}", text(ends)])
            z = stats.norm.isf(tail)
            for x in (0, 1, 2, 5, 9, 10, 65, 12345):
                if x < 10:
                    ends = (stats.chi2.ppf(tail, 2 * x) / 2 if x else 0.0, stats.chi2.isf(tail, 2 * x + 2) / 2)
                else:
                    ends = (
                        x * (1 - 1 / (9 * x) - z / (3 * x**0.5)) ** 3,
                        (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * (x + 1) ** 0.5)) ** 3,
                    )
                out.writerow(["intervals", "poisson", f"{x};{confidence}", text(ends)])


if __name__ == "__main__":
    main()
