//! Controls shared by the legends of every kind of map.

use egui::{Align2, Painter, Pos2, Role, Sense, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

use crate::base::Level;
use crate::data::Method;
use crate::document::ClassSpan;
use crate::engine::guide::Topic;
use crate::engine::{Action, State};
use crate::i18n::{Text, texts};
use crate::stats::classes::Scheme;
use crate::ui::how_to_read::how_to_read_ui;
use crate::ui::theme::{MENU_WIDTH, SPACE, Theme};
use crate::ui::widgets::{button_at_the_end, drop_down, icon_button, small, small_font};

/// Whether classes are computed over all dates.
pub(crate) fn same_classes_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let mut all_dates = state.document.map.classes.span == ClassSpan::AllDates;
    let changed = ui.checkbox(&mut all_dates, state.settings.lang.text(texts::SAME_CLASSES)).changed();
    let span = if all_dates { ClassSpan::AllDates } else { ClassSpan::ThisDate };
    changed.then(|| Action::map(&state.document.map, |map| map.classes.span = span))
}

/// How the values of groups are computed, if there are groups.
pub(crate) fn group_value_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    if state.document.map.level == Level::Comuni {
        return None;
    }
    let name = lang.text(texts::GROUP_VALUE);
    small(ui, name);
    let methods = Method::CHOICES.map(|method| (method, lang.method(method).to_owned()));
    let map = &state.document.map;
    let (mut how, mut picked) = (None, None);
    button_at_the_end(
        ui,
        |ui| {
            let text = lang.how_method(map.method);
            how = how_to_read_ui(ui, lang, lang.method(map.method), text, Topic::Group);
        },
        |ui| picked = drop_down(ui, name, methods, map.method, ui.available_width() - SPACE[3]),
    );
    picked.map(|method| Action::map(map, |map| map.method = method)).or(how)
}

/// The scheme of the classes, with what it means.
pub(crate) fn scheme_ui(
    ui: &mut Ui,
    state: &State,
    schemes: impl IntoIterator<Item = Scheme>,
) -> Option<Action> {
    let (lang, scheme) = (state.settings.lang, state.document.map.scheme());
    let name = lang.text(texts::CLASSES_METHOD);
    small(ui, name);
    let schemes = schemes.into_iter().map(|scheme| (scheme, lang.scheme(scheme).to_owned()));
    let (mut how, mut picked) = (None, None);
    button_at_the_end(
        ui,
        |ui| {
            let text = lang.how_scheme(scheme);
            how = how_to_read_ui(ui, lang, lang.scheme(scheme), text, Topic::Legend);
        },
        |ui| picked = drop_down(ui, name, schemes, scheme, ui.available_width() - SPACE[3]),
    );
    picked.map(Action::SetScheme).or(how)
}

/// The list of palettes, drawn by `menu` at a width, with the button that reverses the palette.
pub(crate) fn palette_ui(
    ui: &mut Ui,
    state: &State,
    turn: Text,
    menu: impl FnOnce(&mut Ui, &State, f32) -> Option<Action>,
) -> Option<Action> {
    let lang = state.settings.lang;
    small(ui, lang.text(texts::PALETTE));
    let (mut turned, mut picked) = (None, None);
    button_at_the_end(
        ui,
        |ui| {
            let map = &state.document.map;
            let on = map.palette.reversed;
            let button = icon_button(ui, Icon::ArrowLeftRight, lang.text(turn), true, on);
            turned = button.clicked().then(|| Action::map(map, |map| map.palette.reversed = !on));
        },
        |ui| picked = menu(ui, state, ui.available_width()),
    );
    picked.or(turned)
}

/// A drop-down list of palettes, with the default first; `rows` draws the others and returns the id of the one
/// clicked.
pub(crate) fn palette_list(
    ui: &mut Ui,
    state: &State,
    current: &str,
    width: f32,
    rows: impl FnOnce(&mut Ui) -> Option<&'static str>,
) -> Option<Action> {
    const HEIGHT: f32 = 420.0;
    let (lang, map) = (state.settings.lang, &state.document.map);
    let list = egui::ComboBox::from_id_salt("palette").selected_text(current).width(width).height(HEIGHT);
    let list = list.show_ui(ui, |ui| {
        let usual = ui.selectable_label(map.palette.id.is_none(), lang.text(texts::AUTOMATIC)).clicked();
        let picked = rows(ui).map(Some).or(usual.then_some(None));
        if picked.is_some() {
            ui.close();
        }
        picked
    });
    list.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, lang.text(texts::PALETTE));
        info.current_text_value = Some(current.to_owned());
        info
    });
    list.inner.flatten().map(|id| Action::map(map, |map| map.palette.id = id.map(str::to_owned)))
}

/// A palette in such a list.
pub(crate) struct PaletteEntry {
    pub id: &'static str,
    /// Its name in the literature.
    pub name: &'static str,
    /// Whether colour-blind readers can distinguish its colours.
    pub safe: bool,
    /// Size of the sample of its colours.
    pub sample: Vec2,
}

impl PaletteEntry {
    /// The sample that `paint` draws from its upper left corner, the name, and a mark if it is safe for colour-blind
    /// readers.
    pub fn ui(&self, ui: &mut Ui, state: &State, paint: impl FnOnce(&Painter, Pos2)) -> egui::Response {
        let lang = state.settings.lang;
        let theme = Theme::of(ui);
        let size = Vec2::new(ui.available_width().max(MENU_WIDTH), self.sample.y + SPACE[1]);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let safe = if self.safe { lang.text(texts::COLOUR_BLIND_SAFE) } else { "" };
        let selected = self.id == state.model.palette;
        let name = format!("{} {safe}", self.name);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, name.trim()));
        let painter = ui.painter();
        if response.hovered() || response.has_focus() || selected {
            painter.rect_filled(rect, 3.0, theme.accent_soft);
        }
        let middle = rect.left_center() + Vec2::new(SPACE[0], 0.0);
        paint(painter, middle - Vec2::new(0.0, self.sample.y / 2.0));
        let font = egui::TextStyle::Body.resolve(ui.style());
        let at = middle + Vec2::new(self.sample.x + SPACE[1], 0.0);
        painter.text(at, Align2::LEFT_CENTER, self.name, font, theme.ink);
        if self.safe {
            let at = rect.right_center() - Vec2::new(SPACE[1], 0.0);
            let icon = char::from(Icon::Eye).to_string();
            painter.text(at, Align2::RIGHT_CENTER, icon, small_font(), theme.accent);
        }
        if safe.is_empty() { response } else { response.on_hover_text(safe) }
    }
}
