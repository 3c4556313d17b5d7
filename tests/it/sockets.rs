//! The programs never use a network. Two looks at it: which crates could open a socket at all, and whether one was opened.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::Folder;

/// The crates compiled on Linux whose code names sockets of a network, and what it is there for. A new one is looked at, and
/// added here with its reason or kept out.
const KNOWN: [(&str, &str); 10] = [
    ("async-io", "zbus waits with it for the session's D-Bus, a socket of the machine"),
    ("libc", "the names of all that the system has"),
    ("linux-raw-sys", "the numbers of all that the system has"),
    ("mio", "tokio waits with it"),
    ("rustix", "the calls of the system, for the window and for files"),
    ("socket2", "tokio opens sockets with it"),
    ("sysinfo", "polars-core asks it for the memory of the machine"),
    (
        "tokio",
        "polars-core asks for it to read files of a cloud, a feature that is off; it starts no runtime here",
    ),
    ("x11rb", "the X server, over a socket of the machine unless DISPLAY names another one"),
    ("zbus", "the file dialog and the screen reader, over the session's D-Bus"),
];

/// Locked because some feature of a dependency has them, and never compiled.
const NEVER: [&str; 5] = ["object_store", "reqwest", "hyper", "quinn", "rustls"];

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs the tests");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The crates compiled into the programs, with their sources.
fn compiled() -> Vec<(String, PathBuf)> {
    let tree = ["tree", "--locked", "--offline", "-e", "normal", "--prefix", "none", "-f", "{p}"];
    let tree = cargo(&tree);
    let names: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let (name, version) = line.split_once(" v")?;
            Some((name, version.split(' ').next()?))
        })
        .collect();
    let metadata = cargo(&["metadata", "--locked", "--offline", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    let text =
        |package: &serde_json::Value, field: &str| package[field].as_str().unwrap_or_default().to_owned();
    packages
        .iter()
        .filter(|package| package["source"].is_string())
        .map(|package| (text(package, "name"), text(package, "version"), text(package, "manifest_path")))
        .filter(|(name, version, _)| names.contains(&(name, version)))
        .map(|(name, _, manifest)| (name, Path::new(&manifest).with_file_name("src")))
        .collect()
}

/// Whether code, comments left aside, names a socket of a network.
fn names_sockets(folder: &Path) -> bool {
    const SIGNS: [&str; 5] = ["TcpStream", "TcpListener", "UdpSocket", "AF_INET", "AddressFamily::INET"];
    let inside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    inside.into_iter().any(|path| {
        if path.is_dir() {
            return names_sockets(&path);
        }
        if path.extension().is_none_or(|extension| extension != "rs") {
            return false;
        }
        let text = fs::read(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        SIGNS.iter().any(|sign| text.contains(sign))
            && text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .any(|line| SIGNS.iter().any(|sign| line.contains(sign)))
    })
}

#[test]
#[cfg(target_os = "linux")]
fn no_new_crate_could_open_a_socket() {
    let compiled = compiled();
    assert!(compiled.len() > 200, "{}", compiled.len());
    let never: Vec<&str> =
        compiled.iter().map(|(name, _)| name.as_str()).filter(|name| NEVER.contains(name)).collect();
    assert!(never.is_empty(), "{never:?} would be in the programs");
    assert!(compiled.iter().all(|(_, source)| !source.ends_with("quick-xml-0.39.4/src")));
    let found: BTreeSet<&str> =
        compiled.iter().filter(|(_, source)| names_sockets(source)).map(|(name, _)| name.as_str()).collect();
    let known: BTreeSet<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
    let new: Vec<&&str> = found.difference(&known).collect();
    assert!(new.is_empty(), "could open a socket: {new:?}");
    if cfg!(feature = "gui") {
        let gone: Vec<&&str> = known.difference(&found).collect();
        assert!(gone.is_empty(), "no longer in the programs, or without sockets: {gone:?}");
    }
}

/// Runs a program under strace, and returns the sockets it opened; `None`, and says so, where there is no strace or it may not
/// look at other programs.
#[cfg(target_os = "linux")]
fn sockets_of(folder: &Folder, run: &[&str], environment: &[(&str, &str)]) -> Option<String> {
    let seen = folder.file("sockets");
    let strace = ["-f", "-qq", "-e", "trace=socket,connect", "-o", &seen];
    let tried = Command::new("strace").args(strace).arg("true").output();
    if !tried.is_ok_and(|output| output.status.success()) {
        eprintln!("not checked: no strace that may look at other programs");
        return None;
    }
    let ended = Command::new("strace")
        .args(strace)
        .args(run)
        .envs(environment.iter().copied())
        .output()
        .expect("strace runs");
    // `timeout` ends the window with 124.
    let code = ended.status.code();
    assert!(matches!(code, Some(0 | 124)), "{code:?}: {}", String::from_utf8_lossy(&ended.stderr));
    Some(fs::read_to_string(&seen).expect("strace writes"))
}

#[cfg(target_os = "linux")]
fn assert_no_network(calls: &str) {
    let network: Vec<&str> = calls.lines().filter(|line| line.contains("AF_INET")).collect();
    assert!(network.is_empty(), "{network:#?}");
}

#[test]
#[cfg(target_os = "linux")]
fn the_command_line_opens_no_socket() {
    let folder = Folder::new().with("utenti.csv", crate::project::USERS);
    let program = env!("CARGO_BIN_EXE_atlante-cli");
    let (csv, project, pdf) = (folder.file("utenti.csv"), folder.file("p.atlante"), folder.file("a.pdf"));
    for run in [
        vec![program, "import", &csv, "--into", &project],
        vec![program, "figure", "map", "--indicator", "indice_vecchiaia", "-o", &pdf],
    ] {
        let Some(calls) = sockets_of(&folder, &run, &[]) else { return };
        assert_no_network(&calls);
    }
}

/// The window takes long to start under strace, so only `.ci/run` asks for this (`ATLANTE_SOCKETS=window`).
#[test]
#[cfg(all(target_os = "linux", feature = "gui"))]
fn the_window_opens_no_socket_of_the_network() {
    if std::env::var_os("ATLANTE_SOCKETS").is_none_or(|asked| asked != "window") {
        eprintln!("not checked: ATLANTE_SOCKETS=window asks for it");
        return;
    }
    let folder = Folder::new();
    // Any number that no other display has.
    let display = format!(":{}", 1_000 + std::process::id() % 30_000);
    let screen = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"];
    let Ok(mut server) = Command::new("Xvfb").arg(&display).args(screen).spawn() else {
        eprintln!("not checked: no Xvfb");
        return;
    };
    std::thread::sleep(std::time::Duration::from_secs(2));
    let home = folder.file("");
    let environment = [
        ("DISPLAY", display.as_str()),
        ("WAYLAND_DISPLAY", ""),
        ("HOME", &home),
        ("XDG_DATA_HOME", &home),
        ("XDG_CONFIG_HOME", &home),
    ];
    let calls = sockets_of(&folder, &["timeout", "40", env!("CARGO_BIN_EXE_atlante")], &environment);
    server.kill().expect("it runs");
    server.wait().expect("it ran");
    let Some(calls) = calls else { return };
    assert!(calls.contains("AF_UNIX"), "the window reached its display: {calls}");
    assert_no_network(&calls);
}
