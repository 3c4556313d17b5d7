//! A standard beside what is there: the sentences and the sheet that the window and the command line share.

use crate::base::{Code, Date, Level};
use crate::data::{Absence, Atlas, AtlasError, Need, Standard};
use crate::figure::quality::in_aside;
use crate::figure::{HypothesisWords, marked, reference_phrase};
use crate::i18n::{Lang, compact_number, number, texts};
use crate::io::standards::PrintedStandard;
use crate::scene::{Cell, Sheet, Workbook};

use super::dialog::StandardForm;
use super::standard_words::{printed_standard, standard};
use super::state::State;

pub use crate::io::standards::printed_standards;

/// The decimals of what is needed and what is missing: a third of a post is worth knowing.
const DECIMALS: usize = 1;
/// The indicator that the standards of an office are reckoned on.
const RESIDENTS: &str = "residenti";

/// The standard that the territories are compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub standard: Standard,
    /// The document that prints it; `None` where the office sets it.
    pub printed: Option<&'static PrintedStandard>,
    /// It in words: "assistenti sociali: 1 ogni 4.000 (Popolazione residente)".
    pub what: String,
}

impl Comparison {
    /// A standard that a document prints.
    pub fn printed(printed: &'static PrintedStandard, atlas: &Atlas, lang: Lang) -> Self {
        let what = printed_standard(lang, atlas, printed);
        Self { standard: Standard::OnePer(printed.one_per, printed.of.clone()), printed: Some(printed), what }
    }

    /// One of `what` for every so many of an indicator, as an office sets it.
    pub fn own(number: f64, of: &str, what: &str, atlas: &Atlas, lang: Lang) -> Self {
        let words = standard(lang, atlas, number, of, what).trim_start_matches(": ").to_owned();
        Self { standard: Standard::OnePer(number, of.to_owned()), printed: None, what: words }
    }

    /// What it asks for in the units of a level, or in one territory, of which there may be `have` already.
    ///
    /// # Errors
    /// The indicator has no values at that date.
    pub fn needs(
        &self,
        atlas: &Atlas,
        date: Date,
        level: Level,
        of: Option<(&Code, Option<f64>)>,
    ) -> Result<Vec<Need>, AtlasError> {
        let mut needs = self.standard.needs(atlas, date, level)?;
        if let Some((code, have)) = of {
            needs.retain(|need| need.code == *code);
            for need in &mut needs {
                need.there = have.or(need.there);
            }
        }
        Ok(needs)
    }

    /// Who prints it, or that the office sets it.
    pub fn origin(&self, lang: Lang) -> String {
        match self.printed {
            Some(printed) => texts::standard_printed(lang, lang.pick(&printed.printed)),
            None => lang.text(texts::STANDARD_OWN).to_owned(),
        }
    }

    /// What the numbers it is computed from refer to; a typed one has no date.
    pub fn when(&self, atlas: &Atlas, date: Option<Date>, lang: Lang) -> String {
        let Some(date) = date else { return lang.text(texts::STANDARD_TYPED).to_owned() };
        let known = atlas.indicator(self.standard.indicator());
        let at = known.map_or(date.into(), |indicator| indicator.period.ending(date));
        let when = texts::standard_date(lang, reference_phrase(lang, at));
        match self.standard {
            Standard::Value(..) => format!("{when} {}", lang.text(texts::STANDARD_PARTS)),
            Standard::OnePer(..) => when,
        }
    }

    /// The needs as a sheet, with what must be known of them below.
    pub fn workbook(&self, needs: &[Need], atlas: &Atlas, date: Option<Date>, lang: Lang) -> Workbook {
        let text = |text| lang.text(text).to_owned();
        let head = [
            texts::TABLE_CODE,
            texts::TABLE_TERRITORY,
            texts::STANDARD_BASE,
            texts::STANDARD_NEEDED,
            texts::STANDARD_THERE,
            texts::STANDARD_MISSING,
        ];
        let cell = |value: Option<f64>, decimals| {
            value.map_or(Cell::Empty, |value| Cell::Number { value, decimals })
        };
        let row = |need: &Need| {
            vec![
                Cell::text(need.code.as_str()),
                Cell::text(&need.name),
                cell(need.base, 0),
                cell(need.needed, DECIMALS),
                cell(need.there, DECIMALS),
                cell(need.missing(), DECIMALS),
            ]
        };
        let mut notes = vec![
            self.what.clone(),
            self.origin(lang),
            self.when(atlas, date, lang),
            text(texts::STANDARD_NEGATIVE),
        ];
        let hypothesis = atlas.hypothesis().filter(|_| is_of_ambiti(needs));
        notes.extend(hypothesis.map(|hypothesis| HypothesisWords::of(lang, hypothesis).full));
        let values = Sheet {
            name: text(texts::SHEET_VALUES),
            head: head.map(text).to_vec(),
            widths: vec![9.0, 30.0, 14.0, 14.0, 14.0, 14.0],
            rows: needs.iter().map(row).collect(),
            frozen: 2,
            notes,
        };
        Workbook { title: self.what.clone(), decimal_comma: lang == Lang::It, sheets: vec![values] }
    }
}

