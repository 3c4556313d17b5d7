"""Compares Atlante Sociale with its peers. See README.md in this folder.

    python benches/peers/peers.py --cli target/release/atlante-cli --work DIR [--runs N] [--italy FILE] [what…]

`what`: figure, italy, jenks, topology; all when none is named. Prints tables in Markdown.
"""

import argparse
import csv
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
INDICATOR, YEAR = "indice_vecchiaia", "2023"


def cpu_of(commands, runs):
    """User and system seconds of whole processes, including children: minimum and median of `runs` for each.
    They take turns, so that other load on the machine affects all of them."""
    seconds = [[] for _ in commands]
    for _ in range(runs):
        for command, taken in zip(commands, seconds):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return [(min(taken), statistics.median(taken)) for taken in seconds]


def cpu_of_call(call, runs):
    """The same for a function in this process, with all its threads."""
    seconds = []
    for _ in range(runs):
        before = time.process_time()
        call()
        seconds.append(time.process_time() - before)
    return min(seconds), statistics.median(seconds)


def table(title, rows, ours):
    """`rows`: name, (least, median), bytes or None. The ratio is of the medians, ours to the peer's."""
    own = dict((name, seconds) for name, seconds, _ in rows)[ours][1]
    print(f"\n{title}\n\n| | CPU s, median | least | ours / it | file kB |\n|---|--:|--:|--:|--:|")
    for name, (least, median), size in rows:
        ratio = "" if name == ours else f"1/{median / own:.1f}" if median > own else f"{own / median:.2f}"
        kilobytes = "" if size is None else f"{size / 1000:.0f}"
        print(f"| {name} | {median:.3f} | {least:.3f} | {ratio} | {kilobytes} |")
    sys.stdout.flush()


def prepare_map(cli, work):
    """Prepares what the peers draw, so that they need not compute the indicator, its classes or outlines."""
    import geopandas

    def asked(*arguments):
        return subprocess.run([cli, *arguments], check=True, capture_output=True, text=True).stdout

    query = ["--indicator", INDICATOR, "--year", YEAR, "--level", "comuni"]
    drawn = work / "ours.svg"
    spec = json.loads(asked("figure", "map", *query, "--json", "-o", str(drawn)))
    rows = csv.DictReader(asked("values", *query, "--format", "csv").splitlines())
    values = {row["code"]: float(row["value"]) for row in rows}
    with open(ROOT / "maps" / "territori.csv", encoding="utf-8") as file:
        ambiti = {row["code"]: row["ambito"] for row in csv.DictReader(file)}
    areas = geopandas.read_file(ROOT / "maps" / "comuni.geojson")
    areas["value"] = areas["code"].map(values)
    areas["ambito"] = areas["code"].map(ambiti)
    areas.to_file(work / "comuni.geojson", driver="GeoJSON")
    areas.dissolve("ambito").reset_index()[["ambito", "geometry"]].to_file(
        work / "ambiti.geojson", driver="GeoJSON"
    )
    (work / "province.geojson").write_bytes((ROOT / "maps" / "province.geojson").read_bytes())
    lines = re.findall(r"<text[^>]*>([^<]+)</text>", drawn.read_text(encoding="utf-8"))
    map_spec = {key: spec[key] for key in ("breaks", "counts", "colours", "lower")}
    map_spec["title"] = "Indice di vecchiaia"
    map_spec["files"] = {name: f"{name}.geojson" for name in ("ambiti", "comuni", "province")}
    map_spec["labels"] = sorted(set(areas["name"]) & set(lines))
    map_spec["extent"] = list(areas.to_crs(32632).total_bounds)
    (work / "map.json").write_text(json.dumps(map_spec), encoding="utf-8")
    print(f"\n{len(areas)} Comuni, {len(map_spec['labels'])} labels of one line for the peers", flush=True)


