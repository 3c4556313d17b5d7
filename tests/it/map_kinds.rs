//! Maps of the change between two dates and of two indicators. Numbers marked "pandas" were computed from the same
//! CSV files with pandas and NumPy.

use std::sync::LazyLock;

use atlante::base::{Code, Date, Level};
use atlante::data::{Absence, Method};
use atlante::document::{ClassSpan, MapKind, MapSpec, Representation};
use atlante::figure::map::MapFigure;
use atlante::figure::map::MapView;
use atlante::figure::map::kinds::two::Two;
use atlante::figure::view;
use atlante::figure::{Change, FigureError, KindError, MapModel};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::scene::{Group, Node, Role};
use atlante::stats::classes::Scheme;

static BUNDLE: LazyLock<Bundle> = LazyLock::new(crate::common::edition);

fn date(year: i16) -> Date {
    Date::new(year, 1, 1).expect("a date")
}

fn change(indicator: &str, from: i16, to: i16) -> MapSpec {
    let mut spec = MapSpec::new(indicator, date(to));
    spec.set_kind(MapKind::Change { from: date(from) });
    spec
}

fn two(first: &str, second: &str) -> MapSpec {
    let mut spec = MapSpec::new(first, date(2023));
    spec.set_kind(MapKind::Two { second: second.to_owned() });
    spec
}

fn model(spec: &MapSpec) -> MapModel {
    MapModel::new(spec, BUNDLE.sources()).expect("can be made").value
}

fn codes(spec: &MapSpec) -> Vec<&'static str> {
    MapModel::new(spec, BUNDLE.sources()).expect("can be made").remarks.iter().map(|d| d.code()).collect()
}

fn figure(spec: &MapSpec) -> MapFigure {
    view::build::<MapView>(spec, BUNDLE.sources()).expect("can be laid out").value
}

/// The lines of text of a part of the page.
fn lines(figure: &MapFigure, role: Role) -> Vec<String> {
    fn of_group(group: &Group) -> Vec<String> {
        group
            .nodes
            .iter()
            .flat_map(|node| match node {
                Node::Text(run) => vec![run.content.clone()],
                Node::Image(_) => Vec::new(),
                Node::Group(inner) => of_group(inner),
                Node::Path(_) => Vec::new(),
            })
            .collect()
    }
    let is_asked = |node: &&Node| matches!(node, Node::Group(group) if group.role == role);
    let groups = figure.scene.nodes.iter().filter(is_asked);
    groups.flat_map(|node| if let Node::Group(group) = node { of_group(group) } else { Vec::new() }).collect()
}

/// The bundle with an extra dataset: `flat` is 5 everywhere at both dates; `few` has values for two Comuni, is
/// withheld for a third at the later date and not applicable to a fourth; the series breaks in between.
static ODD: LazyLock<Bundle> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("atlante-kinds-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let mut csv = String::from("code,date,flat,few\n");
    for comune in BUNDLE.atlas.territories.comuni() {
        for year in [2022, 2023] {
            let few = match (comune.code.as_str(), year) {
                ("015002", _) => "1",
                ("015005", 2022) => "7",
                ("015005", _) => "4",
                ("015007", 2023) => "c",
                ("015009", 2022) => "z",
                ("015009", _) => "2",
                _ => "",
            };
            csv += &format!("{},{year}-01-01,5,{few}\n", comune.code);
        }
    }
    let datasets = r#"
        [[dataset]]
        id = "odd"
        file = "odd.csv"
        kind = "observations"
        dated = true
        title = { it = "Prova", en = "Trial" }
        source = { it = "Fonte di prova", en = "Trial source" }
        licence = "CC0"
        retrieved_from = "here"
        [[dataset.note]]
        date = "2023-01-01"
        break = true
        text = { it = "Nuovo metodo.", en = "New method." }
    "#;
    let indicator = |id: &str| {
        format!(
            r#"
            [[indicator]]
            id = "{id}"
            name = {{ it = "Prova {id}", en = "Trial {id}" }}
            short = {{ it = "{id}", en = "{id}" }}
            theme = "popolazione"
            unit = {{ it = "unità", en = "units" }}
            suffix = ""
            numerator = ["{id}"]
            multiplier = 1
            decimals = 1
            polarity = "neither"
            kind = "ratio"
            definition = {{ it = "Prova.", en = "Trial." }}
            source = {{ it = "Fonte di prova", en = "Trial source" }}
            licence = "CC0"
            "#
        )
    };
    let files = [
        ("odd.csv", csv),
        ("datasets.toml", datasets.into()),
        ("indicators.toml", indicator("flat") + &indicator("few")),
    ];
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("written");
    }
    let bundle = Bundle::load(Some(&folder)).expect("loads");
    std::fs::remove_dir_all(&folder).expect("ours");
    bundle
});

