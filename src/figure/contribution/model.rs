//! The numbers of contributions to a change. Used by both the printed figure and the window.

use crate::analysis::{Contribution, Contributions, Undivided};
use crate::base::{Code, Level, decimal};
use crate::data::{Atlas, Bilingual, Caption, Kind, Period, Quality, Table};
use crate::document::{ContributionForm, ContributionSpec};
use crate::figure::allowed::Asked;
use crate::figure::map::kinds::change::{Moved, breaks_between};
use crate::figure::precision;
use crate::figure::quality::{self, Moves};
use crate::figure::remark::{Remark, Warned};
use crate::figure::{FigureError, KindError};
use crate::i18n::texts;

/// The numbers of a change and of what contributes to it.
#[derive(Clone, Debug)]
pub struct ContributionModel {
    /// The territory whose change it is.
    pub code: Code,
    pub name: String,
    pub level: Level,
    /// How many members it has, whether they are known or not.
    pub members: usize,
    /// The change and its parts; `None` where it cannot be divided, which a remark explains.
    pub divided: Option<Contributions>,
    /// The positions of the parts, from the highest contribution to the lowest.
    pub order: Vec<usize>,
    /// For each part, whether it is marked.
    pub selected: Vec<bool>,
    /// The decimals of contributions.
    pub decimals: usize,
    /// What the contributions come to as they are written, where that is not the change as it is written.
    pub written_sum: Option<f64>,
    /// How the series breaks between the dates.
    pub breaks: Vec<Bilingual>,
    /// The quality of the values at each date, where all are alike.
    pub quality: [Option<Quality>; 2],
    /// What is said of values that are not final, where they are not all alike.
    pub mixed: Vec<String>,
    /// The change, if for some members only one of the two values is final.
    pub(super) unlike: Option<Moves>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// What the values refer to.
    pub(super) period: Period,
}

impl ContributionModel {
    /// Divides the change.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; dates out of order; an indicator whose numbers are no quantities.
    pub fn new(spec: &ContributionSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        if spec.from >= spec.to {
            return Err(KindError::DatesOutOfOrder.into());
        }
        Asked::Differences.of(indicator)?;
        for code in &spec.selected {
            atlas.territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        }
        let (caption, (level, unit)) = (Caption::from(indicator), spec.territory(atlas));
        let of = spec.members(atlas);
        let whole = &atlas.territories.units(level)[unit];
        let mut remarks = Vec::new();
        let divided = match Contributions::of(atlas, &spec.indicator, (level, unit), of, [spec.from, spec.to])
        {
            Ok(divided) => Some(divided),
            Err(Undivided::Atlas(error)) => return Err(error.into()),
            Err(why) => {
                let why = match why {
                    Undivided::NotOfMembers => texts::CONTRIBUTION_NOT_OF_MEMBERS,
                    Undivided::NoMembers => texts::CONTRIBUTION_NO_MEMBERS,
                    Undivided::NoRate => texts::CONTRIBUTION_NO_RATE,
                    Undivided::NoGroups | Undivided::Atlas(_) => texts::CONTRIBUTION_NO_GROUPS,
                };
                remarks.push(Remark::Undivided { why });
                None
            }
        };
        let tables = divided.as_ref().map(|divided| divided.tables.each_ref());
        let mut datasets: Vec<String> =
            tables.iter().flatten().flat_map(|table| table.datasets.iter().cloned()).collect();
        datasets.sort();
        datasets.dedup();
        let breaks = breaks_between(&datasets, spec.from, spec.to, atlas);
        remarks.extend(breaks.iter().map(|what| Remark::SeriesBreak { what: what.clone() }));
        let members = divided.as_ref().map_or(0, |divided| divided.parts.len() + divided.absent.len());
        let parts = || divided.iter().flat_map(|divided| &divided.parts);
        let mut order: Vec<usize> = (0..parts().count()).collect();
        let by: Vec<f64> = parts().map(|part| part.by).collect();
        order.sort_by(|a, b| by[*b].total_cmp(&by[*a]));
        let is_marked = |part: &Contribution| spec.selected.contains(&part.code);
        let selected = parts().map(is_marked).collect();
        let (mut decimals, mut written_sum) = (caption.decimals, None);
        if let Some(divided) = &divided {
            (decimals, written_sum) = decimals_of(caption, divided);
            if let ([only], true) = (divided.parts.as_slice(), divided.absent.is_empty()) {
                remarks.push(Remark::OnlyMember {
                    name: only.name.clone(),
                    whole: whole.name.clone(),
                    level,
                });
            }
            if !divided.absent.is_empty() {
                let names = divided.absent.iter().map(|(member, _)| {
                    spec.lang.territory(divided.level, &divided.tables[1].rows[*member].name)
                });
                remarks.push(Remark::MembersAbsent { names: names.collect(), of: members });
            }
        }
        let own = |table: &Table| {
            let mut own = table.clone();
            let rows = parts().map(|part| table.rows[part.unit].clone());
            own.rows = rows.collect();
            own
        };
        let tables: Vec<Table> = tables.into_iter().flatten().map(own).collect();
        let quality = [0, 1].map(|at| tables.get(at).and_then(quality::of_table));
        let unlike: Vec<&Table> = tables.iter().filter(|table| quality::of_table(table).is_none()).collect();
        let mixed = quality::of_tables(spec.lang, atlas, &unlike);
        let status = match tables.as_slice() {
            [before, now] => before.rows.iter().zip(&now.rows).map(|(a, b)| [a.quality, b.quality]).collect(),
            _ => Vec::new(),
        };
        let unlike = Moves::unlike(&spec.indicator, [spec.from.into(), spec.to.into()], status);
        let model = Self {
            code: whole.code.clone(),
            name: whole.name.clone(),
            level,
            members,
            divided,
            order,
            selected,
            decimals,
            written_sum,
            breaks,
            quality,
            mixed,
            unlike,
            datasets,
            period: caption.period,
        };
        Ok(Warned { value: model, remarks })
    }

