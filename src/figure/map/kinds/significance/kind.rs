//! The map of a comparison: its model and its texts.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::analysis::{Against, Benchmark, Skipped, Verdict};
use crate::base::Level;
use crate::data::{Absence, Atlas, Bilingual, Caption, Indicator, Method, Polarity, Query, Table};
use crate::document::{MapSpec, Representation};
use crate::figure::map::kinds::common;
use crate::figure::map::kinds::kind::Kind;
use crate::figure::map::{MapModel, Shown};
use crate::figure::page::footer::{self, Source};
use crate::figure::pair::not_pooled;
use crate::figure::palette::Palette;
use crate::figure::quality::dated;
use crate::figure::reading::voice::capital;
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::wording::{listed, notes, reference_in_full, reference_phrase, value_text};
use crate::figure::{FigureError, KindError};
use crate::i18n::{self, Lang, Text, texts};
use crate::stats::compare::Side;
use crate::stats::intervals::Confidence;

/// The sides and their classes, from the lowest.
const SIDES: [Side; 3] = Side::ALL;
/// The palette where no side is good, and where one is: its red is the worse side.
const NEUTRAL: &str = "pu_or";
const JUDGED: &str = "rd_bu";
/// Up to this many territories of a side are named.
const MOST_NAMED: usize = 8;

/// The comparison with a benchmark.
pub struct Compared {
    pub benchmark: Benchmark,
    pub confidence: Confidence,
}

impl Compared {
    fn against(&self, query: &Query, atlas: &Atlas) -> Result<Against, FigureError> {
        Against::new(atlas, query, self.benchmark, self.confidence)
            .map_err(|refusal| FigureError::of_refusal(refusal, atlas))
    }
}

impl Kind for Compared {
    fn model(
        &self,
        spec: &MapSpec,
        Sources { atlas, .. }: Sources<'_>,
    ) -> Result<Warned<MapModel>, FigureError> {
        let against = self.against(&spec.query(), atlas)?;
        if spec.representation != Representation::Choropleth {
            return Err(KindError::ComparedAsSymbols.into());
        }
        let usual = if against.polarity == Polarity::Neither { NEUTRAL } else { JUDGED };
        let id = spec.palette.id.as_deref().unwrap_or(usual);
        let palette = Palette::get(id).ok_or_else(|| FigureError::UnknownPalette(id.to_owned()))?;
        // What is worse is red, whichever side it is on.
        let turned = against.polarity == Polarity::HigherIsWorse && spec.palette.id.is_none();
        let bounds = [(-1.5, -0.5), (-0.5, 0.5), (0.5, 1.5)];
        let colours = palette.colours(&bounds, spec.palette.reversed != turned, Some(0.0));
        let class_of: Vec<Result<usize, Absence>> = against
            .rows
            .iter()
            .map(|row| match row.side {
                Ok(side) => Ok(SIDES.iter().position(|other| *other == side).unwrap_or_default()),
                Err(Skipped::NoValue(absence)) => Err(absence),
                Err(Skipped::Itself | Skipped::NoBenchmark | Skipped::NoInterval) => {
                    Err(Absence::NotApplicable)
                }
            })
            .collect();
        let counts = SIDES.iter().map(|side| against.count(*side)).collect();
        let names = SIDES.iter().map(|side| name(Verdict::of(*side, against.polarity))).collect();
        let model = MapModel {
            table: against.counted.table.clone(),
            overall: common::overall(spec.query(), atlas)?,
            classes: None,
            rounded: None,
            names,
            class_of,
            colours,
            counts,
            palette: palette.id,
            class_count: SIDES.len(),
            edge_on_zero: false,
            shown: Arc::new(Significance(against)),
        };
        let mut remarks: Vec<Remark> = not_pooled(spec.level, spec.method).into_iter().collect();
        if model.counts.iter().sum::<usize>() == 0 {
            remarks.push(Remark::NoValues);
        }
        remarks.extend(model.absent_remarks());
        Ok(Warned { value: model, remarks })
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        texts::title_significance(spec.lang, self.names(spec, atlas))
    }

    fn when(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        self.compared(spec.lang, reference_phrase(spec.lang, caption.stated(spec.date)))
    }

