//! The territories most like another as a sheet: all of them, with their values.

use crate::figure::view::Prepared;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::view::PeersView;
use super::words;

pub fn workbook(prepared: &Prepared<'_, PeersView>) -> Workbook {
    let (spec, model, atlas) = (prepared.spec, prepared.model, prepared.sources.atlas);
    let lang = spec.lang;
    let text = |text| lang.text(text).to_owned();
    let mut head = vec![text(texts::PEERS_SHEET_PLACE), text(texts::PEERS_DISTANCE)];
    head.extend((0..model.indicators.len()).map(|at| words::indicator(lang, atlas, model, at)));
    let decimals: Vec<usize> = model
        .indicators
        .iter()
        .map(|one| atlas.caption(&one.indicator).map_or(1, |caption| caption.decimals))
        .collect();
    let row = |name: String, distance: f64, values: &[f64]| {
        let numbers = values.iter().zip(&decimals);
        [Cell::text(name), Cell::Number { value: distance, decimals: 2 }]
            .into_iter()
            .chain(numbers.map(|(value, decimals)| Cell::Number { value: *value, decimals: *decimals }))
            .collect::<Vec<Cell>>()
    };
    let own = model.own.iter().filter(|_| !model.values.is_empty());
    let own = own.map(|(_, name, level)| row(lang.territory(*level, name), 0.0, &model.values));
    let others = model.peers.iter();
    let others =
        others.map(|peer| row(lang.territory(model.level, &peer.name), peer.like.distance, &peer.values));
    let widths = [28.0, 12.0].into_iter().chain(std::iter::repeat_n(18.0, model.indicators.len())).collect();
    let rows = own.chain(others).collect();
    let values = Sheet { name: text(texts::SHEET_VALUES), head, widths, rows, frozen: 1, notes: Vec::new() };
    Workbook { title: words::title(lang, model), decimal_comma: lang == Lang::It, sheets: vec![values] }
}
