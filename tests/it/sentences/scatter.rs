//! Scatterplots: coefficients, quadrants, outliers.

use super::asks::Split;
use super::column::{Check, Column, Context, Template, holds};
use super::exact::{Exact, Printed};
use super::grammar::{self, Case};
use super::source::{Lang, Level};

/// Two indicators, each at its date.
pub struct Scatter {
    pub x: Column,
    pub y: Column,
    pub split: Split,
    /// The requested dates, if values of other dates are shown.
    pub asked: [i32; 2],
    /// The indicator of the colours.
    pub colour: Option<Column>,
}

impl Context for Scatter {
    fn lang(&self) -> Lang {
        self.y.lang
    }

    fn word(&self, name: &str) -> String {
        match name {
            "axis" => self.axis(&self.y),
            "axisx" => self.axis(&self.x),
            "short" => self.short(&self.y),
            "shortx" => self.short(&self.x),
            "ats" => "ATS".to_owned(),
            _ => match name.strip_suffix('x') {
                Some(name) => self.x.word(name),
                None => self.y.word(name),
            },
        }
    }
}

impl Scatter {
    /// The short name, with its date if the two dates differ.
    fn short(&self, column: &Column) -> String {
        let short = column.indicator.short.pick(column.lang);
        match self.x.year == self.y.year {
            true => short.to_owned(),
            false => format!("{short} ({})", grammar::named_date(column.lang, column.year)),
        }
    }

    fn axis(&self, column: &Column) -> String {
        let unit = column.indicator.unit.pick(column.lang);
        match column.indicator.short.pick(column.lang).to_lowercase() == unit.to_lowercase() {
            true => self.short(column),
            false => format!("{}: {unit}", self.short(column)),
        }
    }
}

/// One unit with both values.
#[derive(Clone, Copy)]
pub struct Pair {
    pub unit: usize,
    pub x: Exact,
    pub y: Exact,
}

impl Scatter {
    pub fn pairs(&self) -> Vec<Pair> {
        let (xs, ys) = (self.x.values(), self.y.values());
        let both = xs.into_iter().zip(ys).enumerate();
        both.filter_map(|(unit, (x, y))| Some(Pair { unit, x: x?, y: y? })).collect()
    }

    pub fn missing(&self) -> usize {
        self.x.values().len() - self.pairs().len()
    }

    pub fn floats(&self) -> (Vec<f64>, Vec<f64>) {
        self.pairs().iter().map(|pair| (pair.x.float(), pair.y.float())).unzip()
    }

    pub fn pearson(&self) -> f64 {
        let (xs, ys) = self.floats();
        pearson(&xs, &ys)
    }

    pub fn spearman(&self) -> f64 {
        let of = |pick: fn(&Pair) -> Exact| ranks(&self.pairs().iter().map(pick).collect::<Vec<_>>());
        pearson(&of(|pair| pair.x), &of(|pair| pair.y))
    }

    /// Where the plane is split.
    fn cut(&self) -> Option<[Exact; 2]> {
        let pairs = self.pairs();
        let of = |pick: fn(&Pair) -> Exact| {
            let mut values: Vec<Exact> = pairs.iter().map(pick).collect();
            match self.split {
                Split::Median => {
                    values.sort_unstable();
                    let (low, high) = (values[(values.len() - 1) / 2], values[values.len() / 2]);
                    Exact((low.0 + high.0) / 2)
                }
                _ => Exact::mean(&values),
            }
        };
        match self.split {
            Split::None => None,
            Split::Ats => Some([self.x.overall()?, self.y.overall()?]),
            _ => Some([of(|pair| pair.x), of(|pair| pair.y)]),
        }
    }

    /// Both high, both low, only y high, only x high.
    fn quadrants(&self) -> Option<[usize; 4]> {
        let [x, y] = self.cut()?;
        let mut counts = [0; 4];
        for pair in self.pairs() {
            let place = match (pair.x.above(x), pair.y.above(y)) {
                (true, true) => 0,
                (false, false) => 1,
                (false, true) => 2,
                (true, false) => 3,
            };
            counts[place] += 1;
        }
        Some(counts)
    }

