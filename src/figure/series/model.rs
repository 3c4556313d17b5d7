//! Computes the numbers of a time series, for the printed figure and for the window.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use crate::base::{Level, decimal};
use crate::data::{
    Absence, Atlas, AtlasError, Bilingual, Bounds, Caption, Limited, Method, Note, Query, Reference, Table,
    Unit, Value,
};
use crate::document::{SeriesMode, SeriesSpec};

use super::against::Against;
use super::numbers::{
    AS_SELECTED, Band, INDEX_DECIMALS, Line, LineRole, MOST_SELECTED, Observed, SeriesBreak, SeriesModel,
    is_over_a_year,
};
use super::{published, words};
use crate::figure::allowed::Asked;
use crate::figure::map::kinds::change::{Moved, difference};
use crate::figure::precision;
use crate::figure::remark::Warned;
use crate::figure::{FigureError, KindError};

impl SeriesModel {
    /// Computes the lines.
    ///
    /// # Errors
    /// An unknown indicator, territory or area, or a base without values. An indicator without a single value is not
    /// an error: the figure says so.
    pub fn new(spec: &SeriesSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let own = atlas.references(&spec.indicator)?;
        let caption = atlas.caption(&spec.indicator)?;
        Asked::Lines.of(caption)?;
        if spec.mode != SeriesMode::Absolute {
            Asked::Differences.of(caption)?;
        }
        if spec.mode == SeriesMode::Ats100 && caption.as_published {
            return Err(KindError::NoAtsAsPublished.into());
        }
        let base = base(spec, &own)?;
        let mut tables = Tables { spec, atlas, references: &own, known: BTreeMap::new() };
        let mut lines = Vec::new();
        let published = match atlas.published(&spec.indicator) {
            Some(published) => published::lines(spec, atlas, published)?,
            None => {
                lines = computed(spec, atlas, &mut tables)?;
                if spec.band {
                    tables.of(Level::Comuni, Method::Pooled)?;
                }
                published::beside(spec, atlas)?
            }
        };
        let overall = overall(spec, atlas, &mut tables)?;
        let datasets: BTreeSet<String> =
            tables.known.values().flatten().flat_map(|table| table.datasets.iter().cloned()).collect();
        let datasets: Vec<String> = datasets.into_iter().collect();
        let stretches = Stretches::new(atlas, &datasets);
        let notes = stretches.breaks(&own);
        let bases = Bases::new(base, &stretches, &own);
        let band = match spec.band && atlas.published(&spec.indicator).is_none() {
            true => self::band(spec, &bases, &overall, atlas, &mut tables)?,
            false => None,
        };
        // A line without a value at the base cannot be drawn, and must not lengthen the time axis.
        let has_base =
            |line: &Observed| base.is_none() || bases.all().any(|base| value_at(line, base).is_ok());
        let (beside, without_base): (Vec<Observed>, Vec<Observed>) = published
            .lines
            .into_iter()
            .partition(|line| has_base(line) || line.published.as_ref() == Some(&spec.indicator));
        let without_base = without_base.into_iter().map(|line| line.name).collect();
        lines.extend(beside);
        // A stable sort: within a role they keep the order of the spec.
        lines.sort_by_key(|line| Reverse(line.role));
        let mut references = own.clone();
        references.extend(lines.iter().flat_map(|line| line.values.iter().map(|(at, _)| *at)));
        references.sort_by_key(|at| (at.day_on_axis(), *at));
        references.dedup();
        let position = |at: &Reference| references.iter().position(|known| known == at);
        let own: Vec<usize> = own.iter().filter_map(position).collect();
        let lines: Vec<Line> = lines
            .into_iter()
            .map(|line| on_axis(line, spec.mode, caption, &bases, &overall, &references))
            .collect();
        let has_negative = |line: &Line| line.observed.iter().any(|value| value.is_ok_and(|x| x < 0.0));
        if spec.mode.is_index() && (caption.may_be_negative || lines.iter().any(has_negative)) {
            return Err(KindError::IndexOfSigned.into());
        }
        let is_gap =
            |pair: &&[usize]| is_over_a_year(caption.period, [references[pair[0]], references[pair[1]]]);
        let gaps = own.windows(2).filter(is_gap).map(|pair| pair[0]).collect();
        let breaks = notes
            .into_iter()
            .filter_map(|(before, text)| Some(SeriesBreak { after: *own.get(before)?, text: text.clone() }))
            .collect();
        let lacks = |(at, (value, _)): (&Reference, &Limited)| value.is_err().then(|| position(at)).flatten();
        let without_ats = overall.iter().filter_map(lacks).collect();
        let base = base.as_ref().and_then(position);
        let mut bases: Vec<usize> = bases.all().filter_map(|base| position(&base)).collect();
        bases.sort_unstable();
        let stretches = stretches.numbered(&references);
        let unlisted = published.unlisted;
        let has = |level| lines.iter().any(|line| line.level == Some(level));
        let mixed = has(Level::Comuni) && has(Level::Ambiti);
        let mut model = Self {
            references,
            own,
            lines,
            band,
            breaks,
            stretches,
            gaps,
            base,
            bases,
            datasets,
            unlisted,
            without_base,
            without_ats,
            other_base: published.other_base,
            mixed_bases: published.mixed_bases,
            period: caption.period,
            mixed,
        };
        if spec.mode.has_base() {
            model.leave_out_lone_dates();
        }
        let remarks = words::remarks(spec, &model, atlas);
        Ok(Warned { value: model, remarks })
    }
}

