//! Two maps that move together: side by side, or one under a curtain over the other.

use std::sync::Arc;

use egui::{
    Align2, CursorIcon, EventFilter, Id, Key, Modifiers, Pos2, Rect, Role, Sense, Ui, UiBuilder, Vec2,
    WidgetInfo,
};

use crate::data::Absence;
use crate::document::{MapSpec, Representation};
use crate::engine::beside::{Beside, share_classes};
use crate::engine::{Action, FigureAction, State, Usable, figure_error, usable_across};
use crate::figure::{MapModel, title, when_phrase};
use crate::i18n::texts;
use crate::ui::canvas::{Highlighted, MapCanvas, Shown};
use crate::ui::sizes::TWO_MAPS;
use crate::ui::theme::{SPACE, Theme, colour};
use crate::ui::widgets::{drop_down, segmented, small, small_font, swatch};

/// How the two maps stand.
#[derive(Clone, Copy, Default, PartialEq)]
enum Mode {
    #[default]
    Beside,
    Swipe,
}

/// The sorts of second map, without their data.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Date,
    Change,
    Other,
}

/// The memory of the second map while the program runs.
#[derive(Default)]
pub(crate) struct TwoMapsMemory {
    mode: Mode,
    asked: Option<Beside>,
    made: Option<Made>,
    canvas: Option<MapCanvas>,
    /// The part of the room that the first map takes under a curtain.
    share: Option<f32>,
    /// The indicators that the second map can show.
    usable: Option<Usable>,
}

/// The second map, computed once for each first one.
struct Made {
    of: Arc<MapModel>,
    first: MapSpec,
    asked: Beside,
    second: Result<(MapSpec, Arc<MapModel>), String>,
}

impl TwoMapsMemory {
    fn make(&mut self, state: &State) -> &Made {
        let (map, atlas, lang) = (&state.document.map, &state.bundle.atlas, state.settings.lang);
        // The date of another indicator is no date of this one.
        let fits = |beside: &Beside| match beside {
            Beside::Date(date) => state.dates().contains(date) && *date != map.date,
            Beside::Change => true,
            Beside::Other(id) => *id != map.indicator,
        };
        let asked = self.asked.take().filter(fits).unwrap_or_else(|| Beside::usual(map, atlas));
        let fresh =
            |made: &Made| Arc::ptr_eq(&made.of, &state.model) && made.first == *map && made.asked == asked;
        let made = self.made.take().filter(fresh).unwrap_or_else(|| {
            let second = asked.map(map, atlas, lang).and_then(|second| {
                let made = MapModel::new(&second, state.bundle.sources());
                let model = made.map_err(|error| figure_error(lang, &error))?.value;
                Ok((second, Arc::new(model)))
            });
            Made { of: Arc::clone(&state.model), first: map.clone(), asked: asked.clone(), second }
        });
        self.asked = Some(asked);
        self.made.insert(made)
    }
}

/// Both maps with their controls; returns what was asked, and the unit pointed at on the second one.
pub(crate) fn two_maps_ui(
    ui: &mut Ui,
    state: &State,
    canvas: &mut MapCanvas,
    memory: &mut TwoMapsMemory,
    highlighted: Option<Highlighted>,
    pointed: Option<usize>,
) -> Option<Action> {
    // Nothing else paints what is between the maps and beside the bar.
    ui.painter().rect_filled(ui.max_rect(), 0.0, Theme::of(ui).panel);
    memory.make(state);
    let mut action = controls(ui, state, memory);
    memory.make(state);
    let TwoMapsMemory { mode, made: Some(made), canvas: other, share, .. } = memory else { return action };
    let (second, model) = match &made.second {
        Ok(both) => both,
        Err(why) => {
            let text = texts::side_no(state.settings.lang, why);
            ui.colored_label(Theme::of(ui).warning, text);
            return canvas.ui(ui, &Shown::of(state), highlighted, pointed).or(action);
        }
    };
    let fresh = other.take().filter(|other| other.is_of_same(canvas));
    let other = other.insert(fresh.unwrap_or_else(|| canvas.beside()));
    let room = ui.available_rect_before_wrap();
    let (first, shown) = (Shown::of(state), Shown::beside(state, second, model));
    // What is pointed at on one is outlined on the other.
    let on_first = pointed.or(other.pointed());
    match mode {
        Mode::Beside => {
            let [left, right] = halves(room, canvas.shape());
            ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("first_map"), |ui| {
                action = canvas.ui(ui, &first, highlighted, on_first).or(action.take());
            });
            other.move_with(canvas);
            let before = other.place();
            ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("second_map"), |ui| {
                let on_second = canvas.pointed().or(pointed);
                action = other.ui(ui, &shown, None, on_second).or(action.take());
            });
            if other.place() != before {
                canvas.move_with(other);
                ui.ctx().request_repaint();
            }
            if other.pointed() != on_first && other.pointed().is_some() {
                ui.ctx().request_repaint();
            }
            caption(ui, state, &state.document.map, left, Align2::CENTER_TOP);
            caption(ui, state, second, right, Align2::CENTER_TOP);
            key(ui, state, second, model, right);
        }
        Mode::Swipe => {
            let at = share.get_or_insert(0.5);
            ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("first_map"), |ui| {
                action = canvas.ui(ui, &first, highlighted, on_first).or(action.take());
            });
            let x = room.left() + room.width() * *at;
            let right = Rect::from_min_max(Pos2::new(x, room.top()), room.max);
            other.move_with(canvas);
            other.over(ui, &shown, room, right, canvas.pointed());
            let left = Rect::from_min_max(room.min, Pos2::new(x, room.bottom()));
            caption(ui, state, &state.document.map, left, Align2::RIGHT_TOP);
            caption(ui, state, second, right, Align2::LEFT_TOP);
            key(ui, state, second, model, right);
            *at = curtain(ui, state, room, *at);
        }
    }
    action
}

