import type { OwnServer } from './harness/own-server.js'
import { addressOf, sendRequest } from './harness/send-request.js'
import { Untold } from './harness/untold.js'

/** A project with scoring enabled. */
export interface ProjectKeys {
  readonly id: string
  /** `pk_…` */
  readonly siteKey: string
  /** `sk_…` */
  readonly privateKey: string
}

/** The keys that items send. Each is made when it is first asked for; what cannot be had is `Untold`, what fails is an error. */
export interface Credentials {
  /** A token of the account that owns the project. */
  account(): Promise<string>
  /** Shared by all items: whoever changes it puts it back. */
  project(): Promise<ProjectKeys>
  /** Its own, to rotate and to break. */
  newProject(): Promise<ProjectKeys>
  /** Id of a project that was made a moment ago: scoring is not enabled. */
  bareProject(): Promise<string>
  /** Id of a project of another account. */
  foreignProject(): Promise<string>
  /** A new one each time, where they can be made: its limit is ten requests a minute. */
  detlab(): Promise<string>
  afk(tier?: 'free' | 'pro'): Promise<string>
  /** `sk_live_…` */
  live(): Promise<string>
  yeb(): Promise<string>
}

/** Keys of a server that is already up, by the names of `--account` and so on, and of `CONFORMANCE_ACCOUNT` and so on. */
export const givenNames = ['account', 'project', 'site-key', 'private-key', 'detlab', 'afk', 'live', 'yeb'] as const
export type Given = Readonly<Partial<Record<(typeof givenNames)[number], string>>>

const PATIENCE = 10_000

const textIn = (answer: unknown, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = (answer as Record<string, unknown> | null)?.[name]
    if (typeof value === 'string' && value !== '') return value
  }
  throw new Error(`there is no ${names.join(' or ')} in what was printed`)
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function enableScoring(url: string, id: string, token: string): Promise<ProjectKeys> {
  const sent = { headers: { authorization: `Bearer ${token}` }, json: {} }
  const answer = await sendRequest(addressOf(url, `/v1/projects/${id}/scoring`), 'POST', sent, PATIENCE)
  if (answer.status >= 300) throw new Error(`scoring could not be enabled: ${answer.status} ${answer.text.slice(0, 200)}`)
  return { id, siteKey: textIn(answer.json, 'site_key'), privateKey: textIn(answer.json, 'private_key') }
}

async function signUp(url: string, n: number): Promise<string> {
  // From an address of its own: how often one may sign up is limited.
  const sent = { json: { email: `conformance-${n}@example.com` }, headers: { 'x-forwarded-for': `198.18.${n % 250}.1` } }
  const answer = await sendRequest(addressOf(url, '/api/signup'), 'POST', sent, PATIENCE)
  if (answer.status >= 300) throw new Error(`sign-up: ${answer.status} ${answer.text.slice(0, 200)}`)
  return textIn(answer.json, 'api_key')
}

/** All made by the command line and by the server itself. */
export function madeCredentials({ url, vouchsafe }: Pick<OwnServer, 'url' | 'vouchsafe'>): Credentials {
  let accounts = 0
  const newAccount = async () => {
    const email = `owner-${accounts++}@example.com`
    return { email, token: textIn(await vouchsafe('account', 'create', '--email', email, '--plan', 'pro'), 'token') }
  }
  const account = once(newAccount)
  const bare = async (owner: Promise<{ readonly email: string }>) => {
    const { email } = await owner
    const id = textIn(await vouchsafe('project', 'create', '--name', 'Conformance', '--origin', 'loopback'), 'id')
    await vouchsafe('account', 'adopt', '--email', email, '--project', id)
    return id
  }
  const newProject = async () => enableScoring(url, await bare(account()), (await account()).token)
  const project = once(newProject)
  const key = async (kind: string, tier: string) =>
    textIn(await vouchsafe('key', 'create', '--kind', kind, '--project', (await project()).id, '--tier', tier), 'key')
  let signUps = 0
  const afk = once(() => key('nobotspls', 'pro'))
  return {
    account: async () => (await account()).token,
    project,
    newProject,
    bareProject: () => bare(account()),
    foreignProject: once(() => bare(newAccount())),
    detlab: () => signUp(url, signUps++),
    afk: (tier = 'pro') => (tier === 'pro' ? afk() : key('nobotspls', 'free')),
    live: once(() => key('detectip', 'pro')),
    yeb: once(() => key('yeb', 'pro')),
  }
}

/** Those that were given; what would need another one cannot be told. */
export function givenCredentials(url: string, given: Given): Credentials {
  const wanted = async (name: keyof Given) => {
    const value = given[name]
    if (value === undefined) throw new Untold(`needs --${name}`)
    return value
  }
  const refused = (what: string) => async () => {
    throw new Untold(`needs ${what}, which is made only on a server that the runner started`)
  }
  const project = once(async () => {
    const id = await wanted('project')
    const [siteKey, privateKey] = [given['site-key'], given['private-key']]
    return siteKey && privateKey ? { id, siteKey, privateKey } : enableScoring(url, id, await wanted('account'))
  })
  return {
    account: () => wanted('account'),
    project,
    newProject: refused('a project of its own'),
    bareProject: refused('a project without scoring'),
    foreignProject: refused('a project of another account'),
    detlab: () => wanted('detlab'),
    afk: (tier = 'pro') => (tier === 'pro' ? wanted('afk') : refused('a key of the free tier')()),
    live: () => wanted('live'),
    yeb: () => wanted('yeb'),
  }
}
