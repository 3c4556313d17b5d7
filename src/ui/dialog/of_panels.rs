//! What the buttons of the panels do, for the list of commands.

use lucide_icons::Icon;

use crate::base::{Level, Vision};
use crate::data::{Method, Scale};
use crate::document::{ClassSpan, ElementKind, Representation};
use crate::engine::{Action, Appearance, DialogAction, FigureAction, Layers, State};
use crate::figure::Asked;
use crate::figure::map::LegendForm;
use crate::figure::registry::name as view_name;
use crate::i18n::{Lang, texts};
use crate::stats::classes::Scheme;
use crate::ui::panels::round_breaks;
use crate::ui::views::VIEWS;

/// A button: its icon, what it is called outside its panel, and what it does.
pub(crate) struct OfPanel {
    pub icon: Icon,
    pub name: String,
    pub action: Action,
}

/// All that can be asked for now.
pub(crate) fn of_panels(state: &State) -> Vec<OfPanel> {
    let mut all = Vec::new();
    exports(state, &mut all);
    map(state, &mut all);
    legend(state, &mut all);
    window(state, &mut all);
    all
}

fn option(state: &State, group: crate::i18n::Text, option: &str) -> String {
    texts::palette_option(state.settings.lang, state.settings.lang.text(group), option)
}

/// Pages and files of the views below the map; those of the map are commands.
fn exports(state: &State, all: &mut Vec<OfPanel>) {
    let lang = state.settings.lang;
    for view in VIEWS.iter().filter(|view| state.document.element(view.kind).is_some()) {
        if view.kind == ElementKind::Map {
            continue;
        }
        let asked = [
            (Icon::LayoutTemplate, texts::COMPOSE, Action::Figure(FigureAction::Compose(view.kind))),
            (Icon::Download, texts::EXPORT, Action::ExportAs(view.kind)),
        ];
        for (icon, text, action) in asked {
            let is_export = matches!(action, Action::ExportAs(_));
            if !(is_export && state.exporting) {
                let name = option(state, text, lang.text(view_name(view.kind)));
                all.push(OfPanel { icon, name, action });
            }
        }
    }
}

/// Date, value of groups, selection.
fn map(state: &State, all: &mut Vec<OfPanel>) {
    let (lang, map) = (state.settings.lang, &state.document.map);
    for date in state.dates().into_iter().filter(|date| *date != map.date) {
        all.push(OfPanel {
            icon: Icon::Calendar,
            name: option(state, texts::REFERENCE_DATE, &state.date_name(date)),
            action: Action::map(map, |map| map.date = date),
        });
    }
    if map.level != Level::Comuni {
        for method in Method::CHOICES.into_iter().filter(|method| *method != map.method) {
            all.push(OfPanel {
                icon: Icon::Sigma,
                name: option(state, texts::GROUP_VALUE, lang.method(method)),
                action: Action::map(map, |map| map.method = method),
            });
        }
    }
    let units = state.bundle.atlas.territories.units(map.level);
    all.push(OfPanel {
        icon: Icon::SquareDashedMousePointer,
        name: option(state, texts::SELECTED, lang.text(texts::CHOOSE_ALL)),
        action: Action::Choose(units.iter().map(|unit| unit.code.clone()).collect()),
    });
}

/// Classes, colours and circles.
fn legend(state: &State, all: &mut Vec<OfPanel>) {
    let (lang, map) = (state.settings.lang, &state.document.map);
    let scale = state.indicator().map_or(Scale::Quantity, |indicator| indicator.kind.scale());
    let are_rows = matches!(state.model.shown.legend(), LegendForm::Rows);
    let mut put = |icon, name: String, action| all.push(OfPanel { icon, name, action });
    let has_classes = Asked::Circles.is_allowed(scale);
    if has_classes && are_rows {
        let (other, text) = match map.representation {
            Representation::Choropleth => (Representation::Symbols, texts::SYMBOLS),
            Representation::Symbols => (Representation::Choropleth, texts::AREAS),
        };
        let action = Action::map(map, |map| map.representation = other);
        put(Icon::Map, option(state, texts::VIEW_MAP, lang.text(text)), action);
    }
    if map.representation == Representation::Symbols {
        return;
    }
    if has_classes && are_rows {
        for scheme in Scheme::ALL.into_iter().filter(|scheme| *scheme != map.scheme()) {
            let name = option(state, texts::CLASSES_METHOD, lang.scheme(scheme));
            put(Icon::ChartColumn, name, Action::SetScheme(scheme));
        }
        if let Some(action) = round_breaks(state) {
            put(Icon::ChartColumn, lang.text(texts::ROUND_BREAKS).to_owned(), action);
        }
        if map.kind.shares_classes() {
            let span = match map.classes.span {
                ClassSpan::AllDates => ClassSpan::ThisDate,
                ClassSpan::ThisDate => ClassSpan::AllDates,
            };
            let action = Action::map(map, |map| map.classes.span = span);
            put(Icon::ChartColumn, lang.text(texts::SAME_CLASSES).to_owned(), action);
        }
    }
    let reversed = !map.palette.reversed;
    let action = Action::map(map, |map| map.palette.reversed = reversed);
    put(Icon::ArrowLeftRight, lang.text(texts::REVERSE).to_owned(), action);
}

/// Layers, colour vision, language, appearance.
fn window(state: &State, all: &mut Vec<OfPanel>) {
    let (lang, settings) = (state.settings.lang, &state.settings);
    let layers = settings.layers;
    for (text, changed) in [
        (texts::LAYER_LABELS, Layers { labels: !layers.labels, ..layers }),
        (texts::LAYER_FINE, Layers { fine_borders: !layers.fine_borders, ..layers }),
        (texts::LAYER_BOLD, Layers { bold_borders: !layers.bold_borders, ..layers }),
        (texts::LAYER_BACKDROP, Layers { backdrop: !layers.backdrop, ..layers }),
        (texts::LAYER_FURNITURE, Layers { furniture: !layers.furniture, ..layers }),
    ] {
        let name = option(state, texts::LAYERS, lang.text(text));
        all.push(OfPanel { icon: Icon::Layers, name, action: Action::SetLayers(changed) });
    }
    for vision in Vision::ALL.into_iter().filter(|vision| *vision != state.vision) {
        let name = option(state, texts::VISION, lang.vision(vision));
        all.push(OfPanel { icon: Icon::Eye, name, action: Action::SetVision(vision) });
    }
    for (other, name) in [(Lang::It, "Italiano"), (Lang::En, "English")] {
        if other != lang {
            let name = option(state, texts::SETTINGS_LANGUAGE, name);
            all.push(OfPanel { icon: Icon::Languages, name, action: Action::SetLang(other) });
        }
    }
    for (appearance, text) in [(Appearance::Light, texts::LIGHT), (Appearance::Dark, texts::DARK)] {
        if settings.appearance != appearance {
            let name = lang.text(text).to_owned();
            all.push(OfPanel { icon: Icon::SunMoon, name, action: Action::SetAppearance(appearance) });
        }
    }
    let name = lang.text(texts::HOME_CHANGE).to_owned();
    all.push(OfPanel { icon: Icon::House, name, action: Action::Dialog(DialogAction::Home) });
}
