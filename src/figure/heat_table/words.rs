//! The texts of a heat table: title, footer, alternative text, reading.

use crate::data::{Atlas, Polarity};
use crate::document::HeatTableSpec;
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::view::Prepared;
use crate::figure::wording::{listed, reference_name, told_name, value_text};
use crate::i18n::{self, Lang, texts};

use super::HeatTableView;
use super::model::{HeatColumn, HeatRow, HeatTableModel};

/// A group is told by the columns in which it is at least this far from the mean, and by no more than so many.
const TOLD_FROM: f64 = 0.5;
const MOST_TOLD: usize = 3;
/// The most groups that are told one by one.
const MOST_GROUPS: usize = 8;

/// A score with its sign.
pub fn score(lang: Lang, z: f64) -> String {
    i18n::signed_number(lang, z, 1)
}

/// A step of the key.
pub fn step(lang: Lang, z: f64) -> String {
    match z == 0.0 {
        true => lang.text(texts::HEAT_KEY_MEAN).to_owned(),
        false => i18n::signed_number(lang, z, 0),
    }
}

/// Name and date of an indicator, and whether high values are good or bad where that is declared.
pub fn column(lang: Lang, atlas: &Atlas, column: &HeatColumn) -> [String; 3] {
    let Ok(caption) = atlas.caption(&column.of.indicator) else {
        return [column.of.indicator.clone(), String::new(), String::new()];
    };
    let date = reference_name(lang, caption.stated(column.of.date));
    let date = if column.uncertain { format!("{date}*") } else { date };
    let polarity = match column.polarity {
        Polarity::HigherIsBetter => lang.text(texts::HEAT_HIGH_IS_GOOD).to_owned(),
        Polarity::HigherIsWorse => lang.text(texts::HEAT_HIGH_IS_BAD).to_owned(),
        Polarity::Neither => String::new(),
    };
    [lang.pick(caption.short).to_owned(), date, polarity]
}

/// The year of an indicator, where its date has no room.
pub fn year(lang: Lang, atlas: &Atlas, column: &HeatColumn) -> String {
    let Ok(caption) = atlas.caption(&column.of.indicator) else { return String::new() };
    let year = i18n::plain_number(lang, f64::from(caption.stated(column.of.date).year()));
    if column.uncertain { format!("{year}*") } else { year }
}

/// The name of a group with how many rows it has, or of those that are in none.
pub fn group(lang: Lang, model: &HeatTableModel, group: Option<usize>) -> String {
    let sizes = model.groups.as_ref().map(|groups| groups.sizes.as_slice()).unwrap_or_default();
    let named = |group: usize| {
        let own = model.groups.as_ref().and_then(|groups| groups.names.get(group));
        own.map(|own| own.trim()).filter(|own| !own.is_empty())
    };
    match group {
        Some(group) => {
            let size = sizes.get(group).copied().unwrap_or_default();
            match named(group) {
                Some(own) => texts::heat_group_named(lang, own, size),
                None => texts::heat_group(lang, group + 1, size),
            }
        }
        None => lang.text(texts::HEAT_NO_GROUP).to_owned(),
    }
}

/// A cell in words, for tooltips and screen readers.
pub fn cell(lang: Lang, atlas: &Atlas, column: &HeatColumn, row: &HeatRow, at: usize) -> String {
    let Ok(caption) = atlas.caption(&column.of.indicator) else { return row.name.clone() };
    let date = reference_name(lang, caption.stated(column.of.date));
    let value = value_text(lang, caption, row.values[at]);
    let cell = texts::heat_cell(lang, &row.name, lang.pick(caption.short), date, value);
    match row.z[at] {
        Some(z) => texts::heat_cell_score(lang, cell, score(lang, z)),
        None => cell,
    }
}

pub fn subtitle(spec: &HeatTableSpec, model: &HeatTableModel) -> String {
    let lang = spec.lang;
    texts::heat_subtitle(lang, lang.level(spec.level), model.columns.len())
}

/// The notes on the drawing itself.
pub fn own_notes(spec: &HeatTableSpec, model: &HeatTableModel) -> Vec<String> {
    let lang = spec.lang;
    let mut notes = vec![lang.text(texts::HEAT_NOTE).to_owned()];
    if model.columns.iter().any(|column| column.polarity != Polarity::Neither) {
        notes.push(lang.text(texts::HEAT_NOTE_POLARITY).to_owned());
    }
    if let Some(groups) = &model.groups {
        let silhouette = i18n::number(lang, groups.silhouette, 2);
        let note = if spec.k.is_some() { texts::heat_note_groups_asked } else { texts::heat_note_groups };
        notes.push(note(lang, groups.sizes.len(), silhouette));
    }
    if model.columns.iter().any(|column| column.uncertain) {
        notes.push(lang.text(texts::SPINE_STAR).to_owned());
    }
    notes
}

/// Sources and dates, and what must be known.
pub fn footer(prepared: &Prepared<'_, HeatTableView>) -> Footer {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    let captions = model.columns.iter().filter_map(|column| atlas.caption(&column.of.indicator).ok());
    let source = footer::in_short(lang, captions);
    let mut lines = vec![own_notes(spec, model).join(" ")];
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let dates: Vec<_> = model.columns.iter().map(|column| column.of.date).collect();
    lines.extend(footer::remarks(lang, atlas, &model.datasets, &dates));
    Footer { sources: vec![source], remarks: lines, credits: vec![Credit::Program] }
}

