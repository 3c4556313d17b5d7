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
failed=0
for tool in Xvfb openbox xdotool xwininfo import x86_64-w64-mingw32-gcc; do
    command -v "$tool" >/dev/null || { echo "no $tool: see packaging/README.md" >&2; exit 1; }
done

cleanup() {
    "${wine%/*}/wineserver64" -k 2>/dev/null || wineserver -k 2>/dev/null || true
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || true
    [ ! -d "${closed:-}" ] || chattr -i "$closed" 2>/dev/null || true
    chmod -R u+w "$work" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

say() { printf '%-8s %s\n' "$1" "$2"; }
holds() { # holds WHAT COMMAND...: the command must succeed
    local what=$1; shift
    if "$@" >"$work/said" 2>&1; then say ok "$what"; else say FAILED "$what"; head -5 "$work/said"; failed=1; fi
}
refuses() { # refuses WHAT WORDS ARGUMENTS...: the command line must refuse, in one line with these words
    local what=$1 words=$2; shift 2
    if cli "$@" >"$work/said" 2>&1; then say FAILED "$what: no error"; failed=1
    elif grep -qi -- "$words" "$work/said"; then say ok "$what: $(tail -n 1 "$work/said")"
    else say FAILED "$what"; head -5 "$work/said"; failed=1; fi
}

# A screen of its own, as an office laptop has it, with a window manager: Wine maximises a window only where there is one.
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
xvfb=$!
read -r number <"$work/display"
export DISPLAY=:$number
openbox >/dev/null 2>&1 &
"$wine" wineboot -i >/dev/null 2>&1
# For the trial only: a library of Windows that Wine 8 lacks, and a program that holds files open.
x86_64-w64-mingw32-gcc -shared -O1 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
    "$root/packaging/windows/bcryptprimitives.c" -ladvapi32
x86_64-w64-mingw32-gcc -municode -O1 -o "$work/hold_open.exe" "$root/packaging/windows/hold_open.c"

user=$(echo "$WINEPREFIX"/drive_c/users/*/AppData | head -1)
user=${user%/AppData}
files() { (cd "$WINEPREFIX/drive_c" && find . -type f | sort); }
files >"$work/before"

holds "silent install" "$wine" "$setup" /S
home="$user/AppData/Local/Programs/Atlante Sociale"
kept="$user/AppData/Roaming/atlante-sociale"
cli() { "$wine" "$home/atlante-cli.exe" "$@"; }
holds "the programs are there" test -f "$home/atlante.exe" -a -f "$home/atlante-cli.exe" -a -f "$home/uninstall.exe"
holds "start menu" test -f "$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Atlante Sociale.lnk"
holds "file type" bash -c "'$wine' reg query 'HKCU\\Software\\Classes\\.atlante' /ve | grep -q AtlanteSociale.Project"

# Commands, each in a folder of its own for either system: the same words, the same bytes.
same() { # same FILE ARGUMENTS...: FILE is what is written, or what the words are kept in
    local file=$1; shift
    mkdir -p "$work/linux" "$work/windows"
    (cd "$work/linux" && "$linux" "$@" >"said-$file" 2>&1) || true
    (cd "$work/windows" && cli "$@" >"said-$file" 2>&1) || true
    if ! cmp -s "$work/linux/said-$file" "$work/windows/said-$file"; then
        say FAILED "$file: not the same words"; diff "$work/linux/said-$file" "$work/windows/said-$file" | head -6 || true; failed=1
    elif [ -e "$work/linux/$file" ] && ! cmp -s "$work/linux/$file" "$work/windows/$file"; then
        say FAILED "$file: not the same bytes"; cp "$work/linux/$file" "$shots/linux-$file"
        cp "$work/windows/$file" "$shots/windows-$file" || true; failed=1
    else say ok "$file, as on Linux"; fi
}
same map.svg figure map --indicator indice_vecchiaia -o map.svg
same map.png figure map --indicator indice_vecchiaia --level ambiti -o map.png
same map.pdf figure map --indicator quota_stranieri -o map.pdf
same series.svg figure series --indicator indice_vecchiaia --territory 50089 50095 -o series.svg
same scatter.png figure scatter --x densita --y indice_vecchiaia --quadrants ats --territory 50089 -o scatter.png
same table.xlsx figure table --columns indice_vecchiaia,residenti --level ambiti -o table.xlsx
same table.csv figure table --columns indice_vecchiaia,residenti --level ambiti -o table.csv
same ranking.pdf figure ranking --indicator indice_vecchiaia --level ambiti --range -o ranking.pdf
same map.gpkg figure map --indicator indice_vecchiaia --level ambiti -o map.gpkg
same values.json values --indicator indice_vecchiaia --level ambiti --format json
same whence.txt whence 168,5 --near Corsico
same correlate.json stats correlate --x indice_vecchiaia --y densita --level comuni --year 2023 --json
same indicators.txt indicators
same wrong.txt figure map --indicator indice_vechiaia -o wrong.png
same again.png figure --spec map.pdf -o again.png

# Paths as offices have them.
desk="$user/OneDrive - Comune di Cantù/Città è qui"
mkdir -p "$desk"
windows_path() { "$wine" winepath -w "$1" 2>/dev/null | tr -d '\r'; }
table="$desk/utenti àèì.csv"
printf 'Comune;Utenti\r\nMilano;120\r\nCorsico;15\r\nRho;22\r\n' >"$table"
there=$(windows_path "$desk")
given="$(windows_path "$table")"
holds "spaces, accents and ends of lines of Windows" cli check "$given" --date 2023-12-31
holds "a figure in such a folder" cli figure map --indicator densita -o "$there\\mappa à.png"
holds "an import in such a folder" cli import "$given" --date 2023-12-31 --into "$there\\piano à.atlante"
holds "and what was imported" cli --project "$there\\piano à.atlante" values --indicator utenti
long="$desk" far="$there" # winepath itself cuts a path after 260 characters
part="una cartella dal nome piuttosto lungo, come si usa negli uffici"
for _ in 1 2 3 4 5; do long="$long/$part" far="$far\\$part"; done
mkdir -p "$long"
cp "$table" "$long/utenti.csv"
holds "a path of ${#far} characters, read" cli check "$far\\utenti.csv" --date 2023-12-31
holds "a path of ${#far} characters, written" cli figure map --indicator densita -o "$far\\mappa.png"
for name in NUL.png con.svg 'mappa 10:30.png' 'quale?.png'; do
    refuses "the name $name" "il nome è troppo lungo" figure map --indicator densita -o "$there\\$name"
done
refuses "a share that is not there" "." check '\\server\cartella\utenti.csv'
refuses "a folder that is not there" "non c'è" figure map --indicator densita -o "$there\\manca\\m.png"
closed="$desk/sola lettura"
mkdir "$closed"
chmod a-w "$closed"
if [ "$(id -u)" != 0 ] || chattr +i "$closed" 2>/dev/null; then
    refuses "a folder that may not be written" "non si può leggere o scrivere" figure map --indicator densita -o "$(windows_path "$closed")\\m.png"
    chattr -i "$closed" 2>/dev/null || true
fi
cli figure map --indicator densita -o "$there\\aperta.svg" >/dev/null
"$wine" "$work/hold_open.exe" "$there\\aperta.svg" 25 &
sleep 2
refuses "a figure that an office program has open" "aperto in un altro programma" figure map --indicator densita -o "$there\\aperta.svg"
wait $! || true
"$wine" "$work/hold_open.exe" "$given" 20 alone &
sleep 2
refuses "a table that another program keeps for itself" "aperto in un altro programma" check "$given"
wait $! || true
holds "nothing half-written is left" bash -c "! find '$desk' -name '*.part' | grep ."

# The window, with hands: where things are is known from looking at it at its first start, maximised on this screen.
picture() { import -window root "$shots/$1.png"; say picture "$shots/$1.png"; }
window() { xdotool search --name "Atlante Sociale" 2>/dev/null | head -n 1; }
opens() { # opens WORDS ARGUMENTS...: starts the window and waits for it
    (cd "$work" && exec "$wine" "$home/atlante.exe" "$@" >"$work/log" 2>&1) &
    for _ in $(seq 120); do
        sleep 1
        [ -z "$(window)" ] || break
    done
    sleep "${STARTS:-12}"
    eval "$(xwininfo -id "$(window)" | sed -n 's/.*Absolute upper-left \([XY]\): */\1=/p')"
    comes_forward
}
comes_forward() { xdotool windowfocus "$(window)" 2>/dev/null || true; sleep 1; }
point() { xdotool mousemove $(($1 + X)) $(($2 + Y)); }
click() { # click X Y: from the upper left corner of the window
    point $(($1 - 2)) "$2"; sleep 0.3; point "$1" "$2"; sleep 0.7
    xdotool mousedown 1; sleep 0.25; xdotool mouseup 1; sleep "${3:-3}"
}
saves_as() { # saves_as PATH: answers the system's dialog, which opens in the corner of the window
    sleep 4; picture "dialog-$(basename "${1##*\\}")"
    local id
    for id in $(xdotool search --onlyvisible --name .); do
        case "$(xdotool getwindowname "$id")" in *"Atlante Sociale") ;; ?*) xdotool windowfocus "$id" ;; esac
    done
    click 426 445 1
    xdotool key --clearmodifiers ctrl+a; xdotool type --delay 60 "$1"; sleep 1; xdotool key Return; sleep 8
    comes_forward
}
runs() { pgrep -f 'atlante\.exe' >/dev/null; }
closes() { comes_forward; xdotool key alt+F4; for _ in $(seq 20); do runs || return 0; sleep 0.5; done; return 1; }
ends() { "$wine" taskkill /f /im atlante.exe >/dev/null 2>&1 || true; sleep 4; }

