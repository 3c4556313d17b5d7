//! The program as whoever draws its window drives it: nothing else in the window knows who that is.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use eframe::Storage;
use egui::{Context, Ui, ViewportBuilder};

use crate::engine::{Action, Drawing, Settings};

use super::app::{App, SAVE_SETTINGS};
use super::theme;

/// The key of the saved settings.
const SETTINGS_KEY: &str = "settings";

/// Makes the program from the settings of the last time, if there are any that can be read.
pub(crate) type Create = Box<dyn FnOnce(&Context, Option<Settings>) -> Result<App, String>>;

/// One program, held by whoever starts a window and by the window.
#[derive(Clone)]
pub(crate) struct Host(Rc<RefCell<Inner>>);

struct Inner {
    create: Option<Create>,
    app: Option<App>,
    /// Why there is no program.
    fault: Option<String>,
    is_showing: bool,
}

/// How it is with the program once a window has gone.
pub(crate) enum After {
    /// There never was a window to begin in.
    NotBegun,
    /// It could not begin, and cannot in any window.
    Impossible(String),
    /// The user closed it.
    Closed,
    /// The window went, and the program was still wanted.
    Bereft,
    /// The program itself broke off.
    Broken,
}

impl Host {
    pub(crate) fn new(create: Create) -> Self {
        let inner = Inner { create: Some(create), app: None, fault: None, is_showing: false };
        Self(Rc::new(RefCell::new(inner)))
    }

    /// Begins in a window, or goes on in another one.
    ///
    /// # Errors
    /// A message for the user.
    pub(crate) fn begin(
        &self,
        ctx: &Context,
        storage: Option<&dyn Storage>,
        drawing: Drawing,
    ) -> Result<(), String> {
        theme::install(ctx);
        let inner = &mut *self.0.borrow_mut();
        let app = match (inner.app.take(), inner.create.take()) {
            (Some(app), _) => Ok(app.in_new_window()),
            (None, Some(create)) => {
                create(ctx, storage.and_then(|storage| eframe::get_value(storage, SETTINGS_KEY)))
            }
            (None, None) => Err(String::new()),
        };
        let mut app = app.inspect_err(|why| inner.fault = Some(why.clone()))?;
        app.perform(Action::Drawn(drawing), ctx);
        inner.app = Some(app);
        Ok(())
    }

    pub(crate) fn show(&self, ui: &mut Ui) {
        let inner = &mut *self.0.borrow_mut();
        inner.is_showing = true;
        inner.app.iter_mut().for_each(|app| app.show(ui));
        inner.is_showing = false;
    }

    pub(crate) fn save(&self, storage: &mut dyn Storage) {
        if let Some(app) = &mut self.0.borrow_mut().app {
            eframe::set_value(storage, SETTINGS_KEY, app.settings_to_save());
        }
    }

    /// The window goes.
    pub(crate) fn end(&self) {
        self.0.borrow_mut().app.iter_mut().for_each(App::end);
    }

    pub(crate) fn after(&self) -> After {
        let inner = self.0.borrow();
        match (&inner.app, &inner.fault) {
            _ if inner.is_showing => After::Broken,
            (_, Some(why)) => After::Impossible(why.clone()),
            (None, None) => After::NotBegun,
            (Some(app), None) if app.has_quit() => After::Closed,
            (Some(_), None) => After::Bereft,
        }
    }
}

/// A window that opens where it was last may open where no screen is any more: its size is kept, and the system places
/// it. On Windows and macOS the window library looks at the screens itself.
pub(crate) fn placed(mut window: ViewportBuilder) -> ViewportBuilder {
    if cfg!(target_os = "linux") {
        window.position = None;
    }
    window
}

impl eframe::App for Host {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn auto_save_interval(&self) -> Duration {
        SAVE_SETTINGS
    }

    fn save(&mut self, storage: &mut dyn Storage) {
        Self::save(self, storage);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end();
    }
}
