//! Below the page: what could mislead in it, and the words that go with it into a document.

use egui::{ScrollArea, Ui};
use lucide_icons::Icon;

use super::ask::{ask, within};
use super::fields;
use crate::document::KeptFigure;
use crate::engine::{Action, FigureAction, PreviewPage, State};
use crate::i18n::{Text, texts};
use crate::ui::theme::Theme;
use crate::ui::widgets::{icon_text, segmented, small};

/// Rows of a field of text.
const ROWS: usize = 4;

/// Which of them is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Findings,
    Caption,
    Reading,
    Description,
}

/// The tabs and what is on the one in sight.
pub fn words_ui(
    ui: &mut Ui,
    state: &State,
    kept: &KeptFigure,
    page: Option<&PreviewPage>,
    tab: &mut Tab,
) -> Option<Action> {
    let lang = state.settings.lang;
    let found = page.map_or(0, |page| page.findings.len()).to_string();
    let tabs = [
        (Tab::Findings, texts::findings(lang, &found)),
        (Tab::Caption, lang.text(texts::PAGE_CAPTION_TAB).to_owned()),
        (Tab::Reading, lang.text(texts::READING).to_owned()),
        (Tab::Description, lang.text(texts::ALTERNATIVE_TEXT).to_owned()),
    ];
    *tab = segmented(ui, tabs, *tab).unwrap_or(*tab);
    let mut action = None;
    ScrollArea::vertical().id_salt("composer_words").auto_shrink([false, false]).show(ui, |ui| {
        let Some(page) = page else { return };
        action = match tab {
            Tab::Findings => findings_ui(ui, state, kept, page),
            Tab::Caption => caption_ui(ui, state, &page.caption),
            Tab::Reading => {
                text_ui(ui, state, texts::READING, kept.reading.as_ref(), &page.reading, |text| {
                    FigureAction::SetReading(text)
                })
            }
            Tab::Description => {
                let own = kept.spec.page.description.as_ref();
                text_ui(ui, state, texts::ALTERNATIVE_TEXT, own, &page.description, |description| {
                    let page = crate::document::PageSpec { description, ..kept.spec.page.clone() };
                    FigureAction::SetPage(Box::new(page))
                })
            }
        };
    });
    action
}

/// What could mislead, each with what mends it, then the remarks of the drawing.
fn findings_ui(ui: &mut Ui, state: &State, kept: &KeptFigure, page: &PreviewPage) -> Option<Action> {
    let (lang, theme) = (state.settings.lang, Theme::of(ui));
    // What is said of a figure is in its own language.
    let own = kept.spec.lang;
    let mut action = None;
    if page.findings.is_empty() {
        ui.horizontal(|ui| {
            ui.label(icon_text(ui, Icon::Check).color(theme.accent));
            ui.label(lang.text(texts::FINDINGS_NONE));
        });
    }
    for (at, finding) in &page.findings {
        let message = finding.remark.text(own);
        ui.horizontal_wrapped(|ui| {
            ui.label(icon_text(ui, Icon::TriangleAlert).color(theme.warning));
            if let Some(fix) = &finding.fix {
                let button = ui.button(lang.text(texts::MEND));
                let label = format!("{}: {message}", lang.text(texts::MEND));
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
                if button.on_hover_text(finding.remedy(own)).clicked() {
                    action = Some(ask(FigureAction::Fix(*at, fix.clone())));
                }
            }
            ui.label(&message);
            if let Some(advice) = finding.advice {
                small(ui, own.text(advice));
            }
        });
    }
    for remark in &page.remarks {
        small(ui, remark.text(own));
    }
    action
}

fn caption_ui(ui: &mut Ui, state: &State, caption: &str) -> Option<Action> {
    let copied = copy_button(ui, state, caption);
    ui.add(egui::Label::new(caption).wrap().selectable(true));
    copied
}

fn copy_button(ui: &mut Ui, state: &State, text: &str) -> Option<Action> {
    let copy = format!("{} {}", char::from(Icon::Copy), state.settings.lang.text(texts::TABLE_COPY));
    ui.button(copy).clicked().then(|| Action::Copy(text.to_owned()))
}

/// A text made by the program until another is typed.
fn text_ui(
    ui: &mut Ui,
    state: &State,
    name: Text,
    own: Option<&String>,
    made: &str,
    set: impl Fn(Option<String>) -> FigureAction,
) -> Option<Action> {
    let lang = state.settings.lang;
    let mut text = own.map_or(made, String::as_str).to_owned();
    let mut action = None;
    ui.horizontal(|ui| {
        action = copy_button(ui, state, &text);
        if own.is_some() && ui.button(lang.text(texts::MADE_AGAIN)).clicked() {
            action = Some(ask(set(None)));
        }
        if own.is_none() {
            small(ui, lang.text(texts::MADE_BY_RULES));
        }
    });
    let typed = fields::paragraph(ui, lang.text(name), &mut text, ROWS);
    typed.map(|gesture| within(Some(gesture), set(Some(text)))).or(action)
}
