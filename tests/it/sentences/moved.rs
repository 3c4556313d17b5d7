//! What a hypothesis does to the Ambiti that it changes, in readings of maps and rankings, and that its classes are the official ones.

use super::column::{Check, Column, Template, holds};
use super::exact::Exact;
use super::pattern::Caps;
use super::source::{Level, Value, World, official, world};

/// The value of the Ambito that a sentence names, officially and in the hypothesis; `None` where there is no such Ambito.
fn sides(column: &Column, caps: &Caps<'_>) -> Result<[Option<Value>; 2], String> {
    holds(column.level == Level::Ambiti, || "no Ambiti are shown".to_owned())?;
    let told = caps.get("ambito");
    let of = |world: &World| {
        let units = world.units(Level::Ambiti);
        let named = |name: &str| {
            let full = super::grammar::place(column.lang, super::grammar::Case::Subject, Level::Ambiti, name);
            full == told || full.strip_prefix("l'") == Some(told) || full.strip_prefix("the ") == Some(told)
        };
        let unit = units.iter().position(|unit| named(&unit.name))?;
        let values = world.values(&column.indicator.id, column.year, column.level, column.method);
        Some((values[unit], units[unit].members.clone()))
    };
    let (before, after) = (of(official()), of(world()));
    holds(before.is_some() || after.is_some(), || format!("? no Ambito is called «{told}»"))?;
    let same = before.as_ref().map(|(_, members)| members) == after.as_ref().map(|(_, members)| members);
    holds(!same, || format!("«{told}» does not change"))?;
    Ok([before.map(|(value, _)| value), after.map(|(value, _)| value)])
}

fn is(column: &Column, told: &str, value: Option<Value>) -> Result<Exact, String> {
    let value = value.ok_or("there is no such Ambito")?.ok_or("it has no value")?;
    column.is(told, value).map(|()| value)
}

/// The sentences.
pub const MOVED: &[Template<Column>] = &[
    Template {
        it: &["Nell'ipotesi l'{ambito} passa da {before} a {after}."],
        en: &["In the hypothesis the {ambito} goes from {before} to {after}."],
        check: |column, caps| {
            let [before, after] = sides(column, caps)?;
            let before = is(column, caps.get("before"), before)?;
            let after = is(column, caps.get("after"), after)?;
            let differ = caps.get("before") != caps.get("after");
            holds(differ && !before.same(after), || "it stays".to_owned())
        },
    },
    Template {
        it: &["Nell'ipotesi l'{ambito} resta a {value}."],
        en: &["In the hypothesis the {ambito} stays at {value}."],
        check: |column, caps| {
            let [before, after] = sides(column, caps)?;
            let before = is(column, caps.get("value"), before)?;
            holds(before.same(is(column, caps.get("value"), after)?), || "it moves".to_owned())
        },
    },
    Template {
        it: &["Nell'ipotesi l'{ambito}, che aveva {value}, non esiste più."],
        en: &["In the hypothesis the {ambito}, which had {value}, no longer exists."],
        check: |column, caps| {
            let [before, after] = sides(column, caps)?;
            is(column, caps.get("value"), before)?;
            holds(after.is_none(), || "it is still there".to_owned())
        },
    },
    Template { it: &[CLASSES[0]], en: &[CLASSES[1]], check: |column, _| is_of_ambiti(column) },
];

/// That the classes are the official ones.
pub const CLASSES: [&str; 2] = [
    "Le classi sono quelle degli Ambiti ufficiali: i colori si confrontano con quelli della mappa senza ipotesi.",
    "The classes are those of the official Ambiti: colours compare with those of the map without the hypothesis.",
];

fn is_of_ambiti(column: &Column) -> Check {
    holds(column.level == Level::Ambiti, || "no Ambiti are shown".to_owned())
}
