//! The map canvas: pan, zoom, hover, selection. It draws the same model as figures.

mod camera;
pub mod frame;
mod furniture;
pub mod geometry;
pub(crate) mod hatches;
mod labels;
pub(crate) mod paint;
mod shown;
mod spoken;
mod tools;

use std::sync::Arc;

use egui::epaint::Mesh as PaintMesh;
use egui::{Color32, Key, Rect, Response, Role, Sense, Shape, Ui, WidgetInfo};

use crate::base::{Code, Level, Rgb, Vision};
use crate::document::{MapFrame, MapSpec, Representation};
use crate::engine::{Action, Framing, Layers, State, Tool};
use crate::figure::map::labels::{Candidate, LabelInk, Placed, REACH};
use crate::figure::map::symbols::SymbolScale;
use crate::figure::map::{Focus, ground, part_of_metres};
use crate::figure::page::style;
use crate::figure::{MapModel, hatch, level_name, names, when_phrase};
use crate::geo::mesh::Stroke;
use crate::i18n::texts;
use crate::scene::Hatch;

pub use camera::Camera;
use frame::{Look, MapMeshes, map_meshes};
use geometry::MapGeometry;
use hatches::Hatches;
use labels::{LabelKey, Labels, NameColours};
use paint::Line;
pub(crate) use shown::Shown;
use tools::{Asked, Drawing};

use super::theme::{Theme, colour, line_width};

/// Duration of animated moves, in seconds.
const MOVE_SECONDS: f64 = 0.18;
/// Zoom factor of one keyboard step or double click.
const ZOOM_STEP: f64 = 1.6;
/// Distance that one arrow key pans, in points.
const PAN_STEP: f32 = 60.0;
/// The most circles that are named while everything is shown, as in figures.
const CIRCLES_NAMED: f64 = 80.0;
/// Radius of the largest proportional symbol, relative to the shorter side of the map.
const SYMBOL_RADIUS: f32 = 0.085;

/// What the meshes on screen depend on: while it is unchanged, they are reused.
#[derive(Clone, PartialEq)]
struct PaintKey {
    camera: Camera,
    screen: Rect,
    pixels_per_point: f32,
    model: *const MapModel,
    level: Level,
    representation: Representation,
    theme: *const Theme,
    highlighted: Option<Highlighted>,
    focus: Option<(Level, usize)>,
    layers: Layers,
    vision: Vision,
}

/// Territories highlighted by something other than the pointer on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Highlighted {
    /// Those of a class.
    Class(usize),
}

/// What the map was asked to show.
enum Asking {
    Framing(Framing),
    /// A part, as a spec has it.
    Part(MapFrame),
}

/// An animated move of the map.
struct Move {
    from: Camera,
    to: Camera,
    /// Whether everything is shown at the end.
    whole: bool,
    started: f64,
}

/// The map on the screen.
pub(crate) struct MapCanvas {
    geometry: Arc<MapGeometry>,
    hatches: Option<Hatches>,
    /// `None` while the whole territory is shown.
    camera: Option<Camera>,
    fitted: f64,
    /// The size of the map when it was last drawn.
    size: egui::Vec2,
    /// The part of the territory on the screen, in metres; `None` while all of it is.
    seen: Option<[f64; 4]>,
    movement: Option<Move>,
    framing: Option<Asking>,
    /// The framing it was last moved to, with what was selected then; `None` once it was moved by hand.
    framed: Option<(MapFrame, Vec<Code>)>,
    /// The model is kept so that its address, which is part of the key, cannot be reused.
    painted: Option<(PaintKey, Arc<MapModel>, Vec<Arc<PaintMesh>>)>,
    labels: Labels,
    /// The outline of each selected territory.
    selected: (Vec<Code>, Vec<Stroke>),
    hovered: (Option<(Level, usize)>, Stroke),
    drawing: Drawing,
    zoom_asked: Option<f64>,
    /// Whether the pointer is on it.
    is_pointed: bool,
    /// Whether it stands beside another one, which has the buttons.
    is_second: bool,
}

