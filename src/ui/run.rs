//! Opens the window: drawn with OpenGL, and by the processor where there is none.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::{NativeOptions, UserEvent};
use egui::ViewportBuilder;
use egui_winit::winit::event_loop::EventLoop;
use egui_winit::winit::platform::run_on_demand::EventLoopExtRunOnDemand;

use crate::engine::{Action, Drawing, Leaving, ProjectAction, Why, figure_error, opened, settings_file};
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
    let why = match asked {
        Some(Drawing::Software(why)) => why,
        _ => match with_opengl(&mut event_loop, &host, folder.as_deref(), speak) {
            After::Closed => return Ok(()),
            After::Impossible(why) => return Err(why),
            _ if asked.is_some() => return Err(speak.text(texts::NO_OPENGL).to_owned()),
            After::NotBegun => Why::Unusable,
            After::Bereft | After::Broken => Why::Lost,
        },
    };
    log(Drawing::Software(why), speak);
    let mut window = SoftwareWindow::new(&event_loop, viewport(), host.clone(), folder, why);
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

/// The window as it opens the first time.
fn viewport() -> ViewportBuilder {
    ViewportBuilder::default()
        .with_title("Atlante Sociale")
        .with_app_id(APP_ID)
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([480.0, 360.0])
}

/// Runs the program in a window drawn with OpenGL, as long as that works.
fn with_opengl(
    event_loop: &mut EventLoop<UserEvent>,
    host: &Host,
    folder: Option<&Path>,
    lang: Lang,
) -> After {
    let options = NativeOptions {
        persistence_path: folder.map(settings_file::path),
        viewport: viewport(),
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
        if let Some(path) = project {
            app.perform(Action::Project(ProjectAction::Leave(Leaving::Open(path))), ctx);
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
