//! Texts about the same number agree: the alternative text has the decimals of the reading, the edges of two dates are the same,
//! a word that counts nothing is not taken for a number, and what is not a territory is not called one. The expected values were computed
//! with pandas from sample_data/.

use std::sync::Arc;

use atlante::base::{Code, Date, Level, decimal};
use atlante::data::{Absence, Method};
use atlante::document::{
    Element, FigureSpec, MapKind, MapSpec, RankingSpec, Representation, ScatterSpec, SeriesMode, SeriesSpec,
};
use atlante::engine::indicator_card::{IndicatorCard, View};
use atlante::engine::{Action, Settings, State, update};
use atlante::figure::map::MapModel;
use atlante::figure::series::SeriesModel;
use atlante::figure::{compose, reading};
use atlante::i18n::Lang;
use atlante::io::Bundle;

use crate::cli::Cli;
use crate::common::{Folder, TODAY, today};

fn date(year: i16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a date")
}

/// The reading and the alternative text.
fn said(element: impl Into<Element>) -> [String; 2] {
    let figure = compose::build(&FigureSpec::of(element.into()), TODAY.sources()).expect("a figure").value;
    [reading::figure(&figure.parts, TODAY.sources()), figure.scene.description.clone()]
}

/// The numbers of a text as written, without the full stops of sentences.
fn numbers(text: &str) -> Vec<&str> {
    let part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let parts = text.split(|c| !part(c)).map(|number| number.trim_matches([',', '.']));
    parts.filter(|number| !number.is_empty()).collect()
}

/// Readings said 26,75% and 9,3%, alternative texts 26,7% and 9,257%.
#[test]
fn the_alternative_text_has_the_decimals_of_the_reading() {
    for id in ["aliquota_media", "quota_redditi_oltre_75k", "quota_0_2", "indice_vecchiaia", "saldo_naturale"]
    {
        let indicator = today().indicator(id).expect("known");
        for at in today().dates(indicator).into_iter().rev().take(2) {
            for level in [Level::Comuni, Level::Ambiti] {
                let map = MapSpec { level, ..MapSpec::new(id, at) };
                for element in [Element::from(map), RankingSpec::new(id, at, level).into()] {
                    let [told, alternative] = said(element);
                    let ends = ["più basso è ", "il più alto ", "dell'intera ATS è "];
                    for end in ends {
                        let Some((_, rest)) = alternative.split_once(end) else { continue };
                        let number = numbers(rest)[0];
                        assert!(
                            numbers(&told).contains(&number),
                            "{id} {at} {level:?}: {number}\n{told}\n{alternative}"
                        );
                    }
                }
            }
        }
    }
}

/// Residents of 65 and over per 100 of 0 to 14: all 17 Ambiti rose from 2022 to 2023, none fell.
#[test]
fn none_is_a_word() {
    let change = |id: &str, from, to, level| {
        let map = MapSpec { level, kind: MapKind::Change { from }, ..MapSpec::new(id, to) };
        said(map)[1].clone()
    };
    let text = change("indice_vecchiaia", date(2022, 1, 1), date(2023, 1, 1), Level::Ambiti);
    assert!(text.contains("Il valore cresce in 17 territori e non cala in nessuno."), "{text}");
    let text = change("mortalita_periodo", date(2022, 12, 31), date(2025, 12, 31), Level::Ambiti);
    assert!(text.contains("Il valore non cresce in nessun territorio e cala in 17."), "{text}");
}

/// Only the Ambito of Milano, which is one Comune, has a tenth: 2.
#[test]
fn a_single_value_is_told() {
    let map = MapSpec { level: Level::Ambiti, ..MapSpec::new("fragilita_decile", date(2022, 12, 31)) };
    let [_, alternative] = said(map);
    assert!(alternative.contains("L'unico valore è 2 (Ambito di Milano Città)."), "{alternative}");
}

