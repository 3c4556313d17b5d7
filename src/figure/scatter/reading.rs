//! The reading of a scatterplot.

use crate::data::{Atlas, Indicator};
use crate::document::ScatterSpec;
use crate::figure::reading::voice::{Voice, capital, method_sentence};
use crate::i18n::{self, texts};
use crate::stats::influence::turning_pair;
use crate::stats::{Relation, StatsError, Strength, Way};

use super::{Pair, ScatterModel, link_text, not_final, published_beside, statistics_text};

/// The most territories mentioned one by one.
const MOST_NAMED: usize = 3;
const DECIMALS: usize = 3;

/// The sentences: how the two are related, the counts of the quadrants, the outliers, the selected territories.
pub fn sentences(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas) -> Vec<String> {
    let (Ok(x), Ok(y)) = (atlas.any_indicator(&spec.x), atlas.any_indicator(&spec.y)) else {
        return Vec::new();
    };
    let (x, y): (&Indicator, &Indicator) = (&x, &y);
    let lang = spec.lang;
    let of = |indicator| Voice { lang, indicator, level: spec.level };
    let (voice, across) = (of(y), of(x));
    let mut sentences = Vec::new();
    // If the two have different dates, each name includes its own: "della densità di popolazione al 1° gennaio 2019".
    let dated = |name: String, i: usize| match model.own_dates() {
        Some(dates) => format!("{name} {}", [&across, &voice][i].when(dates[i])),
        None => name,
    };
    match (&model.pearson, &model.spearman) {
        (Ok(r), Ok(rho)) => {
            let number = |value| i18n::number(lang, value, DECIMALS);
            let relation = Relation::of(model.pairs.len(), r.r, rho.r);
            let text = match relation {
                Relation::TooFew => texts::read_pairs_too_few,
                Relation::NoDirection | Relation::Uneven(_) => texts::read_pairs_mixed,
                Relation::Few(Strength::None, _) | Relation::Told(Strength::None, _) => {
                    texts::read_pairs_none
                }
                Relation::Few(_, Way::Direct) => texts::read_pairs_up_few,
                Relation::Few(_, Way::Inverse) => texts::read_pairs_down_few,
                // What is weak is no rule.
                Relation::Told(Strength::Weak, Way::Direct) => texts::read_pairs_up_weakly,
                Relation::Told(Strength::Weak, Way::Inverse) => texts::read_pairs_down_weakly,
                Relation::Told(_, Way::Direct) => texts::read_pairs_up,
                Relation::Told(_, Way::Inverse) => texts::read_pairs_down,
            };
            let n = voice.counted(model.pairs.len());
            let opening = match model.own_dates() {
                None => {
                    let when = voice.when(model.y.at);
                    texts::read_pairs_when(voice.lang, &when, &n)
                }
                Some(_) => texts::read_pairs_dates(voice.lang, &n),
            };
            let (of_x, of_y) = (dated(across.of_subject(), 0), dated(voice.of_subject(), 1));
            let p = i18n::p_value(lang, r.p);
            sentences.push(capital(&text(lang, opening, of_x, of_y, number(r.r), p, number(rho.r))));
            if relation == Relation::NoDirection {
                let (xs, ys): (Vec<f64>, Vec<f64>) = model.pairs.iter().map(|pair| (pair.x, pair.y)).unzip();
                sentences.extend(turning_pair(&xs, &ys).and_then(|(i, r)| {
                    let name = &model.y.rows.get(model.pairs[i].unit)?.name;
                    Some(texts::read_without_point(lang, voice.place(spec.level, name), number(r)))
                }));
            }
            sentences.extend(link_text(spec, model, [x, y]));
            sentences.push(lang.text(texts::READ_NO_CAUSE).to_owned());
        }
        (Err(StatsError::NoQuantity { .. }), Ok(_)) => {
            let n = voice.counted(model.pairs.len());
            let opening = match model.own_dates() {
                None => texts::read_pairs_when(lang, voice.when(model.y.at), &n),
                Some(_) => texts::read_pairs_dates(lang, &n),
            };
            let (of_x, of_y) = (dated(across.of_subject(), 0), dated(voice.of_subject(), 1));
            let statistics = statistics_text(spec, model, [x, y]);
            sentences.push(capital(&texts::read_pairs_ranks(lang, opening, of_x, of_y, statistics)));
            sentences.push(lang.text(texts::READ_NO_CAUSE).to_owned());
        }
        (Err(error), _) | (_, Err(error)) => {
            let why = lang.stats_error(*error, lang.pick(&x.name), lang.pick(&y.name));
            sentences.push(texts::scatter_no_statistics(voice.lang, &why));
        }
    }
    sentences.extend(method_sentence(&voice, spec.method).filter(|_| !model.of_areas));
    sentences.extend(published_beside(spec, model, atlas));
    if let Some(cut) = &model.quadrants {
        let parts = model.quadrant_names.names.iter().zip(cut.counts);
        let parts: Vec<String> =
            parts.map(|(name, count)| format!("{name} ({})", voice.number(count))).collect();
        sentences.push(texts::read_quadrants(voice.lang, parts.join("; ")));
    }
    let name = |pair: &Pair| model.y.rows.get(pair.unit).map_or("", |row| row.name.as_str());
    // "l'Ambito di Melzo (861,6 ab./km² e 178,8)"
    let point = |i: &usize| {
        let pair = &model.pairs[*i];
        let place = voice.place(spec.level, name(pair));
        texts::read_point(voice.lang, &place, across.value(pair.x), voice.value(pair.y))
    };
    let points = |pairs: &[usize]| voice.list(&pairs.iter().take(MOST_NAMED).map(point).collect::<Vec<_>>());
    match model.outliers.as_slice() {
        [] => {}
        [one] => sentences.push(texts::read_far_one(voice.lang, points(&[*one]))),
        several => sentences.push(texts::read_far(voice.lang, points(several))),
    }
    let selected: Vec<usize> = (0..model.pairs.len()).filter(|&i| model.pairs[i].selected).collect();
    let more = selected.len().saturating_sub(MOST_NAMED);
    for pair in selected.iter().take(MOST_NAMED).map(|&i| &model.pairs[i]) {
        let place = voice.in_place(spec.level, name(pair));
        let (x_name, y_name) = (dated(across.subject(), 0), dated(voice.subject(), 1));
        let verb = across.verb(texts::READ_IS, texts::READ_ARE);
        let (x, y) = (across.value(pair.x), voice.value(pair.y));
        sentences.push(capital(&texts::read_selected_point(lang, place, x_name, verb, x, y_name, y)));
    }
    if more > 0 {
        sentences.push(texts::read_more(voice.lang, voice.number(more)));
    }
    if model.missing() > 0 {
        let count = voice.counted(model.missing());
        let names = model.left_out.iter().filter_map(|unit| Some(model.y.rows.get(*unit)?.name.as_str()));
        let told = match model.missing() {
            few if few <= MOST_NAMED => {
                texts::read_absent_named(lang, count, names.collect::<Vec<_>>().join(", "))
            }
            _ => count,
        };
        sentences.push(texts::read_absent(lang, told));
    }
    sentences.extend(not_final(spec, model, atlas));
    sentences
}
