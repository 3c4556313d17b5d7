//! Areas known only by published values and the indicators as published: every published number comes out unchanged,
//! under its own reference.

use std::collections::{BTreeMap, BTreeSet};

use atlante::base::{Code, Date, Level};
use atlante::data::{
    Absence, AreaKind, AtlasError, Bilingual, Method, PublishedRow, Reference, Suffix, Value,
};
use atlante::i18n::Lang;
use atlante::io::{Bundle, LoadError};

use crate::common::{Folder, atlas, january, present, table};

const SPENDING: &str = include_str!("../../sample_data/spesa_sociale_lombardia_2016_2018.csv");
const PIANO: &str = include_str!("../../sample_data/piano_di_zona_corsico_2021_2023.csv");

/// The published rows of a file, read without the program's own reader.
fn printed(file: &str) -> Vec<BTreeMap<String, String>> {
    let cells = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for c in line.trim_end().chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                c => cells.last_mut().expect("one at least").push(c),
            }
        }
        cells
    };
    let mut lines = file.lines();
    let header = cells(lines.next().expect("a header"));
    lines.map(|line| header.iter().cloned().zip(cells(line)).collect()).collect()
}

fn rows(id: &str) -> Vec<PublishedRow<'static>> {
    atlas().published_values(id).unwrap_or_else(|error| panic!("{error}"))
}

/// The value of an indicator for an area and year.
fn value(id: &str, area: &str, year: i16) -> Value {
    let found = rows(id).into_iter().find(|r| r.area.code.as_str() == area && r.reference.year() == year);
    found.unwrap_or_else(|| panic!("{id}: no row for {area} in {year}")).value
}

/// Checks every row of those tables and returns how many there were.
fn all_come_out(dataset: &str, file: &str, tables: &[&str]) -> usize {
    let mut checked = 0;
    for row in printed(file).iter().filter(|row| tables.contains(&row["table"].as_str())) {
        let holds = |p: &&atlante::data::PublishedIndicator| {
            let cells = p.cells.iter().any(|c| c.table == row["table"] && c.measure == row["measure"]);
            p.dataset == dataset && cells
        };
        let of_row: Vec<_> = atlas().published_indicators().iter().filter(holds).collect();
        let [indicator] = of_row[..] else { panic!("{row:?} is in {} indicators", of_row.len()) };
        let area = atlas().area_named(&row["territory"]).unwrap_or_else(|| panic!("{row:?}"));
        let year = row["year"].parse().expect("a year");
        let number: f64 = row["value"].parse().expect("a number");
        assert_eq!(value(&indicator.id, area.code.as_str(), year), Ok(number), "{row:?}");
        // As many decimals as the source has, no more.
        let decimals = row["value"].split_once('.').map_or(0, |(_, fraction)| fraction.len());
        assert!(decimals <= indicator.decimals, "{}: {row:?}", indicator.id);
        checked += 1;
    }
    checked
}

#[test]
fn every_number_of_the_spending_annex_comes_out() {
    const ID: &str = "spesa_sociale_lombardia_2016_2018";
    assert_eq!(all_come_out(ID, SPENDING, &["Tab. 2"]), 54);
    assert_eq!(all_come_out(ID, SPENDING, &["Grafico 12"]), 27);
    assert_eq!(all_come_out(ID, SPENDING, &["Grafico 15"]), 27);
    let rows = printed(SPENDING);
    let tables: BTreeSet<&str> = rows.iter().map(|row| row["table"].as_str()).collect();
    let tables: Vec<&str> = tables.into_iter().collect();
    assert_eq!(all_come_out(ID, SPENDING, &tables), rows.len(), "the whole file is in the catalogue");
}

#[test]
fn every_number_of_the_demographic_tables_of_the_piano_comes_out() {
    let tables = ["Tabella 2.1", "Tabella 2.2"];
    assert_eq!(tables.map(|t| all_come_out("piano_di_zona_corsico_2021_2023", PIANO, &[t])), [40, 30]);
}

