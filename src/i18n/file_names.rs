//! File names that are valid on every system.

use std::collections::HashSet;

use super::folded;

/// The longest file name: with its folders it must stay below the limit of Windows for the full path.
const LONGEST_NAME: usize = 80;
/// Names that Windows reserves for devices, and below those of ports, which end in a digit.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const PORTS: [&str; 2] = ["com", "lpt"];

/// A file name without extension, valid on every system: lower-case letters without accents, digits, and `_` for
/// anything else; never a Windows device, never too long, `figura` if nothing remains. Of several `parts` the first
/// is shortened before the others, which tell files apart.
pub fn file_name(parts: &[&str]) -> String {
    let mut parts: Vec<String> = parts.iter().map(|part| plain_name(part)).collect();
    let tail: usize = parts.iter().skip(1).map(|part| part.len() + 1).sum();
    if let Some(first) = parts.first_mut() {
        first.truncate(LONGEST_NAME.saturating_sub(tail));
        first.truncate(first.trim_end_matches('_').len());
    }
    parts.retain(|part| !part.is_empty());
    let mut name = parts.join("_");
    name.truncate(LONGEST_NAME);
    match name.as_str() {
        "" => "figura".to_owned(),
        device if is_device(device) => format!("figura_{device}"),
        _ => name,
    }
}

/// Whether Windows has no file of this name: it refuses it, writes to a device, to a hidden stream of another file
/// (`mappa 10:30.png`), or under a name without its end.
pub fn is_impossible_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    is_device(&stem)
        || name.ends_with(['.', ' '])
        || name.contains(|c: char| c.is_ascii_control() || "<>:\"/\\|?*".contains(c))
}

/// Whether Windows means a device by this name in lower case, whatever its extension.
fn is_device(stem: &str) -> bool {
    let is_digit = |rest: &str| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let is_port = PORTS.iter().any(|port| stem.strip_prefix(port).is_some_and(is_digit));
    is_port || DEVICES.contains(&stem)
}

/// Makes names unique by adding numbers to repeated ones.
pub fn own_names(names: Vec<String>) -> Vec<String> {
    let mut taken = HashSet::new();
    let free = |name: String| {
        let numbered = (2..).map(|n| format!("{name}_{n}"));
        let mut free = std::iter::once(name.clone()).chain(numbered);
        free.find(|name| taken.insert(name.clone())).unwrap_or(name)
    };
    names.into_iter().map(free).collect()
}

fn plain_name(text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let mut name: String = folded(text).chars().map(plain).collect();
    while name.contains("__") {
        name = name.replace("__", "_");
    }
    name.trim_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From “Naming Files, Paths, and Namespaces” of Microsoft's documentation.
    #[test]
    fn names_that_windows_does_not_have_are_known() {
        for name in [
            "NUL",
            "nul.png",
            "Con.tar.gz",
            "LPT1.pdf",
            "mappa 10:30.png",
            "a?.png",
            "a.png ",
            "a.",
            "a\tb",
            "aux .png",
        ] {
            assert!(is_impossible_on_windows(name), "{name}");
        }
        for name in ["mappa.png", "console.png", "com10.pdf", "Cantù, due.svg", ".a", "nullo.png", "com.png"]
        {
            assert!(!is_impossible_on_windows(name), "{name}");
        }
    }

    #[test]
    fn names_of_files_are_safe_on_windows() {
        for (name, stem) in [
            ("Età: media / 2023?", "eta_media_2023"),
            ("CON", "figura_con"),
            ("Com1", "figura_com1"),
            ("nul.", "figura_nul"),
            ("fine. . .", "fine"),
            ("???", "figura"),
            ("", "figura"),
        ] {
            assert_eq!(file_name(&[name]), stem);
        }
        let long = "lungo ".repeat(40);
        assert!((LONGEST_NAME - 5..=LONGEST_NAME).contains(&file_name(&[&long]).len()));
        let of_place = file_name(&[&long, "Trezzo d'Adda"]);
        assert!(of_place.len() <= LONGEST_NAME && of_place.ends_with("lungo_trezzo_d_adda"), "{of_place}");
        assert_eq!(file_name(&["CON", "Melzo"]), "con_melzo");
        let names = ["a", "b", "a", "a"].map(str::to_owned).to_vec();
        assert_eq!(own_names(names), ["a", "b", "a_2", "a_3"]);
    }
}
