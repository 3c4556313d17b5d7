//! Left: the indicators by theme, with search and favourites.

use egui::{RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::data::Caption;
use crate::engine::{Action, State};
use crate::i18n::{Lang, texts};
use crate::ui::theme::{Theme, text_size};
use crate::ui::widgets::{gap, heading, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub struct IndicatorsMemory {
    search: String,
}

/// Lists the indicators; clicking one shows it.
pub fn indicators_ui(ui: &mut Ui, state: &State, memory: &mut IndicatorsMemory) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    heading(ui, lang.text(texts::PANEL_INDICATORS));
    let search = egui::TextEdit::singleline(&mut memory.search)
        .hint_text(format!("{} {}", char::from(Icon::Search), lang.text(texts::SEARCH_INDICATOR)))
        .desired_width(f32::INFINITY);
    let response = ui.add(search);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::TextInput, true, lang.text(texts::SEARCH_INDICATOR))
    });
    ui.add_space(4.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let catalogue = &state.bundle.atlas.catalogue;
        let found: Vec<(&str, Caption<'_>)> =
            captions(state).filter(|(_, caption)| matches(caption, &memory.search, lang)).collect();
        if found.is_empty() {
            small(ui, lang.text(texts::SEARCH_NOTHING));
        }
        let searching = !memory.search.trim().is_empty();
        if !searching {
            for (title, ids) in
                [(texts::FAVOURITES, &state.settings.favourites), (texts::RECENT, &state.settings.recent)]
            {
                let known: Vec<Caption<'_>> =
                    ids.iter().filter_map(|id| state.bundle.atlas.caption(id).ok()).collect();
                if known.is_empty() || (title == texts::RECENT && known.len() < 2) {
                    continue;
                }
                small(ui, lang.text(title));
                for indicator in known {
                    action = row(ui, state, indicator).or(action.take());
                }
                gap(ui);
            }
        }
        for as_published in [false, true] {
            let mut has_heading = false;
            for theme in catalogue.themes() {
                let of_theme = |(id, caption): &&(&str, Caption<'_>)| {
                    *id == theme.id && caption.as_published == as_published
                };
                let of_theme: Vec<_> = found.iter().filter(of_theme).collect();
                if of_theme.is_empty() {
                    continue;
                }
                if as_published && !std::mem::replace(&mut has_heading, true) {
                    ui.separator();
                    heading(ui, lang.text(texts::PUBLISHED_TABLES));
                }
                let name = small(ui, lang.pick(&theme.name));
                if let Some(about) = &theme.about {
                    name.on_hover_text(lang.pick(about));
                }
                for (_, indicator) in of_theme {
                    action = row(ui, state, *indicator).or(action.take());
                }
                gap(ui);
            }
        }
    });
    action
}

/// Every indicator with the id of its theme, those as published last.
fn captions(state: &State) -> impl Iterator<Item = (&str, Caption<'_>)> {
    let catalogue = &state.bundle.atlas.catalogue;
    let computed = catalogue.indicators().iter().map(|i| (i.theme.as_str(), Caption::from(i)));
    computed.chain(catalogue.published().iter().map(|p| (p.theme.as_str(), Caption::from(p))))
}

/// One indicator: its name, and a star if it is a favourite or under the pointer.
fn row(ui: &mut Ui, state: &State, indicator: Caption<'_>) -> Option<Action> {
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let mut action = None;
    let shown = state.caption().is_some_and(|caption| caption.id == indicator.id);
    let favourite = state.settings.favourites.iter().any(|id| id == indicator.id);
    ui.horizontal(|ui| {
        let star_width = 26.0;
        let text = RichText::new(lang.pick(indicator.name)).size(text_size::BODY);
        let width = ui.available_width() - star_width - ui.spacing().item_spacing.x;
        let name = egui::Button::selectable(shown, text).truncate();
        let response = ui
            .allocate_ui_with_layout(
                egui::vec2(width, 24.0),
                egui::Layout::top_down_justified(egui::Align::Min),
                |ui| ui.add(name),
            )
            .inner;
        let parts = [Some(indicator.name), Some(indicator.definition), indicator.warning];
        let tip: Vec<&str> = parts.into_iter().flatten().map(|text| lang.pick(text)).collect();
        let tip = tip.join("\n");
        if response.on_hover_text(tip).clicked() && !shown {
            action = Some(Action::SetIndicator(indicator.id.to_owned()));
        }
        let text = if favourite { texts::FAVOURITE_REMOVE } else { texts::FAVOURITE_ADD };
        let label = format!("{}: {}", lang.text(text), lang.pick(indicator.name));
        let colour = if favourite { theme.accent } else { theme.line };
        let star = RichText::new(char::from(Icon::Star).to_string()).size(13.0).color(colour);
        let star = ui.add(egui::Button::new(star).frame(false));
        star.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, favourite, &label));
        if star.on_hover_text(label.as_str()).clicked() {
            action = Some(Action::ToggleFavourite(indicator.id.to_owned()));
        }
    });
    action
}

/// Whether every typed word is a prefix of some word in the name, the unit, the id or the search terms, ignoring
/// accents and case.
fn matches(indicator: &Caption<'_>, typed: &str, lang: Lang) -> bool {
    let text = crate::i18n::folded(&format!(
        "{} {} {} {}",
        lang.pick(indicator.name),
        lang.pick(indicator.unit),
        indicator.id.replace('_', " "),
        indicator.words.map_or("", |words| lang.pick(words)),
    ));
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    crate::i18n::folded(typed)
        .split_whitespace()
        .all(|typed| words.iter().any(|word| word.starts_with(typed)))
}