mkdir -p "$WINEPREFIX/drive_c/lavoro"
opens "$given"
picture 1-file-given
click 487 235; xdotool type --delay 150 31/12/2023; sleep 2; click 602 235 4
picture 2-date-answered
click 1312 724 6
picture 3-imported
click 870 20 4
saves_as 'C:\lavoro\mappa.png'
picture 4-exported
holds "a figure through the system's dialog" bash -c "file '$WINEPREFIX/drive_c/lavoro/mappa.png' | grep -q PNG"
xdotool key --clearmodifiers ctrl+s
saves_as 'C:\lavoro\piano.atlante'
picture 5-saved
holds "a project through the system's dialog" "$linux" project verify "$WINEPREFIX/drive_c/lavoro/piano.atlante"
click 775 20 8
picture 6-composed
ends
holds "a killed program leaves its work in the recovery folder" bash -c "find '$kept' -name '*.atlante' | grep ."
opens
picture 7-recovery-offered
click 503 386 8
picture 8-recovered
: >"$work/before-saving"
xdotool key --clearmodifiers ctrl+s; sleep 4
holds "what was recovered is saved" test "$WINEPREFIX/drive_c/lavoro/piano.atlante" -nt "$work/before-saving"
holds "closed without a question once it is saved" closes
ends
opens 'C:\lavoro\piano.atlante'
picture 9-project-given
holds "an opened project closes" closes
ends
opens --lingua
picture 10-wrong-option
ends
rm -rf "$WINEPREFIX/drive_c/lavoro"

