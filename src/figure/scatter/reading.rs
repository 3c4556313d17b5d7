//! Two indicators against each other.

use crate::data::{Atlas, Reference};
use crate::document::ScatterSpec;
use crate::figure::quality;
use crate::figure::reading::voice::{Voice, method_sentence};
use crate::i18n::{self, texts};
use crate::stats::Strength;

use super::{Pair, ScatterModel, link_text};

/// Territories told one by one.
const TOLD: usize = 3;
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
    // Where the two are of different dates, each name has its own: "della densità di popolazione al 1° gennaio 2019".
    let dated = |name: String, i: usize| match model.own_dates() {
        Some(dates) => format!("{name} {}", voice.when(Reference::Date(dates[i]))),
        None => name,
    };
    match (&model.pearson, &model.spearman) {
        (Ok(r), Ok(rho)) => {
            let number = |value| i18n::number(lang, value, DECIMALS);
            let text = match () {
                () if Strength::of(r.r) == Strength::None => texts::READ_PAIRS_NONE,
                // The line says one thing and the order another: a few far points make the line.
                () if r.r * rho.r < 0.0 => texts::READ_PAIRS_MIXED,
                () if r.r > 0.0 => texts::READ_PAIRS_UP,
                () => texts::READ_PAIRS_DOWN,
            };
            let n = voice.counted(model.pairs.len());
            let opening = match model.own_dates() {
                None => {
                    let when = voice.when(Reference::Date(model.y.date));
                    voice.say_within(texts::READ_PAIRS_WHEN, &[&when, &n])
                }
                Some(_) => voice.say_within(texts::READ_PAIRS_DATES, &[&n]),
            };
            let (of_x, of_y) = (dated(across.of_subject(), 0), dated(voice.of_subject(), 1));
            let p = i18n::p_value(lang, r.p);
            let parts = [&opening, &of_x, &of_y, &number(r.r), &p, &number(rho.r)];
            told.push(voice.say(text, &parts.map(String::as_str)));
            told.extend(link_text(spec, model, [x, y]));
            told.push(lang.text(texts::READ_NO_CAUSE).to_owned());
        }
        (Err(error), _) | (_, Err(error)) => {
            let why = lang.stats_error(*error, lang.pick(&x.name), lang.pick(&y.name));
            told.push(voice.say(texts::SCATTER_NO_STATISTICS, &[&why]));
        }
    }
    told.extend(method_sentence(&voice, spec.method));
    if let Some(cut) = &model.quadrants {
        let parts = model.quadrant_names.names.iter().zip(cut.counts);
        let parts: Vec<String> =
            parts.map(|(name, count)| format!("{name} ({})", voice.number(count))).collect();
        told.push(voice.say(texts::READ_QUADRANTS, &[&parts.join("; ")]));
    }
    let name = |pair: &Pair| model.y.rows.get(pair.unit).map_or("", |row| row.name.as_str());
    // "l'Ambito di Melzo (861,6 ab./km² e 178,8)"
    let point = |i: &usize| {
        let pair = &model.pairs[*i];
        let place = voice.place(spec.level, name(pair));
        voice.say_within(texts::READ_POINT, &[&place, &across.value(pair.x), &voice.value(pair.y)])
    };
    let points = |pairs: &[usize]| voice.list(&pairs.iter().take(TOLD).map(point).collect::<Vec<_>>());
    match model.outliers.as_slice() {
        [] => {}
        [one] => told.push(voice.say(texts::READ_FAR_ONE, &[&points(&[*one])])),
        several => told.push(voice.say(texts::READ_FAR, &[&points(several)])),
    }
    let chosen: Vec<usize> = (0..model.pairs.len()).filter(|&i| model.pairs[i].chosen).collect();
    let more = chosen.len().saturating_sub(TOLD);
    for pair in chosen.iter().take(TOLD).map(|&i| &model.pairs[i]) {
        let place = voice.in_place(spec.level, name(pair));
        let (x_name, y_name) = (dated(across.subject(), 0), dated(voice.subject(), 1));
        let verb = across.verb(texts::READ_IS, texts::READ_ARE);
        let parts = [&place, &*x_name, verb, &across.value(pair.x), &y_name, &voice.value(pair.y)];
        told.push(voice.say(texts::READ_CHOSEN_POINT, &parts));
    }
    if more > 0 {
        told.push(voice.say(texts::READ_MORE, &[&voice.number(more)]));
    }
    if model.missing() > 0 {
        told.push(voice.say(texts::READ_ABSENT, &[&voice.counted(model.missing())]));
    }
    told.extend(quality::of_tables(lang, atlas, &[&model.y, &model.x]));
    told
}
