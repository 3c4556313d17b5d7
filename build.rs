//! Packs the guide, and gives the programs their icon, version and manifest on Windows.

use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Packs the chapters of the guide in a language, one after the other: the name of each file before it, on a line that begins with a null.
#[allow(clippy::disallowed_methods, reason = "a build script writes where only the compiler reads")]
fn pack_guide(folder: &str) -> std::io::Result<()> {
    let folder = &Path::new("docs").join(folder);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut chapters: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    // Chapters are numbered; what is not is about the folder.
    let is_chapter = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".md") && name.starts_with(|first: char| first.is_ascii_digit())
    };
    chapters.retain(is_chapter);
    chapters.sort();
    let name = folder.with_extension("z");
    let name = name.file_name().unwrap_or_default();
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join(name);
    let mut packed = ZlibEncoder::new(std::fs::File::create(out)?, Compression::best());
    for chapter in chapters {
        let name = chapter.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // As a file of Windows it would have other ends of lines.
        let text = std::fs::read_to_string(&chapter)?.replace("\r\n", "\n");
        write!(packed, "\0{name}\n{text}")?;
    }
    packed.finish().map(drop)
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for folder in ["guida", "guide"] {
        if let Err(error) = pack_guide(folder) {
            panic!("docs/{folder} could not be packed: {error}");
        }
    }
    println!("cargo::rerun-if-changed=packaging/windows");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return;
    }
    let mut resource = winresource::WindowsResource::new();
    resource
        .set_icon("packaging/windows/atlante.ico")
        .set_manifest_file("packaging/windows/atlante.manifest")
        .set("ProductName", "Atlante Sociale")
        .set("FileDescription", "Atlante Sociale")
        .set("CompanyName", "Atlante Sociale")
        .set("LegalCopyright", "EUPL-1.2");
    if std::env::var("CARGO_CFG_TARGET_ENV").as_deref() == Ok("gnu") {
        // The linker would write the time into the programs.
        println!("cargo::rustc-link-arg-bins=-Wl,--no-insert-timestamp");
    }
    if let Err(error) = resource.compile() {
        panic!("the resources of the programs could not be compiled: {error}");
    }
}
