//! Reads every sentence: all readings, alternative texts, captions, remarks and findings of figures of every
//! indicator, at every level and date, by every method, as every view and kind of map, in both languages.
//!
//! A sentence must match a pattern known here (an unknown one fails until its pattern is added), and what it says
//! must be true according to this oracle, which shares no computation, rounding, ranking or wording with the program:
//! [`source`] reads the tables and computes the indicators in integers, [`grammar`] has its own articles, plurals and
//! names, and only [`program`] calls the program.
//!
//! A plain `cargo test` reads a seeded sample of about 220 figures, which takes twenty seconds of two cores; `just sentences`
//! (`ATLANTE_SENTENCES=all`) all.
//!
//! Slope charts, whole tables of printed documents, lines against the ATS, thresholds, hypotheses, steps and categories are listed in
//! [`further`], views of statistics in [`statistic`]; those of dates, parts, neighbours and likeness in [`wider`]; what standards ask for is read by [`standards`], all of it at every run.
//!
//! It does not check the texts of the window, of sheets and of errors; what a figure leaves out, except for estimates
//! and breaks of the series, which must be mentioned; which scheme produced the edges of classes (only that colours,
//! counts and displayed values agree with them; for two indicators it knows only terciles); the lowess curve and the
//! band around a line; which areas of a published table a time series follows; definitions, sources and remarks that
//! come with the data, which are taken as they are; imported data; rates with a weight of which cells are withheld (tertiary education); the page on a place,
//! which has tests of its own; two maps side by side, whose sentences are those of each.

mod against;
mod alternative;
mod around;
mod asides;
mod asks;
mod column;
mod crossed;
mod csv;
mod exact;
mod further;
mod grammar;
mod hypothesis;
mod influence;
mod legend;
mod line;
mod measured;
mod moved;
mod overview;
mod pattern;
mod people;
mod profile;
mod program;
mod published;
mod read;
mod readings;
mod relation;
mod scatter;
mod series;
mod slope;
mod source;
mod spread;
mod standards;
mod statistic;
mod steps;
mod table;
mod threshold;
mod two;
mod weighted;
mod whole_table;
mod wider;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use around::Page;
use asks::{Ask, Figure, Of};
use column::{Column, Context};
use program::Texts;
use read::{Fault, Report};
use readings::{CHANGES, VALUES};
use source::world;

/// A sample of one in this many figures is read unless all are requested.
const ONE_IN: usize = 200;
/// The same of further figures.
const FURTHER_ONE_IN: usize = 200;

/// The same of means with a declared weight.
const WEIGHTED_ONE_IN: usize = 60;
/// The same of the views that show many values at once.
const OVERVIEW_ONE_IN: usize = 60;
/// The same of views of statistics.
const STATISTIC_ONE_IN: usize = 60;

/// The same of views of dates, parts, neighbours and likeness.
const WIDER_ONE_IN: usize = 120;

/// Reads a figure.
fn read(figure: &Figure) -> Report {
    source::read_under(figure.is_moved);
    let report = read_official(figure);
    source::read_under(false);
    report
}

