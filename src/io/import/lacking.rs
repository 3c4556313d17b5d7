//! Ambiti of which some Comuni have no value: their sums will be missing, which is told before the import.

use crate::base::Level;
use crate::data::{Absence, Bilingual, Territories, Unit};
use crate::i18n::{Lang, some_named, texts as t};

use super::finding::{Finding, Kind};
use super::gathered::Gathered;

/// How many Ambiti, and how many Comuni of each, are named.
const NAMED: usize = 4;

/// The finding; `None` where each Ambito has all or fewer than half of its Comuni.
pub(crate) fn finding(gathered: &Gathered, territories: &Territories, level: Level) -> Option<Finding> {
    if level != Level::Comuni {
        return of_groups(gathered, territories, level);
    }
    let columns = gathered.columns();
    let is_there = |place: usize| {
        !columns.is_empty()
            && columns.iter().all(|column| {
                column.get(place).is_some_and(|slot| slot.value.is_ok() || slot.bounds.is_some())
            })
    };
    let there: Vec<bool> = (0..territories.comuni().len()).map(is_there).collect();
    let has = |unit: &&Unit| unit.members.iter().filter(|member| there[**member]).count();
    let lacks = |unit: &&Unit| has(unit) < unit.members.len() && 2 * has(unit) >= unit.members.len();
    let lacking: Vec<&Unit> = territories.units(Level::Ambiti).iter().filter(lacks).collect();
    let has_few = |unit: &&Unit| has(unit) > 0 && 2 * has(unit) < unit.members.len();
    let few = territories.units(Level::Ambiti).iter().filter(has_few).count();
    if lacking.is_empty() {
        return None;
    }
    let of = |lang: Lang, unit: &Unit| {
        let absent = unit.members.iter().filter(|member| !there[**member]);
        let names: Vec<&str> = absent.map(|member| territories.comuni()[*member].name.as_str()).collect();
        let (lack, all) = (names.len(), unit.members.len().to_string());
        let told = some_named(&names, NAMED, |more| t::intake_and_more(lang, more));
        let lacks = match lack {
            1 => t::lacks_one(lang, told, &all),
            _ => t::lacks_some(lang, told, lack, &all),
        };
        format!("{} – {lacks}", unit.name)
    };
    let text = |lang: Lang| {
        let all: Vec<String> = lacking.iter().map(|unit| of(lang, unit)).collect();
        let left = all.len().saturating_sub(NAMED);
        let shown = all[..all.len() - left].join("; ");
        let named = if left == 0 { shown } else { format!("{shown}; {}", t::intake_and_more(lang, left)) };
        match few {
            0 => named,
            few => format!("{named}; {}", t::lacks_most(lang, few)),
        }
    };
    let ambiti: Bilingual = Lang::both(text);
    Some(Finding { count: lacking.len() + few, ..Finding::new(Kind::AmbitiLack { ambiti }) })
}

/// The Ambiti that a table by Ambito leaves without a value, where it is about most of them.
fn of_groups(gathered: &Gathered, territories: &Territories, level: Level) -> Option<Finding> {
    let units = territories.units(level);
    let columns = gathered.columns();
    let is_there = |place: usize| {
        columns.iter().all(|column| column.value(place).is_some_and(|value| value != Err(Absence::Missing)))
    };
    let lacking: Vec<&str> =
        (0..units.len()).filter(|place| !is_there(*place)).map(|place| units[place].name.as_str()).collect();
    if lacking.is_empty() || 2 * lacking.len() > units.len() || columns.is_empty() {
        return None;
    }
    let lacks = Lang::both(|lang| some_named(&lacking, NAMED, |more| t::intake_and_more(lang, more)));
    Some(Finding { count: lacking.len(), ..Finding::new(Kind::UnitsLack { level, units: lacks }) })
}
