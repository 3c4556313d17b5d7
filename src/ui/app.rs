//! The window: lays out the panels, sends their requests to the engine and carries out its effects.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{CentralPanel, Frame, Key, Modifiers, Panel, Ui, ViewportCommand};

use crate::base::Level;
use crate::engine::background::{Broken, Report, Task, spawn};
use crate::engine::home::Sentences;
use crate::engine::{
    Action, Appearance, Effect, FigureAction, Framing, IntakeAction, Keeper, Leaving, ManualEntryAction,
    ProjectAction, Scale, Settings, State, opened, update,
};
use crate::figure::registry::name as view_name;
use crate::figure::{Basemap, FigureError};
use crate::i18n::texts;
use crate::io::Bundle;
use crate::ui::commands::Command;

use super::canvas::geometry::MapGeometry;
use super::canvas::{Highlighted, MapCanvas, Shown};
use super::cards::Cards;
use super::composer::{ComposerMemory, composer_ui};
use super::dialog::dialog_ui;
use super::focus::FocusRing;
use super::intake::{IntakeMemory, intake_ui};
use super::jobs::{FileDialog, Jobs, waker};
use super::manual_entry::{ManualEntryMemory, manual_entry_ui};
use super::notices::{NoticeMemory, notice_ui};
use super::panels::{
    ChoiceMemory, IndicatorsMemory, PlayerMemory, TopMemory, card_ui, choice_ui, home_ui, indicators_ui,
    legend_ui, player_ui, published_bar_ui, tabs_ui, top_ui, view_buttons,
};
use super::project::{is_over, over_ui, pressed, title};
use super::theme::{
    self, LEFT_WIDTH, LIST_HEIGHT, LIST_MAX_HEIGHT, LIST_MIN_HEIGHT, LIST_NARROW, LIST_SHARE, LIST_TALL,
    LIST_USUAL, NARROW, NARROW_WITH_VIEW, PANEL_MAX_WIDTH, PANEL_MIN_WIDTH, RIGHT_WIDTH, SPACE, Theme,
};
use super::two_maps::{TwoMapsMemory, two_maps_ui};
use super::views::PanelSet;
use super::widgets::gap;

/// How soon changed settings are saved: a stop from outside must not lose them.
pub(crate) const SAVE_SETTINGS: Duration = Duration::from_secs(3);

/// A task that prepares shapes.
type Shaping = Task<Result<MapGeometry, Broken>>;

pub struct App {
    state: State,
    canvas: MapCanvas,
    /// The base map of the canvas.
    basemap: Arc<Basemap>,
    /// The shapes being prepared, with their base map.
    shaping: Option<(Arc<Basemap>, Shaping)>,
    /// Shapes that could not be prepared, and why.
    unshaped: Option<(Arc<Basemap>, Broken)>,
    indicators: IndicatorsMemory,
    choice: ChoiceMemory,
    cards: Cards,
    panels: PanelSet,
    player: PlayerMemory,
    two_maps: TwoMapsMemory,
    top: TopMemory,
    highlighted: Option<Highlighted>,
    composer: ComposerMemory,
    intake: IntakeMemory,
    manual_entry: ManualEntryMemory,
    jobs: Jobs,
    /// How the window was last made to look.
    looks: Option<Looks>,
    notices: NoticeMemory,
    home: Sentences,
    ring: FocusRing,
    /// Which panel at the side is open where there is room for one.
    side: Side,
    is_narrow: bool,
    /// Keeps unsaved work; `None` in tests that need no folder for it.
    keeper: Option<Keeper>,
    /// The settings as they were last saved.
    saved: Settings,
    /// The current title of the window.
    title: String,
    /// The user has been asked, or need not be, and the window closes.
    quits: bool,
}

/// What the settings say of the looks of the window.
#[derive(Clone, Copy, PartialEq)]
struct Looks {
    appearance: Appearance,
    high_contrast: bool,
    animations: bool,
    scale: Scale,
}

