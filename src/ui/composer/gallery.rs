//! The kept figures, as thumbnails.

use std::sync::Arc;

use egui::{Align2, Atom, Rect, Role, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

use super::ask::ask;
use super::fields::row;
use super::sheet::{image, paper};
use crate::document::KeptFigure;
use crate::engine::{Action, FigureAction, Picture, State, Task, Thumbnail, spawn_thumbnail};
use crate::i18n::texts;
use crate::ui::jobs::waker;
use crate::ui::theme::{COMPOSER, UNTINTED};
use crate::ui::widgets::{button_at_the_end, gap, heading, icon_button};

/// The latest thumbnails; one is drawn at a time.
#[derive(Default)]
pub(crate) struct Gallery {
    drawn: Vec<(Thumbnail, Option<TextureHandle>)>,
    drawing: Option<Task<Thumbnail>>,
}

impl Gallery {
    /// The figures and their names: a click opens one. While the page itself is being drawn (`busy`), no thumbnail
    /// is.
    pub fn ui(&mut self, ui: &mut Ui, state: &State, busy: bool) -> Option<Action> {
        self.poll(ui, state, busy);
        let lang = state.settings.lang;
        let mut action = None;
        heading(ui, lang.text(texts::FIGURES_KEPT));
        for figure in &state.document.figures {
            let open = state.document.composing == Some(figure.id);
            let (mut asked, mut shown) = (None, None);
            button_at_the_end(
                ui,
                |ui| {
                    let buttons = [
                        (
                            Icon::Trash2,
                            texts::figure_remove(lang, &figure.name),
                            FigureAction::Remove(figure.id),
                        ),
                        (
                            Icon::CopyPlus,
                            texts::figure_duplicate(lang, &figure.name),
                            FigureAction::Duplicate(figure.id),
                        ),
                    ];
                    for (icon, text, request) in buttons.into_iter().filter(|_| open) {
                        if icon_button(ui, icon, &text, true, false).clicked() {
                            asked = Some(request);
                        }
                    }
                },
                |ui| {
                    let picture = self.picture(figure);
                    let button = egui::Button::selectable(open, (picture, figure.name.as_str())).truncate();
                    let label = row(ui, button);
                    label.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &figure.name));
                    if label.on_hover_text(&figure.name).clicked() && !open {
                        shown = Some(FigureAction::Open(figure.id));
                    }
                },
            );
            action = asked.or(shown).map(ask).or(action);
        }
        gap(ui);
        action
    }

    /// The thumbnail in a square; an empty square until it is drawn.
    fn picture<'a>(&self, figure: &KeptFigure) -> Atom<'a> {
        let texture = self
            .drawn
            .iter()
            .find(|(drawn, _)| drawn.of.id == figure.id)
            .and_then(|(_, texture)| texture.clone());
        Atom::paint(Vec2::splat(COMPOSER.thumbnail), move |ui, args| {
            let Some(texture) = &texture else { return };
            let [width, height] = texture.size().map(|side| side as f32);
            let size = Vec2::new(width, height) * (COMPOSER.thumbnail / width.max(height));
            let rect = Align2::CENTER_CENTER.align_size_within_rect(size, args.rect);
            paper(ui, rect);
            let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::Pos2::new(1.0, 1.0));
            ui.painter().image(texture.id(), rect, whole, UNTINTED);
        })
    }

    /// Collects a finished thumbnail, and starts the next one that has changed.
    fn poll(&mut self, ui: &Ui, state: &State, busy: bool) {
        let figures = &state.document.figures;
        self.drawn.retain(|(drawn, _)| figures.iter().any(|figure| figure.id == drawn.of.id));
        if let Some(drawn) = Task::take(&mut self.drawing) {
            let load = |picture: &Picture| {
                ui.ctx().load_texture("thumbnail", image(picture), TextureOptions::LINEAR)
            };
            let texture = drawn.picture.as_ref().map(load);
            self.drawn.retain(|(old, _)| old.of.id != drawn.of.id);
            self.drawn.push((drawn, texture));
        }
        if busy || self.drawing.is_some() {
            return;
        }
        let is_drawn =
            |figure: &Arc<KeptFigure>| self.drawn.iter().any(|(drawn, _)| drawn.is(figure, &state.bundle));
        if let Some(next) = figures.iter().find(|figure| !is_drawn(figure)).cloned() {
            let side = (COMPOSER.thumbnail * ui.pixels_per_point()).round() as u32;
            self.drawing = Some(spawn_thumbnail(next, side, state.bundle.clone(), waker(ui.ctx())));
        }
    }
}
