"""Widths of lines of text in the embedded typeface, in thousandths of their size, shaped by HarfBuzz.

    pip install uharfbuzz==0.57.0 && python3 tests/reference/text_widths.py > tests/reference/text_widths.csv
"""

import csv
import sys
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
TEXTS = [
    "AVATAR To. fi fl 1.111",
    "Vermezzo con Zelo",
    "L'Ambito di Paullo: 1.111,1 – 1.234,5",
    "ffi ffl Tj Ty. «Wa» P.A.",
    "Età media, più di 65 anni (%)",
    "1.111.111,11",
    "Μιλάνο Тау",
]

out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["weight", "text", "width", "unkerned"])
for weight in ["Regular", "SemiBold", "Italic"]:
    face = hb.Face(hb.Blob.from_file_path(str(FONTS / f"IBMPlexSans-{weight}.ttf")))
    font = hb.Font(face)
    for text in TEXTS:
        widths = []
        for features in [{}, {"kern": False, "liga": False}]:
            buffer = hb.Buffer()
            buffer.add_str(text)
            buffer.guess_segment_properties()
            hb.shape(font, buffer, features)
            widths.append(sum(p.x_advance for p in buffer.glyph_positions) * 1000 / face.upem)
        out.writerow([weight, text, *(f"{width:g}" for width in widths)])
