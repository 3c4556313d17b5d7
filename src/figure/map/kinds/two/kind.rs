//! Two indicators at once, each in three classes.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::base::Date;
use crate::data::{Atlas, Caption, Indicator, Kind as Counted, Overlap, Reference, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::i18n::{self, Lang, Thing, texts, within_sentence};
use crate::stats::classes::Scheme;

use crate::figure::allowed::Asked;
use crate::figure::map::facts::qualities;
use crate::figure::map::kinds::change::gravest;
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::{LegendForm, MapModel, Shown};
use crate::figure::page::footer::{self, Source};
use crate::figure::pair::not_pooled;
use crate::figure::quality::dated;
use crate::figure::reading::voice::Voice;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::wording::{hidden_in, notes, reference_phrase, value_text, weighted_note};
use crate::figure::{FigureError, KindError};

use super::axis::Axis;
use super::bivariate::{Bivariate, SIDE};
use super::reading;

/// The schemes whose number of classes can be set to three.
pub const SCHEMES: [Scheme; 3] = [Scheme::Quantile, Scheme::EqualInterval, Scheme::FisherJenks];

/// The default palette.
const USUAL: &str = "stevens_pu_or";

/// With fewer territories than this for the nine classes, the pattern is a matter of chance.
const FEW: usize = 5 * SIDE * SIDE;

/// The map's indicator together with the one with this id.
pub struct Beside<'a>(pub &'a str);

impl Kind for Beside<'_> {
    /// Class `row * 3 + column` is in the column of the first indicator's class and the row of the second's.
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        let second = self.0;
        if second == spec.indicator {
            return Err(KindError::SameIndicator.into());
        }
        for id in [spec.indicator.as_str(), second] {
            Asked::Two.of(atlas.indicator(id)?)?;
        }
        if !SCHEMES.contains(&spec.scheme()) {
            return Err(KindError::SchemeOfTwo.into());
        }
        if spec.representation != Representation::Choropleth {
            return Err(KindError::TwoAsSymbols.into());
        }
        let id = spec.palette.id.as_deref().unwrap_or(USUAL);
        let palette = Bivariate::get(id).ok_or_else(|| KindError::NotBivariate(id.to_owned()))?;
        let axes = [Axis::new(spec, &spec.indicator, atlas)?, Axis::new(spec, second, atlas)?];
        let class_of: Vec<_> = (0..axes[0].table.rows.len())
            .map(|unit| match (axes[0].place_of(unit), axes[1].place_of(unit)) {
                (Ok(column), Ok(row)) => Ok(row * SIDE + column),
                (first, second) => Err(gravest(first.err(), second.err())),
            })
            .collect();
        let mut counts = vec![0; SIDE * SIDE];
        for &class in class_of.iter().flatten() {
            counts[class] += 1;
        }
        let indicators = [atlas.indicator(&spec.indicator)?, atlas.indicator(second)?];
        let (table, overall) = (axes[0].table.clone(), axes[0].overall);
        let shown = Arc::new(Two(axes));
        let model = MapModel {
            table,
            overall,
            classes: None,
            rounded: None,
            names: Vec::new(),
            class_of,
            colours: palette.colours(spec.palette.reversed),
            counts,
            palette: palette.id,
            class_count: SIDE,
            edge_on_zero: false,
            shown: Arc::<Two>::clone(&shown),
        };
        let mut remarks = remarks(spec, &model, &shown.0, indicators);
        remarks.extend(other_date(spec, &shown.0[1], atlas));
        Ok(Warned { value: model, remarks })
    }

    fn behind(&self, spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Vec<Value> {
        atlas.value_of(self.0, self.date(spec, atlas), members, spec.method).into_iter().collect()
    }

    fn behind_words(&self, spec: &MapSpec, _: Caption<'_>, atlas: &Atlas, values: &[Value]) -> Vec<String> {
        let Some(second) = atlas.catalogue.get(self.0) else { return Vec::new() };
        let name = spec.lang.pick(&second.name);
        let date = self.date(spec, atlas);
        let own = Caption::from(second).stated(date);
        let first = atlas.catalogue.get(&spec.indicator).map(|first| Caption::from(first).stated(spec.date));
        let when = match first == Some(own) {
            true => String::new(),
            false => format!(" {}", reference_phrase(spec.lang, own)),
        };
        values
            .iter()
            .map(|value| format!("{name}{when}: {}", value_text(spec.lang, second, *value)))
            .collect()
    }

    fn used(&self, spec: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        vec![(spec.indicator.clone(), spec.date.into()), (self.0.to_owned(), self.date(spec, atlas).into())]
    }

    fn names(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        let lang = spec.lang;
        let name = |id: &str| atlas.catalogue.get(id).map_or("", |indicator| lang.pick(&indicator.name));
        texts::title_two(lang, name(&spec.indicator), within_sentence(name(self.0)))
    }

    fn units(&self, lang: Lang, indicator: &Indicator, atlas: &Atlas) -> String {
        let own = self.unit(lang, indicator);
        match atlas.catalogue.get(self.0) {
            Some(second) => format!("{own}; {}", lang.pick(&second.unit)),
            None => own,
        }
    }
}

