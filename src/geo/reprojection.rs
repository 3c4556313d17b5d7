//! From the reference systems in which Italian boundaries are published to the plane of our maps.

use geo::{Coord, MapCoords, MultiPolygon};
use proj4rs::Proj;
use proj4rs::adaptors::transform_xy;

use super::projection::{Projection, ProjectionError};

/// Monte Mario (Roma 40) to WGS 84: the seven parameters for the peninsula, accurate to about 4 m (EPSG:1660).
const MONTE_MARIO: &str = "+ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68";
/// ED50 to WGS 84: three parameters, the mean for western Europe, accurate to about 10 m (EPSG:1133).
const ED50: &str = "+ellps=intl +towgs84=-87,-98,-121";
/// ETRS89 and RDN2008 are within a metre of WGS 84 and treated as identical to it.
const WGS84: &str = "+datum=WGS84";

/// A transformation from one reference system to WGS 84 / UTM 32N.
#[derive(Debug)]
pub struct Reprojection {
    from: Proj,
    geographic: Proj,
    in_degrees: bool,
    is_same: bool,
    to: Projection,
}

/// The PROJ definition of a reference system by its EPSG number; `None` for unknown ones. Axes are east before north,
/// as in files.
fn definition(epsg: u32) -> Option<String> {
    let utm = |zone: u32, datum: &str| format!("+proj=utm +zone={zone} {datum} +units=m +no_defs");
    let gauss = |meridian: u32, east: u32| {
        format!(
            "+proj=tmerc +lat_0=0 +lon_0={meridian} +k=0.9996 +x_0={east} +y_0=0 {MONTE_MARIO} +units=m +no_defs"
        )
    };
    Some(match epsg {
        // WGS 84, ETRS89, RDN2008.
        4326 | 4258 | 6706 => format!("+proj=longlat {WGS84} +no_defs"),
        4265 => format!("+proj=longlat {MONTE_MARIO} +no_defs"),
        4230 => format!("+proj=longlat {ED50} +no_defs"),
        32_601..=32_660 => utm(epsg - 32_600, WGS84),
        25_828..=25_838 => utm(epsg - 25_800, WGS84),
        6707..=6709 => utm(epsg - 6675, WGS84),
        7791..=7793 => utm(epsg - 7759, WGS84),
        23_028..=23_038 => utm(epsg - 23_000, ED50),
        3003 => gauss(9, 1_500_000),
        3004 => gauss(15, 2_520_000),
        3857 => "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m \
                 +nadgrids=@null +no_defs"
            .to_owned(),
        3035 => format!("+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 {WGS84} +units=m +no_defs"),
        // RDN2008 / Italy zone, in both axis orders.
        6875 | 7794 => {
            format!("+proj=tmerc +lat_0=0 +lon_0=12 +k=0.9985 +x_0=7000000 +y_0=0 {WGS84} +units=m +no_defs")
        }
        _ => return None,
    })
}

impl Reprojection {
    /// The transformation from the system with this EPSG number; `None` for unknown ones.
    pub fn from_epsg(epsg: u32) -> Option<Self> {
        let from = Proj::from_proj_string(&definition(epsg)?).ok()?;
        let geographic = Proj::from_proj_string(&definition(4326)?).ok()?;
        let in_degrees = matches!(epsg, 4326 | 4258 | 6706 | 4265 | 4230);
        let is_same = matches!(epsg, 32_632 | 25_832 | 6707 | 7791);
        Some(Self { from, geographic, in_degrees, is_same, to: Projection::utm32() })
    }

    /// Projects every coordinate; fails at the first one that is not finite, or not within 30 degrees of the meridian
    /// of UTM 32. Coordinates already in UTM 32 stay as they are.
    ///
    /// Equal coordinates stay equal, so shared borders stay shared. O(n).
    ///
    /// # Errors
    /// See [`ProjectionError`].
    pub fn project(&self, polygon: &MultiPolygon) -> Result<MultiPolygon, ProjectionError> {
        polygon.try_map_coords(|coord| self.project_coord(coord))
    }

    /// Projects one coordinate.
    ///
    /// # Errors
    /// See [`ProjectionError`].
    pub fn project_coord(&self, coord: Coord) -> Result<Coord, ProjectionError> {
        let Coord { x, y } = coord;
        if self.is_same {
            // Unprojecting tells whether the place is in this zone, but costs more than the rest of reading a file.
            return if is_in_the_middle(coord) { Ok(coord) } else { self.to.unproject(coord).map(|_| coord) };
        }
        let (east, north) = if self.in_degrees { (x.to_radians(), y.to_radians()) } else { (x, y) };
        if !super::ring::is_finite(coord) {
            return Err(ProjectionError::NotFinite { x, y });
        }
        let out_of_range = ProjectionError::OutOfRange { x, y };
        let Ok((lon, lat)) = transform_xy(&self.from, &self.geographic, east, north) else {
            return Err(out_of_range);
        };
        let degrees = Coord { x: lon.to_degrees(), y: lat.to_degrees() };
        self.to.project_coord(degrees).map_err(|_| out_of_range)
    }
}

/// Whether a place in metres is well inside the zone: within 1,500 km of its meridian, between the equator and 54°
/// north. Even at the corners of that box the longitude is only 22 of the allowed 30 degrees from the meridian.
fn is_in_the_middle(metres: Coord) -> bool {
    (-1e6..=2e6).contains(&metres.x) && (0.0..=6e6).contains(&metres.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_the_zone_lies_within_it() {
        let projection = Projection::utm32();
        for (x, y) in [(-1e6, 0.0), (-1e6, 6e6), (2e6, 0.0), (2e6, 6e6), (-1e6, 3e6), (2e6, 3e6), (5e5, 6e6)]
        {
            let degrees = projection.unproject(Coord { x, y }).expect("a place of the zone");
            assert!((degrees.x - 9.0).abs() < 24.0, "{degrees:?}");
        }
        let same = Reprojection::from_epsg(32_632).expect("a known system");
        assert!(same.project_coord(Coord { x: f64::NAN, y: 5e6 }).is_err());
        assert!(same.project_coord(Coord { x: 5e5, y: f64::INFINITY }).is_err());
    }
}
