import { limited } from '../attackers/harness/limited.js'
import { MissingError } from '../support/machine/tools.js'
import type { Deployment, DeploymentName } from './harness/deployment.js'
import type { Fault } from './harness/fault.js'
import { createFindings, type Found } from './harness/findings.js'
import { openDeployment } from './harness/open-deployment.js'
import { faults } from './index.js'

/** What came of a fault on one deployment. */
export interface Row extends Found {
  readonly fault: string
  readonly on: DeploymentName
  /** Why it was not run: what it needs is not on this machine. */
  readonly skipped?: string
  readonly seconds: number
}

export interface Options {
  /** Names; all where there are none. */
  readonly only: readonly string[]
  /** Deployments; all where there are none. */
  readonly on: readonly string[]
  /** Of the quickest; of others fewer. */
  readonly runs: number
  /** Faults at the same time. */
  readonly lanes: number
  note?(row: Row): void
}

/** Of a fault that says nothing of it. */
const COST = 8

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** @returns the names that no fault, and no deployment has */
export const unknownNames = ({ only, on }: Pick<Options, 'only' | 'on'>): string[] => [
  ...only.filter((name) => !faults.some((one) => one.name === name)),
  ...on.filter((name) => !Object.hasOwn(openDeployment, name)),
]

/** @param open what it happens to @param wanted how often the quickest happens */
export async function runFault(fault: Fault, open: () => Promise<Deployment>, on: DeploymentName, wanted: number): Promise<Row> {
  const [findings, since] = [createFindings(), performance.now()]
  const runs = Math.ceil(wanted / (fault.cost ?? COST))
  const row = (more: Partial<Row> = {}): Row => {
    const seconds = Math.round((performance.now() - since) / 100) / 10
    return { fault: fault.name, on, ...findings.read(), seconds, ...more }
  }
  let deployment: Deployment | undefined
  try {
    deployment = await open()
    await fault.run({ deployment, runs, findings })
    return row()
  } catch (error) {
    if (error instanceof MissingError) return row({ skipped: error.message })
    const { faults: found } = findings.read()
    return row({ ok: false, faults: [...found, `could not run: ${messageOf(error)}`] })
  } finally {
    await deployment?.close()
  }
}

/** Every fault against servers of its own. @returns rows in the order of the list */
export async function runFaults({ only, on, runs, lanes, note }: Options): Promise<Row[]> {
  const isWanted = (names: readonly string[], name: string) => names.length === 0 || names.includes(name)
  const once = limited(lanes)
  const pairs = faults
    .filter(({ name }) => isWanted(only, name))
    .flatMap((fault) => fault.on.filter((name) => isWanted(on, name)).map((name) => [fault, name] as const))
  const run = async ([fault, name]: (typeof pairs)[number]) => {
    const row = await runFault(fault, openDeployment[name], name, runs)
    note?.(row)
    return row
  }
  return Promise.all(pairs.map((pair) => once(() => run(pair))))
}
