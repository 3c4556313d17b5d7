//! How long the parts of the program take. `cargo bench --bench speed`, or with a filter:
//! `cargo bench --bench speed -- topology`. The results are in `docs/benchmarks.md`.
//!
//! There are two sizes: the 193 Comuni as shipped, and 7,913 polygons with 844,000 points, about as many as Italy's
//! Comuni in ISTAT's boundaries, made by tiling the 193. Set `ATLANTE_BENCH_GEOJSON` to a file of boundaries (a
//! FeatureCollection whose features have a text property `code`) to time the topology of that.
//!
//! A frame is the window's own work for redrawing the map while it is panned: every mesh on screen, at two zoom
//! levels. Uploading the meshes to the graphics card is done by egui and not counted.

#![allow(clippy::disallowed_methods, reason = "it reads files of its own")]

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use geo::{Coord, Distance, Euclidean, LineString, MapCoords, MultiPolygon, Polygon};

use atlante::base::{Date, Level};
use atlante::data::{Method, Query};
use atlante::document::{
    FigureSpec, MapSpec, QuadrantSplit, ScatterSpec, ScatterView, SortBy, SvgText, TableColumn, TableSort,
    TableSpec,
};
use atlante::export::{self, Format};
use atlante::figure::check;
use atlante::figure::map::MapView;
use atlante::figure::page::compose::{self, LaidOut};
use atlante::figure::scatter::ScatterModel;
use atlante::figure::table::TableModel;
use atlante::figure::view;
use atlante::geo::topology::Topology;
use atlante::io::{Bundle, read_geojson, reopen};
use atlante::stats::classes::{Scheme, classify};
use atlante::stats::groups::{self, Points};
use atlante::stats::space::{Permutations, Weights, local_moran as local_moran_of};

fn main() {
    divan::main();
}

static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| Bundle::load(None).expect("the embedded data load"));

const INDICATOR: &str = "indice_vecchiaia";

fn date() -> Date {
    "2023-01-01".parse().expect("a date")
}

/// The size of a partition.
#[derive(Clone, Copy)]
enum Size {
    /// The Comuni of the territory.
    Comuni193,
    /// As many as Italy has, with as many points.
    Tiled7913,
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Comuni193 => "193 polygons",
            Self::Tiled7913 => "7,913 polygons",
        })
    }
}

const SIZES: [Size; 2] = [Size::Comuni193, Size::Tiled7913];

impl Size {
    fn polygons(self) -> &'static [MultiPolygon] {
        match self {
            Self::Comuni193 => BUNDLE.basemap.areas(),
            Self::Tiled7913 => &TILED,
        }
    }

    fn topology(self) -> &'static Topology {
        static TILED_TOPOLOGY: LazyLock<Topology> = LazyLock::new(|| Topology::build(&TILED));
        match self {
            Self::Comuni193 => BUNDLE.basemap.topology(),
            Self::Tiled7913 => &TILED_TOPOLOGY,
        }
    }

    /// The Ambito of each polygon, different in each tile.
    fn ambiti(self) -> Vec<Option<u32>> {
        let of_comuni = BUNDLE.atlas.territories.membership(Level::Ambiti);
        let ambiti = of_comuni.iter().flatten().max().map_or(0, |last| last + 1);
        let tiles = self.polygons().len() / of_comuni.len();
        let in_tile = |tile: usize| of_comuni.iter().map(move |unit| Some((*unit)? + tile as u32 * ambiti));
        (0..tiles).flat_map(in_tile).collect()
    }
}

const TILES: usize = 41;
const TILED_POINTS: usize = 844_000;

/// The Comuni 41 times, side by side in rows of seven, their longest edges halved until there are 844,000 points. The
/// midpoint is the same from both sides, so shared borders stay shared.
static TILED: LazyLock<Vec<MultiPolygon>> = LazyLock::new(|| {
    let mut one = BUNDLE.basemap.areas().to_vec();
    loop {
        let mut lengths: Vec<f64> = one.iter().flat_map(edges).map(length).collect();
        let lacking = (TILED_POINTS / TILES).saturating_sub(lengths.len());
        if lacking == 0 {
            break;
        }
        lengths.sort_unstable_by(|a, b| b.total_cmp(a));
        let least = lengths[lacking.min(lengths.len()) - 1];
        one = one.iter().map(|polygon| halve_edges(polygon, least)).collect();
    }
    let tile = |i: usize| {
        let offset = Coord { x: (i % 7) as f64, y: (i / 7) as f64 } * 200_000.0;
        one.iter().map(move |polygon| polygon.map_coords(|at| at + offset))
    };
    (0..TILES).flat_map(tile).collect()
});

