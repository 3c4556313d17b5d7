//! What every figure says of its units and of its dates: that the ATS is more than its ASST, and that there are later values.

use super::asks::{Ask, Figure};
use super::grammar;
use super::program::Texts;
use super::read::Report;
use super::source::{Lang, Level, world};

/// Of the 193 Comuni of `maps/territori.csv`, Milano alone has no ASST.
fn outside(lang: Lang) -> &'static str {
    match lang {
        Lang::It => "I valori dell'ATS comprendono anche Milano, che non è in nessuna ASST.",
        Lang::En => "The values of the ATS include Milano too, which is in no ASST.",
    }
}

/// The texts without what they say of the ASST and of later values; both are checked here.
pub fn less_asides(report: &mut Report, figure: &Figure, mut texts: Texts) -> Texts {
    let lang = figure.lang;
    let of = |id: &String| !world().indicator(id).as_published();
    let (level, is_computed) = match &figure.ask {
        Ask::Map { of: asked, .. } | Ask::Ranking { of: asked, .. } | Ask::Slope { of: asked, .. } => {
            (Some(asked.level), of(&asked.id))
        }
        Ask::Scatter { level, x, y, .. } => (Some(*level), of(x) || of(y)),
        Ask::Table { level, columns, .. } => (Some(*level), columns.iter().any(|(id, ..)| of(id))),
        Ask::Series { level, id, .. } => (*level, of(id)),
        Ask::Printed { .. } => (None, false),
    };
    let is_asst = |code: &String| world().find(code).is_some_and(|(level, _)| level == Level::Asst);
    let is_told = is_computed && (level == Some(Level::Asst) || figure.selected.iter().any(is_asst));
    let told = outside(lang);
    for (name, text) in [
        ("reading", &mut texts.reading),
        ("alternative", &mut texts.alternative),
        ("footer", &mut texts.footer),
    ] {
        if text.contains(told) != is_told {
            report.fault(name, text.as_str(), format!("says that Milano has no ASST: {}", !is_told));
        }
        *text = text.replace(told, "").replace("  ", " ").trim().to_owned();
    }
    for indicator in &world().indicators {
        let name = indicator.name.pick(lang);
        let starts = match lang {
            Lang::It => format!("«{name}» ha anche valori più recenti: al "),
            Lang::En => format!("“{name}” has later values too: on "),
        };
        let Some(last) = world().years(indicator).last().copied() else { continue };
        let right = format!("{starts}{}.", grammar::short_date(lang, last));
        for (name, text) in [("reading", &mut texts.reading), ("footer", &mut texts.footer)] {
            let Some(at) = text.find(&starts) else { continue };
            if !text[at..].starts_with(&right) {
                report.fault(name, text.as_str(), format!("should be «{right}»"));
            }
            *text = text.replace(&right, "").replace("  ", " ").trim().to_owned();
        }
    }
    texts
}
