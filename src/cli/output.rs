//! What all commands that draw a figure share: the page, the file, and what `--json` tells of both.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::base::{Code, Diagnostic, Mm, Warned};
use crate::data::NamedSet;
use crate::document::{Element, FigureSpec, Ink, LabelMode, LegendPlace, PageSpec, SvgText};
use crate::export::{self, Format, LogoError};
use crate::figure::compose::{self, Drawn, Figure};
use crate::figure::{check, reading};
use crate::i18n::{Lang, texts};
use crate::io::{Bundle, write_atomic};

use super::error::CliError;
use super::stats::number;
use super::values::text;
use super::{figure, figure_ranking, figure_scatter, figure_series, figure_table};

/// The resolution of a PNG when none is asked for.
const DEFAULT_DPI: u32 = 300;

/// Leaves a part out of a page.
type Hide = fn(&mut PageSpec);

/// The parts of a page that `--hide` leaves out.
pub const PARTS: [(&str, Hide); 6] = [
    ("heading", |page| page.shows.heading = false),
    ("footer", |page| page.shows.footer = false),
    ("labels", |page| page.labels = LabelMode::None),
    ("backdrop", |page| page.shows.backdrop = false),
    ("scale", |page| page.shows.scale_bar = false),
    ("north", |page| page.shows.north = false),
];

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
        Self::to(&output_path(matches), matches, lang)
    }

    /// A file whose format its name tells, with the `--dpi` asked for.
    pub fn to(path: &Path, matches: &ArgMatches, lang: Lang) -> Result<Self, CliError> {
        let format = Format::of_path(path)
            .ok_or_else(|| CliError::message(texts::cli_bad_format(lang, path.display())))?;
        let dpi = matches.get_one::<u32>("dpi").copied().unwrap_or(DEFAULT_DPI);
        if !export::DPI.contains(&dpi) {
            let bounds = [export::DPI.start(), export::DPI.end()].map(u32::to_string);
            return Err(CliError::message(texts::cli_bad_dpi(lang, &bounds[0], &bounds[1])));
        }
        Ok(Self { path: path.to_owned(), format, dpi, lang })
    }

    /// Draws the figure and writes it, and its spec where that is asked for. What it tells is printed: the remarks, or
    /// with `--json` what was drawn.
    pub fn draw(&self, matches: &ArgMatches, spec: &FigureSpec, bundle: &Bundle) -> Result<String, CliError> {
        let (drawn, remarks) = self.drawn(matches, spec, bundle)?;
        Ok(tell(matches, drawn, &self.path, &remarks))
    }

    /// The same, before it is told: what was drawn, and the remarks.
    pub fn drawn(
        &self,
        matches: &ArgMatches,
        spec: &FigureSpec,
        bundle: &Bundle,
    ) -> Result<(Value, Vec<Diagnostic>), CliError> {
        let Warned { value: figure, diagnostics } = self.write(&self.path, spec, bundle)?;
        if let Some(path) = matches.get_one::<PathBuf>("save-spec") {
            write_file(path, figure.scene.carried.clone().unwrap_or_default().as_bytes(), self.lang)?;
        }
        let mut elements: Vec<Value> =
            spec.elements().zip(&figure.parts).map(|(element, part)| told(element, part)).collect();
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
        Ok((drawn, diagnostics))
    }

    /// Draws the figure and writes it there.
    pub fn write(&self, path: &Path, spec: &FigureSpec, bundle: &Bundle) -> Result<Warned<Figure>, CliError> {
        let lang = self.lang;
        let figure = compose::build(spec, &bundle.atlas, &bundle.basemap)
            .map_err(|error| CliError::from_figure(&error, lang))?;
        let bytes = export::figure(&figure.value.scene, self.format, spec.page.svg_text, self.dpi);
        let bytes = bytes.map_err(|error| CliError::from_export(&error, lang))?;
        write_file(path, &bytes, lang)?;
        Ok(figure)
    }
}

/// A figure in a paragraph, and what could mislead in it.
pub fn read(
    spec: &FigureSpec,
    figure: &Figure,
    bundle: &Bundle,
    lang: Lang,
) -> Result<(Value, Value), CliError> {
    let findings =
        check::page(spec, &[], &bundle.atlas).map_err(|error| CliError::from_figure(&error, lang))?;
    let findings = findings.iter().map(|(at, found)| {
        json!({
            "code": found.code, "message": found.message, "remedy": found.remedy(spec.lang),
            "row": at.row, "cell": at.cell,
        })
    });
    let reading = reading::figure(spec, &figure.parts, &bundle.atlas);
    Ok((json!(reading), findings.collect()))
}

/// What is told of a file that is no figure.
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
    write_atomic(path, bytes).map_err(|error| not_written(path, &error, lang))
}

/// That a file or folder could not be written, why, and the way out.
pub fn not_written(path: &Path, error: &std::io::Error, lang: Lang) -> CliError {
    let (shown, why) = (path.display().to_string(), lang.io_error(error));
    CliError::message(texts::cli_not_written(lang, &shown, &why))
}

/// What was drawn of an element.
fn told(element: &Element, part: &Drawn) -> Value {
    match (element, part) {
        (Element::Map(spec), Drawn::Map(figure)) => figure::told(spec, &figure.model),
        (Element::Series(spec), Drawn::Series(figure)) => figure_series::told(spec, &figure.model),
        (Element::Ranking(spec), Drawn::Ranking(figure)) => figure_ranking::told(spec, figure),
        (Element::Scatter(spec), Drawn::Scatter(figure)) => figure_scatter::told(spec, &figure.model),
        (Element::Table(spec), Drawn::Table(figure)) => figure_table::drawn(spec, figure),
        _ => Value::Null,
    }
}

/// The codes of `--territory`: each argument is the name of a set of the project, or codes parted by commas.
pub fn codes(matches: &ArgMatches, bundle: &Bundle) -> Vec<Code> {
    let typed = matches.get_many::<String>("territory").into_iter().flatten();
    let codes = typed.flat_map(|text| match NamedSet::find(&bundle.sets, text) {
        Some(set) => set.codes.clone(),
        None => text.split(',').map(|code| Code::from(code.trim())).collect(),
    });
    codes.collect()
}

/// The page that the arguments of [`super::arguments::Builder::page`] ask for.
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
        let scale = number(text(matches, "type-scale"), lang)?;
        page.type_scale = scale.clamp(*PageSpec::TYPE_SCALE.start(), *PageSpec::TYPE_SCALE.end());
    }
    page.legend = LegendPlace::from_id(text(matches, "legend")).unwrap_or_default();
    for hidden in matches.get_many::<String>("hide").into_iter().flatten() {
        PARTS.iter().filter(|(name, _)| name == hidden).for_each(|(_, hide)| hide(&mut page));
    }
    if matches.get_flag("black") {
        page.ink = Ink::Black;
    }
    if matches.contains_id("size") {
        (page.width, page.height) = size(text(matches, "size"), lang)?;
    }
    if matches.get_flag("outlines") {
        page.svg_text = SvgText::Outlines;
    }
    Ok(page)
}

/// The picture at that path as a page carries it.
fn logo(path: &Path, lang: Lang) -> Result<String, CliError> {
    let shown = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| CliError::not_read(path, &error, lang))?;
    export::logo(&bytes).map_err(|error| {
        CliError::message(match error {
            LogoError::TooLarge => texts::logo_too_large(lang, shown),
            LogoError::NotAPicture => texts::logo_not_a_picture(lang, shown),
        })
    })
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
