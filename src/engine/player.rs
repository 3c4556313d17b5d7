//! The dates of an indicator as the player of the map goes through them.

use std::sync::Arc;

use crate::base::{Date, Level};
use crate::data::{Atlas, Bilingual, Method, Query};
use crate::document::{ClassSpan, MapSpec, Representation};
use crate::figure::breaks_between;
use crate::i18n::{Text, texts};
use crate::io::Bundle;

use super::state::State;

/// A date, and how the series breaks between the one before and this.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub date: Date,
    pub breaks: Vec<Bilingual>,
    /// Years without a date between the one before and this.
    pub missing: i16,
}

/// The dates of the indicator of the map, computed once.
#[derive(Debug)]
pub struct Known {
    of: Arc<Bundle>,
    indicator: String,
    pub stops: Arc<Vec<Stop>>,
}

impl Known {
    pub fn new(state: &State) -> Self {
        let (of, indicator) = (Arc::clone(&state.bundle), state.document.map.indicator.clone());
        let stops = Arc::new(stops(&indicator, &of.atlas));
        Self { of, indicator, stops }
    }

    /// Whether they still are those of the map.
    pub fn is_of(&self, state: &State) -> bool {
        Arc::ptr_eq(&self.of, &state.bundle) && self.indicator == state.document.map.indicator
    }
}

/// The dates of an indicator; none where there is nothing to go through.
pub fn stops(indicator: &str, atlas: &Atlas) -> Vec<Stop> {
    let Some(known) = atlas.catalogue.get(indicator) else { return Vec::new() };
    let dates = atlas.dates(known);
    if dates.len() < 2 {
        return Vec::new();
    }
    let mut before: Option<(Date, Vec<String>)> = None;
    let mut stops = Vec::with_capacity(dates.len());
    for date in dates {
        let query =
            Query { indicator: indicator.to_owned(), date, level: Level::Ats, method: Method::Pooled };
        let datasets = atlas.compute(&query).map(|table| table.datasets).unwrap_or_default();
        let (breaks, missing) = match &before {
            Some((earlier, own)) => {
                let both: Vec<String> = own.iter().chain(&datasets).cloned().collect();
                let years = known.period.of(date.into()).year() - known.period.of((*earlier).into()).year();
                (breaks_between(&both, *earlier, date, atlas), (years - 1).max(0))
            }
            None => (Vec::new(), 0),
        };
        stops.push(Stop { date, breaks, missing });
        before = Some((date, datasets));
    }
    stops
}

/// The date to go to from one: the next or the one before; `None` at either end.
pub fn step(stops: &[Stop], from: Date, is_forward: bool) -> Option<Date> {
    match is_forward {
        true => stops.iter().map(|stop| stop.date).find(|date| *date > from),
        false => stops.iter().rev().map(|stop| stop.date).find(|date| *date < from),
    }
}

/// What is the same on the map of every date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayedScale {
    /// Classes are those of all dates.
    Fixed,
    /// Classes are made anew at each date, and could be those of all.
    OfEachDate,
    /// This kind of map has no classes to share.
    Own,
    /// Circles are scaled anew at each date.
    Circles,
}

impl PlayedScale {
    pub fn of(map: &MapSpec) -> Self {
        match (map.representation, map.classes.span) {
            (Representation::Symbols, _) => Self::Circles,
            _ if !map.kind.shares_classes() => Self::Own,
            (_, ClassSpan::AllDates) => Self::Fixed,
            (_, ClassSpan::ThisDate) => Self::OfEachDate,
        }
    }

    pub fn text(self) -> Text {
        match self {
            Self::Fixed => texts::PLAYER_FIXED,
            Self::OfEachDate | Self::Own => texts::PLAYER_OF_EACH,
            Self::Circles => texts::PLAYER_CIRCLES,
        }
    }
}
