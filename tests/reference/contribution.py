"""The numbers of tests/it/contribution.rs and tests/it/dumbbell.rs, with pandas, from sample_data/ and maps/territori.csv. Exact fractions divide
the change, so that what they come to is known without rounding."""

from fractions import Fraction

import pandas as pd

places = pd.read_csv("maps/territori.csv", dtype=str)
ages = pd.read_csv("sample_data/popolazione_eta.csv", dtype={"code": str}).merge(places, on="code")
ages["old"] = ages[[f"{s}_{a}" for s in "mf" for a in range(65, 101)]].sum(axis=1)
ages["young"] = ages[[f"{s}_{a}" for s in "mf" for a in range(15)]].sum(axis=1)


def divided(rows, by, k=100):
    sums = rows.groupby([by, "date"])[["old", "young"]].sum().unstack("date")
    at = lambda side, date: {name: Fraction(int(v)) for name, v in sums[(side, date)].items()}
    n0, n1, d0, d1 = (at(s, f"{y}-01-01") for s in ("old", "young") for y in (2022, 2023))
    N0, N1, D0, D1 = (sum(v.values()) for v in (n0, n1, d0, d1))
    up, down = (1 / D0 + 1 / D1) / 2, -(N0 + N1) / 2 / (D0 * D1)
    parts = {c: (k * up * (n1[c] - n0[c]), k * down * (d1[c] - d0[c])) for c in n0}
    change = k * (N1 / D1 - N0 / D0)
    assert sum(a + b for a, b in parts.values()) == change
    print("from", float(k * N0 / D0), "to", float(k * N1 / D1), "change", float(change))
    print("numerator", float(sum(a for a, _ in parts.values())), "denominator", float(sum(b for _, b in parts.values())))
    print("alone", float(k * N1 / D0), float(k * N0 / D1))
    for name, (a, b) in sorted(parts.items(), key=lambda one: -sum(one[1])):
        print(" ", name, float(a + b), float(a), float(b))


divided(ages[ages.ambito == "Corsico"], "code")
divided(ages, "ambito_code")
x = ages.groupby(["ambito", "date"])[["old", "young"]].sum()
x = (100 * x.old / x.young).unstack("date")
x["by"] = x["2023-01-01"] - x["2022-01-01"]
print(x.sort_values("2023-01-01", ascending=False).to_string())
print(x.sort_values("by", ascending=False).index.to_list())
