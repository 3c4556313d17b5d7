//! The Italian grammar needed for sentences generated from data: articles, contracted prepositions, gender and number
//! of nouns, names of places, agreement with a number.
//!
//! Rules after L. Serianni, *Grammatica italiana*, UTET 1989, ch. IV (articles) and VIII (prepositions); what they do
//! not cover is in tables.

mod noun;
mod place;

pub use noun::{Noun, noun};
pub use place::{all_of, counted, noun_of, of_area, others, place, the_counted, the_level};

/// With "ed" and "ad" before the same vowel, as in standard written Italian; what is quoted stays as it is.
pub fn euphonic(text: String) -> String {
    let is_due = |word: &str, vowels: &[char]| text.contains(word) && text.contains(vowels);
    if !is_due(" e ", &['e', 'E', 'è', 'é', 'È', 'É']) && !is_due(" a ", &['a', 'A', 'à', 'À']) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 2);
    let mut quotes = 0_usize;
    for (at, letter) in text.char_indices() {
        out.push(letter);
        match letter {
            '«' => quotes += 1,
            '»' => quotes = quotes.saturating_sub(1),
            _ => {}
        }
        let vowels = match letter {
            'e' => "eEèéÈÉ",
            'a' => "aAàÀ",
            _ => continue,
        };
        let is_alone = at == 0 || text[..at].ends_with(' ');
        let next = text[at + 1..].strip_prefix(' ').and_then(|rest| rest.chars().next());
        if quotes == 0 && is_alone && next.is_some_and(|next| vowels.contains(next)) {
            out.push('d');
        }
    }
    out
}

/// A preposition that contracts with the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preposition {
    Di,
    A,
    Da,
    In,
}

impl Preposition {
    /// Without an article, before a name: `di Melzo`, `ad Abbiategrasso`.
    fn alone(self, next: &str) -> &'static str {
        match self {
            Self::Di => "di ",
            // With a "d" only before the same vowel, as in standard written Italian.
            Self::A if next.starts_with(['A', 'a']) => "ad ",
            Self::A => "a ",
            Self::Da => "da ",
            Self::In => "in ",
        }
    }

    /// Contracted with an article: `del `, `dell'`.
    fn joined(self, article: &str) -> String {
        let stem = match self {
            Self::Di => "de",
            Self::A => "a",
            Self::Da => "da",
            Self::In => "ne",
        };
        match article {
            "il " => format!("{stem}l "),
            "i " => format!("{stem}i "),
            "gli " => format!("{stem}gli "),
            // lo, la, l', le
            other => format!("{stem}l{other}"),
        }
    }
}

/// The article before a word, by its sound.
fn article(next: &str, feminine: bool, plural: bool) -> &'static str {
    let sound = Sound::of(next);
    match (feminine, plural, sound) {
        (_, false, Sound::Vowel) => "l'",
        (true, false, _) => "la ",
        (true, true, _) => "le ",
        (false, false, Sound::Plain) => "il ",
        (false, false, Sound::Impure) => "lo ",
        (false, true, Sound::Plain) => "i ",
        (false, true, _) => "gli ",
    }
}

/// The initial sound of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    Vowel,
    /// s before a consonant, z, x, y, gn, pn, ps.
    Impure,
    Plain,
}

