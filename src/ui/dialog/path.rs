//! The field for the path of a file, where the system shows no dialog for it.

use egui::{Key, Role, TextEdit, Ui, WidgetInfo};

use crate::engine::DialogAction;
use crate::engine::Pick;
use crate::engine::dialog::TypedPath;
use crate::i18n::{Lang, texts};
use crate::ui::focus::focus_when_opened;
use crate::ui::theme::{SPACE, Theme};
use crate::ui::widgets::small;

/// Why the window asks, the field, and its button.
pub(crate) fn path_ui(ui: &mut Ui, lang: Lang, asked: &TypedPath) -> Vec<DialogAction> {
    small(ui, lang.text(texts::PATH_WHY));
    ui.add_space(SPACE[1]);
    let mut typed = asked.typed.clone();
    let name = lang.text(texts::PATH_FIELD);
    let field = ui.add(TextEdit::singleline(&mut typed).hint_text(name).desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    focus_when_opened(ui, &field);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered {
        // A path that is refused is typed on.
        field.request_focus();
    }
    if let Some(refusal) = &asked.refusal {
        ui.colored_label(Theme::of(ui).error, refusal);
    }
    ui.add_space(SPACE[1]);
    let button = match asked.question.pick() {
        Pick::Save(..) => texts::PATH_SAVE,
        Pick::Open(_) | Pick::OpenMany(_) => texts::PATH_OPEN,
        Pick::Folder => texts::PATH_FOLDER,
    };
    let is_taken = ui.button(lang.text(button)).clicked() || entered;
    // What was typed in the same frame belongs to it.
    let typed = (typed != asked.typed).then_some(DialogAction::TypePath(typed));
    typed.into_iter().chain(is_taken.then_some(DialogAction::TakePath)).collect()
}
