//! Left: the indicators by theme, with search, favourites and recently shown indicators.

mod memory;
mod row;

use egui::{Button, Id, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::data::{Caption, Theme as Topic};
use crate::engine::search::answers;
use crate::engine::{Action, State};
use crate::i18n::texts;
use crate::ui::panels::teach::nothing_found_ui;
use crate::ui::roving::Roving;
use crate::ui::theme::text_size;
use crate::ui::widgets::{gap, heading, small};

pub use memory::IndicatorsMemory;

use row::{COLUMNS, Row, row_ui};

/// Lists the indicators; clicking one shows it.
pub fn indicators_ui(ui: &mut Ui, state: &State, memory: &mut IndicatorsMemory) -> Option<Action> {
    let lang = state.settings.lang;
    heading(ui, lang.text(texts::PANEL_INDICATORS));
    let search = egui::TextEdit::singleline(&mut memory.search)
        .hint_text(format!("{} {}", char::from(Icon::Search), lang.text(texts::SEARCH_INDICATOR)))
        .desired_width(f32::INFINITY);
    let response = ui.add(search);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::TextInput, true, lang.text(texts::SEARCH_INDICATOR))
    });
    ui.add_space(4.0);
    // The part above the themes changes only while the pointer is elsewhere.
    let is_pointed = ui.ui_contains_pointer();
    memory.follow(state, is_pointed);
    let mut action = None;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        // Headings and indicators are one Tab stop: arrows go up and down, and across to card and star.
        let mut roving = Roving::new(ui, Id::unique("indicators"), COLUMNS, None);
        let catalogue = &state.bundle.atlas.catalogue;
        let typed = memory.search.trim().to_owned();
        let found: Vec<Row<'_>> = captions(state)
            .filter(|row| typed.is_empty() || answers(&row.caption, row.topic, &typed, catalogue))
            .collect();
        if found.is_empty() {
            action = nothing_found_ui(ui, state, &mut memory.search);
        }
        if typed.is_empty() {
            for (title, ids) in
                [(texts::FAVOURITES, memory.favourites.clone()), (texts::RECENT, memory.recent.clone())]
            {
                let known: Vec<Caption<'_>> =
                    ids.iter().filter_map(|id| state.bundle.atlas.caption(id).ok()).collect();
                if known.is_empty() || (title == texts::RECENT && known.len() < 2) {
                    continue;
                }
                small(ui, lang.text(title));
                for caption in known {
                    action = row_ui(ui, state, caption, memory, &mut roving, false).or(action.take());
                }
                gap(ui);
            }
        }
        for as_published in [false, true] {
            let mut is_headed = false;
            for topic in catalogue.themes() {
                let of_topic = |row: &&Row<'_>| {
                    row.topic.is_some_and(|own| own.id == topic.id)
                        && row.caption.as_published == as_published
                };
                let of_topic: Vec<&Row<'_>> = found.iter().filter(of_topic).collect();
                if of_topic.is_empty() {
                    continue;
                }
                if as_published && !std::mem::replace(&mut is_headed, true) {
                    ui.separator();
                    heading(ui, lang.text(texts::PUBLISHED_TABLES));
                }
                // A search opens the themes with matches.
                let is_open = !typed.is_empty() || memory.is_open(&topic.id, as_published);
                if head_ui(ui, state, topic, (of_topic.len(), is_open), &mut roving) && typed.is_empty() {
                    memory.toggle(&topic.id, as_published);
                }
                if is_open {
                    for row in of_topic {
                        action = row_ui(ui, state, row.caption, memory, &mut roving, true).or(action.take());
                    }
                    gap(ui);
                }
            }
        }
        roving.end(ui);
    });
    action
}

/// The name of a theme, how many indicators it has, and its description; returns whether it was clicked.
fn head_ui(
    ui: &mut Ui,
    state: &State,
    topic: &Topic,
    (count, is_open): (usize, bool),
    roving: &mut Roving,
) -> bool {
    let lang = state.settings.lang;
    let name = lang.pick(&topic.name);
    let icon = char::from(if is_open { Icon::ChevronDown } else { Icon::ChevronRight });
    let text = RichText::new(format!("{icon} {name} ({count})")).size(text_size::BODY).strong();
    let row = roving.row();
    let head = ui.add(Button::new(text).frame(false).wrap().sense(roving.sense(row, None)));
    roving.follow(ui, row, None, &head);
    let label = texts::theme_head(lang, name, count);
    head.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_open, &label));
    let about = topic.about.as_ref().map(|about| lang.pick(about));
    let head = match about {
        Some(about) => head.on_hover_text(about),
        None => head,
    };
    if is_open && let Some(about) = about {
        small(ui, about);
    }
    head.clicked()
}

/// Every indicator with its theme, those as published last.
fn captions(state: &State) -> impl Iterator<Item = Row<'_>> {
    let catalogue = &state.bundle.atlas.catalogue;
    let topic = |id: &str| catalogue.themes().iter().find(|theme| theme.id == *id);
    let computed =
        catalogue.indicators().iter().map(move |i| Row { topic: topic(&i.theme), caption: Caption::from(i) });
    computed.chain(
        catalogue.published().iter().map(move |p| Row { topic: topic(&p.theme), caption: Caption::from(p) }),
    )
}
