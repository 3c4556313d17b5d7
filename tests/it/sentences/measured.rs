//! The arithmetic of the wider views, worked out here in floating point from the exact values of [`source`](super::source).

use super::asks::Of;
use super::column::{Check, Column, holds, is_number};
use super::exact::{Exact, Printed};
use super::grammar::{self, Case};
use super::source::{Lang, Level, Method, Value, world};
use super::wider::{About, first_comparable, listed};

/// Whether a number is written so: rounded at the decimals it has, with the sign where it is one of a change.
fn is_near(lang: Lang, written: &str, value: f64) -> Check {
    let digits = written.find(|c: char| c.is_ascii_digit() || "+\u{2212}".contains(c)).unwrap_or(0);
    let (printed, _) =
        Printed::read(lang, &written[digits..]).ok_or_else(|| format!("? «{written}» is no number"))?;
    let shown = value * 10_f64.powi(printed.decimals as i32);
    holds((shown - printed.units as f64).abs() <= 0.5 + 1e-6, || format!("«{written}» should be {value}"))
}

/// Mean and standard deviation, with the number of values as denominator.
fn spread(values: &[f64]) -> [f64; 2] {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    [mean, (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt()]
}

/// The values of all units, as floating-point numbers.
fn floats(id: &str, year: i32, level: Level) -> Vec<Option<f64>> {
    let of = |value: &Value| value.map(Exact::float);
    world().values(id, year, level, Method::Pooled).iter().map(of).collect()
}

/// Numerator and denominator of a group of Comuni.
fn parts(of: &Of, year: i32, members: &[usize]) -> [f64; 2] {
    let (n, d) = world().parts(world().indicator(&of.id), year, members);
    [n.float(), d.map_or(1.0, Exact::float)]
}

/// The parts of a change: those of each member, and those of numerator and denominator.
pub fn contribution(about: &About<'_>, from: i32, told: &str) -> Option<Check> {
    let (level, unit) = world().find(about.selected.first()?)?;
    let whole = &world().units(level)[unit];
    let factor = about.column.indicator.multiplier() as f64;
    let ([n0, d0], [n1, d1]) =
        (parts(about.of, from, &whole.members), parts(about.of, about.of.year, &whole.members));
    let of = |members: &[usize]| {
        let ([a0, b0], [a1, b1]) = (parts(about.of, from, members), parts(about.of, about.of.year, members));
        let own = 0.5 * (a1 - a0) * (1.0 / d0 + 1.0 / d1);
        factor * if d0 == 1.0 && d1 == 1.0 { a1 - a0 } else { own - 0.5 * (n0 + n1) / d0 / d1 * (b1 - b0) }
    };
    let members: Vec<(usize, f64)> = whole.members.iter().map(|member| (*member, of(&[*member]))).collect();
    let lang = about.lang;
    let [a, b] = [from, about.of.year].map(|year| grammar::phrase(lang, year));
    let it = format!("«{{name}}», {{place}}: {{before}} {a}, {{now}} {b} ({{by}}).");
    let en = format!("“{{name}}”, {{place}}: {{before}} {a}, {{now}} {b} ({{by}}).");
    about
        .one(&it, &en, told, |caps| {
            let name = grammar::place(lang, Case::Bare, level, &whole.name);
            holds(caps.get("place") == name, || format!("should be {name}"))?;
            is_near(lang, caps.get("before"), factor * n0 / d0)?;
            is_near(lang, caps.get("now"), factor * n1 / d1)?;
            is_near(lang, caps.get("by"), factor * (n1 / d1 - n0 / d0))
        })
        .or_else(|| {
            // Eight are told.
            about.one("Seguono altri territori: {n}.", "More territories follow: {n}.", told, |caps| {
                is_number(lang, caps.get("n"), members.len().saturating_sub(8))
            })
        })
        .or_else(|| {
            let count = |sign: f64| members.iter().filter(|(_, by)| by.abs() > 1e-9 && by.signum() == sign).count();
            about.one(
                "Contributi che alzano il valore: {up}; che lo abbassano: {down}.",
                "Contributions that raise the value: {up}; that lower it: {down}.",
                told,
                |caps| {
                    is_number(lang, caps.get("up"), count(1.0))?;
                    is_number(lang, caps.get("down"), count(-1.0))
                },
            )
        })
        .or_else(|| {
            let end = |sign: f64| members.iter().max_by(|x, y| (sign * x.1).total_cmp(&(sign * y.1))).copied();
            about.one(
                "Il contributo più alto: {high} ({highby}); il più basso: {low} ({lowby}).",
                "The highest contribution: {high} ({highby}); the lowest: {low} ({lowby}).",
                told,
                |caps| {
                    for (name, by, sign) in [("high", "highby", 1.0), ("low", "lowby", -1.0)] {
                        let (member, value) = end(sign).ok_or("there are no members")?;
                        is_near(lang, caps.get(by), value)?;
                        let same = members.iter().filter(|(_, other)| (other - value).abs() < 1e-9).count();
                        let own = &world().units(Level::Comuni)[member].name;
                        let is_it = same > 1 || caps.get(name).starts_with(own.as_str());
                        holds(is_it, || format!("the {name}est is {own}"))?;
                    }
                    Ok(())
                },
            )
        })
        .or_else(|| {
            about.one(
                "Se fosse cambiato solo il numeratore ({n}), il valore sarebbe {alone}; se solo il denominatore ({d}), {other}.",
                "Had the numerator alone changed ({n}), the value would be {alone}; had the denominator alone ({d}), {other}.",
                told,
                |caps| {
                    is_near(lang, caps.get("alone"), factor * n1 / d0)?;
                    is_near(lang, caps.get("other"), factor * n0 / d1)
                },
            )
        })
        .or_else(|| {
            about.one(
                "Divisa tra i due, la variazione viene per {n} dal numeratore e per {d} dal denominatore.",
                "Divided between the two, {n} of the change comes from the numerator and {d} from the denominator.",
                told,
                |caps| {
                    is_near(lang, caps.get("n"), factor * 0.5 * (n1 - n0) * (1.0 / d0 + 1.0 / d1))?;
                    is_near(lang, caps.get("d"), factor * 0.5 * (n0 + n1) * (1.0 / d1 - 1.0 / d0))
                },
            )
        })
}

/// The standard scores of the units, indicator by indicator.
fn scores(about: &About<'_>) -> Vec<Vec<Option<f64>>> {
    let one = |(indicator, year): &(&super::source::Indicator, i32)| {
        let values = floats(&indicator.id, *year, about.of.level);
        let [mean, sd] = spread(&values.iter().copied().flatten().collect::<Vec<f64>>());
        values.into_iter().map(|x| x.map(|x| (x - mean) / sd).filter(|_| sd > 0.0)).collect()
    };
    listed(about).iter().map(one).collect()
}

/// A heat table of more rows has several pages.
const ROWS_OF_A_PAGE: usize = 40;

/// The size of the table, and the value farthest from the mean of its column.
pub fn heat_table(about: &About<'_>, told: &str) -> Option<Check> {
    let all = listed(about);
    let it = "Il valore più lontano dalla media della sua colonna è in {name}: {place}, {value} ({score} deviazioni standard).";
    let en = "The value farthest from the mean of its column is in {name}: {place}, {value} ({score} standard deviations).";
    about
        .one(it, en, told, |caps| {
            let scores = scores(about);
            let cells = scores.iter().enumerate().flat_map(|(at, column)| {
                column.iter().enumerate().filter_map(move |(unit, z)| Some((at, unit, (*z)?)))
            });
            let most = cells.max_by(|a, b| a.2.abs().total_cmp(&b.2.abs())).ok_or("there are no values")?;
            let (at, unit, z) = most;
            let (indicator, year) = all[at];
            let name = super::overview::dated(about.lang, indicator, year);
            holds(caps.get("name") == name, || format!("should be {name}"))?;
            let place = &world().units(about.of.level)[unit].name;
            let place = grammar::place(about.lang, Case::Bare, about.of.level, place);
            holds(caps.get("place") == place, || format!("should be {place}"))?;
            is_near(about.lang, caps.get("score"), z)?;
            let column = Column::new(about.lang, &indicator.id, year, about.of.level, Method::Pooled);
            column.is(caps.get("value"), column.values()[unit].ok_or("it has no value")?)
        })
        .or_else(|| {
            about.one(
                "Territori {n}, indicatori {columns}; ogni valore è confrontato con la media dei territori nella sua colonna.",
                "Territories {n}, indicators {columns}; each value is compared with the mean of the territories in its column.",
                told,
                |caps| {
                    is_number(about.lang, caps.get("columns"), all.len())?;
                    is_number(about.lang, caps.get("n"), world().units(about.of.level).len())
                },
            )
        })
        .or_else(|| {
            about.one(
                "Territori in questa pagina {n} su {of}, indicatori {columns}; ogni valore è confrontato con la media di tutti i territori nella sua colonna.",
                "Territories on this page {n} of {of}, indicators {columns}; each value is compared with the mean of all territories in its column.",
                told,
                |caps| {
                    is_number(about.lang, caps.get("columns"), all.len())?;
                    is_number(about.lang, caps.get("n"), ROWS_OF_A_PAGE)?;
                    is_number(about.lang, caps.get("of"), world().units(about.of.level).len())
                },
            )
        })
        .or_else(|| {
            let it = "In questa pagina il valore più lontano dalla media della sua colonna è in {name}: {place}, {value} ({score} deviazioni standard).";
            let en = "On this page the value farthest from the mean of its column is in {name}: {place}, {value} ({score} standard deviations).";
            about.one(it, en, told, |caps| {
                // Which rows stand on the page is not known here: the value and its distance are.
                let place = about.unit(caps.get("place"))?;
                let mut names = all.iter().map(|(own, year)| super::overview::dated(about.lang, own, *year));
                let at = names
                    .position(|name| name == caps.get("name"))
                    .ok_or("? no indicator has this name")?;
                let z = scores(about)[at][place].ok_or("it has no value")?;
                is_near(about.lang, caps.get("score"), z)?;
                let (indicator, year) = all[at];
                let column = Column::new(about.lang, &indicator.id, year, about.of.level, Method::Pooled);
                column.is(caps.get("value"), column.values()[place].ok_or("it has no value")?)
            })
        })
}

/// The nearest, those that follow, and the furthest.
pub fn peers(about: &About<'_>, told: &str) -> Option<Check> {
    let (level, own) = world().find(about.selected.first()?)?;
    // Standardised among those that have all values.
    let all = listed(about);
    let columns: Vec<Vec<Option<f64>>> =
        all.iter().map(|(indicator, year)| floats(&indicator.id, *year, level)).collect();
    let whole: Vec<usize> =
        (0..columns[0].len()).filter(|unit| columns.iter().all(|column| column[*unit].is_some())).collect();
    let scores: Vec<Vec<f64>> = columns
        .iter()
        .map(|column| {
            let values: Vec<f64> = whole.iter().filter_map(|unit| column[*unit]).collect();
            let [mean, sd] = spread(&values);
            values.into_iter().map(|x| (x - mean) / sd).collect()
        })
        .collect();
    let at = whole.iter().position(|unit| *unit == own)?;
    let distance = |other: usize| scores.iter().map(|z| (z[other] - z[at]).powi(2)).sum::<f64>().sqrt();
    let mut order: Vec<(usize, f64)> =
        (0..whole.len()).filter(|other| *other != at).map(|other| (whole[other], distance(other))).collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let is_place = |written: &str, place: usize, distance: &str| {
        let (unit, right) = *order.get(place).ok_or("there is none")?;
        is_near(about.lang, distance, right)?;
        let name = &world().units(level)[unit].name;
        holds(written.contains(name.as_str()), || format!("«{written}» should be {name}"))
    };
    about
        .one(
            "Il territorio più simile {place} è {name} (distanza {distance}).",
            "The territory most like {place} is {name} (distance {distance}).",
            told,
            |caps| {
                let name = &world().units(level)[own].name;
                holds(caps.get("place").contains(name.as_str()), || format!("should be like {name}"))?;
                is_place(caps.get("name"), 0, caps.get("distance"))
            },
        )
        .or_else(|| {
            about.one(
                "Il più diverso è {name} ({distance}).",
                "The least like is {name} ({distance}).",
                told,
                |caps| is_place(caps.get("name"), order.len() - 1, caps.get("distance")),
            )
        })
        .or_else(|| {
            about.one(
                "Poi {b} ({db}), {c} ({dc}), {d} ({dd}) e {e} ({de}).",
                "Then {b} ({db}), {c} ({dc}), {d} ({dd}) and {e} ({de}).",
                told,
                |caps| {
                    for (place, name, distance) in
                        [(1, "b", "db"), (2, "c", "dc"), (3, "d", "dd"), (4, "e", "de")]
                    {
                        is_place(caps.get(name), place, caps.get(distance))?;
                    }
                    Ok(())
                },
            )
        })
}

/// Moran's I of the values, with the same weight for each neighbour of a unit.
pub fn moran(about: &About<'_>, told: &str) -> Option<Check> {
    let values = floats(&about.of.id, about.of.year, about.of.level);
    let present: Vec<f64> = values.iter().copied().flatten().collect();
    let n = present.len() as f64;
    let of = |caps: &super::pattern::Caps<'_>| {
        is_near(about.lang, caps.get("expected"), -1.0 / (n - 1.0))?;
        let [mean, _] = spread(&present);
        let known = |unit: &usize| values[*unit].map(|x| x - mean);
        let (mut cross, mut weights) = (0.0, 0.0);
        for (unit, neighbours) in about.neighbours.iter().enumerate() {
            let Some(own) = known(&unit) else { continue };
            let theirs: Vec<f64> = neighbours.iter().filter_map(known).collect();
            if !theirs.is_empty() {
                cross += own * theirs.iter().sum::<f64>() / theirs.len() as f64;
                weights += 1.0;
            }
        }
        let squares: f64 = present.iter().map(|x| (x - mean).powi(2)).sum();
        is_near(about.lang, caps.get("i"), n / weights * cross / squares)
    };
    about
        .one(
            "I di Moran = {i} (senza alcun disegno sarebbe {expected}); z = {z}; p {p} con {count} permutazioni, seme 1, a due code.",
            "Moran's I = {i} (without any pattern it would be {expected}); z = {z}; p {p} with {count} permutations, seed 1, two-sided.",
            told,
            of,
        )
        .or_else(|| {
            about.one("Territori verificati: {n}.", "Territories tested: {n}.", told, |caps| {
                is_number(about.lang, caps.get("n"), present.len())
            })
        })
        .or_else(|| {
            let it = "Significativi dopo la correzione per confronti multipli (FDR 0,05): {n}.";
            let en = "Significant after the correction for many comparisons (FDR 0.05): {n}.";
            about.one(it, en, told, |caps| {
                let units = about.facts["units"].as_array().ok_or("no units")?;
                let is_some = |unit: &&serde_json::Value| {
                    !["not_significant", "no_neighbours"].contains(&unit["cluster"].as_str().unwrap_or_default())
                };
                is_number(about.lang, caps.get("n"), units.iter().filter(is_some).count())
            })
        })
        .or_else(|| {
            let it = "Con p fino a 0,05 prima della correzione: {before}; il solo caso ne darebbe circa {chance}.";
            let en = "With p up to 0.05 before the correction: {before}; chance alone would give about {chance}.";
            about.one(it, en, told, |caps| is_near(about.lang, caps.get("chance"), 0.05 * n))
        })
}

