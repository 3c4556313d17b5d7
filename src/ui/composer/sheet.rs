//! The page in the middle: exactly the scene that is exported, redrawn whenever it changes.

use egui::emath::GuiRounding;
use egui::{
    Button, ColorImage, Context, Rect, Role, Sense, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo,
};

use super::ask::{ask, page_name};
use super::hand::{Hand, OnPage};
use super::sheet_view::{Fit, SheetView, view_ui};
use crate::document::KeptFigure;
use crate::engine::{
    Action, Drawings, FigureAction, Picture, Preview, PreviewPage, PreviewRequest, State, Task, spawn_preview,
};
use crate::i18n::{Lang, texts};
use crate::ui::jobs::waker;
use crate::ui::theme::{COMPOSER, PAGE_SHADOW, PAPER, SPACE, Theme, UNTINTED};

/// Resolution of a picture on the clipboard, in dots per inch: sharp in a word processor without making its file
/// large.
const COPY_DPI: f64 = 200.0;
/// Minimum width of a picture, in pixels.
const LEAST_PIXELS: u32 = 16;

/// The page as last drawn, and the drawing in progress. There is one drawing at a time: if the page has changed in
/// the meantime the next one starts when it ends, and changes in between are skipped.
#[derive(Default)]
pub struct Sheet {
    shown: Option<Preview>,
    texture: Option<TextureHandle>,
    drawing: Option<Task<Preview>>,
    copying: Option<Task<Preview>>,
    drawings: Drawings,
    view: SheetView,
    /// The room of the page and its sides, as last shown.
    room: Option<(Rect, Vec2)>,
    hand: Hand,
}

impl Sheet {
    /// The page shown, if it could be drawn.
    pub fn page(&self) -> Option<&PreviewPage> {
        self.shown.as_ref()?.page.as_ref().ok()
    }

    /// Whether the page is being drawn.
    pub(crate) fn is_drawing(&self) -> bool {
        self.drawing.is_some()
    }

    /// Whether a picture is being copied to the clipboard.
    pub(crate) fn is_copying(&self) -> bool {
        self.copying.is_some()
    }

    /// Draws the page for the clipboard.
    pub fn copy(&mut self, ctx: &Context, state: &State, figure: &KeptFigure) {
        let width = figure.spec.page.width.0 / 25.4 * COPY_DPI;
        self.copying = Some(self.draw(ctx, request(state, figure, width as u32)));
    }

    /// The page on its background, or the message on why there is none.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, figure: &KeptFigure) -> Option<Action> {
        let theme = Theme::of(ui);
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        let name = page_name(state, figure);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        ui.painter().rect_filled(rect, 0.0, theme.background);
        let page = &figure.spec.page;
        let room = rect.shrink(SPACE[3]);
        let sides = Vec2::new(page.width.0 as f32, page.height.0 as f32);
        self.room = Some((room, sides));
        self.view.follow(ui, &response, room, sides);
        // Aligned to whole pixels, so that the picture is not blurred.
        let sheet = self.view.place(room, sides).round_to_pixels(ui.pixels_per_point());