/// Reads a figure with the Ambiti that are in force.
fn read_official(figure: &Figure) -> Report {
    let mut report = Report::default();
    let texts = match program::texts(figure) {
        Ok(texts) => texts,
        // What has no counts, or too few units, has no such statistic, and is refused.
        Err(_) if matches!(figure.ask, Ask::Statistic { .. } | Ask::Wider { .. }) => return report,
        // An index of what goes below zero is refused.
        Err(_)
            if matches!(
                &figure.ask,
                Ask::Series { id, mode: asks::Mode::Index | asks::Mode::Against, .. } if is_signed(id)
            ) =>
        {
            return report;
        }
        Err(error) => {
            report.fault("none", "", format!("not made: {error}"));
            return report;
        }
    };
    let lang = figure.lang;
    let texts = match figure.is_moved {
        true => less_hypothesis(&mut report, figure, texts),
        false => texts,
    };
    let texts = asides::less_asides(&mut report, figure, texts);
    let overall = |report: &mut Report, texts: &Texts| {
        let findings = texts.findings.iter().flatten().map(|text| ("finding", text));
        let remarks = texts.remarks.iter().map(|text| ("remark", text));
        let one = [
            ("title", &texts.title),
            ("caption", &texts.caption),
            ("heading", &texts.heading),
            ("alternative", &texts.alternative),
            ("reading", &texts.reading),
            ("footer", &texts.footer),
        ];
        for (name, text) in one.into_iter().chain(remarks).chain(findings) {
            for wrong in grammar::lint(lang, text) {
                report.fault(name, text, wrong);
            }
        }
    };
    overall(&mut report, &texts);
    let alternative = less_breaks(lang, &texts.alternative);
    let column = |of: &Of| {
        let mut column = Column::new(lang, &of.id, of.year, of.level, of.method);
        column.threshold = figure.threshold.and_then(exact::Exact::read);
        column.selected = match &column.listed {
            Some(listed) => {
                (0..listed.codes.len()).filter(|&i| figure.selected.contains(&listed.codes[i])).collect()
            }
            None => world().sharing(of.level, &figure.selected),
        };
        column
    };
    match &figure.ask {
        Ask::Map { of, from, second: None, symbols } => {
            let mut column = column(of);
            column.from = *from;
            let sentences = if from.is_some() { CHANGES } else { VALUES };
            let one = [column];
            report.read("reading", &texts.reading, &[sentences, moved::MOVED], &one);
            report.read("alternative", &alternative, &[alternative::MAP], &one);
            if !symbols {
                legend::read(&mut report, &one[0], &texts);
            }
            legend::marks(&mut report, &one[0], &texts);
            around(&mut report, figure, Vec::from(one), &texts);
        }
        Ask::Ranking { of, range } => {
            let mut column = column(of);
            if *range {
                column.method = source::Method::Pooled;
            }
            let one = [column];
            match one[0].listed {
                None => {
                    report.read("reading", &texts.reading, &[VALUES, threshold::RANKING, moved::MOVED], &one)
                }
                Some(_) => {
                    let templates = [published::READING, alternative::RANKING];
                    report.read("reading", &texts.reading, &templates, &one);
                }
            }
            let alternative = without(&alternative, &published::notes(&one[0], false));
            let templates = [alternative::RANKING, published::RANGES, threshold::RANKING];
            report.read("alternative", &alternative, &templates, &one);
            if !range {
                legend::marks(&mut report, &one[0], &texts);
            }
            let texts = less_footer(&mut report, texts, &threshold::STARTS, threshold::RANKING, &one);
            around(&mut report, figure, Vec::from(one), &texts);
        }
        Ask::Slope { of, from } => {
            let mut column = column(of);
            column.from = Some(*from);
            // On a map everything in a selected group is selected; here the group is a line of its own.
            let mut followed: Vec<(source::Level, usize)> = Vec::new();
            for place in figure.selected.iter().filter_map(|code| world().find(code)) {
                if !followed.contains(&place) {
                    followed.push(place);
                }
            }
            column.selected =
                followed.iter().filter(|(level, _)| *level == of.level).map(|(_, unit)| *unit).collect();
            column.followed = followed;
            let one = [column];
            report.read("reading", &texts.reading, &[CHANGES, slope::READING], &one);
            report.read("alternative", &alternative, &[slope::ALTERNATIVE], &one);
            let texts = less_known(texts, &|text| is_known(text, slope::REMARKS, &one));
            let texts = less_footer(&mut report, texts, &slope::STARTS, slope::REMARKS, &one);
            around(&mut report, figure, Vec::from(one), &texts);
        }
        Ask::Printed { dataset, part } => {
            let columns = whole_table::columns(lang, dataset, part);
            let notes: Vec<String> =
                columns.iter().flat_map(|column| published::notes(column, false)).collect();
            let alternative = without(&alternative, &notes);
            let reading = without(&texts.reading, &notes);
            report.read("reading", &reading, &[published::READING], &columns);
            report.read("alternative", &alternative, &[whole_table::ALTERNATIVE], &columns);
            let texts = less_known(texts, &|text| is_known(text, whole_table::ALTERNATIVE, &columns));
            around(&mut report, figure, columns, &texts);
        }
        Ask::Map { of, from: None, second: Some(second), .. } => {
            let other = Of { id: second.clone(), ..of.clone() };
            let one = [two::Two { columns: [column(of), column(&other)] }];
            report.read("reading", &texts.reading, &[two::READING], &one);
            report.read("alternative", &alternative, &[two::ALTERNATIVE], &one);
            let [two::Two { columns }] = one;
            around(&mut report, figure, Vec::from(columns), &texts);
        }
        Ask::Map { .. } => report.fault("none", "", "a map of two kinds"),
        Ask::Statistic { .. } => statistic::read(&mut report, figure, &texts),
        Ask::Wider { of, what } => wider::read(&mut report, figure, of, what, &texts),
        Ask::Overview(overview) => overview::read(&mut report, figure, overview, &texts),
        Ask::Scatter { x, y, x_year, y_year, level, method, split, colour } => {
            let of = |id: &String, year| {
                let year = grammar::nearest(id, year);
                column(&Of { id: id.clone(), year, level: *level, method: *method })
            };
            let asked = [*x_year, *y_year];
            let colour = colour.as_ref().map(|id| of(id, *y_year));
            let one =
                [scatter::Scatter { x: of(x, *x_year), y: of(y, *y_year), split: *split, asked, colour }];
            let mut templates = scatter::all(scatter::READING).to_vec();
            templates.push(influence::READING);
            report.read("reading", &texts.reading, &templates, &one);
            report.read("alternative", &alternative, &scatter::all(scatter::ALTERNATIVE), &one);
            steps::key(&mut report, &one[0], &texts);
            let texts = less_known(texts, &|text| is_known(text, scatter::REMARKS, &one));
            let [scatter::Scatter { x, y, colour, .. }] = one;
            around(&mut report, figure, [x, y].into_iter().chain(colour).collect(), &texts);
        }
        Ask::Table { columns, level, method, only_selected } => {
            let shown = only_selected.then(|| world().sharing(*level, &figure.selected));
            let of = |(id, year, from): &(String, i32, Option<i32>)| {
                let mut column = Column::new(lang, id, *year, *level, *method);
                (column.from, column.shown) = (*from, shown.clone());
                column
            };
            let columns: Vec<Column> = columns.iter().map(of).collect();
            // They come after the columns, date by date.
            let reading = without(&texts.reading, &estimates(lang, &figure.ask, &columns));
            report.read("reading", &reading, &[VALUES, CHANGES], &columns);
            report.read("alternative", &alternative, &[table::ALTERNATIVE], &columns);
            around(&mut report, figure, columns, &texts);
        }
        Ask::Series { id, level, method, mode, asst } => {
            let mut series = series::Series::new(lang, id, *level, *method, *mode, *asst, &figure.selected);
            series.find_base(&texts.alternative);
            series.threshold = figure.threshold.and_then(exact::Exact::read);
            let last = *series.years.last().expect("years");
            let one = [series];
            let templates: &[_] =
                if one[0].indicator.as_published() { published::SERIES } else { series::READING };
            report.read("reading", &texts.reading, &[templates, against::READING, threshold::SERIES], &one);
            let whole = Column::new(lang, id, last, source::Level::Ats, *method);
            let alternative = without(&alternative, &published::notes(&whole, true));
            report.read(
                "alternative",
                &alternative,
                &[series::ALTERNATIVE, published::LINES, threshold::SERIES],
                &one,
            );
            let is_of_lines =
                |text: &str| is_known(text, series::REMARKS, &one) || is_known(text, published::LINES, &one);
            let texts = less_known(texts, &is_of_lines);
            let texts = less_footer(&mut report, texts, &threshold::STARTS, threshold::SERIES, &one);
            let columns = vec![Column::new(lang, id, last, source::Level::Ats, *method)];
            around(&mut report, figure, columns, &texts);
        }
    }
    report
}

