//! The names on a map: which matter, how they are written, and where they stand.

use geo::{LineString, MultiPolygon, Polygon};

use crate::base::Level;
use crate::data::Atlas;
use crate::document::{MapFrame, MapSpec, Representation};
use crate::figure::page::layout::Box2;
use crate::figure::page::style;
use crate::figure::wording::told_name;
use crate::geo::label::{label_point, most_radius};
use crate::i18n::texts;
use crate::scene::{Fill, Node, Weight, text};

use super::basemap::Basemap;
use super::cut;
use super::frame::Fit;
use super::importance::importance;
use super::labels::{self, Candidate, LabelInk, Placed, REACH};
use super::numbers::MapModel;
use super::symbols::SymbolScale;

/// The most selected territories that are named even where their names do not fit inside.
const MOST_NAMED: usize = 12;

/// More than the residents of any territory: each rank is above all residents of the next.
const RANK: f64 = 1e9;

/// The reach of the name of the chief place of an Ambito.
const REACH_OF_CHIEF: f64 = 3.4;

/// The share of names that must have had room so far for one more to be written: circles leave room for fewer.
const AMONG_AREAS: f64 = 0.8;
const AMONG_CIRCLES: f64 = 0.5;

/// The most circles that are named on a map of everything.
const MOST_CIRCLES: usize = 80;

/// Type sizes to try close up, until all names have room, and that of a part.
const CLOSE: [f64; 5] = [1.45, 1.35, 1.2, 1.05, 0.95];
const ROOMY: f64 = 1.35;

/// What the names are chosen from.
pub struct Naming<'a> {
    pub spec: &'a MapSpec,
    pub atlas: &'a Atlas,
    pub basemap: &'a Basemap,
    pub model: &'a MapModel,
    pub fit: &'a Fit,
    pub map: Box2,
    /// Type size of the names on a map of everything.
    pub size: f64,
    /// Close up, which units the map is about.
    pub focus: Option<&'a [bool]>,
    pub symbols: Option<&'a SymbolScale>,
    /// How a unit is filled.
    pub fill: &'a dyn Fn(usize) -> Fill,
}

