"""Makes the reference p-values of Spearman's coefficient of few pairs that tests/it/stats_correlation.rs checks.

    python -m venv venv && venv/bin/pip install scipy==1.17.1
    venv/bin/python tests/reference/spearman_exact.py

Writes spearman_exact.csv: two variables, the coefficient and the two-sided p over all pairings, as
scipy.stats.permutation_test counts it.
"""

import csv
from pathlib import Path

import numpy as np
from scipy import stats

CASES = [
    ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]),
    ([1, 2, 3, 4, 5], [1, 2, 3, 5, 4]),
    ([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]),
    ([1, 2, 3, 4], [2, 4, 6, 9]),
    ([1, 2, 3], [3, 1, 2]),
    ([1, 2, 2, 4, 5], [1, 2, 3, 3, 8]),
    ([1, 1, 1, 4, 5, 6], [9, 2, 2, 4, 4, 1]),
    ([3.1, 0.2, 5.5, 2.2, 2.2, 9.0, 1.0], [1, 2, 2, 2, 5, 8, 1]),
    ([12, 5, 8, 9, 1, 3, 20, 7], [3, 4, 8, 6, 2, 2, 9, 5]),
]


def exact(x, y):
    """Over all orders of x beside y; with no more orders than asked for scipy counts them all."""
    test = stats.permutation_test(
        (x,), lambda order: stats.spearmanr(order, y).statistic,
        permutation_type="pairings", alternative="two-sided", n_resamples=np.inf,
    )
    return test.statistic, test.pvalue


with open(Path(__file__).with_suffix(".csv"), "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["x", "y", "rho", "p"])
    for x, y in CASES:
        rho, p = exact(x, y)
        out.writerow([";".join(map(str, x)), ";".join(map(str, y)), repr(float(rho)), repr(float(p))])
