//! What all commands for figures share: the page, the file, and the output of `--json`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::base::{Code, Mm, Typed};
use crate::data::NamedSet;
use crate::document::{FigureSpec, Ink, LabelMode, LegendPlace, PageSpec, SvgText, Threshold};
use crate::engine::logo_error;
use crate::export::gis::{self, LayerFile, LayerFormat};
use crate::export::sheet::{self, SheetFormat};
use crate::export::{self, Format};
use crate::figure::page::compose::{self, Figure};
use crate::figure::registry::Drawn;
use crate::figure::{Remark, Warned};
use crate::figure::{check, reading, registry};
use crate::i18n::{Lang, texts};
use crate::io::file::{self, FileKind};
use crate::io::{Bundle, write_atomic, write_together};
use crate::report::html;

use super::error::CliError;
use super::stats::number;
use super::values::text;

/// The default resolution of a PNG.
const DEFAULT_DPI: u32 = 300;

/// Hides a part of a page.
type Hide = fn(&mut PageSpec);

/// The parts of a page that `--hide` can hide.
pub(crate) const PARTS: [(&str, Hide); 6] = [
    ("heading", |page| page.shows.heading = false),
    ("footer", |page| page.shows.footer = false),
    ("labels", |page| page.labels = LabelMode::None),
    ("backdrop", |page| page.shows.backdrop = false),
    ("scale", |page| page.shows.scale_bar = false),
    ("north", |page| page.shows.north = false),
];

/// The output format for a file name.
#[derive(Clone, Copy)]
enum OutputFormat {
    Figure(Format),
    /// A page for a browser.
    Html,
    /// The numbers of the figure.
    Sheet(SheetFormat),
    /// The map as a layer for a geographic information system.
    Layer(LayerFormat),
}

/// The requested file.
pub(crate) struct Output {
    path: PathBuf,
    format: OutputFormat,
    dpi: u32,
    lang: Lang,
}

impl Output {
    /// Parses `--output` and `--dpi`.
    pub fn read(matches: &ArgMatches, lang: Lang) -> Result<Self, CliError> {
        Self::to(&output_path(matches), matches, lang)
    }

    /// A file, with the format from its name, and the requested `--dpi`.
    pub fn to(path: &Path, matches: &ArgMatches, lang: Lang) -> Result<Self, CliError> {
        let sheet = || SheetFormat::of_path(path).map(OutputFormat::Sheet);
        let format = Format::of_path(path)
            .map(OutputFormat::Figure)
            .or_else(|| is_html(path).then_some(OutputFormat::Html))
            .or_else(sheet)
            .or_else(|| LayerFormat::of_path(path).map(OutputFormat::Layer))
            .ok_or_else(|| CliError::message(texts::cli_bad_table_format(lang, path.display())))?;
        let dpi = matches.get_one::<u32>("dpi").copied().unwrap_or(DEFAULT_DPI);
        if !export::DPI.contains(&dpi) {
            let bounds = [export::DPI.start(), export::DPI.end()].map(u32::to_string);
            return Err(CliError::message(texts::cli_bad_dpi(lang, &bounds[0], &bounds[1])));
        }
        Ok(Self { path: path.to_owned(), format, dpi, lang })
    }

    /// Whether it has a page, unlike a file of numbers or of shapes.
    pub fn has_page(&self) -> bool {
        matches!(self.format, OutputFormat::Figure(_) | OutputFormat::Html)
    }

    /// Draws the figure, or its numbers as sheets, and writes it, and its spec if requested. Returns what to print:
    /// the remarks or, with `--json`, what was drawn.
    ///
    /// `said` are remarks on the command, shown after those of the figure.
    pub fn draw(
        &self,
        matches: &ArgMatches,
        spec: &FigureSpec,
        bundle: &Bundle,
        mut said: Vec<Remark>,
    ) -> Result<String, CliError> {
        let (drawn, mut remarks) = self.drawn(matches, spec, bundle)?;
        said.retain(|remark| !remarks.contains(remark));
        remarks.append(&mut said);
        Ok(tell(matches, drawn, &self.path, &remarks, spec.lang))
    }

    /// The same without formatting the output: what was drawn, and the remarks.
    pub fn drawn(
        &self,
        matches: &ArgMatches,
        spec: &FigureSpec,
        bundle: &Bundle,
    ) -> Result<(Value, Vec<Remark>), CliError> {
        let saved = matches.get_one::<PathBuf>("save-spec");
        if let OutputFormat::Sheet(format) = self.format {
            return self.sheets(format, spec, bundle);
        }
        if let OutputFormat::Layer(format) = self.format {
            return self.layer(format, spec, bundle);
        }
        let Warned { value: figure, remarks } = self.write(&self.path, spec, bundle)?;
        if let Some(path) = saved {
            write_file(path, figure.scene.carried.clone().unwrap_or_default().as_bytes(), self.lang)?;
        }
        let grouped = bundle.sources().under(&spec.what_if);
        let grouped = grouped.map_err(|error| CliError::from_figure(&error, self.lang))?;
        let facts = |part: &Drawn| part.facts(grouped.sources());
        let mut elements: Vec<Value> = figure.parts.iter().map(facts).collect();
        let mut drawn = match elements.len() {
            1 => elements.remove(0),
            _ => json!({ "elements": elements }),
        };
        drawn["caption"] = json!(figure.caption);
        drawn["alternative_text"] = json!(figure.scene.description);
        if matches.get_flag("json") {
            let (reading, findings) = read(spec, &figure, bundle, self.lang)?;
            (drawn["reading"], drawn["findings"]) = (reading, findings);
        }
        Ok((drawn, remarks))
    }

