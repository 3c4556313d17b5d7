//! Slope charts: each line at both dates, its place among the units of its level, and how many lines there are.

use super::column::{Check, Column, Template, holds, is_move};
use super::exact::Exact;
use super::grammar;
use super::source::{Lang, Level, Method, Value, world};

/// The most lines told one by one.
const TOLD: usize = 6;

/// A line: who it is of, and what it comes from and goes to.
struct Line {
    name: String,
    place: (Level, usize),
    ends: [Exact; 2],
    /// Whether it is told how many it is ranked among.
    tells_all: bool,
}

/// The values of a level at the first and at the last date.
fn values(column: &Column, level: Level) -> [Vec<Value>; 2] {
    // The ATS beside another level is made of sums, whatever the units are made of.
    let method = if level == Level::Ats && column.level != level { Method::Pooled } else { column.method };
    let at = |year| world().values(&column.indicator.id, year, level, method).to_vec();
    [at(column.from.unwrap_or(column.year)), at(column.year)]
}

/// All lines in the order they are told: those followed, the ATS, then the others.
fn lines(column: &Column) -> Vec<Line> {
    let followed = &column.followed;
    let has_ats = !column.indicator.is_count()
        && column.level != Level::Ats
        && !followed.iter().any(|(level, _)| *level == Level::Ats);
    let ats = has_ats.then_some((Level::Ats, 0));
    let mut others: Vec<usize> = (0..world().units(column.level).len()).collect();
    // Comuni are listed by code, groups by name.
    if column.level != Level::Comuni {
        others.sort_by_key(|unit| &world().units(column.level)[*unit].name);
    }
    let others =
        others.into_iter().map(|unit| (column.level, unit)).filter(|place| !followed.contains(place));
    let line = |(place, tells_all): ((Level, usize), bool)| {
        let (level, unit) = place;
        let bare = &world().units(level)[unit].name;
        let name = match (level, column.lang) {
            (Level::Ats, _) => "ATS".to_owned(),
            // Most Ambiti have the name of a Comune.
            (Level::Ambiti, lang) => grammar::place(lang, grammar::Case::Bare, level, bare),
            _ => bare.clone(),
        };
        Some(Line { name, place, ends: ends(column, place)?, tells_all })
    };
    let first = followed.iter().copied().chain(ats).map(|place| (place, true));
    let mut all: Vec<Line> = first.chain(others.map(|place| (place, false))).filter_map(line).collect();
    // Where lines are ranked among several numbers, each tells its own.
    let mut among: Vec<usize> =
        all.iter().filter_map(|line| places(column, line)).flatten().map(|(_, of)| of).collect();
    among.sort_unstable();
    among.dedup();
    if among.len() > 1 {
        all.iter_mut().for_each(|line| line.tells_all = true);
    }
    all
}

fn ends(column: &Column, (level, unit): (Level, usize)) -> Option<[Exact; 2]> {
    let [before, now] = values(column, level);
    Some([before[unit]?, now[unit]?])
}

/// The place of a line at both dates, and among how many.
fn places(column: &Column, line: &Line) -> Option<[(usize, usize); 2]> {
    let (level, _) = line.place;
    let all = values(column, level);
    (all[0].len() > 1).then(|| {
        [0, 1].map(|at| {
            let present = || all[at].iter().flatten();
            (1 + present().filter(|other| other.above(line.ends[at])).count(), present().count())
        })
    })
}

/// "174,7 (3° su 17)".
fn is_end(column: &Column, told: &str, line: &Line, at: usize) -> Result<String, String> {
    let words = places(column, line).map(|places| {
        let (place, of) = places[at];
        let of = match line.tells_all && ![column.level, Level::Ats].contains(&line.place.0) {
            true => grammar::counted_units(line.place.0, of),
            false => of.to_string(),
        };
        match (column.lang, line.tells_all) {
            (Lang::It, true) => format!(" ({place}° su {of})"),
            (Lang::It, false) => format!(" ({place}°)"),
            (Lang::En, true) => format!(" (no. {place} of {of})"),
            (Lang::En, false) => format!(" (no. {place})"),
        }
    });
    let Some(words) = words else { return Ok(told.to_owned()) };
    let bare = told.strip_suffix(&words).ok_or_else(|| format!("«{told}» should end with «{words}»"))?;
    Ok(bare.to_owned())
}

