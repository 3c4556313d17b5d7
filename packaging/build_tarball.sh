#!/usr/bin/env bash
# Makes atlante-sociale-VERSION-linux-ARCH.tar.gz in the current folder, from programs already built with the profile `dist`, for any Linux
# and without root: unpack it and start `atlante`, or run `./install.sh` for an entry in the menu.
#
#     packaging/build_tarball.sh [FOLDER OF THE PROGRAMS]
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
name=atlante-sociale-$version-linux-$(uname -m)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
folder=$stage/$name
install -Dm755 -t "$folder" "$programs/atlante" "$programs/atlante-cli" "$root/packaging/linux/install.sh"
install -Dm644 -t "$folder" "$root/packaging/debian/atlante-sociale.desktop" "$root/packaging/debian/atlante-sociale.svg" \
    "$root/packaging/debian/atlante-sociale.xml" \
    "$root/LICENSE" "$root/README.md" "$root/CHANGELOG.md" "$root/THIRD-PARTY-NOTICES.md" "$root/assets/fonts/LICENSE-OFL.txt"
python3 "$root/packaging/third_party.py" --texts "$folder/THIRD-PARTY-LICENCES.txt"
chmod 644 "$folder/THIRD-PARTY-LICENCES.txt"

tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$stage" -cf - "$name" | gzip -9n >"$name.tar.gz"
ls -l "$name.tar.gz"
