//! `report`: community profiles, the yearly report, the chapters of a Piano di Zona.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::base::{Code, Level};
use crate::data::Atlas;
use crate::engine::reports::{
    MOST_PLACES, ReportFormat, ReportJob, ReportOrder, Unwritten, WrittenReport, stem as stem_of,
    write_reports,
};
use crate::i18n::{self, Lang, texts as t};
use crate::io::Bundle;
use crate::io::file::{self, FileKind};
use crate::report::build::{self, Cache};
use crate::report::place::Place;
use crate::report::plain::plain;
use crate::report::printed;
use crate::report::request::Request;
use crate::report::template::{About, Shipped, Template};

use super::builder::Builder;
use super::error::CliError;
use super::output::{codes, logo, not_written};
use super::report_document;

/// The command, with a subcommand for each embedded template.
pub fn command(b: &Builder) -> Command {
    let helps = [t::HELP_REPORT_PROFILE, t::HELP_REPORT_YEARLY, t::HELP_REPORT_CHAPTER];
    let of = |(shipped, help): (Shipped, i18n::Text)| {
        let formats = ReportFormat::ALL.map(ReportFormat::extension);
        b.sub(shipped.id(), help)
            .arg(
                b.value("territory", "CODE", t::HELP_REPORT_TERRITORY)
                    .action(ArgAction::Append)
                    .conflicts_with("each"),
            )
            .arg(b.value("together", "NAME", t::HELP_REPORT_TOGETHER).requires("territory"))
            .arg(
                b.value("each", "ambiti|asst|comuni", t::HELP_REPORT_EACH)
                    .value_parser(clap::builder::PossibleValuesParser::new(["ambiti", "asst", "comuni"]))
                    .hide_possible_values(true),
            )
            .arg(
                b.value("template", "FILE.toml", t::HELP_REPORT_TEMPLATE)
                    .value_parser(value_parser!(PathBuf)),
            )
            .arg(b.value("sections", "ID,ID", t::HELP_REPORT_SECTIONS))
            .arg(b.value("office", "TEXT", t::HELP_REPORT_OFFICE))
            .arg(b.value("logo", "FILE", t::HELP_LOGO).value_parser(value_parser!(PathBuf)))
            .arg(
                b.value("format", "F,F", t::HELP_REPORT_FORMAT)
                    .value_parser(clap::builder::PossibleValuesParser::new(formats))
                    .hide_possible_values(true)
                    .value_delimiter(','),
            )
            .arg(b.json())
            .arg(
                Arg::new("output")
                    .long("output")
                    .short('o')
                    .value_name("FILE|DIR")
                    .value_parser(value_parser!(PathBuf))
                    .help(b.text(t::HELP_REPORT_OUTPUT)),
            )
    };
    b.sub("report", t::HELP_REPORTS)
        .subcommand_required(true)
        .subcommands(Shipped::ALL.into_iter().zip(helps).map(of))
        .subcommand(report_document::refresh_command(b))
        .subcommand(report_document::verify_command(b))
        .subcommand(
            b.sub("template", t::HELP_REPORT_PRINT).arg(
                Arg::new("of")
                    .required(true)
                    .value_name("profile|yearly|chapter")
                    .value_parser(clap::builder::PossibleValuesParser::new(Shipped::ALL.map(Shipped::id)))
                    .hide_possible_values(true)
                    .help(b.text(t::HELP_REPORT_PRINT_OF)),
            ),
        )
}

