//! The card of a territory: what it is, its value, and where it stands.

use egui::{RichText, Ui};

use crate::base::Level;
use crate::engine::State;
use crate::figure::{mapped_text, mapped_unit, when_phrase};
use crate::i18n::{self, fill, texts};
use crate::ui::theme::{SPACE, Theme, text_size};
use crate::ui::widgets::{small, strong};

use super::card_extra::card_extra;

/// Tells of one unit of the level shown.
pub fn card_ui(ui: &mut Ui, state: &State, unit: usize) {
    let lang = state.settings.lang;
    let (Some(row), Some(indicator)) = (state.model.table.rows.get(unit), state.indicator()) else { return };
    let theme = Theme::of(ui);
    ui.label(strong(&row.name).size(text_size::TITLE));
    let level = state.spec.level;
    let territories = &state.bundle.atlas.territories;
    let about = match level {
        Level::Comuni => {
            let comune = &territories.comuni()[unit];
            let asst = comune.asst.as_ref().map_or(lang.text(texts::LEGEND_NO_ASST), |(_, name)| name);
            format!("{} {} · {asst}", lang.text(texts::AMBITO_OF), comune.ambito.1)
        }
        _ => {
            let members = territories.units(level)[unit].members.len();
            format!(
                "{} · {}",
                fill(lang.text(texts::MEMBERS), &[&members.to_string()]),
                lang.method(state.spec.method)
            )
        }
    };
    small(ui, about);
    ui.add_space(SPACE[0]);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(mapped_text(&state.spec, indicator, row.value)).size(22.0).color(theme.ink));
        small(ui, when_phrase(&state.spec));
    });
    small(ui, mapped_unit(&state.spec, indicator));
    for line in card_extra(state, unit) {
        small(ui, line);
    }
    if let Ok(value) = row.value {
        let present: Vec<f64> = state.model.table.present().collect();
        let rank = 1 + present.iter().filter(|other| **other > value).count();
        let rank = fill(lang.text(texts::RANK), &[&rank.to_string(), &present.len().to_string()]);
        small(ui, rank);
        if let Some(whole) = state.model.whole
            && indicator.kind != crate::data::Kind::Count
        {
            let distance = i18n::signed_number(lang, value - whole, indicator.decimals);
            let ats = mapped_text(&state.spec, indicator, Ok(whole));
            small(ui, fill(lang.text(texts::DISTANCE_FROM_ATS), &[&distance, &ats]));
        }
    }
}
