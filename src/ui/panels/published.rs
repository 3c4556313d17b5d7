//! An indicator as published: the sentence on why the map does not show it, and its table.

use egui::{Grid, RichText, ScrollArea, Ui};

use crate::base::Code;
use crate::data::{Area, PublishedIndicator, PublishedRow, Reference};
use crate::engine::{Action, Below, State};
use crate::figure::{reference_label, value_text};
use crate::i18n::{fill, texts};
use crate::ui::theme::{PUBLISHED_COLUMN, text_size};
use crate::ui::widgets::{small, strong};

/// Why the map stays as it is, where the values are, and the way back.
pub fn published_bar_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let (published, mapped) = (state.published()?, state.indicator()?);
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        let names = [lang.pick(&published.name), lang.pick(&mapped.name)];
        ui.label(fill(lang.text(texts::PUBLISHED_NO_MAP), &names));
        for (text, below) in [(texts::SEE_SERIES, Below::Series), (texts::SEE_TABLE, Below::Table)] {
            if state.settings.below != below && ui.button(lang.text(text)).clicked() {
                action = Some(Action::SetBelow(below));
            }
        }
        if ui.button(lang.text(texts::BACK_TO_MAP)).clicked() {
            action = Some(Action::SetIndicator(mapped.id.clone()));
        }
    });
    action
}

/// The table: its areas from the highest of the latest values, its dates or years across. A click on an area
/// of ours chooses it.
pub fn published_table_ui(ui: &mut Ui, state: &State, published: &PublishedIndicator) -> Option<Action> {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let rows = atlas.published_values(&published.id).ok()?;
    let references = atlas.references(&published.id).ok()?;
    let mut action = None;
    ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
        small(
            ui,
            format!(
                "{} ({}), {}. {}",
                lang.pick(&published.name),
                lang.text(texts::AS_PUBLISHED),
                lang.pick(&published.unit),
                lang.pick(&published.source)
            ),
        );
        if let Some(note) = &published.note {
            small(ui, lang.pick(note));
        }
        let cell = |text: String| RichText::new(text).size(text_size::SMALL);
        Grid::new("published").striped(true).min_col_width(PUBLISHED_COLUMN).show(ui, |ui| {
            ui.label("");
            for at in &references {
                ui.label(strong(reference_label(lang, *at)).size(text_size::SMALL));
            }
            ui.end_row();
            for area in ordered(&rows, &references) {
                let name = cell(area.name.clone());
                if area.unit.is_some() {
                    let chosen = state.spec.chosen.contains(&area.code);
                    if ui.selectable_label(chosen, name).clicked() {
                        action = Some(Action::ToggleChosen(area.code.clone()));
                    }
                } else {
                    ui.horizontal(|ui| {
                        ui.add_space(ui.spacing().button_padding.x);
                        ui.label(name);
                    });
                }
                for at in &references {
                    let value = value_at(&rows, &area.code, *at).map(|row| row.value);
                    ui.label(cell(value.map_or("–".to_owned(), |v| value_text(lang, published, v))));
                }
                ui.end_row();
            }
        });
    });
    action
}

fn value_at<'a>(rows: &'a [PublishedRow<'a>], area: &Code, at: Reference) -> Option<&'a PublishedRow<'a>> {
    rows.iter().find(|row| row.area.code == *area && row.reference == at)
}

/// The areas, larger kinds first, within a kind from the highest of their latest values; those without come
/// last.
fn ordered<'a>(rows: &[PublishedRow<'a>], references: &[Reference]) -> Vec<&'a Area> {
    let mut areas: Vec<&Area> = rows.iter().map(|row| row.area).collect();
    areas.dedup();
    let latest = |area: &Area| {
        let values = references.iter().rev().filter_map(|at| value_at(rows, &area.code, *at)?.value.ok());
        values.into_iter().next().unwrap_or(f64::NEG_INFINITY)
    };
    areas.sort_by(|a, b| a.kind.cmp(&b.kind).then(latest(b).total_cmp(&latest(a))));
    areas
}
