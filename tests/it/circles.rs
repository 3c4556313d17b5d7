//! No file imports, directly or indirectly, from a file that imports from it. There is always an order in which to
//! read the files, and a part can be removed without the rest.
//!
//! An import leads to the file that defines the name, through every `pub use` on the way. A `mod.rs` that declares
//! its children and re-exports what they define does not import from them; one that calls them does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Path of a module from the root of the crate.
type Module = Vec<String>;

/// A name imported by a `use`.
struct Use {
    is_public: bool,
    path: Vec<String>,
    alias: String,
}

/// A file of the library.
struct File {
    /// Path below `src/`.
    name: String,
    uses: Vec<Use>,
    /// The names defined in it.
    defines: BTreeSet<String>,
    /// Its code without comments, texts, tests, `use` and `mod`.
    body: String,
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Code without comments and string literals.
fn bare(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let starts =
        |at: usize, what: &str| what.chars().enumerate().all(|(i, c)| letters.get(at + i) == Some(&c));
    let mut out = String::new();
    let mut i = 0;
    while i < letters.len() {
        if starts(i, "//") {
            while i < letters.len() && letters[i] != '\n' {
                i += 1;
            }
            continue;
        }
        let is_raw = letters[i] == 'r' && (i == 0 || !is_word(letters[i - 1]));
        let hashes = letters[i + 1..].iter().take_while(|c| is_raw && **c == '#').count();
        if is_raw && letters.get(i + 1 + hashes) == Some(&'"') {
            let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            i += hashes + 2;
            while i < letters.len() && !starts(i, &end) {
                i += 1;
            }
            i += end.len();
            continue;
        }
        if letters[i] == '"' {
            i += 1;
            while i < letters.len() && letters[i] != '"' {
                i += if letters[i] == '\\' { 2 } else { 1 };
            }
            i += 1;
            continue;
        }
        // A character literal, not a lifetime.
        if letters[i] == '\'' && letters.get(i + 1) == Some(&'\\') {
            i += 3;
            while letters.get(i).is_some_and(|c| *c != '\'') {
                i += 1;
            }
            i += 1;
            continue;
        }
        if letters[i] == '\'' && letters.get(i + 2) == Some(&'\'') {
            i += 3;
            continue;
        }
        out.push(letters[i]);
        i += 1;
    }
    out
}

/// The position after the bracket that closes the one at `open`.
fn closed(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (i, c) in code[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return open + i + 1;
        }
    }
    code.len()
}

fn without_tests(mut code: String) -> String {
    while let Some(at) = code.find("#[cfg(test)]") {
        let Some(open) = code[at..].find('{').map(|open| at + open) else { break };
        let end = closed(&code, open);
        code.replace_range(at..end, " ");
    }
    code
}

fn parts(path: &str) -> impl Iterator<Item = String> {
    path.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned)
}

/// The names imported by the tree of a `use`.
fn flat(tree: &str, before: &[String], is_public: bool, found: &mut Vec<Use>) {
    let tree = tree.trim();
    if let Some(open) = tree.find('{') {
        let before: Vec<String> = before.iter().cloned().chain(parts(&tree[..open])).collect();
        let inner = &tree[open + 1..closed(tree, open) - 1];
        let (mut depth, mut start) = (0, 0);
        for (i, c) in inner.char_indices().chain([(inner.len(), ',')]) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    flat(&inner[start..i], &before, is_public, found);
                    start = i + 1;
                }
                _ => {}
            }
        }
        return;
    }
    let (path, alias) = match tree.split_once(" as ") {
        Some((path, alias)) => (path, Some(alias.trim().to_owned())),
        None => (tree, None),
    };
    let mut path: Vec<String> = before.iter().cloned().chain(parts(path)).collect();
    path.pop_if(|last| last == "self");
    let Some(last) = path.last().filter(|_| !tree.is_empty()) else { return };
    let alias = alias.unwrap_or_else(|| last.clone());
    found.push(Use { is_public, path, alias });
}

/// Words right after one of `keywords`.
fn named_after(code: &str, keywords: &[&str]) -> BTreeSet<String> {
    let words: Vec<&str> = code.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).filter(|pair| keywords.contains(&pair[0]));
    pairs.map(|pair| pair[1].to_owned()).collect()
}

