//! Sentences and labels that their figure once contradicted. The expected values were computed with pandas from `sample_data/` and
//! `maps/territori.csv`.

use std::sync::Arc;

use atlante::base::{Code, Date, Level};
use atlante::data::Method;
use atlante::document::{Element, FigureSpec, MapSpec, RankingSpec, ScatterSpec, SeriesSpec, SlopeSpec};
use atlante::engine::indicator_card::{IndicatorCard, View};
use atlante::engine::{Settings, State};
use atlante::figure::{compose, reading, registry};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::scene::Node;

use crate::cli::Cli;
use crate::common::{Folder, TODAY, january, set_map, today};

fn end_of(year: i16) -> Date {
    Date::new(year, 12, 31).expect("a date")
}

/// The reading and the alternative text.
fn said(element: impl Into<Element>) -> [String; 2] {
    let figure = compose::build(&FigureSpec::of(element.into()), TODAY.sources()).expect("a figure").value;
    [reading::figure(&figure.parts, TODAY.sources()), figure.scene.description.clone()]
}

/// Births less deaths per 1,000 residents in 2025: Lodi −4.6435, Cinisello Balsamo −4.6035, both "−4,6".
#[test]
fn an_extreme_is_of_who_has_it_and_those_that_print_it_are_told_apart() {
    let map = MapSpec { level: Level::Ambiti, ..MapSpec::new("saldo_naturale", end_of(2025)) };
    let ranking = RankingSpec::new("saldo_naturale", end_of(2025), Level::Ambiti);
    for element in [Element::from(map.clone()), ranking.into()] {
        let [told, alternative] = said(element);
        let lowest = "dal −4,6 dell'Ambito di Lodi (e, arrotondato, di un altro Ambito) al −2,4 dell'Ambito di Pioltello.";
        assert!(told.contains(lowest), "{told}");
        assert!(alternative.contains("Lodi e, arrotondato, un altro territorio)"), "{alternative}");
    }
    let [told, alternative] = said(MapSpec { lang: Lang::En, ..map });
    assert!(told.contains("from −4.6 in the Ambito of Lodi (and, rounded, in 1 other Ambito) to"), "{told}");
    assert!(alternative.contains("Lodi and, rounded, one other territory)"), "{alternative}");
    let view = View {
        territory: Some(Code::from("50089")),
        date: Some(end_of(2025)),
        method: atlante::data::Method::Pooled,
    };
    let card = IndicatorCard::new("saldo_naturale", &view, today(), Lang::It).expect("a card");
    let lines: String = card.sections.iter().flat_map(|section| section.lines.clone()).collect();
    assert!(lines.contains("dal più basso, −4,6 (Lodi e, arrotondato, un altro territorio)"), "{lines}");
}

/// Foreign residents of Milano: 16.28% and 4th of 193 Comuni in 2013, 19.66% and 9th in 2026.
#[test]
fn a_comune_among_lines_of_ambiti_says_among_what_it_is_ranked() {
    let spec = SlopeSpec {
        selected: vec![Code::from("015146")],
        ..SlopeSpec::new("quota_stranieri", january(2013), january(2026), Level::Ambiti)
    };
    let figure = compose::build(&FigureSpec::of(spec.into()), TODAY.sources()).expect("a figure");
    let codes: Vec<&str> = figure.remarks.iter().map(|remark| remark.code()).collect();
    assert!(codes.contains(&"other_level"), "{codes:?}");
    let alternative = &figure.value.scene.description;
    let line = "Milano: da 16,3% (4° su 193 Comuni) a 19,7% (9° su 193 Comuni)";
    assert!(alternative.contains(line), "{alternative}");
}

/// Three years each: 2020-2022 and 2023-2025, with none between them.
#[test]
fn consecutive_periods_have_no_gap() {
    let spec = SeriesSpec::new("mortalita_periodo", Vec::new());
    let figure = compose::build(&FigureSpec::of(spec.into()), TODAY.sources()).expect("a figure");
    let codes: Vec<&str> = figure.remarks.iter().map(|remark| remark.code()).collect();
    assert!(!codes.contains(&"missing_dates"), "{codes:?}");
}

