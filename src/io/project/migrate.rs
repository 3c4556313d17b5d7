//! From the format of earlier versions to the present one, a step a version.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::document::{MapSpec, ScatterSpec, ScatterView, TableColumn, TableSpec, TableView};

use super::error::Fault;
use super::manifest::{Parts, VERSION, WORK};

/// Makes the parts of one version those of the next.
type Step = fn(&mut Parts) -> Result<(), Fault>;

/// The step at `i` makes version `i + 2` of version `i + 1`.
const STEPS: [Step; VERSION as usize - 1] = [values_of_areas, whole_views];

/// Version 2 may hold values of areas and grids. One of version 1 has neither; programs that read no further than it
/// would lose both at the next save, and so must refuse version 2.
fn values_of_areas(_: &mut Parts) -> Result<(), Fault> {
    Ok(())
}

/// What version 2 kept of the views: some options, to be put together again with those of the user's settings.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct OptionsOfViews {
    map: Option<MapSpec>,
    scatter: ScatterView,
    columns: Vec<TableColumn>,
    table: TableView,
}

/// Version 3 keeps every view as a whole spec, in one document.
fn whole_views(parts: &mut Parts) -> Result<(), Fault> {
    let bytes = parts.get(WORK).ok_or_else(|| Fault::NoPart(WORK.to_owned()))?;
    let mut work: Value = serde_json::from_slice(bytes).map_err(|_| Fault::DamagedPart(WORK.to_owned()))?;
    let Some(fields) = work.as_object_mut() else { return Err(Fault::NoPart(WORK.to_owned())) };
    let [map, scatter, columns, table, figures, sets] =
        ["map", "scatter", "columns", "table", "figures", "sets"].map(|name| fields.remove(name));
    let mut document = json!({ "figures": figures.unwrap_or(json!([])), "sets": sets.unwrap_or(json!([])) });
    let mut options = json!({});
    for (name, value) in [("map", map), ("scatter", scatter), ("columns", columns), ("table", table)] {
        if let Some(value) = value {
            options[name] = value;
        }
    }
    let options: OptionsOfViews =
        serde_json::from_value(options).map_err(|_| Fault::DamagedPart(WORK.to_owned()))?;
    if let Some(map) = &options.map {
        document["map"] = json!(map);
        document["views"] = Value::Array(views(map, &options));
    }
    fields.insert("document".to_owned(), document);
    parts.insert(
        WORK.to_owned(),
        serde_json::to_vec_pretty(&work).map_err(|_| Fault::DamagedPart(WORK.to_owned()))?,
    );
    Ok(())
}

/// The views whose options were kept, where these are not the usual ones.
fn views(map: &MapSpec, options: &OptionsOfViews) -> Vec<Value> {
    use crate::document::Element;
    let mut views = Vec::new();
    let (level, method, lang) = (map.level, map.method, map.lang);
    if !options.columns.is_empty() || options.table != TableView::default() {
        let mut columns = map.kind.columns(&map.indicator, map.date.into());
        let own = columns.clone();
        columns.extend(options.columns.iter().filter(|column| !own.contains(column)).cloned());
        let (selected, view) = (map.selected.clone(), options.table.clone());
        views.push(Element::from(TableSpec {
            method,
            lang,
            selected,
            view,
            ..TableSpec::new(columns, level)
        }));
    }
    if options.scatter != ScatterView::default() {
        // Which indicator stood across was not kept: the usual one, which the window changes where it does not serve.
        let spec = ScatterSpec::new("densita", map.indicator.as_str(), map.date);
        let (selected, view) = (map.selected.clone(), options.scatter.clone());
        views.push(Element::from(ScatterSpec { level, method, lang, selected, view, ..spec }));
    }
    views.iter().map(|view| json!(view)).collect()
}

/// Brings the parts of a file of that version to the present one.
///
/// # Errors
/// A version later than ours; what a step finds wrong.
pub fn migrate(from: u32, parts: &mut Parts) -> Result<(), Fault> {
    if from > VERSION {
        return Err(Fault::Newer(from));
    }
    let done = from.checked_sub(1).ok_or(Fault::NotOurs)?;
    STEPS.iter().skip(done as usize).try_for_each(|step| step(parts))
}