#[test]
fn a_change_is_the_difference_of_the_values_at_every_level() {
    let mut spec = change("indice_vecchiaia", 2022, 2023);
    spec.level = Level::Ambiti;
    let model = model(&spec);
    let corsico = model.table.rows.iter().find(|row| row.name.contains("Corsico")).expect("an Ambito");
    // pandas: 180.95661563869658 − 174.65863952333663.
    assert!((corsico.value.expect("there") - 6.297_976_115_359_944).abs() < 1e-9);
    // pandas, from the sums of the ATS: 178.84887578658876 − 174.79176667200028; not a mean of differences.
    assert!((model.overall.expect("there") - 4.057_109_114_588_485).abs() < 1e-9);
    let change: &Change = model.shown_as().expect("a change");
    let i = model.table.rows.iter().position(|row| row.code == corsico.code).expect("itself");
    assert!((change.earlier.rows[i].value.expect("there") - 174.658_639_523_336_63).abs() < 1e-9);
}

#[test]
fn zero_is_an_edge_and_the_colours_tell_the_sign() {
    let spec = change("indice_vecchiaia", 2022, 2023);
    let model = model(&spec);
    let classes = model.classes.as_ref().expect("there are values");
    assert!(classes.intervals.uppers().contains(&0.0), "{:?}", classes.intervals);
    // pandas: 9 of 193 fall, 184 rise, none stays equal.
    assert_eq!((model.counts[0], model.counts[1..].iter().sum::<usize>()), (9, 184));
    let warm = |i: usize| model.colours[i].0 > model.colours[i].2;
    assert!(warm(0) && (1..5).all(|i| !warm(i)), "{:?}", model.colours);
    let labels = lines(&figure(&spec), Role::Legend);
    assert!(labels.iter().any(|l| l == "da \u{2212}15,17 a 0,00"), "{labels:?}");
    assert!(labels.iter().any(|l| l == "oltre 0,00 fino a +5,22"), "{labels:?}");
    assert!(labels.iter().any(|l| l.contains("+4,1")), "the whole: {labels:?}");
}

#[test]
fn the_page_says_both_dates_and_the_unit() {
    let mut spec = change("quota_65_plus", 2022, 2023);
    let heading = lines(&figure(&spec), Role::Heading).join(" ");
    assert!(
        heading
            .contains("Comuni dell'ATS Città Metropolitana di Milano, variazione dal 1/1/2022 al 1/1/2023"),
        "{heading}"
    );
    let legend = lines(&figure(&spec), Role::Legend).join(" ");
    assert!(legend.contains("differenza in punti percentuali (della popolazione residente)"), "{legend}");
    assert!(legend.contains(" p.p."), "{legend}");
    let footer = lines(&figure(&spec), Role::Footer).join(" ");
    assert!(footer.contains("Valori al 1/1/2022 e al 1/1/2023"), "{footer}");
    spec.lang = Lang::En;
    let description = figure(&spec).scene.description;
    assert!(description.contains("change from 1 January 2022 to 1 January 2023"), "{description}");
    // Differences of residents are in persons, not percentage points.
    let legend = lines(&figure(&change("residenti", 2022, 2023)), Role::Legend).join(" ");
    assert!(legend.contains("variazione: residenti") && !legend.contains("p.p."), "{legend}");
}

#[test]
fn a_break_of_the_series_between_the_dates_is_reported_and_printed() {
    for (from, to, broken) in
        [(2019, 2023, true), (2020, 2022, true), (2022, 2023, false), (2019, 2020, false)]
    {
        let spec = change("residenti", from, to);
        assert_eq!(codes(&spec).contains(&"series_break"), broken, "{from}-{to}");
        let footer = lines(&figure(&spec), Role::Footer).join(" ");
        assert_eq!(footer.contains("la serie si interrompe"), broken, "{from}-{to}: {footer}");
    }
}

#[test]
fn a_change_without_one_of_its_values_is_absent_for_the_gravest_reason() {
    let model = MapModel::new(&change("few", 2022, 2023), ODD.sources()).expect("can be made").value;
    let of = |code: &str| {
        let row = model.table.rows.iter().find(|row| row.code == Code::from(code));
        row.expect("a Comune").value
    };
    assert_eq!((of("015002"), of("015005")), (Ok(0.0), Ok(-3.0)));
    assert_eq!(of("015007"), Err(Absence::Suppressed), "missing, then withheld");
    assert_eq!(of("015009"), Err(Absence::NotApplicable), "not applicable, then 2");
    assert_eq!(model.absent(Absence::Missing), 189);
    assert_eq!(model.overall, None, "a partial sum is no total");
}

