//! Below: the territories with their values, with columns of other indicators beside. It is the text alternative of
//! the map, in reading order, and a way to select without a mouse.

use std::sync::Arc;

use egui::{ComboBox, Role, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::ViewResponse;
use super::table_grid::grid;
use crate::base::Code;
use crate::data::PublishedIndicator;
use crate::document::{TableColumn, TableSpec, TableView};
use crate::engine::{Action, State, figure_error};
use crate::figure::MapModel;
use crate::figure::table::{TableModel, head};
use crate::i18n::texts;
use crate::ui::theme::TABLE;
use crate::ui::widgets::{gesture, small};

/// The memory of the panel while the program runs.
#[derive(Default)]
pub(crate) struct TableMemory {
    computed: Option<Computed>,
    /// The last row clicked: where a selection with Shift starts.
    pub(super) anchor: Option<Code>,
}

/// What is computed once per map and table.
struct Computed {
    of: Arc<MapModel>,
    spec: TableSpec,
    model: Result<TableModel, String>,
}

/// The table and its controls. `hovered` is the unit under the pointer on the map.
pub fn table_ui(
    ui: &mut Ui,
    state: &State,
    memory: &mut TableMemory,
    hovered: Option<usize>,
) -> ViewResponse {
    let Some(spec) = state.document.view::<TableSpec>().cloned() else { return ViewResponse::default() };
    let before = memory.computed.take().filter(|computed| Arc::ptr_eq(&computed.of, &state.model));
    let computed = memory.computed.insert(computed(state, spec, before));
    let Computed { spec, model, .. } = computed;
    match model {
        Ok(model) => {
            let asked = controls(ui, state, spec);
            published_words(ui, state);
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

/// Numbers are recomputed only if they change, not for another order or selection of rows.
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
    Computed {
        of: state.model.clone(),
        spec,
        model: model.map_err(|error| figure_error(state.settings.lang, &error)),
    }
}

fn controls(ui: &mut Ui, state: &State, spec: &TableSpec) -> Option<Action> {
    let lang = state.settings.lang;
    let mut view = spec.view.clone();
    let (mut action, mut typed) = (None, None);
    ui.horizontal_wrapped(|ui| {
        let name = lang.text(texts::TABLE_FILTER);
        let field = egui::TextEdit::singleline(&mut view.filter)
            .hint_text(format!("{} {name}", char::from(Icon::Search)))
            .desired_width(TABLE.field);
        let field = ui.add(field);
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
        typed = gesture(ui, &field);
        let TableView { only_selected, heat, summary, .. } = &mut view;
        for (on, text) in
            [(only_selected, texts::TABLE_ONLY), (heat, texts::TABLE_HEAT), (summary, texts::TABLE_SUMMARY)]
        {
            ui.checkbox(on, lang.text(text));
        }
        action = add_column(ui, state, spec);
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
    let changed = view != spec.view;
    action.or(changed.then(|| {
        let set = Action::SetView(Box::new(TableSpec { view, ..spec.clone() }.into()));
        typed.map_or_else(|| set.clone(), |gesture| Action::InGesture(gesture, Box::new(set.clone())))
    }))
}

/// Where the numbers of an indicator as published come from, and what must be known of them.
fn published_words(ui: &mut Ui, state: &State) {
    let Some(published) = state.published() else { return };
    let lang = state.settings.lang;
    small(ui, format!("{}: {}", lang.text(texts::AS_PUBLISHED), lang.pick(&published.source)));
    if let Some(note) = &published.note {
        small(ui, lang.pick(note));
    }
}

/// The complete published tables, if an indicator as published is shown; then every indicator with values for the
/// rows, at each of its dates, latest first.
fn add_column(ui: &mut Ui, state: &State, spec: &TableSpec) -> Option<Action> {
    let lang = state.settings.lang;
    let name = lang.text(texts::TABLE_ADD);
    let list = ComboBox::from_id_salt("add_column")
        .selected_text(lang.text(texts::TABLE_ADD_SHORT))
        .width(TABLE.list)
        .height(TABLE.list_height);
    let list = list.show_ui(ui, |ui| {
        // Full width from the first frame on: a growing list would move away from under the pointer.
        ui.set_width(TABLE.menu);
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        let mut picked = None;
        for table in published_tables(state) {
            if ui.selectable_label(false, texts::table_whole(lang, &table)).clicked() {
                picked = Some(Action::ShowPublishedTable(table));
            }
        }
        for (column, label) in offered(state, spec) {
            if ui.selectable_label(false, label).clicked() {
                let mut more = spec.clone();
                more.columns.push(column);
                picked = Some(Action::SetView(Box::new(more.into())));
            }
        }
        picked
    });
    list.response.clone().on_hover_text(name);
    list.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
    list.inner.flatten()
}

/// Names of the published tables that contain the current indicator as published.
fn published_tables(state: &State) -> Vec<String> {
    let Some(published) = state.published() else { return Vec::new() };
    let tables = state.bundle.atlas.published_tables().into_iter();
    let with = tables.filter(|table| table.columns.iter().any(|(id, _)| *id == published.id));
    with.map(|table| table.name).collect()
}

/// The columns that can be added, with their labels.
fn offered(state: &State, spec: &TableSpec) -> Vec<(TableColumn, String)> {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let computed = atlas.catalogue.indicators().iter().map(|indicator| indicator.id.as_str());
    // Beside computed columns, those from tables with a value for one of the rows.
    let has_row = |published: &&PublishedIndicator| {
        let values = atlas.published_values(&published.id).unwrap_or_default();
        state.document.published.is_some()
            || values.iter().any(|row| row.area.kind.level() == Some(spec.level) && row.area.unit.is_some())
    };
    let published =
        atlas.published_indicators().iter().filter(has_row).map(|published| published.id.as_str());
    let ids: Vec<&str> = computed.filter(|_| state.document.published.is_none()).chain(published).collect();
    let columns = ids.into_iter().flat_map(|id| {
        let references = atlas.references(id).unwrap_or_default().into_iter().rev();
        references.map(move |at| TableColumn::value(id, at))
    });
    let named = columns.filter(|column| !spec.columns.contains(column)).filter_map(|column| {
        let head = head(lang, &column, atlas)?;
        let caption = atlas.caption(&column.indicator).ok()?;
        // Published tables have long names, and where all are as published none needs to say so.
        let name = match (caption.as_published, state.document.published.is_some()) {
            (false, _) => head.name.clone(),
            (true, true) => lang.pick(caption.short).to_owned(),
            (true, false) => format!("{} ({})", lang.pick(caption.short), lang.text(texts::AS_PUBLISHED)),
        };
        let label = format!("{name}, {}", head.when);
        Some((column, label))
    });
    named.collect()
}