# Without OpenGL, as on remote desktops.
ATLANTE_RENDERER=software ATLANTE_FRAMES=1 opens
point 600 400; xdotool mousedown 1
for step in $(seq 150); do point $((600 + step)) $((400 + step / 2)); sleep 0.02; done
xdotool mouseup 1
sleep 2
picture 11-without-opengl
say frames "$(grep frames "$work/log" | tail -n 2 | head -n 1)"
holds "a window without OpenGL closes" closes
ends

# Portable: what the program keeps stays beside it.
stick="$WINEPREFIX/drive_c/stick"
cp -r "$home" "$stick"
: >"$stick/portatile.txt"
rm -rf "$kept"
installed=$home
home=$stick
opens
picture 12-portable
closes || true
ends
home=$installed
holds "a portable program leaves nothing on the PC" test ! -e "$kept"
holds "but beside itself" test -e "$stick/atlante-dati/app.ron"
rm -rf "$stick"

# Away again, but for the user's own files.
opens
closes || true
ends
cp "$table" "$home/mio lavoro.csv"
"$wine" "$home/uninstall.exe" /S >/dev/null 2>&1 || true
sleep 10
holds "the programs are gone" test ! -e "$home/atlante.exe" -a ! -e "$home/uninstall.exe"
holds "a file of the user stays" test -f "$home/mio lavoro.csv"
holds "the file type is gone" bash -c "! '$wine' reg query 'HKCU\\Software\\Classes\\.atlante'"
rm -rf "$home" "$user/OneDrive - Comune di Cantù"
files >"$work/after"
comm -13 "$work/before" "$work/after" | grep -iE 'atlante|recupero' >"$work/left" || true
holds "nothing else is left" test ! -s "$work/left"
cat "$work/left"
exit "$failed"
