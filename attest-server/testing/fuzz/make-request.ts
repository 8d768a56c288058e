import type { ApiDocument, Content, Described } from './api-document.js'
import { type Dice, diceOf } from './dice.js'
import { encoded, type FuzzRequest, wellFormed } from './fuzz-request.js'
import { keyHeaders } from './key-headers.js'
import { filled, knownTo } from './known-values.js'
import { mutations } from './mutations.js'
import type { Known, Sampler } from './sample-schema.js'
import type { Tenant, World } from './tenant.js'

/** As the document says; whatever is odd, is odd about one of these. */
const PLAIN = 0.35
const FREE = 0.03
const EXAMPLE = 0.6
/** From here as often as the limits by address are met; else from an address of its own. */
const SHARED_ADDRESS = 0.02

export interface Maker {
  readonly document: ApiDocument
  readonly operations: readonly Described[]
  readonly sampler: Sampler
  readonly world: World
  readonly seed: number
}

function pathOf({ path, operation }: Described, sampler: Sampler, dice: Dice, known: Known): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = operation.parameters?.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema ?? {}
    const sampled = sampler.sample(schema, dice, known)
    return encoded(String((dice.chance(0.95) ? known(name) : undefined) ?? (sampled === '' ? 'none' : sampled)))
  })
}

function queryOf({ operation }: Described, sampler: Sampler, dice: Dice, known: Known): [string, string][] {
  return (operation.parameters ?? []).flatMap(({ name, in: place, required, schema }) => {
    if (place !== 'query' || (!required && !dice.chance(0.6))) return []
    const value = (dice.chance(0.8) ? known(name) : undefined) ?? sampler.sample(schema, dice, known)
    return [[encoded(name), encoded(String(value))] as [string, string]]
  })
}

function bodyValue(
  content: Content,
  type: string,
  tenant: Tenant,
  operationId: string,
  sampler: Sampler,
  dice: Dice,
  known: Known,
): unknown {
  const { schema = {}, examples = {} } = content[type] ?? {}
  const [sampled, isExample, at] = [sampler.sample(schema, dice, known), dice.chance(EXAMPLE), dice.next()]
  // What is good once is taken.
  const once = tenant.bodies.get(operationId)?.shift()
  if (once !== undefined) return once
  const all = Object.values(examples)
  return isExample && all.length > 0 ? filled(all[Math.floor(at * all.length)]!.value, tenant, known) : sampled
}

function written(value: unknown, type: string): { readonly type: string; readonly body: Buffer } {
  if (type === 'application/json') return { type, body: Buffer.from(JSON.stringify(value) ?? '') }
  const fields = Object.entries((value ?? {}) as object).map(([name, inner]) => [name, wellFormed(String(inner))] as [string, string])
  if (type === 'application/x-www-form-urlencoded') return { type, body: Buffer.from(new URLSearchParams(fields).toString()) }
  const parts = fields.map(([name, inner]) => `--fuzz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${inner}\r\n`)
  return { type: 'multipart/form-data; boundary=fuzz', body: Buffer.from(`${parts.join('')}--fuzz--\r\n`) }
}

const address = (dice: Dice): string => `100.${64 + dice.below(64)}.${dice.below(256)}.${dice.below(256)}`

/** The request of this number: the same for a seed, but for what the server has issued. */
export function makeRequest({ operations, sampler, world, seed }: Maker, number: number): FuzzRequest {
  const dice = diceOf(seed, number)
  const described = dice.pick(operations)
  const { operation } = described
  const tenant = dice.chance(FREE) ? world.free : dice.pick(world.tenants)
  const known = knownTo(tenant, world, dice, operation.operationId)
  const credentials = keyHeaders(described, tenant, dice)
  const from = dice.chance(SHARED_ADDRESS) ? '203.0.113.250' : address(dice)
  const request: FuzzRequest = {
    number,
    described,
    tenant,
    method: described.method,
    path: pathOf(described, sampler, dice, known),
    query: [...queryOf(described, sampler, dice, known), ...credentials.query],
    headers: [['x-forwarded-for', from], ...credentials.headers],
    body: undefined,
    changes: [],
    isOwn: true,
    isChunked: false,
  }
  const content = operation.requestBody?.content
  if (content) {
    const type = dice.pick(Object.keys(content))
    const value = bodyValue(content, type, tenant, operation.operationId, sampler, dice, known)
    const { type: sent, body } = written(value, type)
    request.headers = [...request.headers, ['content-type', sent]]
    request.body = body
  }
  if (credentials.email !== undefined) request.query = [['email', encoded(credentials.email)]]
  if (dice.chance(PLAIN)) return request
  for (let left = 1 + dice.below(3); left > 0; left--) dice.pick(mutations)(request, dice, world)
  return request
}
