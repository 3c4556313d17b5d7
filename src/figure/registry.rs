//! The single list of views. Code that has an [`Element`] asks here, and no other file matches on the kinds.

use serde_json::Value as Json;

use super::remark::Warned;
use crate::data::{Atlas, Reference};
use crate::document::{Element, ElementKind, Spec};
use crate::i18n::Text;
use crate::scene::{LayerCrs, MapLayer, Scene, Workbook};

use super::check::Finding;
use super::error::FigureError;
use super::page::Words;
use super::page::ink::ClassColours;
use super::view::{self, Sources, View, ViewOnPage};

macro_rules! views {
    ($($kind:ident: $view:ty;)+) => {
        /// An element after layout. Its drawing is in the scene of the figure.
        #[derive(Clone, Debug)]
        pub enum Drawn {
            $(
                #[doc = concat!("Of the kind `", stringify!($kind), "`.")]
                $kind(Box<ViewOnPage<$view>>),
            )+
        }

        /// The name of a kind of figure.
        pub fn name(kind: ElementKind) -> Text {
            match kind {
                $(ElementKind::$kind => <$view>::NAME,)+
            }
        }

        /// How a kind of figure is read, and the section of the guide that says more.
        pub fn how_to_read(kind: ElementKind) -> (Text, &'static str) {
            match kind {
                $(ElementKind::$kind => (<$view>::HOW_TO_READ, <$view>::IN_GUIDE),)+
            }
        }

        /// Lays an element out on its own page.
        ///
        /// # Errors
        /// See [`FigureError`].
        pub fn build(element: &Element, sources: Sources<'_>) -> Result<Warned<Drawn>, FigureError> {
            match element {
                $(Element::$kind(spec) => {
                    Ok(view::build::<$view>(spec, sources)?.map(|on_page| Drawn::$kind(Box::new(on_page))))
                })+
            }
        }

        /// What could mislead in an element because of its kind.
        ///
        /// # Errors
        /// See [`View::checks`].
        pub fn checks(
            element: &Element,
            sisters: &[Element],
            sources: Sources<'_>,
        ) -> Result<Vec<Finding>, FigureError> {
            match element {
                $(Element::$kind(spec) => <$view>::checks(spec, sisters, sources),)+
            }
        }

        /// The values an element is drawn from: ids of indicators and references.
        pub fn used(element: &Element, atlas: &Atlas) -> Vec<(String, Reference)> {
            match element {
                $(Element::$kind(spec) => <$view>::used(spec, atlas),)+
            }
        }

        /// Whether an element contains text of label size.
        pub(crate) fn has_labels(element: &Element) -> bool {
            match element {
                $(Element::$kind(spec) => <$view>::has_labels(Spec::page(spec)),)+
            }
        }

        /// The numbers of an element as sheets and as JSON, without laying it out.
        ///
        /// # Errors
        /// See [`FigureError`].
        pub fn table(element: &Element, sources: Sources<'_>) -> Result<Warned<(Workbook, Json)>, FigureError> {
            match element {
                $(Element::$kind(spec) => {
                    let Warned { value: model, remarks } = <$view>::model(spec, sources)?;
                    let prepared = view::Prepared::<'_, $view> { spec, model: &model, remarks: &remarks, sources };
                    let value = (prepared.table()?, prepared.facts(None));
                    Ok(Warned { value, remarks })
                })+
            }
        }

        /// An element as a layer for a geographic information system, and as JSON; `None` for what is no map.
        ///
        /// # Errors
        /// See [`FigureError`].
        pub fn layer(
            element: &Element,
            crs: LayerCrs,
            sources: Sources<'_>,
        ) -> Result<Option<Warned<(MapLayer, Json)>>, FigureError> {
            match element {
                $(Element::$kind(spec) => {
                    let Warned { value: model, remarks } = <$view>::model(spec, sources)?;
                    let prepared =
                        view::Prepared::<'_, $view> { spec, model: &model, remarks: &remarks, sources };
                    let facts = prepared.facts(None);
                    let layer = <$view>::layer(&prepared, crs)?;
                    Ok(layer.map(|layer| Warned { value: (layer, facts), remarks }))
                })+
            }
        }

        impl Drawn {
            pub fn scene(&mut self) -> &mut Scene {
                match self {
                    $(Self::$kind(on_page) => &mut on_page.scene,)+
                }
            }

            /// The texts around it.
            pub fn words(&self) -> &Words {
                match self {
                    $(Self::$kind(on_page) => &on_page.words,)+
                }
            }

            /// The colours that stand for classes.
            pub fn classes(&self) -> ClassColours<'_> {
                match self {
                    $(Self::$kind(on_page) => <$view>::classes(&on_page.model),)+
                }
            }

            /// The reading, sentence by sentence.
            pub fn reading(&self, sources: Sources<'_>) -> Vec<String> {
                match self {
                    $(Self::$kind(on_page) => on_page.prepared(sources).reading(),)+
                }
            }

            /// Its contents as JSON.
            pub fn facts(&self, sources: Sources<'_>) -> Json {
                match self {
                    $(Self::$kind(on_page) => on_page.whole(sources).facts(Some(&on_page.layout)),)+
                }
            }
        }
    };
}

views! {
    Map: super::map::MapView;
    Series: super::series::SeriesView;
    Ranking: super::ranking::RankingView;
    Scatter: super::scatter::ScatterView;
    Slope: super::slope::SlopeView;
    Dumbbell: super::dumbbell::DumbbellView;
    Contribution: super::contribution::ContributionView;
    HeatStrip: super::heat_strip::HeatStripView;
    Stream: super::stream::StreamView;
    Pyramid: super::pyramid::PyramidView;
    Spine: super::spine::SpineView;
    Distribution: super::distribution::DistributionView;
    Funnel: super::funnel::FunnelView;
    Forecast: super::forecast::ForecastView;
    Glance: super::glance::GlanceView;
    HeatTable: super::heat_table::HeatTableView;
    Lorenz: super::lorenz::LorenzView;
    Matrix: super::matrix::MatrixView;
    Moran: super::moran::MoranView;
    Peers: super::peers::PeersView;
    ScatterMatrix: super::scatter_matrix::ScatterMatrixView;
    SmallMaps: super::small_maps::SmallMapsView;
    Table: super::table::TableView;
}
