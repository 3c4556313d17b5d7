"""Values of the Ambiti of two hypotheses, from the tables of the program with pandas alone.

Settala moves from Melzo to Paullo; Sesto San Giovanni is merged into Cinisello Balsamo.
python3 tests/reference/what_if.py > tests/reference/what_if.csv
"""

import pathlib

import pandas as pd

ROOT = pathlib.Path(__file__).parents[2]
SETTALA, PAULLO, SESTO, CINISELLO = "015210", "50041", "50046", "50069"


def table(name):
    return pd.read_csv(ROOT / "sample_data" / f"{name}.csv", dtype={"code": str})


def ages(frame, first, last):
    return frame[[f"{sex}_{age}" for sex in "mf" for age in range(first, last + 1)]].sum(axis=1)


territories = pd.read_csv(ROOT / "maps" / "territori.csv", dtype=str).set_index("code")
ambito = territories["ambito_code"].copy()
ambito[SETTALA] = PAULLO
ambito[ambito == SESTO] = CINISELLO

population, residents = table("popolazione_eta"), table("residenti")
incomes, fragility = table("irpef"), table("fragilita")
rows = []


def put(indicator, frame, value):
    """`value` makes one number of the rows of a group."""
    for (date, code), part in frame.assign(ambito=frame["code"].map(ambito)).groupby(["date", "ambito"]):
        rows.append((indicator, date, code, value(part)))


population = pd.DataFrame({"code": population.code, "date": population.date,
                           "old": ages(population, 65, 100), "young": ages(population, 0, 14), "adult": ages(population, 20, 64)})
put("indice_vecchiaia", population, lambda part: 100 * part.old.sum() / part.young.sum())
put("residenti", residents, lambda part: part.residenti.sum())
put("reddito_imponibile_medio", incomes, lambda part: part.imponibile_eur.sum() / part.contribuenti.sum())
put("aliquota_media", incomes, lambda part: 100 * part.imposta_netta_eur.sum() / part.imponibile_eur.sum())
adults = population[population.date == "2022-01-01"][["code", "adult"]]
work = fragility.merge(adults, on="code")
put("tasso_occupazione_20_64", work, lambda part: (part.occupazione_20_64_pct * part.adult).sum() / part.adult.sum())
print("indicator,date,ambito,value")
for indicator, date, code, value in rows:
    if code in [PAULLO, territories.ambito_code[SETTALA], CINISELLO]:
        print(f"{indicator},{date},{code},{float(value)!r}")
