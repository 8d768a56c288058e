import { parseArgs } from 'node:util'
import { type Form, signUp } from '../support/driver.js'
import { urlOf } from './ask.js'
import type { Texts } from './page/find-form.js'

/** What a drill was asked for. */
export interface DrillOptions {
  /** The page with the form. */
  readonly url: URL
  readonly task: 'run' | 'list' | 'token'
  readonly only: readonly string[]
  /** Whether whoever sits before the machine is asked to visit the page, too. */
  readonly people: boolean
  readonly runs: number
  readonly atOnce: number
  /** The least share of runs that must come out right, 0 to 1; undefined: any. */
  readonly failUnder?: number | undefined
  /** The folder for the report. */
  readonly out: string
  readonly form?: Form | undefined
  readonly texts: Texts
  /** Of the attest-server and the project, where the page's source does not name them. */
  readonly attest?: URL | undefined
  readonly key?: string | undefined
  /** Other origins that the page needs to work. */
  readonly allow: readonly URL[]
  readonly prove: boolean
}

export const USAGE = `vouchsafe drill URL [options]

Runs bots against a page of yours, and says which of them Vouchsafe stops. URL is the page with the form.

  --list                 which bots can run here, what the others need, and the command that brings it
  --token                what your site has to show before a drill of it (not needed on loopback)
  --people               asks you, too: one visit each by mouse, by keyboard, zoomed, … in browsers that it opens
  --only a,b             these only: bots, and visits of people
  --runs N               each bot N times, 1 to 20 (1)
  --at-once N            so many at once, 1 to 8 (2)
  --fail-under SHARE     exit code 1 where a smaller share of the runs comes out right, bots stopped and people let through: 0.9
  --out DIR              where index.html, drill.json and junit.xml go (vouchsafe-drill)
  --fill 'CSS => TEXT'   fills in this field, and only those given so; once for each
  --submit CSS           the button that sends the form
  --email ADDRESS        what goes into e-mail fields
  --attest URL, --key K  the attest-server and site key, where the page's source has no script tag, or none that you trust
  --allow URL            another origin of yours that the page needs; once for each
  --prove                asks for the proofs on loopback, too

The form is sent: a bot that is let through signs up. VOUCHSAFE_SECRET_KEY (sk_…) with --attest has the report say why
each was stopped.
Exit codes: 0 done · 1 fewer came out right than --fail-under · 2 wrong options · 3 the site is not proved to be yours · 4 nothing could be run.`

const text = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const
const known = {
  ...{ only: text, runs: text, 'at-once': text, 'fail-under': text, out: text, submit: text, email: text, attest: text, key: text },
  ...{ fill: many, allow: many, list: flag, token: flag, prove: flag, people: flag },
} as const

/** @throws Error that says in one line what is wrong with the words */
export function readOptions(argv: readonly string[]): DrillOptions {
  const { values, positionals } = parseArgs({ args: [...argv], options: known, allowPositionals: true, strict: true })
  const [address, ...more] = positionals
  if (more.length > 0) throw new Error('One address at a time.')
  const task = values.list ? 'list' : values.token ? 'token' : 'run'
  // The list is of this machine, whatever the page.
  const url = task === 'list' && address === undefined ? new URL('http://localhost/') : webAddress('The address', address)
  return {
    url,
    task,
    only: (values.only ?? '').split(',').filter(Boolean),
    people: values.people === true,
    runs: whole('--runs', values.runs ?? '1', 20),
    atOnce: whole('--at-once', values['at-once'] ?? '2', 8),
    failUnder: values['fail-under'] === undefined ? undefined : share(values['fail-under']),
    out: values.out ?? 'vouchsafe-drill',
    form: readForm(values.fill, values.submit),
    texts: textsFor(values.email),
    attest: values.attest === undefined ? undefined : webAddress('--attest', values.attest),
    key: values.key,
    allow: (values.allow ?? []).map((each) => webAddress('--allow', each)),
    prove: values.prove === true,
  }
}

function webAddress(what: string, given: string | undefined): URL {
  const url = urlOf(given ?? '')
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`${what} must be a whole one, such as https://my.site/signup.`)
  if (url.username || url.password) throw new Error(`${what} must be without a user and password: they would stand in the report.`)
  return url
}

function whole(name: string, given: string, most: number): number {
  if (!/^\d{1,3}$/.test(given) || Number(given) < 1 || Number(given) > most) throw new Error(`${name} takes a number from 1 to ${most}.`)
  return Number(given)
}

function share(given: string): number {
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(given)) throw new Error('--fail-under takes a share from 0 to 1: 0.9.')
  return Number(given)
}

function readForm(fill: readonly string[] | undefined, submit: string | undefined): Form | undefined {
  if (!fill && !submit) return undefined
  if (!fill || !submit) throw new Error('--fill and --submit belong together.')
  const fields = fill.map((each) => {
    const [selector, text] = each.split(/ => (.*)/s)
    if (!selector || text === undefined) throw new Error(`--fill takes 'SELECTOR => TEXT', not '${each}'.`)
    return { selector, text }
  })
  return { fields, submit }
}

/** By the names of `autocomplete` and of types of fields. @param email of a domain that nobody has (RFC 2606), where none is given */
export const textsFor = (email: string = signUp.email): Texts => ({
  email,
  password: signUp.password,
  'given-name': 'Robin',
  'family-name': 'Meyer',
  username: 'robin.meyer',
  name: 'Robin Meyer',
  tel: '+1 202 555 0142',
  organization: 'Meyer and Daughters',
  'postal-code': '10115',
  'address-level2': 'Berlin',
  'street-address': '12 Mill Lane',
  url: 'https://www.example.org/',
  number: '42',
  text: 'Some words',
})
