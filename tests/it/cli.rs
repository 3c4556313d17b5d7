//! The command line, run as a user runs it.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::common::{EDITION, Folder, atlas};

/// Employment density of the counties of California: a column with published classes.
const CALEMP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/calemp.csv");

/// Options that choose the data of a run. `--today` is not one of the program's: it is removed before the run.
const OF_DATA: [&str; 3] = ["--data", "--boundaries", "--today"];

/// The header of values as CSV.
const VALUES_HEAD: &str = "code,name,year,date,value,status,indicator,unit,level,method,quality,source";

/// One run of `atlante-cli`.
#[derive(Clone)]
pub struct Cli(Vec<String>);

/// The outcome of a run.
struct Outcome {
    arguments: String,
    code: Option<i32>,
    out: String,
    err: String,
}

impl Cli {
    /// A run with these arguments.
    pub fn new(arguments: &[&str]) -> Self {
        Self(arguments.iter().map(|a| (*a).to_owned()).collect())
    }

    /// A run with the words of a line without quotes.
    pub fn line(line: &str) -> Self {
        Self::new(&line.split_whitespace().collect::<Vec<_>>())
    }

    pub fn with(mut self, arguments: &[&str]) -> Self {
        self.0.extend(arguments.iter().map(|a| (*a).to_owned()));
        self
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_atlante-cli"));
        command.args(self.0.iter().filter(|argument| *argument != "--today")).stdin(Stdio::null());
        // A run that chooses its own data keeps its choice.
        if !self.0.iter().any(|argument| OF_DATA.contains(&argument.as_str())) {
            command.args(["--data", EDITION]);
        }
        command
    }

    fn run(&self) -> Outcome {
        let output = self.command().output().expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Outcome {
            arguments: self.0.join(" "),
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// The output of a successful run.
    pub fn ok(&self) -> String {
        let Outcome { arguments, code, out, err } = self.run();
        assert_eq!((code, err.as_str()), (Some(0), ""), "{arguments}");
        out
    }

    /// The output of a successful run, and what it told beside it.
    pub fn both(&self) -> (String, String) {
        let Outcome { arguments, code, out, err } = self.run();
        assert_eq!(code, Some(0), "{arguments}: {err}");
        (out, err)
    }

    /// The output of a successful run, as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.ok()).unwrap_or_else(|e| panic!("{:?}: {e}", self.0))
    }

    /// What a failed run told: its error, after what it had to say of its files.
    pub fn failure(&self) -> String {
        let Outcome { arguments, code, out, err } = self.run();
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments}: {err}");
        err
    }

    /// The single line of a failed run.
    pub fn refusal(&self) -> String {
        let Outcome { arguments, code, out, err } = self.run();
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments}: {err}");
        let line = err.strip_suffix('\n').unwrap_or_else(|| panic!("{arguments}: '{err}' ends no line"));
        assert!(!line.trim().is_empty() && !line.contains('\n'), "{arguments}: {err}");
        assert!(!line.contains("panicked") && !line.contains("{}"), "{arguments}: {err}");
        line.to_owned()
    }
}

fn map_to(folder: &Folder, name: &str, arguments: &str) -> Cli {
    Cli::line("figure map")
        .with(&["-o", &folder.file(name)])
        .with(&arguments.split_whitespace().collect::<Vec<_>>())
}

pub fn array(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("an array: {value}"))
}

// Lists.

#[test]
fn indicators_are_listed() {
    let all = Cli::line("indicators --json").json();
    let (computed, published) = (atlas().catalogue.indicators(), atlas().published_indicators());
    assert_eq!(array(&all).len(), computed.len() + published.len());
    let vecchiaia = array(&all).iter().find(|i| i["id"] == "indice_vecchiaia").expect("the ageing index");
    assert_eq!(vecchiaia["name"]["it"], "Indice di vecchiaia");
    assert_eq!(vecchiaia["name"]["en"], "Ageing index");
    assert_eq!(vecchiaia["dates"], serde_json::json!(["2022-01-01", "2023-01-01"]));
    assert_eq!(vecchiaia["multiplier"], 100.0);
    for key in ["theme", "unit", "decimals", "polarity", "kind", "definition", "source", "licence"] {
        assert!(!vecchiaia[key].is_null(), "{key}");
    }
    let italian = Cli::line("indicators").ok();
    let english = Cli::line("indicators --lang en").ok();
    assert!(italian.contains("Indice di vecchiaia") && !italian.contains("Ageing index"));
    assert!(english.contains("Ageing index") && !english.contains("Indice di vecchiaia"));
    assert!(computed.iter().all(|i| italian.contains(&i.id)));
    assert!(published.iter().all(|p| italian.contains(&p.id)));
    assert!(italian.contains("Spesa sociale pro capite (come pubblicato)"));
    assert!(english.contains("Social spending per head (as published)"));
    let spending = array(&all).iter().find(|i| i["id"] == "spesa_sociale_pro_capite").expect("published");
    assert_eq!((&spending["as_published"], &vecchiaia["as_published"]), (&true.into(), &Value::from(false)));
    // Values of whole years have years but no dates.
    assert_eq!(spending["years"], serde_json::json!([2016, 2017, 2018]));
    assert_eq!(spending["dates"], serde_json::json!([]));
    let piano = array(&all).iter().find(|i| i["id"] == "pdz_indice_vecchiaia").expect("published");
    assert_eq!(piano["counterpart"], "indice_vecchiaia");
    assert_eq!(piano["dates"], serde_json::json!(["2018-12-31", "2019-12-31", "2020-12-31"]));
}