/// Gini's index, what the fifths at both ends have, and the stretch of a unit.
pub fn lorenz(about: &About<'_>, told: &str) -> Option<Check> {
    let mut areas: Vec<(usize, f64, f64)> = Vec::new();
    for (unit, one) in world().units(about.of.level).iter().enumerate() {
        let [n, d] = parts(about.of, about.of.year, &one.members);
        if about.column.values()[unit].is_some() && d > 0.0 {
            areas.push((unit, d, n));
        }
    }
    areas.sort_by(|a, b| (a.2 / a.1).total_cmp(&(b.2 / b.1)));
    let (heads, total): (f64, f64) = areas.iter().fold((0.0, 0.0), |(h, t), (_, d, n)| (h + d, t + n));
    let (mut at, mut gini) = ([0.0, 0.0], 1.0);
    let mut ends: Vec<(usize, [f64; 2])> = Vec::new();
    for (unit, d, n) in &areas {
        let next = [at[0] + d / heads, at[1] + n / total];
        gini -= (next[0] - at[0]) * (next[1] + at[1]);
        ends.push((*unit, next));
        at = next;
    }
    // The curve at a share of the heads.
    let curve = |share: f64| {
        let mut before = [0.0, 0.0];
        for (_, end) in &ends {
            if end[0] >= share {
                return before[1] + (end[1] - before[1]) * (share - before[0]) / (end[0] - before[0]);
            }
            before = *end;
        }
        1.0
    };
    let (bottom, top) = (curve(0.2), 1.0 - curve(0.8));
    about
        .one("Indice di Gini: {gini} (0: tutti uguali).", "Gini index: {gini} (0: all equal).", told, |caps| {
            is_near(about.lang, caps.get("gini"), gini)
        })
        .or_else(|| {
            about.one(
                "Il quinto con i valori più alti ha {top} del totale, quello con i più bassi {bottom}: {ratio} volte tanto.",
                "The fifth with the highest values has {top} of the total, that with the lowest {bottom}: {ratio} times as much.",
                told,
                |caps| {
                    is_article(about.lang, caps.get("top"))?;
                    is_article(about.lang, caps.get("bottom"))?;
                    is_near(about.lang, caps.get("top"), 100.0 * top)?;
                    is_near(about.lang, caps.get("bottom"), 100.0 * bottom)?;
                    is_near(about.lang, caps.get("ratio"), top / bottom)
                },
            )
        })
        .or_else(|| {
            about.one(
                "{name}: {value}; fin qui {heads} del denominatore ha {share} del totale.",
                "{name}: {value}; up to here {heads} of the denominator has {share} of the whole.",
                told,
                |caps| {
                    let units = world().units(about.of.level);
                    let own = ends.iter().find(|(unit, _)| units[*unit].name == caps.get("name"));
                    let (unit, end) = own.ok_or_else(|| format!("? no territory «{}»", caps.get("name")))?;
                    about.column.is(caps.get("value"), about.column.values()[*unit].ok_or("no value")?)?;
                    is_near(about.lang, caps.get("heads"), 100.0 * end[0])?;
                    is_near(about.lang, caps.get("share"), 100.0 * end[1])
                },
            )
        })
}

