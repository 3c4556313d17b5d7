"""Makes the reference class breaks that tests/it/stats_classes.rs checks.

    python -m venv venv && venv/bin/pip install mapclassify==2.10.0 ckwrap==1.2.3
    venv/bin/python tests/reference/classes.py

Reads calemp.csv; writes classes_datasets.csv (the values), classes_mapclassify.csv (breaks and counts by
mapclassify) and classes_ckwrap.csv (Fisher-Jenks by Ckmeans.1d.dp, in double precision, where mapclassify's
single precision is not enough). Prints the versions and every call.
"""

import csv
import warnings
from importlib.metadata import version
from pathlib import Path

import ckwrap
import mapclassify
import numpy as np

HERE = Path(__file__).parent
COUNTS = range(2, 8)


def calemp():
    with open(HERE / "calemp.csv", encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return np.array([float(row["density"]) for row in rows])


def datasets():
    """Name to values; random ones are rounded so that the text holds them exactly."""
    rng = np.random.default_rng(20240229)
    return {
        "calemp": calemp(),
        "ties": np.array([0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 5, 5, 8, 13, 13, 21], dtype=float),
        "negatives": np.round(rng.normal(-5, 12, 60), 2),
        "heavy_tail": np.round(rng.lognormal(3, 1.2, 193), 1),
        "bimodal": np.round(np.concatenate([rng.normal(20, 2, 50), rng.normal(45, 4, 40)]), 1),
        "small": np.array([4.0, 1.0, 7.0, 2.0, 7.5, 11.0, 12.0]),
        # Multiples of 1/4 on a large offset: exact in double precision, lost in single.
        "offset": 1e9 + np.round(rng.gamma(2.0, 30.0, 80) * 4) / 4,
    }


def calls(name):
    """The mapclassify calls: scheme, k (0 where the scheme sets it), function of the values."""
    for k in COUNTS:
        yield "equal", k, lambda y, k=k: mapclassify.EqualInterval(y, k=k)
        yield "quantile", k, lambda y, k=k: mapclassify.Quantiles(y, k=k)
        yield "pretty", k, lambda y, k=k: mapclassify.PrettyBreaks(y, k=k)
        if name != "offset":
            yield "jenks", k, lambda y, k=k: mapclassify.FisherJenks(y, k=k)
    yield "std", 0, lambda y: mapclassify.StdMean(y)
    yield "headtail", 0, lambda y: mapclassify.HeadTailBreaks(y)
    yield "box", 0, lambda y: mapclassify.BoxPlot(y, hinge=1.5)


def ckmeans_breaks(values, k):
    """The largest value and the count of each cluster; labels ascend with the values."""
    clusters = ckwrap.ckmeans(values, k)
    groups = [values[clusters.labels == label] for label in range(k)]
    return [group.max() for group in groups], [len(group) for group in groups]


def text(numbers):
    return ";".join(repr(float(x)) if isinstance(x, float) else str(int(x)) for x in numbers)


def main():
    warnings.simplefilter("ignore")
    for package in ("mapclassify", "numpy", "scipy", "ckwrap"):
        print(package, version(package))
    data = datasets()

    def writer(name):
        file = open(HERE / name, "w", encoding="utf-8", newline="")
        return file, csv.writer(file, lineterminator="\n")

    file, out = writer("classes_datasets.csv")
    with file:
        out.writerow(["dataset", "values"])
        for name, values in data.items():
            out.writerow([name, text(values.tolist())])

    file, out = writer("classes_mapclassify.csv")
    with file:
        out.writerow(["dataset", "scheme", "k", "breaks", "counts"])
        for name, values in data.items():
            for scheme, k, call in calls(name):
                made = call(values)
                print(f"{type(made).__name__}({name}, k={k})" if k else f"{type(made).__name__}({name})")
                out.writerow([name, scheme, k, text(np.asarray(made.bins, float).tolist()), text(made.counts)])

    file, out = writer("classes_ckwrap.csv")
    with file:
        out.writerow(["dataset", "scheme", "k", "breaks", "counts"])
        for name, values in data.items():
            for k in COUNTS:
                if (name, k) == ("small", 5):
                    # {1, 2} or {11, 12} as the one pair: two optima, and each program has its own rule.
                    continue
                print(f"ckwrap.ckmeans({name}, {k})")
                breaks, counts = ckmeans_breaks(values, k)
                out.writerow([name, "jenks", k, text(breaks), text(counts)])


if __name__ == "__main__":
    main()
