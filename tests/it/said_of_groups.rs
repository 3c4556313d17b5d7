//! What is said of the values of groups: how they are made, what stands beside them, and what they leave out. The expected values were
//! computed with pandas from `sample_data/` and `maps/territori.csv`.

use atlante::base::{Code, Date, Level};
use atlante::data::Method;
use atlante::document::{
    Element, FigureSpec, MapSpec, RankingSpec, ScatterSpec, SeriesSpec, SlopeSpec, TableColumn, TableSpec,
};
use atlante::engine::coverage::{themes, topics};
use atlante::figure::{check, compose, reading};
use atlante::i18n::Lang;
use atlante::scene::Node;

use crate::cli::Cli;
use crate::common::{Folder, TODAY, january, today};

/// The reading and the alternative text.
fn said(element: impl Into<Element>) -> [String; 2] {
    let figure = compose::build(&FigureSpec::of(element.into()), TODAY.sources()).expect("a figure").value;
    [reading::figure(&figure.parts, TODAY.sources()), figure.scene.description.clone()]
}

/// The lines of text of a figure, as drawn.
fn texts(nodes: &[Node], found: &mut Vec<String>) {
    for node in nodes {
        match node {
            Node::Group(group) => texts(&group.nodes, found),
            Node::Text(run) => found.push(run.content.clone()),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

const SPENDING: &str = "Ambito;Spesa minori;Quota gestione associata (%)\nCorsico;294244;22,2\nMelzo;128228;58,4\n\
    Paullo;425076;32,5\nRho;350290;23,0\n";

/// A project with values by Ambito, and what the command line writes of a figure of them: the texts of the file and its JSON.
struct ByAmbito {
    folder: Folder,
    project: String,
}

impl ByAmbito {
    fn new(answers: &[&str]) -> Self {
        let folder = Folder::new().with("spesa.csv", SPENDING);
        let project = folder.file("p.atlante");
        let given = ["--date", "2023", "--day", "year"];
        Cli::new(&["import", &folder.file("spesa.csv"), "--into", &project]).with(&given).with(answers).ok();
        Self { folder, project }
    }

    fn figure(&self, line: &str) -> String {
        let path = self.folder.file("f.svg");
        let json =
            Cli::line(&format!("figure {line} --json --project")).with(&[&self.project, "-o", &path]).json();
        json.to_string() + &std::fs::read_to_string(&path).expect("drawn")
    }
}

/// The file gives a value to each Ambito: none was computed from Comuni, whatever the figure.
#[test]
fn values_given_by_ambito_are_not_said_to_be_computed() {
    let given = ByAmbito::new(&[]);
    for line in [
        "series --indicator spesa_minori --territory 50089 50095",
        "scatter --x spesa_minori --y quota_gestione_associata --level ambiti",
        "ranking --indicator spesa_minori --level ambiti",
        "table --columns spesa_minori,quota_gestione_associata --level ambiti",
        "map --indicator spesa_minori --level ambiti",
    ] {
        let told = given.figure(line);
        assert!(!told.contains("calcolato sul totale dei Comuni"), "{line}: {told}");
    }
    // Beside what is computed, it is said of which.
    let told = given.figure("scatter --x spesa_minori --y indice_vecchiaia --level ambiti");
    assert!(
        told.contains("Ambiti territoriali (Vecchiaia: valore calcolato sul totale dei Comuni)"),
        "{told}"
    );
    let refused = Cli::line("figure ranking --indicator spesa_minori --level ambiti --range --project")
        .with(&[&given.project, "-o", &given.folder.file("r.svg")])
        .refusal();
    assert!(refused.contains("è dato per Ambito") && !refused.contains("aggiungi --level"), "{refused}");
}

/// A rate by Ambito stands at its level; what cannot be computed from it begins above.
#[test]
fn a_rate_by_ambito_has_no_value_above_the_ambito() {
    let folder = Folder::new().with("spesa.csv", SPENDING);
    let given = ["--date", "2023", "--day", "year"];
    let told = Cli::new(&["check", &folder.file("spesa.csv")]).with(&given).ok();
    assert!(told.contains("e sopra l'Ambito non è applicabile"), "{told}");
    assert!(told.contains("Data di riferimento: 2023.") && !told.contains("31/12"), "{told}");
    let weighted = ["--weight", "quota_gestione_associata=residenti"];
    let told = Cli::new(&["check", &folder.file("spesa.csv")]).with(&given).with(&weighted).ok();
    assert!(told.contains("Per ASST e ATS è la media ponderata"), "{told}");
    let unweighted = ByAmbito::new(&["--weight", "quota_gestione_associata=none"]);
    let told = unweighted.figure("map --indicator quota_gestione_associata --level asst");
    assert!(told.contains("un gruppo di più Ambiti non ha un valore"), "{told}");
}

/// Income of the ASST: 25,648 to 28,885 euros in 2024, and 31,424 in the ATS, which has Milano too.
#[test]
fn the_ats_beside_the_asst_has_milano_too() {
    let milano = "I valori dell'ATS comprendono anche Milano, che non è in nessuna ASST.";
    let (id, from, to) = ("reddito_imponibile_medio", end_of(2023), end_of(2024));
    let asst = Level::Asst;
    let elements: [Element; 6] = [
        MapSpec { level: asst, ..MapSpec::new(id, to) }.into(),
        RankingSpec::new(id, to, asst).into(),
        SlopeSpec::new(id, from, to, asst).into(),
        ScatterSpec { level: asst, x_date: january(2025), ..ScatterSpec::new("quota_stranieri", id, to) }
            .into(),
        SeriesSpec { level: Some(asst), ..SeriesSpec::new(id, Vec::new()) }.into(),
        TableSpec::new(vec![TableColumn::value(id, to)], asst).into(),
    ];
    for element in elements {
        let figure =
            compose::build(&FigureSpec::of(element.clone()), TODAY.sources()).expect("a figure").value;
        let mut footer = Vec::new();
        texts(&figure.scene.nodes, &mut footer);
        let footer = footer.join(" ");
        let [told, alternative] = said(element);
        for text in [&told, &alternative, &footer] {
            assert_eq!(text.matches(milano).count(), 1, "{text}");
        }
    }
    let [told, _] = said(MapSpec { level: Level::Ambiti, ..MapSpec::new(id, to) });
    assert!(!told.contains("nessuna ASST"), "{told}");
}

fn end_of(year: i16) -> Date {
    Date::new(year, 12, 31).expect("a date")
}

/// Corsico was in the 6th decile of fragility in 2018, in the 5th in 2022: a fall, and no number.
#[test]
fn steps_rise_and_fall_without_a_difference() {
    let [told, alternative] = said(SeriesSpec::new("fragilita_decile", vec![Code::from("015093")]));
    let fall = "l'indice composito di fragilità comunale di Corsico scende da 6 a 5.";
    assert!(told.contains(fall), "{told}");
    assert!(alternative.contains("Corsico: da 6 (2018) a 5 (2022).") && !alternative.contains("differenza"));
}

/// There is no value of an Ambito to show in place of the highest step, nor a mean.
#[test]
fn a_remedy_shows_what_there_is() {
    let of = |id: &str, method: Method| {
        let date = *today().dates(today().catalogue.get(id).expect("an indicator")).last().expect("a date");
        let map = MapSpec { level: Level::Ambiti, method, ..MapSpec::new(id, date) };
        let found = check::check(&map.clone().into(), None, &[], TODAY.sources()).expect("checks");
        let not_pooled = found.iter().find(|finding| finding.remark.code() == "not_pooled").expect("found");
        (said(map)[0].clone(), not_pooled.remedy(Lang::It))
    };
    let (told, remedy) = of("fragilita_decile", Method::Max);
    assert!(
        told.contains("Ogni valore è il massimo dei Comuni: un gruppo di Comuni non ha un gradino proprio.")
    );
    assert_eq!(remedy, "Passa al livello: Comuni.");
    assert_eq!(of("minuti_polo", Method::Mean).1, "Mostra la media ponderata.");
    assert_eq!(of("densita", Method::Mean).1, "Mostra il valore calcolato sul totale dei Comuni.");
    // Minutes are a weighted mean, in the key as in the text.
    let folder = Folder::new();
    Cli::line("figure map --indicator minuti_polo --level ambiti --method mean --today -o")
        .with(&[&folder.file("m.svg")])
        .ok();
    let drawn = std::fs::read_to_string(folder.file("m.svg")).expect("drawn");
    assert!(!drawn.contains("calcolato sul totale"), "the ATS of minutes");
}

/// The indices of age are given for 1/1/2026 too, from three large classes: what is shown first is the last date with single ages.
#[test]
fn later_values_than_those_shown_first_are_told() {
    let later = "«Indice di vecchiaia» ha anche valori più recenti: al 1/1/2026.";
    let at = |year| said(MapSpec::new("indice_vecchiaia", january(year)))[0].clone();
    assert!(at(2023).contains(later), "{}", at(2023));
    assert!(!at(2026).contains("più recenti") && !at(2022).contains("più recenti"));
}

/// `sample_data/istruzione.csv` has four dates, `classificazioni.csv` is of 1/1/2023, and the bodies of the 5 per mille are of a whole year.
#[test]
fn coverage_tells_what_there_is() {
    let reach = themes(today(), Lang::It);
    let inside = |id: &str| {
        let mut sources = reach.iter().flat_map(|theme| &theme.sources);
        sources.find(|source| source.id == id).map(|source| source.inside.clone()).unwrap_or_default()
    };
    assert_eq!(inside("censimento"), "Nel programma: 31/12/2018, 31/12/2019, 31/12/2020, 31/12/2021.");
    assert_eq!(inside("superfici"), "Nel programma: 1/1/2023.");
    assert_eq!(inside("cinque_per_mille"), "Nel programma: 2022.");
    let population = reach.iter().find(|theme| theme.name == "Popolazione").expect("a theme");
    assert!(population.inside.starts_with("Indicatori: 7, e 2 come pubblicati."), "{}", population.inside);
    let income = topics(today(), Lang::It).into_iter().find(|topic| topic.id == "reddito").expect("a topic");
    assert!(income.lines[0].contains("(fino all'anno d'imposta 2024)"), "{}", income.lines[0]);
}

/// Minutes to the nearest centre: 7.5 for the ATS, a mean weighted by residents, beside 193 Comuni that have their own.
#[test]
fn the_ats_beside_comuni_says_that_it_is_a_weighted_mean() {
    let weighted = "«Tempo dal polo più vicino»: il valore dell'ATS è la media ponderata con i residenti alla stessa data.";
    let map = MapSpec::new("minuti_polo", january(2020));
    let ranking = RankingSpec::new("minuti_polo", january(2020), Level::Comuni);
    for element in [Element::from(map.clone()), ranking.into()] {
        for text in said(element) {
            assert_eq!(text.matches(weighted).count(), 1, "{text}");
        }
    }
    let [told, _] = said(MapSpec { level: Level::Ambiti, ..map });
    assert!(!told.contains(weighted), "the words of the level say it: {told}");
}
