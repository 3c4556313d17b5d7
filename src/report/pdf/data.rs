//! A report as data for `assets/reports/report.typ`: text as it is drawn, numbers of captions, widths of columns, and
//! each drawing as a file of its own.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use crate::base::Pt;
use crate::export::{logo, svg_in_page};
use crate::figure::table::Aligned;
use crate::i18n::{Lang, Text, texts};
use crate::report::TEXT_WIDTH;
use crate::report::beside::beside;
use crate::report::block::{self, Align, Block, Cell, Cover, Paragraph, Report, Role, Run};
use crate::report::columns::Columns;
use crate::report::numbers::{Numbers, Outline};
use crate::scene::{MADE_BY, Scene, Weight, text};

use super::error::PdfError;

/// The height left for a drawing on a page, with its caption and notes below, in points.
const MOST_HEIGHT: f64 = 600.0;
/// The same on the cover, below the title.
const MOST_COVER: f64 = 300.0;
/// The name of the data among the files.
pub const DATA: &str = "report.json";

/// The files typst reads: the data and the drawings.
pub fn files(report: &Report) -> Result<BTreeMap<String, Vec<u8>>, PdfError> {
    let numbers = Numbers::of(report);
    let mut making = Making { lang: report.lang, numbers, labels: BTreeSet::new(), files: BTreeMap::new() };
    let mut outline = Outline::default();
    let mut blocks = Vec::new();
    let begins = beside(&report.blocks);
    for (at, block) in report.blocks.iter().enumerate() {
        match (block, report.blocks.get(at + 1)) {
            // The second one of two is set with the first.
            _ if at > 0 && begins[at - 1] => {}
            (Block::Figure(left), Some(Block::Figure(right))) if begins[at] => {
                blocks.push(Set::Beside { items: [left, right].map(|figure| making.figure(figure)) });
            }
            _ => blocks.push(making.block(block, &mut outline)?),
        }
    }
    let lang = report.lang;
    let word = |text: Text| lang.text(text);
    let words = Words {
        figure: word(texts::PAGES_FIGURE),
        table: word(texts::PAGES_TABLE),
        headings: word(texts::PAGES_CONTENTS),
        figures: word(texts::PAGES_FIGURES),
        tables: word(texts::PAGES_TABLES),
        page: word(texts::PAGES_PAGE),
        caution: word(texts::PAGES_CAUTION),
        logo: word(texts::PAGES_LOGO),
        made_by: MADE_BY,
    };
    let data = Data {
        lang: lang.id(),
        title: drawn(&report.title),
        font: text::FAMILY,
        text_width: Pt::from(TEXT_WIDTH).0,
        words,
        blocks,
    };
    making.files.insert(DATA.to_owned(), serde_json::to_vec(&data)?);
    Ok(making.files)
}

#[derive(Serialize)]
struct Data {
    lang: &'static str,
    title: String,
    font: &'static str,
    text_width: f64,
    words: Words,
    blocks: Vec<Set>,
}

#[derive(Serialize)]
struct Words {
    figure: &'static str,
    table: &'static str,
    headings: &'static str,
    figures: &'static str,
    tables: &'static str,
    page: &'static str,
    caution: &'static str,
    logo: &'static str,
    made_by: &'static str,
}

/// A block as it is set.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Set {
    Cover {
        title: String,
        subtitle: String,
        lines: Vec<String>,
        picture: Option<SetDrawing>,
        logo: Option<String>,
    },
    Contents {
        of: &'static str,
    },
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(SetParagraph),
    Bullets {
        items: Vec<SetParagraph>,
    },
    Table(SetTable),
    Figure(SetFigure),
    /// Two figures side by side.
    Beside {
        items: [SetFigure; 2],
    },
    Field {
        prompt: String,
    },
    Break,
}

