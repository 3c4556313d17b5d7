//! Where a number comes from: numbers from the Piano di Zona of Corsico, from the regional annex and from the issue
//! that asked for this search, as printed there.

use atlante::base::{Level, decimal};
use atlante::data::{Method, Occurrence, Owner, Subject};
use atlante::engine::whence::{Asked, Found, Source, find};
use atlante::i18n::Lang;
use atlante::io::visit_cells;
use serde_json::Value;

use crate::cli::{Cli, array};
use crate::common::{TODAY, january, table_today, today};

fn found(typed: &str, near: &str) -> Found {
    let asked = Asked::read(typed, near, Lang::It).unwrap_or_else(|refusal| panic!("{typed}: {refusal:?}"));
    find(&asked, &TODAY, Lang::It)
}

#[test]
fn ten_numbers_of_the_documents_are_found_where_they_stand() {
    // Number, words near it, first match: indicator or measure, territory, table, year.
    for (typed, near, subject, place, table, year) in [
        // Piano di Zona of Corsico, tables 2.1, 2.2, 3.1 and chart 4.2.
        ("151,3", "Corsico", "pdz_indice_vecchiaia", "Ambito di Corsico", "Tabella 2.1", 2019),
        ("117654", "Corsico", "pdz_popolazione", "Ambito di Corsico", "Tabella 2.2", 2020),
        (
            "21,5%",
            "Corsico invecchiamento",
            "pdz_indice_invecchiamento",
            "Ambito di Corsico",
            "Tabella 2.1",
            2019,
        ),
        (
            "-0,8",
            "Corsico crescita naturale",
            "pdz_crescita_naturale",
            "Ambito di Corsico",
            "Tabella 2.1",
            2019,
        ),
        ("777", "nido", "posti accreditati: Asilo nido", "Ambito di Corsico", "Tabella 3.1", 2021),
        ("166", "Corsico", "pdz_spesa_pro_capite", "Ambito di Corsico", "Grafico 4.2", 2019),
        // DGR XI/4563, Annex C.
        ("€ 160,57", "Lombardia", "spesa_sociale_pro_capite", "Regione Lombardia", "Grafico 12", 2018),
        ("104,38", "anziani", "spesa_anziani_pro_capite", "Regione Lombardia", "Grafico 15", 2018),
        ("1.812,48", "", "spesa_disabili_pro_capite", "Regione Lombardia", "Grafico 18", 2018),
        ("1.022,92", "", "spesa_prima_infanzia_pro_capite", "Regione Lombardia", "Grafico 21", 2018),
        ("9,81%", "trasferimenti", "trasferimenti_singola", "Regione Lombardia", "Tab. 10", 2018),
        ("638,5 milioni", "", "spesa_gestione_singola", "ATS Città Metropolitana di Milano", "Tab. 1", 2016),
    ] {
        let found = found(typed, near);
        let first = found.answers.first().unwrap_or_else(|| panic!("{typed}: nothing"));
        let Source::Cell { table: own, measure, indicator, .. } = &first.source else {
            panic!("{typed}: {first:?}");
        };
        assert_eq!(indicator.as_deref().unwrap_or(measure), subject, "{typed}");
        assert_eq!((first.place.as_str(), own.as_str()), (place, table), "{typed}");
        assert_eq!(first.reference.map(|at| at.year()), Some(year), "{typed}");
    }
}

