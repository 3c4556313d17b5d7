//! Options that cannot change the figure they are given with. What contradicts another option is refused; what the
//! kind of file or the level makes void is said. This is the only place that decides it for figures; what the data
//! make void is a remark of the figure itself, and `--dpi` and `--outlines` name their format in the help.

use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::data::Atlas;
use crate::document::{
    Element, MapSpec, OfKind, Representation, ScatterSpec, SeriesMode, SeriesSpec, TableSpec,
};
use crate::figure::Remark;
use crate::i18n::{Lang, Text, texts as t};
use crate::stats::classes::Scheme;

use crate::cli::error::CliError;
use crate::cli::output::{Output, PARTS};

/// What a command was asked for.
struct Asked<'a> {
    matches: &'a ArgMatches,
    element: &'a Element,
    output: &'a Output,
    atlas: &'a Atlas,
}

/// Some options, whether they are void, and why.
type Rule = (&'static [&'static str], fn(&Asked<'_>) -> bool, Text);

/// What is refused, because something else that was asked for contradicts it.
const REFUSED: [Rule; 8] = [
    (&["base"], |a| series(a).is_some_and(|series| !series.mode.has_base()), t::IGNORED_BASE),
    (&["standard"], |a| series(a).is_some_and(|s| s.mode != SeriesMode::Absolute), t::IGNORED_STANDARD),
    (&["all-dates", "this-date"], |a| map(a).is_some_and(has_no_span), t::IGNORED_SPAN),
    (&["legend"], |a| map(a).is_none(), t::IGNORED_LEGEND),
    (&["hide"], hides_parts_of_a_map, t::IGNORED_HIDE),
    (&["method"], is_published_table, t::IGNORED_METHOD),
    (&["method"], |a| compares_areas(a), t::IGNORED_METHOD),
    (&["colour"], |a| compares_areas(a), t::IGNORED_COLOUR),
];

/// What is said, because the same command often writes other files or other levels, where it counts.
const SAID: [Rule; 1] = [(
    &[
        "heat",
        "trend",
        "black",
        "hatches",
        "logo",
        "size",
        "legend",
        "hide",
        "type-scale",
        "no-labels",
        "alt-text",
        "number",
        "decimals",
        "save-spec",
        "part",
    ],
    |a| !a.output.has_page(),
    t::IGNORED_SHEET,
)];

/// Refuses the first void option.
pub fn refuse(
    matches: &ArgMatches,
    element: &Element,
    output: &Output,
    atlas: &Atlas,
    lang: Lang,
) -> Result<(), CliError> {
    let asked = Asked { matches, element, output, atlas };
    match void(&REFUSED, &asked).first() {
        Some((option, why)) => {
            let option = format!("--{option}");
            Err(CliError::message(t::option_ignored(lang, option, lang.text(*why))))
        }
        None => Ok(()),
    }
}

/// Remarks on void options that are not refused.
pub fn said(matches: &ArgMatches, element: &Element, output: &Output, atlas: &Atlas) -> Vec<Remark> {
    let asked = Asked { matches, element, output, atlas };
    let options = void(&SAID, &asked);
    let options = options.into_iter().map(|(option, why)| Remark::OptionIgnored { option, why });
    let method = element.spec().method() != Default::default() && !element.spec().has_groups(atlas);
    options.chain(method.then_some(Remark::MethodOfComuni)).collect()
}

/// The void options among those typed.
fn void(rules: &'static [Rule], asked: &Asked<'_>) -> Vec<(&'static str, Text)> {
    let is_typed = |option: &&&str| is_typed(asked.matches, option);
    let rules = rules.iter().filter(|(_, is_void, _)| is_void(asked));
    rules
        .flat_map(|(options, _, why)| options.iter().filter(is_typed).map(|option| (*option, *why)))
        .collect()
}

/// Whether an option was typed, rather than being at its default.
pub fn is_typed(matches: &ArgMatches, option: &str) -> bool {
    // An option that the command does not have is an error, not merely absent.
    matches.try_contains_id(option).is_ok() && matches.value_source(option) == Some(ValueSource::CommandLine)
}

fn map<'a>(asked: &Asked<'a>) -> Option<&'a MapSpec> {
    MapSpec::of(asked.element)
}

fn series<'a>(asked: &Asked<'a>) -> Option<&'a SeriesSpec> {
    SeriesSpec::of(asked.element)
}

/// Whether the classes of a map depend on no date: there are none, or their breaks were typed.
fn has_no_span(map: &MapSpec) -> bool {
    map.representation == Representation::Symbols || map.scheme() == Scheme::Manual
}

fn hides_parts_of_a_map(asked: &Asked<'_>) -> bool {
    /// The parts that every figure has.
    const COMMON: [&str; 2] = ["heading", "footer"];
    let hidden = || asked.matches.get_many::<String>("hide").into_iter().flatten();
    let of_map =
        |part: &String| PARTS.iter().any(|(name, _)| name == part) && !COMMON.contains(&part.as_str());
    map(asked).is_none() && hidden().any(of_map)
}

/// Whether the points of a scatterplot are areas that values were published of.
fn compares_areas(asked: &Asked<'_>) -> bool {
    let published = |id: &String| asked.atlas.published(id).is_some();
    ScatterSpec::of(asked.element).is_some_and(|spec| [&spec.x, &spec.y].into_iter().any(published))
}

/// Whether all columns of a table are as published, so that none is recomputed.
fn is_published_table(asked: &Asked<'_>) -> bool {
    let published = |id: &str| asked.atlas.published(id).is_some();
    TableSpec::of(asked.element).is_some_and(|table| {
        !table.columns.is_empty() && table.columns.iter().all(|column| published(&column.indicator))
    })
}
