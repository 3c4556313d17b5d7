//! The names of the program's own concepts.

use crate::base::{Level, Vision};
use crate::data::{Absence, Atlas, Method, Polarity, Quality, Reference};
use crate::stats::classes::Scheme;

use super::{Lang, Text, date, italian, texts};

/// Names of regions and of the country that English has words of its own for.
const ENGLISH_NAMES: [(&str, &str); 10] = [
    ("Ambito di Corsico", "Ambito of Corsico"),
    ("Italia", "Italy"),
    ("Lombardia", "Lombardy"),
    ("Piemonte", "Piedmont"),
    ("Valle d'Aosta", "Aosta Valley"),
    ("Trentino-Alto Adige", "Trentino-South Tyrol"),
    ("Toscana", "Tuscany"),
    ("Puglia", "Apulia"),
    ("Sicilia", "Sicily"),
    ("Sardegna", "Sardinia"),
];

impl Lang {
    /// The name of an area that a source prints: "Lombardia", "Lombardy". Others have one name in both languages.
    pub fn area(self, name: &str) -> &str {
        let own = ENGLISH_NAMES.iter().find(|(italian, _)| self == Self::En && *italian == name);
        own.map_or(name, |(_, english)| english)
    }

    /// "della Lombardia", "dell'Ambito di Corsico", "di Bergamo": of an area that a source prints.
    pub(crate) fn of_area(self, name: &str) -> String {
        match self {
            Self::It => italian::of_area(name),
            Self::En => format!("of {name}"),
        }
    }

    /// A source or a licence as given, or the words that none was given.
    pub fn stated(self, words: &str) -> &str {
        if words.trim().is_empty() { self.text(texts::NOT_STATED) } else { words }
    }

    /// A licence as it is printed: by its own name or, where the source states none, in words of the language.
    pub fn licence(self, words: &str) -> &str {
        if words == texts::NO_LICENCE.en { self.text(texts::NO_LICENCE) } else { self.stated(words) }
    }

    /// The unit of a printed table, as it is printed there or in the words of the language.
    pub fn printed_unit(self, printed: &str) -> &str {
        let known = [
            texts::PRINTED_RESIDENTS,
            texts::PRINTED_DENSITY,
            texts::PRINTED_BODIES,
            texts::PRINTED_EUROS,
            texts::PRINTED_PER_USER,
            texts::PRINTED_PER_HEAD,
            texts::PRINTED_MILLIONS,
            texts::PRINTED_THOUSANDTHS,
            texts::PRINTED_PEOPLE,
            texts::PRINTED_PLACES,
        ];
        known.into_iter().find(|unit| unit.it == printed).map_or(printed, |unit| self.text(unit))
    }

