//! Every reader of files that users open, tested on valid files damaged at random: each is read or refused in time,
//! and nothing else happens.
//!
//! A test run tries a fixed number of cases for each reader, always the same ones.
//! `ATLANTE_FUZZ_SECONDS=60 cargo test --test it fuzz` continues for that long, as `.ci/run` does for a short time. A
//! failing case is kept in `fuzz-…` in the target folder.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use atlante::io::custom_territory::{CustomTerritorySpec, custom_territory};
use atlante::io::import::{Answers, Importer};
use atlante::io::project::ProjectFile;
use atlante::io::recipe;
use atlante::io::source::{Content, read_bytes};

use crate::common::atlas;
use crate::import_sources::KINDS;
use crate::project::users;

/// Cases of each reader in a test run.
const CASES: u64 = 60;
/// The time limit for any file.
const LONGEST: Duration = Duration::from_secs(10);

/// SplitMix64 (Steele, Lea and Flood 2014): a reproducible sequence of numbers from any seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, which must not be 0.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
}

/// Values that corrupted counts and lengths typically have.
const TELLING: [u32; 8] = [0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/// Damages bytes in one to six places.
fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(6) {
        if bytes.is_empty() {
            return;
        }
        let at = random.below(bytes.len());
        let length = (1 + random.below(32)).min(bytes.len() - at);
        match random.below(8) {
            0 => bytes[at] = random.next() as u8,
            1 => bytes[at] ^= 1 << random.below(8),
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..at + length)),
            4 => {
                let again = bytes[at..at + length].to_vec();
                bytes.splice(at..at, again);
            }
            5 => bytes[at..at + length].fill(random.next() as u8),
            // A number of four bytes, in either byte order.
            kind => {
                let number = TELLING[random.below(TELLING.len())];
                let number = if kind == 6 { number.to_le_bytes() } else { number.to_be_bytes() };
                let room = (bytes.len() - at).min(4);
                bytes[at..at + room].copy_from_slice(&number[..room]);
            }
        }
    }
}

/// Tests a reader on randomly damaged copies of a valid file.
fn fuzz(name: &str, valid: &[u8], read: impl Fn(Vec<u8>)) {
    // Eighteen readers share the time.
    let seconds = std::env::var("ATLANTE_FUZZ_SECONDS").ok().and_then(|text| text.parse::<f64>().ok());
    let share = Duration::from_secs_f64(seconds.unwrap_or(0.0) / 18.0);
    let began = Instant::now();
    let mut cases = 0;
    // The current case is written here first: after a crash or a hang of the process, it is the culprit.
    let tried = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}"));
    while cases < CASES || began.elapsed() < share {
        let mut bytes = valid.to_vec();
        damage(&mut bytes, &mut Random(cases));
        std::fs::write(&tried, &bytes).expect("the target folder can be written");
        let started = Instant::now();
        let survived = catch_unwind(AssertUnwindSafe(|| read(bytes))).is_ok();
        assert!(survived, "{name}: a panic on case {cases}, {}", tried.display());
        assert!(started.elapsed() < LONGEST, "{name}: too long on case {cases}, {}", tried.display());
        cases += 1;
    }
    std::fs::remove_file(&tried).expect("it was written");
    if seconds.is_some() {
        println!("{name}: {cases} cases");
    }
}

#[test]
fn files_of_data_and_boundaries() {
    let importer = Importer::new(&atlas().territories);
    for (i, (file, valid, whole)) in KINDS.iter().enumerate() {
        fuzz(&format!("{i}-{file}"), &valid(), |bytes| {
            let bytes = whole(bytes);
            let _ = importer.check_bytes(file, bytes.clone());
            for content in read_bytes(file, bytes).into_iter().flatten() {
                if let Content::Shapes(shapes) = content {
                    let _ = custom_territory(&shapes, &CustomTerritorySpec::default());
                }
            }
        });
    }
}

#[test]
fn projects() {
    let territories = &atlas().territories;
    let valid = users().to_bytes(territories).expect("can be written");
    fuzz("project", &valid, |bytes| drop(ProjectFile::from_bytes(&bytes, territories)));
}

#[test]
fn recipes() {
    let valid = recipe::write(&recipe::embedded()[0]).expect("an embedded recipe");
    fuzz("recipe", valid.as_bytes(), |bytes| drop(recipe::read(&String::from_utf8_lossy(&bytes))));
}

#[test]
fn answers() {
    let valid = r#"{"sheet":"dati","decimal":",","date":"2023","names":{"Corsicco":"015093"},"columns":{"n":{"value":{"measure":"share","unit":"%"}}},"crs":"EPSG:3003","accepted":["all"]}"#;
    assert!(serde_json::from_str::<Answers>(valid).is_ok());
    fuzz("answers", valid.as_bytes(), |bytes| drop(serde_json::from_slice::<Answers>(&bytes)));
}