#[test]
fn territories_are_listed() {
    let all = Cli::line("territories --json").json();
    let count = |key: &str| array(&all[key]).len();
    assert_eq!(["comuni", "ambiti", "asst", "ats"].map(count), [193, 17, 5, 1]);
    let milano = array(&all["comuni"]).iter().find(|c| c["code"] == "015146").expect("Milano, as text");
    assert_eq!((&milano["name"], &milano["asst"]), (&"Milano".into(), &Value::Null));
    let corsico = array(&all["ambiti"]).iter().find(|u| u["code"] == "50089").expect("an Ambito");
    assert_eq!(array(&corsico["comuni"]).len(), 6);
    let areas = array(&all["areas"]);
    let levels =
        ["lombardia", "321"].map(|code| &areas.iter().find(|a| a["code"] == code).expect(code)["level"]);
    assert_eq!(levels, [&Value::Null, &"ats".into()], "the ATS is one of our units, Lombardia is none");
    let text = Cli::line("territories").ok();
    assert_eq!(text.lines().count(), 194);
    assert!(text.contains("\n015146,Milano,Milano"), "the code keeps its zero");
}

#[test]
fn datasets_are_listed() {
    let all = Cli::line("datasets --json").json();
    let ids: Vec<&str> = array(&all).iter().filter_map(|d| d["id"].as_str()).collect();
    for id in
        ["popolazione_eta", "residenti", "superficie", "ambiti_lombardia", "piano_di_zona_corsico_2021_2023"]
    {
        assert!(ids.contains(&id), "{id} in {ids:?}");
    }
    assert!(Cli::line("datasets --lang en").ok().contains("Resident population"));
    // Every file of `sample_data/`, whatever its kind.
    let all = Cli::line("datasets --today").ok();
    let list: toml::Table = include_str!("../../sample_data/datasets.toml").parse().expect("TOML");
    for listed in list["dataset"].as_array().expect("a list") {
        let id = listed["id"].as_str().expect("an id");
        assert!(all.lines().any(|line| line == id), "{id}");
    }
}

// Values.

#[test]
fn values_come_with_full_precision_and_a_status() {
    let rows =
        Cli::line("values --indicator indice_vecchiaia --level ambiti --year 2023 --format json").json();
    assert_eq!(array(&rows).len(), 17);
    let corsico = array(&rows).iter().find(|row| row["code"] == "50089").expect("an Ambito");
    let value = corsico["value"].as_f64().expect("a number");
    assert_eq!(format!("{value:.1}"), "181.0");
    assert_ne!(value, 181.0, "not rounded");
    let rest = [&corsico["year"], &corsico["status"], &corsico["date"], &corsico["name"]];
    assert_eq!(rest, [&2023.into(), &"ok".into(), &"2023-01-01".into(), &Value::from("Corsico")]);
}

#[test]
fn values_as_csv_are_those_of_the_json() {
    let arguments = "values --indicator densita --level comuni --year 2022 --format";
    let csv = Cli::line(&format!("{arguments} csv")).ok();
    let text = Cli::line(&format!("{arguments} json")).ok();
    let json: Value = serde_json::from_str(&text).expect("JSON");
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some(VALUES_HEAD));
    let lines: Vec<&str> = lines.collect();
    assert_eq!(lines.len(), 193);
    for (line, row) in lines.iter().zip(array(&json)) {
        let fields: Vec<&str> = line.split(',').collect();
        let [code, _, "2022", "2022-01-01", value, "ok", "densita", ..] = fields[..] else {
            panic!("{line}")
        };
        assert_eq!(row["code"], code);
        // Compared as text: as numbers, the two might agree by chance or differ by the parser's rounding.
        assert!(text.contains(&format!("\"value\": {value}")), "{line}");
    }
}

