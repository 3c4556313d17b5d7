//! What stands around a figure: heading, caption, footer, remarks, findings.

use super::asks::Ask;
use super::column::{Check, Column, Context, Template, holds, is_number};
use super::exact::{Exact, Printed};
use super::grammar;
use super::readings::ESTIMATED;
use super::source::{Indicator, Lang, Method, world};

/// A figure as a whole.
pub struct Page<'a> {
    pub lang: Lang,
    pub ask: &'a Ask,
    /// What it shows: one indicator, or two, or the columns of a table.
    pub columns: Vec<Column>,
}

impl Page<'_> {
    fn method(&self) -> Method {
        match self.ask {
            Ask::Series { method, .. } => *method,
            Ask::Ranking { range: true, .. } => Method::Pooled,
            _ => self.columns.first().map_or(Method::Pooled, |column| column.method),
        }
    }

    fn indicators(&self) -> impl Iterator<Item = &'static Indicator> {
        self.columns.iter().map(|column| column.indicator)
    }

    /// Remarks on the data that may be on the page: those of its tables and of its indicators.
    pub fn notes(&self) -> Vec<String> {
        let mut all = Vec::new();
        for column in &self.columns {
            let used = column.indicator.datasets();
            let notes = world().notes.iter().filter(|note| used.contains(&&*note.dataset) && !note.is_break);
            all.extend(notes.map(|note| note.text.pick(self.lang).to_owned()));
            if let Some(from) = self.earliest(column) {
                let breaks = world().breaks(column.indicator, from, column.year);
                all.extend(breaks.into_iter().map(|note| note.text.pick(self.lang).to_owned()));
            }
            all.extend(column.indicator.note.iter().map(|note| note.pick(self.lang).to_owned()));
        }
        for indicator in &world().indicators {
            let beside =
                indicator.counterpart.as_ref().is_some_and(|(of, _)| self.indicators().any(|i| i.id == *of));
            all.extend(indicator.note.iter().filter(|_| beside).map(|note| note.pick(self.lang).to_owned()));
        }
        all
    }

    /// The first year a column is compared with.
    fn earliest(&self, column: &Column) -> Option<i32> {
        match self.ask {
            Ask::Series { .. } => world().years(column.indicator).first().copied(),
            _ => column.from,
        }
    }
}

impl Context for Page<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn word(&self, name: &str) -> String {
        match self.columns.first() {
            Some(column) => column.word(name),
            None => panic!("no word <{name}> of a page without columns"),
        }
    }
}

fn any(page: &Page<'_>, keep: impl Fn(&Indicator) -> bool, wrong: &str) -> Check {
    holds(page.indicators().any(keep), || wrong.to_owned())
}

