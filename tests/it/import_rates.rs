//! Rates, denominators, withheld values and steps that come in with a file: invented columns over the residents inside.
//! The expected numbers are computed with Python from `sample_data/popolazione_eta.csv` (residents of the Ambito of Corsico
//! at 1/1/2023 by age) and written beside each.

use atlante::base::{Code, Date, Level};
use atlante::data::{Absence, Atlas, Method, Query, Row};
use atlante::figure::lacking_text;
use atlante::i18n::Lang;
use atlante::io::digest;
use atlante::io::import::{Answers, Checked, CheckedContent, Importer};
use atlante::io::project::{Choices, Import, ProjectFile, take_in};
use atlante::io::recipe::{self, Recipe};

use crate::cli::Cli;
use crate::common::{BUNDLE, Folder, atlas, january};

/// The Ambito of Corsico.
const CORSICO: &str = "50089";

/// What a file becomes with these answers.
struct Taken {
    codes: Vec<&'static str>,
    import: Import,
    recipe: Recipe,
    atlas: Atlas,
}

impl Taken {
    fn row(&self, indicator: &str, date: Date, level: Level, code: &str) -> Row {
        self.row_by(indicator, date, level, code, Method::Pooled)
    }

    fn row_by(&self, indicator: &str, date: Date, level: Level, code: &str, method: Method) -> Row {
        let query = Query { indicator: indicator.into(), date, level, method };
        let table = self
            .atlas
            .compute(&query)
            .unwrap_or_else(|error| panic!("{error}: {:?}", self.import.indicator_ids()));
        table.rows.into_iter().find(|row| row.code == Code::from(code)).expect("the unit")
    }

    fn of_corsico(&self, indicator: &str) -> Row {
        self.row(indicator, january(2023), Level::Ambiti, CORSICO)
    }
}

fn taken_by(importer: &Importer<'_>, text: &str, answers: &str) -> Taken {
    let answers: Answers = serde_json::from_str(answers).expect("answers");
    let checked = importer.check_bytes_with("servizi.csv", text.into(), &answers);
    let mut checked: Vec<Checked> = checked.unwrap_or_else(|error| panic!("{error}"));
    let checked = checked.remove(0);
    let codes = checked.findings.iter().map(|finding| finding.code()).collect();
    let CheckedContent::Table(table) = &checked.content else { panic!("boundaries") };
    let recipe = table.mapping.clone();
    let mut project = ProjectFile::new("prova");
    let import = take_in(
        checked,
        digest(text.as_bytes()),
        Some(recipe.clone()),
        &Choices::default(),
        &project,
        atlas(),
    )
    .expect("comes in");
    project.add(import.clone());
    // What is kept in the file of a project is what the figures are made from.
    let bytes = project.to_bytes(&atlas().territories).expect("can be written");
    let project = ProjectFile::from_bytes(&bytes, &atlas().territories).expect("can be read");
    Taken { codes, import, recipe, atlas: BUNDLE.with_projects([&project]).atlas }
}

fn taken(text: &str, answers: &str) -> Taken {
    taken_by(&Importer::new(&atlas().territories), text, answers)
}

/// The same file read by the recipe of its first reading, written and read as TOML, with no answer but the date.
fn again(first: &Taken, text: &str) -> Taken {
    let mut importer = Importer::new(&atlas().territories);
    let written = recipe::write(&first.recipe).expect("a recipe");
    importer.add_recipe(recipe::read(&written).unwrap_or_else(|at| panic!("{at:?}\n{written}")));
    taken_by(&importer, text, DATE)
}

const DATE: &str = r#"{ "date": "2023-01-01" }"#;

fn table(column: &str, values: [&str; 6]) -> String {
    let codes = ["015011", "015036", "015074", "015093", "015097", "015220"];
    let rows = codes.iter().zip(values).map(|(code, value)| format!("{code};{value}\n"));
    format!("codice;{column}\n{}", rows.collect::<String>())
}

const COVERAGE: [&str; 6] = ["40,5", "35,2", "28,0", "31,5", "50,0", "22,4"];