#[test]
fn values_can_be_those_that_meet_a_condition() {
    let values = Cli::line("values --indicator indice_vecchiaia --level ambiti --where");
    let of = |condition: &str| values.clone().with(&[condition]);
    let names: Vec<String> = of("residenti > 1000000 o indice_vecchiaia = 181,0")
        .ok()
        .lines()
        .skip(1)
        .map(str::to_owned)
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names.iter().all(|row| row.contains("Milano") || row.contains("Corsico")), "{names:?}");
    assert_eq!(of("residenti < 0").ok().lines().count(), 1, "the header alone");
    assert!(of("residenti >").refusal().contains("Al carattere 12"));
    // A file cannot state the date of each value, so values of other dates are refused.
    let older = Cli::line("values --indicator residenti --year 2019 --where").with(&["eta_media > 45"]);
    assert!(older.refusal().contains("1/1/2019"));
}

#[test]
fn published_values_are_written_for_all_areas_without_a_date_they_do_not_have() {
    let rows = Cli::line("values --indicator spesa_sociale_pro_capite --format json").json();
    assert_eq!(array(&rows).len(), 63);
    let keys: Vec<&String> = rows[0].as_object().expect("a row").keys().collect();
    let computed = Cli::line("values --indicator residenti --format json").json();
    let computed: Vec<&String> = computed[0].as_object().expect("a row").keys().collect();
    assert_eq!(keys, computed, "the shape of computed ones");
    let csv = Cli::line("values --indicator spesa_sociale_pro_capite --year 2018").ok();
    // Three of them have a note of their own.
    assert_eq!(csv.lines().next(), Some(format!("{VALUES_HEAD},note").as_str()));
    assert_eq!(csv.lines().count(), 22);
    assert!(
        csv.contains("\n321,ATS Città Metropolitana di Milano,2018,,200.11,ok,spesa_sociale_pro_capite,")
    );
    let milano = array(&rows).iter().find(|r| r["code"] == "015146" && r["year"] == 2018).expect("Milano");
    assert_eq!((&milano["date"], milano["value"].as_f64()), (&Value::Null, Some(249.21)));

    let csv = Cli::line("values --indicator pdz_indice_vecchiaia --year 2019").ok();
    assert!(csv.contains("\n50089,Ambito di Corsico,2019,2019-12-31,151.3,ok,pdz_indice_vecchiaia,"));
    let csv = Cli::line("values --indicator trasferimenti_associata --year 2016").ok();
    assert!(csv.contains("\n018177,Vigevano,2016,,,missing,trasferimenti_associata,"));

    let csv = Cli::line("values --indicator spesa_sociale_pro_capite --level ats --year 2018").ok();
    assert_eq!(csv.lines().count(), 9, "the eight ATS of Lombardia");
}

#[test]
fn every_method_level_and_the_latest_year() {
    let corsico = |method: &str| {
        let line =
            format!("values --indicator indice_vecchiaia --level ambiti --format json --method {method}");
        let rows = Cli::line(&line).json();
        let row = array(&rows).iter().find(|row| row["code"] == "50089").expect("an Ambito").clone();
        assert_eq!(row["year"], 2023, "the latest");
        row["value"].as_f64().expect("a number")
    };
    let [pooled, mean, min, max] = ["pooled", "mean", "min", "max"].map(corsico);
    assert_eq!([pooled, mean].map(|x| format!("{x:.1}")), ["181.0", "168.5"]);
    assert!(min < mean && mean < max);
    for (level, count) in [("comuni", 193), ("ambiti", 17), ("asst", 5), ("ats", 1)] {
        let rows = Cli::line(&format!("values --indicator residenti --level {level} --format json")).json();
        assert_eq!(array(&rows).len(), count, "{level}");
    }
    let whole = Cli::line("values --indicator residenti --level ats --year 2023 --format json").json();
    assert_eq!(whole[0]["value"], 3_446_886.0);
}

