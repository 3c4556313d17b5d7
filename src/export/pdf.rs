//! PDF, by way of the SVG: vector, fonts embedded, text that can be selected, tagged for readers that cannot see.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Point, Rect, Size};
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{BBox, ContentTag, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use crate::document::{CARRIED_NAME, SvgText};
use crate::scene::Scene;

use super::svg::svg;
use super::{ExportError, reading};

/// One page of the scene's size, as PDF/UA-1 (ISO 14289-1) asks as far as the library can check: the whole drawing is one
/// figure with its alternative text.
pub fn pdf(scene: &Scene) -> Result<Vec<u8>, ExportError> {
    let refused = |what: &str| ExportError::Pdf(what.to_owned());
    let (width, height) = (scene.width.0 as f32, scene.height.0 as f32);
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = accessible.finish().map_err(|error| ExportError::Pdf(format!("{error:?}")))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
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
    let drawing = surface.start_tagged(ContentTag::Other);
    surface
        .draw_svg(&tree, size, SvgSettings::default())
        .ok_or_else(|| refused("the drawing was refused"))?;
    surface.end_tagged();
    surface.finish();
    page.finish();

    let whole = Rect::from_xywh(0.0, 0.0, width, height).map(|rect| BBox::new(0, rect));
    let mut figure = TagGroup::new(Tag::Figure(Some(scene.description.clone())).with_bbox(whole));
    figure.push(drawing);
    let mut tags = TagTree::new();
    tags.push(figure);
    document.set_tag_tree(tags);
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(scene.title.clone(), top));
    document.set_outline(outline);
    if let Some(json) = &scene.carried {
        document
            .embed_file(EmbeddedFile {
                path: CARRIED_NAME.to_owned(),
                mime_type: MimeType::new("application/json"),
                description: Some(CARRIED_NAME.to_owned()),
                association_kind: AssociationKind::Source,
                data: json.clone().into_bytes().into(),
                modification_date: None,
                compress: None,
                location: None,
            })
            .ok_or_else(|| refused("the attachment was refused"))?;
    }
    document.finish().map_err(|error| ExportError::Pdf(format!("{error:?}")))
}
