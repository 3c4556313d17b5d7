//! Below: the territories with their values, and columns of other indicators beside. The text alternative of the
//! map, in reading order, and a way to choose without a mouse.

use std::sync::Arc;

use egui::{ComboBox, Role, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::ViewResponse;
use super::published::published_table_ui;
use super::table_grid::grid;
use crate::base::Code;
use crate::data::Indicator;
use crate::document::{TableColumn, TableSpec, TableView};
use crate::engine::{Action, State, table_spec};
use crate::figure::MapModel;
use crate::figure::table::{TableModel, head};
use crate::i18n::texts;
use crate::ui::theme::{MENU_WIDTH, TABLE};
use crate::ui::widgets::small;

/// What the panel remembers while the program runs.
#[derive(Default)]
pub struct TableMemory {
    computed: Option<Computed>,
    /// The row clicked last: where a choice with Shift starts.
    pub(super) anchor: Option<Code>,
}

/// What is worked out once for a map and a table.
struct Computed {
    of: Arc<MapModel>,
    spec: TableSpec,
    model: Result<TableModel, String>,
}

/// The table and its controls. `hovered` is the unit pointed at on the map.
pub fn table_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut TableMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    if let Some(published) = state.published() {
        return ViewResponse { action: published_table_ui(ui, state, published), ..ViewResponse::default() };
    }
    let spec = table_spec(state);
    let before = memory.computed.take().filter(|computed| Arc::ptr_eq(&computed.of, &state.model));
    let computed = memory.computed.insert(computed(state, spec, before));
    let Computed { spec, model, .. } = computed;
    match model {
        Ok(model) => {
            let asked = controls(ui, state);
            let mut out = grid(ui, state, spec, model, &mut memory.anchor, hovered);
            out.action = asked.or(out.action);
            out
        }
        Err(why) => {
            small(ui, why.as_str());
            ViewResponse::default()
        }
    }
}

/// The numbers are worked out again only for other numbers, not for another order or choice of rows.
fn computed(state: &State, spec: TableSpec, before: Option<Computed>) -> Computed {
    let atlas = &state.bundle.atlas;
    let same_numbers = |known: &TableSpec| {
        (&known.columns, known.level, known.method) == (&spec.columns, spec.level, spec.method)
    };
    let model = match before {
        Some(known) if known.spec == spec => return known,
        Some(Computed { spec: known, model: Ok(mut model), .. }) if same_numbers(&known) => {
            model.arrange(&spec, atlas).map(|()| model)
        }
        _ => TableModel::new(&spec, atlas),
    };
    Computed { of: state.model.clone(), spec, model: model.map_err(|error| error.to_string()) }
}

fn controls(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let mut view = state.table.view.clone();
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        let name = lang.text(texts::TABLE_FILTER);
        let field = egui::TextEdit::singleline(&mut view.filter)
            .hint_text(format!("{} {name}", char::from(Icon::Search)))
            .desired_width(TABLE.field);
        ui.add(field).widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
        let TableView { only_chosen, heat, summary, .. } = &mut view;
        for (on, text) in
            [(only_chosen, texts::TABLE_ONLY), (heat, texts::TABLE_HEAT), (summary, texts::TABLE_SUMMARY)]
        {
            ui.checkbox(on, lang.text(text));
        }
        action = add_column(ui, state);
        for (icon, text, name, asked, enabled) in [
            (Icon::Copy, texts::TABLE_COPY, texts::TABLE_COPY_ALL, Action::CopyTable, true),
            (
                Icon::Download,
                texts::TABLE_EXPORT_SHORT,
                texts::TABLE_EXPORT,
                Action::ExportTableAs,
                !state.exporting,
            ),
        ] {
            let button = egui::Button::new(format!("{} {}", char::from(icon), lang.text(text)));
            let button = ui.add_enabled(enabled, button).on_hover_text(lang.text(name));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, lang.text(name)));
            if button.clicked() {
                action = Some(asked);
            }
        }
    });
    let changed = view != state.table.view;
    action.or(changed.then_some(Action::SetTableView(view)))
}

/// Every indicator at every date it has, the latest first.
fn add_column(ui: &mut Ui, state: &State) -> Option<Action> {
    let lang = state.settings.lang;
    let atlas = &state.bundle.atlas;
    let name = lang.text(texts::TABLE_ADD);
    let shown = table_spec(state).columns;
    let all = |indicator: &Indicator| -> Vec<TableColumn> {
        let dates = atlas.dates(indicator).into_iter().rev();
        dates.map(|date| TableColumn::value(indicator.id.as_str(), date)).collect()
    };
    let list = ComboBox::from_id_salt("add_column")
        .selected_text(lang.text(texts::TABLE_ADD_SHORT))
        .width(TABLE.list)
        .height(TABLE.list_height);
    let list = list.show_ui(ui, |ui| {
        ui.set_min_width(MENU_WIDTH);
        let mut picked = None;
        for column in atlas.catalogue.indicators().iter().flat_map(all) {
            let Some(head) = head(lang, &column, atlas).filter(|_| !shown.contains(&column)) else {
                continue;
            };
            if ui.selectable_label(false, format!("{}, {}", head.name, head.when)).clicked() {
                picked = Some(column);
            }
        }
        picked
    });
    list.response.clone().on_hover_text(name);
    list.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
    let picked = list.inner.flatten()?;
    let added = state.table.added.iter().cloned().chain([picked]).collect();
    Some(Action::SetTableColumns(added))
}
