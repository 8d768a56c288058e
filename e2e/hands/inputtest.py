"""A touch screen and a trackpad made of nothing: speaks with Xorg's input driver `inputtest` over its socket.

The driver feeds the server as a device's driver does, so touches and fine scrolling reach a browser as those of hardware do. The protocol
is in xorg-server's include/xf86-input-inputtest-protocol.h: structs in the machine's own layout, each with its length first.
"""

import socket
import struct

CLIENT_VERSION, WAIT_FOR_SYNC, MOTION, TOUCH = 0, 1, 2, 6
PROTOCOL = (1, 1)
AXES = 64  # room for so many in every message
PHASES = {"touch-down": 18, "touch-move": 19, "touch-up": 20}  # as the X input extension numbers them
SCROLL_AXIS = 3  # vertical
SPAN = 0xFFFF  # what the touch axes count from one side of the screen to the other


class TestDevice:
    def __init__(self, path, width, height):
        self.size = (width, height)
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.write(CLIENT_VERSION, struct.pack("=HH", *PROTOCOL))
        self.read()

    def touch(self, phase, x, y):
        self.write(TOUCH, struct.pack("=II", 1, PHASES[phase]) + axes({axis: at * SPAN / size for axis, (at, size) in enumerate(zip((x, y), self.size))}))
        self.sync()

    def scroll(self, distance):
        self.write(MOTION, struct.pack("=I4x", 0) + axes({SCROLL_AXIS: distance}))
        self.sync()

    def sync(self):
        """Returns when the server has taken everything so far."""
        self.write(WAIT_FOR_SYNC, b"")
        self.read()

    def write(self, kind, body):
        self.socket.sendall(struct.pack("=II", 8 + len(body), kind) + body)

    def read(self):
        length = struct.unpack("=I", self.exactly(4))[0]
        return self.exactly(length - 4)

    def exactly(self, count):
        data = b""
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                raise SystemExit("the input driver closed its socket")
            data += part
        return data


def axes(values):
    """A mask of the axes that are given, and the value of each."""
    mask = sum(1 << axis for axis in values)
    return struct.pack(f"=IQ4x{AXES}d{AXES}d", 0, mask, *(float(values.get(axis, 0)) for axis in range(AXES)), *([0.0] * AXES))
