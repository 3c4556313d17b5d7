//! What the coordinates of boundaries are: what a .prj or a `crs` member says, checked against the numbers.

use geo::{Coord, CoordsIter, MultiPolygon};

/// A coordinate reference system, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crs {
    /// Longitude and latitude, WGS 84 or what differs from it by less than a metre (EPSG:4326, 4258, 6706).
    Degrees,
    /// UTM, WGS 84 or ETRS89, of that zone north (EPSG:32632 is zone 32).
    Utm(u8),
    /// Another, by its own name.
    Other(String),
    /// Nobody says, and the numbers fit several; or what is said does not fit the numbers.
    Unknown,
}

impl Crs {
    /// `EPSG:` and its number, or its own name; none where it is not known.
    pub fn epsg(&self) -> Option<String> {
        match self {
            Self::Degrees => Some("EPSG:4326".to_owned()),
            Self::Utm(zone) => Some(format!("EPSG:{}", 32_600 + u32::from(*zone))),
            Self::Other(name) => Some(name.clone()),
            Self::Unknown => None,
        }
    }

    /// Of a shapefile.
    pub fn of(prj: Option<&[u8]>, polygons: &[Option<MultiPolygon<f64>>]) -> Self {
        let said = prj.map_or(Self::Unknown, |prj| Self::of_wkt(&String::from_utf8_lossy(prj)));
        said.checked(polygons)
    }

    /// Of a GeoJSON: degrees (RFC 7946), unless an old-style `crs` names another.
    pub fn of_geojson(name: Option<&str>, polygons: &[Option<MultiPolygon<f64>>]) -> Self {
        let said = match name.map(|name| name.rsplit(':').next().unwrap_or(name)) {
            None | Some("CRS84" | "4326" | "4258" | "6706") => Self::Degrees,
            Some(code) => match code.parse::<u32>() {
                Ok(utm @ (32_601..=32_660 | 25_828..=25_838)) => Self::Utm((utm % 100) as u8),
                _ => Self::Other(name.unwrap_or(code).to_owned()),
            },
        };
        said.checked(polygons)
    }

    /// Reads well-known text, by the few words that tell.
    fn of_wkt(wkt: &str) -> Self {
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

    /// Unknown, where the numbers cannot be what is said.
    fn checked(self, polygons: &[Option<MultiPolygon<f64>>]) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_text_is_told_by_its_words() {
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
        assert_eq!(Crs::of_geojson(Some("urn:ogc:def:crs:EPSG::32632"), &[]), Crs::Utm(32));
    }
}
