//! The settings of the window.

use egui::{ComboBox, Grid, Role, ScrollArea, Ui, WidgetInfo};

use crate::engine::{Action, Appearance, Home, Preference, Scale, State, home};
use crate::i18n::{Lang, texts};
use crate::ui::theme::{INDICATOR_LIST, SPACE};
use crate::ui::widgets::segmented;

/// All settings, each applied at once.
pub(crate) fn settings_ui(ui: &mut Ui, state: &State, height: f32) -> Option<Action> {
    let (lang, settings) = (state.settings.lang, &state.settings);
    let mut action = None;
    let mut ask = |asked: Option<Action>| action = asked.or(action.take());
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink([false, true]).show(
        ui,
        |ui| {
            let grid = Grid::new("settings").num_columns(2).spacing([SPACE[4], SPACE[2]]);
            grid.show(ui, |ui| {
                if !home::choices(&state.bundle.atlas, lang).is_empty() {
                    ui.label(lang.text(texts::HOME));
                    ask(ambito_ui(ui, state));
                    ui.end_row();
                }
                ui.label(lang.text(texts::SETTINGS_LANGUAGE));
                let langs = [(Lang::It, "Italiano".to_owned()), (Lang::En, "English".to_owned())];
                ask(segmented(ui, langs, lang).map(Action::SetLang));
                ui.end_row();
                ui.label(lang.text(texts::SETTINGS_APPEARANCE));
                let named = |(appearance, name)| (appearance, lang.text(name).to_owned());
                let appearances = [
                    (Appearance::System, texts::APPEARANCE_SYSTEM),
                    (Appearance::Light, texts::APPEARANCE_LIGHT),
                    (Appearance::Dark, texts::APPEARANCE_DARK),
                ];
                let picked = segmented(ui, appearances.map(named), settings.appearance);
                ask(picked.map(Action::SetAppearance));
                ui.end_row();
                ui.label(lang.text(texts::SCALE));
                let scales = Scale::ALL.map(|scale| (scale, texts::scale(lang, scale.0)));
                ask(segmented(ui, scales, settings.scale).map(|to| Action::Prefer(Preference::Scale(to))));
                ui.end_row();
            });
            ui.add_space(SPACE[1]);
            let mut switch = |name, mut is_on: bool, preference: fn(bool) -> Preference| {
                if ui.checkbox(&mut is_on, lang.text(name)).changed() {
                    ask(Some(Action::Prefer(preference(is_on))));
                }
            };
            switch(texts::HIGH_CONTRAST, settings.high_contrast, Preference::HighContrast);
            switch(texts::ANIMATIONS, settings.animations, Preference::Animations);
            switch(texts::REOPEN_LAST, settings.reopen_last, Preference::ReopenLast);
        },
    );
    action
}

/// The user's Ambito, or none.
fn ambito_ui(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let choices = home::choices(&state.bundle.atlas, lang);
    let current = state.settings.home();
    let shown = choices.iter().find(|(code, _)| Some(code) == current);
    let shown = shown.map_or(lang.text(texts::HOME_SKIP), |(_, name)| name.as_str()).to_owned();
    let mut picked = None;
    let name = lang.text(texts::HOME);
    let list = ComboBox::from_id_salt("home").selected_text(&shown).width(INDICATOR_LIST[0]);
    let list = list.height(INDICATOR_LIST[1]).show_ui(ui, |ui| {
        if ui.selectable_label(current.is_none(), lang.text(texts::HOME_SKIP)).clicked() {
            picked = Some(Home::Nowhere);
        }
        for (code, name) in &choices {
            if ui.selectable_label(current == Some(code), name).clicked() {
                picked = Some(Home::Ambito(code.clone()));
            }
        }
    });
    list.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown.clone());
        info
    });
    picked.map(|home| Action::Prefer(Preference::Home(home)))
}