    fn when_alone(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        self.compared(spec.lang, reference_in_full(spec.lang, caption.stated(spec.date)))
    }

    fn behind(&self, spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Vec<crate::data::Value> {
        // A group of a single Comune is one of several levels: the interval of its counts is the same.
        let value = atlas.value_of(&spec.indicator, spec.date, members, Method::Pooled);
        let unit = Level::ALL.into_iter().find_map(|level| {
            let units = atlas.territories.units(level);
            Some((level, units.iter().position(|unit| unit.members == members)?))
        });
        let (Ok(Ok(_)), Some((level, unit))) = (value, unit) else { return Vec::new() };
        let Ok(against) = self.against(&Query { level, ..spec.query() }, atlas) else { return Vec::new() };
        let Some(row) = against.rows.get(unit) else { return Vec::new() };
        let Some(interval) = row.interval else { return Vec::new() };
        [Some(interval.lower), Some(interval.upper), row.benchmark].into_iter().flatten().map(Ok).collect()
    }

    fn behind_words(
        &self,
        spec: &MapSpec,
        caption: Caption<'_>,
        _: &Atlas,
        values: &[crate::data::Value],
    ) -> Vec<String> {
        let lang = spec.lang;
        let finer = Caption { decimals: caption.decimals + 1, ..caption };
        let text = |value: &crate::data::Value| value_text(lang, finer, *value);
        match values {
            [lower, upper, rest @ ..] => {
                let mut lines = vec![texts::significance_interval(lang, text(lower), text(upper))];
                lines.extend(rest.first().map(|value| texts::significance_benchmark(lang, text(value))));
                lines
            }
            _ => Vec::new(),
        }
    }
}

impl Compared {
    fn compared(&self, lang: Lang, when: String) -> String {
        texts::when_significance(lang, when, lang.benchmark(self.benchmark), lang.confidence(self.confidence))
    }
}

/// The name of a class.
fn name(verdict: Verdict) -> Bilingual {
    let text = match verdict {
        Verdict::Better => texts::SIGNIFICANCE_BETTER,
        Verdict::Worse => texts::SIGNIFICANCE_WORSE,
        Verdict::Higher => texts::SIGNIFICANCE_HIGHER,
        Verdict::Lower => texts::SIGNIFICANCE_LOWER,
        Verdict::Similar => texts::SIGNIFICANCE_SIMILAR,
    };
    Lang::both(|lang| lang.text(text).to_owned())
}

/// What several are: "più alti".
fn plural(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Better => texts::VERDICTS_BETTER,
        Verdict::Worse => texts::VERDICTS_WORSE,
        Verdict::Higher => texts::VERDICTS_HIGHER,
        Verdict::Lower => texts::VERDICTS_LOWER,
        Verdict::Similar => texts::VERDICTS_SIMILAR,
    }
}

/// The numbers of a comparison.
#[derive(Clone, Debug)]
pub struct Significance(pub Against);

impl Significance {
    /// How many are on each side.
    fn counts(&self, lang: Lang) -> String {
        let against = &self.0;
        let part = |side: &Side| {
            let (count, verdict) = (against.count(*side), Verdict::of(*side, against.polarity));
            let said = if count == 1 { lang.verdict(verdict) } else { lang.text(plural(verdict)) };
            texts::significance_count(lang, i18n::number(lang, count as f64, 0), said)
        };
        let parts: Vec<String> = [Side::Above, Side::Below, Side::Alike].iter().map(part).collect();
        let of = i18n::number(lang, against.comparisons() as f64, 0);
        texts::significance_counts(lang, lang.beside_benchmark(against.benchmark), listed(lang, &parts), of)
    }

