//! Hypotheses about the Ambiti: every value recomputed by other means, and said wherever it is shown.
//!
//! `tests/reference/what_if.py` recomputed the values with pandas from the tables of the program: Settala moves from Melzo to
//! Paullo, and Sesto San Giovanni is merged into Cinisello Balsamo.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use atlante::base::{Code, Date, Level};
use atlante::data::{Absence, Atlas, Method, Move, Query, WhatIf, WhatIfError};
use atlante::document::{
    Element, ElementKind, FigureSpec, MapKind, MapSpec, PageSpec, RankingSpec, ScatterSpec, SeriesSpec,
    Shows, SlopeSpec, TableColumn, TableSpec,
};
use atlante::engine::dialog::WhatIfForm;
use atlante::engine::what_if::{Target, compared};
use atlante::engine::{
    Action, Dialog, DialogAction, FigureAction, ProjectAction, Settings, State, WhatIfAction, update,
};
use atlante::figure::page::compose;
use atlante::figure::{reading, registry};
use atlante::i18n::Lang;
use atlante::io::project::ProjectFile;
use atlante::io::{Bundle, reopen, what_if};

use crate::cli::Cli;
use crate::common::{Folder, TODAY, january, table_of, today, value};
use crate::page::{all_runs, build_of};
use crate::project_engine::ask;

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn moves(pairs: &[(&str, &str)]) -> WhatIf {
    let moves = pairs.iter().map(|(what, to)| Move { what: Code::from(*what), to: Code::from(*to) });
    WhatIf { moves: moves.collect(), ..WhatIf::default() }
}

fn both() -> WhatIf {
    moves(&[("015210", "50041"), ("50046", "50069")])
}

static UNDER: LazyLock<Bundle> = LazyLock::new(|| TODAY.under(&both()).expect("a hypothesis"));

/// 201 values of five indicators at all their dates; the other Ambiti, the ASST and the ATS stay as they are.
#[test]
fn every_value_is_that_of_its_own_comuni() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/what_if.csv");
    let text = fs::read_to_string(path).expect("the reference");
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let mut compared = 0;
    for id in [
        "indice_vecchiaia",
        "residenti",
        "reddito_imponibile_medio",
        "aliquota_media",
        "tasso_occupazione_20_64",
    ] {
        let indicator = UNDER.atlas.catalogue.get(id).expect("an indicator");
        for at in UNDER.atlas.dates(indicator) {
            let table = table_of(&UNDER.atlas, id, at, Level::Ambiti, Method::Pooled);
            let official = table_of(today(), id, at, Level::Ambiti, Method::Pooled);
            assert_eq!((table.rows.len(), official.rows.len()), (16, 17), "Sesto is merged");
            for row in &table.rows {
                let code = row.code.as_str();
                let own = rows.iter().find(|own| own[..3] == [id, &at.to_string(), code]);
                match own {
                    Some(own) => {
                        let expected: f64 = own[3].parse().expect("a number");
                        let found = row.value.expect("a value");
                        assert!(
                            (found - expected).abs() <= 1e-9 * expected.abs(),
                            "{id} {at} {code}: {found}"
                        );
                        compared += 1;
                    }
                    None if ["50041", "50042", "50069"].contains(&code) => {
                        // The source by single ages has two dates, the program's classes have more.
                        assert_eq!(id, "indice_vecchiaia", "{at} {code}");
                    }
                    None => assert_eq!(row.value, value(&official, code), "{id} {at} {code}"),
                }
            }
            for level in [Level::Comuni, Level::Asst, Level::Ats] {
                let rows = |atlas: &Atlas| table_of(atlas, id, at, level, Method::Pooled).rows;
                assert_eq!(rows(&UNDER.atlas), rows(today()), "{id} {at}");
            }
        }
    }
    assert!(compared > 150, "{compared}");
}

