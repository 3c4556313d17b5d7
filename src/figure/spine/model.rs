//! The numbers of a profile. Used by both the printed figure and the window.

use crate::base::{Code, Date, Level, decimal};
use crate::data::{Atlas, Caption, Indicator, Kind, Method, Polarity, Quality, Query, Table, Value};
use crate::document::{SpinePeers, SpineSpec};
use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::check::{SMALL, is_small};
use crate::figure::map::kinds::change::{Moved, breaks_between};
use crate::figure::precision;
use crate::figure::quality::Moves;
use crate::figure::remark::{Remark, Warned};
use crate::figure::table::{Spark, spark_of_unit};
use crate::figure::withheld::Withheld;
use crate::stats::Place;
use crate::stats::describe::{Summary, describe};

/// With fewer values than this, quarters of them mean nothing.
pub const LEAST_OF_QUARTERS: usize = 4;

/// With fewer peers than this a place or a quartile hangs on a few of them.
const FEW_PEERS: usize = 10;

/// Which side of the ATS is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Better,
    Worse,
    /// No polarity is declared, or there is no difference.
    Neither,
}

impl Verdict {
    fn of(polarity: Polarity, value: f64, ats: f64) -> Self {
        let by = decimal::difference(value, ats);
        match polarity {
            Polarity::Neither => Self::Neither,
            _ if by == 0.0 => Self::Neither,
            Polarity::HigherIsBetter if by > 0.0 => Self::Better,
            Polarity::HigherIsWorse if by < 0.0 => Self::Better,
            Polarity::HigherIsBetter | Polarity::HigherIsWorse => Self::Worse,
        }
    }

    /// The name used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Neither => "neither",
        }
    }
}

/// What happened since the date before.
#[derive(Clone, Debug, PartialEq)]
pub enum Before {
    Moved(Date, Moved),
    /// The series breaks in between.
    Broken(Date),
    /// There is no earlier date, or no value there.
    Nothing,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct SpineRow {
    pub indicator: String,
    pub date: Date,
    /// The position of its theme in the catalogue.
    pub theme: usize,
    /// The value of the territory; `None` where there is none.
    pub value: Option<Value>,
    pub quality: Quality,
    /// The value of the ATS, where it compares with the others.
    pub ats: Option<f64>,
    /// The values of all peers together; `None` where none has one.
    pub peers: Option<Summary>,
    pub place: Option<Place>,
    pub is_unrounded: bool,
    /// Whether its value is a rate that stands on fewer than ten people.
    pub is_small: bool,
    pub verdict: Verdict,
    pub before: Before,
    /// Its course up to the date, where it is asked for.
    pub spark: Spark,
    /// Ids of the datasets behind its values.
    pub(super) datasets: Vec<String>,
    /// Peers whose value is withheld.
    pub(super) withheld: Vec<Withheld>,
    /// The change since then, if only one of the two values is final.
    pub(super) unlike: Option<Moves>,
}

impl SpineRow {
    /// Whether all peers have the same value.
    pub fn is_constant(&self) -> bool {
        self.peers.is_some_and(|peers| peers.n > 1 && precision::same(peers.min, peers.max))
    }

    /// The quartiles, where there are values enough.
    pub fn quartiles(&self) -> Option<[f64; 3]> {
        let peers = self.peers.filter(|peers| peers.n >= LEAST_OF_QUARTERS)?;
        Some([peers.q1, peers.median, peers.q3])
    }

    /// What stands in the middle: the ATS or, without it, the median.
    pub fn middle(&self) -> Option<f64> {
        self.ats.or(self.peers.map(|peers| peers.median))
    }

