//! The voice of a figure: the grammar of both languages behind one interface.

use crate::base::Level;
use crate::data::{Indicator, Kind, Method, Reference, Suffix};
use crate::figure::wording::{current_euros, listed, of_units, value_text};
use crate::i18n::italian::{self, Counted, Preposition, all_of, counted, noun, noun_of, place, the_counted};
use crate::i18n::{self, Lang, Text, texts, within_sentence};

use crate::figure::precision::same;

/// The voice for an indicator at a level.
pub(crate) struct Voice<'a> {
    pub lang: Lang,
    pub indicator: &'a Indicator,
    /// The level of the units.
    pub level: Level,
}

impl Voice<'_> {
    /// One word or the other, depending on whether the subject is plural.
    pub fn verb(&self, one: Text, many: Text) -> &'static str {
        self.lang.text(if self.is_plural() { many } else { one })
    }

    /// Whether its name is a plural: people, bodies.
    pub fn is_plural(&self) -> bool {
        match self.lang {
            Lang::It => noun(&self.indicator.name.it).is_plural(),
            // An imported name is in its own language in both.
            Lang::En if self.indicator.name.en == self.indicator.name.it => {
                noun(&self.indicator.name.it).is_plural()
            }
            Lang::En => is_plural_in_english(&self.indicator.name.en),
        }
    }

    /// "l'indice di vecchiaia", "the ageing index".
    pub fn subject(&self) -> String {
        match self.lang {
            Lang::It => noun(&self.indicator.name.it).the(),
            Lang::En if self.is_plural() => within_sentence(&self.indicator.name.en),
            Lang::En => format!("the {}", within_sentence(&self.indicator.name.en)),
        }
    }

    /// "dell'indice di vecchiaia", "of the ageing index".
    pub(crate) fn of_subject(&self) -> String {
        match self.lang {
            Lang::It => noun(&self.indicator.name.it).with(Preposition::Di),
            Lang::En => format!("of {}", self.subject()),
        }
    }

    /// The ending of a participle that agrees with the subject; nothing in English.
    pub fn ending(&self) -> &'static str {
        match self.lang {
            Lang::It => noun(&self.indicator.name.it).ending(),
            Lang::En => "",
        }
    }

    /// " invariata", " the same": after "resta", "stayed".
    pub fn unchanged(&self) -> String {
        format!(" {}{}", self.lang.text(texts::READ_UNCHANGED), self.ending())
    }

    /// "1° gennaio 2023", "2018": a date for a sentence.
    fn date(&self, at: Reference) -> String {
        match at {
            Reference::Date(date) => i18n::date_in_full(self.lang, date),
            Reference::Year(year) | Reference::TaxYear(year) => year.to_string(),
            Reference::Years(first, last) => texts::years_label(self.lang, first, last),
        }
    }

    /// "al 1° gennaio 2023", "nel 2018"; "on 1 January 2023", "in 2018".
    pub fn when(&self, at: Reference) -> String {
        let at = self.indicator.period.of(at);
        let written = self.date(at);
        match (self.lang, at) {
            (_, Reference::TaxYear(year)) => texts::in_tax_year(self.lang, year),
            (_, Reference::Years(first, last)) => texts::in_whole_years(self.lang, first, last),
            (Lang::It, Reference::Date(_)) => italian::date(Some(Preposition::A), &written),
            (Lang::It, Reference::Year(_)) => format!("nel {written}"),
            (Lang::En, Reference::Date(_)) => format!("on {written}"),
            (Lang::En, Reference::Year(_)) => format!("in {written}"),
        }
    }

    /// "tra il 1° gennaio 2022 e il 1° gennaio 2023", "between 2016 and 2018".
    pub fn between(&self, ends: [Reference; 2]) -> String {
        let ends = ends.map(|at| self.indicator.period.of(at));
        if let [Reference::TaxYear(from), Reference::TaxYear(to)] = ends {
            return texts::tax_years_between(self.lang, from, to);
        }
        let [from, to] = ends.map(|at| match (self.lang, at) {
            (Lang::It, Reference::Date(_)) => italian::date(None, &self.date(at)),
            (Lang::It, Reference::Year(_) | Reference::TaxYear(_) | Reference::Years(..)) => {
                format!("il {}", self.date(at))
            }
            (Lang::En, _) => self.date(at),
        });
        texts::read_between(self.lang, from, to)
    }

    /// "a", "a e b", "a, b e c".
    pub fn list(&self, parts: &[String]) -> String {
        listed(self.lang, parts)
    }

    /// The pronoun for the subject: "quello", "that".
    pub fn that(&self) -> &'static str {
        match self.lang {
            Lang::It => noun(&self.indicator.name.it).that(),
            Lang::En if self.is_plural() => "those",
            Lang::En => "that",
        }
    }

    /// Any noun with its article.
    pub fn the(&self, name: &str) -> String {
        match self.lang {
            Lang::It => noun(name).the(),
            Lang::En => format!("the {}", within_sentence(name)),
        }
    }

    /// A value with its suffix.
    pub fn value(&self, x: f64) -> String {
        value_text(self.lang, self.indicator, Ok(x))
    }

    /// The same after "è" or "sono": people that are a percentage take its article, "sono il 24,7%".
    pub fn told_value(&self, x: f64) -> String {
        let value = self.value(x);
        match self.lang {
            Lang::It if self.is_plural() && value.ends_with('%') => italian::percentage(&value),
            _ => value,
        }
    }

    /// The same without its unit, where the sentence states it elsewhere; a per cent sign is part of the number.
    pub fn bare(&self, x: f64) -> String {
        match self.lang.suffix(&self.indicator.suffix) {
            "%" => self.value(x),
            _ => i18n::number(self.lang, x, self.indicator.decimals),
        }
    }

    /// "dal 91,9", "from 91.9".
    pub fn from(&self, written: &str) -> String {
        match self.lang {
            Lang::It => italian::number(Preposition::Da, written, self.counted_things()),
            Lang::En => format!("from {written}"),
        }
    }

    /// "al 344,4", "to 344.4".
    pub fn to(&self, written: &str) -> String {
        match self.lang {
            Lang::It => italian::number(Preposition::A, written, self.counted_things()),
            Lang::En => format!("to {written}"),
        }
    }

    /// What its numbers count: residents, years. An index or a percentage counts nothing.
    fn counted_things(&self) -> Counted {
        let unit = match &self.indicator.suffix {
            Suffix::Common(suffix) => suffix,
            Suffix::Each(each) => &each.it,
        };
        let is_count = self.indicator.kind == Kind::Count;
        match noun(&self.indicator.name.it) {
            noun if is_count && noun.is_plural() && noun.is_feminine() => Counted::Feminine,
            _ if is_count || !matches!(unit.trim(), "" | "%") => Counted::Masculine,
            _ => Counted::Nothing,
        }
    }

    /// A territory as a subject: "l'Ambito di Melzo", "the Ambito of Melzo".
    pub fn place(&self, level: Level, name: &str) -> String {
        match (self.lang, level) {
            (Lang::It, _) => place(None, level, name),
            (Lang::En, Level::Comuni) => name.to_owned(),
            (Lang::En, Level::Ambiti) => format!("the Ambito of {name}"),
            (Lang::En, Level::Asst) => format!("the {name}"),
            (Lang::En, Level::Ats) => "the ATS".to_owned(),
        }
    }

    /// "dell'Ambito di Melzo", "of the Ambito of Melzo".
    pub(crate) fn of_place(&self, level: Level, name: &str) -> String {
        match self.lang {
            Lang::It => place(Some(Preposition::Di), level, name),
            Lang::En => format!("of {}", self.place(level, name)),
        }
    }

    /// "nell'Ambito di Melzo", "in the Ambito of Melzo".
    pub(crate) fn in_place(&self, level: Level, name: &str) -> String {
        match self.lang {
            Lang::It => place(Some(Preposition::In), level, name),
            Lang::En => format!("in {}", self.place(level, name)),
        }
    }

    /// "dei Comuni", "of the Comuni".
    pub(crate) fn of_the_level(&self) -> String {
        of_units(self.lang, self.level)
    }

    /// "84".
    pub fn number(&self, n: usize) -> String {
        i18n::number(self.lang, n as f64, 0)
    }

    /// "1 Comune", "84 Comuni".
    pub fn counted(&self, n: usize) -> String {
        // The names of territorial units are Italian in both languages.
        counted(&self.number(n), n == 1, self.level)
    }

    /// "un altro Comune", "altre 2 ASST"; "1 other Comune", "2 other ASST".
    pub(crate) fn others(&self, n: usize) -> String {
        match self.lang {
            Lang::It => italian::others(&self.number(n), n == 1, self.level),
            Lang::En => format!("{} other {}", self.number(n), noun_of(self.level, n == 1)),
        }
    }

    /// The indicator with other decimals.
    pub fn finer(&self, decimals: usize) -> Indicator {
        Indicator { decimals, ..self.indicator.clone() }
    }

    /// "i 193 Comuni", "the 193 Comuni".
    pub fn the_counted(&self, n: usize) -> String {
        match self.lang {
            Lang::It => the_counted(&self.number(n), self.level),
            Lang::En => format!("the {}", self.counted(n)),
        }
    }

    /// "in 84 Comuni", "in tutti i 17 Ambiti": this many out of `of`.
    pub(crate) fn in_some(&self, n: usize, of: usize) -> String {
        match self.lang {
            Lang::It if n == of && n > 1 => format!("in {}", all_of(&self.number(n), self.level)),
            Lang::En if n == of && n > 1 => format!("in all {}", self.counted(n)),
            _ => format!("in {}", self.counted(n)),
        }
    }

    /// "84 Comuni" and "193", or "84" and "193 Comuni": the two sides of "su" and "of".
    pub(crate) fn some_of(&self, n: usize, of: usize) -> [String; 2] {
        match self.lang {
            Lang::It => [self.counted(n), self.number(of)],
            Lang::En => [self.number(n), self.counted(of)],
        }
    }

    /// "al 79°", "all'11°", "79th": to follow "è" and "ranks".
    pub fn ordinal(&self, n: usize) -> String {
        let number = self.number(n);
        match (self.lang, n % 100, n % 10) {
            (Lang::It, ..) => italian::ordinal(Preposition::A, n),
            (Lang::En, 11..=13, _) => format!("{number}th"),
            (Lang::En, _, 1) => format!("{number}st"),
            (Lang::En, _, 2) => format!("{number}nd"),
            (Lang::En, _, 3) => format!("{number}rd"),
            (Lang::En, ..) => format!("{number}th"),
        }
    }

    /// "di Melzo" after a number that belongs to it, "in Melzo".
    pub fn whose(&self, level: Level, name: &str) -> String {
        match self.lang {
            Lang::It => self.of_place(level, name),
            Lang::En => self.in_place(level, name),
        }
    }

    /// What its numbers count, where they are written without a word of it: "0,58" of bodies is of every 1,000 residents.
    pub fn unit(&self) -> Option<String> {
        let kind = self.indicator.kind;
        let is_bare = self.lang.suffix(&self.indicator.suffix).trim().is_empty();
        let is_rate = is_bare && kind != Kind::Count && !kind.has_steps();
        is_rate.then(|| texts::read_unit(self.lang, self.lang.pick(&self.indicator.unit)))
    }

    /// "fatto 100", "set to 100": of what an index starts from or stands beside.
    pub fn set_to_100(&self) -> String {
        match self.lang {
            Lang::It => format!("fatt{} 100", self.ending()),
            Lang::En => "set to 100".to_owned(),
        }
    }

    /// That euros of several years are each worth what they were then; nothing of what is no money.
    pub fn current_euros(&self) -> Option<String> {
        current_euros(self.lang, self.indicator.into())
    }

    /// Whether a value is above, below or equal to that of the ATS.
    pub(crate) fn beside_overall(&self, value: f64, overall: f64) -> &'static str {
        self.lang.text(if same(value, overall) {
            texts::READ_LEVEL_WITH
        } else if value > overall {
            texts::READ_ABOVE
        } else {
            texts::READ_BELOW
        })
    }
}