impl SeriesModel {
    /// Draws nothing at dates off the series: they compare with no other, and their difference from themselves is nothing that
    /// anybody asked for.
    fn leave_out_lone_dates(&mut self) {
        let lone: Vec<usize> = self.off_series().collect();
        for line in &mut self.lines {
            let points = line.at.iter().zip(&mut line.values).filter(|(at, _)| lone.contains(at));
            points.for_each(|(_, value)| *value = Err(Absence::NotApplicable));
        }
        if let Some(band) = &mut self.band {
            let drawn = self.own.iter().zip(&mut band.extremes).filter(|(at, _)| lone.contains(at));
            drawn.for_each(|(_, extremes)| *extremes = None);
        }
    }
}

/// The base of differences and indices.
fn base(spec: &SeriesSpec, own: &[Reference]) -> Result<Option<Reference>, FigureError> {
    match (spec.mode, spec.base) {
        (mode, _) if !mode.has_base() => Ok(None),
        (_, None) => Ok(own.first().copied()),
        (_, Some(base)) if own.contains(&base) => Ok(Some(base)),
        (_, Some(reference)) => {
            let (indicator, available) = (spec.indicator.clone(), own.to_vec());
            Err(AtlasError::NoSuchReference { indicator, reference, available }.into())
        }
    }
}

/// The value of a line at a reference.
fn value_at(line: &Observed, reference: Reference) -> Value {
    let found = line.values.iter().find(|(at, _)| *at == reference);
    found.map_or(Err(Absence::Missing), |(_, value)| *value)
}

/// The same, and between what it lies.
fn limited_at(line: &Observed, reference: Reference) -> Limited {
    let found = line.values.iter().zip(&line.bounds).find(|((at, _), _)| *at == reference);
    found.map_or((Err(Absence::Missing), None), |((_, value), bounds)| (*value, *bounds))
}