/// The Piano prints Italia, Lombardia and the ATS for 31/12/2019 alone, and the Ambito up to 2020.
#[test]
fn a_line_that_ends_early_is_named_at_its_end() {
    fn texts(nodes: &[Node], found: &mut Vec<(String, f64)>) {
        for node in nodes {
            match node {
                Node::Group(group) => texts(&group.nodes, found),
                Node::Text(run) => found.push((run.content.clone(), run.x)),
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }
    let spec = SeriesSpec::new("pdz_indice_vecchiaia", Vec::new());
    let scene = compose::build(&FigureSpec::of(spec.into()), TODAY.sources()).expect("a figure").value.scene;
    let mut found = Vec::new();
    texts(&scene.nodes, &mut found);
    for name in ["Italia 174,0", "Lombardia 166,6"] {
        let (_, x) = found.iter().find(|(text, _)| text.starts_with(name)).expect(name);
        assert!(*x < scene.width.0 * 0.6, "{name} at {x}");
    }
}

/// "You now see those of tax year 2022" stayed above the map of another indicator.
#[test]
fn a_notice_on_one_map_leaves_with_it() {
    let mut state =
        State::new(Arc::new(Bundle::load(None).expect("the data")), Settings::default()).expect("a map");
    set_map(&mut state, |map| map.indicator = "reddito_imponibile_medio".to_owned());
    let told = state.notice.clone().expect("there are incomes of other dates only");
    set_map(&mut state, |map| map.selected = vec![Code::from("015146")]);
    assert_eq!(state.notice.as_ref(), Some(&told), "the same map");
    let at = state.document.map.date;
    set_map(&mut state, |map| map.indicator = "quota_pensionati".to_owned());
    assert_eq!((state.document.map.date, state.notice.as_ref()), (at, None));
}

const AMBITI: &str = "Ambito;Quota iscritti (%)\nCorsico;33,2\nMelzo;40,9\nPaullo;12,5\nRho;20,1\n";

fn imported(file: &str, text: &str, answers: &[&str]) -> (Folder, String) {
    let folder = Folder::new().with(file, text);
    let project = folder.file("p.atlante");
    Cli::new(&["import", &folder.file(file), "--into", &project]).with(answers).ok();
    (folder, project)
}

#[test]
fn what_lacks_the_value_of_the_ats_says_so() {
    let (folder, project) = imported("quote.csv", AMBITI, &["--date", "2022-12-31"]);
    let line = "figure series --indicator quota_iscritti --territory 50089 --mode ats100 --json --project";
    let json = Cli::line(line).with(&[&project, "-o", &folder.file("s.svg")]).json();
    let told = json["reading"].as_str().expect("a text");
    assert_eq!(told, "Manca il valore dell'ATS, a cui le linee sono rapportate: non c'è nulla da disegnare.");
    let warnings = json["warnings"].to_string();
    assert!(!warnings.contains("Corsico"), "33,2% of Corsico is there: {warnings}");
}

#[test]
fn a_hypothesis_does_not_recompute_what_is_given_by_ambito() {
    let (folder, project) = imported("quote.csv", AMBITI, &["--date", "2022-12-31"]);
    let reading = |indicator: &str| {
        let args = ["--indicator", indicator, "--level", "ambiti", "--what-if", "Settala=Paullo", "--json"];
        let json = Cli::line("figure map --project")
            .with(&[&project, "-o", &folder.file("m.svg")])
            .with(&args)
            .json();
        json["reading"].as_str().expect("a text").to_owned()
    };
    let told = reading("quota_iscritti");
    assert!(told.contains("I valori sono quelli che la fonte dà agli Ambiti ufficiali"), "{told}");
    assert!(reading("indice_vecchiaia").contains("sui Comuni che ha nell'ipotesi"));
}

#[test]
fn a_whole_year_is_said_as_one() {
    let text = "Comune;Accessi nel corso dell'anno\nMilano;120\nMelzo;12\n";
    let (_folder, project) = imported("accessi.csv", text, &["--date", "2023", "--day", "year"]);
    let info = Cli::new(&["project", "info", &project]).ok();
    assert!(info.contains("date: 2023\n"), "{info}");
    let refused = Cli::line("figure slope --indicator natalita --year 2025 -o x.svg").refusal();
    assert!(!refused.contains("31/12"), "{refused}");
}

/// Chart 14 is of single management alone, chart 12 of single and joint management: Milano is not drawn beside the ATS and Lombardia.
#[test]
fn what_has_another_base_is_not_drawn_beside() {
    let spec = SeriesSpec::new("spesa_sociale_pro_capite", vec![Code::from("015146")]);
    let figure = compose::build(&FigureSpec::of(spec.into()), TODAY.sources()).expect("a figure");
    let told: Vec<String> = figure.remarks.iter().map(|remark| remark.text(Lang::It)).collect();
    let said = "Non disegnati, perché hanno un'altra base e non si confrontano: ATS Città Metropolitana di Milano, Lombardia.";
    assert!(told.iter().any(|text| text == said), "{told:?}");
    let alternative = &figure.value.scene.description;
    assert!(alternative.contains("Milano: da ") && !alternative.contains("Lombardia: da "), "{alternative}");
    // Both were asked for: they are drawn, and the check of the page says that they do not compare.
    let spec = SeriesSpec::new("spesa_sociale_pro_capite", ["015146", "321"].map(Code::from).to_vec());
    let element = Element::from(spec);
    let found = registry::checks(&element, &[], TODAY.sources()).expect("checks");
    assert!(found.iter().any(|finding| finding.remark.code() == "other_base"), "{found:?}");
}

/// Insubria: 136.35 euros in 2016, 133.57 in 2018, of populations of 1,435 and 1,473 thousand, as the borders changed.
#[test]
fn years_that_do_not_compare_are_no_fall() {
    let [told, _] = said(SeriesSpec::new("spesa_sociale_pro_capite", Vec::new()));
    assert!(!told.contains("ATS Insubria: scende") && !told.contains("ATS Montagna: sale"), "{told}");
    let code = today().areas().iter().find(|area| area.name == "ATS Insubria").expect("an ATS").code.clone();
    let [told, _] = said(SeriesSpec::new("spesa_sociale_pro_capite", vec![code]));
    assert!(
        told.contains("ATS Insubria: 136,35 € (2016) e 133,57 € (2018), valori che non si confrontano."),
        "{told}"
    );
}

#[test]
fn a_pack_replaces_no_file() {
    let (folder, project) = imported("quote.csv", AMBITI, &["--date", "2022-12-31"]);
    let pack = folder.file("pack.atlante");
    std::fs::write(&pack, "something of another program").expect("written");
    let refused = Cli::new(&["project", "pack", &project, "-o", &pack]).refusal();
    assert!(refused.contains("esiste già"), "{refused}");
    assert_eq!(std::fs::read_to_string(&pack).expect("there"), "something of another program");
}

/// Births per 1,000 residents of the ASST: the lowest, 5.96, is alone in the first class.
#[test]
fn a_class_of_one_printed_value_is_that_value() {
    let folder = Folder::new();
    let line = "figure map --indicator natalita --level asst --today -o";
    Cli::line(line).with(&[&folder.file("m.svg")]).ok();
    let svg = std::fs::read_to_string(folder.file("m.svg")).expect("drawn");
    assert!(!svg.contains("6,0 – 6,0"), "from 6,0 to 6,0");
}

#[test]
fn cards_name_the_licence_in_their_language() {
    let card = Cli::line("indicators ambiti_capofila_quota").ok();
    assert!(card.contains("licenza non indicata") && !card.contains("no licence"), "{card}");
}

/// Places by Ambito have no value for a Comune, and a standard of places per place is not reckoned below the Ambiti.
#[test]
fn a_standard_goes_no_lower_than_its_data() {
    let places = "Ambito;Posti nido\nCorsico;100\nMelzo;90\nPaullo;80\nRho;70\n";
    let (_folder, project) = imported("posti.csv", places, &["--date", "2022-12-31"]);
    let line = "standard --one-per 10 --of posti_nido --level comuni --project";
    let refused = Cli::line(line).with(&[&project]).refusal();
    assert!(refused.contains("usa --level ambiti"), "{refused}");
}

/// Taxpayers above 75,000 euros: in the ATS 2.4% in 2000 and 5.8% in 2022, in the Ambito of Lodi withheld. Among 17 Ambiti, foreign
/// residents and taxable income have r = 0.326 and rho = −0.130.
#[test]
fn a_sentence_that_names_nothing_is_not_leaned_on_and_a_link_without_direction_is_given_none() {
    let [told, _] = said(SeriesSpec::new("quota_redditi_oltre_75k", vec![Code::from("50066")]));
    assert!(!told.contains("Quella dell'ATS"), "{told}");
    let whole = "Tra l'anno d'imposta 2000 e il 2022 la quota di contribuenti";
    assert!(told.contains(whole) && told.contains("dell'ATS sale da 2,4% a 5,8% (+3,4 p.p.)."), "{told}");
    let incomes = ScatterSpec {
        level: Level::Ambiti,
        x_date: january(2026),
        ..ScatterSpec::new("quota_stranieri", "reddito_imponibile_medio", end_of(2024))
    };
    for told in said(incomes) {
        assert!(told.contains("Legame senza una direzione chiara: "), "{told}");
        assert!(!told.contains("Legame moderato"), "{told}");
    }
}

/// For these rates the value of a group is a weighted mean: nothing of it is computed on a total.
#[test]
fn a_mean_of_rates_is_set_against_their_weighted_mean() {
    for id in ["minuti_polo", "tasso_occupazione_20_64", "bassa_istruzione_25_64"] {
        let indicator = today().catalogue.get(id).expect("an indicator");
        let date = today().dates(indicator).last().copied().expect("a date");
        let [told, _] =
            said(MapSpec { level: Level::Ambiti, method: Method::Mean, ..MapSpec::new(id, date) });
        assert!(
            told.contains("Ogni valore è la media semplice dei Comuni, non la media ponderata con "),
            "{told}"
        );
        assert!(!told.contains("sul totale dei Comuni"), "{told}");
    }
}
