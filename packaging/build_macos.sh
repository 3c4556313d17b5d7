#!/usr/bin/env bash
# Makes atlante-sociale-VERSION-macos-universal.zip in the current folder: one bundle for Intel and Apple processors.
# Untried: it was written without a Mac. It needs Xcode's tools and Rust for both processors:
#
#     rustup target add x86_64-apple-darwin aarch64-apple-darwin
#     packaging/build_macos.sh
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$PWD
cd "$root"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
profile=${PROFILE:-dist}
target=${CARGO_TARGET_DIR:-$root/target}
export MACOSX_DEPLOYMENT_TARGET=11.0
for triple in x86_64-apple-darwin aarch64-apple-darwin; do
    cargo build --profile "$profile" --locked --target "$triple"
done

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
app="$stage/Atlante Sociale.app/Contents"
mkdir -p "$app/MacOS" "$app/Resources"
for program in atlante atlante-cli; do
    lipo -create -output "$app/MacOS/$program" "$target"/{x86_64,aarch64}-apple-darwin/"$profile/$program"
done
sed "s/VERSION/$version/" packaging/macos/Info.plist >"$app/Info.plist"
# The largest picture of the icon for Windows is a PNG of 256 pixels, at its end.
mkdir "$stage/atlante.iconset"
python3 -c 'import sys; data = sys.stdin.buffer.read(); sys.stdout.buffer.write(data[data.rindex(b"\x89PNG"):])' \
    <packaging/windows/atlante.ico >"$stage/atlante.iconset/icon_256x256.png"
for size in 16 32 128; do
    sips -z $size $size "$stage/atlante.iconset/icon_256x256.png" --out "$stage/atlante.iconset/icon_${size}x$size.png" >/dev/null
done
iconutil -c icns -o "$app/Resources/atlante.icns" "$stage/atlante.iconset"
cp LICENSE README.md CHANGELOG.md THIRD-PARTY-NOTICES.md assets/fonts/LICENSE-OFL.txt "$app/Resources"
python3 packaging/third_party.py --texts "$app/Resources/THIRD-PARTY-LICENCES.txt"
# Apple processors start no program without a signature; this one names nobody, so the first start is by right click, "Open".
codesign --force --deep --sign - "$stage/Atlante Sociale.app"
(cd "$stage" && zip -qry "$out/atlante-sociale-$version-macos-universal.zip" "Atlante Sociale.app")
ls -l "$out/atlante-sociale-$version-macos-universal.zip"
