//! The single list of views in the window, each with its icon and, except for the map, its panel.

mod contribution;
mod distribution;
mod dumbbell;
mod forecast;
mod funnel;
mod glance;
mod heat_strip;
mod heat_table;
mod lorenz;
mod matrix;
mod moran;
mod peers;
mod pyramid;
mod scatter_matrix;
mod slope;
mod small_maps;
mod spine;
mod stream;

use egui::Ui;
use lucide_icons::Icon;

use crate::document::ElementKind;
use crate::engine::State;

use super::panels::{ViewResponse, ranking_ui, scatter_ui, series_ui, table_ui};

/// A view in the window.
pub(crate) struct ViewEntry {
    pub kind: ElementKind,
    pub icon: Icon,
    /// Creates the panel below the map; `None` for the map itself.
    pub panel: Option<fn() -> Box<dyn Panel>>,
}

/// Every view, in tab order: those asked for most come first, because the last go into a menu where the window is narrow.
pub const VIEWS: [ViewEntry; 23] = [
    ViewEntry { kind: ElementKind::Map, icon: Icon::Map, panel: None },
    ViewEntry { kind: ElementKind::Table, icon: Icon::Table, panel: Some(|| with(table_ui)) },
    ViewEntry {
        kind: ElementKind::Ranking,
        icon: Icon::ChartBarDecreasing,
        panel: Some(|| with(ranking_ui)),
    },
    ViewEntry { kind: ElementKind::Series, icon: Icon::ChartLine, panel: Some(|| with(series_ui)) },
    ViewEntry { kind: ElementKind::Slope, icon: Icon::ChartSpline, panel: Some(|| with(slope::slope_ui)) },
    ViewEntry { kind: ElementKind::Scatter, icon: Icon::ChartScatter, panel: Some(|| with(scatter_ui)) },
    ViewEntry {
        kind: ElementKind::SmallMaps,
        icon: Icon::LayoutGrid,
        panel: Some(|| with(small_maps::small_maps_ui)),
    },
    ViewEntry {
        kind: ElementKind::Pyramid,
        icon: Icon::ChartBarBig,
        panel: Some(|| with(pyramid::pyramid_ui)),
    },
    ViewEntry { kind: ElementKind::Glance, icon: Icon::IdCard, panel: Some(|| with(glance::glance_ui)) },
    ViewEntry { kind: ElementKind::Spine, icon: Icon::ListTree, panel: Some(|| with(spine::spine_ui)) },
    ViewEntry { kind: ElementKind::Peers, icon: Icon::UsersRound, panel: Some(|| with(peers::peers_ui)) },
    ViewEntry {
        kind: ElementKind::Distribution,
        icon: Icon::ChartCandlestick,
        panel: Some(|| with(distribution::distribution_ui)),
    },
    ViewEntry {
        kind: ElementKind::Dumbbell,
        icon: Icon::Dumbbell,
        panel: Some(|| with(dumbbell::dumbbell_ui)),
    },
    ViewEntry {
        kind: ElementKind::Contribution,
        icon: Icon::ChartGantt,
        panel: Some(|| with(contribution::contribution_ui)),
    },
    ViewEntry {
        kind: ElementKind::HeatStrip,
        icon: Icon::Grid3x2,
        panel: Some(|| with(heat_strip::heat_strip_ui)),
    },
    ViewEntry { kind: ElementKind::Stream, icon: Icon::ChartArea, panel: Some(|| with(stream::stream_ui)) },
    ViewEntry { kind: ElementKind::Funnel, icon: Icon::Funnel, panel: Some(|| with(funnel::funnel_ui)) },
    ViewEntry {
        kind: ElementKind::Forecast,
        icon: Icon::TrendingUp,
        panel: Some(|| with(forecast::forecast_ui)),
    },
    ViewEntry { kind: ElementKind::Moran, icon: Icon::Waypoints, panel: Some(|| with(moran::moran_ui)) },
    ViewEntry { kind: ElementKind::Lorenz, icon: Icon::Spline, panel: Some(|| with(lorenz::lorenz_ui)) },
    ViewEntry {
        kind: ElementKind::ScatterMatrix,
        icon: Icon::Grid2x2,
        panel: Some(|| with(scatter_matrix::scatter_matrix_ui)),
    },
    ViewEntry {
        kind: ElementKind::HeatTable,
        icon: Icon::Grip,
        panel: Some(|| with(heat_table::heat_table_ui)),
    },
    ViewEntry { kind: ElementKind::Matrix, icon: Icon::Grid3x3, panel: Some(|| with(matrix::matrix_ui)) },
];

/// The icon of a kind of element.
pub(crate) fn icon(kind: ElementKind) -> Icon {
    VIEWS.iter().find(|view| view.kind == kind).map_or(Icon::Square, |view| view.icon)
}

/// A view below the map, with its memory while the program runs.
pub(crate) trait Panel {
    /// Shows it. `hovered` is the unit under the pointer on the map.
    fn show(&mut self, ui: &mut Ui, state: &State, hovered: Option<usize>) -> ViewResponse;
}

type Show<M> = fn(&mut Ui, &State, &mut M, Option<usize>) -> ViewResponse;

struct WithMemory<M> {
    memory: M,
    show: Show<M>,
}

fn with<M: Default + 'static>(show: Show<M>) -> Box<dyn Panel> {
    Box::new(WithMemory { memory: M::default(), show })
}

impl<M> Panel for WithMemory<M> {
    fn show(&mut self, ui: &mut Ui, state: &State, hovered: Option<usize>) -> ViewResponse {
        (self.show)(ui, state, &mut self.memory, hovered)
    }
}

/// The panels of all views that have one.
pub(crate) struct PanelSet(Vec<(ElementKind, Box<dyn Panel>)>);

impl Default for PanelSet {
    fn default() -> Self {
        Self(VIEWS.iter().filter_map(|view| Some((view.kind, view.panel?()))).collect())
    }
}

impl PanelSet {
    /// The kinds with a panel, in tab order.
    pub fn kinds(&self) -> impl Iterator<Item = ElementKind> + '_ {
        self.0.iter().map(|(kind, _)| *kind)
    }

    /// Shows the panel of a kind.
    pub fn show(
        &mut self,
        kind: ElementKind,
        ui: &mut Ui,
        state: &State,
        hovered: Option<usize>,
    ) -> ViewResponse {
        let panel = self.0.iter_mut().find(|(known, _)| *known == kind);
        panel.map(|(_, panel)| panel.show(ui, state, hovered)).unwrap_or_default()
    }
}
