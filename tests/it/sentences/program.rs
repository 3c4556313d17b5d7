//! The only place that calls the program: it makes a figure and returns all its texts.

use std::sync::LazyLock;

use atlante::analysis::{Algorithm, Benchmark, Growth};
use atlante::base::{Code, Date};
use atlante::data::{self, Move, Reference, WhatIf};
use atlante::document::{
    Coefficient, ContributionForm, ContributionSpec, DistributionForm, DistributionSpec, DumbbellOrder,
    DumbbellSpec, Element, FigureSpec, ForecastSpec, FunnelSpec, HeatStripSpec, HeatTableSpec, IndicatorAt,
    LocalTest, LorenzSpec, MapFrame, MapKind, MapSpec, MatrixSpec, MoranSpec, PeersSpec, PointColour,
    PyramidAgainst, PyramidMeasure, PyramidSpec, QuadrantSplit, RankingSpec, Representation,
    ScatterMatrixSpec, ScatterSpec, SeriesMode, SeriesSpec, SlopeSpec, SmallMapsOf, SmallMapsSpec,
    SpinePeers, SpineSpec, TableColumn, TableSpec, Threshold,
};
use atlante::figure::{check, compose, reading};
use atlante::i18n;
use atlante::io::Bundle;
use atlante::scene::{Node, Role};
use atlante::stats::intervals::Confidence;
use atlante::stats::space::Neighbours;

use super::asks::{Ask, Figure, Mode, Of, Split};
use super::overview::Overview;
use super::source::{self, Lang, Level, Method};
use super::statistic::Statistic;
use super::wider::Wider;
use crate::common::TODAY;

/// Every text of a figure.
#[derive(Debug, Default)]
pub struct Texts {
    pub title: String,
    pub caption: String,
    /// Title and subtitle as displayed.
    pub heading: String,
    pub alternative: String,
    pub reading: String,
    pub remarks: Vec<String>,
    /// Findings: what could mislead, and what to do.
    pub findings: Vec<[String; 2]>,
    pub footer: String,
    /// Runs of text of the legend, in order.
    pub legend: Vec<String>,
    /// Colours of the swatches of the legend, in order.
    pub swatches: Vec<String>,
    /// The meaning of each mark: code, words and colour.
    pub marks: Vec<Mark>,
    /// Of a view of a statistic, what it is drawn from.
    pub facts: serde_json::Value,
}

/// A shape with a meaning.
#[derive(Debug)]
pub struct Mark {
    pub code: String,
    pub label: String,
    pub colour: String,
}

/// The data under the hypothesis.
static MOVED: LazyLock<Bundle> = LazyLock::new(|| {
    let moves = super::hypothesis::moves().moves.map(|(what, to)| Move { what: what.into(), to: to.into() });
    let what_if = WhatIf { moves: moves.into(), ..WhatIf::default() };
    TODAY.under(&what_if).expect("a hypothesis")
});

/// How wide the outline of a swatch is, in points.
const SWATCH_OUTLINE: f64 = 0.35;

/// Makes a figure.
pub fn texts(figure: &Figure) -> Result<Texts, String> {
    let bundle = if figure.is_moved { &*MOVED } else { &*TODAY };
    let sources = bundle.sources();
    let mut spec = FigureSpec::of(element(figure));
    spec.page.number = Some(7);
    spec.what_if = sources.atlas.what_if();
    let made = compose::build(&spec, sources).map_err(|error| error.to_string())?;
    let (remarks, made) = (made.remarks, made.value);
    let findings = check::page(&spec, &[], sources).map_err(|error| error.to_string())?;
    let mut texts = Texts {
        reading: reading::figure(&made.parts, sources),
        title: made.title,
        caption: made.caption,
        alternative: made.scene.description,
        remarks: remarks.into_iter().map(|remark| remark.text(lang(figure.lang))).collect(),
        findings: findings
            .into_iter()
            .map(|(_, found)| [found.remark.text(lang(figure.lang)), found.remedy(lang(figure.lang))])
            .collect(),
        ..Texts::default()
    };
    if matches!(figure.ask, Ask::Statistic { .. } | Ask::Wider { .. }) {
        texts.facts = made.parts.first().map(|part| part.facts(sources)).unwrap_or_default();
    }
    let (mut heading, mut footer) = (Vec::new(), Vec::new());
    walk(&made.scene.nodes, None, &mut |role, node| match (role, node) {
        (Some(Role::Heading), Node::Text(run)) => heading.push(run.content.clone()),
        (Some(Role::Footer), Node::Text(run)) => footer.push(run.content.clone()),
        (Some(Role::Legend), Node::Text(run)) => texts.legend.push(run.content.clone()),
        // Bars of the distribution, and the sign of the whole, have other outlines.
        (Some(Role::Legend), Node::Path(path))
            if path.stroke.is_some_and(|stroke| stroke.width == SWATCH_OUTLINE) =>
        {
            texts.swatches.push(format!("{:?}", path.fill));
        }
        (_, Node::Path(path)) => {
            if let Some(datum) = &path.datum {
                let (code, label) = (datum.code.clone(), datum.label.clone());
                texts.marks.push(Mark { code, label, colour: format!("{:?}", path.fill) });
            }
        }
        _ => {}
    });
    (texts.heading, texts.footer) = (heading.join(" "), footer.join(" "));
    Ok(texts)
}