/// A line on the time axis of the model. It is empty where the line has no value at the base.
fn on_axis(
    line: Observed,
    mode: SeriesMode,
    caption: Caption<'_>,
    bases: &Bases<'_>,
    overall: &Overall,
    references: &[Reference],
) -> Line {
    let base = |at: Reference| match mode {
        SeriesMode::Ats100 => Some(overall.get(&at).copied().unwrap_or((Err(Absence::Missing), None))),
        _ => bases.of(at).map(|base| limited_at(&line, base)),
    };
    let is_base = |at: Reference, value: Limited| match mode {
        SeriesMode::Ats100 => line.level == Some(Level::Ats) && base(at) == Some(value),
        _ => bases.of(at) == Some(at),
    };
    let is_limited = |(at, bounds): (&(Reference, Value), &Bounds)| {
        bounds.is_some() || base(at.0).is_some_and(|(_, bounds)| bounds.is_some())
    };
    let is_limited = line.values.iter().zip(&line.bounds).any(is_limited);
    let drawn = line.values.iter().zip(&line.bounds).map(|((at, value), bounds)| {
        let (value, base) = ((*value, *bounds), base(*at));
        // Whatever is withheld of it, it differs in nothing from itself.
        let known = |(value, _): Limited| (value, None);
        match is_base(*at, value) {
            true => drawn(mode, base.map(known), known(value), caption),
            false => drawn(mode, base, value, caption),
        }
    });
    let drawn = drawn.collect();
    let Observed { code, name, level, role, published, values, qualities, bounds, parts_after } = line;
    let at = values.iter().filter_map(|(at, _)| references.iter().position(|known| known == at)).collect();
    let observed: Vec<Value> = values.into_iter().map(|(_, value)| value).collect();
    let values = drawn;
    Line {
        code,
        name,
        level,
        role,
        published,
        at,
        observed,
        qualities,
        bounds,
        is_limited,
        values,
        parts_after,
    }
}

/// The values of the ATS, for lines relative to them.
type Overall = BTreeMap<Reference, Limited>;

fn overall(spec: &SeriesSpec, atlas: &Atlas, tables: &mut Tables<'_>) -> Result<Overall, FigureError> {
    if spec.mode != SeriesMode::Ats100 || atlas.published(&spec.indicator).is_some() {
        return Ok(Overall::new());
    }
    let own = |table: &Table| Some((Reference::from(table.date), table.rows.first()?.limited()));
    Ok(tables.of(Level::Ats, Method::Pooled)?.iter().filter_map(own).collect())
}

/// The lines of our own units.
fn computed(spec: &SeriesSpec, atlas: &Atlas, tables: &mut Tables<'_>) -> Result<Vec<Observed>, FigureError> {
    let mut lines = Vec::new();
    for (role, level, unit) in places(spec, atlas)? {
        let method = if role == LineRole::Benchmark { Method::Pooled } else { spec.method };
        let tables = tables.of(level, method)?;
        let values = tables.iter().map(|table| (table.date.into(), table.rows[unit].value)).collect();
        let qualities = tables.iter().map(|table| table.rows[unit].quality).collect();
        let Unit { code, name, .. } = &atlas.territories.units(level)[unit];
        let (code, name) = (code.clone(), name.clone());
        let bounds = tables.iter().map(|table| table.rows[unit].bounds).collect();
        let level = Some(level);
        let parts_after = None;
        lines.push(Observed {
            code,
            name,
            level,
            role,
            published: None,
            values,
            qualities,
            bounds,
            parts_after,
        });
    }
    Ok(lines)
}

/// Tables of every date, each computed once.
struct Tables<'a> {
    spec: &'a SeriesSpec,
    atlas: &'a Atlas,
    references: &'a [Reference],
    known: BTreeMap<(Level, &'static str), Vec<Table>>,
}

impl Tables<'_> {
    fn of(&mut self, level: Level, method: Method) -> Result<&[Table], FigureError> {
        let key = (level, method.id());
        if !self.known.contains_key(&key) {
            let indicator = &self.spec.indicator;
            let query = |date| Query { indicator: indicator.clone(), date, level, method };
            let dates = self.references.iter().filter_map(|at| at.date());
            let tables: Result<Vec<Table>, AtlasError> =
                dates.map(|date| self.atlas.compute(&query(date))).collect();
            self.known.insert(key, tables?);
        }
        Ok(self.known.get(&key).map_or(&[], Vec::as_slice))
    }
}

