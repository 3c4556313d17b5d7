//! A question asked of the data, and the map and the chart that answer it. The window's analysis and reports ask here, so both answer
//! with the same figures.

use crate::analysis::{Algorithm, Benchmark, Growth, HORIZON, Projected, basis};
use crate::base::Level;
use crate::data::{Atlas, Indicator, Polarity, Scale};
use crate::i18n::{Text, texts};
use crate::stats::index::Method;
use crate::stats::intervals::Confidence;
use crate::stats::space::Neighbours;

use super::element::{
    Element, ElementKind, ForecastSpec, LocalTest, MapKind, MapSpec, MoranSpec, OfKind, ScatterSpec, Spec,
    Subject,
};

/// A question as a planner asks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnalysisQuestion {
    #[default]
    Different,
    Changing,
    Neighbours,
    Together,
    Alike,
    Worst,
    Future,
}

impl AnalysisQuestion {
    pub const ALL: [Self; 7] = [
        Self::Different,
        Self::Changing,
        Self::Neighbours,
        Self::Together,
        Self::Alike,
        Self::Worst,
        Self::Future,
    ];

    /// The name that templates of reports use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Different => "different",
            Self::Changing => "changing",
            Self::Neighbours => "neighbours",
            Self::Together => "together",
            Self::Alike => "alike",
            Self::Worst => "worst",
            Self::Future => "future",
        }
    }

    pub fn text(self) -> Text {
        match self {
            Self::Different => texts::ASK_DIFFERENT,
            Self::Changing => texts::ASK_CHANGING,
            Self::Neighbours => texts::ASK_NEIGHBOURS,
            Self::Together => texts::ASK_TOGETHER,
            Self::Alike => texts::ASK_ALIKE,
            Self::Worst => texts::ASK_WORST,
            Self::Future => texts::ASK_FUTURE,
        }
    }

    /// How the answer is read, and when it is not to be asked.
    pub fn note(self) -> Text {
        match self {
            Self::Different => texts::NOTE_DIFFERENT,
            Self::Changing => texts::NOTE_CHANGING,
            Self::Neighbours => texts::NOTE_NEIGHBOURS,
            Self::Together => texts::NOTE_TOGETHER,
            Self::Alike => texts::NOTE_ALIKE,
            Self::Worst => texts::NOTE_WORST,
            Self::Future => texts::NOTE_FUTURE,
        }
    }

    /// Whether it needs indicators besides the first.
    pub fn needs_others(self) -> bool {
        matches!(self, Self::Together | Self::Alike | Self::Worst)
    }

    /// Whether it can be asked of an indicator at all.
    pub fn is_possible(self, indicator: &Indicator, atlas: &Atlas) -> bool {
        match self {
            Self::Different => basis(indicator).is_ok(),
            Self::Future => Projected::is_possible(atlas),
            Self::Changing | Self::Neighbours | Self::Together | Self::Alike | Self::Worst => {
                indicator.kind.scale() == Scale::Quantity
            }
        }
    }
}

/// A question with the choices it needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    pub question: AnalysisQuestion,
    pub confidence: Confidence,
    pub neighbours: Neighbours,
    /// Ids of the other indicators; where one is asked for, the first counts.
    pub with: Vec<String>,
    /// Whether more of an indicator is good, where the catalogue does not say so.
    pub declared: Vec<(String, bool)>,
    pub measure: Growth,
    /// Whether the series of the indicator is continued, instead of a measure of the residents.
    pub continues: bool,
}

/// What answers a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answering {
    pub map: MapSpec,
    pub chart: Element,
    /// Whether the sentences that answer are those of the chart, and not of the map.
    pub told_by_chart: bool,
    /// How many sentences of the reading come before those that answer.
    pub skipped: usize,
}

/// How many sentences are told of an answer.
pub const TOLD: usize = 2;

impl Asked {
    /// Whether more of an indicator is good: as typed, or as the catalogue declares.
    pub fn is_good(&self, indicator: &Indicator) -> Option<bool> {
        let typed = self.declared.iter().find(|(id, _)| *id == indicator.id).map(|(_, good)| *good);
        typed.or(match indicator.polarity {
            Polarity::HigherIsBetter => Some(true),
            Polarity::HigherIsWorse => Some(false),
            Polarity::Neither => None,
        })
    }

    /// Says whether more of an indicator is good.
    pub fn declare(&mut self, id: &str, is_good: bool) {
        self.declared.retain(|(other, _)| other != id);
        self.declared.push((id.to_owned(), is_good));
    }

