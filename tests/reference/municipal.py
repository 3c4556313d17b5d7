"""Reference values of the indicators of the municipal tables, worked out with pandas and formulas written out by hand.

Independent of the application: it reads the tables of `sample_data/` and the composition of the groups
(`maps/territori.csv`), never the catalogue. Made with Python 3.11, pandas 3.1:

    python tests/reference/municipal.py            writes the two tables beside it
    python tests/reference/municipal.py --all      prints every value, to compare with `atlante-cli values`

`municipal_digest.csv` has for every indicator, level and date how many units have a value, the sum of the values, and the
sum of each value times its place (from 1, by code): so that no value can be wrong, nor stand in another's place.
`municipal_series.csv` has ten series in full, for the ATS and three Ambiti.
"""

import csv
import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
BOUNDED = re.compile(r"([:cz]?)\[(.+)\.\.(.+)\]")
SERIES = ["residenti", "quota_60_plus", "quota_stranieri", "reddito_imponibile_medio", "quota_redditi_fino_10k",
          "quota_pensionati", "aliquota_media", "tasso_occupazione_20_64", "affluenza_politiche", "mortalita_periodo"]
PLACES = ["321", "50089", "50066", "50095"]


class Table:
    """A table of `sample_data/`: least and greatest of each cell, the same number where it is known."""

    def __init__(self, name, codes):
        text = pd.read_csv(ROOT / f"sample_data/{name}.csv", dtype=str, keep_default_na=False)
        self.dates = sorted(set(text["date"])) if "date" in text else [None]
        self.cells = {}
        for date in self.dates:
            rows = (text if date is None else text[text["date"] == date]).set_index("code").reindex(codes, fill_value="")
            for column in rows.columns.drop(["date", "codice_catastale"], errors="ignore"):
                if (rows[column] == "").all():
                    continue
                ends = [self.ends(cell) for cell in rows[column]]
                self.cells[column, date] = pd.DataFrame(ends, index=codes, columns=["low", "high"])

    @staticmethod
    def ends(cell):
        bounded = BOUNDED.fullmatch(cell)
        if bounded:
            return float(bounded[2]), float(bounded[3])
        return (float(cell),) * 2 if cell not in ("", ":", "c", "z") else (np.nan, np.nan)

    def __call__(self, column, date=None):
        return self.cells[column, date]


