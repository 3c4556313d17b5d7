//! `figure map`: writes a map to a file.

use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgAction, ArgMatches, Command, value_parser};

use crate::analysis::{Algorithm, Growth, HORIZON};
use crate::base::Code;
use crate::data::{Atlas, Indicator};
use crate::document::{
    ClassSpan, Degrees, Element, LabelMode, LocalTest, MapFrame, MapKind, MapSpec, OfKind, Representation,
};
use crate::figure::MapModel;
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::io::project::{KeptResult, ProjectFile, related, take_in_result};
use crate::io::recipe::Per;
use crate::stats::index::Method;
use crate::stats::intervals::Confidence;

use crate::cli::builder::Builder;
use crate::cli::error::CliError;
use crate::cli::output::{codes, page};
use crate::cli::project::{failed, writable};
use crate::cli::stats::{ClassArguments, benchmark, confidence, fdr, neighbours, number, numbers};
use crate::cli::values::{date, map, text};

/// The options that clusters and groups cannot be combined with: other kinds of map, and classes, which they have of their own.
const OTHER_KINDS: [&str; 10] = [
    "compare-year",
    "second",
    "significance",
    "scheme",
    "classes",
    "breaks",
    "centre",
    "symbols",
    "all-dates",
    "this-date",
];

/// The arguments of the command.
pub fn command(b: &Builder) -> Command {
    b.sub("map", t::HELP_MAP)
        .args(b.query())
        .args(b.classes())
        .arg(
            b.value("compare-year", "Y0", t::HELP_COMPARE_YEAR)
                .value_parser(value_parser!(i16))
                .allow_negative_numbers(true)
                .conflicts_with_all(["second", "all-dates", "this-date"]),
        )
        .arg(
            b.value("second", "ID", t::HELP_SECOND)
                .conflicts_with_all(["classes", "breaks", "centre", "symbols"]),
        )
        .arg(
            b.value("significance", "ats|asst|lombardia|V", t::HELP_SIGNIFICANCE)
                .allow_hyphen_values(true)
                .conflicts_with_all([
                    "compare-year",
                    "second",
                    "scheme",
                    "classes",
                    "breaks",
                    "centre",
                    "symbols",
                    "all-dates",
                    "this-date",
                ]),
        )
        .arg(
            b.choice("confidence", &Confidence::ALL.map(Confidence::id), "95", t::HELP_CONFIDENCE)
                .requires("significance"),
        )
        .arg(b.flag("clusters", t::HELP_CLUSTERS).conflicts_with_all(OTHER_KINDS))
        .arg(b.value("neighbours", "RULE", t::HELP_NEIGHBOURS))
        .arg(
            b.value("permutations", "N", t::HELP_PERMUTATIONS)
                .value_parser(value_parser!(u32).range(99..=99_999))
                .requires("clusters"),
        )
        .arg(b.value("fdr", "P", t::HELP_FDR).requires("clusters"))
        .arg(
            b.value("groups", "ID", t::HELP_GROUPS_MAP)
                .action(ArgAction::Append)
                .conflicts_with("clusters")
                .conflicts_with_all(OTHER_KINDS),
        )
        .arg(
            b.choice("algorithm", &Algorithm::ALL.map(Algorithm::id), "kmeans", t::HELP_ALGORITHM)
                .requires("groups"),
        )
        .arg(b.value("k", "K", t::HELP_K).value_parser(value_parser!(usize)).requires("groups"))
        .arg(b.value("group-name", "T", t::HELP_GROUP_NAME).action(ArgAction::Append).requires("groups"))
        .arg(b.value("seed", "N", t::HELP_SEED).value_parser(value_parser!(u64)))
        .arg(
            b.value("residuals", "ID", t::HELP_RESIDUALS)
                .action(ArgAction::Append)
                .conflicts_with_all(["clusters", "groups"])
                .conflicts_with_all(OTHER_KINDS),
        )
        .arg(
            b.value("index", "ID", t::HELP_INDEX_MAP)
                .action(ArgAction::Append)
                .conflicts_with_all(["clusters", "groups", "residuals"])
                .conflicts_with_all(OTHER_KINDS),
        )
        .arg(b.choice("by", &Method::ALL.map(Method::id), "ampi", t::HELP_COMPOSITE_BY).requires("index"))
        .arg(b.value("polarity", "ID=±", t::HELP_POLARITY).action(ArgAction::Append).requires("index"))
        .arg(
            b.choice("direction", &["positive", "negative"], "positive", t::HELP_DIRECTION).requires("index"),
        )
        .arg(
            b.flag("smoothed", t::HELP_SMOOTHED_MAP)
                .conflicts_with_all(["clusters", "groups", "residuals", "index"])
                .conflicts_with_all(["compare-year", "second", "significance", "symbols"]),
        )
        .arg(
            b.flag("quotient", t::HELP_QUOTIENT_MAP)
                .conflicts_with_all(["clusters", "groups", "residuals", "index", "smoothed"])
                .conflicts_with_all(["compare-year", "second", "significance", "symbols"]),
        )
        .arg(
            b.flag("trend", t::HELP_TREND_MAP)
                .conflicts_with_all(["clusters", "groups", "residuals", "index", "smoothed", "quotient"])
                .conflicts_with_all(OTHER_KINDS),
        )
        .arg(
            b.value("forecast", "M", t::HELP_FUTURE_MAP)
                .value_name(Growth::SHOWN.map(Growth::id).join("|"))
                .conflicts_with_all([
                    "clusters",
                    "groups",
                    "residuals",
                    "index",
                    "smoothed",
                    "quotient",
                    "trend",
                ])
                .conflicts_with_all(OTHER_KINDS),
        )
        .arg(
            b.value("years", "N", t::HELP_FORECAST_YEARS)
                .value_parser(value_parser!(u8).range(1..=HORIZON as i64))
                .requires("forecast"),
        )
        .arg(b.value("per", "OF[:100]", t::HELP_MAP_PER).conflicts_with("second"))
        .arg(b.flag("all-dates", t::HELP_ALL_DATES))
        .arg(b.flag("this-date", t::HELP_THIS_DATE).conflicts_with("all-dates"))
        .arg(b.value("palette", "P", t::HELP_PALETTE))
        .arg(b.flag("reverse", t::HELP_REVERSE))
        .arg(b.value("centre", "X", t::HELP_CENTRE).allow_hyphen_values(true))
        // Circles have neither classes nor a palette.
        .arg(b.flag("areas", t::HELP_AREAS).conflicts_with("symbols"))
        .arg(
            b.flag("symbols", t::HELP_SYMBOLS)
                .conflicts_with_all(["scheme", "classes", "breaks", "palette", "reverse", "centre"]),
        )
        .arg(b.value("territory", "CODE", t::HELP_TERRITORY).num_args(1..).action(ArgAction::Append))
        .arg(b.value("frame", "all|selected|CODE|W,S,E,N", t::HELP_FRAME).allow_hyphen_values(true))
        .arg(b.flag("no-labels", t::HELP_NO_LABELS))
        .arg(b.value("keep-in", "P.atlante", t::HELP_KEEP_IN).value_parser(value_parser!(PathBuf)))
        .args(b.page())
}

