//! Opening what was written in the program that the system has for it, or showing it in its folder.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::i18n::{Lang, texts};

use super::action::Action;
use super::background::{Broken, Control, Task, spawn};
use super::failure::file_name;

pub use super::opening::Opening;

/// The systems, as far as they open files differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Windows,
    Mac,
    /// Linux and the like: what the desktop has.
    Desktop,
}

const HERE: System = if cfg!(target_os = "windows") {
    System::Windows
} else if cfg!(target_os = "macos") {
    System::Mac
} else {
    System::Desktop
};

/// A program with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run(&'static str, Vec<OsString>);

impl Run {
    fn new(program: &'static str, arguments: &[&dyn AsRef<std::ffi::OsStr>]) -> Self {
        Self(program, arguments.iter().map(|argument| argument.as_ref().to_owned()).collect())
    }

    /// Whether the program is there and did it.
    fn does(&self, system: System) -> bool {
        let mut command = Command::new(self.0);
        command.args(&self.1).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // The Explorer never says that it succeeded.
        command.status().is_ok_and(|status| status.success() || system == System::Windows)
    }
}

/// The programs to be tried, one after the other until one does it.
fn runs(opening: &Opening, system: System) -> Vec<Run> {
    match (opening, system) {
        (Opening::File(path), System::Windows) => vec![Run::new("explorer.exe", &[path])],
        (Opening::InFolder(path), System::Windows) => {
            vec![Run::new("explorer.exe", &[&"/select,", path])]
        }
        (Opening::File(path), System::Mac) => vec![Run::new("open", &[path])],
        (Opening::InFolder(path), System::Mac) => vec![Run::new("open", &[&"-R", path])],
        (Opening::File(path), System::Desktop) => {
            vec![Run::new("xdg-open", &[path]), Run::new("gio", &[&"open", path])]
        }
        (Opening::InFolder(path), System::Desktop) => {
            let marked = Run::new(
                "dbus-send",
                &[
                    &"--session",
                    &"--print-reply",
                    &"--dest=org.freedesktop.FileManager1",
                    &"/org/freedesktop/FileManager1",
                    &"org.freedesktop.FileManager1.ShowItems",
                    &format!("array:string:{}", address(path)),
                    &"string:",
                ],
            );
            let folder = path.parent().unwrap_or(path).to_owned();
            [vec![marked], runs(&Opening::File(folder), system)].concat()
        }
    }
}

/// Opens it, or says why not.
fn run(opening: &Opening, lang: Lang) -> Result<(), String> {
    let path = opening.path();
    let folder = path.parent().unwrap_or(path).display();
    if !path.exists() {
        return Err(texts::written_is_gone(lang, file_name(path), folder));
    }
    let is_done = runs(opening, HERE).iter().any(|run| run.does(HERE));
    is_done.then_some(()).ok_or_else(|| texts::not_opened_outside(lang, file_name(path), folder))
}

/// The address of a file, in which everything that could mean something else is escaped.
fn address(path: &Path) -> String {
    use std::fmt::Write as _;
    let mut address = "file://".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(byte) {
            address.push(char::from(*byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// Opens it off the window's thread, because some programs only return when they are closed.
pub fn spawn_opening(opening: Opening, lang: Lang, wake: impl Fn() + Send + Sync + 'static) -> Task<Action> {
    let path = opening.path().to_owned();
    let work = move |_: &Control<'_, Action>| Action::OpenedOutside(run(&opening, lang));
    let broken = move |why: Broken| {
        let why = texts::not_read(lang, file_name(&path), why.cause(lang));
        Action::OpenedOutside(Err(why))
    };
    spawn("opening", work, broken, wake)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn each_system_is_asked_in_its_own_way() {
        let path = || PathBuf::from("/dati/una mappa.png");
        let programs = |opening: Opening, system| -> Vec<&str> {
            runs(&opening, system).iter().map(|run| run.0).collect()
        };
        assert_eq!(programs(Opening::File(path()), System::Desktop), ["xdg-open", "gio"]);
        assert_eq!(programs(Opening::InFolder(path()), System::Desktop), ["dbus-send", "xdg-open", "gio"]);
        assert_eq!(
            runs(&Opening::InFolder(path()), System::Windows),
            [Run::new("explorer.exe", &[&"/select,", &"/dati/una mappa.png"])]
        );
        assert_eq!(
            runs(&Opening::InFolder(path()), System::Mac),
            [Run::new("open", &[&"-R", &"/dati/una mappa.png"])]
        );
    }

    #[test]
    fn an_address_has_nothing_that_means_something_else() {
        assert_eq!(address(Path::new("/dati/una, mappa.png")), "file:///dati/una%2C%20mappa.png");
        assert_eq!(address(Path::new("/città")), "file:///citt%C3%A0");
    }

    #[test]
    fn what_is_gone_is_said() {
        let gone = run(&Opening::File(PathBuf::from("/nessuna/cartella/mappa.png")), Lang::It);
        assert_eq!(gone, Err("«mappa.png» non è più nella cartella /nessuna/cartella.".to_owned()));
    }
}
