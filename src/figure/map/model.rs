//! Puts one number of each unit into classes and gives them colours: what most kinds of map do.

use std::sync::Arc;

use crate::base::{Diagnostic, Level, Severity, Warned};
use crate::data::{Absence, Atlas, Indicator, Kind, Method, Query, Table};
use crate::document::{ClassSpan, MapSpec, Representation};
use crate::i18n::texts;
use crate::stats::classes::{ClassifyError, Note, Scheme, classify};

use crate::figure::FigureError;
use crate::figure::map::kinds::change::edge_on_zero;
use crate::figure::map::numbers::{MapModel, Shown};
use crate::figure::palette::{Palette, PaletteKind};

/// The palettes of values that go from little to much, and of those that turn at zero, when nobody has picked one.
const SEQUENTIAL: &str = "yl_gn_bu";
const DIVERGING: &str = "rd_bu";

/// One number of each unit, to be put into classes.
pub struct Mapped {
    /// The numbers.
    pub table: Table,
    /// That of the whole territory.
    pub whole: Option<f64>,
    /// Whether they are differences, which zero parts in two sorts.
    pub are_differences: bool,
    /// What must be known of them.
    pub remarks: Vec<Diagnostic>,
}

impl Mapped {
    /// The model of a map of them.
    ///
    /// # Errors
    /// See [`FigureError`].
    pub fn model(
        self,
        spec: &MapSpec,
        shown: impl Shown,
        atlas: &Atlas,
    ) -> Result<Warned<MapModel>, FigureError> {
        let Self { table, whole, are_differences, remarks: mut diagnostics } = self;
        let indicator = atlas.indicator(&spec.indicator)?;
        let own: Vec<f64> = table.present().collect();
        let mut classified = own.clone();
        let mut units = own.len();
        if spec.classes.span == ClassSpan::AllDates && spec.kind.shares_classes() {
            for date in atlas.dates(indicator).into_iter().filter(|date| *date != spec.date) {
                let before = classified.len();
                classified.extend(atlas.compute(&Query { date, ..spec.query() })?.present());
                // The same number at every date: the one of the date with most of them.
                units = units.max(classified.len() - before);
            }
        }
        let is_signed = are_differences || is_signed(indicator, &classified);
        let id = spec.palette.id.as_deref().unwrap_or(if is_signed { DIVERGING } else { SEQUENTIAL });
        let palette = Palette::get(id).ok_or_else(|| FigureError::UnknownPalette(id.to_owned()))?;
        let (scheme, class_count) = (spec.scheme(), spec.classes.count.unwrap_or(usual_count(units)));
        let mut classes = match classify(&classified, scheme, class_count, &spec.classes.manual) {
            // Classes of other dates alone would colour nothing.
            Ok(_) if own.is_empty() => None,
            Ok(classes) => Some(classes),
            Err(ClassifyError::NoValues) => None,
            Err(error) => return Err(error.into()),
        };
        // A scheme that somebody asked for values has the edges it makes.
        let may_move = is_signed && (are_differences || spec.classes.scheme.is_none());
        let mut has_edge_on_zero = false;
        if let Some(classes) = classes.as_mut().filter(|_| may_move)
            && let Some(moved) = edge_on_zero(&classes.intervals, &classified, scheme)
        {
            (classes.intervals, has_edge_on_zero) = (moved, true);
        }
        let bounds: Vec<(f64, f64)> =
            classes.iter().flat_map(|c| (0..c.intervals.len()).map(|i| c.intervals.bounds(i))).collect();
        let class_of: Vec<_> = table
            .rows
            .iter()
            .map(|row| {
                let value = row.value?;
                classes.as_ref().and_then(|c| c.intervals.class_of(value)).ok_or(Absence::Missing)
            })
            .collect();
        let counts = classes.as_ref().map(|c| c.intervals.counts(&own)).unwrap_or_default();
        let natural = || if is_signed { Some(0.0) } else { natural_centre(scheme, &classified) };
        let centre = spec.palette.centre.or_else(natural);
        let model = MapModel {
            colours: palette.colours(&bounds, spec.palette.reversed, centre),
            printed: classes.as_ref().map(|c| c.rounded(&classified, indicator.decimals)),
            table,
            whole,
            classes,
            class_of,
            counts,
            palette: palette.id,
            class_count,
            edge_on_zero: has_edge_on_zero,
            shown: Arc::new(shown),
        };
        diagnostics.extend(model.remarks(spec, indicator.kind, palette.kind));
        diagnostics.extend(model.many_classes(spec, units));
        Ok(Warned { value: model, diagnostics })
    }
}

