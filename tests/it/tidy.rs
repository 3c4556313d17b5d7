//! House rules that the compiler does not check: which folders may import which, how long a file may be, and that
//! every text is used and translated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Which folder of `src/` may import which others, lowest layer first.
const LAYERS: [(&str, &[&str]); 14] = [
    ("base", &[]),
    ("data", &["base"]),
    ("geo", &[]),
    // Who touches whom.
    ("stats", &["base", "geo"]),
    // What the atlas has of what a method needs.
    ("analysis", &["base", "data", "stats"]),
    // Names levels, methods, schemes and reasons for missing values.
    ("i18n", &["base", "data", "stats", "analysis"]),
    ("document", &["base", "data", "stats", "analysis", "i18n"]),
    ("scene", &["base"]),
    ("figure", &["base", "data", "geo", "stats", "analysis", "i18n", "document", "scene"]),
    // Provides the base map, which belongs to figures, together with its data.
    ("io", &["base", "data", "geo", "i18n", "document", "scene", "figure"]),
    ("export", &["base", "data", "document", "scene"]),
    ("report", &["base", "data", "stats", "analysis", "i18n", "document", "scene", "figure", "io", "export"]),
    (
        "engine",
        &[
            "base", "data", "geo", "stats", "analysis", "i18n", "document", "scene", "figure", "io",
            "export", "report",
        ],
    ),
    (
        "cli",
        &[
            "base", "data", "stats", "analysis", "i18n", "document", "scene", "figure", "io", "export",
            "report", "engine",
        ],
    ),
];

/// The window may use everything except files, which it leaves to the engine.
const WINDOW: (&str, &[&str]) =
    ("ui", &["base", "data", "geo", "stats", "analysis", "i18n", "document", "scene", "figure", "engine"]);

/// Single files that may import one more folder, with the reason.
const EXCEPTIONS: [(&str, &str, &str); 2] = [
    ("ui/app.rs", "io", "is given the loaded bundle and hands it to the engine, unopened"),
    ("ui/run.rs", "io", "is given the loaded bundle and hands it on, unopened"),
];

/// External crates that only some folders may use.
const OUTSIDE: [(&str, &[&str]); 27] = [
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("egui_winit", &["ui"]),
    ("softbuffer", &["ui"]),
    ("ron", &["ui"]),
    ("rfd", &["ui"]),
    ("clap", &["cli"]),
    ("resvg", &["export"]),
    ("vello_cpu", &["export", "report"]),
    ("krilla", &["export"]),
    ("krilla_svg", &["export"]),
    ("png", &["export", "io"]),
    ("rust_xlsxwriter", &["export"]),
    ("polars", &["data", "io"]),
    ("geojson", &["io"]),
    ("rusqlite", &["io", "export"]),
    ("shapefile", &["io", "export"]),
    ("calamine", &["io"]),
    ("csv", &["io"]),
    ("encoding_rs", &["io"]),
    ("zip", &["io", "report"]),
    ("hayro", &["report"]),
    ("typst", &["report"]),
    ("typst_layout", &["report"]),
    ("typst_pdf", &["report"]),
    ("proj4rs", &["geo"]),
    ("rustybuzz", &["scene", "export"]),
];

/// Files over the limit, with the reason.
const LONG: [(&str, &str); 0] = [];
/// The maximum number of lines of a file.
const MAX_LINES: usize = 800;

struct Source {
    /// Path below `src/`, with `/`.
    name: String,
    text: String,
}

impl Source {
    /// Its folder in `src/`; `None` for crate roots.
    fn folder(&self) -> Option<&str> {
        self.name.split_once('/').map(|(folder, _)| folder).filter(|folder| *folder != "bin")
    }

    /// Its numbered lines without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(i, line)| (i + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            rust_files(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            found.push(entry);
        }
    }
}

