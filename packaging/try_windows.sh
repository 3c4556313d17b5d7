#!/usr/bin/env bash
# Installs the setup under Wine in a clean prefix, tries both programs and removes them again. See packaging/README.md.
#
#     packaging/try_windows.sh SETUP.exe LINUX-ATLANTE-CLI [FOLDER FOR SCREENSHOTS]
#
# The Linux program, built from the same commit, says what each command must write.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
setup=$(realpath "$1")
linux=$(realpath "$2")
shots=$(realpath -m "${3:-windows-screenshots}")
mkdir -p "$shots"
work=$(mktemp -d)
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml=
wine=$(command -v wine64 || command -v wine || echo /usr/lib/wine/wine64)
screen=${SCREEN:-:93}
failed=0

cleanup() {
    "${wine%/*}/wineserver64" -k 2>/dev/null || wineserver -k 2>/dev/null || true
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || true
    chmod -R u+w "$work" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

say() { printf '%-8s %s\n' "$1" "$2"; }
holds() { # holds WHAT COMMAND...: the command must succeed
    local what=$1; shift
    if "$@" >"$work/said" 2>&1; then say ok "$what"; else say FAILED "$what"; head -5 "$work/said"; failed=1; fi
}
refuses() { # refuses WHAT WORDS COMMAND...: the command must fail and say the words
    local what=$1 words=$2; shift 2
    if "$@" >"$work/said" 2>&1; then say FAILED "$what: no error"; failed=1
    elif grep -qi -- "$words" "$work/said"; then say ok "$what"
    else say FAILED "$what"; head -5 "$work/said"; failed=1; fi
}

Xvfb "$screen" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
xvfb=$!
export DISPLAY=$screen
"$wine" wineboot -i >/dev/null 2>&1
x86_64-w64-mingw32-gcc -shared -O1 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
    "$root/packaging/windows/bcryptprimitives.c" -ladvapi32

user=$(echo "$WINEPREFIX"/drive_c/users/*/AppData | head -1)
user=${user%/AppData}
(cd "$WINEPREFIX/drive_c" && find . -type f | sort) >"$work/before"

holds "silent install" "$wine" "$setup" /S
home="$user/AppData/Local/Programs/Atlante Sociale"
holds "the programs are there" test -f "$home/atlante.exe" -a -f "$home/atlante-cli.exe" -a -f "$home/uninstall.exe"
cli() { "$wine" "$home/atlante-cli.exe" "$@"; }
holds "start menu" bash -c "find '$user/AppData/Roaming/Microsoft/Windows/Start Menu' -name 'Atlante Sociale.lnk' | grep -q ."
holds "file type" bash -c "'$wine' reg query 'HKCU\\Software\\Classes\\.atlante' /ve | grep -q AtlanteSociale.Project"

# Ten commands: the same bytes as on Linux.
same() { # same FILE ARGUMENTS...: both programs write FILE, in folders of their own
    local file=$1; shift
    mkdir -p "$work/linux" "$work/windows"
    (cd "$work/linux" && "$linux" "$@" >stdout-"$file" 2>&1) || true
    (cd "$work/windows" && cli "$@" >stdout-"$file" 2>&1) || true
    sed -i 's/\r$//' "$work/windows/stdout-$file"
    if ! cmp -s "$work/linux/stdout-$file" "$work/windows/stdout-$file"; then
        say FAILED "$file: not the same words"; diff "$work/linux/stdout-$file" "$work/windows/stdout-$file" | head -6; failed=1
    elif [ -e "$work/linux/$file" ] && ! cmp -s "$work/linux/$file" "$work/windows/$file"; then
        say FAILED "$file: not the same bytes"; failed=1
    else say ok "$file, as on Linux"; fi
}
same map.svg figure map --indicator indice_vecchiaia -o map.svg
same map.png figure map --indicator indice_vecchiaia --level ambiti -o map.png
same map.pdf figure map --indicator quota_stranieri -o map.pdf
same series.svg figure series --indicator reddito_imponibile_medio --territory 15146 15093 -o series.svg
same scatter.png figure scatter --x densita --y indice_vecchiaia -o scatter.png
same table.xlsx figure table --columns indice_vecchiaia --level ambiti -o table.xlsx
same ranking.csv figure ranking --indicator residenti --level ambiti -o ranking.csv
same values.txt values --indicator indice_vecchiaia --level ambiti
same indicators.txt indicators
same whence.txt whence 168,5 --near Corsico

# Paths as offices have them.
desk="$user/OneDrive - Comune di Cantù/Città è qui"
mkdir -p "$desk"
windows_path() { "$wine" winepath -w "$1" 2>/dev/null | tr -d '\r'; }
table="$desk/utenti àèì.csv"
printf 'Comune;Utenti 2023\r\nMilano;120\r\nCorsico;15\r\nRho;22\r\n' >"$table"
holds "spaces, accents and CRLF" cli check "$(windows_path "$table")"
holds "a figure in such a folder" cli figure map --indicator densita -o "$(windows_path "$desk")\\mappa à.png"
long="$desk"
for _ in 1 2 3 4 5 6; do long="$long/una cartella dal nome piuttosto lungo come negli uffici"; done
mkdir -p "$long"
cp "$table" "$long/utenti.csv"
holds "a path of ${#long} characters" cli check "\\\\?\\$(windows_path "$long/utenti.csv")"
refuses "a reserved name" "." cli figure map --indicator densita -o 'C:\senza cartella\NUL\mappa.png'
mkdir "$desk/sola lettura"
if [ "$(id -u)" != 0 ]; then
    chmod a-w "$desk/sola lettura"
    refuses "a folder that may not be written" "." cli figure map --indicator densita -o "$(windows_path "$desk/sola lettura")\\m.png"
fi
refuses "a share that is not there" "." cli check '\\server\cartella\utenti.csv'

# The window.
picture() { sleep "${2:-6}"; import -window root "$shots/$1.png"; say shot "$shots/$1.png"; }
"$wine" "$home/atlante.exe" "$(windows_path "$table")" >/dev/null 2>&1 &
picture window-with-a-file 25
xdotool key Escape; picture after-escape 3
"$wine" taskkill /f /im atlante.exe >/dev/null 2>&1 || true
sleep 3
"$wine" "$home/atlante.exe" >/dev/null 2>&1 &
picture after-a-kill 20
"$wine" taskkill /im atlante.exe >/dev/null 2>&1 || true
sleep 4
"$wine" taskkill /f /im atlante.exe >/dev/null 2>&1 || true
"$wine" "$home/atlante.exe" --lang xx >/dev/null 2>&1 &
picture wrong-option 6
"$wine" taskkill /f /im atlante.exe >/dev/null 2>&1 || true

# Portable: what the program keeps stays beside it.
stick="$WINEPREFIX/drive_c/stick"
cp -r "$home" "$stick"
: >"$stick/portatile.txt"
kept="$user/AppData/Roaming/atlante-sociale"
rm -rf "$kept"
"$wine" "$stick/atlante.exe" >/dev/null 2>&1 &
picture portable 20
"$wine" taskkill /im atlante.exe >/dev/null 2>&1 || true
sleep 5
"$wine" taskkill /f /im atlante.exe >/dev/null 2>&1 || true
holds "a portable program leaves nothing on the PC" test ! -e "$kept"
rm -rf "$stick"

# Away again, but for the user's own files.
cp "$table" "$home/mio lavoro.csv"
"$wine" "$home/uninstall.exe" /S >/dev/null 2>&1 || true
sleep 8
holds "the programs are gone" test ! -e "$home/atlante.exe" -a ! -e "$home/uninstall.exe"
holds "a file of the user stays" test -f "$home/mio lavoro.csv"
rm -rf "$home" "$user/OneDrive - Comune di Cantù"
(cd "$WINEPREFIX/drive_c" && find . -type f | sort) >"$work/after"
comm -13 "$work/before" "$work/after" | grep -i atlante >"$work/left" || true
holds "nothing else is left" test ! -s "$work/left"
cat "$work/left"
exit "$failed"
