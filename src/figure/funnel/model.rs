//! The numbers of a funnel plot.

use crate::analysis::{Benchmark, Counted, Funnel, Place, Point};
use crate::data::{Atlas, Quality, Row};
use crate::document::FunnelSpec;
use crate::figure::FigureError;
use crate::figure::quality::of_table;
use crate::figure::remark::{Remark, Warned};

/// The numbers of a funnel plot.
#[derive(Clone, Debug)]
pub struct FunnelModel {
    pub counted: Counted,
    /// `None` where no unit has a rate.
    pub funnel: Option<Funnel>,
    /// What is in the middle: that of the spec, or of the ATS where that has no value.
    pub against: Benchmark,
    /// Whether each unit is selected.
    pub selected: Vec<bool>,
    /// The status of the values, if it is the same for all.
    pub quality: Option<Quality>,
}

impl FunnelModel {
    /// Computes the model.
    ///
    /// # Errors
    /// An indicator without counts, or without values at that date.
    pub fn new(spec: &FunnelSpec, atlas: &Atlas) -> Result<Warned<Self>, FigureError> {
        let counted =
            Counted::of(atlas, &spec.query()).map_err(|refusal| FigureError::of_refusal(refusal, atlas))?;
        let value = |benchmark: Benchmark| benchmark.common(atlas, &spec.indicator, spec.date);
        let asked = value(spec.against);
        let against = if asked.is_some() { spec.against } else { Benchmark::Ats };
        let benchmark = asked.or_else(|| value(Benchmark::Ats));
        let funnel = Funnel::of(&counted, benchmark, spec.widened).filter(|funnel| !funnel.points.is_empty());
        let selected = atlas.territories.sharing(spec.level, &spec.selected);
        let selected = selected.map_err(FigureError::UnknownTerritory)?;
        let missing = counted.table.rows.iter().filter_map(|row| Counted::counts(row).err());
        let mut remarks = Vec::new();
        for reason in crate::data::Absence::ALL {
            let count = missing.clone().filter(|absence| *absence == reason).count();
            if count > 0 {
                remarks.push(Remark::AbsentValues { count, reason });
            }
        }
        if funnel.is_none() {
            remarks.insert(0, Remark::NoValues);
        }
        let quality = of_table(&counted.table);
        Ok(Warned { value: Self { counted, funnel, against, selected, quality }, remarks })
    }

    /// The row of a point.
    pub fn row(&self, point: &Point) -> &Row {
        &self.counted.table.rows[point.unit]
    }

    /// Its value, in the unit of the indicator.
    pub fn value(&self, point: &Point) -> f64 {
        point.rate * self.counted.multiplier
    }

    /// The points outside the limits, the farthest first.
    pub fn outside(&self) -> Vec<&Point> {
        let Some(funnel) = &self.funnel else { return Vec::new() };
        let mut found: Vec<&Point> =
            funnel.points.iter().filter(|point| point.place != Place::Within).collect();
        let distance = |point: &Point| point.score.map_or(0.0, f64::abs);
        found.sort_by(|a, b| distance(b).total_cmp(&distance(a)));
        found
    }

    /// Whether a point is selected.
    pub fn is_selected(&self, point: &Point) -> bool {
        self.selected.get(point.unit).copied().unwrap_or(false)
    }
}