    /// Slope and intercept of the least-squares line.
    fn line(&self) -> (f64, f64) {
        let (xs, ys) = self.floats();
        let n = xs.len() as f64;
        let (mx, my) = (xs.iter().sum::<f64>() / n, ys.iter().sum::<f64>() / n);
        let sxx: f64 = xs.iter().map(|x| (x - mx).powi(2)).sum();
        let sxy: f64 = xs.iter().zip(&ys).map(|(x, y)| (x - mx) * (y - my)).sum();
        (sxy / sxx, my - sxy / sxx * mx)
    }

    /// Units with an externally studentised residual beyond 3, the most extreme first.
    fn far(&self) -> Vec<usize> {
        let (xs, ys) = self.floats();
        let n = xs.len() as f64;
        if xs.len() < 4 {
            return Vec::new();
        }
        let (mx, my) = (xs.iter().sum::<f64>() / n, ys.iter().sum::<f64>() / n);
        let sxx: f64 = xs.iter().map(|x| (x - mx).powi(2)).sum();
        let sxy: f64 = xs.iter().zip(&ys).map(|(x, y)| (x - mx) * (y - my)).sum();
        let slope = sxy / sxx;
        let residual = |i: usize| ys[i] - my - slope * (xs[i] - mx);
        let squares: f64 = (0..xs.len()).map(|i| residual(i).powi(2)).sum();
        let mut far: Vec<(f64, usize)> = (0..xs.len())
            .map(|i| {
                let free = 1.0 - (1.0 / n + (xs[i] - mx).powi(2) / sxx);
                let others = (squares - residual(i).powi(2) / free) / (n - 3.0);
                ((residual(i) / (others * free).sqrt()).abs(), i)
            })
            .filter(|(t, _)| *t > 3.0)
            .collect();
        far.sort_by(|a, b| b.0.total_cmp(&a.0));
        let pairs = self.pairs();
        far.into_iter().map(|(_, i)| pairs[i].unit).collect()
    }

    /// "l'Ambito di Melzo (861,6 ab./km² e 178,8)".
    fn is_point(&self, case: Case, stated: &str, between: &str) -> Result<usize, String> {
        let (place, values) =
            stated.strip_suffix(')').and_then(|stated| stated.rsplit_once(" (")).ok_or("no point")?;
        let unit = self.y.unit(case, place).ok_or_else(|| format!("no territory «{place}»"))?;
        self.are_values(unit, values, between)?;
        Ok(unit)
    }

    fn are_values(&self, unit: usize, values: &str, between: &str) -> Check {
        let (x, y) = values.split_once(between).ok_or_else(|| format!("no two values in «{values}»"))?;
        self.x.is(x, self.x.values()[unit].ok_or("no x")?)?;
        self.y.is(y, self.y.values()[unit].ok_or("no y")?)
    }

    pub fn are_coefficients(&self, r: &str, p: &str, rho: &str) -> Check {
        let n = self.pairs().len();
        near(self.lang(), r, self.pearson())?;
        near(self.lang(), rho, self.spearman())?;
        is_p(self.lang(), p, p_of(self.pearson(), n), false)
    }
}

pub fn pearson(xs: &[f64], ys: &[f64]) -> f64 {
    let n = xs.len() as f64;
    let (mx, my) = (xs.iter().sum::<f64>() / n, ys.iter().sum::<f64>() / n);
    let sum = |f: &dyn Fn(usize) -> f64| (0..xs.len()).map(f).sum::<f64>();
    let sxy = sum(&|i| (xs[i] - mx) * (ys[i] - my));
    sxy / (sum(&|i| (xs[i] - mx).powi(2)) * sum(&|i| (ys[i] - my).powi(2))).sqrt()
}