/// Keeps what the map shows as indicators of a project, if that is asked for.
pub fn keep(matches: &ArgMatches, element: &Element, bundle: &Bundle, lang: Lang) -> Result<(), CliError> {
    let Some(path) = matches.get_one::<PathBuf>("keep-in") else { return Ok(()) };
    let Some(spec) = MapSpec::of(element) else { return Ok(()) };
    let _lock = writable(path, lang)?;
    let territories = &bundle.atlas.territories;
    let mut project = if path.exists() {
        ProjectFile::open(path, territories).map_err(|error| failed(&error, lang))?
    } else {
        ProjectFile::new(path.file_stem().unwrap_or_default().to_string_lossy())
    };
    let model = MapModel::new(spec, bundle.sources()).map_err(|error| CliError::from_figure(&error, lang))?;
    let result = KeptResult::of(spec, &model.value, &bundle.atlas);
    let refused = || CliError::message(lang.text(t::KEPT_ONLY_RESULTS));
    let import = take_in_result(&result.ok_or_else(refused)?, &project, &bundle.atlas)
        .map_err(|error| CliError::message(error.text(lang)))?;
    project.add(import);
    project.save(path, territories).map_err(|error| failed(&error, lang))
}

/// The element for the arguments.
pub fn element(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<Element, CliError> {
    Ok(spec(matches, bundle, lang)?.into())
}

/// The rate of `--per`, which is not yet among the indicators.
pub fn rate(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<Option<Indicator>, CliError> {
    let Some(typed) = matches.get_one::<String>("per") else { return Ok(None) };
    let bad = || CliError::message(t::cli_bad_value(lang, typed, "--per"));
    let per = Per::typed(if typed == "auto" { "" } else { typed }).ok_or_else(bad)?;
    let spec = map(matches, atlas, lang)?;
    let count = atlas.indicator(&spec.indicator).map_err(|e| CliError::from_atlas(&e, lang))?;
    let refused = || CliError::message(t::cli_not_related(lang, &spec.indicator));
    related(count, &per, atlas).ok_or_else(refused).map(Some)
}

/// The framing of `--frame`.
pub fn frame(typed: &str, bundle: &Bundle, lang: Lang) -> Result<MapFrame, CliError> {
    let bad = || CliError::message(t::cli_bad_frame(lang, typed));
    match typed.trim() {
        "all" => Ok(MapFrame::All),
        "selected" => Ok(MapFrame::Selected),
        sides if sides.contains([',', ';']) => {
            let sides = numbers(sides, lang).map_err(|_| bad())?;
            let [west, south, east, north] = sides.try_into().map_err(|_| bad())?;
            Ok(MapFrame::Part(Degrees { west, south, east, north }))
        }
        code => {
            let code = Code::from(code);
            bundle.atlas.territories.find(&code).ok_or_else(bad)?;
            Ok(MapFrame::Unit(code))
        }
    }
}

/// The kind of map that is the result of an analysis, if one is asked for.
fn analysis(matches: &ArgMatches, spec: &MapSpec, lang: Lang) -> Result<Option<MapKind>, CliError> {
    if matches.contains_id("neighbours") && !matches.get_flag("clusters") && !matches.get_flag("smoothed") {
        return Err(CliError::message(lang.text(t::NEIGHBOURS_OF_WHAT)));
    }
    let ids = |option: &str| -> Vec<String> {
        matches.get_many::<String>(option).into_iter().flatten().cloned().collect()
    };
    let by = ids("residuals");
    if !by.is_empty() {
        return Ok(Some(MapKind::Residuals { by }));
    }
    let with = ids("index");
    if !with.is_empty() {
        let mut declared = Vec::new();
        for typed in ids("polarity") {
            let fault = || CliError::message(t::refused_typed_polarity(lang, &typed));
            let (id, sign) = typed.split_once('=').ok_or_else(fault)?;
            let is_known = id == spec.indicator || with.iter().any(|other| other == id);
            match sign {
                "+" if is_known => declared.push((id.to_owned(), true)),
                "-" | "−" if is_known => declared.push((id.to_owned(), false)),
                _ => return Err(fault()),
            }
        }
        return Ok(Some(MapKind::Index {
            with,
            method: Method::from_id(text(matches, "by")).unwrap_or_default(),
            worse: text(matches, "direction") == "negative",
            declared,
            seed: matches.get_one("seed").copied().unwrap_or(LocalTest::default().seed),
        }));
    }
    if matches.get_flag("smoothed") {
        let neighbours = matches.contains_id("neighbours").then(|| neighbours(matches, lang)).transpose()?;
        return Ok(Some(MapKind::Smoothed { neighbours }));
    }
    if matches.get_flag("quotient") {
        return Ok(Some(MapKind::Quotient));
    }
    if matches.get_flag("trend") {
        return Ok(Some(MapKind::Trend));
    }
    let Some(typed) = matches.get_one::<String>("forecast") else { return Ok(None) };
    let measure = Growth::from_id(typed)
        .ok_or_else(|| CliError::message(t::cli_bad_value(lang, typed, "--forecast")))?;
    let years = matches.get_one::<u8>("years").copied().unwrap_or(HORIZON as u8);
    Ok(Some(MapKind::Future { measure, years }))
}

fn spec(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<MapSpec, CliError> {
    let mut spec = map(matches, &bundle.atlas, lang)?;
    if let Some(rate) = rate(matches, &bundle.atlas, lang)? {
        spec.indicator = rate.id;
    }
    if let Some(year) = matches.get_one::<i16>("compare-year").copied() {
        let indicator =
            bundle.atlas.indicator(&spec.indicator).map_err(|e| CliError::from_atlas(&e, lang))?;
        spec.set_kind(MapKind::Change { from: date(&bundle.atlas, indicator, Some(year), lang)? });
    }
    if let Some(second) = matches.get_one::<String>("second") {
        spec.set_kind(MapKind::Two { second: second.clone() });
    }
    if let Some(against) = benchmark(matches, "significance", lang)? {
        spec.set_kind(MapKind::Significance { against, confidence: confidence(matches) });
    }
    if matches.get_flag("clusters") {
        let usual = LocalTest::default();
        let test = LocalTest {
            permutations: matches.get_one("permutations").copied().unwrap_or(usual.permutations),
            seed: matches.get_one("seed").copied().unwrap_or(usual.seed),
            fdr: fdr(matches, lang)?,
        };
        spec.set_kind(MapKind::Clusters { neighbours: neighbours(matches, lang)?, test });
    }
    let with: Vec<String> = matches.get_many("groups").into_iter().flatten().cloned().collect();
    if !with.is_empty() {
        let algorithm = Algorithm::from_id(text(matches, "algorithm")).unwrap_or_default();
        let seed = matches.get_one("seed").copied().unwrap_or(LocalTest::default().seed);
        let names = matches.get_many("group-name").into_iter().flatten().cloned().collect();
        spec.set_kind(MapKind::Groups { with, algorithm, k: matches.get_one("k").copied(), seed, names });
    }
    if let Some(kind) = analysis(matches, &spec, lang)? {
        spec.set_kind(kind);
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
    // Classes and palettes are of areas: whoever asks for them asks for areas.
    let of_areas = ["scheme", "classes", "breaks", "palette", "centre", "all-dates", "this-date"];
    let asks_for_areas = matches.get_flag("areas")
        || matches.get_flag("reverse")
        || of_areas.iter().any(|option| matches.value_source(option) == Some(ValueSource::CommandLine));
    spec.representation = match (matches.get_flag("symbols"), asks_for_areas) {
        (true, _) => Representation::Symbols,
        (false, true) => Representation::Choropleth,
        (false, false) => spec.usual_representation(&bundle.atlas),
    };
    spec.selected = codes(matches, bundle);
    spec.frame = match matches.get_one::<String>("frame") {
        Some(typed) => frame(typed, bundle, lang)?,
        None if spec.selected.is_empty() => MapFrame::All,
        None => MapFrame::Selected,
    };
    spec.page = page(matches, lang)?;
    if matches.get_flag("no-labels") {
        spec.page.labels = LabelMode::None;
    }
    Ok(spec)
}