/// The rooms of two maps of that shape: one at the side of the other or, where they are larger so, one above the other.
fn halves(room: Rect, shape: f32) -> [Rect; 2] {
    let gap = TWO_MAPS.gap;
    let beside = Vec2::new((room.width() - gap) / 2.0, room.height());
    let above = Vec2::new(room.width(), (room.height() - gap) / 2.0);
    let tall = |half: Vec2| (half.x / shape.max(0.01)).min(half.y);
    let half = if tall(above) > tall(beside) { above } else { beside };
    [Rect::from_min_size(room.min, half), Rect::from_min_size(room.max - half, half)]
}

/// The edge between the maps: returns where it is now, as a part of the room.
fn curtain(ui: &mut Ui, state: &State, room: Rect, at: f32) -> f32 {
    let theme = Theme::of(ui);
    let x = room.left() + room.width() * at;
    let handle =
        Rect::from_center_size(Pos2::new(x, room.center().y), Vec2::new(TWO_MAPS.grip, room.height()));
    let response = ui.interact(handle, Id::unique("curtain"), Sense::click_and_drag());
    let name = state.settings.lang.text(texts::SIDE_HANDLE);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, name));
    let mut now = at;
    if response.dragged() {
        now += response.drag_delta().x / room.width().max(1.0);
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowLeft) {
                now -= TWO_MAPS.step;
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowRight) {
                now += TWO_MAPS.step;
            }
        });
    }
    let ink = if response.has_focus() { theme.accent } else { theme.ink };
    ui.painter().vline(x, room.y_range(), (2.0, theme.label_halo));
    ui.painter().vline(x, room.y_range(), (1.0, ink));
    ui.painter().circle(Pos2::new(x, room.center().y), TWO_MAPS.knob, theme.card, (1.5, ink));
    response.on_hover_cursor(CursorIcon::ResizeHorizontal).on_hover_text(name);
    let now = now.clamp(0.0, 1.0);
    if now != at {
        ui.ctx().request_repaint();
    }
    now
}

/// How the maps stand, what the second one shows, and the page of both.
fn controls(ui: &mut Ui, state: &State, memory: &mut TwoMapsMemory) -> Option<Action> {
    let lang = state.settings.lang;
    let map = &state.document.map;
    let mut action = None;
    let bar = egui::Frame::new().fill(Theme::of(ui).panel).inner_margin(SPACE[0]);
    bar.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let modes = [(Mode::Beside, texts::SIDE_BESIDE), (Mode::Swipe, texts::SIDE_SWIPE)];
            let modes = modes.map(|(mode, name)| (mode, lang.text(name).to_owned()));
            if let Some(mode) = segmented(ui, modes, memory.mode) {
                memory.mode = mode;
            }
            let Some(asked) = memory.asked.clone() else { return };
            let sort = match asked {
                Beside::Date(_) => Sort::Date,
                Beside::Change => Sort::Change,
                Beside::Other(_) => Sort::Other,
            };
            let dates: Vec<_> = state.dates().into_iter().filter(|date| *date != map.date).collect();
            let others = usable_across(state, &mut memory.usable);
            let mut sorts = Vec::new();
            if !dates.is_empty() {
                sorts.push((Sort::Date, texts::SIDE_DATE));
                sorts.push((Sort::Change, texts::SIDE_CHANGE));
            }
            if !others.is_empty() {
                sorts.push((Sort::Other, texts::SIDE_OTHER));
            }
            let sorts = sorts.into_iter().map(|(sort, name)| (sort, lang.text(name).to_owned()));
            let what = lang.text(texts::SIDE_WHAT);
            if let Some(picked) = drop_down(ui, what, sorts, sort, TWO_MAPS.field) {
                memory.asked = match picked {
                    Sort::Date => dates.first().copied().map(Beside::Date),
                    Sort::Change => Some(Beside::Change),
                    Sort::Other => others.first().cloned().map(Beside::Other),
                };
            }
            match &asked {
                Beside::Date(date) => {
                    let name = lang.text(texts::REFERENCE_DATE);
                    let options = dates.into_iter().map(|date| (date, state.date_name(date)));
                    if let Some(date) = drop_down(ui, name, options, *date, TWO_MAPS.date) {
                        memory.asked = Some(Beside::Date(date));
                    }
                }
                Beside::Change => {}
                Beside::Other(id) => {
                    let catalogue = &state.bundle.atlas.catalogue;
                    let name = |id: &String| {
                        catalogue.get(id).map_or(id.as_str(), |known| lang.pick(&known.name)).to_owned()
                    };
                    let options = others.iter().map(name).enumerate();
                    let shown = others.iter().position(|other| other == id).unwrap_or(usize::MAX);
                    let field = lang.text(texts::SIDE_OTHER);
                    if let Some(at) = drop_down(ui, field, options, shown, TWO_MAPS.indicator) {
                        memory.asked = others.get(at).cloned().map(Beside::Other);
                    }
                }
            }
            if let Some(Ok((second, _))) = memory.made.as_ref().map(|made| &made.second) {
                if ui.button(lang.text(texts::SIDE_PAGE)).clicked() {
                    action = Some(Action::Figure(FigureAction::ComposeTwo(Box::new(second.clone()))));
                }
                let same = share_classes(map, second);
                let note = if same { texts::SIDE_SAME_CLASSES } else { texts::SIDE_OWN_CLASSES };
                small(ui, lang.text(note));
            }
        });
    });
    action
}