/// More of them, and what stands only in a text that contradicts its table, or is reckoned from a standard: none is called a coincidence.
#[test]
fn numbers_of_tables_of_texts_and_of_standards_come_first_and_are_no_coincidence() {
    // Number, words near it, the first answer: what it is read from, territory, year.
    for (typed, near, origin, place, year) in [
        // Piano di Zona of Corsico: tables 2.3, 2.4 and 3.1, paragraph 2.4.
        ("19165895", "", "Tabella 2.4 risorse", "Ambito di Corsico", Some(2019)),
        ("85,3%", "entrate Comune Corsico", "Tabella 2.3", "Ambito di Corsico", Some(2019)),
        ("13,1%", "disoccupazione", "Paragrafo 2.4", "Italia", Some(2019)),
        // DGR XI/4563, Annex C.
        ("104,38", "", "Grafico 15", "Regione Lombardia", Some(2018)),
        ("51,17%", "Brescia trasferimenti", "Tab. 13", "Brescia", Some(2018)),
        ("66,4%", "sistemi informativi", "Tab. 9", "Sistemi informativi", Some(2017)),
        ("31,3%", "comunità montana", "Tab. 7", "Comunità Montana", Some(2017)),
        ("30,57%", "comune media", "Tab. 15.1", "Comune", Some(2018)),
        // `incoerenze_di_stampa.csv`: the text of the Piano prints 678 users where its table prints 214, and 9,542,476 euros
        // where it prints 9,524,476.
        (
            "678",
            "compartecipazione",
            "note pdz_utenti_area",
            "Compartecipazione servizi socio-sanitari integrati",
            Some(2019),
        ),
        ("9.542.476", "", "note pdz_spesa_area", "Minori-Famiglia", Some(2019)),
        // 117,654 / 4,000, action 5.3.9 of the Piano.
        (
            "29,4",
            "assistenti sociali Corsico",
            "standard assistenti_sociali",
            "Ambito di Corsico",
            Some(2020),
        ),
        ("4000", "assistenti sociali", "standard assistenti_sociali", "standard stampato", None),
    ] {
        let found = found(typed, near);
        let first = found.answers.first().unwrap_or_else(|| panic!("{typed}: nothing"));
        let own = match &first.source {
            Source::Cell { table, .. } => table.clone(),
            Source::Note { indicator, .. } => format!("note {indicator}"),
            Source::Standard(id) => format!("standard {id}"),
            other => panic!("{typed}: {other:?}"),
        };
        let told = (own.as_str(), first.place.as_str(), first.reference.map(|at| at.year()));
        assert_eq!(told, (origin, place, year), "{typed}");
        let like = found.like_the_first;
        assert!(like.matches as f64 > like.by_chance, "{typed}: {like:?}");
        assert!(!found.summary().iter().any(|line| line.contains("coincidenza")), "{typed}");
    }
}

/// Chart 18 divides by adults with a disability, chart 15 by older people, chart 21 by small children (DGR XI/4563, Annex C, pages of
/// the charts): their file prints "euro pro capite" for all.
#[test]
fn a_cell_is_told_in_the_unit_of_its_indicator() {
    for (typed, unit) in [
        ("1.812,48", "euro per adulto con disabilità"),
        ("104,38", "euro per anziano"),
        ("1.022,92", "euro per bambino"),
    ] {
        let found = found(typed, "");
        assert!(found.answers[0].written.contains(unit), "{}", found.answers[0].written);
    }
    let english = Cli::line("whence 1,022.92 --lang en").ok();
    assert!(english.contains("1,022.92 euros per child"), "{english}");
    // Every printed unit has its English, and an indicator counts in the same thousands or millions as its cells.
    let scale = |unit: &str| unit.starts_with("million");
    visit_cells(&TODAY, &mut |cell| {
        assert!(
            ["%", "km²", "Ambiti", "per 100"].contains(&cell.unit)
                || Lang::En.printed_unit(cell.unit) != cell.unit,
            "{}",
            cell.unit
        );
        if let Some(own) = cell.indicator {
            assert_eq!(scale(cell.unit), scale(&own.unit.it), "{}", own.id);
        }
    });
}

/// A table and the text that contradicts it, side by side.
#[test]
fn a_cell_that_its_source_contradicts_says_so() {
    let found = found("214", "compartecipazione utenti");
    let cell = found.answers.iter().find(|own| matches!(own.source, Source::Cell { .. })).unwrap();
    assert!(cell.caution.as_ref().is_some_and(|note| note.starts_with("Stampato 678 nel testo")), "{cell:?}");
}

/// The Ambito of Corsico at 1/1/2023: 168.5 is the mean of its six Comuni, and 181.0 its own value (pandas on
/// `popolazione_eta.csv`: 168.508 and 180.957).
#[test]
fn a_mean_of_comuni_is_told_from_the_value_of_the_ambito() {
    for (typed, method, how) in [
        ("168,5", Method::Mean, "media semplice dei 6 Comuni"),
        ("181,0", Method::Pooled, "valore calcolato sul totale dei Comuni"),
    ] {
        let found = found(typed, "Corsico");
        let first = &found.answers[0];
        assert_eq!(first.source, Source::Indicator("indice_vecchiaia".to_owned()), "{typed}");
        let unit = first.unit.as_ref().map(|(level, code)| (*level, code.as_str()));
        assert_eq!(unit, Some((Level::Ambiti, "50089")), "{typed}");
        assert_eq!(first.reference, Some(january(2023).into()), "{typed}");
        assert_eq!((first.method, first.how.as_str()), (Some(method), how), "{typed}");
        assert!(found.near.is_some_and(|near| near.matches >= 1 && near.matches <= found.all.matches));
        let not_own = "Non è il valore dell'Ambito, che è 181,0.";
        assert_eq!(first.caution.as_deref(), (method == Method::Mean).then_some(not_own));
    }
}

