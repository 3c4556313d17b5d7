//! What a page can contain: the single list of element kinds, and what their specs have in common.
//!
//! A new kind is a file here with its spec, and a line in the list of `elements!`.

mod by_age;
mod classes;
mod contribution;
mod distribution;
mod dumbbell;
mod forecast;
mod funnel;
mod glance;
mod heat_strip;
mod heat_table;
mod indicator_at;
mod lorenz;
mod map;
mod map_frame;
mod map_kind;
mod matrix;
mod moran;
mod peers;
mod pyramid;
mod ranking;
mod scatter;
mod scatter_matrix;
mod series;
mod slope;
mod small_maps;
mod spec;
mod spine;
mod stream;
mod subject;
mod table;
mod table_column;
mod threshold;

use serde::{Deserialize, Serialize};

use crate::data::Atlas;
use crate::i18n::Lang;

use super::page::PageSpec;

pub use classes::{ClassSpan, ClassSpec};
pub use contribution::{ContributionForm, ContributionSpec};
pub use distribution::{DistributionForm, DistributionSpec};
pub use dumbbell::{DumbbellOrder, DumbbellSpec};
pub use forecast::ForecastSpec;
pub use funnel::FunnelSpec;
pub use glance::{GlancePart, GlanceSpec};
pub use heat_strip::{HeatStripSpec, StripOrder};
pub use heat_table::HeatTableSpec;
pub use indicator_at::IndicatorAt;
pub use lorenz::LorenzSpec;
pub use map::{MapSpec, PaletteSpec, Representation};
pub use map_frame::{Degrees, MapFrame};
pub use map_kind::{LocalTest, MapKind};
pub use matrix::{Coefficient, MatrixSpec};
pub use moran::MoranSpec;
pub use peers::PeersSpec;
pub use pyramid::{AgeBands, PyramidAgainst, PyramidMeasure, PyramidScale, PyramidSpec};
pub use ranking::RankingSpec;
pub use scatter::{PointColour, QuadrantSplit, ScatterSpec, ScatterView};
pub use scatter_matrix::ScatterMatrixSpec;
pub use series::{SeriesMode, SeriesSpec};
pub use slope::SlopeSpec;
pub use small_maps::{SmallMapsOf, SmallMapsSpec};
pub use spec::Spec;
pub use spine::{SpinePeers, SpineSpec};
pub use stream::{StreamForm, StreamSpec};
pub use subject::Subject;
pub use table::{SortBy, TableSort, TableSpec, TableView};
pub use table_column::TableColumn;
pub use threshold::Threshold;

impl Element {
    /// Chooses the part of the territory that a map shows; nothing else has one.
    pub fn show_part(&mut self, frame: MapFrame) {
        if let Some(map) = MapSpec::of_mut(self) {
            map.frame = frame;
        }
    }
}

/// The spec of one of the kinds in the list.
pub trait OfKind: Spec + Sized {
    const KIND: ElementKind;

    /// The spec of an element, if it is of this kind.
    fn of(element: &Element) -> Option<&Self>;

    /// As [`of`](Self::of), for editing.
    fn of_mut(element: &mut Element) -> Option<&mut Self>;
}

macro_rules! elements {
    ($($(#[$doc:meta])* $kind:ident($spec:ident) = $id:literal;)+) => {
        /// An element of a page.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "element")]
        pub enum Element {
            $($(#[$doc])* #[serde(rename = $id)] $kind($spec),)+
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ElementKind {
            $($(#[$doc])* #[serde(rename = $id)] $kind,)+
        }

        impl ElementKind {
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The name used in files and on the command line.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$kind => $id,)+
                }
            }
        }

        impl Element {
            pub fn kind(&self) -> ElementKind {
                match self {
                    $(Self::$kind(_) => ElementKind::$kind,)+
                }
            }

            /// Its spec, through the interface common to all kinds.
            pub fn spec(&self) -> &dyn Spec {
                match self {
                    $(Self::$kind(spec) => spec,)+
                }
            }

            /// As [`spec`](Self::spec), for editing.
            pub(crate) fn spec_mut(&mut self) -> &mut dyn Spec {
                match self {
                    $(Self::$kind(spec) => spec,)+
                }
            }

            /// An element of a kind in its initial state; `None` where there is nothing of that kind to show.
            pub fn opening(kind: ElementKind, subject: &Subject, atlas: &Atlas) -> Option<Self> {
                match kind {
                    $(ElementKind::$kind => <$spec>::opening(subject, atlas).map(Self::$kind),)+
                }
            }
        }

        $(
            impl OfKind for $spec {
                const KIND: ElementKind = ElementKind::$kind;

                fn of(element: &Element) -> Option<&Self> {
                    match element {
                        Element::$kind(spec) => Some(spec),
                        _ => None,
                    }
                }

                fn of_mut(element: &mut Element) -> Option<&mut Self> {
                    match element {
                        Element::$kind(spec) => Some(spec),
                        _ => None,
                    }
                }
            }

            impl From<$spec> for Element {
                fn from(spec: $spec) -> Self {
                    Self::$kind(spec)
                }
            }
        )+
    };
}

elements! {
    Map(MapSpec) = "map";
    Series(SeriesSpec) = "series";
    Ranking(RankingSpec) = "ranking";
    Scatter(ScatterSpec) = "scatter";
    Slope(SlopeSpec) = "slope";
    Dumbbell(DumbbellSpec) = "dumbbell";
    Contribution(ContributionSpec) = "contributions";
    HeatStrip(HeatStripSpec) = "heat_strip";
    Pyramid(PyramidSpec) = "pyramid";
    Spine(SpineSpec) = "spine";
    Distribution(DistributionSpec) = "distribution";
    Funnel(FunnelSpec) = "funnel";
    Forecast(ForecastSpec) = "forecast";
    Glance(GlanceSpec) = "glance";
    HeatTable(HeatTableSpec) = "heat_table";
    Lorenz(LorenzSpec) = "lorenz";
    Matrix(MatrixSpec) = "matrix";
    Moran(MoranSpec) = "moran";
    Peers(PeersSpec) = "peers";
    ScatterMatrix(ScatterMatrixSpec) = "scatter_matrix";
    SmallMaps(SmallMapsSpec) = "small_maps";
    Stream(StreamSpec) = "stream";
    Table(TableSpec) = "table";
}

impl Element {
    pub fn page(&self) -> &PageSpec {
        self.spec().page()
    }

    /// Its own page, for editing.
    pub fn page_mut(&mut self) -> &mut PageSpec {
        self.spec_mut().page_mut()
    }

    /// The language of its texts.
    pub fn lang(&self) -> Lang {
        self.spec().lang()
    }

    /// A name for its file: letters, digits, `_` and `-`.
    pub fn file_stem(&self) -> String {
        self.spec().file_stem()
    }
}