/// Only the figure of 1/1/2021 is off the series of foreign residents: 408,317 of 3,352,455 residents were 12.18% in 2013,
/// 530,652 of 3,484,592 are 15.23% in 2026.
#[test]
fn a_series_goes_on_after_a_date_that_is_off_it() {
    let spec = SeriesSpec::new("quota_stranieri", Vec::new());
    let [told, _] = said(spec.clone());
    let moved = "Tra il 1° gennaio 2013 e il 1° gennaio 2026 la quota di residenti stranieri dell'ATS sale da 12,2% a 15,2%";
    assert!(told.starts_with(moved) && !told.contains("si interrompe"), "{told}");
    assert!(told.contains("I valori al 1° gennaio 2021 non si confrontano con gli altri."), "{told}");
    let map = |from, to| {
        let map = MapSpec { kind: MapKind::Change { from }, ..MapSpec::new("quota_stranieri", to) };
        said(map)[0].contains("la serie si interrompe")
    };
    let [y2013, y2020, y2021, y2022, y2026] = [2013, 2020, 2021, 2022, 2026].map(|year| date(year, 1, 1));
    assert!(!map(y2013, y2026) && !map(y2020, y2022));
    assert!(map(y2020, y2021) && map(y2021, y2022));
    let model = |spec: &SeriesSpec| SeriesModel::new(spec, today()).expect("a series").value;
    // Lines stop before and after it, an index goes on from the same base, and the lone date has none.
    let plain = model(&spec);
    assert_eq!(plain.breaks.len(), 2);
    let index = model(&SeriesSpec { mode: SeriesMode::Base100, ..spec });
    let place = |year: i16| {
        index.references.iter().position(|at| at.date() == Some(date(year, 1, 1))).expect("a date")
    };
    let at = |year: i16| {
        let i = place(year);
        index.lines[0].observed[i].expect("a value") / index.lines[0].values[i].expect("an index")
    };
    assert!((at(2013) - at(2026)).abs() < 1e-9 && (at(2020) - at(2022)).abs() < 1e-9);
    assert_eq!(index.lines[0].values[place(2021)], Err(Absence::NotApplicable), "2021 stands alone");
}

#[test]
fn quadrants_of_people_do_not_speak_of_tall_ones() {
    let names = |lang, x: &str| {
        let mut spec = ScatterSpec::new(x, "indice_vecchiaia", date(2023, 1, 1));
        (spec.lang, spec.view.quadrants) = (lang, atlante::document::QuadrantSplit::Median);
        said(spec)[0].clone()
    };
    for (x, of) in [
        ("residenti_0_2", "Molti bambini 0-2, vecchiaia alta"),
        ("residenti_75_plus", "Pochi residenti 75+, vecchiaia bassa"),
        ("dipendenza_anziani", "Dipendenza anziani alta, vecchiaia alta"),
        ("quota_pensionati", "Quota pensionati alta"),
    ] {
        let text = names(Lang::It, x);
        assert!(text.contains(of), "{of}: {text}");
    }
    let text = names(Lang::En, "residenti");
    assert!(text.contains("Many residents, high ageing"), "{text}");
}

#[test]
fn ranks_alone_say_of_what_and_when() {
    let spec = ScatterSpec::new("densita", "fragilita_decile", date(2022, 12, 31));
    let [told, _] = said(spec);
    let opening = "Su 193 Comuni, i valori della densità di popolazione al 1° gennaio 2023 e quelli dell'indice composito di \
                   fragilità comunale nel 2022 si confrontano solo per ordine. Spearman ρ = −0,030";
    assert!(told.starts_with(opening), "{told}");
}

/// Published rows by kind of service are no territories.
#[test]
fn headings_are_no_territories() {
    let mut checked = 0;
    for published in today().published_indicators() {
        for at in today().references(&published.id).unwrap_or_default() {
            let spec = RankingSpec::new(published.id.as_str(), at, Level::Ambiti);
            let Ok(figure) = compose::build(&FigureSpec::of(spec.into()), TODAY.sources()) else { continue };
            let text = &figure.value.scene.description;
            if text.contains("Voci senza valore") {
                assert!(!text.contains("Territori senza valore"), "{text}");
                checked += 1;
            }
        }
    }
    assert!(checked > 0);
}

