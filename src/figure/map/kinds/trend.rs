//! The map of trends: which series rise and which fall.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::analysis::{Course, Run, Trend, basis, courses_by_chance, runs};
use crate::data::{Absence, Atlas, Bilingual, Caption, Indicator, Polarity, Reference, Table, Value};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::{MapModel, Shown};
use crate::figure::page::footer::{self, Source};
use crate::figure::pair::not_pooled;
use crate::figure::palette::Palette;
use crate::figure::reading::voice::capital;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::wording::{listed, notes, reference_phrase};
use crate::figure::{FigureError, KindError};
use crate::i18n::{self, Lang, Thing, texts};

/// The palette where no side is good, and where one is: its red is the worse side.
const NEUTRAL: &str = "pu_or";
const JUDGED: &str = "rd_bu";
/// Up to this many territories of a class are named.
const MOST_NAMED: usize = 12;

/// Rising, falling, or neither as far as can be shown.
pub struct Courses;

impl Courses {
    fn made(spec: &MapSpec, atlas: &Atlas) -> Result<Found, FigureError> {
        let indicator = atlas.indicator(&spec.indicator)?;
        if indicator.kind.has_steps() {
            return Err(KindError::NoQuantity(indicator.name.clone()).into());
        }
        let runs = runs(atlas, &spec.query())?;
        let basis = basis(indicator).ok();
        let trends: Vec<Trend> = runs.iter().map(|run| run.trend(basis)).collect();
        Ok(Found { table: atlas.compute(&spec.query())?, runs, trends })
    }
}

impl Kind for Courses {
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        if spec.representation != Representation::Choropleth {
            return Err(KindError::ComparedAsSymbols.into());
        }
        let found = Self::made(spec, atlas)?;
        let polarity = atlas.indicator(&spec.indicator)?.polarity;
        let usual = if polarity == Polarity::Neither { NEUTRAL } else { JUDGED };
        let id = spec.palette.id.as_deref().unwrap_or(usual);
        let palette = Palette::get(id).ok_or_else(|| FigureError::UnknownPalette(id.to_owned()))?;
        // What gets worse is red, whichever way it goes.
        let turned = polarity == Polarity::HigherIsWorse && spec.palette.id.is_none();
        let bounds = [(-1.5, -0.5), (-0.5, 0.5), (0.5, 1.5)];
        let class_of = found.trends.iter().zip(&found.table.rows).map(|(trend, row)| match trend.course() {
            Some(course) => Ok(Course::ALL.iter().position(|other| *other == course).unwrap_or_default()),
            None => Err(row.value.err().unwrap_or(Absence::NotApplicable)),
        });
        let model = MapModel {
            overall: None,
            classes: None,
            rounded: None,
            names: Course::ALL.map(name_of).into(),
            class_of: class_of.collect(),
            colours: palette.colours(&bounds, spec.palette.reversed != turned, Some(0.0)),
            counts: Course::ALL.iter().map(|course| found.count(*course)).collect(),
            palette: palette.id,
            class_count: Course::ALL.len(),
            edge_on_zero: false,
            table: found.table.clone(),
            shown: Arc::new(found),
        };
        let mut remarks: Vec<Remark> = not_pooled(spec.level, spec.method).into_iter().collect();
        if model.counts.iter().sum::<usize>() == 0 {
            remarks.push(Remark::NoValues);
        }
        remarks.extend(model.absent_remarks());
        Ok(Warned { value: model, remarks })
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        texts::title_trend(spec.lang, self.names(spec, atlas))
    }

    fn when(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        texts::when_trend(spec.lang, reference_phrase(spec.lang, caption.stated(spec.date)))
    }

    fn when_alone(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        self.when(spec, caption)
    }

    fn used(&self, spec: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let Ok(indicator) = atlas.indicator(&spec.indicator) else { return Vec::new() };
        let dates = atlas.dates(indicator).into_iter();
        dates.map(|date| (spec.indicator.clone(), date.into())).collect()
    }
}

fn name_of(course: Course) -> Bilingual {
    Lang::both(|lang| capital(lang.course(course)))
}

/// The numbers of such a map.
#[derive(Clone, Debug)]
struct Found {
    table: Table,
    runs: Vec<Run>,
    trends: Vec<Trend>,
}

impl Found {
    fn count(&self, course: Course) -> usize {
        self.trends.iter().filter(|trend| trend.course() == Some(course)).count()
    }

    fn tested(&self) -> usize {
        self.trends.iter().filter(|trend| trend.course().is_some()).count()
    }

