//! `standard`: compares the territories with a standard.

use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Need, Quality, Standard};
use crate::engine::standard::{Comparison, is_of_ambiti, line};
use crate::export::sheet::{self, SheetFormat};
use crate::figure::HypothesisWords;
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::io::standards::{PrintedStandard, printed_standards};

use super::builder::Builder;
use super::error::CliError;
use super::output::write_file;
use super::values::{self, text};

/// What a standard may be: beyond it, what is needed is no number that anybody could write.
const LEAST: f64 = 1e-6;
const GREATEST: f64 = 1e12;

pub fn command(b: &Builder) -> Command {
    let own = ["one-per", "indicator"];
    b.sub("standard", t::HELP_STANDARD)
        .arg(Arg::new("id").value_name("ID").conflicts_with_all(own).help(b.text(t::HELP_STANDARD_ID)))
        .arg(
            b.value("one-per", "N", t::HELP_STANDARD_ONE_PER)
                .allow_hyphen_values(true)
                .conflicts_with("indicator"),
        )
        .arg(
            b.value("of", "ID", t::HELP_STANDARD_OF)
                .requires("one-per")
                .default_value("residenti")
                .hide_default_value(true),
        )
        .arg(b.value("what", "TEXT", t::HELP_STANDARD_WHAT).requires("one-per"))
        .arg(b.value("indicator", "ID", t::HELP_STANDARD_INDICATOR).requires("value"))
        .arg(b.value("value", "V", t::HELP_STANDARD_VALUE).requires("indicator").allow_hyphen_values(true))
        .arg(b.value("base", "N", t::HELP_STANDARD_BASE).allow_hyphen_values(true))
        .arg(b.value("have", "N", t::HELP_STANDARD_HAVE).allow_hyphen_values(true))
        .arg(b.value("territory", "CODE", t::HELP_STANDARD_TERRITORY))
        .arg(b.year())
        .arg(b.level().default_value(Level::Ambiti.id()))
        .arg(
            b.value("output", "FILE", t::HELP_STANDARD_OUTPUT)
                .short('o')
                .value_parser(value_parser!(PathBuf))
                .conflicts_with("json"),
        )
        .arg(b.json())
}

/// Returns the text of what the standard requires.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let atlas = &bundle.atlas;
    let number = |name: &str| match matches.get_one::<String>(name) {
        Some(typed) => {
            let number = super::stats::number(typed, lang)?;
            let is_count = (0.0..=GREATEST).contains(&number);
            is_count.then_some(Some(number)).ok_or_else(|| CliError::message(lang.text(t::STANDARD_COUNT)))
        }
        None => Ok(None),
    };
    let Some(asked) = asked(matches, atlas, lang)? else { return Ok(list(atlas, lang)) };
    let standard = &asked.standard;
    if !standard.fits(atlas) {
        atlas.indicator(standard.indicator()).map_err(|error| CliError::from_atlas(&error, lang))?;
        return Err(CliError::message(t::standard_no_fit(lang, standard.indicator())));
    }
    let indicator =
        atlas.indicator(standard.indicator()).map_err(|error| CliError::from_atlas(&error, lang))?;
    let year = matches.get_one::<i16>("year").copied();
    let date = values::date(atlas, indicator, year, lang)?;
    let (have, base) = (number("have")?, number("base")?);
    let is_typed = base.is_some() && matches!(standard, Standard::OnePer(..));
    let said_date = (!is_typed).then_some(date);
    let mut needs = needs(matches, standard, atlas, date, lang)?;
    if let [only] = needs.as_mut_slice() {
        if let (Some(base), Standard::OnePer(one_per, _)) = (base, standard) {
            (only.base, only.needed) = (Some(base), Some(Standard::needed_for(*one_per, base)));
            // A number typed by the user is taken as final.
            only.quality = Quality::Final;
        }
        only.there = have.or(only.there);
    } else if have.is_some() || base.is_some() {
        return Err(CliError::message(lang.text(t::STANDARD_ONE_TERRITORY)));
    }
    if matches.get_flag("json") {
        let mut json = as_json(&asked, said_date, &needs);
        let hypothesis = atlas.hypothesis().filter(|_| is_of_ambiti(&needs));
        if let Some(hypothesis) = hypothesis {
            json["what_if"] = HypothesisWords::of(lang, hypothesis).json;
        }
        return Ok(format!("{json:#}\n"));
    }
    if let Some(path) = matches.get_one::<PathBuf>("output") {
        let Some(format) = SheetFormat::of_path(path) else {
            return Err(CliError::message(t::cli_bad_sheet_format(lang, path.display())));
        };
        let bytes = sheet::file(&asked.workbook(&needs, atlas, said_date, lang), format);
        let bytes = bytes.map_err(|error| CliError::from_export(&error, lang))?;
        write_file(path, &bytes, lang)?;
        return Ok(String::new());
    }
    let mut out = format!("{}\n{}\n", asked.what, asked.origin(lang));
    out.push_str(&format!("{}\n", asked.when(atlas, said_date, lang)));
    for need in &needs {
        out.push_str(&format!("{}\n", line(need, atlas, lang)));
    }
    Ok(out)
}

