//! The window: lays the panels out, carries their requests to the engine and its effects out.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

use egui::{CentralPanel, Frame, Key, Modifiers, Panel, Ui};

use crate::engine::{
    Action, Appearance, Below, Effect, Framing, JobReport, Panels, Settings, State, spawn_export, update,
};
use crate::figure::FigureError;
use crate::i18n::{Lang, Text, texts};
use crate::io::Bundle;

use super::canvas::geometry::MapGeometry;
use super::canvas::{Lit, MapCanvas};
use super::cards::Cards;
use super::panels::{
    ChoiceMemory, IndicatorsMemory, RankingMemory, ScatterMemory, SearchMemory, SeriesMemory, TableMemory,
    card_ui, choice_ui, indicators_ui, legend_ui, published_bar_ui, ranking_ui, scatter_ui, series_ui,
    table_ui, top_ui,
};
use super::theme::{
    self, LEFT_WIDTH, LIST_HEIGHT, LIST_MAX_HEIGHT, LIST_MIN_HEIGHT, PANEL_MAX_WIDTH, PANEL_MIN_WIDTH,
    RIGHT_WIDTH, SPACE, Theme,
};
use super::widgets::{gap, icon_button, segmented};

/// The key the settings are kept under between sessions.
const SETTINGS_KEY: &str = "settings";

/// Asks the user where to save; tests answer in their place.
///
/// It is given the title and the file name proposed, runs on a thread of its own because the system's dialog
/// blocks until it is closed, and gives nothing when the user thinks better of it.
pub type SaveDialog = Arc<dyn Fn(&str, &str) -> Option<PathBuf> + Send + Sync>;

/// A dialog that is open, and what its answer asks for.
struct Asking {
    answer: Receiver<Option<PathBuf>>,
    then: fn(PathBuf) -> Action,
}

/// The window's program.
pub struct App {
    state: State,
    canvas: MapCanvas,
    indicators: IndicatorsMemory,
    choice: ChoiceMemory,
    cards: Cards,
    table: TableMemory,
    ranking: RankingMemory,
    series: SeriesMemory,
    scatter: ScatterMemory,
    search: SearchMemory,
    lit: Option<Lit>,
    job: Option<Receiver<JobReport>>,
    save_dialog: SaveDialog,
    /// The dialog that is open.
    asking: Option<Asking>,
    appearance: Option<Appearance>,
}

impl App {
    /// Opens on the first indicator. [`theme::install`] must have been called.
    ///
    /// # Errors
    /// When the bundle has no indicator with values.
    pub fn new(
        bundle: Arc<Bundle>,
        settings: Settings,
        save_dialog: SaveDialog,
    ) -> Result<Self, FigureError> {
        let basemap = &bundle.basemap;
        let geometry = Arc::new(MapGeometry::new(basemap.areas(), basemap.topology(), basemap.backdrop()));
        Ok(Self {
            state: State::new(bundle, settings)?,
            canvas: MapCanvas::new(geometry),
            indicators: IndicatorsMemory::default(),
            choice: ChoiceMemory::default(),
            cards: Cards::default(),
            table: TableMemory::default(),
            ranking: RankingMemory::default(),
            series: SeriesMemory::default(),
            scatter: ScatterMemory::default(),
            search: SearchMemory::default(),
            lit: None,
            job: None,
            save_dialog,
            asking: None,
            appearance: None,
        })
    }