fn walk(nodes: &[Node], role: Option<Role>, each: &mut dyn FnMut(Option<Role>, &Node)) {
    for node in nodes {
        match node {
            Node::Group(group) => walk(&group.nodes, Some(group.role), each),
            other => each(role, other),
        }
    }
}

pub fn january(year: i32) -> Date {
    let (year, month, day) = match year {
        super::grammar::CENSUS => (year, 10, 9),
        super::grammar::END.. => (year % super::grammar::END, 12, 31),
        _ => (year, 1, 1),
    };
    Date::new(year as i16, month, day).expect("every year has a first of January")
}

/// The reference of an indicator in a year: a day, or the year itself.
fn reference(id: &str, year: i32) -> Reference {
    let indicator = source::world().indicator(id);
    match (indicator.as_published(), indicator.of_years()) {
        (false, _) => january(year).into(),
        // Table 5 has one value for three years.
        (true, true) if id.starts_with("ambiti_capofila_") => Reference::Years(2016, year as i16),
        (true, true) => Reference::Year(year as i16),
        (true, false) => Date::new(year as i16, 12, 31).expect("every year has a last day").into(),
    }
}

fn lang(lang: Lang) -> i18n::Lang {
    match lang {
        Lang::It => i18n::Lang::It,
        Lang::En => i18n::Lang::En,
    }
}

pub fn level(level: Level) -> atlante::base::Level {
    match level {
        Level::Comuni => atlante::base::Level::Comuni,
        Level::Ambiti => atlante::base::Level::Ambiti,
        Level::Asst => atlante::base::Level::Asst,
        Level::Ats => atlante::base::Level::Ats,
    }
}

fn method(method: Method) -> data::Method {
    match method {
        Method::Pooled => data::Method::Pooled,
        Method::Mean => data::Method::Mean,
        Method::Min => data::Method::Min,
        Method::Max => data::Method::Max,
    }
}

/// The spec of a view of many values at once.
fn overview(overview: &Overview, selected: Vec<Code>, lang: i18n::Lang) -> Element {
    let listed = |all: &[(String, i32)]| -> Vec<IndicatorAt> {
        all.iter().map(|(id, year)| IndicatorAt { indicator: id.clone(), date: january(*year) }).collect()
    };
    match overview {
        Overview::Distribution { id, year, by_row } => {
            let mut spec = DistributionSpec::new(id.clone(), january(*year));
            spec.form = if *by_row { DistributionForm::Rows } else { DistributionForm::Histogram };
            (spec.selected, spec.lang) = (selected, lang);
            spec.into()
        }
        Overview::Profile { indicators, near } => {
            let mut spec = SpineSpec::new(listed(indicators));
            spec.peers = if *near { SpinePeers::Near } else { SpinePeers::Level };
            (spec.selected, spec.lang) = (selected, lang);
            spec.into()
        }
        Overview::Matrix { indicators, level: of, by_rank } => {
            let mut spec = MatrixSpec::new(listed(indicators), level(*of));
            spec.coefficient = if *by_rank { Coefficient::Spearman } else { Coefficient::Pearson };
            (spec.selected, spec.lang) = (selected, lang);
            spec.into()
        }
        Overview::Pyramid { year, since, shares } => {
            let mut spec = PyramidSpec::new(super::people::INDICATOR, january(*year));
            if !shares {
                spec = spec.measured(PyramidMeasure::Counts);
                spec.against = PyramidAgainst::Ats;
            }
            if let Some(since) = since {
                spec.against = PyramidAgainst::Date(january(*since));
            }
            (spec.selected, spec.lang) = (selected, lang);
            spec.into()
        }
    }
}

