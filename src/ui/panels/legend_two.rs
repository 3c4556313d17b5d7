//! The legend of two indicators in the window: the same square as on paper, whose cells light up their
//! territories.

use egui::{Align2, Pos2, Rect, Role, Sense, Shape, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

use crate::document::ClassSpan;
use crate::engine::{Action, State};
use crate::figure::bivariate::{BIVARIATES, Bivariate, SIDE};
use crate::figure::{Axis, SCHEMES_OF_TWO, apart, edge_places, edges, ink_on, whole_of_two};
use crate::i18n::{self, fill, texts};
use crate::ui::theme::{SPACE, Theme, colour, square};
use crate::ui::widgets::{drop_down, heading, icon_button, small, small_font};

/// The square, with names, arrows, edges and counts. Returns the class under the pointer.
pub fn square_ui(ui: &mut Ui, state: &State, axes: &[Axis; 2]) -> Option<usize> {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let catalogue = &state.bundle.atlas.catalogue;
    let name = |ui: &mut Ui, axis: &Axis| {
        if let Some(indicator) = catalogue.get(&axis.indicator) {
            heading(ui, lang.pick(&indicator.name));
            small(ui, lang.pick(&indicator.unit));
        }
    };
    let [first, second] = axes;
    name(ui, second);

    let font = small_font();
    let higher = lang.text(texts::HIGHER);
    let edges = [edges(&state.spec, first), edges(&state.spec, second)];
    let painter = ui.painter().clone();
    let text_width = |text: &str| painter.layout_no_wrap(text.to_owned(), font.clone(), theme.ink).size().x;
    let gutter = edges[1].iter().map(|edge| text_width(edge)).fold(0.0, f32::max) + square::ARROW_ROOM;
    let width = ui.available_width();
    let room = width - gutter - text_width(higher) - square::ARROW_ROOM;
    let side = room.clamp(square::LEAST, square::GREATEST);
    let cell = side / SIDE as f32;
    let height = square::LINE + side + square::ARROW_ROOM + square::LINE;
    let (area, _) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let (left, bottom) = (area.left() + gutter, area.top() + square::LINE + side);

    let mut lit: Option<(usize, String)> = None;
    for class in 0..SIDE * SIDE {
        let (column, row) = ((class % SIDE) as f32, (class / SIDE) as f32);
        let min = Pos2::new(left + column * cell, bottom - (row + 1.0) * cell);
        let rect = Rect::from_min_size(min, Vec2::splat(cell)).shrink(0.5);
        let (on, name) = cell_ui(ui, state, axes, class, rect);
        if on {
            lit = Some((class, name));
        }
    }

    let write = |at: Pos2, align, text: &str, ink| {
        painter.text(at, align, text, font.clone(), ink);
    };
    let centres = edge_places(first).map(|place| place * f64::from(cell)).collect();
    let centres = apart(centres, &edges[0], |edge| f64::from(text_width(edge)), f64::from(SPACE[1]));
    for (along, edge) in centres.into_iter().zip(&edges[0]) {
        let at = Pos2::new(left + along as f32, bottom + square::ARROW_ROOM);
        write(at, Align2::CENTER_TOP, edge, theme.ink);
    }
    for (place, edge) in edge_places(second).zip(&edges[1]) {
        let at = Pos2::new(left - square::ARROW_ROOM, bottom - place as f32 * cell);
        write(at, Align2::RIGHT_CENTER, edge, theme.ink);
    }
    let away = square::ARROW_ROOM / 2.0;
    let beyond = side + SPACE[1];
    arrow(&painter, Pos2::new(left - away, bottom), Vec2::new(0.0, -beyond), theme);
    arrow(&painter, Pos2::new(left, bottom + away), Vec2::new(beyond, 0.0), theme);
    let over = Pos2::new(left - away + SPACE[1], bottom - side - 2.0);
    write(over, Align2::LEFT_BOTTOM, higher, theme.muted);
    let beside = Pos2::new(left + beyond + SPACE[0], bottom + away);
    write(beside, Align2::LEFT_CENTER, higher, theme.muted);

    name(ui, first);
    if let Some(text) = whole_of_two(&state.spec, axes, &state.bundle.atlas) {
        ui.add_space(SPACE[0]);
        small(ui, text);
    }
    // Said here and not in a tooltip, which would cover the other cells; room is kept for it, so that
    // nothing moves while the pointer does.
    ui.scope(|ui| {
        ui.set_min_height(square::HINT);
        let text = lit.as_ref().map_or(lang.text(texts::CELL_HINT), |(_, name)| name);
        small(ui, text);
    });
    lit.map(|(class, _)| class)
}

/// A thin arrow with a small head: egui's own has one in proportion to its length.
fn arrow(painter: &egui::Painter, from: Pos2, by: Vec2, theme: &Theme) {
    let (to, along) = (from + by, by.normalized());
    let neck = to - along * square::ARROW_HEAD;
    let wing = along.rot90() * square::ARROW_HEAD * 0.5;
    painter.line_segment([from, neck], (1.0, theme.muted));
    painter.add(Shape::convex_polygon(vec![to, neck + wing, neck - wing], theme.muted, egui::Stroke::NONE));
}

/// One cell with its count; whether the pointer is on it, and its name.
fn cell_ui(ui: &mut Ui, state: &State, axes: &[Axis; 2], class: usize, rect: Rect) -> (bool, String) {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("cell", class)), Sense::hover());
    let short = |axis: &Axis| {
        let indicator = state.bundle.atlas.catalogue.get(&axis.indicator);
        indicator.map_or("", |indicator| lang.pick(&indicator.short))
    };
    let place = |i: usize| lang.text([texts::PLACE_LOW, texts::PLACE_MIDDLE, texts::PLACE_HIGH][i]);
    let [first, second] = axes.each_ref().map(short);
    let places = [place(class % SIDE), place(class / SIDE)];
    let name = fill(lang.text(texts::CELL_NAME), &[first, places[0], second, places[1]]);
    let count = i18n::number(lang, state.model.counts[class] as f64, 0);
    let name = format!("{name}: {count}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let fill = state.model.colours[class];
    let on = response.hovered();
    let outline = if on { egui::Stroke::new(2.0, theme.ink) } else { egui::Stroke::NONE };
    let painter = ui.painter();
    painter.rect(rect, 0.0, colour(state.vision.sees(fill)), outline, egui::StrokeKind::Inside);
    painter.text(rect.center(), Align2::CENTER_CENTER, count, small_font(), colour(ink_on(fill)));
    (on, name)
}

