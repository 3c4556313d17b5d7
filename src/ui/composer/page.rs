//! The page: its size and its texts.

use egui::{RichText, Ui};
use lucide_icons::Icon;

use super::ask::{ask, within};
use super::fields;
use super::look::look_ui;
use crate::base::Mm;
use crate::document::{KeptFigure, PageSpec};
use crate::engine::{Action, FigureAction, State};
use crate::figure::page::places::Places;
use crate::i18n::{Lang, Text, number, texts};
use crate::ui::theme::{Theme, text_size};
use crate::ui::widgets::{drop_down, gap, heading, icon_button, segmented, small};

/// Size, texts and appearance.
pub(crate) fn page_ui(
    ui: &mut Ui,
    state: &State,
    figure: &KeptFigure,
    places: Option<&Places>,
) -> Option<Action> {
    let lang = state.settings.lang;
    let before = &figure.spec.page;
    let mut page = before.clone();
    heading(ui, lang.text(texts::PAGE_SIZE));
    let mut gesture = size_ui(ui, lang, &mut page);
    if let Some(places) = places {
        ruler_ui(ui, lang, places);
    }
    gap(ui);
    heading(ui, lang.text(texts::PAGE_TEXTS));
    let langs = [(Lang::It, "Italiano".to_owned()), (Lang::En, "English".to_owned())];
    let other = segmented(ui, langs, figure.spec.lang).map(|lang| ask(FigureAction::SetLang(lang)));
    gesture = texts_ui(ui, lang, &mut page, state.document.next_number()).or(gesture);
    gap(ui);
    heading(ui, lang.text(texts::PAGE_LOOKS));
    let looks = look_ui(ui, lang, &mut page);
    gesture = looks.gesture.or(gesture);
    let logo = looks.asks_logo.then(|| ask(FigureAction::AskLogo));
    let changed = (page != *before).then(|| within(gesture, FigureAction::SetPage(Box::new(page))));
    changed.or(other).or(logo)
}

/// What the page looks like on paper: the smallest type, the thinnest line, and whether both can be read.
fn ruler_ui(ui: &mut Ui, lang: Lang, places: &Places) {
    let points = |x: f64, decimals| number(lang, x, decimals);
    let type_size = places.smallest_type.map(|size| texts::print_type(lang, points(size, 1)));
    let line = places.thinnest_line.map(|width| texts::print_line(lang, points(width, 2)));
    for told in type_size.into_iter().chain(line) {
        small(ui, told);
    }
    let theme = Theme::of(ui);
    let mut warn = |text: Text| {
        let icon = char::from(Icon::TriangleAlert);
        ui.label(
            RichText::new(format!("{icon} {}", lang.text(text))).size(text_size::SMALL).color(theme.warning),
        );
    };
    if !places.is_type_legible() {
        warn(texts::PRINT_SMALL);
    }
    if !places.are_lines_legible() {
        warn(texts::PRINT_THIN);
    }
    if places.is_type_legible() && places.are_lines_legible() {
        small(ui, lang.text(texts::PRINT_LEGIBLE));
    }
}

fn name(id: &str) -> Text {
    match id {
        "a4" => texts::SIZE_A4,
        "a5" => texts::SIZE_A5,
        "a4-portrait" => texts::SIZE_A4_PORTRAIT,
        "a5-portrait" => texts::SIZE_A5_PORTRAIT,
        "word-column" => texts::SIZE_WORD,
        "half-page" => texts::SIZE_HALF,
        _ => texts::SIZE_SLIDE,
    }
}

/// A named size, or width and height.
fn size_ui(ui: &mut Ui, lang: Lang, page: &mut PageSpec) -> Option<u64> {
    let current =
        PageSpec::SIZES.iter().position(|(_, width, height)| (page.width, page.height) == (*width, *height));
    let named =
        PageSpec::SIZES.iter().enumerate().map(|(i, (id, ..))| (Some(i), lang.text(name(id)).to_owned()));
    let own = (None, lang.text(texts::SIZE_OWN).to_owned());
    let width = ui.available_width() - 8.0;
    let picked = drop_down(ui, lang.text(texts::PAGE_SIZE), named.chain([own]), current, width);
    if let Some((_, width, height)) = picked.flatten().and_then(|i| PageSpec::SIZES.get(i)) {
        (page.width, page.height) = (*width, *height);
    }
    let [mut across, mut down] = [page.width.0, page.height.0];
    let mut gesture = None;
    ui.horizontal(|ui| {
        gesture = fields::number(ui, lang, texts::PAGE_WIDTH, &mut across, PageSpec::SIDE, " mm");
        gesture = fields::number(ui, lang, texts::PAGE_HEIGHT, &mut down, PageSpec::SIDE, " mm").or(gesture);
        if icon_button(ui, Icon::RotateCcw, lang.text(texts::PAGE_TURN), true, false).clicked() {
            (across, down) = (down, across);
        }
    });
    // An untouched field may show a rounded number.
    if gesture.is_some() || (across, down) == (page.height.0, page.width.0) {
        (page.width, page.height) = (Mm(across), Mm(down));
    }
    gesture
}

/// The texts around the figure. `number` is the one proposed if the figure has none.
fn texts_ui(ui: &mut Ui, lang: Lang, page: &mut PageSpec, number: u16) -> Option<u64> {
    let mut gesture = None;
    let automatic = lang.text(texts::AUTOMATIC);
    for (text, name, hint) in [
        (&mut page.title, texts::PAGE_TITLE, automatic),
        (&mut page.subtitle, texts::PAGE_SUBTITLE, automatic),
        (&mut page.note, texts::PAGE_NOTE, ""),
        (&mut page.source, texts::PAGE_SOURCE, automatic),
        (&mut page.credit, texts::PAGE_CREDIT, lang.text(texts::PAGE_CREDIT_HINT)),
    ] {
        gesture = fields::optional(ui, lang.text(name), text, hint).or(gesture);
    }
    ui.horizontal(|ui| {
        let mut numbered = page.number.is_some();
        if ui.checkbox(&mut numbered, lang.text(texts::PAGE_NUMBERED)).changed() {
            page.number = numbered.then_some(number);
        }
        if let Some(number) = &mut page.number {
            let mut value = f64::from(*number);
            let moved = fields::number(ui, lang, texts::PAGE_NUMBER, &mut value, 1.0..=999.0, "");
            if moved.is_some() {
                *number = value.round() as u16;
                gesture = moved;
            }
        }
    });
    if page.number.is_some() {
        gesture =
            fields::optional(ui, lang.text(texts::PAGE_CAPTION), &mut page.caption, automatic).or(gesture);
    } else {
        small(ui, lang.text(texts::PAGE_NUMBER_HINT));
    }
    gesture
}
