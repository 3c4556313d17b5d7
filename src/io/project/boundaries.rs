//! Boundaries that a project uses instead of the program's, as GeoJSON in metres (UTM 32N), which any GIS opens.

use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use geo::{LineString, MultiPolygon};

use crate::base::Code;
use crate::data::{Bilingual, Territories};
use crate::figure::Basemap;
use crate::io::shapes::read_json;

use super::error::Fault;

/// The polygon of each Comune of the territory, in metres.
#[derive(Clone, Debug)]
pub struct Boundaries {
    polygons: Arc<Vec<(Code, MultiPolygon<f64>)>>,
    /// As figures must state it.
    credit: Bilingual,
    /// The base map made from them, shared by all clones.
    basemap: Arc<OnceLock<Option<Arc<Basemap>>>>,
}

impl Boundaries {
    /// Boundaries from polygons in metres, with their source.
    pub fn new(polygons: Vec<(Code, MultiPolygon<f64>)>, credit: Bilingual) -> Self {
        Self { polygons: Arc::new(polygons), credit, basemap: Arc::default() }
    }

    /// The base map with these boundaries and the surroundings of another one; `None` if they belong to another
    /// territory.
    pub fn basemap(&self, territories: &Territories, around: &Basemap) -> Option<Arc<Basemap>> {
        let make = || {
            let polygons = self.polygons.as_ref().clone();
            let backdrop = around.backdrop().to_vec();
            Basemap::of_metres(territories, polygons, backdrop, self.credit.clone()).ok().map(Arc::new)
        };
        self.basemap.get_or_init(make).clone()
    }

    /// The bytes of their file: to the millimetre, and the same for the same polygons.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = String::from(
            r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32632"}},"features":["#,
        );
        for (i, (code, polygon)) in self.polygons.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            let parts: Vec<String> = polygon.iter().map(polygon_text).collect();
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "{comma}\n{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{code}\"}},\
                 \"geometry\":{{\"type\":\"MultiPolygon\",\"coordinates\":[{}]}}}}",
                parts.join(",")
            );
        }
        out.push_str("\n]}\n");
        out.into_bytes()
    }

    /// From the bytes of their file.
    pub(super) fn read(name: &str, bytes: &[u8], credit: Bilingual) -> Result<Self, Fault> {
        let damaged = || Fault::DamagedPart(name.to_owned());
        let shapes =
            read_json(name, bytes).ok().and_then(|mut layers| layers.areas.pop()).ok_or_else(damaged)?;
        let table = &shapes.attributes;
        let column = table.row(0).position(|head| head == "code").ok_or_else(damaged)?;
        let polygon = |(i, polygon): (usize, Option<MultiPolygon<f64>>)| {
            polygon.map(|polygon| (Code::from(table.cell(i + 1, column)), polygon)).ok_or_else(damaged)
        };
        let polygons = shapes.polygons.into_iter().enumerate().map(polygon).collect::<Result<_, _>>()?;
        Ok(Self::new(polygons, credit))
    }
}

fn polygon_text(polygon: &geo::Polygon<f64>) -> String {
    let ring = |ring: &LineString<f64>| {
        let points: Vec<String> = ring.coords().map(|c| format!("[{:.3},{:.3}]", c.x, c.y)).collect();
        format!("[{}]", points.join(","))
    };
    let rings: Vec<String> =
        std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect();
    format!("[{}]", rings.join(","))
}
