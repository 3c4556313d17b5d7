//! A value never appears without its label: method, unit, source, quality, breaks of the series.

use atlante::base::{Code, Level};
use atlante::data::{Method, Quality, Reference};
use atlante::document::{
    Element, FigureSpec, MapKind, MapSpec, RankingSpec, ScatterSpec, SeriesSpec, TableColumn, TableSpec,
};
use atlante::export::sheet;
use atlante::figure::ranking::RankingModel;
use atlante::figure::table::{self, TableModel};
use atlante::figure::{compose, reading};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::io::project::{Choices, ProjectFile};
use atlante::scene::{Cell, Workbook};

use crate::cli::Cli;
use crate::common::{BUNDLE, Folder, atlas, january, table as table_of, table_of as computed};
use crate::page::all_runs;
use crate::project::import;

/// What a figure says of estimated values at 1/1/2023.
const ESTIMATED: [&str; 2] =
    ["Valori al 1/1/2023 stimati, non definitivi.", "Values on 1 January 2023 estimated, not final."];

fn workbook(spec: &TableSpec) -> Workbook {
    let model = TableModel::new(spec, atlas()).expect("a table");
    table::workbook(spec, &model, atlas())
}

fn ageing(level: Level, method: Method) -> TableSpec {
    let columns = vec![TableColumn::value("indice_vecchiaia", january(2023))];
    TableSpec { method, ..TableSpec::new(columns, level) }
}

/// Title, footer, alternative text and reading of a figure.
fn words(element: Element, bundle: &Bundle) -> [String; 3] {
    let spec = FigureSpec::of(element);
    let made = compose::build(&spec, bundle.sources()).unwrap_or_else(|e| panic!("{e}")).value;
    let runs: Vec<String> = all_runs(&made.scene).iter().map(|(_, run)| run.content.clone()).collect();
    let reading = reading::figure(&made.parts, bundle.sources());
    [runs.join(" "), made.scene.description, reading]
}

/// A figure of each kind that has values at 1/1/2023.
fn figures(lang: Lang) -> Vec<Element> {
    let mut map = MapSpec::new("indice_vecchiaia", january(2023));
    map.lang = lang;
    let mut change = map.clone();
    change.set_kind(MapKind::Change { from: january(2022) });
    let mut two = map.clone();
    two.set_kind(MapKind::Two { second: "densita".into() });
    let ranking = RankingSpec::new("indice_vecchiaia", january(2023), Level::Ambiti);
    let series = SeriesSpec::new("indice_vecchiaia", vec![Code::from("50089")]);
    let scatter = ScatterSpec::new("densita", "indice_vecchiaia", january(2023));
    vec![
        Element::Map(map),
        Element::Map(change),
        Element::Map(two),
        Element::Ranking(RankingSpec { lang, ..ranking }),
        Element::Series(SeriesSpec { lang, ..series }),
        Element::Scatter(ScatterSpec { lang, ..scatter }),
    ]
}

// The method.

