//! Draws the parts of a map.

use geo::{LineString, MultiPolygon};

use crate::base::{Code, Level, Rgb};
use crate::data::{Absence, Atlas, Indicator};
use crate::document::{LabelMode, LegendPlace, MapSpec, Representation};
use crate::figure::FigureError;
use crate::figure::page::Page;
use crate::figure::page::layout::Box2;
use crate::figure::page::style;
use crate::figure::view::{Prepared, Sources};
use crate::scene::{Datum, Fill, Geometry, Group, Hatch, Node, Path, Role};

use super::basemap::{Basemap, LevelShapes};
use super::frame::{Fit, Frame, extent};
use super::ground::Focus;
use super::kinds::{behind_words, mapped_text};
use super::layout::{Laying, Layout};
use super::names::Naming;
use super::room::{Corner, Ground, seat};
use super::symbols::{self, SymbolScale};
use super::{MapModel, MapView, cut, legend, scale_bar};

/// Width of the locator, as a share of the map's shorter side.
const LOCATOR: f64 = 0.24;

/// The nodes of the page.
pub fn nodes(prepared: &Prepared<'_, MapView>, page: &Page) -> Result<Vec<Node>, FigureError> {
    let Prepared { spec, model, sources: Sources { atlas, basemap }, .. } = *prepared;
    let selected = selected_members(spec, atlas)?;
    let indicator = atlas.indicator(&spec.indicator)?;
    let lang = spec.lang;
    let laying = Laying { spec, model, atlas, basemap, page };
    let Layout { frame, fit, symbols, card } = laying.layout()?;
    let drawing = Drawing {
        spec,
        atlas,
        model,
        indicator,
        basemap,
        shapes: basemap.level(spec.level),
        frame: &frame,
        focus: Focus::of(spec, &atlas.territories),
        fit,
    };

    let mut nodes = vec![Node::Group(frame.heading.clone())];
    nodes.push(drawing.backdrop(spec.page.shows.backdrop));
    nodes.push(drawing.areas());
    nodes.push(drawing.borders());
    if let Some(scale) = &symbols {
        nodes.push(drawing.symbols(scale));
    }
    nodes.extend(drawing.focus_outline());
    // What is shown close up has its own outline.
    let is_focus =
        |code: &Code| drawing.focus.as_ref().is_some_and(|focus| focus.is(code, &atlas.territories));
    let selected: Vec<_> = selected.into_iter().filter(|(code, _)| !is_focus(code)).collect();
    if !selected.is_empty() {
        nodes.push(drawing.selected(&selected));
    }
    // What stands on the map, in the order of who chooses first.
    let ground = Ground::new(laying.subject(), &drawing.fit);
    let mut taken: Vec<Box2> = card.into_iter().collect();
    let mut over = Vec::new();
    if let Some(card) = card {
        let ground = Path::rect(card.x, card.y, card.width, card.height).filled(Fill::Solid(style::PAPER));
        over.push(Node::Group(Group { role: Role::Backdrop, clip: None, nodes: vec![Node::Path(ground)] }));
    }
    if spec.page.legend != LegendPlace::Hidden {
        let counts = legend::Counts::of(model, |unit| drawing.is_shown(unit));
        let legend = legend::build(spec, model, atlas, symbols.as_ref(), &frame, &counts);
        over.push(Node::Group(legend.ok_or(FigureError::NoRoom)?.group));
    }
    let (map, inset) = (frame.map, scale_bar::inset(&frame.sizes));
    let mut seated = |size, order: &[Corner]| {
        let room = seat(size, map, inset, order, &ground, &taken)?;
        taken.push(room.grown(inset * 0.4));
        Some(room)
    };
    use Corner::{BottomLeft, BottomRight, TopLeft, TopRight};
    if drawing.focus.is_some() {
        let side = LOCATOR * map.width.min(map.height);
        let room = seated([side, side * drawing.aspect()], &[TopRight, TopLeft, BottomRight, BottomLeft]);
        over.extend(room.map(|room| drawing.locator(room)));
    }
    if spec.page.shows.scale_bar {
        let size = scale_bar::bar_size(&drawing.fit, map, &frame.sizes);
        if let Some(room) = seated(size, &[BottomLeft, BottomRight, TopLeft, TopRight]) {
            let bar = scale_bar::scale_bar(&drawing.fit, map, room, &frame.sizes, lang);
            over.push(Node::Group(bar));
        }
    }
    if spec.page.shows.north {
        let size = scale_bar::north_size(&frame.sizes);
        let room = seated(size, &[TopRight, TopLeft, BottomRight, BottomLeft]);
        over.extend(room.map(|room| Node::Group(scale_bar::north(room, &frame.sizes))));
    }
    if spec.page.labels == LabelMode::Fitting {
        nodes.push(drawing.labels(symbols.as_ref(), &taken));
    }
    nodes.extend(over);
    nodes.push(Node::Group(frame.footer.clone()));
    Ok(nodes)
}

