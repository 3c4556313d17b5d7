//! The cells of the table. Only visible ones are drawn; headers, names and the ATS always stay visible.

use egui::{Align2, Color32, FontId, Painter, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo};
use egui::{pos2, vec2};
use lucide_icons::Icon;

use super::ViewResponse;
use super::teach::no_rows_ui;
use crate::base::Code;
use crate::data::Detail;
use crate::document::{SortBy, TableSort, TableSpec, TableView};
use crate::engine::{Action, State, removable};
use crate::figure::break_text;
use crate::figure::page::style;
use crate::figure::quality::in_words;
use crate::figure::table::{
    After, Column, Head, TableModel, TableRow, after, detailed, head_of, heat_colour, marked_cell, spoken,
};
use crate::i18n::texts;
use crate::ui::fonts::semibold;
use crate::ui::theme::{TABLE, Theme, colour, text_size};
use crate::ui::widgets::small_font;

/// The fewest rows that must have room above what stays at the bottom.
const LEAST_ROWS: f32 = 4.0;

/// The positions of the parts on screen.
struct Places {
    seen: Rect,
    /// The visible area of the rows.
    body: Rect,
    /// Top of the first row and left edge of the first column, at the current scroll position.
    origin: egui::Pos2,
    /// Width of a column.
    column: f32,
}

impl Places {
    fn cell(&self, column: usize, top: f32) -> Rect {
        let left = self.origin.x + self.column * column as f32;
        Rect::from_min_size(pos2(left, top), vec2(self.column, TABLE.row))
    }

    /// The area that must be visible for the row at this height not to be hidden by the headers or the ATS.
    fn around(&self, top: f32) -> Rect {
        let [above, below] = [self.body.top() - self.seen.top(), self.seen.bottom() - self.body.bottom()];
        let x = self.seen.x_range();
        Rect::from_x_y_ranges(x, top - above..=top + TABLE.row + below)
    }

    fn name(&self, top: f32) -> Rect {
        Rect::from_min_size(pos2(self.seen.left(), top), vec2(TABLE.name, TABLE.row))
    }
}

