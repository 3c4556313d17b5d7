//! The search field in the top bar, and its results.

use egui::text::{CCursor, CCursorRange};
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, TextEdit, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

use crate::base::Level;
use crate::engine::search::{Hit, HitKind, search};
use crate::engine::{Action, DialogAction, State};
use crate::i18n::{Lang, texts};
use crate::ui::commands::Command;
use crate::ui::theme::{HIT_HEIGHT, SEARCH_LEAST, SEARCH_LIST_WIDTH, SEARCH_WIDTH, SPACE, Theme};
use crate::ui::widgets::{icon_button, small, small_font};

/// The most hits listed.
const LIMIT: usize = 8;

/// The memory of the field while the program runs.
#[derive(Default)]
pub struct SearchMemory {
    text: String,
    /// The query of the hits, so that nothing is searched twice.
    asked: Option<(String, Lang)>,
    hits: Vec<Hit>,
    /// The hit that Enter opens.
    selected: usize,
    open: bool,
}

/// Keys for the list.
#[derive(Default)]
struct Keys {
    step: isize,
    enter: bool,
    escape: bool,
}

/// The field and, while something is typed, the list of hits.
pub(crate) fn search_ui(ui: &mut Ui, state: &State, memory: &mut SearchMemory) -> Option<Action> {
    let lang = state.settings.lang;
    if ui.available_width() < SEARCH_LEAST {
        let is_asked = ui.input_mut(|input| Command::Search.is_pressed(input));
        let label = Command::Palette.label(ui, lang);
        let is_clicked = icon_button(ui, Icon::Search, &label, true, false).clicked();
        return (is_asked || is_clicked).then(|| Action::Dialog(DialogAction::Palette));
    }
    let id = ui.make_persistent_id("search");
    if ui.input_mut(|input| Command::Search.is_pressed(input)) {
        focus(ui, id, memory);
    }
    let keys = if ui.memory(|focus| focus.has_focus(id)) { keys(ui) } else { Keys::default() };
    let response = field(ui, id, lang, memory);
    if response.changed() || response.clicked() || keys.step != 0 && !memory.open {
        memory.open = true;
    } else if keys.escape {
        // First the list, then the field: the selection on the map is not affected.
        if !std::mem::take(&mut memory.open) {
            response.surrender_focus();
        }
    }
    refresh(state, memory);
    let typed = !memory.text.trim().is_empty();
    if !(memory.open && typed) {
        return None;
    }
    let count = memory.hits.len().max(1) as isize;
    memory.selected = (memory.selected as isize + keys.step).rem_euclid(count) as usize;
    let mut picked = memory.hits.get(memory.selected).filter(|_| keys.enter).cloned();

    let mut rows: Vec<Id> = vec![id];
    let list = egui::Popup::from_response(&response)
        .id(id.with("list"))
        .open(true)
        .close_behavior(egui::PopupCloseBehavior::IgnoreClicks)
        .width(SEARCH_LIST_WIDTH)
        .accessible_name(lang.text(texts::SEARCH_ALL))
        .show(|ui| {
            ui.set_width(SEARCH_LIST_WIDTH);
            ui.spacing_mut().item_spacing.y = 0.0;
            if memory.hits.is_empty() {
                small(ui, texts::search_no_hit(lang, memory.text.trim()));
            }
            for (i, hit) in memory.hits.iter().enumerate() {
                let row = hit_row(ui, hit, i == memory.selected);
                rows.push(row.id);
                if row.clicked() {
                    picked = Some(hit.clone());
                }
                // The pointer takes over from the arrow keys only when it moves.
                if row.hovered() && ui.input(|input| input.pointer.is_moving()) {
                    memory.selected = i;
                }
            }
        });
    let list = list.map_or(Rect::NOTHING, |list| list.response.rect);
    let pressed_elsewhere = ui.input(|input| {
        let at = input.pointer.interact_pos();
        input.pointer.any_pressed() && at.is_some_and(|at| !list.contains(at) && !response.rect.contains(at))
    });
    let focus_elsewhere =
        ui.memory(|memory| memory.focused()).is_some_and(|focused| !rows.contains(&focused));
    if pressed_elsewhere || focus_elsewhere {
        memory.open = false;
    }

    let action = action_of(picked?);
    memory.text.clear();
    memory.open = false;
    // Returns the keys to the map.
    ui.memory_mut(|focus| rows.iter().for_each(|row| focus.surrender_focus(*row)));
    Some(action)
}

