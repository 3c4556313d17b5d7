"""Spatial empirical Bayes of the foreigners of the 193 Comuni on 1 January 2023 by esda 2.9.0, libpysal 4.14.1:

    python3 tests/reference/spatial_bayes.py

Writes spatial_bayes.csv: code, the share of foreigners, and the same drawn towards the Comune and its neighbours (queen). From the
tables and boundaries of the program.
"""
import warnings
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from esda.smoothing import Spatial_Empirical_Bayes
from libpysal.weights import Queen

warnings.filterwarnings("ignore")
ROOT = Path(__file__).resolve().parents[2]
read = lambda name: pd.read_csv(ROOT / "sample_data" / name, dtype={"code": str})
on_the_day = lambda frame: frame[frame.date == "2023-01-01"].set_index("code")
shapes = gpd.read_file(ROOT / "maps/comuni.geojson")
code = next(c for c in shapes.columns if c in ("code", "codice"))
shapes = shapes.set_index(code).sort_index()
residents = on_the_day(read("residenti.csv")).residenti.loc[shapes.index].to_numpy(float)
foreigners = on_the_day(read("stranieri.csv")).stranieri.loc[shapes.index].to_numpy(float)
w = Queen.from_dataframe(shapes, use_index=False)
w.id_order = list(range(len(shapes)))
r = np.ravel(Spatial_Empirical_Bayes(foreigners, residents, w).r)
rows = zip(shapes.index, 100 * foreigners / residents, 100 * r)
text = "code,raw,smoothed\n" + "".join(f"{a},{b!r},{c!r}\n" for a, b, c in ((a, float(b), float(c)) for a, b, c in rows))
(Path(__file__).parent / "spatial_bayes.csv").write_text(text)
