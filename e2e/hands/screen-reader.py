"""The part of a screen reader that acts: moves the focus and presses buttons through the accessibility bus (AT-SPI), as Orca does.

Reads one command a line from stdin, as JSON: {"do": "focus" | "activate", "role": …, "name": …}, and answers each with a line: {} or
{"error": …}; the first line says that it is ready. Looks only into web documents: a browser's own bars have entries and buttons, too. Exit code 3: no bindings to D-Bus here.
"""

import json
import sys
import time

try:
    from gi.repository import Gio, GLib
except ImportError:
    sys.exit(3)

A11Y = "org.a11y.atspi."
PROPERTIES = "org.freedesktop.DBus.Properties"
TIMEOUT = 5000  # ms


def call(bus, where, interface, method, arguments=None):
    name, path = where
    return bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()


def announce(session):
    """Browsers make their trees for whoever says that a screen reader runs."""
    for status in ("IsEnabled", "ScreenReaderEnabled"):
        told = GLib.Variant("(ssv)", ("org.a11y.Status", status, GLib.Variant("b", True)))
        call(session, ("org.a11y.Bus", "/org/a11y/bus"), PROPERTIES, "Set", told)


def accessibility_bus(session):
    (address,) = call(session, ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def find(bus, where, role, name, in_document=False):
    """Depth first, in reading order."""
    try:
        own_role = call(bus, where, A11Y + "Accessible", "GetRoleName")[0]
        if in_document and own_role == role:
            label = call(bus, where, PROPERTIES, "Get", GLib.Variant("(ss)", (A11Y + "Accessible", "Name")))[0]
            if name.lower() in label.lower():
                return where
        children = call(bus, where, A11Y + "Accessible", "GetChildren")[0]
    except GLib.Error:
        return None  # gone, or not a thing that answers
    for child in children:
        found = find(bus, child, role, name, in_document or own_role == "document web")
        if found:
            return found
    return None


def find_in_time(bus, role, name):
    for _ in range(20):
        found = find(bus, ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"), role, name)
        if found:
            return found
        time.sleep(0.25)
    return None


def act(bus, command):
    found = find_in_time(bus, command["role"], command["name"])
    if not found:
        return {"error": f"there is no {command['role']} {command['name']}"}
    if command["do"] == "focus":
        call(bus, found, A11Y + "Component", "GrabFocus")
    else:
        call(bus, found, A11Y + "Action", "DoAction", GLib.Variant("(i)", (0,)))
    return {}


def main():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    announce(session)
    bus = accessibility_bus(session)
    print("{}", flush=True)
    for line in sys.stdin:
        print(json.dumps(act(bus, json.loads(line))), flush=True)


main()
