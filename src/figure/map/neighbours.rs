//! The neighbours of the units of a level, from the base map.

use geo::Centroid;

use crate::base::Level;
use crate::geo::adjacency::Adjacency;
use crate::stats::space::{Neighbours, Weights};

use super::basemap::Basemap;

/// Spatial weights of the units of a level, in unit order.
///
/// Groups touch where their Comuni do. Nobody outside the territory is known: units at its edge have the neighbours they have inside.
pub fn weights(basemap: &Basemap, level: Level, neighbours: Neighbours) -> Weights {
    match neighbours {
        Neighbours::Queen => Weights::contiguity(&of_level(basemap, level, basemap.topology().neighbours())),
        Neighbours::Rook => {
            Weights::contiguity(&of_level(basemap, level, &basemap.topology().rook_neighbours()))
        }
        Neighbours::Nearest(k) => Weights::nearest(&centroids(basemap, level), k),
        Neighbours::Within(metres) => Weights::within(&centroids(basemap, level), metres),
    }
}

fn of_level(basemap: &Basemap, level: Level, comuni: &Adjacency) -> Adjacency {
    let group = basemap.membership(level);
    let unit = |comune: u32| group.get(comune as usize).copied().flatten();
    let pairs = comuni.pairs().filter_map(|(a, b)| Some((unit(a)?, unit(b)?)));
    Adjacency::from_pairs(basemap.level(level).outlines().len(), pairs)
}

/// The centroid of each unit, in metres; not a number for one without an area, which is then near to nobody.
fn centroids(basemap: &Basemap, level: Level) -> Vec<[f64; 2]> {
    let of =
        |outline: &geo::MultiPolygon<f64>| outline.centroid().map_or([f64::NAN; 2], |at| [at.x(), at.y()]);
    basemap.level(level).outlines().iter().map(of).collect()
}
