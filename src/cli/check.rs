//! `check`: what files are and how they would be imported.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::data::Atlas;
use crate::export::sheet::{self, SheetFormat};
use crate::i18n::{Lang, number, some_named, texts as t};
use crate::io::Bundle;
use crate::io::import::{self, Checked, CheckedContent, CheckedTable, Finding, Importer, Severity, Status};
use crate::io::project::{Choices, IntakeError, ProjectFile, take_in};
use crate::io::recipe::{self, Recipe};
use crate::io::source::is_part_of_another;

use super::answers;
use super::error::CliError;
use super::output::write_file;

/// The most variables listed in text output; JSON has them all.
const NAMED: usize = 12;
/// The most rows of a problem listed in JSON; the report has them all.
const ROWS: usize = 20;

/// Checks the files, and fails at the first one that cannot be read.
pub fn run(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let files: Vec<&Path> =
        matches.get_many::<PathBuf>("files").into_iter().flatten().map(PathBuf::as_path).collect();
    let mut importer = Importer::new(&bundle.atlas.territories);
    answers::add_recipe(matches, &mut importer, lang)?;
    let given = answers::given(matches, lang)?;
    let mut all = Vec::new();
    for path in files.iter().filter(|path| !is_part_of_another(path, &files)) {
        all.extend(importer.check_with(path, &given).map_err(|error| CliError::message(error.text(lang)))?);
    }
    all.iter_mut().for_each(|checked| import::add_effects(checked, &bundle.atlas, &given));
    if let Some(path) = answers::recipe_path(matches) {
        keep(path, &all, lang)?;
    }
    report(matches, &all, lang)?;
    if matches.get_flag("json") {
        let standings: Vec<Standing> = all.iter().map(|checked| standing(checked, &bundle.atlas)).collect();
        let entries: Vec<Value> = all
            .iter()
            .zip(&standings)
            .map(|(checked, standing)| {
                let mut entry = entry(checked, lang);
                entry["status"] = json!(standing.id());
                if let Standing::Refused(error) | Standing::Elsewhere(_, error) = standing {
                    entry["import"] = json!("refused");
                    entry["reason"] = json!({ "code": error.code(), "message": error.text(lang) });
                }
                entry
            })
            .collect();
        return Ok(format!("{:#}\n", json!({ "status": status_of(&standings), "files": entries })));
    }
    let with_standing = |checked: &Checked| match standing(checked, &bundle.atlas) {
        Standing::Refused(error) => {
            let refused = format!("  {}\n", t::not_imported(lang, error.text(lang)));
            summary(checked, lang.text(t::STATUS_REFUSED), lang) + &refused
        }
        Standing::Elsewhere(_, error) => {
            let refused = format!("  {}\n", t::not_imported(lang, error.text(lang)));
            summary(checked, lang.text(t::STATUS_ELSEWHERE), lang) + &refused
        }
        Standing::Of(_) => words(checked, lang),
    };
    Ok(all.iter().map(with_standing).collect::<Vec<_>>().join("\n"))
}

/// Whether `import` would take a file.
pub(super) enum Standing {
    Of(Status),
    /// As boundaries of a territory of their own, and of no project on ours.
    Elsewhere(Status, IntakeError),
    Refused(IntakeError),
}

impl Standing {
    pub(super) fn id(&self) -> &'static str {
        match self {
            Self::Of(status) | Self::Elsewhere(status, _) => status.id(),
            Self::Refused(_) => "refused",
        }
    }

    fn severity(&self) -> (bool, Status) {
        match self {
            Self::Of(status) | Self::Elsewhere(status, _) => (false, *status),
            Self::Refused(_) => (true, Status::NeedsChoice),
        }
    }
}

/// The status of several files: the gravest.
pub(super) fn status_of(standings: &[Standing]) -> &'static str {
    let gravest = standings.iter().max_by_key(|standing| standing.severity());
    gravest.map_or(Status::Ok.id(), Standing::id)
}

/// Takes a file into an empty project, so that what is said of it is what `import` says.
fn standing(checked: &Checked, atlas: &Atlas) -> Standing {
    if checked.status() == Status::NeedsChoice {
        return Standing::Of(Status::NeedsChoice);
    }
    let project = ProjectFile::new(String::new());
    match take_in(checked.clone(), String::new(), None, &Choices::default(), &project, atlas) {
        Ok(_) => Standing::Of(checked.status()),
        Err(error) => match checked.content {
            CheckedContent::Boundaries { drawable: 1.., .. } => Standing::Elsewhere(checked.status(), error),
            _ => Standing::Refused(error),
        },
    }
}

/// Saves how the only table was read as a recipe.
fn keep(path: &Path, all: &[Checked], lang: Lang) -> Result<(), CliError> {
    let mappings: Vec<&Recipe> = all
        .iter()
        .filter_map(|checked| match &checked.content {
            CheckedContent::Table(table) => Some(&table.mapping),
            CheckedContent::Boundaries { .. } => None,
        })
        .collect();
    let [mapping] = mappings[..] else {
        let count = mappings.len().to_string();
        return Err(CliError::message(t::cli_one_recipe(lang, &count)));
    };
    let text = recipe::write(mapping).map_err(|_| CliError::message(lang.text(t::CAUSE_OTHER)))?;
    write_file(path, text.as_bytes(), lang)
}

