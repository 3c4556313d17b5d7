//! The spec of small maps: what they show, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method};
use crate::document::bounds::{Many, OutOfBounds, distinct};
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::classes::{ClassSpan, ClassSpec};
use super::indicator_at::IndicatorAt;
use super::map::{MapSpec, PaletteSpec};
use super::map_frame::MapFrame;
use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::spine::SpineSpec;
use super::subject::Subject;

/// What differs from map to map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SmallMapsOf {
    /// The date: one indicator, with the same classes everywhere.
    Dates {
        indicator: String,
        /// The dates shown; none for all that the indicator has.
        dates: Vec<Date>,
    },
    /// The indicator: each has classes of its own.
    Indicators(Vec<IndicatorAt>),
}

/// What small maps show and how: the same territory many times, all at one scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SmallMapsSpec {
    pub of: SmallMapsOf,
    /// Level of the units.
    pub level: Level,
    /// How the value of a group is computed from its Comuni.
    pub method: Method,
    pub classes: ClassSpec,
    pub palette: PaletteSpec,
    /// The part of the territory that each map shows.
    pub frame: MapFrame,
    /// Which page is shown, from 1, where one does not hold all maps.
    pub part: usize,
    /// Codes of the selected territories, at any level: they are outlined.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl SmallMapsSpec {
    /// The most indicators that are taken where nobody asks for others.
    const USUAL: usize = 9;

    pub fn new(of: SmallMapsOf, level: Level) -> Self {
        Self {
            of,
            level,
            method: Method::Pooled,
            classes: ClassSpec::default(),
            palette: PaletteSpec::default(),
            frame: MapFrame::All,
            part: 1,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// An indicator at all its dates.
    pub fn of_dates(indicator: impl Into<String>, level: Level) -> Self {
        Self::new(SmallMapsOf::Dates { indicator: indicator.into(), dates: Vec::new() }, level)
    }

    /// The same at all dates of the first indicator, or of the usual indicators with the first one before them.
    #[must_use]
    pub fn turned(&self, atlas: &Atlas) -> Self {
        let of = match &self.of {
            SmallMapsOf::Indicators(all) => SmallMapsOf::Dates {
                indicator: all.first().map(|one| one.indicator.clone()).unwrap_or_default(),
                dates: Vec::new(),
            },
            SmallMapsOf::Dates { indicator, .. } => {
                let first = IndicatorAt::usual(indicator, atlas);
                let others = SpineSpec::usual(atlas).into_iter().filter(|one| one.indicator != *indicator);
                SmallMapsOf::Indicators(first.into_iter().chain(others).take(Self::USUAL).collect())
            }
        };
        Self { of, part: 1, ..self.clone() }
    }

    /// The large map of one of them.
    pub fn map(&self, one: &IndicatorAt, atlas: &Atlas) -> MapSpec {
        let mut map = MapSpec::new(one.indicator.as_str(), one.date);
        (map.level, map.method, map.lang) = (self.level, self.method, self.lang);
        map.classes = self.classes.clone();
        if matches!(self.of, SmallMapsOf::Dates { .. }) {
            map.classes.span = ClassSpan::AllDates;
        }
        map.palette = self.palette.clone();
        map.frame = self.frame.clone();
        map.selected.clone_from(&self.selected);
        map.page.ink = self.page.ink;
        map.representation = map.usual_representation(atlas);
        map
    }
}

impl Spec for SmallMapsSpec {
    common_fields!();

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        atlas.catalogue.get(&subject.indicator)?;
        let spec = Self::of_dates(subject.indicator.as_str(), subject.level);
        let (method, selected, lang) = (subject.method, subject.selected.clone(), subject.lang);
        Some(Self { method, selected, lang, ..spec })
    }

    fn level(&self) -> Option<Level> {
        Some(self.level)
    }

    fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    fn method(&self) -> Method {
        self.method
    }

    fn indicators(&self) -> Vec<&str> {
        match &self.of {
            SmallMapsOf::Dates { indicator, .. } => vec![indicator],
            SmallMapsOf::Indicators(all) => all.iter().map(|one| one.indicator.as_str()).collect(),
        }
    }

    fn file_stem(&self) -> String {
        let what = match &self.of {
            SmallMapsOf::Dates { indicator, .. } => indicator.as_str(),
            SmallMapsOf::Indicators(_) => "indicatori",
        };
        let part = if self.part > 1 { format!("_{}", self.part) } else { String::new() };
        format!("mappe_piccole_{what}_{}{part}", self.level.id())
    }

    fn subject(&self, atlas: &Atlas) -> Subject {
        match &self.of {
            SmallMapsOf::Indicators(all) => Subject {
                method: self.method,
                ..IndicatorAt::subject(all, self.level, &self.selected, self.lang)
            },
            SmallMapsOf::Dates { indicator, dates } => {
                let known = || atlas.dates(atlas.catalogue.get(indicator)?).last().copied();
                let last = dates.iter().max().copied().or_else(known);
                Subject {
                    indicator: indicator.clone(),
                    at: last.unwrap_or_else(|| Date::new(1970, 1, 1).expect("a day of the calendar")).into(),
                    kind: MapKind::default(),
                    level: self.level,
                    method: self.method,
                    selected: self.selected.clone(),
                    lang: self.lang,
                }
            }
        }
    }

    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        if let SmallMapsOf::Indicators(all) = &mut self.of {
            all.retain(|one| known(&one.indicator));
        }
    }

    fn check(&self) -> Result<(), OutOfBounds> {
        self.frame.check()?;
        if self.classes.manual.len() > ClassSpec::MOST_BREAKS {
            return Err(OutOfBounds::Breaks(self.classes.manual.len()));
        }
        Many::Maps.check(match &self.of {
            SmallMapsOf::Dates { dates, .. } => dates.len(),
            SmallMapsOf::Indicators(all) => all.len(),
        })
    }

    fn follow(&mut self, _: &Subject, now: &Subject, atlas: &Atlas) {
        (self.level, self.method, self.lang) = (now.level, now.method, now.lang);
        self.selected.clone_from(&now.selected);
        if let SmallMapsOf::Dates { indicator, dates } = &mut self.of
            && *indicator != now.indicator
            && atlas.catalogue.get(&now.indicator).is_some()
        {
            indicator.clone_from(&now.indicator);
            dates.clear();
            self.part = 1;
            // Typed breaks are of the indicator before.
            self.classes = ClassSpec::default();
        }
    }
}