#[test]
fn a_rate_is_not_applicable_above_the_comune_and_says_why() {
    for header in ["copertura_nidi", "Coverage of nurseries", "Tasso di posti", "posti medi"] {
        let taken = taken(&table(header, COVERAGE), DATE);
        assert!(taken.codes.contains(&"rate_without_parts"), "{header}: {:?}", taken.codes);
        let indicator = &taken.import.indicators[0];
        for level in [Level::Ambiti, Level::Asst, Level::Ats] {
            let query =
                Query { indicator: indicator.id.clone(), date: january(2023), level, method: Method::Pooled };
            let table = taken.atlas.compute(&query).expect("a table");
            let of =
                |row: &Row| row.value == Err(Absence::NotApplicable) || row.value == Err(Absence::Missing);
            assert!(table.rows.iter().all(of), "{header} {level:?}");
        }
        let why = indicator.why_not.as_ref().expect("a reason");
        assert!(why.it.contains("senza le sue parti") && why.en.contains("without its parts"));
    }
}

/// The rates weighted with residents aged 0–2 at 1/1/2023 (224, 515, 480, 708, 112, 487); their plain sum would be 207.6.
const WEIGHTED: f64 = 31.453206650831355;

/// Residents aged 65 and over at 1/1/2023.
const OLD: f64 = 28_488.0;

#[test]
fn a_rate_with_a_known_denominator_is_weighted_and_named_so() {
    let named = taken(&table("Posti per 100 residenti di 0-2 anni", COVERAGE), DATE);
    let told = taken(
        &table("copertura_nidi", COVERAGE),
        r#"{ "date": "2023-01-01", "columns": { "copertura_nidi": { "value": { "weight": "residenti_0_2" } } } }"#,
    );
    let again = again(&told, &table("copertura_nidi", COVERAGE));
    for taken in [&named, &told] {
        assert!(taken.codes.contains(&"rate_weighted"), "{:?}", taken.codes);
        let indicator = &taken.import.indicators[0];
        let value = taken.of_corsico(&indicator.id).value.expect("a value");
        assert!((value - WEIGHTED).abs() < 1e-9, "{value}");
        let weight = indicator.weight.as_ref().expect("a weight");
        assert_eq!(weight.name.it, "i residenti di 0-2 anni");
    }
    let weight = again.import.indicators[0].weight.as_ref().expect("kept in the recipe");
    assert_eq!(weight.name.en, "residents aged 0–2");
}

#[test]
fn a_column_of_the_same_file_is_the_weight_that_the_header_names() {
    let text = "codice;Incidenza sui nuclei;Nuclei\n015011;7,5;100\n015036;5;200\n015074;6;300\n015093;9;400\n\
                015097;3;50\n015220;8;150\n";
    let taken = taken(text, DATE);
    let indicator = taken.import.indicators.iter().find(|i| i.weight.is_some()).expect("weighted");
    // Python: sum(rate * nuclei) / sum(nuclei) = 8500 / 1200.
    assert!((taken.of_corsico(&indicator.id).value.expect("a value") - 8500.0 / 1200.0).abs() < 1e-9);
    assert_eq!(indicator.weight.as_ref().expect("weight").name.it, "«Nuclei»");
}