#[test]
fn a_simple_mean_says_so_in_every_file() {
    // The mean of the six Comuni of the Ambito of Corsico is 168.5, the Ambito's own value 181.0
    // (tests/reference/indicators.py).
    let csv = sheet::csv(&workbook(&ageing(Level::Ambiti, Method::Mean)));
    let head = csv.lines().next().expect("a head");
    assert_eq!(
        head,
        "\u{feff}Codice;Territorio;\"Indice di vecchiaia, al 1/1/2023 (stima) [anziani (65+) ogni 100 giovani (0-14); media semplice dei Comuni]\";Note"
    );
    assert!(
        csv.lines().any(|line| line.starts_with("321;ATS (valore calcolato sul totale dei Comuni);178,8")),
        "{csv}"
    );
    let english = TableSpec { lang: Lang::En, ..ageing(Level::Asst, Method::Max) };
    let csv = sheet::csv(&workbook(&english));
    assert!(csv.lines().next().is_some_and(|head| head.contains("highest of the Comuni]")), "{csv}");
    assert!(csv.contains("321,ATS (calculated on the total of the Comuni),"), "{csv}");
    // Every sheet, and the clipboard.
    let spec = ageing(Level::Ambiti, Method::Mean);
    for sheet in workbook(&spec).sheets {
        let cells = sheet.rows.iter().flatten().filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.clone()),
            _ => None,
        });
        let all: Vec<String> = sheet.head.iter().cloned().chain(cells).collect();
        assert!(all.iter().any(|text| text.contains("media semplice dei Comuni")), "{}", sheet.name);
        assert!(
            all.iter().any(|text| text.contains("valore calcolato sul totale dei Comuni")),
            "{}",
            sheet.name
        );
    }
    let model = TableModel::new(&spec, atlas()).expect("a table");
    assert!(table::clipboard(&spec, &model, atlas()).head[1].contains("media semplice dei Comuni"));
    // Pooled values need no word, and neither do Comuni, whose mean is their own value.
    for spec in [ageing(Level::Ambiti, Method::Pooled), ageing(Level::Comuni, Method::Mean)] {
        let csv = sheet::csv(&workbook(&spec));
        assert!(!csv.lines().next().expect("a head").contains("media semplice"), "{csv}");
        assert!(csv.lines().any(|line| line.starts_with("321;ATS;178,8")), "{csv}");
    }
}

#[test]
fn values_name_indicator_unit_level_method_and_source() {
    // 3,446,886 residents over 193 Comuni.
    let rows = Cli::line("values --indicator residenti --level ats --method mean --format json").json();
    let row = &rows[0];
    assert_eq!(row["value"].as_f64().map(|x| format!("{x:.3}")), Some("17859.513".into()));
    let output =
        ["indicator", "unit", "level", "method", "quality"].map(|key| row[key].as_str().unwrap_or(""));
    assert_eq!(output, ["residenti", "residenti; media semplice dei Comuni", "ats", "mean", "estimated"]);
    assert!(row["source"].as_str().is_some_and(|source| source.starts_with("ISTAT")));
    let csv = Cli::line("values --indicator residenti --level ats --method mean").ok();
    let mut lines = csv.lines();
    let head = "code,name,year,date,value,status,indicator,unit,level,method,quality,source";
    assert_eq!(lines.next(), Some(head));
    let line = lines.next().expect("a row");
    assert!(line.contains(",residenti,residenti; media semplice dei Comuni,ats,mean,estimated,"), "{line}");
    let pooled = Cli::line("values --indicator residenti --year 2022 --format json").json();
    let output = ["unit", "level", "method", "quality"].map(|key| pooled[0][key].as_str().unwrap_or(""));
    assert_eq!(output, ["residenti", "comuni", "pooled", "final"]);
    let printed =
        Cli::line("values --indicator pdz_natalita --year 2019 --level ambiti --format json").json();
    let output = ["level", "method", "quality"].map(|key| printed[0][key].as_str().unwrap_or(""));
    assert_eq!(output, ["ambito", "as_published", "final"]);
}

#[test]
fn what_json_tells_of_a_figure_names_the_method_of_each_row() {
    let folder = Folder::new();
    let output = |line: &str, file: &str| {
        Cli::line(line).with(&["--method", "mean", "--json", "-o", &folder.file(file)]).json()
    };
    let table = output("figure table --columns residenti --level ambiti", "a.csv");
    assert_eq!(
        (&table["columns"][0]["method"], &table["wholes"][0]["method"]),
        (&"mean".into(), &"pooled".into())
    );
    assert_eq!(table["columns"][0]["unit"], "residenti; media semplice dei Comuni");
    assert_eq!(table["rows"][0]["cells"][0]["quality"], "estimated");
    let ranking = output("figure ranking --indicator indice_vecchiaia --level ambiti", "b.svg");
    assert_eq!((&ranking["method"], &ranking["whole"]["method"]), (&"mean".into(), &"pooled".into()));
    assert_eq!(ranking["whole"]["name"], "ATS (valore calcolato sul totale dei Comuni)");
    assert_eq!(ranking["rows"][0]["quality"], "estimated");
    let series = output("figure series --indicator indice_vecchiaia --territory 50089", "c.svg");
    let methods: Vec<&str> = series["series"]
        .as_array()
        .expect("lines")
        .iter()
        .filter_map(|line| line["method"].as_str())
        .collect();
    assert!(methods.contains(&"mean") && methods.contains(&"pooled"), "{methods:?}");
    let scatter = output("figure scatter --x densita --y indice_vecchiaia --level ambiti", "d.svg");
    assert_eq!((&scatter["method"], &scatter["ats_method"]), (&"mean".into(), &"pooled".into()));
    let map = output("figure map --indicator indice_vecchiaia --level ambiti", "e.svg");
    assert_eq!((&map["method"], &map["quality"]["estimated"]), (&"mean".into(), &17.into()));
}

