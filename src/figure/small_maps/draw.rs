//! Draws small maps: a grid of the same territory at one scale.

use geo::MultiPolygon;

use crate::base::{Code, Level};
use crate::data::{Absence, Atlas};
use crate::document::{Representation, SmallMapsSpec};
use crate::figure::FigureError;
use crate::figure::chart::in_place;
use crate::figure::chart::marks::dashed;
use crate::figure::map::cut;
use crate::figure::map::frame::Fit;
use crate::figure::map::kinds::mapped_text;
use crate::figure::map::symbols::{self, SymbolScale};
use crate::figure::map::{CoarseShapes, Focus, ground, legend};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::view::{Prepared, Sources};
use crate::geo::label::label_point;
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, TextRun, Weight, text};

use super::SmallMapsView;
use super::grid::{Asked, Grid};
use super::key;
use super::model::{SmallMap, SmallMapsModel};
use super::words;

/// Points closer to a line than this, in points of the page, are left out of it.
const UNSEEN: f64 = 0.22;

/// The grid of the page.
///
/// # Errors
/// There is no room, or the framing asks for what does not exist.
pub fn layout(prepared: &Prepared<'_, SmallMapsView>, page: &Page) -> Result<Grid, FigureError> {
    let Prepared { spec, model, sources: Sources { atlas, basemap }, .. } = *prepared;
    if model.maps.is_empty() {
        let (columns, map) = (1, [0.0; 2]);
        return Ok(Grid { columns, map, shown: 0..0, part: 1, of: 1, asked: spec.part });
    }
    let ground = ground(&spec.frame, &spec.selected, &atlas.territories, basemap)?;
    let size = page.sizes.legend;
    let key = key::shared(spec, model, atlas, page);
    let height = page.body.height - key.height;
    let rows = if model.share_classes { 1.0 } else { 2.0 };
    let foot = if model.share_classes { 0.0 } else { size * key::OWN };
    Asked {
        width: page.body.width,
        height,
        head: size * LEADING * rows + size * 0.3,
        foot,
        gap: size * 1.1,
        aspect: (ground.height() / ground.width().max(1.0)).clamp(0.3, 3.0),
        size,
    }
    .grid(model.maps.len(), spec.part)
    .ok_or(FigureError::NoRoom)
}

const LEADING: f64 = 1.25;

/// The height at which small maps can be read in a panel of that width.
pub fn height(model: &SmallMapsModel, width: f64, size: f64) -> f64 {
    let columns = (width / (size * 11.0)).floor().max(1.0);
    let rows = (model.maps.len() as f64 / columns).ceil();
    let each = if model.share_classes { 11.0 } else { 15.0 };
    size * (rows * each + 4.0)
}