impl Sound {
    fn of(word: &str) -> Self {
        // The letters of an acronym are spelt out: a-esse-esse-ti.
        let letters: Vec<char> = super::folded(word).chars().take(2).collect();
        let vowel = |c: char| "aeiou".contains(c);
        match letters.as_slice() {
            [first, ..] if vowel(*first) => Self::Vowel,
            ['z' | 'x' | 'y', ..] | ['g' | 'p', 'n'] | ['p', 's'] => Self::Impure,
            ['s', second] if second.is_alphabetic() && !vowel(*second) => Self::Impure,
            _ => Self::Plain,
        }
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Nothing: a plain measure, an index or a percentage.
    Nothing,
    /// Things with a masculine name: residents, years.
    Masculine,
    /// Things with a feminine name.
    Feminine,
}

/// A number in digits with preposition and article: `dall'8,1%`, `dal 91,9`, `dai 44,3 anni`, `dallo 0,5`,
/// `dalle 21.952`.
pub fn number(preposition: Preposition, written: &str, of: Counted) -> String {
    // A step may have words after its number.
    let numeral = written.split(' ').next().unwrap_or_default();
    let digits = numeral.split(',').next().unwrap_or_default();
    let thousands = digits.split('.').collect::<Vec<_>>();
    let first = thousands[0];
    let vowel = sounds_as_vowel(first, digits == "1");
    let article = match (of, vowel) {
        (Counted::Nothing, true) => "l'",
        // A single thing is singular: "dall'1", not "dagli 1".
        (Counted::Masculine | Counted::Feminine, _) if is_one(written) => "l'",
        (Counted::Nothing, false) if first == "0" => "lo ",
        (Counted::Nothing, false) => "il ",
        (Counted::Masculine, true) => "gli ",
        (Counted::Masculine, false) if first == "0" => "gli ",
        (Counted::Masculine, false) => "i ",
        (Counted::Feminine, _) => "le ",
    };
    preposition.joined(article) + written
}

/// A percentage with its article: "il 2%", "l'8%", "lo 0,5%".
pub fn percentage(written: &str) -> String {
    let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
    let article = match digits.as_str() {
        "0" => "lo ",
        digits if sounds_as_vowel(digits, digits == "1") => "l'",
        _ => "il ",
    };
    format!("{article}{written}")
}

/// Whether a number in digits begins with a vowel when read aloud: otto, ottanta, ottocento, also in thousands;
/// undici, undicimila; uno, but "mille" for 1.000.
fn sounds_as_vowel(first_digits: &str, is_one: bool) -> bool {
    first_digits.starts_with('8') || first_digits == "11" || is_one
}

/// Whether a written number means a single thing, whatever unit follows.
fn is_one(written: &str) -> bool {
    written
        .strip_prefix('1')
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || ".,".contains(c)))
}

/// A rank with its article: "il 3°", "l'8°".
pub fn the_ordinal(n: usize) -> String {
    let digits = n.to_string();
    let article = if sounds_as_vowel(&digits, false) { "l'" } else { "il " };
    format!("{article}{digits}°")
}

/// A rank with preposition and article: "al 1°", "all'8°", "all'11°", "al 110°".
pub fn ordinal(preposition: Preposition, n: usize) -> String {
    let digits = n.to_string();
    // Ottavo, ottantesimo, ottocentesimo; undicesimo; but "primo".
    let article = if sounds_as_vowel(&digits, false) { "l'" } else { "il " };
    format!("{}{digits}°", preposition.joined(article))
}

