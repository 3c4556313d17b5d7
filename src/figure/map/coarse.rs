//! The shapes of small maps, with no more points than can be seen there.

use std::sync::OnceLock;

use geo::{LineString, MultiPolygon};

use crate::base::Level;
use crate::geo::topology::Topology;

/// The tolerance of the finest detail, in metres; that of each other is twice the one before.
const FINEST: f64 = 16.0;
const DETAILS: usize = 8;

/// The shapes at each detail, computed when first needed.
#[derive(Debug, Default)]
pub(super) struct Coarse([Detail; DETAILS]);

#[derive(Debug, Default)]
struct Detail {
    topology: OnceLock<Topology>,
    outlines: [OnceLock<Vec<MultiPolygon<f64>>>; 4],
    borders: [OnceLock<Vec<LineString<f64>>>; 4],
}

/// The shapes at one detail.
#[derive(Clone, Copy)]
pub struct CoarseShapes<'a> {
    detail: &'a Detail,
    topology: &'a Topology,
    membership: &'a [Vec<Option<u32>>; 4],
}

impl Coarse {
    /// The coarsest shapes of which no point is farther than that many metres from where it is, of those Comuni and their groups.
    pub fn shapes<'a>(
        &'a self,
        full: &'a Topology,
        membership: &'a [Vec<Option<u32>>; 4],
        tolerance: f64,
    ) -> CoarseShapes<'a> {
        let at = (tolerance.max(FINEST) / FINEST).log2().floor() as usize;
        let at = at.min(DETAILS - 1);
        let (detail, tolerance) = (&self.0[at], FINEST * f64::from(1 << at));
        let topology = detail.topology.get_or_init(|| full.simplified(tolerance));
        CoarseShapes { detail, topology, membership }
    }
}

impl<'a> CoarseShapes<'a> {
    /// Outline of each unit, in metres.
    pub fn outlines(self, level: Level) -> &'a [MultiPolygon<f64>] {
        let Self { detail, topology, membership } = self;
        detail.outlines[level as usize].get_or_init(|| {
            if level == Level::Comuni {
                return (0..topology.len()).map(|i| topology.polygon(i)).collect();
            }
            let group = &membership[level as usize];
            let units = group.iter().flatten().max().map_or(0, |&last| last as usize + 1);
            let mut outlines = vec![MultiPolygon(Vec::new()); units];
            for (unit, outline) in topology.dissolve(group) {
                outlines[unit as usize] = outline;
            }
            outlines
        })
    }

    /// The borders between the units of a level.
    pub fn borders(self, level: Level) -> &'a [LineString<f64>] {
        let Self { detail, topology, membership } = self;
        detail.borders[level as usize].get_or_init(|| topology.borders(&membership[level as usize]))
    }

    /// The outline of several Comuni together.
    pub fn together(self, members: &[usize]) -> Vec<MultiPolygon<f64>> {
        let mut group = vec![None; self.topology.len()];
        for &member in members {
            group[member] = Some(0);
        }
        self.topology.dissolve(&group).into_iter().map(|(_, outline)| outline).collect()
    }
}