/// Whether an indicator has values below zero.
fn is_signed(id: &str) -> bool {
    let indicator = world().indicator(id);
    let of = |year| world().values(id, year, source::Level::Comuni, source::Method::Pooled);
    let is_below = |year: i32| of(year).iter().flatten().any(|value| value.0 < 0);
    indicator.kind == "change" || world().years(indicator).into_iter().any(is_below)
}

/// The texts without what they say of the hypothesis, which must be told in each of them.
fn less_hypothesis(report: &mut Report, figure: &Figure, mut texts: Texts) -> Texts {
    let told = hypothesis::moves();
    let (short, full) = (told.short.pick(figure.lang), told.full.pick(figure.lang));
    let is_told = !matches!(figure.ask, Ask::Printed { .. });
    let places = [
        ("reading", &mut texts.reading, full),
        ("alternative", &mut texts.alternative, full),
        ("footer", &mut texts.footer, full),
        ("heading", &mut texts.heading, short),
        ("caption", &mut texts.caption, short),
    ];
    for (name, text, words) in places {
        if text.contains(words) != is_told {
            report.fault(name, text.as_str(), format!("tells the hypothesis: {}", !is_told));
        }
        for beside in [format!(" · {short}"), format!(" ({short})"), full.to_owned(), short.to_owned()] {
            *text = text.replace(&beside, "");
        }
        *text = text.replace("  ", " ").trim().to_owned();
    }
    texts.remarks.retain(|text| text != full);
    // Read below a figure as it is in its reading.
    for told in moved::CLASSES {
        texts.footer = texts.footer.replace(told, "").replace("  ", " ").trim().to_owned();
        texts.remarks.retain(|text| text != told);
    }
    texts
}

