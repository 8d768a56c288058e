import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gateFlags } from './gate.js'
import { requireTool } from './tools.js'

/**
 * Where there is no graphics card, windows have no WebGL, and most people's have: the processor draws for it (Mesa's llvmpipe), and for
 * nothing else, as before.
 */
export const graphicsFlags = ['--ignore-gpu-blocklist', '--disable-gpu-compositing', '--disable-gpu-rasterization']

/**
 * A fresh profile, no questions before the first page, and little talk to the outside. Nothing of it can be seen by a page.
 * @param profile the folder for its profile
 */
export const freshFlags = (profile: string): string[] => [
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--password-store=basic',
]

/** What any Chromium here is started with. @param profile the folder for its profile */
export function quietFlags(profile: string): string[] {
  return [
    ...freshFlags(profile),
    ...graphicsFlags,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ...sandboxFlags(),
  ]
}

/** The environment of a browser with a window on the visit's display. */
export function onDisplay(display: string): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(own), DISPLAY: display }
}

/** How a driver is told to open a browser with a window on the visit's display. @throws MissingError where the program is not there */
export const inWindow = (program: 'chromium' | 'firefox-esr', display: string) => ({
  executablePath: requireTool(program),
  headless: false,
  env: onDisplay(display),
})

/** Chromium refuses to start its sandbox as the superuser, which containers often are. In a drill, it also goes through the gate. */
export function sandboxFlags(): string[] {
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...gateFlags()]
}

/** Runs `use` with a new empty folder, and removes it afterwards whatever happens. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-e2e-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