#[derive(Serialize)]
struct SetParagraph {
    role: &'static str,
    runs: Vec<SetRun>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum SetRun {
    Text(String),
    Strong { strong: String },
    Reference { to: String, text: String },
}

#[derive(Serialize)]
struct SetFigure {
    label: Option<String>,
    /// "Figura 3", for notes that stand apart from it.
    name: String,
    caption: String,
    #[serde(flatten)]
    drawing: SetDrawing,
    notes: Vec<SetParagraph>,
}

#[derive(Serialize)]
struct SetDrawing {
    file: String,
    alt: String,
    /// In points.
    width: f64,
    height: f64,
}

#[derive(Serialize)]
struct SetTable {
    label: Option<String>,
    caption: String,
    description: String,
    size: f64,
    columns: Vec<SetColumn>,
    header: Vec<Vec<SetHeader>>,
    rows: Vec<SetRow>,
    notes: Vec<SetParagraph>,
}

#[derive(Serialize)]
struct SetColumn {
    width: f64,
    align: &'static str,
}

#[derive(Serialize)]
struct SetHeader {
    text: String,
    span: usize,
    align: &'static str,
    /// Whether it heads the column of the rows' own names too.
    heads_rows: bool,
}

#[derive(Serialize)]
struct SetRow {
    strong: bool,
    cells: Vec<SetCell>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum SetCell {
    Text {
        text: String,
        /// Room to the right, in type sizes, by which numbers are aligned.
        pad: f64,
        /// Whether it is the name of its row.
        heads: bool,
    },
    Field {
        field: String,
    },
}

struct Making<'a> {
    lang: Lang,
    numbers: Numbers,
    /// The ids used so far: a label may stand only once.
    labels: BTreeSet<&'a str>,
    files: BTreeMap<String, Vec<u8>>,
}

impl<'a> Making<'a> {
    fn block(&mut self, block: &'a Block, outline: &mut Outline) -> Result<Set, PdfError> {
        Ok(match block {
            Block::Cover(cover) => self.cover(cover)?,
            Block::Contents(of) => Set::Contents {
                of: match of {
                    block::Contents::Headings => "headings",
                    block::Contents::Figures => "figures",
                    block::Contents::Tables => "tables",
                },
            },
            // Numbered by typst, whose list of contents needs the numbers, in the same way.
            Block::Heading { level, text, .. } => {
                Set::Heading { level: outline.next(*level).0, text: drawn(text) }
            }
            Block::Paragraph(paragraph) => Set::Paragraph(self.paragraph(paragraph)),
            Block::Bullets(items) => Set::Bullets { items: self.paragraphs(items) },
            Block::Table(table) => Set::Table(self.table(table)),
            Block::Figure(figure) => Set::Figure(self.figure(figure)),
            Block::Field(field) => Set::Field { prompt: drawn(&field.prompt) },
            Block::PageBreak => Set::Break,
        })
    }

    fn figure(&mut self, figure: &'a block::Figure) -> SetFigure {
        SetFigure {
            name: self.numbers.label(&figure.id).unwrap_or_default().to_owned(),
            label: self.label(&figure.id),
            caption: drawn(&figure.caption),
            drawing: self.drawing(figure, MOST_HEIGHT),
            notes: self.paragraphs(&figure.notes),
        }
    }

    fn cover(&mut self, cover: &Cover) -> Result<Set, PdfError> {
        let logo = match &cover.logo {
            None => None,
            // Drawn again, whatever it was: a drawing of somebody else's is never part of a page.
            Some(bytes) => {
                let png =
                    STANDARD.decode(logo(bytes)?).map_err(|_| PdfError::Setting("the logo".to_owned()))?;
                Some(self.file("png", png))
            }
        };
        Ok(Set::Cover {
            title: drawn(&cover.title),
            subtitle: drawn(&cover.subtitle),
            lines: cover.lines.iter().map(|line| drawn(line)).collect(),
            picture: cover.picture.as_ref().map(|picture| self.drawing(picture, MOST_COVER)),
            logo,
        })
    }

    fn file(&mut self, extension: &str, bytes: Vec<u8>) -> String {
        let name = format!("drawings/{}.{extension}", self.files.len());
        self.files.insert(name.clone(), bytes);
        name
    }

    fn label(&mut self, id: &'a str) -> Option<String> {
        (!id.is_empty() && self.labels.insert(id)).then(|| id.to_owned())
    }

