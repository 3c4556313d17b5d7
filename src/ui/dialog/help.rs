//! The guide: its sections on the left, the one that is read on the right.

use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, Frame, Grid, Label, Panel, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo};
use lucide_icons::Icon;

use crate::engine::DialogAction;
use crate::engine::dialog::Help;
use crate::engine::guide::{Block, Section, Span, Style, guide};
use crate::i18n::{Lang, texts};
use crate::ui::focus::focus_when_opened;
use crate::ui::fonts::semibold;
use crate::ui::theme::{HELP, SPACE, Theme, text_size};
use crate::ui::widgets::{list_of_one, small, strong};

/// The field to search in, the sections that answer, and the text.
pub(crate) fn help_ui(ui: &mut Ui, lang: Lang, help: &Help, height: f32) -> Option<DialogAction> {
    let mut action = None;
    let guide = guide(lang);
    let mut typed = help.typed.clone();
    let name = lang.text(texts::HELP_SEARCH);
    let hint = format!("{} {name}", char::from(Icon::Search));
    let field = ui.add(TextEdit::singleline(&mut typed).hint_text(hint).desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    focus_when_opened(ui, &field);
    let found = guide.search(&typed);
    if typed != help.typed {
        let at = found.first().copied().filter(|_| !typed.trim().is_empty()).unwrap_or(help.at);
        action = Some(DialogAction::ReadHelp(Help { typed: typed.clone(), at }));
    }
    ui.add_space(SPACE[1]);
    let size = egui::vec2(ui.available_width(), height - HELP.field);
    ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        let list = HELP.list.min(size.x * HELP.most_list);
        let panel = Panel::left("help_sections").frame(Frame::NONE).resizable(false).exact_size(list);
        panel.show(ui, |ui| {
            ScrollArea::vertical().id_salt("sections").auto_shrink([false, false]).show(ui, |ui| {
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
                if found.is_empty() {
                    small(ui, texts::help_no_hit(lang, typed.trim()));
                }
                let all = found.iter().map(|&at| (at, title(&guide.sections[at])));
                if let Some(at) = list_of_one(ui, "sections", all, Some(help.at)) {
                    action = Some(DialogAction::ReadHelp(Help { typed: typed.clone(), at }));
                }
            });
        });
        egui::CentralPanel::no_frame().show(ui, |ui| {
            let area = ScrollArea::vertical().id_salt(("section", help.at)).auto_shrink([false, false]);
            area.show(ui, |ui| {
                if let Some(section) = guide.sections.get(help.at) {
                    Frame::NONE
                        .inner_margin(egui::Margin {
                            left: SPACE[2] as i8,
                            right: SPACE[1] as i8,
                            ..Default::default()
                        })
                        .show(ui, |ui| section_ui(ui, section));
                }
            });
        });
    });
    action
}

/// A section in the list: those within a chapter are set in.
fn title(section: &Section) -> String {
    if section.is_chapter { section.title.clone() } else { format!("    {}", section.title) }
}

fn section_ui(ui: &mut Ui, section: &Section) {
    if !section.is_chapter {
        small(ui, &section.chapter);
    }
    ui.label(RichText::new(&section.title).family(semibold()).size(text_size::TITLE));
    ui.add_space(SPACE[1]);
    for (i, block) in section.blocks.iter().enumerate() {
        block_ui(ui, block, i);
        ui.add_space(SPACE[0]);
    }
}

fn block_ui(ui: &mut Ui, block: &Block, i: usize) {
    match block {
        Block::Paragraph(spans) => {
            ui.add(Label::new(job(ui, spans)).wrap().selectable(true));
        }
        Block::Item(sign, spans) => {
            ui.horizontal_top(|ui| {
                ui.add_sized([HELP.sign, 0.0], Label::new(sign));
                ui.add(Label::new(job(ui, spans)).wrap().selectable(true));
            });
        }
        Block::Quote(spans) => {
            let frame = Frame::new().fill(Theme::of(ui).accent_soft).inner_margin(SPACE[1] as i8);
            frame.show(ui, |ui| ui.add(Label::new(job(ui, spans)).wrap().selectable(true)));
        }
        Block::Table(rows) => {
            let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
            let width = (ui.available_width() - SPACE[2] * columns as f32) / columns as f32;
            Grid::new(("table", i)).striped(true).min_col_width(0.0).max_col_width(width).show(ui, |ui| {
                for (row, cells) in rows.iter().enumerate() {
                    for cell in cells {
                        let text = job(ui, cell);
                        let label = if row == 0 { Label::new(strong(text.text)) } else { Label::new(text) };
                        ui.add(label.wrap());
                    }
                    ui.end_row();
                }
            });
        }
        Block::Code(text) => {
            let frame = Frame::new().fill(Theme::of(ui).panel).inner_margin(SPACE[1] as i8);
            frame.show(ui, |ui| ui.add(Label::new(text).wrap().selectable(true)));
        }
    }
}

/// Text in its styles.
fn job(ui: &Ui, spans: &[Span]) -> LayoutJob {
    let theme = Theme::of(ui);
    let mut job = LayoutJob::default();
    for span in spans {
        let family = if span.style == Style::Strong { semibold() } else { egui::FontFamily::Proportional };
        let mut format = TextFormat::simple(FontId::new(text_size::BODY, family), theme.ink);
        if span.style == Style::Code {
            format.background = theme.accent_soft;
        }
        job.append(&span.text, 0.0, format);
    }
    job
}
