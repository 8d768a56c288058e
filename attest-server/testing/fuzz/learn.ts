import type { FuzzRequest } from './fuzz-request.js'
import { jsonOf } from './json-of.js'
import type { Answer } from './send.js'
import { type PoolName, remember, type Tenant } from './tenant.js'

/** The lists are long, and name nothing that is needed. */
const MOST_LEARNT = 100_000

const fields: Readonly<Record<string, PoolName>> = { session_token: 'session', session_id: 'verification', request_id: 'request' }

const textOf = (value: object, name: string): string | undefined => {
  const found = (value as Readonly<Record<string, unknown>>)[name]
  return typeof found === 'string' ? found : undefined
}

function learnKey(tenant: Tenant, value: object): void {
  const key = textOf(value, 'key')
  if (key === undefined) return
  if (textOf(value, 'type') === 'site') tenant.siteKey = key
  if (textOf(value, 'type') === 'private') tenant.privateKey = key
}

function learnSignUp({ tenant, body }: FuzzRequest, value: object): void {
  const sent = jsonOf(body?.toString() ?? '') ?? {}
  const [email, key] = [textOf(sent, 'email'), textOf(value, 'api_key')]
  if (email !== undefined && key !== undefined) tenant.signUps.push({ email, key })
}

/** Keeps what later requests can name: of sessions, rules, keys and what was scored. */
export function learn(request: FuzzRequest, answer: Answer): void {
  const { tenant, described } = request
  if (answer.status >= 300 || answer.body.length > MOST_LEARNT) return
  const value = jsonOf(answer.body)
  if (typeof value !== 'object' || value === null) return
  for (const [field, pool] of Object.entries(fields)) {
    const text = textOf(value, field)
    if (text !== undefined) remember(tenant, pool, text)
  }
  const { operationId } = described.operation
  const id = textOf(value, 'id')
  if (id !== undefined && /^(addRule|replaceRule)$/.test(operationId)) remember(tenant, 'rule', id)
  if (id !== undefined && operationId === 'issueApiKey') remember(tenant, 'key', id)
  const reference = textOf(value, 'reference')
  if (operationId === 'addException' && reference !== undefined) remember(tenant, 'exception', reference)
  if (operationId === 'rotateScoringKey') learnKey(tenant, value)
  if (operationId === 'signUp') learnSignUp(request, value)
}
