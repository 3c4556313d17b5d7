//! What the reader must know of the numbers of a scatterplot.

use crate::base::{Date, Diagnostic, Severity};
use crate::data::{Absence, Atlas};
use crate::document::{QuadrantSplit, ScatterSpec};
use crate::i18n::{self, texts};

use super::numbers::ScatterModel;
use crate::figure::FigureError;
use crate::figure::pair::{few_pairs, not_pooled, pair_remarks};

/// Every remark on the numbers, the gravest first.
pub fn remarks(
    spec: &ScatterSpec,
    model: &ScatterModel,
    atlas: &Atlas,
) -> Result<Vec<Diagnostic>, FigureError> {
    let lang = spec.lang;
    let (x, y) = (atlas.indicator(&spec.x)?, atlas.indicator(&spec.y)?);
    let mut remarks = pair_remarks(lang, x, y);
    let mut remark = |severity, code, message: String| remarks.push(Diagnostic { severity, code, message });
    if model.pairs.is_empty() {
        remark(Severity::Warning, "no_values", lang.text(texts::SCATTER_NO_PAIRS).to_owned());
    }
    for (id, wanted, date) in dates(spec, model) {
        if wanted != date {
            let name = lang.pick(&atlas.indicator(&id)?.name);
            let (wanted, date) = (i18n::date(lang, wanted), i18n::date(lang, date));
            let message = texts::scatter_other_date(lang, name, wanted, date);
            remark(Severity::Warning, "other_date", message);
        }
    }
    if spec.view.quadrants == QuadrantSplit::Ats && model.quadrants.is_none() {
        remark(Severity::Warning, "no_ats_value", lang.text(texts::SCATTER_NO_ATS).to_owned());
    }
    if model.quadrants.is_some() && model.quadrant_names.are_guidelines {
        remark(Severity::Note, "guideline_names", lang.text(texts::SCATTER_NAMES_NOTE).to_owned());
    }
    if model.size.is_some() {
        let count = |keep: fn(Option<f64>) -> bool| model.pairs.iter().filter(|pair| keep(pair.size)).count();
        let (absent, negative) = (count(|size| size.is_none()), count(|size| size.is_some_and(|x| x < 0.0)));
        if absent > 0 {
            remark(Severity::Note, "absent_sizes", texts::scatter_size_absent(lang, absent));
        }
        if negative > 0 {
            remark(Severity::Note, "negative_sizes", texts::scatter_size_negative(lang, negative));
        }
    }
    for (count, reason) in model.absent.into_iter().zip(Absence::ALL) {
        if count > 0 {
            let message = texts::scatter_left_out(lang, count, lang.absence(reason));
            remark(Severity::Note, "left_out", message);
        }
    }
    remarks.extend(not_pooled(lang, spec.level, spec.method));
    remarks.extend(few_pairs(lang, model.pairs.len()));
    Ok(remarks)
}

/// Every indicator shown with the date wanted of it and the one it has, each once.
pub fn dates(spec: &ScatterSpec, model: &ScatterModel) -> Vec<(String, Date, Date)> {
    let size = model.size.as_ref().map(|table| (table.indicator.clone(), spec.y_date, table.date));
    let classes = model.key.classes_of.as_ref().map(|(id, date)| (id.clone(), spec.y_date, *date));
    let mut all =
        vec![(spec.y.clone(), spec.y_date, model.y.date), (spec.x.clone(), spec.x_date, model.x.date)];
    for other in [size, classes].into_iter().flatten() {
        if !all.contains(&other) {
            all.push(other);
        }
    }
    all
}