/// What a group is like: where its mean is far above that of all, and where far below.
fn profile(lang: Lang, atlas: &Atlas, model: &HeatTableModel, at: usize) -> String {
    let mut far: Vec<(usize, f64)> = model
        .profile(at)
        .into_iter()
        .enumerate()
        .filter_map(|(column, mean)| Some((column, mean?)))
        .filter(|(_, mean)| mean.abs() >= TOLD_FROM)
        .collect();
    far.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    far.truncate(MOST_TOLD);
    let name = |(at, mean): &(usize, f64)| {
        let [name, ..] = column(lang, atlas, &model.columns[*at]);
        format!("{} ({})", i18n::within_sentence(&name), score(lang, *mean))
    };
    let of = |is_above: bool| -> Vec<String> {
        far.iter().filter(|(_, mean)| (*mean > 0.0) == is_above).map(name).collect()
    };
    let (above, below) = (of(true), of(false));
    let group = group(lang, model, Some(at));
    match (above.is_empty(), below.is_empty()) {
        (true, true) => texts::heat_group_near(lang, group),
        (false, true) => texts::heat_group_above(lang, group, listed(lang, &above)),
        (true, false) => texts::heat_group_below(lang, group, listed(lang, &below)),
        (false, false) => texts::heat_group_both(lang, group, listed(lang, &above), listed(lang, &below)),
    }
}

/// The value farthest from the mean of its column.
fn farthest(spec: &HeatTableSpec, model: &HeatTableModel, atlas: &Atlas) -> Option<String> {
    let lang = spec.lang;
    let (row, at, z) = model.farthest()?;
    let caption = atlas.caption(&model.columns[at].of.indicator).ok()?;
    let date = reference_name(lang, caption.stated(model.columns[at].of.date));
    let name = texts::matrix_dated(lang, i18n::within_sentence(lang.pick(caption.name)), date);
    let place = told_name(lang, Some(spec.level), &model.rows[row].name);
    let value = value_text(lang, caption, model.rows[row].values[at]);
    let told = if model.rows.len() < model.of { texts::heat_farthest_here } else { texts::heat_farthest };
    Some(told(lang, name, place, value, score(lang, z)))
}

pub fn alternative(prepared: &Prepared<'_, HeatTableView>) -> String {
    let Prepared { spec, model, sources, .. } = *prepared;
    let lang = spec.lang;
    let title = lang.text(texts::HEAT_TITLE);
    let mut all = vec![texts::alt_heat(lang, title, subtitle(spec, model), model.rows.len())];
    all.extend(farthest(spec, model, sources.atlas));
    all.extend(model.groups.as_ref().map(|groups| sizes(lang, &groups.sizes)));
    all.extend(ungrouped(spec, model));
    all.join(" ")
}

/// The rows that are in no group, where there are groups.
fn ungrouped(spec: &HeatTableSpec, model: &HeatTableModel) -> Option<String> {
    model.groups.as_ref()?;
    let rows: Vec<&HeatRow> = model.rows.iter().filter(|row| row.group.is_none()).collect();
    let mut names: Vec<String> = rows.iter().take(MOST_GROUPS).map(|row| row.name.clone()).collect();
    let more = rows.len() - names.len();
    match more {
        0 => {}
        1 => names.push(spec.lang.text(texts::FUNNEL_ONE_MORE).to_owned()),
        more => names.push(texts::funnel_more(spec.lang, more)),
    }
    (!rows.is_empty()).then(|| texts::heat_ungrouped(spec.lang, rows.len(), listed(spec.lang, &names)))
}

fn sizes(lang: Lang, sizes: &[usize]) -> String {
    let written: Vec<String> = sizes.iter().map(|size| i18n::number(lang, *size as f64, 0)).collect();
    texts::heat_sizes(lang, sizes.len(), listed(lang, &written))
}

pub fn reading(prepared: &Prepared<'_, HeatTableView>) -> Vec<String> {
    let Prepared { spec, model, sources, .. } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    if model.columns.is_empty() || model.rows.is_empty() {
        return vec![lang.text(texts::HEAT_NOTHING).to_owned()];
    }
    let (rows, columns) = (model.rows.len(), model.columns.len());
    let mut all = vec![if rows < model.of {
        texts::heat_reading_here(lang, rows, model.of, columns)
    } else {
        texts::heat_reading(lang, rows, columns)
    }];
    all.extend(farthest(spec, model, atlas));
    if let Some(groups) = &model.groups {
        all.push(sizes(lang, &groups.sizes));
        // Of a part of the rows it is not said what their groups are like.
        let whole = model.rows.iter().filter(|row| row.group.is_some()).count();
        if whole == groups.sizes.iter().sum::<usize>() {
            let told = (0..groups.sizes.len()).take(MOST_GROUPS);
            all.extend(told.map(|at| profile(lang, atlas, model, at)));
        }
    }
    all.extend(ungrouped(spec, model));
    if model.missing() > 0 {
        all.push(texts::heat_missing(lang, model.missing()));
    }
    all
}
