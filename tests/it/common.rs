//! What several test modules share: the embedded bundle, dates, and folders that clean up after themselves.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Date, Level};
use atlante::data::{Atlas, Method, Query, Table, Value};
use atlante::document::{Element, MapSpec, OfKind};
use atlante::engine::{Action, State, update};
use atlante::io::Bundle;
use atlante::io::import::Checked;
use atlante::io::project::{Choices, ProjectFile, take_in};

/// The folder of an earlier edition of residents and areas, on which tests of figures and of the window are based, so
/// that new data in the program do not change what they check.
pub const EDITION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/edition");

/// The bundle with that edition.
pub fn edition() -> Bundle {
    Bundle::load(Some(Path::new(EDITION))).expect("the embedded bundle is valid")
}

/// The same, loaded once for all tests.
pub static BUNDLE: LazyLock<Bundle> = LazyLock::new(edition);

/// Its atlas.
pub fn atlas() -> &'static Atlas {
    &BUNDLE.atlas
}

/// The bundle as the program ships it today.
pub static TODAY: LazyLock<Bundle> =
    LazyLock::new(|| Bundle::load(None).expect("the embedded bundle is valid"));

/// Its atlas.
pub fn today() -> &'static Atlas {
    &TODAY.atlas
}

/// A `datasets.toml` for a folder with one table, `prova.csv`.
pub const LIST: &str = r#"
[[dataset]]
id = "prova"
file = "prova.csv"
kind = "observations"
dated = true
title = { it = "Prova", en = "Trial" }
source = { it = "nessuna", en = "none" }
licence = "CC0"
retrieved_from = "here"
"#;

/// 1 January of a year.
pub fn january(year: i16) -> Date {
    Date::new(year, 1, 1).expect("every year has a first of January")
}

/// The table of an indicator from today's bundle.
pub fn table_today(indicator: &str, date: Date, level: Level, method: Method) -> Table {
    table_of(today(), indicator, date, level, method)
}

/// The table of an indicator of the earlier edition.
pub fn table(indicator: &str, date: Date, level: Level, method: Method) -> Table {
    table_of(atlas(), indicator, date, level, method)
}

/// The table of an indicator from an atlas.
pub fn table_of(atlas: &Atlas, indicator: &str, date: Date, level: Level, method: Method) -> Table {
    let query = Query { indicator: indicator.to_owned(), date, level, method };
    atlas.compute(&query).unwrap_or_else(|error| panic!("{indicator} at {date}: {error}"))
}

/// The value of one unit of a table.
pub fn value(table: &Table, code: &str) -> Value {
    let code = Code::from(code);
    let row = table.rows.iter().find(|row| row.code == code);
    row.unwrap_or_else(|| panic!("no row for {code}")).value
}

/// A project into which a checked file was imported, saved and read again, and the atlas with it.
pub fn imported(checked: Checked) -> (ProjectFile, Atlas) {
    let mut project = ProjectFile::new("prova");
    let import = take_in(checked, "0".into(), None, &Choices::default(), &project, atlas());
    project.add(import.unwrap_or_else(|e| panic!("{e:?}")));
    let bytes = project.to_bytes(&atlas().territories).expect("can be written");
    let project = ProjectFile::from_bytes(&bytes, &atlas().territories).expect("can be read");
    let atlas = BUNDLE.with_projects([&project]).atlas;
    (project, atlas)
}

/// The value of a unit by its name.
pub fn value_of(atlas: &Atlas, indicator: &str, date: Date, level: Level, name: &str) -> Value {
    let query = Query { indicator: indicator.into(), date, level, method: Method::Pooled };
    let table = atlas.compute(&query).unwrap_or_else(|e| panic!("{e}"));
    table.rows.into_iter().find(|row| row.name == name).expect("the unit").value
}

/// The value of one unit of a table, which must be present.
pub fn present(table: &Table, code: &str) -> f64 {
    value(table, code).unwrap_or_else(|reason| panic!("{code} of {}: {reason:?}", table.indicator))
}

/// A folder for one test, removed with its contents.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("it-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("the target folder can be written");
        Self(path)
    }

    /// The folder with one more file.
    pub fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.0.join(name), content).expect("the folder can be written");
        self
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The path of a file in it, existing or not, as text.
    pub fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("the target folder has a plain name").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // If it cannot be removed it stays in the target folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The value of a variable in the Comune number `i`.
pub type Case = (&'static str, fn(usize) -> String);

pub const CASES: [Case; 5] = [
    ("uno", |i| if i == 0 { "7".into() } else { String::new() }),
    ("nessuno", |_| "c".into()),
    ("negativi", |i| format!("-{}", i + 1)),
    ("costante", |_| "5".into()),
    ("misto", |i| ["1", "c", "z", ""][i % 4].into()),
];

/// The embedded bundle with an indicator for each case, named after its variable.
pub fn awkward() -> Arc<Bundle> {
    Arc::new(Bundle::load(Some(awkward_folder(&CASES).path())).expect("a valid folder"))
}

/// A folder of data with an indicator for each case, named after its variable.
pub fn awkward_folder(cases: &[Case]) -> Folder {
    let mut csv = String::from("code,date");
    let mut indicators =
        String::from("[[theme]]\nid = \"prova\"\nname = { it = \"Prova\", en = \"Trial\" }\n");
    for (name, _) in cases {
        write!(csv, ",{name}").expect("text");
        write!(
            indicators,
            "[[indicator]]\nid = \"{name}\"\nname = {{ it = \"Caso {name}\", en = \"Case {name}\" }}\n\
             short = {{ it = \"{name}\", en = \"{name}\" }}\ntheme = \"prova\"\n\
             unit = {{ it = \"unità\", en = \"units\" }}\nsuffix = \"\"\nnumerator = [\"{name}\"]\n\
             multiplier = 1\ndecimals = 0\npolarity = \"neither\"\nkind = \"ratio\"\n\
             definition = {{ it = \"Prova.\", en = \"Trial.\" }}\nsource = {{ it = \"nessuna\", en = \"none\" }}\n\
             licence = \"CC0\"\n"
        )
        .expect("text");
    }
    for (i, comune) in atlas().territories.comuni().iter().enumerate() {
        write!(csv, "\n{},2023-01-01", comune.code).expect("text");
        for (_, cell) in cases {
            write!(csv, ",{}", cell(i)).expect("text");
        }
    }
    Folder::new().with("datasets.toml", LIST).with("prova.csv", csv).with("indicators.toml", indicators)
}

/// Shows the map with this change.
pub fn set_map(state: &mut State, change: impl FnOnce(&mut MapSpec)) {
    let action = Action::map(&state.document.map, change);
    update(state, action);
}

/// The action that shows a view with this change.
pub fn view_with<S: OfKind + Clone + Into<Element>>(state: &State, change: impl FnOnce(&mut S)) -> Action {
    let mut spec = state.document.view::<S>().expect("in sight").clone();
    change(&mut spec);
    Action::SetView(Box::new(spec.into()))
}
