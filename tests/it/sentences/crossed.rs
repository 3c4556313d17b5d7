//! Matrices of correlations: which pairs tell themselves from chance, and the closest of them.

use super::column::{Check, Column, Context, Template, holds, is_number};
use super::exact::Printed;
use super::overview::dated;
use super::scatter::{p_of, pearson, ranks};
use super::source::{Indicator, Lang, Level, Method};

/// Told from chance below this.
const LEVEL: f64 = 0.05;
const TOLD: usize = 6;

/// Two indicators, by their positions.
struct Pair {
    names: [String; 2],
    r: f64,
    /// The p-value after Holm's correction; `None` for one that is not compared.
    corrected: Option<f64>,
    n: usize,
}

/// Several indicators in pairs.
pub struct Matrix {
    lang: Lang,
    level: Level,
    by_rank: bool,
    pairs: Vec<Pair>,
}

/// Whether one is made of what the other is made of.
fn shares(one: &Indicator, other: &Indicator) -> bool {
    let names =
        |of: &[super::source::Weighed]| of.iter().map(|term| term.variable.clone()).collect::<Vec<_>>();
    let [n, d, other_n, other_d] =
        [&one.numerator, &one.denominator, &other.numerator, &other.denominator].map(|of| names(of));
    let meet = |a: &[String], b: &[String]| a.iter().any(|name| b.contains(name));
    // What is counted may be all that the other is divided by: a common base.
    let is_part = |a: &[String], b: &[String]| {
        meet(a, b) && !(a.iter().all(|x| b.contains(x)) && b.iter().all(|x| a.contains(x)))
    };
    meet(&n, &other_n) || is_part(&n, &other_d) || is_part(&other_n, &d)
}

/// How often ranks in another order are as closely related: of few units all orders are tried.
fn p_of_ranks(one: &[f64], other: &[f64]) -> f64 {
    fn each(order: &mut Vec<f64>, at: usize, found: &mut dyn FnMut(&[f64])) {
        if at == order.len() {
            return found(order);
        }
        for i in at..order.len() {
            order.swap(at, i);
            each(order, at + 1, found);
            order.swap(at, i);
        }
    }
    let own = pearson(one, other).abs();
    let (mut as_close, mut all) = (0, 0);
    each(&mut other.to_vec(), 0, &mut |order| {
        all += 1;
        as_close += i32::from(pearson(one, order).abs() >= own - 1e-9);
    });
    f64::from(as_close) / f64::from(all)
}

impl Matrix {
    pub fn new(lang: Lang, indicators: &[(String, i32)], level: Level, by_rank: bool) -> Self {
        let columns: Vec<Column> =
            indicators.iter().map(|(id, year)| Column::new(lang, id, *year, level, Method::Pooled)).collect();
        let mut pairs: Vec<Pair> = Vec::new();
        let mut compared: Vec<(usize, f64)> = Vec::new();
        for (i, one) in columns.iter().enumerate() {
            for other in &columns[..i] {
                let values = one.values().into_iter().zip(other.values());
                let both: Vec<_> = values.filter_map(|(a, b)| Some((a?, b?))).collect();
                let (a, b): (Vec<_>, Vec<_>) = both.into_iter().unzip();
                let is_flat = |of: &[super::exact::Exact]| of.iter().all(|x| x.same(of[0]));
                if a.len() < 3 || is_flat(&a) || is_flat(&b) {
                    continue;
                }
                let r = match by_rank {
                    true => pearson(&ranks(&a), &ranks(&b)),
                    false => pearson(
                        &a.iter().map(|x| x.float()).collect::<Vec<_>>(),
                        &b.iter().map(|x| x.float()).collect::<Vec<_>>(),
                    ),
                };
                let p = if by_rank && a.len() < 10 {
                    p_of_ranks(&ranks(&a), &ranks(&b))
                } else {
                    p_of(r, a.len())
                };
                if !shares(one.indicator, other.indicator) {
                    compared.push((pairs.len(), p));
                }
                let names = [one, other].map(|column| dated(lang, column.indicator, column.year));
                pairs.push(Pair { names, r, corrected: None, n: a.len() });
            }
        }
        compared.sort_by(|a, b| a.1.total_cmp(&b.1));
        let count = compared.len();
        let mut most: f64 = 0.0;
        for (place, (pair, p)) in compared.into_iter().enumerate() {
            most = most.max((p * (count - place) as f64).min(1.0));
            pairs[pair].corrected = Some(most);
        }
        Self { lang, level, by_rank, pairs }
    }

    fn told(&self) -> Vec<&Pair> {
        let is_told = |pair: &&Pair| pair.corrected.is_some_and(|p| p < LEVEL);
        let mut told: Vec<&Pair> = self.pairs.iter().filter(is_told).collect();
        told.sort_by(|a, b| b.r.abs().total_cmp(&a.r.abs()));
        told
    }