impl Looks {
    fn of(settings: &Settings) -> Self {
        let Settings { appearance, high_contrast, animations, scale, .. } = *settings;
        Self { appearance, high_contrast, animations, scale }
    }
}

/// A panel beside the map.
#[derive(Clone, Copy, Default, PartialEq)]
enum Side {
    Indicators,
    #[default]
    Legend,
}

fn canvas_of(basemap: &Basemap) -> MapCanvas {
    MapCanvas::new(Arc::new(geometry_of(basemap)))
}

fn geometry_of(basemap: &Basemap) -> MapGeometry {
    MapGeometry::new(basemap.areas(), basemap.topology(), basemap.backdrop())
}

/// Prepares the shapes off the window's thread, because those of all of Italy take longer than a frame.
fn spawn_shaping(basemap: Arc<Basemap>, ctx: &egui::Context) -> Shaping {
    spawn("shapes", move |_| Ok(geometry_of(&basemap)), Err, waker(ctx))
}

impl App {
    /// Opens on the first indicator. [`theme::install`] must have been called.
    ///
    /// # Errors
    /// When the bundle has no indicator with values.
    pub fn new(bundle: Arc<Bundle>, settings: Settings, dialog: FileDialog) -> Result<Self, FigureError> {
        let basemap = Arc::clone(&bundle.basemap);
        let saved = settings.clone();
        let state = State::new(bundle, settings)?;
        let mut canvas = canvas_of(&basemap);
        if state.shows_home {
            canvas.frame(Framing::Selected);
        }
        Ok(Self {
            saved,
            state,
            canvas,
            basemap,
            shaping: None,
            unshaped: None,
            indicators: IndicatorsMemory::default(),
            choice: ChoiceMemory::default(),
            cards: Cards::default(),
            panels: PanelSet::default(),
            player: PlayerMemory::default(),
            two_maps: TwoMapsMemory::default(),
            top: TopMemory::default(),
            highlighted: None,
            composer: ComposerMemory::default(),
            intake: IntakeMemory::default(),
            manual_entry: ManualEntryMemory::default(),
            jobs: Jobs::new(dialog),
            looks: None,
            notices: NoticeMemory::default(),
            home: Sentences::default(),
            ring: FocusRing::default(),
            side: Side::default(),
            is_narrow: false,
            keeper: None,
            title: String::new(),
            quits: false,
        })
    }

    /// The same work in a new window: what belongs to the old one, such as textures, is made anew.
    #[must_use]
    pub fn in_new_window(self) -> Self {
        let basemap = Arc::clone(&self.state.bundle.basemap);
        Self {
            canvas: canvas_of(&basemap),
            basemap,
            shaping: None,
            unshaped: None,
            indicators: IndicatorsMemory::default(),
            choice: ChoiceMemory::default(),
            cards: Cards::default(),
            panels: PanelSet::default(),
            player: PlayerMemory::default(),
            two_maps: TwoMapsMemory::default(),
            top: TopMemory::default(),
            highlighted: None,
            composer: ComposerMemory::default(),
            intake: IntakeMemory::default(),
            manual_entry: ManualEntryMemory::default(),
            looks: None,
            notices: NoticeMemory::default(),
            home: Sentences::default(),
            ring: FocusRing::default(),
            side: Side::default(),
            is_narrow: false,
            title: String::new(),
            ..self
        }
    }

    /// Whether the user has closed the window.
    pub(crate) fn has_quit(&self) -> bool {
        self.quits
    }

    /// The window is gone: unsaved work is kept.
    pub(crate) fn end(&mut self) {
        if let Some(keeper) = &mut self.keeper {
            keeper.end(&self.state, self.quits);
        }
    }

    /// The same window, keeping unsaved work in this folder. Unless it opens a project, it also recovers earlier work
    /// from there.
    #[must_use]
    pub(crate) fn keeping(mut self, folder: PathBuf, ctx: &egui::Context) -> Self {
        let keeper = Keeper::new(folder);
        self.jobs.wait_for(keeper.find(&self.state, waker(ctx)));
        self.keeper = Some(keeper);
        self
    }

