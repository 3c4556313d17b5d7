//! What the members of a territory contribute to its change between two dates.

use crate::base::{Code, Date, Level, decimal};
use crate::data::{Absence, Atlas, AtlasError, Indicator, Method, Query, Row, Table, Value};
use crate::stats::contribution::{Ratio, Split, alone};

/// What one member contributes.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Its position among the units of its level.
    pub unit: usize,
    pub code: Code,
    pub name: String,
    /// Its own value at both dates; none where its denominator is zero.
    pub own: [Value; 2],
    /// What it contributes, in the unit of the indicator.
    pub by: f64,
    /// The same through its numerator and through its denominator, for a rate.
    pub effects: Option<[f64; 2]>,
}

/// The change of a territory, divided among its members.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// Level of the members.
    pub level: Level,
    /// The value of those that are known at both dates: of the territory itself, where all of them are.
    pub ends: [f64; 2],
    /// The change through the numerator and through the denominator; `None` where there is no denominator, or where the
    /// value is a mean whose weights are declared and not its own.
    pub effects: Option<[f64; 2]>,
    /// The value if the numerator alone had moved, and if the denominator alone had.
    pub alone: Option<[f64; 2]>,
    /// The members, in the order of the level. Their contributions add up to the change.
    pub parts: Vec<Contribution>,
    /// The members that are not known at both dates, and why.
    pub absent: Vec<(usize, Absence)>,
    /// The values of the units of that level at both dates.
    pub tables: [Table; 2],
}

/// Why a change is not divided.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum Undivided {
    #[error(transparent)]
    Atlas(#[from] AtlasError),
    /// The indicator has no value of a group that is made of those of its members.
    #[error("groups have no value of their own")]
    NoGroups,
    /// It is known of units as large as the territory, or larger.
    #[error("not known of its members")]
    NotOfMembers,
    /// No member is known at both dates.
    #[error("no member is known at both dates")]
    NoMembers,
    /// The denominator of the territory is zero at one of the dates.
    #[error("no rate at one of the dates")]
    NoRate,
}

/// The level of the members of a territory: the Ambiti of a larger one that is made of whole Ambiti, else the Comuni.
pub fn level_of_members(atlas: &Atlas, level: Level, unit: usize) -> Level {
    let ambiti = members_of(atlas, level, unit, Level::Ambiti);
    if level > Level::Ambiti && ambiti.is_some() { Level::Ambiti } else { Level::Comuni }
}

/// The units of a level that a territory is made of; `None` where it is not made of whole ones.
pub fn members_of(atlas: &Atlas, level: Level, unit: usize, of: Level) -> Option<Vec<usize>> {
    let whole = &atlas.territories.units(level)[unit].members;
    let has = |comune: &usize| whole.binary_search(comune).is_ok();
    let units = atlas.territories.units(of).iter().enumerate();
    let within: Vec<usize> =
        units.filter(|(_, unit)| unit.members.iter().any(has)).map(|(at, _)| at).collect();
    let comuni: usize = within.iter().map(|at| atlas.territories.units(of)[*at].members.len()).sum();
    (comuni == whole.len()).then_some(within)
}

impl Contributions {
    /// Divides the change of a territory, given by its level and position, among its members of another level.
    ///
    /// # Errors
    /// See [`Undivided`].
    pub fn of(
        atlas: &Atlas,
        indicator: &str,
        (level, unit): (Level, usize),
        members: Level,
        [from, to]: [Date; 2],
    ) -> Result<Self, Undivided> {
        let indicator = atlas.indicator(indicator)?;
        if !indicator.holds_for_groups() {
            return Err(Undivided::NoGroups);
        }
        let table = |date, level| {
            let method = Method::Pooled;
            atlas.compute(&Query { indicator: indicator.id.clone(), date, level, method })
        };
        let tables = [table(from, members)?, table(to, members)?];
        if members < indicator.known_at || members >= level {
            return Err(Undivided::NotOfMembers);
        }
        let within = members_of(atlas, level, unit, members).ok_or(Undivided::NotOfMembers)?;
        let (mut known, mut absent) = (Vec::new(), Vec::new());
        for &member in &within {
            let at = |which: usize, date| {
                sums(atlas, indicator, &tables[which].rows[member], date, (members, member))
            };
            match (at(0, from), at(1, to)) {
                (Ok(before), Ok(now)) => known.push((member, before, now)),
                (before, now) => {
                    absent.push((member, before.err().max(now.err()).unwrap_or(Absence::Missing)));
                }
            }
        }
        if known.is_empty() {
            return Err(Undivided::NoMembers);
        }
        let total = |pick: fn(&(usize, Ratio, Ratio)) -> Ratio| {
            [0, 1].map(|side| decimal::sum(known.iter().map(|one| pick(one)[side])))
        };
        let (before, now) = (total(|one| one.1), total(|one| one.2));
        let k = indicator.multiplier;
        let is_rate = !indicator.denominator.is_empty() || indicator.weight.is_some();
        let split = match is_rate {
            true => Some(Split::new(before, now).ok_or(Undivided::NoRate)?),
            false => None,
        };
        let rates = |[n, d]: Ratio| if is_rate { decimal::clean(k * n / d) } else { decimal::clean(k * n) };
        let mut ends = [rates(before), rates(now)];
        if absent.is_empty() {
            // As it is shown everywhere else.
            let own = [table(from, level)?, table(to, level)?].map(|table| table.rows[unit].value);
            ends = [own[0].unwrap_or(ends[0]), own[1].unwrap_or(ends[1])];
        }
        // The weights of a mean are not what the indicator is made of.
        let has_sides = is_rate && indicator.weight.is_none();
        let parts = known.iter().map(|(member, before, now)| {
            let effects = split.map(|split| split.of(*before, *now).map(|effect| k * effect));
            let by = match effects {
                Some([numerator, denominator]) => numerator + denominator,
                None => decimal::clean(k * decimal::difference(now[0], before[0])),
            };
            let rows = [0, 1].map(|at| &tables[at].rows[*member]);
            Contribution {
                unit: *member,
                code: rows[1].code.clone(),
                name: rows[1].name.clone(),
                own: rows.map(|row| row.value),
                by,
                effects: effects.filter(|_| has_sides),
            }
        });
        let parts: Vec<Contribution> = parts.collect();
        let effects = split.filter(|_| has_sides).map(|split| split.of(before, now).map(|one| k * one));
        let alone = has_sides.then(|| alone(before, now).map(|one| k * one));
        Ok(Self { level: members, ends, effects, alone, parts, absent, tables })
    }

    /// The whole change.
    pub fn change(&self) -> f64 {
        decimal::difference(self.ends[1], self.ends[0])
    }
}

/// The numerator and the denominator of a member; of a weighted mean, its value by its weight and that weight.
fn sums(
    atlas: &Atlas,
    indicator: &Indicator,
    row: &Row,
    date: Date,
    (level, unit): (Level, usize),
) -> Result<Ratio, Absence> {
    let Some(weight) = &indicator.weight else {
        let denominator = row.denominator.unwrap_or(Ok(1.0))?;
        return Ok([row.numerator?, denominator]);
    };
    let members = &atlas.territories.units(level)[unit].members;
    let weight = atlas.sum_of(&weight.terms, date, members).unwrap_or(Err(Absence::Missing))?;
    // A member with weight zero needs no value.
    let value = if weight == 0.0 { 0.0 } else { row.value? };
    Ok([weight * value / indicator.multiplier, weight])
}
