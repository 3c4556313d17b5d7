//! The reference system of boundaries: what a .prj or a `crs` member states, checked against the coordinates.

use geo::{Coord, CoordsIter, MultiPolygon};

use crate::geo::reprojection::Reprojection;
use crate::i18n::folded;

/// A coordinate reference system, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crs {
    /// Longitude and latitude, in WGS 84 or a system within a metre of it (EPSG:4326, 4258, 6706).
    Degrees,
    /// UTM in WGS 84 or ETRS89, in this northern zone (EPSG:32632 is zone 32).
    Utm(u8),
    /// Another one, by its own name.
    Other(String),
    /// Not stated, and several fit the coordinates; or the stated one does not fit them.
    Unknown,
}

impl Crs {
    /// `EPSG:` and its number, or its own name; `None` if it is unknown.
    pub fn epsg(&self) -> Option<String> {
        match self {
            Self::Degrees => Some("EPSG:4326".to_owned()),
            Self::Utm(zone) => Some(format!("EPSG:{}", 32_600 + u32::from(*zone))),
            Self::Other(name) => Some(name.clone()),
            Self::Unknown => None,
        }
    }

    /// Its EPSG number, if boundaries can be transformed from it to the plane of our maps.
    pub fn code(&self) -> Option<u32> {
        match self {
            Self::Degrees => Some(4326),
            Self::Utm(zone) => Some(32_600 + u32::from(*zone)),
            Self::Other(name) => code_of(name).filter(|code| Reprojection::from_epsg(*code).is_some()),
            Self::Unknown => None,
        }
    }

    /// The likely system of coordinates in Italy, by their magnitude; `None` if no usual one fits.
    pub(crate) fn likely(polygons: &[Option<MultiPolygon<f64>>]) -> Option<u32> {
        let all = |fits: &dyn Fn(Coord<f64>) -> bool| {
            let mut coords = polygons.iter().flatten().flat_map(MultiPolygon::coords_iter).peekable();
            coords.peek().is_some() && coords.all(fits)
        };
        let within = |c: Coord<f64>, west: f64, east: f64| {
            (west..=east).contains(&c.x) && (3.9e6..=5.3e6).contains(&c.y)
        };
        if all(&|c| (5.0..=20.0).contains(&c.x) && (35.0..=48.0).contains(&c.y)) {
            Some(4326)
        } else if all(&|c| within(c, 2.2e6, 2.95e6)) {
            Some(3004)
        } else if all(&|c| within(c, 1.3e6, 1.9e6)) {
            Some(3003)
        } else if all(&|c| within(c, 2e5, 1.3e6)) {
            Some(32_632)
        } else {
            None
        }
    }

    /// The system that a .prj states.
    pub(super) fn of_prj(prj: Option<&[u8]>) -> Self {
        prj.map_or(Self::Unknown, |prj| Self::of_wkt(&String::from_utf8_lossy(prj)))
    }

    /// The system of a GeoJSON: degrees (RFC 7946), unless an old-style `crs` names another one.
    pub(super) fn of_geojson(name: Option<&str>) -> Self {
        name.map_or(Self::Degrees, Self::named)
    }

    /// A system by its name, such as `EPSG:3003` or `urn:ogc:def:crs:OGC:1.3:CRS84`.
    pub(super) fn named(name: &str) -> Self {
        match name.rsplit(':').next().unwrap_or(name) {
            "CRS84" | "4326" | "4258" | "6706" => Self::Degrees,
            code => match code.parse::<u32>() {
                Ok(utm @ (32_601..=32_660 | 25_828..=25_838)) => Self::Utm((utm % 100) as u8),
                _ => Self::Other(name.to_owned()),
            },
        }
    }

    /// Whether a coordinate is where those of Italian boundaries in this system are, with a wide margin; true where
    /// nothing is known.
    pub(super) fn is_likely(&self, c: Coord<f64>) -> bool {
        match self {
            Self::Degrees => (4.0..=21.0).contains(&c.x) && (33.0..=50.0).contains(&c.y),
            Self::Utm(_) => (-1e6..=2.2e6).contains(&c.x) && (3.6e6..=5.6e6).contains(&c.y),
            Self::Other(_) | Self::Unknown => true,
        }
    }