/// "il 2%", "l'8%", "lo 0,5%".
fn is_article(lang: Lang, written: &str) -> Check {
    if lang == Lang::En {
        return Ok(());
    }
    let digits = written.trim_start_matches(|c: char| !c.is_ascii_digit());
    let whole: String = digits.chars().take_while(char::is_ascii_digit).collect();
    let right = match whole.as_str() {
        "0" => "lo ",
        "1" | "8" | "11" => "l'",
        whole if whole.starts_with('8') => "l'",
        _ => "il ",
    };
    holds(written.strip_suffix(digits) == Some(right), || format!("the article of «{written}»"))
}

/// The territories at both ends of an index that is the mean of two standard scores.
pub fn index(about: &About<'_>, with: &str, told: &str) -> Option<Check> {
    let all = listed(about);
    if all[0].0.id == with {
        return None;
    }
    let columns: Vec<Vec<Option<f64>>> =
        all.iter().map(|(indicator, year)| floats(&indicator.id, *year, about.of.level)).collect();
    let whole: Vec<usize> =
        (0..columns[0].len()).filter(|unit| columns.iter().all(|column| column[*unit].is_some())).collect();
    let mut sums = vec![0.0; whole.len()];
    for column in &columns {
        let values: Vec<f64> = whole.iter().filter_map(|unit| column[*unit]).collect();
        let [mean, sd] = spread(&values);
        values.iter().zip(&mut sums).for_each(|(x, sum)| *sum += (x - mean) / sd / columns.len() as f64);
    }
    let mut order: Vec<(usize, f64)> = whole.into_iter().zip(sums).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let ends = about.pick("I valori più alti dell'indice: ", "The highest values of the index: ");
    let lowest = about.pick("I più bassi: ", "The lowest: ");
    let (shown, text): (Vec<(usize, f64)>, &str) = match (told.strip_prefix(ends), told.strip_prefix(lowest))
    {
        (Some(text), _) => (order[..3.min(order.len())].to_vec(), text),
        (_, Some(text)) => (order[order.len().saturating_sub(3)..].to_vec(), text),
        _ => return None,
    };
    Some(are_named(about, &shown, text))
}

