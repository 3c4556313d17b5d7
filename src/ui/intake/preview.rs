//! The first rows of a table as in the file: above each column its role, beside each row what became of it.

use std::mem::discriminant;

use egui::{Color32, Label, RichText, ScrollArea, Ui};

use crate::engine::IntakeAction;
use crate::engine::intake::{Answer, Entry, Fate, Meaning, Preview, Role};
use crate::i18n::{Lang, texts};
use crate::ui::theme::{INTAKE, Theme, text_size};
use crate::ui::widgets::{drop_down, heading, small, strong};

/// The grid; changing the role of a column is an answer.
pub(crate) fn preview_ui(ui: &mut Ui, lang: Lang, entry: &Entry, preview: &Preview) -> Option<IntakeAction> {
    heading(ui, lang.text(texts::INTAKE_PREVIEW));
    let hint =
        if entry.table().is_some() { texts::INTAKE_PREVIEW_HINT } else { texts::INTAKE_PREVIEW_UNREAD };
    small(ui, lang.text(hint));
    let mut asked = None;
    ScrollArea::horizontal().id_salt("preview").auto_shrink([false, true]).show(ui, |ui| {
        egui::Grid::new("preview_rows")
            .striped(true)
            .min_col_width(0.0)
            .min_row_height(INTAKE.row)
            .max_col_width(INTAKE.widest)
            .show(ui, |ui| {
                asked = heads_ui(ui, lang, entry, preview);
                for row in &preview.rows {
                    let (ink, fate) = inks(Theme::of(ui), row.fate);
                    cell(ui, &row.number.to_string(), Theme::of(ui).muted);
                    cell(ui, lang.text(row.fate.text()), fate);
                    for (at, text) in row.cells.iter().enumerate() {
                        let is_used = preview.columns.get(at).is_some_and(|c| c.role != Role::Ignored);
                        cell(ui, text, if is_used { ink } else { Theme::of(ui).muted });
                    }
                    ui.end_row();
                }
            });
    });
    if preview.more_columns > 0 {
        small(ui, texts::intake_more_columns(lang, preview.more_columns));
    }
    asked
}

/// The roles of the columns, and below them their names.
fn heads_ui(ui: &mut Ui, lang: Lang, entry: &Entry, preview: &Preview) -> Option<IntakeAction> {
    let roles = [
        Role::Code,
        Role::Name,
        Role::Ambito,
        Role::Province,
        Role::Date,
        Role::Dimension,
        Role::Value(Meaning::default()),
        Role::Ignored,
    ];
    let options = || roles.iter().enumerate().map(|(i, role)| (i, lang.text(role.text()).to_owned()));
    // A column of values has the same role whatever its numbers mean.
    let is_same = |known: &Role, role: &Role| discriminant(known) == discriminant(role);
    let place = |role: &Role| roles.iter().position(|known| is_same(known, role)).unwrap_or_default();
    let mut asked = None;
    ui.label("");
    ui.label("");
    for column in &preview.columns {
        let name = texts::intake_column(lang, &column.name);
        if let Some(picked) = drop_down(ui, &name, options(), place(&column.role), INTAKE.column) {
            asked = Some(IntakeAction::Answer(
                entry.id,
                Answer::Column(column.name.clone(), roles[picked].clone()),
            ));
        }
    }
    ui.end_row();
    small(ui, lang.text(texts::INTAKE_ROW));
    small(ui, lang.text(texts::INTAKE_FATE));
    for column in &preview.columns {
        let ink = if column.role == Role::Ignored { Theme::of(ui).muted } else { Theme::of(ui).ink };
        let text = strong(&column.name).size(text_size::SMALL).color(ink);
        ui.add(Label::new(text).truncate()).on_hover_text(&column.name);
    }
    ui.end_row();
    asked
}

fn cell(ui: &mut Ui, text: &str, ink: Color32) {
    ui.add(Label::new(RichText::new(text).size(text_size::SMALL).color(ink)).truncate());
}

/// The colours of the cells of a row and of its fate.
fn inks(theme: &Theme, fate: Fate) -> (Color32, Color32) {
    match fate {
        Fate::Taken => (theme.ink, theme.fine),
        Fate::Unmatched | Fate::Undated | Fate::Hidden | Fate::Broken => (theme.muted, theme.warning),
        Fate::Above
        | Fate::Blank
        | Fate::Outside
        | Fate::Larger
        | Fate::Footnote
        | Fate::Total
        | Fate::NotKept
        | Fate::NotThere => (theme.muted, theme.muted),
    }
}
