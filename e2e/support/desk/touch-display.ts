import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from '../machine/child.js'
import { favour } from '../machine/favour.js'
import { requireTool } from '../machine/tools.js'
import type { Display } from './display.js'
import { manageWindows } from './manage-windows.js'

/** The sockets on which `inputtest.py` plays touches, and the scrolling of a trackpad. */
export interface TouchSockets {
  readonly screen: string
  readonly trackpad: string
}

/** A screen that can be touched, and a trackpad before it. */
export interface TouchDisplay extends Display {
  readonly sockets: TouchSockets
}

/**
 * Xorg without hardware, with the touch screen and the trackpad that its driver `inputtest` makes: the XTEST extension, which plays
 * mouse and keys, knows neither touch nor scrolling finer than a notch. To a browser it is a touch screen of five fingers. @throws MissingError where Xorg is not there
 */
export async function startTouchDisplay(): Promise<TouchDisplay> {
  const program = requireTool('Xorg')
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-touch-'))
  const sockets = { screen: join(folder, 'screen'), trackpad: join(folder, 'trackpad') }
  const config = join(folder, 'xorg.conf')
  writeFileSync(config, configuration(sockets))
  const files = ['-config', config, '-logfile', join(folder, 'log')]
  const server = startChild(program, ['-displayfd', '1', ...files, '-noreset', '-novtswitch', '-nolisten', 'tcp'])
  const [number] = await server.line(/^\d+$/, 15_000)
  favour(server.pid)
  const manager = await manageWindows(`:${number}`)
  const stop = async () => {
    await manager.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { name: `:${number}`, sockets, stop }
}

/** As large as the screen of {@link startDisplay}. */
const configuration = ({ screen, trackpad }: TouchSockets): string => `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 16384
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-200
  VertRefresh 5-200
  Modeline "1440x900" 106.50 1440 1528 1672 1904 900 903 909 934
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1440x900"
    Virtual 1440 900
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "fingers"
  Driver "inputtest"
  Option "DeviceType" "Touch"
  Option "TouchCount" "5"
  Option "SocketPath" "${screen}"
EndSection
Section "InputDevice"
  Identifier "trackpad"
  Driver "inputtest"
  Option "DeviceType" "Pointer"
  Option "SocketPath" "${trackpad}"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "trackpad" "CorePointer"
  InputDevice "fingers" "SendCoreEvents"
EndSection
`
