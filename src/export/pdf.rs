//! PDF, by way of the SVG: vector, fonts embedded, text that can be selected.

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::{Metadata, TextDirection};
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use crate::document::SvgText;
use crate::scene::Scene;

use super::svg::svg;
use super::{ExportError, reading};

/// One page of the scene's size.
pub fn pdf(scene: &Scene) -> Result<Vec<u8>, ExportError> {
    let refused = |what: &str| ExportError::Pdf(what.to_owned());
    let (width, height) = (scene.width.0 as f32, scene.height.0 as f32);
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .title(scene.title.clone())
            .description(scene.description.clone())
            .creator("Atlante Sociale".to_owned())
            .language(scene.lang.to_owned())
            .text_direction(TextDirection::LeftToRight),
    );
    let settings = PageSettings::from_wh(width, height).ok_or_else(|| refused("the page has no size"))?;
    let mut page = document.start_page_with(settings);
    let tree = Tree::from_str(&svg(scene, SvgText::Text), &reading())?;
    let mut surface = page.surface();
    let size = Size::from_wh(width, height).ok_or_else(|| refused("the page has no size"))?;
    surface
        .draw_svg(&tree, size, SvgSettings::default())
        .ok_or_else(|| refused("the drawing was refused"))?;
    surface.finish();
    page.finish();
    document.finish().map_err(|error| ExportError::Pdf(format!("{error:?}")))
}
