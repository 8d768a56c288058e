import { err, ok, type Result } from '../shared/result.js'
import type { Ms } from '../shared/units.js'

/** What `createCollector` takes. */
export interface CollectorOptions {
  /** The project's site key, `pk_…`. */
  readonly key: string
  /** Address of the attest-server, for example `https://attest.example`. */
  readonly endpoint: string
  /**
   * Where the proof of work runs: the URL of a copy of `pow-worker.js` on the page's own origin; `blob` for a worker made from a
   * blob, where the page's CSP allows it; `none` for slices on the main thread. Left out: `blob`, or `none` on a page with a strict CSP.
   */
  readonly worker?: string
  /** Page action of verdicts that name none; `view` when left out. */
  readonly action?: string
  /** Show the challenge and block screens. Left out: only observe. */
  readonly enforce?: boolean
  /** `mailto:` or `https:` address shown on the screens for people who need help. */
  readonly contact?: string
  /** Language of the screens (BCP 47); the page's when left out. */
  readonly language?: string
  /** CSP nonce for the script element of the screens. */
  readonly nonce?: string
  /** The longest that `attest()` may take, 10 s when left out. Time on a hidden tab does not count. */
  readonly deadline?: Ms
  /** The same for a form that waits to be sent, 4 s when left out. */
  readonly formDeadline?: Ms
}

/** Options after parsing: complete and well-formed. */
export interface Settings {
  readonly key: string
  /** Without a slash at its end. */
  readonly endpoint: string
  readonly worker: string | undefined
  /** Page action of verdicts that name none. */
  readonly action: string
  readonly enforce: boolean
  readonly contact: string | undefined
  readonly language: string | undefined
  readonly nonce: string | undefined
  readonly deadline: Ms
  readonly formDeadline: Ms
}

const DEFAULT_ACTION = 'view'

const KEY = /^pk_[\w-]{4,64}$/
const ACTION = /^[a-z0-9_/-]{1,32}$/
const CONTACT = /^(mailto|https):/i

export const isAction = (text: string): boolean => ACTION.test(text)

/** Makes a page action of what stands in a form's attribute: markup must not be able to break a form. */
export function toAction(text: string): string | undefined {
  const action = text
    .toLowerCase()
    .replace(/[^a-z0-9_/-]+/g, '-')
    .slice(0, 32)
  return action || undefined
}

function isHttp(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol)
  } catch {
    return false
  }
}

/** @returns the settings, or what is wrong with the options in words for the developer. */
export function parseOptions(options: CollectorOptions): Result<Settings, string> {
  const { key, endpoint, worker, action, contact, language, nonce } = options
  if (!KEY.test(key)) return err('key must be a site key: pk_…')
  if (!isHttp(endpoint)) return err('endpoint must be the http(s) address of the attest-server')
  if (action !== undefined && !isAction(action)) return err('action must be 1 to 32 of a-z 0-9 _ / -')
  return ok({
    key,
    endpoint: endpoint.replace(/\/+$/, ''),
    worker,
    action: action ?? DEFAULT_ACTION,
    enforce: options.enforce === true,
    contact: contact && CONTACT.test(contact) ? contact : undefined,
    language,
    nonce,
    deadline: options.deadline ?? 10_000,
    formDeadline: options.formDeadline ?? 4_000,
  })
}
