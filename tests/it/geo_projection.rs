//! Projection against PROJ.

use atlante::geo::projection::{Projection, ProjectionError};
use atlante::geo::reprojection::Reprojection;
use geo::Coord;

use crate::geo_shapes::{cycles, polygon, rect, rect_ring, ring};

/// Longitude and latitude, easting and northing: pyproj 3.7.2 with PROJ 9.5.1,
/// `Transformer.from_crs(4326, 32632, always_xy=True)`, to the micrometre.
const PROJ: [[f64; 4]; 9] = [
    [9.18951, 45.46427, 514815.171223, 5034544.482564],
    [9.48964, 45.18331, 538467.868512, 5003430.745701],
    [8.77, 45.55, 482046.748123, 5044077.107169],
    [9.0, 45.0, 500000.0, 4982950.400227],
    [12.49637, 41.90278, 790021.083025, 4644895.958082],
    [18.51, 40.1, 1311214.365513, 4482439.512640],
    [6.63, 45.1, 313533.063453, 4996791.751922],
    [-15.0, 60.0, -818248.806955, 6895867.052451],
    [35.0, 35.0, 2899084.601436, 4198527.314831],
];

fn close(a: Coord, b: Coord, tolerance: f64) -> bool {
    (a.x - b.x).abs() <= tolerance && (a.y - b.y).abs() <= tolerance
}

#[test]
fn agrees_with_proj_to_the_micrometre() {
    let utm = Projection::utm32();
    for [lon, lat, x, y] in PROJ {
        let (degrees, metres) = (Coord { x: lon, y: lat }, Coord { x, y });
        let projected = utm.project_coord(degrees).unwrap();
        assert!(close(projected, metres, 2e-6), "{degrees:?}: {projected:?}");
        assert!(close(utm.unproject(metres).unwrap(), degrees, 1e-10), "{metres:?}");
    }
}

/// EPSG number, coordinates of Milano in that system, and the same in UTM 32N: pyproj 3.7.2 with PROJ 9.5.1,
/// `Transformer.from_crs(…, 32632, always_xy=True)`; Monte Mario and ED50 with the parameters named in the module.
const TO_UTM: [(u32, [f64; 2], [f64; 2]); 9] = [
    (4326, [9.19, 45.4642], [514853.495940, 5034536.796249]),
    (32632, [514853.495940, 5034536.796249], [514853.495940, 5034536.796249]),
    (32633, [45808.29102795862, 5050962.241132153], [514853.495940, 5034536.796249]),
    (3857, [1023026.120390184, 5694898.7276357105], [514853.495940, 5034536.796249]),
    (3003, [1514881.490594152, 5034556.81244166], [514853.496556, 5034536.796365]),
    (3004, [2065808.8621939057, 5050980.998134863], [514853.496556, 5034536.796365]),
    (4265, [9.190346978072386, 45.46352998891708], [514853.496556, 5034536.796365]),
    (23032, [514936.75709356944, 5034735.190867584], [514853.496550, 5034536.797019]),
    (6875, [6780567.660774251, 5032816.155015152], [514853.495940, 5034536.796249]),
];

#[test]
fn every_reference_system_comes_to_the_same_place() {
    for (epsg, [x, y], [east, north]) in TO_UTM {
        let reprojection = Reprojection::from_epsg(epsg).unwrap_or_else(|| panic!("{epsg}"));
        let metres = reprojection.project_coord(Coord { x, y }).unwrap();
        // Heights are ignored: with them a datum would differ by a fraction of a millimetre.
        assert!(close(metres, Coord { x: east, y: north }, 2e-3), "{epsg}: {metres:?}");
        assert!(reprojection.project_coord(Coord { x: f64::NAN, y }).is_err());
    }
    // ETRS89 is treated as WGS 84; PROJ distinguishes them by a tenth of a millimetre.
    let laea = Reprojection::from_epsg(3035).unwrap();
    let metres = laea.project_coord(Coord { x: 4257558.002230711, y: 2483883.681982344 }).unwrap();
    assert!(close(metres, Coord { x: 514853.495941, y: 5034536.795748 }, 2e-3), "{metres:?}");
    assert!(Reprojection::from_epsg(27700).is_none());
}

#[test]
fn projects_every_ring() {
    let utm = Projection::utm32();
    let hole = ring(&[(9.2, 45.2), (9.3, 45.2), (9.3, 45.3)]);
    let degrees = polygon(rect_ring(9.0, 45.0, 1.0, 1.0), vec![hole]);
    let metres = utm.project(&degrees).unwrap();

    let rings = cycles(&metres);
    assert_eq!(rings[0].len(), 2);
    let at = utm.project_coord(Coord { x: 9.3, y: 45.3 }).unwrap();
    assert!(rings[0][1].contains(&at.x_y()));
}

#[test]
fn refuses_what_is_not_longitude_and_latitude() {
    let utm = Projection::utm32();
    let out_of_range =
        |x, y| matches!(utm.project(&rect(x, y, 0.1, 0.1)), Err(ProjectionError::OutOfRange { .. }));
    // Metres, swapped axes, another continent, the pole.
    assert!(out_of_range(514815.0, 5034544.0));
    assert!(out_of_range(45.5, 9.2));
    assert!(out_of_range(-74.0, 40.7));
    assert!(out_of_range(9.0, 89.0));
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let degrees = polygon(ring(&[(9.0, 45.0), (bad, 45.0), (9.0, 46.0)]), vec![]);
        assert!(matches!(utm.project(&degrees), Err(ProjectionError::NotFinite { .. })));
        assert!(utm.unproject(Coord { x: bad, y: 0.0 }).is_err());
    }
    assert!(utm.unproject(Coord { x: 1e12, y: 1e12 }).is_err());
}
