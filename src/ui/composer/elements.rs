//! The elements of the page: adding, moving, sizing and arranging them.

use egui::{Role, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::ask::{ask, within};
use super::fields;
use super::fields::row;
use crate::base::Level;
use crate::document::{
    Arrangement, Element, FigureSpec, KeptFigure, MapFrame, MapSpec, OfKind, Place, Towards,
};
use crate::engine::composer::element_label;
use crate::engine::{Action, FigureAction, State};
use crate::figure::registry::name as view_name;
use crate::i18n::texts;
use crate::ui::views::{VIEWS, icon};
use crate::ui::widgets::{drop_down, gap, heading, icon_button, small};

/// The shares that rows and cells may have.
const SHARES: std::ops::RangeInclusive<f64> = 0.25..=4.0;

/// The elements, those that can be added, and the arrangements.
pub(crate) fn elements_ui(ui: &mut Ui, state: &State, figure: &KeptFigure) -> Option<Action> {
    let lang = state.settings.lang;
    let mut action = None;
    heading(ui, lang.text(texts::PAGE_ELEMENTS));
    for (row, cells) in figure.spec.rows.iter().enumerate() {
        for cell in 0..cells.cells.len() {
            action = element_ui(ui, state, &figure.spec, Place { row, cell }).or(action);
        }
        if row + 1 < figure.spec.rows.len() {
            ui.separator();
        }
    }
    let explore = format!("{} {}", char::from(Icon::Compass), lang.text(texts::EXPLORE));
    let explore = ui.button(explore).on_hover_text(lang.text(texts::EXPLORE_HINT));
    action = explore.clicked().then(|| ask(FigureAction::Explore)).or(action);
    // Its controls come and go, and the keyboard focus must not end up in one of them.
    action = ui.push_id("marked", |ui| marked_ui(ui, state, &figure.spec)).inner.or(action);
    gap(ui);
    small(ui, lang.text(texts::ADD_VIEW));
    // As wide as their names: in columns the long ones would be cut.
    ui.horizontal_wrapped(|ui| {
        for view in VIEWS {
            let name = view_name(view.kind);
            let text = format!("{} {}", char::from(view.icon), lang.text(name));
            let button = ui.add(egui::Button::new(text).wrap_mode(egui::TextWrapMode::Extend));
            let label = texts::add_named(lang, lang.text(name));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
            if button.on_hover_text(lang.text(texts::ADD_HINT)).clicked() {
                action = Some(ask(FigureAction::Add(view.kind)));
            }
        }
    });
    gap(ui);
    small(ui, lang.text(texts::ARRANGEMENTS));
    ui.horizontal(|ui| {
        for (icon, name, arrangement) in [
            (Icon::Square, texts::ARRANGE_ONE, Arrangement::One),
            (Icon::Columns2, texts::ARRANGE_BESIDE, Arrangement::Beside),
            (Icon::Rows2, texts::ARRANGE_STACKED, Arrangement::Stacked),
            (Icon::LayoutPanelTop, texts::ARRANGE_LEAD, Arrangement::Lead),
        ] {
            if icon_button(ui, icon, lang.text(name), true, false).clicked() {
                action = Some(ask(FigureAction::Arrange(arrangement)));
            }
        }
    });
    action
}

/// Its name: a click selects it.
fn element_ui(ui: &mut Ui, state: &State, spec: &FigureSpec, at: Place) -> Option<Action> {
    let element = spec.element(at)?;
    let name = element_label(state.settings.lang, element, &state.bundle.atlas);
    let marked = state.composer.at == at;
    let text = format!("{} {name}", char::from(icon(element.kind())));
    let response = row(ui, egui::Button::selectable(marked, text).truncate());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, marked, &name));
    response.clicked().then(|| ask(FigureAction::Select(at)))
}

