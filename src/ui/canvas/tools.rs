//! The tools on the map: a column of buttons, and the rectangle and the lasso that select many territories at once.

use egui::{Painter, Pos2, Rect, Response, Ui, UiBuilder};
use geo::{LineString, Polygon};
use lucide_icons::Icon;

use crate::engine::{Action, State, Tool};
use crate::geo::hit::within_polygon;
use crate::i18n::texts;
use crate::ui::commands::Command;
use crate::ui::theme::{SPACE, Theme};
use crate::ui::widgets::icon_button;

use super::camera::Camera;

/// A request from the column of buttons.
pub enum Asked {
    /// An action for the engine.
    Action(Action),
    /// A zoom by this factor.
    Zoom(f64),
}

/// A shape being drawn with the pointer, in screen points.
#[derive(Default)]
pub(crate) struct Drawing {
    points: Vec<Pos2>,
}

/// Side of a button of the column.
const BUTTON: f32 = 30.0;
/// From one button to the next.
const PITCH: f32 = 32.0;

/// The position of the column of buttons; `None` in a low window, where the map itself matters more.
pub(crate) fn toolbar_rect(screen: Rect) -> Option<Rect> {
    let size = egui::vec2(BUTTON + 6.0, 7.0 * PITCH + 2.0);
    let column = Rect::from_min_size(screen.min + egui::vec2(SPACE[2], SPACE[2]), size);
    (column.bottom() <= screen.bottom() - 30.0).then_some(column)
}

/// The buttons in the upper left corner of the map.
pub(crate) fn toolbar(ui: &mut Ui, screen: Rect, state: &State, zoom_step: f64) -> Option<Asked> {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let column = toolbar_rect(screen)?;
    ui.painter().rect(column, 6.0, theme.card, (1.0, theme.line), egui::StrokeKind::Outside);
    let mut asked = None;
    ui.scope_builder(UiBuilder::new().max_rect(column.shrink(3.0)), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.vertical_centered(|ui| {
            for (icon, name, tool) in [
                (Icon::Hand, texts::TOOL_PAN, Tool::Pan),
                (Icon::SquareDashed, texts::TOOL_RECTANGLE, Tool::Rectangle),
                (Icon::Lasso, texts::TOOL_LASSO, Tool::Lasso),
            ] {
                if icon_button(ui, icon, lang.text(name), true, state.tool == tool).clicked() {
                    asked = Some(Asked::Action(Action::SetTool(tool)));
                }
            }
            for (icon, name, factor) in
                [(Icon::ZoomIn, texts::ZOOM_IN, zoom_step), (Icon::ZoomOut, texts::ZOOM_OUT, 1.0 / zoom_step)]
            {
                if icon_button(ui, icon, lang.text(name), true, false).clicked() {
                    asked = Some(Asked::Zoom(factor));
                }
            }
            let any_selected = !state.document.map.selected.is_empty();
            for (command, enabled) in [(Command::ShowAll, true), (Command::ShowSelected, any_selected)] {
                let clicked = command.button_action(ui, state, enabled, false);
                asked = clicked.map(Asked::Action).or(asked.take());
            }
        });
    });
    asked
}

impl Drawing {
    /// Follows the pointer; on release, returns the polygon drawn, in screen points.
    pub fn follow(&mut self, response: &Response, tool: Tool) -> Option<Vec<Pos2>> {
        if tool == Tool::Pan {
            self.points.clear();
            return None;
        }
        if response.drag_started_by(egui::PointerButton::Primary) {
            // From where the button was pressed, not from where the drag was recognised.
            self.points = response.ctx.input(|input| input.pointer.press_origin()).into_iter().collect();
        }
        if response.dragged_by(egui::PointerButton::Primary)
            && let Some(at) = response.interact_pointer_pos()
        {
            let start = self.points.first().copied().unwrap_or(at);
            if tool == Tool::Rectangle {
                self.points = vec![start, Pos2::new(at.x, start.y), at, Pos2::new(start.x, at.y)];
            } else if self.points.last().is_none_or(|last| last.distance(at) > 2.0) {
                self.points.push(at);
            }
        }
        let done = response.drag_stopped_by(egui::PointerButton::Primary) && self.points.len() > 2;
        done.then(|| std::mem::take(&mut self.points))
    }

    /// Draws the shape so far.
    pub fn paint(&self, painter: &Painter, theme: &Theme) {
        if self.points.len() < 2 {
            return;
        }
        let mut line = self.points.clone();
        line.push(line[0]);
        painter.line(line.clone(), (4.0, theme.selected_halo));
        painter.line(line, (1.8, theme.accent));
    }
}

/// The units of the level shown whose label point is inside a polygon on screen.
pub(crate) fn units_within(
    drawn: &[Pos2],
    camera: &Camera,
    screen: Rect,
    origin: geo::Coord<f64>,
    state: &State,
) -> Vec<crate::base::Code> {
    let ring: LineString<f64> = drawn.iter().map(|at| camera.position(*at, screen) + origin).collect();
    let polygon = Polygon::new(ring, Vec::new());
    let level = state.document.map.level;
    let units = state.bundle.atlas.territories.units(level);
    let within = within_polygon(state.bundle.basemap.level(level).labels(), &polygon);
    within.into_iter().map(|unit| units[unit].code.clone()).collect()
}
