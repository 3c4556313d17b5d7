//! The commands of the window that have a menu entry, a button or a shortcut: text, hint and keys of each are defined
//! only here, so that a tooltip never names the shortcut of something else.

use egui::{InputState, Key, KeyboardShortcut, ModifierNames, Modifiers, Response, Ui};
use lucide_icons::Icon;

use crate::engine::{Action, DialogAction, Framing, IntakeAction, Leaving, Panels, ProjectAction, State};
use crate::i18n::{Lang, Text, texts};

use super::widgets::icon_button;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    NewProject,
    OpenProject,
    SaveProject,
    SaveProjectAs,
    Import,
    Contents,
    Coverage,
    Whence,
    WhatIf,
    Standards,
    Undo,
    Redo,
    Search,
    InvertSelection,
    ClearSelection,
    ShowAll,
    ShowSelected,
    ToggleIndicators,
    ToggleLegend,
    ToggleViews,
}

impl Command {
    pub const ALL: [Self; 20] = [
        Self::NewProject,
        Self::OpenProject,
        Self::SaveProject,
        Self::SaveProjectAs,
        Self::Import,
        Self::Contents,
        Self::Coverage,
        Self::Whence,
        Self::WhatIf,
        Self::Standards,
        Self::Undo,
        Self::Redo,
        Self::Search,
        Self::InvertSelection,
        Self::ClearSelection,
        Self::ShowAll,
        Self::ShowSelected,
        Self::ToggleIndicators,
        Self::ToggleLegend,
        Self::ToggleViews,
    ];

    pub fn text(self) -> Text {
        match self {
            Self::NewProject => texts::PROJECT_NEW,
            Self::OpenProject => texts::PROJECT_OPEN,
            Self::SaveProject => texts::PROJECT_SAVE,
            Self::SaveProjectAs => texts::PROJECT_SAVE_AS,
            Self::Import => texts::INTAKE_MENU,
            Self::Contents => texts::PROJECT_CONTENTS,
            Self::Coverage => texts::REACH_MENU,
            Self::Whence => texts::WHENCE_MENU,
            Self::WhatIf => texts::WHAT_IF_MENU,
            Self::Standards => texts::STANDARD_MENU,
            Self::Undo => texts::UNDO,
            Self::Redo => texts::REDO,
            Self::Search => texts::SEARCH_COMMAND,
            Self::InvertSelection => texts::INVERT_SELECTION,
            Self::ClearSelection => texts::CLEAR_SELECTION,
            Self::ShowAll => texts::SHOW_ALL,
            Self::ShowSelected => texts::SHOW_SELECTED,
            Self::ToggleIndicators => texts::SHOW_INDICATORS,
            Self::ToggleLegend => texts::SHOW_LEGEND,
            Self::ToggleViews => texts::SHOW_LIST,
        }
    }

    fn icon(self) -> Option<Icon> {
        Some(match self {
            Self::Import => Icon::FileInput,
            Self::Undo => Icon::Undo2,
            Self::Redo => Icon::Redo2,
            Self::ShowAll => Icon::Maximize,
            Self::ShowSelected => Icon::Focus,
            Self::ToggleIndicators => Icon::PanelLeft,
            Self::ToggleLegend => Icon::PanelRight,
            Self::ToggleViews => Icon::PanelBottom,
            _ => return None,
        })
    }