fn rings(polygon: &MultiPolygon) -> impl Iterator<Item = &LineString> {
    polygon.iter().flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors()))
}

fn edges(polygon: &MultiPolygon) -> impl Iterator<Item = geo::Line> + '_ {
    rings(polygon).flat_map(LineString::lines)
}

fn length(edge: geo::Line) -> f64 {
    Euclidean.distance(edge.start, edge.end)
}

fn halve_edges(polygon: &MultiPolygon, least: f64) -> MultiPolygon {
    let ring = |line: &LineString| {
        let mut points: Vec<Coord> = line.0.first().copied().into_iter().collect();
        for edge in line.lines() {
            if length(edge) >= least {
                points.push((edge.start + edge.end) / 2.0);
            }
            points.push(edge.end);
        }
        LineString(points)
    };
    let part =
        |part: &Polygon| Polygon::new(ring(part.exterior()), part.interiors().iter().map(ring).collect());
    polygon.iter().map(part).collect()
}

/// Values distributed like those of an indicator: a few far above the rest. The same in every run.
fn values(n: usize) -> Vec<f64> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut uniform = || {
        // Steele and others' SplitMix64.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    // The sum of four is bell-shaped enough.
    (0..n).map(|_| (5.0 + 0.5 * ((0..4).map(|_| uniform()).sum::<f64>() - 2.0)).exp()).collect()
}

/// Panning the map by one point per frame.
#[cfg(feature = "gui")]
mod frame {
    use std::sync::LazyLock;

    use atlante::ui::canvas::Camera;
    use atlante::ui::canvas::frame::{Look, map_meshes};
    use atlante::ui::canvas::geometry::MapGeometry;
    use atlante::ui::theme::Theme;
    use divan::{Bencher, black_box};
    use egui::{Color32, Rect, pos2, vec2};

    use super::{BUNDLE, SIZES, Size};

    const SCREEN: Rect = Rect { min: pos2(280.0, 49.0), max: pos2(1062.0, 760.0) };

    fn geometry(size: Size) -> &'static MapGeometry {
        static SMALL: LazyLock<MapGeometry> = LazyLock::new(|| {
            MapGeometry::new(
                Size::Comuni193.polygons(),
                Size::Comuni193.topology(),
                BUNDLE.basemap.backdrop(),
            )
        });
        static LARGE: LazyLock<MapGeometry> =
            LazyLock::new(|| MapGeometry::new(Size::Tiled7913.polygons(), Size::Tiled7913.topology(), &[]));
        match size {
            Size::Comuni193 => &SMALL,
            Size::Tiled7913 => &LARGE,
        }
    }

    fn pan(bencher: Bencher, size: Size, zoom: f64) {
        let geometry = geometry(size);
        let fills = vec![Ok(Color32::LIGHT_BLUE); size.polygons().len()];
        let bold = size.ambiti();
        let look = Look {
            theme: &Theme::LIGHT,
            pixels_per_point: 1.0,
            fills: &fills,
            bold: &bold,
            fine_too: true,
            bold_too: true,
            backdrop: true,
        };
        let mut camera = Camera::fit(geometry.extent, SCREEN, 0.0);
        camera.scale *= zoom;
        bencher.bench_local(|| {
            camera.pan(vec2(1.0, 0.0));
            map_meshes(geometry, black_box(&camera), SCREEN, &look)
        });
    }

    #[divan::bench(args = SIZES)]
    fn shown_whole(bencher: Bencher, size: Size) {
        pan(bencher, size, 1.0);
    }

    #[divan::bench(args = SIZES)]
    fn zoomed_eight_times(bencher: Bencher, size: Size) {
        pan(bencher, size, 8.0);
    }
}

#[path = "speed/every_view.rs"]
mod every_view;

#[cfg(feature = "gui")]
#[path = "speed/software.rs"]
mod software;

/// What every start of the program costs.
#[divan::bench]
fn loading() -> Bundle {
    Bundle::load(None).expect("the embedded data load")
}

