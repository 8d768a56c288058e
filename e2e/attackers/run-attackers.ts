import { startOwnServer } from '../conformance/harness/own-server.js'
import type { Options, Outcome } from './harness/outcome.js'
import { makeProject, ownField } from './harness/own-field.js'
import { controlByWindow } from './harness/plain-window.js'
import { runAttacks } from './harness/run-attacks.js'
import { attackers } from './index.js'

/** At the same time: some wait, as a person takes time, and some reckon. */
const LANES = 4

/** @returns the names that no attacker has */
export const unknownNames = (only: readonly string[]): string[] => only.filter((name) => !attackers.some((one) => one.name === name))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Every attacker against a server of our own, which is stopped at the end. @throws when it does not start */
export async function runAttackers({ only, tries, note }: Options): Promise<Outcome> {
  const wanted = attackers.filter(({ name }) => only.length === 0 || only.includes(name))
  const server = await startOwnServer()
  try {
    const siteKey = await makeProject(server, 'Control', 'loopback')
    const control = await controlByWindow(server.url, siteKey).catch((error) => `could not run: ${messageOf(error)}`)
    return { control, rows: await runAttacks(wanted, ownField(server), tries, LANES, note) }
  } finally {
    await server.stop()
  }
}

/** Whether every attacker ended as it should, on a server that lets honest visitors through. */
export const isKept = ({ control, rows }: Outcome): boolean => control === 'accepted' && rows.length > 0 && rows.every(({ ok }) => ok)
