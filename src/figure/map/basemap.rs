//! The shapes of every map: the Comuni, projected, and the outlines derived from them.

use std::sync::{Arc, OnceLock};

use geo::MultiPolygon;

use crate::base::{Code, Level};
use crate::data::{Bilingual, Territories};
use crate::geo::label::{LabelPoint, label_point};
use crate::geo::projection::{Projection, ProjectionError};
use crate::geo::topology::Topology;

use super::coarse::{Coarse, CoarseShapes};

/// The Comuni in metres (ETRS89 / UTM 32N, as published by ISTAT) and the shapes dissolved from them.
#[derive(Debug)]
pub struct Basemap {
    areas: Arc<Vec<MultiPolygon<f64>>>,
    backdrop: Arc<Vec<MultiPolygon<f64>>>,
    topology: Arc<Topology>,
    membership: [Vec<Option<u32>>; 4],
    levels: [Arc<Shapes>; 4],
    coarse: Arc<Coarse>,
    /// Source and licence of the boundaries, as every figure must state them.
    pub credit: Bilingual,
}

/// The shapes of a level, computed when first needed.
#[derive(Debug, Default)]
struct Shapes {
    /// Empty for the Comuni, whose outlines exist from the start.
    outlines: OnceLock<Vec<MultiPolygon<f64>>>,
    labels: OnceLock<Vec<OnceLock<Option<LabelPoint>>>>,
}

/// The shapes of the units of one level, in unit order.
#[derive(Clone, Copy, Debug)]
pub struct LevelShapes<'a> {
    basemap: &'a Basemap,
    level: Level,
}

/// Why boundaries do not fit the territory.
#[derive(Debug, thiserror::Error)]
pub enum BasemapError {
    /// A Comune has no polygon.
    #[error("the boundaries have no polygon for the Comune {0}")]
    NoPolygon(Code),
    /// A polygon belongs to no Comune.
    #[error("the boundaries have a polygon for '{0}', which is no Comune of this territory")]
    UnknownCode(Code),
    /// A position is not on Earth.
    #[error("the polygon of {code}: {source}")]
    Projection { code: Code, source: ProjectionError },
}

impl Basemap {
    /// From polygons in degrees (WGS84, `[longitude, latitude]`), one for each Comune in any order, and the backdrop
    /// around them.
    pub fn new(
        territories: &Territories,
        polygons: Vec<(Code, MultiPolygon<f64>)>,
        backdrop: &[MultiPolygon<f64>],
        credit: Bilingual,
    ) -> Result<Self, BasemapError> {
        let projection = Projection::utm32();
        let project = |code: &Code, polygon: &MultiPolygon<f64>| {
            projection
                .project(polygon)
                .map_err(|source| BasemapError::Projection { code: code.clone(), source })
        };
        let around = Code::from("backdrop");
        let backdrop = backdrop.iter().map(|p| project(&around, p)).collect::<Result<_, _>>()?;
        let polygons = polygons.into_iter().map(|(code, polygon)| {
            let polygon = project(&code, &polygon)?;
            Ok((code, polygon))
        });
        Self::of_metres(territories, polygons.collect::<Result<_, _>>()?, backdrop, credit)
    }

    /// As [`new`](Self::new), from polygons already in metres (UTM 32N).
    ///
    /// # Errors
    /// A polygon that belongs to no Comune, or a Comune without one.
    pub(crate) fn of_metres(
        territories: &Territories,
        polygons: Vec<(Code, MultiPolygon<f64>)>,
        backdrop: Vec<MultiPolygon<f64>>,
        credit: Bilingual,
    ) -> Result<Self, BasemapError> {
        let comuni = territories.comuni();
        let mut areas: Vec<Option<MultiPolygon<f64>>> = vec![None; comuni.len()];
        for (code, polygon) in polygons {
            match territories.position(Level::Comuni, &code) {
                Some(i) => areas[i] = Some(polygon),
                None => return Err(BasemapError::UnknownCode(code)),
            }
        }
        let there = comuni.iter().zip(areas);
        let there =
            there.map(|(comune, area)| area.ok_or_else(|| BasemapError::NoPolygon(comune.code.clone())));
        let areas = there.collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            topology: Arc::new(Topology::build(&areas)),
            areas: Arc::new(areas),
            backdrop: Arc::new(backdrop),
            membership: Level::ALL.map(|level| territories.membership(level)),
            levels: Default::default(),
            coarse: Arc::default(),
            credit,
        })
    }

    /// The same boundaries with other Ambiti, whose outlines are dissolved anew.
    #[must_use]
    pub fn regrouped(&self, territories: &Territories) -> Self {
        let ambiti = Level::Ambiti as usize;
        let mut levels = self.levels.clone();
        levels[ambiti] = Arc::default();
        let mut membership = self.membership.clone();
        membership[ambiti] = territories.membership(Level::Ambiti);
        Self {
            areas: Arc::clone(&self.areas),
            backdrop: Arc::clone(&self.backdrop),
            topology: Arc::clone(&self.topology),
            membership,
            levels,
            coarse: Arc::default(),
            credit: self.credit.clone(),
        }
    }

    /// Polygon of each Comune, in metres.
    pub fn areas(&self) -> &[MultiPolygon<f64>] {
        &self.areas
    }

    /// The surrounding provinces, in metres.
    pub fn backdrop(&self) -> &[MultiPolygon<f64>] {
        &self.backdrop
    }

    /// For each Comune, the position of its unit at a level.
    pub fn membership(&self, level: Level) -> &[Option<u32>] {
        &self.membership[level as usize]
    }

    /// The shared borders of the Comuni.
    pub fn topology(&self) -> &Topology {
        &self.topology
    }

    /// The shapes with no more points than can be seen where that many metres cannot.
    pub(in crate::figure) fn coarse(&self, tolerance: f64) -> CoarseShapes<'_> {
        self.coarse.shapes(&self.topology, &self.membership, tolerance)
    }

    /// The shapes of a level, each derived from the shared borders of the Comuni when first needed.
    pub fn level(&self, level: Level) -> LevelShapes<'_> {
        LevelShapes { basemap: self, level }
    }
}

impl<'a> LevelShapes<'a> {
    /// Outline of each unit, in metres.
    pub fn outlines(self) -> &'a [MultiPolygon<f64>] {
        let Basemap { areas, topology, membership, levels, .. } = self.basemap;
        if self.level == Level::Comuni {
            return areas;
        }
        levels[self.level as usize].outlines.get_or_init(|| {
            let group = &membership[self.level as usize];
            let units = group.iter().flatten().max().map_or(0, |&last| last as usize + 1);
            let mut outlines = vec![MultiPolygon(Vec::new()); units];
            for (unit, outline) in topology.dissolve(group) {
                outlines[unit as usize] = outline;
            }
            outlines
        })
    }

    /// The position for the label or symbol of a unit.
    pub fn label(self, unit: usize) -> Option<LabelPoint> {
        let outlines = self.outlines();
        let labels = self.basemap.levels[self.level as usize]
            .labels
            .get_or_init(|| outlines.iter().map(|_| OnceLock::new()).collect());
        *labels.get(unit)?.get_or_init(|| label_point(&outlines[unit]))
    }

    /// Those positions for all units.
    pub fn labels(self) -> impl Iterator<Item = Option<LabelPoint>> + 'a {
        (0..self.outlines().len()).map(move |unit| self.label(unit))
    }
}