impl MapCanvas {
    /// A canvas for a territory.
    pub fn new(geometry: Arc<MapGeometry>) -> Self {
        Self {
            geometry,
            hatches: None,
            camera: None,
            fitted: 1.0,
            size: egui::Vec2::ZERO,
            seen: None,
            movement: None,
            framing: None,
            framed: None,
            painted: None,
            labels: Labels::default(),
            selected: (Vec::new(), Vec::new()),
            hovered: (None, Stroke::default()),
            drawing: Drawing::default(),
            zoom_asked: None,
            is_pointed: false,
            is_second: false,
        }
    }

    /// A canvas of the same territory beside this one.
    pub(crate) fn beside(&self) -> Self {
        Self { is_second: true, ..Self::new(Arc::clone(&self.geometry)) }
    }

    /// Whether both are of the same territory.
    pub(crate) fn is_of_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.geometry, &other.geometry)
    }

    /// The width of the territory in heights of it.
    pub(crate) fn shape(&self) -> f32 {
        let [west, south, east, north] = self.geometry.extent;
        ((east - west) / (north - south).max(1.0)) as f32
    }

    /// Shows the part of the territory that another one shows.
    pub(crate) fn move_with(&mut self, other: &Self) {
        (self.camera, self.fitted) = (other.camera, other.fitted);
        self.framed.clone_from(&other.framed);
    }

    /// Where it is; `None` while the whole territory is shown.
    pub(crate) fn place(&self) -> Option<Camera> {
        self.camera
    }

    /// The unit under the pointer, if the pointer is on this map.
    pub(crate) fn pointed(&self) -> Option<usize> {
        self.hovered().filter(|_| self.is_pointed)
    }

    /// Paints the map over another one of the same room, within `part` of it.
    pub(crate) fn over(
        &mut self,
        ui: &Ui,
        shown: &Shown<'_>,
        screen: Rect,
        part: Rect,
        pointed: Option<usize>,
    ) {
        self.is_pointed = false;
        self.fitted = self.fit(self.geometry.extent, screen).scale;
        let camera = self.camera.unwrap_or_else(|| self.fit(self.geometry.extent, screen));
        self.outline_unit(shown, pointed);
        let painter = ui.painter_at(part.intersect(screen));
        self.paint(ui, &painter, shown, &camera, screen, None);
    }

    /// What of the territory is on the screen; `None` while all of it is.
    pub(crate) fn seen(&self, state: &State) -> Option<MapFrame> {
        self.frame_now(state).cloned().or_else(|| self.seen.and_then(part_of_metres))
    }

    /// The framing it was moved to, while it is still that: territories selected since did not move the map.
    fn frame_now(&self, state: &State) -> Option<&MapFrame> {
        let (frame, selected) = self.framed.as_ref()?;
        (*selected == state.document.map.selected).then_some(frame)
    }

    /// The territory that is shown close up, by the rule of figures.
    fn focus(&self, state: &State) -> Option<Focus> {
        let spec = MapSpec { frame: self.frame_now(state)?.clone(), ..state.document.map.clone() };
        Focus::of(&spec, &state.bundle.atlas.territories)
    }

    /// The unit under the pointer, at the level shown.
    pub(crate) fn hovered(&self) -> Option<usize> {
        self.hovered.0.map(|(_, unit)| unit)
    }

    /// Requests a move of the map for the next time it is drawn.
    pub fn frame(&mut self, framing: Framing) {
        self.framing = Some(Asking::Framing(framing));
    }

    /// Requests that it shows what the framing of a spec says.
    pub fn show(&mut self, frame: &MapFrame) {
        self.framing = Some(match frame {
            MapFrame::All => Asking::Framing(Framing::All),
            MapFrame::Selected => Asking::Framing(Framing::Selected),
            MapFrame::Unit(code) => Asking::Framing(Framing::Unit(code.clone())),
            MapFrame::Part(_) | MapFrame::Metres(_) => Asking::Part(frame.clone()),
        });
    }

    /// Draws the map in the available room and returns the user's action. `pointed` is the unit under the pointer in
    /// another view.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        highlighted: Option<Highlighted>,
        pointed: Option<usize>,
    ) -> Option<Action> {
        let state: &State = shown;
        let (screen, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        if screen.width() < 8.0 || screen.height() < 8.0 {
            return None;
        }
        let theme = Theme::of(ui);
        response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, map_label(shown)));
        spoken::values(ui, &response, shown);
        let camera = self.move_camera(ui, &response, screen, state);
        self.seen = self.camera.and_then(|camera| self.part_on(screen, &camera));

        let mut action = self.point(ui, &response, screen, state, &camera, pointed);
        if let Some(drawn) = self.drawing.follow(&response, state.tool) {
            let codes = tools::units_within(&drawn, &camera, screen, self.geometry.origin, state);
            let add = ui.input(|input| input.modifiers.command || input.modifiers.shift);
            action = Some(if add { Action::AddSelected(codes) } else { Action::Choose(codes) });
        }
        let painter = ui.painter_at(screen);
        self.paint(ui, &painter, shown, &camera, screen, highlighted);
        self.drawing.paint(&painter, theme);
        if response.has_focus() {
            let ring = screen.shrink(1.0);
            painter.rect_stroke(ring, 0.0, (1.0, theme.accent), egui::StrokeKind::Inside);
        }
        let tools = if self.is_second { None } else { tools::toolbar(ui, screen, state, ZOOM_STEP) };
        match tools {
            Some(Asked::Action(asked)) => Some(asked),
            Some(Asked::Zoom(factor)) => {
                self.zoom_asked = Some(factor);
                ui.ctx().request_repaint();
                action
            }
            None => action,
        }
    }

    /// Paints the map: areas, circles, outlines, names and what stands on it.
    fn paint(
        &mut self,
        ui: &Ui,
        painter: &egui::Painter,
        shown: &Shown<'_>,
        camera: &Camera,
        screen: Rect,
        highlighted: Option<Highlighted>,
    ) {
        let state: &State = shown;
        self.update_outlines(state);
        let focus = self.focus(state);

        let theme = Theme::of(ui);
        for mesh in self.meshes(ui, shown, camera, screen, theme, (highlighted, focus.as_ref())) {
            painter.add(Shape::Mesh(mesh));
        }
        let feather = 1.0 / ui.pixels_per_point();
        let to = camera.to_screen(screen);
        if shown.map.representation == Representation::Symbols {
            self.symbols(painter, shown, camera, screen, theme, focus.as_ref());
        }
        let outline = |stroke: &Stroke, colour, width| {
            let mut mesh = PaintMesh::default();
            let chunk = paint::whole_stroke(stroke);
            paint::line(&mut mesh, stroke, &chunk, to, Line { colour, width, feather });
            painter.add(Shape::mesh(mesh));
        };
        let selected = &self.selected.1;
        for stroke in selected {
            outline(stroke, theme.selected_halo, line_width::SELECTED_HALO);
        }
        for (i, stroke) in selected.iter().enumerate() {
            // As in figures: what is close up is the only one, the others have the colours of their lines in charts.
            let of_line = || theme.hue(state.vision.sees(style::of_selected(i, selected.len())));
            let colour = if focus.is_some() { theme.selected } else { of_line() };
            outline(stroke, colour, line_width::SELECTED);
        }
        outline(&self.hovered.1, theme.selected_halo, line_width::HOVER * 2.0);
        outline(&self.hovered.1, theme.selected, line_width::HOVER);
        let layers = state.settings.layers;
        if layers.labels {
            self.labels(painter, shown, (camera, screen), theme, (highlighted, focus.as_ref()));
        }
        if layers.furniture {
            furniture::paint(painter, camera, screen, state, theme);
        }
    }

    fn fit(&self, extent: [f64; 4], screen: Rect) -> Camera {
        let left = tools::toolbar_rect(screen).map_or(0.0, |toolbar| toolbar.right() - screen.left());
        Camera::fit(extent, screen, left)
    }

    /// The part of the territory on the screen; `None` for all of it, or if none is.
    fn part_on(&self, screen: Rect, camera: &Camera) -> Option<[f64; 4]> {
        let [west, south, east, north] = self.geometry.extent;
        let [low, high] = [screen.left_bottom(), screen.right_top()].map(|at| camera.position(at, screen));
        let part = [west.max(low.x), south.max(low.y), east.min(high.x), north.min(high.y)];
        let is_part = part[0] < part[2] && part[1] < part[3] && part != self.geometry.extent;
        let geo::Coord { x, y } = self.geometry.origin;
        is_part.then(|| [part[0] + x, part[1] + y, part[2] + x, part[3] + y])
    }

    /// The camera after drags, wheel and keys.
    fn move_camera(&mut self, ui: &Ui, response: &Response, screen: Rect, state: &State) -> Camera {
        let everything = self.fit(self.geometry.extent, screen);
        self.fitted = everything.scale;
        // While everything is shown, it stays so when the map is resized.
        let mut camera = self.camera.unwrap_or(everything);
        let now = ui.input(|input| input.time);
        let resized = std::mem::replace(&mut self.size, screen.size()) != screen.size();
        let framed = self.frame_now(state).filter(|_| resized).cloned();
        if let Some(extent) = framed.and_then(|frame| self.extent_of_frame(state, &frame)) {
            // So does a territory that was framed.
            let to = self.fit(extent, screen);
            match &mut self.movement {
                Some(movement) => movement.to = to,
                None => (camera, self.camera) = (to, Some(to)),
            }
        }

        if let Some(framing) = self.framing.take() {
            let frame = match &framing {
                Asking::Framing(framing) => framing.of_spec(),
                Asking::Part(frame) => Some(frame.clone()),
            };
            let extent = match &frame {
                Some(frame) => self.extent_of_frame(state, frame),
                None => self.valued_extent(state),
            };
            let extent = extent.unwrap_or(self.geometry.extent);
            let whole = extent == self.geometry.extent;
            let is_close =
                frame.filter(|frame| !whole && !matches!(frame, MapFrame::Part(_) | MapFrame::Metres(_)));
            self.framed = is_close.map(|frame| (frame, state.document.map.selected.clone()));
            self.movement = Some(Move { from: camera, to: self.fit(extent, screen), whole, started: now });
        }
        let start = |to: Camera| Some(Move { from: camera, to, whole: false, started: now });
        if response.double_clicked()
            && let Some(at) = response.interact_pointer_pos()
        {
            let mut to = camera;
            to.zoom(ZOOM_STEP * ZOOM_STEP, at, screen, self.fitted);
            (self.movement, self.framed) = (start(to), None);
        }
        if let Some(factor) = self.zoom_asked.take() {
            let mut to = self.movement.as_ref().map_or(camera, |movement| movement.to);
            to.zoom(factor, screen.center(), screen, self.fitted);
            (self.movement, self.framed) = (start(to), None);
        }
        if response.has_focus() {
            let (pan, zoom) = keys(ui);
            if pan != egui::Vec2::ZERO || zoom != 1.0 {
                let mut to = self.movement.as_ref().map_or(camera, |movement| movement.to);
                to.pan(pan);
                to.zoom(zoom, screen.center(), screen, self.fitted);
                (self.movement, self.framed) = (start(to), None);
            }
        }
        if let Some(movement) = &self.movement {
            let t = if state.settings.animations { (now - movement.started) / MOVE_SECONDS } else { 1.0 };
            let t = t.clamp(0.0, 1.0);
            // Slower towards the end.
            camera = movement.from.towards(&movement.to, 1.0 - (1.0 - t).powi(3));
            if t >= 1.0 {
                camera = movement.to;
                self.camera = (!movement.whole).then_some(camera);
                self.movement = None;
            } else {
                self.camera = Some(camera);
                ui.ctx().request_repaint();
            }
        }
        let hand = state.tool == Tool::Pan && response.dragged_by(egui::PointerButton::Primary);
        if hand || response.dragged_by(egui::PointerButton::Middle) {
            camera.pan(response.drag_delta());
            self.camera = Some(camera);
            (self.movement, self.framed) = (None, None);
        }
        if let Some(at) = response.hover_pos() {
            let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
            let factor = f64::from((scroll / 220.0).exp() * pinch);
            if (factor - 1.0).abs() > 1e-6 {
                camera.zoom(factor, at, screen, self.fitted);
                self.camera = Some(camera);
                (self.movement, self.framed) = (None, None);
            }
        }
        camera
    }

    /// Handles the pointer: the unit under it, its card, and selection by click.
    fn point(
        &mut self,
        ui: &Ui,
        response: &Response,
        screen: Rect,
        state: &State,
        camera: &Camera,
        pointed: Option<usize>,
    ) -> Option<Action> {
        let level = state.document.map.level;
        let at = response.hover_pos().or_else(|| response.interact_pointer_pos());
        let comune = at.and_then(|at| self.geometry.comune_at(camera.position(at, screen)));
        let membership = state.bundle.basemap.membership(level);
        let unit = comune.and_then(|comune| membership[comune]).map(|unit| unit as usize);
        // If the pointer is elsewhere, the unit pointed at in another view.
        let unit = unit.or(pointed.filter(|_| at.is_none()));
        self.is_pointed = at.is_some();
        self.outline_unit(state, unit);
        if !response.clicked() || response.double_clicked() {
            return None;
        }
        response.request_focus();
        let add = ui.input(|input| input.modifiers.command || input.modifiers.shift);
        let code = unit.map(|unit| state.bundle.atlas.territories.units(level)[unit].code.clone());
        match code {
            Some(code) if add => Some(Action::ToggleSelected(code)),
            Some(code) if state.document.map.selected == [code.clone()] => Some(Action::Choose(Vec::new())),
            Some(code) => Some(Action::Choose(vec![code])),
            // A click on the background clears the selection; without one it does nothing.
            None if !add && !state.document.map.selected.is_empty() => Some(Action::Choose(Vec::new())),
            None => None,
        }
    }

    /// Outlines the unit that is pointed at.
    fn outline_unit(&mut self, state: &State, unit: Option<usize>) {
        let level = state.document.map.level;
        let hovered = unit.map(|unit| (level, unit));
        if self.hovered.0 != hovered {
            let shapes = state.bundle.basemap.level(level).outlines();
            let outline = unit.map(|unit| self.geometry.outline(&shapes[unit..=unit]));
            self.hovered = (hovered, outline.unwrap_or_default());
        }
    }

    fn members(state: &State, code: &Code) -> Vec<usize> {
        let territories = &state.bundle.atlas.territories;
        territories
            .find(code)
            .map(|(level, i)| territories.units(level)[i].members.clone())
            .unwrap_or_default()
    }

    /// The extent that a figure with this framing shows.
    fn extent_of_frame(&self, state: &State, frame: &MapFrame) -> Option<[f64; 4]> {
        let (bundle, selected) = (&state.bundle, &state.document.map.selected);
        let ground = ground(frame, selected, &bundle.atlas.territories, &bundle.basemap).ok()?;
        if *frame == MapFrame::All || *frame == MapFrame::Selected && selected.is_empty() {
            return None;
        }
        let (low, high, origin) = (ground.min(), ground.max(), self.geometry.origin);
        Some([low.x - origin.x, low.y - origin.y, high.x - origin.x, high.y - origin.y])
    }

    /// The extent of the territories that have a value; `None` where all have one.
    fn valued_extent(&self, state: &State) -> Option<[f64; 4]> {
        let rows = &state.model.table.rows;
        let is_partial = rows.iter().any(|row| row.value.is_err());
        let valued = rows.iter().filter(|row| is_partial && row.value.is_ok());
        self.extent_of(state, valued.map(|row| &row.code))
    }

    fn extent_of<'a>(&self, state: &State, codes: impl Iterator<Item = &'a Code>) -> Option<[f64; 4]> {
        let areas = state.bundle.basemap.areas();
        let members = codes.flat_map(|code| Self::members(state, code));
        let rect = crate::geo::bounds::bounds(members.map(|i| &areas[i]))?;
        let origin = self.geometry.origin;
        // A single small Comune is shown with some of its surroundings.
        let room = 0.35 * rect.width().max(rect.height());
        Some([
            rect.min().x - origin.x - room,
            rect.min().y - origin.y - room,
            rect.max().x - origin.x + room,
            rect.max().y - origin.y + room,
        ])
    }

    fn update_outlines(&mut self, state: &State) {
        if self.selected.0 == state.document.map.selected {
            return;
        }
        let basemap = &state.bundle.basemap;
        let outline = |code: &Code| {
            let mut group = vec![None; basemap.areas().len()];
            for i in Self::members(state, code) {
                group[i] = Some(0);
            }
            let dissolved = basemap.topology().dissolve(&group).into_iter();
            self.geometry.outline(&dissolved.map(|(_, outline)| outline).collect::<Vec<_>>())
        };
        let outlines = state.document.map.selected.iter().map(outline).collect();
        self.selected = (state.document.map.selected.clone(), outlines);
    }

    /// The map itself, from the cache if nothing has changed.
    fn meshes(
        &mut self,
        ui: &Ui,
        state: &Shown<'_>,
        camera: &Camera,
        screen: Rect,
        theme: &Theme,
        (highlighted, focus): (Option<Highlighted>, Option<&Focus>),
    ) -> Vec<Arc<PaintMesh>> {
        let key = PaintKey {
            camera: *camera,
            screen,
            pixels_per_point: ui.pixels_per_point(),
            model: Arc::as_ptr(state.model),
            level: state.map.level,
            representation: state.map.representation,
            theme: std::ptr::from_ref(theme),
            highlighted,
            focus: focus.map(|focus| (focus.level, focus.unit)),
            layers: state.settings.layers,
            vision: state.vision,
        };
        if let Some((painted, _, meshes)) = &self.painted
            && *painted == key
        {
            return meshes.clone();
        }
        let hatches = self.hatches.get_or_insert_with(|| Hatches::new(ui.ctx()));
        let level = state.map.level;
        let bold_level = if level == Level::Comuni { Level::Ambiti } else { level };
        let look = Look {
            theme,
            pixels_per_point: key.pixels_per_point,
            fills: &fills(state, theme, highlighted, focus),
            bold: state.bundle.basemap.membership(bold_level),
            fine_too: level == Level::Comuni && key.layers.fine_borders,
            bold_too: key.layers.bold_borders,
            backdrop: key.layers.backdrop,
        };
        let MapMeshes { under, hatched, over } = map_meshes(&self.geometry, camera, screen, &look);
        let mut all = vec![Arc::new(under)];
        for (pattern, mut mesh) in
            [Hatch::Rising, Hatch::Crossed, Hatch::Dotted, Hatch::Level].into_iter().zip(hatched)
        {
            if !mesh.is_empty() {
                mesh.texture_id = hatches.texture(pattern);
                all.push(Arc::new(mesh));
            }
        }
        all.push(Arc::new(over));
        self.painted = Some((key, Arc::clone(state.model), all.clone()));
        all
    }

    fn symbols(
        &self,
        painter: &egui::Painter,
        state: &Shown<'_>,
        camera: &Camera,
        screen: Rect,
        theme: &Theme,
        focus: Option<&Focus>,
    ) {
        let Some(scale) = self.symbol_scale(state, camera, screen) else { return };
        let shapes = state.bundle.basemap.level(state.map.level);
        let to = camera.to_screen(screen);
        let mut placed: Vec<(usize, f64)> = state
            .model
            .table
            .rows
            .iter()
            .enumerate()
            .filter_map(|(i, row)| Some((i, row.value.ok()?)))
            .filter(|(i, _)| focus.is_none_or(|focus| focus.units[*i]))
            .collect();
        placed.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        for (i, value) in placed {
            let Some(label) = shapes.label(i) else { continue };
            let at = label.at - self.geometry.origin;
            let colour = if value < 0.0 { theme.symbol_negative } else { theme.symbol };
            let centre = to.point([at.x as f32, at.y as f32]);
            let fill = colour.gamma_multiply(crate::figure::page::style::SYMBOL_OPACITY as f32);
            painter.circle(centre, scale.radius(value) as f32, fill, (0.8, theme.label_halo));
        }
    }

    /// How large circles are.
    fn symbol_scale(&self, state: &Shown<'_>, camera: &Camera, screen: Rect) -> Option<SymbolScale> {
        let scale = SymbolScale::new(state.model.table.present(), self.largest_symbol(camera, screen));
        scale.map(|scale| scale.uncrowded(1))
    }

    /// Symbols grow with the map, though more slowly, so that zooming in separates overlapping ones.
    fn largest_symbol(&self, camera: &Camera, screen: Rect) -> f64 {
        let largest = f64::from(SYMBOL_RADIUS * screen.width().min(screen.height()));
        largest * (camera.scale / self.fitted).max(1.0).powf(0.25)
    }

    fn labels(
        &mut self,
        painter: &egui::Painter,
        state: &Shown<'_>,
        (camera, screen): (&Camera, Rect),
        theme: &Theme,
        (highlighted, focus): (Option<Highlighted>, Option<&Focus>),
    ) {
        let level = state.map.level;
        let shapes = state.bundle.basemap.level(level);
        let origin = self.geometry.origin;
        let has_circles = state.map.representation == Representation::Symbols;
        let symbols = self.symbol_scale(state, camera, screen).filter(|_| has_circles);
        let circle = |unit: usize| {
            let is_drawn = focus.is_none_or(|focus| focus.units[unit]);
            let value = state.model.table.rows.get(unit).and_then(|row| row.value.ok()).filter(|_| is_drawn);
            symbols.as_ref().zip(value).map_or(0.0, |(scale, value)| scale.radius(value))
        };
        let candidates = || {
            let importance = crate::figure::map::importance(&state.bundle.atlas, level, state.map.date);
            let units = state.bundle.atlas.territories.units(level).iter();
            let placed = units.zip(shapes.labels()).zip(importance).enumerate();
            placed
                .filter_map(|(i, ((unit, label), importance))| {
                    let label = label?;
                    let at = label.at - origin;
                    let at = [at.x, at.y];
                    let circle = circle(i);
                    // Within its circle a name is light.
                    let ink = match circle > 0.0 {
                        true => LabelInk { halo: None, ..LabelInk::default() },
                        false => LabelInk::default(),
                    };
                    let (radius, reach) = (label.radius, REACH);
                    Some(Candidate {
                        name: &unit.name,
                        unit: Some(i),
                        at,
                        radius,
                        reach,
                        importance,
                        circle,
                        ink,
                    })
                })
                .collect()
        };
        // During an animation the scale changes every frame, so names keep their positions until it ends.
        if self.movement.is_none() {
            let circles = has_circles.then(|| (state.model.clone(), self.largest_symbol(camera, screen)));
            // Closer up there is room for more.
            let closer = (camera.scale / self.fitted).max(1.0).powi(2);
            let most = has_circles.then_some((CIRCLES_NAMED * closer) as usize);
            self.labels.update(LabelKey { level, scale: camera.scale, circles, most }, candidates);
        }
        let covered = match state.settings.layers.furniture {
            true => furniture::rooms(camera, screen, state.settings.lang).to_vec(),
            false => Vec::new(),
        };
        let fills = fills(state, theme, highlighted, focus);
        let units = state.bundle.atlas.territories.units(level);
        // As in figures: dark on a light colour, light on a dark one, with that colour around it.
        let colours = |label: &Placed| {
            if label.ink.halo.is_none() {
                return NameColours { ink: theme.on_symbol, halo: None };
            }
            let member = label.unit.and_then(|unit| units.get(unit)?.members.first());
            match member.and_then(|member| fills.get(*member)) {
                Some(Ok(fill)) if !has_circles => {
                    let [r, g, b, _] = fill.to_array();
                    let ground = Rgb(r, g, b);
                    NameColours { ink: colour(style::ink_on(ground)), halo: Some(*fill) }
                }
                Some(Ok(fill)) => NameColours { ink: theme.ink, halo: Some(*fill) },
                _ => NameColours { ink: theme.label, halo: Some(theme.label_halo) },
            }
        };
        self.labels.paint(painter, camera, screen, &covered, colours);
    }
}

