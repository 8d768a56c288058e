import { err, ok, type Result } from '../../shared/result.js'
import { composeControl } from '../compose/compose-control.js'
import { clock, makePrivateKey, random, yieldTurn } from '../compose/compose-deps.js'
import type { Fault } from '../core/fault.js'
import { createApiKeys } from '../keys/api-keys.js'
import type { ControlDeps } from '../routes/control/deps.js'
import type { Project, Stores } from '../stores/ports.js'
import { failure, misuse, type Refusal } from './answer.js'
import type { Options } from './parse-arguments.js'

/** What the commands of the control plane work with: the same as its routes. */
export interface Desk {
  readonly stores: Stores
  readonly control: ControlDeps
  /** Where the data is. */
  readonly place: string
}

export function openDesk(stores: Stores, place: string): Desk {
  const apiKeys = createApiKeys(stores, random, clock)
  return { stores, control: composeControl({ stores, apiKeys, random, clock, yieldTurn, makePrivateKey }), place }
}

/** @param name its id or its site key. */
export async function projectNamed(name: string, { stores: { projects }, place }: Desk): Promise<Result<Project, Refusal>> {
  const project = (await projects.byId(name)) ?? (await projects.bySiteKey(name))
  return project ? ok(project) : failure(`There is no project ${name} in ${place}.`)
}

export async function projectOf({ project = [] }: Options, desk: Desk): Promise<Result<Project, Refusal>> {
  const [name, ...more] = project
  if (name === undefined) return misuse('--project is missing: which project? Give its id, prj_…, or its site key, pk_….')
  return more.length > 0 ? misuse('--project must be given once.') : projectNamed(name, desk)
}

/** @returns the value of an option that must be there. */
export const required = (options: Options, name: 'id' | 'reference' | 'session' | 'email' | 'kind'): Result<string, Refusal> => {
  const value = options[name]
  return value === undefined ? misuse(`--${name} is missing.`) : ok(value)
}

/** What was wrong with a request is wrong with a command; all else is in the way of it. */
export function refusalOf({ code, detail, fields = [] }: Fault): { readonly ok: false; readonly error: Refusal } {
  const places = fields.map(({ message, at, suggestion }) => {
    const place = at ? ` (line ${at.line}, column ${at.column})` : ''
    return `${message}${place}${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`
  })
  if (code === 'invalid' || code === 'malformed') return misuse(...(places.length > 0 ? places : [detail ?? 'The command is wrong.']))
  return err({ code: 1, faults: [detail ?? 'There is no such thing.'] })
}
