//! Values that may be wrong: reported, but imported as they are.

use crate::data::{Absence, Value};
use crate::i18n::Lang;
use crate::io::matching::AREAS;
use crate::io::recipe::{GENERIC, Measure};

use super::block::Slot;
use super::columns::Plan;
use super::finding::{Finding, Kind, LINES, Rows};
use super::gathered::Gathered;
use super::said::sum_text;

/// Counts of persons below this are withheld before publication (Regole deontologiche SISTAN, art. 5).
pub(crate) const SMALLEST: u32 = 3;
/// A smaller value can double by chance alone.
const JUMP_FROM: f64 = 50.0;
/// The fewest percentages that are judged together.
const ENOUGH: usize = 5;
/// From here up not every integer is exact in floating point.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Totals compared with the sums of their parts.
#[derive(Debug, Default)]
pub(crate) struct Compared {
    /// How many agree.
    pub agree: usize,
    /// The rows of those that do not.
    pub differ: Rows,
    /// Each of these totals, and the sum of its parts.
    pub pairs: Vec<(f64, f64)>,
}

impl Compared {
    /// Compares a total of a row; returns whether it differs.
    pub(crate) fn add(&mut self, parts: &[Value], total: Value, may_be_negative: bool, line: u32) {
        match agrees(parts, total, may_be_negative) {
            Some(true) => self.agree += 1,
            Some(false) => {
                let there = parts.iter().filter_map(|value| value.ok()).sum();
                if self.differ.first.last() != Some(&line) {
                    self.differ.add(line);
                    if self.pairs.len() < LINES {
                        self.pairs.push((total.unwrap_or_default(), there));
                    }
                }
            }
            None => {}
        }
    }
}

/// Compares the totals in the file with the sums of their parts; those of groups of Comuni come compared.
pub fn totals(gathered: &Gathered, plan: &Plan, of_groups: Compared) -> Vec<Finding> {
    let mut compared = of_groups;
    for total in &gathered.totals {
        let parts = gathered.combinations.iter().filter(|(members, _)| total.includes(members));
        let variables: Vec<usize> = parts.map(|(_, first)| first + total.variable).collect();
        let part = |variable: &usize| gathered.column(total.date, *variable)?.value(total.place);
        let values: Vec<Value> = variables.iter().filter_map(part).collect();
        let measure = variables.first().map(|variable| gathered.variables[*variable].measure);
        if measure.is_some_and(|measure| !measure.adds_up()) {
            continue;
        }
        // Several totals of a Comune in a list are of parts of its things: together, or one of them, they are the sum.
        let others = gathered.totals.iter().filter(|other| plan.adds_rows && total.is_beside(other));
        let others: Vec<f64> = others.filter_map(|other| other.slot.value.ok()).collect();
        if let (Ok(own), Ok(sum)) = (total.slot.value, values.iter().copied().sum::<Value>())
            && others.len() > 1
            && (others.iter().chain([&others.iter().sum()]).any(|other| *other == sum && *other != own)
                || others.iter().any(|other| *other > own))
        {
            continue;
        }
        let may_be_negative = measure.is_some_and(Measure::may_be_negative);
        compared.add(&values, total.slot.value, may_be_negative, total.slot.line);
    }
    // Values of other Comuni are not kept, so a total that includes them cannot be compared.
    let ours = gathered.seen.len() - AREAS.len();
    let wholes = gathered.wholes.iter().filter(|_| gathered.tally.outside.count == 0);
    for (date, variable, total) in wholes {
        let column = gathered.column(*date, *variable);
        let slots: Vec<Slot> =
            (0..ours).filter_map(|place| column.as_ref().and_then(|column| column.get(place))).collect();
        let values: Vec<Value> = slots.iter().map(|slot| slot.value).collect();
        let may_be_negative = gathered.variables[*variable].measure.may_be_negative();
        // Of several totals of one column and date each may be of the rows since the one before, or until the next; one of them
        // may be over all territories.
        let lines = || {
            let same = gathered.wholes.iter().filter(|(d, v, _)| d == date && v == variable);
            same.map(|(.., other)| other.line)
        };
        let own = total.line;
        let before = lines().filter(|line| *line < own).max().unwrap_or_default();
        let after = lines().filter(|line| *line > own).min().unwrap_or(u32::MAX);
        let between = |from: u32, to: u32| -> Vec<Value> {
            let is_there = |slot: &&Slot| from < slot.line && slot.line < to;
            slots.iter().filter(is_there).map(|slot| slot.value).collect()
        };
        let mut parts = vec![between(before, own), between(own, after), values];
        // The rows of a list have no single line, and a lone total is over all of them.
        if plan.adds_rows || lines().count() == 1 {
            parts.drain(..2);
        }
        parts.retain(|values| !values.is_empty());
        let agreeing = parts.iter().position(|p| agrees(p, total.value, may_be_negative) == Some(true));
        // In a list only the largest is known to be of all.
        let is_less = |(d, v, other): &(usize, usize, Slot)| {
            d == date && v == variable && other.value.ok() > total.value.ok()
        };
        if plan.adds_rows && agreeing.is_none() && gathered.wholes.iter().any(is_less) {
            continue;
        }
        if let Some(parts) = parts.get(agreeing.unwrap_or_default()) {
            compared.add(parts, total.value, may_be_negative, own);
        }
    }
    let Compared { agree, differ, pairs } = compared;
    let mut findings = Vec::new();
    if agree > 0 {
        findings.push(Finding { count: agree, ..Finding::new(Kind::TotalsAgree) });
    }
    if differ.count > 0 {
        let example = pairs.first().copied();
        findings.push(Finding { pairs, ..Finding::of_rows(Kind::TotalsDiffer { example }, &differ) });
    }
    debug_assert!(gathered.totals.is_empty() || plan.adds_rows || !plan.dimensions.is_empty());
    findings
}

