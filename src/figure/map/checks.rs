//! What could mislead in a map: its classes and colours, and rates based on few people.

use crate::base::Date;
use crate::data::Scale;
use crate::document::{ClassSpan, ClassSpec, Element, MapSpec, OfKind, Representation};
use crate::figure::FigureError;
use crate::figure::check::{Finding, Fix, small_counts, small_numbers};
use crate::figure::palette::{Palette, PaletteKind};
use crate::figure::remark::Remark;
use crate::figure::view::Sources;
use crate::i18n::texts;
use crate::stats::classes::Scheme;

use super::{LegendForm, MapModel, kinds};

/// More classes than this cannot be distinguished by colour on a map: C. A. Brewer, L. Pickle, "Evaluation of Methods
/// for Classifying Epidemiological Data on Choropleth Maps in Series", *Annals of the AAG* 92(4), 2002, use five to
/// seven.
const MOST_CLASSES: usize = 7;
/// The number proposed instead.
const CLASSES: usize = 5;

pub fn findings(
    spec: &MapSpec,
    sisters: &[Element],
    sources: Sources<'_>,
) -> Result<Vec<Finding>, FigureError> {
    let mut findings = of_classes(spec, sisters, sources)?;
    let caption = sources.atlas.caption(&spec.indicator)?;
    let known = caption.known_at;
    if spec.level > known && !caption.holds_for_groups && spec.method.is_of_group() {
        findings.insert(0, Finding::fixable(Remark::NoGroupValues { known }, Fix::UseLevel(known)));
    }
    if spec.level < known {
        findings.insert(0, Finding::fixable(Remark::KnownOnlyAt { level: known }, Fix::UseLevel(known)));
    }
    findings.extend(small_counts(&spec.query(), sources.atlas)?);
    let used = kinds::used(spec, sources.atlas);
    let shown: Vec<(String, Date)> = used.into_iter().filter_map(|(id, at)| Some((id, at.date()?))).collect();
    findings.extend(small_numbers(&shown, spec.level, sources.atlas)?);
    Ok(findings)
}

fn of_classes(
    spec: &MapSpec,
    sisters: &[Element],
    sources: Sources<'_>,
) -> Result<Vec<Finding>, FigureError> {
    let indicator = sources.atlas.indicator(&spec.indicator)?;
    let model = MapModel::new(spec, sources)?.value;
    let mut findings = kinds::checks(spec, indicator);
    if spec.representation == Representation::Symbols || matches!(model.shown.legend(), LegendForm::Square(_))
    {
        return Ok(findings);
    }
    let classes = model.classes.as_ref().map_or(0, |classes| classes.intervals.len());
    // Steps are as many as the source has.
    if classes > MOST_CLASSES && model.names.is_empty() {
        let remark = Remark::TooManyClasses { classes, most: MOST_CLASSES };
        // Manual breaks and these schemes fix the number of classes.
        let settable = !matches!(spec.scheme(), Scheme::Manual | Scheme::BoxPlot | Scheme::HeadTail);
        findings.push(match settable {
            true => Finding::fixable(remark, Fix::SetClassCount(CLASSES)),
            false => Finding::advised(remark, texts::ADVICE_CLASSES),
        });
    }
    let of_names = indicator.kind.scale() == Scale::Names;
    if of_names && Palette::get(model.palette).is_some_and(|own| own.kind != PaletteKind::Categorical) {
        findings.push(Finding::fixable(Remark::OrderedPalette, Fix::UsePalette("set2")));
    }
    if let Some(palette) = Palette::get(model.palette).filter(|palette| !palette.colour_blind_safe) {
        let safe = match palette.kind {
            PaletteKind::Sequential => "yl_gn_bu",
            PaletteKind::Diverging => "rd_bu",
            PaletteKind::Categorical => "set2",
        };
        let remark = Remark::RedGreenPalette { palette: palette.name };
        findings.push(Finding::fixable(remark, Fix::UsePalette(safe)));
    }
    for sister in sisters {
        let Some(sister) = MapSpec::of(sister) else { continue };
        if let Some(classes) = other_classes(spec, &model, sister, sources)? {
            findings.push(Finding::fixable(Remark::ClassesDiffer, Fix::UseClasses(classes)));
            break;
        }
    }
    Ok(findings)
}

/// The classes that would make a map comparable with a sister of the same indicator, if theirs differ.
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
    // The outermost edges are just the extremes of each map's own values.
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
