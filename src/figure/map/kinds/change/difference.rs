//! The difference between two dates.

use crate::base::{Date, Level, decimal};
use crate::data::{
    Absence, Atlas, Bilingual, Bounds, Caption, Kind, Limited, Method, Note, Quality, Query, Table, Value,
};
use crate::document::MapSpec;
use crate::figure::allowed::Asked;
use crate::figure::remark::Remark;
use crate::stats::classes::{Intervals, Scheme};

use crate::figure::precision;
use crate::figure::wording::change_text;
use crate::figure::{FigureError, KindError};
use crate::i18n::{Lang, texts};

/// The direction of a change, decided on exact values, because rounded ones may hide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    /// No change.
    Same,
}

impl Direction {
    /// Every direction, in the order they are mentioned.
    pub const ALL: [Self; 3] = [Self::Up, Self::Down, Self::Same];

    /// The direction of a difference made by [`difference`] or [`Moved::by`].
    pub fn of(difference: f64) -> Self {
        match difference {
            x if x > 0.0 => Self::Up,
            x if x < 0.0 => Self::Down,
            _ => Self::Same,
        }
    }

    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Same => "same",
        }
    }
}

/// A value at two dates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// At the earlier date.
    pub before: f64,
    /// At the later one.
    pub now: f64,
}

impl Moved {
    /// A change, unless digits of it or of the two values, as they are written beside it, depend on what the source
    /// withholds: its very direction could then be another.
    ///
    /// # Errors
    /// Why there is none: the more serious of the reasons of the two values, or that parts are withheld.
    pub fn between(before: Limited, now: Limited, caption: Caption<'_>) -> Result<Self, Absence> {
        let moved = match (before.0, now.0) {
            (Ok(before), Ok(now)) => Self { before, now },
            (before, now) => return Err(gravest(now.err(), before.err())),
        };
        let limits = [(before.1, moved.before), (now.1, moved.now)]
            .map(|(bounds, value)| bounds.unwrap_or((value, value)));
        let is_certain = moved.is_certain(limits, moved.caption(caption).decimals);
        if is_certain { Ok(moved) } else { Err(Absence::Suppressed) }
    }

    /// Whether the two values and their difference have these decimals wherever within their limits they lie.
    fn is_certain(
        self,
        [(least_before, most_before), (least_now, most_now)]: [(f64, f64); 2],
        decimals: usize,
    ) -> bool {
        let by = (decimal::difference(least_now, most_before), decimal::difference(most_now, least_before));
        let all = [(least_before, most_before), (least_now, most_now), by];
        all.into_iter().all(|(least, most)| precision::alike(decimals, least, most))
    }

    /// The most decimals, up to some, with which nothing that is written of the change depends on what is withheld.
    pub(in crate::figure) fn most_decimals(self, bounds: [Bounds; 2], own: usize, most: usize) -> usize {
        let limits = [(bounds[0], self.before), (bounds[1], self.now)]
            .map(|(bounds, value)| bounds.unwrap_or((value, value)));
        (own..=most).rev().find(|decimals| self.is_certain(limits, *decimals)).unwrap_or(own)
    }

    /// The difference, as it would be on paper.
    pub fn by(self) -> f64 {
        decimal::difference(self.now, self.before)
    }

