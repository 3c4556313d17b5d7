//! Scatterplots: their numbers against pandas and statsmodels, awkward data, and the contents of the page.

use std::collections::BTreeMap;

use atlante::base::{Code, Level};
use atlante::document::{PointColour, QuadrantSplit, ScatterSpec, ScatterView};
use atlante::figure::scatter::ScatterModel;
use atlante::figure::scatter::ScatterView as View;
use atlante::figure::view;
use atlante::figure::{FigureError, Remark};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::scene::{Geometry, Role, Scene};
use atlante::stats::StatsError;

use crate::common::{BUNDLE, Folder, atlas, january};
use crate::page::{all_runs, check_golden, group, page, paths, runs};

const REFERENCE: &str = include_str!("../reference/scatter.csv");
const CORSICO: &str = "50089";

fn codes(codes: &[&str]) -> Vec<Code> {
    codes.iter().map(|code| Code::from(*code)).collect()
}

fn spec() -> ScatterSpec {
    ScatterSpec::new("densita", "indice_vecchiaia", january(2023))
}

fn seen(view: ScatterView) -> ScatterSpec {
    ScatterSpec { view, ..spec() }
}

fn cut(quadrants: QuadrantSplit) -> ScatterSpec {
    seen(ScatterView { quadrants, ..ScatterView::default() })
}

fn model(spec: &ScatterSpec, bundle: &Bundle) -> (ScatterModel, Vec<Remark>) {
    let made = ScatterModel::new(spec, &bundle.atlas).unwrap_or_else(|e| panic!("{spec:?}: {e}"));
    (made.value, made.remarks)
}

fn scene(spec: &ScatterSpec, bundle: &Bundle) -> Scene {
    view::build::<View>(spec, bundle.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value.scene
}

fn says(scene: &Scene, words: &str) -> bool {
    let texts: Vec<&str> = all_runs(scene).into_iter().map(|(_, run)| run.content.as_str()).collect();
    texts.join(" ").contains(words)
}

fn warned(remarks: &[Remark], code: &str) -> bool {
    remarks.iter().any(|remark| remark.code() == code)
}

/// The extent from its centre of every circle or other mark that stands for a territory.
fn reaches(scene: &Scene) -> Vec<f64> {
    let marks = paths(group(scene, Role::Marks).expect("marks"));
    let reach = |path: &atlante::scene::Path| match &path.geometry {
        Geometry::Circle { radius, .. } => *radius,
        Geometry::Rings(rings) | Geometry::Lines(rings) => {
            let xs = rings.iter().flatten().map(|[x, _]| *x);
            (xs.clone().fold(f64::MIN, f64::max) - xs.fold(f64::MAX, f64::min)) / 2.0
        }
    };
    marks.into_iter().filter(|path| path.datum.is_some()).map(reach).collect()
}

// Numbers.

fn reference() -> BTreeMap<&'static str, Vec<f64>> {
    let rows = REFERENCE.lines().skip(1).filter_map(|line| line.split_once(','));
    rows.map(|(name, values)| (name, values.split(';').map(|x| x.parse().expect("a number")).collect()))
        .collect()
}

fn near(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0)
}

#[test]
fn quadrants_line_outliers_and_curve_agree_with_pandas_and_statsmodels() {
    let known = reference();
    let splits = [
        ("mean", QuadrantSplit::Mean),
        ("median", QuadrantSplit::Median),
        ("ats", QuadrantSplit::Ats),
        ("typed", QuadrantSplit::At(2000.0, 180.0)),
    ];
    for (name, split) in splits {
        let found = model(&cut(split), &BUNDLE).0.quadrants.expect("quadrants");
        let [x, y, counts @ ..] = known[name].as_slice() else { panic!("{name}") };
        assert!(near(found.x, *x) && near(found.y, *y), "{name}: {found:?}");
        assert_eq!(found.counts.map(|count| count as f64), counts, "{name}");
    }
    let (found, _) = model(&seen(ScatterView { lowess: true, ..ScatterView::default() }), &BUNDLE);
    let line = found.line.as_ref().expect("a line");
    let ours = [line.slope, line.intercept, line.r2];
    assert!(ours.iter().zip(&known["ols"]).all(|(ours, theirs)| near(*ours, *theirs)), "{ours:?}");
    let mut far: Vec<f64> = found
        .outliers
        .iter()
        .map(|&i| found.y.rows[found.pairs[i].unit].code.as_str().parse().expect("digits"))
        .collect();
    far.sort_by(f64::total_cmp);
    assert_eq!(far, known["outliers"]);
    let curve = found.curve.expect("asked for").expect("a curve");
    let ours: Vec<f64> = curve.iter().step_by(24).flatten().copied().collect();
    assert_eq!(ours.len(), known["lowess"].len());
    assert!(ours.iter().zip(&known["lowess"]).all(|(a, b)| (a - b).abs() < 1e-7 * b.abs()), "{ours:?}");
}

