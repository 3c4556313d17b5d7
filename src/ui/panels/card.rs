//! The card of a territory: facts, value, rank, history.

use egui::{Rect, RichText, Sense, Ui, Vec2};
use lucide_icons::Icon;

use crate::base::{Date, Level};
use crate::data::{Caption, Indicator, Kind, Method, Value};
use crate::engine::{Action, Card, DialogAction, State};
use crate::figure::quality::in_words;
use crate::figure::{
    Moved, between_text, break_text, date_phrase, lacking_text, mapped_text, mapped_unit, marked, method_of,
    reference_label, value_text, when_phrase,
};
use crate::i18n::{self, Thing, texts};
use crate::stats::Place;
use crate::ui::theme::{SPACE, Theme, text_size};
use crate::ui::widgets::{button_at_the_end, icon_button, small, small_font, strong};

use super::card_extra::{caption_of, card_extra};

/// Shows one territory; its buttons pin it and select its Ambito.
pub fn card_ui(ui: &mut Ui, state: &State, card: &Card) -> Option<Action> {
    let lang = state.settings.lang;
    let indicator = state.indicator()?;
    let theme = Theme::of(ui);
    let mut action = None;
    button_at_the_end(
        ui,
        |ui| {
            let pinned = state.pinned.contains(&card.code);
            let text = if pinned { texts::UNPIN } else { texts::PIN };
            let icon = if pinned { Icon::PinOff } else { Icon::Pin };
            let label = format!("{}: {}", lang.text(text), card.name);
            if icon_button(ui, icon, &label, true, pinned).clicked() {
                action = Some(Action::TogglePinned(card.code.clone()));
            }
        },
        |ui| {
            // On as many lines as it needs: "Ambito di Cernusco sul Naviglio" does not fit on one.
            ui.add(egui::Label::new(strong(&card.name).size(text_size::TITLE)).wrap());
        },
    );
    small(ui, about(state, card));
    small(ui, facts(state, card));
    ui.add_space(SPACE[0]);
    let caption = card_caption(state, card, indicator);
    // Wrapped, so that a long date never widens the panel.
    ui.horizontal_wrapped(|ui| {
        ui.label(
            RichText::new(mapped_text(&state.document.map, caption, card.value)).size(22.0).color(theme.ink),
        );
        small(ui, in_words(lang, when_phrase(&state.document.map, caption), card.quality));
    });
    small(ui, mapped_unit(&state.document.map, indicator));
    if let Some(ends) = card.bounds.filter(|_| card.value.is_err()) {
        small(ui, between_text(lang, indicator.into(), ends));
    }
    if let Some(lacking) = &card.lacking {
        let is_shown = state.document.map.method == Method::Partial;
        small(ui, lacking_text(lang, indicator.into(), lacking, is_shown));
    }
    if let Some(date) = card.steps_date.filter(|_| !card.steps.is_empty()) {
        small(ui, texts::residents_by_step(lang, date_phrase(lang, date)));
    }
    for (name, counted) in &card.steps {
        let residents = counted.map(|n| lang.count(n.round() as usize, Thing::Resident));
        let residents = residents.unwrap_or_else(|reason| lang.absence(reason).to_owned());
        small(ui, format!("{}: {residents}", lang.pick(name)));
    }
    for found in &card.breaks {
        small(ui, break_text(lang, found));
    }
    standing(ui, state, card, caption);
    for line in card_extra(state, card) {
        small(ui, line);
    }
    if card.series.iter().filter(|(_, value)| value.is_ok()).count() > 1 {
        sparkline(ui, card, |i, date, value| {
            let text = format!(
                "{}: {}",
                reference_label(lang, caption.stated(date)),
                value_text(lang, indicator, value)
            );
            in_words(lang, text, card.series_quality.get(i).copied().unwrap_or_default())
        });
    }
    small(ui, lang.pick(&indicator.source));
    if card.level == Level::Comuni && ui.small_button(lang.text(texts::WHAT_IF_OF_COMUNE)).clicked() {
        action = Some(Action::Dialog(DialogAction::WhatIf(Some(card.code.clone()))));
    }
    action
}

fn about(state: &State, card: &Card) -> String {
    let lang = state.settings.lang;
    match &card.groups {
        Some((ambito, asst)) => {
            let asst = asst.as_deref().unwrap_or(lang.text(texts::LEGEND_NO_ASST));
            let ambito = lang.territory(Level::Ambiti, ambito);
            let moved =
                state.bundle.atlas.hypothesis().is_some_and(|hypothesis| hypothesis.moves(&card.code));
            let ambito = if moved { texts::what_if_level(lang, ambito) } else { ambito };
            format!("{ambito} · {asst}")
        }
        None => {
            let members = lang.count(card.members, Thing::Comune);
            let level = lang.one_of_level(card.level).to_owned();
            let level = marked(lang, &state.bundle.atlas, card.level, &card.code, level);
            // Without a value, or with one that was brought for this level, nothing was computed.
            let method = method(state, card.level).filter(|_| card.value.is_ok());
            [level, members].into_iter().chain(method).collect::<Vec<_>>().join(" · ")
        }
    }
}

fn method(state: &State, level: Level) -> Option<String> {
    let (lang, method) = (state.settings.lang, state.document.map.method);
    let indicator = state.indicator().filter(|indicator| level > indicator.known_at)?;
    Some(method_of(lang, indicator.into(), method))
}

