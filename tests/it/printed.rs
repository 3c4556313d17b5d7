//! What a printed figure looks like: fills within rules, units once, names whole, keys for every colour, nothing on anything else.

use atlante::base::{Code, Level, Rgb};
use atlante::document::{
    MapFrame, MapSpec, QuadrantSplit, ScatterSpec, ScatterView, SeriesSpec, SortBy, TableColumn, TableSort,
    TableSpec,
};
use atlante::figure::scatter::ScatterView as Points;
use atlante::figure::series::SeriesView;
use atlante::figure::table::TableView;
use atlante::figure::view;
use atlante::i18n::Lang;
use atlante::scene::{Fill, Geometry, Path, Role, Scene, TextRun, text};

use crate::common::{BUNDLE, TODAY, january};
use crate::page::{TextBox, all_runs, build, group, page, paths, runs, spec};

const CORSICO: &str = "50089";

fn table(columns: &[(&str, i16)], level: Level) -> TableSpec {
    let columns = columns.iter().map(|(id, year)| TableColumn::value(*id, january(*year))).collect();
    TableSpec::new(columns, level)
}

fn table_scene(spec: &TableSpec) -> Scene {
    view::build::<TableView>(spec, BUNDLE.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value.scene
}

fn points(spec: &ScatterSpec) -> Scene {
    view::build::<Points>(spec, BUNDLE.sources()).unwrap_or_else(|e| panic!("{spec:?}: {e}")).value.scene
}

fn scatter(x: &str, y: &str, view: ScatterView) -> ScatterSpec {
    ScatterSpec { view, ..ScatterSpec::new(x, y, january(2023)) }
}

/// The left and right end of a shape.
fn ends(path: &Path) -> [f64; 2] {
    let xs: Vec<f64> = match &path.geometry {
        Geometry::Rings(lines) | Geometry::Lines(lines) => {
            lines.iter().flatten().map(|point| point[0]).collect()
        }
        Geometry::Circle { centre, radius } => vec![centre[0] - radius, centre[0] + radius],
    };
    [xs.iter().copied().fold(f64::INFINITY, f64::min), xs.iter().copied().fold(f64::NEG_INFINITY, f64::max)]
}

fn written(scene: &Scene, role: Role) -> Vec<String> {
    runs(group(scene, role).expect("a group")).into_iter().map(|run| run.content.clone()).collect()
}

fn said(scene: &Scene, role: Role) -> String {
    written(scene, role).join(" ")
}

/// Pairs of lines of text that cover each other.
fn collisions(scene: &Scene) -> Vec<String> {
    let texts: Vec<(&TextRun, TextBox)> =
        all_runs(scene).into_iter().map(|(_, run)| (run, TextBox::of(run))).collect();
    let apart = |(run, found): &(&TextRun, TextBox)| TextBox { top: found.top + 0.1 * run.size, ..*found };
    let mut found = Vec::new();
    for (i, one) in texts.iter().enumerate() {
        for other in texts[i + 1..].iter().filter(|other| apart(one).overlaps(&apart(other))) {
            found.push(format!("'{}' on '{}'", one.0.content, other.0.content));
        }
    }
    found
}

// Tables.

#[test]
fn the_colours_of_a_table_end_where_its_rules_do() {
    let mut spec = table(&[("indice_vecchiaia", 2023), ("residenti", 2023)], Level::Ambiti);
    spec.view.heat = true;
    let scene = table_scene(&spec);
    let [left, right] = paths(group(&scene, Role::Axes).expect("rules"))
        .into_iter()
        .map(ends)
        .reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])])
        .expect("a rule");
    let cells = paths(group(&scene, Role::Marks).expect("cells"));
    assert_eq!(cells.len(), 2 * 17);
    for cell in &cells {
        let [from, to] = ends(cell);
        assert!(left <= from && to <= right + 1e-9, "{from}–{to} of {left}–{right}");
    }
    // The five colours are explained where they are.
    let swatches = paths(group(&scene, Role::Legend).expect("a key")).len();
    assert_eq!(
        (swatches, written(&scene, Role::Legend)),
        (5, vec!["più basso".to_owned(), "più alto".to_owned()])
    );
    spec.view.heat = false;
    assert!(group(&table_scene(&spec), Role::Legend).is_none());
}