/// Whether territories are named in this order, each with its number in brackets.
fn are_named(about: &About<'_>, shown: &[(usize, f64)], text: &str) -> Check {
    let mut rest = text;
    for (i, (unit, value)) in shown.iter().enumerate() {
        let name = &world().units(about.of.level)[*unit].name;
        let is_tied = |other: usize| shown.get(other).is_some_and(|(_, x)| (x - value).abs() < 1e-9);
        let start = format!("{name} (");
        let Some(at) = rest.find(&start) else {
            if is_tied(i + 1) || (i > 0 && is_tied(i - 1)) {
                return Ok(());
            }
            return Err(format!("should name {name}, of {value}"));
        };
        rest = &rest[at + start.len()..];
        is_near(about.lang, rest, *value)?;
    }
    Ok(())
}

/// How much of the differences one indicator explains, and who is farthest from its line.
pub fn residuals(about: &About<'_>, by: &str, told: &str) -> Option<Check> {
    let all = listed(about);
    if all[0].0.id == by {
        return None;
    }
    let [y, x] = [0, 1].map(|at: usize| floats(&all[at].0.id, all[at].1, about.of.level));
    let pairs: Vec<(usize, f64, f64)> =
        (0..y.len()).filter_map(|unit| Some((unit, x[unit]?, y[unit]?))).collect();
    let n = pairs.len() as f64;
    let [mx, _] = spread(&pairs.iter().map(|pair| pair.1).collect::<Vec<f64>>());
    let [my, _] = spread(&pairs.iter().map(|pair| pair.2).collect::<Vec<f64>>());
    let sum = |of: &dyn Fn(&(usize, f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let (sxx, syy) = (sum(&|pair| (pair.1 - mx).powi(2)), sum(&|pair| (pair.2 - my).powi(2)));
    let slope = sum(&|pair| (pair.1 - mx) * (pair.2 - my)) / sxx;
    let r2 = slope * slope * sxx / syy;
    let mut left: Vec<(usize, f64)> =
        pairs.iter().map(|(unit, x, y)| (*unit, y - my - slope * (x - mx))).collect();
    left.sort_by(|a, b| b.1.total_cmp(&a.1));
    about
        .one(
            "Sapendo «{by}» si spiega {share} delle differenze di «{name}» tra i territori (R² corretto {adjusted}; territori: {n}).",
            "Knowing “{by}” explains {share} of the differences of “{name}” between territories (adjusted R² {adjusted}; territories: {n}).",
            told,
            |caps| {
                let names = [all[1].0, all[0].0].map(|indicator| indicator.name.pick(about.lang));
                holds([caps.get("by"), caps.get("name")] == names, || format!("should be {names:?}"))?;
                is_article(about.lang, caps.get("share"))?;
                is_near(about.lang, caps.get("share"), 100.0 * r2)?;
                is_near(about.lang, caps.get("adjusted"), 1.0 - (1.0 - r2) * (n - 1.0) / (n - 2.0))?;
                is_number(about.lang, caps.get("n"), pairs.len())
            },
        )
        .or_else(|| {
            let above = about.pick("Più alti di quanto ci si aspetterebbe: ", "Higher than would be expected: ");
            let text = told.strip_prefix(above)?;
            let above: Vec<(usize, f64)> = left.iter().copied().filter(|(_, by)| *by > 0.0).take(3).collect();
            Some(are_named(about, &above, text))
        })
        .or_else(|| {
            let below = about.pick("Più bassi di quanto ci si aspetterebbe: ", "Lower than would be expected: ");
            let text = told.strip_prefix(below)?;
            let below = left.iter().rev().copied().filter(|(_, by)| *by < 0.0).take(3);
            Some(are_named(about, &below.collect::<Vec<(usize, f64)>>(), text))
        })
}

/// The two-sided p of Kendall's S of up to nine points without ties, from all orders; `None` of others.
fn kendall(values: &[f64]) -> Option<(f64, f64)> {
    let n = values.len();
    let mut s = 0_i64;
    for i in 0..n {
        for j in i + 1..n {
            if (values[j] - values[i]).abs() < 1e-9 {
                return None;
            }
            s += if values[j] > values[i] { 1 } else { -1 };
        }
    }
    if !(5..=9).contains(&n) {
        return None;
    }
    // How many orders of n points have each S, from those of n − 1: the last point is above between none and all of the others.
    let mut orders = std::collections::BTreeMap::from([(0_i64, 1.0_f64)]);
    for k in 1..n as i64 {
        let mut next = std::collections::BTreeMap::new();
        for (own, count) in &orders {
            for above in 0..=k {
                *next.entry(own + 2 * above - k).or_insert(0.0) += count;
            }
        }
        orders = next;
    }
    let all: f64 = orders.values().sum();
    let tail: f64 = orders.iter().filter(|(own, _)| own.abs() >= s.abs()).map(|(_, count)| count).sum();
    Some((s as f64, tail / all))
}

/// How many series rise and fall, by the exact test of Mann and Kendall on the years after the last break.
pub fn trend(about: &About<'_>, told: &str) -> Option<Check> {
    let it = "In crescita: {up}; in calo: {down}; nessuna tendenza provata: {steady}.";
    let en = "Rising: {up}; falling: {down}; no trend shown: {steady}.";
    let indicator = about.column.indicator;
    let last = *world().years(indicator).last()?;
    let first = first_comparable(&Of { year: last, ..about.of.clone() })?;
    about.one(it, en, told, |caps| {
        let years: Vec<i32> = world().years(indicator).into_iter().filter(|year| *year >= first).collect();
        let columns: Vec<Vec<Option<f64>>> =
            years.iter().map(|year| floats(&about.of.id, *year, about.of.level)).collect();
        let mut counts = [0_usize; 3];
        for unit in 0..world().units(about.of.level).len() {
            let Some(values) = columns.iter().map(|column| column[unit]).collect::<Option<Vec<f64>>>() else {
                return Ok(());
            };
            let Some((s, p)) = kendall(&values) else { return Ok(()) };
            counts[if p >= 0.05 { 2 } else { usize::from(s < 0.0) }] += 1;
        }
        for (hole, right) in ["up", "down", "steady"].into_iter().zip(counts) {
            let word = about.pick(" territori", " territories");
            let one = about.pick(" territorio", " territory");
            let written = caps.get(hole);
            let number = written.strip_suffix(word).or_else(|| written.strip_suffix(one));
            is_number(about.lang, number.unwrap_or(written), right)?;
        }
        Ok(())
    })
}

/// How many are forecast to grow and to shrink, of the numbers that the map is drawn from.
pub fn future(about: &About<'_>, told: &str) -> Option<Check> {
    let it = "{measure}, dal {from} al {to}: in crescita {up}, in calo {down}; l'intervallo comprende il valore del {base} in {unsure}.";
    let en = "{measure}, from {from} to {to}: growing {up}, shrinking {down}; the interval includes the value of {base} in {unsure}.";
    about.one(it, en, told, |caps| {
        let units = about.facts["units"].as_array().ok_or("no units")?;
        let number = |unit: &serde_json::Value, name: &str| unit[name].as_f64();
        let count = |is: &dyn Fn(f64, f64, f64, f64) -> bool| {
            let of = |unit: &&serde_json::Value| {
                let interval = unit["interval"].as_array();
                let ends = interval.and_then(|ends| Some((ends[0].as_f64()?, ends[1].as_f64()?)));
                let all = number(unit, "now").zip(number(unit, "then")).zip(ends);
                all.is_some_and(|((now, then), (low, high))| is(now, then, low, high))
            };
            units.iter().filter(of).count()
        };
        let right = [
            ("up", count(&|now, then, _, _| then > now)),
            ("down", count(&|now, then, _, _| then < now)),
            ("unsure", count(&|now, _, low, high| low <= now && now <= high)),
        ];
        for (hole, right) in right {
            let number = caps.get(hole).split(' ').next().unwrap_or_default();
            is_number(about.lang, number, right)?;
        }
        holds(caps.get("from") == caps.get("base"), || "two years of now".to_owned())
    })
}
