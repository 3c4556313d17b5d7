//! What kinds that map one number of each unit have in common.

use crate::base::Level;
use crate::data::{Atlas, Indicator, Method, Query, Row};
use crate::document::MapSpec;
use crate::figure::FigureError;
use crate::figure::map::MapModel;
use crate::figure::reading::classes;
use crate::figure::reading::distribution::{Fact, Facts};
use crate::figure::reading::voice::capital;
use crate::figure::wording::{owner, told_name};
use crate::i18n::texts;

use super::kind::Kind;

/// The overall value of the ATS, pooled.
pub fn overall(query: Query, atlas: &Atlas) -> Result<Option<f64>, FigureError> {
    let overall = Query { level: Level::Ats, method: Method::Pooled, ..query };
    Ok(atlas.compute(&overall)?.rows.first().and_then(|row| row.value.ok()))
}

/// The indicator with the decimals of what is said of a map, at which no value contradicts the edges of its class: the
/// same in the reading and in the alternative text.
pub fn told(spec: &MapSpec, model: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Indicator {
    let selected = atlas.territories.sharing(spec.level, &spec.selected).unwrap_or_default();
    let present = || {
        let rows = model.table.rows.iter().enumerate();
        rows.filter_map(|(unit, row)| Some((unit, row.value.ok()?)))
    };
    let by_value = |a: &(usize, f64), b: &(usize, f64)| a.1.total_cmp(&b.1);
    let mut units: Vec<usize> = present()
        .min_by(by_value)
        .into_iter()
        .chain(present().max_by(by_value))
        .map(|(unit, _)| unit)
        .collect();
    units.extend(present().map(|(unit, _)| unit).filter(|unit| selected.get(*unit) == Some(&true)));
    Indicator { decimals: model.told_decimals(indicator.decimals, &units), ..indicator.clone() }
}

/// The lowest and the highest value with their territories, for the alternative text.
pub fn extremes(kind: &dyn Kind, spec: &MapSpec, model: &MapModel, indicator: &Indicator) -> Option<String> {
    let lang = spec.lang;
    if let Some(counts) = classes::counts(lang, indicator.into(), spec.level, model.table.present()) {
        return Some(format!("{}.", capital(&counts)));
    }
    let rows = model.table.rows.iter();
    let present: Vec<(&Row, f64)> = rows.filter_map(|row| Some((row, row.value.ok()?))).collect();
    let lowest = present.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let highest = present.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let (Some((low, a)), Some((high, b))) = (lowest, highest) else { return None };
    let ends = [a, b].map(|x| kind.text(lang, indicator.into(), Ok(*x)));
    if present.len() < 2 {
        return (model.table.rows.len() > 1)
            .then(|| texts::alt_only(lang, &ends[0], told_name(lang, Some(spec.level), &low.name)));
    }
    let all = || present.iter().map(|(_, value)| *value);
    let told = |row: &Row| told_name(lang, Some(spec.level), &row.name);
    let of = |row: &Row, value: f64| owner(lang, indicator.decimals, &told(row), value, all());
    let (lowest, highest) = (of(low, *a), of(high, *b));
    Some(texts::alt_range(lang, &ends[0], &lowest, &ends[1], &highest))
}

/// The facts for the sentences of the reading, without the overall value.
pub fn facts<'a>(spec: &MapSpec, model: &'a MapModel, atlas: &Atlas) -> Facts<'a> {
    let selected = atlas.territories.sharing(spec.level, &spec.selected).unwrap_or_default();
    let is_selected = |unit: usize| selected.get(unit).copied().unwrap_or(false);
    let mut facts = Facts::default();
    for (unit, row) in model.table.rows.iter().enumerate() {
        let (name, selected) = (row.name.as_str(), is_selected(unit));
        match row.value {
            Ok(value) => facts.present.push(Fact { name, value, selected, range: None }),
            Err(reason) => facts.absent.push((name, reason, row.bounds, selected)),
        }
    }
    facts
}
