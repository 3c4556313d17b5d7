//! The commands of the window that have a menu entry, a button or a shortcut: text, hint and keys of each are defined
//! only here, so that a tooltip never names the shortcut of something else.

use egui::{InputState, Key, KeyboardShortcut, ModifierNames, Modifiers, Response, Ui};
use lucide_icons::Icon;

use crate::base::Level;
use crate::document::{ElementKind, Spec};
use crate::engine::{
    Action, DialogAction, FigureAction, FormulaAction, Framing, IntakeAction, Leaving, Panels, Preference,
    ProjectAction, Scale, State,
};
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
    Analysis,
    Formula,
    Reports,
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
    ToggleDates,
    ToggleBeside,
    Palette,
    Help,
    Home,
    Settings,
    Larger,
    Smaller,
    UsualSize,
    Compose,
    ExportMap,
    /// Show a level.
    Level(Level),
}

impl Command {
    pub const ALL: [Self; 38] = [
        Self::Palette,
        Self::Help,
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
        Self::Analysis,
        Self::Formula,
        Self::Reports,
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
        Self::ToggleDates,
        Self::ToggleBeside,
        Self::Home,
        Self::Level(Level::Comuni),
        Self::Level(Level::Ambiti),
        Self::Level(Level::Asst),
        Self::Level(Level::Ats),
        Self::Compose,
        Self::ExportMap,
        Self::Settings,
        Self::Larger,
        Self::Smaller,
        Self::UsualSize,
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
            Self::Analysis => texts::ANALYSIS_MENU,
            Self::Formula => texts::FORMULA_MENU,
            Self::Reports => texts::REPORTS_MENU,
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
            Self::ToggleDates => texts::SHOW_DATES,
            Self::ToggleBeside => texts::SIDE_BY_SIDE,
            Self::Palette => texts::COMMANDS_MENU,
            Self::Help => texts::HELP_MENU,
            Self::Home => texts::HOME,
            Self::Settings => texts::SETTINGS_MENU,
            Self::Larger => texts::LARGER,
            Self::Smaller => texts::SMALLER,
            Self::UsualSize => texts::USUAL_SIZE,
            Self::Compose => texts::COMPOSE,
            Self::ExportMap => texts::EXPORT,
            Self::Level(Level::Comuni) => texts::LEVEL_COMUNI,
            Self::Level(Level::Ambiti) => texts::LEVEL_AMBITI,
            Self::Level(Level::Asst) => texts::LEVEL_ASST,
            Self::Level(Level::Ats) => texts::LEVEL_ATS,
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
            Self::ToggleDates => Icon::CirclePlay,
            Self::ToggleBeside => Icon::Columns2,
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
            Self::ToggleDates => const { &[key(Modifiers::NONE, Key::F9)] },
            Self::ToggleBeside => const { &[key(Modifiers::NONE, Key::F10)] },
            Self::Whence => const { &[key(CTRL_SHIFT, Key::F)] },
            Self::Palette => const { &[key(CTRL, Key::K)] },
            Self::Help => const { &[key(Modifiers::NONE, Key::F1)] },
            Self::Home => const { &[key(CTRL, Key::Home)] },
            Self::Settings => const { &[key(CTRL, Key::Comma)] },
            Self::Larger => const { &[key(CTRL, Key::Plus), key(CTRL, Key::Equals)] },
            Self::Smaller => const { &[key(CTRL, Key::Minus)] },
            Self::UsualSize => const { &[key(CTRL, Key::Num0)] },
            Self::Level(Level::Comuni) => const { &[key(CTRL, Key::Num1)] },
            Self::Level(Level::Ambiti) => const { &[key(CTRL, Key::Num2)] },
            Self::Level(Level::Asst) => const { &[key(CTRL, Key::Num3)] },
            Self::Level(Level::Ats) => const { &[key(CTRL, Key::Num4)] },
            Self::Contents
            | Self::Coverage
            | Self::WhatIf
            | Self::Standards
            | Self::Analysis
            | Self::Formula
            | Self::Reports
            | Self::ShowSelected
            | Self::Compose
            | Self::ExportMap => &[],
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
            Self::Analysis => Action::Dialog(DialogAction::Analysis),
            Self::Formula => Action::Formula(FormulaAction::Show),
            Self::Reports => Action::Dialog(DialogAction::Reports),
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
            Self::ToggleDates => Action::SetPanels(Panels { dates: !panels.dates, ..panels }),
            Self::ToggleBeside => Action::SetPanels(Panels { beside: !panels.beside, ..panels }),
            Self::Palette => Action::Dialog(DialogAction::Palette),
            Self::Help => Action::Dialog(DialogAction::Help(None)),
            Self::Home => Action::GoHome,
            Self::Settings => Action::Dialog(DialogAction::Settings),
            Self::Larger => Action::Prefer(Preference::Scale(state.settings.scale.step(true))),
            Self::Smaller => Action::Prefer(Preference::Scale(state.settings.scale.step(false))),
            Self::UsualSize => Action::Prefer(Preference::Scale(Scale::default())),
            Self::Compose => Action::Figure(FigureAction::Compose(ElementKind::Map)),
            Self::ExportMap => Action::ExportAs(ElementKind::Map),
            Self::Level(level) => {
                let map = &state.document.map;
                if level < state.bundle.atlas.known_together(map.indicators()) {
                    return None;
                }
                Action::map(map, |map| map.level = level)
            }
        })
    }

    /// Whether it changes the window and not what is shown: such commands work on every page.
    pub(crate) fn is_of_window(self) -> bool {
        matches!(self, Self::Help | Self::Settings | Self::Larger | Self::Smaller | Self::UsualSize)
    }

    /// Whether it does something to the map, so that a page before it is left first.
    pub(crate) fn is_of_map(self) -> bool {
        let is_of_project = matches!(
            self,
            Self::NewProject | Self::OpenProject | Self::SaveProject | Self::SaveProjectAs | Self::Contents
        );
        !(self.is_of_window() || is_of_project || matches!(self, Self::Undo | Self::Redo))
    }

    pub(crate) fn is_pressed(self, input: &mut InputState) -> bool {
        self.keys().iter().any(|key| input.consume_shortcut(key))
    }

    /// The shortcut as written on keyboards of that language: "Ctrl+Maiusc+I".
    pub(crate) fn key_text(self, ui: &Ui, lang: Lang) -> Option<String> {
        let is_mac = matches!(ui.ctx().os(), egui::os::OperatingSystem::Mac);
        let names = ModifierNames { shift: lang.text(texts::KEY_SHIFT), ..ModifierNames::NAMES };
        let key = self.keys().first()?;
        if is_mac {
            return Some(key.format(&ModifierNames::SYMBOLS, true));
        }
        let name = match key.logical_key {
            Key::Home => lang.text(texts::KEY_HOME),
            Key::Plus => lang.text(texts::KEY_PLUS),
            Key::Minus => lang.text(texts::KEY_MINUS),
            Key::Comma => lang.text(texts::KEY_COMMA),
            Key::Escape => "Esc",
            other => other.name(),
        };
        let held = names.format(&key.modifiers, false);
        Some(if held.is_empty() { name.to_owned() } else { format!("{held}{}{name}", names.concat) })
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