    /// The value, if it is there.
    pub fn known(&self) -> Option<f64> {
        self.value.and_then(Result::ok)
    }
}

/// The numbers of a profile.
#[derive(Clone, Debug)]
pub struct SpineModel {
    /// The territory: its code, its name and its level.
    pub own: Option<(Code, String, Level)>,
    /// Level of the peers.
    pub level: Level,
    /// How many there are, the territory included.
    pub count: usize,
    /// The Ambito whose Comuni they are.
    pub within: Option<String>,
    /// The rows, by theme.
    pub rows: Vec<SpineRow>,
    /// Ids of the datasets behind the values, sorted.
    pub datasets: Vec<String>,
}

impl SpineModel {
    /// Computes the profile.
    ///
    /// # Errors
    /// An unknown indicator, date or territory; an indicator whose numbers are no quantities.
    pub fn new(spec: &SpineSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        for code in &spec.selected {
            atlas.territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        }
        let own = spec.territory(atlas);
        let level = own.map_or(Level::Ambiti, |(level, _)| level);
        let units = atlas.territories.units(level);
        let mut remarks = Vec::new();
        let (mut peers, mut within) = ((0..units.len()).collect::<Vec<usize>>(), None);
        if let (Some((Level::Comuni, unit)), SpinePeers::Near) = (own, spec.peers) {
            let ambiti = atlas.territories.units(Level::Ambiti);
            match ambiti.iter().find(|ambito| ambito.members.contains(&unit)) {
                Some(ambito) if ambito.members.len() > 1 => {
                    peers.clone_from(&ambito.members);
                    within = Some(ambito.name.clone());
                }
                Some(_) => remarks.push(Remark::OnlyComune { name: units[unit].name.clone() }),
                None => {}
            }
        }
        let mut rows = Vec::new();
        for one in &spec.indicators {
            let indicator = atlas.indicator(&one.indicator)?;
            Asked::Quartiles.of(indicator)?;
            let at = |date, level| {
                atlas.compute(&Query { indicator: indicator.id.clone(), date, level, method: Method::Pooled })
            };
            let table = at(one.date, level)?;
            let (before, unlike) = match own {
                Some((_, unit)) => before(indicator, &table, unit, atlas, &|date| at(date, level))?,
                None => (Before::Nothing, None),
            };
            let ats = at(one.date, Level::Ats)?.rows.first().and_then(|row| row.value.ok());
            // Three million residents are no middle for anybody.
            let ats = ats.filter(|_| indicator.kind != Kind::Count && level != Level::Ats);
            let named = |unit: &usize| {
                let row = &table.rows[*unit];
                Withheld::of(|| spec.lang.territory(level, &row.name), row.value, row.bounds)
            };
            let withheld = peers.iter().filter_map(named).collect();
            let row = row(indicator, &table, own.map(|(_, unit)| unit), &peers, ats, before, atlas);
            let spark = match own.filter(|_| spec.sparklines) {
                Some((level, unit)) => spark_of_unit(&one.indicator, one.date, level, unit, atlas),
                None => Spark::new(),
            };
            rows.push(SpineRow { withheld, unlike, spark, ..row });
        }
        rows.sort_by_key(|row| row.theme);
        remarks.extend(of_rows(&rows));
        let datasets = datasets_of(&rows);
        if (2..FEW_PEERS).contains(&peers.len()) {
            remarks.push(Remark::FewPeers { count: peers.len() });
        }
        let own = own.map(|(level, unit)| (units[unit].code.clone(), units[unit].name.clone(), level));
        let model = Self { own, level, count: peers.len(), within, rows, datasets };
        Ok(Warned { value: model, remarks })
    }

    /// The same with these rows alone, and the remarks on them.
    pub(super) fn of_rows(&self, remarks: &[Remark], shown: &[usize]) -> Warned<Self> {
        let rows: Vec<SpineRow> = shown.iter().filter_map(|row| self.rows.get(*row).cloned()).collect();
        let of_all = of_rows(&self.rows);
        let of_peers = remarks.iter().filter(|remark| !of_all.contains(remark)).cloned();
        let remarks = of_peers.chain(of_rows(&rows)).collect();
        let Self { own, level, count, within, .. } = self.clone();
        let datasets = datasets_of(&rows);
        Warned { value: Self { own, level, count, within, rows, datasets }, remarks }
    }

    /// Whether the ATS stands in the middle of some row.
    pub fn has_ats(&self) -> bool {
        self.rows.iter().any(|row| row.ats.is_some())
    }

    /// Whether the median stands in the middle of some row, because the ATS has no value there.
    pub fn has_medians(&self) -> bool {
        self.rows.iter().any(|row| row.ats.is_none() && row.peers.is_some())
    }

