//! The window of Atlante Sociale.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use atlante::i18n::{Lang, fill, texts};
use atlante::io::Bundle;
use atlante::ui::app;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (mut lang, mut folder, mut project) = (None, None, None);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--lang") => lang = arguments.next().and_then(|id| Lang::from_id(id.to_str()?)),
            Some("--data") => folder = arguments.next().map(PathBuf::from),
            Some("--project") => project = arguments.next().map(PathBuf::from),
            _ => {
                eprintln!("{}", Lang::default().text(texts::WINDOW_USAGE));
                return ExitCode::from(2);
            }
        }
    }
    let speak = lang.unwrap_or_default();
    let bundle = Bundle::load(folder.as_deref()).map_err(|error| error.to_string());
    let result = bundle.and_then(|bundle| {
        app::run(Arc::new(bundle), lang, project).map_err(|why| fill(speak.text(texts::NO_WINDOW), &[&why]))
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("atlante: {message}");
            ExitCode::from(2)
        }
    }
}
