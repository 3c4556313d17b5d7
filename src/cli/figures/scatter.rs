//! `figure scatter`: writes a scatterplot to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::base::{Date, Level};
use crate::data::{Atlas, Indicator, Method};
use crate::document::{Element, MapSpec, PointColour, QuadrantSplit, ScatterSpec, ScatterView};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::stats::numbers;
use crate::cli::values::{date, text};

/// The prefix of an indicator's id in `--colour`.
const CLASS: &str = "class:";

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    let year =
        |name, help| b.value(name, "Y", help).value_parser(value_parser!(i16)).allow_negative_numbers(true);
    b.sub("scatter", t::HELP_SCATTER)
        .arg(b.value("x", "ID", t::HELP_SCATTER_X))
        .arg(b.value("y", "ID", t::HELP_SCATTER_Y))
        .arg(year("year", t::HELP_SCATTER_YEAR))
        .arg(year("x-year", t::HELP_SCATTER_X_YEAR))
        .arg(b.choice("level", &Level::ALL.map(Level::id), "comuni", t::HELP_LEVEL))
        .arg(b.choice("method", &Method::CHOICES.map(Method::id), "pooled", t::HELP_METHOD))
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

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    Ok(spec(matches, bundle, lang)?.into())
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<ScatterSpec, CliError> {
    let atlas = &bundle.atlas;
    let indicator = |id: &str| atlas.indicator(id).map_err(|e| CliError::from_atlas(&e, lang));
    let opening = MapSpec::first(atlas);
    let typed = |name| matches.get_one::<String>(name).map(String::as_str);
    let y = indicator(typed("y").or(opening.as_ref().map(|map| map.indicator.as_str())).unwrap_or_default())?;
    let x = match typed("x") {
        Some(x) => indicator(x)?,
        None => {
            let usual = ScatterSpec::default_x(&y.id, date(atlas, y, None, lang)?, atlas);
            indicator(&usual.ok_or_else(|| CliError::message(lang.text(t::SCATTER_NO_OTHER)))?)?
        }
    };
    let year = matches.get_one::<i16>("year").copied();
    let y_date = year_of_either(atlas, [y, x], year, lang)?;
    let mut spec = ScatterSpec::new(x.id.as_str(), y.id.as_str(), y_date);
    if let Some(year) = matches.get_one::<i16>("x-year").copied() {
        spec.x_date = date(atlas, x, Some(year), lang)?;
    }
    spec.level = Level::from_id(text(matches, "level")).unwrap_or(Level::Comuni);
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    let named = !matches.get_flag("no-labels");
    spec.view = ScatterView {
        size: matches.get_one::<String>("size-by").cloned(),
        colour: colour(matches, lang)?,
        line: !matches.get_flag("no-line"),
        lowess: matches.get_flag("lowess"),
        quadrants: quadrants(matches, lang)?,
        quadrant_names: names(matches, lang)?,
        label_selected: named,
        label_outliers: named,
    };
    spec.page = page(matches, lang)?;
    Ok(spec)
}

/// The date in this year of the first of the two that has one; the other is then shown at its nearest date, and the
/// figure says so. Without a year, the latest date of the first.
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
    let bad_choice =
        || Err(CliError::message(t::cli_bad_choice(lang, typed, "--quadrants", "mean, median, ats, X,Y")));
    match typed.as_str() {
        "mean" => Ok(QuadrantSplit::Mean),
        "median" => Ok(QuadrantSplit::Median),
        "ats" => Ok(QuadrantSplit::Ats),
        two if two.contains([',', ';']) => match numbers(two, lang)?[..] {
            [x, y] => Ok(QuadrantSplit::At(x, y)),
            _ => bad_choice(),
        },
        _ => bad_choice(),
    }
}

fn names(matches: &ArgMatches, lang: Lang) -> Result<Option<[String; 4]>, CliError> {
    let Some(typed) = matches.get_one::<String>("quadrant-names") else { return Ok(None) };
    let names: Vec<String> = typed.split(',').map(|name| name.trim().to_owned()).collect();
    let count = names.len().to_string();
    let four = <[String; 4]>::try_from(names).ok().filter(|names| names.iter().all(|name| !name.is_empty()));
    four.map(Some).ok_or_else(|| CliError::message(t::cli_four_names(lang, &count)))
}