/// Whether a remark is one of these, and true.
fn is_known<C: Context>(text: &str, templates: &[column::Template<C>], about: &[C]) -> bool {
    let mut trial = Report::default();
    let text = about.first().map_or(String::new(), |first| less_breaks(first.lang(), text));
    trial.read("remark", &text, &[templates], about);
    trial.faults.is_empty()
}

/// The texts without the known remarks; what is left is read as the texts of a page.
fn less_known(mut texts: Texts, is_known: &dyn Fn(&str) -> bool) -> Texts {
    let (known, left): (Vec<String>, Vec<String>) =
        texts.remarks.into_iter().partition(|text| is_known(text));
    texts.remarks = left;
    for text in known {
        texts.footer = texts.footer.replace(&text, "").replace("  ", " ");
    }
    texts
}

/// The texts without the sentences of the footer that begin so, which are read here: they are no remarks of the figure.
fn less_footer<C: Context>(
    report: &mut Report,
    mut texts: Texts,
    starts: &[&str],
    templates: &[column::Template<C>],
    about: &[C],
) -> Texts {
    for start in starts {
        if let Some(at) = texts.footer.find(start) {
            let end = texts.footer[at..].find(". ").map_or(texts.footer.len(), |end| at + end + 1);
            let sentence = texts.footer[at..end].to_owned();
            report.read("footer", &sentence, &[templates], about);
            texts.footer.replace_range(at..end, "");
            texts.footer = texts.footer.replace("  ", " ");
        }
    }
    texts
}

/// A text without the remarks on breaks that come with the data; whether they belong there is checked in the footer.
fn less_breaks(lang: source::Lang, text: &str) -> String {
    let mut text = text.to_owned();
    for note in world().notes.iter().filter(|note| note.is_break) {
        text = text.replace(note.text.pick(lang), "").replace("  ", " ");
    }
    text.trim().to_owned()
}

/// The text below the figure without the caption at its start, which repeats title and subtitle.
fn less_caption(texts: &Texts) -> &str {
    let subtitle = texts.heading.strip_prefix(&texts.title).unwrap_or_default().trim_start();
    let caption = format!("{}. {subtitle}", texts.title);
    let rest = ["Figura 7 – ", "Figure 7 – "].iter().find_map(|start| texts.footer.strip_prefix(start));
    rest.and_then(|rest| rest.strip_prefix(&caption)).map_or(&*texts.footer, str::trim_start)
}

/// A text without those sentences.
fn without(text: &str, sentences: &[String]) -> String {
    let mut text = text.to_owned();
    for sentence in sentences {
        text = text.replace(sentence, "").replace("  ", " ");
    }
    text.trim().to_owned()
}