/// 350 users of SAD among the 65-and-overs at 1/1/2023.
#[test]
fn a_count_is_related_to_the_population_it_concerns() {
    let text = table("utenti_sad", ["12", "60", "75", "140", "8", "55"]);
    let answers = r#"{ "date": "DATE", "columns": { "utenti_sad": { "value": { "per": "PER" } } } }"#;
    let with = |date: &str, per: &str| taken(&text, &answers.replace("DATE", date).replace("PER", per));
    let plain = taken(&text, DATE);
    assert!(plain.codes.contains(&"could_be_related"), "{:?}", plain.codes);
    assert_eq!(plain.import.indicators.len(), 1);

    let proposed = with("2023-01-01", "");
    let id = "utenti_sad_per_residenti_65";
    let value = proposed.of_corsico(id).value.expect("a value");
    assert!((value - 100.0 * 350.0 / OLD).abs() < 1e-9, "{value}");
    let of = |taken: &Taken| taken.import.indicators.iter().find(|i| i.id == id).expect("the rate").clone();
    assert_eq!(of(&proposed).unit.it, "utenti_sad per 100 residenti di 65 anni e più");

    // At another date the nearest is taken, and printed.
    let later = with("2024-06-30", "residenti_65:1000");
    let at = Date::new(2024, 6, 30).expect("a date");
    let value = later.row(id, at, Level::Ambiti, CORSICO).value.expect("a value");
    assert!((value - 1000.0 * 350.0 / OLD).abs() < 1e-9, "{value}");
    assert_eq!(of(&later).unit.it, "utenti_sad per 1.000 residenti di 65 anni e più al 1/1/2023");
    assert_eq!(of(&later).unit.en, "utenti_sad per 1,000 residents aged 65 and over on 1 January 2023");

    // The stock of the day after serves the end of a year.
    let end = with("2022-12-31", "residenti_65");
    assert_eq!(of(&end).unit.it, "utenti_sad per 100 residenti di 65 anni e più al 1/1/2023");
    let kept = again(&proposed, &text);
    assert!(kept.import.indicators.iter().any(|i| i.id == id), "kept in the recipe");
}

#[test]
fn withheld_values_with_known_limits_give_intervals() {
    let text = table("utenti", ["<5", "10", "1-4", "20", "5 o meno", "30"]);
    let taken = taken(&text, DATE);
    let one = |code: &str| taken.row("utenti", january(2023), Level::Comuni, code);
    // By hand: "<5" is 0 to 4, "1-4" as it says, "5 o meno" 0 to 5, and the sum of the others is 60.
    for (code, bounds) in [("015011", (0.0, 4.0)), ("015074", (1.0, 4.0)), ("015097", (0.0, 5.0))] {
        let row = one(code);
        assert_eq!((row.value, row.bounds), (Err(Absence::Suppressed), Some(bounds)), "{code}");
    }
    let sum = taken.of_corsico("utenti");
    assert_eq!((sum.value, sum.bounds), (Err(Absence::Suppressed), Some((61.0, 73.0))));
    assert!(taken.codes.contains(&"bounded_values"), "{:?}", taken.codes);

    // A bare mark says nothing, and 1 to 3 is never assumed.
    for mark in ["*", "n.d.", "-", "c"] {
        let text = table("utenti", [mark, "10", "4", "20", "5", "30"]);
        let bare = self::taken(&text, DATE);
        assert_eq!(bare.of_corsico("utenti").bounds, None, "{mark}");
        assert!(bare.of_corsico("utenti").value.is_err(), "{mark}");
    }
}

#[test]
fn steps_categories_and_counts_that_do_not_add_come_in_as_they_are() {
    let steps = taken(&table("Decile di fragilità", ["1", "3", "3", "7", "10", "2"]), DATE);
    let indicator = &steps.import.indicators[0];
    assert_eq!(indicator.steps.len(), 6 - 1);
    assert_eq!(steps.of_corsico(&indicator.id).value, Err(Absence::NotApplicable));
    assert_eq!(
        steps.row_by(&indicator.id, january(2023), Level::Ambiti, CORSICO, Method::Max).value,
        Ok(10.0)
    );

    let answers =
        r#"{ "date": "2023-01-01", "columns": { "rischio": { "value": { "measure": "ordinal" } } } }"#;
    let text = table("rischio", ["alto", "basso", "medio", "medio", "molto alto", "basso"]);
    let words = taken(&text, answers);
    let names = |taken: &Taken| -> Vec<String> {
        taken.import.indicators[0].steps.iter().map(|step| step.name.it.clone()).collect()
    };
    assert_eq!(names(&words), ["basso", "medio", "alto", "molto alto"]);
    assert_eq!(words.row("rischio", january(2023), Level::Comuni, "015011").value, Ok(3.0));
    let again = again(&words, &text);
    assert_eq!(names(&again), names(&words));

    let answers =
        r#"{ "date": "2023-01-01", "columns": { "forma": { "value": { "measure": "category" } } } }"#;
    let text = table("forma", ["azienda", "comune", "comune", "azienda", "unione", "comune"]);
    let kinds = taken(&text, answers);
    assert_eq!(names(&kinds), ["azienda", "comune", "unione"]);
    assert_eq!(kinds.of_corsico("forma").value, Err(Absence::NotApplicable));

    let unique = taken(&table("Utenti unici", ["12", "60", "75", "140", "8", "55"]), DATE);
    let indicator = &unique.import.indicators[0];
    assert_eq!(unique.of_corsico(&indicator.id).value, Err(Absence::NotApplicable));
    assert!(indicator.why_not.is_some());

    let answers =
        r#"{ "date": "2023-01-01", "columns": { "utenti": { "value": { "quality": "estimated" } } } }"#;
    let text = table("utenti", ["12", "60", "75", "140", "8", "55"]);
    let estimated = taken(&text, answers);
    for taken in [&estimated, &self::again(&estimated, &text)] {
        let row = taken.row("utenti", taken.import.origin.dates[0], Level::Ambiti, CORSICO);
        assert_eq!((row.value, row.quality.id()), (Ok(350.0), "estimated"));
    }
}