/// Ranks from the lowest; ties share the mean of theirs.
pub fn ranks(values: &[Exact]) -> Vec<f64> {
    let rank = |value: &Exact| {
        let below = values.iter().filter(|other| value.above(**other)).count();
        let same = values.iter().filter(|other| value.same(**other)).count();
        below as f64 + (same as f64 + 1.0) / 2.0
    };
    values.iter().map(rank).collect()
}

/// The probability of a coefficient at least as far from zero, by Student's distribution, whose density is integrated
/// by Simpson's rule over the angle: t = √ν·tan θ.
pub fn p_of(r: f64, n: usize) -> f64 {
    let freedom = n as f64 - 2.0;
    if r.abs() >= 1.0 {
        return 0.0;
    }
    let angle = (r / (1.0 - r * r).sqrt()).abs().atan();
    let simpson = |from: f64, to: f64| {
        const STEPS: usize = 4000;
        let h = (to - from) / STEPS as f64;
        let f = |i: usize| (from + h * i as f64).cos().max(0.0).powf(freedom - 1.0);
        let weight = |i: usize| {
            if i == 0 || i == STEPS {
                1.0
            } else if i % 2 == 1 {
                4.0
            } else {
                2.0
            }
        };
        (0..=STEPS).map(|i| weight(i) * f(i)).sum::<f64>() * h / 3.0
    };
    let right = std::f64::consts::FRAC_PI_2;
    simpson(angle, right) / simpson(0.0, right)
}

/// Checks the rounding of a number to the decimals it is displayed with.
fn rounds_to(lang: Lang, stated: &str, value: f64) -> Check {
    let (printed, rest) = Printed::read(lang, stated).ok_or_else(|| format!("? «{stated}» is no number"))?;
    // Very small numbers are in scientific notation: "−9,100e−7".
    let power = match rest.strip_prefix('e') {
        Some(power) => {
            power.replace('\u{2212}', "-").parse().map_err(|_| format!("? «{stated}» is no number"))?
        }
        None if rest.is_empty() => 0,
        None => return Err(format!("? «{rest}» after a number")),
    };
    let unit = 10_f64.powi(power - printed.decimals as i32);
    let right = (printed.exact().float() * 10_f64.powi(power) - value).abs() <= unit * 0.500_001;
    holds(right, || format!("«{stated}» should be {value}"))
}

/// Checks the rounding of a coefficient.
pub fn near(lang: Lang, stated: &str, value: f64) -> Check {
    let (printed, rest) = Printed::read(lang, stated).ok_or_else(|| format!("«{stated}» is no number"))?;
    let unit = 10_f64.powi(-(printed.decimals as i32));
    let right = rest.is_empty() && (printed.exact().float() - value).abs() <= unit / 2.0 + 1e-9;
    holds(right && printed.decimals == 3, || format!("«{stated}» should be {value}"))
}

/// "= 0,031", "< 0,001".
pub fn is_p(lang: Lang, stated: &str, p: f64, is_exact: bool) -> Check {
    let mark = if lang == Lang::It { ", esatto" } else { ", exact" };
    let bare = stated.strip_suffix(mark).unwrap_or(stated);
    holds((bare != stated) == is_exact, || {
        format!("«{stated}» should {}say that it is exact", if is_exact { "" } else { "not " })
    })?;
    let stated = bare;
    match stated.strip_prefix("= ") {
        Some(stated) if p >= 0.001 - 1e-9 => near(lang, stated, p),
        Some(_) => Err(format!("«{stated}» should be below 0.001: {p}")),
        None => holds(
            stated == (if lang == Lang::It { "< 0,001" } else { "< 0.001" }) && p < 0.001 + 1e-9,
            || format!("«{stated}» should be {p}"),
        ),
    }
}

/// The reading and the alternative text, with the sentences they share.
pub fn all(own: &'static [Template<Scatter>]) -> [&'static [Template<Scatter>]; 4] {
    [own, super::relation::READING, super::relation::LINK, super::steps::SENTENCES]
}

