//! The contents of a slope chart, computed. Used by both the printed figure and the window.

use crate::base::{Code, Level};
use crate::data::{Absence, Atlas, Bilingual, Caption, Kind, Method, Period, Quality, Query, Row, Table};
use crate::document::SlopeSpec;
use crate::figure::FigureError;
use crate::figure::KindError;
use crate::figure::allowed::Asked;
use crate::figure::map::kinds::change::{self, Moved};
use crate::figure::pair::not_pooled;
use crate::figure::precision;
use crate::figure::quality::{self, Moves};
use crate::figure::remark::{Remark, Warned};
use crate::figure::withheld::Withheld;
use crate::i18n::Lang;
use crate::stats::Place;

/// The role of a line in its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlopeRole {
    /// Another unit of the level.
    Context,
    Benchmark,
    /// A territory that is followed.
    Selected,
}

/// Up to this many lines of the context are named where nothing is selected.
const NAMED: usize = 20;

/// One territory at both dates.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeLine {
    pub code: Code,
    pub name: String,
    pub level: Level,
    pub role: SlopeRole,
    pub moved: Moved,
    /// Its rank among the units of its level at each date; `None` if it is the only one.
    pub places: Option<[Place; 2]>,
    /// Whether its rank at one of them rests on digits that are not shown.
    pub is_unrounded: bool,
}

/// The values of the units of a level at a date, and what is withheld of them.
pub(super) type Peers = (Vec<f64>, Vec<Withheld>);

/// The numbers of a slope chart.
#[derive(Clone, Debug)]
pub struct SlopeModel {
    /// The lines: context, ATS, then selected ones in the order of the selection.
    pub lines: Vec<SlopeLine>,
    /// How many units of the level have no value at one of the dates.
    pub absent: usize,
    /// How the series breaks between the dates; no line then joins them.
    pub breaks: Vec<Bilingual>,
    /// The quality of the values at each date, where all are alike.
    pub quality: [Option<Quality>; 2],
    /// What is said of values that are not final, where they are not all alike.
    pub mixed: Vec<String>,
    /// The change, if for some territories only one of the two values is final.
    pub(super) unlike: Option<Moves>,
    /// Of each level with lines, that of the chart first: the values of the units at each date, and what is withheld of them.
    pub(super) peers: Vec<(Level, [Peers; 2])>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
    /// What the values refer to.
    pub(super) period: Period,
}

/// Whether a line of the ATS has a place beside the others: three million residents would flatten every one of them.
pub fn compares_with_ats(spec: &SlopeSpec, caption: Caption<'_>) -> bool {
    caption.kind != Kind::Count && spec.level != Level::Ats
}

/// The units of a level at both dates.
struct Pair {
    level: Level,
    before: Table,
    now: Table,
}

impl Pair {
    fn new(spec: &SlopeSpec, level: Level, atlas: &Atlas) -> Result<Self, FigureError> {
        // As a benchmark the ATS is always pooled; as the requested level it follows the requested method.
        let is_beside = level == Level::Ats && spec.level != Level::Ats;
        let method = if is_beside { Method::Pooled } else { spec.method };
        let at = |date| atlas.compute(&Query { indicator: spec.indicator.clone(), date, level, method });
        Ok(Self { level, before: at(spec.from)?, now: at(spec.to)? })
    }

    /// How a unit changed, or why it is not told.
    fn moved(&self, unit: usize, caption: Caption<'_>) -> Result<Moved, Absence> {
        Moved::between(self.before.rows[unit].limited(), self.now.rows[unit].limited(), caption)
    }

    /// The values at each date, and what is withheld of them.
    fn compared(&self, lang: Lang) -> [(Vec<f64>, Vec<Withheld>); 2] {
        [&self.before, &self.now].map(|table| {
            let of =
                |row: &Row| Withheld::of(|| lang.territory(self.level, &row.name), row.value, row.bounds);
            (table.present().collect(), table.rows.iter().filter_map(of).collect())
        })
    }

    /// Whether a unit has both values, and no change that could be told.
    fn is_uncertain(&self, unit: usize, caption: Caption<'_>) -> bool {
        let has_both = [&self.before, &self.now].iter().all(|table| table.rows[unit].value.is_ok());
        has_both && self.moved(unit, caption).is_err()
    }

    fn line(&self, unit: usize, role: SlopeRole, caption: Caption<'_>) -> Option<SlopeLine> {
        let row = &self.now.rows[unit];
        let moved = self.moved(unit, caption).ok()?;
        let places = (self.now.rows.len() > 1).then(|| {
            let place = |value, table: &Table| Place::among(value, table.present());
            [place(moved.before, &self.before), place(moved.now, &self.now)]
        });
        let is_unrounded = [(moved.before, &self.before), (moved.now, &self.now)]
            .into_iter()
            .any(|(value, table)| precision::is_close(caption.decimals, value, table.present()));
        let (code, name) = (row.code.clone(), row.name.clone());
        Some(SlopeLine { code, name, level: self.level, role, moved, places, is_unrounded })
    }
}

