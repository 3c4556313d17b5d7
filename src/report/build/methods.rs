//! The end of a report: how its numbers are made, what each indicator is, and where it comes from.

use std::collections::BTreeSet;

use crate::data::{Indicator, Reference};
use crate::figure::wording::{listed, reference_label};
use crate::i18n::{Text, texts};
use crate::report::block::{Align, Block, Paragraph, Role, Row, Run, Sentence, Table};

use super::context::Context;
use super::tables::{Heads, text_cell};

/// More dates are told by the first and the last.
const MOST_DATES: usize = 3;

/// Methods, then a table of the indicators used so far.
pub(super) fn blocks(ctx: &Context<'_>, id: &str) -> Vec<Block> {
    const SAID: [Text; 4] = [
        texts::REPORT_METHODS_GROUPS,
        texts::REPORT_METHODS_DATES,
        texts::REPORT_METHODS_COMPARE,
        texts::REPORT_METHODS_SMALL,
    ];
    let lang = ctx.lang;
    let said = SAID.iter().map(|text| lang.text(*text).to_owned());
    let credit = texts::report_boundaries(lang, lang.pick(&ctx.sources.basemap.credit).trim_end_matches('.'));
    let sentence = |(n, text): (usize, String)| {
        let sentence = Sentence { id: format!("{id}/{}", n + 1), runs: vec![Run::Text(text)] };
        Paragraph { role: Role::Body, sentences: vec![sentence] }
    };
    let mut blocks: Vec<Block> =
        vec![Block::Bullets(said.chain([credit]).enumerate().map(sentence).collect())];
    let heads = Heads::default()
        .with(lang.text(texts::REPORT_COLUMN_INDICATOR), 4.0, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_DEFINITION), 8.4, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_DATE), 2.6, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_SOURCE_NUMBER), 0.8, Align::Centre);
    let catalogue = ctx.atlas().catalogue.indicators();
    let order = |id: &str| catalogue.iter().position(|known| known.id == id).unwrap_or(usize::MAX);
    let mut used: Vec<(&Indicator, BTreeSet<Reference>)> =
        ctx.used().into_iter().filter_map(|(id, at)| Some((ctx.indicator(&id)?, at))).collect();
    used.sort_by_key(|(indicator, _)| order(&indicator.id));
    // The sources are numbered in the order of the catalogue, and the rows stand by source.
    let mut sources: Vec<String> = Vec::new();
    let mut rows: Vec<(usize, Row)> = Vec::new();
    for (indicator, references) in &used {
        let stated = lang.stated(lang.pick(&indicator.source));
        let source = format!("{stated} ({})", lang.licence(&indicator.licence));
        let at = sources.iter().position(|known| *known == source).unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        });
        let cells = vec![
            text_cell(lang.pick(&indicator.name)),
            text_cell(first_sentence(lang.pick(&indicator.definition))),
            text_cell(dates(references, ctx)),
            text_cell(format!("[{}]", at + 1)),
        ];
        rows.push((at, Row { cells, strong: false }));
    }
    rows.sort_by_key(|(source, _)| *source);
    let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    if !rows.is_empty() {
        let caption = lang.text(texts::REPORT_METHODS_TABLE).to_owned();
        let numbered = |(n, source): (usize, String)| format!("[{}] {source}.", n + 1);
        let notes = sources.into_iter().enumerate().map(numbered).collect();
        let table = heads.table(&table_id(id), caption, rows, notes, ctx);
        blocks.push(Block::Table(Table { is_compact: true, ..table }));
    }
    blocks
}

/// The id of the table of an item.
pub(super) fn table_id(item: &str) -> String {
    format!("{item}/indicators")
}

/// The definition itself, without the remarks after it.
fn first_sentence(definition: &str) -> String {
    match definition.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => definition.to_owned(),
    }
}

/// "1/1/2023", "2022 e 2023", "2000–2024".
fn dates(references: &BTreeSet<Reference>, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    let labels: Vec<String> = references.iter().map(|at| reference_label(lang, *at)).collect();
    match labels.as_slice() {
        [first, .., last] if labels.len() > MOST_DATES => format!("{first} – {last}"),
        few => listed(lang, few),
    }
}