#[test]
fn a_folder_adds_data_and_absences_have_a_status() {
    let list = "[[dataset]]\nid = \"p\"\nfile = \"p.csv\"\nkind = \"observations\"\ndated = true\n\
                title = { it = \"P\", en = \"P\" }\nsource = { it = \"P\", en = \"P\" }\nlicence = \"CC0\"\n\
                retrieved_from = \"here\"\n";
    let folder = Folder::new().with("datasets.toml", list).with(
        "p.csv",
        "code,date,residenti\n015093,2034-01-01,c\n015011,2034-01-01,z\n015146,2034-01-01,7\n",
    );
    let path = folder.path().to_str().expect("a plain name");
    let rows =
        Cli::line("values --indicator residenti --format json --year 2034").with(&["--data", path]).json();
    let status = |code: &str| {
        let row = array(&rows).iter().find(|row| row["code"] == code).expect("a Comune");
        (row["status"].as_str().expect("a word").to_owned(), row["value"].as_f64())
    };
    assert_eq!(status("015093"), ("suppressed".into(), None));
    assert_eq!(status("015011"), ("not_applicable".into(), None));
    assert_eq!(status("015036"), ("missing".into(), None));
    assert_eq!(status("015146"), ("ok".into(), Some(7.0)));
    let csv = Cli::line("values --indicator residenti --year 2034").with(&["--data", path]).ok();
    assert!(csv.contains("\n015093,Corsico,2034,2034-01-01,,suppressed,residenti,"));
}

// Figures.

#[test]
fn a_map_in_each_format() {
    let folder = Folder::new();
    for (name, magic) in [("a.svg", "<svg "), ("a.pdf", "%PDF-"), ("a.PNG", "\u{fffd}PNG")] {
        let arguments = "--indicator indice_vecchiaia --year 2023 --level ambiti --size 160x110 --dpi 72";
        assert_eq!(map_to(&folder, name, arguments).ok(), "");
        let bytes = fs::read(folder.file(name)).expect("a file");
        assert!(String::from_utf8_lossy(&bytes[..8]).starts_with(magic), "{name}");
    }
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 3, "nothing half-written is left");
}

#[test]
fn a_map_tells_breaks_counts_and_warnings() {
    let folder = Folder::new();
    let output =
        map_to(&folder, "a.svg", "--indicator indice_vecchiaia --level comuni --year 2023 --json").json();
    let numbers = |key: &str| -> Vec<f64> { array(&output[key]).iter().filter_map(Value::as_f64).collect() };
    let (breaks, counts) = (numbers("breaks"), numbers("counts"));
    assert_eq!((breaks.len(), counts.len()), (5, 5));
    assert!(breaks.is_sorted());
    assert_eq!(counts.iter().sum::<f64>(), 193.0);
    assert_eq!(array(&output["warnings"]).len(), 0);
    assert_eq!(output["absent"], serde_json::json!({ "missing": 0, "suppressed": 0, "not_applicable": 0 }));
    assert_eq!((&output["date"], &output["scheme"]), (&"2023-01-01".into(), &Value::from("jenks")));

    let output = map_to(&folder, "b.svg", "--indicator residenti --areas --lang en --json").json();
    assert_eq!(output["warnings"][0]["code"], "count_as_choropleth");
    let message = output["warnings"][0]["message"].as_str().expect("a text");
    let printed = map_to(&folder, "b.svg", "--indicator residenti --areas --lang en").ok();
    assert_eq!(printed.trim_end(), message);
}

#[test]
fn every_option_of_a_map_is_understood() {
    let folder = Folder::new();
    let schemes = ["equal", "quantile", "jenks", "std", "headtail", "box", "pretty"];
    for scheme in schemes {
        let arguments = format!("--indicator densita --scheme {scheme} --classes 4 --json");
        let output = map_to(&folder, "a.svg", &arguments).json();
        assert_eq!(output["scheme"], scheme);
        let sum: f64 = array(&output["counts"]).iter().filter_map(Value::as_f64).sum();
        assert_eq!(sum, 193.0, "{scheme}");
    }
    let output = map_to(&folder, "a.svg", "--indicator densita --breaks 500,1000,2000.5,9000 --json").json();
    assert_eq!(output["breaks"], serde_json::json!([500.0, 1000.0, 2000.5, 9000.0]));
    assert_eq!(output["scheme"], "manual");

    let all = "--indicator variazione_annua --year 2023 --level comuni --scheme quantile --classes 6 \
               --palette rd_bu --centre -0.5 --reverse --all-dates --territory 50089 015146 --no-labels \
               --lang en --size a5 --outlines";
    map_to(&folder, "b.svg", all).with(&["--title", "Città & <campagna>"]).ok();
    let svg = fs::read_to_string(folder.file("b.svg")).expect("a file");
    assert!(svg.contains("Città &amp; &lt;campagna&gt;") && svg.contains("class=\"chosen\""));
    assert!(!svg.contains("class=\"labels\"") && !svg.contains("<text "));
    assert!(svg.contains("width=\"210mm\"") && svg.contains("xml:lang=\"en\""));

    map_to(&folder, "c.svg", "--indicator residenti --symbols --level ambiti").ok();
    assert!(fs::read_to_string(folder.file("c.svg")).expect("a file").contains("<circle "));
}

