//! Pictures: PNG at the size they are printed at, with the drawing itself beside for programs that show it.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::base::Pt;
use crate::document::SvgText;
use crate::export::{self, ExportError, Format};
use crate::io::digest;
use crate::scene::Scene;

use super::xml::Xml;

/// Dots per inch of the pictures: what an office prints with.
const DPI: u32 = 220;
/// English metric units of a point.
const EMU: f64 = 12_700.0;

const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const WP: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ASVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
/// How a blip says that a drawing is beside it.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// The pictures of a document, each once, and the ids by which it refers to them.
#[derive(Default)]
pub struct Media {
    /// File name below `word/media/`, and bytes, in the order of their relationships.
    pub files: Vec<(String, Vec<u8>)>,
    /// Position in `files`, by name.
    known: BTreeMap<String, usize>,
    /// Drawings have ids, one after the other.
    drawings: usize,
}

/// A picture and where it is printed.
pub struct Placed {
    /// The relationship to the PNG.
    pub png: String,
    svg: Option<String>,
    width: Pt,
    height: Pt,
    /// SHA-256 of the PNG.
    pub sha256: String,
}

impl Media {
    /// Relationships to pictures begin after those of the other parts.
    pub fn relationship(position: usize) -> String {
        format!("rIdImg{}", position + 1)
    }

    /// The picture behind a relationship.
    pub fn of(&self, relationship: &str) -> Option<(&str, &[u8])> {
        let position: usize = relationship.strip_prefix("rIdImg")?.parse().ok()?;
        let (name, bytes) = self.files.get(position.checked_sub(1)?)?;
        Some((name, bytes))
    }

    fn add(&mut self, bytes: Vec<u8>, extension: &str) -> (String, String) {
        let sha256 = digest(&bytes);
        let name = format!("{}.{extension}", &sha256[..16]);
        let next = self.files.len();
        let position = *self.known.entry(name.clone()).or_insert(next);
        if position == next {
            self.files.push((name, bytes));
        }
        (Self::relationship(position), sha256)
    }

    /// A drawing, at its own size or as wide as there is room.
    ///
    /// # Errors
    /// It cannot be drawn; see [`ExportError`].
    pub fn scene(&mut self, scene: &Scene, room: Pt) -> Result<Placed, ExportError> {
        let png = export::figure(scene, Format::Png, SvgText::Outlines, DPI)?;
        // Letters as outlines: who opens the document need not have the typeface.
        let svg = export::svg(scene, SvgText::Outlines).into_bytes();
        let (png, sha256) = self.add(png, "png");
        let (svg, _) = self.add(svg, "svg");
        let scale = (room.0 / scene.width.0).min(1.0);
        let [width, height] = [scene.width, scene.height].map(|side| Pt(side.0 * scale));
        Ok(Placed { png, svg: Some(svg), width, height, sha256 })
    }

    /// A logo, at most as large as there is room; nothing if it is no picture.
    pub fn logo(&mut self, bytes: &[u8], room: (Pt, Pt)) -> Option<Placed> {
        let bytes = if png_size(bytes).is_some() {
            bytes.to_vec()
        } else {
            STANDARD.decode(export::logo(bytes).ok()?).ok()?
        };
        let (width, height) = png_size(&bytes)?;
        let scale = (room.0.0 / f64::from(width)).min(room.1.0 / f64::from(height));
        let (png, sha256) = self.add(bytes, "png");
        let [width, height] = [width, height].map(|side| Pt(f64::from(side) * scale));
        Some(Placed { png, svg: None, width, height, sha256 })
    }

    /// Writes the run that shows a picture.
    pub fn write(&mut self, xml: &mut Xml, placed: &Placed, name: &str, alt_text: &str) {
        self.drawings += 1;
        let id = self.drawings.to_string();
        let [cx, cy] = [placed.width, placed.height].map(|side| ((side.0 * EMU).round() as i64).to_string());
        xml.open("w:r", &[]);
        xml.open("w:drawing", &[]);
        xml.open(
            "wp:inline",
            &[("xmlns:wp", WP), ("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")],
        );
        xml.empty("wp:extent", &[("cx", &cx), ("cy", &cy)]);
        xml.empty("wp:effectExtent", &[("l", "0"), ("t", "0"), ("r", "0"), ("b", "0")]);
        xml.empty("wp:docPr", &[("id", &id), ("name", name), ("descr", alt_text)]);
        xml.open("wp:cNvGraphicFramePr", &[]);
        xml.empty("a:graphicFrameLocks", &[("xmlns:a", A), ("noChangeAspect", "1")]);
        xml.close();
        xml.open("a:graphic", &[("xmlns:a", A)]);
        xml.open("a:graphicData", &[("uri", PIC)]);
        xml.open("pic:pic", &[("xmlns:pic", PIC)]);
        xml.open("pic:nvPicPr", &[]);
        xml.empty("pic:cNvPr", &[("id", &id), ("name", name), ("descr", alt_text)]);
        xml.empty("pic:cNvPicPr", &[]);
        xml.close();
        xml.open("pic:blipFill", &[]);
        xml.open("a:blip", &[("xmlns:r", R), ("r:embed", &placed.png)]);
        if let Some(svg) = &placed.svg {
            xml.open("a:extLst", &[]);
            xml.open("a:ext", &[("uri", SVG_EXTENSION)]);
            xml.empty("asvg:svgBlip", &[("xmlns:asvg", ASVG), ("r:embed", svg)]);
            xml.close();
            xml.close();
        }
        xml.close();
        xml.open("a:stretch", &[]);
        xml.empty("a:fillRect", &[]);
        xml.close();
        xml.close();
        xml.open("pic:spPr", &[]);
        xml.open("a:xfrm", &[]);
        xml.empty("a:off", &[("x", "0"), ("y", "0")]);
        xml.empty("a:ext", &[("cx", &cx), ("cy", &cy)]);
        xml.close();
        xml.open("a:prstGeom", &[("prst", "rect")]);
        xml.empty("a:avLst", &[]);
        for _ in 0..8 {
            xml.close();
        }
    }
}

/// Width and height in pixels, from the header that every PNG begins with.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let is_png = bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16) == Some(b"IHDR");
    let side = |at: usize| {
        let side: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(side)).filter(|side| *side > 0)
    };
    if is_png { Some((side(16)?, side(20)?)) } else { None }
}