#[divan::bench]
fn table(bencher: Bencher<'_, '_>) {
    let query =
        Query { indicator: INDICATOR.into(), date: date(), level: Level::Ambiti, method: Method::Pooled };
    bencher.bench(|| BUNDLE.atlas.compute(black_box(&query)));
}

mod classifying {
    use super::*;

    fn run(bencher: Bencher<'_, '_>, scheme: &str, n: usize) {
        let scheme = Scheme::from_id(scheme).expect("a scheme");
        let values = values(n);
        bencher.bench(|| classify(black_box(&values), scheme, 5, &[100.0, 150.0, 200.0, 300.0]));
    }

    const IDS: [&str; 8] = ["equal", "quantile", "jenks", "std", "headtail", "box", "pretty", "manual"];

    #[divan::bench(args = IDS)]
    fn of_193(bencher: Bencher<'_, '_>, scheme: &str) {
        run(bencher, scheme, 193);
    }

    #[divan::bench(args = IDS)]
    fn of_7900(bencher: Bencher<'_, '_>, scheme: &str) {
        run(bencher, scheme, 7_900);
    }

    #[divan::bench]
    fn jenks_of_100000(bencher: Bencher<'_, '_>) {
        run(bencher, "jenks", 100_000);
    }
}

mod topology {
    use super::*;

    /// Shared borders and queen neighbours, both found in the same pass.
    #[divan::bench(args = SIZES)]
    fn build(bencher: Bencher<'_, '_>, size: Size) {
        let polygons = size.polygons();
        bencher.counter(points(polygons)).bench(|| Topology::build(black_box(polygons)));
    }

    /// The same for the file given in the environment.
    #[divan::bench(ignore = std::env::var_os("ATLANTE_BENCH_GEOJSON").is_none())]
    fn build_of_file(bencher: Bencher<'_, '_>) {
        let file = std::env::var("ATLANTE_BENCH_GEOJSON").expect("a path");
        let text = std::fs::read_to_string(&file).expect("a file that can be read");
        let polygons: Vec<_> =
            read_geojson(&file, &text).expect("boundaries").into_iter().map(|(_, p)| p).collect();
        eprintln!(
            "{} polygons, {} pairs of neighbours",
            polygons.len(),
            Topology::build(&polygons).neighbours().pair_count()
        );
        bencher.counter(points(&polygons)).bench(|| Topology::build(black_box(&polygons)));
    }

    /// To 100 m: the level of detail for a whole region on screen.
    #[divan::bench(args = SIZES)]
    fn simplify(bencher: Bencher<'_, '_>, size: Size) {
        let topology = size.topology();
        bencher.bench(|| topology.simplified(black_box(100.0)));
    }

    #[divan::bench(args = SIZES)]
    fn dissolve(bencher: Bencher<'_, '_>, size: Size) {
        let (topology, ambiti) = (size.topology(), size.ambiti());
        bencher.bench(|| topology.dissolve(black_box(&ambiti)));
    }

    fn points(polygons: &[MultiPolygon]) -> divan::counter::ItemsCount {
        divan::counter::ItemsCount::new(
            polygons.iter().flat_map(rings).map(|ring| ring.0.len()).sum::<usize>(),
        )
    }
}

mod figure {
    use super::*;

    /// Values, classes and everything else on the page.
    #[divan::bench]
    fn scene(bencher: Bencher<'_, '_>) {
        let spec = MapSpec::new(INDICATOR, date());
        bencher.bench(|| view::build::<MapView>(black_box(&spec), BUNDLE.sources()));
    }

    /// A4, a PNG at 300 dpi.
    #[divan::bench(args = Format::ALL, sample_count = 20)]
    fn export(bencher: Bencher<'_, '_>, format: Format) {
        let spec = MapSpec::new(INDICATOR, date());
        let scene = view::build::<MapView>(&spec, BUNDLE.sources()).expect("a map").value.scene;
        bencher.bench(|| export::figure(black_box(&scene), format, SvgText::Text, 300));
    }
}

/// The numbers of the views below the map, and conditions for selecting.
mod views {
    use atlante::base::Code;
    use atlante::data::{Atlas, Condition, Dataset, Territories};
    use atlante::document::{ClassSpan, RankingSpec, SeriesSpec};
    use atlante::figure::ranking::RankingModel;
    use atlante::figure::series::SeriesModel;
    use atlante::figure::{MapModel, Sources};
    use polars::prelude::{DataFrame, IntoColumn, NamedFrom, Series};

