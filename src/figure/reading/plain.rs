//! How an Ambito stands beside the ATS, in plain sentences: few indicators that everybody asks about, each with the words
//! that one uses for it. As in all readings, comparisons are made on exact values and printed with the digits that show
//! them.

use std::cmp::Ordering;

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Indicator, Method, Query, Row};
use crate::figure::precision::{apart, same};
use crate::figure::quality;
use crate::figure::wording::reference_phrase;
use crate::i18n::italian;
use crate::i18n::{self, Lang, texts};

use super::voice::capital;

/// A sentence on an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// Its id.
    pub indicator: String,
    pub text: String,
}

/// What the numbers are called in a sentence.
#[derive(Clone, Copy)]
enum Words {
    Ageing,
    Foreigners,
    Income,
}

/// An indicator, its words, and the fewest decimals that one says aloud.
const TOLD: [(&str, Words, usize); 3] = [
    ("indice_vecchiaia", Words::Ageing, 0),
    ("quota_stranieri", Words::Foreigners, 1),
    ("reddito_imponibile_medio", Words::Income, 0),
];

impl Words {
    fn compared(self, lang: Lang, place: &str, [own, ats]: [&str; 2], when: &str, order: Ordering) -> String {
        match (self, order) {
            (Self::Ageing, Ordering::Greater) => texts::plain_older(lang, place, own, ats, when),
            (Self::Ageing, Ordering::Less) => texts::plain_younger(lang, place, own, ats, when),
            (Self::Ageing, Ordering::Equal) => texts::plain_as_old(lang, place, own, when),
            (Self::Foreigners, Ordering::Greater) => texts::plain_more_foreign(lang, place, own, ats, when),
            (Self::Foreigners, Ordering::Less) => texts::plain_less_foreign(lang, place, own, ats, when),
            (Self::Foreigners, Ordering::Equal) => texts::plain_as_foreign(lang, place, own, when),
            (Self::Income, Ordering::Greater) => texts::plain_richer(lang, own, ats, when),
            (Self::Income, Ordering::Less) => texts::plain_poorer(lang, own, ats, when),
            (Self::Income, Ordering::Equal) => texts::plain_as_rich(lang, own, when),
        }
    }

    /// Of the ATS itself there is nothing to compare.
    fn of_the_ats(self, lang: Lang, place: &str, own: &str, when: &str) -> String {
        match self {
            Self::Ageing => texts::plain_age_alone(lang, place, own, when),
            Self::Foreigners => texts::plain_foreign_alone(lang, place, own, when),
            Self::Income => texts::plain_income_alone(lang, own, when),
        }
    }

    fn alone(self, lang: Lang, place: &str, own: &str, when: &str) -> String {
        match self {
            Self::Ageing => texts::plain_age(lang, place, own, when),
            Self::Foreigners => texts::plain_foreign(lang, place, own, when),
            Self::Income => texts::plain_income(lang, own, when),
        }
    }
}

/// The sentences on an Ambito, for the indicators that there are.
pub fn sentences(atlas: &Atlas, code: &Code, lang: Lang) -> Vec<Plain> {
    let Some((level, unit)) = atlas.territories.find(code) else { return Vec::new() };
    let place = subject(lang, level, &atlas.territories.units(level)[unit].name);
    let told = TOLD.iter().filter_map(|(id, words, decimals)| {
        let indicator = atlas.catalogue.get(id)?;
        let text = sentence(atlas, indicator, (level, unit), (*words, *decimals), &place, lang)?;
        Some(Plain { indicator: indicator.id.clone(), text })
    });
    told.collect()
}

/// A place at the beginning of a sentence: "L'Ambito di Corsico", "Corsico".
pub(crate) fn subject(lang: Lang, level: Level, name: &str) -> String {
    match (lang, level) {
        (Lang::It, _) => capital(&italian::place(None, level, name)),
        (Lang::En, Level::Comuni) => name.to_owned(),
        (Lang::En, Level::Ats) => capital(&format!("the {}", lang.level(level))),
        (Lang::En, _) => capital(&format!("the {}", lang.territory(level, name))),
    }
}

/// The values that the sentences are of: indicators, each at its date.
pub(crate) fn used(atlas: &Atlas) -> Vec<(String, Date)> {
    let of = |id: &str| Some((id.to_owned(), atlas.usual_date(atlas.catalogue.get(id)?)?));
    TOLD.iter().filter_map(|(id, ..)| of(id)).collect()
}

fn sentence(
    atlas: &Atlas,
    indicator: &Indicator,
    (level, unit): (Level, usize),
    (words, decimals): (Words, usize),
    place: &str,
    lang: Lang,
) -> Option<String> {
    let date = atlas.usual_date(indicator)?;
    let row = |level: Level, unit: usize| -> Option<Row> {
        let query = Query { indicator: indicator.id.clone(), date, level, method: Method::Pooled };
        atlas.compute(&query).ok()?.rows.into_iter().nth(unit)
    };
    let own = row(level, unit)?;
    let at = reference_phrase(lang, indicator.period.of(date.into()));
    let when = |rows: &[&Row]| {
        let quality = rows.iter().map(|row| row.quality).max().unwrap_or_default();
        quality::in_aside(lang, at.clone(), quality)
    };
    let own_value = match own.value {
        Ok(value) => value,
        Err(reason) => {
            let name = lang.pick(&indicator.name);
            return Some(texts::plain_missing(lang, name, lang.absence(reason), when(&[])));
        }
    };
    let written = |x: f64, decimals: usize| i18n::number(lang, x, decimals);
    if level == Level::Ats {
        return Some(words.of_the_ats(lang, place, &written(own_value, decimals), &when(&[&own])));
    }
    let Some((ats, ats_value)) = row(Level::Ats, 0).and_then(|row| Some((row.clone(), row.value.ok()?)))
    else {
        return Some(words.alone(lang, place, &written(own_value, decimals), &when(&[&own])));
    };
    let order = match same(own_value, ats_value) {
        true => Ordering::Equal,
        false => own_value.total_cmp(&ats_value),
    };
    let decimals = apart(decimals, &[own_value, ats_value]);
    let numbers = [own_value, ats_value].map(|x| written(x, decimals));
    Some(words.compared(lang, place, [&numbers[0], &numbers[1]], &when(&[&own, &ats]), order))
}