impl File {
    fn read(name: String, text: &str) -> Self {
        let mut code = without_tests(bare(text));
        let mut uses = Vec::new();
        let mut from = 0;
        while let Some(at) = code[from..].find("use ").map(|at| from + at) {
            let is_own_word = !code[..at].ends_with(is_word);
            let end = code[at..].find(';').map_or(code.len(), |end| at + end);
            if !is_own_word || code[at..end].contains('=') {
                from = at + 4;
                continue;
            }
            let line = code[..at].rfind(['\n', ';', '}']).map_or(0, |line| line + 1);
            let is_public = code[line..at].contains("pub");
            flat(&code[at + 4..end], &[], is_public, &mut uses);
            code.replace_range(line..(end + 1).min(code.len()), " ");
            from = line;
        }
        let mut defines =
            named_after(&code, &["fn", "struct", "enum", "trait", "type", "const", "static", "macro_rules"]);
        // Texts are constants generated by a macro.
        if name.starts_with("i18n/texts") {
            let starts = code.lines().filter_map(|line| line.trim().split_once(':'));
            defines.extend(starts.map(|(name, _)| name.to_owned()).filter(|name| name.chars().all(is_word)));
        }
        let mut body = String::new();
        for line in code.lines() {
            let line = line.trim();
            if !(line.ends_with(';') && (line.starts_with("mod ") || line.contains(" mod "))) {
                body.push_str(line);
                body.push('\n');
            }
        }
        Self { name, uses, defines, body }
    }

    fn says(&self, word: &str) -> bool {
        self.body.split(|c: char| !is_word(c)).any(|other| other == word)
    }
}

struct Crate(BTreeMap<Module, File>);

enum Leads {
    ToModule,
    ToItem(Module),
    Outside,
}

impl Crate {
    fn read() -> Self {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path())
            {
                let name = entry.strip_prefix(&root).expect("below").to_string_lossy().replace('\\', "/");
                if entry.is_dir() && name != "bin" {
                    folders.push(entry);
                } else if let Some(module) = module_of(&name, &entry) {
                    let text = fs::read_to_string(&entry).expect("UTF-8");
                    files.insert(module, File::read(name, &text));
                }
            }
        }
        Self(files)
    }

    /// A path in a file, resolved from the root of the crate.
    fn whole(&self, of: &Module, path: &[String]) -> Option<Module> {
        let child = |name: &String| of.iter().cloned().chain([name.clone()]).collect::<Module>();
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "super" | "self" => {
                let up = path.iter().take_while(|part| *part == "super").count();
                let rest = path.iter().skip_while(|part| matches!(part.as_str(), "super" | "self"));
                let base = &of[..of.len().checked_sub(up)?];
                Some(base.iter().chain(rest).cloned().collect())
            }
            _ if self.0.contains_key(&child(&path[0])) => Some(of.iter().chain(path).cloned().collect()),
            _ => None,
        }
    }

    /// Where a path leads, through re-exports.
    fn leads(&self, path: &Module, met: &mut BTreeSet<Module>) -> Leads {
        if self.0.contains_key(path) {
            return Leads::ToModule;
        }
        if !met.insert(path.clone()) {
            return Leads::Outside;
        }
        for length in (0..path.len()).rev() {
            let module = path[..length].to_vec();
            let Some(file) = self.0.get(&module) else { continue };
            let item = &path[length];
            if file.defines.contains(item) {
                return Leads::ToItem(module);
            }
            for used in file.uses.iter().filter(|used| used.alias == *item || used.alias == "*") {
                let Some(mut next) = self.whole(&module, &used.path) else { continue };
                if used.alias == "*" {
                    next.pop();
                    next.push(item.clone());
                }
                next.extend_from_slice(&path[length + 1..]);
                let leads = self.leads(&next, met);
                if !matches!(leads, Leads::Outside) {
                    return leads;
                }
            }
            return Leads::Outside;
        }
        Leads::Outside
    }

    /// The files that a file imports from, each with a name imported from it.
    fn imports(&self, module: &Module) -> BTreeMap<Module, String> {
        let file = &self.0[module];
        let mut found = BTreeMap::new();
        let mut modules: BTreeMap<String, Module> = BTreeMap::new();
        for child in
            self.0.keys().filter(|child| child.len() == module.len() + 1 && child.starts_with(module))
        {
            modules.insert(child[module.len()].clone(), child.clone());
        }
        let mut take = |path: &Module| {
            if let Leads::ToItem(from) = self.leads(path, &mut BTreeSet::new())
                && from != *module
            {
                found.entry(from).or_insert_with(|| path.last().cloned().unwrap_or_default());
            }
        };
        for used in &file.uses {
            let Some(path) = self.whole(module, &used.path) else { continue };
            match self.leads(&path, &mut BTreeSet::new()) {
                Leads::ToModule => {
                    modules.insert(used.alias.clone(), path);
                }
                Leads::ToItem(_) if !used.is_public || file.says(&used.alias) => take(&path),
                Leads::ToItem(_) | Leads::Outside => {}
            }
        }
        // Paths written out in the code itself.
        for (at, _) in file.body.match_indices("::") {
            let head = file.body[..at].rfind(|c: char| !is_word(c) && c != ':').map_or(0, |head| head + 1);
            let rest = &file.body[at..];
            let end = rest.find(|c: char| !is_word(c) && c != ':').unwrap_or(rest.len());
            let text = format!("{}{}", &file.body[head..at], &rest[..end]);
            let parts: Vec<String> =
                text.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
            let Some(first) = parts.first() else { continue };
            let path = match (first.as_str(), modules.get(first)) {
                ("crate" | "super" | "self", _) => self.whole(module, &parts),
                (_, Some(base)) => Some(base.iter().chain(&parts[1..]).cloned().collect()),
                _ => None,
            };
            path.iter().for_each(&mut take);
        }
        found
    }
}

