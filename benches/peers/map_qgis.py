"""Draws the map with QGIS without a display: python3 map_qgis.py WORK OUTPUT [--labels]"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRendererRange,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

work, output, labels = Path(sys.argv[1]), sys.argv[2], "--labels" in sys.argv[3:]
spec = json.loads((work / "map.json").read_text(encoding="utf-8"))
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
project.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
assert project.crs().isValid()


def layer(name, symbol):
    vector = QgsVectorLayer(str(work / spec["files"][name]), name, "ogr")
    assert vector.isValid(), name
    if symbol:
        vector.renderer().setSymbol(QgsFillSymbol.createSimple(symbol))
    return vector


def line(colour, points):
    return {"outline_color": colour, "outline_width": str(points), "outline_width_unit": "Point"}


looks = {
    "ambiti": {"style": "no", **line("#3a4150", 0.7)},
    "comuni": None,
    "province": {"color": "#efeee9", **line("#d9d7d0", 0.6)},
}
# Uppermost first, as QGIS expects.
layers = {name: layer(name, look) for name, look in looks.items() if name in spec["files"]}
areas = layers["comuni"]
edges = [spec["lower"], *spec["breaks"]]
ranges = [
    QgsRendererRange(
        low,
        high,
        QgsFillSymbol.createSimple({"color": colour, **line("#8d949c", 0.35)}),
        f"{low:.1f} – {high:.1f}  ({count})",
    )
    for colour, low, high, count in zip(spec["colours"], edges, edges[1:], spec["counts"])
]
areas.setRenderer(QgsGraduatedSymbolRenderer("value", ranges))
if labels:
    text = QgsTextFormat()
    text.setSize(5.6)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.24)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text)
    areas.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    areas.setLabelsEnabled(True)
project.addMapLayers(list(layers.values()))

layout = QgsPrintLayout(project)
layout.initializeDefaults()
layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Landscape)


def place(item, x, y, width, height):
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, QgsUnitTypes.LayoutMillimeters))
    item.attemptResize(QgsLayoutSize(width, height, QgsUnitTypes.LayoutMillimeters))


sheet = QgsLayoutItemMap(layout)
sheet.setLayers(list(layers.values()))
place(sheet, 9, 22, 210, 170)
west, south, east, north = spec["extent"]
margin = 0.03 * (east - west)
sheet.setExtent(QgsRectangle(west - margin, south - margin, east + margin, north + margin))
title = QgsLayoutItemLabel(layout)
title.setText(spec["title"])
place(title, 9, 9, 270, 10)
legend = QgsLayoutItemLegend(layout)
legend.setAutoUpdateModel(False)
legend.setLinkedMap(sheet)
place(legend, 224, 22, 60, 80)
bar = QgsLayoutItemScaleBar(layout)
bar.setLinkedMap(sheet)
bar.applyDefaultSize()
place(bar, 12, 178, 60, 12)

exporter = QgsLayoutExporter(layout)
if output.endswith(".pdf"):
    result = exporter.exportToPdf(output, QgsLayoutExporter.PdfExportSettings())
else:
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 300
    result = exporter.exportToImage(output, settings)
assert result == QgsLayoutExporter.Success, result
# QGIS is slow to exit and may crash while doing so: only the written file is measured.
sys.stdout.flush()
os._exit(0)