#[test]
fn the_same_command_gives_the_same_bytes() {
    let folder = Folder::new();
    let arguments = "--indicator indice_vecchiaia --level ambiti --size a5";
    for name in ["a.svg", "b.svg", "a.pdf", "b.pdf"] {
        map_to(&folder, name, arguments).ok();
    }
    let bytes = |name: &str| fs::read(folder.file(name)).expect("a file");
    assert!(bytes("a.svg") == bytes("b.svg"));
    assert!(bytes("a.pdf") == bytes("b.pdf"));
}

#[test]
fn an_older_file_is_replaced_and_a_failure_leaves_it() {
    let folder = Folder::new().with("a.svg", "old");
    map_to(&folder, "a.svg", "--indicator nope").refusal();
    assert_eq!(fs::read_to_string(folder.file("a.svg")).expect("a file"), "old");
    map_to(&folder, "a.svg", "--indicator densita --level ambiti").ok();
    assert!(fs::read_to_string(folder.file("a.svg")).expect("a file").starts_with("<svg "));
}

// Statistics.

#[test]
fn classes_of_a_column_are_the_published_ones() {
    let output = Cli::line("stats classify --column density --scheme jenks --classes 5 --json")
        .with(&["--csv", CALEMP])
        .json();
    // The documentation of mapclassify, for Fisher-Jenks on this table.
    assert_eq!(output["breaks"], serde_json::json!([75.29, 192.05, 370.5, 722.85, 4111.45]));
    assert_eq!(output["counts"], serde_json::json!([49, 3, 4, 1, 1]));
}

#[test]
fn breaks_are_printed_with_full_precision() {
    let folder = Folder::new().with("v.csv", "x\n0.1\n0.30000000000000004\n0.7\n1\n");
    let output = Cli::line("stats classify --column x --scheme quantile --classes 3 --json")
        .with(&["--csv", &folder.file("v.csv")])
        .json();
    let breaks: Vec<f64> = array(&output["breaks"]).iter().filter_map(Value::as_f64).collect();
    assert_eq!(breaks, [0.30000000000000004, 0.7, 1.0]);
}

/// Thousands of an Italian file were read as decimals: 1.234 residents as 1.2.
#[test]
fn a_column_of_numbers_with_two_readings_is_refused_or_decided_by_the_others() {
    let folder = Folder::new()
        .with("due.csv", "x;y\n1.234;2\n12.345;3\n900;1\n")
        .with("punti.csv", "x;y\n1.234;2\n1.234.567;3\n900;1\n")
        .with("virgole.csv", "x;y\n1.234;2\n0,5;3\n900;1\n")
        .with("decimali.csv", "x;y\n1.234;2\n12.3;3\n900;1\n");
    let classify = |name: &str| {
        let line = Cli::line("stats classify --column x --scheme equal --classes 2 --json");
        line.with(&["--csv", &folder.file(name)])
    };
    let refused = classify("due.csv").refusal();
    assert!(refused.contains("riga 2: '1.234' può essere 1234 o 1,234"), "{refused}");
    let greatest = |name: &str| classify(name).json()["breaks"][1].as_f64();
    assert_eq!(greatest("punti.csv"), Some(1_234_567.0));
    assert_eq!(greatest("virgole.csv"), Some(1234.0));
    assert_eq!(greatest("decimali.csv"), Some(900.0));
}

#[test]
fn tables_of_spreadsheets_in_both_languages_are_read() {
    let folder = Folder::new()
        .with("it.csv", "\u{feff}comune;valore\r\nMilano;1,5\r\nLodi;2,5\r\nRho;\r\nPero;NA\r\n")
        .with("en.csv", "comune,valore\nMilano,1.5\nLodi,2.5\n\"Rho, MI\",\nPero,nan\n")
        .with("tab.csv", "comune\tvalore\nMilano\t1.5\nLodi\t2,5\nRho\t\nPero\tNA\n");
    for name in ["it.csv", "en.csv", "tab.csv"] {
        let output = Cli::line("stats classify --column valore --scheme equal --classes 2 --json")
            .with(&["--csv", &folder.file(name)])
            .json();
        assert_eq!(output["breaks"], serde_json::json!([2.0, 2.5]), "{name}");
        assert_eq!((&output["n"], &output["missing"]), (&2.into(), &Value::from(2)), "{name}");
    }
}

#[test]
fn classes_are_printed_as_text_too() {
    let text =
        Cli::line("stats classify --column density --scheme jenks --classes 2").with(&["--csv", CALEMP]).ok();
    assert_eq!(text, "0.13\t722.85\t57\n722.85\t4111.45\t1\n");
}

// Bad input: one line, exit code 2, in the language asked for.

