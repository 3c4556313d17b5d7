//! PDF, made from the SVG: vector graphics, embedded fonts, selectable text, tagged for screen readers.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Point, Rect, Size};
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, TableHeaderScope, TagGroup, TagKind, TagTree,
};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use crate::document::CARRIED_NAME;
use crate::scene::{Role, Scene};

use super::error::ExportError;
use super::reading::reading;
use super::svg::part;
use super::tags::{Tag, parts, words};

/// One page of the scene's size that follows PDF/UA-1 (ISO 14289-1) as far as the library can check: titles are
/// headings, each figure has its alternative text, a table has its rows and cells, source and notes form a paragraph, and
/// they are read in that order.
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
    let size = Size::from_wh(width, height).ok_or_else(|| refused("the page has no size"))?;
    let mut surface = page.surface();
    let mut drawn: Vec<Drawn> = Vec::new();
    let options = reading();
    for (tag, nodes) in parts(scene) {
        let content = match tag {
            Tag::Ornament => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            _ => ContentTag::Other,
        };
        let tree = Tree::from_str(&part(scene, &nodes), &options)?;
        drawn.push(Drawn { tag, words: words(&nodes), content: surface.start_tagged(content) });
        surface
            .draw_svg(&tree, size, SvgSettings::default())
            .ok_or_else(|| refused("the drawing was refused"))?;
        surface.end_tagged();
    }
    surface.finish();
    page.finish();
    document.set_tag_tree(tag_tree(scene, drawn));
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

/// A drawn part of the page.
struct Drawn {
    tag: Tag,
    /// The text in it.
    words: String,
    content: Identifier,
}

/// The reading order: the title of the page, each figure after its own title, then the paragraph below.
fn tag_tree(scene: &Scene, mut drawn: Vec<Drawn>) -> TagTree {
    // A stable sort, so that the pieces of one part stay in drawing order.
    drawn.sort_by_key(|part| part.tag.place());
    let has_title = drawn.iter().any(|part| part.tag == Tag::Title);
    let mut tree = TagTree::new();
    let mut table: Option<Table> = None;
    for run in drawn.chunk_by(|a, b| a.tag == b.tag) {
        let Some(Drawn { tag, .. }) = run.first() else { continue };
        let said = || run.iter().map(|part| part.words.as_str()).collect::<Vec<_>>().join(" ");
        let content = run.iter().map(|part| part.content.into()).collect();
        let kind: TagKind = match tag {
            Tag::Title => heading(1, said()),
            // Heading levels must start from the first.
            Tag::FigureTitle(_) => heading(if has_title { 2 } else { 1 }, said()),
            Tag::Figure(i) => figure(scene, *i),
            Tag::Footer | Tag::Beside(_) => krilla::tagging::Tag::P.into(),
            Tag::Cell(place, role) => {
                let of = [place.figure, place.table];
                if table.as_ref().is_none_or(|table| table.of != of) {
                    table.take().into_iter().for_each(|table| tree.push(table.tag(scene)));
                }
                let table = table.get_or_insert_with(|| Table { of, rows: Vec::new() });
                table.add(place.row, *role, content);
                continue;
            }
            Tag::Ornament => continue,
        };
        table.take().into_iter().for_each(|table| tree.push(table.tag(scene)));
        tree.push(TagGroup::with_children(kind, content));
    }
    table.take().into_iter().for_each(|table| tree.push(table.tag(scene)));
    tree
}

/// A table whose cells are being put together.
struct Table {
    /// Its figure and its number there.
    of: [usize; 2],
    /// Each with its number, whether it is of the header, and its tag.
    rows: Vec<(usize, bool, TagGroup)>,
}

impl Table {
    fn add(&mut self, row: usize, role: Role, content: Vec<krilla::tagging::Node>) {
        let cell = TagGroup::with_children(cell(role), content);
        match self.rows.last_mut() {
            Some((last, _, group)) if *last == row => group.push(cell),
            _ => {
                let is_head = matches!(role, Role::ColumnHead { .. });
                let group = TagGroup::with_children(krilla::tagging::Tag::TR, vec![cell.into()]);
                self.rows.push((row, is_head, group));
            }
        }
    }

    fn tag(self, scene: &Scene) -> TagGroup {
        let text = scene.figures.get(self.of[0]).map(|figure| figure.text.clone());
        let (head, body): (Vec<_>, Vec<_>) = self.rows.into_iter().partition(|(_, is_head, _)| *is_head);
        let rows =
            |rows: Vec<(usize, bool, TagGroup)>| rows.into_iter().map(|(.., row)| row.into()).collect();
        let mut table = TagGroup::new(krilla::tagging::Tag::Table.with_summary(text));
        table.push(TagGroup::with_children(krilla::tagging::Tag::THead, rows(head)));
        table.push(TagGroup::with_children(krilla::tagging::Tag::TBody, rows(body)));
        table
    }
}

fn cell(role: Role) -> TagKind {
    let several = |count: usize| NonZeroU32::new(count as u32).filter(|count| count.get() > 1);
    match role {
        Role::ColumnHead { columns, rows } => krilla::tagging::Tag::TH(TableHeaderScope::Column)
            .with_col_span(several(columns))
            .with_row_span(several(rows))
            .into(),
        Role::RowHead => krilla::tagging::Tag::TH(TableHeaderScope::Row).into(),
        _ => krilla::tagging::Tag::TD.into(),
    }
}

fn heading(level: u16, title: String) -> TagKind {
    krilla::tagging::Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(title)).into()
}

fn figure(scene: &Scene, i: usize) -> TagKind {
    let figure = scene.figures.get(i);
    let text = figure.map_or_else(|| scene.description.clone(), |figure| figure.text.clone());
    let area = figure.and_then(|figure| {
        let [x, y, width, height] = figure.area.map(|side| side as f32);
        Rect::from_xywh(x, y, width, height)
    });
    krilla::tagging::Tag::Figure(Some(text)).with_bbox(area.map(|area| BBox::new(0, area))).into()
}
