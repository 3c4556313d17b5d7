//! How the points are shown: size, colour, quadrants and their names, lines, labels.

use egui::{CollapsingHeader, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::base::Level;
use crate::data::Indicator;
use crate::document::{PointColour, QuadrantSplit, ScatterSpec, ScatterView};
use crate::engine::State;
use crate::figure::Asked;
use crate::figure::scatter::{ScatterModel, key_lines};
use crate::i18n::{field_number, texts};
use crate::ui::scene_painter::paint_nodes;
use crate::ui::search_list::{Group, Looks, by_theme, search_list};
use crate::ui::theme::{CENTRE_WIDTH, INDICATOR_LIST, text_size};
use crate::ui::widgets::{NumberField, drop_down, number_field, small};

/// The controls, collapsed by default. Returns the requested view.
pub(crate) fn view_ui(
    ui: &mut Ui,
    state: &State,
    spec: &ScatterSpec,
    model: Option<&ScatterModel>,
    others: &[&Indicator],
) -> Option<ScatterView> {
    let mut view = spec.view.clone();
    let title = state.settings.lang.text(texts::VIEW);
    CollapsingHeader::new(title).id_salt("scatter_view").show_unindented(ui, |ui| {
        size_and_colour(ui, state, others, &mut view);
        quadrants(ui, state, model, &mut view);
        // Offered where it helps.
        let crowds = model.map_or([false; 2], ScatterModel::crowds);
        let axes = [(&mut view.log_x, texts::VIEW_LOG_X), (&mut view.log_y, texts::VIEW_LOG_Y)];
        for ((on, text), crowded) in axes.into_iter().zip(crowds) {
            if *on || crowded {
                ui.checkbox(on, state.settings.lang.text(text));
            }
        }
        let ScatterView { line, lowess, label_selected, label_outliers, .. } = &mut view;
        for (on, text) in [
            (line, texts::VIEW_LINE),
            (lowess, texts::VIEW_LOWESS),
            (label_selected, texts::VIEW_SELECTED),
            (label_outliers, texts::VIEW_OUTLIERS),
        ] {
            ui.checkbox(on, state.settings.lang.text(text));
        }
    });
    (view != spec.view).then_some(view)
}

fn size_and_colour(ui: &mut Ui, state: &State, others: &[&Indicator], view: &mut ScatterView) {
    let lang = state.settings.lang;
    let width = ui.available_width() - 8.0;
    let indicators: Vec<&Indicator> = others.iter().copied().chain(state.indicator()).collect();
    let alone = |of: Option<String>, text: &str| Group {
        heading: String::new(),
        options: vec![(of, text.to_owned())],
    };
    let sized: Vec<&Indicator> =
        indicators.iter().copied().filter(|other| Asked::Circles.is_allowed(other.kind.scale())).collect();
    let equal = lang.text(texts::VIEW_EQUAL);
    let known =
        |id: &String| indicators.iter().find(|other| other.id == *id).map(|other| lang.pick(&other.name));
    small(ui, lang.text(texts::VIEW_SIZE));
    let looks =
        |name, shown| Looks { name, shown, width, menu: [width.max(INDICATOR_LIST[0]), INDICATOR_LIST[1]] };
    let shown = view.size.as_ref().and_then(known).unwrap_or(equal);
    let picked = search_list(ui, lang, &looks(lang.text(texts::VIEW_SIZE), shown), Some(&view.size), || {
        let of_themes = by_theme(state, &sized).into_iter().map(|group| group.map(Some));
        std::iter::once(alone(None, equal)).chain(of_themes).collect()
    });
    view.size = picked.unwrap_or_else(|| view.size.take());

    // The colours of classes and groups are those of units.
    if state.document.published.is_some() {
        return;
    }
    small(ui, lang.text(texts::VIEW_COLOUR));
    let classes = |id: &String| texts::view_classes(lang, known(id).unwrap_or_default());
    let shown = match &view.colour {
        PointColour::Plain => lang.text(texts::VIEW_AS_MAP).to_owned(),
        PointColour::Group(level) => lang.level(*level).to_owned(),
        PointColour::Class(id) => classes(id),
    };
    let picked =
        search_list(ui, lang, &looks(lang.text(texts::VIEW_COLOUR), &shown), Some(&view.colour), || {
            let plain = [
                (PointColour::Plain, lang.text(texts::VIEW_AS_MAP).to_owned()),
                (PointColour::Group(Level::Ambiti), lang.level(Level::Ambiti).to_owned()),
                (PointColour::Group(Level::Asst), lang.level(Level::Asst).to_owned()),
            ];
            let of_themes = by_theme(state, &indicators).into_iter().map(|Group { heading, options }| {
                let options =
                    options.into_iter().map(|(id, _)| (PointColour::Class(id.clone()), classes(&id)));
                Group { heading, options: options.collect() }
            });
            let first = Group { heading: String::new(), options: plain.into() };
            std::iter::once(first).chain(of_themes).collect()
        });
    if let Some(colour) = picked {
        view.colour = colour;
    }
}

fn quadrants(ui: &mut Ui, state: &State, model: Option<&ScatterModel>, view: &mut ScatterView) {
    let lang = state.settings.lang;
    let width = ui.available_width() - 8.0;
    small(ui, lang.text(texts::VIEW_QUADRANTS));
    // Typed values start from the current split, or else from the overall values.
    let cut = model.and_then(|model| Some(model.quadrants.map_or(model.overall?, |cut| [cut.x, cut.y])));
    let typed = match (view.quadrants, cut) {
        (QuadrantSplit::At(x, y), _) | (_, Some([x, y])) => QuadrantSplit::At(x, y),
        _ => QuadrantSplit::At(0.0, 0.0),
    };
    let splits = [
        (QuadrantSplit::None, texts::VIEW_NO_QUADRANTS),
        (QuadrantSplit::Mean, texts::SPLIT_MEAN),
        (QuadrantSplit::Median, texts::SPLIT_MEDIAN),
        (QuadrantSplit::Ats, texts::SPLIT_ATS),
        (typed, texts::SPLIT_TYPED),
    ];
    let splits = splits.map(|(split, text)| (split, lang.text(text).to_owned()));
    let picked = drop_down(ui, lang.text(texts::VIEW_QUADRANTS), splits, view.quadrants, width);
    view.quadrants = picked.unwrap_or(view.quadrants);
    if view.quadrants == QuadrantSplit::None {
        return;
    }
    if let QuadrantSplit::At(x, y) = &mut view.quadrants {
        ui.horizontal(|ui| {
            for (value, text) in [(x, texts::VIEW_CUT_X), (y, texts::VIEW_CUT_Y)] {
                small(ui, lang.text(text));
                let (name, shown) = (lang.text(text), field_number(lang, *value));
                let id = ui.make_persistent_id(name);
                if let NumberField::Number(number) =
                    number_field(ui, lang, id, name, &shown, |edit| edit.desired_width(CENTRE_WIDTH))
                {
                    *value = number;
                }
            }
        });
    }
    let Some(model) = model else { return };
    let mut names = model.quadrant_names.names.clone();
    let mut changed = false;
    for (name, text) in names.iter_mut().zip([
        texts::VIEW_NAME_BOTH,
        texts::VIEW_NAME_NEITHER,
        texts::VIEW_NAME_Y,
        texts::VIEW_NAME_X,
    ]) {
        small(ui, lang.text(text));
        if let Some(typed) = edited(ui, lang.text(text), name.clone(), width) {
            *name = typed.trim().to_owned();
            changed = true;
        }
    }
    if changed {
        // Removing all names returns to the default ones.
        view.quadrant_names = names.iter().any(|name| !name.is_empty()).then_some(names);
    }
}

/// A line of text applied when it loses focus; `None` while nothing has changed.
fn edited(ui: &mut Ui, name: &str, shown: String, width: f32) -> Option<String> {
    let id = ui.make_persistent_id(name);
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| shown.clone());
    let response = ui.add(TextEdit::singleline(&mut text).id(id).desired_width(width));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(text.clone());
        info
    });
    if response.lost_focus() || !response.has_focus() {
        ui.data_mut(|data| data.remove_temp::<String>(id));
    } else if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
    (response.lost_focus() && !escaped && text != shown).then_some(text)
}

/// The key, as on the page.
pub(crate) fn key_ui(ui: &mut Ui, state: &State, spec: &ScatterSpec, model: &ScatterModel) {
    for line in key_lines(spec, model, &state.bundle.atlas, f64::from(text_size::SMALL)) {
        ui.horizontal(|ui| {
            let (room, _) =
                ui.allocate_exact_size(vec2(line.width as f32, line.height as f32), Sense::hover());
            paint_nodes(ui, &line.sign, room.min, state.vision);
            small(ui, line.text);
        });
    }
}