/// Whether a total agrees with its parts; `None` where that cannot be told.
fn agrees(parts: &[Value], total: Value, may_be_negative: bool) -> Option<bool> {
    let there: f64 = parts.iter().filter_map(|value| value.ok()).sum();
    match (parts.iter().copied().sum::<Value>(), total) {
        (Ok(sum), Ok(total)) => Some((sum - total).abs() <= 1e-9 * total.abs().max(1.0)),
        // Withheld and missing values are part of the total, so the sum of the others may not exceed it.
        (Err(_), Ok(total)) if !may_be_negative && there > total * (1.0 + 1e-9) => Some(false),
        (Err(_), _) | (_, Err(_)) => None,
    }
}

/// Whether a header says that its numbers are percentages.
fn says_percent(name: &str) -> bool {
    let lower = name.to_lowercase();
    name.contains('%')
        || ["percent", "perc_", "perc ", "perc.", "pct"].iter().any(|word| lower.contains(word))
}

/// Finds values that no such variable should have, and variables of little use.
pub fn values(gathered: &Gathered, plan: &Plan, places: usize, names: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Each column once, whatever members divide it.
    let mut columns: Vec<usize> = gathered.variables.iter().map(|variable| variable.column).collect();
    columns.sort_unstable();
    columns.dedup();
    for column in columns {
        let of_column: Vec<usize> =
            (0..gathered.variables.len()).filter(|&v| gathered.variables[v].column == column).collect();
        let Some(variable) = of_column.first().map(|&v| &gathered.variables[v]) else { continue };
        let name = plan.names.get(column).map_or(variable.name.as_str(), String::as_str);
        let measure = variable.measure;
        let mut rows = [const { Vec::new() }; 4];
        // How many values there are, the first, and whether another differs from it.
        let (mut count, mut first, mut varies, mut largest) = (0_usize, None, false, 0.0_f64);
        for &v in &of_column {
            for date in 0..gathered.dates.len() {
                let Some(column) = gathered.column(date, v) else { continue };
                for place in 0..places {
                    let Some(Ok(value)) = column.value(place) else { continue };
                    count += 1;
                    varies |= *first.get_or_insert(value) != value;
                    largest = largest.max(value);
                    let wrong = [
                        value < 0.0 && !measure.may_be_negative(),
                        measure == Measure::Share && value > 100.0,
                        value.abs() >= EXACT,
                        measure == Measure::Persons
                            && plan.recipe.id == GENERIC
                            && value > 0.0
                            && value < f64::from(SMALLEST),
                    ];
                    for (rows, wrong) in rows.iter_mut().zip(wrong) {
                        if wrong {
                            rows.extend(column.get(place).map(|slot| slot.line));
                        }
                    }
                }
            }
        }
        let column = || name.to_owned();
        let kinds = [
            Kind::Negative { column: column() },
            Kind::OverHundred { column: column() },
            Kind::BigNumbers { column: column() },
            Kind::SmallCounts { column: column() },
        ];
        for (kind, mut lines) in kinds.into_iter().zip(rows) {
            if !lines.is_empty() {
                lines.sort_unstable();
                let mut rows = Rows::default();
                lines.into_iter().for_each(|line| rows.add(line));
                findings.push(Finding::of_rows(kind, &rows));
            }
        }
        if measure == Measure::Share && count >= ENOUGH && varies && largest <= 1.0 && says_percent(name) {
            findings.push(Finding::new(Kind::SharesOfOne { column: column() }));
        }
        if count > 2 && !varies {
            findings.push(Finding::new(Kind::Constant { column: column() }));
        }
    }
    findings.extend(jumps(gathered, places, names));
    findings
}