/// A date, which begins with its day, with preposition and article or with the article alone: "al 1° gennaio 2023",
/// "dall'8/3/2024", "l'11 marzo 2024".
pub fn date(preposition: Option<Preposition>, written: &str) -> String {
    let day: String = written.chars().take_while(char::is_ascii_digit).collect();
    // Read as "otto" and "undici", but "primo".
    let article = if matches!(day.as_str(), "8" | "11") { "l'" } else { "il " };
    preposition.map_or_else(|| article.to_owned(), |preposition| preposition.joined(article)) + written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_sound() {
        for (preposition, written, read) in [
            (Some(Preposition::A), "1° gennaio 2023", "al 1° gennaio 2023"),
            (Some(Preposition::A), "8/3/2024", "all'8/3/2024"),
            (Some(Preposition::A), "18/3/2024", "al 18/3/2024"),
            (None, "11 marzo 2024", "l'11 marzo 2024"),
            (None, "31 dicembre 2019", "il 31 dicembre 2019"),
        ] {
            assert_eq!(date(preposition, written), read);
        }
    }

    #[test]
    fn places_in_an_order_are_read_as_they_sound() {
        for (n, read) in [
            (1, "al 1°"),
            (2, "al 2°"),
            (8, "all'8°"),
            (10, "al 10°"),
            (11, "all'11°"),
            (18, "al 18°"),
            (80, "all'80°"),
            (81, "all'81°"),
            (88, "all'88°"),
            (100, "al 100°"),
            (108, "al 108°"),
            (110, "al 110°"),
            (111, "al 111°"),
            (180, "al 180°"),
            (193, "al 193°"),
            (800, "all'800°"),
            (811, "all'811°"),
        ] {
            assert_eq!(ordinal(Preposition::A, n), read);
        }
    }

    #[test]
    fn articles_follow_the_sound() {
        let singular = |word| article(word, false, false);
        assert_eq!(
            ["indice", "tasso", "studente", "zero", "gnomo", "sasso", "Ambito"].map(singular),
            ["l'", "il ", "lo ", "lo ", "lo ", "il ", "l'"]
        );
        assert_eq!([article("età", true, false), article("quota", true, false)], ["l'", "la "]);
        assert_eq!(
            [
                article("stranieri", false, true),
                article("adulti", false, true),
                article("maschi", false, true)
            ],
            ["gli ", "gli ", "i "]
        );
        assert_eq!(article("donne", true, true), "le ");
    }

    #[test]
    fn prepositions_join() {
        use Preposition::{A, Da, Di, In};
        assert_eq!([Di, A, Da, In].map(|p| p.joined("il ")), ["del ", "al ", "dal ", "nel "]);
        assert_eq!([Di, A, Da, In].map(|p| p.joined("l'")), ["dell'", "all'", "dall'", "nell'"]);
        assert_eq!([Di, A, Da, In].map(|p| p.joined("gli ")), ["degli ", "agli ", "dagli ", "negli "]);
        assert_eq!([Di, A, Da, In].map(|p| p.joined("la ")), ["della ", "alla ", "dalla ", "nella "]);
        assert_eq!([Di, A, Da, In].map(|p| p.joined("i ")), ["dei ", "ai ", "dai ", "nei "]);
        assert_eq!([Di, A].map(|p| p.joined("lo ")), ["dello ", "allo "]);
        assert_eq!([Di, A].map(|p| p.joined("le ")), ["delle ", "alle "]);
    }

    #[test]
    fn numbers_are_read_as_they_sound() {
        let from = |written| number(Preposition::Da, written, Counted::Nothing);
        for (written, read) in [
            ("91,9", "dal 91,9"),
            ("8,1%", "dall'8,1%"),
            ("80,0", "dall'80,0"),
            ("11,2", "dall'11,2"),
            ("1,5", "dall'1,5"),
            ("0,5%", "dallo 0,5%"),
            ("100,0", "dal 100,0"),
            ("110", "dal 110"),
            ("1.200", "dal 1.200"),
            ("11.200", "dall'11.200"),
            ("800.000", "dall'800.000"),
            ("1 (meno fragile)", "dall'1 (meno fragile)"),
            ("\u{2212}0,5", "dal \u{2212}0,5"),
        ] {
            assert_eq!(from(written), read);
        }
        assert_eq!(number(Preposition::A, "44,3 anni", Counted::Masculine), "ai 44,3 anni");
        for (written, of, read) in [
            ("1", Counted::Masculine, "dall'1"),
            ("1", Counted::Feminine, "dall'1"),
            ("1 anno", Counted::Masculine, "dall'1 anno"),
            ("1,5 anni", Counted::Masculine, "dagli 1,5 anni"),
            ("1.200", Counted::Masculine, "dai 1.200"),
            ("0", Counted::Masculine, "dagli 0"),
            ("2", Counted::Masculine, "dai 2"),
            ("11", Counted::Masculine, "dagli 11"),
            ("11", Counted::Feminine, "dalle 11"),
            ("18", Counted::Masculine, "dai 18"),
            ("80", Counted::Masculine, "dagli 80"),
            ("800", Counted::Feminine, "dalle 800"),
            ("8%", Counted::Nothing, "dall'8%"),
        ] {
            assert_eq!(number(Preposition::Da, written, of), read);
        }
        assert_eq!(number(Preposition::A, "8.120", Counted::Masculine), "agli 8.120");
        assert_eq!(number(Preposition::Da, "8.120", Counted::Feminine), "dalle 8.120");
    }
}
