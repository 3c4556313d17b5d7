//! What a scatterplot says of how two indicators are related.

use super::column::{Check, Context, Template, holds};
use super::readings::ESTIMATED;
use super::scatter::Scatter;
use super::source::Lang;

/// What may be said of a relation: Cohen's edges for both coefficients, and how many pairs there are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Told {
    TooFew,
    Nothing { few: bool },
    Disagree,
    Few,
    Weak,
    Plain,
}

fn step(r: f64) -> usize {
    [0.1, 0.3, 0.5].iter().filter(|edge| r.abs() >= **edge).count()
}

fn told(scatter: &Scatter) -> Told {
    let (r, rho, n) = (scatter.pearson(), scatter.spearman(), scatter.pairs().len());
    let [one, other] = [step(r), step(rho)];
    // If the ranks say the opposite, the text does not say what rises with what.
    let opposite = one > 0 && (r * rho < 0.0 || rho.abs() < 0.0005);
    let uneven = one > 0 && one != other && (one.abs_diff(other) > 1 || (r.abs() - rho.abs()).abs() >= 0.3);
    match () {
        () if n <= 3 => Told::TooFew,
        () if opposite => Told::Disagree,
        () if one == 0 => Told::Nothing { few: n < 10 },
        () if n < 10 => Told::Few,
        () if uneven => Told::Disagree,
        () if one == 1 => Told::Weak,
        () => Told::Plain,
    }
}

fn related(scatter: &Scatter, caps: &super::pattern::Caps<'_>, sign: Option<f64>, right: &[Told]) -> Check {
    scatter.are_coefficients(caps.get("r"), caps.get("p"), caps.get("rho"))?;
    scatter.y.is_count_of(caps.get("n"), scatter.pairs().len())?;
    // All units are included, so the size and not p says whether there is a relation.
    let (r, told) = (scatter.pearson(), told(scatter));
    holds(right.contains(&told), || format!("r = {r}: {told:?}"))?;
    holds(sign.is_none_or(|sign| r * sign > 0.0), || format!("r = {r}"))
}

/// Words for the strength of a coefficient, by Cohen's conventions.
fn strength(lang: Lang, r: f64) -> &'static str {
    let words = match lang {
        Lang::It => [
            "Nessun legame lineare",
            "Legame debole e diretto",
            "Legame debole e inverso",
            "Legame moderato e diretto",
            "Legame moderato e inverso",
            "Legame forte e diretto",
            "Legame forte e inverso",
        ],
        Lang::En => [
            "No linear correlation",
            "Weak positive correlation",
            "Weak negative correlation",
            "Moderate positive correlation",
            "Moderate negative correlation",
            "Strong positive correlation",
            "Strong negative correlation",
        ],
    };
    let step = [0.1, 0.3, 0.5].iter().filter(|edge| r.abs() >= **edge).count();
    if step == 0 { words[0] } else { words[step * 2 - usize::from(r > 0.0)] }
}

/// "2%", "meno dell'1%": how much of the variance of y x explains.
fn is_share(lang: Lang, stated: &str, share: f64) -> Check {
    let percent = share * 100.0;
    let right = match lang {
        Lang::It if percent.round() < 1.0 => "meno dell'1%".to_owned(),
        Lang::En if percent.round() < 1.0 => "less than 1%".to_owned(),
        Lang::It if percent > 99.0 && share < 1.0 => "più del 99%".to_owned(),
        Lang::En if percent > 99.0 && share < 1.0 => "more than 99%".to_owned(),
        Lang::It => {
            let percent = percent.round();
            let article = match percent as i32 {
                1 | 8 | 11 | 80..=89 => "l'",
                _ => "il ",
            };
            format!("{article}{percent}%")
        }
        Lang::En => format!("{}%", percent.round()),
    };
    holds(stated == right, || format!("«{stated}» should be «{right}»: {percent}"))
}

