#!/usr/bin/env python3
"""How soon the window answers, measured from outside on an X display of its own: time to the first picture and to a map that answers,
and from a key to the last pixel that changes. Needs Xvfb, xdotool, libX11 and libXtst.

    benches/window.py target/release/atlante            # with OpenGL, by Mesa
    ATLANTE_RENDERER=software benches/window.py target/release/atlante
"""

import ctypes
import ctypes.util
import os
import statistics
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1366, 768
POINTS = 0.4  # Seconds that the pointer rests before it clicks: what it points at is painted before.
RESTS = 0.5  # Seconds without a changed pixel after which the picture is the last one.

x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
xtst = ctypes.CDLL(ctypes.util.find_library("Xtst"))
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XGetImage.restype = ctypes.c_void_p
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
x11.XFlush.argtypes = x11.XSync.argtypes = [ctypes.c_void_p]
x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
for name in ("XTestFakeKeyEvent", "XTestFakeButtonEvent"):
    getattr(xtst, name).argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
xtst.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong]


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_char)), ("order", ctypes.c_int * 5), ("bytes_per_line", ctypes.c_int)]


libc = ctypes.CDLL(None)
libc.free.argtypes = [ctypes.c_void_p]


class Screen:
    def __init__(self, name):
        self.display = None
        while not self.display:
            self.display = x11.XOpenDisplay(name.encode())
            time.sleep(0.01)
        self.root = x11.XDefaultRootWindow(self.display)

    def pixels(self, x, y, width, height):
        """A part of the screen as bytes."""
        got = x11.XGetImage(self.display, self.root, x, y, width, height, 0xFFFFFFFF, 2)
        image = ctypes.cast(got, ctypes.POINTER(Image)).contents
        data = ctypes.string_at(image.data, image.bytes_per_line * height)
        libc.free(ctypes.cast(image.data, ctypes.c_void_p))
        libc.free(got)
        return data

    def key(self, *symbols):
        codes = [x11.XKeysymToKeycode(self.display, symbol) for symbol in symbols]
        for down, code in [(1, code) for code in codes] + [(0, code) for code in reversed(codes)]:
            xtst.XTestFakeKeyEvent(self.display, code, down, 0)
        x11.XFlush(self.display)

    def click(self, x, y):
        xtst.XTestFakeMotionEvent(self.display, 0, x, y, 0)
        x11.XSync(self.display, 0)
        time.sleep(POINTS)
        for down in (1, 0):
            xtst.XTestFakeButtonEvent(self.display, 1, down, 0)
        x11.XFlush(self.display)

    def follow(self, act, part, rests=RESTS):
        """Seconds from an action to the first and to the last change of a part of the screen."""
        before = self.pixels(*part)
        start = time.perf_counter()
        act()
        first, last = None, start
        while time.perf_counter() - last < (rests if first else 2.0):
            now = self.pixels(*part)
            if now != before:
                before, last = now, time.perf_counter()
                first = first or last
        return (first or last) - start, last - start


def memory(pid):
    """Resident megabytes."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def cpu(pid):
    """Seconds of CPU so far."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    program = sys.argv[1]
    name = f":{300 + os.getpid() % 600}"
    server = subprocess.Popen(["Xvfb", name, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL)
    screen = Screen(name)
    home = tempfile.mkdtemp()
    folder = os.path.join(home, "atlante-sociale")
    os.mkdir(folder)
    # Animations take time on purpose, and the first question would be above the map.
    with open(os.path.join(folder, "app.ron"), "w", encoding="utf-8") as file:
        file.write('{"settings": "(lang:it,appearance:light,animations:false,home:nowhere)"}')
    environment = {**os.environ, "DISPLAY": name, "HOME": home, "XDG_DATA_HOME": home}
    whole = (0, 0, WIDTH, 600)
    window = []

    def start():
        window.append(subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    first, last = screen.follow(start, whole, 2.0)
    pid = window[0].pid
    print(f"start: something after {first:.2f} s, the last change after {last:.2f} s, CPU {cpu(pid):.2f} s, {memory(pid):.0f} MB")
    # Without a window manager nobody gives the keys to the window.
    subprocess.run(["xdotool", "search", "--name", "Atlante", "windowfocus"], env=environment, check=True)
    time.sleep(1)
    control = 0xFFE3
    changes = {
        "level": [lambda x=x: screen.click(x, 20) for x in (360, 270)],
        "indicator": [lambda y=y: screen.click(90, y) for y in (328, 250, 289, 328)],
        "undo and redo": [lambda: screen.key(control, 0x7A), lambda: screen.key(control, 0x79)],
    }
    for what, acts in changes.items():
        times, used = [], cpu(pid)
        for turn in range(12):
            act = acts[turn % len(acts)]
            wait = 0.0 if what == "undo and redo" else POINTS
            times.append([seconds - wait for seconds in screen.follow(act, whole)])
        used = (cpu(pid) - used) / len(times)
        lasts = [last for _, last in times[2:]]
        print(f"{what}: painted after {statistics.median(lasts) * 1000:.0f} ms (worst {max(lasts) * 1000:.0f}), {used * 1000:.0f} ms of CPU each")
    for turn in range(300):
        screen.key(control, 0x7A if turn % 2 == 0 else 0x79)
        time.sleep(0.05)
    time.sleep(2)
    print(f"after 300 changes: {memory(pid):.0f} MB")
    before = cpu(pid)
    time.sleep(10)
    print(f"ten idle seconds: {cpu(pid) - before:.2f} s of CPU")
    window[0].terminate()
    server.terminate()


if __name__ == "__main__":
    main()
