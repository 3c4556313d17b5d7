//! The texts of a dumbbell chart: what stands around it, and its alternative text.

use crate::base::Level;
use crate::data::{Caption, Indicator};
use crate::document::{DumbbellOrder, DumbbellSpec};
use crate::figure::FigureError;
use crate::figure::page::Words;
use crate::figure::remark::{Remark, break_text};
use crate::figure::slope::{SlopeLine, SlopeRole, course, footer, subtitle};
use crate::figure::view::Prepared;
use crate::figure::wording::told_name;
use crate::i18n::{Text, texts};

use super::view::DumbbellView;

/// The most rows that the alternative text tells one by one.
const MOST_TOLD: usize = 8;

pub fn around(
    prepared: &Prepared<'_, DumbbellView>,
    left_out: Option<&Remark>,
) -> Result<Words, FigureError> {
    let Prepared { spec, model, remarks, sources } = *prepared;
    let (slope, lang) = (&spec.slope, spec.slope.lang);
    let indicator = sources.atlas.indicator(&slope.indicator)?;
    let mut footer = footer(slope, &model.slope, indicator, remarks, sources.atlas, false);
    footer.remarks.extend(left_out.map(|remark| remark.text(lang)));
    let (title, subtitle) = (lang.pick(&indicator.name).to_owned(), heading(spec, indicator.into()));
    let words = Words::new(&slope.page, lang, title, subtitle, footer).in_unit(lang.pick(&indicator.unit));
    Ok(words.of_whole(&slope.page, slope.level, sources.atlas))
}

/// Level, method, dates and order.
fn heading(spec: &DumbbellSpec, caption: Caption<'_>) -> String {
    let lang = spec.slope.lang;
    texts::dumbbell_subtitle(lang, subtitle(&spec.slope, caption), lang.text(order(spec.order)))
}

/// The order in words.
pub fn order(order: DumbbellOrder) -> Text {
    match order {
        DumbbellOrder::Value => texts::DUMBBELL_BY_VALUE,
        DumbbellOrder::Change => texts::DUMBBELL_BY_CHANGE,
        DumbbellOrder::Name => texts::DUMBBELL_BY_NAME,
    }
}

/// The name of a row; a group states its level where other units are around it.
pub fn name(spec: &DumbbellSpec, line: &SlopeLine) -> String {
    match line.level {
        Level::Ats => spec.slope.lang.level(Level::Ats).to_owned(),
        level if level != spec.slope.level => spec.slope.lang.territory(level, &line.name),
        _ => line.name.clone(),
    }
}

/// A row in words, for tooltips and screen readers.
pub fn row(spec: &DumbbellSpec, indicator: &Indicator, line: &SlopeLine) -> String {
    let [before, now, by] = course(&spec.slope, indicator, line);
    let name = told_name(spec.slope.lang, Some(line.level), &line.name);
    texts::alt_slope_line(spec.slope.lang, name, before, now, by)
}

pub fn alternative(prepared: &Prepared<'_, DumbbellView>) -> String {
    let Prepared { spec, model, sources, .. } = *prepared;
    let lang = spec.slope.lang;
    let Ok(indicator) = sources.atlas.indicator(&spec.slope.indicator) else { return String::new() };
    let title = lang.pick(&indicator.name);
    let mut told = vec![texts::alt_dumbbell(lang, title, heading(spec, indicator.into()))];
    // Highlighted rows first.
    let stands_out = |line: &&SlopeLine| line.role != SlopeRole::Context;
    let rows: Vec<&SlopeLine> =
        model.rows().filter(stands_out).chain(model.rows().filter(|line| !stands_out(line))).collect();
    told.extend(rows.iter().take(MOST_TOLD).map(|line| format!("{}.", row(spec, indicator, line))));
    if rows.len() > MOST_TOLD {
        told.push(texts::alt_more(lang, rows.len() - MOST_TOLD));
    }
    if rows.is_empty() {
        told.push(lang.text(texts::SLOPE_NO_PAIRS).to_owned());
    }
    told.extend(model.slope.mixed.iter().cloned());
    told.extend(model.slope.breaks.iter().map(|what| break_text(lang, what)));
    told.join(" ")
}