def main():
    territori = pd.read_csv(ROOT / "maps/territori.csv", dtype=str, keep_default_na=False).sort_values("code")
    codes = list(territori["code"])
    names = ["residenti", "stranieri", "popolazione_60_plus", "popolazione_classi_eta", "bilancio_demografico",
             "bilancio_stranieri", "decessi", "irpef", "fragilita", "istruzione", "lavoro", "unita_locali", "pendolarismo",
             "affluenza", "cinque_per_mille", "opencivitas", "classificazioni", "aree_interne", "superficie",
             "popolazione_eta"]
    t = {name: Table(name, codes) for name in names}
    levels = {"comuni": {code: [code] for code in codes}}
    for level in ("ambito", "asst", "ats"):
        groups = territori[territori[f"{level}_code"] != ""].groupby(f"{level}_code")["code"]
        levels[{"ambito": "ambiti"}.get(level, level)] = {code: list(group) for code, group in groups}

    def ages(first, last, date):
        columns = [f"{sex}_{age}" for sex in "mf" for age in range(first, last + 1)]
        return sum((t["popolazione_eta"](column, date) for column in columns[1:]), t["popolazione_eta"](columns[0], date))

    def printed(x, decimals):
        return Decimal(repr(float(f"{x:.15g}"))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)

    out = []

    def put(indicator, date, decimals, of_group):
        for level, groups in levels.items():
            for code, members in sorted(groups.items()):
                low, high = of_group(members)
                if low != high and not (np.isnan(low) or np.isnan(high)):
                    # Known only to lie between two numbers: a value where both print alike.
                    same = printed(low, decimals) == printed(high, decimals)
                    low = (low + high) / 2 if same else np.nan
                out.append((indicator, level, code, date, low if np.isfinite(low) else None))

    def together(*columns):
        """Withheld classes of one Comune share what is left: together they are at most so much above their least as each could be."""
        low = sum((column["low"] for column in columns[1:]), columns[0]["low"])
        return pd.DataFrame({"low": low, "high": low + pd.concat([c["high"] - c["low"] for c in columns], axis=1).max(axis=1)})

    def rate(indicator, date, decimals, k, numerator, denominator=None):
        def of_group(members):
            low, high = numerator.loc[members].sum(skipna=False)
            base = 1 if denominator is None else denominator.loc[members, "low"].sum(skipna=False)
            return (np.nan, np.nan) if base == 0 else (k * low / base, k * high / base)
        put(indicator, date, decimals, of_group)

    def weighted(indicator, date, decimals, k, values, weights):
        def of_group(members):
            if len(members) == 1:
                return tuple(k * values.loc[members[0]])
            w = weights.loc[members, "low"]
            return tuple(k * (values.loc[members, end] * w).sum(skipna=False) / w.sum() for end in ("low", "high"))
        put(indicator, date, decimals, of_group)

    def single(indicator, date, values):
        put(indicator, date, 0, lambda members: tuple(values.loc[members[0]]) if len(members) == 1 else (np.nan, np.nan))

    residents, foreign = t["residenti"], t["stranieri"]
    people = lambda date: residents("residenti", date)
    for date in residents.dates:
        rate("residenti", date, 0, 1, people(date))
        rate("densita", date, 1, 1, people(date), t["superficie"]("superficie_km2"))
    for date in ("2019-01-01", "2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01", "2025-01-01",
                 "2026-01-01"):
        before = people(f"{int(date[:4]) - 1}-01-01")
        rate("variazione_annua", date, 2, 100, people(date) - before, before)
    for date in ("2018-01-01", "2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01"):
        before = people(f"{int(date[:4]) - 5}-01-01")
        rate("variazione_media_annua", date, 2, 20, people(date) - before, before)
    for date in ("2019-01-01", "2020-01-01", "2021-01-01"):
        older = t["popolazione_60_plus"]("eta_60_plus", date)
        rate("quota_60_plus", date, 1, 100, older, t["popolazione_60_plus"]("residenti_ogni_eta", date))
        rate("residenti_60_plus", date, 0, 1, older)
    for date in ("2022-01-01", "2023-01-01"):
        rate("quota_60_plus", date, 1, 100, ages(60, 100, date), ages(0, 100, date))
        rate("residenti_60_plus", date, 0, 1, ages(60, 100, date))
    last, classes = "2026-01-01", t["popolazione_classi_eta"]
    young, adult, old = (classes(name, last) for name in ("eta_0_14", "eta_15_64", "eta_65_plus"))
    men, women = classes("maschi", last), classes("femmine", last)
    everybody = young + adult + old
    for indicator, numerator, denominator in (
        ("indice_vecchiaia", old, young), ("indice_invecchiamento", old, everybody), ("quota_0_14", young, everybody),
        ("quota_15_64", adult, everybody), ("quota_65_plus", old, everybody), ("dipendenza_strutturale", young + old, adult),
        ("dipendenza_anziani", old, adult), ("dipendenza_giovanile", young, adult), ("rapporto_mascolinita", men, women),
    ):
        rate(indicator, last, 1, 100, numerator, denominator)
    rate("disabili_adulti_stima", last, 0, 0.043, adult)
    rate("maschi", last, 0, 1, men)
    rate("femmine", last, 0, 1, women)
    rate("residenti_65_plus", last, 0, 1, old)
    for date in foreign.dates:
        rate("stranieri", date, 0, 1, foreign("stranieri", date))
        rate("quota_stranieri", date, 1, 100, foreign("stranieri", date), people(date))

    year = "2025-12-31"
    flow, foreign_flow = (lambda name: t["bilancio_demografico"](name, year)), (lambda name: t["bilancio_stranieri"](name, year))
    mean = (flow("popolazione_inizio_anno") + flow("popolazione_fine_anno")) / 2
    rate("natalita", year, 1, 1000, flow("nati"), mean)
    rate("mortalita", year, 1, 1000, flow("morti"), mean)
    rate("saldo_naturale", year, 1, 1000, flow("nati") - flow("morti"), mean)
    rate("saldo_migratorio_interno", year, 1, 1000, flow("iscritti_altro_comune") - flow("cancellati_altro_comune"), mean)
    rate("saldo_migratorio_estero", year, 1, 1000, flow("iscritti_estero") - flow("cancellati_estero"), mean)
    rate("acquisizioni_cittadinanza", year, 1, 100, foreign_flow("acquisizioni_cittadinanza"),
         (foreign_flow("stranieri_inizio_anno") + foreign_flow("stranieri_fine_anno")) / 2)
    for date in ("2022-12-31", "2025-12-31"):
        rate("mortalita_periodo", date, 1, 100, t["decessi"]("decessi_triennio", date) * 5,
             t["decessi"]("decessi_quinquennio", "2019-12-31") * 3)

    taxes = t["irpef"]
    for y in range(2000, 2025):
        date = f"{y}-12-31"
        payers = taxes("contribuenti", date)
        if y >= 2007:
            rate("reddito_imponibile_medio", date, 0, 1, taxes("imponibile_eur", date), payers)
            rate("aliquota_media", date, 1, 100, taxes("imposta_netta_eur", date), taxes("imponibile_eur", date))
        if y >= 2023:
            rate("reddito_complessivo_medio", date, 0, 1, taxes("reddito_complessivo_eur", date), payers)
        if y <= 2023:
            rate("reddito_lavoro_dipendente_medio", date, 0, 1, taxes("dipendente_eur", date), taxes("dipendente_n", date))
            rate("pensione_media", date, 0, 1, taxes("pensione_eur", date), taxes("pensione_n", date))
            rate("quota_pensionati", date, 1, 100, taxes("pensione_n", date), payers)
            low = taxes("rc_0_10k_n", date)
            rate("quota_redditi_fino_10k", date, 1, 100, low, payers)
            rate("quota_redditi_fino_15k", date, 1, 100, together(low, taxes("rc_10_15k_n", date)), payers)
        if y <= 2022:
            rate("quota_redditi_oltre_75k", date, 1, 100,
                 together(taxes("rc_75_120k_n", date), taxes("rc_oltre_120k_n", date)), payers)

    for y in (2018, 2019, 2021, 2022):
        date = f"{y}-12-31"
        weighted("tasso_occupazione_20_64", date, 1, 1, t["fragilita"]("occupazione_20_64_pct", date), ages(20, 64, "2022-01-01"))
        weighted("bassa_istruzione_25_64", date, 1, 1, t["fragilita"]("bassa_istruzione_25_64_pct", date), ages(25, 64, "2022-01-01"))
        single("fragilita_decile", date, t["fragilita"]("ifc_decile", date))
    for y in (2018, 2019, 2020, 2021):
        weighted("quota_istruzione_terziaria", f"{y}-12-31", 1, 100, t["istruzione"]("terziaria_9_plus", f"{y}-12-31"),
                 ages(9, 100, "2022-01-01"))
    for y in (2018, 2021):
        date = f"{y}-12-31"
        rate("disoccupazione_censimento", date, 1, 100, t["lavoro"]("in_cerca_occupazione", date), t["lavoro"]("forze_lavoro", date))
    places = lambda name: t["unita_locali"](name, "2023-12-31")
    rate("addetti_100", "2023-12-31", 1, 100, places("addetti"), ages(15, 64, "2023-01-01"))
    rate("retribuzione_media_luogo_lavoro", "2023-12-31", 0, 1000, places("retribuzioni_migl_eur"), places("dipendenti"))
    rate("valore_aggiunto_addetto", "2023-12-31", 0, 1000, places("valore_aggiunto_migl_eur"), places("addetti"))
    way = lambda name: t["pendolarismo"](name, "2021-12-31")
    rate("autocontenimento_lavoro", "2021-12-31", 1, 100, way("interni"), way("interni") + way("uscenti"))
    rate("saldo_pendolare", "2021-12-31", 1, 100, way("entranti") - way("uscenti"), ages(15, 64, "2022-01-01"))
    single("pendolari_entranti", "2021-12-31", way("entranti"))
    single("pendolari_uscenti", "2021-12-31", way("uscenti"))
    for kind, date in (("politiche", "2018-03-04"), ("politiche", "2022-09-25"), ("europee", "2024-06-09"),
                       ("ref_costituzionale", "2020-09-21"), ("ref_costituzionale", "2026-03-23"),
                       ("ref_abrogativo", "2025-06-09")):
        rate(f"affluenza_{kind}", date, 1, 100, t["affluenza"](f"votanti_{kind}", date), t["affluenza"](f"elettori_{kind}", date))
    end, after = "2022-12-31", people("2023-01-01")
    for indicator, column in (("enti_5x1000", "enti_altri"), ("enti_ets_onlus", "enti_ets_onlus"), ("enti_sportivi", "enti_asd")):
        rate(indicator, end, 2, 1000, t["cinque_per_mille"](column, end), after)
    rate("spesa_storica_pro_capite", end, 0, 1, t["opencivitas"]("spesa_storica_eur", end), after)
    rate("spesa_standard_pro_capite", end, 0, 1, t["opencivitas"]("spesa_standard_eur", end), after)
    single("livello_servizi", end, t["opencivitas"]("livello_servizi", end))
    single("livello_spesa", end, t["opencivitas"]("livello_spesa", end))
    single("grado_urbanizzazione", "2023-01-01", t["classificazioni"]("grado_urbanizzazione", "2023-01-01"))
    single("zona_altimetrica", "2023-01-01", t["classificazioni"]("zona_altimetrica", "2023-01-01"))
    single("area_interna", "2020-01-01", t["aree_interne"]("area_interna", "2020-01-01"))
    weighted("minuti_polo", "2020-01-01", 1, 1, t["aree_interne"]("minuti_polo", "2020-01-01"), people("2020-01-01"))

    if "--all" in sys.argv:
        csv.writer(sys.stdout, lineterminator="\n").writerows(out)
        return
    table = pd.DataFrame(out, columns=["indicator", "level", "code", "date", "value"])
    with open(HERE / "municipal_digest.csv", "w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerow(["indicator", "level", "date", "present", "sum", "placed"])
        for (indicator, level, date), rows in table.groupby(["indicator", "level", "date"], sort=True):
            there = [(place, value) for place, value in enumerate(rows["value"], 1) if not pd.isna(value)]
            total, placed = sum(value for _, value in there), sum(place * value for place, value in there)
            write.writerow([indicator, level, date, len(there), repr(float(total)), repr(float(placed))])
    with open(HERE / "municipal_series.csv", "w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerow(["indicator", "level", "code", "date", "value"])
        for row in sorted(out):
            if row[0] in SERIES and row[2] in PLACES:
                write.writerow([*row[:4], "" if row[4] is None else repr(float(row[4]))])


if __name__ == "__main__":
    main()
