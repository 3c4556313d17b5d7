//! Scatterplots of steps and categories: ranks alone or nothing at all, and how many points each colour has.

use super::column::{Template, holds};
use super::program::Texts;
use super::read::Report;
use super::scatter::{Scatter, is_p, near, spearman_p};
use super::source::Lang;

/// What stands in place of coefficients of quantities.
pub const SENTENCES: &[Template<Scatter>] = &[
    Template {
        it: &[
            "<On>, su {n}, i valori <ofx> e quelli <of> si confrontano solo per ordine.",
            "Su {n}, i valori <ofx> <onx> e quelli <of> <on> si confrontano solo per ordine.",
        ],
        en: &[
            "<On>, across {n}, the values <ofx> and those <of> are compared by order alone.",
            "Across {n}, the values <ofx> <onx> and those <of> <on> are compared by order alone.",
        ],
        check: |scatter, caps| scatter.y.is_count_of(caps.get("n"), scatter.pairs().len()),
    },
    Template {
        it: &["Spearman ρ = {rho} (p {p}); n = {n}. Solo i ranghi: {why}."],
        en: &["Spearman ρ = {rho} (p {p}); n = {n}. Ranks alone: {why}."],
        check: |scatter, caps| {
            near(scatter.y.lang, caps.get("rho"), scatter.spearman())?;
            let n = scatter.pairs().len();
            scatter.y.is_count(caps.get("n"), n)?;
            is_p(scatter.y.lang, caps.get("p"), spearman_p(scatter), n < 10)?;
            let columns = [&scatter.x, &scatter.y];
            holds(!columns.iter().any(|column| column.indicator.is_category()), || {
                "a category has no order".to_owned()
            })?;
            is_why(scatter, caps.get("why"))
        },
    },
    Template {
        it: &["Correlazione non calcolata: {why}."],
        en: &["No correlation worked out: {why}."],
        check: |scatter, caps| {
            let columns = [&scatter.x, &scatter.y];
            holds(columns.iter().any(|column| column.indicator.is_category()), || {
                "? both have an order".to_owned()
            })?;
            is_why(scatter, caps.get("why"))
        },
    },
    Template {
        it: &["Colore dei punti: classi di {name} {when}."],
        en: &["Colour of the points: classes of {name} {when}."],
        check: |scatter, caps| {
            let colour = scatter.colour.as_ref().ok_or("? colours mean nothing")?;
            let right = colour.indicator.name.pick(colour.lang);
            holds(caps.get("name") == right, || format!("should be «{right}»"))?;
            let date = super::grammar::short_date(colour.lang, colour.year);
            holds(caps.get("when").ends_with(&date), || format!("should be of {date}"))
        },
    },
];

/// "«Fragilità» ha gradini o categorie, …": of the first axis that has them.
fn is_why(scatter: &Scatter, told: &str) -> Result<(), String> {
    let first = [&scatter.x, &scatter.y].into_iter().find(|column| match scatter.y.indicator.is_category() {
        true => column.indicator.is_category(),
        false => column.indicator.has_steps(),
    });
    let column = first.ok_or("? neither has steps")?;
    let name = column.indicator.name.pick(column.lang);
    let right = match column.lang {
        Lang::It => {
            format!("«{name}» ha gradini o categorie, che non sono quantità: al più se ne confronta l'ordine")
        }
        Lang::En => format!(
            "“{name}” has steps or categories, which are no quantities: at most their order is compared"
        ),
    };
    holds(told == right, || format!("should be «{right}»"))
}

/// The key of the colours: every step with how many points have it.
pub fn key(report: &mut Report, scatter: &Scatter, texts: &Texts) {
    let Some(colour) = &scatter.colour else { return };
    let values = colour.values();
    let of = |step: super::exact::Exact| {
        scatter.pairs().iter().filter(|pair| values[pair.unit].is_some_and(|own| own.same(step))).count()
    };
    let told: Vec<&str> = texts.legend.iter().map(String::as_str).collect();
    let total: usize = colour.indicator.steps.iter().map(|(step, _)| of(*step)).sum();
    for (step, name) in &colour.indicator.steps {
        report.sentences += 1;
        let (n, name) = (of(*step), name.pick(colour.lang));
        let right = format!("{name} ({n})");
        if n > 0 && !told.contains(&right.as_str()) {
            report.fault("legend", told.join(" | "), format!("no «{right}»"));
        }
    }
    if total != scatter.pairs().len() {
        report.fault("legend", told.join(" | "), "points without a colour are not counted here");
    }
}