fn facts(state: &State, card: &Card) -> String {
    let lang = state.settings.lang;
    let residents = card.residents.map(|(residents, date)| {
        let text = texts::residents_at(
            lang,
            lang.count(residents.round() as usize, Thing::Resident),
            date_phrase(lang, date),
        );
        in_words(lang, text, card.residents_quality)
    });
    let area = card.area.map(|area| format!("{} km²", i18n::number(lang, area, 1)));
    residents.into_iter().chain(area).collect::<Vec<_>>().join(" · ")
}

/// The rank among all units and in the Ambito, the values of the Ambito and the ATS, and the differences from them.
fn standing(ui: &mut Ui, state: &State, card: &Card, caption: Caption<'_>) {
    let lang = state.settings.lang;
    let tied = |rank: Place| match rank.is_shared() {
        true => format!(", {}", lang.text(texts::RANK_TIED)),
        false => String::new(),
    };
    if let Some(rank) = card.rank {
        let (place, of) = (rank.place.to_string(), rank.of.to_string());
        small(ui, texts::rank(lang, &place, &of) + &tied(rank));
    }
    if let (Some(rank), Some((ambito, _))) = (card.rank_in_ambito, &card.groups) {
        let (place, of) = (rank.place.to_string(), rank.of.to_string());
        let within = lang.within(Level::Ambiti, ambito);
        small(ui, texts::rank_within(lang, &place, &of, within) + &tied(rank));
    }
    let mapped = state.document.map.level;
    if card.level == Level::Comuni && mapped != Level::Comuni && state.document.published.is_none() {
        // Its outline is that of the Comune, and the colour within is of another value than the one above.
        small(ui, texts::map_colour_of_group(lang, lang.level(mapped)));
    }
    if card.is_rank_unrounded {
        small(ui, lang.text(texts::UNROUNDED));
    }
    let Some(value) = card.value.ok() else { return };
    let [ambito, ats] = references(state, card).map(|reference| {
        let reference = reference?;
        let distance = Moved { before: reference, now: value }.text(lang, caption);
        Some((distance, mapped_text(&state.document.map, caption, Ok(reference))))
    });
    if let Some((distance, reference)) = ambito {
        small(ui, texts::distance_from_ambito(lang, distance, reference));
    }
    if let Some((distance, reference)) = ats {
        small(ui, texts::distance_from_ats(lang, distance, reference));
    }
}

/// The values of the Ambito and the ATS that the value is compared with. For a count the difference from the total
/// means nothing.
fn references(state: &State, card: &Card) -> [Option<f64>; 2] {
    if state.indicator().is_none_or(|indicator| indicator.kind == Kind::Count) {
        return [None, None];
    }
    let ambito = card.ambito_value.and_then(Result::ok).filter(|_| card.level == Level::Comuni);
    [ambito, state.model.overall]
}

/// The indicator with the decimals at which each difference agrees with the displayed values: the same for the whole
/// card, so that subtracting gives what it says.
fn card_caption<'a>(state: &State, card: &Card, indicator: &'a Indicator) -> Caption<'a> {
    let own = caption_of(state, card, indicator);
    let Ok(now) = card.value else { return own };
    let written = references(state, card).into_iter().flatten();
    let decimals = written.map(|before| Moved { before, now }.caption(own).decimals).max();
    Caption { decimals: decimals.unwrap_or(own.decimals), ..own }
}

/// A tiny line chart over the dates, in proportion to time, labelled with its first and last values.
fn sparkline(ui: &mut Ui, card: &Card, describe: impl Fn(usize, Date, Value) -> String) {
    let (theme, series) = (Theme::of(ui), &card.series);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 46.0), Sense::hover());
    let words: Vec<String> =
        series.iter().enumerate().map(|(i, (date, value))| describe(i, *date, *value)).collect();
    let label = words.join("\n");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &label));
    let present: Vec<(f32, f64)> =
        series.iter().filter_map(|(date, value)| Some((f32::from(date.year()), value.ok()?))).collect();
    let (Some(first), Some(last)) = (present.first(), present.last()) else { return };
    let low = present.iter().map(|p| p.1).fold(f64::INFINITY, f64::min);
    let high = present.iter().map(|p| p.1).fold(f64::NEG_INFINITY, f64::max);
    let plot = Rect::from_min_max(rect.min + egui::vec2(6.0, 6.0), rect.max - egui::vec2(6.0, 18.0));
    let place = |(year, value): (f32, f64)| {
        let x = plot.left() + plot.width() * (year - first.0) / (last.0 - first.0).max(1.0);
        let height = if high > low { (value - low) / (high - low) } else { 0.5 };
        egui::pos2(x, plot.bottom() - plot.height() * height as f32)
    };
    // Dates more than a year apart are not connected, because what happened in between is unknown; nor are values that do not compare.
    let at = (0..series.len()).filter(|i| series[*i].1.is_ok());
    for ((pair, from), to) in present.windows(2).zip(at.clone()).zip(at.skip(1)) {
        if pair[1].0 - pair[0].0 <= 1.0
            && card.series_compares[from + 1..=to].iter().all(|compares| *compares)
        {
            ui.painter().line_segment([place(pair[0]), place(pair[1])], (1.6, theme.accent));
        }
    }
    for point in &present {
        ui.painter().circle_filled(place(*point), 2.6, theme.accent);
    }
    let text = |x: f32, align: egui::Align2, year: f32| {
        ui.painter().text(
            egui::pos2(x, rect.bottom()),
            align,
            format!("{year:.0}"),
            small_font(),
            theme.muted,
        );
    };
    text(plot.left() - 6.0, egui::Align2::LEFT_BOTTOM, first.0);
    text(plot.right() + 6.0, egui::Align2::RIGHT_BOTTOM, last.0);
    response.on_hover_text(label);
}