/// The units to draw and their roles, lowest first.
fn places(spec: &SeriesSpec, atlas: &Atlas) -> Result<Vec<(LineRole, Level, usize)>, FigureError> {
    let territories = &atlas.territories;
    let mut selected: Vec<(Level, usize)> = Vec::new();
    let mut known = FxHashSet::default();
    for code in &spec.selected {
        let place = territories.find(code).ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
        if known.insert(place) {
            selected.push(place);
        }
    }
    let mut context: Vec<(Level, usize)> = spec
        .level
        .iter()
        .flat_map(|&level| (0..territories.units(level).len()).map(move |unit| (level, unit)))
        .filter(|place| !known.contains(place))
        .collect();
    if selected.is_empty() && context.len() <= AS_SELECTED {
        selected = std::mem::take(&mut context);
        known.extend(&selected);
    }
    let mut benchmarks: Vec<(Level, usize)> = Vec::new();
    for level in Against::of(spec, atlas).levels {
        let membership = territories.membership(level);
        let members = selected.iter().flat_map(|&(level, unit)| &territories.units(level)[unit].members);
        let mut units: Vec<usize> = members.filter_map(|&i| Some(membership[i]? as usize)).collect();
        if selected.is_empty() {
            // With nothing selected, only a level with a single unit can be a benchmark.
            units.extend((territories.units(level).len() == 1).then_some(0));
        }
        units.sort_unstable();
        units.dedup();
        // A unit that spans several ASST has no single one as benchmark, and all of them would make none.
        let is_one_each = units.len() <= selected.len().max(1);
        let places = units.into_iter().map(|unit| (level, unit));
        benchmarks.extend(
            places
                .filter(|p| is_one_each && !known.contains(p) && !benchmarks.contains(p))
                .collect::<Vec<_>>(),
        );
    }
    context.retain(|place| !benchmarks.contains(place));
    if selected.len() > MOST_SELECTED {
        context.append(&mut selected);
    }
    let tagged = |role, places: Vec<(Level, usize)>| places.into_iter().map(move |(l, u)| (role, l, u));
    Ok(tagged(LineRole::Context, context)
        .chain(tagged(LineRole::Benchmark, benchmarks))
        .chain(tagged(LineRole::Selected, selected))
        .collect())
}

/// The value to draw, relative to the base if there is one; none where its digits depend on what the source withholds.
fn drawn(mode: SeriesMode, base: Option<Limited>, value: Limited, caption: Caption<'_>) -> Value {
    let Some(base) = base else { return value.0 };
    match mode {
        SeriesMode::Absolute => value.0,
        SeriesMode::Change => Moved::between(base, value, caption).map(Moved::by),
        SeriesMode::Base100 | SeriesMode::Ats100 => {
            difference(value.0, base.0)?;
            match (value.0, base.0) {
                // An index of zero or of a negative number is meaningless.
                (Ok(x), Ok(of)) if of > 0.0 && x >= 0.0 => {
                    let index = |x: f64, of: f64| decimal::clean(100.0 * x / of);
                    let [(least, most), (least_of, most_of)] =
                        [(value.1, x), (base.1, of)].map(|(bounds, x)| bounds.unwrap_or((x, x)));
                    let ends = [index(least, most_of), index(most, least_of)];
                    match least_of > 0.0 && precision::alike(INDEX_DECIMALS, ends[0], ends[1]) {
                        true => Ok(index(x, of)),
                        false => Err(Absence::Suppressed),
                    }
                }
                _ => Err(Absence::NotApplicable),
            }
        }
    }
}

/// The group whose Comuni the band spans: the first selected one, or the Ambito of the first selected Comune.
fn band_group(spec: &SeriesSpec, atlas: &Atlas) -> Option<(Level, usize)> {
    let territories = &atlas.territories;
    let found: Vec<(Level, usize)> = spec.selected.iter().filter_map(|code| territories.find(code)).collect();
    let group = found.iter().copied().find(|(level, _)| *level == Level::Ambiti);
    let group = group.or_else(|| found.iter().copied().find(|(level, _)| *level != Level::Comuni));
    group.or_else(|| {
        let (_, comune) = found.first()?;
        let ambito = &territories.comuni()[*comune].ambito.0;
        Some((Level::Ambiti, territories.position(Level::Ambiti, ambito)?))
    })
}

