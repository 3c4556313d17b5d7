//! The window of Atlante Sociale.
// Without this, Windows opens a black console behind the window.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use atlante::base::panics;
use atlante::i18n::{Lang, texts};
use atlante::io::Bundle;
use atlante::io::custom_territory::{self, CustomTerritorySpec};
use atlante::ui::run;

fn main() -> ExitCode {
    panics::install();
    let mut arguments = std::env::args_os().skip(1);
    let (mut lang, mut folder, mut project, mut boundaries) = (None, None, None, None);
    let mut spec = CustomTerritorySpec::default();
    let mut files = Vec::new();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--lang") => lang = arguments.next().and_then(|id| Lang::from_id(id.to_str()?)),
            Some("--data") => folder = arguments.next().map(PathBuf::from),
            Some("--project") => project = arguments.next().map(PathBuf::from),
            Some("--boundaries") => boundaries = arguments.next().map(PathBuf::from),
            Some("--crs") => spec.crs = arguments.next().and_then(|code| code.into_string().ok()),
            Some("--layer") => spec.layer = arguments.next().and_then(|name| name.into_string().ok()),
            Some("--level-attribute")
                if arguments.next().is_some_and(|text| spec.set_level(&text.to_string_lossy())) => {}
            Some(option) if option.starts_with('-') => {
                run::tell_outside(Lang::default().text(texts::WINDOW_USAGE));
                return ExitCode::from(2);
            }
            _ => files.push(PathBuf::from(argument)),
        }
    }
    let speak = lang.unwrap_or_default();
    let bundle = match &boundaries {
        None => Bundle::load(folder.as_deref()).map_err(|error| error.text(speak)),
        Some(path) => custom_territory::read(path, &spec).map_err(|error| error.text(speak)).and_then(
            |custom_territory| {
                Bundle::on(custom_territory, folder.as_deref()).map_err(|error| error.text(speak))
            },
        ),
    };
    let result = bundle.and_then(|bundle| {
        run::run(Arc::new(bundle), lang, project, files).map_err(|why| texts::no_window(speak, &why))
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            run::tell_outside(&format!("atlante: {message}"));
            ExitCode::from(2)
        }
    }
}