fn sources(below: &str) -> Vec<Source> {
    let folder = root().join(below);
    let mut files = Vec::new();
    rust_files(&folder, &mut files);
    files.sort();
    let source = |path: PathBuf| {
        let name = path.strip_prefix(&folder).expect("below the folder").to_string_lossy().replace('\\', "/");
        Source { name, text: fs::read_to_string(&path).expect("UTF-8") }
    };
    files.into_iter().map(source).collect()
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn word(text: &str) -> &str {
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

/// The names in a line right after `prefix`, unless that is the end of a longer word: from both `crate::x` and
/// `crate::{x, y}`.
fn named_after<'a>(line: &'a str, prefix: &str) -> Vec<&'a str> {
    let mut names = Vec::new();
    for (at, _) in line.match_indices(prefix) {
        if line[..at].ends_with(is_word) {
            continue;
        }
        let rest = &line[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let mut depth = 0;
                let mut start = true;
                for (i, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && is_word(c) => {
                            names.push(word(&list[i..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
            None => names.push(word(rest)),
        }
    }
    names
}

#[test]
fn a_folder_names_only_lower_layers() {
    let allowed: BTreeMap<&str, &[&str]> = LAYERS.into_iter().chain([WINDOW]).collect();
    let mut faults = Vec::new();
    for source in sources("src") {
        let Some(folder) = source.folder() else { continue };
        let Some(lower) = allowed.get(folder) else {
            faults.push(format!("src/{folder}/ stands in no layer"));
            continue;
        };
        for (line, code) in source.code() {
            for named in named_after(code, "crate::") {
                let known = allowed.contains_key(named);
                let excepted = EXCEPTIONS.iter().any(|(file, f, _)| *file == source.name && *f == named);
                if known && named != folder && !lower.contains(&named) && !excepted {
                    faults.push(format!("src/{}:{line}: {folder} names {named}", source.name));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The table is ordered as well: each folder imports only folders above it in the list.
#[test]
fn the_layers_stand_in_order() {
    let order: Vec<&str> = LAYERS.into_iter().chain([WINDOW]).map(|(folder, _)| folder).collect();
    for (i, (folder, lower)) in LAYERS.into_iter().chain([WINDOW]).enumerate() {
        for named in lower {
            assert!(order[..i].contains(named), "{folder} is allowed {named}, which stands no lower");
        }
    }
}

#[test]
fn outside_crates_stay_in_their_folder() {
    let mut faults = Vec::new();
    for source in sources("src") {
        let Some(folder) = source.folder() else { continue };
        for (line, code) in source.code() {
            for (outside, folders) in OUTSIDE {
                let path = format!("{outside}::");
                // A path from the crate root is ours: `super::png::png`.
                let named = code.match_indices(&path).any(|(at, _)| {
                    let before = &code[..at];
                    !before.ends_with(is_word) && !before.ends_with("super::") && !before.ends_with("crate::")
                });
                if named && !folders.contains(&folder) {
                    faults.push(format!("src/{}:{line}: {folder} names {outside}", source.name));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_and_clocks_stay_where_they_belong() {
    let rules: [(&str, &[&str]); 4] = [
        ("std::fs", &["io", "cli", "engine"]),
        ("std::net", &[]),
        ("SystemTime", &["engine", "ui"]),
        ("std::process::Command", &[]),
    ];
    let mut faults = Vec::new();
    for source in sources("src") {
        let Some(folder) = source.folder() else { continue };
        for (line, code) in source.code() {
            for (what, folders) in rules {
                if code.contains(what) && !folders.contains(&folder) {
                    faults.push(format!("src/{}:{line}: {what}", source.name));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A thread started elsewhere could panic and leave the window waiting for ever.
#[test]
fn threads_are_started_in_one_place() {
    let starts = ["thread::spawn", "thread::Builder", "thread::scope", "use std::thread"];
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| source.name != "engine/background.rs") {
        for (line, code) in source.code() {
            if starts.iter().any(|start| code.contains(start)) {
                faults.push(format!("src/{}:{line}: {code}", source.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A new kind of map is a module in `figure/map/kinds/`, a variant and a line in the list; all other code asks the
/// kind. Only the places where a user picks a kind, or a question that one answers, know which ones there are.
#[test]
fn no_file_matches_on_the_kinds_of_map() {
    let knows =
        ["document/element/map_kind.rs", "ui/panels/kind.rs", "cli/figures/map.rs", "document/question.rs"];
    let mut faults = Vec::new();
    for source in sources("src") {
        if source.name.starts_with("figure/map/kinds/") || knows.contains(&source.name.as_str()) {
            continue;
        }
        for (line, code) in source.code() {
            // Anyone may call the functions of `MapKind`; its variants, and what is specific to the models of one
            // kind, are private to the kinds.
            let names_variant =
                named_after(code, "MapKind::").iter().any(|name| name.starts_with(char::is_uppercase));
            if names_variant
                || code.contains("MapKind::*")
                || code.contains("shown_as") && source.name != "figure/map/numbers.rs"
            {
                faults.push(format!("src/{}:{line}: {}", source.name, code.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let listed: BTreeSet<&str> = LONG.into_iter().map(|(name, _)| name).collect();
    for below in ["src", "tests", "benches"] {
        for source in sources(below) {
            let lines = source.text.lines().count();
            let name = format!("{below}/{}", source.name);
            assert!(lines <= MAX_LINES || listed.contains(name.as_str()), "{name} has {lines} lines");
        }
    }
}

#[test]
fn nothing_is_left_to_do_and_nothing_names_a_machine() {
    let faults: Vec<String> = sources("src")
        .iter()
        .flat_map(|source| {
            let marks = [
                "todo!",
                "unimplemented!",
                "dbg!",
                "FIXME",
                "XXX",
                concat!("/ro", "ot/"),
                "/home/",
                "/tmp/",
                concat!("/wo", "rk/"),
                "C:\\Users",
            ];
            let lines = source.text.lines().enumerate();
            lines
                .filter(move |(_, line)| marks.iter().any(|mark| line.contains(mark)))
                .map(|(i, line)| format!("src/{}:{}: {line}", source.name, i + 1))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_says_what_it_is() {
    for source in sources("src") {
        assert!(source.text.starts_with("//! ") || source.name == "main.rs", "src/{}", source.name);
    }
}

// Texts.

fn is_of_texts(name: &str) -> bool {
    name == "i18n/texts.rs" || name.starts_with("i18n/texts/")
}

/// A text: its name, the arguments for its placeholders, and its wording in both languages.
struct Text {
    name: String,
    arguments: Vec<String>,
    it: String,
    en: String,
}

/// `NAME: "it", "en";` and `fn name(argument): "it", "en";` — the texts of `src/i18n/texts.rs` and of the files in
/// its folder.
fn texts() -> Vec<Text> {
    let files = sources("src").into_iter().filter(|file| is_of_texts(&file.name));
    let text: String =
        files.map(|file| file.code().map(|(_, line)| format!("{line}\n")).collect::<String>()).collect();
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(": \"") {
        let head = rest[..at].lines().last().unwrap_or_default().trim();
        let (name, arguments) = match head.strip_prefix("fn ").and_then(|function| function.split_once('(')) {
            Some((name, arguments)) => (name, arguments.trim_end_matches(')').split(", ").collect()),
            None => (head, Vec::new()),
        };
        let (name, arguments) = (name.to_owned(), arguments.into_iter().map(str::to_owned).collect());
        let (it, after) = literal(&rest[at + 2..]);
        let comma = after.trim_start().strip_prefix(',').unwrap_or_else(|| panic!("{name}: no comma"));
        let (en, after) = literal(comma.trim_start());
        assert!(after.trim_start().starts_with(';'), "{name}: no semicolon");
        rest = after;
        found.push(Text { name, arguments, it, en });
    }
    found
}

/// The names of the placeholders `{…}` of a text.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(name, _)| name).collect()
}

/// A string literal at the start of the text, and what follows it.
fn literal(text: &str) -> (String, &str) {
    let inner = text.strip_prefix('"').unwrap_or_else(|| panic!("a literal: {text:.40}"));
    let mut content = String::new();
    let mut escaped = false;
    for (i, c) in inner.char_indices() {
        match c {
            _ if escaped => {
                content.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            '"' => return (content, &inner[i + 1..]),
            c => content.push(c),
        }
    }
    panic!("a literal without end: {text:.40}");
}

#[test]
fn every_text_says_the_same_in_both_languages() {
    let texts = texts();
    assert!(texts.len() > 90, "only {} texts were found", texts.len());
    for Text { name, arguments, it, en } in &texts {
        assert!(!name.is_empty() && name.chars().all(is_word), "'{name}' is no name");
        for text in [it, en] {
            assert!(!text.is_empty() && text.trim() == text && !text.contains("  "), "{name}: '{text}'");
            let arguments: BTreeSet<&str> = arguments.iter().map(String::as_str).collect();
            let places = places(text);
            assert!(
                places == arguments || places == [""].into(),
                "{name}: every argument has a place in '{text}'"
            );
        }
        assert_eq!(it.matches("{}").count(), en.matches("{}").count(), "{name}");
        assert_eq!(it.ends_with('.'), en.ends_with('.'), "{name}: one is a sentence, the other not");
    }
    let names: BTreeSet<&str> = texts.iter().map(|text| text.name.as_str()).collect();
    assert_eq!(names.len(), texts.len(), "names are unique");
}

#[test]
fn every_text_is_used() {
    let mut used = BTreeSet::new();
    let files: Vec<Source> = sources("src").into_iter().filter(|s| !is_of_texts(&s.name)).collect();
    for source in &files {
        for (_, code) in source.code() {
            for prefix in ["texts::", "t::"] {
                used.extend(named_after(code, prefix).into_iter().map(str::to_owned));
            }
        }
    }
    let texts = texts().into_iter().map(|text| text.name);
    let unused: Vec<String> = texts.filter(|name| !used.contains(name)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// Errors have our own wording in both languages: messages of libraries or of the system are English.
#[test]
fn no_error_is_quoted() {
    let quoted =
        ["rror.to_string()", "fault.to_string()", "e.to_string()", "{error}", "{fault}", ".message()"];
    // The argument parser returns its help as an error, which is rewritten; only words say which key of a TOML is meant.
    let allowed =
        ["Self::Help(help(&error.to_string(), lang))", "rows.error(at, fault(error.message(), text, at))"];
    let mut faults = Vec::new();
    for source in sources("src") {
        let tests =
            source.text.find("#[cfg(test)]").map_or(usize::MAX, |at| source.text[..at].lines().count());
        for (line, code) in source.code().filter(|(line, _)| *line <= tests) {
            let is_error = quoted.iter().any(|mark| {
                code.match_indices(mark)
                    .any(|(at, _)| *mark != "e.to_string()" || !code[..at].ends_with(is_word))
            });
            if is_error && !code.contains("#[error(") && !allowed.iter().any(|known| code.contains(known)) {
                faults.push(format!("src/{}:{line}: {}", source.name, code.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A noun after a number must agree with it, so `Lang::count` writes both. A fixed limit, far above one, may have its
/// noun in the text.
#[test]
fn no_text_has_a_noun_for_any_number() {
    let limits = ["most", "least"];
    for Text { name, arguments, it, en } in texts() {
        for (text, argument) in
            [&it, &en].into_iter().flat_map(|text| arguments.iter().map(move |a| (text, a)))
        {
            let counts = ["count", "taken", "read", "shown", "of", "done"].contains(&argument.as_str());
            let after = text.split(&format!("{{{argument}}} ")).nth(1).unwrap_or_default();
            let noun = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let links =
                ["", "di", "su", "of", "con", "with", "senza", "without", "lette", "nell", "in", "e", "and"];
            let is_noun = counts && !limits.contains(&argument.as_str()) && !links.contains(&noun);
            assert!(
                !is_noun || ["more", "other", "not"].contains(&noun),
                "{name}: '{noun}' after a number in '{text}'"
            );
        }
    }
}

#[test]
fn accents_are_letters_and_not_apostrophes() {
    for Text { name, it, .. } in texts() {
        for wrong in ["e'", "E'", "perche'", "piu'", "puo'", "cosi'", "perchè", "citta'"] {
            assert!(!it.contains(wrong), "{name}: '{it}'");
        }
    }
}