#[test]
fn nothing_has_changed_anywhere_is_one_neutral_class() {
    let spec = change("flat", 2022, 2023);
    let warned = MapModel::new(&spec, ODD.sources()).expect("can be made");
    assert_eq!(warned.value.counts, [193]);
    let colour = warned.value.colours[0];
    assert!(colour.luminance() > 0.85, "pale, not the end of an arm: {colour}");
    assert!(warned.remarks.iter().any(|d| d.code() == "constant"));
    let figure = view::build::<MapView>(&spec, ODD.sources()).expect("can be laid out").value;
    assert!(lines(&figure, Role::Legend).iter().any(|l| l == "0,0"));
}

#[test]
fn a_change_needs_an_earlier_date_that_is_there() {
    for from in [2023, 2024] {
        let error = MapModel::new(&change("indice_vecchiaia", from, 2023), BUNDLE.sources()).err();
        assert_eq!(error, Some(FigureError::Kind(KindError::DatesOutOfOrder)), "{from}");
    }
    let error = MapModel::new(&change("indice_vecchiaia", 2019, 2023), BUNDLE.sources()).err();
    assert!(matches!(error, Some(FigureError::Atlas(_))), "{error:?}");
    for lang in Lang::ALL {
        assert!(KindError::DatesOutOfOrder.text(lang).len() > 20);
    }
}

#[test]
fn two_indicators_cross_their_terciles() {
    let spec = two("indice_vecchiaia", "densita");
    let model = model(&spec);
    // pandas and numpy.quantile (type 7) at 1/3 and 2/3; rows are those of the second indicator from the lowest.
    assert_eq!(model.counts, [23, 21, 21, 29, 17, 18, 13, 26, 25]);
    let Two(axes) = model.shown_as().expect("two indicators");
    let uppers = |i: usize| axes[i].classes.as_ref().expect("there are values").intervals.uppers().to_vec();
    for (got, expected) in uppers(0).iter().zip([155.197_505_197_505_2, 187.5]) {
        assert!((got - expected).abs() < 1e-9, "{got}");
    }
    for (got, expected) in uppers(1).iter().zip([391.791_341_19, 1_137.787_241_59]) {
        assert!((got - expected).abs() < 1e-6, "{got}");
    }
    let corsico = model.table.rows.iter().position(|row| row.name == "Corsico").expect("a Comune");
    assert_eq!(model.class_of[corsico], Ok(8), "old and dense");
    assert_eq!(model.colours.len(), 9);
}

#[test]
fn the_square_legend_names_both_and_counts_every_cell() {
    let spec = two("indice_vecchiaia", "densita");
    let figure = figure(&spec);
    let legend = lines(&figure, Role::Legend);
    for expected in
        ["Densità di popolazione", "Indice di vecchiaia", "155,2", "187,5", "391,8", "1.137,8", "29"]
    {
        assert!(legend.iter().any(|line| line == expected), "{expected}: {legend:?}");
    }
    assert_eq!(legend.iter().filter(|line| *line == "più alto").count(), 2);
    let heading = lines(&figure, Role::Heading).join(" ");
    assert!(heading.starts_with("Indice di vecchiaia e densità di popolazione"), "{heading}");
    let footer = lines(&figure, Role::Footer).join(" ");
    assert!(
        footer.contains("Indice di vecchiaia. Fonte:") && footer.contains("Densità di popolazione. Fonte:")
    );
    assert!(footer.contains("edizione delle superfici"), "the remark on the second's data: {footer}");
    assert!(figure.scene.description.contains("Entrambi nella classe più alta: 25"));
}

#[test]
fn the_legend_fits_every_page_it_is_offered() {
    use atlante::document::PageSpec;
    for (name, width, height) in PageSpec::SIZES {
        for spec in [two("indice_vecchiaia", "struttura_popolazione_attiva"), change("eta_media", 2022, 2023)]
        {
            let mut spec = spec;
            (spec.page.width, spec.page.height, spec.level) = (width, height, Level::Asst);
            let figure = figure(&spec);
            let mut lowest: f64 = 0.0;
            let mut footer_top = f64::INFINITY;
            for node in &figure.scene.nodes {
                let Node::Group(group) = node else { continue };
                let texts =
                    group.nodes.iter().filter_map(|n| if let Node::Text(run) = n { Some(run) } else { None });
                for run in texts {
                    match group.role {
                        Role::Legend => lowest = lowest.max(run.y),
                        Role::Footer => footer_top = footer_top.min(run.y - run.size),
                        _ => {}
                    }
                }
            }
            assert!(lowest < footer_top, "{name} {:?}: {lowest} {footer_top}", spec.kind);
        }
    }
}