    /// The state, for tests.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Draws everything and does what was asked for.
    pub fn show(&mut self, ui: &mut Ui) {
        self.poll_job();
        self.poll_dialog(ui.ctx());
        self.apply_appearance(ui.ctx());
        let mut actions: Vec<Action> = shortcuts(ui, &self.state);
        let theme = Theme::of(ui);
        let panel = Frame::new().fill(theme.panel).inner_margin(SPACE[2] as i8);
        let bar = Frame::new().fill(theme.panel).inner_margin(egui::Margin::symmetric(SPACE[2] as i8, 6));

        let (state, canvas) = (&self.state, &mut self.canvas);
        Panel::top("top").frame(bar).show(ui, |ui| {
            actions.extend(top_ui(ui, state, &mut self.search));
        });
        if let Some(notice) = &state.notice {
            Panel::top("notice").frame(bar).show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    let colour = if notice.is_error { theme.error } else { theme.ink };
                    let close = icon_button(
                        ui,
                        lucide_icons::Icon::X,
                        state.settings.lang.text(texts::CLOSE),
                        true,
                        false,
                    );
                    if close.clicked() {
                        actions.push(Action::DismissNotice);
                    }
                    ui.colored_label(colour, &notice.text);
                });
            });
        }
        if state.published.is_some() {
            Panel::top("published").frame(bar).show(ui, |ui| actions.extend(published_bar_ui(ui, state)));
        }
        // A narrow window keeps the map: the panels give way.
        let open = state.settings.panels;
        let wide = ui.available_width() >= 760.0;
        if open.indicators && wide {
            Panel::left("indicators")
                .frame(panel)
                .default_size(LEFT_WIDTH)
                .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
                .show(ui, |ui| actions.extend(indicators_ui(ui, state, &mut self.indicators)));
        }
        let mut lit = None;
        if open.legend {
            let cards = self.cards.of(state, canvas.hovered());
            Panel::right("legend")
                .frame(panel)
                .default_size(if wide { RIGHT_WIDTH } else { PANEL_MIN_WIDTH })
                .size_range(PANEL_MIN_WIDTH..=PANEL_MAX_WIDTH)
                .show(ui, |ui| {
                    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                        for card in cards {
                            actions.extend(card_ui(ui, state, card));
                            gap(ui);
                            ui.separator();
                        }
                        let legend = legend_ui(ui, state);
                        actions.extend(legend.action);
                        lit = legend.lit;
                        gap(ui);
                        ui.separator();
                        actions.extend(choice_ui(ui, state, &mut self.choice));
                    });
                });
        }
        let mut pointed = None;
        if open.list {
            Panel::bottom("list")
                .frame(panel)
                .resizable(true)
                .default_size(LIST_HEIGHT)
                .size_range(LIST_MIN_HEIGHT..=LIST_MAX_HEIGHT)
                .show(ui, |ui| {
                    let lang = state.settings.lang;
                    let tabs = [
                        (Below::Table, texts::TAB_TABLE),
                        (Below::Ranking, texts::TAB_RANKING),
                        (Below::Series, texts::TAB_SERIES),
                        (Below::Scatter, texts::TAB_SCATTER),
                    ];
                    let tabs = tabs.map(|(below, text)| (below, lang.text(text).to_owned()));
                    let below = state.settings.below;
                    actions.extend(segmented(ui, tabs, below).map(Action::SetBelow));
                    let hovered = canvas.hovered();
                    let view = match below {
                        Below::Table => table_ui(ui, state, &mut self.table, hovered),
                        Below::Ranking => ranking_ui(ui, state, &mut self.ranking, hovered),
                        Below::Series => series_ui(ui, state, &mut self.series, hovered),
                        Below::Scatter => scatter_ui(ui, state, &mut self.scatter, hovered),
                    };
                    actions.extend(view.action);
                    pointed = view.pointed;
                });
        }
        let hovered = canvas.hovered();
        CentralPanel::no_frame().show(ui, |ui| {
            actions.extend(canvas.ui(ui, state, self.lit, pointed));
        });
        // What stands around the map was drawn before it.
        if lit != self.lit || canvas.hovered() != hovered {
            self.lit = lit;
            ui.ctx().request_repaint();
        }
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        for action in actions {
            self.perform(action, ui.ctx());
        }
    }

    /// Carries a request to the engine and its effects out.
    pub fn perform(&mut self, action: Action, ctx: &egui::Context) {
        for effect in update(&mut self.state, action) {
            match effect {
                Effect::Frame(framing) => self.canvas.frame(framing),
                Effect::AskWhereToSave(name) => {
                    self.ask_where_to_save(texts::EXPORT, name, Action::Export, ctx)
                }
                Effect::AskWhereToSaveTable(name) => {
                    self.ask_where_to_save(texts::TABLE_EXPORT, name, Action::ExportTable, ctx);
                }
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::Export(request) => {
                    let ctx = ctx.clone();
                    let bundle = self.state.bundle.clone();
                    self.job = Some(spawn_export(*request, bundle, move || ctx.request_repaint()));
                }
            }
        }
    }

    /// Opens the dialog, unless one is open already.
    fn ask_where_to_save(
        &mut self,
        title: Text,
        name: String,
        then: fn(PathBuf) -> Action,
        ctx: &egui::Context,
    ) {
        if self.asking.is_some() {
            return;
        }
        let (sender, answer) = sync_channel(1);
        let (dialog, ctx) = (self.save_dialog.clone(), ctx.clone());
        let title = self.state.settings.lang.text(title);
        let work = move || {
            // The window may have closed meanwhile: then nobody is waiting.
            let _ = sender.send(dialog(title, &name));
            ctx.request_repaint();
        };
        // Without a thread there is no dialog: as if the user had thought better of it.
        let thread = std::thread::Builder::new().name("save-dialog".into()).spawn(work);
        self.asking = thread.ok().map(|_| Asking { answer, then });
    }

    fn poll_dialog(&mut self, ctx: &egui::Context) {
        let Some(Asking { answer, then }) = &self.asking else { return };
        let then = *then;
        match answer.try_recv() {
            Err(TryRecvError::Empty) => {}
            Ok(Some(path)) => {
                self.asking = None;
                self.perform(then(path), ctx);
            }
            Ok(None) | Err(TryRecvError::Disconnected) => self.asking = None,
        }
    }

    fn poll_job(&mut self) {
        let Some(job) = &self.job else { return };
        match job.try_recv() {
            Ok(report) => {
                self.job = None;
                update(&mut self.state, Action::JobEnded(report));
            }
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.job = None,
        }
    }

    fn apply_appearance(&mut self, ctx: &egui::Context) {
        let asked = self.state.settings.appearance;
        if self.appearance != Some(asked) {
            self.appearance = Some(asked);
            ctx.set_theme(match asked {
                Appearance::System => egui::ThemePreference::System,
                Appearance::Light => egui::ThemePreference::Light,
                Appearance::Dark => egui::ThemePreference::Dark,
            });
        }
    }
}

