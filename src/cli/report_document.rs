//! `report refresh` and `report verify`: a document of ours brought up to date, and any document read for what cannot be right.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::engine::export_error;
use crate::engine::reports::made_again;
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::io::file::{self, FileKind};
use crate::report::refresh::{Change, Document, Refreshed};
use crate::report::verify::{self, Finding, Known, Severity};

use super::builder::Builder;
use super::error::CliError;
use super::output::write_file;

pub fn refresh_command(b: &Builder) -> Command {
    b.sub("refresh", t::HELP_REPORT_REFRESH)
        .arg(b.files("file", "FILE.docx", t::HELP_REPORT_REFRESH_FILE))
        .arg(
            b.value("output", "FILE.docx", t::HELP_REPORT_REFRESH_OUTPUT)
                .short('o')
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(b.json())
}

pub fn verify_command(b: &Builder) -> Command {
    b.sub("verify", t::HELP_REPORT_VERIFY)
        .arg(b.files("file", "FILE.docx", t::HELP_REPORT_VERIFY_FILE))
        .arg(b.json())
}

fn given(matches: &ArgMatches, lang: Lang) -> Result<(&Path, String, Vec<u8>), CliError> {
    let path = matches.get_one::<PathBuf>("file").map_or(Path::new(""), PathBuf::as_path);
    let bytes = file::read(path, FileKind::Figure);
    let bytes = bytes.map_err(|unread| CliError::not_read(path, &unread, lang))?;
    Ok((path, path.display().to_string(), bytes))
}

/// Writes the renewed document beside the one that was given, which stays as it is.
pub fn refresh(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let (path, name, bytes) = given(matches, lang)?;
    let refused = |error: crate::report::refresh::RefreshError| {
        CliError::message(error.text(lang, &name, |drawn| export_error(lang, drawn)))
    };
    let document = Document::open(&name, &bytes).map_err(refused)?;
    let report = made_again(document.request(), bundle).map_err(CliError::message)?;
    let Refreshed { bytes, changes } = document.refresh(&report).map_err(refused)?;
    let to = match matches.get_one::<PathBuf>("output") {
        Some(path) => path.clone(),
        None => beside(path, lang),
    };
    write_file(&to, &bytes, lang)?;
    let to = to.display().to_string();
    if matches.get_flag("json") {
        let changes: Vec<Value> = changes.iter().map(|change| change.json(lang)).collect();
        return Ok(format!("{:#}\n", json!({ "file": name, "written": to, "changes": changes })));
    }
    let mut lines: Vec<String> = changes.iter().map(|change: &Change| change.text(lang)).collect();
    lines.push(match changes.len() {
        0 => t::refresh_nothing(lang, &to),
        count => t::refresh_written(lang, count, &to),
    });
    Ok(lines.join("\n") + "\n")
}

/// A name beside a file that no file has yet.
fn beside(path: &Path, lang: Lang) -> PathBuf {
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let suffix = lang.text(t::REFRESH_SUFFIX);
    let name = |n: usize| match n {
        1 => path.with_file_name(format!("{stem}_{suffix}.docx")),
        n => path.with_file_name(format!("{stem}_{suffix}_{n}.docx")),
    };
    (1..1_000).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(1_000))
}

/// The list of what was found.
pub fn verify(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let (_, name, bytes) = given(matches, lang)?;
    let verified = verify::verify(&name, &bytes, &Known::new(&bundle.atlas));
    let verified = verified.map_err(|error| CliError::message(error.text(lang, &name)))?;
    if matches.get_flag("json") {
        let findings: Vec<Value> = verified.findings.iter().map(|finding| finding.json(lang)).collect();
        let read = json!({ "tables": verified.tables, "paragraphs": verified.paragraphs });
        return Ok(format!("{:#}\n", json!({ "file": name, "read": read, "findings": findings })));
    }
    let line = |finding: &Finding| {
        let severity = lang.text(match finding.severity {
            Severity::Wrong => t::VERIFY_WRONG,
            Severity::Doubtful => t::VERIFY_DOUBTFUL,
        });
        format!("[{severity}] {}", finding.text(lang))
    };
    let mut lines: Vec<String> = verified.findings.iter().map(line).collect();
    let (tables, paragraphs) = (verified.tables, verified.paragraphs);
    lines.push(match lines.len() {
        0 => t::verify_nothing(lang, tables, paragraphs),
        count => t::verify_found(lang, count, tables, paragraphs),
    });
    Ok(lines.join("\n") + "\n")
}
