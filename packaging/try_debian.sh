#!/usr/bin/env bash
# Installs the package in a clean Debian made by debootstrap, draws a figure, opens the window, and removes it again. As root;
# it needs `debootstrap xvfb xdotool imagemagick`. See packaging/README.md.
#
#     packaging/try_debian.sh PACKAGE.deb [FOLDER FOR SCREENSHOTS]
set -euo pipefail

package=$(realpath "$1")
shots=$(realpath -m "${2:-debian-screenshots}")
mkdir -p "$shots"
work=$(mktemp -d)
system=$work/debian
screen=${SCREEN:-:92}
failed=0

cleanup() {
    [ -z "${window:-}" ] || kill "$window" 2>/dev/null || true
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || true
    for mounted in "$system/tmp/.X11-unix" "$system/dev" "$system/proc"; do
        umount "$mounted" 2>/dev/null || true
    done
    rm -rf --one-file-system "$work"
}
trap cleanup EXIT

say() { printf '%-8s %s\n' "$1" "$2"; }
holds() { # holds WHAT COMMAND...: the command must succeed
    local what=$1; shift
    if "$@" >"$work/said" 2>&1; then say ok "$what"; else say FAILED "$what"; tail -5 "$work/said"; failed=1; fi
}
# The folder of the user within that system.
own=/srv
inside() { HOME=$own DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$system" "$@"; }
files() { (cd "$system" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp \) -prune -o -type f -print | sort); }

holds "a clean Debian" debootstrap --variant=minbase "${SUITE:-bookworm}" "$system" "${MIRROR:-http://deb.debian.org/debian}"
cp /etc/resolv.conf "$system/etc/"
mount --bind /proc "$system/proc"
mount --bind /dev "$system/dev"
cp "$package" "$system$own/atlante.deb"
holds "the package with what it needs" inside apt-get install -y --no-install-recommends "$own/atlante.deb"
holds "a figure" inside atlante-cli figure map --indicator indice_vecchiaia -o "$own/mappa.png"
holds "a refusal in words" bash -c "! chroot '$system' atlante-cli figure map --indicator indice_vechiaia -o '$own/x.png'"

Xvfb "$screen" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
xvfb=$!
sleep 2
mkdir -p "$system/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$system/tmp/.X11-unix"
DISPLAY=$screen HOME=$own chroot "$system" atlante >"$work/window" 2>&1 &
window=$!
for _ in $(seq 60); do
    sleep 1
    DISPLAY=$screen xdotool search --name "Atlante Sociale" >/dev/null 2>&1 && break
done
sleep 8
holds "the window" env DISPLAY="$screen" xdotool search --name "Atlante Sociale"
DISPLAY=$screen import -window root "$shots/debian.png"
say picture "$shots/debian.png"
kill "$window" && wait "$window" 2>/dev/null || true

holds "removal" inside apt-get purge -y atlante-sociale
files | grep -i atlante | grep -v "^.$own/\|^./var/lib/apt\|^./var/log" >"$work/left" || true
holds "nothing is left outside the user's folder" test ! -s "$work/left"
cat "$work/left"
holds "the user's figure is still there" test -s "$system$own/mappa.png"
exit "$failed"