/// The part of the territory that a map shows.
fn frame_ui(ui: &mut Ui, state: &State, element: &Element, at: Place) -> Option<Action> {
    let map = MapSpec::of(element)?;
    let lang = state.settings.lang;
    let seen = state.frame_on_screen();
    let mut frames = vec![(MapFrame::All, lang.text(texts::FRAME_ALL).to_owned())];
    if !map.selected.is_empty() || map.frame == MapFrame::Selected {
        frames.push((MapFrame::Selected, lang.text(texts::FRAME_SELECTED).to_owned()));
    }
    if matches!(seen, MapFrame::Part(_)) {
        frames.push((seen.clone(), lang.text(texts::FRAME_PART).to_owned()));
    }
    let territories = &state.bundle.atlas.territories;
    let units = territories.units(Level::Ambiti).iter();
    frames.extend(
        units.map(|unit| (MapFrame::Unit(unit.code.clone()), lang.territory(Level::Ambiti, &unit.name))),
    );
    if !frames.iter().any(|(frame, _)| *frame == map.frame) {
        let name = match &map.frame {
            MapFrame::Unit(code) => match territories.find(code) {
                Some((level, unit)) => lang.territory(level, &territories.units(level)[unit].name),
                None => code.to_string(),
            },
            _ => lang.text(texts::FRAME_PART_KEPT).to_owned(),
        };
        frames.insert(0, (map.frame.clone(), name));
    }
    gap(ui);
    small(ui, lang.text(texts::FRAME));
    let width = ui.available_width() - 8.0;
    let current = frames.iter().position(|(frame, _)| *frame == map.frame)?;
    let names = frames.iter().enumerate().map(|(i, (_, name))| (i, name.clone()));
    let picked = drop_down(ui, lang.text(texts::FRAME), names, current, width)?;
    Some(ask(FigureAction::SetFrame(at, frames.swap_remove(picked).0)))
}

/// Controls for the selected element, if there is more than one.
fn marked_ui(ui: &mut Ui, state: &State, spec: &FigureSpec) -> Option<Action> {
    let (lang, at) = (state.settings.lang, state.composer.at);
    let (row, element) = (spec.rows.get(at.row)?, spec.element(at)?);
    let mut action = frame_ui(ui, state, element, at);
    if spec.only().is_some() {
        return action;
    }
    let (cells, rows) = (row.cells.len(), spec.rows.len());
    ui.horizontal(|ui| {
        for (icon, name, towards, possible) in [
            (Icon::ArrowLeft, texts::MOVE_LEFT, Towards::Left, at.cell > 0),
            (Icon::ArrowRight, texts::MOVE_RIGHT, Towards::Right, at.cell + 1 < cells),
            (Icon::ArrowUp, texts::MOVE_UP, Towards::Up, cells > 1 || at.row > 0),
            (Icon::ArrowDown, texts::MOVE_DOWN, Towards::Down, cells > 1 || at.row + 1 < rows),
        ] {
            if icon_button(ui, icon, lang.text(name), possible, false).clicked() {
                action = Some(ask(FigureAction::Shift(at, towards)));
            }
        }
        if icon_button(ui, Icon::Trash2, lang.text(texts::ELEMENT_REMOVE), true, false).clicked() {
            action = Some(ask(FigureAction::RemoveElement(at)));
        }
    });
    let (mut height, mut width) = (row.height, row.cells.get(at.cell)?.width);
    ui.horizontal(|ui| {
        let share = |ui: &mut Ui, on: bool, name, value: &mut f64| {
            ui.add_enabled_ui(on, |ui| fields::number(ui, lang, name, value, SHARES, "")).inner
        };
        let moved = share(ui, cells > 1, texts::SHARE_WIDTH, &mut width);
        let moved = share(ui, rows > 1, texts::SHARE_HEIGHT, &mut height).or(moved);
        if let Some(gesture) = moved {
            action = Some(within(Some(gesture), FigureAction::SetShares(at, [height, width])));
        }
    });
    let mut title = element.page().title.clone();
    if let Some(gesture) =
        fields::optional(ui, lang.text(texts::ELEMENT_TITLE), &mut title, lang.text(texts::AUTOMATIC))
    {
        action = Some(within(Some(gesture), FigureAction::SetElementTitle(at, title)));
    }
    action
}