#[test]
fn what_columns_share_is_written_once_above_them() {
    let ages = [("indice_vecchiaia", 2022), ("indice_vecchiaia", 2023)];
    let scene = table_scene(&table(&[ages[0], ages[1], ("residenti", 2023)], Level::Ambiti));
    let labels = said(&scene, Role::Labels);
    assert_eq!(labels.matches("ogni 100 giovani").count(), 1, "{labels}");
    assert_eq!(labels.matches("Indice di vecchiaia").count(), 1, "{labels}");
    for date in ["al 1/1/2022", "al 1/1/2023"] {
        assert!(labels.contains(date), "{labels}");
    }
    // One date of all columns stands above all.
    let of_2023 = table_scene(&table(&[ages[1], ("residenti", 2023), ("densita", 2023)], Level::Ambiti));
    let labels_of_2023 = said(&of_2023, Role::Labels);
    assert_eq!(labels_of_2023.matches("al 1/1/2023").count(), 1, "{labels_of_2023}");
    assert_eq!(collisions(&of_2023), Vec::<String>::new());
    // No cell repeats a unit.
    assert!(!labels.contains('%'), "{labels}");
    assert_eq!(collisions(&scene), Vec::<String>::new());
}

#[test]
fn the_year_of_a_rate_is_said_once() {
    let at = "2025-12-31".parse::<atlante::base::Date>().expect("a date");
    let spec = TableSpec::new(vec![TableColumn::value("natalita", at)], Level::Ambiti);
    for (lang, words) in [(Lang::It, "nell'anno"), (Lang::En, "in the year")] {
        let spec = TableSpec { lang, ..spec.clone() };
        let scene = view::build::<TableView>(&spec, TODAY.sources()).expect("a table").value.scene;
        let labels = said(&scene, Role::Labels);
        assert_eq!(labels.matches(words).count(), 1, "{labels}");
    }
}

#[test]
fn names_are_whole_where_there_is_room() {
    // Half of the page is free beside one column, and names of Comuni are long.
    for (width, height) in [(297.0, 210.0), (148.0, 210.0)] {
        let spec = TableSpec { page: page(width, height), ..table(&[("residenti", 2023)], Level::Comuni) };
        let scene = table_scene(&spec);
        let cut: Vec<String> =
            written(&scene, Role::Labels).into_iter().filter(|name| name.contains('…')).collect();
        assert_eq!(cut, Vec::<String>::new(), "{width}×{height}");
    }
}

#[test]
fn a_long_table_of_few_columns_fills_the_page_in_blocks() {
    let mut spec = table(&[("residenti", 2023), ("indice_vecchiaia", 2023)], Level::Comuni);
    spec.view.sort = TableSort { by: SortBy::Name, descending: false };
    spec.page = page(210.0, 297.0);
    let made = view::build::<TableView>(&spec, BUNDLE.sources()).expect("a page");
    let figure = made.value;
    // 193 Comuni, as the ATS has (ISTAT, 1 January 2023).
    assert_eq!(figure.layout.found_room(&figure.model), (193, 2));
    assert!(figure.layout.blocks.len() > 1 && made.remarks.iter().all(|remark| remark.code() != "left_out"));
    let labels = written(&figure.scene, Role::Labels);
    assert_eq!(labels.iter().filter(|label| *label == "Territorio").count(), figure.layout.blocks.len());
    for name in ["Abbadia Cerreto", "Zibido San Giacomo", "ATS"] {
        assert_eq!(labels.iter().filter(|label| *label == name).count(), 1, "{name}");
    }
    assert_eq!(collisions(&figure.scene), Vec::<String>::new());
    for (_, run) in all_runs(&figure.scene) {
        assert!(TextBox::of(run).is_within(figure.scene.width.0, figure.scene.height.0), "{}", run.content);
    }
    // Few rows are one list.
    let few = view::build::<TableView>(&table(&[("residenti", 2023)], Level::Ambiti), BUNDLE.sources());
    assert_eq!(few.expect("a page").value.layout.blocks.len(), 1);
}

#[test]
fn the_decimal_marks_of_a_column_are_below_each_other() {
    let scene = table_scene(&table(&[("indice_vecchiaia", 2023)], Level::Ambiti));
    let comma = |run: &TextRun| {
        let (_, decimals) = run.content.split_once(',')?;
        let is_number = run.content.starts_with(|c: char| c.is_ascii_digit());
        let after = text::width(&format!(",{decimals}"), run.size, run.weight);
        is_number.then(|| TextBox::of(run).right - after)
    };
    let numbers: Vec<f64> =
        runs(group(&scene, Role::Labels).expect("labels")).into_iter().filter_map(comma).collect();
    // The 17 Ambiti and the ATS.
    assert_eq!(numbers.len(), 18);
    assert!(numbers.iter().all(|at| (at - numbers[0]).abs() < 1e-6), "{numbers:?}");
}

