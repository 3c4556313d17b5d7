//! Maps as figures: layouts recorded as text, and properties of every page.

use std::collections::{BTreeMap, BTreeSet};

use atlante::base::{Code, Level, decimal};
use atlante::data::{Absence, Method};
use atlante::document::{ClassSpan, MapKind, MapSpec, OutOfBounds, PageSpec, Representation, Spec, SvgText};
use atlante::export;
use atlante::figure::map::MapFigure;
use atlante::figure::map::MapView;
use atlante::figure::view;
use atlante::figure::{FigureError, MapModel, class_label};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::scene::{Fill, Geometry, Hatch, Role, Scene};
use atlante::stats::classes::Scheme;
use resvg::usvg::roxmltree;

use crate::common::{BUNDLE, Folder, LIST, TODAY, atlas, january, table, today};
use crate::page::{
    TextBox, all_runs, build, build_of, check_golden, group, page, paths, runs, spec, specs,
    specs_of_other_kinds,
};

/// The tested page sizes: the named ones, a column of a report, a wide one, the smallest.
const SIZES: [(f64, f64); 6] =
    [(297.0, 210.0), (210.0, 148.0), (210.0, 297.0), (160.0, 110.0), (60.0, 60.0), (420.0, 297.0)];

/// The smallest page, which title, legend and remarks may fill completely.
const SMALLEST: (f64, f64) = (60.0, 60.0);

/// Every page on which the properties of layouts are tested. Only the smallest may be refused, if it has mandatory
/// remarks.
fn pages() -> impl Iterator<Item = (String, MapFigure)> {
    let levels =
        [("densita", Level::Asst), ("residenti", Level::Comuni), ("indice_vecchiaia", Level::Ambiti)];
    let specs = std::iter::once(("indice_vecchiaia", Level::Comuni)).chain(levels);
    let specs = specs.map(|(indicator, level)| spec(indicator, level)).chain(specs_of_other_kinds());
    specs.flat_map(|spec| {
        SIZES.into_iter().flat_map(move |(width, height)| {
            let spec = spec.clone();
            Lang::ALL.into_iter().filter_map(move |lang| {
                let mut spec = spec.clone();
                spec.page = page(width, height);
                spec.lang = lang;
                let name = format!("{} {width}×{height} {lang:?}", spec.file_stem());
                let needs_more = spec.level == Level::Asst || spec.kind != MapKind::Value;
                match view::build::<MapView>(&spec, BUNDLE.sources()) {
                    Ok(figure) => Some((name, figure.value)),
                    Err(FigureError::NoRoom) if (width, height) == SMALLEST && needs_more => None,
                    Err(error) => panic!("{name}: {error}"),
                }
            })
        })
    })
}

// Layouts.

#[test]
fn layouts_are_as_they_were() {
    check_golden(specs().into_iter().chain(specs_of_other_kinds()).map(|spec| {
        let name = match &spec.kind {
            MapKind::Value => format!("{}_{}", spec.indicator, spec.level.id()),
            _ => spec.file_stem(),
        };
        (name, build(&spec).scene)
    }));
}

#[test]
fn all_text_lies_on_the_page() {
    let mut outside = Vec::new();
    for (name, MapFigure { scene, .. }) in pages() {
        for (role, run) in all_runs(&scene) {
            let text_box = TextBox::of(run);
            assert!(text_box.left.is_finite() && text_box.top.is_finite(), "{name}: {run:?}");
            if !text_box.is_within(scene.width.0, scene.height.0) {
                outside.push(format!("{name}: {role:?} '{}' {text_box:?}", run.content));
            }
        }
    }
    assert!(outside.is_empty(), "{}", outside.join("\n"));
}

