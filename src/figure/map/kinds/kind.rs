//! The trait of a kind of map, before any number is computed: its model, its texts, the values behind what is mapped.
//! What its numbers are asked for is in [`Shown`](crate::figure::map::Shown).

use crate::data::{Atlas, Caption, Indicator, Method, Note, Reference, Table, Value};
use crate::document::MapSpec;
use crate::figure::FigureError;
use crate::figure::check::Finding;
use crate::figure::map::MapModel;
use crate::figure::remark::Warned;
use crate::figure::view::Sources;
use crate::figure::wording::{reference_in_full, reference_phrase, value_text};
use crate::i18n::Lang;

/// A kind of map. The default methods are what most kinds have in common.
pub trait Kind {
    /// Computes the model.
    ///
    /// # Errors
    /// See [`FigureError`]. An indicator without a single value is not an error: the map says so.
    fn model(&self, spec: &MapSpec, sources: Sources<'_>) -> Result<Warned<MapModel>, FigureError>;

    /// What is mapped, in the alternative text: the names of the indicators, where their values are.
    fn described(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        self.names(spec, atlas)
    }

    /// The mapped value of each unit; for two indicators, that of the first.
    ///
    /// # Errors
    /// See [`FigureError`].
    fn table(&self, spec: &MapSpec, atlas: &Atlas) -> Result<Table, FigureError> {
        Ok(atlas.compute(&spec.query())?)
    }

    /// The mapped value of a group of Comuni, from its sums.
    fn pooled(&self, spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Option<Value> {
        atlas.value_of(&spec.indicator, spec.date, members, Method::Pooled).ok()
    }

    /// The values behind the mapped value of a group of Comuni.
    fn behind(&self, spec: &MapSpec, atlas: &Atlas, members: &[usize]) -> Vec<Value> {
        let _ = (spec, atlas, members);
        Vec::new()
    }

    /// Those values in words, one line each.
    fn behind_words(
        &self,
        spec: &MapSpec,
        caption: Caption<'_>,
        atlas: &Atlas,
        values: &[Value],
    ) -> Vec<String> {
        let _ = (spec, caption, atlas, values);
        Vec::new()
    }

    /// The indicator as described for a unit with those values behind it.
    fn caption<'a>(&self, caption: Caption<'a>, behind: &[Value]) -> Caption<'a> {
        let _ = behind;
        caption
    }

    /// The breaks of the series between the mapped dates.
    fn breaks<'a>(&self, spec: &MapSpec, table: &Table, atlas: &'a Atlas) -> Vec<&'a Note> {
        let _ = (spec, table, atlas);
        Vec::new()
    }

    /// The values it is drawn from: indicators, each at a date.
    fn used(&self, spec: &MapSpec, atlas: &Atlas) -> Vec<(String, Reference)> {
        let _ = atlas;
        vec![(spec.indicator.clone(), spec.date.into())]
    }

    /// The name of what is mapped.
    fn names(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        atlas
            .catalogue
            .get(&spec.indicator)
            .map_or("", |indicator| spec.lang.pick(&indicator.name))
            .to_owned()
    }

    fn title(&self, spec: &MapSpec, atlas: &Atlas) -> String {
        self.names(spec, atlas)
    }

    /// The date or dates, as a phrase: "al 1/1/2023".
    fn when(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        reference_phrase(spec.lang, caption.stated(spec.date))
    }

    /// The same where it stands alone: "1° gennaio 2023".
    fn when_alone(&self, spec: &MapSpec, caption: Caption<'_>) -> String {
        reference_in_full(spec.lang, caption.stated(spec.date))
    }

    /// The unit of the mapped values.
    fn unit(&self, lang: Lang, indicator: &Indicator) -> String {
        lang.pick(&indicator.unit).to_owned()
    }

    /// The units of everything the map shows.
    fn units(&self, lang: Lang, indicator: &Indicator, atlas: &Atlas) -> String {
        let _ = atlas;
        self.unit(lang, indicator)
    }

    /// The mapped value of one unit, in words.
    fn text(&self, lang: Lang, caption: Caption<'_>, value: Value) -> String {
        value_text(lang, caption, value)
    }

    /// What could mislead in the classes and colours of this kind of map.
    fn checks(&self, spec: &MapSpec, indicator: &Indicator) -> Vec<Finding> {
        let _ = (spec, indicator);
        Vec::new()
    }
}