    /// Writes the numbers of the only element of a page.
    fn sheets(
        &self,
        format: SheetFormat,
        spec: &FigureSpec,
        bundle: &Bundle,
    ) -> Result<(Value, Vec<Remark>), CliError> {
        let lang = self.lang;
        let element = spec.only().ok_or_else(|| self.bad_format())?;
        let in_words = |error| CliError::from_figure(&error, lang);
        let grouped = bundle.sources().under(&spec.what_if).map_err(in_words)?;
        let table = registry::table(element, grouped.sources());
        let Warned { value: (book, facts), remarks } = table.map_err(in_words)?;
        let bytes = sheet::file(&book, format).map_err(|error| CliError::from_export(&error, lang))?;
        write_file(&self.path, &bytes, lang)?;
        Ok((facts, remarks))
    }

    /// Writes the only element of a page, a map, as a layer, with the files that belong beside it.
    fn layer(
        &self,
        format: LayerFormat,
        spec: &FigureSpec,
        bundle: &Bundle,
    ) -> Result<(Value, Vec<Remark>), CliError> {
        let lang = self.lang;
        let no_map = || CliError::message(texts::cli_layer_of_map(lang, self.path.display()));
        let element = spec.only().ok_or_else(no_map)?;
        let in_words = |error| CliError::from_figure(&error, lang);
        let grouped = bundle.sources().under(&spec.what_if).map_err(in_words)?;
        let layer = registry::layer(element, format.crs(), grouped.sources()).map_err(in_words)?;
        let Warned { value: (layer, facts), remarks } = layer.ok_or_else(no_map)?;
        let files = gis::files(&layer, &self.path, format, &file::present);
        let files = files.map_err(|error| CliError::from_export(&error, lang))?;
        let files: Vec<(&Path, &[u8])> = files.iter().map(LayerFile::pair).collect();
        write_together(&files).map_err(|(path, error)| not_written(&path, &error, lang))?;
        Ok((facts, remarks))
    }

    fn bad_format(&self) -> CliError {
        CliError::message(texts::cli_bad_format(self.lang, self.path.display()))
    }

    /// Draws the figure and writes it to this path.
    pub fn write(&self, path: &Path, spec: &FigureSpec, bundle: &Bundle) -> Result<Warned<Figure>, CliError> {
        let lang = self.lang;
        let figure =
            compose::build(spec, bundle.sources()).map_err(|error| CliError::from_figure(&error, lang))?;
        // The window goes to the last part, whose number depends on its size; a file would be another than was asked for.
        let refused = figure.remarks.iter().find_map(|remark| match remark {
            Remark::NoSuchPart { part, of } => Some(texts::spine_part_refused(lang, part, of)),
            _ => None,
        });
        if let Some(why) = refused {
            return Err(CliError::message(why));
        }
        let bytes = match self.format {
            OutputFormat::Figure(format) => {
                let bytes = export::figure(&figure.value.scene, format, spec.page.svg_text, self.dpi);
                bytes.map_err(|error| CliError::from_export(&error, lang))?
            }
            OutputFormat::Html => {
                let in_words = |error| CliError::from_figure(&error, lang);
                let grouped = bundle.sources().under(&spec.what_if).map_err(in_words)?;
                html::figure(spec, &figure.value, grouped.sources()).into_bytes()
            }
            OutputFormat::Sheet(_) | OutputFormat::Layer(_) => return Err(self.bad_format()),
        };
        write_file(path, &bytes, lang)?;
        Ok(figure)
    }
}

/// Whether a file is a page for a browser.
fn is_html(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("html"))
}

/// The reading of a figure, and the findings of its check.
pub fn read(
    spec: &FigureSpec,
    figure: &Figure,
    bundle: &Bundle,
    lang: Lang,
) -> Result<(Value, Value), CliError> {
    let findings =
        check::page(spec, &[], bundle.sources()).map_err(|error| CliError::from_figure(&error, lang))?;
    let findings = findings.iter().map(|(at, found)| {
        json!({
            "code": found.remark.code(), "message": found.remark.text(spec.lang),
            "remedy": found.remedy(spec.lang),
            "row": at.row, "cell": at.cell,
        })
    });
    let grouped = bundle.sources().under(&spec.what_if);
    let grouped = grouped.map_err(|error| CliError::from_figure(&error, lang))?;
    let reading = reading::figure(&figure.parts, grouped.sources());
    Ok((json!(reading), findings.collect()))
}

