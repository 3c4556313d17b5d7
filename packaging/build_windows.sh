#!/usr/bin/env bash
# Makes atlante-sociale-VERSION-setup.exe (both programs), atlante-sociale-VERSION-windows-x86_64.zip (the window) and
# atlante-cli-VERSION-windows-x86_64.zip (the command line) in the current folder, on Linux.
#
#     packaging/build_windows.sh [FOLDER OF THE PROGRAMS]
#
# Without a folder the programs are built first. See packaging/README.md.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$PWD
programs=${1:+$(realpath "$1")}
triple=x86_64-pc-windows-gnu
profile=${PROFILE:-dist}

for tool in x86_64-w64-mingw32-gcc x86_64-w64-mingw32-objdump makensis python3; do
    command -v "$tool" >/dev/null || { echo "no $tool: see packaging/README.md" >&2; exit 1; }
done

cd "$root"
if [ -z "$programs" ]; then
    # The folders of this machine do not go into the programs: the same source gives the same bytes elsewhere.
    export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$root=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
    export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
    export CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc AR_x86_64_pc_windows_gnu=x86_64-w64-mingw32-ar
    arguments=(build --profile "$profile" --locked --target "$triple")
    if rustup target list --installed 2>/dev/null | grep -qx "$triple"; then
        cargo "${arguments[@]}"
    elif [ -d /usr/lib/rustlib/src/rust/library ] || [ -d "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
        # Debian's compiler has no library for Windows, but its source: it is built with the programs.
        RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 /usr/bin/cargo "${arguments[@]}" -Zbuild-std=std,panic_unwind
    else
        echo "no Rust for $triple: see packaging/README.md" >&2
        exit 1
    fi
    programs=${CARGO_TARGET_DIR:-$root/target}/$triple/$profile
fi
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

for program in atlante.exe atlante-cli.exe; do
    # Whatever is not part of Windows would have to be installed beside the program.
    if x86_64-w64-mingw32-objdump -p "$programs/$program" | grep -iE 'DLL Name: (lib|vcruntime|msvcp)'; then
        echo "$program needs a library of the compiler" >&2
        exit 1
    fi
done

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
folder=$stage/setup
mkdir "$folder"
cp "$programs/atlante.exe" "$programs/atlante-cli.exe" "$folder"
cp LICENSE README.md CHANGELOG.md THIRD-PARTY-NOTICES.md assets/fonts/LICENSE-OFL.txt "$folder"
python3 packaging/third_party.py --texts "$folder/THIRD-PARTY-LICENCES.txt"
# Notepad of older Windows shows one line without these ends, and the installer takes letters beyond ASCII only after a mark.
for text in "$folder"/*.md "$folder"/*.txt "$folder"/LICENSE; do
    sed -i '1s/^/\xef\xbb\xbf/; s/\r*$/\r/' "$text"
done
# The time of each file is that of the commit, in the setup too.
find "$folder" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +

# What the uninstaller removes, by name.
(cd "$folder" && ls) | sed 's/.*/  Delete "$INSTDIR\\&"/' >"$stage/files.nsh"
(cd packaging/windows && makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DFOLDER="$folder" -DFILES="$stage/files.nsh" \
    -DOUT="$out/atlante-sociale-$version-setup.exe" installer.nsi)

# A stick for a workshop needs the window alone: each program has a zip of its own.
python3 - "$folder" "$out" "$version" "$SOURCE_DATE_EPOCH" <<'ZIP'
import pathlib, sys, time, zipfile
folder, out, version, epoch = sys.argv[1:]
programs = {"atlante-sociale": "atlante.exe", "atlante-cli": "atlante-cli.exe"}
for kind, program in programs.items():
    name = f"{kind}-{version}-windows-x86_64"
    with zipfile.ZipFile(pathlib.Path(out, f"{name}.zip"), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(pathlib.Path(folder).iterdir()):
            if path.name in programs.values() and path.name != program:
                continue
            entry = zipfile.ZipInfo(f"{name}/{path.name}", time.gmtime(int(epoch))[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
ZIP
ls -l "$out/atlante-sociale-$version-setup.exe" "$out"/atlante-*-"$version-windows-x86_64.zip"