    use super::*;

    /// The Comuni once, or 41 times with different codes, in different Ambiti and one ATS.
    fn atlas(size: Size) -> &'static Atlas {
        static TILED: LazyLock<Atlas> = LazyLock::new(tiled);
        match size {
            Size::Comuni193 => &BUNDLE.atlas,
            Size::Tiled7913 => &TILED,
        }
    }

    fn in_tile(code: &str, tile: usize) -> String {
        format!("{tile:02}{code}")
    }

    fn tiled() -> Atlas {
        let mut atlas = BUNDLE.atlas.clone();
        let one = BUNDLE.atlas.territories.comuni();
        let comuni = (0..TILES).flat_map(|tile| {
            one.iter().cloned().map(move |mut comune| {
                comune.code = Code::from(in_tile(comune.code.as_str(), tile).as_str());
                comune.ambito.0 = Code::from(in_tile(comune.ambito.0.as_str(), tile).as_str());
                comune
            })
        });
        atlas.territories = Territories::new(comuni.collect()).expect("sound territories");
        let tables = [
            ("popolazione_eta", include_str!("../sample_data/popolazione_eta.csv")),
            ("residenti", include_str!("../sample_data/residenti.csv")),
            ("superficie", include_str!("../sample_data/superficie.csv")),
        ];
        let dataset = |(id, csv): (&str, &str)| {
            let known = BUNDLE.atlas.datasets.iter().find(|dataset| dataset.meta.id == id);
            let meta = known.expect("a dataset of that id").meta.clone();
            Dataset::from_text(meta, &tiled_text(csv), &atlas.territories).expect("a sound table")
        };
        atlas.datasets = tables.map(dataset).into();
        atlas
    }

    /// The rows of a table, repeated once per tile.
    fn tiled_text(csv: &str) -> DataFrame {
        let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let head = lines.next().expect("a header");
        let rows: Vec<Vec<&str>> = lines.collect();
        let column = |(i, name): (usize, &&str)| {
            let cell = |tile: usize, row: &Vec<&str>| match i {
                0 => in_tile(row[0], tile),
                _ => row[i].to_owned(),
            };
            let cells = (0..TILES).flat_map(|tile| rows.iter().map(move |row| cell(tile, row)));
            Series::new((*name).into(), cells.collect::<Vec<String>>()).into_column()
        };
        let columns = head.iter().enumerate().map(column).collect();
        DataFrame::new(TILES * rows.len(), columns).expect("columns of one length")
    }

    /// Every tenth Comune.
    fn selected(atlas: &Atlas) -> Vec<Code> {
        atlas.territories.comuni().iter().step_by(10).map(|comune| comune.code.clone()).collect()
    }

    /// Values at all dates, classes and colours: what the map in the window is drawn from.
    fn map_model(atlas: &Atlas) -> usize {
        let mut spec = MapSpec::new(INDICATOR, date());
        (spec.selected, spec.classes.span) = (selected(atlas), ClassSpan::AllDates);
        MapModel::new(black_box(&spec), Sources { atlas, basemap: &BUNDLE.basemap })
            .expect("a map")
            .value
            .counts
            .len()
    }

    fn ranking_model(atlas: &Atlas) -> usize {
        let mut spec = RankingSpec::new(INDICATOR, date(), Level::Comuni);
        spec.selected = selected(atlas);
        RankingModel::new(black_box(&spec), atlas).expect("a ranking").value.rows.len()
    }

    /// With the ATS, the ASST and the span of an Ambito's Comuni.
    fn series_model(atlas: &Atlas, selected: Vec<Code>) -> usize {
        let mut spec = SeriesSpec::new("residenti", selected);
        (spec.band, spec.benchmarks) = (true, Some(vec![Level::Asst, Level::Ats]));
        SeriesModel::new(black_box(&spec), atlas).expect("a series").value.lines.len()
    }

    /// Correlation, line, curve, quadrants and outliers.
    fn scatter_model(atlas: &Atlas) -> usize {
        let view = ScatterView { lowess: true, quadrants: QuadrantSplit::Median, ..ScatterView::default() };
        let mut spec = ScatterSpec { view, ..ScatterSpec::new("densita", INDICATOR, date()) };
        spec.selected = selected(atlas);
        ScatterModel::new(black_box(&spec), atlas).expect("a scatterplot").value.pairs.len()
    }

    /// Six indicators of every Comune.
    fn table_spec() -> TableSpec {
        let ids = ["indice_vecchiaia", "residenti", "densita", "eta_media", "quota_0_14", "quota_65_plus"];
        let mut spec = TableSpec::new(ids.map(|id| TableColumn::value(id, date())).to_vec(), Level::Comuni);
        spec.view.sort = TableSort { by: SortBy::Column(0), descending: true };
        spec
    }

    fn table_model(atlas: &Atlas) -> usize {
        let mut spec = table_spec();
        spec.selected = selected(atlas);
        TableModel::new(black_box(&spec), atlas).expect("a table").shown.len()
    }

    #[divan::bench(args = SIZES)]
    fn map(bencher: Bencher<'_, '_>, size: Size) {
        let atlas = atlas(size);
        bencher.bench(|| map_model(atlas));
    }

    #[divan::bench(args = SIZES)]
    fn ranking(bencher: Bencher<'_, '_>, size: Size) {
        let atlas = atlas(size);
        bencher.bench(|| ranking_model(atlas));
    }

    /// The worst case: every Comune selected.
    #[divan::bench(args = SIZES)]
    fn series_of_all(bencher: Bencher<'_, '_>, size: Size) {
        let atlas = atlas(size);
        let all: Vec<Code> = atlas.territories.comuni().iter().map(|comune| comune.code.clone()).collect();
        bencher.bench(|| series_model(atlas, all.clone()));
    }

    #[divan::bench(args = SIZES)]
    fn series_of_a_tenth(bencher: Bencher<'_, '_>, size: Size) {
        let atlas = atlas(size);
        bencher.bench(|| series_model(atlas, selected(atlas)));
    }

    #[divan::bench(args = SIZES)]
    fn scatter(bencher: Bencher<'_, '_>, size: Size) {
        let atlas = atlas(size);
        bencher.bench(|| scatter_model(atlas));
    }

    #[divan::bench(args = SIZES)]
    fn table(bencher: Bencher<'_, '_>, size: Size) {
        let atlas = atlas(size);
        bencher.bench(|| table_model(atlas));
    }

    /// The cost of a click on a header of the table, or of a letter typed.
    #[divan::bench(args = SIZES)]
    fn table_arranged(bencher: Bencher<'_, '_>, size: Size) {
        let (atlas, spec) = (atlas(size), table_spec());
        let mut model = TableModel::new(&spec, atlas).expect("a table");
        bencher.bench_local(|| model.arrange(black_box(&spec), atlas));
    }

    /// Map, table, ranking, time series and scatterplot recomputed, as if all were open at once.
    #[divan::bench(args = SIZES)]
    fn all_together(bencher: Bencher<'_, '_>, size: Size) {
        let atlas = atlas(size);
        bencher.bench(|| {
            let views = [ranking_model(atlas), scatter_model(atlas), table_model(atlas)];
            (map_model(atlas), series_model(atlas, selected(atlas)), views)
        });
    }

    /// Parsed and applied, as with every press of Enter.
    #[divan::bench(args = SIZES)]
    fn condition(bencher: Bencher<'_, '_>, size: Size) {
        let atlas = atlas(size);
        bencher.bench(|| {
            let text = black_box("indice_vecchiaia > 200 e residenti < 5000");
            let condition = Condition::parse(text, atlas, &[]).expect("understood");
            condition.matching(atlas, Level::Comuni, date(), Method::Pooled)
        });
    }
}