    /// At its size, or as large as a page can have it.
    fn drawing(&mut self, figure: &block::Figure, most: f64) -> SetDrawing {
        let Scene { width: Pt(width), height: Pt(height), .. } = figure.scene;
        let scale = (Pt::from(TEXT_WIDTH).0 / width).min(most / height).min(1.0);
        // Without a text of its own its caption says at least what it is.
        let alt = if figure.alt_text.trim().is_empty() { &figure.caption } else { &figure.alt_text };
        let alt = drawn(alt);
        let file = self.file("svg", svg_in_page(&figure.scene, &alt).into_bytes());
        SetDrawing { file, alt, width: width * scale, height: height * scale }
    }

    fn paragraphs(&self, paragraphs: &[Paragraph]) -> Vec<SetParagraph> {
        paragraphs.iter().map(|paragraph| self.paragraph(paragraph)).collect()
    }

    fn paragraph(&self, paragraph: &Paragraph) -> SetParagraph {
        let role = match paragraph.role {
            Role::Body => "body",
            Role::Caution => "caution",
            Role::Note => "note",
        };
        let mut runs = Vec::new();
        for (i, sentence) in paragraph.sentences.iter().enumerate() {
            if i > 0 {
                runs.push(SetRun::Text(" ".to_owned()));
            }
            runs.extend(sentence.runs.iter().map(|run| self.run(run)));
        }
        SetParagraph { role, runs }
    }

    fn run(&self, run: &Run) -> SetRun {
        match run {
            Run::Text(text) => SetRun::Text(drawn(text)),
            Run::Strong(text) => SetRun::Strong { strong: drawn(text) },
            Run::Value(value) => SetRun::Text(drawn(&value.text)),
            Run::Reference { to } => match self.numbers.label(to) {
                Some(text) => SetRun::Reference { to: to.clone(), text: text.to_owned() },
                None => SetRun::Text(String::new()),
            },
        }
    }

    fn table(&mut self, table: &'a block::Table) -> SetTable {
        let room = Pt::from(TEXT_WIDTH).0;
        let columns = table.all_columns();
        let Columns { size, widths, aligned } = Columns::of(table, self.lang.decimal_mark(), room);
        let side = |i: usize| columns.get(i).map_or("start", |column| side(column.align));
        let header = table.header.iter().map(|row| {
            let mut at = 0;
            let mut cells: Vec<SetHeader> = Vec::new();
            for cell in row {
                let span = cell.span.max(1);
                let align = if span > 1 { "center" } else { side(at) };
                cells.push(SetHeader {
                    text: drawn(&cell.text),
                    span,
                    align,
                    heads_rows: at == 0 && span == 1,
                });
                at += span;
            }
            let lacking = (at..columns.len()).map(|i| SetHeader {
                text: String::new(),
                span: 1,
                align: side(i),
                heads_rows: false,
            });
            cells.extend(lacking);
            cells
        });
        let rows = table.rows.iter().map(|row| {
            let weight = if row.strong { Weight::SemiBold } else { Weight::Regular };
            let cells = (0..columns.len()).map(|i| match row.cells.get(i).unwrap_or(&Cell::Empty) {
                Cell::Field(field) => SetCell::Field { field: drawn(&field.prompt) },
                cell => {
                    let words = cell.words();
                    let pad = |aligned: &Aligned| aligned.room_after(words, weight);
                    let pad = aligned.get(i).and_then(Option::as_ref).map_or(0.0, pad);
                    SetCell::Text { text: drawn(words), pad, heads: cell.heads_row(i) }
                }
            });
            SetRow { strong: row.strong, cells: cells.collect() }
        });
        SetTable {
            caption: drawn(&table.caption),
            description: drawn(&table.description),
            size,
            header: header.collect(),
            rows: rows.collect(),
            columns: (widths.iter().enumerate())
                .map(|(i, width)| SetColumn { width: *width, align: side(i) })
                .collect(),
            notes: self.paragraphs(&table.notes),
            label: self.label(&table.id),
        }
    }
}

fn side(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::Decimal | Align::End => "end",
        Align::Centre => "center",
    }
}

/// The text as the typeface can draw it.
fn drawn(text: &str) -> String {
    text.chars().filter_map(text::drawn).collect()
}