impl Beside<'_> {
    /// The date of the second.
    fn date(&self, spec: &MapSpec, atlas: &Atlas) -> Date {
        atlas.catalogue.get(self.0).and_then(|own| atlas.date_beside(own, spec.date)).unwrap_or(spec.date)
    }
}

/// That the second is of another day than the map, where it is.
fn other_date(spec: &MapSpec, second: &Axis, atlas: &Atlas) -> Option<Remark> {
    let of = atlas.catalogue.get(&second.indicator)?;
    let first = atlas.catalogue.get(&spec.indicator)?;
    // A tax year and the day it ends on are two things.
    let [wanted, shown] = [first.period.ending(spec.date), of.period.ending(second.table.date)];
    (wanted != shown).then(|| Remark::OtherDate { indicator: of.name.clone(), wanted, shown })
}

/// Two indicators, the first along x and the second along y.
#[derive(Clone, Debug)]
pub struct Two(pub [Axis; 2]);

impl Shown for Two {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        self.0.iter().map(|axis| &axis.table).collect()
    }

    fn sources(&self, lang: Lang, model: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<Source> {
        let first = footer::source(lang, indicator, &dated(lang, indicator, &model.table));
        let axis = &self.0[1];
        let Some(second) = atlas.catalogue.get(&axis.indicator) else { return vec![first] };
        let line = footer::source(lang, second, &dated(lang, second, &axis.table));
        if line == first {
            return vec![first];
        }
        let named = |indicator: &Indicator| vec![lang.pick(&indicator.name).to_owned()];
        vec![first.of(named(indicator)), line.of(named(second))]
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, atlas: &Atlas) -> Vec<String> {
        let (lang, level, method) = (spec.lang, spec.level, spec.method);
        let both = [Some(indicator), atlas.catalogue.get(&self.0[1].indicator)];
        let sentences = |own: &Indicator| {
            let mut sentences = notes(lang, own.into(), Some(level), method);
            sentences.extend(weighted_note(lang, own.into(), level, method));
            sentences
        };
        let other = other_date(spec, &self.0[1], atlas).map(|remark| remark.text(lang));
        let hidden = self.0.iter().find_map(|axis| hidden_in(lang, &axis.table.rows));
        both.into_iter().flatten().flat_map(sentences).chain(other).chain(hidden).collect()
    }

    fn legend(&self) -> LegendForm<'_> {
        LegendForm::Square(&self.0)
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["second"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        vec![self.0[1].table.rows[unit].value]
    }

    /// The counts at the four corners of the legend, and the overall values.
    fn alt_text(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let [both, corners @ ..] = [8, 0, 2, 6].map(|class: usize| model.counts[class]);
        let [neither, first, second] = corners.map(|count| i18n::number(lang, count as f64, 0));
        // The first count names what is counted.
        let both = lang.count(both, Thing::Territory);
        let mut sentences = vec![texts::alt_two(lang, both, neither, first, second)];
        let overall =
            |axis: &Axis| Some(value_text(lang, atlas.catalogue.get(&axis.indicator)?, Ok(axis.overall?)));
        if let (Some(first), Some(second)) = (overall(&self.0[0]), overall(&self.0[1])) {
            sentences.push(texts::alt_overall_two(lang, &first, &second));
        }
        sentences.extend(other_date(spec, &self.0[1], atlas).map(|remark| remark.text(lang)));
        sentences
    }

    fn reading(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let voice = Voice { lang: spec.lang, indicator, level: spec.level };
        let mut sentences = reading::sentences(&voice, spec, model, &self.0, atlas);
        sentences.extend(other_date(spec, &self.0[1], atlas).map(|remark| remark.text(spec.lang)));
        sentences
    }

    /// The first is along x, the second along y, and the counts of the model go row by row from the bottom.
    fn facts(&self) -> Vec<(&'static str, Json)> {
        let axis = |axis: &Axis| {
            let breaks = axis.classes.as_ref().map(|c| c.intervals.uppers()).unwrap_or_default();
            json!({ "indicator": axis.indicator, "breaks": breaks, "quality": qualities(&axis.table) })
        };
        vec![("axes", self.0.iter().map(axis).collect())]
    }
}

fn remarks(spec: &MapSpec, model: &MapModel, axes: &[Axis; 2], indicators: [&Indicator; 2]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for indicator in indicators.iter().filter(|indicator| indicator.kind == Counted::Count) {
        remarks.push(Remark::CountInTwo { indicator: indicator.name.clone() });
    }
    match indicators[0].overlap(indicators[1]) {
        Overlap::Same | Overlap::Part => remarks.push(Remark::CommonData),
        Overlap::Base => remarks.push(Remark::CommonBase),
        Overlap::Apart => {}
    }
    remarks.extend(not_pooled(spec.level, spec.method));
    match model.counts.iter().sum::<usize>() {
        0 => remarks.push(Remark::NoValuesOfTwo),
        units if units < FEW => remarks.push(Remark::FewForTwo { units }),
        _ => {}
    }
    for (axis, indicator) in axes.iter().zip(indicators) {
        let classes = axis.places().len();
        if (1..SIDE).contains(&classes) {
            remarks.push(Remark::MergedClassesOf { indicator: indicator.name.clone(), classes });
        }
    }
    remarks.extend(model.absent_remarks());
    remarks
}
