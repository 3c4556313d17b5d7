//! Writing files in such a way that nothing half-written is ever left behind.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use crate::i18n::is_impossible_on_windows;

/// How much is written at a time.
const CHUNK: usize = 1 << 20;

/// For how long what is being written is left alone: its process may be on another machine that shares the folder.
const MIGHT_BE_AT_WORK: Duration = Duration::from_secs(15 * 60);

/// How often a file is tried to be replaced, and how long it waits in between.
const TRIES: usize = if cfg!(windows) { 10 } else { 1 };
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// Writes beside the target and then renames over it: a reader finds the complete old file or the complete new one,
/// even if the program or the machine stops half-way. A symbolic link is followed, and a file keeps its permissions.
///
/// # Errors
/// Those of the file system; the unfinished file is removed.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, false)
}

/// As [`write_atomic`], readable by its owner alone.
///
/// # Errors
/// As [`write_atomic`].
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, true)
}

/// Makes a folder, with those above it, that only its owner can open.
///
/// # Errors
/// Those of the file system.
pub fn private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)?;
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// Writes files that belong together: all of them or, if one cannot be written, none. They are put in their places in order, so that
/// the one that the others are for comes last.
///
/// # Errors
/// The path that could not be written, and the error of the file system.
pub fn write_together(files: &[(&Path, &[u8])]) -> Result<(), (PathBuf, io::Error)> {
    let mut ready: Vec<Ready> = Vec::new();
    let all = files.iter().try_for_each(|(path, bytes)| {
        let next = prepared(path, bytes, false).map_err(|error| (path.to_path_buf(), error))?;
        ready.push(next);
        Ok(())
    });
    let mut put = 0;
    let all = all.and_then(|()| {
        ready.iter().try_for_each(|next| {
            next.put(|| Ok(())).map_err(|error| (next.path.clone(), error))?;
            put += 1;
            Ok(())
        })
    });
    if all.is_err() {
        for (i, next) in ready.iter().enumerate() {
            // The first error is the one to report; the file may not even exist.
            let _ = fs::remove_file(&next.beside);
            if i < put && next.known.is_none() {
                let _ = fs::remove_file(&next.path);
            }
        }
    }
    all
}

fn replace(path: &Path, bytes: &[u8], is_private: bool) -> io::Result<()> {
    let ready = prepared(path, bytes, is_private)?;
    let put = ready.put(|| Ok(()));
    if put.is_err() {
        let _ = fs::remove_file(&ready.beside);
    }
    put
}

/// Writes the whole file beside its place.
fn prepared(path: &Path, bytes: &[u8], is_private: bool) -> io::Result<Ready> {
    let path = &target(path)?;
    if cfg!(windows) && !has_possible_names(path) {
        return Err(io::Error::from(io::ErrorKind::InvalidFilename));
    }
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        // A device would be replaced by a file.
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    clear(path, false);
    let beside = beside(path)?;
    let ready = Ready { path: path.clone(), known: fs::metadata(path).ok(), beside };
    let written = ready.write(bytes, is_private, CHUNK, || Ok(()));
    if written.is_err() {
        // The first error is the one to report; this file may not even exist.
        let _ = fs::remove_file(&ready.beside);
    }
    written.map(|()| ready)
}

/// Whether Windows can have a file of this path.
fn has_possible_names(path: &Path) -> bool {
    path.components().all(|part| match part {
        Component::Normal(name) => name.to_str().is_some_and(|name| !is_impossible_on_windows(name)),
        _ => true,
    })
}

/// Where a path leads: a symbolic link to its end, whether or not there is a file.
///
/// # Errors
/// Links that lead in a circle.
pub(super) fn target(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        let Ok(to) = fs::read_link(&path) else { return Ok(path) };
        path = path.parent().unwrap_or(Path::new("")).join(to);
    }
    Err(io::Error::from(io::ErrorKind::InvalidInput))
}

