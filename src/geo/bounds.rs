//! The rectangle around many polygons.

use geo::{Coord, CoordsIter, MultiPolygon, Rect};

use super::ring::is_finite;

/// The smallest rectangle around all finite coordinates; `None` when there are none.
pub fn bounds<'a>(polygons: impl IntoIterator<Item = &'a MultiPolygon>) -> Option<Rect> {
    around(polygons.into_iter().flat_map(|polygon| polygon.exterior_coords_iter()))
}

/// The smallest rectangle around the finite coordinates; `None` when there are none.
pub fn around(coords: impl IntoIterator<Item = Coord>) -> Option<Rect> {
    let mut finite = coords.into_iter().filter(|&coord| is_finite(coord));
    let first = finite.next()?;
    let (min, max) = finite.fold((first, first), |(min, max), coord| {
        let min = (min.x.min(coord.x), min.y.min(coord.y));
        let max = (max.x.max(coord.x), max.y.max(coord.y));
        (min.into(), max.into())
    });
    Some(Rect::new(min, max))
}