/// What a series or a table says of dates with estimated values: all its dates, and nothing else.
fn estimates(lang: source::Lang, ask: &Ask, columns: &[Column]) -> Vec<String> {
    let shown: Vec<(&source::Indicator, i32)> = match ask {
        Ask::Series { id, .. } if !world().indicator(id).as_published() => {
            let indicator = world().indicator(id);
            world().years(indicator).into_iter().map(|year| (indicator, year)).collect()
        }
        Ask::Table { .. } => {
            let of = |column: &Column| [Some(column.year), column.from].into_iter().flatten();
            columns.iter().flat_map(|column| of(column).map(|year| (column.indicator, year))).collect()
        }
        _ => Vec::new(),
    };
    let estimated: Vec<(&source::Indicator, i32)> =
        shown.into_iter().filter(|(indicator, year)| world().is_estimated(indicator, *year)).collect();
    // A series says it of all dates at once.
    let dates: Vec<String> = estimated.iter().map(|(_, year)| grammar::short_date(lang, *year)).collect();
    let at_once = match (ask, dates.as_slice()) {
        (Ask::Series { .. }, [first @ .., last]) if !first.is_empty() => Some(match lang {
            source::Lang::It => {
                format!("Valori al {} e al {last} stimati, non definitivi.", first.join(", al "))
            }
            source::Lang::En => {
                format!("Values on {} and on {last} estimated, not final.", first.join(", on "))
            }
        }),
        _ => None,
    };
    let stated = estimated.into_iter().flat_map(|(indicator, year)| {
        let (date, name) = (grammar::short_date(lang, year), indicator.name.pick(lang));
        match lang {
            source::Lang::It => [
                format!("Valori al {date} stimati, non definitivi."),
                format!("Valori di «{name}» al {date} stimati, non definitivi."),
            ],
            source::Lang::En => [
                format!("Values on {date} estimated, not final."),
                format!("Values of “{name}” on {date} estimated, not final."),
            ],
        }
    });
    at_once.into_iter().chain(stated).collect()
}

/// Reads the texts around the figure.
fn around(report: &mut Report, figure: &Figure, columns: Vec<Column>, texts: &Texts) {
    let page = [Page { lang: figure.lang, ask: &figure.ask, columns }];
    let mut notes = page[0].notes();
    notes.extend(estimates(figure.lang, &figure.ask, &page[0].columns));
    let is_series = matches!(figure.ask, Ask::Series { .. });
    notes.extend(page[0].columns.iter().flat_map(|column| published::notes(column, is_series)));
    let less_notes = |text: &str| without(text, &notes);
    let (remarks, pairs, lists, footer) =
        (around::remarks(), around::pairs(), around::lists(), around::footer());
    for text in &texts.remarks {
        report.read("remark", &less_notes(text), &[&remarks, &pairs, &lists], &page);
    }
    for text in texts.findings.iter().flatten() {
        report.read("finding", &less_notes(text), &[&remarks, &pairs, &lists], &page);
    }
    report.read("footer", &less_notes(less_caption(texts)), &[&footer, &remarks, &pairs, &lists], &page);
    tells_what_it_must(report, &page[0], texts);
    for (name, text) in [("heading", &texts.heading), ("caption", &texts.caption)] {
        report.sentences += 1;
        if let Err(why) = around::heading(&page[0], text) {
            report.fault(name, text, why);
        }
    }
}

/// Estimates, and breaks of the series between two dates, must be mentioned both in the reading and in the footer.
fn tells_what_it_must(report: &mut Report, page: &Page<'_>, texts: &Texts) {
    let places =
        [("reading", &texts.reading), ("alternative", &texts.alternative), ("footer", &texts.footer)];
    let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    // What the source prints otherwise is told of each value that is shown.
    if let (Ask::Ranking { .. }, [column]) = (page.ask, page.columns.as_slice()) {
        for note in published::notes(column, false).iter().filter(|note| note.starts_with("* ")) {
            for (name, text) in &places[2..] {
                if !says(text, &[note]) {
                    report.fault(name, note.as_str(), "is not told");
                }
            }
        }
    }
    for column in page.columns.iter().filter(|column| column.listed.is_none() && !column.present().is_empty())
    {
        let is_estimate = world().is_estimated(column.indicator, column.year);
        let from = column.from.unwrap_or(column.year);
        let is_broken = !world().breaks(column.indicator, from, column.year).is_empty();
        for (name, text) in places {
            // A table says so in the headers of its columns.
            let is_table = matches!(page.ask, Ask::Table { .. });
            let words: &[&str] = match name {
                "alternative" if is_table => &["(stima)", "(estimate)"],
                "footer" => &["stima)", "estimate)", "(s) =", "(e) =", "stimati", "estimated, not"],
                "alternative" if matches!(page.ask, Ask::Slope { .. }) => &["non definitivi:", "not final:"],
                _ => &["stimati, non definitivi", "estimated, not final"],
            };
            if is_estimate && !says(text, words) {
                report.fault(name, text, "does not say that values are estimates");
            }
            if is_broken && !says(text, &["si interrompe", "breaks between"]) {
                report.fault(name, text, "does not say that the series breaks");
            }
        }
    }
}

