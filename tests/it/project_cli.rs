//! `import`, `project` and `--project`, run as a user runs them.

use atlante::base::Code;
use atlante::data::NamedSet;
use atlante::io::digest;
use atlante::io::project::ProjectFile;
use serde_json::json;

use crate::cli::{Cli, array};
use crate::common::{Folder, atlas};
use crate::project::USERS;

fn folder() -> (Folder, String) {
    let folder = Folder::new().with("utenti.csv", USERS);
    let project = folder.file("p.atlante");
    (folder, project)
}

#[test]
fn a_file_is_imported_and_every_command_has_its_values() {
    let (folder, p) = folder();
    let output = Cli::new(&["import", &folder.file("utenti.csv"), "--into", &p, "--json"]).json();
    let imported = &output["files"][0]["imported"];
    assert_eq!((&output["status"], &imported["id"]), (&"ok".into(), &"utenti".into()));
    assert_eq!(imported["indicators"], json!(["utenti", "quota_di_anziani"]));
    let values =
        Cli::line("values --indicator utenti --year 2022 --format json --project").with(&[&p]).json();
    let of = |code: &str| array(&values).iter().find(|row| row["code"] == code).expect(code)["value"].clone();
    assert_eq!((of("015146"), of("098031")), (1200.0.into(), 80.0.into()));
    let indicators = Cli::line("indicators --project").with(&[&p]).ok();
    assert!(indicators.contains("Dati importati\n  utenti "), "{indicators}");
    let map = folder.file("mappa.svg");
    Cli::line("figure map --indicator utenti --symbols --year 2022 -o").with(&[&map, "--project", &p]).ok();
    assert!(std::fs::read_to_string(&map).expect("drawn").contains("utenti"), "a map of it");

    let info = Cli::new(&["project", "info", &p, "--json"]).json();
    let import = &info["imports"][0];
    assert_eq!((&info["name"], &info["kind"]), (&"p".into(), &"project".into()));
    assert_eq!((&import["file"], &import["rows"]), (&"utenti.csv".into(), &json!({ "read": 6, "taken": 6 })));
    assert_eq!(import["dates"], json!(["2022-01-01", "2023-01-01"]));
    let verified = Cli::new(&["project", "verify", &p, "--json"]).json();
    assert_eq!((&verified["status"], &verified["canonical"]), (&"ok".into(), &true.into()));
    let text = Cli::new(&["project", "info", &p, "--lang", "en"]).ok();
    assert!(text.contains("from utenti.csv (recipe tabella): rows read 6, imported 6"), "{text}");

    Cli::new(&["project", "remove", &p, "utenti"]).ok();
    let line = Cli::new(&["project", "remove", &p, "utenti"]).refusal();
    assert!(line.contains("utenti"), "{line}");
    assert!(Cli::line("values --indicator utenti --project").with(&[&p]).refusal().contains("utenti"));
}

#[test]
fn a_pack_made_of_a_project_serves_another() {
    let (folder, p) = folder();
    let (pack, other) = (folder.file("ats.atlante"), folder.file("ufficio.atlante"));
    Cli::new(&["import", &folder.file("utenti.csv"), "--into", &p]).ok();
    Cli::new(&["project", "pack", &p, "-o", &pack]).ok();
    Cli::new(&["project", "new", &other, "--name", "Ufficio"]).ok();
    Cli::new(&["project", "attach", &other, &pack]).ok();
    let values = Cli::line("values --indicator utenti --year 2023 --project").with(&[&other]).ok();
    assert!(values.contains("015146,Milano,2023,2023-01-01,1300"), "{values}");
    for refused in [
        Cli::new(&["import", &folder.file("utenti.csv"), "--into", &pack]),
        Cli::new(&["project", "remove", &pack, "utenti"]),
        Cli::new(&["project", "new", &other]),
        Cli::new(&["project", "attach", &other, &p]),
    ] {
        refused.refusal();
    }
}