/// The spec of a view of a statistic.
fn statistic(
    of: &Of,
    what: Statistic,
    with: &[(String, i32)],
    selected: Vec<Code>,
    lang: i18n::Lang,
) -> Element {
    let date = january(of.year);
    let kind = match what {
        Statistic::Funnel => {
            let mut spec = FunnelSpec::new(of.id.clone(), date, level(of.level));
            (spec.selected, spec.lang) = (selected, lang);
            return spec.into();
        }
        Statistic::Forecast(measure) => {
            let mut spec = ForecastSpec::new(of.id.clone(), date);
            (spec.measure, spec.selected, spec.lang) = (Growth::SHOWN[measure], selected, lang);
            return spec.into();
        }
        Statistic::Significance => {
            MapKind::Significance { against: Benchmark::Ats, confidence: Confidence::default() }
        }
        Statistic::Clusters => {
            // As many as tell how its sentences are made.
            let test = LocalTest { permutations: 99, ..LocalTest::default() };
            MapKind::Clusters { neighbours: Neighbours::default(), test }
        }
        Statistic::Groups(k) => {
            let with = with.iter().map(|(id, _)| id.clone()).collect();
            MapKind::Groups { with, algorithm: Algorithm::default(), k: Some(k), seed: 1, names: Vec::new() }
        }
    };
    let mut spec = MapSpec::new(of.id.clone(), date);
    (spec.level, spec.selected, spec.lang, spec.frame) = (level(of.level), selected, lang, MapFrame::All);
    spec.set_kind(kind);
    Element::Map(spec)
}

/// The units that have a border or a point in common with each.
pub fn neighbours(of: Level) -> Vec<Vec<usize>> {
    let sources = TODAY.sources();
    let comuni = sources.atlas.territories.units(atlante::base::Level::Comuni);
    let world = source::world();
    let unit_of = |comune: u32| {
        let (_, member) = world.find(&comuni[comune as usize].code.to_string())?;
        world.units(of).iter().position(|unit| unit.members.contains(&member))
    };
    let mut all = vec![Vec::new(); world.units(of).len()];
    for (a, b) in sources.basemap.topology().neighbours().pairs() {
        if let Some((a, b)) = unit_of(a).zip(unit_of(b)).filter(|(a, b)| a != b) {
            all[a].push(b);
            all[b].push(a);
        }
    }
    for own in &mut all {
        own.sort_unstable();
        own.dedup();
    }
    all
}

/// The spec of a view of dates, parts, neighbours or likeness.
fn wider(of: &Of, what: &Wider, selected: Vec<Code>, lang: i18n::Lang) -> Element {
    let (id, date, at) = (of.id.clone(), january(of.year), level(of.level));
    let listed = |with: &[(String, i32)]| -> Vec<IndicatorAt> {
        let own = std::iter::once((of.id.clone(), of.year));
        let all = own.chain(with.iter().cloned());
        all.map(|(indicator, year)| IndicatorAt { indicator, date: january(year) }).collect()
    };
    macro_rules! made {
        ($spec:expr) => {{
            let mut spec = $spec;
            (spec.selected, spec.lang) = (selected, lang);
            return spec.into();
        }};
    }
    let kind = match what {
        Wider::Dumbbell { from } => {
            let mut slope = SlopeSpec::new(id, january(*from), date, at);
            (slope.selected, slope.lang) = (selected, lang);
            return DumbbellSpec { slope, order: DumbbellOrder::default() }.into();
        }
        Wider::Strip => made!(HeatStripSpec::new(id, date, at)),
        Wider::SmallMaps => {
            let years = source::world().years(source::world().indicator(&of.id));
            let dates = years.into_iter().map(january).collect();
            made!(SmallMapsSpec::new(SmallMapsOf::Dates { indicator: id, dates }, at))
        }
        Wider::Contribution { from, sides } => {
            let mut spec = ContributionSpec::new(id, january(*from), date);
            spec.form = if *sides { ContributionForm::Sides } else { ContributionForm::Members };
            made!(spec)
        }
        Wider::HeatTable { with } => made!(HeatTableSpec::new(listed(with), at)),
        Wider::Pairs { with } => made!(ScatterMatrixSpec::new(listed(with), at)),
        Wider::Peers { with } => made!(PeersSpec::new(listed(with))),
        Wider::Moran => {
            let mut spec = MoranSpec::new(id, date, at);
            spec.test.permutations = 99;
            made!(spec)
        }
        Wider::Lorenz => made!(LorenzSpec::new(id, date, at)),
        Wider::Index { with } => MapKind::Index {
            with: vec![with.clone()],
            method: atlante::stats::index::Method::MeanOfScores,
            worse: false,
            declared: vec![(id.clone(), true), (with.clone(), true)],
            seed: 1,
        },
        Wider::Residuals { by } => MapKind::Residuals { by: vec![by.clone()] },
        Wider::Trend => MapKind::Trend,
        Wider::Future { measure } => MapKind::Future { measure: Growth::SHOWN[*measure], years: 10 },
    };
    let mut spec = MapSpec::new(id, date);
    (spec.level, spec.selected, spec.lang, spec.frame) = (at, selected, lang, MapFrame::All);
    spec.set_kind(kind);
    Element::Map(spec)
}