    /// What the comparison is worth: its level, how many are expected by chance, what the interval is.
    fn caveats(&self, lang: Lang) -> Vec<String> {
        let against = &self.0;
        let meaning = match against.counted.basis {
            crate::stats::compare::Basis::Part => texts::STATS_MEANING_PART,
            crate::stats::compare::Basis::Count => texts::STATS_MEANING_COUNT,
        };
        let mut sentences =
            vec![lang.comparisons(against.comparisons(), against.confidence), lang.text(meaning).to_owned()];
        let has = |skipped: Skipped| against.rows.iter().any(|row| row.side == Err(skipped));
        if has(Skipped::Itself) {
            sentences.push(lang.text(texts::SIGNIFICANCE_ITSELF).to_owned());
        }
        if has(Skipped::NoInterval) {
            sentences.push(lang.text(texts::SIGNIFICANCE_NO_INTERVAL).to_owned());
        }
        if has(Skipped::NoBenchmark) {
            sentences.push(lang.text(texts::SIGNIFICANCE_NO_BENCHMARK).to_owned());
        }
        sentences
    }

    /// The territories of a side, the farthest from the benchmark first, where they are few.
    fn named(&self, lang: Lang, side: Side) -> Option<String> {
        let against = &self.0;
        let mut found: Vec<(f64, &str)> = against
            .rows
            .iter()
            .zip(&against.counted.table.rows)
            .filter(|(compared, _)| compared.side == Ok(side))
            .filter_map(|(compared, row)| {
                Some(((row.value.ok()? - compared.benchmark?).abs(), row.name.as_str()))
            })
            .collect();
        if found.is_empty() || found.len() > MOST_NAMED {
            return None;
        }
        found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let names: Vec<String> = found.into_iter().map(|(_, name)| name.to_owned()).collect();
        let verdict = lang.text(plural(Verdict::of(side, against.polarity)));
        Some(texts::significance_named(lang, capital(verdict), listed(lang, &names)))
    }
}

impl Shown for Significance {
    fn tables<'a>(&'a self, _: &'a MapModel) -> Vec<&'a Table> {
        vec![&self.0.counted.table]
    }

    fn sources(&self, lang: Lang, model: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<Source> {
        vec![footer::source(lang, indicator, &dated(lang, indicator, &model.table))]
    }

    fn notes(&self, spec: &MapSpec, _: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut sentences = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        sentences.extend(self.caveats(spec.lang));
        sentences
    }

    /// What may differ by chance alone has no colour.
    fn hatched(&self) -> Option<usize> {
        SIDES.iter().position(|side| *side == Side::Alike)
    }

    fn behind_fields(&self) -> &'static [&'static str] {
        &["lower", "upper", "benchmark"]
    }

    fn behind(&self, unit: usize) -> Vec<crate::data::Value> {
        let Some(row) = self.0.rows.get(unit) else { return vec![Err(Absence::Missing); 3] };
        let or = |x: Option<f64>| x.ok_or(Absence::NotApplicable);
        vec![or(row.interval.map(|of| of.lower)), or(row.interval.map(|of| of.upper)), or(row.benchmark)]
    }

    fn alt_text(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        vec![self.counts(lang), lang.comparisons(self.0.comparisons(), self.0.confidence)]
    }

    fn reading(&self, spec: &MapSpec, _: &MapModel, _: &Atlas) -> Vec<String> {
        let lang = spec.lang;
        let mut sentences = vec![self.counts(lang)];
        sentences.extend([Side::Above, Side::Below].into_iter().filter_map(|side| self.named(lang, side)));
        sentences.extend(self.caveats(lang));
        sentences
    }

    fn reading_says_what(&self) -> bool {
        false
    }

    fn facts(&self) -> Vec<(&'static str, Json)> {
        let against = &self.0;
        let units: Vec<Json> = against
            .rows
            .iter()
            .zip(&against.counted.table.rows)
            .enumerate()
            .map(|(unit, (row, of))| {
                json!({
                    "code": of.code.to_string(),
                    "lower": row.interval.map(|of| of.lower),
                    "upper": row.interval.map(|of| of.upper),
                    "benchmark": row.benchmark,
                    "side": row.side.ok().map(Side::id),
                    "verdict": against.verdict(unit).map(Verdict::id),
                    "not_compared": row.side.err().map(Skipped::id),
                })
            })
            .collect();
        vec![
            ("against", json!(against.benchmark.id())),
            ("confidence", json!(against.confidence.id())),
            ("comparisons", json!(against.comparisons())),
            ("expected_by_chance", json!(against.by_chance())),
            ("units", Json::Array(units)),
        ]
    }
}