#[test]
fn a_layer_of_comuni_names_no_method() {
    let folder = Folder::new();
    let method = |indicator: &str, level: &str| {
        let path = folder.file("mappa.geojson");
        Cli::line(&format!("figure map --indicator {indicator} --level {level} --today"))
            .with(&["-o", &path])
            .ok();
        let layer: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(&path).expect("written")).expect("JSON");
        layer["metadata"]["Metodo"].as_str().map(str::to_owned)
    };
    assert_eq!(method("indice_vecchiaia", "comuni"), None);
    assert_eq!(
        method("indice_vecchiaia", "ambiti").as_deref(),
        Some("valore calcolato sul totale dei Comuni")
    );
    assert_eq!(method("livello_servizi", "ambiti"), None, "a score of a Comune has no value for groups");
    let weighted = method("minuti_polo", "ambiti");
    assert!(weighted.as_deref().is_some_and(|method| method.starts_with("media ponderata")), "{weighted:?}");
}

/// `residenti.csv` at 1/1/2026, an estimate: 7,447 residents of Settala.
#[test]
fn parentheses_are_not_nested() {
    let text = Cli::line("standard --one-per 5000 --what educatori --territory 015210 --have 3 --today").ok();
    assert!(text.contains("Settala (7.447, stima): ne servono"), "{text}");
}

/// Natural breaks of shares of taxpayers over 75,000 euro in all years: at every date the legend has the same edges.
#[test]
fn maps_of_two_dates_have_the_same_edges() {
    let id = "quota_redditi_oltre_75k";
    let dates = today().dates(today().indicator(id).expect("known"));
    let edges = |at| MapModel::new(&MapSpec::new(id, at), TODAY.sources()).expect("classes").value.rounded;
    let first = edges(dates[0]);
    assert!(first.is_some() && dates[1..].iter().all(|at| edges(*at) == first));
}

/// Of values with one decimal no edge of a legend has more than two, however many there are over all dates.
#[test]
fn edges_have_one_decimal_more_at_most() {
    for id in [
        "quota_redditi_oltre_75k",
        "quota_redditi_fino_10k",
        "quota_pensionati",
        "aliquota_media",
        "eta_media",
    ] {
        let indicator = today().indicator(id).expect("known");
        let at = *today().dates(indicator).last().expect("a date");
        for level in [Level::Comuni, Level::Ambiti] {
            let map = MapSpec { level, ..MapSpec::new(id, at) };
            let model = MapModel::new(&map, TODAY.sources()).expect("classes").value;
            let (decimals, edges) = model.rounded.as_ref().expect("edges");
            assert!(*decimals <= indicator.decimals + 1, "{id} {level:?}: {edges:?}");
            // No printed value contradicts its class.
            let classes = model.classes.as_ref().expect("classes");
            for row in model.table.rows.iter().filter_map(|row| row.value.ok()) {
                let written = decimal::rounded(row, *decimals);
                let class = classes.intervals.class_of(row).expect("a class");
                let (low, high) = edges.bounds(class);
                let [low, high] = [low, high].map(|edge| decimal::rounded(edge, *decimals));
                assert!(written <= high && (low < written || class == 0), "{id}: {row} in {low}-{high}");
            }
        }
    }
}

/// Mean taxable income of the Ambito of Corsico: 21,857.7 and 27,941.5 euros (pandas), which are written without cents.
#[test]
fn sums_of_money_get_no_cents_for_their_difference() {
    let codes = ["50089", "50066"].map(Code::from);
    let [told, alternative] = said(SeriesSpec::new("reddito_imponibile_medio", codes.into()));
    for text in [told, alternative] {
        assert!(text.contains("da 21.858") && text.contains("27.941 €") && !text.contains(",7"), "{text}");
    }
}

#[test]
fn what_groups_have_no_value_of_is_offered_by_comune() {
    let folder = Folder::new();
    let line = "figure map --indicator fragilita_decile --level ambiti --json --today";
    let json = Cli::line(line).with(&["-o", &folder.file("m.svg")]).json();
    let finding = &json["findings"][0];
    assert_eq!(
        (&finding["code"], &finding["remedy"]),
        (&"no_group_values".into(), &"Passa al livello: Comuni.".into())
    );
    let warnings = json["warnings"].to_string();
    assert!(!warnings.contains("constant"), "a single value is equal to nothing: {warnings}");
    let comuni = Cli::line("figure map --indicator fragilita_decile --json --today");
    assert_eq!(comuni.with(&["-o", &folder.file("m.svg")]).json()["findings"], serde_json::json!([]));
}

