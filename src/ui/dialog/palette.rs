//! All commands, buttons of panels, indicators and territories, found by typing.

use egui::{EventFilter, Id, Key, Modifiers, Role, ScrollArea, TextEdit, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::of_panels::of_panels;
use crate::engine::search::search;
use crate::engine::{Action, DialogAction, FigureAction, State};
use crate::figure::registry::name as view_name;
use crate::i18n::{folded, texts};
use crate::ui::commands::Command;
use crate::ui::focus::focus_when_opened;
use crate::ui::panels::search::{action_of, found_row, icon_of};
use crate::ui::theme::SPACE;
use crate::ui::views::VIEWS;
use crate::ui::widgets::small;

/// The most indicators and territories listed.
const LIMIT: usize = 30;

/// Something that can be picked.
struct Entry {
    icon: Icon,
    name: String,
    context: String,
    key: Option<String>,
    action: Action,
    /// Whether a page before the map is left first.
    is_of_map: bool,
}

/// The field and the list; what is picked closes the dialog.
pub(crate) fn palette_ui(ui: &mut Ui, state: &State, height: f32) -> Vec<Action> {
    let lang = state.settings.lang;
    let id = Id::unique("palette");
    let (mut typed, mut at): (String, usize) = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    // The keys of the list come before those of the field.
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let (down, up, enter) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter));
    let name = lang.text(texts::PALETTE_HINT);
    let keys = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    let edit = TextEdit::singleline(&mut typed).id(id.with("field")).hint_text(name).event_filter(keys);
    let field = ui.add(edit.desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    focus_when_opened(ui, &field);
    if field.changed() {
        at = 0;
    }
    let entries = entries(ui, state, &typed);
    ui.add_space(SPACE[0]);
    let count = entries.len().max(1);
    at = (at + count + down % count - up % count) % count;
    let mut picked = (enter > 0).then_some(at);
    let height = height - SPACE[4];
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink([false, true]).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if entries.is_empty() {
                small(ui, texts::palette_no_hit(lang, typed.trim()));
            }
            for (i, entry) in entries.iter().enumerate() {
                let row =
                    found_row(ui, entry.icon, [&entry.name, &entry.context], entry.key.as_deref(), i == at);
                if row.clicked() {
                    picked = Some(i);
                }
                if i == at && down + up > 0 {
                    row.scroll_to_me(None);
                }
                if row.hovered() && ui.input(|input| input.pointer.is_moving()) {
                    at = i;
                }
            }
        },
    );
    let Some(entry) = picked.and_then(|picked| entries.into_iter().nth(picked)) else {
        ui.data_mut(|data| data.insert_temp(id, (typed, at)));
        return Vec::new();
    };
    forget(ui);
    let mut actions = vec![Action::Dialog(DialogAction::Close)];
    if entry.is_of_map && state.document.composing.is_some() {
        actions.push(Action::Figure(FigureAction::Close));
    }
    actions.push(entry.action);
    actions
}

/// Opened again it begins with nothing typed.
pub(crate) fn forget(ui: &Ui) {
    ui.data_mut(|data| data.remove_temp::<(String, usize)>(Id::unique("palette")));
}

/// Commands and views that answer to what is typed, then indicators and territories.
fn entries(ui: &Ui, state: &State, typed: &str) -> Vec<Entry> {
    let lang = state.settings.lang;
    let words = folded(typed);
    let answers = |name: &str| {
        let name = folded(name);
        words.split_whitespace().all(|word| name.contains(word))
    };
    let commands = Command::ALL.into_iter().filter(|command| *command != Command::Palette);
    let commands = commands.filter(|command| answers(lang.text(command.text())));
    let commands = commands.filter_map(|command| {
        Some(Entry {
            icon: Icon::ChevronRight,
            name: lang.text(command.text()).to_owned(),
            context: lang.text(texts::PALETTE_COMMAND).to_owned(),
            key: command.key_text(ui, lang),
            action: command.action(state)?,
            is_of_map: command.is_of_map(),
        })
    });
    let views = VIEWS.iter().filter(|view| view.panel.is_some() && answers(lang.text(view_name(view.kind))));
    let views = views.map(|view| Entry {
        icon: view.icon,
        name: lang.text(view_name(view.kind)).to_owned(),
        context: lang.text(texts::PALETTE_VIEW).to_owned(),
        key: None,
        action: Action::ShowView(view.kind),
        is_of_map: true,
    });
    // They are many: without a word they would hide what follows.
    let panels = if words.trim().is_empty() { Vec::new() } else { of_panels(state) };
    let panels = panels.into_iter().filter(|button| answers(&button.name));
    let panels = panels.map(|button| Entry {
        icon: button.icon,
        name: button.name,
        context: lang.text(texts::PALETTE_PANEL).to_owned(),
        key: None,
        action: button.action,
        is_of_map: true,
    });
    let hits = search(&state.bundle, &state.document.sets, typed, lang, LIMIT);
    let hits = hits.into_iter().map(|hit| Entry {
        icon: icon_of(&hit),
        name: hit.name.clone(),
        context: hit.context.clone(),
        key: None,
        action: action_of(hit),
        is_of_map: true,
    });
    let mut all: Vec<Entry> = commands.chain(views).chain(panels).chain(hits).collect();
    // Whoever types the whole name of something wants that: a command that only mentions it comes after.
    let words = words.trim();
    let rank = |entry: &Entry| {
        let name = folded(&entry.name);
        if words.is_empty() || !name.starts_with(words) { 2 } else { i32::from(name != words) }
    };
    all.sort_by_key(rank);
    all
}