def figure(options):
    prepare_map(options.cli, options.work)
    qgis = ["env", "QT_QPA_PLATFORM=offscreen", options.qgis_python, str(HERE / "map_qgis.py")]
    ours = [options.cli, "figure", "map", "--indicator", INDICATOR, "--year", YEAR, "--level", "comuni"]
    geopandas = [sys.executable, str(HERE / "map_geopandas.py")]
    peers = [
        ("geopandas, without mapclassify", geopandas, ["--lean"]),
        ("geopandas", geopandas, []),
        ("geopandas, with labels", geopandas, ["--labels"]),
        ("QGIS", qgis, []),
        ("QGIS, with labels", qgis, ["--labels"]),
    ]
    name = "atlante-cli, labels and all"
    for kind in ("png", "pdf", "svg"):
        file = options.work / f"ours.{kind}"
        drawn = [(name, file, [*ours, "--dpi", "300", "-o", str(file)])]
        for i, (peer, command, extra) in enumerate(peers if kind != "svg" else []):
            file = options.work / f"peer{i}.{kind}"
            drawn.append((peer, file, [*command, str(options.work), str(file), *extra]))
        seconds = cpu_of([command for _, _, command in drawn], options.runs)
        rows = [(who, cpu, file.stat().st_size) for (who, file, _), cpu in zip(drawn, seconds)]
        table(f"The map of 193 Comuni, A4, {kind.upper()} (300 dpi), whole cold process", rows, name)


def italy(options):
    """The Comuni of Italy coloured by area, from the shapefile."""
    if options.italy is None:
        print("\nitaly: no --italy given, left out")
        return
    import geopandas

    work = options.work / "italy"
    work.mkdir(exist_ok=True)
    areas = geopandas.read_feather(options.italy).to_crs(32632)
    areas["PRO_COM_T"] = areas.iloc[:, 0].map("{:06d}".format)
    areas["value"] = areas.area / 1e6
    areas[["PRO_COM_T", "value", "geometry"]].to_file(work / "italy.shp", encoding="utf-8")
    file = work / "ours.png"
    ours = [options.cli, "figure", "map", "--boundaries", str(work / "italy.shp")]
    ours += ["--indicator", "superficie_disegnata", "--level", "comuni"]
    told = subprocess.run([*ours, "--json", "-o", str(file)], check=True, capture_output=True, text=True)
    spec = json.loads(told.stdout)
    map_spec = {key: spec[key] for key in ("breaks", "counts", "colours", "lower")}
    map_spec |= {"title": "Superficie", "labels": [], "files": {"comuni": "italy.shp"}}
    map_spec["extent"] = list(areas.total_bounds)
    (work / "map.json").write_text(json.dumps(map_spec), encoding="utf-8")
    name = "atlante-cli, labels and all"
    drawn = [(name, file, [*ours, "--dpi", "300", "-o", str(file)])]
    qgis = ["env", "QT_QPA_PLATFORM=offscreen", options.qgis_python, str(HERE / "map_qgis.py")]
    python = [sys.executable, str(HERE / "map_geopandas.py")]
    for peer, command, extra in [("geopandas, without mapclassify", python, ["--lean"]), ("QGIS", qgis, [])]:
        file = work / f"{peer[:4]}.png"
        drawn.append((peer, file, [*command, str(work), str(file), *extra]))
    seconds = cpu_of([command for _, _, command in drawn], options.runs)
    rows = [(who, cpu, file.stat().st_size) for (who, file, _), cpu in zip(drawn, seconds)]
    table(f"The map of {len(areas)} Comuni, A4, PNG (300 dpi), whole cold process", rows, name)


def jenks(options):
    import ckwrap
    import mapclassify
    import numpy

    for count in (7_900, 100_000):
        values = numpy.random.default_rng(5).lognormal(5.0, 0.3, count)
        file = options.work / f"values{count}.csv"
        file.write_text("x\n" + "\n".join(map(repr, values.tolist())) + "\n", encoding="utf-8")
        classify = [options.cli, "stats", "classify", "--csv", str(file), "--column", "x"]
        classify += ["--scheme", "jenks", "--classes", "5", "--json"]
        ours = json.loads(subprocess.run(classify, check=True, capture_output=True).stdout)["breaks"]
        labels = ckwrap.ckmeans(values, 5).labels
        theirs = [float(values[labels == label].max()) for label in range(5)]
        print(f"\n{count} values: breaks {'equal' if ours == theirs else f'differ: {ours} {theirs}'}")
        # Cold and including reading the file: not the peers' conditions, but our worst case.
        name = "atlante-cli stats classify, whole process"
        rows = [(name, cpu_of([classify], 3 * options.runs)[0], None)]
        rows.append(("ckwrap, values in memory", cpu_of_call(lambda: ckwrap.ckmeans(values, 5), 20), None))
        if count <= 10_000 or options.slow:
            call = lambda: mapclassify.FisherJenks(values, k=5)
            if find_spec("numba"):
                mapclassify.FisherJenks(values[:100], k=5)  # compiles, outside the measurement
            rows.append(("mapclassify, values in memory", cpu_of_call(call, options.runs), None))
        table(f"Fisher-Jenks, 5 classes, {count} values", rows, name)


