//! The rules, each with where it comes from.

use crate::base::Level;
use crate::data::{Atlas, Indicator, Kind, Method, Query, Row};
use crate::document::{ClassSpan, ClassSpec, Element, MapSpec, OfKind, RankingSpec, Representation};
use crate::figure::FigureError;
use crate::figure::map::kinds;
use crate::figure::map::{LegendForm, MapModel};
use crate::figure::palette::{Palette, PaletteKind};
use crate::figure::view::Sources;
use crate::i18n::{self, Lang, fill, texts};
use crate::stats::classes::Scheme;

use super::{Finding, Mending};

/// More classes than this cannot be told apart by their colour on a map: C. A. Brewer, L. Pickle, "Evaluation of
/// Methods for Classifying Epidemiological Data on Choropleth Maps in Series", *Annals of the AAG* 92(4), 2002, use
/// five to seven.
const MOST_CLASSES: usize = 7;
/// What is offered in their place.
const CLASSES: usize = 5;

/// Counts under ten are where an interval about them can no longer be approximated (Byar) and must be exact, and where
/// one case more changes a rate by over a tenth.
const SMALL: f64 = 10.0;

/// What concerns maps alone.
pub fn of_map(
    spec: &MapSpec,
    sisters: &[Element],
    sources: Sources<'_>,
) -> Result<Vec<Finding>, FigureError> {
    let mut findings = of_classes(spec, sisters, sources)?;
    findings.extend(small_numbers(spec.query(), spec.lang, sources.atlas)?);
    Ok(findings)
}

/// What concerns rankings alone.
pub fn of_ranking(spec: &RankingSpec, atlas: &Atlas) -> Result<Vec<Finding>, FigureError> {
    // What was published has no denominator here.
    let (Some(date), true) = (spec.at.date(), atlas.published(&spec.indicator).is_none()) else {
        return Ok(Vec::new());
    };
    let (indicator, method) = (spec.indicator.clone(), Method::Pooled);
    let query = Query { indicator, date, level: spec.level, method };
    Ok(small_numbers(query, spec.lang, atlas)?.into_iter().collect())
}

fn of_classes(
    spec: &MapSpec,
    sisters: &[Element],
    sources: Sources<'_>,
) -> Result<Vec<Finding>, FigureError> {
    let lang = spec.lang;
    let indicator = sources.atlas.indicator(&spec.indicator)?;
    let model = MapModel::new(spec, sources)?.value;
    if spec.representation == Representation::Symbols || matches!(model.shown.legend(), LegendForm::Square(_))
    {
        return Ok(Vec::new());
    }
    let mut findings = kinds::checks(spec, indicator);
    let classes = model.classes.as_ref().map_or(0, |classes| classes.intervals.len());
    if classes > MOST_CLASSES {
        let message =
            fill(lang.text(texts::CHECK_CLASSES), &[&classes.to_string(), &MOST_CLASSES.to_string()]);
        // Breaks set by hand are as many as were set.
        let settable = !matches!(spec.scheme(), Scheme::Manual | Scheme::BoxPlot | Scheme::HeadTail);
        let code = "too_many_classes";
        findings.push(match settable {
            true => Finding::mended(code, message, Mending::SetClassCount(CLASSES)),
            false => Finding::advised(code, message, lang.text(texts::ADVICE_CLASSES)),
        });
    }
    if let Some(palette) = Palette::get(model.palette).filter(|palette| !palette.colour_blind_safe) {
        let safe = match palette.kind {
            PaletteKind::Sequential => "yl_gn_bu",
            PaletteKind::Diverging => "rd_bu",
            PaletteKind::Categorical => "set2",
        };
        let message = fill(lang.text(texts::CHECK_PALETTE), &[palette.name]);
        findings.push(Finding::mended("red_green_palette", message, Mending::UsePalette(safe)));
    }
    for sister in sisters {
        let Some(sister) = MapSpec::of(sister) else { continue };
        if let Some(classes) = other_classes(spec, &model, sister, sources)? {
            let message = lang.text(texts::CHECK_SISTER).to_owned();
            findings.push(Finding::mended("classes_differ", message, Mending::UseClasses(classes)));
            break;
        }
    }
    Ok(findings)
}

