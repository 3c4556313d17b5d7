//! `figure map`: a map to a file.

use clap::parser::ValueSource;
use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::document::{ClassSpan, Element, LabelMode, MapKind, MapSpec, Representation};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::stats::{ClassArguments, number};
use crate::cli::values::{date, query, text};

/// The grammar of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("map", t::HELP_MAP)
        .args(b.query())
        .args(b.classes())
        .arg(
            b.value("compare-year", "Y0", t::HELP_COMPARE_YEAR)
                .value_parser(value_parser!(i16))
                .allow_negative_numbers(true)
                .conflicts_with_all(["second", "all-dates"]),
        )
        .arg(
            b.value("second", "ID", t::HELP_SECOND)
                .conflicts_with_all(["classes", "breaks", "centre", "symbols"]),
        )
        .arg(b.flag("all-dates", t::HELP_ALL_DATES))
        .arg(b.value("palette", "P", t::HELP_PALETTE))
        .arg(b.flag("reverse", t::HELP_REVERSE))
        .arg(b.value("centre", "X", t::HELP_CENTRE).allow_hyphen_values(true))
        .arg(b.flag("symbols", t::HELP_SYMBOLS))
        .arg(b.value("territory", "CODE", t::HELP_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(b.flag("no-labels", t::HELP_NO_LABELS))
        .args(b.page())
}

/// What the arguments ask for.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    Ok(spec(matches, bundle, lang)?.into())
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
    spec.chosen = codes(matches, bundle);
    spec.page = page(matches, lang)?;
    if matches.get_flag("no-labels") {
        spec.page.labels = LabelMode::None;
    }
    Ok(spec)
}
