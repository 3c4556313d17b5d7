//! Two indicators against each other.

use crate::data::Atlas;
use crate::document::ScatterSpec;
use crate::figure::scatter::{ScatterModel, point_text, quadrant_names};
use crate::figure::wording::date_phrase;
use crate::i18n::{self, texts};

use super::method_sentence;
use super::voice::Voice;

/// Territories told one by one.
const TOLD: usize = 3;
/// A p below this is told as a relation. The paragraph gives the number too, so nobody has to take our word.
const P: f64 = 0.05;
/// Decimals of coefficients.
const DECIMALS: usize = 3;

/// The sentences: whether the two go together, how the quadrants are filled, who stands far from the line, where the
/// chosen stand.
pub fn sentences(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas) -> Vec<String> {
    let (Some(x), Some(y)) = (atlas.catalogue.get(&spec.x), atlas.catalogue.get(&spec.y)) else {
        return Vec::new();
    };
    let lang = spec.lang;
    let of = |indicator| Voice { lang, indicator, level: spec.level };
    let (voice, across) = (of(y), of(x));
    let mut told = Vec::new();
    match (&model.pearson, &model.spearman) {
        (Ok(r), Ok(rho)) => {
            let number = |value| i18n::number(lang, value, DECIMALS);
            let text = match () {
                () if r.p >= P => texts::READ_PAIRS_NONE,
                () if r.r > 0.0 => texts::READ_PAIRS_UP,
                () => texts::READ_PAIRS_DOWN,
            };
            let when = date_phrase(lang, model.y.date);
            let (n, p) = (voice.counted(model.pairs.len()), i18n::p_value(lang, r.p));
            let parts =
                [&when, &n, &across.of_subject(), &voice.of_subject(), &number(r.r), &p, &number(rho.r)];
            told.push(voice.say(text, &parts.map(String::as_str)));
            told.push(lang.text(texts::READ_NO_CAUSE).to_owned());
        }
        (Err(error), _) | (_, Err(error)) => {
            let why = lang.stats_error(*error, lang.pick(&x.name), lang.pick(&y.name));
            told.push(voice.say(texts::SCATTER_NO_STATISTICS, &[&why]));
        }
    }
    told.extend(method_sentence(&voice, spec.method));
    if let Some(cut) = &model.quadrants {
        let parts = quadrant_names(spec).into_iter().zip(cut.counts);
        let parts: Vec<String> =
            parts.map(|(name, count)| format!("{name} {}", voice.number(count))).collect();
        told.push(voice.say(texts::READ_QUADRANTS, &[&parts.join("; ")]));
    }
    let points = |pairs: Vec<usize>| -> Vec<String> {
        let text = |i: usize| point_text(lang, model, [x, y], &model.pairs[i]);
        pairs.into_iter().take(TOLD).map(text).collect()
    };
    let far = points(model.outliers.clone());
    if !far.is_empty() {
        told.push(voice.say(texts::READ_FAR, &[&far.join("; ")]));
    }
    let chosen: Vec<usize> = (0..model.pairs.len()).filter(|&i| model.pairs[i].chosen).collect();
    let more = chosen.len().saturating_sub(TOLD);
    let chosen = points(chosen);
    if !chosen.is_empty() {
        told.push(voice.say(texts::READ_CHOSEN_POINTS, &[&chosen.join("; ")]));
    }
    if more > 0 {
        told.push(voice.say(texts::READ_MORE, &[&voice.number(more)]));
    }
    if model.missing() > 0 {
        told.push(voice.say(texts::READ_ABSENT, &[&voice.counted(model.missing())]));
    }
    told
}