/// A reproducible pseudo-random number: SplitMix64.
fn lot(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[test]
fn every_sentence_is_true() {
    read_all(asks::all(), ONE_IN);
}

#[test]
fn what_weighted_means_say_is_true() {
    read_all(weighted::all(), WEIGHTED_ONE_IN);
}

#[test]
fn what_overviews_say_is_true() {
    read_all(overview::all(), OVERVIEW_ONE_IN);
}

#[test]
fn what_further_figures_say_is_true() {
    read_all(further::all(), FURTHER_ONE_IN);
}

#[test]
fn what_wider_views_say_is_true() {
    read_all(wider::all(), WIDER_ONE_IN);
}

#[test]
fn what_statistics_say_is_true() {
    read_all(statistic::all(), STATISTIC_ONE_IN);
}

/// Reads the figures that the environment asks for: all, one in N, or a seeded sample.
fn read_all(all: Vec<Figure>, usual: usize) {
    let asked = std::env::var("ATLANTE_SENTENCES").unwrap_or_default();
    let count = all.len();
    let figures: Vec<Figure> = match asked.as_str() {
        "all" => all,
        _ => {
            let one_in = asked.parse().unwrap_or(usual) as u64;
            let seed = std::env::var("ATLANTE_SENTENCES_SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
            let drawn = |i: u64| lot(i).wrapping_add(seed.unwrap_or_default());
            (0_u64..)
                .zip(all)
                .filter(|(i, _)| drawn(*i).is_multiple_of(one_in))
                .map(|(_, figure)| figure)
                .collect()
        }
    };
    let next = AtomicUsize::new(0);
    let found: Mutex<Vec<(usize, Fault)>> = Mutex::default();
    let sentences = AtomicUsize::new(0);
    let work = || {
        while let Some((i, figure)) = {
            let i = next.fetch_add(1, Ordering::Relaxed);
            figures.get(i).map(|figure| (i, figure))
        } {
            let report = read(figure);
            sentences.fetch_add(report.sentences, Ordering::Relaxed);
            found.lock().expect("no panic").extend(report.faults.into_iter().map(|fault| (i, fault)));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(work);
        }
    });
    let mut found = found.into_inner().expect("no panic");
    found.sort_by_key(|(i, _)| *i);
    let stated = format!("{} sentences of {} figures of {count}", sentences.into_inner(), figures.len());
    println!("{stated}");
    let mut by_kind: BTreeMap<String, Vec<(usize, Fault)>> = BTreeMap::new();
    for (i, fault) in found {
        by_kind.entry(kind(&fault)).or_default().push((i, fault));
    }
    let mut wrong = String::new();
    for (kind, faults) in &by_kind {
        writeln!(wrong, "\n== {} x {kind}", faults.len()).expect("text");
        for (i, fault) in faults.iter().take(3) {
            writeln!(
                wrong,
                "  {:?}\n    {}: «{}»\n    {}",
                figures[*i], fault.text, fault.sentence, fault.why
            )
            .expect("text");
        }
    }
    if let Some(path) = std::env::var_os("ATLANTE_SENTENCES_REPORT") {
        std::fs::write(path, format!("{stated}\n{wrong}")).expect("the report can be written");
    }
    assert!(by_kind.is_empty(), "{stated}{wrong}");
}

/// A key shared by faults that differ only in numbers and names.
fn kind(fault: &Fault) -> String {
    let sort = match fault.why.split_once('«') {
        Some((before, after))
            if before.ends_with("holds ") || before.contains("glish") || before.contains("alian") =>
        {
            format!("{before}«{}", after.split('»').next().unwrap_or_default())
        }
        Some((before, after)) => format!("{before}«…»{}", after.split_once('»').map_or("", |(_, rest)| rest)),
        None => fault.why.clone(),
    };
    let sort: String = sort.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).take(48).collect();
    let start = fault.sentence.split(' ').take(if fault.why.starts_with("no pattern") { 5 } else { 2 });
    let start = if fault.why.contains("holds") { String::new() } else { start.collect::<Vec<_>>().join(" ") };
    format!(
        "{}: {sort} | {}",
        fault.text,
        start.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>()
    )
}
