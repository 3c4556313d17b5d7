//! Below: the territories with their values, with columns of other indicators beside. It is the text alternative of
//! the map, in reading order, and a way to select without a mouse.

use std::sync::Arc;

use egui::{Role, Ui, WidgetInfo};
use lucide_icons::Icon;

use super::ViewResponse;
use super::elsewhere::elsewhere_ui;
use super::table_grid::grid;
use crate::base::Code;
use crate::data::PublishedIndicator;
use crate::document::{TableColumn, TableSpec, TableView};
use crate::engine::{Action, State, figure_error};
use crate::figure::quality::in_words;
use crate::figure::table::{TableModel, head};
use crate::figure::{MapModel, Remark};
use crate::i18n::texts;
use crate::ui::search_list::{Group, Looks, search_list};
use crate::ui::theme::{TABLE, Theme, text_size};
use crate::ui::widgets::{gesture, remark, small};

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
            words(ui, state, model.notes(spec, &state.bundle.atlas));
            let first =
                spec.columns.first().filter(|one| state.bundle.atlas.catalogue.get(&one.indicator).is_some());
            if let Some((one, date)) = first.and_then(|one| Some((one, one.at.date()?))) {
                elsewhere_ui(ui, state, &one.indicator, date);
            }
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
    // In a narrow panel icons keep the controls in one row: a second one would take rows of the table.
    let is_narrow = ui.available_width() < TABLE.words;
    ui.horizontal_wrapped(|ui| {
        let name = lang.text(texts::TABLE_FILTER);
        let field = egui::TextEdit::singleline(&mut view.filter)
            .hint_text(format!("{} {name}", char::from(Icon::Search)))
            .desired_width(TABLE.field.min(ui.available_width() * 0.17));
        let field = ui.add(field);
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
        typed = gesture(ui, &field);
        let TableView { only_selected, heat, bars, summary, trend, .. } = &mut view;
        ui.checkbox(only_selected, lang.text(texts::TABLE_ONLY));
        // One at a time: a bar over a colour would be lost.
        if ui.checkbox(heat, lang.text(texts::TABLE_HEAT)).changed() && *heat {
            *bars = false;
        }
        if ui.checkbox(bars, lang.text(texts::TABLE_BARS)).changed() && *bars {
            (*heat, *trend) = (false, false);
        }
        // They stand where bars do.
        if ui.checkbox(trend, lang.text(texts::TABLE_TREND)).changed() && *trend {
            *bars = false;
        }
        ui.checkbox(summary, lang.text(texts::TABLE_SUMMARY));
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
            let shown = if is_narrow { "" } else { lang.text(text) };
            let button = egui::Button::new(format!("{} {shown}", char::from(icon)).trim_end());
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

/// Where the numbers of an indicator as published come from, and what must be known of them and of single values. In a
/// low panel rows need the room: then it is a line each, in full under the pointer.
fn words(ui: &mut Ui, state: &State, notes: Vec<Remark>) {
    let lang = state.settings.lang;
    let published = state.published();
    let source =
        published.map(|own| format!("{}: {}", lang.text(texts::AS_PUBLISHED), lang.pick(&own.source)));
    let note = published.and_then(|own| own.note.as_ref()).map(|note| lang.pick(note).to_owned());
    if published.is_none() || ui.available_height() >= TABLE.roomy {
        for text in source.into_iter().chain(note) {
            small(ui, text);
        }
        for note in &notes {
            remark(ui, lang, note);
        }
        return;
    }
    let notes = note.into_iter().chain(notes.iter().map(|note| note.text(lang)));
    let notes = notes.collect::<Vec<_>>().join(" ");
    for text in source.into_iter().chain(Some(notes).filter(|notes| !notes.is_empty())) {
        let line = egui::RichText::new(text.as_str()).size(text_size::SMALL).color(Theme::of(ui).muted);
        ui.add(egui::Label::new(line).truncate()).on_hover_text(text);
    }
}

/// The complete published tables, if an indicator as published is shown; then every indicator with values for the
/// rows, at each of its dates, latest first.
fn add_column(ui: &mut Ui, state: &State, spec: &TableSpec) -> Option<Action> {
    let lang = state.settings.lang;
    let name = lang.text(texts::TABLE_ADD);
    let shown = lang.text(texts::TABLE_ADD_SHORT);
    let looks = Looks { name, shown, width: TABLE.list, menu: [TABLE.menu, TABLE.list_height] };
    let picked = search_list(ui, lang, &looks, None, || {
        let tables = published_tables(state).into_iter();
        let tables = tables.map(|table| (Added::Table(table.clone()), texts::table_whole(lang, &table)));
        let whole = Group { heading: String::new(), options: tables.collect() };
        std::iter::once(whole).chain(offered(state, spec)).collect()
    });
    picked.map(|picked| match picked {
        Added::Table(table) => Action::ShowPublishedTable(table),
        Added::Column(column) => {
            let mut more = spec.clone();
            more.columns.push(column);
            Action::SetView(Box::new(more.into()))
        }
    })
}

/// What can be added to the table.
#[derive(PartialEq)]
enum Added {
    /// A published table as a whole.
    Table(String),
    Column(TableColumn),
}

/// Names of the published tables that contain the current indicator as published.
fn published_tables(state: &State) -> Vec<String> {
    let Some(published) = state.published() else { return Vec::new() };
    let tables = state.bundle.atlas.published_tables().into_iter();
    let with = tables.filter(|table| table.columns.iter().any(|(id, _)| *id == published.id));
    with.map(|table| table.name).collect()
}

/// The columns that can be added, with their labels, under the themes of their indicators.
fn offered(state: &State, spec: &TableSpec) -> impl Iterator<Item = Group<Added>> {
    let (lang, atlas) = (state.settings.lang, &state.bundle.atlas);
    let is_published = state.document.published.is_some();
    let computed = move |theme: &str| {
        let of_theme = atlas.catalogue.indicators().iter().filter(|own| own.theme == theme && !is_published);
        of_theme.map(|indicator| indicator.id.as_str()).collect::<Vec<_>>()
    };
    // Beside computed columns, those from tables with a value for one of the rows.
    let has_row = move |published: &&PublishedIndicator| {
        let values = atlas.published_values(&published.id).unwrap_or_default();
        is_published
            || values.iter().any(|row| row.area.kind.level() == Some(spec.level) && row.area.unit.is_some())
    };
    let group = move |heading: String, ids: Vec<&str>| {
        let columns = ids.into_iter().flat_map(|id| {
            let references = atlas.references(id).unwrap_or_default().into_iter().rev();
            references.map(move |at| TableColumn::value(id, at))
        });
        let named = columns.filter(|column| !spec.columns.contains(column)).filter_map(|column| {
            let head = head(lang, &column, atlas)?;
            let caption = atlas.caption(&column.indicator).ok()?;
            // Published tables have long names, and their heading says that they are as published.
            let name = if caption.as_published { lang.pick(caption.short) } else { &head.name };
            let quality = atlas.catalogue.get(&column.indicator).zip(column.at.date());
            let quality = quality.map(|(own, date)| atlas.quality_said(own, date)).unwrap_or_default();
            let label = in_words(lang, format!("{name}, {}", head.when), quality);
            Some((Added::Column(column), label))
        });
        Group { heading, options: named.collect() }
    };
    let themes = atlas.catalogue.themes().iter();
    let computed = themes.map(move |theme| group(lang.pick(&theme.name).to_owned(), computed(&theme.id)));
    let published =
        atlas.published_indicators().iter().filter(has_row).map(|published| published.id.as_str()).collect();
    computed.chain(std::iter::once(group(lang.text(texts::AS_PUBLISHED).to_owned(), published)))
}