    /// The territory at both dates.
    pub fn moved(&self) -> Option<Moved> {
        self.divided.as_ref().map(|divided| Moved { before: divided.ends[0], now: divided.ends[1] })
    }

    /// The parts, from the highest contribution to the lowest, each with whether it is marked.
    pub fn parts(&self) -> impl Iterator<Item = (&Contribution, bool)> {
        let parts = self.divided.as_ref().map(|divided| divided.parts.as_slice()).unwrap_or_default();
        self.order.iter().filter_map(move |at| Some((parts.get(*at)?, self.selected[*at])))
    }

    /// What is drawn: whether the change can be divided as the spec asks.
    pub fn shows_sides(&self, spec: &ContributionSpec) -> bool {
        spec.form == ContributionForm::Sides && self.has_sides()
    }

    /// Whether it is the rate of a numerator and a denominator.
    pub fn has_sides(&self) -> bool {
        self.divided.as_ref().is_some_and(|divided| divided.effects.is_some())
    }
}

/// The decimals with which no contribution is written as zero and, where that takes no more than one, their sum is the change
/// as it is written; and that sum, where it is not.
pub(in crate::figure) fn decimals_of(caption: Caption<'_>, divided: &Contributions) -> (usize, Option<f64>) {
    let ends = divided.ends;
    let moved = Moved { before: ends[0], now: ends[1] }.caption(caption).decimals;
    let effects = divided.effects.into_iter().flatten();
    let by = || divided.parts.iter().map(|part| part.by);
    let least = precision::of_differences(moved, by().chain(effects).collect::<Vec<_>>().into_iter());
    let sum = |decimals: usize| decimal::sum(by().map(|by| decimal::rounded(by, decimals)));
    let agrees = |decimals: &usize| {
        decimal::rounded(sum(*decimals), *decimals) == decimal::rounded(divided.change(), *decimals)
    };
    let most = if caption.kind == Kind::Count { least } else { least + 1 };
    match (least..=most).find(agrees) {
        Some(decimals) => (decimals, None),
        None => (least, Some(sum(least))),
    }
}