#[test]
fn what_is_on_a_line_is_low() {
    let (found, _) = model(&cut(QuadrantSplit::None), &BUNDLE);
    let pair = found.pairs[0];
    let (found, _) = model(&cut(QuadrantSplit::At(pair.x, pair.y)), &BUNDLE);
    assert_eq!(found.quadrants.map(|cut| cut.of(&pair)), Some(1));
}

#[test]
fn the_nearest_date_is_shown_and_told() {
    let mut spec = ScatterSpec { x: "residenti".into(), ..spec() };
    (spec.x_date, spec.y_date) = (january(2019), january(2019));
    let (found, remarks) = model(&spec, &BUNDLE);
    assert_eq!((found.x.at, found.y.at), (january(2019).into(), january(2022).into()));
    let remark = remarks.iter().find(|remark| remark.code() == "other_date").expect("a remark");
    let text = remark.text(Lang::It);
    assert_eq!(text, "«Indice di vecchiaia» non ha valori al 1/1/2019: sono mostrati quelli al 1/1/2022.");
    let scene = scene(&spec, &BUNDLE);
    assert!(says(&scene, "Vecchiaia al 1/1/2022") && says(&scene, "Residenti al 1/1/2019"));
    assert!(says(&scene, &text));
}

#[test]
fn colours_stand_for_groups_or_classes() {
    let coloured = |colour, level| {
        let view = ScatterView { colour, ..ScatterView::default() };
        model(&ScatterSpec { level, ..seen(view) }, &BUNDLE).0
    };
    let by_ambito = coloured(PointColour::Group(Level::Ambiti), Level::Comuni);
    assert_eq!((by_ambito.key.entries.len(), by_ambito.key.without), (17, 0));
    let looks: std::collections::BTreeSet<_> =
        by_ambito.key.entries.iter().map(|entry| (entry.colour.to_string(), entry.marker)).collect();
    assert_eq!(looks.len(), 17, "no two Ambiti look alike");
    let by_asst = coloured(PointColour::Group(Level::Asst), Level::Comuni);
    assert_eq!((by_asst.key.entries.len(), by_asst.key.without), (5, 1), "Milano has none");
    let by_class = coloured(PointColour::Class("eta_media".into()), Level::Ambiti);
    assert_eq!(by_class.key.entries.iter().map(|entry| entry.count).sum::<usize>(), 17);
    let unknown = seen(ScatterView { colour: PointColour::Class("eta".into()), ..ScatterView::default() });
    assert!(matches!(ScatterModel::new(&unknown, atlas()), Err(FigureError::Atlas(_))));
}

#[test]
fn the_selected_stand_for_what_they_hold() {
    let selected = |level, code: &str| {
        let spec = ScatterSpec { level, selected: codes(&[code]), ..spec() };
        model(&spec, &BUNDLE).0.pairs.iter().filter(|pair| pair.selected).count()
    };
    assert_eq!(selected(Level::Comuni, CORSICO), 6);
    assert_eq!(selected(Level::Ambiti, "015093"), 1);
    let unknown = ScatterSpec { selected: codes(&["nessuno"]), ..spec() };
    assert_eq!(
        ScatterModel::new(&unknown, atlas()).expect_err("refused"),
        FigureError::UnknownTerritory(Code::from("nessuno"))
    );
}

#[test]
fn variables_inside_each_other_and_few_pairs_are_reported() {
    let inside = ScatterSpec { x: "indice_invecchiamento".into(), level: Level::Ambiti, ..spec() };
    let (_, remarks) = model(&inside, &BUNDLE);
    assert!(warned(&remarks, "shared_variables") && warned(&remarks, "few_pairs"), "{remarks:?}");
}

// Awkward data.

const LIST: &str = "[[dataset]]\nid = \"p\"\nfile = \"p.csv\"\nkind = \"observations\"\ndated = true\n\
    title = { it = \"P\", en = \"P\" }\nsource = { it = \"P\", en = \"P\" }\nlicence = \"CC0\"\nretrieved_from = \"here\"\n";

