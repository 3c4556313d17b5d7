//! The system's dialogs.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::engine::Pick;

/// Tells what keeps the window from opening. On Windows the program has no console to say it in.
pub fn tell_outside(message: &str) {
    if cfg!(windows) {
        rfd::MessageDialog::new().set_title("Atlante Sociale").set_description(message).show();
    } else {
        eprintln!("{message}");
    }
}

/// The system's own dialog; `None` if there is no program to show it.
pub(crate) fn ask_for_file(title: &str, pick: &Pick) -> Option<Vec<PathBuf>> {
    /// Nobody cancels a dialog in less time than this: one that has ended by then was never shown. The library says
    /// so only in its log.
    const SHOWN: Duration = Duration::from_millis(250);
    let asked = Instant::now();
    let paths = shown_dialog(title, pick);
    (!paths.is_empty() || asked.elapsed() >= SHOWN).then_some(paths)
}

/// The paths picked in the system's dialog; of several file types the first is proposed.
fn shown_dialog(title: &str, pick: &Pick) -> Vec<PathBuf> {
    let dialog = rfd::FileDialog::new().set_title(title);
    let kinds = |extensions: &[&str]| extensions.join(", ").to_uppercase();
    let one = match pick {
        Pick::Folder => dialog.pick_folder(),
        Pick::Open(extensions) => dialog.add_filter(kinds(extensions), extensions).pick_file(),
        Pick::OpenMany(extensions) => {
            let dialog = dialog.add_filter(kinds(extensions), extensions).add_filter("*", &["*"]);
            return dialog.pick_files().unwrap_or_default();
        }
        Pick::Save(name, extensions) => {
            let filter = |dialog: rfd::FileDialog, extension: &&str| {
                dialog.add_filter(extension.to_uppercase(), &[*extension])
            };
            extensions.iter().fold(dialog.set_file_name(name), filter).save_file()
        }
    };
    one.into_iter().collect()
}
