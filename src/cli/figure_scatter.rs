//! `figure scatter`: a scatterplot to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value as Json, json};

use crate::base::{Date, Level};
use crate::data::{Atlas, Indicator, Method};
use crate::document::{Element, FigureSpec, MapSpec, PointColour, QuadrantSplit, ScatterSpec, ScatterView};
use crate::figure::scatter::{Pair, ScatterModel};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::stats::Strength;

use super::arguments::Builder;
use super::error::CliError;
use super::output::{Output, codes, page};
use super::stats::number;
use super::values::{date, text};

/// What `--colour` takes before the id of an indicator.
const CLASS: &str = "class:";

/// The grammar of the command.
pub fn command(b: &Builder) -> Command {
    let year =
        |name, help| b.value(name, "Y", help).value_parser(value_parser!(i16)).allow_negative_numbers(true);
    b.sub("scatter", t::HELP_SCATTER)
        .arg(b.value("x", "ID", t::HELP_SCATTER_X))
        .arg(b.value("y", "ID", t::HELP_SCATTER_Y))
        .arg(year("year", t::HELP_SCATTER_YEAR))
        .arg(year("x-year", t::HELP_SCATTER_X_YEAR))
        .arg(b.choice("level", &Level::ALL.map(Level::id), "comuni", t::HELP_LEVEL))
        .arg(b.choice("method", &Method::ALL.map(Method::id), "pooled", t::HELP_METHOD))
        .arg(b.value("size-by", "ID", t::HELP_SIZE_BY))
        .arg(b.value("colour", "ambito|asst|class:ID", t::HELP_POINT_COLOUR))
        .arg(b.value("quadrants", "mean|median|ats|X,Y", t::HELP_QUADRANTS).allow_hyphen_values(true))
        .arg(b.value("quadrant-names", "A,B,C,D", t::HELP_QUADRANT_NAMES).requires("quadrants"))
        .arg(b.flag("lowess", t::HELP_LOWESS))
        .arg(b.flag("no-line", t::HELP_NO_LINE))
        .arg(b.flag("no-labels", t::HELP_SCATTER_NO_LABELS))
        .arg(b.value("territory", "CODE", t::HELP_SCATTER_TERRITORY).num_args(1..).action(ArgAction::Append))
        .args(b.page())
}

/// Draws the scatterplot, writes it, and with `--json` tells what was drawn.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let output = Output::read(matches, lang)?;
    let spec = spec(matches, bundle, lang)?;
    output.draw(matches, &FigureSpec::of(Element::Scatter(spec)), bundle)
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<ScatterSpec, CliError> {
    let atlas = &bundle.atlas;
    let indicator = |id: &str| atlas.indicator(id).map_err(|e| CliError::from_atlas(&e, lang));
    let opening = MapSpec::opening(atlas);
    let typed = |name| matches.get_one::<String>(name).map(String::as_str);
    let y = indicator(typed("y").or(opening.as_ref().map(|map| map.indicator.as_str())).unwrap_or_default())?;
    let x = match typed("x") {
        Some(x) => indicator(x)?,
        None => {
            let map = MapSpec::new(y.id.as_str(), date(atlas, y, None, lang)?);
            map.across(None, atlas).ok_or_else(|| CliError::message(lang.text(t::SCATTER_NO_OTHER)))?
        }
    };
    let year = matches.get_one::<i16>("year").copied();
    let y_date = year_of_either(atlas, [y, x], year, lang)?;
    let mut spec = MapSpec::new(y.id.as_str(), y_date).scatter(&x.id);
    if let Some(year) = matches.get_one::<i16>("x-year").copied() {
        spec.x_date = date(atlas, x, Some(year), lang)?;
    }
    spec.level = Level::from_id(text(matches, "level")).unwrap_or(Level::Comuni);
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    spec.chosen = codes(matches, bundle);
    spec.lang = lang;
    let named = !matches.get_flag("no-labels");
    spec.view = ScatterView {
        size: matches.get_one::<String>("size-by").cloned(),
        colour: colour(matches, lang)?,
        line: !matches.get_flag("no-line"),
        lowess: matches.get_flag("lowess"),
        quadrants: quadrants(matches, lang)?,
        quadrant_names: names(matches, lang)?,
        label_chosen: named,
        label_outliers: named,
    };
    spec.page = page(matches, lang)?;
    Ok(spec)
}

/// The date of that year of the first of the two that has one; the other is then shown at the nearest it has,
/// and the figure says so. Without a year, the latest of the first.
fn year_of_either(
    atlas: &Atlas,
    [first, second]: [&Indicator; 2],
    year: Option<i16>,
    lang: Lang,
) -> Result<Date, CliError> {
    date(atlas, first, year, lang).or_else(|error| date(atlas, second, year, lang).map_err(|_| error))
}