/// "Densità alta", "low density": gender and number by the first word of the short name or, if that is an age or an
/// abbreviation, of the full name.
fn side(column: &Column, is_high: bool) -> String {
    let short = column.indicator.short.pick(column.lang);
    let is_count = column.indicator.kind == "count";
    if column.lang == Lang::En {
        let words = if is_count { ["few", "many"] } else { ["low", "high"] };
        return format!("{} {}", words[usize::from(is_high)], grammar::small(short));
    }
    let ending = match short.split_whitespace().next().unwrap_or_default() {
        "Residenti" | "Maschi" | "Disabili" | "Bambini" | "Ragazzi" | "Adolescenti" => "i",
        "Femmine" => "e",
        "Densità" | "Variazione" | "Mascolinità" | "Età" | "Vecchiaia" | "Quota" | "Dipendenza"
        | "Struttura" => "a",
        "Invecchiamento" | "Ricambio" | "Carico" => "o",
        _ => column.noun.ending(),
    };
    if is_count {
        return format!("{}{ending} {}", if is_high { "molt" } else { "poch" }, grammar::small(short));
    }
    format!("{short} {}{ending}", if is_high { "alt" } else { "bass" })
}

impl Scatter {
    /// The names of the quadrants: by what is high and low in them.
    fn names(&self) -> [String; 4] {
        [(true, true), (false, false), (false, true), (true, false)].map(|(x_is_high, y_is_high)| {
            let (x, y) = (side(&self.x, x_is_high), side(&self.y, y_is_high));
            let mut letters = x.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            format!("{first}{}, {}", letters.as_str(), grammar::small(&y))
        })
    }

    /// Every quadrant under its name, with its count.
    fn are_quadrants(&self, stated: &str, written: fn(&str, usize) -> String) -> Check {
        let counts = self.quadrants().ok_or("it is not cut")?;
        let right: Vec<String> = self.names().iter().zip(counts).map(|(name, n)| written(name, n)).collect();
        holds(stated == right.join("; "), || format!("should be «{}»", right.join("; ")))
    }
}

/// The reading.
pub const READING: &[Template<Scatter>] = &[
    Template {
        it: &["Una correlazione non indica che un valore dipenda dall'altro."],
        en: &["That two values go together does not say that one depends on the other."],
        check: |_, _| Ok(()),
    },
    Template {
        it: &["Ogni valore è {method}, non {other}."],
        en: &["Each value is {method}, not {other}."],
        check: |scatter, caps| (super::readings::METHOD.check)(&scatter.y, caps),
    },
    Template {
        it: &["Nei quadranti: {stated}."],
        en: &["In the quadrants: {stated}."],
        check: |scatter, caps| scatter.are_quadrants(caps.get("stated"), |name, n| format!("{name} ({n})")),
    },
    Template {
        it: &["Rispetto alla retta spiccano {stated}.", "Rispetto alla retta spicca {stated}."],
        en: &["Standing out from the line are {stated}.", "Standing out from the line is {stated}."],
        check: |scatter, caps| {
            let (and, between) =
                if scatter.lang() == Lang::It { (") e ", " e ") } else { (") and ", " and ") };
            let stated = caps.get("stated").replace(and, "), ");
            let parts: Vec<&str> =
                stated.split_inclusive("), ").map(|part| part.trim_end_matches(", ")).collect();
            let far = scatter.far();
            holds(parts.len() == far.len().min(3), || format!("{} are far", far.len()))?;
            for (part, unit) in parts.iter().zip(far) {
                let stated = scatter.is_point(Case::Subject, part, between)?;
                holds(stated == unit, || format!("«{part}» should be {}", scatter.y.name(unit)))?;
            }
            Ok(())
        },
    },
    Template {
        it: &["{place} <thex> <isx> {x}, <the> {y}.", "{place} <thex> <onx> <isx> {x}, <the> <on> {y}."],
        en: &["{place} <thex> <isx> {x}, <the> {y}.", "{place} <thex> <onx> <isx> {x}, <the> <on> {y}."],
        check: |scatter, caps| {
            let unit = scatter.y.selected_as(Case::In, caps.get("place"))?;
            scatter.x.is(caps.get("x"), scatter.x.values()[unit].ok_or("no x")?)?;
            scatter.y.is(caps.get("y"), scatter.y.values()[unit].ok_or("no y")?)
        },
    },
    Template {
        it: &["Altri territori scelti: {n}."],
        en: &["Other chosen territories: {n}."],
        check: |scatter, caps| {
            let selected =
                scatter.pairs().iter().filter(|pair| scatter.y.selected.contains(&pair.unit)).count();
            scatter.y.is_count(caps.get("n"), selected.saturating_sub(3))
        },
    },
    Template {
        it: &["Senza un valore: {n} ({names})."],
        en: &["Without a value: {n} ({names})."],
        check: |scatter, caps| {
            scatter.y.is_count_of(caps.get("n"), scatter.missing())?;
            let (xs, ys) = (scatter.x.values(), scatter.y.values());
            let lacking = (0..xs.len()).filter(|unit| xs[*unit].is_none() || ys[*unit].is_none());
            let names = lacking.map(|unit| scatter.y.name(unit)).collect::<Vec<_>>().join(", ");
            holds(caps.get("names") == names, || format!("they are {names}"))
        },
    },
    Template {
        it: &["Senza un valore: {n}."],
        en: &["Without a value: {n}."],
        check: |scatter, caps| scatter.y.is_count_of(caps.get("n"), scatter.missing()),
    },
    NO_STATISTICS,
];