#[test]
fn what_two_indicators_share_and_how_few_they_are_is_said() {
    let remarks = |first: &str, second: &str| codes(&two(first, second));
    assert!(remarks("quota_0_14", "indice_vecchiaia").contains(&"common_data"), "part of the other");
    assert!(
        remarks("quota_0_2", "quota_75_plus").contains(&"common_data"),
        "one's residents are the other's"
    );
    assert!(!remarks("indice_vecchiaia", "densita").contains(&"common_data"));
    assert!(remarks("densita", "residenti").contains(&"count_in_two"));
    let mut spec = two("indice_vecchiaia", "densita");
    assert!(!codes(&spec).contains(&"few_for_two"));
    (spec.level, spec.method) = (Level::Ambiti, Method::Mean);
    let ambiti = codes(&spec);
    assert!(ambiti.contains(&"few_for_two") && ambiti.contains(&"not_pooled"), "{ambiti:?}");
}

#[test]
fn two_indicators_that_cannot_be_crossed_are_refused_in_words() {
    let refused = |spec: &MapSpec| match MapModel::new(spec, BUNDLE.sources()).err() {
        Some(FigureError::Kind(error)) => Some(error),
        _ => None,
    };
    assert_eq!(refused(&two("densita", "densita")), Some(KindError::SameIndicator));
    let mut spec = two("densita", "eta_media");
    spec.classes.scheme = Some(Scheme::StdDev);
    assert_eq!(refused(&spec), Some(KindError::SchemeOfTwo));
    let mut spec = two("densita", "eta_media");
    spec.representation = Representation::Symbols;
    assert_eq!(refused(&spec), Some(KindError::TwoAsSymbols));
    let mut spec = two("densita", "eta_media");
    spec.palette.id = Some("viridis".into());
    let error = refused(&spec).expect("refused");
    assert!(error.text(Lang::It).contains("stevens_pu_or"), "{}", error.text(Lang::It));
    let error = MapModel::new(&two("densita", "nulla"), BUNDLE.sources()).err();
    assert!(matches!(error, Some(FigureError::Atlas(_))), "{error:?}");
    let mut early = two("residenti", "eta_media");
    early.date = date(2019);
    let error = MapModel::new(&early, BUNDLE.sources()).err();
    assert!(matches!(error, Some(FigureError::Atlas(_))), "the second has no values then: {error:?}");
}

#[test]
fn absent_in_either_is_absent_and_equal_values_are_one_column() {
    let flat = MapModel::new(&two("flat", "eta_media"), ODD.sources()).expect("can be made");
    let column = [1, 4, 7].map(|i| flat.value.counts[i]);
    assert_eq!(column.iter().sum::<usize>(), 193, "the middle column: {:?}", flat.value.counts);
    assert!(flat.remarks.iter().any(|d| d.code() == "merged_classes"));

    let few = MapModel::new(&two("eta_media", "few"), ODD.sources()).expect("can be made").value;
    assert_eq!(few.counts.iter().sum::<usize>(), 3);
    assert_eq!((few.absent(Absence::Suppressed), few.absent(Absence::Missing)), (1, 189));
    let spec = two("few", "flat");
    let figure = view::build::<MapView>(&spec, ODD.sources()).expect("can be laid out").value;
    assert!(lines(&figure, Role::Legend).iter().any(|line| line == "dato oscurato per riservatezza"));
}

#[test]
fn classes_over_all_dates_serve_two_indicators_too() {
    let mut spec = two("indice_vecchiaia", "densita");
    let own = model(&spec);
    spec.classes.span = ClassSpan::AllDates;
    let all = model(&spec);
    assert_ne!(own.counts, all.counts);
    assert_eq!(all.counts.iter().sum::<usize>(), 193);
}

#[test]
fn tooltips_tell_what_stands_behind() {
    let label = |figure: &MapFigure, code: &str| {
        figure.scene.nodes.iter().find_map(|node| {
            let Node::Group(group) = node else { return None };
            group.nodes.iter().find_map(|node| match node {
                Node::Path(path) => path.datum.as_ref().filter(|d| d.code == code).map(|d| d.label.clone()),
                _ => None,
            })
        })
    };
    let corsico = label(&figure(&change("indice_vecchiaia", 2022, 2023)), "015093");
    // pandas: 201.899…, 203.020…, +1.120….
    assert_eq!(corsico.as_deref(), Some("Corsico: +1,1; al 1/1/2022: 201,9; al 1/1/2023: 203,0"));
    let corsico = label(&figure(&two("indice_vecchiaia", "eta_media")), "015093").expect("a Comune");
    assert!(corsico.starts_with("Corsico: 203,0; Età media") && corsico.ends_with(" anni"), "{corsico}");
}

#[test]
fn specs_without_a_kind_are_read_as_values() {
    let spec = change("densita", 2022, 2023);
    let json = serde_json::to_value(&spec).expect("writes");
    assert_eq!(serde_json::from_value::<MapSpec>(json.clone()).expect("reads"), spec);
    let mut old = json;
    old.as_object_mut().expect("an object").remove("kind");
    assert_eq!(serde_json::from_value::<MapSpec>(old).expect("reads").kind, MapKind::Value);
}
