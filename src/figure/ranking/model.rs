//! What a ranking shows, computed. Read by the printed figure and by the window.

use crate::base::{Code, Level};
use crate::data::{Absence, Atlas, Kind, Listed, Listing, Method, Quality};
use crate::document::RankingSpec;
use crate::i18n::texts;

use crate::figure::FigureError;
use crate::figure::allowed::Asked;
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::pair::not_pooled;
use crate::figure::quality;
use crate::figure::remark::{Remark, Warned};
use crate::figure::wording::{made_by, name_of};
use crate::stats::Place;

/// Lowest, simple mean and highest of the Comuni of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemberRange {
    pub min: f64,
    pub mean: f64,
    pub max: f64,
}

/// One territory with a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Its position among the units of the level.
    pub unit: usize,
    pub code: Code,
    pub name: String,
    /// Its place from the highest value; equal values share the better place.
    pub rank: usize,
    /// Whether others have the same place.
    pub tied: bool,
    pub value: f64,
    /// How far the sources stand by it.
    pub quality: Quality,
    /// Whether it is one of the chosen.
    pub selected: bool,
    /// Its Comuni, where the range is asked for and each of them has a value.
    pub range: Option<MemberRange>,
}

/// One territory without a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unranked {
    /// Its position among the units of the level.
    pub unit: usize,
    pub code: Code,
    pub name: String,
    /// Why it has no value.
    pub reason: Absence,
    /// Whether it is one of the chosen.
    pub selected: bool,
}

/// The numbers of a ranking.
#[derive(Clone, Debug)]
pub struct RankingModel {
    /// Those with a value, from the highest; equal ones by name.
    pub rows: Vec<Ranked>,
    /// Those without, in the order of the level's units.
    pub absent: Vec<Unranked>,
    /// Level of the rows; none where areas of several kinds stand side by side.
    pub level: Option<Level>,
    /// The pooled value of the whole territory or, of an indicator as published, that of the region; none where
    /// a sum of counts would be beside the point.
    pub overall: Option<f64>,
    /// Whose that value is.
    pub overall_name: String,
    /// The printed table that value is from, where that prints none of the rows.
    pub overall_table: Option<String>,
    /// Ids of the datasets the values come from, sorted.
    pub datasets: Vec<String>,
}

/// A line of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The territory at that position of [`RankingModel::rows`].
    Row(usize),
    /// Some are left out here.
    Gap,
}