/// "Ambito di Corsico: da 174,7 (3° su 17) a 181,0 (4° su 17) (+6,3)".
fn is_line(column: &Column, told: &str, line: &Line) -> Check {
    let (from, to) = if column.lang == Lang::It { (": da ", " a ") } else { (": from ", " to ") };
    let rest = told.strip_prefix(&line.name).and_then(|rest| rest.strip_prefix(from));
    let rest = rest.ok_or_else(|| format!("«{told}» should be of {}", line.name))?;
    let (before, rest) = rest.split_once(to).ok_or("no second value")?;
    let (now, by) = rest.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")).ok_or("no difference")?;
    let before = is_end(column, before, line, 0)?;
    let now = is_end(column, now, line, 1)?;
    let [first, last] = line.ends;
    let written = |told: &str, value| {
        super::column::written_value(column.lang, column.indicator, false, told, value, false)
    };
    written(&before, first)?;
    written(&now, last)?;
    is_move(column.lang, column.indicator, [&before, &now, by], last.less(first))
}

/// How the sentences below it begin that are no remarks.
pub const STARTS: [&str; 2] = ["Tra parentesi il posto", "In brackets the place"];

/// The sentences that follow those of the change.
pub const READING: &[Template<Column>] = &[
    Template {
        it: &["{line})."],
        en: &["{line})."],
        check: |column, caps| {
            let told = format!("{})", caps.get("line"));
            let (from, _) = (": da ", ());
            let mark = if column.lang == Lang::It { from } else { ": from " };
            holds(told.contains(mark), || "? no line".to_owned())?;
            let all = lines(column);
            let others = all.iter().filter(|line| ![column.level, Level::Ats].contains(&line.place.0));
            let mut wrong = Err("? of no other level".to_owned());
            for line in others.take(TOLD) {
                wrong = is_line(column, &told, line);
                if wrong.is_ok() {
                    break;
                }
            }
            wrong
        },
    },
    super::readings::UNROUNDED,
    Template {
        it: &["Posti nell'ordine dal valore più alto (<fromdate> e <date>): {places}."],
        en: &["Places in the order from the highest value (<fromdate> and <date>): {places}."],
        check: |column, caps| {
            let of = |line: &Line| {
                let [before, now] = places(column, line)?;
                let ((before, all), (now, of)) = (before, now);
                let name = &line.name;
                Some(match (column.lang, all == of) {
                    (Lang::It, true) => format!("{name} {before}° e {now}° su {of}"),
                    (Lang::It, false) => format!("{name} {before}° su {all} e {now}° su {of}"),
                    (Lang::En, true) => format!("{name} {before} and {now} of {of}"),
                    (Lang::En, false) => format!("{name} {before} of {all} and {now} of {of}"),
                })
            };
            let followed = lines(column).into_iter().filter(|line| column.followed.contains(&line.place));
            let right: Vec<String> = followed.take(TOLD).filter_map(|line| of(&line)).collect();
            let right = right.join("; ");
            holds(caps.get("places") == right, || format!("should be «{right}»"))
        },
    },
];