impl Naming<'_> {
    /// The names as text, none of them over what is `taken`.
    pub fn labels(&self, taken: &[Box2]) -> Vec<Node> {
        let selected = self.selected_names();
        if let Some(focus) = self.focus {
            let members = focus.iter().filter(|member| **member).count();
            // All its names, even if they have to be smaller.
            let sizes = CLOSE.map(|share| self.size * share);
            let placed = sizes.map(|size| (size, self.placed(size, &selected, taken)));
            let named = |placed: &[Option<Placed>]| placed.iter().take(members).flatten().count();
            let best = placed.into_iter().reduce(|a, b| if named(&b.1) > named(&a.1) { b } else { a });
            let (size, placed) = best.unwrap_or_default();
            return labels::draw(placed.into_iter().flatten().collect(), size);
        }
        let comuni = self.spec.level == Level::Comuni;
        let size = self.size * if comuni && self.is_whole() { 1.0 } else { ROOMY };
        let placed = self.placed(size, &selected, taken);
        let share = if self.symbols.is_some() { AMONG_CIRCLES } else { AMONG_AREAS };
        let placed = if comuni && self.is_whole() {
            // Of small circles nobody asks which is which.
            let most = if self.symbols.is_some() { MOST_CIRCLES } else { usize::MAX };
            let placed = placed.into_iter().take(most).collect();
            labels::without_stray(placed, share)
        } else {
            placed.into_iter().flatten().collect()
        };
        labels::draw(placed, size)
    }

    fn is_whole(&self) -> bool {
        match self.spec.frame {
            MapFrame::All => true,
            MapFrame::Selected => self.spec.selected.is_empty(),
            MapFrame::Unit(_) | MapFrame::Part(_) | MapFrame::Metres(_) => false,
        }
    }

    fn placed(&self, size: f64, selected: &[(String, [f64; 2])], taken: &[Box2]) -> Vec<Option<Placed>> {
        let named = selected.iter().map(|(name, at)| Candidate {
            name,
            unit: None,
            at: *at,
            radius: f64::INFINITY,
            reach: 1.0,
            importance: f64::INFINITY,
            circle: 0.0,
            ink: LabelInk::default(),
        });
        let is_named = |candidate: &Candidate<'_>| selected.iter().any(|(name, _)| name == candidate.name);
        let others = self.candidates(size, taken).into_iter().filter(|candidate| !is_named(candidate));
        labels::place_each(named.chain(others).collect(), self.map, size, taken, &self.bold(size))
    }

    /// Points along the bold outline of what a map is about close up, where circles leave names a choice.
    fn bold(&self, size: f64) -> Vec<[f64; 2]> {
        let (MapFrame::Unit(code), Some(_)) = (&self.spec.frame, self.symbols) else { return Vec::new() };
        let Some((level, unit)) = self.atlas.territories.find(code) else { return Vec::new() };
        let rings = self.fit.rings(&self.basemap.level(level).outlines()[unit]);
        let mut points = Vec::new();
        for ring in &rings {
            for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let [across, down] = [to[0] - from[0], to[1] - from[1]];
                let steps = (across.hypot(down) / (size * 0.5)).ceil().max(1.0) as usize;
                points.extend((0..steps).map(|step| {
                    let share = step as f64 / steps as f64;
                    [from[0] + share * across, from[1] + share * down]
                }));
            }
        }
        points
    }

    fn candidates(&self, size: f64, taken: &[Box2]) -> Vec<Candidate<'_>> {
        let (atlas, spec) = (self.atlas, self.spec);
        let residents = importance(atlas, spec.level, spec.date);
        let chiefs = chief_places(atlas, spec.level, &residents);
        let shapes = self.basemap.level(spec.level);
        let rows = self.model.table.rows.iter().enumerate();
        let candidates = rows.filter_map(|(unit, row)| {
            let member = self.focus.map(|focus| focus[unit]);
            let chief = chiefs[unit];
            let reach = match (member, chief) {
                (Some(true), _) => f64::INFINITY,
                (_, true) => REACH_OF_CHIEF,
                _ => REACH,
            };
            let circle = self.circle(unit);
            // Finding the label point is expensive, and on a large map most names fit nowhere.
            let most = most_radius(&shapes.outlines()[unit]) * self.fit.scale;
            if circle == 0.0 && !labels::could_stand(&row.name, most, size, reach) {
                return None;
            }
            let point = shapes.label(unit)?;
            let (mut at, mut radius) = (self.fit.point(point.at), point.radius * self.fit.scale);
            let is_covered = || circle == 0.0 && self.over(at, &row.name, taken).is_some();
            if !self.is_whole() && (!self.holds(at) || is_covered()) {
                // Its name stands in the part that is seen, at the edge.
                (at, radius) = self.seen_of(&shapes.outlines()[unit], &row.name, taken)?;
            }
            let rank = match (member, chief) {
                (Some(true), _) => 2.0,
                (_, true) => 1.0,
                _ => 0.0,
            };
            let mut ink = self.ink(unit, circle > 0.0);
            if member == Some(false) {
                ink.colour = style::MUTED;
            }
            let importance = residents[unit] + rank * RANK;
            Some(Candidate { name: &row.name, unit: Some(unit), at, radius, reach, importance, circle, ink })
        });
        candidates.collect()
    }

    fn holds(&self, at: [f64; 2]) -> bool {
        self.map.contains(&Box2 { x: at[0], y: at[1], width: 0.0, height: 0.0 })
    }

    /// The centre of what is seen of a shape, and the room around it: beside what is `taken`, where that lies on it.
    fn seen_of(&self, shape: &MultiPolygon<f64>, name: &str, taken: &[Box2]) -> Option<([f64; 2], f64)> {
        let seen_in = |room: Box2| {
            let rings = cut::rings(self.fit.rings(shape), room).into_iter();
            let polygons = rings.map(|ring| Polygon::new(LineString::from(ring), Vec::new()));
            let seen = label_point(&MultiPolygon(polygons.collect()))?;
            Some(([seen.at.x, seen.at.y], seen.radius))
        };
        let seen = seen_in(self.map)?;
        let Some(over) = self.over(seen.0, name, taken) else { return Some(seen) };
        let free = beside(self.map, over).into_iter().filter_map(seen_in);
        free.max_by(|a, b| a.1.total_cmp(&b.1)).or(Some(seen))
    }

    /// What is `taken` where a name would stand.
    fn over(&self, [x, y]: [f64; 2], name: &str, taken: &[Box2]) -> Option<Box2> {
        let width = text::width(name, self.size * ROOMY, Weight::Regular);
        let around = Box2 { x: x - width / 2.0, y, width, height: 0.0 }.grown(self.size);
        taken.iter().find(|room| room.overlaps(&around)).copied()
    }

    /// Radius of the circle of a unit.
    fn circle(&self, unit: usize) -> f64 {
        let is_drawn = self.focus.is_none_or(|focus| focus[unit]);
        let value = self.model.table.rows[unit].value.ok().filter(|_| is_drawn);
        self.symbols.zip(value).map_or(0.0, |(scale, value)| scale.radius(value))
    }

    /// How the name of a unit is written where its own colour is below it, or its circle.
    fn ink(&self, unit: usize, on_circle: bool) -> LabelInk {
        if on_circle {
            return LabelInk { colour: style::PAPER, halo: None, weight: Weight::Regular };
        }
        match (self.fill)(unit) {
            Fill::Solid(colour) => LabelInk::on(colour),
            _ => LabelInk::default(),
        }
    }

    /// A few selected territories with their names, which are written even where they do not fit inside: an outline
    /// among Ambiti says of no Comune which one it is.
    fn selected_names(&self) -> Vec<(String, [f64; 2])> {
        let (lang, territories) = (self.spec.lang, &self.atlas.territories);
        // Close up, the heading names it.
        if self.spec.selected.len() > MOST_NAMED || self.focus.is_some() {
            return Vec::new();
        }
        let are_circles = self.spec.representation == Representation::Symbols;
        let named = self.spec.selected.iter().filter_map(|code| {
            let (level, unit) = territories.find(code)?;
            // Its name stands beside its circle.
            if are_circles && level == self.spec.level {
                return None;
            }
            let label = self.basemap.level(level).label(unit)?;
            let name = territories.units(level)[unit].name.as_str();
            let name = match level {
                _ if level == self.spec.level => name.to_owned(),
                Level::Comuni => texts::name_comune(lang, name),
                Level::Ambiti => told_name(lang, Some(level), name),
                Level::Asst | Level::Ats => name.to_owned(),
            };
            Some((name, self.fit.point(label.at)))
        });
        named.collect()
    }
}

/// The parts of a map at the left of a box, at its right, above and below it.
fn beside(map: Box2, taken: Box2) -> Vec<Box2> {
    let (right, bottom) = (taken.x + taken.width, taken.y + taken.height);
    let parts = [
        Box2 { width: taken.x - map.x, ..map },
        Box2 { x: right, width: map.x + map.width - right, ..map },
        Box2 { height: taken.y - map.y, ..map },
        Box2 { y: bottom, height: map.y + map.height - bottom, ..map },
    ];
    parts.into_iter().filter(|part| part.width > 0.0 && part.height > 0.0).collect()
}

/// Which Comuni are the chief places of their Ambiti, those with most residents; every unit of a higher level matters.
fn chief_places(atlas: &Atlas, level: Level, residents: &[f64]) -> Vec<bool> {
    let territories = &atlas.territories;
    let mut chiefs = vec![level != Level::Comuni; residents.len()];
    if level == Level::Comuni {
        for ambito in territories.units(Level::Ambiti) {
            let chief = ambito.members.iter().max_by(|a, b| residents[**a].total_cmp(&residents[**b]));
            if let Some(chief) = chief {
                chiefs[*chief] = true;
            }
        }
    }
    chiefs
}
