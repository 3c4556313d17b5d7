//! Opens the window: drawn with OpenGL, and by the processor where there is none.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::{NativeOptions, UserEvent};
use egui::{Vec2, ViewportBuilder};
use egui_winit::winit::application::ApplicationHandler;
use egui_winit::winit::event::WindowEvent;
use egui_winit::winit::event_loop::{ActiveEventLoop, EventLoop};
use egui_winit::winit::platform::run_on_demand::EventLoopExtRunOnDemand;
use egui_winit::winit::window::WindowId;

use crate::engine::{
    Action, DialogAction, Drawing, Leaving, ProjectAction, Why, figure_error, home, opened, settings_file,
};
use crate::i18n::{Lang, texts};
use crate::io::Bundle;

use super::app::App;
use super::ask_file::ask_for_file;
pub use super::ask_file::tell_outside;
use super::host::{After, Create, Host, placed};
use super::software::SoftwareWindow;

/// The application id, which also names its settings folder.
const APP_ID: &str = "atlante-sociale";

/// The folder for recovery files, beside the settings.
const KEPT: &str = "recupero";

/// Which way of drawing the user wants, by its name in the environment.
const RENDERER: &str = "ATLANTE_RENDERER";

/// Opens the window, optionally with a project and with files to open or import, and returns when it is closed.
///
/// # Errors
/// A message for the user, if there is no display or the data cannot be used.
pub fn run(
    bundle: Arc<Bundle>,
    lang: Option<Lang>,
    project: Option<PathBuf>,
    files: Vec<PathBuf>,
) -> Result<(), String> {
    let speak = lang.unwrap_or_default();
    let asked = match std::env::var_os(RENDERER) {
        None => None,
        Some(name) if name.is_empty() => None,
        Some(name) if name == "gl" => Some(Drawing::OpenGl),
        Some(name) if name == "software" => Some(Drawing::Software(Why::Asked)),
        Some(_) => return Err(speak.text(texts::RENDERER_UNKNOWN).to_owned()),
    };
    // Checked here for a clear message, because the window library only names environment variables.
    let display =
        ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(|v| std::env::var_os(v).is_some());
    let no_display = || speak.text(texts::NO_DISPLAY).to_owned();
    if cfg!(target_os = "linux") && !display {
        return Err(no_display());
    }
    let home = std::env::current_exe().ok().and_then(|program| settings_file::portable(&program));
    let folder = home.or_else(|| eframe::storage_dir(APP_ID));
    if let Some(folder) = &folder {
        settings_file::mend(folder);
    }
    let host = Host::new(program(bundle, lang, project, files, folder.clone()));
    let mut event_loop: EventLoop<UserEvent> =
        EventLoop::with_user_event().build().map_err(|_| no_display())?;
    let mut screen = Screen::default();
    // Without an answer the window has its usual size.
    let _ = event_loop.run_app_on_demand(&mut screen);
    let first = viewport(screen.size);
    let why = match asked {
        Some(Drawing::Software(why)) => why,
        _ => match with_opengl(&mut event_loop, &host, folder.as_deref(), first.clone(), speak) {
            After::Closed => return Ok(()),
            After::Impossible(why) => return Err(why),
            _ if asked.is_some() => return Err(speak.text(texts::NO_OPENGL).to_owned()),
            After::NotBegun => Why::Unusable,
            After::Bereft | After::Broken => Why::Lost,
        },
    };
    log(Drawing::Software(why), speak);
    let mut window = SoftwareWindow::new(&event_loop, first, host.clone(), folder, why);
    let ended = event_loop.run_app_on_demand(&mut window);
    match (host.after(), window.has_failed()) {
        (After::Impossible(why), _) => Err(why),
        (After::NotBegun, _) | (_, true) => Err(speak.text(texts::NO_GRAPHICS).to_owned()),
        _ => ended.map_err(|_| no_display()),
    }
}

fn log(drawing: Drawing, lang: Lang) {
    eprintln!("atlante: {}", drawing.text(lang));
}

/// The window as it opens the first time, on a screen of this size.
fn viewport(screen: Option<Vec2>) -> ViewportBuilder {
    let (size, is_maximized) = first_size(screen);
    ViewportBuilder::default()
        .with_title("Atlante Sociale")
        .with_app_id(APP_ID)
        .with_inner_size(size)
        .with_maximized(is_maximized)
        .with_min_inner_size([480.0, 360.0])
}

/// The size of the first window, and whether it fills the screen: a small one is filled, as the system knows how much of
/// it a task bar leaves.
fn first_size(screen: Option<Vec2>) -> (Vec2, bool) {
    /// What a window has on a large screen.
    const USUAL: Vec2 = Vec2::new(1440.0, 900.0);
    /// Without knowing the screen.
    const SMALL: Vec2 = Vec2::new(1280.0, 720.0);
    /// What the title of a window and a task bar take of the height.
    const TAKEN: f32 = 90.0;
    let Some(screen) = screen else { return (SMALL, false) };
    let room = Vec2::new(screen.x, screen.y - TAKEN);
    let size = USUAL.min(room);
    (size, size != USUAL)
}

