//! The remarks on the numbers of a scatterplot.

use crate::base::{Code, Date};
use crate::data::{Absence, Atlas, Axis, Kind, Reference};
use crate::document::{QuadrantSplit, ScatterSpec};
use crate::figure::chart::marks::MARKERS;

use super::numbers::{Pair, Quadrants, ScatterModel};
use crate::figure::FigureError;
use crate::figure::pair::{few_pairs, not_pooled, pair_remarks};
use crate::figure::precision;
use crate::figure::remark::Remark;

/// Every remark on the numbers, the most serious first.
pub fn remarks(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas) -> Result<Vec<Remark>, FigureError> {
    let (x, y) = (atlas.any_indicator(&spec.x)?, atlas.any_indicator(&spec.y)?);
    let mut remarks = pair_remarks(&x, &y);
    if model.pairs.is_empty() {
        remarks.push(Remark::NoPairs);
    }
    for (id, wanted, shown) in dates(spec, model) {
        // A year is not another date than one in it, and beside areas each has its own.
        let Reference::Date(day) = shown else { continue };
        if wanted != day && !model.of_areas {
            let caption = atlas.caption(&id)?;
            let indicator = caption.name.clone();
            let [wanted, shown] = [wanted, day].map(|date| caption.stated(date));
            remarks.push(Remark::OtherDate { indicator, wanted, shown });
        }
    }
    if spec.view.quadrants == QuadrantSplit::Ats && model.quadrants.is_none() {
        let is_count = x.kind == Kind::Count || y.kind == Kind::Count;
        remarks.push(if is_count { Remark::AtsIsTotal } else { Remark::NoAtsValue });
    }
    let is_close = |cut: &Quadrants| {
        let of = |decimals, at, value: fn(&Pair) -> f64| {
            precision::is_close(decimals, at, model.pairs.iter().map(value))
        };
        of(x.decimals, cut.x, |pair| pair.x) || of(y.decimals, cut.y, |pair| pair.y)
    };
    if model.quadrants.as_ref().is_some_and(is_close) {
        remarks.push(Remark::Unrounded);
    }
    if model.quadrants.is_some() && model.quadrant_names.are_guidelines {
        remarks.push(Remark::GuidelineNames);
    }
    if model.size.is_some() {
        let of = |keep: fn(Option<f64>) -> bool| model.pairs.iter().filter(|pair| keep(pair.size)).count();
        let (absent, negative) = (of(|size| size.is_none()), of(|size| size.is_some_and(|x| x < 0.0)));
        remarks.extend((absent > 0).then_some(Remark::AbsentSizes { count: absent }));
        remarks.extend((negative > 0).then_some(Remark::NegativeSizes { count: negative }));
    }
    for (count, reason) in model.absent.into_iter().zip(Absence::ALL) {
        if count > 0 {
            remarks.push(Remark::PairsLeftOut { count, reason });
        }
    }
    let lowest = |value: fn(&Pair) -> f64| model.pairs.iter().map(value).reduce(f64::min);
    let axes = [(spec.view.log_x, &x, lowest(|pair| pair.x)), (spec.view.log_y, &y, lowest(|pair| pair.y))];
    for (is_asked, of, lowest) in axes {
        if is_asked && lowest.is_some_and(|lowest| lowest <= 0.0) {
            remarks.push(Remark::StaysLinear { axis: of.short.clone() });
        }
    }
    let groups = model.key.entries.len();
    // With sizes, hollow shapes say that there is none.
    let shapes = if model.size.is_some() { MARKERS / 2 } else { MARKERS };
    if spec.page.ink.is_black_and_white() && groups > shapes {
        remarks.push(Remark::GroupsInBlack { groups, shapes });
    }
    remarks.extend(not_pooled(spec.level, spec.method).filter(|_| !model.of_areas));
    remarks.extend(few_pairs(model.pairs.len()));
    for axis in [&model.y, &model.x] {
        remarks.extend(printed_otherwise(axis, atlas));
    }
    Ok(remarks)
}

/// What the source prints otherwise of values that are shown.
fn printed_otherwise(axis: &Axis, atlas: &Atlas) -> Vec<Remark> {
    let rows = atlas.published_values(&axis.indicator).unwrap_or_default().into_iter();
    let is_shown = |code: &Code| axis.rows.iter().any(|row| row.code == *code);
    let shown = rows.filter(|row| row.reference == axis.at && is_shown(&row.area.code));
    let told = shown.filter_map(|row| {
        let (of, at) = (row.area.name.clone(), row.reference);
        Some(Remark::PublishedOtherwise { of, at, what: row.note?.clone() })
    });
    told.collect()
}

/// Every indicator shown, with its requested and its actual date, each once.
pub fn dates(spec: &ScatterSpec, model: &ScatterModel) -> Vec<(String, Date, Reference)> {
    let size = model.size.as_ref().map(|table| (table.indicator.clone(), spec.y_date, table.at));
    let classes =
        model.key.classes_of.as_ref().map(|(id, date)| (id.clone(), spec.y_date, Reference::Date(*date)));
    let mut all = vec![(spec.y.clone(), spec.y_date, model.y.at), (spec.x.clone(), spec.x_date, model.x.at)];
    for other in [size, classes].into_iter().flatten() {
        if !all.contains(&other) {
            all.push(other);
        }
    }
    all
}
