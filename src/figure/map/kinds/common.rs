//! What kinds that map one number of each unit have in common.

use crate::base::Level;
use crate::data::{Atlas, Indicator, Method, Query, Row};
use crate::document::MapSpec;
use crate::figure::FigureError;
use crate::figure::map::MapModel;
use crate::figure::reading::classes;
use crate::figure::reading::distribution::{Fact, Facts};
use crate::figure::reading::voice::capital;
use crate::figure::wording::owner;
use crate::i18n::texts;

use super::kind::Kind;

/// The overall value of the ATS, pooled.
pub fn overall(query: Query, atlas: &Atlas) -> Result<Option<f64>, FigureError> {
    let overall = Query { level: Level::Ats, method: Method::Pooled, ..query };
    Ok(atlas.compute(&overall)?.rows.first().and_then(|row| row.value.ok()))
}

/// The lowest and the highest value with their territories, for the alternative text.
pub fn extremes(kind: &dyn Kind, spec: &MapSpec, model: &MapModel, indicator: &Indicator) -> Option<String> {
    let lang = spec.lang;
    if let Some(counts) = classes::counts(lang, indicator.into(), spec.level, model.table.present()) {
        return Some(format!("{}.", capital(&counts)));
    }
    let rows = model.table.rows.iter().enumerate();
    let present: Vec<(usize, &Row, f64)> =
        rows.filter_map(|(unit, row)| Some((unit, row, row.value.ok()?))).collect();
    let lowest = present.iter().min_by(|a, b| a.2.total_cmp(&b.2));
    let highest = present.iter().max_by(|a, b| a.2.total_cmp(&b.2));
    let (Some((lowest, low, a)), Some((highest, high, b))) = (lowest, highest) else { return None };
    if present.len() < 2 {
        return None;
    }
    let ends = [(*lowest, *a), (*highest, *b)]
        .map(|(unit, x)| kind.text(lang, model.caption_of(indicator, unit), Ok(x)));
    let all = || present.iter().map(|(_, _, value)| *value);
    let (lowest, highest) = (owner(lang, &low.name, *a, all()), owner(lang, &high.name, *b, all()));
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
            Err(reason) => facts.absent.push((name, reason, selected)),
        }
    }
    facts
}