/// The head of an English name is the word before a preposition, a participle, a comma or a parenthesis.
fn is_plural_in_english(name: &str) -> bool {
    let ends = [
        " of ",
        " aged ",
        " with ",
        " per ",
        " (",
        " at ",
        " in ",
        " to ",
        " on ",
        " from ",
        " who ",
        " seeking ",
        " coming ",
        " going ",
        " against ",
        ", ",
    ];
    let cut = ends.iter().filter_map(|end| name.find(end)).min().unwrap_or(name.len());
    let head = name[..cut].rsplit(' ').next().unwrap_or_default().to_lowercase();
    matches!(head.as_str(), "children" | "people" | "women" | "men")
        || (head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") && !head.ends_with("is"))
}

/// With a capital first letter.
pub fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether the value of a part can be compared with the overall value: a sum cannot.
pub fn compares(indicator: &Indicator) -> bool {
    indicator.kind != Kind::Count
}

/// Says that the values are not pooled, where they are not.
pub(crate) fn method_sentence(voice: &Voice<'_>, method: Method) -> Option<String> {
    let has_members = voice.level != Level::Comuni;
    let kind = voice.indicator.kind;
    if kind.has_steps() && (method.is_of_group() || !kind.has_by(method)) {
        let is_ordinal = kind == Kind::Ordinal;
        let why = if is_ordinal { texts::STEPS_NO_SUM } else { texts::CATEGORIES_NO_SUM };
        return has_members.then(|| voice.lang.text(why).to_owned());
    }
    if method == Method::Partial {
        return has_members.then(|| voice.lang.text(texts::WARN_PARTIAL).to_owned());
    }
    (method != Method::Pooled && has_members).then(|| {
        let method = voice.the(voice.lang.method(method));
        if kind.has_steps() {
            return texts::read_method_steps(voice.lang, method);
        }
        match &voice.indicator.weight {
            Some(weight) => texts::read_method_weighted(voice.lang, method, voice.lang.pick(&weight.name)),
            None => texts::read_method(voice.lang, method),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_english_names() {
        for plural in [
            "Male residents",
            "Residents aged 65 and over",
            "Children aged 0-2",
            "Adults with disabilities",
            "Commuters coming in to work",
            "Workers who work in their own Comune",
            "Mean yearly deaths against 2015–2019",
        ] {
            assert!(is_plural_in_english(plural), "{plural}");
        }
        for one in [
            "Ageing index",
            "Share of people aged 65",
            "Population density",
            "Turnover of the births",
            "Turnout at general elections",
            "Employment rate, ages 20–64",
        ] {
            assert!(!is_plural_in_english(one), "{one}");
        }
    }
}