/// A reading names six columns; of seven, one is left to the table.
#[test]
fn tables_say_what_of_them_is_not_told() {
    let folder = Folder::new();
    let reading = |columns: &str| {
        let line = format!("figure table --columns {columns} --level asst --json --today");
        let json = Cli::line(&line).with(&["-o", &folder.file("t.svg")]).json();
        json["reading"].as_str().expect("a text").to_owned()
    };
    let seven = "residenti,maschi,femmine,densita,eta_media,quota_0_2,quota_3_5";
    assert!(reading(seven).contains("Altre colonne, da leggere nella tabella: 1."));
    assert!(!reading("residenti,maschi").contains("Altre colonne"));
    let none = reading("eta_media,zona_altimetrica");
    assert!(none.contains("Al 1° gennaio 2023 la zona altimetrica non ha valori da mostrare."), "{none}");
}

#[test]
fn areas_of_published_tables_have_their_preposition() {
    let published = today().published_indicators().iter().find(|own| own.id == "spesa_sociale_pro_capite");
    let at = *today().references(&published.expect("known").id).expect("years").last().expect("a year");
    let [told, alternative] = said(RankingSpec::new("spesa_sociale_pro_capite", at, Level::Ats));
    assert!(told.contains("Il valore della Lombardia è 160,57 €: lo supera 1 ATS su 8."), "{told}");
    assert!(alternative.contains("Il valore della Lombardia è 160,57 €."), "{alternative}");
}

/// The series of residents breaks in 2013, before which there are no foreign residents; ages at 1/1/2026 are estimates.
#[test]
fn cards_tell_what_concerns_the_dates_of_their_indicator() {
    let card = |id: &str| {
        let view = View { territory: None, date: None, method: Method::Pooled };
        let card = IndicatorCard::new(id, &view, today(), Lang::It).expect("a card");
        let lines = card.sections.iter().flat_map(|section| &section.lines);
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    let foreign = card("quota_stranieri");
    assert!(!foreign.contains("2011") && foreign.matches("1/1/2026 (").count() == 1, "{foreign}");
    let ageing = card("indice_vecchiaia");
    assert!(ageing.contains("1/1/2023 (stima), 1/1/2026 (stima)"), "{ageing}");
}

/// The line of a standard of 3.25% was called 3.3%.
#[test]
fn a_threshold_has_the_digits_it_was_set_with() {
    let line = "figure ranking --indicator quota_redditi_oltre_75k --year 2022 --level ambiti --standard 3,25 --json --today";
    let json = Cli::line(line).with(&["-o", &Folder::new().file("r.svg")]).json();
    let text = json["alternative_text"].as_str().expect("a text");
    assert!(text.contains("3,25%") && !text.contains("3,3%: "), "{text}");
}

/// Circles put on for a count do not stay for a ratio, and whoever asks for them is told.
#[test]
fn circles_are_of_counts() {
    let folder = Folder::new();
    let code = |indicator: &str| {
        let line = format!("figure map --indicator {indicator} --symbols --json --today");
        let json = Cli::line(&line).with(&["-o", &folder.file("m.svg")]).json();
        json["findings"][0]["code"].as_str().map(str::to_owned)
    };
    assert_eq!(code("indice_vecchiaia").as_deref(), Some("circles_of_ratio"));
    assert_eq!(code("residenti"), None);
    let mut state =
        State::new(Arc::new(Bundle::load(None).expect("the data")), Settings::default()).expect("a map");
    let mut show = |change: fn(&mut MapSpec)| {
        let action = Action::map(&state.document.map, change);
        update(&mut state, action);
        state.document.map.representation
    };
    show(|map| map.indicator = "residenti".to_owned());
    assert_eq!(show(|map| map.representation = Representation::Symbols), Representation::Symbols);
    assert_eq!(show(|map| map.indicator = "stranieri".to_owned()), Representation::Symbols);
    assert_eq!(show(|map| map.indicator = "indice_vecchiaia".to_owned()), Representation::Choropleth);
}