#[test]
fn some_numbers_as_a_reader_finds_them_on_the_page() {
    assert_eq!(value("gestione_associata_quota", "lombardia", 2018), Ok(16.6));
    assert_eq!(value("gestione_singola_quota", "321", 2016), Ok(93.3));
    assert_eq!(value("gestione_associata_quota", "015182", 2018), Ok(68.1));
    assert_eq!(value("spesa_sociale_pro_capite", "321", 2018), Ok(200.11));
    assert_eq!(value("spesa_sociale_pro_capite", "015146", 2018), Ok(249.21));
    assert_eq!(value("spesa_anziani_pro_capite", "lombardia", 2018), Ok(104.38));
    assert_eq!(value("pdz_natalita", "italia", 2019), Ok(7.0));
    assert_eq!(value("pdz_crescita_naturale", "50089", 2020), Ok(-3.5));
    assert_eq!(value("pdz_popolazione", "lombardia", 2019), Ok(10_027_602.0));
}

#[test]
fn spending_is_of_a_year_and_a_population_of_a_day() {
    let references = |id: &str| rows(id).iter().map(|r| r.reference).collect::<BTreeSet<_>>();
    let spending = references("spesa_sociale_pro_capite");
    assert_eq!(spending, [2016, 2017, 2018].map(Reference::Year).into());
    let date = |year| Reference::Date(Date::new(year, 12, 31).expect("a day"));
    for id in ["pdz_popolazione", "pdz_indice_vecchiaia"] {
        assert_eq!(references(id), [2018, 2019, 2020].map(date).into(), "{id}");
    }
    assert_eq!(references("pdz_mortalita"), [2018, 2019, 2020].map(Reference::Year).into());
}

#[test]
fn shares_make_a_hundred_and_the_ats_make_the_region() {
    for (one, other) in rows("gestione_singola_quota").iter().zip(rows("gestione_associata_quota")) {
        let sum = one.value.expect("printed") + other.value.expect("printed");
        assert!((sum - 100.0).abs() < 1e-9, "{}: {sum}", one.area.name);
    }
    for year in [2016, 2017, 2018] {
        let of = |id: &str, kind: AreaKind| -> f64 {
            let of_kind = |r: &&PublishedRow<'_>| r.area.kind == kind && r.reference.year() == year;
            rows(id).iter().filter(of_kind).map(|r| r.value.expect("printed")).sum()
        };
        for id in ["spesa_gestione_singola", "spesa_gestione_associata"] {
            // Nine numbers, each rounded to a tenth.
            let gap = of(id, AreaKind::Ats) - of(id, AreaKind::Region);
            assert!(gap.abs() < 0.45, "{id} in {year}: {gap}");
        }
    }
}

#[test]
fn a_hole_in_a_series_is_missing_and_not_its_end() {
    assert_eq!(value("trasferimenti_associata", "018177", 2016), Err(Absence::Missing));
    assert_eq!(value("trasferimenti_associata", "018177", 2017), Ok(0.73));
    // A Comune that the table never names has no rows at all; one listed with "---" has its own.
    assert!(rows("trasferimenti_associata").iter().all(|row| row.area.code.as_str() != "015146"));
    for (id, code) in [
        ("trasferimenti_singola", "015118"),
        ("trasferimenti_associata", "015118"),
        ("trasferimenti_associata", "016024"),
    ] {
        assert_eq!([2016, 2017, 2018].map(|year| value(id, code, year)), [Err(Absence::Missing); 3], "{id}");
    }
    let absent = |id: &str| rows(id).iter().filter(|row| row.value.is_err()).count();
    let all: usize = atlas().published_indicators().iter().map(|p| absent(&p.id)).sum();
    // Vigevano in 2016, Bergamo and Legnano in table 13, Legnano in table 12.
    assert_eq!(all, 1 + 6 + 3);
}

// What the annex says about itself.

