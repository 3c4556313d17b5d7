//! The reading of a map of two indicators.

use crate::data::{Atlas, Reference};
use crate::document::MapSpec;
use crate::figure::map::MapModel;
use crate::figure::reading::voice::{Voice, capital};
use crate::i18n::texts;

use super::axis::Axis;

/// The classes at the corners of the legend, `row * 3 + column`: both high, both low, only the first high, only the
/// second high.
const CORNERS: [usize; 4] = [8, 0, 2, 6];

/// The sentences: which indicators are combined, the counts at the corners, the overall values.
pub fn sentences(
    voice: &Voice<'_>,
    spec: &MapSpec,
    model: &MapModel,
    axes: &[Axis; 2],
    atlas: &Atlas,
) -> Vec<String> {
    let [Some(first), Some(second)] = axes.each_ref().map(|axis| atlas.catalogue.get(&axis.indicator)) else {
        return Vec::new();
    };
    let voices = [first, second].map(|indicator| Voice { lang: voice.lang, indicator, level: voice.level });
    let [one, other] = voices.each_ref().map(Voice::subject);
    let dates = [spec.date, axes[1].table.date].map(Reference::Date);
    let stated = [0, 1].map(|i| voices[i].indicator.period.of(dates[i]));
    let when = voice.when(dates[0]);
    let [both, neither, one_alone, other_alone] =
        CORNERS.map(|class| model.counts.get(class).copied().unwrap_or(0)).map(|n| voice.number(n));
    let crossed = model.class_of.iter().filter(|class| class.is_ok()).count();
    let mut sentences = vec![
        match stated[0] == stated[1] {
            true => capital(&texts::read_two(voice.lang, &when, &one, &other, voice.counted(crossed))),
            false => {
                let own = voices[1].when(dates[1]);
                let [one, other] = [format!("{one} {when}"), format!("{other} {own}")];
                texts::read_two_dates(voice.lang, one, other, voice.counted(crossed))
            }
        },
        texts::read_two_corners(voice.lang, &both, &neither, &one_alone, &other_alone),
    ];
    if let (Some(x), Some(y)) = (axes[0].overall, axes[1].overall) {
        let [is, are] = voices.each_ref().map(|own| own.verb(texts::READ_IS, texts::READ_ARE));
        let (x, y) = (voices[0].told_value(x), voices[1].told_value(y));
        sentences.push(texts::read_two_overall(voice.lang, &one, is, x, &other, are, y));
    }
    sentences
}
