//! The map of a change: its model and its texts.

use serde_json::{Value as Json, json};

use crate::base::Date;
use crate::data::{Atlas, Caption, Indicator, Note, Reference, Table, Value};
use crate::document::MapSpec;
use crate::figure::FigureError;
use crate::figure::map::kinds::common;
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::model::Mapped;
use crate::figure::map::official::Official;
use crate::figure::map::{MapModel, Shown, Sign};
use crate::figure::page::footer::{self, Source};
use crate::figure::quality::{Moves, dated};
use crate::figure::reading::change;
use crate::figure::reading::distribution::Facts;
use crate::figure::reading::voice::{Voice, method_sentence};
use crate::figure::remark::Warned;
use crate::figure::view::Sources;
use crate::figure::withheld::Compared;
use crate::figure::wording::{
    change_class, change_phrase, change_text, change_unit, current_euros, notes, reference_phrase, value_text,
};
use crate::i18n::{Lang, Thing, texts};
use crate::stats::classes::Intervals;

use super::difference::{Change, Direction, Moved, breaks, difference, remarks};

/// The change since a date.
pub struct Since(pub Date);

impl Kind for Since {
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        let change = Change::new(spec, self.0, atlas)?;
        let table = change.table();
        let remarks = remarks(&table, self.0, atlas);
        let overall = change.overall.map(Moved::by);
        let official = Official::of(spec, atlas, |atlas| self.table(spec, atlas))?;
        Mapped { table, overall, official, at_dates: None, are_differences: true, remarks }
            .model(spec, change, atlas)
    }

    fn table(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Table, FigureError> {
        Ok(Change::new(spec, self.0, atlas)?.table())
    }

    fn pooled(&self, spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Option<Value> {
        let at = |date| atlas.value_of(&spec.indicator, date, members, crate::data::Method::Pooled).ok();
        Some(difference(at(spec.date)?, at(self.0)?))
    }

    fn behind(&self, spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Vec<Value> {
        let at = |date| atlas.value_of(&spec.indicator, date, members, spec.method).ok();
        [self.0, spec.date].into_iter().filter_map(at).collect()
    }

    fn behind_words(&self, spec: &MapSpec, caption: Caption<'_>, _: &Atlas, values: &[Value]) -> Vec<String> {
        let lang = spec.lang;
        let line = |(date, value): (Date, &Value)| {
            format!("{}: {}", reference_phrase(lang, caption.stated(date)), value_text(lang, caption, *value))
        };
        [self.0, spec.date].into_iter().zip(values).map(line).collect()
    }

    fn caption<'a>(&self, caption: Caption<'a>, behind: &[Value]) -> Caption<'a> {
        match behind {
            [Ok(before), Ok(now)] => Moved { before: *before, now: *now }.caption(caption),
            _ => caption,
        }
    }

    fn breaks<'a>(&self, spec: &MapSpec, table: &Table, atlas: &'a Atlas) -> Vec<&'a Note> {
        breaks(&table.datasets, self.0, spec.date, atlas)
    }

    fn used(&self, spec: &MapSpec, _: &Atlas) -> Vec<(String, Reference)> {
        [spec.date, self.0].map(|date| (spec.indicator.clone(), date.into())).into()
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        texts::title_change(spec.lang, self.names(spec, atlas))
    }

    fn when(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        change_phrase(spec.lang, Some(caption.stated(self.0)), caption.stated(spec.date))
    }

    fn when_alone(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        self.when(spec, caption)
    }

    fn unit(&self, lang: Lang, indicator: &Indicator) -> String {
        change_unit(lang, indicator.into())
    }

    fn text(&self, lang: Lang, caption: Caption<'_>, value: Value) -> String {
        change_text(lang, caption, value)
    }
}

