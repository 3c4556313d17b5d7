//! How much of the page is seen: the whole, its width, or a part of it enlarged and moved about.

use egui::{Pos2, Rect, Response, Ui, Vec2};
use lucide_icons::Icon;

use crate::i18n::{Lang, texts};
use crate::ui::widgets::{icon_button, segmented};

/// Points of the screen in a millimetre at 100%.
const POINTS: f32 = 96.0 / 25.4;
/// The least and the greatest size, relative to the printed one.
const SIZES: std::ops::RangeInclusive<f32> = 0.1..=4.0;
/// One step of the buttons.
const STEP: f32 = 1.25;

/// How large the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Fit {
    #[default]
    Page,
    Width,
    /// Relative to its printed size.
    Size(f32),
}

/// The part of the page that is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SheetView {
    fit: Fit,
    /// How far its middle is from that of the room, in points.
    offset: Vec2,
}

impl SheetView {
    /// Points of the screen for a millimetre of the page.
    fn scale(&self, room: Rect, sides: Vec2) -> f32 {
        let width = room.width() / sides.x;
        let scale = match self.fit {
            Fit::Page => width.min(room.height() / sides.y),
            Fit::Width => width,
            Fit::Size(size) => size * POINTS,
        };
        scale.max(0.0)
    }

    /// The page on the screen: no side of one larger than the room leaves it, and a smaller one is in the middle.
    pub fn place(&self, room: Rect, sides: Vec2) -> Rect {
        let size = sides * self.scale(room, sides);
        Rect::from_center_size(room.center() + self.offset_of(size, room), size)
    }

    fn offset_of(&self, size: Vec2, room: Rect) -> Vec2 {
        let free = ((size - room.size()) / 2.0).max(Vec2::ZERO);
        self.offset.clamp(-free, free)
    }

    /// Another size; the page begins at its top unless it is enlarged by steps.
    pub fn set(&mut self, fit: Fit, room: Rect, sides: Vec2) {
        self.fit = fit;
        let size = sides * self.scale(room, sides);
        if !matches!(fit, Fit::Size(_)) {
            self.offset = Vec2::new(0.0, size.y);
        }
        self.offset = self.offset_of(size, room);
    }

    /// Enlarges around a point of the screen.
    fn zoom(&mut self, factor: f32, at: Pos2, room: Rect, sides: Vec2) {
        let before = self.place(room, sides);
        let size = self.scale(room, sides) / POINTS;
        let share = (at - before.min) / before.size().max(Vec2::splat(1.0));
        self.fit = Fit::Size((size * factor).clamp(*SIZES.start(), *SIZES.end()));
        let now = sides * self.scale(room, sides);
        self.offset = at - share * now + now / 2.0 - room.center();
        self.offset = self.offset_of(now, room);
    }

    /// Moves the page.
    fn pan(&mut self, by: Vec2, room: Rect, sides: Vec2) {
        let size = sides * self.scale(room, sides);
        self.offset = self.offset_of(size, room) + by;
        self.offset = self.offset_of(size, room);
    }

    /// The size it has now, and so the next one by a step.
    fn stepped(&self, factor: f32, room: Rect, sides: Vec2) -> Fit {
        let size = self.scale(room, sides) / POINTS;
        Fit::Size((size * factor).clamp(*SIZES.start(), *SIZES.end()))
    }

    /// Follows wheel, keys and the middle button.
    pub fn follow(&mut self, ui: &Ui, response: &Response, room: Rect, sides: Vec2) {
        if response.dragged_by(egui::PointerButton::Middle) {
            self.pan(response.drag_delta(), room, sides);
        }
        if let Some(at) = response.hover_pos() {
            let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
            if (zoom - 1.0).abs() > 1e-4 {
                self.zoom(zoom, at, room, sides);
            } else if scroll != Vec2::ZERO {
                self.pan(scroll, room, sides);
            }
        }
        if response.has_focus() {
            let (plus, minus) = ui.input(|input| {
                let pressed = |key| input.key_pressed(key) && !input.modifiers.any();
                (pressed(egui::Key::Plus) || pressed(egui::Key::Equals), pressed(egui::Key::Minus))
            });
            if plus || minus {
                self.zoom(if plus { STEP } else { 1.0 / STEP }, room.center(), room, sides);
            }
        }
    }
}

/// The controls; returns the size asked for.
pub(crate) fn view_ui(ui: &mut Ui, lang: Lang, view: &SheetView, (room, sides): (Rect, Vec2)) -> Option<Fit> {
    let mut asked = None;
    for (icon, name, factor) in
        [(Icon::Minus, texts::VIEW_SMALLER, 1.0 / STEP), (Icon::Plus, texts::VIEW_LARGER, STEP)]
    {
        if icon_button(ui, icon, lang.text(name), true, false).clicked() {
            asked = Some(view.stepped(factor, room, sides));
        }
    }
    let fits = [
        (Fit::Page, lang.text(texts::VIEW_PAGE).to_owned()),
        (Fit::Width, lang.text(texts::VIEW_WIDTH).to_owned()),
        (Fit::Size(1.0), lang.text(texts::VIEW_FULL).to_owned()),
    ];
    segmented(ui, fits, view.fit).or(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rect = Rect { min: Pos2::new(0.0, 0.0), max: Pos2::new(800.0, 400.0) };
    /// A portrait A4 page.
    const A4: Vec2 = Vec2::new(210.0, 297.0);

    #[test]
    fn the_page_fits_whole_or_by_its_width_or_has_its_printed_size() {
        let mut view = SheetView::default();
        let whole = view.place(ROOM, A4);
        assert!((whole.height() - 400.0).abs() < 0.01 && ROOM.contains_rect(whole.shrink(0.01)));
        view.set(Fit::Width, ROOM, A4);
        let wide = view.place(ROOM, A4);
        assert!((wide.width() - 800.0).abs() < 0.01);
        assert!((wide.top() - ROOM.top()).abs() < 0.01, "it begins at its top: {wide:?}");
        view.set(Fit::Size(1.0), ROOM, A4);
        // 210 mm at 96 points in an inch.
        assert!((view.place(ROOM, A4).width() - 793.7).abs() < 0.1);
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer_and_panning_keeps_the_page_in_sight() {
        let mut view = SheetView::default();
        view.set(Fit::Size(1.0), ROOM, A4);
        let at = Pos2::new(300.0, 150.0);
        let before = view.place(ROOM, A4);
        let share = (at - before.min) / before.size();
        view.zoom(2.0, at, ROOM, A4);
        let after = view.place(ROOM, A4);
        let now = (at - after.min) / after.size();
        assert!((share - now).length() < 1e-3, "{share} {now}");
        view.pan(Vec2::splat(1e6), ROOM, A4);
        let moved = view.place(ROOM, A4);
        assert!((moved.min - ROOM.min).length() < 0.01, "{moved:?}");
    }
}
