//! The words that texts for people do not use, and the ones they use instead: what a style guide of the civil service would write. The
//! texts of the program, its catalogue, its recipes and the guide are read.

use std::path::{Path, PathBuf};

/// What is not written, and what is written for it.
const BANNED: &[(&str, &str)] = &[
    ("ricalcolato dalle somme", "calcolato sul totale dei Comuni"),
    ("recomputed from the sums", "calculated on the total of the Comuni"),
    ("di un'altra volta", "della sessione precedente"),
    ("dell'ultima volta", "della sessione precedente"),
    ("scaricalo di nuovo", "scarica di nuovo il file"),
    ("non si legge", "impossibile leggere; illeggibile"),
    ("non si leggono", "impossibile leggere; illeggibili"),
    ("non posso ", "impossibile"),
    ("non riesco", "impossibile"),
    ("che nascono", "creati"),
    ("ne nascono", "creati"),
    ("un'altra volta", "di nuovo"),
    ("scarabocchio", "contorni che si intersecano"),
    ("riscarica", "scarica di nuovo"),
    ("non è finita:", "è incompleta; non è stata completata"),
    ("c'è da decidere", "restano scelte da fare"),
    ("tralasci", "ignorare, escludere"),
    ("ascia fuori", "escludere"),
    ("asciati fuori", "esclusi"),
    ("asciata fuori", "esclusa"),
    ("asciato fuori", "escluso"),
    ("righe prese", "righe importate"),
    ("presi come", "considerati"),
    ("prese come", "considerate"),
    ("le mie risposte", "le mie scelte"),
    ("Chi è sulla linea", "i valori uguali alla soglia"),
    ("di chi è lontano", "i casi anomali"),
    ("Curva lowess", "curva di tendenza"),
    ("testa/coda", "testa-coda"),
    ("in ordine di nome", "in ordine alfabetico"),
    ("\"differenza: ", "variazione"),
    ("ogni 1000 ", "ogni 1.000"),
    ("nessuna licenza indicata", "licenza non indicata"),
    ("fa sembrare importante", "sembrano contare di più"),
    ("non va bene", "non è valido"),
    ("non si lascia", "non si può"),
    ("non si lasciano", "non si possono"),
    ("non dice nulla", "non ha significato"),
    ("schiaccia", "rendere piatto"),
    ("sono perdonati", "sono tollerati"),
    ("Guardo che", "riconoscimento"),
    ("eckon", "calculate"),
    ("\"Mend", "fix, correct"),
    ("mend it", "correct it"),
    ("is no more", "no longer exists"),
    ("hoever ", "the person who"),
    ("say nothing of", "do not show"),
    ("togli ", "rimuovere, annullare, senza"),
    ("Togli ", "rimuovere, annullare"),
    ("togliere classi", "ridurre"),
    (": \"Seleziona ", "scegli"),
    ("elezionane ", "scegli"),
];

/// All files with one of these endings, below a folder.
fn files(below: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(below).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, endings, found);
        } else if path.extension().is_some_and(|end| endings.iter().any(|known| end == *known)) {
            found.push(path);
        }
    }
}

/// What is read of a file: of code its literals, so that neither names nor comments count.
fn read(path: &Path) -> Vec<(usize, String)> {
    let text = std::fs::read_to_string(path).expect("a text");
    let is_code = path.extension().is_some_and(|end| end == "rs");
    let is_text = |line: &str| !is_code || (line.contains(": \"") && line.trim_end().ends_with("\";"));
    let lines = text.lines().enumerate().filter(|(_, line)| is_text(line));
    lines.map(|(row, line)| (row + 1, line.to_owned())).collect()
}

#[test]
fn texts_are_in_plain_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for (folder, endings) in [
        ("src/i18n", &["rs"][..]),
        ("assets/catalogue", &["toml"]),
        ("assets/recipes", &["toml"]),
        ("docs/guida", &["md"]),
    ] {
        files(&root.join(folder), endings, &mut all);
    }
    assert!(all.len() > 30, "{} files", all.len());
    let mut wrong = Vec::new();
    for path in &all {
        for (row, line) in read(path) {
            for (banned, instead) in BANNED.iter().filter(|(banned, _)| line.contains(banned)) {
                let file = path.strip_prefix(root).unwrap_or(path).display();
                wrong.push(format!("{file}:{row}: «{banned}» ({instead})"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