/// What the window asks of a standard, and the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    pub comparison: Comparison,
    pub date: Date,
    pub needs: Vec<Need>,
}

impl Asking {
    /// For the selected territories or, if none is, for every Ambito; at the latest date of what is counted. How many there are is
    /// known of one alone. `None` while the form is not filled in.
    pub fn new(state: &State, form: &StandardForm) -> Option<Self> {
        let (atlas, lang) = (&state.bundle.atlas, state.settings.lang);
        let comparison = match &form.printed {
            Some(id) => {
                let printed = printed_standards().iter().find(|known| known.id == *id)?;
                Comparison::printed(printed, atlas, lang)
            }
            None => {
                let number = form.one_per.filter(|number| (1e-6..=1e12).contains(number))?;
                Comparison::own(number, RESIDENTS, form.what.trim(), atlas, lang)
            }
        };
        let date = atlas.usual_date(atlas.catalogue.get(comparison.standard.indicator())?)?;
        let places = Self::places(state);
        let needs = match places.as_slice() {
            [] => comparison.needs(atlas, date, Level::Ambiti, None).ok()?,
            [(level, code)] => comparison.needs(atlas, date, *level, Some((code, form.have))).ok()?,
            several => {
                let own = |(level, code): &(Level, Code)| {
                    comparison.needs(atlas, date, *level, Some((code, None))).ok()
                };
                several.iter().filter_map(own).flatten().collect()
            }
        };
        Some(Self { comparison, date, needs })
    }

    /// The selected territories, with their levels.
    pub fn places(state: &State) -> Vec<(Level, Code)> {
        let territories = &state.bundle.atlas.territories;
        let level = |code: &Code| Some((territories.find(code)?.0, code.clone()));
        state.document.map.selected.iter().filter_map(level).collect()
    }

    /// The territory of which it can be said how many there are: the only one selected.
    pub fn place(state: &State) -> Option<(Level, Code)> {
        match <[_; 1]>::try_from(Self::places(state)) {
            Ok([only]) => Some(only),
            Err(_) => None,
        }
    }
}

/// Whether a hypothesis about the Ambiti concerns them.
pub(crate) fn is_of_ambiti(needs: &[Need]) -> bool {
    needs.iter().any(|need| need.level == Level::Ambiti)
}

/// What one territory needs, and what it lacks: "Ambito di Corsico (117.654): ne servono 29,4; con 22 ne mancano 7,4."
pub fn line(need: &Need, atlas: &Atlas, lang: Lang) -> String {
    let place = marked(lang, atlas, need.level, &need.code, lang.territory(need.level, &need.name));
    let (Some(base), Some(needed)) = (need.base, need.needed) else {
        let why = lang.absence(need.absence.unwrap_or(Absence::Missing));
        let [least, greatest] = [need.between.map(|(low, _)| low), need.between.map(|(_, high)| high)];
        return match least.zip(greatest) {
            Some((least, greatest)) => {
                let number = |x: f64| number(lang, x, DECIMALS);
                texts::standard_between(lang, place, why, number(least), number(greatest))
            }
            None => texts::standard_unknown(lang, place, why),
        };
    };
    let one = |x: f64| number(lang, x, DECIMALS);
    let base = in_aside(lang, compact_number(lang, base, 1), need.quality);
    let Some((there, missing)) = need.there.zip(need.missing()) else {
        return texts::standard_needed(lang, place, base, one(needed));
    };
    let there = compact_number(lang, there, 1);
    match missing > 0.0 {
        true => texts::standard_missing(lang, place, base, one(needed), there, one(missing)),
        false => texts::standard_enough(lang, place, base, one(needed), there, one(-missing)),
    }
}