fn needs(
    matches: &ArgMatches,
    standard: &Standard,
    atlas: &Atlas,
    date: Date,
    lang: Lang,
) -> Result<Vec<Need>, CliError> {
    let code = matches.get_one::<String>("territory").map(|code| Code::from(code.as_str()));
    let asked_level = matches.value_source("level") == Some(ValueSource::CommandLine);
    let level = match &code {
        None => values::level(matches, atlas, &[standard.indicator()], lang)?.max(match asked_level {
            true => Level::Comuni,
            false => Level::Ambiti,
        }),
        Some(code) => match atlas.territories.find(code) {
            Some((level, _)) => level,
            None => return Err(CliError::message(t::cli_unknown_territory(lang, code))),
        },
    };
    let of = standard.indicator();
    let known = atlas.known_together([of]);
    if level < known {
        return Err(CliError::message(t::cli_known_only_at(lang, of, lang.one_of_level(known), known.id())));
    }
    let mut needs = standard.needs(atlas, date, level).map_err(|error| CliError::from_atlas(&error, lang))?;
    needs.retain(|need| code.as_ref().is_none_or(|code| need.code == *code));
    Ok(needs)
}

fn asked(matches: &ArgMatches, atlas: &Atlas, lang: Lang) -> Result<Option<Comparison>, CliError> {
    let positive = |name: &str| -> Result<f64, CliError> {
        let number = super::stats::number(text(matches, name), lang)?;
        match (LEAST..=GREATEST).contains(&number) {
            true => Ok(number),
            false => Err(CliError::message(lang.text(t::STANDARD_RANGE))),
        }
    };
    if let Some(id) = matches.get_one::<String>("id") {
        let known = printed_standards();
        let Some(printed) = known.iter().find(|standard| standard.id == *id) else {
            let known: Vec<&str> = known.iter().map(|standard| standard.id.as_str()).collect();
            return Err(CliError::message(t::standard_unknown_id(lang, id, known.join(", "))));
        };
        return Ok(Some(Comparison::printed(printed, atlas, lang)));
    }
    if matches.contains_id("one-per") {
        let (number, of) = (positive("one-per")?, text(matches, "of"));
        let named = matches.get_one::<String>("what").map_or("", String::as_str);
        return Ok(Some(Comparison::own(number, of, named, atlas, lang)));
    }
    if let Some(id) = matches.get_one::<String>("indicator") {
        let value = positive("value")?;
        let indicator = atlas.indicator(id).map_err(|error| CliError::from_atlas(&error, lang))?;
        let shown = crate::figure::value_text(lang, indicator, Ok(value));
        let what = t::standard_value(lang, lang.pick(&indicator.name), shown, lang.pick(&indicator.unit));
        return Ok(Some(Comparison { standard: Standard::Value(value, id.clone()), printed: None, what }));
    }
    Ok(None)
}

fn list(atlas: &Atlas, lang: Lang) -> String {
    let line = |standard: &'static PrintedStandard| {
        let what = Comparison::printed(standard, atlas, lang).what;
        format!("{}\n  {what}\n  {}\n", standard.id, t::standard_printed(lang, lang.pick(&standard.printed)))
    };
    printed_standards().iter().map(line).collect()
}

fn as_json(asked: &Comparison, date: Option<Date>, needs: &[Need]) -> Value {
    let rows: Vec<Value> = needs
        .iter()
        .map(|need| {
            json!({
                "level": need.level.id(), "code": need.code.as_str(), "name": need.name,
                "base": need.base, "needed": need.needed, "there": need.there, "missing": need.missing(),
                "needed_between": need.between.map(|(low, high)| [low, high]),
            })
        })
        .collect();
    json!({
        "standard": asked.what, "indicator": asked.standard.indicator(),
        "printed_by": asked.printed.map(|printed| &printed.printed),
        "date": date.map(|date| date.to_string()), "rows": rows,
    })
}
