//! Draws the parts of a map.

use geo::{LineString, MultiPolygon};

use crate::base::{Code, Level};
use crate::data::{Absence, Atlas, Indicator};
use crate::document::{LabelMode, LegendPlace, MapSpec, Representation};
use crate::figure::FigureError;
use crate::figure::page::Page;
use crate::figure::page::layout::Box2;
use crate::figure::page::style;
use crate::figure::view::{Prepared, Sources};
use crate::geo::label::most_radius;
use crate::i18n::texts;
use crate::scene::{Datum, Fill, Geometry, Group, Node, Path, Role};

use super::basemap::{Basemap, LevelShapes};
use super::frame::{Fit, Frame, extent};
use super::importance::importance;
use super::kinds::{behind_words, mapped_text};
use super::labels::{self, Candidate};
use super::symbols::{self, SymbolScale};
use super::{MapModel, MapView, cut, legend, scale_bar};

/// The most selected territories that are named even where their names do not fit inside.
const MOST_NAMED: usize = 12;

/// The nodes of the page.
pub fn nodes(prepared: &Prepared<'_, MapView>, page: &Page) -> Result<Vec<Node>, FigureError> {
    let Prepared { spec, model, sources: Sources { atlas, basemap }, .. } = *prepared;
    let selected = selected_members(spec, atlas)?;
    let indicator = atlas.indicator(&spec.indicator)?;
    let lang = spec.lang;
    let frame = Frame::new(&spec.page, page, legend::need(model, spec));
    if !frame.has_room() {
        return Err(FigureError::NoRoom);
    }

    let shapes = basemap.level(spec.level);
    let framed = || -> Vec<_> {
        match selected.as_slice() {
            [] => basemap.areas().iter().collect(),
            some => some.iter().flat_map(|(_, members)| *members).map(|&i| &basemap.areas()[i]).collect(),
        }
    };
    let asked = spec.extent.filter(|sides| sides.iter().all(|side| side.is_finite()));
    let asked = asked.map(|[west, south, east, north]| geo::Rect::new((west, south), (east, north)));
    let extent = asked.or_else(|| extent(framed())).unwrap_or_else(|| geo::Rect::new((0.0, 0.0), (1.0, 1.0)));
    let drawing = Drawing {
        spec,
        atlas,
        model,
        indicator,
        basemap,
        shapes,
        frame: &frame,
        fit: Fit::new(extent, frame.map),
    };
    let symbol_scale = (spec.representation == Representation::Symbols)
        .then(|| {
            let largest = 0.085 * frame.map.width.min(frame.map.height);
            SymbolScale::new(model.table.present(), largest)
        })
        .flatten();

    let mut nodes = vec![Node::Group(frame.heading.clone())];
    nodes.push(drawing.backdrop(spec.page.shows.backdrop));
    nodes.push(drawing.areas());
    nodes.push(drawing.borders());
    if let Some(scale) = &symbol_scale {
        nodes.push(drawing.symbols(scale));
    }
    if !selected.is_empty() {
        nodes.push(drawing.selected(&selected));
    }
    if spec.page.labels == LabelMode::Fitting {
        nodes.push(drawing.labels());
    }
    if spec.page.legend != LegendPlace::Hidden {
        let legend = legend::build(spec, model, atlas, symbol_scale.as_ref(), &frame);
        nodes.push(Node::Group(legend.ok_or(FigureError::NoRoom)?));
    }
    if spec.page.shows.scale_bar {
        nodes.push(Node::Group(scale_bar::scale_bar(&drawing.fit, frame.map, &frame.sizes, lang)));
    }
    if spec.page.shows.north {
        nodes.push(Node::Group(scale_bar::north(frame.map, &frame.sizes)));
    }
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
    fit: Fit,
}