#[test]
fn definitions_say_what_the_annex_says() {
    let entry = |id: &str| atlas().published(id).unwrap_or_else(|| panic!("{id}"));
    let texts = |id: &str| {
        let entry = entry(id);
        let note = entry.note.as_ref().map_or(["", ""], |note| [note.it.as_str(), note.en.as_str()]);
        [format!("{} {}", entry.definition.it, note[0]), format!("{} {}", entry.definition.en, note[1])]
    };
    let says = |id: &str, words: [&str; 2]| {
        for (text, words) in texts(id).iter().zip(words) {
            assert!(text.contains(words), "{id}: '{words}' in {text}");
        }
    };
    // DGR XI/4563 (2021), Annex C: chart 25 defines older people as 65 or over.
    says("spesa_anziani_pro_capite", ["65 anni e più (grafico 25)", "65 and over (chart 25)"]);
    // The notes of charts 18, 19 and 20 cite the survey behind the 4.30%.
    says("spesa_disabili_pro_capite", ["indagine ISTAT del 2004-2005", "ISTAT survey of 2004–05"]);
    let estimate = atlas().indicator("disabili_adulti_stima").expect("computed");
    assert!(estimate.definition.it.contains("2004-2005") && estimate.definition.en.contains("2004–05"));
    // Spending includes the social quota of residences and day centres, and users' fees.
    for id in ["spesa_gestione_singola", "spesa_gestione_associata", "spesa_sociale_pro_capite"] {
        says(id, ["quota sociale di RSA, CDI, RSD, CDD e CSS", "social quota of RSA, CDI, RSD, CDD and CSS"]);
        says(id, ["al lordo di quanto pagano gli utenti", "gross of what users pay"]);
    }
    says("spesa_anziani_pro_capite", ["quota sociale di RSA e CDI", "social quota of RSA and CDI"]);
    says(
        "spesa_disabili_pro_capite",
        ["quota sociale di RSD, CDD e CSS", "social quota of RSD, CDD and CSS"],
    );
    // Charts 16 and 22 omit two Ambiti.
    let of_charts = atlas().published_indicators().iter().filter(|p| {
        p.cells
            .iter()
            .any(|cells| cells.table.starts_with("Grafico 16") || cells.table.starts_with("Grafico 22"))
    });
    let ids: Vec<&str> = of_charts.map(|p| p.id.as_str()).collect();
    assert_eq!(ids.len(), 5);
    for id in ids {
        says(id, ["Busto Arsizio e di Campione d'Italia", "Busto Arsizio and Campione d'Italia"]);
    }
    // Table 3 has 24.79 million for single management in Bergamo in 2018, chart 14 203.79 euros per head: 121,645
    // people.
    assert!((24.79e6_f64 / 203.79 - 121_645.0).abs() < 1.0);
    says(
        "spesa_sociale_pro_capite",
        ["I grafici 12 e 14 non hanno la stessa base", "Charts 12 and 14 do not have"],
    );
    for p in atlas().published_indicators() {
        let [it, en] = texts(&p.id);
        assert!(!it.contains("al lordo o al netto") && !en.contains("gross or net"), "{}", p.id);
    }
}

// The Piano di Zona.

#[test]
fn the_ageing_index_of_the_piano_stays_as_published_with_its_remark() {
    assert_eq!(value("pdz_indice_vecchiaia", "50089", 2019), Ok(151.3));
    let indicator = atlas().published("pdz_indice_vecchiaia").expect("in the catalogue");
    let note = indicator.note.as_ref().expect("a remark to print");
    for (text, numbers) in [(&note.it, ["151,3", "164,0"]), (&note.en, ["151.3", "164.0"])] {
        assert!(numbers.iter().all(|number| text.contains(number)), "{text}");
    }
    // Every index of the Piano has a warning, and none is combined with computed values for the Ambito.
    let corsico = atlas().area(&"50089".into()).expect("an area");
    let lombardia = atlas().area(&"lombardia".into()).expect("an area");
    for id in ["indice_invecchiamento", "indice_vecchiaia", "dipendenza_strutturale", "dipendenza_anziani"] {
        let published = format!("pdz_{id}");
        let p = atlas().published(&published).unwrap_or_else(|| panic!("{published}"));
        assert_eq!(p.counterpart.as_ref().map(|c| c.indicator.as_str()), Some(id));
        assert!(p.note.is_some() && p.compares_for(lombardia) && !p.compares_for(corsico), "{id}");
        let [(beside, rows)] = &atlas().benchmarks(id)[..] else { panic!("{id}: one beside it") };
        assert_eq!(beside.id, published);
        let areas: Vec<&str> = rows.iter().map(|r| r.area.code.as_str()).collect();
        assert_eq!(areas, ["italia", "lombardia", "321"], "{id}");
    }
}