/// Users' files, in the folder given in the environment: those made by `benches/peers/files.py`.
mod files {
    use std::path::PathBuf;

    use atlante::io::import::Importer;
    use atlante::io::source;
    use divan::Bencher;

    use super::BUNDLE;

    const FILES: [&str; 4] = ["italy.shp", "italy.geojson", "tabella.xlsx", "POSAS_2023_it_Comuni.csv"];

    fn folder() -> Option<PathBuf> {
        std::env::var_os("ATLANTE_BENCH_FILES").map(PathBuf::from)
    }

    /// Into polygons and attributes, or a table of text.
    #[divan::bench(args = FILES, ignore = folder().is_none())]
    fn read(bencher: Bencher<'_, '_>, file: &str) {
        let path = folder().expect("a folder").join(file);
        bencher.bench(|| source::open(&path).expect("a sound file"));
    }

    /// The same, then territories matched, values grouped by territory, and everything checked.
    #[divan::bench(args = FILES, ignore = folder().is_none())]
    fn check(bencher: Bencher<'_, '_>, file: &str) {
        let path = folder().expect("a folder").join(file);
        let importer = Importer::new(&BUNDLE.atlas.territories);
        bencher.bench(|| importer.check(&path).expect("a sound file"));
    }
}

/// Projects with 50 indicators at 20 dates for the 193 Comuni, as imported from one table per date; the file is in
/// memory.
mod project {
    use std::collections::BTreeMap;

