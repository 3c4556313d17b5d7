//! The legend of two indicators in the window: the same square as on paper, whose cells highlight their territories.

use egui::{Align2, Pos2, Rect, Role, Sense, Shape, Ui, Vec2, WidgetInfo};

use super::controls::{PaletteEntry, group_value_ui, palette_list, palette_ui, same_classes_ui, scheme_ui};
use crate::engine::{Action, State};
use crate::figure::map::kinds::two::bivariate::{BIVARIATES, Bivariate, SIDE};
use crate::figure::quality::{in_words, of_table};
use crate::figure::{Axis, SCHEMES_OF_TWO, apart, edge_places, edges, ink_on, overall_of_two};
use crate::i18n::{self, texts};
use crate::ui::theme::{SPACE, Theme, colour, square};
use crate::ui::widgets::{heading, small, small_font};

/// The square, with names, arrows, edges and counts. Returns the class under the pointer.
pub(crate) fn square_ui(ui: &mut Ui, state: &State, axes: &[Axis; 2]) -> Option<usize> {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let catalogue = &state.bundle.atlas.catalogue;
    let name = |ui: &mut Ui, axis: &Axis| {
        if let Some(indicator) = catalogue.get(&axis.indicator) {
            heading(ui, lang.pick(&indicator.name));
            let quality = of_table(&axis.table).unwrap_or_default();
            small(ui, in_words(lang, lang.pick(&indicator.unit).to_owned(), quality));
        }
    };
    let [first, second] = axes;
    name(ui, second);

    let font = small_font();
    let higher = lang.text(texts::HIGHER);
    let edges = [edges(&state.document.map, first), edges(&state.document.map, second)];
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

    let mut highlighted: Option<(usize, String)> = None;
    for class in 0..SIDE * SIDE {
        let (column, row) = ((class % SIDE) as f32, (class / SIDE) as f32);
        let min = Pos2::new(left + column * cell, bottom - (row + 1.0) * cell);
        let rect = Rect::from_min_size(min, Vec2::splat(cell)).shrink(0.5);
        let (on, name) = cell_ui(ui, state, axes, class, rect);
        if on {
            highlighted = Some((class, name));
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
    if let Some(text) = overall_of_two(&state.document.map, axes, &state.bundle.atlas) {
        ui.add_space(SPACE[0]);
        small(ui, text);
    }
    // Shown here and not in a tooltip, which would cover the other cells; room is reserved so that nothing moves with
    // the pointer.
    ui.scope(|ui| {
        ui.set_min_height(square::HINT);
        let text = highlighted.as_ref().map_or(lang.text(texts::CELL_HINT), |(_, name)| name);
        small(ui, text);
    });
    highlighted.map(|(class, _)| class)
}

/// A thin arrow with a small head: egui scales the head with the length.
fn arrow(painter: &egui::Painter, from: Pos2, by: Vec2, theme: &Theme) {
    let (to, along) = (from + by, by.normalized());
    let neck = to - along * square::ARROW_HEAD;
    let wing = along.rot90() * square::ARROW_HEAD * 0.5;
    painter.line_segment([from, neck], (1.0, theme.muted));
    painter.add(Shape::convex_polygon(vec![to, neck + wing, neck - wing], theme.muted, egui::Stroke::NONE));
}

/// One cell with its count; returns whether the pointer is on it, and its name.
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
    let name = texts::cell_name(lang, first, places[0], second, places[1]);
    let count = i18n::number(lang, state.model.counts[class] as f64, 0);
    let name = format!("{name}: {count}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let fill = theme.class(state.vision, state.model.colours[class]);
    let on = response.hovered();
    let outline = if on { egui::Stroke::new(2.0, theme.ink) } else { egui::Stroke::NONE };
    let painter = ui.painter();
    painter.rect(rect, 0.0, colour(fill), outline, egui::StrokeKind::Inside);
    painter.text(rect.center(), Align2::CENTER_CENTER, count, small_font(), colour(ink_on(fill)));
    (on, name)
}

pub(crate) fn controls_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let mut action = None;
    let mut ask = |asked: Option<Action>| action = asked.or(action.take());
    ask(scheme_ui(ui, state, SCHEMES_OF_TWO));
    ask(same_classes_ui(ui, state));
    ask(palette_ui(ui, state, texts::SWAP_HUES, palette_menu));
    ask(group_value_ui(ui, state));
    action
}

fn palette_menu(ui: &mut Ui, state: &State, width: f32) -> Option<Action> {
    let current = Bivariate::get(state.model.palette).map_or("", |palette| palette.name);
    palette_list(ui, state, current, width, |ui| {
        let clicked = |palette: &&Bivariate| palette_row(ui, palette, state).clicked();
        // Every row must be drawn, whichever is clicked.
        BIVARIATES.iter().filter(clicked).map(|palette| palette.id).collect::<Vec<_>>().pop()
    })
}

/// The nine colours of a palette.
fn palette_row(ui: &mut Ui, palette: &Bivariate, state: &State) -> egui::Response {
    let sample = Vec2::splat(square::MENU_CELL * SIDE as f32);
    let theme = Theme::of(ui);
    let entry = PaletteEntry { id: palette.id, name: palette.name, safe: palette.colour_blind_safe, sample };
    entry.ui(ui, state, |painter, corner| {
        for (i, fill) in palette.colours(state.document.map.palette.reversed).into_iter().enumerate() {
            // Rows go upwards, as in the map's legend.
            let (column, row) = ((i % SIDE) as f32, (SIDE - 1 - i / SIDE) as f32);
            let min = corner + Vec2::new(column, row) * square::MENU_CELL;
            let cell = Rect::from_min_size(min, Vec2::splat(square::MENU_CELL));
            painter.rect_filled(cell, 0.0, colour(theme.class(state.vision, fill)));
        }
    })
}
