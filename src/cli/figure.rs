//! `figure map`: a map to a file.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::data::Absence;
use crate::document::{ClassSpan, Element, FigureSpec, LabelMode, MapKind, MapSpec, Representation};
use crate::figure::{Axis, Direction, MapModel, Shown};
use crate::i18n::Lang;
use crate::io::Bundle;

use super::error::CliError;
use super::output::{Output, codes, page};
use super::stats::{ClassArguments, number};
use super::values::{date, text};

/// Draws the map, writes it, and with `--json` tells what was drawn.
pub fn map(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let output = Output::read(matches, lang)?;
    let spec = spec(matches, bundle, lang)?;
    output.draw(matches, &FigureSpec::of(Element::Map(spec)), bundle)
}

/// What was drawn, as JSON.
pub fn told(spec: &MapSpec, model: &MapModel) -> Value {
    let intervals = model.classes.as_ref().map(|c| &c.intervals);
    let absent: serde_json::Map<_, _> =
        Absence::ALL.iter().map(|r| (r.id().to_owned(), model.absent(*r).into())).collect();
    let mut result = json!({
        "indicator": spec.indicator,
        "date": spec.date.to_string(),
        "year": spec.date.year(),
        "level": spec.level.id(),
        "method": spec.method.id(),
        "scheme": spec.scheme().id(),
        "palette": model.palette,
        "breaks": intervals.map(|i| i.uppers()).unwrap_or_default(),
        "lower": intervals.map(|i| i.lower()),
        "counts": model.counts,
        "colours": model.colours.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "absent": absent,
    });
    match (&spec.kind, &model.shown) {
        (MapKind::Change { from }, Shown::Change(change)) => {
            result["compared_with"] = json!(from.to_string());
            let counts = Direction::ALL.map(|way| (way.id().to_owned(), json!(change.count(way))));
            result["directions"] = Value::Object(counts.into_iter().collect());
            result["whole"] = json!(change.whole.map(|whole| json!({
                "before": whole.before, "now": whole.now, "change": whole.by(),
                "direction": whole.direction().id(),
            })));
        }
        (_, Shown::Two(axes)) => result["axes"] = Value::Array(axes.iter().map(axis).collect()),
        _ => {}
    }
    result
}

/// One of two indicators: the first is across, the second upwards, and `counts` go row by row from below.
fn axis(axis: &Axis) -> Value {
    let breaks = axis.classes.as_ref().map(|c| c.intervals.uppers()).unwrap_or_default();
    json!({ "indicator": axis.indicator, "breaks": breaks })
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<MapSpec, CliError> {
    let mut spec = super::values::map(matches, &bundle.atlas, lang)?;
    if let Some(year) = matches.get_one::<i16>("compare-year").copied() {
        let indicator =
            bundle.atlas.indicator(&spec.indicator).map_err(|e| CliError::from_atlas(&e, lang))?;
        spec.set_kind(MapKind::Change { from: date(&bundle.atlas, indicator, Some(year), lang)? });
    }
    if let Some(second) = matches.get_one::<String>("second") {
        spec.set_kind(MapKind::Two { second: second.clone() });
    }
    let classes = ClassArguments::read(matches, lang)?;
    spec.classes.scheme = classes.scheme;
    (spec.classes.count, spec.classes.manual) = (classes.count, classes.manual);
    for (flag, span) in [("all-dates", ClassSpan::AllDates), ("this-date", ClassSpan::ThisDate)] {
        if matches.get_flag(flag) {
            spec.classes.span = span;
        }
    }
    spec.palette.id = matches.get_one::<String>("palette").cloned();
    spec.palette.reversed = matches.get_flag("reverse");
    if matches.contains_id("centre") {
        spec.palette.centre = Some(number(text(matches, "centre"), lang)?);
    }
    if matches.get_flag("symbols") {
        spec.representation = Representation::Symbols;
    }
    spec.chosen = codes(matches, bundle);
    spec.page = page(matches, lang)?;
    if matches.get_flag("no-labels") {
        spec.page.labels = LabelMode::None;
    }
    Ok(spec)
}