/// What is below the figure.
pub fn footer<'a>() -> Vec<Template<Page<'a>>> {
    vec![
        Template {
            it: &[
                "Fonte: {source}. Valori {when}. Licenza dei dati: {licence}.",
                "{names}. Fonte: {source}. Valori {when}. Licenza dei dati: {licence}.",
            ],
            en: &[
                "Source: {source}. Values {when}. Data licence: {licence}.",
                "{names}. Source: {source}. Values {when}. Data licence: {licence}.",
            ],
            check: |page, caps| {
                let of = |indicator: &Indicator| {
                    indicator.source.pick(page.lang) == caps.get("source")
                        && licence(page.lang, &indicator.licence) == caps.get("licence")
                };
                any(page, of, "of none of its indicators")
            },
        },
        Template {
            it: super::readings::EUROS.it,
            en: super::readings::EUROS.en,
            check: |page, _| any(page, |indicator| indicator.suffix.it.contains('€'), "it is no money"),
        },
        Template {
            it: &["Confini: {credit}. Figura: Atlante Sociale.", "Figura: Atlante Sociale."],
            en: &["Boundaries: {credit}. Figure: Atlante Sociale.", "Figure: Atlante Sociale."],
            check: |_, _| Ok(()),
        },
        Template {
            it: &["{name}: come pubblicato. Fonte: {source}. Licenza dei dati: {licence}."],
            en: &["{name}: as published. Source: {source}. Data licence: {licence}."],
            check: |page, caps| {
                let valid = world().indicators.iter().filter(|i| i.as_published());
                let of = |i: &&Indicator| i.source.pick(page.lang) == caps.get("source");
                holds(valid.into_iter().any(|i| of(&i)), || "of no published table".to_owned())
            },
        },
        Template {
            it: &["(s) = stima, non dato definitivo."],
            en: &["(e) = estimate, not a final figure."],
            check: |page, _| {
                let estimated = |column: &Column| world().is_estimated(column.indicator, column.year);
                holds(page.columns.iter().any(estimated), || "all are final".to_owned())
            },
        },
        Template {
            it: &[
                "Il valore di riferimento viene da «{table}», che non riporta le righe di questa graduatoria: potrebbe non avere la stessa base.",
            ],
            en: &[
                "The value of reference comes from “{table}”, which does not print the rows of this ranking: it may not have the same base.",
            ],
            check: |page, caps| {
                let indicator = page.columns[0].indicator;
                let is_one = indicator.tables().any(|table| table == caps.get("table"));
                holds(is_one && indicator.tables().count() > 1, || "of no other table".to_owned())
            },
        },
        Template {
            it: &[
                "{area}: il valore di «{name}» viene da «{table}», che non riporta le righe di questa tabella: potrebbe non avere la stessa base.",
            ],
            en: &[
                "{area}: the value of “{name}” comes from “{table}”, which does not print the rows of this table: it may not have the same base.",
            ],
            check: |page, caps| {
                let named = |column: &&Column| column.indicator.name.pick(page.lang) == caps.get("name");
                // One of its years may have no whole.
                let is_area = |code: &str| {
                    let known = world().areas.iter().find(|(own, ..)| own == code);
                    known.is_some_and(|(_, name, _)| grammar::area(page.lang, name) == caps.get("area"))
                };
                let has_whole = |column: &&Column| {
                    let printed = world().printed(&column.indicator.id);
                    printed.iter().any(|cell| cell.year == column.year && is_area(&cell.area))
                };
                let mut own = page.columns.iter().filter(named);
                let column = own.find(has_whole).ok_or("of no whole")?;
                let is_one = column.indicator.tables().any(|table| table == caps.get("table"));
                holds(is_one && column.indicator.tables().count() > 1, || "of no other table".to_owned())
            },
        },
        Template {
            it: &["n.d. = dato mancante."],
            en: &["miss. = missing."],
            check: |page, _| holds(matches!(page.ask, Ask::Printed { .. }), || "all have values".to_owned()),
        },
        Template {
            it: &["n.a. = non applicabile."],
            en: &["n.a. = not applicable."],
            check: |page, _| {
                let none = page.columns.iter().all(|column| column.absent().is_empty());
                holds(!none, || "all have values".to_owned())
            },
        },
    ]
}

/// The title is the name, and the subtitle states level and date.
pub fn heading(page: &Page<'_>, stated: &str) -> Check {
    let Some(first) = page.columns.first() else { return Ok(()) };
    let named = page.indicators().any(|indicator| stated.contains(indicator.name.pick(page.lang)));
    let several = matches!(page.ask, Ask::Table { .. } | Ask::Scatter { .. } | Ask::Printed { .. });
    holds(named || several, || "names no indicator".to_owned())?;
    let year = (first.year % super::grammar::END).to_string();
    let dated = stated.contains(&year)
        || matches!(
            page.ask,
            Ask::Table { .. } | Ask::Series { .. } | Ask::Scatter { .. } | Ask::Printed { .. }
        );
    holds(dated, || format!("does not say {year}"))
}

