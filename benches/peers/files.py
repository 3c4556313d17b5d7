"""Compares how fast Atlante Sociale, pyogrio, geopandas and pandas read files. See README.md in this folder.

    python benches/peers/files.py --cli target/release/atlante-cli --work DIR --italy FILE [--runs N]

Makes the files in DIR: Italy's Comuni as a shapefile and as GeoJSON, a workbook of a row a Comune and 18 columns, and a table
of 800,000 rows laid out as ISTAT's population by age. Prints tables in Markdown.
"""

import argparse
import json
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from peers import ROOT, cpu_of, cpu_of_call, table

def boundaries(work, italy):
    """Italy's Comuni in the layout of ISTAT: a shapefile in UTM 32N, and GeoJSON in degrees."""
    import geopandas

    areas = geopandas.read_feather(italy)
    areas["PRO_COM_T"] = areas.iloc[:, 0].map("{:06d}".format)
    areas = areas[["PRO_COM_T", "geometry"]]
    areas.to_crs(4326).to_file(work / "italy.geojson", driver="GeoJSON")
    areas.to_crs(32632).to_file(work / "italy.shp", encoding="utf-8")
    return areas["PRO_COM_T"].tolist(), len(areas.get_coordinates())


def workbook(work, codes):
    import numpy
    import pandas

    numbers = numpy.random.default_rng(1).integers(0, 100_000, (len(codes), 16))
    frame = pandas.DataFrame(numbers, columns=[f"variabile {i}" for i in range(1, 17)])
    frame.insert(0, "Codice", codes)
    frame.insert(1, "Comune", [f"Comune {code}" for code in codes])
    frame.to_excel(work / "tabella.xlsx", index=False)


def population(work, codes):
    """One row per Comune and age, 0 to 100 and the total: 7,900 Comuni give 800,000 rows."""
    import numpy

    persons = numpy.random.default_rng(2).integers(0, 900, (len(codes), 101, 2))
    with open(work / "POSAS_2023_it_Comuni.csv", "w", encoding="utf-8") as file:
        file.write("Popolazione residente per età e sesso al 1° gennaio 2023\n")
        file.write("Codice comune;Comune;Età;Totale maschi;Totale femmine;Totale\n")
        for code, of_code in zip(codes, persons.tolist()):
            rows = [*enumerate(of_code), (999, [sum(column) for column in zip(*of_code)])]
            file.writelines(f"{code};Comune {code};{age};{m};{f};{m + f}\n" for age, (m, f) in rows)


def compare(options, title, file, peers):
    """Ours is a whole cold process, which also matches territories and checks values; theirs is a function call."""
    ours = "atlante-cli check, whole process"
    command = [options.cli, "check", str(file), "--json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["files"][0]
    print(f"\n{file.name}: {told['status']}, {told.get('rows', {}).get('read', told.get('features'))} rows or features")
    rows = [(ours, cpu_of([command], options.runs)[0], None)]
    rows += [(name, cpu_of_call(call, options.runs), None) for name, call in peers]
    table(title, rows, ours)


def main():
    import geopandas
    import pandas
    import pyogrio

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True, help="our program, a release build")
    parser.add_argument("--work", required=True, type=Path, help="a folder for the files that are made")
    parser.add_argument("--italy", required=True, type=Path, help="Italy's Comuni as feather, their code in the first column")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    codes, points = boundaries(work, options.italy)
    workbook(work, codes)
    population(work, codes)
    packages = "geopandas pyogrio pandas openpyxl shapely numpy".split()
    print(f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in packages), sep=", ")

    shp, geojson = work / "italy.shp", work / "italy.geojson"
    size = lambda file: f"{file.stat().st_size / 1e6:.0f} MB"
    title = f"{len(codes)} polygons, {points} points"
    call = [("pyogrio", lambda: pyogrio.read_dataframe(shp)), ("geopandas", lambda: geopandas.read_file(shp))]
    compare(options, f"Shapefile, {title}, {size(shp)}", shp, call)
    call = [("pyogrio", lambda: pyogrio.read_dataframe(geojson))]
    compare(options, f"GeoJSON, {title}, {size(geojson)}", geojson, call)
    file = work / "tabella.xlsx"
    call = [("pandas, openpyxl", lambda: pandas.read_excel(file))]
    compare(options, f"XLSX, {len(codes)} rows, 18 columns, {size(file)}", file, call)
    posas = work / "POSAS_2023_it_Comuni.csv"

    def grouped():
        frame = pandas.read_csv(posas, sep=";", skiprows=1, dtype={"Codice comune": str})
        frame = frame[frame["Età"] != 999]
        return frame.groupby("Codice comune")[["Totale maschi", "Totale femmine"]].sum()

    compare(options, f"Population by age, {102 * len(codes)} rows, {size(posas)}", posas, [("pandas, read and grouped", grouped)])


if __name__ == "__main__":
    main()
