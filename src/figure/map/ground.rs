//! The ground of a map: the part of the territory that its frame asks for, and the territory it is about close up.

use std::sync::LazyLock;

use geo::{Coord, Rect};

use crate::base::{Code, Level};
use crate::data::Territories;
use crate::document::{Degrees, MapFrame, MapSpec};
use crate::figure::FigureError;
use crate::geo::projection::Projection;

use super::basemap::Basemap;
use super::frame::extent;

/// Around territories shown whole, as a share of the longer side of their extent.
const MARGIN: f64 = 0.12;
/// The least of it, in metres: a small Comune is shown with some of its surroundings.
const LEAST_MARGIN: f64 = 1_500.0;

static PROJECTION: LazyLock<Projection> = LazyLock::new(Projection::utm32);

/// A part given in metres (UTM 32N): west, south, east, north. `None` where these are no such metres.
pub fn part_of_metres([west, south, east, north]: [f64; 4]) -> Option<MapFrame> {
    let degrees = |x, y| PROJECTION.unproject(Coord { x, y }).ok();
    let (low, high) = (degrees(west, south)?, degrees(east, north)?);
    Some(MapFrame::Part(Degrees { west: low.x, south: low.y, east: high.x, north: high.y }))
}

/// A part in metres, between the same two corners. `None` where they are not near here.
fn metres(frame: &MapFrame) -> Option<Rect<f64>> {
    let corner = |x, y| PROJECTION.project_coord(Coord { x, y }).ok();
    let (low, high) = match *frame {
        MapFrame::Part(Degrees { west, south, east, north }) => (corner(west, south)?, corner(east, north)?),
        MapFrame::Metres([west, south, east, north]) => {
            (Coord { x: west, y: south }, Coord { x: east, y: north })
        }
        MapFrame::All | MapFrame::Selected | MapFrame::Unit(_) => return None,
    };
    (low.x < high.x && low.y < high.y).then(|| Rect::new(low, high))
}

/// The ground of a frame, in metres.
///
/// # Errors
/// A territory that does not exist, or a part that shows nothing of the territory.
pub fn ground(
    frame: &MapFrame,
    selected: &[Code],
    territories: &Territories,
    basemap: &Basemap,
) -> Result<Rect<f64>, FigureError> {
    let whole = extent(basemap.areas()).unwrap_or_else(|| Rect::new((0.0, 0.0), (1.0, 1.0)));
    let around = |codes: &[Code]| -> Result<Rect<f64>, FigureError> {
        let mut shapes = Vec::new();
        for code in codes {
            let found = territories.find(code);
            let (level, unit) = found.ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
            shapes.extend(territories.units(level)[unit].members.iter().map(|&i| &basemap.areas()[i]));
        }
        let Some(of) = extent(shapes) else { return Ok(whole) };
        let margin = (MARGIN * of.width().max(of.height())).max(LEAST_MARGIN);
        let (low, high) = (of.min(), of.max());
        Ok(Rect::new((low.x - margin, low.y - margin), (high.x + margin, high.y + margin)))
    };
    match frame {
        MapFrame::All => Ok(whole),
        MapFrame::Selected if selected.is_empty() => Ok(whole),
        MapFrame::Selected => around(selected),
        MapFrame::Unit(code) => around(std::slice::from_ref(code)),
        MapFrame::Part(_) | MapFrame::Metres(_) => {
            let part = metres(frame).ok_or(FigureError::FrameOutside)?;
            let apart = part.max().x <= whole.min().x
                || part.min().x >= whole.max().x
                || part.max().y <= whole.min().y
                || part.min().y >= whole.max().y;
            if apart { Err(FigureError::FrameOutside) } else { Ok(part) }
        }
    }
}

/// The Ambito or ASST that a map shows close up, with its level and position: its neighbours are only its surroundings.
pub fn close_up(spec: &MapSpec, territories: &Territories) -> Option<(Level, usize)> {
    let code = match (&spec.frame, spec.selected.as_slice()) {
        (MapFrame::Unit(code), _) => code,
        (MapFrame::Selected, [only]) => only,
        _ => return None,
    };
    territories.find(code).filter(|(level, _)| matches!(level, Level::Ambiti | Level::Asst))
}

/// The territory that a map shows close up: the rest is faint.
pub struct Focus {
    pub level: Level,
    pub unit: usize,
    /// Which units of the map's level belong to it.
    pub units: Vec<bool>,
}

impl Focus {
    /// Whether this is the territory shown close up.
    pub fn is(&self, code: &Code, territories: &Territories) -> bool {
        territories.units(self.level)[self.unit].code == *code
    }

    pub fn of(spec: &MapSpec, territories: &Territories) -> Option<Self> {
        let (level, unit) = close_up(spec, territories)?;
        let of_level = territories.membership(spec.level);
        let mut units = vec![false; territories.units(spec.level).len()];
        for unit in territories.units(level)[unit].members.iter().filter_map(|&member| of_level[member]) {
            units[unit as usize] = true;
        }
        Some(Self { level, unit, units })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metres_come_back_as_they_were() {
        let sides = [480_000.0, 5_010_000.0, 545_000.0, 5_060_000.0];
        let Some(MapFrame::Part(degrees)) = part_of_metres(sides) else { panic!("near here") };
        // Krüger's series (Karney 2011) in Python.
        let expected = [8.745_161_734_1, 45.243_209_006_9, 9.577_955_485_8, 45.692_090_702_7];
        let own = [degrees.west, degrees.south, degrees.east, degrees.north];
        for (side, expected) in own.into_iter().zip(expected) {
            assert!((side - expected).abs() < 1e-7, "{degrees:?}");
        }
        let back = metres(&MapFrame::Part(degrees)).expect("sound");
        for (a, b) in [back.min().x, back.min().y, back.max().x, back.max().y].into_iter().zip(sides) {
            assert!((a - b).abs() < 0.01, "{a} {b}");
        }
    }
}