    /// Whether some mark has the colour of better or worse.
    pub fn has_verdicts(&self) -> bool {
        self.rows.iter().any(|row| row.verdict != Verdict::Neither)
    }
}

/// The remarks on some rows.
fn of_rows(rows: &[SpineRow]) -> Vec<Remark> {
    let count = |is: &dyn Fn(&SpineRow) -> bool| rows.iter().filter(|row| is(row)).count();
    let constant = count(&SpineRow::is_constant);
    let absent = count(&|row| matches!(row.value, Some(Err(_))));
    let small = count(&|row| row.is_small);
    let of_counts = [
        (constant, Remark::ConstantRows { count: constant }),
        (absent, Remark::AbsentIndicators { count: absent }),
        (small, Remark::SmallRows { people: SMALL, count: small }),
    ];
    let mut remarks = Vec::new();
    if rows.iter().all(|row| row.peers.is_none()) {
        remarks.push(Remark::NoValues);
    }
    remarks.extend(of_counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, remark)| remark));
    if rows.iter().any(|row| row.is_unrounded) {
        remarks.push(Remark::Unrounded);
    }
    remarks
}

/// Ids of the datasets behind some rows, sorted.
fn datasets_of(rows: &[SpineRow]) -> Vec<String> {
    let mut all: Vec<String> = rows.iter().flat_map(|row| row.datasets.iter().cloned()).collect();
    all.sort();
    all.dedup();
    all
}

fn row(
    indicator: &Indicator,
    table: &Table,
    own: Option<usize>,
    peers: &[usize],
    ats: Option<f64>,
    before: Before,
    atlas: &Atlas,
) -> SpineRow {
    let values: Vec<f64> = peers.iter().filter_map(|unit| table.rows[*unit].value.ok()).collect();
    let value = own.map(|unit| table.rows[unit].value);
    let known = value.and_then(Result::ok);
    let place = known.filter(|_| values.len() > 1).map(|value| Place::among(value, values.iter().copied()));
    let is_unrounded =
        known.is_some_and(|value| precision::is_close(indicator.decimals, value, values.iter().copied()));
    let verdict = match (known, ats) {
        (Some(value), Some(ats)) => Verdict::of(indicator.polarity, value, ats),
        _ => Verdict::Neither,
    };
    let themes = atlas.catalogue.themes();
    SpineRow {
        spark: Spark::new(),
        indicator: indicator.id.clone(),
        date: table.date,
        theme: themes.iter().position(|theme| theme.id == indicator.theme).unwrap_or(themes.len()),
        value,
        // Without a territory a row is about all of them, and is as uncertain as the least certain.
        quality: match own {
            Some(unit) => table.rows[unit].quality,
            None => peers.iter().map(|unit| table.rows[*unit].quality).max().unwrap_or_default(),
        },
        ats,
        peers: describe(&values).ok(),
        place,
        is_unrounded,
        is_small: own.is_some_and(|unit| known.is_some() && is_small(indicator, &table.rows[unit])),
        verdict,
        before,
        datasets: table.datasets.clone(),
        withheld: Vec::new(),
        unlike: None,
    }
}

/// What happened since the date before: the last one that compares, as a date off the series does not.
fn before(
    indicator: &Indicator,
    table: &Table,
    unit: usize,
    atlas: &Atlas,
    at: &dyn Fn(Date) -> Result<Table, crate::data::AtlasError>,
) -> Result<(Before, Option<Moves>), FigureError> {
    let earlier = atlas.dates(indicator).into_iter().rev().filter(|date| *date < table.date);
    let mut broken = None;
    for date in earlier {
        let before = at(date)?;
        let mut datasets = table.datasets.clone();
        datasets.extend(before.datasets.iter().cloned());
        if !breaks_between(&datasets, date, table.date, atlas).is_empty() {
            broken = broken.or(Some(date));
            continue;
        }
        let ends = [&before, table].map(|table| table.rows[unit].limited());
        let Ok(moved) = Moved::between(ends[0], ends[1], Caption::from(indicator)) else {
            return Ok((Before::Nothing, None));
        };
        let status = [before.rows[unit].quality, table.rows[unit].quality];
        let unlike = Moves::unlike(&indicator.id, [date.into(), table.date.into()], [status]);
        return Ok((Before::Moved(date, moved), unlike));
    }
    Ok((broken.map_or(Before::Nothing, Before::Broken), None))
}