fn shortcuts(ui: &Ui, state: &State) -> Vec<Action> {
    let typing = ui.ctx().egui_wants_keyboard_input();
    ui.input_mut(|input| {
        let mut actions = Vec::new();
        let redo = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        if input.consume_key(redo, Key::Z) || input.consume_key(Modifiers::COMMAND, Key::Y) {
            actions.push(Action::Redo);
        }
        if input.consume_key(Modifiers::COMMAND, Key::Z) {
            actions.push(Action::Undo);
        }
        if !typing && input.consume_key(Modifiers::COMMAND, Key::I) {
            actions.push(Action::InvertChosen);
        }
        let panels = state.settings.panels;
        for (key, toggled) in [
            (Key::F6, Panels { indicators: !panels.indicators, ..panels }),
            (Key::F7, Panels { legend: !panels.legend, ..panels }),
            (Key::F8, Panels { list: !panels.list, ..panels }),
        ] {
            if input.consume_key(Modifiers::NONE, key) {
                actions.push(Action::SetPanels(toggled));
            }
        }
        if !typing && input.consume_key(Modifiers::NONE, Key::Home) {
            actions.push(Action::Frame(Framing::All));
        }
        if !typing && input.consume_key(Modifiers::NONE, Key::Escape) && !state.spec.chosen.is_empty() {
            actions.push(Action::Choose(Vec::new()));
        }
        actions
    })
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, SETTINGS_KEY, &self.state.settings);
    }
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When there is no display, or the data cannot be used; in words for the user.
pub fn run(bundle: Arc<Bundle>, lang: Option<Lang>) -> Result<(), String> {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Atlante Sociale")
            .with_app_id("atlante-sociale")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([480.0, 360.0]),
        ..Default::default()
    };
    let create = move |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        let mut settings: Settings =
            context.storage.and_then(|s| eframe::get_value(s, SETTINGS_KEY)).unwrap_or_default();
        if let Some(lang) = lang {
            settings.lang = lang;
        }
        theme::install(&context.egui_ctx);
        let app = App::new(bundle, settings, Arc::new(ask_where_to_save))?;
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    // Said plainly here, because the window library only names environment variables.
    let display =
        ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(|v| std::env::var_os(v).is_some());
    if cfg!(target_os = "linux") && !display {
        return Err(lang.unwrap_or_default().text(texts::NO_DISPLAY).to_owned());
    }
    eframe::run_native("atlante-sociale", options, Box::new(create)).map_err(|error| error.to_string())
}

/// The system's own dialog, proposing a name made from what is seen; what has values first proposes their files.
fn ask_where_to_save(title: &str, name: &str) -> Option<PathBuf> {
    const FIGURES: [&str; 3] = ["png", "pdf", "svg"];
    const SHEETS: [&str; 2] = ["xlsx", "csv"];
    let sheets = SHEETS.into_iter().filter(|_| name.ends_with(SHEETS[0]));
    let dialog = rfd::FileDialog::new().set_title(title).set_file_name(name);
    let filter =
        |dialog: rfd::FileDialog, extension: &str| dialog.add_filter(extension.to_uppercase(), &[extension]);
    sheets.chain(FIGURES).fold(dialog, filter).save_file()
}