fn band(
    spec: &SeriesSpec,
    bases: &Bases<'_>,
    overall: &Overall,
    atlas: &Atlas,
    tables: &mut Tables<'_>,
) -> Result<Option<Band>, FigureError> {
    let Some((level, unit)) = band_group(spec, atlas) else { return Ok(None) };
    let group = &atlas.territories.units(level)[unit];
    // A single Comune has no span.
    if group.members.len() < 2 {
        return Ok(None);
    }
    let caption = Caption::from(atlas.indicator(&spec.indicator)?);
    let tables = tables.of(Level::Comuni, Method::Pooled)?;
    let members: Vec<Vec<Value>> = group
        .members
        .iter()
        .map(|&i| {
            let at = |date: Reference| tables.iter().find(|table| Reference::from(table.date) == date);
            let base = |table: &Table| match spec.mode {
                SeriesMode::Ats100 => overall.get(&table.date.into()).copied(),
                _ => Some(at(bases.of(table.date.into())?)?.rows[i].limited()),
            };
            tables
                .iter()
                .map(|table| drawn(spec.mode, base(table), table.rows[i].limited(), caption))
                .collect()
        })
        .collect();
    let extremes =
        (0..tables.len()).map(|date| extremes(members.iter().map(|values| values[date]))).collect();
    let Unit { code, name, members } = group;
    Ok(Some(Band { code: code.clone(), name: name.clone(), level, members: members.len(), extremes }))
}

/// Lowest and highest, by the rule of [`Method::Min`]: members to which the figure does not apply are skipped, but
/// one missing or withheld value makes both unknown.
fn extremes(values: impl Iterator<Item = Value>) -> Option<(f64, f64)> {
    let mut found: Option<(f64, f64)> = None;
    for value in values {
        match value {
            Ok(x) => found = Some(found.map_or((x, x), |(low, high): (f64, f64)| (low.min(x), high.max(x)))),
            Err(Absence::NotApplicable) => {}
            Err(_) => return None,
        }
    }
    found
}

/// The breaks of the series of some datasets, which part its dates into stretches.
struct Stretches<'a>(Vec<&'a Note>);

/// On which side of each break a date is: dates on the same sides are of one stretch.
type Sides = Vec<bool>;

impl<'a> Stretches<'a> {
    fn new(atlas: &'a Atlas, datasets: &[String]) -> Self {
        let used = atlas.datasets.iter().filter(|dataset| datasets.contains(&dataset.meta.id));
        Self(used.flat_map(|dataset| &dataset.meta.notes).filter(|note| note.is_break).collect())
    }

    fn of(&self, at: Reference) -> Sides {
        self.0.iter().map(|note| note.covers(at.day_on_axis())).collect()
    }

    /// A number for the stretch of each reference.
    fn numbered(&self, references: &[Reference]) -> Vec<usize> {
        let mut known: Vec<Sides> = Vec::new();
        let number = |at: &Reference| {
            let sides = self.of(*at);
            known.iter().position(|other| *other == sides).unwrap_or_else(|| {
                known.push(sides);
                known.len() - 1
            })
        };
        references.iter().map(number).collect()
    }

    /// The breaks between two references, each once: the position of the last reference before it, and the remark.
    fn breaks(&self, own: &[Reference]) -> Vec<(usize, &'a Bilingual)> {
        let mut found: Vec<(usize, &Bilingual)> = Vec::new();
        for (before, pair) in own.windows(2).enumerate() {
            let [from, to] = [pair[0], pair[1]].map(Reference::day_on_axis);
            for note in self.0.iter().filter(|note| note.parts(from, to)) {
                if !found.contains(&(before, &note.text)) {
                    found.push((before, &note.text));
                }
            }
        }
        found
    }
}

/// The bases of differences and indices, one for each stretch of the series; empty for plain values.
struct Bases<'a> {
    stretches: &'a Stretches<'a>,
    of_stretch: BTreeMap<Sides, Reference>,
}

impl<'a> Bases<'a> {
    fn new(base: Option<Reference>, stretches: &'a Stretches<'a>, own: &[Reference]) -> Self {
        let mut of_stretch = BTreeMap::new();
        if let Some(base) = base {
            for at in own.iter().rev().chain([&base]) {
                of_stretch.insert(stretches.of(*at), *at);
            }
        }
        Self { stretches, of_stretch }
    }

    /// The base for values at a reference.
    fn of(&self, at: Reference) -> Option<Reference> {
        self.of_stretch.get(&self.stretches.of(at)).copied()
    }

    fn all(&self) -> impl Iterator<Item = Reference> {
        self.of_stretch.values().copied()
    }
}