/// Arguments, and what the message must contain in Italian and in English.
const REFUSALS: &[(&str, [&str; 2])] = &[
    ("", ["manca il comando", "a command is missing"]),
    ("figure", ["manca il comando", "a command is missing"]),
    ("stats", ["manca il comando", "a command is missing"]),
    ("disegna", ["'disegna' non esiste", "no command 'disegna'"]),
    ("figure grafico", ["'grafico' non esiste", "no command 'grafico'"]),
    ("indicators --bogus", ["'--bogus' non esiste", "no option '--bogus'"]),
    ("indicators pippo", ["'pippo'", "'pippo'"]),
    ("values", ["manca --indicator", "--indicator"]),
    ("values --indicator", ["manca il valore di --indicator", "needs a value"]),
    (
        "values --indicator indice_vechiaia",
        ["i più simili: indice_vecchiaia", "the nearest: indice_vecchiaia"],
    ),
    ("values --indicator zzzz", ["'zzzz' non esiste", "no indicator 'zzzz'"]),
    (
        "values --indicator indice_vecchiaia --year 2019",
        ["nel 2019; anni disponibili: 2022, 2023", "in 2019; years available: 2022, 2023"],
    ),
    (
        "values --indicator spesa_sociale_pro_capite --level asst",
        ["senza --level, o scegli tra: comuni, ats", "leave --level out, or choose among: comuni, ats"],
    ),
    ("values --indicator spesa_sociale_pro_capite --method pooled", ["senza --method", "leave --method out"]),
    (
        "values --indicator spesa_sociale_pro_capite --year 2019",
        ["anni disponibili: 2016, 2017, 2018", "years available: 2016, 2017, 2018"],
    ),
    (
        "figure map --indicator spesa_sociale_pro_capite -o OUT.svg",
        ["aree senza confini da disegnare", "areas without boundaries to draw"],
    ),
    (
        "figure slope --indicator spesa_sociale_pro_capite -o OUT.svg",
        [
            "'atlante-cli figure series' li disegna nel tempo",
            "'atlante-cli figure series' draws them over time",
        ],
    ),
    ("values --indicator residenti --year 2021", ["2019, 2020, 2022, 2023", "2019, 2020, 2022, 2023"]),
    ("values --indicator residenti --year domani", ["'domani'", "'domani'"]),
    ("values --indicator residenti --year 99999", ["'99999'", "'99999'"]),
    ("values --indicator residenti --year -5", ["anni disponibili", "years available"]),
    (
        "values --indicator residenti --level quartieri",
        ["scegli tra: comuni, ambiti, asst, ats", "choose among: comuni"],
    ),
    ("values --indicator residenti --method mediana", ["scegli tra: pooled", "choose among: pooled"]),
    ("values --indicator residenti --format xls", ["scegli tra: csv, json", "choose among: csv, json"]),
    ("figure map --indicator residenti", ["manca --output", "--output"]),
    ("figure map --indicator densitt -o OUT.svg", ["densita", "densita"]),
    ("figure map --indicator indice_vecchiaia --year 1999 -o OUT.svg", ["2022, 2023", "2022, 2023"]),
    ("figure map --indicator residenti -o NOWHERE/a.svg", ["impossibile scrivere", "cannot write"]),
    ("figure map --indicator residenti --dpi 36 -o NOWHERE/a.png", ["impossibile scrivere", "cannot write"]),
    ("figure map --indicator residenti -o OUT.gif", [".pdf, .png o .svg", ".pdf, .png or .svg"]),
    ("figure map --indicator residenti -o OUT", [".pdf, .png o .svg", ".pdf, .png or .svg"]),
    ("figure map --indicator residenti -o OUT.svg --size 0x0", ["da 60 a 1200", "from 60 to 1200"]),
    ("figure map --indicator residenti -o OUT.svg --size 1e9x1", ["da 60 a 1200", "from 60 to 1200"]),
    ("figure map --indicator residenti -o OUT.svg --size -5x10", ["da 60 a 1200", "from 60 to 1200"]),
    ("figure map --indicator residenti -o OUT.svg --size a9", ["a4, a5", "a4, a5"]),
    ("figure map --indicator residenti -o OUT.svg --size NaNxinf", ["da 60 a 1200", "from 60 to 1200"]),
    ("figure map --indicator residenti -o OUT.svg --size 297x", ["da 60 a 1200", "from 60 to 1200"]),
    ("figure map --indicator residenti -o OUT.png --dpi 0", ["da 36 a 1200", "from 36 to 1200"]),
    ("figure map --indicator residenti -o OUT.png --dpi 100000", ["da 36 a 1200", "from 36 to 1200"]),
    ("figure map --indicator residenti -o OUT.png --dpi -1", ["'-1'", "'-1'"]),
    (
        "figure map --indicator residenti -o OUT.png --size 1200x1200 --dpi 1200",
        ["troppi pixel", "too many pixels"],
    ),
    ("figure map --indicator residenti -o OUT.svg --classes 0", ["almeno una classe", "at least one class"]),
    ("figure map --indicator residenti -o OUT.svg --classes 999", ["al massimo 20", "at most 20"]),
    ("figure map --indicator residenti -o OUT.svg --classes -3", ["'-3'", "'-3'"]),
    ("figure map --indicator residenti -o OUT.svg --breaks 3,2,1", ["ordine crescente", "ascending order"]),
    ("figure map --indicator residenti -o OUT.svg --breaks 1,1", ["ordine crescente", "ascending order"]),
    (
        "figure map --indicator residenti -o OUT.svg --breaks 1,x",
        ["'x' non è un numero", "'x' is not a number"],
    ),
    (
        "figure map --indicator residenti -o OUT.svg --breaks 1.2.3",
        ["'1.2.3' non è un numero", "not a number"],
    ),
    (
        "figure map --indicator residenti -o OUT.svg --breaks 1.234,2000",
        ["scrivi 1234 oppure 1.2340", "write 1234 or 1.2340"],
    ),
    (
        "figure map --indicator residenti -o OUT.svg --centre 1.234",
        ["'1.234' si può leggere in due modi", "'1.234' can be read in two ways"],
    ),
    ("figure map --indicator residenti -o OUT.svg --breaks 1,inf", ["'inf'", "'inf'"]),
    ("figure map --indicator residenti -o OUT.svg --breaks ,", ["'' non è un numero", "'' is not a number"]),
    ("figure map --indicator residenti -o OUT.svg --scheme manual", ["--breaks", "--breaks"]),
    (
        "figure map --indicator residenti -o OUT.svg --scheme naturale",
        ["scegli tra: equal", "choose among: equal"],
    ),
    ("figure map --indicator residenti -o OUT.svg --palette arcobaleno", ["yl_gn_bu", "yl_gn_bu"]),
    (
        "figure map --indicator residenti -o OUT.svg --territory 15146",
        ["'15146' non esiste", "no territory '15146'"],
    ),
    ("figure map --indicator residenti -o OUT.svg --centre zero", ["'zero'", "'zero'"]),
    ("figure map --indicator residenti -o OUT.svg --json --json", ["--json", "--json"]),
    ("stats classify --csv NOWHERE.csv --column x", ["impossibile leggere", "cannot read"]),
    ("stats classify --csv FOLDER --column x", ["impossibile leggere", "cannot read"]),
    ("stats classify --csv EMPTY --column x", ["è vuoto", "is empty"]),
    (
        "stats classify --csv TABLE --column y",
        ["non c'è la colonna 'y'; le colonne sono: a, x", "there is no column 'y'; the columns are: a, x"],
    ),
    (
        "stats classify --csv TABLE --column a",
        ["riga 2: 'uno' non è un numero", "row 2: 'uno' is not a number"],
    ),
    ("stats classify --csv HEADER --column x", ["nessun valore", "no values"]),
    ("stats classify --csv RAGGED --column x", ["RAGGED", "RAGGED"]),
    ("stats classify --csv TABLE --column x --classes 0", ["almeno una classe", "at least one class"]),
    ("stats classify --csv TABLE --column x --classes 21", ["al massimo 20", "at most 20"]),
    ("stats classify --csv TABLE --column x --scheme manual", ["--breaks", "--breaks"]),
    ("stats classify --column x", ["manca --csv", "--csv"]),
    ("indicators --data NOWHERE", ["datasets.toml", "datasets.toml"]),
    ("indicators --lang fr", ["scegli tra: it, en", "'fr'"]),
];

