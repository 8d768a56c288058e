import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ask, type Place } from './ask.js'

/** Where a site shows that it is yours; the token stands in a line of its own. */
export const PROOF_PATH = '/.well-known/vouchsafe-drill.txt'
/** The same in a header of that answer, or of the page's own. */
export const PROOF_HEADER = 'vouchsafe-drill'

/** The most of a proof that is read, in bytes. */
const LONGEST = 4096
const KEY_BYTES = 32

/**
 * The key that tokens are made from: of `VOUCHSAFE_DRILL_KEY` where that is set (for a CI), else of a file of this user's, made when it is
 * first asked for.
 *
 * @throws when the file can be neither read nor written, or the variable is no key
 */
export function drillKey(environment: NodeJS.ProcessEnv): Buffer {
  const given = environment.VOUCHSAFE_DRILL_KEY
  if (given !== undefined) return readKey(given, 'VOUCHSAFE_DRILL_KEY')
  const folder = join(environment.XDG_CONFIG_HOME || join(homedir(), '.config'), 'vouchsafe')
  const file = join(folder, 'drill-key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    makeKey(file)
  }
  return readKey(readFileSync(file, 'utf8').trim(), file)
}

/** Two that start at once agree: the file is whole when it appears, and the first one's stays. */
export function makeKey(file: string): void {
  const own = `${file}.${process.pid}`
  writeFileSync(own, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(own)
  }
}

function readKey(text: string, where: string): Buffer {
  const key = Buffer.from(text, 'base64url')
  if (key.length < KEY_BYTES) throw new Error(`${where} holds no key: at least ${KEY_BYTES} bytes in base64url.`)
  return key
}

/** What a site has to show. It is of no use to another site, nor to another user: whoever reads it can drill nothing. */
export const tokenFor = (key: Buffer, origin: string): string =>
  createHmac('sha256', key).update(`vouchsafe-drill ${origin}`).digest('base64url')

/**
 * Looks for the token: in the file, or in the header of the file's answer or of the page's. No redirect is followed, for what another host
 * shows says nothing about this one; and of several addresses, none speaks for the others.
 *
 * @returns the page at the one address that has shown the token, undefined where none has @throws when the site does not answer
 */
export async function prove(page: Place, token: string): Promise<Place | undefined> {
  const file = await ask({ ...page, url: new URL(PROOF_PATH, page.url) }, LONGEST)
  const isInFile = file.status === 200 && file.body.split('\n').some((line) => matches(line.trim(), token))
  if (isInFile || matches(file.headers[PROOF_HEADER], token)) return { ...page, addresses: [file.from] }
  const { headers, from } = await ask(page, LONGEST)
  return matches(headers[PROOF_HEADER], token) ? { ...page, addresses: [from] } : undefined
}

function matches(shown: unknown, token: string): boolean {
  const [a, b] = [Buffer.from(String(shown ?? '')), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