pub(super) fn entry(checked: &Checked, lang: Lang) -> Value {
    let mut entry = json!({
        "file": checked.file,
        "sheet": checked.sheet,
        "status": checked.status().id(),
        "asks": checked.findings.iter().filter(|f| f.severity == Severity::Choice).map(Finding::code).collect::<Vec<_>>(),
        "problems": checked.findings.iter().map(|finding| finding_json(finding, lang)).collect::<Vec<_>>(),
    });
    match &checked.content {
        CheckedContent::Table(table) => {
            let rows = table.rows;
            entry["kind"] = json!("table");
            entry["recipe"] = json!(table.recipe);
            entry["title"] = json!(lang.pick(&table.title));
            entry["level"] = json!(table.level.id());
            entry["territories"] = json!(table.territories);
            entry["dates"] = table.dates.iter().map(ToString::to_string).collect();
            entry["rows"] = json!({
                "read": rows.read, "taken": rows.taken, "outside": rows.outside, "larger": rows.larger,
                "unmatched": rows.unmatched, "footnotes": rows.footnotes, "undated": rows.undated,
                "totals": rows.totals, "hidden": rows.hidden, "not_kept": rows.not_kept,
                "not_there": rows.not_there,
            });
            let variable = |v: &crate::io::import::CheckedVariable| {
                json!({
                    "id": v.id, "name": v.name, "unit": v.unit, "measure": v.measure, "values": v.present,
                    "sum": v.measure.adds_up().then_some(v.sum),
                    "sum_date": v.summed_at.map(|at| at.to_string()),
                })
            };
            entry["variables"] = table.variables.iter().map(variable).collect();
            entry["areas"] = json!(table.areas.as_ref().map(|areas| &areas.variables));
        }
        CheckedContent::Boundaries { features, drawable, comuni, code, crs, .. } => {
            entry["kind"] = json!("boundaries");
            entry["features"] = json!(features);
            entry["drawable"] = json!(drawable);
            entry["territories"] = json!(comuni);
            entry["code"] = json!(code);
            entry["crs"] = json!(crs.epsg());
        }
    }
    entry
}

fn finding_json(finding: &Finding, lang: Lang) -> Value {
    json!({
        "severity": finding.severity.id(), "code": finding.code(), "message": finding.text(lang),
        "count": finding.count, "rows": finding.lines.iter().take(ROWS).collect::<Vec<_>>(),
    })
}

/// Writes the report on the files to the path of `--report`.
pub(super) fn report(matches: &ArgMatches, checked: &[Checked], lang: Lang) -> Result<(), CliError> {
    let Some(path) = matches.get_one::<PathBuf>("report") else { return Ok(()) };
    let shown = path.display().to_string();
    let format =
        SheetFormat::of_path(path).ok_or_else(|| CliError::message(t::cli_report_format(lang, &shown)))?;
    let bytes = sheet::file(&import::report(checked, lang), format);
    write_file(path, &bytes.map_err(|error| CliError::from_export(&error, lang))?, lang)
}

pub(super) fn words(checked: &Checked, lang: Lang) -> String {
    let status = lang.text(checked.status().text());
    let lacks_date = checked
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Choice && matches!(finding.kind, import::Kind::NoDate));
    match (checked.is_undated(), lacks_date) {
        (true, true) => summary(checked, &t::status_undated(lang, status), lang),
        (true, false) => summary(checked, &t::status_day_open(lang, status), lang),
        (false, _) => summary(checked, status, lang),
    }
}

fn summary(checked: &Checked, status: &str, lang: Lang) -> String {
    let source = checked
        .sheet
        .as_ref()
        .map_or_else(|| checked.file.clone(), |sheet| t::place_sheet(lang, &checked.file, sheet));
    let mut lines = vec![format!("{source}: {status}")];
    match &checked.content {
        CheckedContent::Table(table) => lines.extend(of_table(table, lang)),
        CheckedContent::Boundaries { features, drawable, comuni, .. } => {
            let [features, drawable, comuni] =
                [features, drawable, comuni].map(|n| number(lang, *n as f64, 0));
            lines.push(format!("  {}", t::check_boundaries(lang, features, drawable, comuni)));
        }
    }
    // What is to be decided comes first, the date too.
    let mut findings: Vec<&Finding> = checked.findings.iter().collect();
    findings.sort_by_key(|finding| finding.severity != Severity::Choice);
    for finding in findings {
        let severity = lang.text(finding.severity.text());
        lines.push(format!("  [{severity}] {}", finding.text(lang)));
    }
    lines.join("\n") + "\n"
}

fn of_table(table: &CheckedTable, lang: Lang) -> Vec<String> {
    let mut lines = vec![
        format!("  {}", lang.pick(&table.title)),
        format!("  {}", table.rows.text(lang)),
        format!("  {}: {}", lang.level(table.level), table.territories),
    ];
    if !table.variables.is_empty() {
        let names: Vec<&str> = table.variables.iter().map(|variable| variable.id.as_str()).collect();
        let names = some_named(&names, NAMED, |more| t::check_more(lang, more));
        lines.push(format!("  {}", t::check_variables(lang, names)));
    }
    lines
}