    /// How many rise, fall or do neither.
    fn counts(&self, lang: Lang) -> String {
        let count = |course| lang.count(self.count(course), Thing::Territory);
        let short = self.trends.len() - self.tested();
        let [up, down, steady] = [Course::Rising, Course::Falling, Course::Steady].map(count);
        match short {
            0 => texts::trend_counts(lang, up, down, steady),
            short => texts::trend_counts_short(lang, up, down, steady, lang.count(short, Thing::Territory)),
        }
    }

    /// The territories of a class, where they are few.
    fn named(&self, lang: Lang, course: Course) -> Option<String> {
        let units = self.trends.iter().zip(&self.table.rows);
        let names: Vec<String> = units
            .filter(|(trend, _)| trend.course() == Some(course))
            .map(|(_, row)| row.name.clone())
            .collect();
        let is_told = !names.is_empty() && names.len() <= MOST_NAMED;
        is_told.then(|| {
            texts::cluster_names(lang, capital(lang.course(course)), names.len(), listed(lang, &names))
        })
    }

    /// The years that most series cover, what chance alone would give, and what the test cannot know.
    fn caveats(&self, lang: Lang) -> Vec<String> {
        let mut sentences = Vec::new();
        let longest = self.runs.iter().max_by_key(|run| run.dates.len());
        if let Some([first, .., last]) = longest.map(|run| run.dates.as_slice()) {
            let points = longest.map_or(0, |run| run.dates.len());
            sentences.push(texts::trend_span(lang, first.year(), last.year(), points));
        }
        let chance = i18n::significant(lang, courses_by_chance(&self.trends), 2);
        sentences.push(texts::trend_chance(lang, self.tested(), chance));
        if self.tested() > 0 {
            sentences.push(lang.text(texts::STATS_TREND_NOTE).to_owned());
        }
        sentences
    }

    /// The breaks that series begin after; a footer has them among the remarks on the data.
    fn breaks(&self, lang: Lang) -> Vec<String> {
        let mut breaks: Vec<String> = Vec::new();
        for note in self.runs.iter().filter_map(|run| run.broken_by.as_ref()) {
            let said = texts::stats_broken(lang, lang.pick(note));
            if !breaks.contains(&said) {
                breaks.push(said);
            }
        }
        breaks
    }
}

impl Shown for Found {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        vec![&self.table]
    }

    fn sources(&self, lang: Lang, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<Source> {
        let all = self.runs.iter().flat_map(|run| &run.dates);
        let (first, last) = (all.clone().min(), all.max());
        let when = match (first, last) {
            (Some(first), Some(last)) => {
                let [first, last] =
                    [first, last].map(|date| reference_phrase(lang, indicator.period.ending(*date)));
                texts::both(lang, first, last)
            }
            _ => reference_phrase(lang, indicator.period.ending(self.table.date)),
        };
        vec![footer::source(lang, indicator, &when)]
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut sentences = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        sentences.extend(self.caveats(spec.lang));
        sentences
    }

    fn legend_head(&self, lang: Lang) -> Option<String> {
        Some(lang.text(texts::LEGEND_TREND).to_owned())
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["slope", "trend_p"]
    }

    fn behind(&self, unit: usize) -> Vec<Value> {
        match self.trends.get(unit).map(|trend| &trend.kendall) {
            Some(Ok((kendall, slope))) => vec![Ok(slope.slope), Ok(kendall.p)],
            _ => vec![Err(Absence::NotApplicable); 2],
        }
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let mut sentences = vec![self.counts(spec.lang)];
        let sides = [Course::Rising, Course::Falling];
        sentences.extend(sides.into_iter().filter_map(|course| self.named(spec.lang, course)));
        sentences
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = vec![self.counts(lang)];
        let sides = [Course::Rising, Course::Falling];
        sentences.extend(sides.into_iter().filter_map(|course| self.named(lang, course)));
        sentences.extend(self.caveats(lang));
        sentences.extend(self.breaks(lang));
        sentences
    }

    fn reading_says_what(&self) -> bool {
        false
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let unit = |((trend, run), row): ((&Trend, &Run), &crate::data::Row)| {
            let kendall = trend.kendall.as_ref().ok();
            json!({
                "code": row.code.to_string(),
                "course": trend.course().map(Course::id),
                "years": run.years(),
                "p": kendall.map(|(kendall, _)| kendall.p),
                "sen_slope": kendall.map(|(_, slope)| slope.slope),
            })
        };
        let units: Vec<Json> = self.trends.iter().zip(&self.runs).zip(&self.table.rows).map(unit).collect();
        vec![
            ("tested", json!(self.tested())),
            ("expected_by_chance", json!(courses_by_chance(&self.trends))),
            ("units", Json::Array(units)),
        ]
    }
}
