import { type Given, givenCredentials, givenNames, madeCredentials } from './credentials.js'
import type { Target } from './harness/client.js'
import { startOwnServer } from './harness/own-server.js'
import { type Outcome, type Row, runItems, type Skipped } from './harness/run-items.js'
import { items } from './index.js'

export interface Options {
  /** Of a server that is up; undefined: the built one is started. */
  readonly url?: string
  /** Those items alone whose id begins so. */
  readonly only?: string
  readonly given: Given
  note?(outcome: Row | Skipped): void
}

/** How long one answer, and one item, may take, in ms. */
const PATIENCE = 10_000
const DEADLINE = 90_000
/** Below twenty requests a second. */
const PACE = 60

/** Keys by their options and else by the environment: `CONFORMANCE_SITE_KEY` for `--site-key`. */
export function givenKeys(options: Readonly<Record<string, string | undefined>>, env: NodeJS.ProcessEnv): Given {
  const found = givenNames.map((name) => [name, options[name] ?? env[`CONFORMANCE_${name.toUpperCase().replaceAll('-', '_')}`]])
  return Object.fromEntries(found.filter(([, value]) => value)) as Given
}

/** Every item against one server, which is stopped at the end when it is our own. @throws when it does not start */
export async function runConformance({ url, only = '', given, note }: Options): Promise<Outcome> {
  const wanted = items.filter(({ id }) => id.startsWith(only))
  const run = (target: Target) => runItems(wanted, target, DEADLINE, note)
  if (url !== undefined)
    return run({ url: new URL(url).origin, keys: givenCredentials(new URL(url).origin, given), patience: PATIENCE, pace: PACE })
  const server = await startOwnServer()
  try {
    return await run({ url: server.url, keys: madeCredentials(server), server, patience: PATIENCE, pace: PACE })
  } finally {
    await server.stop()
  }
}