/// The spec of a figure.
pub fn element(figure: &Figure) -> Element {
    let selected: Vec<Code> = figure.selected.iter().map(|code| Code::from(code.as_str())).collect();
    let lang = lang(figure.lang);
    let threshold = figure.threshold.map(|value| Threshold {
        value: value.parse().expect("a number"),
        name: super::threshold::NAME[usize::from(figure.lang == Lang::En)].to_owned(),
    });
    match &figure.ask {
        Ask::Slope { of, from } => {
            let (from, to) = (january(*from), january(of.year));
            let mut spec = SlopeSpec::new(of.id.clone(), from, to, level(of.level));
            (spec.method, spec.selected, spec.lang) = (method(of.method), selected, lang);
            Element::Slope(spec)
        }
        Ask::Printed { dataset, part } => {
            let atlas = &TODAY.atlas;
            let parts = atlas.documents().iter().filter(|document| document.dataset == *dataset);
            let part = parts.flat_map(|document| &document.parts).find(|known| known.name == *part);
            let table = part.and_then(|part| atlas.document_table(part, dataset)).expect("a table");
            Element::Table(TableSpec { lang, ..TableSpec::published(&table) })
        }
        Ask::Map { of, from, second, symbols } => {
            let mut spec = MapSpec::new(of.id.clone(), january(of.year));
            // The counts of the legend are those of what is shown: here of all.
            spec.frame = MapFrame::All;
            (spec.level, spec.method, spec.selected, spec.lang) =
                (level(of.level), method(of.method), selected, lang);
            if let Some(from) = from {
                spec.set_kind(MapKind::Change { from: january(*from) });
            }
            if let Some(second) = second {
                spec.set_kind(MapKind::Two { second: second.clone() });
            }
            if *symbols {
                spec.representation = Representation::Symbols;
            }
            Element::Map(spec)
        }
        Ask::Ranking { of, range } => {
            let mut spec = RankingSpec::new(of.id.clone(), reference(&of.id, of.year), level(of.level));
            (spec.method, spec.selected, spec.lang, spec.range) = (method(of.method), selected, lang, *range);
            spec.standard = threshold;
            Element::Ranking(spec)
        }
        Ask::Series { id, level: all, method: made, mode, asst } => {
            let mut spec = SeriesSpec::new(id.clone(), selected);
            (spec.level, spec.method, spec.lang) = (all.map(level), method(*made), lang);
            spec.standard = threshold;
            spec.mode = match mode {
                Mode::Values => SeriesMode::Absolute,
                Mode::Differences => SeriesMode::Change,
                Mode::Index => SeriesMode::Base100,
                Mode::Against => SeriesMode::Ats100,
            };
            if *asst {
                spec.benchmarks = Some(vec![atlante::base::Level::Asst, atlante::base::Level::Ats]);
            }
            Element::Series(spec)
        }
        Ask::Scatter { x, y, x_year, y_year, level: of, method: made, split, colour } => {
            let colour = colour.clone().map_or(PointColour::Plain, PointColour::Class);
            let mut spec = ScatterSpec::new(x.clone(), y.clone(), january(*y_year));
            spec.x_date = january(*x_year);
            (spec.level, spec.method, spec.selected, spec.lang) = (level(*of), method(*made), selected, lang);
            spec.view.colour = colour;
            spec.view.quadrants = match split {
                Split::None => QuadrantSplit::None,
                Split::Mean => QuadrantSplit::Mean,
                Split::Median => QuadrantSplit::Median,
                Split::Ats => QuadrantSplit::Ats,
            };
            Element::Scatter(spec)
        }
        Ask::Overview(overview) => self::overview(overview, selected, lang),
        Ask::Wider { of, what } => self::wider(of, what, selected, lang),
        Ask::Statistic { of, what, with } => self::statistic(of, *what, with, selected, lang),
        Ask::Table { columns, level: of, method: made, only_selected } => {
            let columns = columns.iter().map(|(id, year, from)| TableColumn {
                from: from.map(|from| reference(id, from)),
                ..TableColumn::value(id.clone(), reference(id, *year))
            });
            let mut spec = TableSpec::new(columns.collect(), level(*of));
            (spec.method, spec.selected, spec.lang) = (method(*made), selected, lang);
            spec.view.only_selected = *only_selected;
            Element::Table(spec)
        }
    }
}