/// The relation between the two in words.
pub const LINK: &[Template<Scatter>] = &[
    Template {
        it: &["{strength}: <thex> {verb} {share} delle differenze."],
        en: &["{strength}: <thex> {verb} {share} of the differences."],
        check: |scatter, caps| {
            let r = scatter.pearson();
            let told = told(scatter);
            holds(![Told::TooFew, Told::Few, Told::Nothing { few: true }].contains(&told), || {
                "the pairs are few".to_owned()
            })?;
            let is_opposite = r * scatter.spearman() < 0.0 || scatter.spearman().abs() < 0.0005;
            let right = match (scatter.lang(), told == Told::Disagree) {
                (Lang::It, true) if is_opposite => "Legame senza una direzione chiara",
                (Lang::En, true) if is_opposite => "Correlation of no clear direction",
                (Lang::It, true) if r > 0.0 => {
                    "Legame diretto di forza incerta, perché la retta e l'ordine non concordano"
                }
                (Lang::It, true) => {
                    "Legame inverso di forza incerta, perché la retta e l'ordine non concordano"
                }
                (Lang::En, true) if r > 0.0 => {
                    "Positive correlation of uncertain strength, as the line and the order disagree"
                }
                (Lang::En, true) => {
                    "Negative correlation of uncertain strength, as the line and the order disagree"
                }
                (lang, false) => strength(lang, r),
            };
            holds(caps.get("strength") == right, || format!("r = {r}: «{right}»"))?;
            let verb = match scatter.lang() {
                Lang::It => scatter.x.noun.verb("spiega", "spiegano"),
                Lang::En => scatter.x.noun.verb("explains", "explain"),
            };
            holds(caps.get("verb") == verb, || format!("should be «{verb}»"))?;
            is_share(scatter.lang(), caps.get("share"), r * r)
        },
    },
    Template {
        it: &["Le coppie di valori sono solo {n}: {told}."],
        en: &["There are only {n} pairs of values: {told}."],
        check: |scatter, caps| {
            let (r, it) = (scatter.pearson(), scatter.lang() == Lang::It);
            let right = match told(scatter) {
                Told::TooFew if it => "non bastano per dire se c'è un legame",
                Told::TooFew => "too few to tell whether there is a correlation",
                Told::Nothing { few: true } if it => {
                    "non si vede un legame, ma una in più potrebbe mostrarlo"
                }
                Told::Nothing { few: true } => "no correlation shows, but one more might show one",
                Told::Few if it && r > 0.0 => "il legame che si vede, diretto, può dipendere da una di esse",
                Told::Few if it => "il legame che si vede, inverso, può dipendere da una di esse",
                Told::Few if r > 0.0 => "the correlation that shows, a positive one, may hang on one of them",
                Told::Few => "the correlation that shows, a negative one, may hang on one of them",
                other => return Err(format!("it is {other:?}")),
            };
            holds(caps.get("told") == right, || format!("should be «{right}»"))?;
            holds(caps.get("n") == scatter.pairs().len().to_string(), || "not so many".to_owned())
        },
    },
    Template {
        it: &[
            "I {n} sono tutti, non un campione: p è solo indicativo.",
            "Le {n} sono tutte, non un campione: p è solo indicativo.",
        ],
        en: &["The {n} are all there are, not a sample: p is only indicative."],
        check: |scatter, caps| {
            scatter.y.is_count_of(caps.get("n"), scatter.pairs().len())?;
            holds(scatter.missing() == 0, || format!("{} are missing", scatter.missing()))
        },
    },
    Template {
        it: &["Gli {n} sono tutti, non un campione: p è solo indicativo."],
        en: &[],
        check: |_, _| Err("no number of territories takes «gli»".to_owned()),
    },
    Template {
        it: ESTIMATED.it,
        en: ESTIMATED.en,
        check: |scatter, caps| {
            (ESTIMATED.check)(&scatter.x, caps).or_else(|_| (ESTIMATED.check)(&scatter.y, caps))
        },
    },
];

