//! The two printed documents whole: rows that are no territories, ranges, notes on single cells, what is missing and why.
//! The numbers are those of the printed pages (DGR Lombardia XI/4563, Annex C; Piano di Zona 2021–2023 of Corsico), and the
//! recomputed ones were worked out from them with pandas.

use atlante::base::{Code, Level};
use atlante::data::{AreaKind, Bilingual, PublishedRow, Reference};
use atlante::document::{RankingSpec, SeriesSpec, TableSpec};
use atlante::figure::Remark;
use atlante::figure::ranking::{RankingModel, RankingView, Span};
use atlante::figure::series::SeriesView;
use atlante::figure::table::{TableModel, TableView};
use atlante::figure::view::{self, View};
use atlante::i18n::Lang;

use crate::cli::Cli;
use crate::common::{Folder, atlas, edition};
use crate::page::all_runs;

fn rows(id: &str) -> Vec<PublishedRow<'static>> {
    atlas().published_values(id).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn value(id: &str, area: &str, year: i16) -> f64 {
    let found = rows(id).into_iter().find(|row| row.area.name == area && row.reference.year() == year);
    found.unwrap_or_else(|| panic!("{id}: {area} {year}")).value.expect("printed")
}

fn ranking(id: &str) -> RankingSpec {
    let at = *atlas().references(id).expect("published").last().expect("a year");
    RankingSpec { range: true, ..RankingSpec::new(id, at, Level::Ats) }
}

fn model(spec: &RankingSpec) -> RankingModel {
    RankingModel::new(spec, atlas()).unwrap_or_else(|error| panic!("{error}")).value
}

#[test]
fn rows_that_are_no_territories_stand_apart_from_what_they_add_up_to() {
    let of = |id: &str| {
        let listed = model(&ranking(id));
        let (rows, absent) = (listed.rows.len() + listed.absent.len(), listed.absent.len());
        (listed.level, rows, absent)
    };
    assert_eq!(of("spesa_singola_capofila"), (None, 3, 0));
    assert_eq!(of("quota_singola_intervento"), (None, 15, 0));
    assert_eq!(of("quota_associata_intervento"), (None, 15, 2));
    assert_eq!(of("pdz_risorse_totali"), (None, 9, 0));
    assert_eq!(of("pdz_posti"), (None, 10, 2));
    assert_eq!(value("spesa_singola_capofila", "Comunità Montana", 2018), 49.99);
    assert_eq!(value("quota_associata_intervento", "Sistemi informativi", 2018), 70.1);
    assert_eq!(value("pdz_risorse_utenza", "Anziani", 2019), 96_542.0);
    // The total of a table of headings is the value of the territory it is all of.
    assert_eq!(value("pdz_risorse_totali", "Ambito di Corsico", 2019), 19_165_895.0);
    assert_eq!(value("pdz_utenti_rendicontati", "Ambito di Corsico", 2016), 9_919.0);
    let headings = atlas().areas().iter().filter(|area| area.kind == AreaKind::Heading);
    assert!(headings.clone().count() == 55 && headings.clone().all(|area| area.unit.is_none()));
    // None is a territory that a map, a search or a choice could take for one.
    assert!(headings.clone().all(|area| atlas().territories.find(&area.code).is_none()));
}

#[test]
fn the_tables_hold_together_as_pandas_finds_them() {
    for man in ["singola", "associata"] {
        for year in [2016, 2017, 2018] {
            let id = format!("spesa_{man}_capofila");
            let kinds = ["Comune", "Comunità Montana", "Azienda Speciale Consortile/Consorzio"];
            let sum: f64 = kinds.iter().map(|kind| value(&id, kind, year)).sum();
            let gap = sum - value(&id, "Lombardia", year);
            let printed = if (man, year) == ("associata", 2017) { -0.01 } else { 0.0 };
            assert!((gap - printed).abs() < 1e-6, "{id} {year}: {gap}");
        }
    }
    let areas = rows("pdz_spesa_area").into_iter().filter(|row| row.area.kind == AreaKind::Heading);
    let sum: f64 = areas.map(|row| row.value.expect("printed")).sum();
    assert_eq!(sum, 19_537_261.0);
    assert_eq!(sum, value("pdz_spesa_area", "Ambito di Corsico", 2019));
    // What is printed per user is the spending over the users of the same table.
    for area in ["Disabili", "Anziani", "Salute mentale", "Immigrazione"] {
        let per_user = value("pdz_spesa_area", area, 2019) / value("pdz_utenti_area", area, 2019);
        assert_eq!(per_user.round(), value("pdz_spesa_per_utente", area, 2019), "{area}");
    }
}