/// The embedded data plus three indicators, `p`, `q` and `s`, made of these cells of Comuni at 1/1/2023.
fn bundle_of(cells: &[(&str, [&str; 3])]) -> Bundle {
    let indicator = |id: &str| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nname = {{ it = \"Prova {id}\", en = \"Trial {id}\" }}\n\
             short = {{ it = \"{id}\", en = \"{id}\" }}\ntheme = \"popolazione\"\n\
             unit = {{ it = \"cose\", en = \"things\" }}\nsuffix = \"\"\nnumerator = [\"v_{id}\"]\n\
             denominator = []\nmultiplier = 1\ndecimals = 0\npolarity = \"neither\"\nkind = \"ratio\"\n\
             definition = {{ it = \"Prova.\", en = \"Trial.\" }}\nsource = {{ it = \"P\", en = \"P\" }}\n\
             licence = \"CC0\"\n"
        )
    };
    let rows = cells.iter().map(|(code, [p, q, s])| format!("{code},2023-01-01,{p},{q},{s}\n"));
    let folder = Folder::new()
        .with("datasets.toml", LIST)
        .with("indicators.toml", ["p", "q", "s"].map(indicator).concat())
        .with("p.csv", format!("code,date,v_p,v_q,v_s\n{}", rows.collect::<String>()));
    Bundle::load(Some(folder.path())).expect("a valid folder")
}

fn trial() -> ScatterSpec {
    let view = ScatterView {
        size: Some("s".into()),
        lowess: true,
        quadrants: QuadrantSplit::Mean,
        ..ScatterView::default()
    };
    ScatterSpec { view, ..ScatterSpec::new("p", "q", january(2023)) }
}

#[test]
fn one_or_two_pairs_are_drawn_and_say_why_there_is_no_line() {
    let cells = [("015093", ["1", "5", "2"]), ("015146", ["3", "-2", "4"])];
    for n in [1, 2] {
        let bundle = bundle_of(&cells[..n]);
        let (found, _) = model(&trial(), &bundle);
        assert_eq!(found.line, Err(StatsError::TooFew { n, needed: 3 }));
        assert!(found.outliers.is_empty() && found.curve.is_some_and(|curve| curve.is_err()));
        let scene = scene(&trial(), &bundle);
        assert_eq!(reaches(&scene).len(), n);
        let words = format!("Correlazione non calcolata: coppie con tutti e due i valori: {n}");
        assert!(says(&scene, &words) && !says(&scene, "retta e fascia"), "{n}");
    }
}

#[test]
fn no_pair_at_all_is_a_sentence_in_place() {
    let bundle = bundle_of(&[("015093", ["1", "c", "2"]), ("015146", [":", "2", "4"])]);
    let (found, remarks) = model(&trial(), &bundle);
    assert!(found.pairs.is_empty() && found.quadrants.is_none() && warned(&remarks, "no_values"));
    let scene = scene(&trial(), &bundle);
    assert!(says(&scene, "Nessun territorio ha entrambi i valori."));
    assert!(says(&scene, "Territori esclusi: 1 (dato oscurato per riservatezza)."));
    assert!(scene.description.contains("Nessun territorio"));
}

#[test]
fn equal_x_have_points_and_no_line() {
    let bundle =
        bundle_of(&[("015093", ["7", "5", "1"]), ("015146", ["7", "6", "1"]), ("015182", ["7", "9", "1"])]);
    let (found, _) = model(&trial(), &bundle);
    assert!(matches!(found.pearson, Err(StatsError::NoVariation { .. })));
    assert_eq!(found.quadrants.map(|cut| cut.counts), Some([0, 2, 1, 0]));
    let scene = scene(&trial(), &bundle);
    assert!(says(&scene, "'Prova p' non varia") && reaches(&scene).len() == 3);
}

#[test]
fn missing_suppressed_negative_and_zero_are_distinguished() {
    let comuni = atlas().territories.comuni();
    let cells: Vec<(&str, [&str; 3])> = comuni
        .iter()
        .enumerate()
        .map(|(i, comune)| {
            let values = match i {
                0 => ["c", "1", "1"],
                1 => ["-4", "-9", "0"],
                2 => ["5", "-1", "-3"],
                3 => ["6", "2", ":"],
                _ if i % 2 == 0 => ["3", ":", "1"],
                _ => [["1", "8", "2"], ["2", "3", "9"]][i / 2 % 2],
            };
            (comune.code.as_str(), values)
        })
        .collect();
    let bundle = bundle_of(&cells);
    let (found, remarks) = model(&trial(), &bundle);
    // Missing, suppressed, not applicable.
    assert_eq!((found.absent, found.pairs.len()), ([95, 1, 0], 97));
    for code in ["left_out", "absent_sizes", "negative_sizes"] {
        assert!(warned(&remarks, code), "{code}: {remarks:?}");
    }
    let scene = scene(&trial(), &bundle);
    let drawn = reaches(&scene);
    assert!(drawn.len() == 97 && drawn.iter().all(|radius| *radius > 1.0), "zero is seen too");
    assert!(says(&scene, "Territori esclusi: 95 (dato mancante)."));
    let ats = ScatterSpec {
        view: ScatterView { quadrants: QuadrantSplit::Ats, ..ScatterView::default() },
        ..trial()
    };
    let (found, remarks) = model(&ats, &bundle);
    assert!(found.quadrants.is_none() && warned(&remarks, "no_ats_value"), "a partial sum is no value");
}