/// What must be known, and what could mislead.
pub fn remarks<'a>() -> Vec<Template<Page<'a>>> {
    vec![
        Template {
            it: &["In grigio: {which} ({n})."],
            en: &["In grey: {which} ({n})."],
            check: |page, caps| {
                holds(matches!(page.ask, Ask::Series { .. }), || "no lines are grey".to_owned())?;
                let n: usize = caps.get("n").parse().map_err(|_| "? no number".to_owned())?;
                let which = caps.get("which").to_lowercase();
                let most = [("comuni", 193), ("ambiti", 17), ("asst", 5)].into_iter();
                let most = most.filter(|(level, _)| which.contains(level)).map(|(_, most)| most).next();
                let is_part = which.contains("altr") || which.contains("other");
                let right = most.is_none_or(|most| if is_part { n < most } else { n <= most });
                holds(right, || format!("there are not {n}"))
            },
        },
        Template {
            it: super::readings::UNROUNDED.it,
            en: super::readings::UNROUNDED.en,
            check: |page, _| {
                // The lines of quadrants are not among the values.
                let is_cut = matches!(page.ask, Ask::Scatter { .. });
                let is_close = is_cut || page.columns.iter().any(Column::is_unrounded);
                holds(is_close, || "no two values are written alike without being equal".to_owned())
            },
        },
        Template {
            it: &[
                "Un valore assoluto si rappresenta meglio con cerchi: a colori, i territori estesi sembrano contare di più.",
            ],
            en: &[
                "An absolute number is better shown with circles: in colours, large territories seem to count for more.",
            ],
            check: |page, _| any(page, Indicator::is_count, "it is no count"),
        },
        Template {
            it: &["Non è il valore del gruppo: {how}."],
            en: &["This is not the value of the group: {how}."],
            check: |page, caps| is_not_pooled(page.lang, page.method(), caps.get("how")),
        },
        Template {
            it: &["I punti cerchiati non sono valori definitivi."],
            en: &["Ringed points are not final values."],
            check: |page, _| {
                let Ask::Series { id, .. } = page.ask else { return Err("no points are ringed".to_owned()) };
                let indicator = world().indicator(id);
                let mut years = world().years(indicator).into_iter();
                holds(years.any(|year| world().is_estimated(indicator, year)), || "all are final".to_owned())
            },
        },
        Template {
            it: &["Mostra il valore calcolato sul totale dei Comuni."],
            en: &["Show the value calculated on the total of the Comuni."],
            check: |page, _| holds(page.method() != Method::Pooled, || "it is shown".to_owned()),
        },
        Template {
            it: &["Mostra la media ponderata."],
            en: &["Show the weighted mean."],
            check: |page, _| holds(page.method() != Method::Pooled, || "it is shown".to_owned()),
        },
        Template {
            it: &[
                "Territori senza valore: {n} (non applicabile)",
                "Voci senza valore: {n} (non applicabile)",
            ],
            en: &[
                "Territories without a value: {n} (not applicable)",
                "Entries without a value: {n} (not applicable)",
            ],
            check: |page, caps| {
                let right = |column: &Column| column.is_count(caps.get("n"), column.absent().len()).is_ok();
                let absent: Vec<usize> = page.columns.iter().map(|column| column.absent().len()).collect();
                holds(page.columns.iter().any(right), || format!("there are {absent:?}"))
            },
        },
        Template {
            it: &["Voci senza valore: {n} (dato mancante)"],
            en: &["Entries without a value: {n} (missing)"],
            check: |page, caps| super::alternative::are_missing(&page.columns[0], caps.get("n")),
        },
        Template {
            it: &["Nessun valore da mostrare a questa data."],
            en: &["No value to show at this date."],
            check: |page, _| holds(page.columns[0].present().is_empty(), || "there are values".to_owned()),
        },
        Template {
            it: &["Tutti i valori sono uguali: una sola classe."],
            en: &["All values are equal: a single class."],
            check: |page, _| {
                let column = &page.columns[0];
                let ends = column.end(-1).zip(column.end(1)).map(|((low, _), (high, _))| low.same(high));
                holds(ends == Some(true), || "values differ".to_owned())
            },
        },
        Template {
            it: &["I valori distinti sono solo {n}: le classi sono meno di quelle chieste."],
            en: &["There are only {n} distinct values: fewer classes than asked for."],
            check: |page, caps| {
                let mut values: Vec<Exact> =
                    page.columns[0].present().into_iter().map(|(_, value)| value).collect();
                values.sort_unstable();
                values.dedup_by(|a, b| a.same(*b));
                is_number(page.lang, caps.get("n"), values.len())
            },
        },
        Template {
            it: &[
                "Valori uguali hanno unito alcune classi: sono meno di quelle chieste.",
                "Una o più classi sono vuote.",
            ],
            en: &[
                "Equal values have merged some classes: there are fewer than asked for.",
                "One or more classes are empty.",
            ],
            check: |_, _| Ok(()),
        },
        Template {
            it: &["Attenzione: la serie si interrompe tra le due date."],
            en: &["Beware: the series breaks between the two dates."],
            check: |page, _| {
                let broken = |column: &Column| {
                    column
                        .from
                        .is_some_and(|from| !world().breaks(column.indicator, from, column.year).is_empty())
                };
                holds(page.columns.iter().any(broken), || "it does not".to_owned())
            },
        },
        Template {
            it: &[
                "Le classi sono {n} per {of} territori: quasi ognuno ha la sua, e il colore dice poco più della graduatoria.",
            ],
            en: &[
                "There are {n} classes for {of} territories: almost each has its own, and the colour says little more than the ranking.",
            ],
            check: |page, caps| {
                is_number(page.lang, caps.get("of"), page.columns[0].present().len())?;
                let n = Printed::read(page.lang, caps.get("n")).ok_or("no number")?.0.units;
                holds(2 * n > page.columns[0].present().len() as i128, || "they are not many".to_owned())
            },
        },
        Template {
            it: ESTIMATED.it,
            en: ESTIMATED.en,
            check: |page, caps| {
                let right = page.columns.iter().any(|column| (ESTIMATED.check)(column, caps).is_ok());
                holds(right, || "they are final, or not shown".to_owned())
            },
        },
        Template {
            it: &["Disegna cerchi proporzionali."],
            en: &["Draw proportional circles."],
            check: |page, _| any(page, Indicator::is_count, "it is no count"),
        },
        Template {
            it: &[
                "Territori il cui valore poggia su meno di 10 casi: {n}. Un caso in più o in meno lo cambia molto.",
            ],
            en: &[
                "Territories whose value stands on fewer than 10 cases: {n}. One case more or less changes it much.",
            ],
            check: |page, caps| is_number(page.lang, caps.get("n"), few(&page.columns)),
        },
        Template {
            it: &[
                "Indicalo in una nota, o unisci più anni o territori.",
                "Passa al livello: Ambiti territoriali.",
            ],
            en: &[
                "Say so in a note, or put several years or territories together.",
                "Go to the level: Ambiti.",
            ],
            check: |page, _| holds(few(&page.columns) > 0, || "none stands on few people".to_owned()),
        },
        Template {
            it: &[
                "L'area dei cerchi fa pensare a una quantità: qui non è un conteggio, e i cerchi non dicono quanti sono.",
                "Colora le aree.",
            ],
            en: &[
                "The area of circles suggests a quantity: this is no count, and the circles do not say how many there are.",
                "Colour the areas.",
            ],
            check: |page, _| holds(page.columns[0].indicator.kind != "count", || "it is a count".to_owned()),
        },
        Template {
            it: &[
                "Passa al livello: Comuni.",
                "Per questo indicatore un gruppo di più Comuni non ha un valore: la mappa resta quasi vuota.",
            ],
            en: &[
                "Go to the level: Comuni.",
                "For this indicator a group of several Comuni has no value: the map stays almost empty.",
            ],
            check: |page, _| holds(!page.columns[0].absent().is_empty(), || "all have a value".to_owned()),
        },
    ]
}