#[test]
fn an_amount_with_its_holders_has_a_mean() {
    let text = "codice;affitto_eur;affitto_freq\n015011;1000;10\n015036;4000;20\n015074;900;3\n015093;100;1\n\
                015097;50;1\n015220;950;5\n";
    let taken = taken(text, DATE);
    // By hand: 7000 / 40.
    assert_eq!(taken.of_corsico("affitto_medio").value, Ok(175.0));
    let indicator = taken.import.indicators.iter().find(|i| i.id == "affitto_medio").expect("the mean");
    assert_eq!(Lang::It.pick(&indicator.unit), "euro per «affitto_freq»");

    // MEF 2024, the Comuni of the Ambito; pandas: 2558738565 euro of taxable income over 87348 who have any.
    let text = "istat_code;year;catastale;comune;contribuenti;taxableIncome_freq;taxableIncome_eur\n\
                015011;2024;A473;ASSAGO;7058;6679;238969276\n\
                015036;2024;B240;BUCCINASCO;20256;19172;639522177\n\
                015074;2024;C565;CESANO BOSCONE;17736;17025;441577352\n\
                015093;2024;D045;CORSICO;26518;25427;642250127\n\
                015097;2024;D229;CUSAGO;3698;3455;149961513\n\
                015220;2024;L409;TREZZANO SUL NAVIGLIO;16309;15590;446458120\n";
    let mef = self::taken(text, "{}");
    let end = Date::new(2024, 12, 31).expect("a date");
    let of = |id: &str| mef.row(id, end, Level::Ambiti, CORSICO).value.expect("a value");
    assert!((of("taxableincome_medio") - 29_293.613648852865).abs() < 1e-6);
    assert!((of("reddito_imponibile_medio") - 27_941.453071253072).abs() < 1e-6);
}

#[test]
fn a_group_that_lacks_a_comune_says_which_and_a_partial_value_is_marked() {
    let text = table("utenti", ["12", "60", "75", "140", "8", ""]);
    let taken = taken(&text, DATE);
    // Trezzano sul Naviglio is missing; by hand 12 + 60 + 75 + 140 + 8 = 295.
    let row = taken.of_corsico("utenti");
    assert_eq!(row.value, Err(Absence::Missing));
    let lacking = row.lacking.as_ref().expect("which");
    assert_eq!((lacking.names.as_slice(), lacking.of), (&["Trezzano sul Naviglio".to_owned()][..], 6));
    assert_eq!(lacking.partial, Some(295.0));
    let indicator = &taken.import.indicators[0];
    let said = |with| lacking_text(Lang::It, indicator.into(), lacking, with);
    assert_eq!(said(false), "manca Trezzano sul Naviglio (1 su 6)");
    assert_eq!(said(true), "manca Trezzano sul Naviglio (1 su 6); somma parziale 295");
    assert_eq!(
        lacking_text(Lang::En, indicator.into(), lacking, true),
        "Trezzano sul Naviglio is missing (1 of 6); partial sum 295"
    );
    let partial = taken.row_by("utenti", january(2023), Level::Ambiti, CORSICO, Method::Partial);
    assert_eq!((partial.value, partial.quality.id()), (Ok(295.0), "partial"));

    // A complete group is not marked, and one without any value stays missing.
    let whole = self::taken(&table("utenti", ["12", "60", "75", "140", "8", "55"]), DATE);
    let row = whole.row_by("utenti", january(2023), Level::Ambiti, CORSICO, Method::Partial);
    assert_eq!((row.value, row.quality.id(), row.lacking), (Ok(350.0), "final", None));
    let other = whole.row_by("utenti", january(2023), Level::Ambiti, "50007", Method::Partial);
    assert_eq!((other.value, other.lacking), (Err(Absence::Missing), None));

    // What is withheld is never taken off a sum.
    let withheld = self::taken(&table("utenti", ["12", "60", "75", "140", "c", "55"]), DATE);
    let row = withheld.row_by("utenti", january(2023), Level::Ambiti, CORSICO, Method::Partial);
    assert_eq!(row.value, Err(Absence::Suppressed));
}