#[test]
fn all_sizes_zero_are_points_all_the_same() {
    let cells = [("015093", ["1", "5", "0"]), ("015146", ["2", "6", "0"]), ("015182", ["4", "9", "0"])];
    let drawn = reaches(&scene(&trial(), &bundle_of(&cells)));
    assert!(drawn.len() == 3 && drawn.iter().all(|radius| *radius > 1.0), "{drawn:?}");
}

#[test]
fn of_193_names_wanted_those_without_room_are_counted() {
    let every = atlas().territories.comuni().iter().map(|comune| comune.code.clone()).collect();
    let spec = ScatterSpec { selected: every, ..spec() };
    let made = view::build::<View>(&spec, BUNDLE.sources()).expect("a figure");
    let left = made.remarks.iter().find(|remark| remark.code() == "labels_left_out").expect("a remark");
    let written = runs(group(&made.value.scene, Role::Labels).expect("labels")).len();
    let left: usize = left.text(Lang::It).rsplit(' ').next().and_then(|n| n.parse().ok()).expect("a number");
    // The ATS has a name too.
    assert!(written > 40 && written + left == 194, "{written} and {left}");
}

// Pages.

/// One figure for each combination of parts, with a name.
pub fn specs() -> Vec<(&'static str, ScatterSpec)> {
    let plain = spec();
    let ats = ScatterSpec { selected: codes(&[CORSICO]), ..cut(QuadrantSplit::Ats) };
    let full = ScatterView {
        size: Some("residenti".into()),
        colour: PointColour::Group(Level::Ambiti),
        lowess: true,
        quadrants: QuadrantSplit::Median,
        ..ScatterView::default()
    };
    let groups = ScatterSpec { selected: codes(&[CORSICO]), ..seen(full.clone()) };
    let names = ["A", "Basso e basso", "Alto solo in verticale", "Un nome lungo quanto non serve a nessuno"];
    let classes = ScatterView {
        colour: PointColour::Class("eta_media".into()),
        quadrants: QuadrantSplit::At(9000.0, 150.0),
        quadrant_names: Some(names.map(str::to_owned)),
        ..full
    };
    let ambiti = ScatterSpec { level: Level::Ambiti, ..seen(classes) };
    let mut dates = ScatterSpec { x: "variazione_annua".into(), y: "residenti".into(), ..plain.clone() };
    dates.y_date = january(2019);
    let few = ScatterSpec { level: Level::Asst, ..cut(QuadrantSplit::Mean) };
    let overall = ScatterSpec { level: Level::Ats, ..plain.clone() };
    vec![
        ("scatter_plain", plain),
        ("scatter_ats", ats),
        ("scatter_groups", groups),
        ("scatter_ambiti", ambiti),
        ("scatter_dates", dates),
        ("scatter_few", few),
        ("scatter_whole", overall),
    ]
}

#[test]
fn scatterplots_are_laid_out_as_they_were() {
    let kept = specs().into_iter().filter(|(name, _)| ["scatter_ats", "scatter_ambiti"].contains(name));
    check_golden(kept.map(|(name, spec)| (name.to_owned(), scene(&spec, &BUNDLE))));
}

#[test]
fn reports_of_every_size_have_room() {
    for (name, spec) in specs() {
        for (width, height) in [(297.0, 210.0), (210.0, 148.0), (80.0, 110.0)] {
            let spec = ScatterSpec { page: page(width, height), ..spec.clone() };
            // Colours, sizes, curve and quadrants all explained leave no room for a plot on the smallest page.
            let is_full = spec.view.size.is_some() && width < 100.0;
            match view::build::<View>(&spec, BUNDLE.sources()) {
                Err(error) => assert!(is_full && error == FigureError::NoRoom, "{name} {width}: {error}"),
                Ok(_) => assert!(!is_full, "{name} has room now: say so here"),
            }
        }
    }
}

#[test]
fn it_reads_aloud() {
    let (_, spec) = specs().swap_remove(1);
    let description = scene(&spec, &BUNDLE).description;
    for words in [
        "Pearson r = 0,141 (p = 0,050); Spearman ρ = 0,074 (p = 0,310); n = 193.",
        "Densità bassa, vecchiaia bassa: 83; Densità bassa, vecchiaia alta: 56; Densità alta, vecchiaia bassa: 23.",
        "Territori scelti: ",
        "Lontani dalla retta: Cornovecchio",
    ] {
        assert!(description.contains(words), "{words}: {description}");
    }
    let english = scene(&ScatterSpec { lang: Lang::En, ..spec }, &BUNDLE).description;
    assert!(english.contains("High density, high ageing: 31"), "{english}");
}