/// How many units have a rate based on fewer than ten people.
fn few(columns: &[Column]) -> usize {
    let ten = Exact::read("10").expect("a number");
    let is_few_of = |column: &Column, members: &[usize]| {
        // A change stands on both its ends.
        [Some(column.year), column.from].into_iter().flatten().any(|year| {
            let (numerator, denominator) = world().parts(column.indicator, year, members);
            let below = |x: Exact| x < ten;
            match column.indicator.kind.as_str() {
                "count" | "density" => false,
                "mean" | "change" => denominator.is_some_and(below),
                _ => denominator.is_some_and(below) || below(numerator),
            }
        })
    };
    let is_few = |members: &[usize]| columns.iter().any(|column| is_few_of(column, members));
    world().units(columns[0].level).iter().filter(|unit| is_few(&unit.members)).count()
}

/// For tables and rankings.
pub fn lists<'a>() -> Vec<Template<Page<'a>>> {
    vec![
        Template {
            it: &["Celle senza valore: {n} (non applicabile)"],
            en: &["Cells without a value: {n} (not applicable)"],
            check: |page, caps| {
                let absent = page.columns.iter().map(|column| column.absent().len()).sum();
                is_number(page.lang, caps.get("n"), absent)
            },
        },
        Template {
            it: &["Tra il {from} e il {to} la serie si interrompe."],
            en: &["The series breaks between {from} and {to}."],
            check: |page, caps| {
                let broken = |column: &&Column| {
                    let Some(from) = column.from else { return false };
                    let dates = [from, column.year].map(|year| super::grammar::short_date(column.lang, year));
                    let stated = [caps.get("from"), caps.get("to")] == dates.each_ref().map(String::as_str);
                    stated && !world().breaks(column.indicator, from, column.year).is_empty()
                };
                holds(page.columns.iter().any(|column| broken(&column)), || "it does not".to_owned())
            },
        },
        Template {
            it: &["Nessun territorio corrisponde a quanto chiesto."],
            en: &["No territory matches what is asked for."],
            check: |page, _| {
                let none = page.columns.iter().all(|column| column.shown.as_ref().is_some_and(Vec::is_empty));
                holds(none, || "some do".to_owned())
            },
        },
        Template {
            it: &["Righe che non entrano nella pagina: {n}.", "Colonne che non entrano nella pagina: {n}."],
            en: &["Rows that do not fit the page: {n}.", "Columns that do not fit the page: {n}."],
            check: |page, caps| {
                let n = Printed::read(page.lang, caps.get("n")).ok_or("no number")?.0.units;
                holds(n > 0 && n < 193, || "there are not so many".to_owned())
            },
        },
        Template {
            it: &["Territori scelti mostrati, con il loro posto: {n} di {of}."],
            en: &["Chosen territories shown, with their rank: {n} of {of}."],
            check: |page, caps| {
                let present = page.columns[0].present();
                let selected =
                    present.iter().filter(|(unit, _)| page.columns[0].selected.contains(unit)).count();
                is_number(page.lang, caps.get("of"), selected)?;
                let n = Printed::read(page.lang, caps.get("n")).ok_or("no number")?.0.units;
                holds(0 < n && n < selected as i128, || "all would be shown".to_owned())
            },
        },
        Template {
            it: &["Territori scelti non mostrati per mancanza di spazio: {n}"],
            en: &["Chosen territories left out for lack of room: {n}"],
            check: |page, caps| {
                let n = Printed::read(page.lang, caps.get("n")).ok_or("no number")?.0.units;
                holds(0 < n && n < page.columns[0].selected.len() as i128, || {
                    "there are not so many".to_owned()
                })
            },
        },
        Template {
            it: &["Etichette non scritte per mancanza di spazio: {n}"],
            en: &["Labels left out for lack of room: {n}"],
            check: |page, caps| {
                let n = Printed::read(page.lang, caps.get("n")).ok_or("no number")?.0.units;
                holds(n > 0 && n <= 193, || "there are not so many".to_owned())
            },
        },
        Template {
            it: &[
                "Sono mostrati i primi {n} di {of}.",
                "Sono mostrati i primi {n} di {of} e quelli scelti, con il loro posto.",
                "Sono mostrati i primi {n} e gli ultimi {last} di {of}.",
                "Sono mostrati i primi {n} e gli ultimi {last} di {of}, e quelli scelti con il loro posto.",
            ],
            en: &[
                "The first {n} of {of} are shown.",
                "The first {n} of {of} and the chosen are shown, with their rank.",
                "The first {n} and the last {last} of {of} are shown.",
                "The first {n} and the last {last} of {of} are shown, and the chosen with their rank.",
            ],
            check: |page, caps| is_number(page.lang, caps.get("of"), page.columns[0].present().len()),
        },
        Template {
            it: &[
                "È un conteggio: il valore di un gruppo è la somma dei suoi Comuni, non sta tra il loro minimo e il loro massimo.",
            ],
            en: &[
                "This is a count: the value of a group is the sum of its Comuni, and does not lie between their lowest and highest.",
            ],
            check: |page, _| any(page, Indicator::is_count, "it is no count"),
        },
        Template {
            it: &["Nessun valore pubblicato di questo indicatore per: {names}."],
            en: &["No published value of this indicator for: {names}."],
            check: |page, caps| {
                let listed = page.columns[0].listed.as_ref().ok_or("it is not published")?;
                let mut names = caps.get("names").split(", ");
                holds(names.all(|name| !listed.names.iter().any(|known| known == name)), || {
                    "it has one".to_owned()
                })
            },
        },
    ]
}