impl Shown for Change {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        vec![&self.earlier, &self.later]
    }

    fn sources(&self, lang: Lang, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<Source> {
        let [earlier, later] = [&self.earlier, &self.later].map(|table| dated(lang, indicator, table));
        vec![footer::source(lang, indicator, &texts::both(lang, &earlier, &later))]
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut sentences = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        sentences.extend(current_euros(spec.lang, indicator.into()));
        sentences
    }

    fn class_text(&self, lang: Lang, intervals: &Intervals, decimals: usize, class: usize) -> String {
        change_class(lang, intervals, decimals, class)
    }

    fn signs(&self) -> Vec<Sign> {
        [(texts::SYMBOL_UP, Direction::Up), (texts::SYMBOL_DOWN, Direction::Down)]
            .map(|(name, way)| Sign { name, is_negative: way == Direction::Down, count: self.count(way) })
            .into()
    }

    fn caption<'a>(&self, unit: usize, caption: Caption<'a>) -> Caption<'a> {
        self.moved(unit).map_or(caption, |moved| moved.caption(caption))
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["before", "after"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        [&self.earlier, &self.later].map(|table| table.rows[unit].value).into()
    }

    fn compared<'a>(&self, spec: &MapSpec, model: &MapModel, atlas: &'a Atlas) -> Vec<Compared<'a>> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let rows = model.table.rows.iter().enumerate();
        let rows = rows.map(|(unit, row)| (&*row.name, row.value, self.limits(unit)));
        let of = spec.lang.text(texts::SPINE_SHEET_MOVED).to_lowercase();
        let all = Compared::of_values(spec.lang, indicator.into(), spec.level, rows);
        vec![Compared { of, are_changes: true, ..all }]
    }

    fn changes(&self, _: &MapModel) -> Vec<Moves> {
        let ends = [&self.earlier, &self.later].map(|table| table.date.into());
        Moves::unlike(&self.later.indicator, ends, self.status()).into_iter().collect()
    }

    fn alt_text(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let (lang, kind) = (spec.lang, Since(self.earlier.date));
        let indicator = &common::told(spec, model, indicator, atlas);
        let voice = Voice { lang, indicator, level: spec.level };
        let facts = Facts { overall: model.overall, ..common::facts(spec, model, atlas) };
        let indicator = &voice.finer(change::decimals(&voice, &facts));
        let mut sentences: Vec<String> =
            common::extremes(&kind, spec, model, indicator).into_iter().collect();
        if model.table.present().next().is_some() {
            let [up, down, same] = Direction::ALL.map(|direction| self.count(direction));
            // The first count names what is counted.
            // In Italian nothing grows "in nessun territorio" without a "non".
            let rises = if up == 0 { texts::alt_rises_nowhere } else { texts::alt_rises };
            let falls = if down == 0 { texts::alt_falls_nowhere } else { texts::alt_falls };
            let up = rises(lang, lang.none_or_count(up, Thing::Territory));
            let down = falls(lang, lang.so_many(down));
            sentences.push(match same {
                0 => texts::alt_up_down(lang, &up, &down),
                same => texts::alt_up_down_same(lang, &up, &down, lang.so_many(same)),
            });
        }
        if !kind.breaks(spec, &model.table, atlas).is_empty() {
            sentences.push(lang.text(texts::READ_CHANGE_BREAK).to_owned());
        }
        if let Some(overall) = model.overall {
            let text = change_text(lang, indicator, Ok(overall));
            sentences.push(texts::alt_overall_change(lang, &text));
        }
        sentences
    }

    fn reading(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let indicator = &common::told(spec, model, indicator, atlas);
        let voice = Voice { lang: spec.lang, indicator, level: spec.level };
        let facts = Facts { overall: model.overall, ..common::facts(spec, model, atlas) };
        let from = self.earlier.date;
        let breaks = !breaks(&model.table.datasets, from, spec.date, atlas).is_empty();
        let mut sentences = change::sentences(&voice, &facts, from, spec.date, breaks);
        sentences.extend(method_sentence(&voice, spec.method));
        sentences
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let counts = Direction::ALL.map(|way| (way.id().to_owned(), json!(self.count(way))));
        let overall = self.overall.map(|overall| {
            json!({
                "before": overall.before, "now": overall.now, "change": overall.by(),
                "direction": overall.direction().id(),
            })
        });
        vec![
            ("compared_with", json!(self.earlier.date.to_string())),
            ("directions", Json::Object(counts.into_iter().collect())),
            ("whole", json!(overall)),
        ]
    }
}
