//! Age pyramids: residents by age group, the fullest band, where two pyramids differ most.

use super::column::{Check, Context, Template, holds, is_number};
use super::exact::Exact;
use super::grammar::{self, Case};
use super::overview::is_percent;
use super::source::{Lang, Level, world};

/// The indicator whose source is that of the ages.
pub const INDICATOR: &str = "eta_media";
const BANDS: usize = 21;

/// The residents of a territory in a year, by sex and year of age.
pub struct People {
    level: Level,
    unit: usize,
    year: i32,
    ages: [Vec<i128>; 2],
    counted: i128,
}

impl People {
    fn new((level, unit): (Level, usize), year: i32) -> Self {
        let members = &world().units(level)[unit].members;
        let of = |name: &str| -> i128 {
            let column = world().variables[name].get(&year).expect("counts of that year");
            members.iter().map(|member| column[*member]).sum::<i128>() / 1_000_000
        };
        let ages = ["m", "f"].map(|sex| (0..=100).map(|age| of(&format!("{sex}_{age}"))).collect());
        Self { level, unit, year, ages, counted: of("residenti") }
    }

    fn total(&self) -> i128 {
        self.ages.iter().flatten().sum()
    }

    fn of(&self, from: usize, to: usize) -> i128 {
        self.ages.iter().map(|sex| sex[from..=to.min(100)].iter().sum::<i128>()).sum()
    }

    fn groups(&self) -> [i128; 3] {
        [self.of(0, 14), self.of(15, 64), self.of(65, 100)]
    }

    fn band(&self, band: usize) -> i128 {
        let (from, to) = ages(band);
        self.of(from, to)
    }

    fn name(&self, lang: Lang) -> String {
        let bare = &world().units(self.level)[self.unit].name;
        match (self.level, lang) {
            (Level::Comuni, Lang::It) => {
                format!("Comune {}", grammar::place(lang, Case::Of, self.level, bare))
            }
            (Level::Comuni, Lang::En) => format!("Comune of {bare}"),
            _ => grammar::place(lang, Case::Bare, self.level, bare),
        }
    }

    fn is_named(&self, pyramid: &Pyramid, written: &str) -> bool {
        match pyramid.is_over_time() {
            true => written == grammar::short_date(pyramid.lang, self.year),
            false => written == self.name(pyramid.lang),
        }
    }

    /// "Nell'Ambito di Corsico".
    fn is_inside(&self, lang: Lang, written: &str) -> Check {
        let bare = &world().units(self.level)[self.unit].name;
        let right = grammar::place(lang, Case::In, self.level, bare);
        holds(grammar::small(written) == grammar::small(&right), || {
            format!("«{written}» should be «{right}»")
        })
    }

    /// "al 1/1/2023 (stima)".
    fn when(&self, lang: Lang) -> String {
        let phrase = grammar::phrase(lang, self.year);
        match (world().is_estimated(world().indicator(INDICATOR), self.year), lang) {
            (true, Lang::It) => format!("{phrase} (stima)"),
            (true, Lang::En) => format!("{phrase} (estimate)"),
            (false, _) => phrase,
        }
    }
}

/// The first and the last age of a band.
fn ages(band: usize) -> (usize, usize) {
    if band == BANDS - 1 { (100, 100) } else { (band * 5, band * 5 + 4) }
}

fn written_ages(lang: Lang, band: usize) -> String {
    let (from, to) = ages(band);
    match (band == BANDS - 1, lang) {
        (true, Lang::It) => "100 anni e più".to_owned(),
        (true, Lang::En) => "100 years and over".to_owned(),
        (false, Lang::It) => format!("da {from} a {to} anni"),
        (false, Lang::En) => format!("{from} to {to} years"),
    }
}

/// A pyramid and what stands beside it.
pub struct Pyramid {
    pub lang: Lang,
    own: People,
    other: Option<People>,
}

impl Pyramid {
    pub fn new(lang: Lang, selected: &[String], year: i32, since: Option<i32>) -> Self {
        let place = selected.first().and_then(|code| world().find(code)).unwrap_or((Level::Ats, 0));
        let other = match since {
            Some(since) => Some(People::new(place, since)),
            None => (place != (Level::Ats, 0)).then(|| People::new((Level::Ats, 0), year)),
        };
        Self { lang, own: People::new(place, year), other }
    }

