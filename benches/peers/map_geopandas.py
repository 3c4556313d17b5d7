"""Draws the map with geopandas and matplotlib: python map_geopandas.py WORK OUTPUT [--labels] [--lean]

The usual way names a scheme, and geopandas asks mapclassify for the classes; `--lean` finds them with numpy
and spares that import."""

import json
import sys
from pathlib import Path

import geopandas
import matplotlib
import numpy

matplotlib.use("Agg")
import matplotlib.patheffects
import matplotlib.pyplot as plt
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch

work, output, labels = Path(sys.argv[1]), sys.argv[2], "--labels" in sys.argv[3:]
spec = json.loads((work / "map.json").read_text(encoding="utf-8"))
layers = {name: geopandas.read_file(work / file).to_crs(32632) for name, file in spec["files"].items()}
areas = layers["comuni"]
edges = [spec["lower"], *spec["breaks"]]

figure = plt.figure(figsize=(297 / 25.4, 210 / 25.4))
axes = figure.add_axes((0.03, 0.08, 0.71, 0.8))
if "province" in layers:
    layers["province"].plot(ax=axes, color="#efeee9", edgecolor="#d9d7d0", linewidth=0.6)
lines = {"edgecolor": "#8d949c", "linewidth": 0.35}
if "--lean" in sys.argv[3:]:
    classes = numpy.searchsorted(spec["breaks"], areas["value"])
    areas.plot(ax=axes, color=[spec["colours"][i] for i in classes], **lines)
else:
    bins = {"bins": spec["breaks"]}
    cmap = ListedColormap(spec["colours"])
    areas.plot(ax=axes, column="value", cmap=cmap, scheme="UserDefined", classification_kwds=bins, **lines)
if "ambiti" in layers:
    layers["ambiti"].boundary.plot(ax=axes, color="#3a4150", linewidth=0.7)
west, south, east, north = areas.total_bounds
margin = 0.03 * (east - west)
axes.set_xlim(west - margin, east + margin)
axes.set_ylim(south - margin, north + margin)
axes.set_axis_off()
if labels:
    halo = [matplotlib.patheffects.withStroke(linewidth=1.3, foreground="white")]
    for at, name in zip(areas.representative_point(), areas["name"]):
        if name in spec["labels"]:
            axes.text(at.x, at.y, name, fontsize=5.6, ha="center", va="center", path_effects=halo)
axes.set_title(spec["title"], loc="left", fontsize=18, fontweight="bold")
axes.legend(
    handles=[
        Patch(facecolor=colour, label=f"{low:.1f} – {high:.1f}  ({count})")
        for colour, low, high, count in zip(spec["colours"], edges, edges[1:], spec["counts"])
    ],
    loc="upper left",
    bbox_to_anchor=(1.0, 1.0),
    fontsize=8.6,
)
figure.savefig(output, dpi=300)
