import { err, ok, type Result } from '../shared/result.js'
import type { Ms } from '../shared/units.js'
import { DEFAULT_PAGE_ACTION, PAGE_ACTION, SITE_KEY, TOKEN_FIELD } from '../shared/wire/names.js'

/** What `createCollector` takes. */
export interface CollectorOptions {
  /** The project's site key, `pk_…`. */
  readonly key: string
  /** Address of the attest-server, for example `https://attest.example`. */
  readonly endpoint: string
  /**
   * Where the device key, the proof of work and our requests are: the URL of a copy of `worker.js` on the page's own origin; `blob` for a worker made from a
   * blob, where the page's CSP allows it; `none` for slices on the main thread. Left out: the server's file where it shares the page's
   * origin, else `blob`; `none` on a page that shows signs of a strict CSP.
   */
  readonly worker?: string | undefined
  /** Page action of verdicts that name none; `view` when left out. */
  readonly action?: string | undefined
  /** Form field in which a backend looks for the token: `g-recaptcha-response`, for example; `vouchsafe-token` when left out. */
  readonly field?: string | undefined
  /** Show the challenge and block screens. Left out: only observe. */
  readonly enforce?: boolean | undefined
  /** `mailto:` or `https:` address shown on the screens for people who need help. */
  readonly contact?: string | undefined
  /** Language of the screens (BCP 47); the page's when left out. */
  readonly language?: string | undefined
  /** CSP nonce for the script element of the screens. */
  readonly nonce?: string | undefined
  /** The longest that `attest()` may take, 10 s when left out. Time on a hidden tab does not count. */
  readonly deadline?: Ms | undefined
  /** The same for a form that waits to be sent, 4 s when left out. */
  readonly formDeadline?: Ms | undefined
}

/** Options after parsing: complete and well-formed. */
export interface Settings extends CollectorOptions {
  /** Without a slash at its end. */
  readonly endpoint: string
  readonly action: string
  readonly field: string
  readonly deadline: Ms
  readonly formDeadline: Ms
}

const HTTP = /^https?:\/\/[^/]/i

/** A name that can be asked for in quotes. */
const FIELD = /^[\w.:[\]-]{1,64}$/

/** Makes a page action of what stands in a form's attribute: markup must not be able to break a form. */
export function toAction(text: string): string | undefined {
  const action = text
    .toLowerCase()
    .replace(/[^a-z0-9_/-]+/g, '-')
    .slice(0, 32)
  return action || undefined
}

/** @returns the settings, or the name of the option that is wrong. */
export function parseOptions(options: CollectorOptions): Result<Settings, keyof CollectorOptions> {
  const { key, endpoint, action = DEFAULT_PAGE_ACTION, field = TOKEN_FIELD, deadline = 10_000, formDeadline = 4_000 } = options
  if (!SITE_KEY.test(key)) return err('key')
  if (!HTTP.test(endpoint)) return err('endpoint')
  if (!PAGE_ACTION.test(action)) return err('action')
  if (!FIELD.test(field)) return err('field')
  return ok({ ...options, endpoint: endpoint.replace(/\/+$/, ''), action, field, deadline, formDeadline })
}
