//! Every view from a change of its spec to what is painted: its numbers, its texts and its scene, as the window makes them.

use std::fmt;

use atlante::document::SvgText;
use atlante::document::{Element, ElementKind, IndicatorAt, MatrixSpec, Subject};
use atlante::export::{self, Format};
use atlante::figure::page::compose;
use atlante::figure::{glance, registry};
use atlante::i18n::Lang;
use divan::{Bencher, black_box};

use super::{BUNDLE, INDICATOR, date};
use atlante::base::{Code, Level};
use atlante::document::MapSpec;

/// A kind of view by its name.
#[derive(Clone, Copy)]
struct Kind(ElementKind);

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

fn kinds() -> impl Iterator<Item = Kind> {
    ElementKind::ALL.iter().copied().map(Kind)
}

/// Of the 193 Comuni.
#[divan::bench(args = kinds())]
fn of_193(bencher: Bencher<'_, '_>, kind: Kind) {
    let map = MapSpec { level: Level::Comuni, ..MapSpec::new(INDICATOR, date()) };
    let Some(element) = Element::opening(kind.0, &Subject::of(&map), &BUNDLE.atlas) else { return };
    bencher.bench_local(|| registry::build(black_box(&element), BUNDLE.sources()).is_ok());
}

/// The correlations of as many indicators as a matrix holds.
#[divan::bench]
fn matrix_of_40(bencher: Bencher<'_, '_>) {
    let atlas = &BUNDLE.atlas;
    let all = atlas.catalogue.indicators();
    let known = all.iter().filter_map(|one| {
        let at = atlas.usual_date(one)?;
        (!one.kind.has_steps()).then(|| IndicatorAt { indicator: one.id.clone(), date: at })
    });
    let element = Element::from(MatrixSpec::new(known.take(40).collect(), Level::Comuni));
    bencher.bench_local(|| registry::build(black_box(&element), BUNDLE.sources()).is_ok());
}

/// A mayor's sheet as PDF.
#[divan::bench]
fn mayors_sheet(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| {
        let spec = glance::page::page(&Code::from("015011"), &BUNDLE.atlas, Lang::It)?;
        let figure = compose::build(&spec, BUNDLE.sources()).ok()?.value;
        export::figure(&figure.scene, Format::Pdf, SvgText::Text, 300).ok()
    });
}
