//! The dialog of the hypothesis about the Ambiti: the next move, the moves made, and what they change.

use egui::{Button, Grid, Id, Label, ScrollArea, TextWrapMode, Ui};
use lucide_icons::Icon;

use crate::base::{Code, Level};
use crate::data::{Atlas, Query};
use crate::engine::dialog::WhatIfForm;
use crate::engine::what_if::{Target, compared};
use crate::engine::{Action, DialogAction, State, WhatIfAction};
use crate::figure::quality::dated;
use crate::figure::{date_phrase, reference_phrase};
use crate::i18n::{Lang, Thing, texts};
use crate::ui::commands::Command;
use crate::ui::theme::{MODAL, SPACE};
use crate::ui::widgets::{
    button_at_the_end, drop_down, field_when_left, heading, icon_button, small, strong,
};

/// The form and, below it, the moves and the comparison.
pub(crate) fn what_if_ui(ui: &mut Ui, state: &State, form: &WhatIfForm, height: f32) -> Vec<Action> {
    let lang = state.settings.lang;
    let mut asked = Vec::new();
    small(ui, lang.text(texts::WHAT_IF_TIP));
    ui.add_space(SPACE[1]);
    asked.extend(move_ui(ui, state, form));
    ui.add_space(SPACE[1]);
    ScrollArea::vertical()
        .min_scrolled_height(height - MODAL.fields)
        .max_height(height - MODAL.fields)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            asked.extend(moves_ui(ui, state));
            compared_ui(ui, state);
        });
    asked
}

/// The next move: what, where, and the button.
fn move_ui(ui: &mut Ui, state: &State, form: &WhatIfForm) -> Option<Action> {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let fill = |form: WhatIfForm| Some(Action::Dialog(DialogAction::FillIn(form)));
    let territories = &atlas.territories;
    let ambiti = territories.units(Level::Ambiti);
    let whole = ambiti.iter().map(|unit| (&unit.code, whole_of(lang, &unit.name)));
    let comuni = territories.comuni().iter().map(|comune| (&comune.code, comune.name.clone()));
    let mut comuni: Vec<(&Code, String)> = comuni.collect();
    comuni.sort_by(|a, b| a.1.cmp(&b.1));
    // Few come first: whole Ambiti would not be found after 193 Comuni.
    let movable: Vec<(&Code, String)> = whole.chain(comuni).collect();
    let mut action = None;
    let choose = |first: Option<String>, names: &[String]| {
        let first = first.unwrap_or_else(|| lang.text(texts::WHAT_IF_CHOOSE).to_owned());
        std::iter::once((0, first)).chain((1..).zip(names.iter().cloned())).collect::<Vec<_>>()
    };
    ui.horizontal_wrapped(|ui| {
        small(ui, lang.text(texts::WHAT_IF_WHAT));
        let names: Vec<String> = movable.iter().map(|(_, name)| name.clone()).collect();
        let current = movable.iter().position(|(code, _)| Some(*code) == form.what.as_ref());
        let current = current.map_or(0, |at| at + 1);
        let name = lang.text(texts::WHAT_IF_WHAT);
        if let Some(at) = drop_down(ui, name, choose(None, &names), current, MODAL.number) {
            let what = at.checked_sub(1).map(|at| movable[at].0.clone());
            action = fill(WhatIfForm { what, ..form.clone() });
        }
        small(ui, lang.text(texts::WHAT_IF_INTO));
        let mut names: Vec<String> = ambiti.iter().map(|unit| unit.name.clone()).collect();
        names.push(lang.text(texts::WHAT_IF_NEW).to_owned());
        let current = match &form.to {
            None => 0,
            Some(Target::Ambito(code)) => {
                ambiti.iter().position(|unit| unit.code == *code).map_or(0, |at| at + 1)
            }
            Some(Target::New(_)) => names.len(),
        };
        let name = lang.text(texts::WHAT_IF_INTO);
        if let Some(at) = drop_down(ui, name, choose(None, &names), current, MODAL.number) {
            let to = at.checked_sub(1).map(|at| match ambiti.get(at) {
                Some(unit) => Target::Ambito(unit.code.clone()),
                None => Target::New(String::new()),
            });
            action = fill(WhatIfForm { to, ..form.clone() });
        }
        if let Some(Target::New(typed)) = &form.to {
            let name = lang.text(texts::WHAT_IF_NEW_NAME);
            let (_, named) = field_when_left(ui, Id::unique("what_if_new"), name, typed, |edit| {
                edit.hint_text(name).desired_width(MODAL.number)
            });
            if let Some(named) = named {
                action = fill(WhatIfForm { to: Some(Target::New(named)), ..form.clone() });
            }
        }
        let ready = form.what.clone().zip(form.to.clone()).filter(|(what, to)| makes_sense(atlas, what, to));
        let button = ui.add_enabled(ready.is_some(), Button::new(lang.text(texts::WHAT_IF_MOVE)));
        if let Some((what, to)) = ready.filter(|_| button.clicked()) {
            action = Some(Action::WhatIf(WhatIfAction::Move(what, to)));
        }
    });
    action
}

