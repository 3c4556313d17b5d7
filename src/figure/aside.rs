//! What every figure says of its units and of its dates, whatever its kind: decided here, said by all.

use crate::base::Level;
use crate::data::{Atlas, Caption, Reference};
use crate::document::Spec;
use crate::i18n::{Lang, texts, within_sentence};

use super::quality::{self, Moves};
use super::withheld::{self, Compared};
use super::wording::{listed, reference_phrase};

/// The most Comuni that are named.
const MOST_NAMED: usize = 3;

/// The sentences of a figure, beyond those of its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asides {
    /// That the ATS is more than the units shown.
    pub outside: Option<String>,
    /// That the ATS beside Comuni is a weighted mean of them.
    pub weighted: Vec<String>,
    /// What withheld values could change.
    pub withheld: Vec<String>,
    /// That a change is between values of unlike status.
    pub mixed: Vec<String>,
    /// That there are later values than those shown.
    pub later: Vec<String>,
}

impl Asides {
    /// What is said of a figure that shows these values, compares them with each other so, and tells these changes.
    pub fn of(
        spec: &impl Spec,
        used: &[(String, Reference)],
        compared: &[Compared<'_>],
        changes: &[Moves],
        atlas: &Atlas,
    ) -> Self {
        let is_computed = used.iter().any(|(id, _)| atlas.catalogue.get(id).is_some());
        let is_of_asst = |code| atlas.territories.position(Level::Asst, code).is_some();
        let shows_asst = spec.level() == Some(Level::Asst) || spec.selected().iter().any(is_of_asst);
        Self {
            outside: (is_computed && shows_asst).then(|| outside(spec.lang(), atlas)).flatten(),
            weighted: weighted(spec, atlas),
            withheld: withheld::sentences(spec.lang(), compared),
            mixed: quality::mixed(spec.lang(), used, changes, atlas),
            later: later(spec.lang(), used, atlas),
        }
    }

    /// Those of a figure in which the value of the ATS is not.
    pub fn without_ats(self) -> Self {
        Self { outside: None, weighted: Vec::new(), ..self }
    }

    /// The sentences of the alternative text.
    pub fn of_picture(self) -> impl Iterator<Item = String> {
        self.outside.into_iter().chain(self.weighted).chain(self.withheld).chain(self.mixed)
    }

    /// The sentences of the reading and of the footer.
    pub fn all(self) -> impl Iterator<Item = String> {
        let later = self.later.clone();
        self.of_picture().chain(later)
    }
}

/// "I valori dell'ATS comprendono anche Milano, che non è in nessuna ASST."
fn outside(lang: Lang, atlas: &Atlas) -> Option<String> {
    let names: Vec<String> =
        atlas.territories.outside(Level::Asst).into_iter().map(|comune| comune.name.clone()).collect();
    Some(match names.len() {
        0 => return None,
        1 => texts::outside_one(lang, &names[0]),
        n if n <= MOST_NAMED => texts::outside_some(lang, listed(lang, &names)),
        n => texts::outside_some(lang, lang.count(n, crate::i18n::Thing::Comune)),
    })
}

/// Indicators that for the ATS are a mean of the Comuni shown, which have no such mean to be told by the words of their level.
fn weighted(spec: &impl Spec, atlas: &Atlas) -> Vec<String> {
    // Lines of the ATS alone are told by the words of their level too.
    if spec.has_groups(atlas) || (spec.level().is_none() && spec.selected().is_empty()) {
        return Vec::new();
    }
    let lang = spec.lang();
    let told = spec.indicators().into_iter().filter_map(|id| {
        let caption = Caption::from(atlas.catalogue.get(id)?);
        Some(texts::ats_weighted(lang, lang.pick(caption.name), lang.pick(caption.weight?)))
    });
    let mut told: Vec<String> = told.collect();
    told.dedup();
    told
}

/// Indicators shown at the date that is shown first although they have a later one, where not all of their variables are. Of many
/// one sentence names all of a date.
fn later(lang: Lang, used: &[(String, Reference)], atlas: &Atlas) -> Vec<String> {
    const MANY: usize = 3;
    let mut found: Vec<(String, &str)> = Vec::new();
    for (id, _) in used {
        let Some(indicator) = atlas.catalogue.get(id) else { continue };
        let shown = used.iter().filter(|(other, _)| other == id).filter_map(|(_, at)| at.date()).max();
        let last = atlas.dates(indicator).last().copied();
        if shown.is_none() || shown != atlas.usual_date(indicator) || last <= shown {
            continue;
        }
        let Some(last) = last else { continue };
        let one = (reference_phrase(lang, indicator.period.of(last.into())), lang.pick(&indicator.name));
        if !found.contains(&one) {
            found.push(one);
        }
    }
    if found.len() < MANY {
        return found.into_iter().map(|(at, name)| texts::later_values(lang, name, at)).collect();
    }
    let mut dates: Vec<&String> = found.iter().map(|(at, _)| at).collect();
    dates.dedup();
    let names = |at: &String| -> Vec<String> {
        found.iter().filter(|(own, _)| own == at).map(|(_, name)| within_sentence(name)).collect()
    };
    let mut told: Vec<String> = Vec::new();
    for at in dates {
        let sentence = texts::later_values_of(lang, at, listed(lang, &names(at)));
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    told
}