/// The alternative text.
pub const ALTERNATIVE: &[Template<Column>] = &[
    Template {
        it: &["Grafico a pendenza. <name>. <level>, <span>. {lines}."],
        en: &["Slope chart. <name>. <level>, <span>. {lines}."],
        check: |column, caps| {
            let told = caps.get("lines");
            let all = lines(column);
            if all.is_empty() {
                let right = match column.lang {
                    Lang::It => "Nessun territorio ha un valore a entrambe le date",
                    Lang::En => "No territory has a value at both dates",
                };
                return holds(told == right, || format!("should be «{right}»"));
            }
            let parts: Vec<&str> = told.split("; ").collect();
            let more = all.len().saturating_sub(TOLD);
            let expected = all.len().min(TOLD) + usize::from(more > 0);
            holds(parts.len() == expected, || format!("{} parts and not {expected}", parts.len()))?;
            for (told, line) in parts.iter().zip(all.iter().take(TOLD)) {
                is_line(column, told, line)?;
            }
            let counted = match column.lang {
                Lang::It => format!("altre linee: {more}"),
                Lang::En => format!("further lines: {more}"),
            };
            holds(more == 0 || parts.last() == Some(&counted.as_str()), || format!("no «{counted}»"))
        },
    },
    Template {
        it: &["Valori non definitivi: {date} (stima)."],
        en: &["Values that are not final: {date} (estimate)."],
        check: |column, caps| {
            let years = [column.from.unwrap_or(column.year), column.year];
            let year =
                years.into_iter().find(|year| grammar::short_date(column.lang, *year) == caps.get("date"));
            let year = year.ok_or("no such date")?;
            holds(world().is_estimated(column.indicator, year), || "they are final".to_owned())
        },
    },
    BREAK,
];

const BREAK: Template<Column> = Template {
    it: &["Attenzione: la serie si interrompe tra le due date."],
    en: &["Beware: the series breaks between the two dates."],
    check: |column, _| {
        let from = column.from.ok_or("it has one date")?;
        holds(!world().breaks(column.indicator, from, column.year).is_empty(), || "it does not".to_owned())
    },
};

/// What stands below it, and remarks.
pub const REMARKS: &[Template<Column>] = &[
    Template {
        it: &["Tra parentesi il posto di ogni territorio su {of}, dal valore più alto."],
        en: &["In brackets the place of each territory among {of}, from the highest value."],
        check: |column, caps| {
            let all = lines(column);
            let mut among: Vec<usize> =
                all.iter().filter_map(|line| places(column, line)).flatten().map(|(_, of)| of).collect();
            among.sort_unstable();
            among.dedup();
            holds(among.len() == 1, || format!("among {among:?}"))?;
            column.is_count(caps.get("of"), among[0])
        },
    },
    Template {
        it: &["Tra parentesi il posto di ogni territorio, dal valore più alto."],
        en: &["In brackets the place of each territory, from the highest value."],
        check: |_, _| Ok(()),
    },
    Template {
        it: &[
            "Di un livello diverso dalle linee grigie ({level}): {names}. Il posto è tra i territori dello stesso livello.",
        ],
        en: &[
            "Of another level than the grey lines ({level}): {names}. Places are among territories of the same level.",
        ],
        check: |column, caps| {
            let all = lines(column);
            let others = all.iter().filter(|line| ![column.level, Level::Ats].contains(&line.place.0));
            let names: Vec<&str> = others.map(|line| line.name.as_str()).collect();
            holds(caps.get("names") == names.join(", "), || format!("should be {names:?}"))?;
            holds(caps.get("level").starts_with(grammar::counted(column.level, 2)), || {
                "not its level".to_owned()
            })
        },
    },
    Template {
        it: &["Territori senza un valore a una delle due date: {n}."],
        en: &["Territories without a value at one of the two dates: {n}."],
        check: |column, caps| {
            let [before, now] = values(column, column.level);
            let absent = before.iter().zip(&now).filter(|(a, b)| a.is_none() || b.is_none()).count();
            column.is_count(caps.get("n"), absent)
        },
    },
    Template {
        it: &["Senza un valore a una delle due date, e perciò non disegnato: {name}."],
        en: &["Without a value at one of the two dates, and so not drawn: {name}."],
        check: |column, caps| {
            let without = column.followed.iter().filter(|place| ends(column, **place).is_none());
            let names: Vec<&str> = without.map(|(level, unit)| &*world().units(*level)[*unit].name).collect();
            holds(names == [caps.get("name")], || format!("{names:?} are absent"))
        },
    },
    Template {
        it: &["Nomi non scritti per mancanza di spazio: {n}."],
        en: &["Names left out for lack of room: {n}."],
        check: |column, caps| {
            let n: usize =
                caps.get("n").replace(['.', ','], "").parse().map_err(|_| "? no number".to_owned())?;
            holds(0 < n && n <= 2 * lines(column).len(), || "there are not so many".to_owned())
        },
    },
];