    /// The indicator, with the decimals at which the difference agrees with the two rounded values.
    pub fn caption(self, caption: Caption<'_>) -> Caption<'_> {
        let ends = [self.before, self.now];
        let written = precision::of_move(caption.decimals, ends, caption.kind == Kind::Count);
        Caption { decimals: written.decimals, ..caption }
    }

    /// The difference in words, with the decimals of `caption`: "about" if it is not that of the two values as they are
    /// then written.
    pub fn text(self, lang: Lang, caption: Caption<'_>) -> String {
        let by = change_text(lang, caption, Ok(self.by()));
        match precision::agrees(caption.decimals, [self.before, self.now]) {
            true => by,
            false => texts::about(lang, by),
        }
    }

    /// The direction of the change.
    pub fn direction(self) -> Direction {
        Direction::of(self.by())
    }
}

/// What a map of differences is computed from.
#[derive(Clone, Debug)]
pub struct Change {
    pub earlier: Table,
    pub later: Table,
    /// The overall values at both dates, pooled.
    pub overall: Option<Moved>,
    /// Each unit at both dates, or why there is no change to be told.
    moves: Vec<Result<Moved, Absence>>,
}

impl Change {
    /// Computes the values at both dates.
    pub(in crate::figure) fn new(spec: &MapSpec, from: Date, atlas: &Atlas) -> Result<Self, FigureError> {
        if from >= spec.date {
            return Err(KindError::DatesOutOfOrder.into());
        }
        let indicator = atlas.indicator(&spec.indicator)?;
        Asked::Differences.of(indicator)?;
        let caption = Caption::from(indicator);
        let change = |earlier: &Table, later: &Table| -> Vec<Result<Moved, Absence>> {
            let rows = earlier.rows.iter().zip(&later.rows);
            rows.map(|(before, now)| Moved::between(before.limited(), now.limited(), caption)).collect()
        };
        let overall =
            |date| atlas.compute(&Query { date, level: Level::Ats, method: Method::Pooled, ..spec.query() });
        let earlier = atlas.compute(&Query { date: from, ..spec.query() })?;
        let later = atlas.compute(&spec.query())?;
        let overall = change(&overall(from)?, &overall(spec.date)?).into_iter().next().and_then(Result::ok);
        let moves = change(&earlier, &later);
        Ok(Self { earlier, later, overall, moves })
    }

    /// A unit at both dates; `None` where there is no change to be told.
    pub fn moved(&self, unit: usize) -> Option<Moved> {
        self.moves.get(unit)?.ok()
    }

    /// Between what the change of a unit lies, where both its values lie between known ends.
    pub(in crate::figure) fn limits(&self, unit: usize) -> Bounds {
        let ends = [&self.earlier, &self.later].map(|table| {
            let (value, bounds) = table.rows[unit].limited();
            bounds.or_else(|| value.ok().map(|value| (value, value)))
        });
        let [(least_before, most_before), (least_now, most_now)] = [ends[0]?, ends[1]?];
        Some((decimal::difference(least_now, most_before), decimal::difference(most_now, least_before)))
    }

    /// The status of the two values of each unit that has both.
    pub(in crate::figure) fn status(&self) -> impl Iterator<Item = [Quality; 2]> + '_ {
        let both = self.earlier.rows.iter().zip(&self.later.rows);
        both.filter(|(before, now)| before.value.is_ok() && now.value.is_ok())
            .map(|(before, now)| [before.quality, now.quality])
    }

    /// How many units changed in this direction.
    pub fn count(&self, direction: Direction) -> usize {
        let units = 0..self.later.rows.len();
        units.filter_map(|unit| self.moved(unit)).filter(|moved| moved.direction() == direction).count()
    }

    /// The differences, as a table at the later date.
    pub(in crate::figure) fn table(&self) -> Table {
        let mut table = self.later.clone();
        for ((row, earlier), moved) in table.rows.iter_mut().zip(&self.earlier.rows).zip(&self.moves) {
            row.value = moved.map(Moved::by);
            (row.bounds, row.hidden, row.lacking) = (None, 0, None);
            row.quality = row.quality.max(earlier.quality);
        }
        table.datasets.extend(self.earlier.datasets.iter().cloned());
        table.datasets.sort();
        table.datasets.dedup();
        table
    }
}

/// A value minus an earlier one, without the noise of binary fractions; where either is missing, the more serious
/// reason.
pub fn difference(now: Value, before: Value) -> Value {
    match (now, before) {
        (Ok(now), Ok(before)) => Ok(Moved { before, now }.by()),
        (now, before) => Err(gravest(now.err(), before.err())),
    }
}

/// The more serious of two reasons, at least one of which must be present.
pub(in crate::figure) fn gravest(a: Option<Absence>, b: Option<Absence>) -> Absence {
    a.max(b).unwrap_or(Absence::Missing)
}