fn whole_of(lang: Lang, name: &str) -> String {
    texts::what_if_all_of(lang, lang.territory(Level::Ambiti, name))
}

/// Whether the move changes something.
fn makes_sense(atlas: &Atlas, what: &Code, to: &Target) -> bool {
    let territories = &atlas.territories;
    let own = match territories.position(Level::Comuni, what) {
        Some(comune) => &territories.comuni()[comune].ambito.0,
        // One that was merged into another is no more.
        None if territories.position(Level::Ambiti, what).is_some() => what,
        None => return false,
    };
    match to {
        Target::Ambito(code) => code != own,
        Target::New(name) => {
            let name = name.trim();
            !name.is_empty() && territories.units(Level::Ambiti).iter().all(|unit| unit.name != name)
        }
    }
}

/// The moves made, each with the button that takes it back, and the name of the hypothesis.
fn moves_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let (lang, what_if) = (state.settings.lang, &state.document.what_if);
    let mut action = None;
    heading(ui, lang.text(texts::WHAT_IF_MOVES));
    if what_if.moves.is_empty() {
        small(ui, lang.text(texts::WHAT_IF_NO_MOVES));
    }
    for (at, one) in what_if.moves.iter().enumerate() {
        let line = format!("{} → {}", name_of(state, &one.what), name_of(state, &one.to));
        button_at_the_end(
            ui,
            |ui| {
                if icon_button(ui, Icon::X, &texts::what_if_take_back(lang, &line), true, false).clicked() {
                    action = Some(Action::WhatIf(WhatIfAction::TakeBack(at)));
                }
            },
            |ui| {
                ui.add(Label::new(&line).truncate());
            },
        );
    }
    ui.horizontal_wrapped(|ui| {
        if !what_if.moves.is_empty() {
            let name = lang.text(texts::WHAT_IF_NAME);
            small(ui, name);
            let (_, named) = field_when_left(ui, Id::unique("what_if_name"), name, &what_if.name, |edit| {
                edit.hint_text(lang.text(texts::WHAT_IF_NAME_HINT)).desired_width(MODAL.words)
            });
            action = named.map(|named| Action::WhatIf(WhatIfAction::Rename(named))).or(action.take());
            if ui.button(lang.text(texts::WHAT_IF_RESET)).clicked() {
                action = Some(Action::WhatIf(WhatIfAction::Reset));
            }
        }
        let can_undo = state.history.undo_steps() > 0;
        action = Command::Undo.button_action(ui, state, can_undo, false).or(action.take());
    });
    action
}

/// A Comune, or an Ambito of the hypothesis or of the official grouping.
fn name_of(state: &State, code: &Code) -> String {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    if let Some(name) = state.document.what_if.ambiti.get(code) {
        return lang.territory(Level::Ambiti, name);
    }
    let official = atlas.official();
    match official.find(code) {
        Some((Level::Comuni, at)) => official.comuni()[at].name.clone(),
        Some((level, at)) => lang.territory(level, &official.units(level)[at].name),
        None => code.to_string(),
    }
}

/// The Ambiti that change, as they are and as they would be.
fn compared_ui(ui: &mut Ui, state: &State) {
    let (lang, map) = (state.settings.lang, &state.document.map);
    let (rows, counted) = compared(state);
    let Some(indicator) = state.indicator().filter(|_| !rows.is_empty()) else { return };
    ui.add_space(SPACE[1]);
    heading(ui, lang.text(texts::WHAT_IF_COMPARED));
    let query = Query { level: Level::Ambiti, ..map.query() };
    let when = match state.bundle.atlas.compute(&query) {
        Ok(table) => dated(lang, indicator, &table),
        Err(_) => reference_phrase(lang, indicator.period.ending(map.date)),
    };
    small(ui, texts::what_if_compared_of(lang, lang.pick(&indicator.name), when));
    Grid::new("what_if_compared").striped(true).num_columns(4).show(ui, |ui| {
        // A narrow column would break numbers.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        for head in
            [texts::LEVEL_AMBITI, texts::WHAT_IF_OFFICIAL, texts::WHAT_IF_THIS, texts::SLOPE_DIFFERENCE]
        {
            ui.label(strong(lang.text(head)));
        }
        ui.end_row();
        for row in &rows {
            ui.label(&row.name);
            let (values, difference) = row.told(lang, indicator.into());
            for (side, value) in [&row.before, &row.after].into_iter().zip(values) {
                let Some((side, value)) = side.as_ref().zip(value) else {
                    small(ui, lang.text(texts::WHAT_IF_NOT_THERE));
                    continue;
                };
                ui.vertical(|ui| {
                    ui.label(value);
                    let mut words = vec![lang.count(side.comuni, Thing::Comune)];
                    words.extend(side.residents.map(|n| lang.count(n.round() as usize, Thing::Resident)));
                    small(ui, words.join(" · "));
                });
            }
            if let Some(difference) = difference {
                ui.label(difference);
            }
            ui.end_row();
        }
    });
    if let Some(date) = counted {
        small(ui, texts::what_if_residents(lang, date_phrase(lang, date)));
    }
}