/// Makes the reports and writes them; without a file to write, prints one as text.
pub fn run(
    matches: &ArgMatches,
    bundle: impl FnOnce() -> Result<Bundle, CliError>,
    lang: Lang,
) -> Result<String, CliError> {
    let Some((name, matches)) = matches.subcommand() else { unreachable!("clap asks for a subcommand") };
    if name == "template" {
        let of = matches.get_one::<String>("of").map_or("", String::as_str);
        let shipped = Shipped::ALL.into_iter().find(|shipped| shipped.id() == of);
        return Ok(shipped.map_or_else(String::new, |shipped| shipped.text().to_owned()));
    }
    let bundle = bundle()?;
    match name {
        "refresh" => return report_document::refresh(matches, &bundle, lang),
        "verify" => return report_document::verify(matches, &bundle, lang),
        _ => {}
    }
    let shipped = Shipped::ALL.into_iter().find(|shipped| shipped.id() == name).unwrap_or(Shipped::Profile);
    let template = template(matches, shipped, &bundle.atlas, lang)?;
    let requests = requests(matches, &template, &bundle, lang)?;
    let Some(output) = matches.get_one::<PathBuf>("output") else {
        return Ok(shown(matches, &template, &requests, &bundle));
    };
    let job = ReportJob { orders: orders(matches, requests, output, shipped, lang)?, template };
    let kind = job.template.id.clone();
    let mut written: Vec<Value> = Vec::new();
    let mut lines = String::new();
    let mut done = |report: WrittenReport| {
        let files: Vec<String> = report.files.iter().map(|path| path.display().to_string()).collect();
        files.iter().for_each(|file| lines.push_str(&format!("{file}\n")));
        written.push(json!({
            "title": report.report.title, "files": files, "numbers": printed::json(&report.report),
        }));
    };
    let result = write_reports(
        &job,
        &bundle,
        &mut |done, of| {
            progress(done, of);
            true
        },
        &mut done,
    );
    result.map_err(|error| unwritten(&error, lang))?;
    Ok(match matches.get_flag("json") {
        true => format!("{:#}\n", json!({ "report": kind, "written": written })),
        false => lines,
    })
}

/// The template asked for: that of a file, or an embedded one; with the sections asked for.
fn template(matches: &ArgMatches, shipped: Shipped, atlas: &Atlas, lang: Lang) -> Result<Template, CliError> {
    let template = match matches.get_one::<PathBuf>("template") {
        None => shipped.template(),
        Some(path) => {
            let text = file::read_text(path, FileKind::Settings);
            let text = text.map_err(|unread| CliError::not_read(path, &unread, lang))?;
            let wrong = |error: crate::report::template::TemplateError| {
                CliError::message(t::cli_template(lang, path.display(), error.text(lang)))
            };
            let template = Template::read(&text).map_err(wrong)?;
            template.check(&atlas.catalogue).map_err(wrong)?;
            template
        }
    };
    let Some(sections) = matches.get_one::<String>("sections") else { return Ok(template) };
    let ids: Vec<String> = sections.split(',').map(|id| id.trim().to_owned()).collect();
    let known: Vec<String> = template.sections.iter().map(|section| section.id.clone()).collect();
    template
        .with_sections(&ids)
        .map_err(|id| CliError::message(t::cli_unknown_section(lang, id, known.join(", "))))
}

/// What is asked for: a report on each unit of a level, on places together or compared, or on all Ambiti.
fn requests(
    matches: &ArgMatches,
    template: &Template,
    bundle: &Bundle,
    lang: Lang,
) -> Result<Vec<Request>, CliError> {
    let atlas = &bundle.atlas;
    let logo = match matches.get_one::<PathBuf>("logo") {
        Some(path) => {
            // Checked as that of a figure is.
            logo(path, lang)?;
            Some(
                file::read(path, FileKind::Picture)
                    .map_err(|unread| CliError::not_read(path, &unread, lang))?,
            )
        }
        None => None,
    };
    let office = matches.get_one::<String>("office").cloned();
    let request = |places| Request { places, lang, office: office.clone(), logo: logo.clone() };
    if let Some(level) = matches.get_one::<String>("each").and_then(|id| Level::from_id(id)) {
        let units = 0..atlas.territories.units(level).len();
        return Ok(units.map(|at| request(vec![Place::unit(level, at, &atlas.territories)])).collect());
    }
    let codes = codes(matches, bundle);
    if codes.is_empty() {
        return match template.about {
            About::Ambiti => Ok(vec![request(Vec::new())]),
            About::Place => Err(CliError::message(lang.text(t::CLI_REPORT_NO_TERRITORY))),
        };
    }
    let unknown = |code: &Code| CliError::message(t::cli_unknown_territory(lang, code.as_str()));
    let place = |code: &Code| Place::of(code, atlas).ok_or_else(|| unknown(code));
    let places = codes.iter().map(place).collect::<Result<Vec<_>, _>>()?;
    if let Some(name) = matches.get_one::<String>("together") {
        let together = Place::together(name.clone(), &codes, atlas).into_iter().collect();
        return Ok(vec![request(together)]);
    }
    if places.len() > MOST_PLACES {
        return Err(CliError::message(t::cli_report_places(lang, MOST_PLACES)));
    }
    Ok(vec![request(places)])
}