def topology(options):
    if options.italy is None:
        print("\ntopology: no --italy given, left out")
        return
    import geopandas
    import libpysal
    import pygeoda

    areas = geopandas.read_feather(options.italy)
    areas["code"] = areas.iloc[:, 0].map("{:06d}".format)
    areas = areas[["code", "geometry"]]
    file = options.work / "italy.geojson"
    areas.to_file(file, driver="GeoJSON", COORDINATE_PRECISION=15)
    print(f"\n{len(areas)} polygons, {len(areas.get_coordinates())} points")
    opened = pygeoda.open(areas)
    queen = pygeoda.queen_weights(opened)
    pairs = sum(len(queen.get_neighbors(i)) for i in range(len(areas))) // 2
    print(f"pygeoda: {pairs} pairs of neighbours")
    weights = libpysal.weights.Queen.from_dataframe(areas, use_index=False, silence_warnings=True)
    print(f"libpysal: {sum(map(len, weights.neighbors.values())) // 2} pairs of neighbours")
    environment = {**os.environ, "ATLANTE_BENCH_GEOJSON": str(file)}
    bench = [*options.cargo.split(), "bench", "--bench", "speed", "--", "build_of_file"]
    done = subprocess.run(bench, cwd=ROOT, env=environment, capture_output=True, text=True)
    print(done.stdout + "\n".join(line for line in done.stderr.splitlines() if "pairs" in line))
    found = re.search(r"build_of_file\s+([\d.]+) (ms|s)[^\d]+[\d.]+ \w+[^\d]+([\d.]+) (ms|s)", done.stdout)
    unit = {"ms": 1e-3, "s": 1.0}
    seconds = float(found[1]) * unit[found[2]], float(found[3]) * unit[found[4]]
    name = "atlante, shared borders and neighbours"
    queen_of_geoda = lambda: pygeoda.queen_weights(opened)
    queen_of_pysal = lambda: libpysal.weights.Queen.from_dataframe(
        areas, use_index=False, silence_warnings=True
    )
    rows = [
        (name, seconds, None),
        ("pygeoda, neighbours", cpu_of_call(queen_of_geoda, 4 * options.runs), None),
        ("libpysal, neighbours", cpu_of_call(queen_of_pysal, options.runs), None),
    ]
    table(f"{len(areas)} polygons in memory", rows, name)


def versions(options):
    packages = "geopandas matplotlib mapclassify ckwrap libpysal pygeoda shapely numpy".split()
    numba = f"numba {version('numba')}" if find_spec("numba") else "no numba"
    print(f"Python {platform.python_version()}", numba, *(f"{name} {version(name)}" for name in packages), sep=", ")
    asked = [options.qgis_python, "-c", "from qgis.core import Qgis; print('QGIS', Qgis.QGIS_VERSION)"]
    print(subprocess.run(asked, capture_output=True, text=True).stdout.strip() or "QGIS is not there")
    print(f"atlante-cli: {Path(options.cli).stat().st_size / 1e6:.1f} MB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True, help="our program, a release build")
    parser.add_argument("--work", required=True, type=Path, help="a folder for what is written on the way")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--italy", type=Path, help="Italy's Comuni as feather, their code in the first column")
    parser.add_argument("--qgis-python", default="/usr/bin/python3", help="a Python that has PyQGIS")
    parser.add_argument("--cargo", default="cargo")
    parser.add_argument("--slow", action="store_true", help="mapclassify on 100,000 values too")
    parser.add_argument("what", nargs="*", metavar="what", help="figure, italy, jenks, topology")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    parts = {"figure": figure, "italy": italy, "jenks": jenks, "topology": topology}
    versions(options)
    for what in options.what or parts:
        parts[what](options)


if __name__ == "__main__":
    main()