#[test]
fn chance_is_told_beside_what_is_found() {
    // A share without other words matches many values; with the words, hardly any.
    let found = found("21,5%", "Corsico invecchiamento");
    let near = found.near.expect("words were given");
    assert!(found.searched > 200_000, "{}", found.searched);
    assert!(found.all.matches > 100 && found.all.by_chance > 100.0, "{:?}", found.all);
    assert!(near.matches < 5 && near.by_chance < 1.0, "{near:?}");
}

#[test]
fn words_that_nobody_knows_are_named() {
    let found = found("168,5", "Corsico Paperopoli 2023");
    assert_eq!(found.unknown, ["paperopoli"]);
    assert_eq!(found.near.map(|near| near.matches), Some(0));
    assert!(found.all.matches > 0);
}

#[test]
fn what_is_no_number_and_what_is_two_is_said() {
    assert!(Cli::line("whence abc").refusal().contains("non è un numero"));
    let two = Cli::line("whence 117.654 --near Corsico").refusal();
    assert!(two.contains("scrivi 117654 oppure 117,654"), "{two}");
    let two = Cli::line("whence 17,600 --lang en").refusal();
    assert!(two.contains("two ways: write 17600 or 17.600"), "{two}");
    let fine = Cli::line("whence 0,0000000000000001").refusal();
    assert!(fine.contains("ha più di 12 decimali"), "{fine}");
    let millions = Cli::new(&["whence", "638,5 milioni", "--today"]).ok();
    assert!(millions.contains("fra 633.500.000 e 643.500.000"), "{millions}");
    let read = Cli::line("whence 117,654 --today").ok();
    assert!(read.contains("se sono migliaia, scrivi 117654"), "{read}");
}

#[test]
fn the_command_line_tells_it_as_text_and_as_json() {
    let today = |line: &str| Cli::line(line).with(&["--today"]);
    let text = today("whence 168,5 --near Corsico").ok();
    assert!(
        text.contains(
            "1. Indice di vecchiaia · Ambito di Corsico · media semplice dei 6 Comuni · al 1/1/2023"
        ),
        "{text}"
    );
    let json: Value = today("whence 168,5 --near Corsico --limit 1 --json").json();
    assert_eq!(array(&json["answers"]).len(), 1);
    let first = &json["answers"][0];
    assert_eq!((&first["indicator"], &first["code"]), (&"indice_vecchiaia".into(), &"50089".into()));
    assert_eq!((&first["method"], &first["date"]), (&"mean".into(), &"2023-01-01".into()));
    assert!(json["matches"].as_u64() >= Some(1) && json["searched"].as_u64() > Some(200_000));
}

/// The values searched are those that the program shows elsewhere.
#[test]
fn the_values_visited_are_those_of_the_tables() {
    let mut seen = 0;
    today().visit_values(&mut |Occurrence { subject, owner, reference, method, value }| {
        let (Subject::Indicator(indicator), Owner::Unit(level, unit, _)) = (subject, owner) else { return };
        let date = reference.and_then(|at| at.date());
        let ids = ["indice_vecchiaia", "tasso_occupazione_20_64", "fragilita_decile", "variazione_annua"];
        if !ids.contains(&indicator.id.as_str()) || level == Level::Comuni && unit % 40 != 0 {
            return;
        }
        let table = table_today(&indicator.id, date.expect("indicators have dates"), level, method);
        assert_eq!(table.rows[unit].value, Ok(value), "{} {level:?} {method:?}", indicator.id);
        seen += 1;
    });
    assert!(seen > 500, "{seen}");
}

/// Every match rounds to the number.
#[test]
fn every_answer_is_the_number_at_its_decimals() {
    for (typed, number, decimals) in
        [("16,1%", 16.1, 1), ("-0,8", -0.8, 1), ("23", 23.0, 0), ("0,05", 0.05, 2)]
    {
        for answer in found(typed, "").answers {
            // A fall is printed without its sign.
            let value = if answer.from.is_some() && number > 0.0 { answer.value.abs() } else { answer.value };
            assert_eq!(decimal::rounded(value, decimals), number, "{answer:?}");
        }
    }
}