impl Drawing<'_> {
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
        let choropleth = self.spec.representation == Representation::Choropleth;
        let mut nodes = Vec::with_capacity(self.shapes.outlines().len() + 1);
        if self.spec.level == Level::Asst {
            nodes.extend(self.without_asst());
        }
        for (i, outline) in self.shapes.outlines().iter().enumerate() {
            let Some(path) = self.shape(outline) else { continue };
            let fill = match self.model.class_of[i] {
                Ok(class) if choropleth => Fill::Solid(self.model.colours[class]),
                Ok(_) => Fill::Solid(style::AREA_PLAIN),
                Err(reason) => Fill::Hatch(legend::hatch(reason)),
            };
            let path = path.filled(fill).stroked(style::AREA_LINE, self.width(0.35));
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

    /// Outlines of the selected territories: a dark line inside a pale one, visible on every colour.
    fn selected(&self, selected: &[(Code, &[usize])]) -> Node {
        let n = self.basemap.areas().len();
        let mut nodes = Vec::new();
        for (colour, width) in [(style::SELECTED_HALO, 3.4), (style::SELECTED_LINE, 1.7)] {
            for (_, members) in selected {
                let mut group = vec![None; n];
                for &i in *members {
                    group[i] = Some(0);
                }
                for (_, outline) in self.basemap.topology().dissolve(&group) {
                    let path = self.shape(&outline).map(|path| path.stroked(colour, self.width(width)));
                    nodes.extend(path.map(Node::Path));
                }
            }
        }
        self.clipped(Role::Selected, nodes)
    }

    /// A few selected territories with their names, which are written even where they do not fit inside: an outline
    /// among Ambiti says of no Comune which one it is.
    fn selected_names(&self) -> Vec<(String, [f64; 2])> {
        let (lang, territories) = (self.spec.lang, &self.atlas.territories);
        if self.spec.selected.len() > MOST_NAMED {
            return Vec::new();
        }
        let named = self.spec.selected.iter().filter_map(|code| {
            let (level, unit) = territories.find(code)?;
            let label = self.basemap.level(level).label(unit)?;
            let name = territories.units(level)[unit].name.as_str();
            let name = match level {
                _ if level == self.spec.level => name.to_owned(),
                Level::Comuni => texts::name_comune(lang, name),
                Level::Ambiti => texts::name_ambito(lang, name),
                Level::Asst | Level::Ats => name.to_owned(),
            };
            Some((name, self.fit.point(label.at)))
        });
        named.collect()
    }

    fn labels(&self) -> Node {
        let comuni = self.spec.level == Level::Comuni;
        // Part of the territory leaves room for larger names than all of it.
        let roomy = !comuni || !self.spec.selected.is_empty() || self.spec.extent.is_some();
        let size = self.frame.sizes.label * if roomy { 1.35 } else { 1.0 };
        let rows = &self.model.table.rows;
        let importance = importance(self.atlas, self.spec.level, self.spec.date);
        let candidates: Vec<Candidate<'_>> = rows
            .iter()
            .enumerate()
            .filter_map(|(i, row)| {
                // Finding the label point is expensive, and on a large map most names fit nowhere.
                let most = most_radius(&self.shapes.outlines()[i]) * self.fit.scale;
                let point = labels::could_stand(&row.name, most, size, labels::REACH)
                    .then(|| self.shapes.label(i))
                    .flatten()?;
                Some(Candidate {
                    name: &row.name,
                    at: self.fit.point(point.at),
                    radius: point.radius * self.fit.scale,
                    importance: importance[i],
                })
            })
            .collect();
        let selected = self.selected_names();
        let named = selected.iter().map(|(name, at)| Candidate {
            name,
            at: *at,
            radius: f64::INFINITY,
            importance: f64::INFINITY,
        });
        let is_named = |candidate: &Candidate<'_>| selected.iter().any(|(name, _)| name == candidate.name);
        let others = candidates.into_iter().filter(|candidate| !is_named(candidate));
        let candidates = named.chain(others).collect();
        let nodes = labels::draw(labels::place(candidates, self.frame.map, size, labels::REACH), size);
        self.clipped(Role::Labels, nodes)
    }
}

/// The values behind the mapped number of a unit: those at both dates, or that of the second indicator. Empty for a
/// map of values.
fn behind(spec: &MapSpec, model: &MapModel, atlas: &Atlas, unit: usize) -> Vec<String> {
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
    let caption = model.caption_of(indicator, unit);
    behind_words(spec, caption, atlas, &model.shown.behind(unit))
}