/// The grid; a click selects a row, Ctrl adds it to the selection, Shift adds the rows in between too.
pub fn grid(
    ui: &mut Ui,
    state: &State,
    spec: &TableSpec,
    model: &TableModel,
    anchor: &mut Option<Code>,
    hovered: Option<usize>,
) -> ViewResponse {
    let mut out = ViewResponse::default();
    let after = after(spec, model, &state.bundle.atlas);
    let lines = model.shown.len() + after.len();
    let count = model.columns.len() as f32;
    // A fade would veil the row of the ATS, which stays at the bottom.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    // Rows scroll without animation to what is pointed at elsewhere.
    let area = ScrollArea::both().id_salt("table").auto_shrink([false, false]).animated(false);
    area.show_viewport(ui, |ui, viewport| {
        let column = ((viewport.width() - TABLE.name) / count).clamp(TABLE.column, TABLE.widest);
        let size = vec2(TABLE.name + column * count, TABLE.head + TABLE.row * lines as f32);
        let (whole, _) = ui.allocate_exact_size(size.max(viewport.size() * 0.5), Sense::hover());
        let seen = ui.clip_rect();
        // In a low panel only the ATS stays, and what summarises the rows follows them.
        let room = seen.height() - TABLE.head - TABLE.row * after.len() as f32;
        let is_roomy = room >= TABLE.row * LEAST_ROWS;
        let (fixed, loose): (Vec<&After>, Vec<&After>) =
            after.iter().partition(|row| row.code.is_some() || is_roomy);
        let rows_bottom = whole.top() + TABLE.head + TABLE.row * model.shown.len() as f32;
        let after_top = (rows_bottom + TABLE.row * loose.len() as f32)
            .min(seen.bottom() - TABLE.row * fixed.len() as f32);
        let body =
            Rect::from_min_max(pos2(seen.left(), seen.top() + TABLE.head), pos2(seen.right(), after_top));
        let origin = whole.left_top() + vec2(TABLE.name, TABLE.head);
        let places = Places { seen, body, origin, column };
        // What is pointed at elsewhere is scrolled into view; under the pointer the rows stay where they are.
        let sought = hovered.filter(|_| !ui.rect_contains_pointer(seen));
        let row = sought.and_then(|unit| row_of(state, model, unit));
        if let Some(at) = row.and_then(|row| model.shown.iter().position(|&shown| shown == row)) {
            ui.scroll_to_rect(places.around(origin.y + TABLE.row * at as f32), None);
        }
        let highlighted = hovered.and_then(|unit| row_of(state, model, unit));
        let first = ((body.top() - origin.y) / TABLE.row).floor().max(0.0) as usize;
        for (i, &at) in model.shown.iter().enumerate().skip(first) {
            let top = origin.y + TABLE.row * i as f32;
            if top >= body.bottom() {
                break;
            }
            let row = &model.rows[at];
            let response = row_ui(ui, state, (spec, model), at, top, &places, highlighted == Some(at));
            if response.hovered() {
                out.pointed = unit_of(state, model, at);
            }
            if response.clicked() {
                out.action = choose(ui, state, model, i, anchor);
                *anchor = Some(row.code.clone());
            }
        }
        for (i, row) in loose.into_iter().enumerate() {
            after_ui(ui, state, model, row, (rows_bottom + TABLE.row * i as f32, body), &places);
        }
        for (i, row) in fixed.into_iter().enumerate() {
            after_ui(ui, state, model, row, (after_top + TABLE.row * i as f32, seen), &places);
        }
        out.action = heads(ui, state, spec, model, &places).or(out.action.take());
        if model.shown.is_empty() {
            let below = Rect::from_min_size(
                pos2(seen.left(), after_top + TABLE.row * after.len() as f32),
                seen.size(),
            );
            let teach = |ui: &mut Ui| no_rows_ui(ui, state, spec);
            let asked = ui.scope_builder(egui::UiBuilder::new().max_rect(below), teach).inner;
            out.action = asked.or(out.action.take());
        }
    });
    out
}

/// The unit of the current level in a row, if it is one.
fn unit_of(state: &State, model: &TableModel, row: usize) -> Option<usize> {
    let territories = &state.bundle.atlas.territories;
    match model.as_published {
        true => territories.position(state.document.map.level, &model.rows[row].code),
        false => Some(row),
    }
}

/// The row of a unit of the current level, if it has one.
fn row_of(state: &State, model: &TableModel, unit: usize) -> Option<usize> {
    let code = &state.model.table.rows.get(unit)?.code;
    match model.as_published {
        true => model.rows.iter().position(|row| row.code == *code),
        false => Some(unit),
    }
}

/// The action of a click on the row at a position. Areas beyond the ATS only have published values and cannot be
/// selected.
fn choose(ui: &Ui, state: &State, model: &TableModel, at: usize, anchor: &Option<Code>) -> Option<Action> {
    let ours = |code: &Code| state.bundle.atlas.territories.find(code).is_some();
    let code = |at: usize| model.rows[model.shown[at]].code.clone();
    let modifiers = ui.input(|input| input.modifiers);
    let from = anchor.as_ref().and_then(|anchor| (0..model.shown.len()).find(|&i| code(i) == *anchor));
    match from {
        Some(from) if modifiers.shift => {
            let between = (from.min(at)..=from.max(at)).map(code);
            Some(Action::AddSelected(between.filter(ours).collect()))
        }
        _ if !ours(&code(at)) => None,
        _ if modifiers.command => Some(Action::ToggleSelected(code(at))),
        _ => Some(Action::Choose(vec![code(at)])),
    }
}