#[test]
fn what_has_two_readings_waits_for_a_choice() {
    let (folder, p) = folder();
    let folder = folder.with("nomi.csv", "Comune;casi\nMilano;5\nCorsicco;6\nLodi;7\n");
    let file = folder.file("nomi.csv");
    let line = Cli::new(&["import", &file, "--into", &p]).refusal();
    assert!(line.contains("Corsicco") && line.contains("--accept"), "{line}");
    assert!(!folder.path().join("p.atlante").exists(), "nothing is made of nothing");
    let output =
        Cli::new(&["import", &file, "--into", &p, "--accept", "all", "--date", "2023-01-01", "--json"])
            .json();
    // The name accepted unseen is left out, which is a warning.
    assert_eq!((&output["status"], &output["files"][0]["rows"]["taken"]), (&"warnings".into(), &2.into()));
    let recipe = Cli::new(&["import", &file, "--into", &p, "--recipe", "mef_irpef"]).refusal();
    assert!(recipe.contains("mef_irpef"), "{recipe}");
    let unknown = Cli::new(&["import", &file, "--into", &p, "--recipe", "mia"]).refusal();
    assert!(unknown.contains("istat_posas"), "{unknown}");
}

#[test]
fn a_recipe_of_ones_own_stays_in_the_project() {
    const RECIPE: &str = "id = \"mensa\"\ntitle = { it = \"Mensa\", en = \"Canteen\" }\n\
        source = { it = \"Ufficio\", en = \"Office\" }\nlicence = \"CC0\"\nheaders = [\"cod\", \"pasti serviti\"]\n\
        territory = { code = \"cod\" }\ndate = { column = \"quando\", day = \"end\" }\n\n\
        [[value]]\ncolumn = \"pasti serviti\"\nid = \"pasti\"\nmeasure = \"count\"\n";
    let (folder, p) = folder();
    let text = |year, n| format!("cod;quando;pasti serviti\n15146;{year};{n}\n15093;{year};4\n");
    let folder =
        folder.with("mensa.toml", RECIPE).with("a.csv", text(2022, 10)).with("b.csv", text(2023, 11));
    Cli::new(&["import", &folder.file("a.csv"), "--into", &p, "--recipe", &folder.file("mensa.toml")]).ok();
    // Next year's file needs no answers about how to read it.
    let output = Cli::new(&["import", &folder.file("b.csv"), "--into", &p, "--json"]).json();
    assert_eq!(
        (&output["files"][0]["recipe"], &output["files"][0]["imported"]["id"]),
        (&"mensa".into(), &"mensa_2".into())
    );
    let indicators = Cli::line("indicators --json --project").with(&[&p]).json();
    let pasti = array(&indicators).iter().find(|i| i["id"] == "pasti").expect("an indicator");
    assert_eq!(pasti["dates"], json!(["2022-12-31", "2023-12-31"]));
}

#[test]
fn refusals_are_one_line() {
    let (folder, p) = folder();
    let folder = folder.with("falso.atlante", "x").with("ambiti.csv", "Ambito;casi\n50089;5\n50095;6\n");
    for (arguments, output) in [
        (vec!["project", "info", "manca.atlante"], "manca.atlante"),
        (vec!["project", "verify", &folder.file("falso.atlante")], "non è un progetto"),
        (
            vec!["values", "--indicator", "utenti", "--project", &folder.file("falso.atlante")],
            "non è un progetto",
        ),
        (
            vec!["import", &folder.file("utenti.csv"), "--into", &folder.file("falso.atlante")],
            "non è un progetto",
        ),
        (vec!["import", &folder.file("ambiti.csv"), "--into", &p], "Ambiti"),
        (vec!["import", &folder.file("utenti.csv"), "--into", &p, "--date", "ieri"], "ieri"),
        (vec!["import", &folder.file("utenti.csv")], "--into"),
    ] {
        let line = Cli::new(&arguments).refusal();
        assert!(line.contains(output), "{line}");
    }
}