/// Scheme and palette.
pub fn controls_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let (spec, lang) = (&state.spec, state.settings.lang);
    let width = ui.available_width() - 8.0;
    let mut action = None;
    let mut ask = |asked: Option<Action>| action = asked.or(action.take());
    small(ui, lang.text(texts::CLASSES_METHOD));
    let schemes = SCHEMES_OF_TWO.map(|scheme| (scheme, lang.scheme(scheme).to_owned()));
    ask(drop_down(ui, lang.text(texts::CLASSES_METHOD), schemes, spec.classes.scheme, width)
        .map(Action::SetScheme));
    let mut all_dates = spec.classes.span == ClassSpan::AllDates;
    if ui.checkbox(&mut all_dates, lang.text(texts::SAME_CLASSES)).changed() {
        let span = if all_dates { ClassSpan::AllDates } else { ClassSpan::ThisDate };
        ask(Some(Action::SetClassSpan(span)));
    }
    small(ui, lang.text(texts::PALETTE));
    ui.horizontal(|ui| {
        let button = ui.spacing().interact_size.y + 10.0;
        ask(palette_menu(ui, state, width - button));
        let name = lang.text(texts::SWAP_HUES);
        if icon_button(ui, Icon::ArrowLeftRight, name, true, spec.palette.reversed).clicked() {
            ask(Some(Action::SetReversed(!spec.palette.reversed)));
        }
    });
    if spec.level != crate::base::Level::Comuni {
        small(ui, lang.text(texts::GROUP_VALUE));
        let methods = crate::data::Method::ALL.map(|method| (method, lang.method(method).to_owned()));
        ask(drop_down(ui, lang.text(texts::GROUP_VALUE), methods, spec.method, width).map(Action::SetMethod));
    }
    action
}

fn palette_menu(ui: &mut Ui, state: &State, width: f32) -> Option<Action> {
    let lang = state.settings.lang;
    let current = Bivariate::get(&state.spec.palette.id);
    let mut action = None;
    let response = egui::ComboBox::from_id_salt("palette-of-two")
        .selected_text(current.map_or("", |palette| palette.name))
        .width(width)
        .show_ui(ui, |ui| {
            for palette in &BIVARIATES {
                if palette_row(ui, palette, state).clicked() {
                    action = Some(Action::SetPalette(palette.id.to_owned()));
                    ui.close();
                }
            }
        })
        .response;
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, lang.text(texts::PALETTE));
        info.current_text_value = current.map(|palette| palette.name.to_owned());
        info
    });
    action
}

/// The nine colours, the name, and a mark when they are safe for colour-blind readers.
fn palette_row(ui: &mut Ui, palette: &Bivariate, state: &State) -> egui::Response {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let size = Vec2::new(ui.available_width().max(square::MENU_WIDTH), square::MENU_CELL * 3.0 + SPACE[1]);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let safe = if palette.colour_blind_safe { lang.text(texts::COLOUR_BLIND_SAFE) } else { "" };
    let chosen = palette.id == state.spec.palette.id;
    let name = format!("{} {safe}", palette.name);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name.trim()));
    if response.hovered() || response.has_focus() || chosen {
        ui.painter().rect_filled(rect, 3.0, theme.accent_soft);
    }
    let corner = rect.left_bottom() + Vec2::new(SPACE[0], -SPACE[0]);
    for (i, fill) in palette.colours(state.spec.palette.reversed).into_iter().enumerate() {
        let (column, row) = ((i % SIDE) as f32, (i / SIDE) as f32);
        let min = corner + Vec2::new(column, -row - 1.0) * square::MENU_CELL;
        let cell = Rect::from_min_size(min, Vec2::splat(square::MENU_CELL));
        ui.painter().rect_filled(cell, 0.0, colour(state.vision.sees(fill)));
    }
    let font = egui::TextStyle::Body.resolve(ui.style());
    let at = rect.left_center() + Vec2::new(square::MENU_CELL * 3.0 + SPACE[2], 0.0);
    ui.painter().text(at, Align2::LEFT_CENTER, palette.name, font, theme.ink);
    if palette.colour_blind_safe {
        let at = rect.right_center() - Vec2::new(SPACE[1], 0.0);
        let icon = char::from(Icon::Eye).to_string();
        ui.painter().text(at, Align2::RIGHT_CENTER, icon, small_font(), theme.accent);
    }
    if safe.is_empty() { response } else { response.on_hover_text(safe) }
}
