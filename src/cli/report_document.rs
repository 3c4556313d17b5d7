//! `report refresh` and `report verify`: a document of ours brought up to date, and any document read for what cannot be right.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::engine::reports::{
    Edited, beside, finding_line, refreshed, refreshed_line, verified, verified_line,
};
use crate::i18n::{Lang, texts as t};
use crate::io::Bundle;
use crate::io::file::{self, FileKind};
use crate::report::refresh::{Change, Refreshed};

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
        .arg(
            b.value("edited", "keep|renew", t::HELP_REPORT_EDITED)
                .value_parser(clap::builder::PossibleValuesParser::new(["keep", "renew"]))
                .hide_possible_values(true),
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
    let edited = match matches.get_one::<String>("edited").map(String::as_str) {
        Some("renew") => Edited::Renew,
        _ => Edited::Keep,
    };
    let renewed = refreshed(&name, &bytes, edited, bundle, lang).map_err(CliError::message)?;
    let Refreshed { bytes, changes, is_same } = renewed;
    // A file that was asked for by name is written in any case.
    let asked = matches.get_one::<PathBuf>("output").cloned();
    let to = asked.or_else(|| (!is_same).then(|| beside(path, lang)));
    if let Some(to) = &to {
        write_file(to, &bytes, lang)?;
    }
    if matches.get_flag("json") {
        let changes: Vec<Value> = changes.iter().map(|change| change.json(lang)).collect();
        return Ok(format!(
            "{:#}\n",
            json!({ "file": name, "written": to.map(|to| to.display().to_string()), "is_same": is_same, "changes": changes })
        ));
    }
    let mut lines: Vec<String> = changes.iter().map(|change: &Change| change.text(lang)).collect();
    lines.push(refreshed_line(&changes, to.as_deref(), lang));
    let left = changes.iter().filter(|change| change.what.is_left()).count();
    if left > 0 {
        lines.push(t::refresh_left(lang, left));
    }
    Ok(lines.join("\n") + "\n")
}

/// The list of what was found.
pub fn verify(matches: &ArgMatches, bundle: &Bundle, lang: Lang) -> Result<String, CliError> {
    let (_, name, bytes) = given(matches, lang)?;
    let verified = verified(&name, &bytes, bundle, lang).map_err(CliError::message)?;
    if matches.get_flag("json") {
        let findings: Vec<Value> = verified.findings.iter().map(|finding| finding.json(lang)).collect();
        let read = json!({ "tables": verified.tables, "paragraphs": verified.paragraphs });
        return Ok(format!("{:#}\n", json!({ "file": name, "read": read, "findings": findings })));
    }
    let findings = verified.findings.iter().map(|finding| finding_line(finding, lang));
    let lines: Vec<String> = findings.chain([verified_line(&verified, lang)]).collect();
    Ok(lines.join("\n") + "\n")
}
