//! What the tables of a report share: headings, labels, notes.

use crate::data::{Absence, Caption, Indicator, Quality};
use crate::document::PageSpec;
use crate::figure::page::footer::{Footer, in_short};
use crate::figure::quality;
use crate::i18n::texts;
use crate::report::block::{Align, Cell, Column, HeaderCell, Paragraph, Role, Row, Run, Sentence, Table};

use crate::report::build::context::Context;

/// The columns of a table: their headings, and what stands in them.
#[derive(Default)]
pub(in crate::report::build) struct Heads {
    columns: Vec<Column>,
    cells: Vec<HeaderCell>,
}

impl Heads {
    /// One more column.
    pub fn with(mut self, text: impl Into<String>, width: f64, align: Align) -> Self {
        self.columns.push(Column { width, align });
        self.cells.push(HeaderCell { text: text.into(), span: 1 });
        self
    }

    /// The table of these rows.
    pub fn table(
        self,
        id: &str,
        caption: String,
        rows: Vec<Row>,
        notes: Vec<String>,
        ctx: &Context<'_>,
    ) -> Table {
        let number = |n: usize| crate::i18n::number(ctx.lang, n as f64, 0);
        let description =
            texts::report_describes(ctx.lang, &caption, number(rows.len()), number(self.columns.len()));
        let notes = (!notes.is_empty()).then(|| note(&format!("{id}/notes"), notes, ctx));
        Table {
            id: id.to_owned(),
            caption,
            description,
            columns: self.columns,
            header: vec![self.cells],
            rows,
            notes: notes.into_iter().collect(),
            is_compact: false,
        }
    }
}

/// What stands in notes for a sentence that leads to the table of sources at the end.
pub(in crate::report::build) const SOURCES_AT_END: &str = "\u{1}";

/// Notes under a table or a figure.
pub(in crate::report::build) fn note(id: &str, texts: Vec<String>, ctx: &Context<'_>) -> Paragraph {
    let sentence = |(n, text): (usize, String)| {
        let runs = match &ctx.sources_at {
            Some(to) if text == SOURCES_AT_END => vec![
                Run::Text(format!("{} ", ctx.lang.text(texts::REPORT_SOURCES_AT))),
                Run::Reference { to: to.clone() },
                Run::Text(".".to_owned()),
            ],
            _ => vec![Run::Text(text)],
        };
        Sentence { id: format!("{id}-{}", n + 1), runs }
    };
    Paragraph { role: Role::Note, sentences: texts.into_iter().enumerate().map(sentence).collect() }
}

pub(in crate::report::build) fn text_cell(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// "Indice di vecchiaia, anziani (65+) ogni 100 giovani (0-14)": a percentage says its own unit.
pub(super) fn label(indicator: &Indicator, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    let (name, unit) = (lang.pick(&indicator.name), lang.pick(&indicator.unit));
    let is_said = unit.is_empty() || unit.starts_with('%') || indicator.kind == crate::data::Kind::Count;
    if is_said { name.to_owned() } else { texts::report_label(lang, name, unit) }
}

/// What must be under a table of these indicators: sources, marks, remarks.
pub(super) fn notes(indicators: &[&Indicator], rows: &[Row], ctx: &Context<'_>) -> Vec<String> {
    let lang = ctx.lang;
    let sources = in_short(lang, indicators.iter().map(|indicator| Caption::from(*indicator)));
    let footer = Footer { sources: vec![sources], ..Footer::default() };
    // Where the report lists them at its end they are named there alone.
    let mut notes = match &ctx.sources_at {
        Some(_) => vec![SOURCES_AT_END.to_owned()],
        None => footer.paragraphs(&PageSpec::default(), lang),
    };
    let texts_of = || {
        rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
            Cell::Value(value) => Some(value),
            _ => None,
        })
    };
    let found: Vec<Quality> = [Quality::Partial, Quality::Estimated, Quality::Provisional]
        .into_iter()
        .filter(|own| {
            quality::mark(lang, *own).is_some_and(|mark| texts_of().any(|value| value.text.ends_with(mark)))
        })
        .collect();
    notes.extend(quality::key(lang, &found));
    let has_absent = Absence::ALL.iter().any(|reason| {
        let mark = ctx.absence_mark(*reason);
        texts_of().any(|value| value.text == mark)
    });
    if has_absent {
        notes.push(lang.text(texts::REPORT_ABSENT_KEY).to_owned());
    }
    let money = indicators.iter().find_map(|indicator| {
        let spans_years = texts_of().filter(|value| value.origin.indicator.as_deref() == Some(&indicator.id));
        let mut years: Vec<_> = spans_years.filter_map(|value| value.origin.reference).collect();
        years.sort_unstable();
        years.dedup();
        (years.len() > 1).then(|| crate::figure::wording::current_euros(lang, Caption::from(*indicator)))?
    });
    notes.extend(money);
    notes
}