/// The intervals with an edge at zero, so that no class contains both growth and decline and the colour tells the
/// sign. The nearer edge of the class around zero is moved, unless only moving the farther one leaves no class empty.
/// `None` when nothing needs moving, or when the edges of the scheme have a meaning of their own (deviations,
/// quartiles, round or typed numbers).
pub(in crate::figure) fn edge_on_zero(
    intervals: &Intervals,
    values: &[f64],
    scheme: Scheme,
) -> Option<Intervals> {
    let free = [Scheme::EqualInterval, Scheme::Quantile, Scheme::FisherJenks, Scheme::HeadTail];
    let class = intervals.class_of(0.0)?;
    let (lower, upper) = intervals.bounds(class);
    if !free.contains(&scheme) || lower >= 0.0 || upper <= 0.0 {
        return None;
    }
    let moved = |edge: usize| {
        let mut uppers = intervals.uppers().to_vec();
        uppers[edge] = 0.0;
        Intervals::new(intervals.lower(), uppers)
    };
    let below = class.checked_sub(1).map(moved);
    let above = (class + 1 < intervals.len()).then(|| moved(class));
    let [near, far] = if -lower <= upper { [below, above] } else { [above, below] };
    let empties = |candidate: &Intervals| candidate.counts(values).contains(&0);
    match (near, far) {
        (Some(near), Some(far)) if empties(&near) && !empties(&far) => Some(far),
        (near, far) => near.or(far),
    }
}

/// The notes on breaks of the series between the two dates, each once.
pub(in crate::figure) fn breaks<'a>(
    datasets: &[String],
    from: Date,
    to: Date,
    atlas: &'a Atlas,
) -> Vec<&'a Note> {
    let used = atlas.datasets.iter().filter(|dataset| datasets.contains(&dataset.meta.id));
    used.flat_map(|dataset| &dataset.meta.notes).filter(|note| note.parts(from, to)).collect()
}

/// How the series breaks between two dates, each break once.
pub fn breaks_between(datasets: &[String], from: Date, to: Date, atlas: &Atlas) -> Vec<Bilingual> {
    breaks(datasets, from, to, atlas).into_iter().map(|note| note.text.clone()).collect()
}

/// The remarks on a map of differences.
pub(in crate::figure) fn remarks(table: &Table, from: Date, atlas: &Atlas) -> Vec<Remark> {
    let remark = |what| Remark::SeriesBreak { what };
    breaks_between(&table.datasets, from, table.date, atlas).into_iter().map(remark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::classes::classify;

    fn uppers(values: &[f64], scheme: Scheme, k: usize) -> Option<Vec<f64>> {
        let classes = classify(values, scheme, k, &[]).unwrap();
        edge_on_zero(&classes.intervals, values, scheme).map(|i| i.uppers().to_vec())
    }

    #[test]
    fn the_nearer_edge_goes_to_zero() {
        // Equal thirds of −3…6 already have an edge at zero; those of −2…7 end at 1, 4 and 7.
        assert_eq!(uppers(&[-3.0, 1.0, 6.0], Scheme::EqualInterval, 3), None);
        assert_eq!(uppers(&[-2.0, 2.0, 7.0], Scheme::EqualInterval, 3), Some(vec![0.0, 4.0, 7.0]));
        // −5…4: edges at −2, 1 and 4; the class around zero is the second, and 1 is nearer.
        assert_eq!(uppers(&[-5.0, -1.0, 2.0, 4.0], Scheme::EqualInterval, 3), Some(vec![-2.0, 0.0, 4.0]));
    }

    #[test]
    fn an_edge_that_would_empty_a_class_stays() {
        // As above, but (−2, 0] contains no value: moving 1 down would empty the second class.
        assert_eq!(uppers(&[-5.0, 0.5, 4.0], Scheme::EqualInterval, 3), Some(vec![0.0, 1.0, 4.0]));
    }

    #[test]
    fn one_sign_or_edges_with_a_meaning_stay_as_they_are() {
        assert_eq!(uppers(&[1.0, 2.0, 7.0], Scheme::EqualInterval, 3), None);
        assert_eq!(uppers(&[-5.0, -1.0, 2.0, 4.0], Scheme::StdDev, 0), None);
        assert_eq!(uppers(&[-5.0, 4.0], Scheme::EqualInterval, 1), None);
    }
}