const NO_STATISTICS: Template<Scatter> = Template {
    it: &[
        "Correlazione non calcolata: '{name}' non varia: tutti i suoi valori sono uguali, e non c'è correlazione da calcolare.",
    ],
    en: &[
        "No correlation worked out: '{name}' does not vary: all its values are equal, and there is no correlation to work out.",
    ],
    check: |scatter, caps| {
        let of =
            [&scatter.x, &scatter.y].into_iter().find(|c| c.indicator.name.pick(c.lang) == caps.get("name"));
        let column = of.ok_or("it is not shown")?;
        let same = column.end(-1).zip(column.end(1)).is_some_and(|((low, _), (high, _))| low.same(high));
        holds(same, || "it varies".to_owned())
    },
};

/// The alternative text, and the text below the plot.
pub const ALTERNATIVE: &[Template<Scatter>] = &[
    Template {
        it: &["Dispersione: in verticale <axis>; in orizzontale <axisx>. <level>, {when}."],
        en: &["Scatterplot: upwards <axis>; across <axisx>. <level>, {when}."],
        check: |scatter, caps| {
            let phrase = |column: &Column| grammar::phrase(column.lang, column.year);
            let years = [&scatter.x, &scatter.y].map(phrase);
            holds(years.iter().all(|year| caps.get("when").contains(year.as_str())), || {
                format!("of {years:?}")
            })
        },
    },
    Template {
        it: &["Pearson r = {r} (p {p}); Spearman ρ = {rho} (p {ps}); n = {n}."],
        en: &["Pearson r = {r} (p {p}); Spearman ρ = {rho} (p {ps}); n = {n}."],
        check: |scatter, caps| {
            scatter.are_coefficients(caps.get("r"), caps.get("p"), caps.get("rho"))?;
            let n = scatter.pairs().len();
            scatter.y.is_count(caps.get("n"), n)?;
            is_p(scatter.lang(), caps.get("ps"), spearman_p(scatter), n < 10)
        },
    },
    Template {
        it: &[
            "Retta: y = {slope} x {sign} {intercept}; R² = {r2}. La fascia è l'intervallo al 95% della media.",
        ],
        en: &["Line: y = {slope} x {sign} {intercept}; R² = {r2}. The band is the 95% interval of the mean."],
        check: |scatter, caps| {
            near(scatter.lang(), caps.get("r2"), scatter.pearson().powi(2))?;
            let (slope, intercept) = scatter.line();
            rounds_to(scatter.lang(), caps.get("slope"), slope)?;
            let right = if intercept < 0.0 { "−" } else { "+" };
            holds(caps.get("sign") == right, || format!("the sign should be {right}"))?;
            rounds_to(scatter.lang(), caps.get("intercept"), intercept.abs())
        },
    },
    Template {
        it: &[
            "Quadranti alla media semplice dei punti: <shortx> {x}; <short> {y}. I valori uguali alla soglia sono tra i «bassi».",
            "Quadranti alla mediana dei punti: <shortx> {x}; <short> {y}. I valori uguali alla soglia sono tra i «bassi».",
            "Quadranti al valore dell'ATS: <shortx> {x}; <short> {y}. I valori uguali alla soglia sono tra i «bassi».",
        ],
        en: &[
            "Quadrants at the simple mean of the points: <shortx> {x}; <short> {y}. Values equal to the threshold are among the low.",
            "Quadrants at the median of the points: <shortx> {x}; <short> {y}. Values equal to the threshold are among the low.",
            "Quadrants at the value of the ATS: <shortx> {x}; <short> {y}. Values equal to the threshold are among the low.",
        ],
        check: |scatter, caps| {
            let [x, y] = scatter.cut().ok_or("it is not cut")?;
            scatter.x.is(caps.get("x"), x)?;
            scatter.y.is(caps.get("y"), y)
        },
    },
    Template {
        it: &["ATS: <shortx> {x}; <short> {y}."],
        en: &["ATS: <shortx> {x}; <short> {y}."],
        check: |scatter, caps| {
            scatter.x.is(caps.get("x"), scatter.x.overall().ok_or("no value")?)?;
            scatter.y.is(caps.get("y"), scatter.y.overall().ok_or("no value")?)
        },
    },
    Template {
        it: &["{stated}."],
        en: &["{stated}."],
        check: |scatter, caps| {
            let stated = caps.get("stated");
            let first = &scatter.names()[0];
            holds(stated.starts_with(first.as_str()), || "? it does not begin with a quadrant".to_owned())?;
            scatter.are_quadrants(stated, |name, n| format!("{name}: {n}"))
        },
    },
    Template {
        it: &["Territori scelti: {stated}."],
        en: &["Chosen territories: {stated}."],
        check: |scatter, caps| {
            let mut stated = caps.get("stated").split("; ");
            stated.try_for_each(|point| {
                let (place, values) = point.split_once(": ").ok_or("no point")?;
                let unit = scatter.y.selected_as(Case::Bare, place)?;
                scatter.are_values(unit, values, " / ")
            })
        },
    },
    Template {
        it: &["Lontani dalla retta: {stated}."],
        en: &["Far from the line: {stated}."],
        check: |scatter, caps| {
            let far = scatter.far();
            let stated: Vec<&str> = caps.get("stated").split("; ").collect();
            holds(stated.len() == far.len().min(6), || format!("{} are far", far.len()))?;
            for (point, unit) in stated.into_iter().zip(far) {
                let (place, values) = point.split_once(": ").ok_or("no point")?;
                holds(scatter.y.unit(Case::Bare, place) == Some(unit), || {
                    format!("«{place}» should be {}", scatter.y.name(unit))
                })?;
                scatter.are_values(unit, values, " / ")?;
            }
            Ok(())
        },
    },
    Template {
        it: &["Seguono altri territori: {n}."],
        en: &["More territories follow: {n}."],
        check: |scatter, caps| {
            let selected =
                scatter.pairs().iter().filter(|pair| scatter.y.selected.contains(&pair.unit)).count();
            let left = [selected, scatter.far().len()].map(|n| n.saturating_sub(6));
            let right = left.iter().any(|n| scatter.y.is_count(caps.get("n"), *n).is_ok());
            holds(right, || format!("should be one of {left:?}"))
        },
    },
    OTHER_DATE,
    LEFT_OUT,
    NO_STATISTICS,
];