#[test]
fn no_two_labels_overlap() {
    for (name, MapFigure { scene, .. }) in pages() {
        let labels = runs(group(&scene, Role::Labels).expect("labels"));
        let boxes: Vec<TextBox> = labels.iter().map(|run| TextBox::of(run)).collect();
        for (i, a) in boxes.iter().enumerate() {
            for (j, b) in boxes.iter().enumerate().skip(i + 1) {
                assert!(!a.overlaps(b), "{name}: '{}' and '{}'", labels[i].content, labels[j].content);
            }
        }
    }
}

/// Heading, legend, footer, scale bar and north arrow: no text overlaps another.
#[test]
fn no_two_lines_of_text_overlap_around_the_map() {
    let mut over = Vec::new();
    for (name, MapFigure { scene, .. }) in pages() {
        let texts: Vec<_> = all_runs(&scene).into_iter().filter(|(role, _)| *role != Role::Labels).collect();
        for (i, (a_role, a)) in texts.iter().enumerate() {
            for (b_role, b) in &texts[i + 1..] {
                if TextBox::of(a).overlaps(&TextBox::of(b)) {
                    over.push(format!("{name}: {a_role:?} '{}', {b_role:?} '{}'", a.content, b.content));
                }
            }
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}

#[test]
fn labels_leave_the_scale_bar_and_the_north_arrow_free() {
    let mut over = Vec::new();
    for (name, MapFigure { scene, .. }) in pages() {
        let texts = all_runs(&scene);
        let signs = texts.iter().filter(|(role, _)| matches!(role, Role::ScaleBar | Role::North));
        for (_, sign) in signs {
            let labels = texts.iter().filter(|(role, _)| *role == Role::Labels);
            for (_, label) in labels.filter(|(_, l)| TextBox::of(l).overlaps(&TextBox::of(sign))) {
                over.push(format!("{name}: '{}' on '{}'", label.content, sign.content));
            }
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}

#[test]
fn labels_lie_within_the_map() {
    for (name, MapFigure { scene, .. }) in pages() {
        let labels = group(&scene, Role::Labels).expect("labels");
        let [x, y, width, height] = labels.clip.expect("labels are cut to the map");
        for run in runs(labels) {
            let text_box = TextBox::of(run);
            let inside = text_box.left >= x && text_box.right <= x + width;
            assert!(
                inside && text_box.top >= y && text_box.bottom <= y + height,
                "{name}: '{}'",
                run.content
            );
        }
    }
}

#[test]
fn long_titles_and_hostile_ones_still_make_a_page() {
    let long = "Anziani, famiglie e servizi nei Comuni dell'Ambito ".repeat(12);
    for title in
        [long.as_str(), "", "   ", "<b>&\"'\u{7}\u{202e}\u{fffe}", "parola".repeat(80).as_str(), "😀 漢字"]
    {
        for (width, height) in [(60.0, 60.0), (60.0, 1200.0), (1200.0, 60.0), (297.0, 210.0)] {
            let mut spec = spec("indice_vecchiaia", Level::Ambiti);
            spec.page = PageSpec { title: Some(title.to_owned()), ..page(width, height) };
            let scene = match view::build::<MapView>(&spec, BUNDLE.sources()) {
                Ok(figure) => figure.value.scene,
                Err(error) => {
                    assert_eq!(error, FigureError::NoRoom);
                    assert!(width.min(height) < 100.0, "'{title}' at {width}×{height}");
                    continue;
                }
            };
            for path in scene_paths(&scene) {
                assert!(finite(&path.geometry), "'{title}' at {width}×{height}");
            }
            let svg = export::svg(&scene, SvgText::Text);
            roxmltree::Document::parse(&svg).unwrap_or_else(|e| panic!("'{title}': {e}"));
        }
    }
}

fn scene_paths(scene: &Scene) -> Vec<&atlante::scene::Path> {
    let groups = scene.nodes.iter().filter_map(|node| match node {
        atlante::scene::Node::Group(group) => Some(group),
        _ => None,
    });
    groups.flat_map(paths).collect()
}

fn finite(geometry: &Geometry) -> bool {
    match geometry {
        Geometry::Rings(lines) | Geometry::Lines(lines) => {
            lines.iter().flatten().flatten().all(|x| x.is_finite())
        }
        Geometry::Circle { centre, radius } => {
            centre.iter().all(|x| x.is_finite()) && radius.is_finite() && *radius >= 0.0
        }
    }
}

#[test]
fn a_page_out_of_bounds_is_refused() {
    for (width, height) in [(0.0, 0.0), (59.0, 100.0), (100.0, 1201.0), (-5.0, 10.0), (f64::NAN, 100.0)] {
        let mut spec = spec("indice_vecchiaia", Level::Comuni);
        spec.page = page(width, height);
        let error = view::build::<MapView>(&spec, BUNDLE.sources()).expect_err("no such page");
        assert!(matches!(error, FigureError::OutOfBounds(OutOfBounds::Side(_))), "{error}");
    }
}

#[test]
fn the_selected_are_framed_and_outlined() {
    let mut spec = spec("indice_vecchiaia", Level::Comuni);
    spec.selected = vec![Code::from("50089"), Code::from("015146")];
    let selected = build(&spec);
    let overall = build(&self::spec("indice_vecchiaia", Level::Comuni));
    assert_eq!(selected.model.classes, overall.model.classes, "the classes stay those of all");
    let outlines = paths(group(&selected.scene, Role::Selected).expect("outlines"));
    assert_eq!(outlines.len(), 4, "a halo and a line each");
    let [x, y, width, height] = group(&selected.scene, Role::Selected).and_then(|g| g.clip).expect("a clip");
    for path in outlines {
        let Geometry::Rings(rings) = &path.geometry else { panic!("an outline is closed") };
        for [px, py] in rings.iter().flatten() {
            assert!((x..=x + width).contains(px) && (y..=y + height).contains(py), "framed");
        }
    }
    spec.selected = vec![Code::from("15146")];
    let error = view::build::<MapView>(&spec, BUNDLE.sources()).expect_err("no such territory");
    assert_eq!(error, FigureError::UnknownTerritory(Code::from("15146")));
}

// Classes.

/// Every indicator, at its latest date, by every scheme that needs no typed breaks, at two levels.
fn models() -> impl Iterator<Item = (String, MapSpec, MapModel)> {
    let schemes = Scheme::ALL.into_iter().filter(|s| *s != Scheme::Manual);
    let cases = schemes.flat_map(|scheme| [Level::Comuni, Level::Ambiti].map(|level| (scheme, level)));
    let cases: Vec<_> = cases.collect();
    today().catalogue.indicators().iter().flat_map(move |indicator| {
        let date = *today().dates(indicator).last().expect("a date");
        cases.clone().into_iter().map(move |(scheme, level)| {
            let mut spec = MapSpec::new(indicator.id.as_str(), date);
            (spec.level, spec.classes.scheme) = (level, Some(scheme));
            let model = MapModel::new(&spec, TODAY.sources()).expect("classes").value;
            (format!("{} {level:?} {}", indicator.id, scheme.id()), spec, model)
        })
    })
}

#[test]
fn class_counts_and_absences_add_up_to_the_units() {
    for (name, spec, model) in models() {
        let absent: usize = Absence::ALL.iter().map(|reason| model.absent(*reason)).sum();
        let units = atlas().territories.units(spec.level).len();
        assert_eq!(model.counts.iter().sum::<usize>() + absent, units, "{name}");
        assert_eq!(model.colours.len(), model.counts.len(), "{name}");
    }
}

/// The label of a class parsed back into a rule: whether the lower end is included, and both ends.
fn read_label(label: &str) -> (bool, f64, f64) {
    let number = |text: &str| -> f64 {
        let plain = text.trim().replace(',', "").replace('\u{2212}', "-");
        plain.parse().unwrap_or_else(|_| panic!("'{text}' in '{label}'"))
    };
    let (closed, ends, between) = match label.strip_prefix("over ") {
        Some(ends) => (false, ends, " up to "),
        None => (true, label.strip_prefix("from ").unwrap_or(label), " to "),
    };
    let (lower, upper) = ends.split_once(between).unwrap_or((ends, ends));
    (closed, number(lower), number(upper))
}

#[test]
fn a_reader_of_the_legend_puts_every_value_in_its_class() {
    for (name, _, model) in models() {
        // Steps have names, and without values there is nothing to classify.
        let Some((decimals, intervals)) = model.rounded.as_ref().filter(|_| model.names.is_empty()) else {
            assert!(!model.names.is_empty() || model.table.present().next().is_none(), "{name}");
            continue;
        };
        // As shown beside the legend.
        let values: Vec<f64> = model.table.present().map(|x| decimal::rounded(x, *decimals)).collect();
        for (class, count) in model.counts.iter().enumerate() {
            let label = class_label(Lang::En, intervals, *decimals, class);
            let (closed, lower, upper) = read_label(&label);
            let holds = |x: &&f64| (if closed { lower <= **x } else { lower < **x }) && **x <= upper;
            assert_eq!(values.iter().filter(holds).count(), *count, "{name}: {label}");
        }
    }
}

#[test]
fn the_legend_prints_every_class_whole_with_its_count() {
    for lang in Lang::ALL {
        let mut spec = spec("indice_vecchiaia", Level::Comuni);
        spec.lang = lang;
        let MapFigure { model, scene, .. } = build(&spec);
        let legend: Vec<&str> =
            runs(group(&scene, Role::Legend).expect("a legend")).iter().map(|r| r.content.as_str()).collect();
        let (decimals, intervals) = model.rounded.as_ref().expect("classes");
        for (class, count) in model.counts.iter().enumerate() {
            let label = class_label(lang, intervals, *decimals, class);
            let at = legend.iter().position(|text| **text == label);
            let at = at.unwrap_or_else(|| panic!("'{label}' in {legend:?}"));
            assert_eq!(legend[at + 1], count.to_string());
        }
    }
}

/// The maximum number of classes, with the legend as a column and as a strip.
#[test]
fn twenty_classes_find_room_or_are_refused() {
    for (width, height) in SIZES {
        for level in [Level::Comuni, Level::Ambiti] {
            let mut spec = spec("densita", level);
            spec.classes.count = Some(20);
            spec.page = page(width, height);
            match view::build::<MapView>(&spec, BUNDLE.sources()) {
                Ok(figure) => {
                    let scene = figure.value.scene;
                    let texts: Vec<_> =
                        all_runs(&scene).into_iter().filter(|(role, _)| *role != Role::Labels).collect();
                    for (i, (_, a)) in texts.iter().enumerate() {
                        for (_, b) in &texts[i + 1..] {
                            let apart = !TextBox::of(a).overlaps(&TextBox::of(b));
                            assert!(apart, "{width}×{height}: '{}', '{}'", a.content, b.content);
                        }
                    }
                }
                Err(error) => {
                    assert_eq!(error, FigureError::NoRoom);
                    assert!(width.min(height) < 200.0, "{width}×{height}");
                }
            }
        }
    }
}

/// Class labels are never truncated, however small the page.
#[test]
fn no_class_of_the_legend_is_cut_short() {
    let mut cut = Vec::new();
    for (name, MapFigure { scene, .. }) in pages() {
        for run in runs(group(&scene, Role::Legend).expect("a legend")) {
            if run.content.contains('…') {
                cut.push(format!("{name}: '{}'", run.content));
            }
        }
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

#[test]
fn classes_over_all_dates_are_those_of_every_year() {
    for scheme in Scheme::ALL.into_iter().filter(|s| *s != Scheme::Manual) {
        let of = |year| {
            let mut spec = MapSpec::new("indice_vecchiaia", january(year));
            spec.classes.span = ClassSpan::AllDates;
            spec.classes.scheme = Some(scheme);
            MapModel::new(&spec, BUNDLE.sources()).expect("classes").value
        };
        let (before, after) = (of(2022), of(2023));
        assert_eq!(before.classes, after.classes, "{scheme:?}");
        assert_eq!((before.rounded, &before.colours), (after.rounded, &after.colours), "{scheme:?}");
        assert_eq!(before.counts.iter().sum::<usize>(), 193);
        assert_eq!(after.counts.iter().sum::<usize>(), 193);
        assert_ne!(before.table, after.table);
    }
}

#[test]
fn the_areas_have_the_colours_of_their_class() {
    let MapFigure { model, scene, .. } = build(&spec("indice_vecchiaia", Level::Comuni));
    let areas = paths(group(&scene, Role::Areas).expect("areas"));
    assert_eq!(areas.len(), 193);
    for (area, row) in areas.iter().zip(&model.table.rows) {
        let datum = area.datum.as_ref().expect("an area stands for a territory");
        assert_eq!(datum.code, row.code.as_str());
        let class = model.classes.as_ref().expect("classes").intervals.class_of(row.value.expect("a value"));
        assert_eq!(area.fill, Some(Fill::Solid(model.colours[class.expect("a class")])), "{}", row.name);
    }
}

// Missing values.

/// A folder whose variable is suppressed in Corsico and missing nearly everywhere.
fn bundle_with_absences() -> Bundle {
    let mut csv = String::from("code,date,residenti\n");
    for (i, comune) in atlas().territories.comuni().iter().enumerate() {
        let cell = match comune.code.as_str() {
            "015093" => "c".to_owned(),
            "015146" => "z".to_owned(),
            "098031" => ":".to_owned(),
            _ => (1000 + i).to_string(),
        };
        csv.push_str(&format!("{},2034-01-01,{cell}\n", comune.code));
    }
    let folder = Folder::new().with("datasets.toml", LIST).with("prova.csv", csv);
    Bundle::load(Some(folder.path())).expect("a valid folder")
}

#[test]
fn absent_values_are_hatched_and_in_the_legend_each_for_its_reason() {
    let bundle = bundle_with_absences();
    for lang in Lang::ALL {
        let mut spec = MapSpec::new("densita", january(2034));
        spec.lang = lang;
        let MapFigure { model, scene, .. } = build_of(&spec, &bundle);
        assert_eq!(model.counts.iter().sum::<usize>(), 190);
        let fill_of: BTreeMap<&str, Option<Fill>> = paths(group(&scene, Role::Areas).expect("areas"))
            .into_iter()
            .filter_map(|path| Some((path.datum.as_ref()?.code.as_str(), path.fill)))
            .collect();
        let hatch = |code: &str| match fill_of[code] {
            Some(Fill::Hatch(hatch)) => hatch,
            other => panic!("{code}: {other:?}"),
        };
        let drawn: BTreeSet<Hatch> = ["015093", "015146", "098031"].map(hatch).into();
        assert_eq!(drawn.len(), 3, "three reasons, three patterns");

        let legend = group(&scene, Role::Legend).expect("a legend");
        let swatches: BTreeSet<Hatch> = paths(legend)
            .into_iter()
            .filter_map(|path| match path.fill {
                Some(Fill::Hatch(hatch)) => Some(hatch),
                _ => None,
            })
            .collect();
        assert_eq!(swatches, drawn);
        for reason in Absence::ALL {
            let words = lang.absence(reason);
            assert!(runs(legend).iter().any(|run| run.content == words), "{words}");
            assert!(scene.description.contains(words), "{words} in: {}", scene.description);
        }
        let svg = export::svg(&scene, SvgText::Text);
        assert_eq!(svg.matches("<pattern ").count(), 3);
    }
}

#[test]
fn without_absences_nothing_is_hatched() {
    let MapFigure { scene, .. } = build(&spec("indice_vecchiaia", Level::Comuni));
    assert!(scene_paths(&scene).iter().all(|path| !matches!(path.fill, Some(Fill::Hatch(_)))));
    assert!(!export::svg(&scene, SvgText::Text).contains("<pattern "));
}

#[test]
fn the_city_of_milano_is_hatched_on_a_map_of_the_asst() {
    let MapFigure { scene, .. } = build(&spec("indice_vecchiaia", Level::Asst));
    let areas = paths(group(&scene, Role::Areas).expect("areas"));
    let hatched: Vec<_> = areas.iter().filter(|p| matches!(p.fill, Some(Fill::Hatch(_)))).collect();
    assert_eq!((areas.len(), hatched.len()), (6, 1));
    let legend = group(&scene, Role::Legend).expect("a legend");
    assert!(runs(legend).iter().any(|run| run.content.contains("Milano città")));
}

#[test]
fn a_map_without_a_single_value_says_so() {
    let list = "[[dataset]]\nid = \"p\"\nfile = \"p.csv\"\nkind = \"observations\"\ndated = true\n\
                title = { it = \"P\", en = \"P\" }\nsource = { it = \"P\", en = \"P\" }\nlicence = \"CC0\"\n\
                retrieved_from = \"here\"\n";
    let folder =
        Folder::new().with("datasets.toml", list).with("p.csv", "code,date,residenti\n015093,2034-01-01,:\n");
    let bundle = Bundle::load(Some(folder.path())).expect("a valid folder");
    for representation in [Representation::Choropleth, Representation::Symbols] {
        let mut spec = MapSpec::new("densita", january(2034));
        spec.representation = representation;
        let warned = view::build::<MapView>(&spec, bundle.sources()).expect("a map of nothing is a map");
        assert!(warned.remarks.iter().any(|d| d.code() == "no_values"));
        assert_eq!(warned.value.model.absent(Absence::Missing), 193);
    }
}

#[test]
fn remarks_come_once_and_only_where_they_concern_the_map() {
    let remarks = |spec: &MapSpec| -> Vec<&'static str> {
        let warned = view::build::<MapView>(spec, BUNDLE.sources()).expect("a map");
        warned.remarks.iter().map(|d| d.code()).collect()
    };
    let mut manual = spec("densita", Level::Comuni);
    manual.classes.scheme = Some(Scheme::Manual);
    manual.classes.manual = vec![-3.0, -2.0, -1.0, 100_000.0];
    assert_eq!(remarks(&manual), ["empty_class"]);
    manual.representation = Representation::Symbols;
    assert!(remarks(&manual).is_empty(), "symbols have no classes");

    let mut count = spec("residenti", Level::Comuni);
    count.representation = Representation::Choropleth;
    assert_eq!(remarks(&count), ["count_as_choropleth"]);

    let mut mean = spec("indice_vecchiaia", Level::Ambiti);
    mean.method = Method::Mean;
    assert_eq!(remarks(&mean), ["not_pooled"]);
    assert!(remarks(&spec("indice_vecchiaia", Level::Ambiti)).is_empty());
}

// Symbols.

#[test]
fn areas_of_symbols_are_in_proportion_to_values() {
    for level in [Level::Comuni, Level::Ambiti] {
        let spec = spec("residenti", level);
        let MapFigure { model, scene, .. } = build(&spec);
        let symbols = paths(group(&scene, Role::Symbols).expect("symbols"));
        assert_eq!(symbols.len(), model.table.rows.len());
        let value_of: BTreeMap<&str, f64> = model
            .table
            .rows
            .iter()
            .map(|row| (row.code.as_str(), row.value.expect("everybody has residents")))
            .collect();
        let radius = |geometry: &Geometry| match geometry {
            Geometry::Circle { radius, .. } => *radius,
            other => panic!("{other:?}"),
        };
        let mut last = f64::INFINITY;
        let mut per_resident = Vec::new();
        for symbol in symbols {
            let datum = symbol.datum.as_ref().expect("a symbol stands for a territory");
            let r = radius(&symbol.geometry);
            assert!(r <= last, "the large ones lie under the small ones");
            last = r;
            per_resident.push(r * r / value_of[datum.code.as_str()]);
        }
        assert!(per_resident.iter().all(|x| (x / per_resident[0] - 1.0).abs() < 1e-9));

        // The circles of the legend use the same scale.
        let legend = group(&scene, Role::Legend).expect("a legend");
        let circles: Vec<f64> = paths(legend)
            .iter()
            .filter(|p| matches!(p.geometry, Geometry::Circle { .. }))
            .map(|p| radius(&p.geometry))
            .collect();
        let numbers: Vec<f64> = runs(legend)
            .iter()
            .filter_map(|run| run.content.replace('.', "").parse().ok())
            .take(circles.len())
            .collect();
        assert_eq!(circles.len(), 3);
        for (r, number) in circles.iter().zip(&numbers) {
            assert!((r * r / number / per_resident[0] - 1.0).abs() < 1e-9, "{number}");
        }
    }
}

#[test]
fn the_page_names_source_date_licence_and_boundaries() {
    for lang in Lang::ALL {
        let mut spec = spec("densita", Level::Comuni);
        spec.lang = lang;
        let scene = build(&spec).scene;
        let footer: Vec<&str> =
            runs(group(&scene, Role::Footer).expect("a footer")).iter().map(|r| r.content.as_str()).collect();
        let footer = footer.join(" ");
        let date = if lang == Lang::It { "1/1/2023" } else { "1 January 2023" };
        // The last one is a mandatory remark of the dataset of areas.
        for part in ["ISTAT", date, "CC BY 3.0 IT", "Openpolis", "CC BY 4.0", "Calvignasco"] {
            assert!(footer.contains(part), "'{part}' in: {footer}");
        }
        let roles: Vec<Role> =
            [Role::Heading, Role::Legend, Role::ScaleBar, Role::North, Role::Borders].into();
        assert!(roles.iter().all(|role| group(&scene, *role).is_some()));
    }
}

#[test]
fn the_alternative_text_states_extremes_and_overall_value() {
    let scene = build(&spec("indice_vecchiaia", Level::Ambiti)).scene;
    let values = table("indice_vecchiaia", january(2023), Level::Ambiti, Method::Pooled);
    let highest = values.rows.iter().max_by(|a, b| a.value.ok().partial_cmp(&b.value.ok()).expect("finite"));
    assert!(scene.description.contains(&highest.expect("rows").name), "{}", scene.description);
    assert!(scene.description.contains("1/1/2023"), "{}", scene.description);
    assert!(scene.description.contains("174,8") || scene.description.contains("intera ATS"));
}

#[test]
fn specs_come_back_from_their_saved_form() {
    for spec in specs() {
        let saved = serde_json::to_string(&spec).expect("a spec is saved");
        let back: MapSpec = serde_json::from_str(&saved).expect("and read");
        assert_eq!(back, spec);
    }
}

#[test]
fn every_indicator_makes_a_page_at_every_level_in_both_languages() {
    for indicator in today().catalogue.indicators() {
        let date = *today().dates(indicator).last().expect("a date");
        for (level, lang) in Level::ALL.into_iter().flat_map(|l| Lang::ALL.map(|lang| (l, lang))) {
            let mut spec = MapSpec::new(indicator.id.as_str(), date);
            (spec.level, spec.lang) = (level, lang);
            let scene = view::build::<MapView>(&spec, TODAY.sources()).expect("a page").value.scene;
            assert!(scene.title.starts_with(lang.pick(&indicator.name)), "{}", scene.title);
            assert!(!scene.description.contains("{}"), "{}", scene.description);
            for (_, run) in all_runs(&scene) {
                let left = run.content.contains("{}") || run.content.contains("  ");
                assert!(!left && !run.content.is_empty(), "{}: '{}'", indicator.id, run.content);
            }
        }
    }
}