impl RankingModel {
    /// Computes the ranking.
    ///
    /// # Errors
    /// An unknown indicator, date or territory. An indicator without a single value is no error.
    pub fn new(spec: &RankingSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let caption = atlas.caption(&spec.indicator)?;
        Asked::Ranking.of(caption)?;
        let listing = |method| atlas.listing(&spec.indicator, spec.at, spec.level, method);
        let Listing { level, rows: listed, overall, overall_table, datasets } = listing(spec.method_shown())?;
        let (selected, unlisted) = match caption.as_published {
            true => published_selected(spec, atlas, &listed)?,
            false => {
                let selected = atlas.territories.sharing(spec.level, &spec.selected);
                (selected.map_err(FigureError::UnknownTerritory)?, Vec::new())
            }
        };
        let has_range = spec.has_range() && !caption.as_published;
        let range = |method| -> Result<Option<Listing>, FigureError> {
            Ok(if has_range { Some(listing(method)?) } else { None })
        };
        let (min, mean, max) = (range(Method::Min)?, range(Method::Mean)?, range(Method::Max)?);
        let of = |listing: &Option<Listing>, unit: usize| listing.as_ref()?.rows.get(unit)?.value.ok();
        let mut rows = Vec::new();
        let mut absent = Vec::new();
        for (unit, row) in listed.into_iter().enumerate() {
            let (code, name, selected, quality) = (row.code, row.name, selected[unit], row.quality);
            match row.value {
                Err(reason) => absent.push(Unranked { unit, code, name, reason, selected }),
                Ok(value) => {
                    let range = (|| {
                        Some(MemberRange {
                            min: of(&min, unit)?,
                            mean: of(&mean, unit)?,
                            max: of(&max, unit)?,
                        })
                    })();
                    rows.push(Ranked {
                        unit,
                        code,
                        name,
                        rank: 0,
                        tied: false,
                        value,
                        quality,
                        selected,
                        range,
                    });
                }
            }
        }
        rows.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.name.cmp(&b.name)));
        let values: Vec<f64> = rows.iter().map(|row| row.value).collect();
        for row in &mut rows {
            let place = Place::among(row.value, values.iter().copied());
            (row.rank, row.tied) = (place.place, place.is_shared());
        }
        // The sum of all would stand far beyond every part of it; of the whole itself it says nothing new.
        let compares = caption.kind != Kind::Count && (caption.as_published || spec.level != Level::Ats);
        let overall_name = match &overall {
            Some(overall) if caption.as_published => match &overall_table {
                Some(table) => texts::table_whole_made(spec.lang, &overall.name, table),
                None => overall.name.clone(),
            },
            _ => overall_name(spec),
        };
        let overall = overall.filter(|_| compares).and_then(|overall| overall.value.ok());
        let overall_table = overall_table.filter(|_| overall.is_some());
        let model = Self { rows, absent, level, overall, overall_name, overall_table, datasets };
        let mut remarks = model.remarks(spec, caption.kind);
        if !unlisted.is_empty() {
            remarks.push(Remark::Unlisted { names: unlisted });
        }
        Ok(Warned { value: model, remarks })
    }

    /// Which of the values are not final.
    pub fn not_final(&self, spec: &RankingSpec) -> Vec<String> {
        let values = self.rows.iter().map(|row| (Ok(row.value), row.quality));
        quality::sentences(spec.lang, None, spec.at, values)
    }

    /// Whether some of the values are final and others are not: each that is not then carries its mark.
    pub fn is_marked(&self) -> bool {
        self.rows.windows(2).any(|pair| pair[0].quality != pair[1].quality)
    }

    /// The first so many and the chosen, with a gap wherever others stand between or after them.
    pub fn entries(&self, first: usize) -> Vec<Entry> {
        let shown = (0..self.rows.len()).filter(|&i| i < first || self.rows[i].selected);
        let mut entries = Vec::new();
        let mut next = 0;
        for i in shown {
            if i > next {
                entries.push(Entry::Gap);
            }
            entries.push(Entry::Row(i));
            next = i + 1;
        }
        if next < self.rows.len() {
            entries.push(Entry::Gap);
        }
        entries
    }

    /// The scale of some of the rows with about so many ticks, their ranges and the whole on it; `None` without
    /// rows.
    pub fn scale<'a>(&self, rows: impl Iterator<Item = &'a Ranked>, ticks: usize) -> Option<Scale> {
        let mut values = Vec::new();
        for row in rows {
            values.push(row.value);
            values.extend(row.range.iter().flat_map(|range| [range.min, range.max]));
        }
        if values.is_empty() {
            return None;
        }
        Scale::new(values.into_iter().chain(self.overall), Origin::ZeroWhenNear, ticks)
    }

    fn remarks(&self, spec: &RankingSpec, kind: Kind) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if self.rows.is_empty() {
            remarks.push(Remark::NoValues);
        }
        remarks.extend(not_pooled(spec.level, spec.method_shown()));
        if spec.has_range() && kind == Kind::Count {
            remarks.push(Remark::RangeOfCounts);
        }
        if spec.range && !spec.has_range() {
            remarks.push(Remark::RangeIgnored);
        }
        remarks.extend(self.absent_remarks());
        remarks
    }

    /// How many have no value, reason by reason.
    pub fn absent_remarks(&self) -> impl Iterator<Item = Remark> {
        let count = |reason| self.absent.iter().filter(|row| row.reason == reason).count();
        let counts = Absence::ALL.into_iter().map(move |reason| (count(reason), reason));
        counts.filter(|(count, _)| *count > 0).map(|(count, reason)| Remark::AbsentValues { count, reason })
    }
}

/// What the ATS is called: among means or extremes it says that it is neither.
fn overall_name(spec: &RankingSpec) -> String {
    let (lang, name) = (spec.lang, spec.lang.level(Level::Ats));
    match made_by(lang, spec.level, spec.method_shown()) {
        Some(_) => texts::table_whole_made(lang, name, lang.method(Method::Pooled)),
        None => name.to_owned(),
    }
}

/// For each area listed, whether it is chosen; and the names of the chosen that are not listed.
fn published_selected(
    spec: &RankingSpec,
    atlas: &Atlas,
    listed: &[Listed],
) -> Result<(Vec<bool>, Vec<String>), FigureError> {
    let mut unlisted = Vec::new();
    for code in spec.selected.iter().filter(|code| !listed.iter().any(|row| row.code == **code)) {
        unlisted.push(name_of(atlas, code)?);
    }
    Ok((listed.iter().map(|row| spec.selected.contains(&row.code)).collect(), unlisted))
}
