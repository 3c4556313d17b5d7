//! The file of the settings, which the window library reads before anything of ours does: a size or a zoom in it that
//! is none would end the program at every start, and nobody could change it back.

use std::io;
use std::path::{Path, PathBuf};

use crate::io::file::{self, FileKind};
use crate::io::write_private;

/// Its name in the folder of the settings.
const NAME: &str = "app.ron";
/// Where settings that cannot be read are set aside.
const ASIDE: &str = "app.precedente.ron";
/// How the zoom is written there.
const ZOOM: &str = "zoom_factor:";
/// The zooms that the window's own keys reach.
const ZOOMS: std::ops::RangeInclusive<f64> = 0.2..=5.0;

/// Beside the program, a file of this name makes it portable: what it keeps stays on the stick it was started from.
/// Where Explorer hides the ends of names, who means the first writes the second.
const PORTABLE: [&str; 2] = ["portatile.txt", "portatile.txt.txt"];
/// The folder of what a portable program keeps, beside it.
const PORTABLE_HOME: &str = "atlante-dati";

/// Where a portable program keeps settings and recovery files; `None` for an installed one.
pub fn portable(program: &Path) -> Option<PathBuf> {
    let folder = program.parent()?;
    PORTABLE.iter().any(|name| folder.join(name).is_file()).then(|| folder.join(PORTABLE_HOME))
}

/// The file of the settings in their folder.
pub fn path(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// Puts right what would keep the window from opening.
pub fn mend(folder: &Path) {
    let path = path(folder);
    let Ok(text) = file::read_text(&path, FileKind::Settings) else { return };
    if let Some(mended) = mended(&text) {
        // If it cannot be written, the window library says so when it saves.
        let _ = write_private(&path, mended.as_bytes());
    }
}

/// The text of the file, if it can be read.
pub fn text(folder: &Path) -> Option<String> {
    file::read_text(&path(folder), FileKind::Settings).ok()
}

/// Replaces the text of the file.
///
/// # Errors
/// Those of the file system.
pub fn keep(folder: &Path, text: &str) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    write_private(&path(folder), text.as_bytes())
}

/// Whether settings can be kept in this folder: it can be made, and what has the name of the file is one.
pub fn can_be_kept(folder: &Path) -> bool {
    std::fs::create_dir_all(folder).is_ok()
        && std::fs::metadata(path(folder)).map_or(true, |there| there.is_file())
}

/// Keeps a copy of settings that this version cannot read, before they are replaced; returns where.
pub fn set_aside(folder: &Path) -> Option<PathBuf> {
    let bytes = file::read(&path(folder), FileKind::Settings).ok().filter(|bytes| !bytes.is_empty())?;
    let aside = folder.join(ASIDE);
    write_private(&aside, &bytes).ok().map(|()| aside)
}

/// The text with a usual zoom wherever it has one that cannot be; `None` if it has none such.
fn mended(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut is_changed = false;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(ZOOM) {
        let end = after.find([',', ')', '}']).unwrap_or(after.len());
        let (number, next) = after.split_at(end);
        let is_sound = number.trim().parse().is_ok_and(|zoom: f64| ZOOMS.contains(&zoom));
        is_changed |= !is_sound;
        out.push_str(before);
        out.push_str(ZOOM);
        out.push_str(if is_sound { number } else { "1.0" });
        rest = next;
    }
    out.push_str(rest);
    is_changed.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_beside_the_program_makes_it_portable() {
        let folder = std::env::temp_dir().join(format!("atlante-portable-{}", std::process::id()));
        let program = folder.join("atlante.exe");
        for name in ["portatile.txt", "portatile.txt.txt"] {
            std::fs::create_dir_all(&folder).unwrap();
            assert_eq!(portable(&program), None);
            write_private(&folder.join(name), b"").unwrap();
            assert_eq!(portable(&program), Some(folder.join("atlante-dati")));
            std::fs::remove_dir_all(&folder).unwrap();
        }
    }

    #[test]
    fn a_zoom_that_cannot_be_is_put_right_and_others_stay() {
        let of = |zoom: &str| format!("{{\"egui\": \"(options:(zoom_factor:{zoom},x:1),y:2)\"}}");
        for zoom in ["0", "0.0", "-1", "NaN", "inf", "1e9", "-0.0", "", "abc", "1e-40"] {
            assert_eq!(mended(&of(zoom)), Some(of("1.0")), "{zoom}");
        }
        for zoom in ["1", "1.25", "0.2", "5.0", " 2.0"] {
            assert_eq!(mended(&of(zoom)), None, "{zoom}");
        }
        assert_eq!(mended("zoom_factor:"), Some("zoom_factor:1.0".to_owned()));
        assert_eq!(mended("nothing of ours"), None);
    }
}