    fn is_over_time(&self) -> bool {
        self.other.as_ref().is_some_and(|other| other.year != self.own.year)
    }

    fn all(&self) -> impl Iterator<Item = &People> {
        std::iter::once(&self.own).chain(&self.other)
    }

    fn are_groups(&self, of: &People, caps: &super::pattern::Caps<'_>) -> Check {
        let total = of.total();
        for (name, count) in ["young", "adult", "old"].into_iter().zip(of.groups()) {
            is_percent(self.lang, caps.get(name), count, total)?;
        }
        Ok(())
    }

    /// The band that exceeds the other's share most, or falls short of it most.
    fn gap(&self, is_more: bool) -> Option<usize> {
        let other = self.other.as_ref()?;
        let by = |band: usize| {
            let share = |of: &People| Exact::ratio(of.band(band), of.total()).0;
            if is_more { share(&self.own) - share(other) } else { share(other) - share(&self.own) }
        };
        (0..BANDS).filter(|band| by(*band) > 0).max_by_key(|band| by(*band))
    }

    fn is_gap(&self, caps: &super::pattern::Caps<'_>, is_more: bool) -> Check {
        let (other, band) = self.other.as_ref().zip(self.gap(is_more)).ok_or("there is none")?;
        let right = written_ages(self.lang, band);
        holds(caps.get("ages") == right, || format!("should be «{right}»"))?;
        is_percent(self.lang, caps.get("own"), self.own.band(band), self.own.total())?;
        is_percent(self.lang, caps.get("its"), other.band(band), other.total())
    }
}

impl Context for Pyramid {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn word(&self, name: &str) -> String {
        match name {
            "when" => self.own.when(self.lang),
            other => panic!("no word <{other}>"),
        }
    }
}

/// That another source counts the residents otherwise.
const COUNTED: Template<Pyramid> = Template {
    it: &["{place} al {date} un'altra fonte conta {counted} residenti: la somma delle età ne dà {total}."],
    en: &["{place} on {date} another source counts {counted} residents: the ages add up to {total}."],
    check: |pyramid, caps| {
        let mut wrong = Err("? of no pyramid".to_owned());
        for of in pyramid.all() {
            wrong = (|| {
                of.is_inside(pyramid.lang, caps.get("place"))?;
                let date = grammar::short_date(pyramid.lang, of.year);
                holds(caps.get("date") == date, || format!("should be {date}"))?;
                holds(of.counted != of.total(), || "both are the same".to_owned())?;
                is_number(pyramid.lang, caps.get("counted"), of.counted as usize)?;
                is_number(pyramid.lang, caps.get("total"), of.total() as usize)
            })();
            if wrong.is_ok() {
                break;
            }
        }
        wrong
    },
};