/// Looks at the screen before there is a window, which only the event loop can.
#[derive(Default)]
struct Screen {
    /// Its size in points.
    size: Option<Vec2>,
}

impl ApplicationHandler<UserEvent> for Screen {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        let monitor = event_loop.primary_monitor().or_else(|| event_loop.available_monitors().next());
        self.size = monitor.map(|monitor| {
            let (size, scale) = (monitor.size(), monitor.scale_factor() as f32);
            Vec2::new(size.width as f32, size.height as f32) / scale.max(0.1)
        });
        self.size = self.size.filter(|size| size.min_elem() > 1.0);
        event_loop.exit();
    }

    fn window_event(&mut self, _: &ActiveEventLoop, _: WindowId, _: WindowEvent) {}
}

/// Runs the program in a window drawn with OpenGL, as long as that works.
fn with_opengl(
    event_loop: &mut EventLoop<UserEvent>,
    host: &Host,
    folder: Option<&Path>,
    first: ViewportBuilder,
    lang: Lang,
) -> After {
    let options = NativeOptions {
        persistence_path: folder.map(settings_file::path),
        viewport: first,
        window_builder: Some(Box::new(placed)),
        ..Default::default()
    };
    let in_window = host.clone();
    let create = move |context: &eframe::CreationContext<'_>| {
        in_window.begin(&context.egui_ctx, context.storage, Drawing::OpenGl)?;
        log(Drawing::OpenGl, lang);
        Ok(Box::new(in_window) as Box<dyn eframe::App>)
    };
    let mut window = eframe::create_native(APP_ID, options, Box::new(create), event_loop);
    // A driver that loses its context makes the window library panic, and not only return an error.
    let drawn = catch_unwind(AssertUnwindSafe(|| event_loop.run_app_on_demand(&mut window)));
    let _ = catch_unwind(AssertUnwindSafe(|| drop(window)));
    match (drawn, host.after()) {
        (Err(panic), After::Broken) => resume_unwind(panic),
        (_, after) => after,
    }
}

/// What begins in the window.
fn program(
    bundle: Arc<Bundle>,
    lang: Option<Lang>,
    project: Option<PathBuf>,
    files: Vec<PathBuf>,
    folder: Option<PathBuf>,
) -> Create {
    Box::new(move |ctx, kept| {
        let aside = if kept.is_none() { folder.as_deref().and_then(settings_file::set_aside) } else { None };
        let mut settings = kept.unwrap_or_default().sound();
        if let Some(lang) = lang {
            settings.lang = lang;
        }
        let lang = settings.lang;
        let mut app =
            App::new(bundle, settings, Arc::new(ask_for_file)).map_err(|error| figure_error(lang, &error))?;
        let is_asked_for = project.is_some() || !files.is_empty();
        let last = app.state().settings.last_project().filter(|_| !is_asked_for).cloned();
        if let Some(last) = last.filter(|last| !last.exists()) {
            app.perform(Action::Failed(texts::last_project_gone(lang, last.display())), ctx);
        }
        let last = app.state().settings.last_project().filter(|last| !is_asked_for && last.exists());
        if let Some(path) = project.or_else(|| last.cloned()) {
            app.perform(Action::Project(ProjectAction::Leave(Leaving::Open(path))), ctx);
        }
        // Nothing stands before a file that was given.
        if !is_asked_for && home::is_to_be_asked(app.state()) {
            app.perform(Action::Dialog(DialogAction::Home), ctx);
        }
        opened(files).into_iter().for_each(|action| app.perform(action, ctx));
        if let Some(aside) = aside {
            app.perform(Action::Failed(texts::settings_set_aside(lang, aside.display())), ctx);
        }
        if let Some(folder) = folder.as_deref().filter(|folder| !settings_file::can_be_kept(folder)) {
            app.perform(Action::Failed(texts::settings_not_kept(lang, folder.display())), ctx);
        }
        match folder {
            Some(folder) => app = app.keeping(folder.join(KEPT), ctx),
            None => app.perform(Action::Failed(lang.text(texts::NO_HOME).to_owned()), ctx),
        }
        Ok(app)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_window_fits_its_screen() {
        // A laptop with a task bar of 40 points below: the window is maximised, and without a window manager its height
        // leaves room for the bar and a title.
        let (size, is_maximized) = first_size(Some(Vec2::new(1366.0, 768.0)));
        assert!(is_maximized && size.y <= 768.0 - 40.0 - 30.0 && size.x <= 1366.0, "{size}");
        let (size, is_maximized) = first_size(Some(Vec2::new(1024.0, 768.0)));
        assert!(is_maximized && size.x <= 1024.0);
        assert_eq!(first_size(Some(Vec2::new(1920.0, 1080.0))), (Vec2::new(1440.0, 900.0), false));
        assert_eq!(first_size(None), (Vec2::new(1280.0, 720.0), false));
    }
}