/// The nodes of the page.
///
/// # Errors
/// The framing asks for what does not exist.
pub fn nodes(
    prepared: &Prepared<'_, SmallMapsView>,
    grid: &Grid,
    page: &Page,
) -> Result<Vec<Node>, FigureError> {
    let Prepared { spec, model, sources: Sources { atlas, basemap }, .. } = *prepared;
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    let mut nodes = vec![Node::Group(page.heading.clone())];
    if model.maps.is_empty() {
        let nothing = lang.text(texts::SMALL_MAPS_NOTHING);
        nodes.push(Node::Group(in_place(nothing, body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Ok(nodes);
    }
    let key = key::shared(spec, model, atlas, page);
    let size = sizes.legend;
    let first = Box2 { x: 0.0, y: 0.0, width: grid.map[0], height: grid.map[1] };
    let ground = ground(&spec.frame, &spec.selected, &atlas.territories, basemap)?;
    let fit = Fit::new(ground, first, 0.02, 1.0, [0.5; 2]);
    let shapes = basemap.coarse(UNSEEN / fit.scale);
    let drawing = Drawing::new(spec, model, atlas, shapes, fit, first, sizes.scale)?;
    let rows = if model.share_classes { 1.0 } else { 2.0 };
    let head = size * LEADING * rows + size * 0.3;
    let foot = if model.share_classes { 0.0 } else { size * key::OWN };
    let gap = size * 1.1;
    let mut labels = Vec::new();
    let mut breaks = Vec::new();
    let mut own_keys = Vec::new();
    // Maps stand together at the left, as the lines of a text do.
    for (place, at) in grid.shown.clone().enumerate() {
        let map = &model.maps[at];
        let (column, row) = (place % grid.columns, place / grid.columns);
        let spare = (body.width - grid.columns as f64 * grid.map[0]) / grid.columns.max(2) as f64;
        let x = body.x + column as f64 * (grid.map[0] + spare.clamp(gap, gap * 2.5));
        let y = body.y + key.height + row as f64 * (grid.map[1] + head + foot + gap);
        let room = Box2 { x, y: y + head, ..first };
        nodes.extend(drawing.map(map, [room.x, room.y]));
        title(spec, map, model, atlas, [x, y], grid.map[0], size, &mut labels);
        if map.present() == 0 {
            let none = lang.text(texts::SMALL_MAPS_NO_VALUE);
            let at = [x + grid.map[0] / 2.0, room.y + grid.map[1] / 2.0 + size * 0.3];
            labels.push(Node::Text(TextRun {
                x: at[0],
                y: at[1],
                size,
                anchor: Anchor::Middle,
                weight: Weight::SemiBold,
                colour: style::INK,
                halo: Some(style::PAPER),
                content: text::ellipsize(none, size, Weight::SemiBold, grid.map[0]),
            }));
        }
        if !map.breaks.is_empty() {
            let x = x - gap * 0.5;
            let dashes = dashed(&[[x, y], [x, y + head + grid.map[1]]], &[3.0, 2.0]);
            let line = Path::new(Geometry::Lines(dashes)).stroked(style::INK, 1.1 * sizes.scale.max(0.7));
            let label = map.breaks.iter().map(|what| lang.pick(what)).collect::<Vec<_>>().join(" ");
            breaks.push(Node::Path(line.meaning(Datum { code: format!("break {}", map.of.date), label })));
        }
        if !model.share_classes {
            let room = Box2 { x, y: room.y + grid.map[1], width: grid.map[0], height: foot };
            own_keys.extend(key::own(spec, map, atlas, room, size));
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Axes, breaks));
    nodes.push(group(Role::Labels, labels));
    nodes.push(group(Role::Legend, key.nodes.into_iter().chain(own_keys).collect()));
    nodes.push(Node::Group(page.footer.clone()));
    Ok(nodes)
}

/// The lines above a map: its date, or its indicator and its date.
#[allow(clippy::too_many_arguments, reason = "two lines of one map")]
fn title(
    spec: &SmallMapsSpec,
    map: &SmallMap,
    model: &SmallMapsModel,
    atlas: &Atlas,
    [x, y]: [f64; 2],
    width: f64,
    size: f64,
    nodes: &mut Vec<Node>,
) {
    let lang = spec.lang;
    let [first, second] = words::head(lang, atlas, map, model.share_classes);
    let mut line = |content: &str, at: f64, weight, colour, from: f64| {
        let content = text::ellipsize(content, size, weight, width - from);
        nodes.push(run(content, [x + from, at], size, weight, colour, Anchor::Start));
    };
    if !model.share_classes {
        line(&first, y + size, Weight::SemiBold, style::INK, 0.0);
        line(&second, y + size * (1.0 + LEADING), Weight::Regular, style::MUTED, 0.0);
        return;
    }
    line(&second, y + size, Weight::SemiBold, style::INK, 0.0);
    if !map.breaks.is_empty() {
        let after = text::width(&second, size, Weight::SemiBold) + size * 0.5;
        let new = lang.text(texts::SMALL_MAPS_NEW_SERIES);
        if after + text::width(new, size, Weight::Italic) <= width {
            line(new, y + size, Weight::Italic, style::INK, after);
        }
    }
}

/// What the maps are drawn from: everything that is the same on all of them is laid out once.
struct Drawing<'a> {
    spec: &'a SmallMapsSpec,
    atlas: &'a Atlas,
    room: Box2,
    scale: f64,
    /// The rings of each unit, in the first room.
    rings: Vec<Vec<Vec<[f64; 2]>>>,
    centres: Vec<Option<[f64; 2]>>,
    borders: Vec<Vec<[f64; 2]>>,
    /// The Comuni that are no part of any unit.
    outside: Vec<Vec<Vec<[f64; 2]>>>,
    /// The outlines of the selected territories.
    selected: Vec<Vec<Vec<Vec<[f64; 2]>>>>,
    focus: Option<Focus>,
    circles: Option<SymbolScale>,
    largest: f64,
}

impl<'a> Drawing<'a> {
    fn new(
        spec: &'a SmallMapsSpec,
        model: &SmallMapsModel,
        atlas: &'a Atlas,
        shapes: CoarseShapes<'_>,
        fit: Fit,
        room: Box2,
        scale: f64,
    ) -> Result<Self, FigureError> {
        let cut = |shape: &MultiPolygon| cut::rings(fit.rings(shape), room.grown(4.0));
        let level = if spec.level == Level::Comuni { Level::Ambiti } else { spec.level };
        let line = |line: &geo::LineString<f64>| {
            let points: Vec<_> = line.0.iter().map(|at| fit.point(*at)).collect();
            cut::line(&points, room.grown(4.0))
        };
        let mut selected = Vec::new();
        for code in &spec.selected {
            let found = atlas.territories.find(code);
            let (level, unit) = found.ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
            let outline = shapes.together(&atlas.territories.units(level)[unit].members);
            selected.push(outline.iter().map(&cut).collect());
        }
        let outside = match spec.level {
            Level::Asst => {
                let of = atlas.territories.membership(Level::Asst);
                let areas = shapes.outlines(Level::Comuni).iter().zip(of);
                areas.filter(|(_, unit)| unit.is_none()).map(|(area, _)| cut(area)).collect()
            }
            _ => Vec::new(),
        };
        let first = model.maps.first();
        let focus = first.and_then(|map| Focus::of(&map.spec, &atlas.territories));
        let largest = 0.09 * room.width.min(room.height);
        let circles = model.share_classes.then(|| key::circles(model, largest)).flatten();
        let outlines = shapes.outlines(spec.level);
        // A label is placed by the outlines in full, which are not needed where nothing is drawn at it.
        let has_circles = model.has_circles();
        let centre = |outline: &MultiPolygon| {
            has_circles.then(|| label_point(outline)).flatten().map(|label| fit.point(label.at))
        };
        Ok(Self {
            spec,
            atlas,
            room,
            scale: scale.max(0.7),
            rings: outlines.iter().map(&cut).collect(),
            centres: outlines.iter().map(centre).collect(),
            borders: shapes.borders(level).iter().flat_map(line).collect(),
            outside,
            selected,
            focus,
            circles,
            largest,
        })
    }

    /// A map with its upper left corner there.
    fn map(&self, map: &SmallMap, by: [f64; 2]) -> Vec<Node> {
        let clip = Some([self.room.x, self.room.y, self.room.width, self.room.height]);
        let lang = self.spec.lang;
        let mut areas: Vec<Node> = Vec::with_capacity(self.rings.len());
        let hatch = Fill::Hatch(legend::hatch(Absence::NotApplicable));
        for rings in &self.outside {
            areas.push(Node::Path(Path::new(Geometry::Rings(rings.clone())).filled(hatch)));
        }
        let when = words::when(lang, self.atlas, map);
        let symbols = map.spec.representation == Representation::Symbols;
        for (unit, rings) in self.rings.iter().enumerate().filter(|(_, rings)| !rings.is_empty()) {
            let path = Path::new(Geometry::Rings(rings.clone())).filled(self.fill(map, unit, symbols));
            let path = path.stroked(style::AREA_LINE, 0.2 * self.scale);
            areas.push(Node::Path(path.meaning(self.datum(lang, map, unit, &when))));
        }
        let mut nodes = vec![Node::Group(Group { role: Role::Areas, clip, nodes: areas })];
        let borders = Path::new(Geometry::Lines(self.borders.clone()));
        let borders = vec![Node::Path(borders.stroked(style::GROUP_LINE, 0.35 * self.scale))];
        nodes.push(Node::Group(Group { role: Role::Borders, clip, nodes: borders }));
        let own = || Some(SymbolScale::new(map.map.table.present(), self.largest)?.uncrowded(1));
        if symbols && let Some(scale) = self.circles.or_else(own) {
            let rows = map.map.table.rows.iter().enumerate();
            let mut placed: Vec<(usize, f64)> = rows
                .filter_map(|(unit, row)| Some((unit, row.value.ok().filter(|value| *value != 0.0)?)))
                .filter(|(unit, _)| self.focus.as_ref().is_none_or(|focus| focus.units[*unit]))
                .collect();
            placed.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
            let circle = |(unit, value): (usize, f64)| {
                let at = self.centres[unit]?;
                // A thick edge would leave nothing of the smallest.
                let circle = symbols::circle(at, value, &scale).stroked(style::PAPER, 0.15);
                Some(Node::Path(circle.meaning(self.datum(lang, map, unit, &when))))
            };
            let circles = placed.into_iter().filter_map(circle).collect();
            nodes.push(Node::Group(Group { role: Role::Symbols, clip, nodes: circles }));
        }
        let mut outlines = Vec::new();
        let ring = |rings: &Vec<Vec<[f64; 2]>>| Path::new(Geometry::Rings(rings.clone()));
        for rings in self.selected.iter().flatten() {
            outlines.push(Node::Path(ring(rings).stroked(style::SELECTED_HALO, 2.2 * self.scale)));
        }
        for (place, shapes) in self.selected.iter().enumerate() {
            let colour = style::of_selected(place, self.selected.len());
            outlines
                .extend(shapes.iter().map(|rings| Node::Path(ring(rings).stroked(colour, 1.1 * self.scale))));
        }
        if !outlines.is_empty() {
            nodes.push(Node::Group(Group { role: Role::Selected, clip, nodes: outlines }));
        }
        nodes.iter_mut().for_each(|node| node.shift(by));
        nodes
    }

    /// The colour of a unit, as on the large map.
    fn fill(&self, map: &SmallMap, unit: usize, symbols: bool) -> Fill {
        let is_faint = self.focus.as_ref().is_some_and(|focus| !focus.units[unit]);
        let shade = |colour| if is_faint { style::faded(colour) } else { colour };
        match map.map.class_of[unit] {
            Ok(class) if !symbols => Fill::Solid(shade(map.map.colours[class])),
            Ok(_) => Fill::Solid(shade(style::AREA_PLAIN)),
            Err(_) if is_faint => Fill::Solid(style::faded(style::AREA_PLAIN)),
            Err(reason) => Fill::Hatch(legend::hatch(reason)),
        }
    }

    fn datum(&self, lang: Lang, map: &SmallMap, unit: usize, when: &str) -> Datum {
        let row = &map.map.table.rows[unit];
        let value = match self.atlas.catalogue.get(&map.of.indicator) {
            Some(indicator) => mapped_text(&map.spec, map.map.caption_of(indicator, unit), row.value),
            None => String::new(),
        };
        let code: &Code = &row.code;
        Datum { code: code.to_string(), label: texts::small_maps_datum(lang, &row.name, when, value) }
    }
}