/// The opening of the reading.
pub const READING: &[Template<Scatter>] = &[
    Template {
        it: &[
            "Su {n}, a valori più alti <ofx> <onx> corrispondono in genere valori più alti <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, a valori più alti <ofx> corrispondono in genere valori più alti <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, higher values <ofx> <onx> tend to go with higher values <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, higher values <ofx> tend to go with higher values <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| related(scatter, caps, Some(1.0), &[Told::Plain]),
    },
    Template {
        it: &[
            "Su {n}, a valori più alti <ofx> <onx> corrispondono solo debolmente valori più alti <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, a valori più alti <ofx> corrispondono solo debolmente valori più alti <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, higher values <ofx> <onx> go only weakly with higher values <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, higher values <ofx> go only weakly with higher values <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| related(scatter, caps, Some(1.0), &[Told::Weak]),
    },
    Template {
        it: &[
            "Su {n}, a valori più alti <ofx> <onx> corrispondono in genere valori più bassi <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, a valori più alti <ofx> corrispondono in genere valori più bassi <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, higher values <ofx> <onx> tend to go with lower values <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, higher values <ofx> tend to go with lower values <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| related(scatter, caps, Some(-1.0), &[Told::Plain]),
    },
    Template {
        it: &[
            "Su {n}, a valori più alti <ofx> <onx> corrispondono solo debolmente valori più bassi <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, a valori più alti <ofx> corrispondono solo debolmente valori più bassi <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, higher values <ofx> <onx> go only weakly with lower values <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, higher values <ofx> go only weakly with lower values <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| related(scatter, caps, Some(-1.0), &[Told::Weak]),
    },
    Template {
        it: &[
            "Su {n}, non si vede una relazione lineare tra i valori <ofx> <onx> e quelli <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, non si vede una relazione lineare tra i valori <ofx> e quelli <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, no linear relation is seen between the values <ofx> <onx> and those <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, no linear relation is seen between the values <ofx> and those <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| {
            related(scatter, caps, None, &[Told::Nothing { few: false }, Told::Nothing { few: true }])
        },
    },
    Template {
        it: &[
            "Su {n}, tra i valori <ofx> <onx> e quelli <of> <on> la retta e l'ordine danno indicazioni diverse (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, tra i valori <ofx> e quelli <of> la retta e l'ordine danno indicazioni diverse (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, between the values <ofx> <onx> and those <of> <on> the line and the order say different things (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, between the values <ofx> and those <of> the line and the order say different things (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| related(scatter, caps, None, &[Told::Disagree]),
    },
    Template {
        it: &[
            "Su {n}, che sono pochi casi, a valori più alti <ofx> <onx> sembrano corrispondere valori più alti <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, che sono pochi casi, a valori più alti <ofx> sembrano corrispondere valori più alti <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, which are few cases, higher values <ofx> <onx> seem to go with higher values <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, which are few cases, higher values <ofx> seem to go with higher values <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| related(scatter, caps, Some(1.0), &[Told::Few]),
    },
    Template {
        it: &[
            "Su {n}, che sono pochi casi, a valori più alti <ofx> <onx> sembrano corrispondere valori più bassi <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, che sono pochi casi, a valori più alti <ofx> sembrano corrispondere valori più bassi <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, which are few cases, higher values <ofx> <onx> seem to go with lower values <of> <on> (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, which are few cases, higher values <ofx> seem to go with lower values <of> (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| related(scatter, caps, Some(-1.0), &[Told::Few]),
    },
    Template {
        it: &[
            "Su {n}, i casi sono troppo pochi per dire se i valori <ofx> <onx> e quelli <of> <on> vanno insieme (r = {r}, p {p}; ρ = {rho}).",
            "<On>, su {n}, i casi sono troppo pochi per dire se i valori <ofx> e quelli <of> vanno insieme (r = {r}, p {p}; ρ = {rho}).",
        ],
        en: &[
            "Across {n}, there are too few cases to tell whether the values <ofx> <onx> and those <of> <on> go together (r = {r}, p {p}; ρ = {rho}).",
            "<On>, across {n}, there are too few cases to tell whether the values <ofx> and those <of> go together (r = {r}, p {p}; ρ = {rho}).",
        ],
        check: |scatter, caps| related(scatter, caps, None, &[Told::TooFew]),
    },
];