/// Values of fifty or more that changed by over half from one year to the next.
fn jumps(gathered: &Gathered, places: usize, names: &[&str]) -> Option<Finding> {
    let mut order: Vec<(crate::base::Date, usize)> =
        gathered.dates.iter().enumerate().filter_map(|(i, date)| Some(((*date)?, i))).collect();
    order.sort_unstable();
    let (mut rows, mut example) = (Rows::default(), None);
    for pair in order.windows(2) {
        let [(from, before), (to, after)] = [pair[0], pair[1]];
        if to.day_number() - from.day_number() > 366 {
            continue;
        }
        for (v, variable) in gathered.variables.iter().enumerate() {
            let columns = [before, after].map(|date| gathered.column(date, v));
            let [Some(before), Some(after)] = columns else { continue };
            if variable.measure == Measure::Balance {
                continue;
            }
            for place in 0..places {
                let (Some(Ok(x)), Some(Ok(y))) = (before.value(place), after.value(place)) else { continue };
                if x.abs() >= JUMP_FROM && (y - x).abs() > 0.5 * x.abs() {
                    rows.add(after.get(place).map_or(0, |slot| slot.line));
                    example = example.or_else(|| {
                        let (name, of) = (names.get(place)?, &variable.name);
                        Some(Lang::both(|lang| {
                            let [x, y] = [x, y].map(|value| sum_text(lang, value));
                            format!("{name}, {of}: {x} → {y}")
                        }))
                    });
                }
            }
        }
    }
    example.map(|example| Finding::of_rows(Kind::Jump { example }, &rows))
}

/// The number of values withheld by the source.
pub fn withheld(gathered: &Gathered, places: usize) -> Option<Finding> {
    let count: usize = gathered.blocks.values().map(|block| block.absent(Absence::Suppressed, places)).sum();
    (count > 0).then(|| Finding { count, ..Finding::new(Kind::Withheld) })
}

/// The number of withheld values of which the file tells the limits.
pub fn bounded(gathered: &Gathered, places: usize) -> Option<Finding> {
    let rare = gathered.blocks.values().flat_map(|block| block.rare());
    let count = rare.filter(|(_, place, bounds, _)| *place < places && bounds.is_some()).count();
    (count > 0).then(|| Finding { count, ..Finding::new(Kind::Bounded) })
}