fn colour(matches: &ArgMatches, lang: Lang) -> Result<PointColour, CliError> {
    let Some(typed) = matches.get_one::<String>("colour") else { return Ok(PointColour::Plain) };
    match typed.as_str() {
        "ambito" => Ok(PointColour::Group(Level::Ambiti)),
        "asst" => Ok(PointColour::Group(Level::Asst)),
        other => match other.strip_prefix(CLASS).filter(|id| !id.is_empty()) {
            Some(id) => Ok(PointColour::Class(id.to_owned())),
            None => {
                let choices = "ambito, asst, class:ID";
                Err(CliError::message(t::cli_bad_choice(lang, other, "--colour", choices)))
            }
        },
    }
}

fn quadrants(matches: &ArgMatches, lang: Lang) -> Result<QuadrantSplit, CliError> {
    let Some(typed) = matches.get_one::<String>("quadrants") else { return Ok(QuadrantSplit::None) };
    match (typed.as_str(), typed.split_once(',')) {
        ("mean", _) => Ok(QuadrantSplit::Mean),
        ("median", _) => Ok(QuadrantSplit::Median),
        ("ats", _) => Ok(QuadrantSplit::Ats),
        (_, Some((x, y))) => Ok(QuadrantSplit::At(number(x.trim(), lang)?, number(y.trim(), lang)?)),
        (other, None) => {
            let choices = "mean, median, ats, X,Y";
            Err(CliError::message(t::cli_bad_choice(lang, other, "--quadrants", choices)))
        }
    }
}

fn names(matches: &ArgMatches, lang: Lang) -> Result<Option<[String; 4]>, CliError> {
    let Some(typed) = matches.get_one::<String>("quadrant-names") else { return Ok(None) };
    let names: Vec<String> = typed.split(',').map(|name| name.trim().to_owned()).collect();
    let count = names.len().to_string();
    let four = <[String; 4]>::try_from(names).ok().filter(|names| names.iter().all(|name| !name.is_empty()));
    four.map(Some).ok_or_else(|| CliError::message(t::cli_four_names(lang, &count)))
}

/// What was drawn, as JSON.
pub fn told(spec: &ScatterSpec, model: &ScatterModel) -> Json {
    let (r, rho, line) = (model.pearson.ok(), model.spearman.ok(), model.line.as_ref().ok());
    let quadrants = model.quadrants.map(
        |cut| json!({ "x": cut.x, "y": cut.y, "names": model.quadrant_names.names, "counts": cut.counts }),
    );
    let entry = |pair: &Pair| pair.entry.map(|entry| model.key.entries[entry].name.as_str());
    let points = model.pairs.iter().enumerate().map(|(i, pair)| {
        let row = &model.y.rows[pair.unit];
        json!({
            "code": row.code.as_str(), "name": row.name, "x": pair.x, "y": pair.y, "size": pair.size,
            "colour": entry(pair), "quadrant": model.quadrants.map(|cut| cut.of(pair)),
            "chosen": pair.chosen, "outlier": model.outliers.contains(&i),
        })
    });
    json!({
        "x": spec.x, "x_date": model.x.date.to_string(), "y": spec.y, "y_date": model.y.date.to_string(),
        "size": model.size.as_ref().map(|size| json!({ "indicator": size.indicator, "date": size.date.to_string() })),
        "colour": model.key.classes_of.as_ref().map(|(id, date)| json!({ "indicator": id, "date": date.to_string() })),
        "level": spec.level.id(), "method": spec.method.id(),
        "n": model.pairs.len(), "missing": model.missing(),
        "strength": r.map(|r| Strength::of(r.r).id()), "explained": r.map(|r| r.r * r.r), "all_units": model.is_census(),
        "r": r.map(|r| r.r), "p": r.map(|r| r.p), "rho": rho.map(|rho| rho.r), "rho_p": rho.map(|rho| rho.p),
        "rho_p_exact": rho.map(|rho| rho.exact),
        "slope": line.map(|line| line.slope), "intercept": line.map(|line| line.intercept),
        "r2": line.map(|line| line.r2),
        "slope_ci95": line.map(|line| [line.slope_ci95.lower, line.slope_ci95.upper]),
        "ats": model.whole,
        "quadrants": quadrants,
        "lowess": model.curve.as_ref().and_then(|curve| curve.as_ref().ok()),
        "points": points.collect::<Vec<_>>(),
    })
}