// Scatterplots.

#[test]
fn every_colour_of_points_is_in_the_key() {
    let mut spec = scatter("densita", "indice_vecchiaia", ScatterView::default());
    assert!(!said(&points(&spec), Role::Legend).contains("altri territori"));
    spec.selected = vec![Code::from(CORSICO)];
    // The Ambito of Corsico has six Comuni.
    let key = said(&points(&spec), Role::Legend);
    assert!(key.contains("territori scelti (6)") && key.contains("altri territori (187)"), "{key}");
    spec.selected = vec![Code::from("015093")];
    let key = said(&points(&spec), Role::Legend);
    assert!(key.contains("Corsico") && key.contains("altri territori (192)"), "{key}");
    spec.view.colour = atlante::document::PointColour::Group(Level::Asst);
    let key = said(&points(&spec), Role::Legend);
    assert!(key.contains("con il contorno marcato: territori scelti (1)"), "{key}");
}

#[test]
fn plain_words_stand_before_numbers() {
    for (lang, how, numbers) in
        [(Lang::It, "Come si legge:", "Retta: y ="), (Lang::En, "How to read it:", "Line: y =")]
    {
        let spec = ScatterSpec { lang, ..scatter("densita", "indice_vecchiaia", ScatterView::default()) };
        let scene = points(&spec);
        let legend = runs(group(&scene, Role::Legend).expect("a key"));
        let line =
            |words: &str| legend.iter().find(|run| run.content.contains(words)).copied().expect("a line");
        let (how, numbers) = (line(how), line(numbers));
        assert!(how.y < numbers.y, "{} {}", how.y, numbers.y);
        assert!(numbers.size < how.size && numbers.colour != how.colour);
        // Who cannot see the points still gets all numbers.
        assert!(scene.description.contains("R² = 0"), "{}", scene.description);
    }
}

#[test]
fn both_axes_can_be_logarithmic_and_refuse_what_is_not_positive() {
    let log = |log_x, log_y| ScatterView { log_x, log_y, ..ScatterView::default() };
    let scene = points(&scatter("residenti", "stranieri", log(true, true)));
    let axes = said(&scene, Role::Axes);
    assert_eq!(axes.matches("(scala logaritmica)").count(), 2, "{axes}");
    assert_eq!(collisions(&scene), Vec::<String>::new());
    // Residents are at least 59 and foreign residents at least 1 (ISTAT, 1 January 2023).
    let made =
        view::build::<Points>(&scatter("densita", "variazione_annua", log(false, true)), BUNDLE.sources());
    let made = made.expect("a figure");
    assert!(made.remarks.iter().any(|remark| remark.code() == "stays_linear"), "{:?}", made.remarks);
    assert!(!said(&made.value.scene, Role::Axes).contains("logaritmica"));
    // Offered where the crowd is in a corner.
    let model = |x, y| {
        view::build::<Points>(&scatter(x, y, ScatterView::default()), BUNDLE.sources())
            .expect("a figure")
            .value
            .model
    };
    assert_eq!(model("residenti", "stranieri").crowds(), [true, true]);
    assert_eq!(model("indice_vecchiaia", "quota_65_plus").crowds(), [false, false]);
}

#[test]
fn a_short_key_takes_no_column_and_names_avoid_the_line() {
    let mut spec = scatter("residenti", "stranieri", ScatterView::default());
    spec.page = page(127.0, 95.0);
    let scene = points(&spec);
    let rows = paths(group(&scene, Role::Axes).expect("axes"));
    let right = rows.into_iter().map(|path| ends(path)[1]).fold(0.0, f64::max);
    assert!(right > 0.9 * scene.width.0, "the plot has the width of the page: {right}");
    let spec = scatter(
        "densita",
        "indice_vecchiaia",
        ScatterView { quadrants: QuadrantSplit::Ats, ..ScatterView::default() },
    );
    assert_eq!(collisions(&points(&spec)), Vec::<String>::new());
}

// Maps.

