//! The legend against the numbers: how many territories have each colour, and that no displayed value contradicts the
//! edges of its class.

use super::column::Column;
use super::exact::Printed;
use super::program::Texts;
use super::read::Report;
use super::source::{Lang, world};

/// A class in the legend.
struct Class {
    /// Whether its lower edge is excluded.
    open: bool,
    low: Printed,
    high: Printed,
    label: String,
}

fn class(lang: Lang, label: &str) -> Option<Class> {
    let above = ["oltre ", "over ", "> "].iter().find_map(|over| label.strip_prefix(over));
    let (open, rest) = above.map_or((false, label), |rest| (true, rest));
    let rest = ["da ", "from "].iter().find_map(|from| rest.strip_prefix(from)).unwrap_or(rest);
    let (low, rest) = Printed::read(lang, rest)?;
    let high =
        [" fino a ", " up to ", " – ", " a ", " to "].iter().find_map(|between| rest.strip_prefix(between));
    let (high, rest) = match high {
        None => (low, rest),
        Some(high) => Printed::read(lang, high)?,
    };
    rest.is_empty().then(|| Class { open, low, high, label: label.to_owned() })
}

/// Checks the legend of a map of values or differences in colours.
pub fn read(report: &mut Report, column: &Column, texts: &Texts) {
    let lang = column.lang;
    let count =
        |text: &str| Printed::read(lang, text).filter(|(_, rest)| rest.is_empty()).map(|(n, _)| n.units);
    let mut entries: Vec<(Class, i128)> = Vec::new();
    let mut runs = texts.legend.windows(2);
    while let Some([label, n]) = runs.next() {
        if let (Some(class), Some(n)) = (class(lang, label), count(n)) {
            entries.push((class, n));
            runs.next();
        }
    }
    if entries.is_empty() {
        return;
    }
    report.sentences += entries.len();
    let values = column.values();
    // A map of a part leaves out what is not visible.
    let mut drawn: Vec<&str> = texts.marks.iter().map(|mark| &*mark.code).collect();
    drawn.sort_unstable();
    drawn.dedup();
    let is_whole = drawn.len() == values.len();
    for (i, (class, n)) in entries.iter().enumerate() {
        let Some(colour) = texts.swatches.get(i) else { continue };
        let coloured: Vec<&str> =
            texts.marks.iter().filter(|mark| mark.colour == *colour).map(|mark| &*mark.code).collect();
        let mut units: Vec<usize> = coloured
            .iter()
            .filter_map(|code| world().units(column.level).iter().position(|unit| unit.code == **code))
            .collect();
        units.sort_unstable();
        units.dedup();
        let found = units.len() as i128;
        if found > *n || (is_whole && found != *n) {
            report.fault("legend", &class.label, format!("says {n}, {} have its colour", units.len()));
        }
        for unit in units {
            let name = column.name(unit);
            let Some(value) = values[unit] else {
                report.fault("legend", &class.label, format!("{name} has no value"));
                continue;
            };
            // As displayed or, if the edges have more decimals, with as many: a value within its class at more
            // decimals is not outside it at fewer.
            let decimals = class.low.decimals.max(class.high.decimals).max(column.indicator.decimals);
            let printed = Printed { units: value.rounded(decimals), decimals, signed: false };
            let (low, high, own) = (class.low.exact(), class.high.exact(), printed.exact());
            let below = own < low || (class.open && own == low);
            if below || own > high {
                report.fault("legend", &class.label, format!("{name} is printed as {own}, being {value}"));
            }
        }
    }
    let edges = entries.iter().map(|(class, _)| class.low.decimals.max(class.high.decimals)).max();
    overall(report, column, texts, edges.unwrap_or(column.indicator.decimals));
}

/// The value of the ATS in the legend.
fn overall(report: &mut Report, column: &Column, texts: &Texts, edges: usize) {
    const NAME: &str = "ATS Città Metropolitana di Milano: ";
    let all = texts.legend.join(" ");
    let Some(at) = all.find(NAME) else { return };
    let rest = &all[at + NAME.len()..];
    let ends = [" Classi:", " Classes:", " Il numero", " The number", " L'area", " The area"];
    let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    report.sentences += 1;
    let stated = column.overall().ok_or("the ATS has no value".to_owned());
    let own = column.indicator.decimals;
    let checked = stated.and_then(|overall| match edges < own {
        // Beside edges without decimals it needs none either.
        true => column
            .is_at(&rest[..end], overall, edges)
            .or_else(|wrong| column.is(&rest[..end], overall).map_err(|_| wrong)),
        false => column.is(&rest[..end], overall),
    });
    if let Err(why) = checked {
        report.fault("legend", format!("{NAME}{}", &rest[..end]), why);
    }
}

/// Checks the texts of the marks under the pointer: name and value.
pub fn marks(report: &mut Report, column: &Column, texts: &Texts) {
    let values = column.values();
    for mark in &texts.marks {
        let codes: Vec<&str> = match &column.listed {
            Some(listed) => listed.codes.iter().map(String::as_str).collect(),
            None => world().units(column.level).iter().map(|unit| &*unit.code).collect(),
        };
        let Some(unit) = codes.iter().position(|code| *code == mark.code) else { continue };
        let start = format!("{}: ", column.name(unit));
        let Some(rest) = mark.label.strip_prefix(&start) else {
            report.fault("mark", &mark.label, format!("should begin with «{start}»"));
            continue;
        };
        let stated = rest.split("; ").next().unwrap_or_default();
        report.sentences += 1;
        let right = match values[unit] {
            Some(value) => column.is(stated, value),
            None => Ok(()),
        };
        if let Err(why) = right {
            report.fault("mark", &mark.label, why);
        }
    }
}
