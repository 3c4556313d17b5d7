//! Projects truncated, edited, of a later version or of unknown origin: one clear message each, and never a panic.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use atlante::i18n::Lang;
use atlante::io::digest;
use atlante::io::project::{Fault, ProjectError, ProjectFile, VERSION};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::common::{Folder, atlas};
use crate::project::users;

pub fn bytes() -> Vec<u8> {
    users().to_bytes(&atlas().territories).expect("can be written")
}

fn fault(bytes: &[u8]) -> Fault {
    ProjectFile::from_bytes(bytes, &atlas().territories).map(drop).expect_err("refused")
}

pub fn code(bytes: &[u8]) -> &'static str {
    let error = ProjectError::new("a/p.atlante".as_ref(), fault(bytes));
    for lang in Lang::ALL {
        let line = error.text(lang);
        assert!(line.starts_with("p.atlante") && !line.contains("{}") && !line.contains('\n'), "{line}");
    }
    error.code()
}

/// The file taken apart, changed, and put together again.
pub fn edited(change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes())).expect("a zip");
    let mut parts = BTreeMap::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("whole");
        parts.insert(part.name().expect("a name").into_owned(), content);
    }
    change(&mut parts);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(&content).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// Replaces a text in a part and updates the manifest to match.
fn disguised(name: &str, from: &str, to: &str) -> Vec<u8> {
    edited(|parts| {
        let old = parts[name].clone();
        let text = String::from_utf8(old.clone()).expect("text");
        assert!(text.contains(from), "{text}");
        let new = text.replacen(from, to, 1).into_bytes();
        let manifest = String::from_utf8(parts["manifest.json"].clone()).expect("text");
        let manifest = manifest.replace(&digest(&old), &digest(&new));
        parts.insert("manifest.json".into(), manifest.into_bytes());
        parts.insert(name.into(), new);
    })
}

#[test]
fn a_file_cut_at_any_place_is_refused() {
    let whole = bytes();
    for cut in (0..whole.len()).step_by(97).chain([whole.len() - 1]) {
        assert_eq!(code(&whole[..cut]), "cut_short", "at {cut} of {}", whole.len());
    }
}

#[test]
fn any_byte_changed_is_found_or_does_not_matter() {
    let whole = bytes();
    let wanted = ProjectFile::from_bytes(&whole, &atlas().territories).expect("valid");
    for at in (0..whole.len()).step_by(31) {
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        if let Ok(project) = ProjectFile::from_bytes(&changed, &atlas().territories) {
            // A timestamp or a flag of the zip format itself.
            assert_eq!(project.work, wanted.work, "at {at}");
            assert_eq!(project.imports[0].origin, wanted.imports[0].origin, "at {at}");
        }
    }
}

#[test]
fn each_fault_has_its_sentence() {
    let part = "imports/utenti/indicators.json";
    assert_eq!(code(b""), "cut_short");
    assert_eq!(code(b"codice;utenti\n015146;5\n"), "not_a_project");
    assert_eq!(code(&edited(|parts| parts.retain(|name, _| name != "manifest.json"))), "not_a_project");
    assert_eq!(code(&edited(|parts| drop(parts.remove(part)))), "no_part");
    assert_eq!(code(&edited(|parts| parts.get_mut(part).expect("there").push(b' '))), "edited");
    assert_eq!(code(&edited(|parts| drop(parts.insert("altro.txt".into(), b"x".to_vec())))), "edited");
    assert_eq!(code(&edited(|parts| drop(parts.insert("../fuori".into(), b"x".to_vec())))), "damaged");
    let version = |to: &str| {
        edited(|parts| {
            let manifest = String::from_utf8(parts["manifest.json"].clone()).expect("text");
            let manifest = manifest.replacen(
                &format!("\"atlante_project\": {VERSION}"),
                &format!("\"atlante_project\": {to}"),
                1,
            );
            parts.insert("manifest.json".into(), manifest.into_bytes());
        })
    };
    assert_eq!(code(&version(&(VERSION + 1).to_string())), "newer");
    assert_eq!(code(&version("0")), "not_a_project");
    assert_eq!(code(&version("\"uno\"")), "not_a_project");
    // Even with matching digests, the reader checks the contents.
    assert_eq!(code(&disguised(part, "\"numerator\"", "\"numeratore\"")), "damaged");
    assert_eq!(code(&disguised("project.json", "\"name\"", "\"name\": 3, \"altro\"")), "damaged");
    let values = "imports/utenti/values.parquet";
    let broken = edited(|parts| {
        let old = parts[values].clone();
        let new = old[..old.len() - 9].to_vec();
        let manifest = String::from_utf8(parts["manifest.json"].clone()).expect("text");
        let manifest = manifest.replace(&digest(&old), &digest(&new));
        parts.insert("manifest.json".into(), manifest.into_bytes());
        parts.insert(values.into(), new);
    });
    assert_eq!(code(&broken), "damaged");
}

#[test]
fn a_bomb_is_not_unpacked() {
    let bomb = edited(|parts| drop(parts.insert("zeri".into(), vec![0; 64 << 20])));
    assert_eq!(code(&bomb), "too_large");
}

#[test]
fn a_folder_and_a_file_that_is_not_there_say_so() {
    let folder = Folder::new();
    let territories = &atlas().territories;
    let code = |name: &str| {
        let path = folder.path().join(name);
        ProjectFile::open(&path, territories).map(drop).expect_err("refused").code()
    };
    std::fs::create_dir(folder.path().join("cartella.atlante")).expect("a folder");
    assert_eq!((code("cartella.atlante"), code("manca.atlante")), ("folder", "cannot_read"));
}
