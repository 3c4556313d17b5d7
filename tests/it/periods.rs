//! What is of a whole year is not dated on its last day: births "nel 2025", incomes "nell'anno d'imposta 2024", deaths of three
//! years "negli anni 2023-2025", as the catalogue declares it. In every text of every kind of figure, in both languages.

use atlante::base::{Date, Level};
use atlante::data::{Indicator, Method, Period};
use atlante::document::{
    Element, FigureSpec, MapKind, MapSpec, RankingSpec, ScatterSpec, SeriesMode, SeriesSpec, SlopeSpec,
    TableColumn, TableSpec,
};
use atlante::engine::indicator_card::{IndicatorCard, View};
use atlante::engine::{Action, Settings, State, update};
use atlante::figure::{compose, reading, registry};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::scene::{Cell, Node};

use crate::cli::Cli;
use crate::common::{Folder, TODAY, today};

fn runs(nodes: &[Node], found: &mut String) {
    for node in nodes {
        match node {
            Node::Group(group) => runs(&group.nodes, found),
            Node::Text(run) => {
                found.push_str(&run.content);
                found.push('\n');
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// Every text of a figure and of its sheet.
fn said(element: &Element) -> String {
    let made = compose::build(&FigureSpec::of(element.clone()), TODAY.sources()).expect("a figure").value;
    let mut all = [made.title, made.caption, made.scene.description.clone()].join("\n");
    all.push_str(&reading::figure(&made.parts, TODAY.sources()));
    runs(&made.scene.nodes, &mut all);
    let (book, _) = registry::table(element, TODAY.sources()).expect("sheets").value;
    for row in book.sheets.iter().flat_map(|sheet| sheet.rows.iter()) {
        all.extend(row.iter().filter_map(|cell| match cell {
            Cell::Text(text) => Some(format!("\n{text}")),
            _ => None,
        }));
    }
    all
}

/// Figures of every kind of an indicator.
fn figures(indicator: &Indicator, lang: Lang) -> Vec<Element> {
    let (id, dates) = (indicator.id.as_str(), today().dates(indicator));
    let (Some(&first), Some(&last)) = (dates.first(), dates.last()) else { return Vec::new() };
    let level = Level::Ambiti;
    let mut all: Vec<Element> = vec![
        MapSpec { level, lang, ..MapSpec::new(id, last) }.into(),
        RankingSpec { lang, ..RankingSpec::new(id, last, level) }.into(),
        SeriesSpec { lang, level: Some(level), ..SeriesSpec::new(id, Vec::new()) }.into(),
        TableSpec { lang, ..TableSpec::new(vec![TableColumn::value(id, last)], level) }.into(),
    ];
    if indicator.kind.has_steps() {
        all.remove(1);
        return all;
    }
    all.push(ScatterSpec { level, lang, ..ScatterSpec::new("aliquota_media", id, last) }.into());
    if first < last {
        all.push(
            MapSpec { level, lang, kind: MapKind::Change { from: first }, ..MapSpec::new(id, last) }.into(),
        );
        all.push(SlopeSpec { lang, ..SlopeSpec::new(id, first, last, level) }.into());
        let change = TableColumn { from: Some(first.into()), ..TableColumn::value(id, last) };
        all.push(TableSpec { lang, ..TableSpec::new(vec![change], level) }.into());
        let mode = SeriesMode::Change;
        all.push(SeriesSpec { lang, mode, level: Some(level), ..SeriesSpec::new(id, Vec::new()) }.into());
    }
    all
}

#[test]
fn nothing_of_a_whole_year_is_dated_on_its_last_day() {
    let own: Vec<&Indicator> =
        today().catalogue.indicators().iter().filter(|of| of.period != Period::Day).collect();
    assert!(own.len() > 20, "{}", own.len());
    for indicator in own {
        for lang in Lang::ALL {
            for figure in figures(indicator, lang) {
                let text = said(&figure);
                let day = ["31/12/", "31 dicembre", "31 December"].into_iter().find(|day| text.contains(day));
                assert_eq!(day, None, "{} {figure:?}\n{text}", indicator.id);
            }
        }
    }
}

#[test]
fn each_says_what_it_is_of() {
    let date = |year: i16| Date::new(year, 12, 31).expect("a date");
    let map = |id: &str, year, lang| {
        said(&MapSpec { level: Level::Ambiti, lang, ..MapSpec::new(id, date(year)) }.into())
    };
    let incomes = map("reddito_imponibile_medio", 2024, Lang::It);
    for text in [
        "Ambiti territoriali dell'ATS Città Metropolitana di Milano (valore calcolato sul totale dei Comuni), anno d'imposta 2024",
        "Nell'anno d'imposta 2024 il reddito imponibile medio per contribuente va dai",
        "Nell'anno d'imposta 2007 era più basso:",
        "Valori nell'anno d'imposta 2024.",
    ] {
        assert!(incomes.contains(text), "{text}\n{incomes}");
    }
    let births = map("natalita", 2025, Lang::It);
    assert!(births.contains("Nel 2025 il tasso di natalità va dal"), "{births}");
    assert!(births.contains("Valori nell'anno 2025 provvisori, non definitivi."), "{births}");
    let deaths = map("mortalita_periodo", 2025, Lang::It);
    assert!(deaths.contains("Negli anni 2023-2025 i decessi medi annui"), "{deaths}");
    let english = map("reddito_imponibile_medio", 2024, Lang::En);
    assert!(
        english.contains("In tax year 2024, the") && english.contains("In tax year 2007 it was lower"),
        "{english}"
    );
    // A stock of the same day keeps it: it is what the census counted.
    let census = map("tasso_occupazione_20_64", 2022, Lang::It);
    assert!(census.contains("Al 31 dicembre 2022"), "{census}");
}

/// Amounts of several years are in the euros of each: the figure itself says it, and one of a single year has no need to.
#[test]
fn euros_compared_over_time_are_said_to_be_current() {
    let date = |year: i16| Date::new(year, 12, 31).expect("a date");
    let (id, level) = ("reddito_imponibile_medio", Level::Ambiti);
    let footer = |element: Element| {
        let made = compose::build(&FigureSpec::of(element), TODAY.sources()).expect("a figure").value;
        let mut all = String::new();
        runs(&made.scene.nodes, &mut all);
        all.replace('\n', " ")
    };
    let euros = "Gli importi sono in euro correnti";
    let series =
        |mode| Element::from(SeriesSpec { mode, level: Some(level), ..SeriesSpec::new(id, Vec::new()) });
    for element in [
        series(SeriesMode::Absolute),
        series(SeriesMode::Base100),
        SlopeSpec::new(id, date(2007), date(2024), level).into(),
        MapSpec { level, kind: MapKind::Change { from: date(2007) }, ..MapSpec::new(id, date(2024)) }.into(),
        TableSpec::new(vec![TableColumn::value(id, date(2007)), TableColumn::value(id, date(2024))], level)
            .into(),
    ] {
        assert!(footer(element.clone()).contains(euros), "{element:?}");
    }
    // Beside the ATS of the same year prices do not count, and one year has one price.
    assert!(!footer(series(SeriesMode::Ats100)).contains(euros));
    assert!(!footer(RankingSpec::new(id, date(2024), level).into()).contains(euros));
}

#[test]
fn the_window_and_the_card_say_it_too() {
    const VIEW: View = View { territory: None, date: None, method: Method::Pooled };
    let mut state =
        State::new(Bundle::load(None).expect("valid").into(), Settings::default()).expect("a state");
    let of = |id: &str, state: &mut State| {
        update(state, Action::SetIndicator(id.to_owned()));
        let last = *state.dates().last().expect("a date");
        state.date_name(last)
    };
    assert_eq!(of("reddito_imponibile_medio", &mut state), "anno d'imposta 2024");
    assert_eq!(of("natalita", &mut state), "2025");
    assert_eq!(of("mortalita_periodo", &mut state), "2023-2025");
    assert_eq!(of("residenti", &mut state), "1/1/2026");
    // That the date gives way is said as the indicator says it, and does not stay in the other language.
    of("reddito_imponibile_medio", &mut state);
    let notice = state.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    assert!(notice.contains("ora vedi quelli nell'anno d'imposta"), "{notice}");
    update(&mut state, Action::SetLang(Lang::En));
    assert!(state.notice.is_none());
    update(&mut state, Action::SetLang(Lang::It));
    let card = IndicatorCard::new("reddito_imponibile_medio", &VIEW, today(), Lang::It).expect("a card");
    let text: Vec<String> = card.sections.into_iter().flat_map(|section| section.lines).collect();
    let text = text.join("\n");
    assert!(text.contains("anni d'imposta dal 2007 al 2024, 18 in tutto"), "{text}");
    assert!(text.contains("nell'anno d'imposta 2024") && !text.contains("31/12"), "{text}");
}

/// What a file counts over a year is of that year: its header says it.
#[test]
fn what_a_file_counts_over_a_year_is_of_that_year() {
    let text = "Comune;Anno;Accessi nel corso dell'anno\nMilano;2022;120\nRho;2022;30\nLodi;2022;31\n";
    let folder = Folder::new().with("accessi.csv", text);
    let (file, project, map) =
        (folder.file("accessi.csv"), folder.file("p.atlante"), folder.file("mappa.svg"));
    let output = Cli::new(&["import", &file, "--into", &project, "--json"]).json();
    let id = output["files"][0]["imported"]["indicators"][0].as_str().expect("an indicator").to_owned();
    let drawn =
        Cli::new(&["figure", "map", "--symbols", "--indicator", &id, "--project", &project, "-o", &map]);
    let (told, _) = drawn.with(&["--json"]).both();
    assert!(
        told.contains("Comuni dell'ATS Città Metropolitana di Milano, anno 2022.")
            && !told.contains("31/12/2022"),
        "{told}"
    );
}
