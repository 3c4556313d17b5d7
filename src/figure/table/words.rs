//! The words of a table: heads, cells, subtitle, footer, alternative text.

use crate::base::Date;
use crate::data::{Absence, Atlas, Indicator, Value};
use crate::document::{SortBy, TableColumn, TableSpec};
use crate::figure::footer::{self, Footer, Source};
use crate::figure::wording::{
    change_text, change_unit, date_phrase, level_phrase, mapped_phrase, value_text,
};
use crate::i18n::{self, Lang, fill, texts};

use super::model::TableModel;

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Name of the indicator.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Date, or both dates of a difference.
    pub when: String,
}

impl Head {
    /// All of it in one line.
    pub fn line(&self) -> String {
        format!("{}, {} [{}]", self.name, self.when, self.unit)
    }
}

/// The head of a column; `None` for an indicator that is not there.
pub fn head(lang: Lang, column: &TableColumn, atlas: &Atlas) -> Option<Head> {
    let indicator = atlas.catalogue.get(&column.indicator)?;
    let unit = match column.from {
        Some(_) => change_unit(lang, indicator.into()),
        None => lang.pick(&indicator.unit).to_owned(),
    };
    let when = mapped_phrase(lang, column.from, column.date);
    Some(Head { name: lang.pick(&indicator.name).to_owned(), unit, when })
}

/// What stands in a cell: a number as the column has it, or a mark for the reason why there is none.
pub fn cell(lang: Lang, column: &TableColumn, indicator: &Indicator, value: Value) -> String {
    match (value, column.from) {
        (Ok(x), None) => i18n::number(lang, x, indicator.decimals),
        (Ok(x), Some(_)) => i18n::signed_number(lang, x, indicator.decimals),
        (Err(reason), _) => mark(lang, reason).to_owned(),
    }
}

/// The same as it is said, with what follows the number.
pub fn spoken(lang: Lang, column: &TableColumn, indicator: &Indicator, value: Value) -> String {
    match column.from {
        Some(_) => change_text(lang, indicator, value),
        None => value_text(lang, indicator, value),
    }
}

/// The mark of a reason, short enough for a cell.
pub fn mark(lang: Lang, reason: Absence) -> &'static str {
    lang.text(match reason {
        Absence::Missing => texts::MARK_MISSING,
        Absence::Suppressed => texts::MARK_SUPPRESSED,
        Absence::NotApplicable => texts::MARK_NOT_APPLICABLE,
    })
}

/// The title typed, or the name of the one indicator there is, or a word for several.
pub fn title(spec: &TableSpec, atlas: &Atlas) -> String {
    let mut ids: Vec<&str> = spec.columns.iter().map(|column| column.indicator.as_str()).collect();
    ids.dedup();
    let one = match ids[..] {
        [id] => atlas.catalogue.get(id).map(|indicator| spec.lang.pick(&indicator.name).to_owned()),
        _ => None,
    };
    let many = || spec.lang.text(texts::TABLE_TITLE).to_owned();
    spec.page.title.clone().or(one).unwrap_or_else(many)
}

/// Level, method, choice of rows and order.
pub fn subtitle(spec: &TableSpec, atlas: &Atlas) -> String {
    let (lang, view) = (spec.lang, &spec.view);
    let mut parts = vec![level_phrase(lang, spec.level, spec.method)];
    if view.only_chosen {
        parts.push(lang.text(texts::TABLE_ONLY_CHOSEN).to_lowercase());
    }
    let filter = view.filter.trim();
    if !filter.is_empty() {
        parts.push(fill(lang.text(texts::TABLE_FILTERED), &[filter]));
    }
    let by = match view.sort.by {
        SortBy::Column(i) => spec.columns.get(i).and_then(|column| head(lang, column, atlas)),
        SortBy::Name => None,
    };
    parts.push(match (by, view.sort.descending) {
        (Some(head), true) => fill(lang.text(texts::TABLE_FROM_HIGHEST), &[&head.name, &head.when]),
        (Some(head), false) => fill(lang.text(texts::TABLE_FROM_LOWEST), &[&head.name, &head.when]),
        (None, false) => lang.text(texts::TABLE_BY_NAME).to_owned(),
        (None, true) => lang.text(texts::TABLE_BY_NAME_BACK).to_owned(),
    });
    parts.join(", ")
}

