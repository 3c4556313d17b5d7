//! Profiles: printed numbers are their exact values rounded, and the places that have no comparisons, no wider value or no value
//! at all.

use atlante::base::{Code, decimal};
use atlante::i18n::Lang;
use atlante::report::block::{Block, Cell, Paragraph, Report, Role, Run};
use atlante::report::build::{Cache, build};
use atlante::report::place::Place;
use atlante::report::plain::plain;
use atlante::report::printed::{printed, workbook};
use atlante::report::request::Request;
use atlante::report::template::{Shipped, Template};

use crate::common::{TODAY, today};

const CORSICO: &str = "50089";
const MILANO: &str = "50007";
const LODI: &str = "50066";
/// The Comune of Corsico.
const COMUNE: &str = "015093";

fn place(code: &str) -> Place {
    Place::of(&Code::from(code), today()).expect("a territory")
}

fn of(template: &Template, places: Vec<Place>, lang: Lang) -> Report {
    let request = Request { places, lang, ..Request::default() };
    build(template, &request, TODAY.sources(), &Cache::default())
}

fn profile(code: &str) -> Report {
    of(&Shipped::Profile.template(), vec![place(code)], Lang::It)
}

/// Every sentence and cell that people read.
fn paragraphs(report: &Report) -> Vec<&Paragraph> {
    report
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(paragraph) => vec![paragraph],
            Block::Bullets(all) => all.iter().collect(),
            _ => Vec::new(),
        })
        .collect()
}

fn headings(report: &Report) -> Vec<&str> {
    let heading = |block: &'_ Block| matches!(block, Block::Heading { .. });
    let found = report.blocks.iter().filter(|block| heading(block));
    found
        .map(|block| match block {
            Block::Heading { id, .. } => id.as_str(),
            _ => "",
        })
        .collect()
}

#[test]
fn every_printed_number_is_its_exact_value_rounded() {
    for code in [CORSICO, MILANO, COMUNE] {
        let report = profile(code);
        for one in printed(&report) {
            let value = one.value;
            let (Some(exact), None) = (value.origin.exact, value.origin.what) else { continue };
            let digits: String = value
                .text
                .chars()
                .take_while(|c| !matches!(c, '%' | ' ' | '€'))
                .filter(|c| *c != '.')
                .map(|c| if c == ',' { '.' } else { c })
                .collect();
            let digits = digits.replace('\u{2212}', "-");
            let Ok(number) = digits.parse::<f64>() else { continue };
            let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
            assert!(
                (decimal::rounded(exact, decimals) - number).abs() < 1e-9,
                "{} is printed for {exact} in {}",
                value.text,
                value.id
            );
        }
    }
}

#[test]
fn ids_of_a_report_are_unique_and_stay() {
    let report = profile(CORSICO);
    let mut ids: Vec<String> = printed(&report).iter().map(|one| one.value.id.clone()).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert_eq!(plain(&report), plain(&profile(CORSICO)));
}

#[test]
fn milano_is_one_comune_and_has_no_differences_inside() {
    let report = profile(MILANO);
    assert!(!headings(&report).contains(&"differenze"));
    let text = plain(&report);
    assert!(text.contains("coincide con il Comune di Milano"), "{text}");
    assert!(text.contains("assegnato a una sola ASST"), "{text}");
    assert!(!text.contains("Tra i suoi"), "a range");
}

#[test]
fn one_comune_is_told_among_its_ambito() {
    let report = profile(COMUNE);
    assert!(!headings(&report).contains(&"differenze"));
    let text = plain(&report);
    assert!(text.contains("Il Comune di Corsico fa parte dell'Ambito di Corsico"), "{text}");
}

#[test]
fn comuni_put_together_have_values_of_their_own() {
    let codes = [Code::from("015093"), Code::from("015011")];
    let together = Place::together("Due Comuni".to_owned(), &codes, today()).expect("known Comuni");
    let report = of(&Shipped::Profile.template(), vec![together], Lang::It);
    let text = plain(&report);
    assert!(text.contains("L'insieme «Due Comuni» comprende 2 Comuni"), "{text}");
    assert!(headings(&report).contains(&"differenze"));
}

#[test]
fn several_places_are_compared_in_one_report() {
    let report = of(&Shipped::Profile.template(), vec![place(CORSICO), place(LODI)], Lang::It);
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.id == "demografia/struttura" => Some(table),
        _ => None,
    });
    let heads: Vec<&str> =
        table.expect("the table").header[0].iter().map(|cell| cell.text.as_str()).collect();
    assert!(heads.contains(&"Ambito di Corsico") && heads.contains(&"Ambito di Lodi"), "{heads:?}");
}

#[test]
fn an_indicator_without_data_is_said_and_not_a_failure() {
    let text = "id = \"x\"\ntitle = { it = \"X\", en = \"X\" }\n[[section]]\nid = \"s\"\ntitle = { it = \"S\", en = \"S\" }\n\
                [[section.item]]\nkind = \"figure\"\nfigure = \"map\"\nindicator = \"non_esiste\"\n\
                [[section.item]]\nkind = \"table\"\ntable = \"places\"\ncaption = { it = \"T\", en = \"T\" }\nindicators = [\"non_esiste\"]\n";
    let report = of(&Template::read(text).expect("sound"), vec![place(CORSICO)], Lang::It);
    let cautions = paragraphs(&report);
    assert!(cautions.iter().any(|paragraph| paragraph.role == Role::Caution));
}

#[test]
fn both_languages_and_all_kinds_are_made() {
    for lang in Lang::ALL {
        for shipped in Shipped::ALL {
            let places = if shipped == Shipped::Yearly { Vec::new() } else { vec![place(CORSICO)] };
            let report = of(&shipped.template(), places, lang);
            assert!(report.blocks.len() > 20);
            let fields = report.blocks.iter().any(|block| match block {
                Block::Field(_) => true,
                Block::Table(table) => {
                    table.rows.iter().flat_map(|row| &row.cells).any(|cell| matches!(cell, Cell::Field(_)))
                }
                _ => false,
            });
            assert_eq!(fields, shipped == Shipped::Chapter);
            let placeholders = paragraphs(&report).into_iter().flat_map(|paragraph| &paragraph.sentences);
            for run in placeholders.flat_map(|sentence| &sentence.runs) {
                if let Run::Text(text) = run {
                    assert!(!text.contains('{'), "{text}");
                }
            }
        }
    }
}

#[test]
fn the_list_of_numbers_has_a_row_for_each() {
    let report = profile(CORSICO);
    let book = workbook(&report, today());
    assert_eq!(book.sheets[0].rows.len(), printed(&report).len());
}