    /// The state, for tests.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Switches to other shapes when a project brings its own; returns whether they are ready to draw.
    fn follow_boundaries(&mut self, ctx: &egui::Context) -> bool {
        let basemap = &self.state.bundle.basemap;
        if Arc::ptr_eq(&self.basemap, basemap) {
            return true;
        }
        if self.unshaped.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, basemap)) {
            return false;
        }
        match &self.shaping {
            Some((of, shaping)) if Arc::ptr_eq(of, basemap) => {
                let Some(Report::Ended(shaped)) = shaping.poll() else { return false };
                self.shaping = None;
                match shaped {
                    Ok(geometry) => {
                        self.basemap = Arc::clone(basemap);
                        self.canvas = MapCanvas::new(Arc::new(geometry));
                        return true;
                    }
                    Err(why) => self.unshaped = Some((Arc::clone(basemap), why)),
                }
            }
            _ => {
                self.unshaped = None;
                self.shaping = Some((Arc::clone(basemap), spawn_shaping(Arc::clone(basemap), ctx)));
            }
        }
        false
    }

    /// In place of the map: that its shapes are being prepared, or why they could not be, with a button to try again.
    fn unshaped_ui(&mut self, ui: &mut Ui) {
        let lang = self.state.settings.lang;
        CentralPanel::default_margins().show(ui, |ui| match &self.unshaped {
            None => {
                ui.centered_and_justified(|ui| ui.label(lang.text(texts::BOUNDARIES_DRAWN)));
            }
            Some((_, why)) => {
                let text = texts::boundaries_not_drawn(lang, why.cause(lang));
                ui.colored_label(Theme::of(ui).error, text);
                if ui.button(lang.text(texts::RETRY)).clicked() {
                    self.unshaped = None;
                    ui.ctx().request_repaint();
                }
            }
        });
    }

    /// Draws everything and performs the requested actions.
    pub fn show(&mut self, ui: &mut Ui) {
        for action in self.jobs.poll() {
            self.perform(action, ui.ctx());
        }
        let is_shaped = self.follow_boundaries(ui.ctx());
        self.keep_work(ui.ctx());
        self.apply_appearance(ui.ctx());
        let has_view = self.state.settings.panels.list;
        let narrow = if has_view { NARROW_WITH_VIEW } else { NARROW };
        self.is_narrow = ui.available_width() < narrow;
        let mut actions: Vec<Action> = shortcuts(ui, &self.state);
        actions.extend(dropped(ui));
        actions.extend(self.closing(ui.ctx()));
        actions.extend(over_ui(ui, &self.state));
        actions.extend(dialog_ui(ui, &self.state));
        let theme = Theme::of(ui);
        let panel = Frame::new().fill(theme.panel).inner_margin(SPACE[2] as i8);
        let bar = Frame::new().fill(theme.panel).inner_margin(egui::Margin::symmetric(SPACE[2] as i8, 6));

        let (state, canvas) = (&self.state, &mut self.canvas);
        let composing = state.document.composing.is_some();
        let is_page = composing || state.intake.is_some() || state.manual_entry.is_some();
        if !is_page {
            Panel::top("top").frame(bar).show(ui, |ui| {
                actions.extend(top_ui(ui, state, &mut self.top));
            });
        }
        // Over what follows, below the bar.
        actions.extend(notice_ui(ui, state, &mut self.notices, ui.available_rect_before_wrap().top()));
        if is_page {
            actions.extend(match (&state.manual_entry, &state.intake) {
                (Some(manual_entry), _) => manual_entry_ui(ui, state, manual_entry, &mut self.manual_entry),
                (None, Some(intake)) => intake_ui(ui, state, intake, &mut self.intake),
                (None, None) => composer_ui(ui, state, &mut self.composer),
            });
            self.ring.ui(ui);
            for action in actions {
                self.perform(action, ui.ctx());
            }
            return;
        }
        if !is_shaped {
            self.unshaped_ui(ui);
            for action in actions {
                self.perform(action, ui.ctx());
            }
            return;
        }
        if state.document.published.is_some() {
            Panel::top("published").frame(bar).show(ui, |ui| actions.extend(published_bar_ui(ui, state)));
        }
        // In a narrow window there is room for one panel beside the map.
        let open = state.settings.panels;
        let (wide, side) = (!self.is_narrow, self.side);
        let is_roomy = ui.available_width() >= NARROW;
        let is_open = |panel: Side, is_open: bool, other: bool| is_open && (wide || side == panel || !other);
        if is_open(Side::Indicators, open.indicators, open.legend) {
            Panel::left("indicators")
                .frame(panel)
                .default_size(if is_roomy { LEFT_WIDTH } else { PANEL_MIN_WIDTH })
                .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
                .show(ui, |ui| actions.extend(indicators_ui(ui, state, &mut self.indicators)));
        }
        let mut highlighted = None;
        if is_open(Side::Legend, open.legend, open.indicators) {
            let cards = self.cards.of(state, canvas.hovered());
            let home = &mut self.home;
            Panel::right("legend")
                .frame(panel)
                .default_size(if is_roomy { RIGHT_WIDTH } else { PANEL_MIN_WIDTH })
                .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
                .show(ui, |ui| {
                    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                        actions.extend(home_ui(ui, state, home));
                        for card in cards {
                            actions.extend(card_ui(ui, state, card));
                            gap(ui);
                            ui.separator();
                        }
                        let legend = legend_ui(ui, state);
                        actions.extend(legend.action);
                        highlighted = legend.highlighted;
                        gap(ui);
                        ui.separator();
                        actions.extend(choice_ui(ui, state, &mut self.choice));
                    });
                });
        }
        let mut pointed = None;
        if open.list {
            // The map keeps the greater part of the height.
            let most = (ui.available_height() * LIST_SHARE).clamp(LIST_MIN_HEIGHT, LIST_MAX_HEIGHT);
            // Controls take more rows where the panel is narrow.
            let is_tall = ui.available_width() < LIST_NARROW;
            let usual = if is_tall { LIST_TALL } else { LIST_HEIGHT };
            let usual = usual.max(ui.available_height() * LIST_USUAL);
            // Each has a height of its own: that of a large screen would be too little on a small one.
            Panel::bottom(if is_tall { "tall_list" } else { "list" })
                .frame(panel)
                .resizable(true)
                .default_size(usual.min(most))
                .size_range(LIST_MIN_HEIGHT..=most)
                .show(ui, |ui| {
                    let lang = state.settings.lang;
                    let kinds = self.panels.kinds();
                    let tabs: Vec<_> =
                        kinds.map(|kind| (kind, lang.text(view_name(kind)).to_owned())).collect();
                    let tab = state.settings.tab;
                    // Wrapped, because a row that is too long would widen the panel beyond what is visible.
                    ui.horizontal_wrapped(|ui| {
                        actions.extend(tabs_ui(ui, lang, &tabs, tab).map(Action::SetTab));
                        ui.separator();
                        actions.extend(view_buttons(ui, state, tab));
                    });
                    let hovered = canvas.hovered();
                    let view = self.panels.show(tab, ui, state, hovered);
                    actions.extend(view.action);
                    pointed = view.pointed;
                    // A view with little to say must not shrink the panel under those that follow.
                    ui.take_available_space();
                });
        }
        if open.dates && self.player.is_needed(state) {
            Panel::bottom("dates").frame(bar).show(ui, |ui| {
                actions.extend(player_ui(ui, state, &mut self.player));
            });
        }
        let hovered = canvas.hovered();
        // Beside two maps there is a gap that neither of them paints.
        CentralPanel::default().frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
            let highlighted = self.highlighted;
            actions.extend(match open.beside {
                true => two_maps_ui(ui, state, canvas, &mut self.two_maps, highlighted, pointed),
                false => canvas.ui(ui, &Shown::of(state), highlighted, pointed),
            });
        });
        self.ring.ui(ui);
        // The panels around the map were drawn before it.
        if highlighted != self.highlighted || canvas.hovered() != hovered {
            self.highlighted = highlighted;
            ui.ctx().request_repaint();
        }
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        // What was before an action is not painted: its result is laid out at once instead of in the next frame. A gesture goes
        // on from frame to frame, and each would be laid out twice.
        if actions.iter().any(|action| !matches!(action, Action::InGesture(..))) {
            ui.ctx().request_discard("an action changes what is shown");
        }
        for action in actions {
            self.perform(action, ui.ctx());
        }
    }

    /// Sends an action to the engine and carries out its effects.
    pub fn perform(&mut self, action: Action, ctx: &egui::Context) {
        let seen = self.canvas.seen(&self.state);
        if seen != self.state.seen {
            update(&mut self.state, Action::See(seen));
        }
        let Some(action) = self.beside_the_map(action) else {
            return ctx.request_repaint();
        };
        let framed = self.state.document.map.frame.clone();
        let effects = update(&mut self.state, action);
        // Undo, or another project, brings its own framing.
        let is_asked = effects.iter().any(|effect| matches!(effect, Effect::Frame(_)));
        if !is_asked && self.state.document.map.frame != framed {
            self.canvas.show(&self.state.document.map.frame);
        }
        for effect in effects {
            match effect {
                Effect::OpenOutside(opening) => self.jobs.open_outside(opening, &self.state, ctx),
                Effect::Frame(framing) => self.canvas.frame(framing),
                Effect::Quit => {
                    self.quits = true;
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
                Effect::Ask(question) => self.jobs.ask(question, &self.state, ctx),
                Effect::Find(asked) => self.jobs.find(*asked, &self.state, ctx),
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::Export(request) => self.jobs.export(*request, &self.state, ctx),
                Effect::Batch(request) => self.jobs.batch(*request, &self.state, ctx),
                Effect::Reports(job) => self.jobs.reports(*job, &self.state, ctx),
                Effect::CancelReports => self.jobs.cancel_reports(),
                Effect::Analyse(job) => self.jobs.analyse(*job, &self.state, ctx),
                Effect::CancelAnalysis => self.jobs.cancel_analysis(),
                Effect::ReportPages(job) => self.jobs.report_pages(*job, &self.state, ctx),
                Effect::CancelMany => self.jobs.cancel(),
                Effect::File(job) => self.jobs.file(job, &self.state, ctx),
            }
        }
        ctx.request_repaint();
    }

    /// Where there is room for one panel beside the map, asking for the other one changes which it is.
    fn beside_the_map(&mut self, action: Action) -> Option<Action> {
        let Action::SetPanels(asked) = action else { return Some(action) };
        let now = self.state.settings.panels;
        let both_before = now.indicators && now.legend;
        let hidden = if self.side == Side::Legend { Side::Indicators } else { Side::Legend };
        let touched = match () {
            () if asked.indicators != now.indicators => Side::Indicators,
            () if asked.legend != now.legend => Side::Legend,
            () => return Some(action),
        };
        if self.is_narrow && both_before && touched == hidden {
            self.side = touched;
            return None;
        }
        self.side = if both_before && touched == self.side { hidden } else { touched };
        Some(action)
    }

    /// The settings, as they are saved now.
    pub(crate) fn settings_to_save(&mut self) -> &Settings {
        self.saved.clone_from(&self.state.settings);
        &self.saved
    }

    /// Keeps unsaved work, and updates the title of the window.
    fn keep_work(&mut self, ctx: &egui::Context) {
        let title = title(&self.state);
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        let Some(keeper) = &mut self.keeper else { return };
        if self.state.settings != self.saved {
            // They are only saved in a frame, and nothing else may ask for one.
            ctx.request_repaint_after(SAVE_SETTINGS);
        }
        let (message, again) = keeper.tick(&self.state);
        if let Some(again) = again {
            ctx.request_repaint_after(again);
        }
        if let Some(message) = message {
            self.perform(message, ctx);
        }
    }

    /// On closing the window: the user is asked first if something would be lost.
    fn closing(&self, ctx: &egui::Context) -> Option<Action> {
        if self.quits || !ctx.input(|input| input.viewport().close_requested()) {
            return None;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        Some(Action::Project(ProjectAction::Leave(Leaving::Quit)))
    }

    fn apply_appearance(&mut self, ctx: &egui::Context) {
        let asked = Looks::of(&self.state.settings);
        if self.looks != Some(asked) {
            self.looks = Some(asked);
            ctx.set_theme(match asked.appearance {
                Appearance::System => egui::ThemePreference::System,
                Appearance::Light => egui::ThemePreference::Light,
                Appearance::Dark => egui::ThemePreference::Dark,
            });
            theme::adapt(ctx, asked.high_contrast, asked.animations);
            ctx.set_zoom_factor(asked.scale.factor());
        }
    }
}

fn shortcuts(ui: &Ui, state: &State) -> Vec<Action> {
    let typing = ui.ctx().egui_wants_keyboard_input();
    // The key closes a field or a list first.
    let busy = typing || egui::Popup::is_any_open(ui.ctx()) || is_over(state);
    // Dialogs above the window take the keys.
    let asked = if is_over(state) { None } else { pressed(ui, state) };
    ui.input_mut(|input| {
        let mut actions: Vec<Action> = asked.into_iter().collect();
        // The guide and the size of the interface are there on every page.
        let of_window = Command::ALL.into_iter().filter(|command| command.is_of_window());
        let of_window = of_window.filter(|command| !is_over(state) || *command != Command::Settings);
        actions.extend(of_window.filter(|command| command.is_pressed(input)).filter_map(|c| c.action(state)));
        let is_free = !busy && state.project.leaving.is_none();
        // On these pages keys do not act on the map behind, and no key discards answers or figures.
        if let Some(manual_entry) = &state.manual_entry {
            if Command::Undo.is_pressed(input) {
                actions.push(Action::ManualEntry(ManualEntryAction::Undo));
            }
            if is_free && !manual_entry.is_touched() && input.consume_key(Modifiers::NONE, Key::Escape) {
                actions.push(Action::ManualEntry(ManualEntryAction::Cancel));
            }
            return actions;
        }
        if let Some(intake) = &state.intake {
            if is_free && !intake.is_touched() && input.consume_key(Modifiers::NONE, Key::Escape) {
                actions.push(Action::Intake(IntakeAction::Cancel));
            }
            return actions;
        }
        // Nothing changes behind a question.
        if is_over(state) {
            return actions;
        }
        let mut pressed = |commands: &[Command]| {
            let hit = commands.iter().filter(|command| command.is_pressed(input));
            actions.extend(hit.filter_map(|command| command.action(state)));
        };
        pressed(&[Command::Palette]);
        // The shortcut with Shift first: the other one would match it too.
        pressed(&[Command::Redo, Command::Undo]);
        if state.document.composing.is_some() {
            if !busy && input.consume_key(Modifiers::NONE, Key::Escape) {
                actions.push(Action::Figure(FigureAction::Close));
            }
            return actions;
        }
        pressed(&[
            Command::ToggleIndicators,
            Command::ToggleLegend,
            Command::ToggleViews,
            Command::ToggleDates,
            Command::ToggleBeside,
            Command::Home,
        ]);
        pressed(&Level::ALL.map(Command::Level));
        if !typing {
            pressed(&[Command::InvertSelection, Command::ShowAll]);
        }
        if !busy && !state.document.map.selected.is_empty() {
            pressed(&[Command::ClearSelection]);
        }
        actions
    })
}

/// The actions for files dropped on the window.
fn dropped(ui: &Ui) -> Vec<Action> {
    opened(ui.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect()))
}