    fn pair(&self, told: &str) -> Result<&Pair, String> {
        let and = if self.lang == Lang::It { " e " } else { " and " };
        let is_it = |pair: &&Pair| {
            let [a, b] = &pair.names;
            let told = super::grammar::small(told);
            told == format!("{a}{and}{b}") || told == format!("{b}{and}{a}")
        };
        self.pairs.iter().find(is_it).ok_or_else(|| format!("? no pair «{told}»"))
    }

    /// "ρ = −0,73".
    fn is_coefficient(&self, told: &str, r: f64) -> Check {
        let sign = if self.by_rank { "ρ = " } else { "r = " };
        let number = told.strip_prefix(sign).ok_or_else(|| format!("«{told}» should begin with {sign}"))?;
        let (printed, rest) = Printed::read(self.lang, number).ok_or("no number")?;
        let unit = 10_f64.powi(-(printed.decimals as i32));
        let right = rest.is_empty() && (printed.exact().float() - r).abs() <= unit / 2.0 + 1e-9;
        holds(right, || format!("«{told}» should be {r}"))
    }

    fn is_closest(&self, caps: &super::pattern::Caps<'_>, sign: f64) -> Check {
        let pair = self.pair(caps.get("pair"))?;
        self.is_coefficient(caps.get("r"), pair.r)?;
        let closest = self.told().into_iter().find(|pair| pair.r * sign > 0.0).ok_or("there is none")?;
        holds((closest.r - pair.r).abs() < 1e-12, || format!("{:?} is closer", closest.names))
    }
}

impl Context for Matrix {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn word(&self, name: &str) -> String {
        match name {
            "level" => match (self.level, self.lang) {
                (Level::Comuni, _) => "Comuni".to_owned(),
                (Level::Ambiti, Lang::It) => "Ambiti territoriali".to_owned(),
                (Level::Ambiti, Lang::En) => "Ambiti".to_owned(),
                (Level::Asst, _) => "ASST".to_owned(),
                (Level::Ats, _) => "ATS".to_owned(),
            },
            other => panic!("no word <{other}>"),
        }
    }
}

const COUNT: Template<Matrix> = Template {
    it: &["Coppie che si distinguono dal caso: {told}, su {n} a confronto."],
    en: &["Pairs unlikely by chance: {told}, of {n} compared."],
    check: |matrix, caps| {
        is_number(matrix.lang, caps.get("told"), matrix.told().len())?;
        let compared = matrix.pairs.iter().filter(|pair| pair.corrected.is_some()).count();
        is_number(matrix.lang, caps.get("n"), compared)
    },
};

pub const READING: &[Template<Matrix>] = &[
    COUNT,
    Template {
        it: &["La relazione diretta più stretta è tra {pair} ({r})."],
        en: &["The closest direct relation is between {pair} ({r})."],
        check: |matrix, caps| matrix.is_closest(caps, 1.0),
    },
    Template {
        it: &["La relazione inversa più stretta è tra {pair} ({r})."],
        en: &["The closest inverse relation is between {pair} ({r})."],
        check: |matrix, caps| matrix.is_closest(caps, -1.0),
    },
    Template {
        it: &[
            "I territori non sono un campione: p dice solo quanto farebbe il caso. Due indicatori che vanno insieme non sono causa l'uno dell'altro.",
        ],
        en: &[
            "The territories are no sample: p only tells what chance would do. Of two indicators that go together neither need cause the other.",
        ],
        check: |_, _| Ok(()),
    },
    Template {
        it: &["Servono almeno due indicatori con valori negli stessi territori."],
        en: &["At least two indicators with values in the same territories are needed."],
        check: |matrix, _| holds(matrix.pairs.is_empty(), || "there are pairs".to_owned()),
    },
];

pub const ALTERNATIVE: &[Template<Matrix>] = &[
    COUNT,
    Template {
        it: &["Correlazioni tra indicatori. {what}, <level>."],
        en: &["Correlations among indicators. {what}, <level>."],
        check: |matrix, caps| {
            let name = if matrix.by_rank { "Spearman" } else { "Pearson" };
            holds(caps.get("what").contains(name), || format!("should say {name}"))
        },
    },
    Template {
        it: &["{pair}: {r}, p {p}, territori {n}."],
        en: &["{pair}: {r}, p {p}, territories {n}."],
        check: |matrix, caps| {
            let pair = matrix.pair(caps.get("pair"))?;
            matrix.is_coefficient(caps.get("r"), pair.r)?;
            let p = pair.corrected.ok_or("it is not compared")?;
            super::scatter::is_p(matrix.lang, caps.get("p"), p, false)?;
            is_number(matrix.lang, caps.get("n"), pair.n)?;
            let told = matrix.told();
            let is_among = told.iter().take(TOLD).any(|one| one.names == pair.names);
            holds(is_among, || "it is not among the strongest".to_owned())
        },
    },
];
