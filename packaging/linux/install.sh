#!/bin/sh
# Installs Atlante Sociale for this user alone, without root; `./install.sh --remove` takes it away again.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
programs=$HOME/.local/bin
entry=$data/applications/atlante-sociale.desktop
icon=$data/icons/hicolor/scalable/apps/atlante-sociale.svg
kind=$data/mime/packages/atlante-sociale.xml

if [ "${1:-}" = --remove ]; then
    rm -f "$programs/atlante" "$programs/atlante-cli" "$entry" "$icon" "$kind"
else
    mkdir -p "$programs" "${entry%/*}" "${icon%/*}" "${kind%/*}"
    cp "$here/atlante" "$here/atlante-cli" "$programs"
    # The menu does not look for programs in the user's own folder everywhere.
    sed "s|^Exec=atlante|Exec=\"$programs/atlante\"|" "$here/atlante-sociale.desktop" >"$entry"
    cp "$here/atlante-sociale.svg" "$icon"
    cp "$here/atlante-sociale.xml" "$kind"
fi
update-mime-database "$data/mime" 2>/dev/null || true
update-desktop-database "$data/applications" 2>/dev/null || true
