//! Gives the programs their icon, version and manifest on Windows; does nothing for other systems.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
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
