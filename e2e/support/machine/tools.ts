import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type ToolName =
  | 'chromium'
  | 'chromium-headless-shell'
  | 'chromedriver'
  | 'firefox-esr'
  | 'MiniBrowser'
  | 'WebKitWebDriver'
  | 'Xvfb'
  | 'Xorg'
  | 'openbox'
  | 'weston'
  | 'xdotool'
  | 'dbus-daemon'
  | 'python3'
  | 'python3-fastapi'
  | 'postgres'
  | 'initdb'
  | 'redis-server'
  | 'nginx'
  | 'python3-examples'
  | 'go'
  | 'php'
  | 'rackup'
  | 'mariadbd'
  | 'wordpress'

/** Something that a driver needs is not on this machine: it cannot run, which is neither a success nor a failure of the product. */
export class MissingError extends Error {
  /** The program that is missing, where it is one. */
  readonly tool: ToolName | undefined

  constructor(message: string, tool?: ToolName) {
    super(message)
    this.tool = tool
  }
}

/** The folder of package.json. */
export const repoRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/** Where the set-up notes the programs that it found or installed. */
const NOTES = join(repoRoot, 'node_modules', '.cache', 'vouchsafe', 'tools.json')

/** Under which names a program may stand on PATH, the best first, where there is more than one. */
const ALSO: Partial<Record<ToolName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  'chromium-headless-shell': ['chromium-headless-shell', 'chrome-headless-shell'],
  'firefox-esr': ['firefox-esr', 'firefox'],
}

/** @returns the program's path: what the set-up noted, else the first one on PATH, else undefined. */
export function findTool(name: ToolName): string | undefined {
  const noted = notes()[name]
  if (noted && isProgram(noted)) return noted
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return (ALSO[name] ?? [name]).flatMap((each) => folders.map((folder) => join(folder, each))).find(isProgram)
}

/** @throws MissingError when the program is not there: the set-up should have seen to it. */
export function requireTool(name: ToolName): string {
  const path = findTool(name)
  if (!path) throw new MissingError(`${name} is neither in ${NOTES} nor on PATH. Run npm test, which installs what is missing.`, name)
  return path
}

function notes(): Partial<Record<ToolName, string>> {
  if (!existsSync(NOTES)) return {}
  return JSON.parse(readFileSync(NOTES, 'utf8')) as Partial<Record<ToolName, string>>
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