/// The colour of each Comune, or the pattern for why it has none; what surrounds a territory close up is faint.
fn fills(
    state: &Shown<'_>,
    theme: &Theme,
    highlighted: Option<Highlighted>,
    focus: Option<&Focus>,
) -> Vec<Result<Color32, Hatch>> {
    let model = state.model;
    let choropleth = state.map.representation == Representation::Choropleth;
    let of_unit = |unit: &Option<u32>| {
        // At the level of ASST Milano is on the map without being in a unit.
        let Some(unit) = unit else { return Err(hatch(crate::data::Absence::NotApplicable)) };
        let is_around = focus.is_some_and(|focus| !focus.units[*unit as usize]);
        let shade = |full: Color32| match is_around {
            true => full.lerp_to_gamma(theme.background, style::FADED as f32),
            false => full,
        };
        match model.class_of[*unit as usize] {
            Err(reason) if !is_around => Err(hatch(reason)),
            Ok(class) if choropleth && !is_around && model.shown.hatched() == Some(class) => {
                Err(Hatch::Level)
            }
            Ok(class) if choropleth => {
                let full = colour(theme.class(state.vision, model.colours[class]));
                let dimmed = highlighted.is_some_and(|Highlighted::Class(highlighted)| highlighted != class);
                Ok(if dimmed { full.lerp_to_gamma(theme.background, 0.78) } else { shade(full) })
            }
            _ => Ok(shade(theme.area_plain)),
        }
    };
    state.bundle.basemap.membership(state.map.level).iter().map(of_unit).collect()
}

/// Panning in points and zoom factor from the keyboard.
fn keys(ui: &Ui) -> (egui::Vec2, f64) {
    ui.input(|input| {
        let pressed = |key| f32::from(u8::from(input.key_pressed(key)));
        let pan = egui::vec2(
            pressed(Key::ArrowLeft) - pressed(Key::ArrowRight),
            pressed(Key::ArrowUp) - pressed(Key::ArrowDown),
        ) * PAN_STEP;
        let steps = pressed(Key::Plus) + pressed(Key::Equals) - pressed(Key::Minus);
        (pan, ZOOM_STEP.powf(f64::from(steps)))
    })
}

fn map_label(state: &Shown<'_>) -> String {
    let lang = state.settings.lang;
    let map = state.map;
    let when = state.indicator().map_or_else(String::new, |indicator| when_phrase(map, indicator));
    texts::map_name(
        lang,
        names(map, &state.bundle.atlas),
        level_name(lang, &state.bundle.atlas, map.level),
        when,
    )
}
