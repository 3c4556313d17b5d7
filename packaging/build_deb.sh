#!/usr/bin/env bash
# Makes atlante-sociale_VERSION_ARCH.deb in the current folder, from programs already built with the profile `dist`.
#
#     packaging/build_deb.sh [FOLDER OF THE PROGRAMS]
#
# The folder is target/dist, or that of CARGO_TARGET_DIR, unless given.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
programs=${1:-${CARGO_TARGET_DIR:-$root/target}/dist}
for program in atlante atlante-cli; do
    if [ ! -x "$programs/$program" ]; then
        echo "no $program in $programs: run 'cargo build --profile dist' first" >&2
        exit 1
    fi
done

version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1)
architecture=$(dpkg --print-architecture)
# The newest symbol required from the C library determines its minimum version.
libc=$(objdump -T "$programs/atlante" "$programs/atlante-cli" | grep -o 'GLIBC_[0-9.]*' | cut -d_ -f2 | sort -Vu | tail -n 1)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
doc=$stage/usr/share/doc/atlante-sociale

install -Dm755 -t "$stage/usr/bin" "$programs/atlante" "$programs/atlante-cli"
install -Dm644 -t "$stage/usr/share/applications" "$root/packaging/debian/atlante-sociale.desktop"
install -Dm644 -t "$stage/usr/share/icons/hicolor/scalable/apps" "$root/packaging/debian/atlante-sociale.svg"
install -Dm644 -t "$stage/usr/share/mime/packages" "$root/packaging/debian/atlante-sociale.xml"
install -Dm644 -t "$doc" "$root/README.md" "$root/THIRD-PARTY-NOTICES.md"
install -Dm644 "$root/LICENSE" "$doc/copyright"
install -Dm644 "$root/assets/fonts/LICENSE-OFL.txt" "$doc/LICENSE-OFL.txt"
gzip -9n <"$root/CHANGELOG.md" >"$doc/changelog.gz"
python3 "$root/packaging/third_party.py" --texts "$doc/THIRD-PARTY-LICENCES.txt"
gzip -9n "$doc/THIRD-PARTY-LICENCES.txt"
chmod 644 "$doc"/*

mkdir "$stage/DEBIAN"
# The libraries of the window are loaded at run time, so the binaries do not list them.
cat >"$stage/DEBIAN/control" <<CONTROL
Package: atlante-sociale
Version: $version
Architecture: $architecture
Maintainer: ${DEB_MAINTAINER:-Atlante Sociale}
Section: science
Priority: optional
Installed-Size: $(du -sk --exclude=DEBIAN "$stage" | cut -f1)
Depends: libc6 (>= $libc), libgcc-s1, libegl1, libgl1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxkbcommon-x11-0
Recommends: libgl1-mesa-dri, xdg-desktop-portal | zenity
Description: desktop atlas for social planning of the Comuni of ATS Milano
 Maps, values and statistics of the 193 Comuni of ATS Città Metropolitana di
 Milano, by Comune, Ambito, ASST and ATS, with the data inside. A window
 (atlante) and a command line (atlante-cli), in Italian and English.
CONTROL

dpkg-deb --build --root-owner-group -Zxz "$stage" "atlante-sociale_${version}_${architecture}.deb"