    /// Interprets well-known text by a few telling words.
    pub(super) fn of_wkt(wkt: &str) -> Self {
        let plain: String =
            wkt.chars().filter(|c| c.is_ascii_alphanumeric() || ".-[,".contains(*c)).collect();
        let plain = plain.to_lowercase();
        let same_datum = ["wgs1984", "wgs84", "etrs1989", "etrs89", "rdn2008", "europeanterrestrial"];
        let same_datum = same_datum.iter().any(|datum| plain.contains(datum));
        let name = wkt.split('"').nth(1).unwrap_or_default().to_owned();
        if plain.starts_with("geogcs") && same_datum {
            return Self::Degrees;
        }
        let zone = plain
            .split("utmzone")
            .nth(1)
            .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
        match zone.and_then(|digits| digits.parse::<u8>().ok()) {
            Some(zone) if plain.starts_with("projcs") && same_datum => Self::Utm(zone),
            _ if plain.starts_with("projcs") || plain.starts_with("geogcs") => Self::Other(name),
            _ => Self::Unknown,
        }
    }

    /// Unknown, if the coordinates do not fit the stated system.
    pub(super) fn checked(self, polygons: &[Option<MultiPolygon<f64>>]) -> Self {
        let fits = |c: Coord<f64>| match self {
            Self::Degrees => c.x.abs() <= 180.0 && c.y.abs() <= 90.0,
            Self::Utm(_) => c.x.abs() <= 2e6 && (0.0..=1e7).contains(&c.y) && c.y > 1000.0,
            Self::Other(_) | Self::Unknown => true,
        };
        if polygons.iter().flatten().all(|polygon| polygon.coords_iter().all(fits)) {
            self
        } else {
            Self::Unknown
        }
    }
}

/// The number of a system by one of its names, or from text such as `EPSG:3003`.
pub fn code_of(name: &str) -> Option<u32> {
    if let Ok(code) = name.rsplit(':').next().unwrap_or(name).trim().parse() {
        return Some(code);
    }
    let key: String = folded(name).chars().filter(char::is_ascii_alphanumeric).collect();
    // The names used by ESRI and the EPSG registry.
    Some(match key.replace("zone", "").as_str() {
        "montemarioitaly1" => 3003,
        "montemarioitaly2" => 3004,
        "gcsmontemario" | "montemario" => 4265,
        "gcseuropean1950" | "ed50" => 4230,
        "ed1950utm32n" | "ed50utm32n" => 23_032,
        "ed1950utm33n" | "ed50utm33n" => 23_033,
        "wgs1984webmercatorauxiliarysphere" | "wgs1984webmercator" | "wgs84pseudomercator" => 3857,
        "etrs1989laea" | "etrs89extendedlaeaeurope" | "etrs89laeaeurope" => 3035,
        "rdn2008italy" | "rdn2008italyne" | "rdn2008italyen" => 6875,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_text_is_recognised_by_its_words() {
        let wkt = |text: &str| Crs::of_wkt(text);
        assert_eq!(
            wkt(r#"PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]]"#),
            Crs::Utm(32)
        );
        assert_eq!(wkt(r#"PROJCS["ETRS89 / UTM zone 33N",GEOGCS["ETRS89"]]"#), Crs::Utm(33));
        assert_eq!(wkt(r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]"#), Crs::Degrees);
        assert_eq!(
            wkt(r#"PROJCS["Monte_Mario_Italy_1",GEOGCS["GCS_Monte_Mario"]]"#),
            Crs::Other("Monte_Mario_Italy_1".into())
        );
        assert_eq!(wkt("no such thing"), Crs::Unknown);
        for (name, code) in [
            ("Monte_Mario_Italy_2", 3004),
            ("Monte Mario / Italy zone 1", 3003),
            ("WGS_1984_Web_Mercator_Auxiliary_Sphere", 3857),
            ("urn:ogc:def:crs:EPSG::3035", 3035),
        ] {
            assert_eq!(Crs::Other(name.into()).code(), Some(code), "{name}");
        }
        assert_eq!(Crs::Other("Mollweide".into()).code(), None);
        assert_eq!(Crs::of_geojson(Some("urn:ogc:def:crs:EPSG::32632")), Crs::Utm(32));
        assert_eq!((Crs::of_geojson(None), Crs::named("EPSG:6706")), (Crs::Degrees, Crs::Degrees));
    }
}
