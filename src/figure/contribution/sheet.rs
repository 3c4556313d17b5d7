//! Contributions to a change as sheets: a row for each member, and one for the change that they add up to.

use crate::data::{Reference, Value};
use crate::document::ContributionSpec;
use crate::figure::table::about_lines;
use crate::figure::view::Sources;
use crate::i18n::{Lang, texts};
use crate::scene::{Cell, Sheet, Workbook};

use super::model::ContributionModel;
use super::words;

/// Both values and the contribution of each member, through its numerator and its denominator too; the last row is the
/// territory, whose change is their sum.
pub fn workbook(spec: &ContributionSpec, model: &ContributionModel, sources: Sources<'_>) -> Workbook {
    let lang = spec.lang;
    let caption = sources.atlas.caption(&spec.indicator);
    let decimals = caption.as_ref().map_or(0, |caption| caption.decimals);
    let text = |text| lang.text(text).to_owned();
    let has_sides = model.has_sides();
    let unit = caption.as_ref().map(|caption| lang.pick(caption.unit).to_owned()).unwrap_or_default();
    let [from, to] = [0, 1].map(|at| format!("{} [{unit}]", words::date(spec, model, at)));
    let mut head =
        vec![text(texts::TABLE_CODE), text(texts::TABLE_TERRITORY), from, to, text(texts::CONTRIBUTION_HEAD)];
    if has_sides {
        head.extend([text(texts::CONTRIBUTION_OF_NUMERATOR), text(texts::CONTRIBUTION_OF_DENOMINATOR)]);
    }
    let number = |value, decimals| Cell::Number { value, decimals };
    let own = |value: Value| match value {
        Ok(value) => number(value, decimals),
        Err(why) => Cell::text(lang.absence(why)),
    };
    let effects = |effects: Option<[f64; 2]>| {
        effects.filter(|_| has_sides).into_iter().flatten().map(|effect| number(effect, model.decimals))
    };
    let mut rows: Vec<Vec<Cell>> = model
        .parts()
        .map(|(part, _)| {
            let mut row = vec![Cell::text(part.code.as_str()), Cell::text(&*part.name)];
            row.extend(part.own.map(own));
            row.push(number(part.by, model.decimals));
            row.extend(effects(part.effects));
            row
        })
        .collect();
    if let Some(divided) = &model.divided {
        let name = words::whole_known(spec, model);
        let mut row = vec![Cell::text(model.code.as_str()), Cell::text(name)];
        row.extend(divided.ends.map(|end| number(end, decimals)));
        row.push(number(divided.change(), model.decimals));
        row.extend(effects(divided.effects));
        rows.push(row);
    }
    let widths = [9.0, 34.0, 16.0, 16.0, 16.0, 18.0, 18.0][..head.len()].to_vec();
    let values = Sheet { name: text(texts::SHEET_VALUES), head, widths, rows, frozen: 2, notes: Vec::new() };
    let dates = [spec.from, spec.to].map(Reference::from);
    let about = about_lines(spec, &spec.indicator, &dates, sources, |at, column| {
        if at == dates[1] {
            column.breaks = model.breaks.iter().map(|found| lang.pick(found).to_owned()).collect();
        }
    });
    Workbook {
        title: caption.map_or_else(
            |_| String::new(),
            |caption| {
                format!("{}. {}", words::title(spec, model, caption), words::subtitle(spec, model, caption))
            },
        ),
        decimal_comma: lang == Lang::It,
        sheets: std::iter::once(values).chain(about).collect(),
    }
}