/// For two indicators compared.
pub fn pairs<'a>() -> Vec<Template<Page<'a>>> {
    vec![
        Template {
            it: &[
                "«{name}» è un conteggio: i territori più popolosi hanno i valori più alti. Scegli un indicatore rapportato alla popolazione.",
            ],
            en: &[
                "“{name}” is a count: whatever is large looks high. Prefer an indicator divided by population.",
            ],
            check: |page, caps| {
                any(page, |i| i.is_count() && i.name.pick(page.lang) == caps.get("name"), "it is no count")
            },
        },
        Template {
            it: &[
                "I due indicatori contano in parte le stesse persone: parte del legame che si vede è aritmetica.",
                "I due indicatori hanno lo stesso denominatore: parte del legame che si vede può venire da quello.",
            ],
            en: &[
                "The two indicators count some of the same people: part of the link that shows is arithmetic.",
                "The two indicators have the same denominator: part of the link that shows may come from it.",
            ],
            check: |_, _| Ok(()),
        },
        Template {
            it: &["Territori: solo {n} per nove classi. Pochi casi bastano a cambiare il disegno."],
            en: &["Territories: only {n} for nine classes. A few cases are enough to change the pattern."],
            check: |page, caps| {
                let [one, other] = [0, 1].map(|i| page.columns[i].values());
                let n = one.iter().zip(&other).filter(|(a, b)| a.is_some() && b.is_some()).count();
                is_number(page.lang, caps.get("n"), n)
            },
        },
        Template {
            it: &["«{name}»: valori uguali hanno unito alcune classi, sono {n} invece di tre."],
            en: &["“{name}”: equal values have merged some classes, {n} are left of three."],
            check: |page, caps| any(page, |i| i.name.pick(page.lang) == caps.get("name"), "it is not shown"),
        },
        Template {
            it: &[
                "«{x}» e «{y}» si calcolano in parte dagli stessi dati: una parte della correlazione dipende dal calcolo, non dai territori.",
                "«{x}» e «{y}» sono la stessa cifra: la correlazione non ha significato.",
            ],
            en: &[
                "“{x}” and “{y}” are worked out from partly the same data: some of the correlation comes from the arithmetic, not from the territories.",
                "“{x}” and “{y}” are the same figure: the correlation tells nothing.",
            ],
            check: |page, caps| {
                any(page, |i| i.name.pick(page.lang) == caps.get("x"), "x is not shown")?;
                any(page, |i| i.name.pick(page.lang) == caps.get("y"), "y is not shown")
            },
        },
        Template {
            it: &[
                "Sono due conteggi: crescono entrambi con la popolazione. Meglio confrontare quote o tassi.",
            ],
            en: &["Both are counts: both grow with the population. Prefer shares or rates."],
            check: |page, _| {
                // What colours the points comes after the two.
                let both = page.columns.iter().take(2).all(|column| column.indicator.is_count());
                holds(both, || "they are not".to_owned())
            },
        },
        Template {
            it: &["Coppie di valori: {n}. Con meno di 20 la correlazione dipende da pochi casi."],
            en: &["Pairs of values: {n}. With fewer than 20 the correlation hangs on a few cases."],
            check: |page, caps| {
                let [one, other] = [0, 1].map(|i| page.columns[i].values());
                let n = one.iter().zip(&other).filter(|(a, b)| a.is_some() && b.is_some()).count();
                holds(n < 20, || "they are not few".to_owned())?;
                is_number(page.lang, caps.get("n"), n)
            },
        },
    ]
}

/// A licence as it is printed: by its own name or, where there is none, in words.
fn licence(lang: Lang, licence: &str) -> &str {
    match (lang, licence) {
        (Lang::It, "Official act; no licence stated") => "atto ufficiale; licenza non indicata",
        (_, licence) => licence,
    }
}

/// Why a value by a method that is not pooled is not that of the group.
pub fn is_not_pooled(lang: Lang, method: Method, told: &str) -> Check {
    let right = match (lang, method) {
        (_, Method::Pooled) => return Err("it is the value of the group".to_owned()),
        (Lang::It, Method::Mean) => "ogni Comune pesa uguale, qualunque sia la sua popolazione",
        (Lang::It, Method::Min) => "è quello del suo Comune più basso",
        (Lang::It, Method::Max) => "è quello del suo Comune più alto",
        (Lang::En, Method::Mean) => "every Comune weighs the same, whatever its population",
        (Lang::En, Method::Min) => "it is that of its lowest Comune",
        (Lang::En, Method::Max) => "it is that of its highest Comune",
    };
    holds(told == right, || format!("should be «{right}»"))
}
