//! The ranking as a figure.

mod checks;
mod draw;
mod facts;
mod layout;
mod model;
mod on_screen;
mod range;
mod ranges;
mod reading;
mod words;

use serde_json::Value as Json;

use crate::base::Level;
use crate::data::{Atlas, Need, Reference};
use crate::document::{Element, RankingSpec};
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::page::{Page, Words};
use crate::figure::remark::{Remark, Warned};
use crate::figure::table;
use crate::figure::threshold;
use crate::figure::view::{Prepared, Sources, View};
use crate::figure::withheld::Compared;
use crate::figure::wording::reference_label;
use crate::i18n::{Text, texts};
use crate::scene::{Cell, Node, Sheet, Workbook};

use layout::Shown;

pub use layout::{OnScreen, Places};
pub use model::{Entry, Ranked, RankingModel, Span, Unranked};
pub use on_screen::on_screen;
pub use range::MemberRange;
pub use ranges::YearRange;
pub use words::{range_names, range_text, range_years, ranked, subtitle};

/// One of the amounts that a standard asks about in a unit.
type Amount = fn(&Need) -> Option<f64>;

/// The view of rankings.
#[derive(Clone, Debug)]
pub struct RankingView;

impl View for RankingView {
    type Spec = RankingSpec;
    type Model = RankingModel;
    /// Which rows fit.
    type Layout = Shown;

    const NAME: Text = texts::TAB_RANKING;
    const HOW_TO_READ: Text = texts::HOW_RANKING;
    const IN_GUIDE: &'static str = "Il posto di ciascuno, e l'intervallo dei suoi Comuni";

    fn model(spec: &RankingSpec, sources: Sources<'_>) -> Result<Warned<RankingModel>, FigureError> {
        RankingModel::new(spec, sources.atlas)
    }

    fn words(prepared: &Prepared<'_, Self>, left_out: Option<&Remark>) -> Result<Words, FigureError> {
        let Prepared { spec, model, sources: Sources { atlas, .. }, .. } = *prepared;
        let (lang, indicator) = (spec.lang, atlas.caption(&spec.indicator)?);
        let mut subtitle = words::subtitle(spec, model, indicator);
        // On a page of several elements the footer would not say which one it is about.
        let left_out = left_out.map(|remark| remark.text(lang));
        let (beside, below) = if spec.page.part.is_some() { (left_out, None) } else { (None, left_out) };
        beside.into_iter().for_each(|shown| subtitle = format!("{subtitle}. {shown}"));
        let footer = words::footer(spec, model, indicator, below, atlas);
        let words = Words::new(&spec.page, lang, lang.pick(indicator.name).to_owned(), subtitle, footer)
            .in_unit(lang.pick(indicator.unit));
        // A published table may have the areas of others too.
        Ok(if indicator.as_published { words } else { words.of_whole(&spec.page, spec.level, atlas) })
    }

    fn lay_out(prepared: &Prepared<'_, Self>, page: &Page) -> Result<Shown, FigureError> {
        Ok(frame(prepared, page)?.shown)
    }

    fn left_out(prepared: &Prepared<'_, Self>, shown: &Shown) -> Option<Remark> {
        words::shown(prepared.model, shown)
    }

    fn draw(
        prepared: &Prepared<'_, Self>,
        shown: &Shown,
        page: &Page,
    ) -> Result<Warned<Vec<Node>>, FigureError> {
        let selected = (shown.left_out > 0).then_some(Remark::SelectedLeftOut { count: shown.left_out });
        // Whoever asks for the top rows knows that there are others.
        let rows = Self::left_out(prepared, shown).filter(|_| prepared.spec.top.is_none());
        let remarks = selected.into_iter().chain(rows).collect();
        Ok(Warned { value: frame(prepared, page)?.nodes(page), remarks })
    }

    fn alt_text(prepared: &Prepared<'_, Self>) -> String {
        let Ok(indicator) = prepared.sources.atlas.caption(&prepared.spec.indicator) else {
            return String::new();
        };
        let (spec, model, atlas) = (prepared.spec, prepared.model, prepared.sources.atlas);
        words::alternative(spec, model, indicator, reading::decimals(spec, model, atlas), atlas)
    }

    fn reading(prepared: &Prepared<'_, Self>) -> Vec<String> {
        reading::sentences(prepared.spec, prepared.model, prepared.sources.atlas)
    }