/// The output about a written file, in the language of the figure.
pub fn tell(matches: &ArgMatches, mut written: Value, path: &Path, remarks: &[Remark], lang: Lang) -> String {
    if !matches.get_flag("json") {
        return remarks.iter().map(|remark| format!("{}\n", remark.text(lang))).collect();
    }
    written["output"] = json!(path.display().to_string());
    written["warnings"] = warnings(remarks, lang);
    format!("{written:#}\n")
}

pub fn warnings(remarks: &[Remark], lang: Lang) -> Value {
    let as_json = |remark: &Remark| json!({ "severity": remark.severity(), "code": remark.code(), "message": remark.text(lang) });
    remarks.iter().map(as_json).collect()
}

/// The path of `--output`.
pub(crate) fn output_path(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("output").cloned().unwrap_or_default()
}

/// Writes a file, completely or not at all.
pub(crate) fn write_file(path: &Path, bytes: &[u8], lang: Lang) -> Result<(), CliError> {
    write_atomic(path, bytes).map_err(|error| not_written(path, &error, lang))
}

/// The message that a file or folder could not be written, why, and what to do.
pub(crate) fn not_written(path: &Path, error: &std::io::Error, lang: Lang) -> CliError {
    let (shown, why) = (path.display().to_string(), lang.io_error(error));
    CliError::message(texts::cli_not_written(lang, &shown, &why))
}

/// The codes of `--territory`: each argument is the name of a set in the project, or a comma-separated list of codes.
pub fn codes(matches: &ArgMatches, bundle: &Bundle) -> Vec<Code> {
    let typed = matches.get_many::<String>("territory").into_iter().flatten();
    let codes = typed.flat_map(|text| match NamedSet::find(&bundle.sets, text) {
        Some(set) => set.codes.clone(),
        None => text.split(',').map(|code| Code::from(code.trim())).collect(),
    });
    codes.collect()
}

/// The standard given by the arguments of [`super::builder::Builder::standard`].
pub fn standard(matches: &ArgMatches, lang: Lang) -> Result<Option<Threshold>, CliError> {
    let Some(typed) = matches.get_one::<String>("standard") else { return Ok(None) };
    let name = matches.get_one::<String>("standard-name").cloned().unwrap_or_default();
    let threshold = Threshold { value: number(typed, lang)?, name };
    threshold.check().map_err(|beyond| CliError::message(beyond.text(lang)))?;
    Ok(Some(threshold))
}

/// The page for the arguments of [`super::builder::Builder::page`].
pub fn page(matches: &ArgMatches, lang: Lang) -> Result<PageSpec, CliError> {
    let typed = |name: &str| matches.get_one::<String>(name).cloned();
    let mut page = PageSpec {
        title: typed("title"),
        subtitle: typed("subtitle"),
        note: typed("note"),
        source: typed("source"),
        credit: typed("credit"),
        description: typed("alt-text"),
        number: matches.get_one::<u16>("number").copied(),
        caption: typed("caption"),
        logo: matches.get_one::<PathBuf>("logo").map(|path| logo(path, lang)).transpose()?,
        decimals: matches.get_one::<u8>("decimals").copied(),
        ..PageSpec::default()
    };
    if matches.contains_id("type-scale") {
        page.type_scale = number(text(matches, "type-scale"), lang)?;
    }
    page.legend = LegendPlace::from_id(text(matches, "legend")).unwrap_or_default();
    for hidden in matches.get_many::<String>("hide").into_iter().flatten() {
        PARTS.iter().filter(|(name, _)| name == hidden).for_each(|(_, hide)| hide(&mut page));
    }
    if matches.get_flag("black") {
        page.ink = Ink::Grey;
    }
    if matches.get_flag("hatches") {
        page.ink = Ink::Black;
    }
    if matches.contains_id("size") {
        (page.width, page.height) = size(text(matches, "size"), lang)?;
    }
    if matches.get_flag("outlines") {
        page.svg_text = SvgText::Outlines;
    }
    page.check().map_err(|beyond| CliError::message(beyond.text(lang)))?;
    Ok(page)
}

/// The picture at a path in the form that a page carries.
pub(crate) fn logo(path: &Path, lang: Lang) -> Result<String, CliError> {
    let bytes =
        file::read(path, FileKind::Picture).map_err(|unread| CliError::not_read(path, &unread, lang))?;
    export::logo(&bytes).map_err(|error| {
        CliError::message(texts::cli_cannot_read(lang, path.display(), logo_error(lang, error)))
    })
}

/// A named size, or width and height in millimetres as `160x110`.
fn size(text: &str, lang: Lang) -> Result<(Mm, Mm), CliError> {
    let lower = text.to_lowercase();
    if let Some((_, width, height)) = PageSpec::SIZES.iter().find(|(name, ..)| *name == lower) {
        return Ok((*width, *height));
    }
    let parsed = lower.split_once(['x', '×']).and_then(|(width, height)| {
        let side = |text: &str| {
            Typed::read(text).within(&PageSpec::SIDE).sure().filter(|x| PageSpec::SIDE.contains(x))
        };
        Some((Mm(side(width)?), Mm(side(height)?)))
    });
    parsed.ok_or_else(|| CliError::message(lang.text(texts::CLI_BAD_SIZE)))
}