/// The files of each report: one where a file is named; else, in a folder, one of each format.
fn orders(
    matches: &ArgMatches,
    requests: Vec<Request>,
    output: &Path,
    shipped: Shipped,
    lang: Lang,
) -> Result<Vec<ReportOrder>, CliError> {
    let asked: Vec<ReportFormat> = matches
        .get_many::<String>("format")
        .into_iter()
        .flatten()
        .filter_map(|id| ReportFormat::of_extension(id))
        .collect();
    if let (Some(format), [_], true) = (ReportFormat::of_path(output), requests.as_slice(), asked.is_empty())
    {
        let order =
            |request| ReportOrder { request, files: vec![(output.to_owned(), format)], figures: None };
        return Ok(requests.into_iter().map(order).collect());
    }
    if output.extension().is_some() && !output.is_dir() {
        let known = ReportFormat::ALL.map(ReportFormat::extension).join(", ");
        return Err(CliError::message(t::cli_report_format_of(lang, output.display(), known)));
    }
    let formats = if asked.is_empty() { ReportFormat::usual(shipped == Shipped::Chapter) } else { asked };
    let stem = |request: &Request| {
        let names: Vec<String> = request.places.iter().map(|place| place.alone(lang)).collect();
        i18n::file_name(&[lang.text(stem_of(shipped)), &names.join(" ")])
    };
    let stems = i18n::own_names(requests.iter().map(stem).collect());
    let order = |(request, stem): (Request, String)| {
        let path = |format: &ReportFormat| output.join(format!("{stem}.{}", format.extension()));
        let figures = (shipped == Shipped::Chapter).then(|| output.join(format!("{stem}_figure")));
        ReportOrder {
            request,
            files: formats.iter().map(|format| (path(format), *format)).collect(),
            figures,
        }
    };
    Ok(requests.into_iter().zip(stems).map(order).collect())
}

/// The reports as text, or what is printed in them as JSON.
fn shown(matches: &ArgMatches, template: &Template, requests: &[Request], bundle: &Bundle) -> String {
    let cache = Cache::default();
    let reports: Vec<_> =
        requests.iter().map(|request| build::build(template, request, bundle.sources(), &cache)).collect();
    if matches.get_flag("json") {
        let one = |report| json!({ "title": title(report), "text": plain(report), "numbers": printed::json(report) });
        let all: Vec<Value> = reports.iter().map(one).collect();
        return format!("{:#}\n", json!({ "report": template.id, "written": [], "reports": all }));
    }
    reports.iter().map(plain).collect::<Vec<_>>().join("\n")
}

fn title(report: &crate::report::block::Report) -> &str {
    &report.title
}

fn unwritten(error: &Unwritten, lang: Lang) -> CliError {
    match error {
        Unwritten::File(path, error) => not_written(path, error, lang),
        Unwritten::Made(path, error) => {
            CliError::message(t::cli_not_written(lang, path.display(), error.text(lang)))
        }
        Unwritten::Cancelled => CliError::message(lang.text(t::CAUSE_OTHER)),
    }
}

/// Shows progress on a terminal.
fn progress(done: usize, of: usize) {
    let mut err = io::stderr();
    if err.is_terminal() && of > 1 {
        let end = if done == of { "\n" } else { "" };
        // If this fails there is nobody left to tell.
        let _ = write!(err, "\r{done}/{of}{end}").and_then(|()| err.flush());
    }
}
