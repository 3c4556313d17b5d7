//! `figure ranking`: writes a ranking to a file.

use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::base::{Date, Level};
use crate::data::Atlas;
use crate::document::element::{Spec, Subject};
use crate::document::{Element, RankingSpec};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page, standard};
use crate::cli::values::{date, map, published_level, reference, text};

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("ranking", t::HELP_RANKING)
        .args(b.query())
        .arg(
            b.value("top", "N", t::HELP_TOP)
                .value_parser(value_parser!(u16).range(1..))
                .allow_negative_numbers(true),
        )
        .arg(b.value("territory", "CODE", t::HELP_RANKING_TERRITORY).num_args(1..).action(ArgAction::Append))
        // The range uses all four methods.
        .arg(b.flag("range", t::HELP_RANGE).conflicts_with("method"))
        .arg(b.value("range-years", "Y,…", t::HELP_RANGE_YEARS).requires("range"))
        .arg(b.choice("range-of", &["comuni", "ambiti"], "comuni", t::HELP_RANGE_OF))
        .args(b.standard())
        .args(b.page())
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    let mut spec = asked(matches, &bundle.atlas, lang)?;
    spec.top = matches.get_one::<u16>("top").map(|top| usize::from(*top));
    spec.selected = codes(matches, bundle);
    spec.range = matches.get_flag("range");
    spec.range_of = Level::from_id(text(matches, "range-of")).unwrap_or_default();
    if spec.range_of != Level::Comuni && !spec.range {
        return Err(CliError::message(lang.text(t::RANGE_YEARS_NEED_RANGE)));
    }
    if spec.range_of != Level::Comuni && spec.level <= spec.range_of {
        return Err(CliError::message(t::range_no_group(lang, spec.range_of.id())));
    }
    spec.range_dates = range_dates(matches, &spec.indicator, &bundle.atlas, lang)?;
    spec.standard = standard(matches, lang)?;
    spec.page = page(matches, lang)?;
    let known = bundle.atlas.known_together([spec.indicator.as_str()]);
    if spec.range && known > Level::Comuni && spec.level > Level::Comuni {
        let name = bundle.atlas.caption(&spec.indicator).map(|caption| lang.pick(caption.name).to_owned());
        let name = name.unwrap_or_else(|_| spec.indicator.clone());
        return Err(CliError::message(t::cli_range_known(lang, name, lang.one_of_level(known))));
    }
    if spec.range
        && (spec.level == Level::Comuni || known > Level::Comuni)
        && bundle.atlas.published(&spec.indicator).is_none()
    {
        return Err(CliError::message(lang.text(t::CLI_RANGE_LEVEL)));
    }
    Ok(spec.into())
}

/// The dates of `--range-years`.
fn range_dates(
    matches: &ArgMatches,
    indicator: &str,
    atlas: &Atlas,
    lang: Lang,
) -> Result<Vec<Date>, CliError> {
    let typed = text(matches, "range-years");
    let years = typed.split(',').map(str::trim).filter(|year| !year.is_empty());
    let known = |year: &str| {
        let bad = |_| CliError::message(t::cli_bad_value(lang, typed, "--range-years"));
        let indicator = atlas.indicator(indicator).map_err(|error| CliError::from_atlas(&error, lang))?;
        date(atlas, indicator, Some(year.parse::<i16>().map_err(bad)?), lang)
    };
    years.map(known).collect()
}

/// The ranking of the requested units or areas.
fn asked(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<RankingSpec, CliError> {
    let id = text(matches, "indicator");
    if atlas.published(id).is_none() {
        let subject = Subject::of(&map(matches, atlas, lang)?);
        // Any subject can be ranked.
        return Ok(RankingSpec::opening(&subject, atlas)
            .unwrap_or_else(|| RankingSpec::new(id, subject.at, subject.level)));
    }
    if matches.get_flag("range") && atlas.published(id).is_none_or(|own| own.range.is_none()) {
        return Err(CliError::message(t::cli_published_range(lang, id)));
    }
    let level = published_level(matches, atlas, lang)?.unwrap_or_else(|| atlas.listed_level(id));
    let at = reference(atlas, id, matches.get_one::<i16>("year").copied(), lang)?;
    let spec = RankingSpec::new(id, at, level);
    Ok(RankingSpec { lang, ..spec })
}