fn row_ui(
    ui: &Ui,
    state: &State,
    (spec, model): (&TableSpec, &TableModel),
    unit: usize,
    top: f32,
    places: &Places,
    highlighted: bool,
) -> Response {
    let theme = Theme::of(ui);
    let row = &model.rows[unit];
    let all = Rect::from_min_size(pos2(places.seen.left(), top), vec2(places.seen.width(), TABLE.row));
    let response = ui.interact(all.intersect(places.body), ui.scope_id().with(&row.code), Sense::click());
    if response.gained_focus() {
        ui.scroll_to_rect(places.around(top), None);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, row.selected, label(state, model, row)));
    let painter = ui.painter().with_clip_rect(places.body);
    let background = match (row.selected, highlighted || response.hovered()) {
        (true, _) => theme.accent_soft,
        (_, true) => theme.line,
        _ => theme.panel,
    };
    painter.rect_filled(all, 0.0, background);
    let cells = painter.with_clip_rect(right_of_names(places.body));
    for (i, column) in model.columns.iter().enumerate() {
        let rect = places.cell(i, top);
        if !rect.intersects(places.body) {
            continue;
        }
        let (value, quality) = row.graded(i);
        let mut ink = if value.is_ok() { theme.ink } else { theme.muted };
        if let (true, Some(heat)) = (spec.view.heat, model.heat(i, value)) {
            cells.rect_filled(rect.shrink2(vec2(1.0, 0.5)), 0.0, colour(heat_colour(heat)));
            ink = colour(style::INK);
        }
        if let (true, Some(bar)) = (spec.view.has_bars(), model.bar(i, value)) {
            bar_ui(&cells, rect, bar, row.selected, theme);
        }
        number(&cells, rect, text(state, column, (value, quality), &row.details[i]), font(row.selected), ink);
    }
    let name = places.name(top);
    painter.rect_filled(name, 0.0, background);
    left(&painter, name, &row.name, font(row.selected), theme.ink);
    if response.has_focus() {
        painter.rect_stroke(all.shrink(1.0), 0.0, (1.5, theme.accent), egui::StrokeKind::Inside);
    }
    response
}

/// The bar of a value, left of the middle of its cell: the number stands right of it.
fn bar_ui(cells: &Painter, cell: Rect, [zero, end]: [f64; 2], selected: bool, theme: &Theme) {
    let room =
        Rect::from_min_size(cell.min + vec2(TABLE.pad, 0.0), vec2(cell.width() * TABLE.bars, cell.height()));
    let x = |share: f64| room.left() + room.width() * share as f32;
    let ends = x(zero.min(end))..=x(zero.max(end));
    let colour = if selected { theme.accent } else { theme.accent.gamma_multiply(0.45) };
    cells.rect_filled(
        Rect::from_x_y_ranges(ends, room.shrink2(vec2(0.0, cell.height() * 0.22)).y_range()),
        0.0,
        colour,
    );
}

/// The ATS, and minimum, mean and maximum, at a height; nothing is drawn beyond `clip`.
fn after_ui(
    ui: &Ui,
    state: &State,
    model: &TableModel,
    row: &After,
    (top, clip): (f32, Rect),
    places: &Places,
) {
    let theme = Theme::of(ui);
    let all = Rect::from_min_size(pos2(places.seen.left(), top), vec2(places.seen.width(), TABLE.row));
    let painter = &ui.painter().with_clip_rect(clip);
    painter.rect_filled(all, 0.0, theme.card);
    painter.hline(all.x_range(), top, (1.0, theme.line));
    let strong = row.code.is_some();
    let cells = painter.with_clip_rect(right_of_names(clip));
    let texts = row.texts(state.settings.lang, model, &state.bundle.atlas);
    let spoken = format!("{}: {}", row.name, texts.join("; "));
    for (i, text) in texts.into_iter().enumerate() {
        number(&cells, places.cell(i, top), text, font(strong), theme.ink);
    }
    left(painter, places.name(top), &row.name, font(strong), theme.ink);
    let response = ui.interact(all.intersect(clip), ui.scope_id().with(&row.name), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.as_str()));
}

/// The date of a column, and its unit if that is short enough to be read there; longer ones are in the tooltip.
fn under_head(head: &Head) -> String {
    const SHORT: usize = 14;
    match head.unit.chars().count() {
        0 => head.when.clone(),
        count if count <= SHORT => format!("{} · {}", head.when, head.unit),
        // "% dei contribuenti": the sign is what tells a share from a count.
        _ if head.unit.starts_with('%') => format!("{} · %", head.when),
        _ => head.when.clone(),
    }
}