#[test]
fn several_years_taken_as_one_are_no_year() {
    let references = atlas().references("ambiti_capofila_numero").expect("published");
    assert_eq!(references, [Reference::Years(2016, 2018)]);
    let spec = RankingSpec { lang: Lang::En, ..ranking("ambiti_capofila_numero") };
    let bundle = edition();
    let figure = view::build::<RankingView>(&spec, bundle.sources()).unwrap_or_else(|e| panic!("{e}"));
    let text = RankingView::alt_text(&figure.value.prepared(bundle.sources()));
    assert!(text.contains("in the years 2016–2018"), "{text}");
}

#[test]
fn a_published_mean_has_the_least_and_the_greatest_beside_it() {
    let of = |id: &str| model(&ranking(id));
    let milano = |model: &RankingModel| {
        let row = model.rows.iter().find(|row| row.code == Code::from("321")).expect("ours");
        let spread = row.spread.expect("a range");
        (spread.min, row.value, spread.max)
    };
    assert_eq!(milano(&of("trasferimenti_singola_media")), (0.23, 15.19, Some(56.69)));
    assert_eq!(milano(&of("trasferimenti_associata_media")), (3.62, 38.37, Some(78.29)));
    assert_eq!(milano(&of("spesa_anziani_pro_capite_media")), (35.27, 79.39, Some(248.75)));
    // Chart 22 has no greatest: it is neither drawn nor guessed.
    let chart_22 = of("spesa_prima_infanzia_pro_capite_media");
    assert_eq!(milano(&chart_22), (16.38, 1312.28, None));
    assert_eq!(chart_22.span, Span::Published { has_max: false });
    for id in [
        "quota_singola_ambiti_capofila_media",
        "trasferimenti_singola_capofila_media",
        "trasferimenti_associata_capofila_media",
    ] {
        let model = of(id);
        assert_eq!(model.span, Span::Published { has_max: true }, "{id}");
        let ordered = |row: &&atlante::figure::ranking::Ranked| {
            row.spread.is_some_and(|s| s.min <= row.value && s.max.is_some_and(|max| row.value <= max))
        };
        assert_eq!(model.rows.iter().filter(ordered).count(), 3, "{id}");
    }
    // Without a range to show the option is told to be idle, and nothing stands beside the values.
    let spec = ranking("spesa_sociale_pro_capite");
    let warned = RankingModel::new(&spec, atlas()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(warned.value.span, Span::None);
    assert!(warned.remarks.contains(&Remark::RangeIgnored));
    let refused = Cli::line("figure ranking --indicator spesa_sociale_pro_capite --range -o x.svg").refusal();
    assert!(refused.contains("--range"), "{refused}");
}

#[test]
fn what_a_source_prints_otherwise_is_told_wherever_the_value_is() {
    let note = |row: &PublishedRow<'_>| row.note.map(|note: &Bilingual| note.it.clone());
    let of = |id: &str, area: &str| rows(id).iter().find(|row| row.area.name == area).and_then(note);
    let users = of("pdz_utenti_area", "Compartecipazione servizi socio-sanitari integrati");
    assert!(users.is_some_and(|note| note.starts_with("Stampato 678 nel testo, 214 in tabella")));
    let least = of("trasferimenti_singola_minimo", "Lombardia");
    assert!(least.is_some_and(|note| note.contains("0,51") && note.contains("0,23")));
    let spec = TableSpec::published(
        &atlas().published_tables().into_iter().find(|t| t.name == "Tabella 2.4 utenze").expect("printed"),
    );
    let table = TableModel::new(&spec, atlas()).unwrap_or_else(|error| panic!("{error}"));
    let told = table.notes(&spec, atlas());
    assert!(told.iter().any(|remark| remark.text(Lang::It).contains("stampato 678 nel testo")), "{told:?}");
    // The figure, its file of values and the command line tell it.
    let bundle = edition();
    let figure = view::build::<TableView>(&spec, bundle.sources()).unwrap_or_else(|error| panic!("{error}"));
    let said: Vec<&str> =
        all_runs(&figure.value.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
    assert!(said.join(" ").contains("* Compartecipazione"), "{said:?}");
    assert!(said.contains(&"214*"), "the cell itself has a star: {said:?}");
    let csv = Cli::line("values --indicator pdz_utenti_area").ok();
    assert!(csv.contains("Stampato 678 nel testo, 214 in tabella"), "{csv}");
}

#[test]
fn every_part_of_the_documents_is_here_or_says_why_not() {
    let (mut here, mut missing, mut drawn) = (0, Vec::new(), Vec::new());
    for document in atlas().documents() {
        for (part, dataset) in document.parts_of() {
            let table = atlas().document_table(part, dataset);
            assert_eq!(table.is_none(), part.why.is_some() || part.scatter.is_some(), "{}", part.name);
            if part.scatter.is_some() {
                drawn.push(part.name.as_str());
                continue;
            }
            match table {
                Some(_) => here += 1,
                None => missing.push(part.name.as_str()),
            }
        }
    }
    assert_eq!(here, 46);
    let charts = [2, 3, 4, 5, 7, 8, 9, 10, 13, 19, 23].map(|n| format!("Grafico {n}"));
    let more = ["Grafico 2.1", "Grafico 2.3", "Sezione 6"].map(str::to_owned);
    assert_eq!(missing, [charts.as_slice(), more.as_slice()].concat());
    // Of these the numbers of one axis are printed: they are drawn again against what is computed.
    assert_eq!(drawn, [24, 25, 26, 27].map(|n| format!("Grafico {n}")));
    let refused = Cli::line("figure table --printed").with(&["Grafico 13", "-o", "x.csv"]).refusal();
    assert!(refused.contains("non ha numeri"), "{refused}");
}

#[test]
fn every_published_figure_is_read_in_both_languages() {
    let bundle = edition();
    for indicator in atlas().published_indicators() {
        for lang in [Lang::It, Lang::En] {
            let spec = RankingSpec { lang, ..ranking(&indicator.id) };
            let figure =
                view::build::<RankingView>(&spec, bundle.sources()).unwrap_or_else(|e| panic!("{e}"));
            let name = lang.pick(&indicator.name);
            let reading = RankingView::reading(&figure.value.prepared(bundle.sources()));
            assert!(reading.first().is_some_and(|first| first.contains(name)), "{}", indicator.id);
            let spec = SeriesSpec { lang, ..SeriesSpec::new(indicator.id.clone(), Vec::new()) };
            let figure = view::build::<SeriesView>(&spec, bundle.sources()).unwrap_or_else(|e| panic!("{e}"));
            let reading = SeriesView::reading(&figure.value.prepared(bundle.sources()));
            assert!(reading.len() > 1, "{}: {reading:?}", indicator.id);
        }
    }
}

/// Chart 4.1 prints only the total of the nine areas of table 2.4: 19,537,261 euro, which is their sum.
#[test]
fn a_total_that_is_the_sum_of_its_rows_has_their_base() {
    let folder = Folder::new();
    let file = folder.file("a.svg");
    let drawn = Cli::new(&["figure", "table", "--printed", "Grafico 4.1", "--json", "-o", &file]).json();
    let alt = drawn["alternative_text"].as_str().expect("a text");
    assert!(alt.contains("Righe: 9") && alt.contains("19.537.261"), "{alt}");
    let svg = std::fs::read_to_string(&file).expect("the table");
    assert!(!svg.contains("potrebbe non avere"), "another base");
    // The value of Lombardia beside the large towns (chart 12 beside chart 14) is no sum of theirs.
    let towns = Cli::new(&["figure", "table", "--printed", "Grafico 14", "-o", &file]);
    towns.ok();
    let svg = std::fs::read_to_string(&file).expect("the table");
    assert!(svg.contains("potrebbe non avere"), "{svg}");
}

#[test]
fn a_published_table_has_the_title_of_its_source_and_a_single_row_no_range() {
    let folder = Folder::new();
    let file = folder.file("a.svg");
    let drawn = Cli::new(&["figure", "table", "--printed", "Tabella 2.2", "--json", "-o", &file]).json();
    let caption = drawn["caption"].as_str().expect("a caption");
    assert!(caption.starts_with("Tabella 2.2 (Piano di Zona di Corsico). "), "{caption}");
    // Births per thousand residents of the Ambito in 2018: 7.7.
    let alt = drawn["alternative_text"].as_str().expect("a text");
    assert!(alt.contains("[nati ogni 1.000 residenti]: 7,7. ") && !alt.contains("da 7,7 a 7,7"), "{alt}");
}