    use atlante::data::{Bilingual, Dataset, DatasetMeta, Value};
    use atlante::io::project::{Import, Origin, ProjectFile};
    use divan::{Bencher, black_box};

    use super::{BUNDLE, Date, INDICATOR};

    fn project() -> ProjectFile {
        let atlas = &BUNDLE.atlas;
        let text = |text: &str| Bilingual { it: text.to_owned(), en: text.to_owned() };
        let comuni = atlas.territories.comuni().len();
        let values = |year: i16, v: usize| -> Vec<Value> {
            (0..comuni).map(|i| Ok(f64::from(year) / (i + 1) as f64 + v as f64)).collect()
        };
        let columns = |year| (0..50).map(|v| (format!("v_{v}"), values(year, v))).collect::<Vec<_>>();
        let dates = (2004..2024).map(|year| (Date::new(year, 1, 1), columns(year)));
        let meta = DatasetMeta {
            id: "prova".to_owned(),
            file: "prova.csv".to_owned(),
            dated: true,
            level: atlante::base::Level::Comuni,
            title: text("Prova"),
            source: text("Prova"),
            licence: "CC0".to_owned(),
            retrieved_from: String::new(),
            text_columns: Vec::new(),
            left_over: Vec::new(),
            withhold_below: None,
            notes: Vec::new(),
        };
        let dataset = Dataset::from_values(meta, BTreeMap::from_iter(dates)).expect("columns of one length");
        let like = atlas.catalogue.get(INDICATOR).expect("an indicator");
        let indicator = |v: usize| {
            let numerator = vec![format!("v_{v}").try_into().expect("a term")];
            atlante::data::Indicator {
                id: format!("v_{v}"),
                numerator,
                denominator: Vec::new(),
                ..like.clone()
            }
        };
        let origin = Origin {
            file: "prova.csv".to_owned(),
            sheet: None,
            sha256: String::new(),
            recipe: "tabella".to_owned(),
            rows_read: 0,
            rows_taken: 0,
            dates: Vec::new(),
            variables: Vec::new(),
        };
        let indicators = (0..50).map(indicator).collect();
        let import =
            Import { origin, dataset, areas: None, indicators, recipe: None, grid: None, boundaries: None };
        ProjectFile { imports: vec![import], ..ProjectFile::new("Prova") }
    }

    /// With every digest verified, and the data merged into the atlas.
    #[divan::bench]
    fn open(bencher: Bencher<'_, '_>) {
        let territories = &BUNDLE.atlas.territories;
        let bytes = project().to_bytes(territories).expect("can be written");
        bencher.bench(|| {
            let project = ProjectFile::from_bytes(black_box(&bytes), territories).expect("sound");
            BUNDLE.with_projects([&project])
        });
    }

    #[divan::bench]
    fn save(bencher: Bencher<'_, '_>) {
        let project = project();
        bencher.bench(|| black_box(&project).to_bytes(&BUNDLE.atlas.territories));
    }
}

/// The page with three elements in the composer, at its size on a screen of 1366 × 768.
const ON_SCREEN: u32 = 400;

fn page_of_three() -> FigureSpec {
    reopen(include_bytes!("../docs/pagina.json")).expect("a figure").figure
}

/// From scratch, like the first one.
#[divan::bench]
fn preview_of_three(bencher: Bencher<'_, '_>) {
    let spec = page_of_three();
    bencher.bench(|| {
        let figure = compose::build(&spec, BUNDLE.sources()).expect("a page").value;
        export::picture(&figure.scene, ON_SCREEN).expect("a picture")
    });
}

/// What changes on the page between two previews.
#[derive(Clone, Copy, Debug)]
enum Changes {
    Nothing,
    Title,
    Map,
    Ranking,
    Series,
}