#[test]
fn bad_input_gets_one_clear_line_in_the_language_asked_for() {
    let folder = Folder::new()
        .with("EMPTY", "")
        .with("TABLE", "a,x\nuno,1\ndue,2\n")
        .with("HEADER", "a,x\n")
        .with("RAGGED", "a,x\n1,2,3,4\n");
    let place = |word: &str| match word {
        "FOLDER" => folder.path().to_str().expect("a plain name").to_owned(),
        "EMPTY" | "TABLE" | "HEADER" | "RAGGED" => folder.file(word),
        word if word.starts_with("OUT") || word.starts_with("NOWHERE") => folder.file(word),
        word => word.to_owned(),
    };
    let mut faults = Vec::new();
    for (line, expected) in REFUSALS {
        // What is the same in both languages is tested in one.
        let languages = if expected[0] == expected[1] { 1 } else { 2 };
        for (lang, expected) in ["it", "en"].iter().zip(expected).take(languages) {
            let mut words: Vec<String> = line.split_whitespace().map(place).collect();
            if !line.contains("--lang") {
                words.extend(["--lang".to_owned(), (*lang).to_owned()]);
            }
            // The language would be taken as the value of a trailing option.
            if line.ends_with("--indicator") {
                words.rotate_right(2);
            }
            let refusal = Cli(words).refusal();
            if !refusal.contains(expected) && !line.contains("--lang") {
                faults.push(format!("{line} ({lang}): {refusal}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let files = fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(files, 4, "nothing was written");
}

#[test]
fn a_refusal_stays_one_line_whatever_was_typed() {
    Cli::new(&["values", "--indicator", "a\nb\r\nc"]).refusal();
    Cli::new(&["values\n\nx"]).refusal();
    Cli::new(&["figure", "map", "--indicator", "residenti", "-o", ""]).refusal();
    Cli::new(&["values", "--indicator", ""]).refusal();
}

// Help.

const COMMANDS: [(&str, &[&str]); 10] = [
    (
        "",
        &[
            "indicators",
            "territories",
            "datasets",
            "values",
            "figure",
            "stats",
            "--lang",
            "--data",
            "--version",
        ],
    ),
    ("indicators", &["--json"]),
    ("territories", &["--json"]),
    ("datasets", &["--json"]),
    ("values", &["--indicator", "--year", "--level", "--method", "--format"]),
    ("figure", &["map"]),
    (
        "figure map",
        &[
            "--indicator",
            "--year",
            "--level",
            "--method",
            "--scheme",
            "--classes",
            "--breaks",
            "--all-dates",
            "--palette",
            "--reverse",
            "--centre",
            "--symbols",
            "--territory",
            "--no-labels",
            "--title",
            "--size",
            "--dpi",
            "--outlines",
            "--json",
            "-o, --output",
        ],
    ),
    (
        "stats",
        &[
            "classify",
            "correlate",
            "wilson",
            "byar",
            "standardise",
            "funnel",
            "eb",
            "trend",
            "gini",
            "theil",
            "slope-index",
            "segregation",
            "forecast",
        ],
    ),
    ("stats correlate", &["--x", "--y", "--year", "--level", "--method", "--csv", "--json"]),
    ("stats classify", &["--csv", "--column", "--scheme", "--classes", "--breaks", "--json"]),
];

/// Words that reveal an untranslated text.
const ENGLISH: [&str; 14] = [
    "Usage",
    "OPTIONS",
    "COMMAND",
    "Options",
    "Commands",
    "Arguments",
    "Print",
    "default",
    "possible values",
    "required",
    "the ",
    "Show",
    "error",
    "[aliases",
];
const ITALIAN: [&str; 8] = ["Uso", "OPZIONI", "COMANDO", "Opzioni", "Comandi", "Mostra", "della", "Elenca"];

#[test]
fn help_tells_every_option_in_both_languages() {
    for (command, options) in COMMANDS {
        for (lang, foreign) in [("it", &ENGLISH[..]), ("en", &ITALIAN[..])] {
            let words: Vec<&str> = command.split_whitespace().chain(["--lang", lang, "--help"]).collect();
            let help = Cli::new(&words).ok();
            for option in options.iter().chain(&["--help", "--lang", "--data"]) {
                assert!(help.contains(option), "{command} ({lang}): {option} is not listed\n{help}");
            }
            for word in foreign {
                assert!(!help.contains(word), "{command} ({lang}): '{word}'\n{help}");
            }
            assert!(help.ends_with('\n') && !help.ends_with("\n\n"), "{command} ({lang})");
            assert!(!help.contains("{}"), "{command} ({lang})");
            for line in help.lines() {
                assert!(line.chars().count() <= 100, "{command} ({lang}): {line}");
            }
        }
    }
}

#[test]
fn help_is_in_italian_by_default() {
    assert_eq!(Cli::line("--help").ok(), Cli::line("--lang it --help").ok());
    assert_eq!(Cli::line("--lang=en --help").ok(), Cli::line("--help --lang en").ok());
    assert!(Cli::line("--version").ok().contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_closed_pipe_is_no_panic() {
    for line in ["indicators --json", "territories --json", "--help", "values --indicator residenti"] {
        let mut command = Cli::line(line).command();
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().expect("piped").read_to_string(&mut err).expect("UTF-8");
        let status = child.wait().expect("it ends");
        assert_eq!((status.code(), err.as_str()), (Some(0), ""), "{line}");
    }
}