/// The selected territories with their Comuni.
fn selected_members<'a>(spec: &MapSpec, atlas: &'a Atlas) -> Result<Vec<(Code, &'a [usize])>, FigureError> {
    let territories = &atlas.territories;
    spec.selected
        .iter()
        .map(|code| {
            let (level, i) =
                territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
            Ok((code.clone(), territories.units(level)[i].members.as_slice()))
        })
        .collect()
}

/// What the parts of the map are drawn from.
struct Drawing<'a> {
    spec: &'a MapSpec,
    atlas: &'a Atlas,
    model: &'a MapModel,
    indicator: &'a Indicator,
    basemap: &'a Basemap,
    shapes: LevelShapes<'a>,
    frame: &'a Frame,
    focus: Option<Focus>,
    fit: Fit,
}

impl Drawing<'_> {
    /// Whether a unit is on the map and not among the surroundings of what it is about.
    fn is_shown(&self, unit: usize) -> bool {
        match &self.focus {
            Some(focus) => focus.units[unit],
            None => !cut::rings(self.fit.rings(&self.shapes.outlines()[unit]), self.frame.map).is_empty(),
        }
    }

    /// The colour of a unit as it is drawn, or the pattern for why it has none.
    fn fill(&self, unit: usize) -> Fill {
        let choropleth = self.spec.representation == Representation::Choropleth;
        let is_faint = self.focus.as_ref().is_some_and(|focus| !focus.units[unit]);
        let shade = |colour| if is_faint { style::faded(colour) } else { colour };
        match self.model.class_of[unit] {
            Ok(class) if choropleth && !is_faint && self.model.shown.hatched() == Some(class) => {
                Fill::Hatch(Hatch::Level)
            }
            Ok(class) if choropleth => Fill::Solid(shade(self.model.colours[class])),
            Ok(_) => Fill::Solid(shade(style::AREA_PLAIN)),
            Err(_) if is_faint => Fill::Solid(style::faded(style::AREA_PLAIN)),
            Err(reason) => Fill::Hatch(legend::hatch(reason)),
        }
    }

    fn clipped(&self, role: Role, nodes: Vec<Node>) -> Node {
        let map = self.frame.map;
        Node::Group(Group { role, clip: Some([map.x, map.y, map.width, map.height]), nodes })
    }

    /// The map plus a margin for the widest line, so that clipped edges are never visible.
    fn in_sight(&self) -> Box2 {
        const AROUND: f64 = 4.0;
        let (map, around) = (self.frame.map, self.width(AROUND));
        Box2 {
            x: map.x - around,
            y: map.y - around,
            width: map.width + 2.0 * around,
            height: map.height + 2.0 * around,
        }
    }

    /// The visible part of a polygon; `None` if there is none.
    fn shape(&self, polygon: &MultiPolygon) -> Option<Path> {
        let rings = cut::rings(self.fit.rings(polygon), self.in_sight());
        (!rings.is_empty()).then(|| Path::new(Geometry::Rings(rings)))
    }

    fn width(&self, at_a4: f64) -> f64 {
        at_a4 * self.frame.sizes.scale.max(0.7)
    }

    /// The background, and the surrounding provinces on it.
    fn backdrop(&self, around: bool) -> Node {
        let map = self.frame.map;
        let background =
            Path::rect(map.x, map.y, map.width, map.height).filled(Fill::Solid(style::BACKGROUND));
        let mut nodes = vec![Node::Path(background)];
        for province in self.basemap.backdrop().iter().filter(|_| around) {
            let Some(path) = self.shape(province) else { continue };
            let path = path.filled(Fill::Solid(style::BACKDROP));
            nodes.push(Node::Path(path.stroked(style::BACKDROP_LINE, self.width(0.6))));
        }
        self.clipped(Role::Backdrop, nodes)
    }

    fn areas(&self) -> Node {
        let mut nodes = Vec::with_capacity(self.shapes.outlines().len() + 1);
        if self.spec.level == Level::Asst {
            nodes.extend(self.without_asst());
        }
        for (i, outline) in self.shapes.outlines().iter().enumerate() {
            let Some(path) = self.shape(outline) else { continue };
            let path = path.filled(self.fill(i)).stroked(style::AREA_LINE, self.width(0.35));
            nodes.push(Node::Path(path.meaning(self.datum(i))));
        }
        self.clipped(Role::Areas, nodes)
    }

    /// The Comuni that belong to no ASST (the city of Milano), drawn as not applicable.
    fn without_asst(&self) -> impl Iterator<Item = Node> + '_ {
        let outside = self.atlas.territories.membership(Level::Asst);
        let fill = Fill::Hatch(legend::hatch(Absence::NotApplicable));
        let areas = self.basemap.areas().iter().zip(outside).filter(|(_, unit)| unit.is_none());
        areas.filter_map(move |(area, _)| Some(Node::Path(self.shape(area)?.filled(fill))))
    }

    fn datum(&self, unit: usize) -> Datum {
        let row = &self.model.table.rows[unit];
        let caption = self.model.caption_of(self.indicator, unit);
        let value = mapped_text(self.spec, caption, row.value);
        let behind = behind(self.spec, self.model, self.atlas, unit);
        let label = std::iter::once(format!("{}: {value}", row.name)).chain(behind);
        Datum { code: row.code.to_string(), label: label.collect::<Vec<_>>().join("; ") }
    }

    /// Borders of the Ambiti over Comuni, or of the units themselves at higher levels.
    fn borders(&self) -> Node {
        let level = if self.spec.level == Level::Comuni { Level::Ambiti } else { self.spec.level };
        let in_sight = |line: &LineString| {
            let points: Vec<_> = line.0.iter().map(|at| self.fit.point(*at)).collect();
            cut::line(&points, self.in_sight())
        };
        let borders = self.basemap.topology().borders(&self.atlas.territories.membership(level));
        let lines = borders.iter().flat_map(in_sight).collect();
        let path = Path::new(Geometry::Lines(lines)).stroked(style::GROUP_LINE, self.width(0.7));
        self.clipped(Role::Borders, vec![Node::Path(path)])
    }

    fn symbols(&self, scale: &SymbolScale) -> Node {
        let mut placed: Vec<(usize, f64)> = self
            .model
            .table
            .rows
            .iter()
            .enumerate()
            .filter_map(|(i, row)| Some((i, row.value.ok().filter(|v| *v != 0.0)?)))
            .filter(|(i, _)| self.focus.as_ref().is_none_or(|focus| focus.units[*i]))
            .collect();
        // Large ones first, so that small ones stay visible.
        placed.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let nodes = placed
            .into_iter()
            .filter_map(|(i, value)| {
                let at = self.fit.point(self.shapes.label(i)?.at);
                Some(Node::Path(symbols::circle(at, value, scale).meaning(self.datum(i))))
            })
            .collect();
        self.clipped(Role::Symbols, nodes)
    }

    /// The outline of a territory by its Comuni, inside a pale one, visible on every colour.
    fn outline(&self, members: &[usize], colour: Rgb, width: f64) -> impl Iterator<Item = Node> + '_ {
        let mut group = vec![None; self.basemap.areas().len()];
        for &i in members {
            group[i] = Some(0);
        }
        let outlines = self.basemap.topology().dissolve(&group);
        let paths = outlines.into_iter().filter_map(|(_, outline)| self.shape(&outline));
        paths.map(move |path| Node::Path(path.stroked(colour, self.width(width))))
    }

    /// Outlines of the selected territories, each in the colour of its line in a chart.
    fn selected(&self, selected: &[(Code, &[usize])]) -> Node {
        let mut nodes = Vec::new();
        for (_, members) in selected {
            nodes.extend(self.outline(members, style::SELECTED_HALO, 4.2));
        }
        for (i, (_, members)) in selected.iter().enumerate() {
            let colour = style::of_selected(i, selected.len());
            nodes.extend(self.outline(members, colour, 2.0));
        }
        self.clipped(Role::Selected, nodes)
    }

    /// The outline of what is shown close up.
    fn focus_outline(&self) -> Option<Node> {
        let Focus { level, unit, .. } = self.focus.as_ref()?;
        let members = &self.atlas.territories.units(*level)[*unit].members;
        let nodes = self.outline(members, style::SELECTED_LINE, 1.8).collect();
        Some(self.clipped(Role::Selected, nodes))
    }

    fn labels(&self, symbols: Option<&SymbolScale>, taken: &[Box2]) -> Node {
        let fill = |unit| self.fill(unit);
        let naming = Naming {
            spec: self.spec,
            atlas: self.atlas,
            basemap: self.basemap,
            model: self.model,
            fit: &self.fit,
            map: self.frame.map,
            size: self.frame.sizes.label,
            focus: self.focus.as_ref().map(|focus| focus.units.as_slice()),
            symbols,
            fill: &fill,
        };
        self.clipped(Role::Labels, naming.labels(taken))
    }

    /// Height of the whole territory, as a share of its width.
    fn aspect(&self) -> f64 {
        extent(self.basemap.areas()).map_or(1.0, |all| (all.height() / all.width().max(1.0)).clamp(0.4, 2.0))
    }

    /// A small map of the whole territory, with what is shown close up.
    fn locator(&self, room: Box2) -> Node {
        let ground = Path::rect(room.x, room.y, room.width, room.height).filled(Fill::Solid(style::PAPER));
        let mut nodes = vec![Node::Path(ground.stroked(style::BACKDROP_LINE, self.width(0.5)))];
        let whole = extent(self.basemap.areas());
        if let (Some(whole), Some(focus)) = (whole, &self.focus) {
            let fit = Fit::new(whole, room, 0.06, 1.0, [0.5; 2]);
            let areas = self.basemap.areas();
            let fill = |shape: &MultiPolygon, colour| {
                Node::Path(Path::new(Geometry::Rings(fit.rings(shape))).filled(Fill::Solid(colour)))
            };
            match self.basemap.level(Level::Ats).outlines() {
                [] => nodes.extend(areas.iter().map(|area| fill(area, style::CONTEXT))),
                outlines => nodes.extend(outlines.iter().map(|outline| fill(outline, style::CONTEXT))),
            }
            let here = &self.basemap.level(focus.level).outlines()[focus.unit];
            nodes.push(fill(here, style::SELECTED_LINE));
        }
        Node::Group(Group { role: Role::Locator, clip: None, nodes })
    }
}

/// The values behind the mapped number of a unit: those at both dates, or that of the second indicator. Empty for a
/// map of values.
fn behind(spec: &MapSpec, model: &MapModel, atlas: &Atlas, unit: usize) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
    let caption = model.caption_of(indicator, unit);
    behind_words(spec, caption, atlas, &model.shown.behind(unit))
}