// Provisional and estimated values.

#[test]
fn the_ages_of_2023_are_an_estimate_and_so_is_all_that_is_made_of_them() {
    // ISTAT flags the population by age at 1/1/2023 as "e", dato stimato (dati.istat.it, DCIS_POPRES1).
    for id in ["residenti", "indice_vecchiaia", "densita", "variazione_annua", "disabili_adulti_stima"] {
        for level in Level::ALL {
            for method in [Method::Pooled, Method::Mean] {
                let table = table_of(id, january(2023), level, method);
                assert!(table.rows.iter().all(|row| row.quality == Quality::Estimated), "{id} {level:?}");
            }
        }
        let before = atlas().dates(atlas().indicator(id).expect("an indicator"));
        for date in before.into_iter().filter(|date| *date != january(2023)) {
            let table = table_of(id, date, Level::Ambiti, Method::Pooled);
            assert!(table.rows.iter().all(|row| row.quality.is_final()), "{id} at {date}");
        }
    }
}

#[test]
fn every_figure_says_what_is_estimated() {
    for (lang, sentence) in Lang::ALL.into_iter().zip(ESTIMATED) {
        for element in figures(lang) {
            let [page, alternative, reading] = words(element.clone(), &BUNDLE);
            let page = page.replace("- ", "-");
            // A map, which may be small, says it beside the date of its source.
            let word = [" al 1/1/2023 (stima)", " on 1 January 2023 (estimate)"];
            assert!(
                page.contains(sentence) || word.iter().any(|word| page.contains(word)),
                "{element:?}: {page}"
            );
            assert_eq!(alternative.matches(sentence).count(), 1, "{alternative}");
            assert_eq!(reading.matches(sentence).count(), 1, "{reading}");
        }
    }
    // 2022 is final.
    let [page, alternative, reading] =
        words(Element::Map(MapSpec::new("indice_vecchiaia", january(2022))), &BUNDLE);
    assert!(![page, alternative, reading].iter().any(|text| text.contains("non definitiv")));
}

#[test]
fn a_table_marks_its_estimated_columns_and_explains_the_mark() {
    let of = |year| TableColumn::value("indice_vecchiaia", january(year));
    let spec = TableSpec::new(vec![of(2022), of(2023)], Level::Ambiti);
    let [page, alternative, reading] = words(Element::Table(spec.clone()), &BUNDLE);
    assert!(page.contains("al 1/1/2023 (s)") && !page.contains("al 1/1/2022 (s)"), "{page}");
    assert!(page.contains("(s) = stima, non dato definitivo."), "{page}");
    assert!(alternative.contains("al 1/1/2023 (stima) ["), "{alternative}");
    assert_eq!(reading.matches(ESTIMATED[0]).count(), 1, "{reading}");
    let book = workbook(&spec);
    assert!(book.sheets[0].head[3].contains("al 1/1/2023 (stima)"), "{:?}", book.sheets[0].head);
    let at = book.sheets[1].head.iter().position(|head| head == "Stato dei valori").expect("a column");
    let output = [&book.sheets[1].rows[0][at], &book.sheets[1].rows[1][at]];
    assert_eq!(output, [&Cell::text("definitivo"), &Cell::text("stima")]);
}

/// Invented users, with flags as offices write them: in the cell, with a legend, in a column.
const FLAGGED: &str = "codice;Comune;anno;utenti;posti\n015146;Milano;2023;1200 (e);10*\n\
    015093;Corsico;2023;40;12\n015058;Cesano Boscone;2023;30 (provvisorio);9\n098031;Lodi;2023;80;8\n* dato stimato\n";