fn module_of(name: &str, path: &Path) -> Option<Module> {
    if path.extension()? != "rs" || name == "main.rs" || name.starts_with("bin/") {
        return None;
    }
    let mut parts: Module = name.strip_suffix(".rs")?.split('/').map(str::to_owned).collect();
    parts.pop_if(|last| last == "mod" || last == "lib");
    Some(parts)
}

#[test]
fn no_file_imports_in_circles() {
    let all = Crate::read();
    let imports: BTreeMap<Module, BTreeMap<Module, String>> =
        all.0.keys().map(|module| (module.clone(), all.imports(module))).collect();
    let edges: usize = imports.values().map(BTreeMap::len).sum();
    assert!(edges > 1000, "only {edges} imports were found");
    let name = |module: &Module| all.0[module].name.as_str();
    let mut faults = Vec::new();
    for (of, from) in &imports {
        let back = from.iter().filter(|(from, _)| reached(&imports, from).contains(of));
        faults.extend(back.map(|(from, what)| format!("{} takes {what} from {}", name(of), name(from))));
    }
    assert!(faults.is_empty(), "files that stand in circles:\n{}", faults.join("\n"));
}

/// Every file that a file imports from, directly or indirectly, itself included.
fn reached<'a>(
    imports: &'a BTreeMap<Module, BTreeMap<Module, String>>,
    from: &'a Module,
) -> BTreeSet<&'a Module> {
    let (mut met, mut next) = (BTreeSet::from([from]), vec![from]);
    while let Some(module) = next.pop() {
        next.extend(imports[module].keys().filter(|other| met.insert(other)));
    }
    met
}

#[test]
fn a_circle_is_found_through_what_is_handed_on() {
    let file = |name: &str, text: &str| {
        let module = module_of(name, Path::new(name)).expect("a module");
        (module, File::read(name.to_owned(), text))
    };
    let all = Crate(BTreeMap::from([
        file("lib.rs", "pub mod a;"),
        file(
            "a/mod.rs",
            "//! crate::a::b::thing\nmod b;\nmod c;\npub use b::{Thing, make as made};\nuse c::C;\nfn own() { b::help(\"crate::a::c::C\") }",
        ),
        file(
            "a/b.rs",
            "use super::C;\npub struct Thing;\npub fn make() {}\npub fn help() -> C {}\n#[cfg(test)]\nmod tests { use super::super::own; }",
        ),
        file(
            "a/c.rs",
            "pub struct C(super::Thing);\nconst X: char = '\"';\nuse crate::a as other;\nfn f() { other::own() }",
        ),
    ]));
    let of = |module: &str| -> Vec<String> {
        let module: Module = module.split('/').map(str::to_owned).collect();
        all.imports(&module).into_keys().map(|from| from.join("/")).collect()
    };
    assert_eq!(of("a/b"), ["a/c"], "C is handed on by the parent, and tests do not count");
    assert_eq!(of("a/c"), ["a", "a/b"]);
    assert_eq!(of("a"), ["a/b", "a/c"], "what is only handed on is no import, what is called is");
}
