//! The end of a report: how its numbers are made, what each indicator is, and where it comes from.

use std::collections::BTreeSet;

use crate::data::Reference;
use crate::figure::wording::{listed, reference_label};
use crate::i18n::{Text, texts};
use crate::report::block::{Align, Block, Paragraph, Role, Row, Run, Sentence};

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
        .with(lang.text(texts::REPORT_COLUMN_INDICATOR), 3.0, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_DEFINITION), 5.2, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_DATE), 2.0, Align::Start)
        .with(lang.text(texts::REPORT_COLUMN_SOURCE), 4.0, Align::Start);
    let mut used = ctx.used();
    let catalogue = ctx.atlas().catalogue.indicators();
    used.sort_by_key(|(id, _)| catalogue.iter().position(|known| known.id == *id).unwrap_or(usize::MAX));
    let row = |(id, references): &(String, BTreeSet<Reference>)| {
        let indicator = ctx.indicator(id)?;
        let source = lang.stated(lang.pick(&indicator.source));
        let licence = lang.licence(&indicator.licence);
        Some(Row {
            cells: vec![
                text_cell(lang.pick(&indicator.name)),
                text_cell(lang.pick(&indicator.definition)),
                text_cell(dates(references, ctx)),
                text_cell(format!("{source} ({licence})")),
            ],
            strong: false,
        })
    };
    let rows: Vec<Row> = used.iter().filter_map(row).collect();
    if !rows.is_empty() {
        let caption = lang.text(texts::REPORT_METHODS_TABLE).to_owned();
        blocks.push(Block::Table(heads.table(&format!("{id}/indicators"), caption, rows, Vec::new(), ctx)));
    }
    blocks
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