impl SlopeModel {
    /// Computes the slope chart.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; dates out of order. An indicator without a single value is not an
    /// error.
    pub fn new(spec: &SlopeSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        if spec.from >= spec.to {
            return Err(KindError::DatesOutOfOrder.into());
        }
        Asked::Differences.of(indicator)?;
        let caption = Caption::from(indicator);
        let mut pairs = vec![Pair::new(spec, spec.level, atlas)?];
        let mut followed = Vec::new();
        for code in &spec.selected {
            let (level, unit) =
                atlas.territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
            if pairs.iter().all(|pair| pair.level != level) {
                pairs.push(Pair::new(spec, level, atlas)?);
            }
            if !followed.contains(&(level, unit)) {
                followed.push((level, unit));
            }
        }
        let of = |level| pairs.iter().find(|pair| pair.level == level);
        let own = &pairs[0];
        let units = 0..own.now.rows.len();
        let is_followed = |unit: &usize| followed.contains(&(spec.level, *unit));
        let mut lines: Vec<SlopeLine> = units
            .clone()
            .filter(|unit| !is_followed(unit))
            .filter_map(|unit| own.line(unit, SlopeRole::Context, caption))
            .collect();
        let uncertain = units.clone().filter(|unit| own.is_uncertain(*unit, caption)).count();
        let absent = units.filter(|unit| own.moved(*unit, caption).is_err()).count() - uncertain;
        if spec.ats
            && compares_with_ats(spec, caption)
            && !followed.iter().any(|(level, _)| *level == Level::Ats)
        {
            lines.extend(Pair::new(spec, Level::Ats, atlas)?.line(0, SlopeRole::Benchmark, caption));
        }
        let (mut absent_selected, mut uncertain_selected) = (Vec::new(), 0);
        for (level, unit) in &followed {
            let Some(pair) = of(*level) else { continue };
            match pair.line(*unit, SlopeRole::Selected, caption) {
                Some(line) => lines.push(line),
                // Those of its level are counted already.
                None if pair.is_uncertain(*unit, caption) => {
                    uncertain_selected += usize::from(*level != spec.level);
                }
                None => absent_selected.push(pair.now.rows[*unit].name.clone()),
            }
        }
        let mut datasets = own.now.datasets.clone();
        datasets.extend(own.before.datasets.iter().cloned());
        datasets.sort();
        datasets.dedup();
        let breaks = change::breaks_between(&datasets, spec.from, spec.to, atlas);
        let broken = |what: &Bilingual| Remark::SeriesBreak { what: what.clone() };
        let mut remarks: Vec<Remark> = breaks.iter().map(broken).collect();
        if lines.is_empty() {
            remarks.push(Remark::NoSlopes);
        }
        remarks.extend(not_pooled(spec.level, spec.method));
        if absent > 0 {
            remarks.push(Remark::AbsentAtEitherDate { count: absent });
        }
        if uncertain + uncertain_selected > 0 {
            remarks.push(Remark::UncertainChange { count: uncertain + uncertain_selected });
        }
        let is_of_other = |line: &&SlopeLine| {
            line.role == SlopeRole::Selected && ![spec.level, Level::Ats].contains(&line.level)
        };
        let others: Vec<String> = lines
            .iter()
            .filter(is_of_other)
            .map(|line| spec.lang.territory(line.level, &line.name))
            .collect();
        if !others.is_empty()
            && spec.level != Level::Ats
            && lines.iter().any(|line| line.role == SlopeRole::Context)
        {
            remarks.push(Remark::OfOtherLevel { names: others, level: spec.level });
        }
        if !absent_selected.is_empty() {
            remarks.push(Remark::SelectedAbsent { names: absent_selected });
        }
        let tables = [&own.before, &own.now];
        let quality = tables.map(quality::of_table);
        let unlike: Vec<&Table> =
            tables.into_iter().filter(|table| quality::of_table(table).is_none()).collect();
        let mixed = quality::of_tables(spec.lang, atlas, &unlike);
        let rows = own.before.rows.iter().zip(&own.now.rows);
        let both = rows.filter(|(before, now)| before.value.is_ok() && now.value.is_ok());
        let status = both.map(|(before, now)| [before.quality, now.quality]);
        let unlike = Moves::unlike(&spec.indicator, [spec.from.into(), spec.to.into()], status);
        let peers = pairs.iter().map(|pair| (pair.level, pair.compared(spec.lang))).collect();
        let period = caption.period;
        let model = Self { lines, absent, breaks, quality, mixed, unlike, peers, datasets, period };
        if model.shows_places() && model.lines.iter().any(|line| line.is_unrounded) {
            remarks.push(Remark::Unrounded);
        }
        Ok(Warned { value: model, remarks })
    }

    /// Whether the lines of the context have names.
    pub(super) fn names_context(&self) -> bool {
        self.of(SlopeRole::Selected).next().is_none() && self.of(SlopeRole::Context).count() <= NAMED
    }

    /// Whether a rank is written at some line.
    pub fn shows_places(&self) -> bool {
        let has_place = |line: &SlopeLine| line.places.is_some();
        self.of(SlopeRole::Selected).any(has_place)
            || (self.names_context() && self.of(SlopeRole::Context).any(has_place))
    }

    /// The lines with this role, in order.
    pub fn of(&self, role: SlopeRole) -> impl Iterator<Item = &SlopeLine> {
        self.lines.iter().filter(move |line| line.role == role)
    }
}