    /// The map and the chart that answer it, from a map of the indicator.
    ///
    /// # Errors
    /// What has to be chosen first, or why it cannot be asked, in words.
    pub fn answering(&self, map: &MapSpec, atlas: &Atlas) -> Result<Answering, String> {
        let lang = map.lang;
        let no_map = || lang.text(texts::ANALYSIS_NO_MAP).to_owned();
        let indicator = atlas.catalogue.get(&map.indicator).ok_or_else(no_map)?;
        let kind = self.kind(indicator, map, atlas)?;
        let mut map = map.clone();
        map.set_kind(MapKind::Value);
        map.set_kind(kind);
        // A single unit has nobody to be compared with.
        if map.level == Level::Ats {
            map.level = Level::Ambiti;
        }
        map.kind.clone().settle(&indicator.id, map.date, atlas, lang)?;
        let chart = self.chart(&Subject::of(&map), atlas).ok_or_else(no_map)?;
        let told_by_chart = self.question == AnalysisQuestion::Future && self.continues;
        // Whose values they are is said above the answer already, and Moran's I comes before what it says.
        let skipped = 1 + usize::from(self.question == AnalysisQuestion::Neighbours);
        Ok(Answering { map, chart, told_by_chart, skipped })
    }

    /// What the map shows.
    fn kind(&self, indicator: &Indicator, map: &MapSpec, atlas: &Atlas) -> Result<MapKind, String> {
        let lang = map.lang;
        let seed = LocalTest::default().seed;
        if self.question.needs_others() && self.with.is_empty() {
            return Err(lang.text(texts::ANALYSIS_NEEDS).to_owned());
        }
        Ok(match self.question {
            AnalysisQuestion::Different => {
                MapKind::Significance { against: Benchmark::Ats, confidence: self.confidence }
            }
            AnalysisQuestion::Changing => MapKind::Trend,
            AnalysisQuestion::Neighbours => {
                MapKind::Clusters { neighbours: self.neighbours, test: LocalTest::default() }
            }
            AnalysisQuestion::Together => {
                MapKind::Residuals { by: self.with.iter().take(1).cloned().collect() }
            }
            AnalysisQuestion::Alike => MapKind::Groups {
                with: self.with.clone(),
                algorithm: Algorithm::default(),
                k: None,
                seed,
                names: Vec::new(),
            },
            AnalysisQuestion::Worst => {
                let others = self.with.iter().filter_map(|id| atlas.catalogue.get(id));
                let undeclared =
                    std::iter::once(indicator).chain(others).find(|own| self.is_good(own).is_none());
                if let Some(own) = undeclared {
                    return Err(texts::analysis_undeclared(lang, lang.pick(&own.name)));
                }
                // Asked for who is worst off, more of the index is worse.
                MapKind::Index {
                    with: self.with.clone(),
                    method: Method::default(),
                    worse: true,
                    declared: self.declared.clone(),
                    seed,
                }
            }
            // Beside the series continued, where it rises and where it falls.
            AnalysisQuestion::Future if self.continues => MapKind::Trend,
            AnalysisQuestion::Future => MapKind::Future { measure: self.measure, years: HORIZON as u8 },
        })
    }

    /// The chart beside it.
    fn chart(&self, subject: &Subject, atlas: &Atlas) -> Option<Element> {
        let opening = |kind| {
            let plain = Subject { kind: MapKind::default(), ..subject.clone() };
            Element::opening(kind, &plain, atlas)
        };
        match self.question {
            AnalysisQuestion::Different => opening(ElementKind::Funnel),
            AnalysisQuestion::Changing => opening(ElementKind::Series),
            AnalysisQuestion::Neighbours => opening(ElementKind::Moran).map(|mut element| {
                if let Some(spec) = MoranSpec::of_mut(&mut element) {
                    spec.neighbours = self.neighbours;
                }
                element
            }),
            AnalysisQuestion::Together | AnalysisQuestion::Alike => {
                let (other, date) = self.with.first().zip(subject.at.date())?;
                let own = ScatterSpec::new(other.as_str(), subject.indicator.as_str(), date);
                let (selected, level) = (subject.selected.clone(), subject.level);
                Some(
                    ScatterSpec { level, method: subject.method, selected, lang: subject.lang, ..own }.into(),
                )
            }
            AnalysisQuestion::Worst => Element::opening(ElementKind::Table, subject, atlas),
            AnalysisQuestion::Future => ForecastSpec::opening(subject, atlas).map(|own| {
                // A forecast is of one territory: the selected one, or the ATS.
                let series = self.continues.then(|| subject.indicator.clone());
                ForecastSpec { measure: self.measure, series, years: HORIZON as u8, ..own }.into()
            }),
        }
    }
}
