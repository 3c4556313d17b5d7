"""Compares local Moran's I and SKATER with pygeoda on one machine in one run. See README.md in this folder.

    cargo bench --bench speed --no-run
    python benches/peers/space.py --speed target/release/deps/speed-HASH [--runs N]

The data are those of `queen_of_many` and `skater` in benches/speed.rs: a lattice of 89 by 89 units that touch on sides and corners.
Times are wall clock on both sides, because ours come from divan; ratios are of medians.
"""

import argparse
import math
import re
import statistics
import subprocess
import time
from importlib.metadata import version

import geopandas
import pygeoda
from shapely.geometry import box

SIDE = 89
UNITS = {"s": 1.0, "ms": 1e-3, "µs": 1e-6}


def lattice():
    n = range(SIDE * SIDE)
    values = [math.sin(i * 0.37) * 10.0 + i // SIDE for i in n]
    columns = {"a": values, "b": [float(i % 97) for i in n], "c": [float(i * i % 89) for i in n]}
    squares = [box(i % SIDE, i // SIDE, i % SIDE + 1, i // SIDE + 1) for i in n]
    return geopandas.GeoDataFrame(columns, geometry=squares, crs=32632)


def wall(call, runs):
    taken = []
    for _ in range(runs):
        before = time.perf_counter()
        call()
        taken.append(time.perf_counter() - before)
    return statistics.median(taken)


def ours(speed, name):
    """The medians that divan prints for a benchmark, by its argument if it has any."""
    told = subprocess.run([speed, "--bench", name], check=True, capture_output=True, text=True).stdout
    found = {}
    for line in told.splitlines():
        times = re.findall(r"([\d.]+) (s|ms|µs)\b", line)
        label = re.search(r"[├╰]─ (\S+)", line)
        if len(times) >= 4 and label:
            number, unit = times[2]
            found[label.group(1)] = float(number) * UNITS[unit]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--speed", help="the benchmark program; without it only the peers are timed")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(f"pygeoda {version('pygeoda')}, {SIDE * SIDE} units")
    data = pygeoda.open(lattice())
    weights = pygeoda.queen_weights(data)
    moran = ours(options.speed, "local_moran") if options.speed else {}
    for threads in (1, 2):
        peer = wall(
            lambda: pygeoda.local_moran(
                weights, data["a"], permutations=9999, permutation_method="lookup", cpu_threads=threads
            ),
            options.runs,
        )
        own = moran.get(str(threads))
        ratio = "" if own is None else f"; ours {own:.2f} s, {peer / own:.1f} times as fast"
        print(f"local Moran, 9,999 permutations, threads {threads}: pygeoda (lookup) {peer:.2f} s{ratio}")
    peer = wall(lambda: pygeoda.skater(12, weights, data[["a", "b", "c"]]), options.runs)
    own = next(iter(ours(options.speed, "skater").values()), None) if options.speed else None
    ratio = "" if own is None else f"; ours {own:.2f} s, {peer / own:.1f} times as fast"
    print(f"SKATER, 12 groups: pygeoda {peer:.2f} s{ratio}")


if __name__ == "__main__":
    main()
