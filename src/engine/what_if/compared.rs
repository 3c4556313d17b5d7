//! The Ambiti that the hypothesis changes, before and after.

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Caption, Method, Value};
use crate::figure::{Moved, value_text};
use crate::i18n::Lang;

use crate::engine::state::State;

/// The indicator that counts residents.
const RESIDENTS: &str = "residenti";

/// What an Ambito has, officially or in the hypothesis; `None` where there is no such Ambito.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// How many Comuni.
    pub comuni: usize,
    pub residents: Option<f64>,
    /// The indicator of the map, at its date and by its method.
    pub value: Value,
}

/// An Ambito that the hypothesis changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub code: Code,
    pub name: String,
    pub before: Option<Side>,
    pub after: Option<Side>,
}

impl Compared {
    /// Both values and their difference, with the decimals at which the three agree.
    pub fn told(&self, lang: Lang, caption: Caption<'_>) -> ([Option<String>; 2], Option<String>) {
        let sides = [&self.before, &self.after].map(|side| side.as_ref().map(|side| side.value));
        let moved = match sides {
            [Some(Ok(before)), Some(Ok(now))] => Some(Moved { before, now }),
            _ => None,
        };
        let caption = moved.map_or(caption, |moved| moved.caption(caption));
        let written = sides.map(|value| value.map(|value| value_text(lang, caption, value)));
        (written, moved.map(|moved| moved.text(lang, caption)))
    }
}

/// The Ambiti that the hypothesis changes, by name, and the date of their residents.
pub fn compared(state: &State) -> (Vec<Compared>, Option<Date>) {
    let atlas = &state.bundle.atlas;
    let Some(hypothesis) = atlas.hypothesis() else { return (Vec::new(), None) };
    let map = &state.document.map;
    let counted =
        atlas.indicator(RESIDENTS).ok().and_then(|indicator| atlas.nearest_date(indicator, map.date));
    let side = |members: &[usize]| Side {
        comuni: members.len(),
        residents: counted.and_then(|date| total(atlas, date, members)),
        value: atlas
            .value_of(&map.indicator, map.date, members, map.method)
            .unwrap_or(Err(crate::data::Absence::Missing)),
    };
    let members = |territories: &crate::data::Territories, code: &Code| {
        let at = territories.position(Level::Ambiti, code)?;
        Some(side(&territories.units(Level::Ambiti)[at].members))
    };
    let of = |(name, code): (&String, &Code)| Compared {
        code: code.clone(),
        name: name.clone(),
        before: members(&hypothesis.official, code),
        after: members(&atlas.territories, code),
    };
    (hypothesis.touched().into_iter().map(of).collect(), counted)
}

fn total(atlas: &Atlas, date: Date, members: &[usize]) -> Option<f64> {
    atlas.value_of(RESIDENTS, date, members, Method::Pooled).ok()?.ok()
}