/// Removes what killed programs were writing to this file; unless the caller holds the right to write it, only what
/// was left some time ago by a process that has ended.
pub(super) fn clear(path: &Path, is_held: bool) {
    let Some(name) = path.file_name().map(short) else { return };
    let Some(name) = name.to_str() else { return };
    for entry in fs::read_dir(folder(path)).into_iter().flatten().flatten() {
        let left = entry.file_name();
        // `.NAME.PROCESS.part`, as made by `beside`.
        let Some((of, process)) = left
            .to_str()
            .and_then(|left| left.strip_prefix('.')?.strip_suffix(".part")?.rsplit_once('.'))
            .filter(|(_, process)| !process.is_empty() && process.bytes().all(|b| b.is_ascii_digit()))
        else {
            continue;
        };
        let modified = entry.metadata().and_then(|about| about.modified()).ok();
        let is_old = modified.and_then(|at| at.elapsed().ok()).is_some_and(|since| since > MIGHT_BE_AT_WORK);
        if (is_held && of == name) || (is_old && !is_running(process)) {
            // A file that cannot be removed does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a process of this machine may have that number.
fn is_running(process: &str) -> bool {
    let all = Path::new("/proc/self");
    all.exists() && all.with_file_name(process).exists()
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path of the file until it is complete, different for each process.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut beside = OsString::from(".");
    beside.push(short(name));
    beside.push(format!(".{}.part", std::process::id()));
    Ok(path.with_file_name(beside))
}

/// A name that something may be added to: systems allow 255 bytes, or as many UTF-16 units. A long one ends in its digest.
pub(super) fn short(name: &OsStr) -> OsString {
    /// What is added is shorter than the rest.
    const LONGEST: usize = 220;
    let whole = name.to_string_lossy();
    if whole.len() <= LONGEST {
        return name.to_owned();
    }
    let mut digest = DefaultHasher::new();
    name.hash(&mut digest);
    let start = &whole[..whole.floor_char_boundary(LONGEST - 17)];
    format!("{start}~{:016x}", digest.finish()).into()
}

/// A file on its way to its place.
struct Ready {
    path: PathBuf,
    /// What is there now.
    known: Option<fs::Metadata>,
    /// Where it is until it is complete.
    beside: PathBuf,
}

impl Ready {
    /// Writes it beside its place; `before` each step it may be stopped.
    fn write(
        &self,
        bytes: &[u8],
        is_private: bool,
        chunk: usize,
        mut before: impl FnMut() -> io::Result<()>,
    ) -> io::Result<()> {
        before()?;
        // What this process left there itself; anything else, such as a link, must not be written through.
        let _ = fs::remove_file(&self.beside);
        let mut file = opened(&self.beside, is_private || self.known.is_some())?;
        #[cfg(unix)]
        if let Some(known) = self.known.as_ref().filter(|_| !is_private) {
            file.set_permissions(known.permissions())?;
        }
        for part in bytes.chunks(chunk) {
            before()?;
            file.write_all(part)?;
        }
        before()?;
        file.sync_all()
    }

    /// Puts it in its place, likewise.
    fn put(&self, mut before: impl FnMut() -> io::Result<()>) -> io::Result<()> {
        before()?;
        let is_there = self.known.as_ref().is_some_and(|known| !known.permissions().readonly());
        in_place(is_there, TRIES, || fs::rename(&self.beside, &self.path))?;
        before()?;
        sync_folder(&self.path);
        Ok(())
    }
}

/// Puts the complete file in place of the old one. Windows refuses while another program has that one open: a virus
/// scanner or the synchronisation of a folder only for a moment, an office program until it closes it. Windows calls it a
/// lack of permission, which sends people to the wrong remedy.
fn in_place(is_there: bool, tries: usize, mut rename: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let mut outcome = rename();
    for _ in 1..tries {
        if outcome.is_ok() {
            break;
        }
        std::thread::sleep(BETWEEN_TRIES);
        outcome = rename();
    }
    outcome.map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied if is_there && tries > 1 => {
            io::Error::from(io::ErrorKind::ResourceBusy)
        }
        _ => error,
    })
}

/// A new file; a private one can never be read by others, not even before it is complete.
#[cfg_attr(not(unix), expect(unused_variables, reason = "only Unix has permissions at creation"))]
fn opened(path: &Path, is_private: bool) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if is_private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    options.open(path)
}

