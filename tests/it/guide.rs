//! The numbers that the guide quotes are those of the program, so that it does not grow old: chapters 2 and 6, whose sentences
//! and tables rest on values of two Ambiti, their Comuni and the ATS.

use atlante::base::{Code, Date, Level, decimal};
use atlante::data::Method;
use atlante::document::{QuadrantSplit, ScatterSpec};
use atlante::figure::scatter::ScatterModel;
use atlante::i18n::{Lang, number};
use atlante::stats::Place;

use crate::common::{january, present, table_today, today};

const COMPARING: &str = include_str!("../../docs/guida/02-confrontare.md");
const THEMES: &str = include_str!("../../docs/guida/06-i-temi.md");
const CORSICO: &str = "50089";
const RHO: &str = "50095";
const PIOLTELLO: &str = "50056";
const LODI: &str = "50066";
const ATS: &str = "321";

/// The chapter with its lines joined, because they break anywhere.
fn holds(chapter: &str, sentence: &str) {
    let text = chapter.split_whitespace().collect::<Vec<_>>().join(" ").replace("**", "");
    assert!(text.contains(sentence), "the guide does not say: {sentence}");
}

fn value(id: &str, date: Date, code: &str) -> f64 {
    let level = today().territories.find(&Code::from(code)).expect("a territory").0;
    present(&table_today(id, date, level, Method::Pooled), code)
}

fn one(x: f64) -> String {
    number(Lang::It, x, 1)
}

/// The difference as told, of the values as they are.
fn by(now: f64, before: f64) -> String {
    one(decimal::difference(now, before))
}

#[test]
fn the_ageing_of_corsico_is_that_of_the_program() {
    let id = "indice_vecchiaia";
    let at = |year, code| value(id, january(year), code);
    let [c, r, a] = [CORSICO, RHO, ATS].map(|code| [2022, 2023, 2026].map(|year| at(year, code)));
    let told = format!(
        "Al 1/1/2022 Corsico ({}) stava appena sotto l'ATS ({}); al 1/1/2023 è a {}, mentre l'ATS è a {}.",
        one(c[0]),
        one(a[0]),
        one(c[1]),
        one(a[1])
    );
    holds(COMPARING, &told);
    assert!(r[0] > a[0] && c[0] < a[0] && c[1] > a[1], "who is above whom");
    let told = format!("Corsico +{}, Rho +{}, l'ATS +{}", by(c[1], c[0]), by(r[1], r[0]), by(a[1], a[0]));
    holds(COMPARING, &told);
    let told = format!("differenze sono +{}, +{} e +{}", by(c[2], c[0]), by(r[2], r[0]), by(a[2], a[0]));
    holds(COMPARING, &told);
    let all: Vec<f64> = table_today(id, january(2023), Level::Ambiti, Method::Pooled).present().collect();
    assert_eq!(Place::among(c[1], all).place, 7, "settimo su 17");
    holds(COMPARING, "Corsico è settimo su 17.");
    let of = |method| present(&table_today(id, january(2023), Level::Ambiti, method), CORSICO);
    let told = format!(
        "dal suo Comune più giovane ({}) al più anziano ({}); il trattino è la media semplice dei sei Comuni ({}), il punto il valore \
         dell'Ambito calcolato sul totale dei Comuni ({})",
        one(of(Method::Min)),
        one(of(Method::Max)),
        one(of(Method::Mean)),
        one(c[1])
    );
    holds(COMPARING, &told);
    let comune = |year, code| one(at(year, code));
    let told = format!(
        "Cesano Boscone ({}) e Corsico ({}), che insieme hanno quasi la metà degli abitanti. In un anno, però, il Comune di Corsico è \
         salito di poco (da {}): a salire di più è Buccinasco, da {} a {}.",
        comune(2023, "015074"),
        comune(2023, "015093"),
        comune(2022, "015093"),
        comune(2022, "015036"),
        comune(2023, "015036")
    );
    holds(COMPARING, &told);
    let mut scatter = ScatterSpec::new("densita", id, january(2023));
    scatter.view.quadrants = QuadrantSplit::Ats;
    let model = ScatterModel::new(&scatter, today()).expect("a scatterplot").value;
    let (r, rho) = (model.pearson.expect("r"), model.spearman.expect("rho"));
    let three = |x| number(Lang::It, x, 3);
    let told = format!(
        "Pearson r = {} (p = {}), Spearman ρ = {} (p = {})",
        three(r.r),
        three(r.p),
        three(rho.r),
        three(rho.p)
    );
    holds(COMPARING, &told);
    let high = model.quadrants.expect("quadrants").counts[0];
    holds(COMPARING, &format!("denso e anziano, ci sono {high} Comuni"));
}

#[test]
fn the_tables_of_the_themes_are_those_of_the_program() {
    let places = [("Pioltello", PIOLTELLO), ("Corsico", CORSICO), ("Lodi", LODI), ("ATS", ATS)];
    let end = |year| Date::new(year, 12, 31).expect("a date");
    for (name, code) in places {
        let income = |year| value("reddito_imponibile_medio", end(year), code);
        let euros = [2007, 2015, 2024].map(|year| format!("{} €", number(Lang::It, income(year), 0)));
        let against = [2007, 2015, 2024].map(|year| {
            let share = 100.0 * income(year) / value("reddito_imponibile_medio", end(year), ATS);
            if code == ATS { "100".to_owned() } else { one(share) }
        });
        holds(THEMES, &format!("| {name} | {} | {} |", euros.join(" | "), against.join(" | ")));
        let foreign = [2013, 2018, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(|year| {
            let share = format!("{}%", one(value("quota_stranieri", january(year), code)));
            if year == 2021 { format!("*{share}*") } else { share }
        });
        holds(THEMES, &format!("| {name} | {} |", foreign.join(" | ")));
    }
    holds(
        THEMES,
        &format!("Per l'ATS il 2021 darebbe {}%", one(value("quota_stranieri", january(2021), ATS))),
    );
    let residents = number(Lang::It, value("residenti", january(2023), ATS), 0);
    holds(THEMES, &format!("il conteggio definitivo, {residents};"));
}