/// Killed at any length of the file being written, the project is still the old one, intact. Later steps are
/// interrupted one by one in the tests of `io::write`.
#[test]
#[cfg(unix)]
fn a_kill_during_save_leaves_a_whole_project() {
    use std::os::unix::process::ExitStatusExt;
    use std::process::{Command, Stdio};

    let (folder, p) = folder();
    Cli::new(&["import", &folder.file("utenti.csv"), "--into", &p]).ok();
    std::fs::write(folder.path().join("altro.csv"), USERS.replace(";80;", ";1080;")).expect("written");
    let path = folder.path().join("p.atlante");
    let before = std::fs::read(&path).expect("a project");
    // The system kills the program at its first byte beyond this many blocks of a file, so the place does not depend
    // on timing.
    let mut blocks = 0;
    loop {
        let saved = Command::new("sh")
            .args(["-c", "ulimit -f \"$0\" && exec \"$@\"", &blocks.to_string()])
            .args([env!("CARGO_BIN_EXE_atlante-cli"), "import", &folder.file("altro.csv"), "--into", &p])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the program starts");
        if saved.success() {
            break;
        }
        assert!(saved.signal().is_some(), "killed, not refused: {saved}");
        assert_eq!(std::fs::read(&path).expect("a project"), before, "killed after {blocks} blocks");
        blocks += 1;
    }
    assert!(blocks > 3, "killed in the midst of it: {blocks}");
    let project = ProjectFile::open(&path, &atlas().territories).expect("whole");
    assert_eq!(project.imports.len(), 2);
    // The lock ended with its holder, and leftovers are removed.
    let left = std::fs::read_dir(folder.path()).expect("a folder").flatten();
    assert_eq!(left.filter(|entry| entry.file_name().to_string_lossy().ends_with(".part")).count(), 0);
}

#[test]
fn a_saved_set_stands_for_its_territories_in_every_command() {
    let (folder, p) = folder();
    let mut project = ProjectFile::new("Piano");
    let codes = ["015093", "015074"].map(Code::from).to_vec();
    project.work.document.sets.push(NamedSet { name: "Cintura sud".into(), codes });
    project.save(p.as_ref(), &atlas().territories).expect("can be written");
    let drawn = |kind: &str, arguments: &[&str]| {
        let figure = folder.file("f.svg");
        let command =
            ["figure", kind, "-o", &figure, "--json", "--territory", "cintura sud", "--project", &p];
        Cli::new(&command).with(arguments).json()
    };
    let selected = |output: &serde_json::Value| {
        array(&output["rows"])
            .iter()
            .filter(|row| row["chosen"] == true)
            .map(|row| row["code"].clone())
            .collect::<Vec<_>>()
    };
    let ranking = drawn("ranking", &["--indicator", "indice_vecchiaia"]);
    assert_eq!(selected(&ranking), ["015074", "015093"]);
    let table = drawn("table", &["--columns", "indice_vecchiaia", "--only-chosen"]);
    assert_eq!((array(&table["rows"]).len(), selected(&table).len()), (2, 2));
    let series = drawn("series", &["--indicator", "indice_vecchiaia"]);
    assert!(array(&series["series"]).iter().any(|line| line["code"] == "015093"));
    let values = ["values", "--indicator", "indice_vecchiaia", "--project", &p, "--where"];
    let rows = Cli::new(&values).with(&["\"Cintura sud\" e indice_vecchiaia > 205"]).ok();
    assert!(rows.contains("Cesano Boscone") && rows.lines().count() == 2, "{rows}");
    let unknown = Cli::new(&values).with(&["\"Cintura nord\""]).refusal();
    assert!(unknown.contains("«Cintura nord»"), "{unknown}");
}

/// A pipe can be read only once: the digest is that of what was read.
#[cfg(unix)]
#[test]
fn a_file_is_read_once() {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let (_folder, p) = folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlante-cli"));
    command.args(["import", "/dev/stdin", "--into", &p]);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(USERS.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let info = Cli::new(&["project", "info", &p, "--json"]).json();
    assert_eq!(info["imports"][0]["sha256"], digest(USERS.as_bytes()));
}
