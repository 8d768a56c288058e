import { samples } from '../../routes/http/samples.js'
import type { Dice } from './dice.js'
import type { Known } from './sample-schema.js'
import { type PoolName, recall, type Tenant, type World } from './tenant.js'

const expressions = [
  'score < 10',
  'score < 10 AND path == "/checkout"',
  'NOT (country == "DE") OR verified == true',
  'path contains "/api" AND score >= 50',
  'country in ["DE", "FR"]',
] as const
const addresses = ['66.249.66.1', '203.0.113.9', '2001:db8::1', '10.0.0.1', '::ffff:192.0.2.1'] as const
const vendors = ['google', 'bing', 'openai', 'apple', 'amazon', 'anthropic', 'perplexity', 'yandex'] as const
const viewer = ['start.js', 'swagger-ui.css', 'swagger-ui-bundle.js'] as const
const agents = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'curl/8.5.0',
  '',
] as const

const pools: Readonly<Record<string, PoolName>> = {
  session: 'session',
  session_token: 'session',
  token: 'session',
  session_id: 'verification',
  request_id: 'request',
  rule: 'rule',
  key: 'key',
  response: 'verdict',
  name: 'reference',
  page_id: 'page',
}

/** What the server has issued, by the name of the field that takes it, and words that mean something where one of a few is asked for. */
export function knownTo(tenant: Tenant, { files }: World, dice: Dice, operationId: string): Known {
  const fixed: Readonly<Record<string, () => unknown>> = {
    project: () => tenant.id,
    siteKey: () => tenant.siteKey,
    sitekey: () => tenant.siteKey,
    site_key: () => tenant.siteKey,
    secret: () => tenant.privateKey,
    return: () => samples.returnTo,
    expression: () => dice.pick(expressions),
    version: () => 1 + dice.below(3),
    ip: () => dice.pick(addresses),
    ua: () => dice.pick(agents),
    useragent: () => dice.pick(agents),
    vendor: () => dice.pick(vendors),
    file: () => dice.pick(files),
    email: () => `fuzz-${dice.word(12)}@shop.example`,
    reference: () => recall(tenant, operationId === 'removeException' ? 'exception' : 'reference', dice),
    ...(operationId === 'docsFile' ? { file: () => dice.pick(viewer) } : {}),
    ...(operationId === 'showForm' ? { key: () => tenant.siteKey } : {}),
    // One that was sent before is a repetition; most are new.
    ...(operationId === 'postPageHit' ? { page_id: () => dice.word(16) } : {}),
    ...(operationId === 'reportOutcome' ? {} : { request_id: () => dice.word(16) }),
  }
  return (name) => {
    const make = Object.hasOwn(fixed, name) ? fixed[name] : undefined
    if (make) return make()
    const pool = Object.hasOwn(pools, name) ? pools[name] : undefined
    return pool && recall(tenant, pool, dice)
  }
}

/** An example of the document with what this server has issued in place of its samples. */
export function filled(value: unknown, tenant: Tenant, known: Known): unknown {
  const issued = new Map<unknown, unknown>([
    [samples.siteKey, tenant.siteKey],
    [samples.secretKey, tenant.privateKey],
    [samples.project, tenant.id],
    [samples.verdict, known('response')],
    [samples.reference, known('reference')],
  ])
  const fill = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(fill)
    if (typeof inner === 'object' && inner !== null)
      return Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, fill(each)]))
    return issued.get(inner) ?? inner
  }
  return fill(value)
}
