"""The numbers of tests/it/pyramid.rs, with pandas, from sample_data/popolazione_eta.csv and maps/territori.csv."""

import pandas as pd

places = pd.read_csv("maps/territori.csv", dtype=str)
ages = pd.read_csv("sample_data/popolazione_eta.csv", dtype={"code": str}).merge(places, on="code")
M, F = [f"m_{a}" for a in range(101)], [f"f_{a}" for a in range(101)]


def bands(rows, years):
    """Males and females in bars of so many years, the last being 100 and over."""
    m, f = rows[M].sum().to_numpy(), rows[F].sum().to_numpy()
    edges = list(range(0, 100, years)) + [100]
    cut = lambda x: [x[a:b].sum() for a, b in zip(edges, edges[1:] + [101])]
    return cut(m), cut(f)


def of(rows):
    m, f = bands(rows, 5)
    total = sum(m) + sum(f)
    share = lambda x: round(100 * x / total, 4)
    groups = [share(rows[[f"{s}_{a}" for s in "mf" for a in span]].sum().sum()) for span in (range(15), range(15, 65), range(65, 101))]
    both = [a + b for a, b in zip(m, f)]
    old_f = rows[[f"f_{a}" for a in range(65, 101)]].sum().sum()
    old = rows[[f"{s}_{a}" for s in "mf" for a in range(65, 101)]].sum().sum()
    return {"total": total, "males": sum(m), "groups": groups, "m50_54": m[10], "f50_54": f[10], "fullest": both.index(max(both)) * 5,
            "longest": share(max(m + f)), "women_65": round(100 * old_f / old, 4)}, [share(x) for x in both]


for day in ("2022-01-01", "2023-01-01"):
    now = ages[ages.date == day]
    corsico, of_corsico = of(now[now.ambito_code == "50089"])
    ats, of_ats = of(now)
    print(day, "Corsico", corsico)
    print(day, "ATS", ats)
    gap = [a - b for a, b in zip(of_corsico, of_ats)]
    most, least = gap.index(max(gap)), gap.index(min(gap))
    print("surplus", most * 5, of_corsico[most], of_ats[most], "shortfall", least * 5, of_corsico[least], of_ats[least])
    longest = {name: of(rows)[0]["longest"] for name, rows in now.groupby("ambito")}
    print("longest of all Ambiti", max(longest.items(), key=lambda one: one[1]))
    smallest = now.assign(all=now[M + F].sum(axis=1)).nsmallest(1, "all")
    print("smallest", smallest.code.iloc[0], smallest.name_y.iloc[0] if "name_y" in smallest else smallest["name"].iloc[0], of(smallest)[0])
    m, f = bands(now[now.ambito_code == "50089"], 1)
    both = [a + b for a, b in zip(m, f)]
    print("fullest single age of Corsico", both.index(max(both)), max(both))
