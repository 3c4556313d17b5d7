//! Migration from earlier versions of the format to the current one, one step per version.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::document::{MapFrame, MapSpec, ScatterSpec, ScatterView, TableColumn, TableSpec, TableView};

use super::error::Fault;
use super::manifest::{Parts, VERSION, WORK};

/// Converts the parts of one version into those of the next.
type Step = fn(&mut Parts) -> Result<(), Fault>;

/// The step at `i` converts version `i + 1` into version `i + 2`.
const STEPS: [Step; VERSION as usize - 1] = [values_of_areas, whole_views, hypotheses, frames];

/// Version 2 may contain values of areas and grids. Version 1 has neither, and programs that only read version 1
/// would lose both on the next save, so they must refuse version 2.
fn values_of_areas(_: &mut Parts) -> Result<(), Fault> {
    Ok(())
}

/// What version 2 kept of the views: some options, to be combined with those in the user's settings.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct OptionsOfViews {
    map: Option<MapSpec>,
    scatter: ScatterView,
    columns: Vec<TableColumn>,
    table: TableView,
}

/// Version 3 keeps every view as a complete spec, in one document.
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

/// The views with saved options other than the default ones.
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
        // The x indicator was not saved: this is the default one, which the window replaces where it does not work.
        let spec = ScatterSpec::new("densita", map.indicator.as_str(), map.date);
        let (selected, view) = (map.selected.clone(), options.scatter.clone());
        views.push(Element::from(ScatterSpec { level, method, lang, selected, view, ..spec }));
    }
    views.iter().map(|view| json!(view)).collect()
}

/// Version 4 may stand on a hypothesis, which programs that only read version 3 would lose without saying so.
fn hypotheses(_: &mut Parts) -> Result<(), Fault> {
    Ok(())
}

/// Version 5 saves what the map of the window shows; before, it was always everything. Parts on pages were in metres, and are
/// still read.
fn frames(parts: &mut Parts) -> Result<(), Fault> {
    let damaged = || Fault::DamagedPart(WORK.to_owned());
    let Some(bytes) = parts.get(WORK) else { return Ok(()) };
    let mut work: Value = serde_json::from_slice(bytes).map_err(|_| damaged())?;
    if let Some(map) = work.pointer_mut("/document/map").and_then(Value::as_object_mut) {
        map.insert("frame".to_owned(), json!(MapFrame::All));
        let bytes = serde_json::to_vec_pretty(&work).map_err(|_| damaged())?;
        parts.insert(WORK.to_owned(), bytes);
    }
    Ok(())
}

/// Converts the parts of a file of this version to the current one.
///
/// # Errors
/// A version later than ours, or an error of a step.
pub(crate) fn migrate(from: u32, parts: &mut Parts) -> Result<(), Fault> {
    if from > VERSION {
        return Err(Fault::Newer(from));
    }
    let done = from.checked_sub(1).ok_or(Fault::NotOurs)?;
    STEPS.iter().skip(done as usize).try_for_each(|step| step(parts))
}