/// Means, lowest and highest are of the Comuni in the hypothesis: six Comuni of Paullo with Settala (pandas).
#[test]
fn residents_of_each_step_and_bounds_follow_the_comuni() {
    let query = |level| Query {
        indicator: "fragilita_decile".into(),
        date: date("2022-12-31"),
        level,
        method: Method::Pooled,
    };
    let steps = UNDER.atlas.by_step(&query(Level::Ambiti)).expect("a date").expect("steps");
    let at =
        |code: &str| UNDER.atlas.territories.position(Level::Ambiti, &Code::from(code)).expect("an Ambito");
    let paullo: Vec<f64> = steps[at("50041")].iter().map(|n| n.expect("a count")).collect();
    assert_eq!(paullo, [33853.0, 7344.0, 0.0, 12313.0, 11099.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let melzo: Vec<f64> = steps[at("50042")].iter().map(|n| n.expect("a count")).collect();
    assert_eq!(melzo, [11278.0, 52693.0, 12657.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    // Paullo merged into Lodi, of which seven Comuni are withheld: pandas, over `c[..]` of irpef.csv.
    let lodi = TODAY.under(&moves(&[("50041", "50066")])).expect("a hypothesis");
    let table =
        table_of(&lodi.atlas, "quota_redditi_oltre_75k", date("2022-12-31"), Level::Ambiti, Method::Pooled);
    let row = table.rows.iter().find(|row| row.code == Code::from("50066")).expect("Lodi");
    let (low, high) = row.bounds.expect("some are withheld");
    assert!(
        (low - 3.065841721303906).abs() < 1e-9 && (high - 3.118939883645766).abs() < 1e-9,
        "{low} {high}"
    );
    assert_eq!(row.hidden, 7);
}

/// Back and forth, and what makes no sense.
#[test]
fn the_official_ambiti_come_back_and_nonsense_is_refused() {
    let back = UNDER.under(&WhatIf::default()).expect("official");
    assert!(back.atlas.hypothesis().is_none());
    assert_eq!(back.atlas.territories.comuni(), today().territories.comuni());
    assert_eq!(back.atlas.areas(), today().areas(), "published values are those of the Ambiti again");
    let unlinked = |code: &str| UNDER.atlas.area(&Code::from(code)).map(|area| area.unit.is_none());
    assert_eq!(unlinked("50089"), Some(false), "Corsico is as it was");
    let corsico = TODAY.under(&moves(&[("015011", "50041")])).expect("a hypothesis");
    assert!(corsico.atlas.area(&Code::from("50089")).is_some_and(|area| area.unit.is_none()));
    let refused = |pairs: &[(&str, &str)]| TODAY.under(&moves(pairs)).expect_err("refused");
    assert_eq!(refused(&[("999999", "50041")]), WhatIfError::NotMovable(Code::from("999999")));
    assert_eq!(refused(&[("015210", "015146")]), WhatIfError::NotAnAmbito(Code::from("015146")));
    let nothing = TODAY.under(&moves(&[("015210", "50041"), ("015210", "50042")])).expect("there and back");
    assert!(nothing.atlas.hypothesis().is_none());
}

/// A figure of every kind at the level of the Ambiti.
fn figures(lang: Lang) -> Vec<Element> {
    let at = january(2023);
    let map = MapSpec { level: Level::Ambiti, lang, ..MapSpec::new("indice_vecchiaia", at) };
    let change = MapSpec { kind: MapKind::Change { from: january(2022) }, ..map.clone() };
    let selected = vec![Code::from("50041"), Code::from("50042")];
    let columns = ["indice_vecchiaia", "residenti"].map(|id| TableColumn::value(id, at)).to_vec();
    let series = SeriesSpec { lang, ..SeriesSpec::new("indice_vecchiaia", selected) };
    let ranking = RankingSpec { lang, ..RankingSpec::new("indice_vecchiaia", at, Level::Ambiti) };
    let mut scatter = ScatterSpec::new("densita", "indice_vecchiaia", at);
    (scatter.level, scatter.lang) = (Level::Ambiti, lang);
    let slope = SlopeSpec { lang, ..SlopeSpec::new("indice_vecchiaia", january(2022), at, Level::Ambiti) };
    let table = TableSpec { lang, ..TableSpec::new(columns, Level::Ambiti) };
    vec![map.into(), change.into(), series.into(), ranking.into(), scatter.into(), slope.into(), table.into()]
}

/// What every figure says, in both languages.
const SAID: [(Lang, &str, &str); 2] = [
    (
        Lang::It,
        "Ipotesi: Settala nell'Ambito di Paullo; tutto l'Ambito di Sesto San Giovanni nell'Ambito di Cinisello Balsamo",
        "Ipotesi, non l'assetto ufficiale: Settala dall'Ambito di Melzo all'Ambito di Paullo; tutto l'Ambito di Sesto San Giovanni all'Ambito di Cinisello Balsamo. Ogni Ambito è ricalcolato sui Comuni che ha nell'ipotesi.",
    ),
    (
        Lang::En,
        "Hypothesis: Settala in the Ambito of Paullo; the whole Ambito of Sesto San Giovanni in the Ambito of Cinisello Balsamo",
        "Hypothesis, not the official grouping: Settala from the Ambito of Melzo to the Ambito of Paullo; the whole Ambito of Sesto San Giovanni to the Ambito of Cinisello Balsamo. Every Ambito is recomputed from the Comuni it has in the hypothesis.",
    ),
];

/// The subtitle, the caption, the footer, the alternative text, the reading, the sheets and the JSON of every kind of figure, whatever
/// its author typed or hid.
#[test]
fn every_figure_says_that_it_is_a_hypothesis() {
    for (lang, short, full) in SAID {
        for element in figures(lang) {
            let kind = element.kind();
            let hides = Shows { heading: false, footer: false, ..Shows::default() };
            let typed = PageSpec {
                title: Some("Titolo".into()),
                subtitle: Some("Sottotitolo".into()),
                caption: Some("Didascalia".into()),
                description: Some("Descrizione".into()),
                number: Some(3),
                ..PageSpec::default()
            };
            for page in [PageSpec::default(), typed, PageSpec { shows: hides, ..PageSpec::default() }] {
                let mut spec = FigureSpec::under(element.clone(), &UNDER.atlas);
                let shows = page.shows;
                spec.page = page;
                let figure = compose::build(&spec, UNDER.sources()).expect("drawn").value;
                let printed: Vec<&str> =
                    all_runs(&figure.scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
                let printed = printed.join(" ");
                assert!(printed.contains(full), "{kind:?}: {printed}");
                assert!(!shows.heading || printed.contains(short), "{kind:?}: {printed}");
                assert!(figure.caption.contains(short), "{kind:?}: {}", figure.caption);
                assert!(figure.scene.description.contains(full), "{kind:?}: {}", figure.scene.description);
                let read = reading::figure(&figure.parts, UNDER.sources());
                assert!(read.starts_with(full), "{kind:?}: {read}");
            }
            let table = registry::table(&element, UNDER.sources()).expect("numbers").value;
            for sheet in &table.0.sheets {
                assert!(sheet.notes.iter().any(|note| note.contains(full)), "{kind:?}: {:?}", sheet.notes);
            }
            let codes: Vec<&str> = table.1["what_if"]["moved"][0]["comuni"]
                .as_array()
                .expect("the moves")
                .iter()
                .filter_map(|comune| comune["code"].as_str())
                .collect();
            assert_eq!(codes, ["015210"], "{kind:?}");
        }
    }
}

/// Every figure of computed values says on what they stand, the larger levels too, whose values are the same; what others published knows
/// of no hypothesis.
#[test]
fn what_others_published_says_nothing_of_a_hypothesis() {
    let asst = MapSpec { level: Level::Asst, ..MapSpec::new("indice_vecchiaia", january(2023)) };
    let published = TableSpec::published(&UNDER.atlas.published_tables()[0]);
    for (element, is_told) in [(Element::from(asst), true), (published.into(), false)] {
        let spec = FigureSpec::under(element, &UNDER.atlas);
        let figure = compose::build(&spec, UNDER.sources()).expect("drawn").value;
        assert_eq!(figure.caption.contains("potesi"), is_told, "{}", figure.caption);
        assert_eq!(figure.scene.description.contains("potesi"), is_told, "{}", figure.scene.description);
    }
}

/// A figure carries its hypothesis, gives the same bytes on official data, and says which program reads it.
#[test]
fn a_figure_keeps_its_hypothesis() {
    let element = figures(Lang::It).remove(0);
    let spec = FigureSpec::under(element.clone(), &UNDER.atlas);
    let svg = |spec: &FigureSpec, bundle: &Bundle| {
        let scene = compose::build(spec, bundle.sources()).expect("drawn").value.scene;
        atlante::export::figure(&scene, atlante::export::Format::Svg, spec.page.svg_text, 300)
            .expect("written")
    };
    let bytes = svg(&spec, &UNDER);
    let carried = reopen(&bytes).expect("ours");
    assert_eq!((carried.atlante_figure, &carried.figure.what_if), (2, &both()));
    assert_eq!(svg(&carried.figure, &TODAY), bytes);
    let official = svg(&FigureSpec::of(element), &TODAY);
    let carried = reopen(&official).expect("ours");
    assert_eq!((carried.atlante_figure, carried.figure.what_if.is_official()), (1, true));
    // An official figure stays official where a hypothesis is in force.
    assert_eq!(svg(&carried.figure, &UNDER), official);
}

fn state() -> State {
    State::new(Arc::new(Bundle::load(None).expect("valid")), Settings::default()).expect("indicators")
}

fn act(state: &mut State, action: WhatIfAction) {
    update(state, Action::WhatIf(action));
}

fn ambito_of(state: &State, comune: &str) -> String {
    let territories = &state.bundle.atlas.territories;
    let at = territories.position(Level::Comuni, &Code::from(comune)).expect("a Comune");
    territories.comuni()[at].ambito.1.clone()
}

#[test]
fn the_window_moves_merges_undoes_and_resets() {
    let mut state = state();
    update(&mut state, Action::Choose(vec![Code::from("50046")]));
    act(&mut state, WhatIfAction::Move(Code::from("015210"), Target::Ambito(Code::from("50041"))));
    assert_eq!(ambito_of(&state, "015210"), "Paullo");
    act(&mut state, WhatIfAction::Move(Code::from("50046"), Target::New("Nord unito".into())));
    act(&mut state, WhatIfAction::Move(Code::from("50069"), Target::Ambito(Code::from("ipotesi-1"))));
    assert_eq!(ambito_of(&state, "015209"), "Nord unito", "Sesto San Giovanni");
    assert_eq!(state.document.map.selected, [], "the Ambito that was selected is gone");
    let (rows, _) = compared(&state);
    let told: Vec<_> = rows
        .iter()
        .map(|row| {
            (row.name.as_str(), row.before.as_ref().map(|b| b.comuni), row.after.as_ref().map(|a| a.comuni))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Cinisello Balsamo", Some(4), None),
            ("Melzo", Some(8), Some(7)),
            ("Nord unito", None, Some(6)),
            ("Paullo", Some(5), Some(6)),
            ("Sesto San Giovanni", Some(2), None),
        ]
    );
    update(&mut state, Action::Undo);
    assert_eq!(ambito_of(&state, "015077"), "Cinisello Balsamo");
    update(&mut state, Action::Redo);
    assert_eq!(ambito_of(&state, "015077"), "Nord unito");
    act(&mut state, WhatIfAction::TakeBack(0));
    assert_eq!(ambito_of(&state, "015210"), "Melzo");
    act(&mut state, WhatIfAction::Reset);
    assert!(state.bundle.atlas.hypothesis().is_none() && state.model.table.rows.len() == 193);
}

/// The hypothesis is part of the project; a figure kept before it stays official, one kept under it stays under it.
#[test]
fn a_project_keeps_its_hypothesis_and_its_figures_theirs() {
    let folder = Folder::new();
    let path = folder.path().join("p.atlante");
    let mut state = state();
    update(&mut state, Action::Figure(FigureAction::Compose(ElementKind::Ranking)));
    update(&mut state, Action::Figure(FigureAction::Close));
    act(&mut state, WhatIfAction::Move(Code::from("015210"), Target::Ambito(Code::from("50041"))));
    act(&mut state, WhatIfAction::Rename("Prova".into()));
    update(&mut state, Action::Figure(FigureAction::Compose(ElementKind::Ranking)));
    update(&mut state, Action::Figure(FigureAction::Close));
    ask(&mut state, ProjectAction::SaveTo(path.clone()));
    let saved = ProjectFile::open(&path, &today().territories).expect("saved");
    assert_eq!(saved.work.document.what_if.name, "Prova");
    let official: Vec<bool> =
        saved.work.document.figures.iter().map(|kept| kept.spec.what_if.is_official()).collect();
    assert_eq!(official, [true, false]);
    let mut again = self::state();
    ask(&mut again, ProjectAction::Opened(Err(String::new())));
    ask(&mut again, ProjectAction::Leave(atlante::engine::Leaving::Open(path.clone())));
    assert_eq!(ambito_of(&again, "015210"), "Paullo");
    assert!(!again.is_unsaved());
    let line = format!(
        "values --indicator residenti --level ambiti --year 2023 --today --project {}",
        path.display()
    );
    assert!(Cli::line(&line).ok().contains("Ipotesi «Prova», non l'assetto ufficiale"));
    assert!(!Cli::line(&format!("{line} --what-if nessuna")).ok().contains("what_if"));
    ask(&mut again, ProjectAction::Leave(atlante::engine::Leaving::New));
    assert_eq!(ambito_of(&again, "015210"), "Melzo");
}

#[test]
fn the_command_line_reads_moves_by_name_and_groupings_from_a_file() {
    // Residents of Paullo on 1/1/2023, sums of residenti.csv with pandas: 57,265, and 7,344 of Settala.
    let line = "values --indicator residenti --level ambiti --year 2023 --today";
    let typed = Cli::line(line)
        .with(&["--what-if", "Settala=Paullo; Ambito di Sesto San Giovanni=Cinisello Balsamo"]);
    let csv = typed.ok();
    assert!(csv.lines().next().is_some_and(|head| head.ends_with(",what_if")), "{csv}");
    assert_eq!(csv.lines().count(), 17);
    assert!(csv.contains(",Paullo,2023,2023-01-01,64609,"), "{csv}");
    let codes = Cli::line(line).with(&["--what-if", "015210=50041,50046=50069"]).ok();
    assert_eq!(csv, codes);
    let folder = Folder::new()
        .with("mio.csv", "Comune;Ambito\nSettala;Paullo\nSesto San Giovanni;Nord\n015077;Nord\n");
    let file = Cli::line(line).with(&["--what-if", &folder.file("mio.csv")]).ok();
    assert!(file.contains("Ipotesi «mio»") && file.contains(",Nord,"), "{file}");
    let refused = |what: &str| Cli::line(line).with(&["--what-if", what]).refusal();
    assert!(refused("Setala=Paullo").contains("si chiama 'Setala'"));
    assert!(refused("Settala=Paulo").contains("nessun Ambito si chiama 'Paulo'"));
    assert!(refused("Settala=Melzo").contains("non sposta nulla"));
    assert!(
        refused("Settala").contains("'Settala' non è né un file né uno spostamento: scrivi Comune=Ambito")
    );
    // A name of a Comune and of an Ambito is asked about, in both its spellings; a code is not.
    assert!(refused("Sesto San Giovanni=Cinisello Balsamo").contains(
        "scrivi «Comune di Sesto San Giovanni=Cinisello Balsamo» oppure «Ambito di Sesto San Giovanni=Cinisello Balsamo»"
    ));
    let of = |what: &str| Cli::line(line).with(&["--what-if", what]).ok().lines().count();
    assert_eq!(of("Comune di Sesto San Giovanni=Cinisello Balsamo"), 18);
    assert_eq!(of("015209=50069"), 18);
    // No move is lost in silence.
    assert!(
        refused("Settala=Paullo;Settala=Lodi")
            .contains("'Settala=Paullo' è annullato da un altro spostamento")
    );
    assert!(refused("Settala=Paullo;Opera=+Est;Settala=Melzo").contains("'Settala=Paullo' è annullato"));
    assert!(refused("Opera=+Est;Settala=Melzo").contains("'Settala=Melzo' non sposta nulla"));
    assert!(refused("Ambito di Melzo=Lodi;Settala=Lodi").contains("'Settala=Lodi' non sposta nulla"));
    assert_eq!(of("Ambito di Melzo=Lodi;Settala=Paullo"), 17);
    assert!(
        refused("Ambito di Paullo=Melzo;Ambito di Melzo=Paullo")
            .contains("è annullato da un altro spostamento")
    );
    // "Ambito di" before a name is no part of it, for a new Ambito either.
    assert!(refused("Settala=+Ambito di Melzo").contains("due Ambiti si chiamerebbero «Melzo»"));
    assert!(Cli::line(line).with(&["--what-if", "Settala=+Ambito di Est"]).ok().contains(",Est,"));
    // A file needs a column of Ambiti: a year or a count is none.
    for (name, text) in [
        ("utenti.csv", "Comune;Anno;Utenti SAD\nSettala;2023;12\nPaullo;2023;7\n"),
        ("anni.csv", "Comune;Anno\nSettala;2023\n"),
        ("nudo.csv", "Settala;2023\nPaullo;2023\n"),
    ] {
        let folder = Folder::new().with(name, text);
        assert!(refused(&folder.file(name)).contains("servono due colonne, Comune e Ambito"), "{name}");
    }
    let three = Folder::new().with("zone.csv", "Codice;Comune;Ambito territoriale\n1;Settala;Paullo\n");
    assert!(
        Cli::line(line)
            .with(&["--what-if", &three.file("zone.csv")])
            .ok()
            .contains(",Paullo,2023,2023-01-01,64609,")
    );
    let folder = Folder::new().with("due.csv", "Settala;Paullo\nSettala;Melzo\n");
    assert!(refused(&folder.file("due.csv")).contains("riga 2"));
    assert!(
        Cli::line("coverage --what-if Settala=Paullo")
            .refusal()
            .contains("--what-if non vale per 'coverage'")
    );
    let whence = Cli::line("whence 64609 --near Paullo --today --what-if Settala=Paullo").ok();
    assert!(whence.contains("Ambito di Paullo (ipotesi)"), "{whence}");
    let map = folder.file("mappa.svg");
    let drawn = Cli::line(
        "figure map --indicator indice_vecchiaia --level ambiti --json --what-if Settala=Paullo -o",
    )
    .with(&[&map])
    .json();
    assert_eq!(drawn["what_if"]["moved"][0]["comuni"][0]["name"], "Settala");
    let layer = folder.file("mappa.geojson");
    Cli::line("figure map --indicator indice_vecchiaia --level ambiti --what-if Settala=Paullo -o")
        .with(&[&layer])
        .ok();
    let text = fs::read_to_string(&layer).expect("written");
    let said = text.matches("(Ipotesi: Settala nell'Ambito di Paullo)").count();
    assert!(said >= 17, "every unit says it: {said}");
    // Redrawn from the file: with its own hypothesis, or with none if asked.
    let again = |more: &[&str]| {
        let to = folder.file("ancora.svg");
        Cli::line("figure --json --spec").with(&[&map, "-o", &to]).with(more).json()
    };
    assert_eq!(again(&[])["what_if"], drawn["what_if"]);
    assert!(again(&["--what-if", "nessuna"])["what_if"].is_null());
}

#[test]
fn a_typed_hypothesis_may_have_ambiti_of_its_own() {
    let read = what_if::typed("Settala=+Est; Ambito di Paullo=Est", &today().territories).expect("read");
    assert_eq!(read.moves.len(), 2);
    assert_eq!(read.ambiti.into_values().collect::<Vec<_>>(), ["Est"]);
    let absent =
        value(&table_of(&UNDER.atlas, "residenti", january(2023), Level::Comuni, Method::Pooled), "015210");
    assert_ne!(absent, Err(Absence::Missing));
}

/// The next move is another: what was moved may be no more, and a second press does nothing.
#[test]
fn a_move_empties_the_page_of_the_next() {
    let mut state =
        State::new(std::sync::Arc::new(Bundle::load(None).expect("the bundle")), Settings::default())
            .expect("a state");
    update(&mut state, Action::Dialog(DialogAction::WhatIf(Some(Code::from("50046")))));
    let form = WhatIfForm { what: Some("50046".into()), to: Some(Target::Ambito("50069".into())) };
    update(&mut state, Action::Dialog(DialogAction::FillIn(form)));
    let to = Target::Ambito(Code::from("50069"));
    update(&mut state, Action::WhatIf(WhatIfAction::Move(Code::from("50046"), to)));
    assert_eq!(state.dialog, Some(Dialog::WhatIf(WhatIfForm::default())));
    assert_eq!(state.document.what_if.moves.len(), 1);
}

/// Each territory that the hypothesis leaves alone keeps its colour: the classes are the official ones, whatever the hypothesis does to
/// the ends. The figure and its reading say so, and what becomes of the Ambiti that change. Values: Python, over `popolazione_eta.csv`
/// and `territori.csv`.
#[test]
fn maps_before_and_after_have_the_same_classes() {
    let of = |bundle: &Bundle, spec: &MapSpec| {
        let figure = build_of(spec, bundle);
        let rows = figure.model.table.rows.iter().zip(&figure.model.class_of);
        let colours =
            rows.map(|(row, class)| (row.code.clone(), class.map(|class| figure.model.colours[class])));
        let edges = figure.model.rounded.as_ref().map(|(_, edges)| edges.uppers().to_vec());
        (colours.collect::<BTreeMap<_, _>>(), edges, figure.scene)
    };
    let mut kept = 0;
    let under = TODAY.under(&moves(&[("50066", "50042"), ("015210", "50041")])).expect("a hypothesis");
    for (id, at, earlier) in [
        ("reddito_imponibile_medio", date("2022-12-31"), date("2012-12-31")),
        ("indice_vecchiaia", january(2023), january(2022)),
        ("densita", january(2023), january(2021)),
        ("quota_stranieri", january(2023), january(2020)),
    ] {
        let spec = MapSpec { level: Level::Ambiti, ..MapSpec::new(id, at) };
        for kind in [MapKind::Value, MapKind::since(earlier), MapKind::Two { second: "quota_65_plus".into() }]
        {
            let spec = MapSpec { kind, ..spec.clone() };
            let ((before, official, _), (after, own, scene)) = (of(&TODAY, &spec), of(&under, &spec));
            for (code, colour) in
                after.iter().filter(|(code, _)| !["50042", "50041"].contains(&code.as_str()))
            {
                assert_eq!(before[code], *colour, "{id} {code} {:?}", spec.kind);
                kept += 1;
            }
            let inner = |edges: Option<Vec<f64>>| edges.map(|edges| edges[..edges.len() - 1].to_vec());
            assert_eq!(inner(own), inner(official), "{id}");
            let told =
                all_runs(&scene).iter().map(|(_, run)| run.content.clone()).collect::<Vec<_>>().join(" ");
            assert!(told.contains("Le classi sono quelle degli Ambiti ufficiali"), "{told}");
        }
    }
    assert!(kept > 150, "{kept}");

    let read = |spec: &MapSpec, bundle: &Bundle| {
        let figure = FigureSpec::under(Element::Map(spec.clone()), &bundle.atlas);
        let figure = compose::build(&figure, bundle.sources()).expect("drawn").value;
        reading::figure(&figure.parts, bundle.sources())
    };
    let spec = MapSpec { level: Level::Ambiti, ..MapSpec::new("indice_vecchiaia", january(2023)) };
    let told = read(&spec, &UNDER);
    for sentence in [
        "Nell'ipotesi l'Ambito di Melzo passa da 171,2 a 173,4.",
        "Nell'ipotesi l'Ambito di Paullo passa da 158,4 a 157,3.",
        "Nell'ipotesi l'Ambito di Sesto San Giovanni, che aveva 197,8, non esiste più.",
        "Le classi sono quelle degli Ambiti ufficiali: i colori si confrontano con quelli della mappa senza ipotesi.",
    ] {
        assert!(told.contains(sentence), "{sentence} in {told}");
    }
    assert!(!read(&spec, &TODAY).contains("Ambiti ufficiali"));
}

/// What a standard requires says in JSON too that it stands on a hypothesis.
#[test]
fn json_of_standards_and_of_territories_names_the_hypothesis() {
    let json = |line: &str| Cli::line(line).json();
    let standard =
        json("--what-if Assago=Rho standard assistenti_sociali --level ambiti --year 2023 --json --today");
    assert_eq!(standard["what_if"]["moved"][0]["comuni"][0]["name"], "Assago");
    assert!(json("standard assistenti_sociali --level ambiti --json --today")["what_if"].is_null());
    assert!(
        json("--what-if Assago=Rho standard assistenti_sociali --level asst --json --today")["what_if"]
            .is_null()
    );
    let territories = json("--what-if Assago=Rho territories --json --today");
    assert_eq!(territories["what_if"]["moved"][0]["to"]["name"], "Rho");
}