impl MapModel {
    /// That there are more classes than half of the units: obeyed where somebody asked for them, and said.
    fn many_classes(&self, spec: &MapSpec, units: usize) -> Option<Diagnostic> {
        let classes = self.classes.as_ref().map_or(0, |classes| classes.intervals.len());
        if spec.representation != Representation::Choropleth || classes <= (units / 2).max(1) {
            return None;
        }
        let message = texts::warn_many_classes(spec.lang, classes, units);
        Some(Diagnostic { severity: Severity::Note, code: "many_classes", message })
    }

    fn remarks(&self, spec: &MapSpec, kind: Kind, palette: PaletteKind) -> Vec<Diagnostic> {
        let lang = spec.lang;
        let mut remarks = Vec::new();
        let mut remark =
            |severity, code, message: String| remarks.push(Diagnostic { severity, code, message });
        let choropleth = spec.representation == Representation::Choropleth;
        if kind == Kind::Count && choropleth {
            remark(Severity::Warning, "count_as_choropleth", lang.text(texts::WARN_COUNT).to_owned());
        }
        if choropleth && palette == PaletteKind::Categorical {
            remark(Severity::Warning, "categorical_palette", lang.text(texts::WARN_CATEGORICAL).to_owned());
        }
        if choropleth && spec.palette.centre.is_some() && palette != PaletteKind::Diverging {
            remark(Severity::Note, "centre_ignored", lang.text(texts::WARN_CENTRE).to_owned());
        }
        if spec.method != Method::Pooled && spec.level != Level::Comuni {
            remark(Severity::Note, "not_pooled", lang.text(texts::WARN_NOT_POOLED).to_owned());
        }
        for Diagnostic { severity, code, message } in self.absent_remarks(lang) {
            remark(severity, code, message);
        }
        let mut empty = false;
        match &self.classes {
            None => remark(Severity::Warning, "no_values", lang.text(texts::WARN_NO_VALUES).to_owned()),
            // Symbols show no classes.
            Some(_) if !choropleth => {}
            Some(classes) => {
                for note in &classes.notes {
                    let (code, text) = match note {
                        Note::Constant => ("constant", lang.text(texts::WARN_CONSTANT).to_owned()),
                        Note::FewerDistinctValues { distinct, .. } => {
                            ("fewer_classes", texts::warn_fewer(lang, distinct))
                        }
                        // The legend shows how many there are.
                        Note::CountIgnored { .. } | Note::AbsentClass { .. } => continue,
                        Note::DuplicateEdges { .. } => {
                            ("merged_classes", lang.text(texts::WARN_MERGED).to_owned())
                        }
                        Note::CountCapped { max } => ("capped_classes", texts::warn_capped(lang, max)),
                        // Said once for all of them.
                        Note::EmptyClass { .. } if std::mem::replace(&mut empty, true) => continue,
                        Note::EmptyClass { .. } => {
                            ("empty_class", lang.text(texts::WARN_EMPTY_CLASS).to_owned())
                        }
                    };
                    remark(Severity::Note, code, text);
                }
            }
        }
        remarks
    }
}

/// How many classes there are when nobody has said: five, and at most half as many as the units, because a class of
/// one unit says no more than its value.
fn usual_count(units: usize) -> usize {
    (units / 2).clamp(1, 5)
}

/// Whether zero parts the values in two sorts: what may be negative by its definition, and what happens to have both signs.
fn is_signed(indicator: &Indicator, values: &[f64]) -> bool {
    let has = |sign: f64| values.iter().any(|x| x * sign > 0.0);
    indicator.may_be_negative() || (has(1.0) && has(-1.0))
}

/// Where a diverging palette turns when nobody has said: at the mean for classes of standard deviations, at
/// the median for those of a box plot.
fn natural_centre(scheme: Scheme, values: &[f64]) -> Option<f64> {
    match scheme {
        Scheme::StdDev => Some(values.iter().sum::<f64>() / values.len() as f64),
        Scheme::BoxPlot => {
            let mut sorted = values.to_vec();
            sorted.sort_by(f64::total_cmp);
            let (low, high) = (sorted.get((sorted.len().max(1) - 1) / 2)?, sorted.get(sorted.len() / 2)?);
            Some((low + high) / 2.0)
        }
        _ => None,
    }
}
