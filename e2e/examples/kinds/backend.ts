import { environmentWith } from '../../support/machine/built-server.js'
import { type Child, startChild } from '../../support/machine/child.js'
import { freePort } from '../../support/machine/free-port.js'
import { untilOpen } from '../../support/machine/until-open.js'
import { byForm, checkBackend, type Send } from '../harness/check-backend.js'
import { checkSpellings, type Guards } from '../harness/check-spellings.js'
import type { Example } from '../harness/example.js'
import { type JwksRelay, openJwksRelay } from '../harness/jwks-relay.js'
import type { Stage } from '../harness/stage.js'
import { copyExample } from '../harness/workplace.js'

/** A program that is started in a folder with these settings. */
export interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Where it listens; left out, at the place's. */
  readonly port?: number
}

/** Where a back end is about to run. */
export interface Place {
  readonly folder: string
  readonly port: number
  readonly stage: Stage
  /** PORT, SITE_ORIGIN, VOUCHSAFE_URL, VOUCHSAFE_KEY and VOUCHSAFE_JWKS, as every example reads them. */
  readonly settings: Readonly<Record<string, string>>
}

/** What is started of an example. */
export interface Served {
  readonly name: string
  /** Of docs/examples. */
  readonly folder: string
  /** Where it is copied to, if not beside the packages of the repository. */
  readonly place?: string
  /** Whatever has to be made before it can start. @returns the programs that it is made of, in the order in which they start */
  prepare(place: Place): Promise<readonly Program[]> | readonly Program[]
}

export interface Backend extends Served, Omit<Example, 'run'> {
  /** A form at /sign-up, where it says nothing else. */
  send?(url: string): Send
  /** What it guards by its path or for somebody behind it. */
  readonly guards?: Guards
}

const PATIENCE = 40_000

async function stopAll(children: readonly Child[]): Promise<void> {
  await Promise.all(children.map((child) => child.stop('SIGTERM', 2000)))
}

/**
 * Starts a copy of it with its own runtime, and stops it afterwards.
 * @returns what `check` found @throws Error with what was wrong, and what the programs said
 */
export async function serve(
  { name, folder: source, place, prepare }: Served,
  stage: Stage,
  check: (url: string, relay: JwksRelay) => Promise<string>,
): Promise<string> {
  const { attest, origin } = stage
  const relay = await openJwksRelay(attest.server.url)
  const children: Child[] = []
  try {
    const [folder, port] = [await copyExample(name.replaceAll(/\W+/g, '-'), source, place), await freePort()]
    const site = { PORT: String(port), SITE_ORIGIN: origin }
    const settings = { ...site, VOUCHSAFE_URL: attest.server.url, VOUCHSAFE_KEY: attest.siteKey, VOUCHSAFE_JWKS: relay.url }
    for (const { command, args, env, port: own = port } of await prepare({ folder, port, stage, settings })) {
      const child = startChild(command, args, { cwd: folder, env: environmentWith({ ...settings, ...env }) })
      children.push(child)
      const ended = child.exit.then((code) => Promise.reject(new Error(`${command} ended with ${code}`)))
      await Promise.race([untilOpen(own, PATIENCE).then((socket) => socket.destroy()), ended])
    }
    return await check(`http://127.0.0.1:${port}`, relay)
  } catch (error) {
    const said = children.map((child) => child.output().trim().slice(-800)).join('\n')
    throw new Error(`${error instanceof Error ? error.message : error}${said && `\n${said}`}`)
  } finally {
    await stopAll(children)
    relay.close()
  }
}

/** A back end as an example: it is held to all that one has to do. */
export const backend = (what: Backend): Example => {
  const send = what.send ?? ((url) => byForm(`${url}/sign-up`))
  const check = async (stage: Stage, url: string, relay: JwksRelay) => {
    const found = await checkBackend(stage, relay, send(url))
    return what.guards ? `${found}, ${await checkSpellings(url, what.guards)}` : found
  }
  return { ...what, run: (stage) => serve(what, stage, (url, relay) => check(stage, url, relay)) }
}