/// Name and date of each column; a click sorts, a cross removes an added column.
fn heads(ui: &Ui, state: &State, spec: &TableSpec, model: &TableModel, places: &Places) -> Option<Action> {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let seen = places.seen;
    let bar = Rect::from_min_size(seen.min, vec2(seen.width(), TABLE.head));
    ui.painter().rect_filled(bar, 0.0, theme.panel);
    ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, (1.0, theme.muted));
    let removable = removable(state);
    let mut action = None;
    for (i, column) in model.columns.iter().enumerate() {
        let left = places.origin.x + places.column * i as f32;
        let rect = Rect::from_min_size(pos2(left, seen.top()), vec2(places.column, TABLE.head));
        let visible = rect.intersect(right_of_names(seen));
        let head = head_of(spec, column, &state.bundle.atlas);
        let Some(head) = head.filter(|_| visible.is_positive()) else { continue };
        let caption = column.caption(&state.bundle.atlas);
        let short = caption.map_or(head.name.as_str(), |caption| lang.pick(caption.short));
        let name = format!("{}, {}", head.marked(), head.when);
        let status =
            column.quality.filter(|quality| !quality.is_final()).map(|quality| lang.quality(quality));
        let breaks = column.breaks.iter().map(|found| break_text(lang, found));
        let lines = [name.clone(), head.unit.clone()].into_iter();
        let lines = lines.chain(status.map(str::to_owned)).chain(breaks);
        let tip = lines.collect::<Vec<_>>().join("\n");
        let response = ui.interact(visible, ui.scope_id().with(("head", i)), Sense::click());
        action = sort_ui(spec, &response, SortBy::Column(i), &name).or(action.take());
        let painter = ui.painter().with_clip_rect(visible);
        let ink = if response.hovered() || response.has_focus() { theme.accent } else { theme.ink };
        let line = |half: f32| Rect::from_min_size(rect.min + vec2(0.0, half), vec2(rect.width(), TABLE.row));
        let arrow = arrow(spec, SortBy::Column(i));
        let title = format!("{arrow}{short}");
        let font = FontId::new(text_size::SMALL, semibold());
        let room = places.column - TABLE.cross;
        let title = fitting(&painter, &title, &font, room);
        let width = painter.layout_no_wrap(title.clone(), font.clone(), ink).size().x;
        number(&painter, line(1.0), title, font, ink);
        number(
            &painter,
            line(TABLE.row - 4.0),
            fitting(&painter, &under_head(&head), &small_font(), room),
            small_font(),
            theme.muted,
        );
        response.on_hover_text(tip);
        let at = removable.iter().position(|added| *added == column.of);
        if let Some(at) = at.filter(|_| model.columns.len() > 1) {
            // Beside its own title, not beside that of the previous column.
            let left = (rect.right() - TABLE.pad - width - TABLE.cross).max(rect.left());
            let cross = Rect::from_min_size(pos2(left, rect.top() + 2.0), vec2(TABLE.cross, TABLE.cross));
            let response =
                ui.interact(cross.intersect(visible), ui.scope_id().with(("cross", i)), Sense::click());
            let label = texts::table_remove(lang, &name);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label.as_str()));
            let ink = if response.hovered() || response.has_focus() { theme.accent } else { theme.muted };
            painter.text(cross.center(), Align2::CENTER_CENTER, char::from(Icon::X), small_font(), ink);
            if response.on_hover_text(&label).clicked() {
                let mut left = spec.clone();
                left.columns.retain(|column| *column != removable[at]);
                action = Some(Action::SetView(Box::new(left.into())));
            }
        }
    }
    let rect = Rect::from_min_size(seen.min, vec2(TABLE.name, TABLE.head - 1.0));
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    let response = ui.interact(rect, ui.scope_id().with("head_name"), Sense::click());
    let name = lang.text(texts::TABLE_TERRITORY);
    let title = format!("{name}{}", arrow(spec, SortBy::Name));
    let ink = if response.hovered() || response.has_focus() { theme.accent } else { theme.ink };
    let line = Rect::from_min_size(rect.min + vec2(0.0, 1.0), vec2(rect.width(), TABLE.row));
    left(ui.painter(), line, &title, FontId::new(text_size::SMALL, semibold()), ink);
    let counts = [model.shown.len(), model.rows.len()].map(|count| count.to_string());
    let counted = texts::table_count(lang, &counts[0], &counts[1]);
    let below = line.translate(vec2(0.0, TABLE.row - 4.0)).intersect(rect);
    left(ui.painter(), below, &counted, small_font(), theme.muted);
    let count = ui.interact(below, ui.scope_id().with("count"), Sense::hover());
    count.widget_info(|| WidgetInfo::labeled(Role::Label, true, counted.as_str()));
    sort_ui(spec, &response, SortBy::Name, name).or(action)
}