const OTHER_DATE: Template<Scatter> = Template {
    it: &["«{name}» non ha valori {asked}: sono mostrati quelli {shown}."],
    en: &["“{name}” has no values {asked}: those {shown} are shown."],
    check: |scatter, caps| {
        let of = [(&scatter.x, scatter.asked[0]), (&scatter.y, scatter.asked[1])].into_iter();
        let colour = scatter.colour.iter().map(|column| (column, scatter.asked[1]));
        let of =
            of.chain(colour).find(|(column, _)| column.indicator.name.pick(column.lang) == caps.get("name"));
        let (column, asked) = of.ok_or("it is not shown")?;
        let date = |year| super::grammar::phrase(column.lang, year);
        // The last day of a year is said as this indicator says it.
        let end = super::grammar::END;
        let asked = if asked < end { asked } else { column.indicator.period + asked % end };
        holds(caps.get("asked") == date(asked), || format!("{asked} was asked for"))?;
        holds(caps.get("shown") == date(column.year), || format!("{} is shown", column.year))
    },
};

const LEFT_OUT: Template<Scatter> = Template {
    it: &["Territori esclusi: {n} (non applicabile)."],
    en: &["Territories excluded: {n} (not applicable)."],
    check: |scatter, caps| scatter.y.is_count(caps.get("n"), scatter.missing()),
};