pub const READING: &[Template<Pyramid>] = &[
    COUNTED,
    Template {
        it: &[
            "{place} <when> i residenti sono {n}: {young} ha meno di 15 anni, {adult} da 15 a 64, {old} 65 anni o più.",
        ],
        en: &[
            "{place} <when> there are {n} residents: {young} are under 15, {adult} are 15 to 64, {old} are 65 or over.",
        ],
        check: |pyramid, caps| {
            pyramid.own.is_inside(pyramid.lang, caps.get("place"))?;
            is_number(pyramid.lang, caps.get("n"), pyramid.own.total() as usize)?;
            pyramid.are_groups(&pyramid.own, caps)
        },
    },
    Template {
        it: &["{place} i tre gruppi sono {young}, {adult} e {old}."],
        en: &["{place} the three groups are {young}, {adult} and {old}."],
        check: |pyramid, caps| {
            let other = pyramid.other.as_ref().ok_or("it stands alone")?;
            match pyramid.is_over_time() {
                true => {
                    let right = other.when(pyramid.lang);
                    holds(grammar::small(caps.get("place")) == right, || format!("should be «{right}»"))?;
                }
                false => other.is_inside(pyramid.lang, caps.get("place"))?,
            }
            pyramid.are_groups(other, caps)
        },
    },
    Template {
        it: &[
            "La fascia con più residenti è quella {ages}: {share} del totale.",
            "Le età con più residenti, a pari merito, sono {ages}, ciascuna con {share} del totale.",
        ],
        en: &[
            "The band with most residents is {ages}: {share} of the total.",
            "The ages with most residents, and equally many, are {ages}, each with {share} of the total.",
        ],
        check: |pyramid, caps| {
            let most = (0..BANDS).map(|band| pyramid.own.band(band)).max().unwrap_or_default();
            let full: Vec<String> = (0..BANDS)
                .filter(|band| pyramid.own.band(*band) == most)
                .map(|band| written_ages(pyramid.lang, band))
                .collect();
            let right = full.iter().all(|ages| caps.get("ages").contains(ages.as_str()));
            holds(right, || format!("should be {full:?}"))?;
            is_percent(pyramid.lang, caps.get("share"), most, pyramid.own.total())
        },
    },
    Template {
        it: &["Rispetto {other} pesa di più soprattutto chi ha {ages}: {own} contro {its}."],
        en: &["Against {other} the ages with the largest surplus are {ages}: {own} against {its}."],
        check: |pyramid, caps| pyramid.is_gap(caps, true),
    },
    Template {
        it: &["Rispetto {other} pesa di meno soprattutto chi ha {ages}: {own} contro {its}."],
        en: &["Against {other} the ages with the largest shortfall are {ages}: {own} against {its}."],
        check: |pyramid, caps| pyramid.is_gap(caps, false),
    },
    Template {
        it: &["Tra chi ha 65 anni o più le femmine sono {share}."],
        en: &["Of those aged 65 or over {share} are females."],
        check: |pyramid, caps| {
            let females: i128 = pyramid.own.ages[1][65..].iter().sum();
            is_percent(pyramid.lang, caps.get("share"), females, pyramid.own.of(65, 100))
        },
    },
];

pub const ALTERNATIVE: &[Template<Pyramid>] = &[
    COUNTED,
    Template {
        it: &[
            "Piramide delle età: {title}. {subtitle}. I maschi sono a sinistra, le femmine a destra, le età dal basso in alto.",
        ],
        en: &[
            "Age pyramid: {title}. {subtitle}. Males are on the left, females on the right, ages go from bottom to top.",
        ],
        check: |pyramid, caps| {
            let own = pyramid.own.name(pyramid.lang);
            holds(caps.get("title").starts_with(&own), || format!("should begin with {own}"))?;
            let when = pyramid.own.when(pyramid.lang);
            holds(caps.get("subtitle").contains(&when), || format!("should say {when}"))
        },
    },
    Template {
        it: &["{of}: fino a 14 anni {young}, da 15 a 64 {adult}, 65 e più {old}."],
        en: &["{of}: up to 14 years {young}, 15 to 64 {adult}, 65 and over {old}."],
        check: |pyramid, caps| {
            let of = pyramid.all().find(|of| of.is_named(pyramid, caps.get("of"))).ok_or("? of nobody")?;
            pyramid.are_groups(of, caps)
        },
    },
    Template {
        it: &[
            "{of}: la barra più lunga dei maschi è {males} ({his}), quella delle femmine {females} ({hers}).",
        ],
        en: &["{of}: the longest bar of males is {males} ({his}), that of females {females} ({hers})."],
        check: |pyramid, caps| {
            let of = pyramid.all().find(|of| of.is_named(pyramid, caps.get("of"))).ok_or("? of nobody")?;
            for (sex, ages_told, bar) in [(0, "males", "his"), (1, "females", "hers")] {
                let count = |band: usize| of.ages[sex][ages(band).0..=ages(band).1].iter().sum::<i128>();
                let most = (0..BANDS).map(count).max().unwrap_or_default();
                let is_full = (0..BANDS).any(|band| {
                    count(band) == most && written_ages(pyramid.lang, band) == caps.get(ages_told)
                });
                holds(is_full, || format!("{} is not the longest", caps.get(ages_told)))?;
                match caps.get(bar).ends_with('%') {
                    true => is_percent(pyramid.lang, caps.get(bar), most, of.total())?,
                    false => is_number(pyramid.lang, caps.get(bar), most as usize)?,
                }
            }
            Ok(())
        },
    },
];
