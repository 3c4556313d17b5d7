//! Merged Comuni: their values are added to those of their successors.

use std::collections::BTreeMap;

use crate::data::{Absence, Bounds, Value};
use crate::io::matching::Matcher;

use super::block::Slot;
use super::columns::Plan;
use super::finding::{Finding, Kind};
use super::gathered::Gathered;

const MISSING: Value = Err(Absence::Missing);

/// The limits of a sum of which some parts are withheld.
fn bounds(parts: impl Iterator<Item = Slot>) -> Bounds {
    let ends = |slot: Slot| slot.value.map_or(slot.bounds, |x| Some((x, x)));
    parts.map(ends).try_fold((0.0, 0.0), |(low, high), ends| ends.map(|(a, b)| (low + a, high + b)))
}

/// Adds the values of merged Comuni to those of their successors, and reports it. If some of the parts are missing,
/// so is the sum, unless the source lists only those with cases.
pub(crate) fn merge(
    gathered: &mut Gathered,
    plan: &Plan,
    matcher: &Matcher,
    places: usize,
    names: &[&str],
) -> Vec<Finding> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, merged) in matcher.merged.iter().enumerate() {
        groups.entry(merged.into).or_default().push(i);
    }
    let mut findings: Vec<Finding> = Vec::new();
    let mut say = |kind: Kind, line: u32| {
        let mut finding = Finding::new(kind);
        match findings.iter_mut().find(|known| known.kind == finding.kind) {
            Some(known) if known.lines.contains(&line) => {}
            Some(known) => known.lines.push(line),
            None => {
                finding.lines.push(line);
                findings.push(finding);
            }
        }
    };
    let each = gathered.variables_each;
    let mut keys: Vec<(usize, usize)> = gathered.blocks.keys().copied().collect();
    keys.sort_unstable();
    let keys = keys.into_iter().flat_map(|key| (0..each).map(move |at| (key, at)));
    for (key, at) in keys {
        let Some(block) = gathered.blocks.get_mut(&key) else { continue };
        let Some(variable) = gathered.variables.get(key.1 * each + at) else { continue };
        for (&into, parts) in &groups {
            // In a column for each year the cells of the parts are empty after the merger, those of the successor before it.
            let filled = |place: usize| block.get(at, place).filter(|slot| slot.value != MISSING);
            let there: Vec<(usize, Slot)> =
                parts.iter().filter_map(|&i| Some((i, filled(places + i)?))).collect();
            let Some((_, first)) = there.first().copied() else { continue };
            let own = filled(into);
            let lacking: Vec<&str> = parts
                .iter()
                .filter(|i| filled(places + **i).is_none())
                .map(|&i| matcher.merged[i].name.as_str())
                .collect();
            let is_empty = parts.iter().any(|i| block.has(at, places + i) && filled(places + i).is_none());
            let comune = names[into].to_owned();
            let mut value: Value = MISSING;
            if !variable.measure.adds_up() {
                say(Kind::MergedNotAdded { comune, column: variable.name.clone() }, first.line);
            } else {
                // If the successor has a value of its own in the year of the merger, the parts are from before it.
                let complete = lacking.is_empty() || own.is_some() && !is_empty;
                if complete || plan.recipe.lists_only_cases {
                    let values = there.iter().map(|(_, slot)| slot.value).chain(own.map(|slot| slot.value));
                    value = values.sum();
                    for (i, slot) in &there {
                        let crate::io::matching::Merged { name, since, .. } = &matcher.merged[*i];
                        let (name, heir) = (name.clone(), comune.clone());
                        say(Kind::Merged { comune: name, since: *since, heir }, slot.line);
                    }
                }
                if !complete {
                    let missing = lacking.join(", ");
                    let kind = match plan.recipe.lists_only_cases {
                        true => Kind::MergedKept { comune, missing },
                        false => Kind::MergedInPart { comune, missing },
                    };
                    say(kind, first.line);
                }
            }
            let parts = there.iter().map(|(_, slot)| slot.quality).chain(own.map(|slot| slot.quality));
            let quality = parts.max().unwrap_or_default();
            let parts = there.iter().map(|(_, slot)| *slot).chain(own);
            let bounds = if value == Err(Absence::Suppressed) { bounds(parts) } else { None };
            block.set(at, into, Slot { value, bounds, quality, line: first.line });
        }
    }
    for finding in &mut findings {
        finding.count = finding.lines.len();
        finding.lines.truncate(super::finding::LINES);
    }
    findings
}