/// What picking a hit asks for.
pub(crate) fn action_of(hit: Hit) -> Action {
    match hit.kind {
        HitKind::Territory(_, code) => Action::GoTo(code),
        HitKind::Indicator(id) => Action::SetIndicator(id),
        HitKind::Set(name) => Action::UseSet(name),
    }
}

fn field(ui: &mut Ui, id: Id, lang: Lang, memory: &mut SearchMemory) -> Response {
    let width = (ui.available_width() - SPACE[0]).min(SEARCH_WIDTH);
    let hint = format!("{} {}", char::from(Icon::Search), lang.text(texts::SEARCH_ALL_HINT));
    let edit = TextEdit::singleline(&mut memory.text)
        .id(id)
        .hint_text(hint)
        .desired_width(width - 2.0 * SPACE[1])
        // Escape closes the list before it leaves the field.
        .event_filter(EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        });
    let response = ui.add(edit);
    let text = memory.text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, lang.text(texts::SEARCH_ALL));
        info.current_text_value = Some(text.clone());
        info
    });
    if memory.open {
        return response;
    }
    let hint = Command::Search.hint(ui, lang, lang.text(texts::SEARCH_ALL_TIP));
    response.on_hover_text(hint)
}

/// Moves the focus to the field and selects its text, so that typing replaces it.
fn focus(ui: &Ui, id: Id, memory: &mut SearchMemory) {
    ui.memory_mut(|focus| focus.request_focus(id));
    let mut edit = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(memory.text.chars().count());
    edit.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    edit.store(ui.ctx(), id);
    memory.open = true;
}

/// Handles the keys of the list before the field does.
fn keys(ui: &Ui) -> Keys {
    ui.input_mut(|input| {
        let mut pressed = |key| input.count_and_consume_key(Modifiers::NONE, key);
        Keys {
            step: pressed(Key::ArrowDown) as isize - pressed(Key::ArrowUp) as isize,
            enter: pressed(Key::Enter) > 0,
            escape: pressed(Key::Escape) > 0,
        }
    })
}

fn refresh(state: &State, memory: &mut SearchMemory) {
    let lang = state.settings.lang;
    if memory.asked.as_ref().is_some_and(|(text, asked)| *text == memory.text && *asked == lang) {
        return;
    }
    memory.hits = search(&state.bundle, &state.document.sets, &memory.text, lang, LIMIT);
    memory.selected = 0;
    memory.asked = Some((memory.text.clone(), lang));
}

/// One hit: its kind as an icon, its name, and what distinguishes it.
fn hit_row(ui: &mut Ui, hit: &Hit, selected: bool) -> Response {
    found_row(ui, icon_of(hit), [&hit.name, &hit.context], None, selected)
}

/// The sign of its kind.
pub(crate) fn icon_of(hit: &Hit) -> Icon {
    match &hit.kind {
        HitKind::Territory(Level::Comuni, _) => Icon::MapPin,
        HitKind::Territory(..) => Icon::Map,
        HitKind::Indicator(_) => Icon::ChartColumn,
        HitKind::Set(_) => Icon::Bookmark,
    }
}

/// A row of a list of what was found, with a shortcut at its end if it has one.
pub(crate) fn found_row(
    ui: &mut Ui,
    icon: Icon,
    [name, context]: [&str; 2],
    key: Option<&str>,
    selected: bool,
) -> Response {
    let theme = Theme::of(ui);
    let size = Vec2::new(ui.available_width(), HIT_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let label = match key {
        Some(key) => format!("{name}, {context}, {key}"),
        None => format!("{name}, {context}"),
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &label));
    if selected || response.has_focus() {
        ui.painter().rect_filled(rect, f32::from(crate::ui::theme::RADIUS), theme.accent_soft);
    }
    let painter = ui.painter_at(rect);
    let font = egui::TextStyle::Body.resolve(ui.style());
    let middle = rect.left_center() + egui::vec2(SPACE[1], 0.0);
    painter.text(middle, egui::Align2::LEFT_CENTER, char::from(icon), font.clone(), theme.muted);
    let mut right = rect.right() - SPACE[1];
    if let Some(key) = key {
        let at = egui::pos2(right, rect.center().y);
        right =
            painter.text(at, egui::Align2::RIGHT_CENTER, key, font.clone(), theme.muted).left() - SPACE[1];
    }
    let left = rect.left() + SPACE[1] + SPACE[4];
    let line = egui::pos2(left, rect.center().y);
    let painter = painter.with_clip_rect(rect.with_max_x(right));
    painter.text(line, egui::Align2::LEFT_BOTTOM, name, font, theme.ink);
    painter.text(line, egui::Align2::LEFT_TOP, context, small_font(), theme.muted);
    response
}
