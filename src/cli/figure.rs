//! `figure map`: a map to a file.

use std::path::PathBuf;

use clap::ArgMatches;
use clap::parser::ValueSource;
use serde_json::{Value, json};

use crate::base::{Code, Mm, Warned};
use crate::data::Absence;
use crate::document::{ClassSpan, LabelMode, MapKind, MapSpec, PageSpec, Representation, SvgText};
use crate::export::{self, ExportError, Format};
use crate::figure::map::{self, MapFigure};
use crate::figure::{Axis, Shown};
use crate::i18n::{Lang, fill, texts};
use crate::io::{Bundle, write_atomic};

use super::error::CliError;
use super::stats::{ClassArguments, number};
use super::values::{date, query, text};

/// The resolution of a PNG when none is asked for.
const DEFAULT_DPI: u32 = 300;

/// Draws the map, writes it, and with `--json` tells what was drawn.
pub fn map(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    let shown = path.display().to_string();
    let format = Format::of_path(&path)
        .ok_or_else(|| CliError::message(fill(lang.text(texts::CLI_BAD_FORMAT), &[&shown])))?;
    let dpi = matches.get_one::<u32>("dpi").copied().unwrap_or(DEFAULT_DPI);
    if !export::DPI.contains(&dpi) {
        let bounds = [export::DPI.start(), export::DPI.end()].map(u32::to_string);
        return Err(CliError::message(fill(lang.text(texts::CLI_BAD_DPI), &[&bounds[0], &bounds[1]])));
    }
    let spec = spec(matches, bundle, lang)?;
    let Warned { value: figure, diagnostics } = map::build(&spec, &bundle.atlas, &bundle.basemap)
        .map_err(|error| CliError::from_figure(&error, lang))?;
    let bytes = export::figure(&figure.scene, format, spec.page.svg_text, dpi).map_err(|e| match e {
        ExportError::TooManyPixels { .. } => CliError::message(lang.text(texts::CLI_TOO_MANY_PIXELS)),
        other => CliError::message(other.to_string()),
    })?;
    write_atomic(&path, &bytes).map_err(|error| {
        CliError::message(fill(lang.text(texts::CLI_CANNOT_WRITE), &[&shown, &error.to_string()]))
    })?;
    if !matches.get_flag("json") {
        let warnings = diagnostics.iter().map(|d| format!("{}\n", d.message));
        return Ok(warnings.collect());
    }
    let MapFigure { model, scene } = figure;
    let intervals = model.classes.as_ref().map(|c| &c.intervals);
    let absent: serde_json::Map<_, _> =
        Absence::ALL.iter().map(|r| (r.id().to_owned(), model.absent(*r).into())).collect();
    let mut result = json!({
        "output": shown,
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "year": spec.date.year(),
        "level": spec.level.id(),
        "method": spec.method.id(),
        "scheme": spec.classes.scheme.id(),
        "breaks": intervals.map(|i| i.uppers()).unwrap_or_default(),
        "lower": intervals.map(|i| i.lower()),
        "counts": model.counts,
        "colours": model.colours.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "absent": absent,
        "alternative_text": scene.description,
        "warnings": diagnostics,
    });
    match (&spec.kind, &model.shown) {
        (MapKind::Change { from }, _) => result["compared_with"] = json!(from.to_string()),
        (_, Shown::Two(axes)) => result["axes"] = Value::Array(axes.iter().map(axis).collect()),
        _ => {}
    }
    Ok(format!("{result:#}\n"))
}

/// One of two indicators: the first is across, the second upwards, and `counts` go row by row from below.
fn axis(axis: &Axis) -> Value {
    let breaks = axis.classes.as_ref().map(|c| c.intervals.uppers()).unwrap_or_default();
    json!({ "indicator": axis.indicator, "breaks": breaks })
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<MapSpec, CliError> {
    let query = query(matches, &bundle.atlas, lang)?;
    let mut spec = MapSpec::new(query.indicator, query.date);
    (spec.level, spec.method, spec.lang) = (query.level, query.method, lang);
    if let Some(year) = matches.get_one::<i16>("compare-year").copied() {
        let indicator =
            bundle.atlas.indicator(&spec.indicator).map_err(|e| CliError::from_atlas(&e, lang))?;
        spec.set_kind(MapKind::Change { from: date(&bundle.atlas, indicator, Some(year), lang)? });
    }
    if let Some(second) = matches.get_one::<String>("second") {
        spec.set_kind(MapKind::Two { second: second.clone() });
    }
    let classes = ClassArguments::read(matches, lang)?;
    // Other kinds of map have schemes of their own when none is asked for.
    let typed = ["scheme", "breaks"].map(|name| matches.value_source(name) == Some(ValueSource::CommandLine));
    if spec.kind == MapKind::Value || typed.contains(&true) {
        spec.classes.scheme = classes.scheme;
    }
    if !matches!(spec.kind, MapKind::Two { .. }) {
        spec.classes.count = classes.count;
        spec.classes.manual = classes.manual;
    }
    if matches.get_flag("all-dates") {
        spec.classes.span = ClassSpan::AllDates;
    }
    if let Some(palette) = matches.get_one::<String>("palette") {
        spec.palette.id = palette.clone();
    }
    spec.palette.reversed = matches.get_flag("reverse");
    if matches.contains_id("centre") {
        spec.palette.centre = Some(number(text(matches, "centre"), lang)?);
    }
    if matches.get_flag("symbols") {
        spec.representation = Representation::Symbols;
    }
    let codes = matches.get_many::<String>("territory").into_iter().flatten();
    spec.chosen = codes.flat_map(|text| text.split(',')).map(|code| Code::from(code.trim())).collect();
    if matches.get_flag("no-labels") {
        spec.page.labels = LabelMode::None;
    }
    spec.page.title = matches.get_one::<String>("title").cloned();
    if matches.contains_id("size") {
        (spec.page.width, spec.page.height) = size(text(matches, "size"), lang)?;
    }
    if matches.get_flag("outlines") {
        spec.page.svg_text = SvgText::Outlines;
    }
    Ok(spec)
}

/// A named size, or width and height in millimetres as `160x110`.
fn size(text: &str, lang: Lang) -> Result<(Mm, Mm), CliError> {
    let lower = text.to_lowercase();
    if let Some((_, width, height)) = PageSpec::SIZES.iter().find(|(name, ..)| *name == lower) {
        return Ok((*width, *height));
    }
    let parsed = lower.split_once(['x', '×']).and_then(|(width, height)| {
        let side = |text: &str| text.trim().parse::<f64>().ok().filter(|x| PageSpec::SIDE.contains(x));
        Some((Mm(side(width)?), Mm(side(height)?)))
    });
    parsed.ok_or_else(|| CliError::message(lang.text(texts::CLI_BAD_SIZE)))
}