        let pixels = (sheet.width() * ui.pixels_per_point()).round() as u32;
        let wanted = request(state, figure, pixels.clamp(LEAST_PIXELS, COMPOSER.most_pixels));
        let mut action = self.poll(ui.ctx());
        let ui = &mut ui.new_child(egui::UiBuilder::new().max_rect(rect));
        ui.shrink_clip_rect(rect);
        if self.drawing.is_none() && !self.shown.as_ref().is_some_and(|shown| shown.of.is(&wanted)) {
            self.drawing = Some(self.draw(ui.ctx(), wanted));
        }
        let mut again = false;
        match (&self.shown, &self.texture) {
            (Some(Preview { page: Err(why), is_broken, .. }), _) => {
                let galley = ui.painter().layout(
                    why.clone(),
                    egui::FontId::proportional(COMPOSER.why),
                    theme.error,
                    room.width() * 0.7,
                );
                let below = room.center() + Vec2::new(0.0, galley.size().y);
                ui.painter().galley(room.center() - galley.size() / 2.0, galley, theme.error);
                let button = Rect::from_center_size(below, COMPOSER.retry);
                again = *is_broken
                    && ui.put(button, Button::new(state.settings.lang.text(texts::RETRY))).clicked();
            }
            (_, Some(texture)) => {
                paper(ui, sheet);
                let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::Pos2::new(1.0, 1.0));
                ui.painter().image(texture.id(), unstretched(sheet, texture.size_vec2()), whole, UNTINTED);
            }
            _ => {
                paper(ui, sheet);
            }
        }
        if again {
            self.shown = None;
            ui.ctx().request_repaint();
        }
        // Only what is on the screen can be taken hold of.
        if let Some(Preview { of, page: Ok(page), .. }) = &self.shown
            && of.id == figure.id
        {
            let on = OnPage { state, figure, sheet, places: &page.places };
            action = self.hand.ui(ui, &response, &on).or(action);
        }
        action
    }

    /// The controls of how large the page is shown, which stand beside it: over it they would hide a corner. Returns the size
    /// asked for.
    pub(crate) fn controls(&self, ui: &mut Ui, lang: Lang) -> Option<Fit> {
        let (room, sides) = self.room?;
        view_ui(ui, lang, &self.view, (room, sides))
    }

    /// Shows the page in the size asked for.
    pub(crate) fn set_view(&mut self, ui: &Ui, fit: Option<Fit>) {
        if let Some((fit, (room, sides))) = fit.zip(self.room) {
            self.view.set(fit, room, sides);
            ui.ctx().request_repaint();
        }
    }

    fn draw(&self, ctx: &Context, request: PreviewRequest) -> Task<Preview> {
        spawn_preview(request, &self.drawings, waker(ctx))
    }

    fn poll(&mut self, ctx: &Context) -> Option<Action> {
        if let Some(preview) = Task::take(&mut self.drawing) {
            if let Ok(page) = &preview.page {
                let image = image(&page.picture);
                match &mut self.texture {
                    Some(texture) => texture.set(image, TextureOptions::LINEAR),
                    None => self.texture = Some(ctx.load_texture("page", image, TextureOptions::LINEAR)),
                }
            }
            self.shown = Some(preview);
            // The texts below were drawn before.
            ctx.request_repaint();
        }
        let copied = Task::take(&mut self.copying)?.page.map(|page| ctx.copy_image(image(&page.picture)));
        Some(ask(FigureAction::PictureCopied(copied)))
    }
}

fn request(state: &State, figure: &KeptFigure, width: u32) -> PreviewRequest {
    let lang = state.settings.lang;
    let (bundle, figures) = (state.bundle.clone(), state.document.figures.clone());
    PreviewRequest { bundle, figures, id: figure.id, width, lang }
}

/// Where a picture stands on a page: all of it, unless the page has got other sides and the next picture is still being drawn.
fn unstretched(sheet: Rect, picture: Vec2) -> Rect {
    const ROUNDING: f32 = 0.02;
    let shares = sheet.size() / picture.max(Vec2::splat(1.0));
    let is_of_page = (shares.x / shares.y - 1.0).abs() < ROUNDING;
    if is_of_page { sheet } else { Rect::from_min_size(sheet.min, picture * shares.min_elem()) }
}

/// Pixels in egui's type.
pub fn image(picture: &Picture) -> ColorImage {
    ColorImage::from_rgba_premultiplied(picture.size, &picture.rgba)
}

/// The paper, with a slight shadow.
pub fn paper(ui: &Ui, sheet: Rect) {
    ui.painter().add(PAGE_SHADOW.as_shape(sheet, 0.0));
    ui.painter().rect_filled(sheet, 0.0, PAPER);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_picture_of_an_earlier_page_is_not_stretched() {
        let sheet = Rect::from_min_size(pos2(10.0, 20.0), Vec2::new(210.0, 297.0));
        assert_eq!(unstretched(sheet, Vec2::new(420.0, 595.0)), sheet);
        // A page that was landscape: as wide as the new one, with its own sides.
        let before = unstretched(sheet, Vec2::new(594.0, 420.0));
        assert_eq!(before.min, sheet.min);
        assert!(
            (before.width() - 210.0).abs() < 0.01 && (before.height() - 148.48).abs() < 0.01,
            "{before:?}"
        );
    }
}