/// On the command line: the column of `values`, `--method partial`, and the footer of a map.
#[test]
fn the_command_line_says_what_a_group_lacks() {
    let folder = Folder::new().with("utenti.csv", table("utenti", ["12", "60", "75", "140", "8", ""]));
    let project = folder.file("p.atlante");
    Cli::new(&["import", &folder.file("utenti.csv"), "--into", &project, "--date", "2023-01-01"]).ok();
    let values = |more: &[&str]| {
        let args = ["values", "--project", &project, "--indicator", "utenti", "--level", "ambiti"];
        Cli::new(&[&args[..], more].concat()).ok()
    };
    let corsico = |text: &str| text.lines().find(|line| line.starts_with(CORSICO)).expect("a row").to_owned();
    let plain = values(&[]);
    assert!(plain.lines().next().expect("a header").ends_with(",lacking,of"), "{plain}");
    assert!(corsico(&plain).ends_with(",Trezzano sul Naviglio,6"), "{plain}");
    let partial = corsico(&values(&["--method", "partial"]));
    assert!(partial.contains(",295,ok,") && partial.contains(",partial,partial,"), "{partial}");
    let svg = folder.file("m.svg");
    let args = ["figure", "map", "--project", &project, "--indicator", "utenti", "--level", "ambiti"];
    Cli::new(&[&args[..], &["--method", "partial", "-o", &svg]].concat()).both();
    let drawn = std::fs::read_to_string(&svg).expect("the map");
    assert!(drawn.contains("manca Trezzano sul Naviglio"), "the footer says it");
}

#[test]
fn what_an_import_changes_is_told_before() {
    let folder = Folder::new().with(
        "POSAS_2023_it_Comuni.csv",
        "Codice comune;Comune;Età;Totale maschi;Totale femmine;Totale\n015146;Milano;0;1;2;3\n",
    );
    let checked = Cli::new(&["check", &folder.file("POSAS_2023_it_Comuni.csv"), "--json"]).json();
    let told: Vec<&str> = checked["files"][0]["problems"]
        .as_array()
        .expect("problems")
        .iter()
        .filter_map(|p| p["code"].as_str())
        .collect();
    assert!(told.contains(&"changes_data"), "{told:?}");
    let project = folder.file("p.atlante");
    let file = folder.file("POSAS_2023_it_Comuni.csv");
    let line = Cli::new(&["import", &file, "--into", &project]).refusal();
    assert!(line.contains("Cambia valori"), "{line}");
}