    /// The shortcuts; the first one is displayed.
    fn keys(self) -> &'static [KeyboardShortcut] {
        const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(modifiers, key)
        }
        match self {
            Self::NewProject => const { &[key(CTRL, Key::N)] },
            Self::OpenProject => const { &[key(CTRL, Key::O)] },
            Self::SaveProject => const { &[key(CTRL, Key::S)] },
            Self::SaveProjectAs => const { &[key(CTRL_SHIFT, Key::S)] },
            Self::Import => const { &[key(CTRL_SHIFT, Key::I)] },
            Self::Undo => const { &[key(CTRL, Key::Z)] },
            Self::Redo => const { &[key(CTRL, Key::Y), key(CTRL_SHIFT, Key::Z)] },
            Self::Search => const { &[key(CTRL, Key::F)] },
            Self::InvertSelection => const { &[key(CTRL, Key::I)] },
            Self::ClearSelection => const { &[key(Modifiers::NONE, Key::Escape)] },
            Self::ShowAll => const { &[key(Modifiers::NONE, Key::Home)] },
            Self::ToggleIndicators => const { &[key(Modifiers::NONE, Key::F6)] },
            Self::ToggleLegend => const { &[key(Modifiers::NONE, Key::F7)] },
            Self::ToggleViews => const { &[key(Modifiers::NONE, Key::F8)] },
            Self::Whence => const { &[key(CTRL_SHIFT, Key::F)] },
            Self::Contents | Self::Coverage | Self::WhatIf | Self::Standards | Self::ShowSelected => &[],
        }
    }

    /// The action for the engine; `None` for commands of the window alone.
    pub fn action(self, state: &State) -> Option<Action> {
        let panels = state.settings.panels;
        Some(match self {
            Self::NewProject => Action::Project(ProjectAction::Leave(Leaving::New)),
            Self::OpenProject => Action::Project(ProjectAction::AskOpen),
            Self::SaveProject => Action::Project(ProjectAction::Save),
            Self::SaveProjectAs => Action::Project(ProjectAction::SaveAs),
            Self::Import => Action::Intake(IntakeAction::Open),
            Self::Contents => Action::Project(ProjectAction::ShowContents(true)),
            Self::Coverage => Action::Dialog(DialogAction::Reach),
            Self::Whence => Action::Dialog(DialogAction::Whence),
            Self::WhatIf => Action::Dialog(DialogAction::WhatIf(None)),
            Self::Standards => Action::Dialog(DialogAction::Standard),
            Self::Undo => Action::Undo,
            Self::Redo => Action::Redo,
            Self::Search => return None,
            Self::InvertSelection => Action::InvertSelected,
            Self::ClearSelection => Action::Choose(Vec::new()),
            Self::ShowAll => Action::Frame(Framing::All),
            Self::ShowSelected => Action::Frame(Framing::Selected),
            Self::ToggleIndicators => Action::SetPanels(Panels { indicators: !panels.indicators, ..panels }),
            Self::ToggleLegend => Action::SetPanels(Panels { legend: !panels.legend, ..panels }),
            Self::ToggleViews => Action::SetPanels(Panels { list: !panels.list, ..panels }),
        })
    }

    pub(crate) fn is_pressed(self, input: &mut InputState) -> bool {
        self.keys().iter().any(|key| input.consume_shortcut(key))
    }

    /// The shortcut as written on keyboards of that language: "Ctrl+Maiusc+I".
    pub(crate) fn key_text(self, ui: &Ui, lang: Lang) -> Option<String> {
        let is_mac = matches!(ui.ctx().os(), egui::os::OperatingSystem::Mac);
        let names = ModifierNames { shift: lang.text(texts::KEY_SHIFT), ..ModifierNames::NAMES };
        let key = self.keys().first()?;
        let name = match key.logical_key {
            Key::Home => lang.text(texts::KEY_HOME).to_owned(),
            Key::Escape => "Esc".to_owned(),
            _ if is_mac => return Some(key.format(&ModifierNames::SYMBOLS, true)),
            _ => return Some(key.format(&names, false)),
        };
        Some(name)
    }

    /// A sentence about the command, followed by its shortcut.
    pub(crate) fn hint(self, ui: &Ui, lang: Lang, sentence: &str) -> String {
        self.key_text(ui, lang).map_or_else(|| sentence.to_owned(), |key| format!("{sentence} ({key})"))
    }

    /// Name and shortcut for a tooltip: "Annulla (Ctrl+Z)".
    pub fn label(self, ui: &Ui, lang: Lang) -> String {
        self.hint(ui, lang, lang.text(self.text()))
    }

    /// An icon button with name and shortcut as the tooltip.
    pub fn button(self, ui: &mut Ui, lang: Lang, enabled: bool, active: bool) -> Option<Response> {
        let label = self.label(ui, lang);
        self.icon().map(|icon| icon_button(ui, icon, &label, enabled, active))
    }

    /// The same for a command of the engine; returns the action when clicked.
    pub(crate) fn button_action(
        self,
        ui: &mut Ui,
        state: &State,
        enabled: bool,
        active: bool,
    ) -> Option<Action> {
        let response = self.button(ui, state.settings.lang, enabled, active)?;
        if response.clicked() { self.action(state) } else { None }
    }
}