#[test]
fn the_legend_of_a_map_has_the_distribution_of_its_values() {
    let figure = build(&spec("indice_vecchiaia", Level::Comuni));
    let legend = group(&figure.scene, Role::Legend).expect("a legend");
    let solid = |path: &&Path| matches!(path.fill, Some(Fill::Solid(_)));
    let colour = |path: &Path| match path.fill {
        Some(Fill::Solid(colour)) => Some(colour),
        _ => None,
    };
    // Swatches are five, one a class; bars are more.
    let bars: Vec<&Path> = paths(legend).into_iter().filter(solid).collect();
    assert!(bars.len() > 15, "{}", bars.len());
    let found: Vec<Rgb> = bars.iter().filter_map(|path| colour(path)).collect();
    assert!(figure.model.colours.iter().all(|class| found.contains(class)));
    // The value of the ATS is marked on the distribution, on its class and before its name.
    let triangle = |path: &&&Path| matches!(&path.geometry, Geometry::Rings(rings) if rings[0].len() == 3);
    assert_eq!(bars.iter().filter(triangle).count(), 3);
    // Areas and heights are those of counts: the classes are as wide in all bars as in the map.
    let area = |path: &Path| match &path.geometry {
        Geometry::Rings(rings) => {
            let ys = rings[0].iter().map(|point| point[1]);
            ys.clone().fold(f64::NEG_INFINITY, f64::max) - ys.fold(f64::INFINITY, f64::min)
        }
        _ => 0.0,
    };
    assert!(bars.iter().all(|path| area(path) > 0.0));
    // Seventeen values are read one by one.
    let few = build(&spec("indice_vecchiaia", Level::Ambiti));
    let legend = group(&few.scene, Role::Legend).expect("a legend");
    assert!(paths(legend).into_iter().filter(solid).count() <= 5 + 2);
}

#[test]
fn a_map_says_of_what_territory_it_is() {
    let subtitle = |spec: &MapSpec| written(&build(spec).scene, Role::Heading)[1].clone();
    let mut map = spec("indice_vecchiaia", Level::Comuni);
    assert_eq!(subtitle(&map), "Comuni dell'ATS Città Metropolitana di Milano, 1° gennaio 2023");
    map.lang = Lang::En;
    assert_eq!(subtitle(&map), "Comuni of ATS Città Metropolitana di Milano, 1 January 2023");
    map.frame = MapFrame::Unit(Code::from(CORSICO));
    assert_eq!(subtitle(&map), "Comuni, 1 January 2023", "close up it is not all of the ATS");
    let income = MapSpec {
        level: Level::Ambiti,
        ..MapSpec::new("reddito_imponibile_medio", "2022-12-31".parse().expect("a date"))
    };
    assert_eq!(
        subtitle(&income),
        "Ambiti territoriali dell'ATS Città Metropolitana di Milano (valore calcolato sul totale dei Comuni), anno d'imposta 2022"
    );
}

#[test]
fn circles_are_in_proportion_to_the_territory_on_the_page() {
    let largest = |width, height| {
        let map = MapSpec { page: page(width, height), ..spec("residenti", Level::Comuni) };
        let scene = build(&map).scene;
        let circles = paths(group(&scene, Role::Symbols).expect("circles"));
        let widest = circles.into_iter().map(ends).map(|[left, right]| right - left).fold(0.0, f64::max);
        let areas = paths(group(&scene, Role::Areas).expect("areas")).into_iter().map(ends);
        let across = areas.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])]).expect("areas");
        widest / (across[1] - across[0])
    };
    for (width, height) in [(297.0, 210.0), (210.0, 297.0), (150.0, 300.0)] {
        let share = largest(width, height);
        assert!(share <= 0.125, "{width}×{height}: {share}");
    }
}

// Series.

#[test]
fn estimates_of_several_dates_are_one_footnote() {
    let series = SeriesSpec::new("indice_vecchiaia", vec![Code::from("015146")]);
    let made = view::build::<SeriesView>(&series, TODAY.sources()).expect("a figure");
    let footer = written(&made.value.scene, Role::Footer);
    let footer = footer.join(" ");
    let told = "Valori al 1/1/2023 e al 1/1/2026 stimati, non definitivi.";
    assert!(footer.contains(told) && footer.matches("stimati").count() == 1, "{footer}");
}

#[test]
fn the_city_beside_an_ambito_is_named_where_its_usual_place_is_covered() {
    // The locator stands where the name of Milano would.
    let map =
        MapSpec { frame: MapFrame::Unit(Code::from(CORSICO)), ..spec("indice_vecchiaia", Level::Comuni) };
    let labels = written(&build(&map).scene, Role::Labels);
    assert!(labels.iter().any(|name| name == "Milano"), "{labels:?}");
}