/// The classes that would make a map comparable with a sister of the same indicator, where they differ.
fn other_classes(
    spec: &MapSpec,
    model: &MapModel,
    sister: &MapSpec,
    sources: Sources<'_>,
) -> Result<Option<ClassSpec>, FigureError> {
    let same = |of: &MapSpec| (of.indicator.clone(), of.level, of.method, of.kind.clone());
    if sister == spec || same(sister) != same(spec) || sister.representation != spec.representation {
        return Ok(None);
    }
    let theirs = MapModel::new(sister, sources)?.value;
    let uppers =
        |model: &MapModel| model.editable().map_or_else(Vec::new, |intervals| intervals.uppers().to_vec());
    let (ours, theirs) = (uppers(model), uppers(&theirs));
    // The outermost edges are the extremes of each map's own values.
    let inner = |uppers: &[f64]| uppers[..uppers.len().saturating_sub(1)].to_vec();
    if inner(&ours) == inner(&theirs) || theirs.is_empty() {
        return Ok(None);
    }
    if sister.classes.span == ClassSpan::AllDates {
        return Ok(Some(sister.classes.clone()));
    }
    let last = ours.last().into_iter().chain(theirs.last()).copied().fold(f64::NEG_INFINITY, f64::max);
    let mut manual = inner(&theirs);
    manual.push(last);
    let (scheme, count) = (Some(Scheme::Manual), Some(manual.len()));
    Ok(Some(ClassSpec { scheme, count, manual, span: ClassSpan::ThisDate }))
}

/// A mean, minimum or maximum of Comuni where a reader expects the value of the group.
pub fn not_pooled(figure: &Element) -> Option<Finding> {
    let (method, groups) = (figure.spec().method(), figure.spec().level() != Some(Level::Comuni));
    let message = figure.lang().text(texts::WARN_NOT_POOLED).to_owned();
    let found = || Finding::mended("not_pooled", message, Mending::UsePooled);
    (method != Method::Pooled && groups).then(found)
}

/// Rates of few people.
fn small_numbers(query: Query, lang: Lang, atlas: &Atlas) -> Result<Option<Finding>, FigureError> {
    let level = query.level;
    let indicator = atlas.indicator(&query.indicator)?;
    let table = atlas.compute(&Query { method: Method::Pooled, ..query })?;
    let few = table.rows.iter().filter(|row| is_small(indicator, row)).count();
    if few == 0 {
        return Ok(None);
    }
    let arguments = [i18n::number(lang, SMALL, 0), i18n::number(lang, few as f64, 0)];
    let message = fill(lang.text(texts::CHECK_SMALL), &arguments.each_ref().map(String::as_str));
    let code = "small_numbers";
    Ok(Some(match level {
        Level::Comuni => Finding::mended(code, message, Mending::UseLevel(Level::Ambiti)),
        _ => Finding::advised(code, message, lang.text(texts::ADVICE_SMALL)),
    }))
}

/// Whether a rate stands on fewer people than [`SMALL`].
fn is_small(indicator: &Indicator, row: &Row) -> bool {
    let below = |x: f64| x < SMALL;
    let people = |side: Option<f64>| side.is_some_and(below);
    let denominator = row.denominator.and_then(Result::ok);
    // A rate that a source gives as it is stands on people that nobody counted here.
    if indicator.denominator.is_empty() {
        return false;
    }
    match indicator.kind {
        // Counts are what they are; the area of a land is no count.
        Kind::Count | Kind::Density => false,
        // Their numerators are sums of ages or differences.
        Kind::Mean | Kind::Change => people(denominator),
        // A rate that came as it is stands on no sums: its own value counts nobody.
        Kind::Share | Kind::Ratio if row.denominator.is_none() => false,
        Kind::Share | Kind::Ratio => people(denominator) || people(row.numerator.ok()),
    }
}

/// A figure that cannot say where its numbers are from.
pub fn no_source(figure: &Element, atlas: &Atlas) -> Result<Option<Finding>, FigureError> {
    let lang = figure.lang();
    if figure.page().source.as_ref().is_some_and(|typed| !typed.trim().is_empty()) {
        return Ok(None);
    }
    for id in figure.spec().indicators() {
        let caption = atlas.caption(id)?;
        if lang.pick(caption.source).trim().is_empty() {
            let message = fill(lang.text(texts::CHECK_SOURCE), &[lang.pick(caption.name)]);
            let advice = lang.text(texts::ADVICE_SOURCE);
            return Ok(Some(Finding::advised("no_source", message, advice)));
        }
    }
    Ok(None)
}

/// A page that leaves out where its numbers are from.
pub fn hidden_source(figure: &Element) -> Option<Finding> {
    let message = || figure.lang().text(texts::CHECK_HIDDEN_SOURCE).to_owned();
    let found = || Finding::mended("source_hidden", message(), Mending::ShowFooter);
    (!figure.page().shows.footer).then(found)
}