    /// The name of a level, plural: "Comuni", "Ambiti territoriali".
    pub fn level(self, level: Level) -> &'static str {
        self.text(match level {
            Level::Comuni => texts::LEVEL_COMUNI,
            Level::Ambiti => texts::LEVEL_AMBITI,
            Level::Asst => texts::LEVEL_ASST,
            Level::Ats => texts::LEVEL_ATS,
        })
    }

    /// What one unit of a level is: "Comune", "Ambito territoriale".
    pub fn one_of_level(self, level: Level) -> &'static str {
        match level {
            Level::Comuni => self.text(texts::LEVEL_COMUNE),
            Level::Ambiti => self.text(texts::LEVEL_AMBITO),
            Level::Asst | Level::Ats => self.level(level),
        }
    }

    /// Inside a territory: "nell'Ambito di Melzo", "in the Ambito of Melzo".
    pub fn within(self, level: Level, name: &str) -> String {
        match self {
            Self::It => italian::place(Some(italian::Preposition::In), level, name),
            Self::En if level == Level::Ambiti => format!("in the {}", self.territory(level, name)),
            Self::En => format!("in {}", self.territory(level, name)),
        }
    }

    /// A territory as the subject of a sentence: "L'Ambito di Melzo", "The Ambito of Melzo".
    pub fn subject(self, level: Level, name: &str) -> String {
        let place = match self {
            Self::It => italian::place(None, level, name),
            Self::En if level == Level::Comuni => name.to_owned(),
            Self::En => format!("the {}", self.territory(level, name)),
        };
        let mut letters = place.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    /// A percentage in a sentence, with the article that Italian wants: "il 2%", "l'8%", "2%".
    pub fn percentage(self, written: &str) -> String {
        match self {
            Self::It => italian::percentage(written),
            Self::En => written.to_owned(),
        }
    }

    /// A territory as in headings: "Ambito di Melzo", "Melzo".
    pub fn territory(self, level: Level, name: &str) -> String {
        match (self, level) {
            (_, Level::Comuni) => name.to_owned(),
            (Self::It, _) => {
                let place = italian::place(None, level, name);
                place.strip_prefix("l'").map_or_else(|| place.clone(), str::to_owned)
            }
            (Self::En, Level::Ambiti) => format!("Ambito of {name}"),
            (Self::En, _) => name.to_owned(),
        }
    }

    /// A territory where those of other levels stand beside it: an Ambito is marked as one, because most are named after a
    /// Comune.
    pub fn among_others(self, level: Level, name: &str) -> String {
        if level == Level::Ambiti { self.territory(level, name) } else { name.to_owned() }
    }

    /// The name of a method, shown beside an aggregated value.
    pub fn method(self, method: Method) -> &'static str {
        self.text(match method {
            Method::Pooled => texts::METHOD_POOLED,
            Method::Mean => texts::METHOD_MEAN,
            Method::Min => texts::METHOD_MIN,
            Method::Max => texts::METHOD_MAX,
            Method::Partial => texts::METHOD_PARTIAL,
        })
    }

    /// The wording for a missing value.
    pub fn absence(self, absence: Absence) -> &'static str {
        self.text(match absence {
            Absence::Missing => texts::ABSENT_MISSING,
            Absence::Suppressed => texts::ABSENT_SUPPRESSED,
            Absence::NotApplicable => texts::ABSENT_NOT_APPLICABLE,
        })
    }

    /// The status of a value according to its source, shown beside it.
    pub fn quality(self, quality: Quality) -> &'static str {
        self.text(match quality {
            Quality::Final => texts::QUALITY_FINAL,
            Quality::Provisional => texts::QUALITY_PROVISIONAL,
            Quality::Estimated => texts::QUALITY_ESTIMATED,
            Quality::Partial => texts::QUALITY_PARTIAL,
        })
    }

    /// What a published value refers to: a day, or "anno 2018" for a whole year.
    pub fn reference(self, reference: Reference) -> String {
        match reference {
            Reference::Year(year) => texts::in_year(self, year),
            Reference::TaxYear(year) => texts::tax_year(self, year),
            Reference::Years(first, last) => texts::in_years(self, first, last),
            Reference::Date(day) => date(self, day),
        }
    }

    /// The name of a variable; ages by single years are written in words.
    pub fn variable(self, atlas: &Atlas, id: &str) -> String {
        if let Some(name) = atlas.catalogue.variable(id) {
            return self.pick(name).to_owned();
        }
        let age = |prefix| id.strip_prefix(prefix).filter(|age| age.parse::<u8>().is_ok());
        match (age("m_"), age("f_")) {
            (Some(age), _) => texts::variable_males(self, age),
            (_, Some(age)) => texts::variable_females(self, age),
            _ => texts::variable_named(self, id),
        }
    }

    /// The name of a classification scheme.
    pub fn scheme(self, scheme: Scheme) -> &'static str {
        self.text(match scheme {
            Scheme::EqualInterval => texts::SCHEME_EQUAL,
            Scheme::Quantile => texts::SCHEME_QUANTILE,
            Scheme::FisherJenks => texts::SCHEME_JENKS,
            Scheme::StdDev => texts::SCHEME_STD,
            Scheme::HeadTail => texts::SCHEME_HEADTAIL,
            Scheme::BoxPlot => texts::SCHEME_BOX,
            Scheme::Pretty => texts::SCHEME_PRETTY,
            Scheme::Manual => texts::SCHEME_MANUAL,
        })
    }

    /// What the classes of a scheme mean.
    pub fn how_scheme(self, scheme: Scheme) -> &'static str {
        self.text(match scheme {
            Scheme::EqualInterval => texts::HOW_EQUAL,
            Scheme::Quantile => texts::HOW_QUANTILE,
            Scheme::FisherJenks => texts::HOW_JENKS,
            Scheme::StdDev => texts::HOW_STD,
            Scheme::HeadTail => texts::HOW_HEADTAIL,
            Scheme::BoxPlot => texts::HOW_BOX,
            Scheme::Pretty => texts::HOW_PRETTY,
            Scheme::Manual => texts::HOW_MANUAL,
        })
    }

    /// What the value of a group is.
    pub fn how_method(self, method: Method) -> &'static str {
        self.text(match method {
            Method::Pooled => texts::HOW_POOLED,
            Method::Mean => texts::HOW_MEAN,
            Method::Min => texts::HOW_MIN,
            Method::Max => texts::HOW_MAX,
            Method::Partial => texts::HOW_PARTIAL,
        })
    }

    /// What the polarity of an indicator allows one to say.
    pub fn polarity(self, polarity: Polarity) -> &'static str {
        let text: Text = match polarity {
            Polarity::HigherIsWorse => texts::POLARITY_WORSE,
            Polarity::HigherIsBetter => texts::POLARITY_BETTER,
            Polarity::Neither => texts::POLARITY_NEITHER,
        };
        self.text(text)
    }

    /// The name of a kind of colour vision.
    pub fn vision(self, vision: Vision) -> &'static str {
        self.text(match vision {
            Vision::Typical => texts::VISION_TYPICAL,
            Vision::Protanopia => texts::VISION_PROTANOPIA,
            Vision::Deuteranopia => texts::VISION_DEUTERANOPIA,
            Vision::Tritanopia => texts::VISION_TRITANOPIA,
        })
    }
}
