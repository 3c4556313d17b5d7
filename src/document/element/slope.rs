//! The spec of a slope chart: what it shows, in ids.

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date, Level};
use crate::data::{Atlas, Method, Note, Query};
use crate::document::bounds::distinct;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::map::MapSpec;
use super::map_kind::MapKind;
use super::spec::{Spec, common_fields};
use super::subject::Subject;

/// What a slope chart shows and how: values at two dates, with a line for each territory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SlopeSpec {
    /// Id of the indicator.
    pub indicator: String,
    pub from: Date,
    pub to: Date,
    /// Level of the units drawn behind the selected ones, among which each is ranked.
    pub level: Level,
    /// How the value of a group is computed from its Comuni. The value of the ATS is always pooled.
    pub method: Method,
    /// Whether the ATS is drawn.
    pub ats: bool,
    /// Codes of the territories followed, at any level: each gets a line of its own colour.
    #[serde(rename = "chosen", deserialize_with = "distinct")]
    pub selected: Vec<Code>,
    /// The page of the figure.
    pub page: PageSpec,
    /// Language of its texts.
    pub lang: Lang,
}

impl SlopeSpec {
    /// The units of a level at two dates, with the ATS.
    pub fn new(indicator: impl Into<String>, from: Date, to: Date, level: Level) -> Self {
        Self {
            indicator: indicator.into(),
            from,
            to,
            level,
            method: Method::Pooled,
            ats: true,
            selected: Vec::new(),
            page: PageSpec::default(),
            lang: Lang::It,
        }
    }

    /// The map of the same change.
    pub fn map(&self) -> MapSpec {
        let mut map = MapSpec::new(self.indicator.as_str(), self.to);
        map.set_kind(MapKind::since(self.from));
        (map.level, map.method, map.lang) = (self.level, self.method, self.lang);
        map.selected.clone_from(&self.selected);
        map
    }

    /// The earliest date whose values compare with those of `to`; the nearest one where the series breaks just before
    /// `to`.
    pub fn usual_start(indicator: &str, to: Date, atlas: &Atlas) -> Option<Date> {
        let dates = atlas.dates(atlas.catalogue.get(indicator)?);
        let earlier = dates.iter().copied().filter(|date| *date < to);
        let query =
            Query { indicator: indicator.to_owned(), date: to, level: Level::Ats, method: Method::Pooled };
        let used = atlas.compute(&query).map(|table| table.datasets).unwrap_or_default();
        let own = atlas.datasets.iter().filter(|dataset| used.contains(&dataset.meta.id));
        let notes: Vec<&Note> = own.flat_map(|dataset| &dataset.meta.notes).collect();
        let compares = |date: &Date| !notes.iter().any(|note| note.parts(*date, to));
        earlier.clone().find(compares).or_else(|| earlier.clone().next_back())
    }
}

impl Spec for SlopeSpec {
    common_fields!();

    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self> {
        let to = subject.at.date()?;
        let from = Self::usual_start(&subject.indicator, to, atlas)?;
        let (method, selected, lang) = (subject.method, subject.selected.clone(), subject.lang);
        Some(Self {
            method,
            selected,
            lang,
            ..Self::new(subject.indicator.as_str(), from, to, subject.level)
        })
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
        vec![&self.indicator]
    }

    fn file_stem(&self) -> String {
        format!("{}_due_date_{}_{}_{}", self.indicator, self.level.id(), self.from, self.to)
    }

    fn subject(&self, _: &Atlas) -> Subject {
        Subject {
            indicator: self.indicator.clone(),
            at: self.to.into(),
            kind: MapKind::default(),
            level: self.level,
            method: self.method,
            selected: self.selected.clone(),
            lang: self.lang,
        }
    }

    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas) {
        (self.level, self.method, self.lang) = (now.level, now.method, now.lang);
        self.selected.clone_from(&now.selected);
        [self.from, self.to] = following(&self.indicator, [self.from, self.to], before, now, atlas);
        if now.at.date().is_some() {
            self.indicator.clone_from(&now.indicator);
        }
    }
}

/// The two dates of a figure of a change, after the window has gone to another subject: the later one follows it, unless it was
/// set apart, and the earlier one stays where it is still a date before it.
pub(super) fn following(
    indicator: &str,
    [from, to]: [Date; 2],
    before: &Subject,
    now: &Subject,
    atlas: &Atlas,
) -> [Date; 2] {
    let Some(date) = now.at.date() else { return [from, to] };
    let follows = indicator != now.indicator || before.at.date() == Some(to);
    let to = if follows { date } else { to };
    let dates = atlas.dates_of(&now.indicator);
    if from < to && dates.contains(&from) {
        return [from, to];
    }
    // The first date has none before it, so the two dates stay as they are.
    let with_start = |to: Date| Some([SlopeSpec::usual_start(&now.indicator, to, atlas)?, to]);
    let last = || with_start(*dates.last()?);
    with_start(to).or_else(last).unwrap_or([from, to])
}
