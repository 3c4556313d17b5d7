"""Makes the reference values of scatterplots that tests/it/scatter.rs checks.

    python -m venv venv && venv/bin/pip install pandas==3.1.1 statsmodels==0.15.0
    venv/bin/python tests/reference/scatter.py

Writes scatter.csv and prints versions and calls: ageing index upwards against density across, of the 193 Comuni at
1/1/2023, worked out from the tables of sample_data/ without the program. What is on a line between quadrants is low.
"""

import csv
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "sample_data"
DATE = "2023-01-01"


def table(name):
    frame = pd.read_csv(DATA / f"{name}.csv", dtype={"code": str})
    frame = frame[frame["date"] == DATE] if "date" in frame else frame
    return frame.set_index("code").sort_index()


def quadrants(frame, x, y):
    """Both high, both low, low across and high upwards, high across and low upwards."""
    right, above = frame["x"] > x, frame["y"] > y
    return [(right & above).sum(), (~right & ~above).sum(), (~right & above).sum(), (right & ~above).sum()]


def main():
    for package in ("numpy", "pandas", "statsmodels"):
        print(package, version(package))
    ages, residents, areas = (table(name) for name in ("popolazione_eta", "residenti", "superficie"))
    people = lambda a, b: ages[[f"{s}_{i}" for s in "mf" for i in range(a, b)]].sum(axis=1)
    old, young = people(65, 101), people(0, 15)
    inhabitants, surface = residents["residenti"], areas["superficie_km2"]
    frame = pd.DataFrame({"x": inhabitants / surface, "y": 100 * old / young})
    assert len(frame) == 193 and frame.notna().all().all()
    ats = inhabitants.sum() / surface.sum(), 100 * old.sum() / young.sum()

    rows = []
    splits = {"mean": frame.mean(), "median": frame.median(), "ats": ats, "typed": (2000.0, 180.0)}
    for name, (x, y) in splits.items():
        print(f"DataFrame.{name}() and the counts on each side of it")
        rows.append([name, [x, y, *quadrants(frame, x, y)]])
    print("OLS(y, add_constant(x)).fit(): params, rsquared; outlier_test of |resid_studentized_external| > 3")
    fit = sm.OLS(frame["y"], sm.add_constant(frame["x"])).fit()
    rows.append(["ols", [fit.params["x"], fit.params["const"], fit.rsquared]])
    far = fit.get_influence().resid_studentized_external
    rows.append(["outliers", [int(code) for code in frame.index[np.abs(far) > 3]]])
    print("lowess(y, x, frac=2/3, it=3), every 24th point by ascending x")
    curve = sm.nonparametric.lowess(frame["y"], frame["x"], frac=2 / 3, it=3)
    rows.append(["lowess", curve[::24].ravel()])
    with open(HERE / "scatter.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["statistic", "values"])
        for name, values in rows:
            out.writerow([name, ";".join(repr(float(value)) for value in values)])


if __name__ == "__main__":
    main()
