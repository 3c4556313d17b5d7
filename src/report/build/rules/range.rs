//! The lowest and the highest: of the Comuni of a place, or of all Ambiti.

use crate::base::{Code, Date, Level};
use crate::data::{Indicator, Reference, Row, Scale, Table};
use crate::figure::precision::{apart, same};
use crate::figure::reading::voice::capital;
use crate::figure::wording::listed;
use crate::i18n::texts;
use crate::report::block::Origin;
use crate::report::build::context::{Context, Known};
use crate::report::build::said::Said;
use crate::report::place::Place;
use crate::report::template::At;

use super::value::{dated, per};

/// More that share an extreme are counted, not named.
const MOST_NAMED: usize = 2;

/// "Tra i suoi 6 Comuni l'indice di vecchiaia va dal 119,0 di Assago al 233,1 di Corsico (1° gennaio 2026)."
pub(super) fn range(indicator: &Indicator, place: &Place, ctx: &Context<'_>) -> Option<Said> {
    if !place.is_group() {
        return None;
    }
    let date = ctx.date(indicator, At::Latest)?;
    let table = ctx.table(&indicator.id, date, Level::Comuni)?;
    let rows: Vec<&Row> = place.members.iter().filter_map(|at| table.rows.get(*at)).collect();
    span(indicator, &rows, &table, ctx, date, Some(place))
}

/// The same among all Ambiti.
pub(super) fn ends(indicator: &Indicator, ctx: &Context<'_>) -> Option<Said> {
    let date = ctx.date(indicator, At::Latest)?;
    let table = ctx.table(&indicator.id, date, Level::Ambiti)?;
    let rows: Vec<&Row> = table.rows.iter().collect();
    span(indicator, &rows, &table, ctx, date, None)
}

fn span(
    indicator: &Indicator,
    rows: &[&Row],
    table: &Table,
    ctx: &Context<'_>,
    date: Date,
    place: Option<&Place>,
) -> Option<Said> {
    let lang = ctx.lang;
    if indicator.kind.scale() == Scale::Names {
        return None;
    }
    let present: Vec<(&Row, f64)> = rows.iter().filter_map(|row| Some((*row, row.value.ok()?))).collect();
    let by_value = |a: &&(&Row, f64), b: &&(&Row, f64)| a.1.total_cmp(&b.1);
    let (low, high) = (present.iter().min_by(by_value)?, present.iter().max_by(by_value)?);
    let finer = ctx.voice(indicator, table.level).finer(apart(indicator.decimals, &[low.1, high.1]));
    let voice = ctx.voice(&finer, table.level);
    let among = match place {
        Some(_) => texts::report_its(lang, voice.counted(rows.len())),
        None => voice.the_counted(rows.len()),
    };
    let count = ctx.count_value(rows.len(), "units", Some(indicator));
    let (day, day_origin) = ctx.date_value(indicator, date);
    let (subject, when) = dated(&voice, Reference::Date(date));
    let origin = |row: &Row| -> Origin {
        let known = Known { value: row.value, bounds: row.bounds, quality: row.quality, date };
        let code: &Code = &row.code;
        ctx.origin(indicator, Some(code), &known)
    };
    let missing = match rows.len() - present.len() {
        0 => String::new(),
        n => texts::report_missing_for(lang, voice.counted(n)),
    };
    let missing = match per(&voice) {
        Some(per) => format!("{}{missing}", texts::report_range_per(lang, per)),
        None => missing,
    };
    if present.len() < 2 {
        return None;
    }
    if same(low.1, high.1) {
        let written = voice.value(low.1);
        let text = texts::report_same_in_all(lang, among, subject, &written, when, missing);
        return Some(Said::new(capital(&text), [(day, day_origin), count, (written, origin(low.0))]));
    }
    let whose = |value: f64, first: &Row| {
        let holders: Vec<String> = present
            .iter()
            .filter(|(_, other)| same(*other, value))
            .map(|(row, _)| voice.whose(table.level, &row.name))
            .collect();
        match holders.len() {
            0 => voice.whose(table.level, &first.name),
            n if n <= MOST_NAMED => listed(lang, &holders),
            n => texts::report_of_several(lang, voice.counted(n)),
        }
    };
    let (from, to) = (voice.value(low.1), voice.value(high.1));
    // Money is told with its sign at both ends.
    let is_bare = !indicator.kind.has_steps() && lang.suffix(&indicator.suffix).trim() != "€";
    let bare = if is_bare { voice.bare(low.1) } else { from.clone() };
    let verb = voice.verb(texts::READ_GOES, texts::READ_GO);
    let text = texts::report_range(
        lang,
        among,
        subject,
        verb,
        voice.from(&bare),
        whose(low.1, low.0),
        voice.to(&to),
        whose(high.1, high.0),
        when,
        missing,
    );
    let values = [(day, day_origin), count, (bare, origin(low.0)), (to, origin(high.0))];
    Some(Said::new(capital(&text), values))
}
