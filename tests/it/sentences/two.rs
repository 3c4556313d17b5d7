//! Maps of two indicators: three classes of each, by terciles.

use super::column::{Check, Column, Context, Template, holds};
use super::exact::{Exact, Printed};
use super::readings::ESTIMATED;
use super::source::{Lang, Value, world};

/// Two indicators at one date.
pub struct Two {
    pub columns: [Column; 2],
}

impl Context for Two {
    fn lang(&self) -> Lang {
        self.columns[0].lang
    }

    fn word(&self, name: &str) -> String {
        match name.strip_suffix('2') {
            Some(name) => self.columns[1].word(name),
            None => self.columns[0].word(name),
        }
    }
}

/// Upper edges of thirds: quantiles of type 7, without repeats.
fn thirds(mut values: Vec<i128>) -> Vec<Exact> {
    values.sort_unstable();
    let at = |third: usize| {
        let place = (values.len() - 1) * third;
        let (low, part) = (place / 3, (place % 3) as i128);
        let high = values.get(low + 1).copied().unwrap_or(values[low]);
        Exact((values[low] * (3 - part) + high * part) / 3)
    };
    let mut edges = vec![at(1), at(2), at(3)];
    edges.dedup_by(|a, b| a.same(*b));
    edges
}

/// The position of a value among low, middle and high.
fn place(value: Exact, edges: &[Exact]) -> usize {
    let class = edges.iter().position(|edge| !value.above(*edge)).unwrap_or(edges.len() - 1);
    match edges.len() {
        1 => 1,
        2 => class * 2,
        _ => class,
    }
}

impl Two {
    /// The counts at the corners: both high, both low, only the first high, only the second high. With classes made
    /// from the values of this date, or of all dates.
    fn corners(&self, all_dates: bool) -> [usize; 4] {
        let edges = |column: &Column| {
            let years = if all_dates { world().years(column.indicator) } else { vec![column.year] };
            thirds(
                years
                    .iter()
                    .flat_map(|year| column.at(*year).iter().flatten().map(|x| x.0).collect::<Vec<_>>())
                    .collect(),
            )
        };
        let [first, second] = self.columns.each_ref().map(edges);
        let mut counts = [0; 4];
        let values: [Vec<Value>; 2] = self.columns.each_ref().map(Column::values);
        for (x, y) in values[0].iter().zip(&values[1]) {
            if let (Some(x), Some(y)) = (x, y) {
                let corner = match (place(*x, &first), place(*y, &second)) {
                    (2, 2) => 0,
                    (0, 0) => 1,
                    (2, 0) => 2,
                    (0, 2) => 3,
                    _ => continue,
                };
                counts[corner] += 1;
            }
        }
        counts
    }

    fn are_corners(&self, stated: [&str; 4]) -> Check {
        let read = |text: &str| Printed::read(self.lang(), text).map(|(n, _)| n.units as usize);
        let stated = stated.map(read);
        let right = [self.corners(false), self.corners(true)];
        let fits = right.iter().any(|counts| counts.map(Some) == stated);
        holds(fits, || format!("{stated:?} should be {:?}, or of all dates {:?}", right[0], right[1]))
    }

    fn is_whole(&self, place: usize, stated: &str) -> Check {
        self.columns[place].is_told(stated, self.columns[place].overall().ok_or("the ATS has no value")?)
    }
}

/// Values of either indicator that are estimates.
const ESTIMATES: Template<Two> = Template {
    it: ESTIMATED.it,
    en: ESTIMATED.en,
    check: |two, caps| {
        (ESTIMATED.check)(&two.columns[0], caps).or_else(|_| (ESTIMATED.check)(&two.columns[1], caps))
    },
};

/// The reading.
pub const READING: &[Template<Two>] = &[
    Template {
        it: &["<On> la mappa incrocia <the> e <the2>, in tre classi per indicatore, per {n}."],
        en: &["<On> the map crosses <the> and <the2>, each in three classes, for {n}."],
        check: |two, caps| {
            let [first, second] = two.columns.each_ref().map(Column::values);
            let both = first.iter().zip(&second).filter(|(x, y)| x.is_some() && y.is_some()).count();
            two.columns[0].is_count_of(caps.get("n"), both)
        },
    },
    Template {
        it: &[
            "Nella classe più alta di entrambi gli indicatori: {a}; nella più bassa di entrambi: {b}; alto il primo e basso il secondo: {c}; basso il primo e alto il secondo: {d}.",
        ],
        en: &[
            "In the highest class of both: {a}; in the lowest of both: {b}; the first high and the second low: {c}; the first low and the second high: {d}.",
        ],
        check: |two, caps| two.are_corners(["a", "b", "c", "d"].map(|name| caps.get(name))),
    },
    Template {
        it: &["Nell'intera ATS <the> <is> {x} e <the2> <is2> {y}."],
        en: &["In the whole ATS <the> <is> {x} and <the2> <is2> {y}."],
        check: |two, caps| {
            two.is_whole(0, caps.get("x"))?;
            two.is_whole(1, caps.get("y"))
        },
    },
    ESTIMATES,
];

/// The alternative text.
pub const ALTERNATIVE: &[Template<Two>] = &[
    Template {
        it: &["Mappa: <name> e {second}, <level>, <when>. Unità: <unit>; <unit2>."],
        en: &["Map: <name> and {second}, <level>, <when>. Unit: <unit>; <unit2>."],
        check: |two, caps| {
            let name = two.word("name2");
            holds(super::grammar::small(&name) == caps.get("second"), || format!("the second is {name}"))
        },
    },
    Template {
        it: &["Ogni indicatore è diviso in tre classi."],
        en: &["Each indicator is divided into three classes."],
        check: |_, _| Ok(()),
    },
    Template {
        it: &[
            "Entrambi nella classe più alta: {a} territori; entrambi nella più bassa: {b}; alto il primo e basso il secondo: {c}; basso il primo e alto il secondo: {d}.",
            "Entrambi nella classe più alta: {a} territorio; entrambi nella più bassa: {b}; alto il primo e basso il secondo: {c}; basso il primo e alto il secondo: {d}.",
        ],
        en: &[
            "Both in the highest class: {a} territories; both in the lowest: {b}; the first high and the second low: {c}; the first low and the second high: {d}.",
            "Both in the highest class: {a} territory; both in the lowest: {b}; the first high and the second low: {c}; the first low and the second high: {d}.",
        ],
        check: |two, caps| two.are_corners(["a", "b", "c", "d"].map(|name| caps.get(name))),
    },
    Template {
        it: &["I valori dell'intera ATS sono {x} e {y}."],
        en: &["The values of the whole ATS are {x} and {y}."],
        check: |two, caps| {
            let whole = |place: usize| two.columns[place].overall().ok_or("the ATS has no value");
            two.columns[0].is(caps.get("x"), whole(0)?)?;
            two.columns[1].is(caps.get("y"), whole(1)?)
        },
    },
    Template {
        it: &["Territori senza valore: {n} (non applicabile)."],
        en: &["Territories without a value: {n} (not applicable)."],
        check: |two, caps| {
            let [one, other] = two.columns.each_ref().map(Column::values);
            let n = one.iter().zip(&other).filter(|(a, b)| a.is_none() || b.is_none()).count();
            two.columns[0].is_count(caps.get("n"), n)
        },
    },
    ESTIMATES,
];