#[test]
fn the_population_of_the_piano_is_that_of_the_next_first_of_january() {
    let computed =
        |year, level, code| present(&table("residenti", january(year), level, Method::Pooled), code);
    assert_eq!(value("pdz_popolazione", "50089", 2018), Ok(computed(2019, Level::Ambiti, "50089")));
    assert_eq!(value("pdz_popolazione", "50089", 2019), Ok(computed(2020, Level::Ambiti, "50089")));
    assert_eq!(value("pdz_popolazione", "321", 2019), Ok(computed(2020, Level::Ats, "321")));
    let [(beside, rows)] = &atlas().benchmarks("residenti")[..] else { panic!("one beside it") };
    assert_eq!((beside.id.as_str(), rows.len()), ("pdz_popolazione", 6));
    assert!(atlas().benchmarks("densita").is_empty());
}

// Areas.

#[test]
fn every_published_name_is_an_area() {
    for row in printed(SPENDING).iter().chain(&printed(PIANO)) {
        assert!(atlas().area_named(&row["territory"]).is_some(), "{row:?}");
    }
    let code = |name: &str| atlas().area_named(name).map(|area| area.code.as_str());
    assert_eq!(code("Lombardia"), code("Regione Lombardia"));
    assert_eq!(code("ATS Milano Città Metropolitana"), Some("321"));
    assert_eq!(code("ATS Città Metropolitana di Milano"), Some("321"));
    assert_ne!(code("Pavia"), code("ATS Pavia"));
    assert_eq!(code("Atlantide"), None);
    for area in atlas().areas() {
        assert!(atlas().area_named(&area.name) == Some(area) && atlas().area(&area.code) == Some(area));
    }
}

#[test]
fn areas_of_ours_are_linked_to_their_unit() {
    let linked: BTreeMap<&str, (Level, &str)> = atlas()
        .areas()
        .iter()
        .filter_map(|area| {
            let (level, code) = area.unit.as_ref()?;
            let unit = &atlas().territories.units(*level)[atlas().territories.position(*level, code)?];
            Some((area.name.as_str(), (*level, unit.code.as_str())))
        })
        .collect();
    let expected = [
        ("ASST Rhodense", (Level::Asst, "706")),
        ("ATS Città Metropolitana di Milano", (Level::Ats, "321")),
        ("Ambito di Corsico", (Level::Ambiti, "50089")),
        ("Cinisello Balsamo", (Level::Comuni, "015077")),
        ("Legnano", (Level::Comuni, "015118")),
        ("Lodi", (Level::Comuni, "098031")),
        ("Milano", (Level::Comuni, "015146")),
        ("Rho", (Level::Comuni, "015182")),
        ("Sesto San Giovanni", (Level::Comuni, "015209")),
    ];
    assert_eq!(linked, expected.into());
    // The name of one of our Comuni is that of the territory: a mistyped code would show up here.
    for area in atlas().areas().iter().filter(|a| a.kind == AreaKind::Comune) {
        let ours = atlas().territories.comuni().iter().find(|c| c.name == area.name);
        assert_eq!(ours.map(|c| &c.code), area.unit.as_ref().map(|u| &u.1), "{}", area.name);
    }
}

#[test]
fn what_was_published_of_an_area_is_found() {
    let of = |code: &str| -> Vec<&str> {
        atlas().published_of(&Code::from(code)).into_iter().map(|p| p.id.as_str()).collect()
    };
    assert_eq!(of("italia").len(), 10);
    assert!(of("italia").iter().all(|id| id.starts_with("pdz_")));
    let milano = ["spesa_sociale_pro_capite", "spesa_anziani_pro_capite", "spesa_disabili_pro_capite"];
    assert_eq!(of("015146"), milano);
    assert_eq!(of("321").len(), atlas().published_indicators().len());
    // They are in tables of the Piano without an indicator.
    assert!(of("706").is_empty() && of("999").is_empty());
}

// The catalogue.

fn filled(text: &Bilingual) -> bool {
    [&text.it, &text.en].into_iter().all(|t| !t.trim().is_empty() && t.trim() == t)
}