    fn table(prepared: &Prepared<'_, Self>) -> Workbook {
        let mut book = table::behind(prepared.spec, prepared.sources);
        let (lang, rows) = (prepared.spec.lang, &prepared.model.rows);
        let Some(sheet) = book.sheets.first_mut() else { return book };
        let ranked = |row: &[Cell]| rows.iter().find(|known| row[0] == Cell::text(known.code.as_str()));
        let number = |value, decimals| Cell::Number { value, decimals };
        sheet.insert(2, lang.text(texts::TABLE_RANK), 8.0, |row| {
            ranked(row).map_or(Cell::Empty, |ranked| number(ranked.rank as f64, 0))
        });
        if rows.iter().any(|row| row.range.is_some()) {
            let caption = prepared.sources.atlas.caption(&prepared.spec.indicator);
            let decimals = caption.map_or(0, |caption| caption.decimals);
            let [_, _, heads @ ..] = words::range_names(prepared.spec);
            for (after, head) in heads.into_iter().enumerate() {
                // Code, name, rank and value come first.
                sheet.insert(4 + after, lang.text(head), 14.0, |row| {
                    let range = ranked(row).and_then(|ranked| ranked.range);
                    let all = range.map(|range| [range.min, range.mean, range.max]);
                    all.map_or(Cell::Empty, |all| number(all[after], decimals))
                });
            }
        }
        let years = ranges_sheet(prepared);
        if let Span::Published { has_max } = prepared.model.span {
            let caption = prepared.sources.atlas.caption(&prepared.spec.indicator);
            let decimals = caption.map_or(0, |caption| caption.decimals);
            let spread = |row: &[Cell]| ranked(row).and_then(|ranked| ranked.spread);
            let cell = |value: Option<f64>| value.map_or(Cell::Empty, |value| number(value, decimals));
            sheet.insert(4, lang.text(texts::PUBLISHED_LOWEST), 14.0, |row| {
                cell(spread(row).map(|spread| spread.min))
            });
            if has_max {
                sheet.insert(5, lang.text(texts::PUBLISHED_HIGHEST), 14.0, |row| {
                    cell(spread(row).and_then(|spread| spread.max))
                });
            }
        }
        let standard = prepared.spec.standard.as_ref();
        let needs = standard.and_then(|own| threshold::needs(prepared.spec, own, prepared.sources.atlas));
        if let Some(needs) = needs {
            let of = |row: &[Cell]| needs.iter().find(|need| row[0] == Cell::text(need.code.as_str()));
            let amounts: [(Text, Amount); 3] = [
                (texts::STANDARD_NEEDED, |need| need.needed),
                (texts::STANDARD_THERE, |need| need.there),
                (texts::STANDARD_MISSING, Need::missing),
            ];
            for (head, amount) in amounts {
                // The notes stay last.
                let at = sheet.head.len() - 1;
                sheet.insert(at, lang.text(head), 14.0, |row| {
                    of(row).and_then(amount).map_or(Cell::Empty, |value| number(value, 1))
                });
            }
            sheet.notes.push(lang.text(texts::STANDARD_NEGATIVE).to_owned());
        }
        if let Some(years) = years {
            book.sheets.insert(1, years);
        }
        book
    }

    fn facts(prepared: &Prepared<'_, Self>, shown: Option<&Shown>) -> Json {
        facts::of(prepared.spec, prepared.model, shown.map(|shown| shown.entries.as_slice()))
    }

    fn checks(spec: &RankingSpec, _: &[Element], sources: Sources<'_>) -> Result<Vec<Finding>, FigureError> {
        checks::findings(spec, sources.atlas)
    }

    fn used(spec: &RankingSpec, _: &Atlas) -> Vec<(String, Reference)> {
        let others = spec.dates_shown().into_iter().map(Reference::from).filter(|date| *date != spec.at);
        std::iter::once(spec.at).chain(others).map(|at| (spec.indicator.clone(), at)).collect()
    }

    fn compared<'a>(prepared: &Prepared<'a, Self>) -> Vec<Compared<'a>> {
        let (spec, model) = (prepared.spec, prepared.model);
        let Ok(caption) = prepared.sources.atlas.caption(&spec.indicator) else { return Vec::new() };
        let known = model.rows.iter().map(|row| (&*row.name, Ok(row.value), None));
        let absent = model.absent.iter().map(|row| (&*row.name, Err(row.reason), row.bounds));
        let level = model.level.filter(|_| !caption.as_published).unwrap_or(Level::Comuni);
        let all = Compared::of_values(spec.lang, caption, level, known.chain(absent));
        vec![Compared { ranked: all.known.clone(), ..all }]
    }
}

/// The ranges at several dates, a row for each group and date.
fn ranges_sheet(prepared: &Prepared<'_, RankingView>) -> Option<Sheet> {
    let (spec, model, lang) = (prepared.spec, prepared.model, prepared.spec.lang);
    if model.dates.is_empty() {
        return None;
    }
    let caption = prepared.sources.atlas.caption(&spec.indicator).ok()?;
    let cell = |value: Option<f64>| {
        value.map_or(Cell::Empty, |value| Cell::Number { value, decimals: caption.decimals })
    };
    let row = |row: &Ranked, year: &YearRange| {
        let range = year.range;
        let all = [range.map(|range| range.min), range.map(|range| range.mean), year.value.ok()];
        let date = reference_label(lang, caption.stated(year.date));
        let texts = [row.code.to_string(), row.name.clone(), date];
        let numbers = all.into_iter().chain([range.map(|range| range.max)]).map(cell);
        texts.map(Cell::text).into_iter().chain(numbers).collect::<Vec<_>>()
    };
    let rows = model.rows.iter().flat_map(|own| own.years.iter().map(move |year| row(own, year)));
    let [_, _, low, mean, high] = words::range_names(spec);
    let heads =
        [texts::TABLE_CODE, texts::TABLE_TERRITORY, texts::RANGE_DATE, low, mean, texts::COLUMN_VALUE, high];
    Some(Sheet {
        name: lang.text(texts::SHEET_RANGES).to_owned(),
        head: heads.map(|head| lang.text(head).to_owned()).to_vec(),
        widths: vec![9.0, 30.0, 12.0, 16.0, 16.0, 14.0, 16.0],
        rows: rows.collect(),
        frozen: 3,
        notes: Vec::new(),
    })
}

fn frame<'a>(prepared: &Prepared<'a, RankingView>, page: &Page) -> Result<draw::Frame<'a>, FigureError> {
    let indicator = prepared.sources.atlas.caption(&prepared.spec.indicator)?;
    draw::Frame::new(prepared.spec, prepared.model, indicator, page, None).ok_or(FigureError::NoRoom)
}