/// What did not fit, what marks and colours mean, sources, what must be known, and who made it.
pub fn footer(spec: &TableSpec, model: &TableModel, cut: Option<String>, atlas: &Atlas) -> Footer {
    let lang = spec.lang;
    let mut lines: Vec<String> = cut.into_iter().collect();
    let in_sight = |reason: &Absence| {
        let ats = model.columns.iter().any(|column| model.has_ats && column.ats == Err(*reason));
        ats || (0..model.columns.len()).any(|column| model.absent(column, *reason) > 0)
    };
    let marks: Vec<String> = Absence::ALL
        .into_iter()
        .filter(in_sight)
        .map(|reason| format!("{} = {}", mark(lang, reason), lang.absence(reason)))
        .collect();
    if !marks.is_empty() {
        lines.push(format!("{}.", marks.join("; ")));
    }
    if spec.view.heat {
        lines.push(lang.text(texts::TABLE_HEAT_LINE).to_owned());
    }
    if spec.view.summary && !model.columns.is_empty() {
        lines.push(lang.text(texts::TABLE_SUMMARY_LINE).to_owned());
    }
    let mut datasets: Vec<String> =
        model.columns.iter().flat_map(|column| column.datasets.iter().cloned()).collect();
    datasets.sort();
    datasets.dedup();
    lines.extend(footer::remarks(lang, atlas, &datasets, &dates(spec.columns.iter())));
    let credits = vec![lang.text(texts::FIGURE_LINE).to_owned()];
    Footer { sources: sources(spec, atlas), remarks: lines, credits }
}

/// One line for each source, with the dates of what is from it.
fn sources(spec: &TableSpec, atlas: &Atlas) -> Vec<Source> {
    let lang = spec.lang;
    let mut by_source: Vec<(&Indicator, Vec<&TableColumn>)> = Vec::new();
    for column in &spec.columns {
        let Some(indicator) = atlas.catalogue.get(&column.indicator) else { continue };
        let same = |known: &&mut (&Indicator, Vec<&TableColumn>)| {
            known.0.source == indicator.source && known.0.licence == indicator.licence
        };
        match by_source.iter_mut().find(same) {
            Some((_, columns)) => columns.push(column),
            None => by_source.push((indicator, vec![column])),
        }
    }
    let line = |(indicator, columns): (&Indicator, Vec<&TableColumn>)| {
        let dates = dates(columns.into_iter());
        let phrases: Vec<String> = dates.into_iter().map(|date| date_phrase(lang, date)).collect();
        footer::source(lang, indicator, &phrases.join(", "))
    };
    by_source.into_iter().map(line).collect()
}

/// The dates of columns, ascending.
fn dates<'a>(columns: impl Iterator<Item = &'a TableColumn>) -> Vec<Date> {
    let mut dates: Vec<Date> =
        columns.flat_map(|column| column.from.into_iter().chain([column.date])).collect();
    dates.sort();
    dates.dedup();
    dates
}

/// The alternative text: what the table holds, and of each column its extremes and the ATS.
pub fn alternative(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> String {
    const TOLD: usize = 6;
    let lang = spec.lang;
    let counts = [model.shown.len(), model.columns.len()].map(|count| count.to_string());
    let level = level_phrase(lang, spec.level, spec.method);
    let mut sentences = vec![fill(lang.text(texts::ALT_TABLE), &[&level, &counts[0], &counts[1]])];
    for (column, summary) in model.columns.iter().zip(&model.summaries).take(TOLD) {
        let (Some(head), Some(indicator)) =
            (head(lang, &column.of, atlas), atlas.catalogue.get(&column.of.indicator))
        else {
            continue;
        };
        let text = |value| cell(lang, &column.of, indicator, value);
        sentences.push(match summary {
            Some(summary) => fill(
                lang.text(texts::ALT_TABLE_COLUMN),
                &[&head.line(), &text(Ok(summary.min)), &text(Ok(summary.max)), &text(column.ats)],
            ),
            None => fill(lang.text(texts::ALT_TABLE_NOTHING), &[&head.line()]),
        });
    }
    sentences.extend(model.remarks(spec).into_iter().map(|remark| match remark.message {
        told if told.ends_with('.') => told,
        told => format!("{told}."),
    }));
    sentences.join(" ")
}
