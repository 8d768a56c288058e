"""Plays input at operating-system level: what an X client cannot tell from a mouse and a keyboard (XTEST extension).

Reads one timeline a line from stdin, as JSON: [[t, op, a, b], …] with t in ms from the line's start, ascending; op "move" (a, b: screen
pixels), "touch-down"/"touch-move"/"touch-up" (the same, on a touch
screen), "scroll" (a: down, in hundred-and-twentieths of a notch, on a trackpad). The sockets of both are the arguments, where there are any, "down"/"up" (a: button), "key-down"/"key-up" (a: keysym name), "watch" (until the screen
stands still; a: for how many ms at most). Answers each with one line {"late": [ms, …]}: by how much the X
server took each event later than planned, so that the caller can discard a replay that a busy machine has distorted.
"""

import ctypes
import ctypes.util
import json
import sys
import time
import zlib

from inputtest import TestDevice

SLEEP_MARGIN = 0.0015  # s: the last stretch before an event is spun, because a sleep may end late


LOOKS = 0.5  # s: between two looks at a screen, of which the second shows whether it stands still


def load(name, fallback):
    return ctypes.CDLL(ctypes.util.find_library(name) or fallback)


class Image(ctypes.Structure):
    """The beginning of an XImage."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.c_void_p),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line")),
    ]


class Player:
    def __init__(self, sockets):
        self.x11 = load("X11", "libX11.so.6")
        self.xtst = load("Xtst", "libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        for size in (self.x11.XDisplayWidth, self.x11.XDisplayHeight):
            size.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.x11.XStringToKeysym.argtypes = [ctypes.c_char_p]
        self.x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(Image)
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *[ctypes.c_int] * 2, *[ctypes.c_uint] * 2, ctypes.c_ulong, ctypes.c_int]
        self.x11.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
        self.xtst.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong]
        self.xtst.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.display = self.x11.XOpenDisplay(None)
        if not self.display:
            raise SystemExit("no X display to play on")
        self.size = (self.x11.XDisplayWidth(self.display, 0), self.x11.XDisplayHeight(self.display, 0))
        self.screen, self.trackpad = (TestDevice(path, *self.size) for path in sockets) if sockets else (None, None)

    def keycode(self, name):
        code = self.x11.XKeysymToKeycode(self.display, self.x11.XStringToKeysym(name.encode()))
        if code == 0:
            raise SystemExit(f"the keyboard has no key {name}")
        return code

    def look(self):
        image = self.x11.XGetImage(self.display, self.x11.XDefaultRootWindow(self.display), 0, 0, *self.size, ctypes.c_ulong(-1).value, 2)
        seen = zlib.crc32(ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height))
        self.x11.XDestroyImage(image)
        return seen

    def watch(self, most):
        end = time.monotonic() + most / 1000
        seen = self.look()
        while time.monotonic() < end:
            time.sleep(LOOKS)
            before, seen = seen, self.look()
            if seen == before:
                return

    def send(self, op, a, b):
        if op == "move":
            self.xtst.XTestFakeMotionEvent(self.display, -1, int(a), int(b), 0)
        elif op in ("down", "up"):
            self.xtst.XTestFakeButtonEvent(self.display, int(a), int(op == "down"), 0)
        elif op in ("key-down", "key-up"):
            self.xtst.XTestFakeKeyEvent(self.display, self.keycode(a), int(op == "key-down"), 0)
        elif op.startswith("touch-"):
            return self.screen.touch(op, int(a), int(b))
        elif op == "scroll":
            return self.trackpad.scroll(a)
        elif op == "watch":
            return self.watch(a)
        else:
            raise SystemExit(f"unknown operation {op}")
        self.x11.XSync(self.display, 0)

    def play(self, timeline):
        start = time.monotonic()
        late = []
        for t, op, *rest in timeline:
            due = start + t / 1000
            wait_until(due)
            a, b = (rest + [0, 0])[:2]
            self.send(op, a, b)
            late.append(round((time.monotonic() - due) * 1000, 2))
        return late


def wait_until(due):
    left = due - time.monotonic()
    if left > SLEEP_MARGIN:
        time.sleep(left - SLEEP_MARGIN)
    while time.monotonic() < due:
        pass


def main():
    player = Player(sys.argv[1:])
    for line in sys.stdin:
        print(json.dumps({"late": player.play(json.loads(line))}), flush=True)


main()
