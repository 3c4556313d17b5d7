"""Writes parquet_types.parquet: columns as data frames have them, of types that are plain numbers and texts in the file.

pyarrow 14 or later; the file is read by tests/it/import_spellings.rs.
"""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

day = dt.date(2023, 12, 31)
table = pa.table(
    {
        "comune": pa.array(["Milano", "Lodi", "Rho"]).dictionary_encode(),
        "utenti": pa.array([10, None, 7], pa.int16()),
        "spesa": pa.array([Decimal("12.50"), Decimal("3.25"), Decimal("4.00")], pa.decimal128(9, 2)),
        "rilevazione": pa.array([day] * 3, pa.date32()),
        "caricato": pa.array([dt.datetime(2024, 1, 15, 10, 30)] * 3, pa.timestamp("ms")),
    }
)
pq.write_table(table, Path(__file__).with_suffix(".parquet"), store_decimal_as_integer=True)