fn with_flags(text: &str) -> (ProjectFile, Bundle) {
    let mut project = ProjectFile::new("p");
    let own = import("utenti.csv", text, &Choices::default(), &project).expect("comes in");
    project.add(own);
    let bytes = project.to_bytes(&atlas().territories).expect("can be written");
    let again = ProjectFile::from_bytes(&bytes, &atlas().territories).unwrap_or_else(|e| panic!("{e:?}"));
    let bundle = BUNDLE.with_projects([&again]);
    (again, bundle)
}

#[test]
fn flags_of_a_file_are_kept_through_a_project_and_shown() {
    let (_, bundle) = with_flags(FLAGGED);
    let quality = |id: &str, level, code: &str| {
        let table = computed(&bundle.atlas, id, january(2023), level, Method::Pooled);
        let row = table.rows.iter().find(|row| row.code.as_str() == code).expect("a row").clone();
        (row.value.ok(), row.quality)
    };
    assert_eq!(quality("utenti", Level::Comuni, "015146"), (Some(1200.0), Quality::Estimated));
    assert_eq!(quality("utenti", Level::Comuni, "015093"), (Some(40.0), Quality::Final));
    assert_eq!(quality("utenti", Level::Comuni, "015058"), (Some(30.0), Quality::Provisional));
    assert_eq!(quality("posti", Level::Comuni, "015146"), (Some(10.0), Quality::Estimated));
    assert_eq!(quality("posti", Level::Comuni, "098031"), (Some(8.0), Quality::Final));
    // The Ambito "Milano Città" is a single Comune.
    assert_eq!(quality("utenti", Level::Ambiti, "50007").1, Quality::Estimated);

    let ranking = RankingSpec::new("utenti", january(2023), Level::Comuni);
    let [page, alternative, reading] = words(Element::Ranking(ranking.clone()), &bundle);
    let some = "Valori al 1/1/2023 stimati, non definitivi: 1 su 4.";
    for text in [&page, &alternative, &reading] {
        assert!(text.contains(some), "{text}");
    }
    assert!(page.contains("1.200 (s)") && page.contains("30 (p)") && !page.contains("40 (s)"), "{page}");

    let columns = vec![TableColumn::value("utenti", january(2023))];
    let spec = TableSpec::new(columns, Level::Comuni);
    let model = TableModel::new(&spec, &bundle.atlas).expect("a table");
    let csv = sheet::csv(&table::workbook(&spec, &model, &bundle.atlas));
    let milano = csv.lines().find(|line| line.starts_with("015146;")).expect("a row");
    assert!(milano.contains(";1200;") && milano.contains(": stima"), "{milano}");
}

#[test]
fn a_flag_stands_in_a_column_a_head_or_a_line_too() {
    let of = |text: &str, id: &str, code: &str| {
        let (_, bundle) = with_flags(text);
        let table = computed(&bundle.atlas, id, january(2023), Level::Comuni, Method::Pooled);
        table.rows.iter().find(|row| row.code.as_str() == code).expect("a row").quality
    };
    let column = "codice;anno;utenti;Flag\n015146;2023;5;p\n015093;2023;6;\n098031;2023;7;e\n";
    assert_eq!(of(column, "utenti", "015146"), Quality::Provisional);
    assert_eq!(of(column, "utenti", "015093"), Quality::Final);
    assert_eq!(of(column, "utenti", "098031"), Quality::Estimated);
    let line =
        "codice;anno;utenti\n015146;2023;5\n015093;2023;6\n098031;2023;7\nDati provvisori al 31/10/2023\n";
    assert_eq!(of(line, "utenti", "015093"), Quality::Provisional);
    let istat = "\"ITTER107\",\"Territorio\",\"TIPO_DATO15\",\"Tipo di indicatore demografico\",\"SEXISTAT1\",\"Sesso\",\"TIME\",\"Seleziona periodo\",\"Value\",\"Flag Codes\",\"Flags\"\n\"015146\",\"Milano\",\"JAN\",\"popolazione al 1º gennaio\",\"9\",\"totale\",\"2023\",\"2023\",9,\"e\",\"dato stimato\"\n\"015093\",\"Corsico\",\"JAN\",\"popolazione al 1º gennaio\",\"9\",\"totale\",\"2023\",\"2023\",8,,\n";
    let (project, bundle) = with_flags(istat);
    let id = project.imports[0].origin.variables[0].id.as_str();
    let table = computed(&bundle.atlas, id, january(2023), Level::Comuni, Method::Pooled);
    let of = |code: &str| table.rows.iter().find(|row| row.code.as_str() == code).expect("a row").quality;
    assert_eq!((of("015146"), of("015093")), (Quality::Estimated, Quality::Final));
}