impl Changes {
    fn of(self, page: &mut FigureSpec) {
        let at = match self {
            Self::Nothing => return,
            Self::Title => {
                page.page.title = Some("Tre figure".to_owned());
                return;
            }
            Self::Map => 0,
            Self::Ranking => 1,
            Self::Series => 2,
        };
        let place = page.places().nth(at).expect("three");
        let element = page.element_mut(place).expect("an element");
        element.page_mut().title = Some("Un titolo".to_owned());
    }
}

const CHANGES: [Changes; 5] =
    [Changes::Nothing, Changes::Title, Changes::Map, Changes::Ranking, Changes::Series];

/// Only the scene, after a change.
#[divan::bench(args = CHANGES)]
fn preview_of_three_laid_out_again(bencher: Bencher<'_, '_>, changes: Changes) {
    let mut pages = [page_of_three(), page_of_three()];
    changes.of(&mut pages[1]);
    let mut kept = LaidOut::default();
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        compose::build_again(&pages[turn % 2], BUNDLE.sources(), &mut kept).expect("a page").value
    });
}

#[divan::bench]
fn preview_of_three_laid_out(bencher: Bencher<'_, '_>) {
    let spec = page_of_three();
    bencher.bench(|| compose::build(&spec, BUNDLE.sources()).expect("a page").value);
}

#[divan::bench]
fn preview_of_three_drawn(bencher: Bencher<'_, '_>) {
    let figure = compose::build(&page_of_three(), BUNDLE.sources()).expect("a page").value;
    bencher.bench(|| export::picture(&figure.scene, ON_SCREEN).expect("a picture"));
}

/// Only the pixels, after a change.
#[divan::bench(args = CHANGES)]
fn preview_of_three_drawn_again(bencher: Bencher<'_, '_>, changes: Changes) {
    let mut pages = [page_of_three(), page_of_three()];
    changes.of(&mut pages[1]);
    let scenes = pages.map(|page| compose::build(&page, BUNDLE.sources()).expect("a page").value.scene);
    let mut before = None;
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        export::picture_again(&scenes[turn % 2], ON_SCREEN, &mut before).expect("a picture")
    });
}

/// Layout and pixels after a change: what the composer waits for.
#[divan::bench(args = CHANGES)]
fn preview_of_three_again(bencher: Bencher<'_, '_>, changes: Changes) {
    let mut pages = [page_of_three(), page_of_three()];
    changes.of(&mut pages[1]);
    let (mut kept, mut before) = (LaidOut::default(), None);
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        let page = &pages[turn % 2];
        let figure = compose::build_again(page, BUNDLE.sources(), &mut kept).expect("a page").value;
        export::picture_again(&figure.scene, ON_SCREEN, &mut before).expect("a picture")
    });
}

#[divan::bench]
fn preview_of_three_checked(bencher: Bencher<'_, '_>) {
    let spec = page_of_three();
    bencher.bench(|| check::page(&spec, &[], BUNDLE.sources()).expect("findings"));
}

/// Local Moran's I of 7,921 units with 9,999 conditional permutations, by the number of threads.
#[divan::bench(args = [1, 2])]
fn local_moran(bencher: Bencher, threads: usize) {
    let (weights, values) = queen_of_many();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let permutations = Permutations { count: 9999, seed: 1 };
    bencher.bench(|| pool.install(|| local_moran_of(&values, &weights, permutations)));
}

/// SKATER: 12 connected groups of 7,921 units by three variables.
#[divan::bench]
fn skater(bencher: Bencher) {
    let (weights, values) = queen_of_many();
    let n = values.len();
    let columns =
        [values, (0..n).map(|i| (i % 97) as f64).collect(), (0..n).map(|i| (i * i % 89) as f64).collect()];
    let points = Points::standardised(&columns).expect("three variables");
    bencher.bench(|| groups::skater(&points, &weights, 12));
}

/// A lattice of 89 by 89 units that touch on sides and corners, and a value of each.
fn queen_of_many() -> (Weights, Vec<f64>) {
    const SIDE: usize = 89;
    let at = |i: usize| [(i % SIDE) as f64, (i / SIDE) as f64];
    let points: Vec<[f64; 2]> = (0..SIDE * SIDE).map(at).collect();
    let value = |i: usize| (i as f64 * 0.37).sin() * 10.0 + (i / SIDE) as f64;
    (Weights::within(&points, 1.5), (0..SIDE * SIDE).map(value).collect())
}