/// A difference that is found is that of the two values written beside it, in points where they are percentages; there are no
/// percentages of percentages, nor of what goes below zero.
#[test]
fn the_two_ends_of_a_change_give_it() {
    let mut seen = 0;
    for (typed, near) in [("168,5", "Corsico"), ("0,73", "variazione"), ("12%", "Rho")] {
        for answer in found(typed, near).answers.iter().filter(|answer| answer.from.is_some()) {
            let Source::Indicator(id) = &answer.source else { panic!("{answer:?}") };
            let indicator = today().indicator(id).unwrap();
            let is_percentage = indicator.unit.it.starts_with('%');
            let (_, told) = answer.how.split_once(" da ").unwrap();
            let told = told.split_once(" (").unwrap().0;
            let ends: Vec<f64> = told
                .split(" a ")
                .map(|end| {
                    let digits: String =
                        end.chars().filter(|c| c.is_ascii_digit() || matches!(c, ',' | '−')).collect();
                    digits.replace(',', ".").replace('−', "-").parse().unwrap()
                })
                .collect();
            let by = ends[1] - ends[0];
            let number: String =
                answer.written.chars().take_while(|c| !c.is_whitespace() && *c != '%').collect();
            let number = number.replace('.', "").replace(',', ".").replace('−', "-");
            let decimals = number.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            let number: f64 = number.parse().unwrap();
            let is_relative = answer.how.starts_with("variazione percentuale");
            let change = if is_relative { 100.0 * by / ends[0] } else { by };
            assert_eq!(decimal::rounded(change, decimals), number, "{answer:?}");
            assert!(!is_relative || (!is_percentage && ends.iter().all(|end| *end >= 0.0)), "{answer:?}");
            assert_eq!(
                !is_relative && is_percentage,
                answer.written.ends_with("punti percentuali"),
                "{answer:?}"
            );
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

/// Printed cells with exactly these decimals come before values that are rounded to them.
#[test]
fn printed_cells_come_first_among_equals() {
    for typed in ["21,5%", "7,6"] {
        let found = found(typed, "");
        let first = &found.answers[0].source;
        assert!(matches!(first, Source::Cell { .. }), "{typed}: {first:?}");
    }
}

/// Categories are referred to by their names, in either language and in any case.
#[test]
fn a_condition_names_a_category() {
    let rows = |condition: &str| {
        Cli::new(&[
            "values",
            "--indicator",
            "area_interna",
            "--where",
            condition,
            "--format",
            "json",
            "--today",
        ])
        .json()
        .as_array()
        .map(Vec::len)
    };
    let by_number = rows("area_interna = 1");
    assert!(by_number > Some(0));
    for named in ["area_interna = \"Polo\"", "area_interna = polo", "area_interna = «centre»"] {
        assert_eq!(rows(named), by_number, "{named}");
    }
    assert_eq!(rows("area_interna = \"Polo intercomunale\""), rows("area_interna = 2"));
    let unknown =
        Cli::new(&["values", "--indicator", "area_interna", "--where", "area_interna = \"Boh\"", "--today"]);
    assert!(unknown.refusal().contains("Polo intercomunale"));
}

/// `residenti.csv`: the Ambito of Corsico had 120,330 residents on 1/1/2021 and 119,872 on 1/1/2022: 458 fewer, -0.3806%.
#[test]
fn a_printed_change_is_found_and_said_to_be_one() {
    for (typed, value) in [("458", -458.0), ("-458", -458.0), ("0,38%", -0.380_619_961_771_794)] {
        let found = found(typed, "Corsico popolazione residente 2021 2022");
        let change = found.answers.iter().find(|answer| {
            let from = answer.from.map(|from| from.to_string());
            let is_corsico = answer.unit.as_ref().is_some_and(|(_, code)| code.as_str() == "50089");
            is_corsico
                && answer.source == Source::Indicator("residenti".into())
                && from.as_deref() == Some("2021-01-01")
        });
        let change = change.unwrap_or_else(|| panic!("{typed}: {:?}", found.answers.first()));
        assert!((change.value - value).abs() < 1e-9, "{typed}: {}", change.value);
        assert_eq!(change.reference, Some(january(2022).into()));
        assert!(
            change.how.starts_with("variazione") && change.how.contains("da 120.330 a 119.872"),
            "{}",
            change.how
        );
        assert!(found.changes.matches >= 1 && found.changes_searched > 100_000, "{found:?}");
        assert!(found.summary().iter().any(|line| line.starts_with("Come variazione fra due date: ")));
    }
}

/// 98 matches were told in the head, and 902 further ones below the ten shown.
#[test]
fn the_matches_told_add_up() {
    for near in ["", "Corsico stranieri"] {
        let found = found("11,8", near);
        assert_eq!(found.all.matches + found.changes.matches, found.total, "{near}");
        assert!(found.changes.matches > 0);
    }
}
