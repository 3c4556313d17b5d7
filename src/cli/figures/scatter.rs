//! `figure scatter`: writes a scatterplot to a file.

use clap::parser::ValueSource;
use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::base::Level;
use crate::data::{Atlas, Method};
use crate::document::{Element, MapSpec, PointColour, QuadrantSplit, ScatterSpec, ScatterView};
use crate::i18n::{Lang, folded, texts as t};
use crate::io::Bundle;

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::stats::numbers;
use crate::cli::values::{level, reference, text};

/// The prefix of an indicator's id in `--colour`.
const CLASS: &str = "class:";

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    let year =
        |name, help| b.value(name, "Y", help).value_parser(value_parser!(i16)).allow_negative_numbers(true);
    b.sub("scatter", t::HELP_SCATTER)
        .arg(b.value("x", "ID", t::HELP_SCATTER_X))
        .arg(b.value("y", "ID", t::HELP_SCATTER_Y))
        .arg(
            b.value("printed", "NAME", t::HELP_SCATTER_PRINTED)
                .conflicts_with_all(["x", "y", "year", "x-year", "level", "method"]),
        )
        .arg(year("year", t::HELP_SCATTER_YEAR))
        .arg(year("x-year", t::HELP_SCATTER_X_YEAR))
        .arg(b.choice("level", &Level::ALL.map(Level::id), "comuni", t::HELP_LEVEL))
        .arg(b.choice("method", &Method::CHOICES.map(Method::id), "pooled", t::HELP_METHOD))
        .arg(b.value("size-by", "ID", t::HELP_SIZE_BY))
        .arg(b.value("colour", "ambito|asst|class:ID", t::HELP_POINT_COLOUR))
        .arg(b.value("quadrants", "mean|median|ats|X,Y", t::HELP_QUADRANTS).allow_hyphen_values(true))
        .arg(b.value("quadrant-names", "A,B,C,D", t::HELP_QUADRANT_NAMES).requires("quadrants"))
        .arg(b.flag("lowess", t::HELP_LOWESS))
        .arg(b.flag("log-x", t::HELP_LOG_X))
        .arg(b.flag("log-y", t::HELP_LOG_Y))
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
    let printed = matches.get_one::<String>("printed").map(|name| printed(name, atlas, lang)).transpose()?;
    let mut spec = match printed {
        Some(drawn) => drawn,
        None => asked(matches, atlas, lang)?,
    };
    spec.selected = codes(matches, bundle);
    spec.lang = lang;
    let named = !matches.get_flag("no-labels");
    spec.view = ScatterView {
        size: matches.get_one::<String>("size-by").cloned(),
        colour: colour(matches, lang)?,
        line: spec.view.line && !matches.get_flag("no-line"),
        lowess: matches.get_flag("lowess"),
        log_x: matches.get_flag("log-x"),
        log_y: matches.get_flag("log-y"),
        quadrants: quadrants(matches, lang)?.unwrap_or(spec.view.quadrants),
        quadrant_names: names(matches, lang)?,
        label_selected: named,
        label_outliers: named,
    };
    spec.page = page(matches, lang)?;
    Ok(spec)
}

/// The chart of a printed document with this name, drawn again: its published values against what is computed, in quadrants.
fn printed(name: &str, atlas: &Atlas, lang: Lang) -> Result<ScatterSpec, CliError> {
    let parts = || atlas.documents().iter().flat_map(|document| &document.parts);
    let part = parts().find(|part| folded(&part.name) == folded(name));
    let Some(drawn) = part.and_then(|part| part.scatter.as_ref()) else {
        let names: Vec<&str> =
            parts().filter(|part| part.scatter.is_some()).map(|part| part.name.as_str()).collect();
        return Err(CliError::message(t::cli_bad_choice(lang, name, "--printed", names.join(", "))));
    };
    let date = reference(atlas, &drawn.y, Some(drawn.year), lang)?.day_on_axis();
    let mut spec = ScatterSpec::new(drawn.x.as_str(), drawn.y.as_str(), date);
    (spec.x_date, spec.level) = (drawn.x_date, drawn.level);
    (spec.view.line, spec.view.quadrants) = (false, QuadrantSplit::Mean);
    Ok(spec)
}

/// The scatterplot of the typed indicators. With one as published its points are areas: of `--level` or, by default, of the most
/// common kind.
fn asked(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<ScatterSpec, CliError> {
    let known = |id: &str| atlas.caption(id).map_err(|e| CliError::from_atlas(&e, lang));
    let opening = MapSpec::first(atlas);
    let typed = |name| matches.get_one::<String>(name).map(String::as_str);
    let y = typed("y").or(opening.as_ref().map(|map| map.indicator.as_str())).unwrap_or_default();
    known(y)?;
    let year = matches.get_one::<i16>("year").copied();
    let is_published = |id: &str| atlas.published(id).is_some();
    let level_of = |x: Option<&str>| {
        let published = [Some(y), x].into_iter().flatten().find(|id| is_published(id));
        match (published, matches.value_source("level")) {
            (Some(id), source) if source != Some(ValueSource::CommandLine) => Ok(atlas.listed_level(id)),
            _ => level(matches, atlas, &x.into_iter().chain([y]).collect::<Vec<_>>(), lang),
        }
    };
    let at = |id: &str, year| Ok::<_, CliError>(reference(atlas, id, year, lang)?.day_on_axis());
    let x = match typed("x") {
        Some(x) => known(x)?.id.to_owned(),
        None => {
            let usual = ScatterSpec::default_x(y, at(y, None)?, level_of(None)?, atlas);
            usual.ok_or_else(|| CliError::message(lang.text(t::SCATTER_NO_OTHER)))?
        }
    };
    // The year of the first of the two that has one; the other is then shown at its nearest date, and the figure says so.
    let date = at(y, year).or_else(|error| at(&x, year).map_err(|_| error))?;
    let mut spec = ScatterSpec::new(x.as_str(), y, date);
    if let Some(year) = matches.get_one::<i16>("x-year").copied() {
        spec.x_date = at(&x, Some(year))?;
    }
    spec.level = level_of(Some(&x))?;
    spec.method = Method::from_id(text(matches, "method")).unwrap_or_default();
    if atlas.areas_compared(&[&x, y], spec.level).is_some_and(|areas| areas.len() < 2) {
        return Err(CliError::message(t::scatter_no_areas(lang, lang.level(spec.level))));
    }
    Ok(spec)
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

fn quadrants(matches: &ArgMatches, lang: Lang) -> Result<Option<QuadrantSplit>, CliError> {
    let Some(typed) = matches.get_one::<String>("quadrants") else { return Ok(None) };
    let bad_choice =
        || Err(CliError::message(t::cli_bad_choice(lang, typed, "--quadrants", "mean, median, ats, X,Y")));
    match typed.as_str() {
        "mean" => Ok(Some(QuadrantSplit::Mean)),
        "median" => Ok(Some(QuadrantSplit::Median)),
        "ats" => Ok(Some(QuadrantSplit::Ats)),
        two if two.contains([',', ';']) => match numbers(two, lang)?[..] {
            [x, y] => Ok(Some(QuadrantSplit::At(x, y))),
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