/// The new name itself must reach the disk. Not every system and folder supports this, but the file is complete
/// either way.
fn sync_folder(path: &Path) {
    let _ = File::open(folder(path)).and_then(|folder| folder.sync_all());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stopped before each of its steps in turn, as by a kill that cleans nothing up: the old file or the new one is
    /// there.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "what was there before")]
    fn stopped_at_any_step_a_whole_file_is_there() {
        let folder = std::env::temp_dir().join(format!("atlante-write-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("p.atlante");
        let (old, new) = (b"old and whole".repeat(5), b"new, whole and longer".repeat(9));
        let (mut stops, mut seen) = (0, [0, 0]);
        loop {
            fs::write(&path, &old).unwrap();
            let mut left = stops;
            let mut before = || {
                let stopped = left == 0;
                left = i32::max(left - 1, 0);
                if stopped { Err(io::Error::other("killed")) } else { Ok(()) }
            };
            let known = fs::metadata(&path).ok();
            let ready = Ready { path: path.clone(), known, beside: beside(&path).unwrap() };
            let outcome = ready.write(&new, false, 16, &mut before).and_then(|()| ready.put(&mut before));
            let found = fs::read(&path).unwrap();
            assert!(found == old || found == new, "stopped before step {stops}");
            seen[usize::from(found == new)] += 1;
            if outcome.is_ok() {
                assert_eq!(found, new);
                break;
            }
            stops += 1;
        }
        assert!(seen[0] > 10 && seen[1] == 2, "{seen:?}");
        fs::remove_dir_all(&folder).unwrap();
    }

    /// As on Windows, where another program has the old file open.
    #[test]
    fn a_file_that_is_open_elsewhere_is_waited_for_and_then_named_so() {
        let denied = || Err(io::Error::from(io::ErrorKind::PermissionDenied));
        let mut left = 2;
        let mut for_a_moment = || {
            left -= 1;
            if left >= 0 { denied() } else { Ok(()) }
        };
        assert!(in_place(true, 3, &mut for_a_moment).is_ok());
        let kind = |is_there, tries| in_place(is_there, tries, denied).unwrap_err().kind();
        assert_eq!(kind(true, 2), io::ErrorKind::ResourceBusy);
        assert_eq!(kind(false, 2), io::ErrorKind::PermissionDenied, "a folder that may not be written");
        assert_eq!(kind(true, 1), io::ErrorKind::PermissionDenied, "elsewhere than on Windows");
        assert!(
            !has_possible_names(Path::new("cartella/NUL.png"))
                && has_possible_names(Path::new("/a/../b.png"))
        );
    }

    /// A full disk left a part of a shapefile, which then was in the way of the next.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "what is left")]
    fn of_files_that_belong_together_all_or_none_are_written() {
        let folder = std::env::temp_dir().join(format!("atlante-together-{}", std::process::id()));
        fs::create_dir_all(folder.join("c.shp")).unwrap();
        let [a, b, c] = ["a.shx", "b.dbf", "c.shp"].map(|name| folder.join(name));
        fs::write(&b, "old").unwrap();
        let (path, _) = write_together(&[(&a, b"1"), (&b, b"2"), (&c, b"3")]).unwrap_err();
        assert_eq!(path, c, "a folder is in its place");
        assert!(!a.exists() && fs::read(&b).unwrap() == b"old");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing half-written");
        fs::remove_dir(&c).unwrap();
        write_together(&[(&a, b"1"), (&b, b"2"), (&c, b"3")]).unwrap();
        assert_eq!([a, b, c].map(|path| fs::read(path).unwrap()), [b"1", b"2", b"3"]);
        fs::remove_dir_all(&folder).unwrap();
    }

    /// Before, 14 bytes more than the name were needed beside it, so that the last names the system allows were refused.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "what was written")]
    fn names_as_long_as_the_system_allows_are_written() {
        let folder = std::env::temp_dir().join(format!("atlante-long-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let accents = "à".repeat(125);
        for name in [format!("{}.png", "a".repeat(251)), format!("{accents}.pdf"), format!("{accents}.png")] {
            write_atomic(&folder.join(&name), b"figure").unwrap();
            assert_eq!(fs::read(folder.join(&name)).unwrap(), b"figure");
        }
        assert_ne!(short(format!("{accents}.pdf").as_ref()), short(format!("{accents}.png").as_ref()));
        assert_eq!(short("mappa.png".as_ref()), "mappa.png");
        fs::remove_dir_all(&folder).unwrap();
    }

    /// What killed exports left is cleared away, and nothing else.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "what was left there")]
    fn what_a_killed_export_left_is_cleared_away() {
        let folder = std::env::temp_dir().join(format!("atlante-left-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        // No process has that number: Linux has at most 2^22 of them.
        let (dead, alive) = (99_999_999, std::process::id());
        for (name, is_old) in [
            (format!(".mappa.png.{dead}.part"), true),
            (format!(".altra.pdf.{dead}.part"), true),
            (format!(".nuova.pdf.{dead}.part"), false),
            (format!(".viva.pdf.{alive}.part"), true),
            ("mia.part".to_owned(), true),
            (".mia.x.part".to_owned(), true),
        ] {
            fs::write(folder.join(&name), "x").unwrap();
            let file = File::options().write(true).open(folder.join(&name)).unwrap();
            if is_old {
                let now = file.metadata().unwrap().modified().unwrap();
                file.set_modified(now - 2 * MIGHT_BE_AT_WORK).unwrap();
            }
        }
        write_atomic(&folder.join("mappa.png"), b"figure").unwrap();
        let mut left: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let alive = if cfg!(target_os = "linux") { vec![format!(".viva.pdf.{alive}.part")] } else { vec![] };
        let mut wanted = [
            vec![".mia.x.part".to_owned(), format!(".nuova.pdf.{dead}.part")],
            alive,
            vec!["mappa.png".to_owned(), "mia.part".to_owned()],
        ]
        .concat();
        wanted.sort();
        assert_eq!(left, wanted);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    #[expect(clippy::disallowed_methods, reason = "what was there before")]
    fn a_link_is_followed_and_permissions_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = std::env::temp_dir().join(format!("atlante-link-{}", std::process::id()));
        fs::create_dir_all(folder.join("altrove")).unwrap();
        let mode = |name: &str| fs::metadata(folder.join(name)).unwrap().permissions().mode() & 0o777;
        fs::write(folder.join("altrove/vero"), "old").unwrap();
        fs::set_permissions(folder.join("altrove/vero"), PermissionsExt::from_mode(0o600)).unwrap();
        symlink("altrove/vero", folder.join("due")).unwrap();
        symlink(folder.join("due"), folder.join("uno")).unwrap();
        symlink("altrove/manca", folder.join("tre")).unwrap();
        write_atomic(&folder.join("uno"), b"new").unwrap();
        write_atomic(&folder.join("tre"), b"made").unwrap();
        assert_eq!(fs::read(folder.join("altrove/vero")).unwrap(), b"new");
        assert_eq!(fs::read(folder.join("altrove/manca")).unwrap(), b"made");
        assert!(fs::symlink_metadata(folder.join("uno")).unwrap().is_symlink());
        assert_eq!(mode("altrove/vero"), 0o600);
        for wide in [0o640, 0o664, 0o444] {
            fs::set_permissions(folder.join("altrove/vero"), PermissionsExt::from_mode(wide)).unwrap();
            write_atomic(&folder.join("due"), b"again").unwrap();
            assert_eq!(mode("altrove/vero"), wide);
        }
        write_private(&folder.join("altrove/manca"), b"mine").unwrap();
        assert_eq!(mode("altrove/manca"), 0o600);
        private_folder(&folder.join("recupero")).unwrap();
        assert_eq!(mode("recupero"), 0o700);
        symlink("giro", folder.join("giro")).unwrap();
        assert!(write_atomic(&folder.join("giro"), b"x").is_err());
        assert!(write_atomic(Path::new("/dev/null"), b"x").is_err(), "never a file in place of a device");
        fs::remove_dir_all(&folder).unwrap();
    }
}