/// A click on a header sorts by it: numbers from the highest, names from A; another click reverses the order.
fn sort_ui(spec: &TableSpec, response: &Response, by: SortBy, name: &str) -> Option<Action> {
    let label = texts::table_sort_by(spec.lang, name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label.as_str()));
    let sort = spec.view.sort;
    let descending = if sort.by == by { !sort.descending } else { by != SortBy::Name };
    let view = TableView { sort: TableSort { by, descending }, ..spec.view.clone() };
    response.clicked().then(|| Action::SetView(Box::new(TableSpec { view, ..spec.clone() }.into())))
}

fn arrow(spec: &TableSpec, by: SortBy) -> String {
    let sort = spec.view.sort;
    let icon = if sort.descending { Icon::ArrowDown } else { Icon::ArrowUp };
    if sort.by == by { format!(" {} ", char::from(icon)) } else { String::new() }
}

/// Name and values for a screen reader.
fn label(state: &State, model: &TableModel, row: &TableRow) -> String {
    let say = |(i, column): (usize, &Column)| {
        let caption = column.caption(&state.bundle.atlas).ok()?;
        let (value, quality) = row.graded(i);
        let said = spoken(state.settings.lang, &column.of, caption, value);
        // If all values share a status the header says so.
        let is_marked = value.is_ok() && column.quality.is_none();
        Some(if is_marked { in_words(state.settings.lang, said, quality) } else { said })
    };
    let values: Vec<String> = model.columns.iter().enumerate().filter_map(say).collect();
    format!("{}: {}", row.name, values.join("; "))
}

fn text(state: &State, column: &Column, value: crate::data::Graded, detail: &Detail) -> String {
    let (lang, caption) = (state.settings.lang, column.caption(&state.bundle.atlas));
    let text = |known| detailed(marked_cell(lang, column, known, value), lang, known, value.0, detail);
    caption.map_or_else(|_| String::new(), text)
}

fn right_of_names(rect: Rect) -> Rect {
    Rect::from_min_max(pos2(rect.left() + TABLE.name, rect.top()), rect.max)
}

fn font(strong: bool) -> FontId {
    if strong { FontId::new(text_size::SMALL, semibold()) } else { small_font() }
}

fn number(painter: &Painter, rect: Rect, text: String, font: FontId, ink: Color32) {
    painter.text(rect.right_center() - vec2(TABLE.pad, 0.0), Align2::RIGHT_CENTER, text, font, ink);
}

fn left(painter: &Painter, rect: Rect, text: &str, font: FontId, ink: Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    painter.text(rect.left_center() + vec2(TABLE.pad, 0.0), Align2::LEFT_CENTER, text, font, ink);
}

/// A text truncated to a width.
fn fitting(painter: &Painter, text: &str, font: &FontId, width: f32) -> String {
    let wide = |text: &str| painter.layout_no_wrap(text.to_owned(), font.clone(), Color32::WHITE).size().x;
    let mut cut = text.to_owned();
    if wide(&cut) <= width {
        return cut;
    }
    while cut.pop().is_some() && wide(&format!("{}…", cut.trim_end())) > width {}
    format!("{}…", cut.trim_end())
}