/// Remarks on its numbers.
pub const REMARKS: &[Template<Scatter>] = &[
    OTHER_DATE,
    LEFT_OUT,
    Template {
        it: &["Nessun territorio ha entrambi i valori."],
        en: &["No territory has both values."],
        check: |scatter, _| holds(scatter.pairs().is_empty(), || "there are pairs".to_owned()),
    },
    Template {
        it: &[
            "Di un conteggio il valore dell'ATS è il totale, che nessun territorio supera: i quadranti non ci sono.",
            "Dividi alla mediana o alla media.",
        ],
        en: &[
            "Of a count the value of the ATS is the total, which no territory exceeds: there are no quadrants.",
            "Cut at the median or at the mean.",
        ],
        check: |scatter, _| {
            let counts = scatter.x.indicator.is_count() || scatter.y.indicator.is_count();
            holds(counts && scatter.split == Split::Ats, || "neither is a count".to_owned())
        },
    },
    Template {
        it: &["Il valore dell'ATS manca: i quadranti non si possono disegnare."],
        en: &["The value of the ATS is missing: the quadrants cannot be drawn."],
        check: |scatter, _| holds(scatter.cut().is_none(), || "it is there".to_owned()),
    },
];

/// For few pairs exactly, from all permutations; for more by Student's distribution.
pub fn spearman_p(scatter: &Scatter) -> f64 {
    let n = scatter.pairs().len();
    let rho = scatter.spearman();
    if n >= 10 || scatter.y.level == Level::Comuni {
        return p_of(rho, n);
    }
    let of = |pick: fn(&Pair) -> Exact| ranks(&scatter.pairs().iter().map(pick).collect::<Vec<_>>());
    let (xs, mut ys) = (of(|pair| pair.x), of(|pair| pair.y));
    let (mut all, mut far) = (0_u64, 0_u64);
    permute(&mut ys, 0, &mut |ys| {
        all += 1;
        far += u64::from(pearson(&xs, ys).abs() >= rho.abs() - 1e-9);
    });
    far as f64 / all as f64
}

fn permute(values: &mut Vec<f64>, from: usize, each: &mut dyn FnMut(&[f64])) {
    if from == values.len() {
        return each(values);
    }
    for i in from..values.len() {
        values.swap(from, i);
        permute(values, from + 1, each);
        values.swap(from, i);
    }
}
