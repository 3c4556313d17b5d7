#!/usr/bin/env python3
"""List the crates in the program, with their licences.

It asks cargo what the two binaries contain on Linux, Windows and macOS, without the dependencies of tests and
build scripts.

    python3 packaging/third_party.py                  rewrite the list in THIRD-PARTY-NOTICES.md
    python3 packaging/third_party.py --check          only report whether it is up to date
    python3 packaging/third_party.py --texts FILE     write the licence texts the crates carry
    python3 packaging/third_party.py --sbom FILE      write them as a bill of materials (CycloneDX 1.5)
"""

import argparse
import json
import subprocess
import sys
import tomllib
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "THIRD-PARTY-NOTICES.md"
BEGIN, END = "<!-- crates: begin -->", "<!-- crates: end -->"
TARGETS = ("x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu", "aarch64-apple-darwin")
TEXT_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE")


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def shipped():
    """The packages reachable from ours by normal dependencies, sorted by name and version."""
    # `cargo tree` knows the enabled features; `cargo metadata` knows the licences.
    targets = [argument for target in TARGETS for argument in ("--target", target)]
    tree = cargo("tree", "--locked", "--all-features", "--edges", "normal", "--prefix", "none", "--format", "{p}", *targets)
    reached = {tuple(line.split()[:2]) for line in tree.splitlines() if line}
    metadata = json.loads(cargo("metadata", "--locked", "--all-features", "--format-version", "1"))
    packages = [p for p in metadata["packages"] if p["source"] and (p["name"], "v" + p["version"]) in reached]
    assert len(packages) == len(reached) - 1, "every crate of the tree has its licence"
    # Versions sort as text, which is enough for a stable order.
    return sorted(packages, key=lambda p: (p["name"], p["version"]))


def licence(package):
    """The SPDX expression; a slash, the old notation, becomes OR."""
    expression = package["license"] or f"see {package['license_file']}"
    return " OR ".join(part.strip() for part in expression.split("/"))


def listing(packages):
    rows = [f"| {p['name']} | {p['version']} | {licence(p)} |" for p in packages]
    return "\n".join([BEGIN, "", f"{len(rows)} crates.", "", "| crate | version | licence |", "|---|---|---|", *rows, "", END])


def texts(packages):
    """Every licence text once, with the names of the crates that include it."""
    carriers = {}
    for package in packages:
        folder = Path(package["manifest_path"]).parent
        found = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name.upper().startswith(TEXT_NAMES)]
        for path in found:
            text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip()
            carriers.setdefault(text, []).append(f"{package['name']} {package['version']}")
        if not found:
            carriers.setdefault(f"(no text in the crate; its licence is {licence(package)})", []).append(
                f"{package['name']} {package['version']}")
    ordered = sorted((sorted(set(names)), text) for text, names in carriers.items())
    return "\n\n".join(f"{'=' * 80}\n{', '.join(names)}\n{'=' * 80}\n\n{text}" for names, text in ordered) + "\n"


def bill_of_materials(packages):
    """CycloneDX: every crate with its licence and the digest that Cargo.lock pins. No clock: same lock, same bytes."""
    own = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]
    locked = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))["package"]
    digests = {(p["name"], p["version"]): p.get("checksum") for p in locked}
    us = f"pkg:cargo/{own['name']}@{own['version']}"
    components = []
    for package in packages:
        name, version = package["name"], package["version"]
        purl = f"pkg:cargo/{name}@{version}"
        licences = [{"expression": licence(package)}] if package["license"] else [{"license": {"name": licence(package)}}]
        component = {"type": "library", "bom-ref": purl, "name": name, "version": version, "licenses": licences, "purl": purl}
        if digests.get((name, version)):
            component["hashes"] = [{"alg": "SHA-256", "content": digests[name, version]}]
        components.append(component)
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": us, "name": own["name"], "version": own["version"],
            "licenses": [{"expression": own["license"]}], "purl": us,
        }},
        "components": components,
        "dependencies": [{"ref": us, "dependsOn": [component["bom-ref"] for component in components]}],
    }
    bill["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill))}"
    return json.dumps(bill, indent=1) + "\n"


def main():
    parser = argparse.ArgumentParser(description="List the crates the program is made of, with their licences.")
    parser.add_argument("--check", action="store_true", help="change nothing: say whether the list is up to date")
    parser.add_argument("--texts", type=Path, metavar="FILE", help="write the licence texts to FILE instead")
    parser.add_argument("--sbom", type=Path, metavar="FILE", help="write a bill of materials to FILE instead")
    options = parser.parse_args()
    packages = shipped()
    if options.sbom:
        options.sbom.write_text(bill_of_materials(packages), encoding="utf-8")
        return
    if options.texts:
        options.texts.write_text(texts(packages), encoding="utf-8")
        return
    old = NOTICES.read_text(encoding="utf-8")
    before, rest = old.split(BEGIN)
    after = rest.split(END)[1]
    new = before + listing(packages) + after
    if not options.check:
        NOTICES.write_text(new, encoding="utf-8")
    elif new != old:
        sys.exit("THIRD-PARTY-NOTICES.md is not up to date: run python3 packaging/third_party.py")
    print(f"{len(packages)} crates")


if __name__ == "__main__":
    main()