/// What a map shows, over it.
fn caption(ui: &Ui, state: &State, map: &MapSpec, room: Rect, anchor: Align2) {
    let theme = Theme::of(ui);
    let atlas = &state.bundle.atlas;
    let when = atlas.catalogue.get(&map.indicator).map(|known| when_phrase(map, known)).unwrap_or_default();
    let text = format!("{}, {when}", title(map, atlas));
    let inner = room.shrink(SPACE[1]);
    // Room for the buttons at the upper left corner.
    let most = (inner.width() - TWO_MAPS.tools).max(TWO_MAPS.least);
    let painter = ui.painter_at(room);
    let galley = painter.layout(text, small_font(), theme.ink, most);
    let at = anchor.align_size_within_rect(galley.size(), inner.shrink(SPACE[0]));
    painter.rect(at.expand(SPACE[0]), 3.0, theme.card, (1.0, theme.line), egui::StrokeKind::Outside);
    painter.galley(at.min, galley, theme.ink);
}

/// The classes of the second map where they are its own: those of both are beside the first.
fn key(ui: &Ui, state: &State, second: &MapSpec, model: &MapModel, room: Rect) {
    if !share_classes(&state.document.map, second) {
        legend(ui, state, second, model, room);
    }
}

/// The classes of a map, at its lower right corner.
fn legend(ui: &Ui, state: &State, map: &MapSpec, model: &MapModel, room: Rect) {
    let (lang, theme) = (state.settings.lang, Theme::of(ui));
    if map.representation == Representation::Symbols {
        return;
    }
    let painter = ui.painter_at(room);
    let written = model.shown.class_texts(lang, model);
    let mut rows: Vec<_> = written
        .into_iter()
        .zip(&model.colours)
        .map(|(text, of)| (painter.layout_no_wrap(text, small_font(), theme.ink), Some(*of)))
        .collect();
    for reason in Absence::ALL.into_iter().filter(|reason| model.absent(*reason) > 0) {
        rows.push((painter.layout_no_wrap(lang.absence(reason).to_owned(), small_font(), theme.muted), None));
    }
    let [side, pad] = [TWO_MAPS.swatch, SPACE[0]];
    let wide = rows.iter().map(|(text, _)| text.size().x).fold(0.0, f32::max) + side + pad * 3.0;
    let row = rows.iter().map(|(text, _)| text.size().y).fold(0.0, f32::max) + 2.0;
    let size = Vec2::new(wide, row * rows.len() as f32 + pad * 2.0);
    // Where it has no room the map matters more.
    if size.x > room.width() * 0.6 || size.y > room.height() * 0.6 || rows.is_empty() {
        return;
    }
    let corner = room.max - size - Vec2::splat(SPACE[1]);
    let card = Rect::from_min_size(corner, size);
    painter.rect(card, 3.0, theme.card, (1.0, theme.line), egui::StrokeKind::Outside);
    for (i, (text, of)) in rows.into_iter().enumerate() {
        let top = corner + Vec2::new(pad, pad + row * i as f32);
        if let Some(of) = of {
            let square = Rect::from_min_size(top + Vec2::new(0.0, 2.0), Vec2::new(side, row - 4.0));
            swatch(ui, square, colour(theme.class(state.vision, of)));
        }
        painter.galley(top + Vec2::new(side + pad, 0.0), text, theme.ink);
    }
}
