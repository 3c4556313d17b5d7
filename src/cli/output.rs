//! What all commands that draw a figure share: the page, the file, and what `--json` tells of both.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::base::{Code, Diagnostic, Mm};
use crate::document::{PageSpec, SvgText};
use crate::export::{self, ExportError, Format};
use crate::i18n::{Lang, fill, texts};
use crate::io::write_atomic;
use crate::scene::Scene;

use super::error::CliError;
use super::values::text;

/// The resolution of a PNG when none is asked for.
const DEFAULT_DPI: u32 = 300;

/// The file asked for.
pub struct Output {
    path: PathBuf,
    format: Format,
    dpi: u32,
    lang: Lang,
}

impl Output {
    /// Reads `--output` and `--dpi`.
    pub fn read(matches: &ArgMatches, lang: Lang) -> Result<Self, CliError> {
        let path = output_path(matches);
        let shown = path.display().to_string();
        let format = Format::of_path(&path)
            .ok_or_else(|| CliError::message(fill(lang.text(texts::CLI_BAD_FORMAT), &[&shown])))?;
        let dpi = matches.get_one::<u32>("dpi").copied().unwrap_or(DEFAULT_DPI);
        if !export::DPI.contains(&dpi) {
            let bounds = [export::DPI.start(), export::DPI.end()].map(u32::to_string);
            return Err(CliError::message(fill(lang.text(texts::CLI_BAD_DPI), &[&bounds[0], &bounds[1]])));
        }
        Ok(Self { path, format, dpi, lang })
    }

    /// Writes the figure.
    pub fn write(&self, scene: &Scene, svg_text: SvgText) -> Result<(), CliError> {
        let Self { path, format, dpi, lang, .. } = self;
        let bytes = export::figure(scene, *format, svg_text, *dpi).map_err(|e| match e {
            ExportError::TooManyPixels { .. } => CliError::message(lang.text(texts::CLI_TOO_MANY_PIXELS)),
            other => CliError::message(other.to_string()),
        })?;
        write_file(path, &bytes, *lang)
    }

    /// What is printed once it is written: the remarks, or with `--json` what was drawn.
    pub fn tell(
        &self,
        matches: &ArgMatches,
        mut drawn: Value,
        scene: &Scene,
        remarks: &[Diagnostic],
    ) -> String {
        drawn["alternative_text"] = json!(scene.description);
        tell(matches, drawn, &self.path, remarks)
    }
}

/// The same of a file that is no figure.
pub fn tell(matches: &ArgMatches, mut written: Value, path: &Path, remarks: &[Diagnostic]) -> String {
    if !matches.get_flag("json") {
        return remarks.iter().map(|remark| format!("{}\n", remark.message)).collect();
    }
    written["output"] = json!(path.display().to_string());
    written["warnings"] = json!(remarks);
    format!("{written:#}\n")
}

/// The file of `--output`.
pub fn output_path(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("output").cloned().unwrap_or_default()
}

/// Writes a file whole or not at all.
pub fn write_file(path: &Path, bytes: &[u8], lang: Lang) -> Result<(), CliError> {
    write_atomic(path, bytes).map_err(|error| {
        let (shown, why) = (path.display().to_string(), error.to_string());
        CliError::message(fill(lang.text(texts::CLI_CANNOT_WRITE), &[&shown, &why]))
    })
}

/// The codes of `--territory`, one an argument or parted by commas.
pub fn codes(matches: &ArgMatches) -> Vec<Code> {
    let codes = matches.get_many::<String>("territory").into_iter().flatten();
    codes.flat_map(|text| text.split(',')).map(|code| Code::from(code.trim())).collect()
}

/// The page of `--title`, `--size` and `--outlines`.
pub fn page(matches: &ArgMatches, lang: Lang) -> Result<PageSpec, CliError> {
    let mut page = PageSpec { title: matches.get_one::<String>("title").cloned(), ..PageSpec::default() };
    if matches.contains_id("size") {
        (page.width, page.height) = size(text(matches, "size"), lang)?;
    }
    if matches.get_flag("outlines") {
        page.svg_text = SvgText::Outlines;
    }
    Ok(page)
}

/// A named size, or width and height in millimetres as `160x110`.
fn size(text: &str, lang: Lang) -> Result<(Mm, Mm), CliError> {
    let lower = text.to_lowercase();
    if let Some((_, width, height)) = PageSpec::SIZES.iter().find(|(name, ..)| *name == lower) {
        return Ok((*width, *height));
    }
    let parsed = lower.split_once(['x', '×']).and_then(|(width, height)| {
        let side = |text: &str| text.trim().parse::<f64>().ok().filter(|x| PageSpec::SIDE.contains(x));
        Some((Mm(side(width)?), Mm(side(height)?)))
    });
    parsed.ok_or_else(|| CliError::message(lang.text(texts::CLI_BAD_SIZE)))
}