// Breaks of a series.

#[test]
fn a_table_of_differences_says_that_the_series_breaks() {
    let column =
        TableColumn { from: Some(january(2020).into()), ..TableColumn::value("residenti", january(2022)) };
    let spec = TableSpec::new(vec![column], Level::Ambiti);
    let output = "Cambia la serie: fino al 1° gennaio 2020 i residenti vengono dalla serie di base censuaria";
    let [page, alternative, _] = words(Element::Table(spec.clone()), &BUNDLE);
    assert!(page.contains(output) && alternative.contains(output), "{page}\n{alternative}");
    let made = table::warned(&spec, atlas()).expect("a table");
    assert!(made.remarks.iter().any(|remark| remark.code() == "series_break"));
    let book = workbook(&spec);
    assert!(book.sheets[0].notes.iter().any(|note| note.contains(output)), "{:?}", book.sheets[0].notes);
    let at =
        book.sheets[1].head.iter().position(|head| head == "Interruzioni della serie").expect("a column");
    assert!(matches!(&book.sheets[1].rows[0][at], Cell::Text(text) if text.contains(output)));
    let csv = sheet::csv(&book);
    assert_eq!(csv.matches("variazione: ").count(), 1, "the unit, once: {csv}");
}

#[test]
fn a_sheet_names_its_source_once_below_the_values() {
    let of = |id: &str| TableColumn::value(id, january(2023));
    let spec = TableSpec::new(vec![of("indice_vecchiaia"), of("eta_media")], Level::Ambiti);
    let csv = sheet::csv(&workbook(&spec));
    assert_eq!(csv.matches("ISTAT, popolazione residente per età e sesso (POSAS)").count(), 1, "{csv}");
    let (values, notes) = csv.split_once("\r\n\r\n").expect("an empty line before the notes");
    assert_eq!(values.lines().count(), 1 + 17 + 1);
    assert!(
        notes.starts_with(
            "Indicatori per territorio. Ambiti territoriali (valore calcolato sul totale dei Comuni)"
        ),
        "{notes}"
    );
}

// What a source does not publish.

#[test]
fn a_region_from_another_table_is_marked() {
    let model = |id: &str, level| {
        let spec = RankingSpec::new(id, Reference::Year(2018), level);
        RankingModel::new(&spec, atlas()).expect("a ranking").value
    };
    // Chart 14 has the provincial capitals and not Lombardia, chart 12 the ATS and Lombardia.
    let capitals = model("spesa_sociale_pro_capite", Level::Comuni);
    assert_eq!((capitals.overall_name.as_str(), capitals.overall), ("Lombardia (Grafico 12)", Some(160.57)));
    let ats = model("spesa_sociale_pro_capite", Level::Ats);
    assert_eq!((ats.overall_name.as_str(), ats.overall_table.as_deref()), ("Lombardia", None));
    let ranking = RankingSpec::new("gestione_singola_quota", Reference::Year(2018), Level::Comuni);
    let [page, _, _] = words(Element::Ranking(ranking), &BUNDLE);
    assert!(page.contains("viene da «Tab. 2», che non riporta le righe di questa graduatoria"), "{page}");
    let columns = vec![TableColumn::value("spesa_anziani_pro_capite", Reference::Year(2018))];
    let [page, _, _] = words(Element::Table(TableSpec::new(columns, Level::Comuni)), &BUNDLE);
    assert!(page.contains("viene da «Grafico 15», che non riporta le righe di questa tabella"), "{page}");
}