/// Whole numbers of which no word says that they are counts are not added before the user says so.
#[test]
fn whole_numbers_that_may_be_rates_are_asked_about() {
    let values = ["40", "35", "28", "31", "50", "22"];
    for header in ["ICV", "Variazione", "Reddito", "Costo", "Giorni", "Valore"] {
        let asked = taken(&table(header, values), DATE);
        assert!(asked.codes.contains(&"measure_supposed"), "{header}: {:?}", asked.codes);
        let id = asked.import.indicators[0].id.clone();
        assert_eq!(asked.of_corsico(&id).value, Err(Absence::NotApplicable), "{header}");
        let told = format!(
            r#"{{ "date": "2023-01-01", "columns": {{ "{header}": {{ "value": {{ "measure": "count" }} }} }} }}"#
        );
        let told = taken(&table(header, values), &told);
        assert!(!told.codes.contains(&"measure_supposed"), "{header}");
        // By hand: 40 + 35 + 28 + 31 + 50 + 22.
        assert_eq!(told.of_corsico(&told.import.indicators[0].id).value, Ok(206.0), "{header}");
    }
    for header in
        ["Saturazione posti", "Tempo attesa gg", "Retta mensile", "Utenti/pop", "Posti/1000 ab", "Rating"]
    {
        let rate = taken(&table(header, values), DATE);
        assert!(!rate.codes.contains(&"measure_supposed"), "{header}");
        let id = &rate.import.indicators[0].id;
        assert_eq!(rate.of_corsico(id).value, Err(Absence::NotApplicable), "{header}");
    }
    for header in ["Utenti", "Posti", "Iscritti", "Casi", "Spesa", "Importo", "Numero", "n.", "Totale"] {
        let count = taken(&table(header, values), DATE);
        assert!(!count.codes.contains(&"measure_supposed"), "{header}");
        assert_eq!(count.of_corsico(&count.import.indicators[0].id).value, Ok(206.0), "{header}");
    }
}

#[test]
fn each_of_the_six_kinds_of_data_is_set_by_options_and_kept_in_the_recipe() {
    let text = "Comune;Anno;Copertura nidi;Rischio;Zona;Beneficiari;Utenti SAD;Minori in carico\n\
        Corsico;2023;30,5;basso;urbana;12;70;*\nAssago;2023;28,0;medio;rurale;8;20;7\n\
        Buccinasco;2023;35,2;alto;urbana;15;60;9\n";
    let folder = Folder::new().with("sei.csv", text);
    let (file, recipe) = (folder.file("sei.csv"), folder.file("sei.toml"));
    Cli::new(&["check", &file, "--save-recipe", &recipe])
        .with(&["--weight", "Copertura nidi=residenti_0_2", "--column", "Rischio=value:ordinal"])
        .with(&["--steps", "Rischio=basso,medio,alto", "--column", "Zona=value:category"])
        .with(&["--column", "Beneficiari=value:not_additive", "--quality", "Utenti SAD=estimated"])
        .with(&["--withheld", "Minori in carico=1-4"])
        .ok();
    let project = folder.file("p.atlante");
    Cli::new(&["import", &file, "--into", &project, "--recipe", &recipe]).both();
    let row = |indicator: &str, code: &str, level: &str| -> String {
        let line = format!("values --indicator {indicator} --level {level} --year 2023");
        let line: Vec<&str> = line.split(' ').collect();
        let (out, _) = Cli::new(&["--project", &project]).with(&line).both();
        out.lines().find(|row| row.starts_with(code)).expect("a row").to_owned()
    };
    // Corsico is the Ambito 50089, of six Comuni: three have no value here.
    for (indicator, code, level, wanted) in [
        ("rischio", "015093", "comuni", ",1,ok,"),
        ("rischio", "50089", "ambiti", ",,not_applicable,"),
        ("zona", "50089", "ambiti", ",,not_applicable,"),
        ("beneficiari", "50089", "ambiti", ",,not_applicable,"),
        ("utenti_sad", "015093", "comuni", ",70,ok,"),
        ("minori_in_carico", "015093", "comuni", ",,suppressed,"),
    ] {
        let found = row(indicator, code, level);
        assert!(found.contains(wanted), "{indicator}: {found}");
    }
    assert!(row("utenti_sad", "015093", "comuni").contains(",estimated,"));
    assert!(row("minori_in_carico", "015093", "comuni").contains(",1,4,"));
    let refusal = Cli::new(&["check", &file, "--withheld", "Minori in carico=pochi"]).refusal();
    assert!(refusal.contains("--withheld"), "{refusal}");
}
