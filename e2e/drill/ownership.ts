import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/** Whether this is the machine itself, by the address alone: a name that leads here today may lead elsewhere in a moment (RFC 6761 §6.3). */
export const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)

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
  if (existsSync(file)) return readKey(readFileSync(file, 'utf8').trim(), file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = randomBytes(KEY_BYTES)
  // Two that start at once agree: the second finds the first one's file.
  writeFileSync(file, `${key.toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  return key
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
 * Whether the site shows the token: in the file, or in the header of the file's answer or of the page's. No redirect is followed, for what
 * another host shows says nothing about this one. @throws when it does not answer
 */
export async function isProved(page: Place, token: string): Promise<boolean> {
  const file = await ask({ ...page, url: new URL(PROOF_PATH, page.url) }, LONGEST)
  if (matches(file.headers[PROOF_HEADER], token)) return true
  if (file.status === 200 && file.body.split('\n').some((line) => matches(line.trim(), token))) return true
  return matches((await ask(page, LONGEST)).headers[PROOF_HEADER], token)
}

function matches(shown: unknown, token: string): boolean {
  const [a, b] = [Buffer.from(String(shown ?? '')), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