#[test]
fn every_published_entry_is_complete_in_both_languages() {
    let catalogue = &atlas().catalogue;
    let mut ids: BTreeSet<&str> = catalogue.indicators().iter().map(|i| i.id.as_str()).collect();
    for p in catalogue.published() {
        assert!(p.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{}", p.id);
        assert!(ids.insert(&p.id), "{}: the id is taken", p.id);
        for text in [&p.name, &p.short, &p.unit, &p.definition, &p.source].into_iter().chain(&p.note) {
            assert!(filled(text), "{}: {text:?}", p.id);
        }
        for text in std::iter::once(&p.definition).chain(&p.note) {
            assert!(text.it.ends_with('.') && text.en.ends_with('.'), "{}", p.id);
        }
        if let Suffix::Each(text) = &p.suffix {
            assert!(!text.it.is_empty() && !text.en.is_empty(), "{}", p.id);
        }
        assert!([&p.short.it, &p.short.en].iter().all(|s| s.chars().count() <= 18), "{}", p.id);
        assert!(catalogue.themes().iter().any(|theme| theme.id == p.theme), "{}: {}", p.id, p.theme);
        assert!(!rows(&p.id).is_empty() && !p.licence.is_empty(), "{}", p.id);
        let ordered = |r: &PublishedRow<'_>| atlas().areas().iter().position(|a| a == r.area);
        assert!(rows(&p.id).is_sorted_by_key(|r| (ordered(r), r.reference)), "{}", p.id);
    }
    assert_eq!(catalogue.published().len(), 31);
}

#[test]
fn a_published_indicator_is_not_computed_and_an_unknown_one_names_the_nearest() {
    let error = atlas().indicator("spesa_sociale_pro_capite").expect_err("nothing to compute");
    assert_eq!(error, AtlasError::OnlyPublished { id: "spesa_sociale_pro_capite".into() });
    match atlas().published_values("spesa_sociale_pro_capit") {
        Err(AtlasError::UnknownIndicator { nearest, .. }) => {
            assert_eq!(nearest[0], "spesa_sociale_pro_capite");
        }
        other => panic!("{other:?}"),
    }
    assert!(atlas().published_values("residenti").is_err(), "a computed one has no printed values");
}

// Folders with the user's own tables.

const LIST: &str = r#"
[[dataset]]
id = "prova"
file = "prova.csv"
kind = "published"
dated = false
title = { it = "Prova", en = "Trial" }
source = { it = "nessuna", en = "none" }
licence = "CC0"
retrieved_from = "here"
"#;

const CATALOGUE: &str = r#"
[[published]]
id = "prova_spesa"
name = { it = "Spesa", en = "Spending" }
short = { it = "Spesa", en = "Spending" }
theme = "spesa_sociale"
unit = { it = "euro", en = "euros" }
suffix = ""
decimals = 0
polarity = "neither"
kind = "count"
definition = { it = "Spesa.", en = "Spending." }
source = { it = "nessuna", en = "none" }
licence = "CC0"
dataset = "prova"
cells = [{ table = "A", measure = "spesa" }, { table = "B", measure = "spesa" }]
reference = "year"
"#;

const HEADER: &str = "table,territory,year,measure,value\n";
const SOUND: &str = "A,Lombardia,2020,spesa,1\nA,Milano,2021,spesa,c\nB,Italia,2020,spesa,3\n";

fn load(rows: &str, catalogue: &str, areas: Option<&str>) -> Result<Bundle, LoadError> {
    let folder = Folder::new()
        .with("datasets.toml", LIST)
        .with("indicators.toml", catalogue)
        .with("prova.csv", format!("{HEADER}{rows}"));
    let folder = match areas {
        Some(areas) => folder.with("aree.csv", areas),
        None => folder,
    };
    Bundle::load(Some(folder.path()))
}

fn refusal(rows: &str, catalogue: &str, areas: Option<&str>) -> String {
    let error = load(rows, catalogue, areas).expect_err("not valid");
    let [it, en] = Lang::ALL.map(|lang| error.text(lang));
    assert_ne!(it, en);
    assert!([" the ", " is ", " row ", " column "].iter().all(|english| !it.contains(english)), "{it}");
    // What it quotes from the file is in both languages.
    for quoted in en.split('\'').skip(1).step_by(2) {
        assert!(it.contains(quoted), "'{quoted}' in: {it}");
    }
    error.to_string()
}

#[test]
fn a_folder_adds_published_tables_and_areas() {
    let areas =
        "code,name,kind,aliases\n03,Provincia Autonoma,regione,P.A.|PA\nlombardia,Lombardia,regione,LOM\n";
    let rows = format!("{SOUND}A,PA,2020,spesa,7\nA,LOM,2021,spesa,8\nB,LOM,2020,spesa,1\n");
    let bundle = load(&rows, CATALOGUE, Some(areas)).expect("a valid folder");
    let values: Vec<_> = bundle
        .atlas
        .published_values("prova_spesa")
        .expect("there")
        .into_iter()
        .map(|r| (r.area.code.as_str().to_owned(), r.reference.year(), r.value))
        .collect();
    let row = |code: &str, year, value| (code.to_owned(), year, value);
    let expected = [
        row("italia", 2020, Ok(3.0)),
        // Two tables have the same value: it counts once.
        row("lombardia", 2020, Ok(1.0)),
        row("lombardia", 2021, Ok(8.0)),
        row("015146", 2020, Err(Absence::Missing)),
        row("015146", 2021, Err(Absence::Suppressed)),
        row("03", 2020, Ok(7.0)),
        row("03", 2021, Err(Absence::Missing)),
    ];
    assert_eq!(values, expected);
}

#[test]
fn what_cannot_be_read_is_named_with_its_file() {
    let cases = [
        ("A,Atlantide,2020,spesa,1\n", ["row 5", "'Atlantide'"]),
        ("A,Lombardia,venti,spesa,1\n", ["row 5", "'venti'"]),
        ("A,Lombardia,2021,spesa,\"1,5\"\n", ["row 5", "'1,5'"]),
        ("B,Lombardia,2020,spesa,2\n", ["row 5", "another value of 'prova_spesa' for 2020"]),
    ];
    for (row, parts) in cases {
        let message = refusal(&format!("{SOUND}{row}"), CATALOGUE, None);
        assert!(message.contains("prova.csv"), "{message}");
        assert!(parts.iter().all(|part| message.contains(part)), "{parts:?} in: {message}");
    }
    let changed = [
        (("table = \"B\"", "table = \"Z\""), ["prova.csv", "'Z'", "'spesa'", "'prova_spesa'"]),
        (
            ("table = \"B\", measure = \"spesa\"", "table = \"B\", measure = \"x\""),
            ["prova.csv", "'B'", "'x'", ""],
        ),
        (("dataset = \"prova\"", "dataset = \"residenti\""), ["'prova_spesa'", "'residenti'", "", ""]),
        (("id = \"prova_spesa\"", "id = \"residenti\""), ["'residenti'", "computed", "", ""]),
        (("reference = \"year\"", "reference = \"02-30\""), ["indicators.toml", "02-30", "", ""]),
        (
            ("reference = \"year\"", "reference = \"year\"\ncounterpart = { indicator = \"boh\" }"),
            ["'prova_spesa'", "'boh'", "", ""],
        ),
        (
            (
                "reference = \"year\"",
                "reference = \"year\"\ncounterpart = { indicator = \"residenti\", not_for = [\"xx\"] }",
            ),
            ["'prova_spesa'", "'xx'", "", ""],
        ),
    ];
    for ((from, to), parts) in changed {
        let message = refusal(SOUND, &CATALOGUE.replace(from, to), None);
        assert!(parts.iter().all(|part| message.contains(part)), "{parts:?} in: {message}");
    }
    let areas = [
        ("x,X,contea,\n", ["'contea'", "'x'"]),
        ("x,Lombardia,regione,\n", ["'Lombardia'", "'x'"]),
        ("lombardia,Lombardy,regione,\n", ["'lombardia'", "Lombardy"]),
    ];
    for (row, parts) in areas {
        let message = refusal(SOUND, CATALOGUE, Some(&format!("code,name,kind,aliases\n{row}")));
        assert!(message.contains("aree.csv"), "{message}");
        assert!(parts.iter().all(|part| message.contains(part)), "{parts:?} in: {message}");
    }
    let message = refusal(SOUND, CATALOGUE, Some("code,name,kind\nx,X,regione\n"));
    assert!(message.contains("aree.csv") && message.contains("'aliases'"), "{message}");
    let folder = Folder::new()
        .with("datasets.toml", LIST)
        .with("indicators.toml", CATALOGUE)
        .with("prova.csv", "table,territory,measure,value\nA,Lombardia,spesa,1\n");
    let message = Bundle::load(Some(folder.path())).expect_err("no year").to_string();
    assert!(message.contains("prova.csv") && message.contains("'year'"), "{message}");
}
