import type { Context } from 'hono'
import { z } from 'zod'
import type { Crawler } from '../../core/crawlers/crawler.js'
import { type DetectionRequest, detectCrawler } from '../../core/crawlers/detect-crawler.js'
import { detectionBody } from '../../core/crawlers/detection-body.js'
import { findCrawler } from '../../core/crawlers/find-crawler.js'
import type { CrawlerDeps } from '../../core/crawlers/ports.js'
import type { AppEnv } from '../http/env.js'
import { requestAddress } from '../http/http-facts.js'
import { type Answer, type Example, operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { crawlersError, crawlersFaultSchema } from './faults.js'
import { asnOf, type DetectFields, detectAnswer, detectRequest, isOn } from './schemas.js'

export interface DetectDeps {
  readonly crawlers: CrawlerDeps
  readonly trustedProxies: number
}

/** In the place of a vendor: whichever it is. */
const AUTO = 'detect'
/** Of an unknown action in an answer. */
const MOST_ECHO = 64

const filled = (text: string | null | undefined): string | undefined => text?.trim() || undefined

/** On auto, what was left out is the caller's own (YEB-04, YEB-05): a server asks for its visitor, a browser for itself. */
function userAgentOf(c: Context<AppEnv>, { ua }: DetectFields, isAuto: boolean): DetectionRequest['userAgent'] {
  const given = filled(ua)
  if (given !== undefined) return { text: given, source: 'param' }
  const own = isAuto ? filled(c.req.header('user-agent')) : undefined
  return own === undefined ? undefined : { text: own, source: 'header' }
}

async function detect(c: Context<AppEnv>, fields: DetectFields, crawler: Crawler | undefined, deps: DetectDeps): Promise<Answer> {
  const isAuto = crawler === undefined
  const ip = filled(fields.ip) ?? (isAuto ? requestAddress(c, deps.trustedProxies) : undefined)
  if (ip === undefined) return { code: 'invalid', detail: 'ip: an IPv4 or IPv6 address is needed.' }
  const asn = asnOf(fields.asn)
  if (Number.isNaN(asn)) return { code: 'invalid', detail: 'asn: no autonomous system has this number.' }
  const request: DetectionRequest = {
    ip,
    crawler,
    userAgent: userAgentOf(c, fields, isAuto),
    verifyRdns: isOn(fields.verify_rdns),
    strictRdns: isOn(fields.strict_rdns),
    verifyAsn: isOn(fields.verify_asn),
    strictAsn: isOn(fields.strict_asn),
    asn,
  }
  const detection = await detectCrawler(request, deps.crawlers)
  if (!detection.ok) return { code: 'invalid', detail: 'ip: not an IPv4 or IPv6 address.' }
  return c.json({ result: detectionBody(detection.value) })
}

const common = {
  security: 'yeb',
  limit: 'crawlers',
  // Fields may stand in the address, as the key may.
  query: detectRequest,
  body: detectRequest.optional(),
  bodyTypes: ['json', 'form', 'multipart'],
} as const

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

const examples: Example[] = [
  { summary: 'Googlebot', body: { ip: '66.249.66.1', ua: GOOGLEBOT }, status: 200 },
  { summary: 'somebody in its name', body: { ip: '203.0.114.7', ua: GOOGLEBOT }, status: 200 },
  { summary: 'no address', body: { ip: 'somewhere' }, status: 400, response: { error: 'ip: not an IPv4 or IPv6 address.', code: 400 } },
]

/** `POST /v1/bot/detect`: whichever vendor it is. */
export function detectEndpoint(path: string, id: string, deps: DetectDeps): Endpoint {
  const POST = operation({
    ...common,
    id,
    summary: 'Whose crawler an address is.',
    responses: { 200: { description: 'What was found.', schema: detectAnswer } },
    examples,
    handle: (c, { query, body }) => detect(c, { ...query, ...body }, undefined, deps),
  })
  return { path, POST }
}

/** `POST /v1/bot/detect/{vendor}`; `detect` in the vendor's place is auto, too. */
export function detectVendorEndpoint(deps: DetectDeps): Endpoint {
  const POST = operation({
    ...common,
    id: 'detectVendor',
    summary: 'Whether an address is this vendor’s crawler.',
    params: z.object({ vendor: z.string().meta({ description: '`google`, `bing`, `duck`, … or `detect`: whichever it is.' }) }),
    responses: {
      200: { description: 'What was found.', schema: detectAnswer },
      422: { description: 'No such vendor.', schema: crawlersFaultSchema },
    },
    examples: [
      { summary: 'Bingbot', params: { vendor: 'bing' }, body: { ip: '157.55.39.1' }, status: 200 },
      { summary: 'whichever it is', params: { vendor: 'detect' }, body: { ip: '66.249.66.1' }, status: 200 },
      {
        summary: 'a vendor that is not known',
        params: { vendor: 'foo' },
        body: { ip: '66.249.66.1' },
        status: 422,
        response: { error: "Unknown action 'foo'", code: 422 },
      },
    ],
    async handle(c, { params: { vendor }, query, body }) {
      const isAuto = vendor.toLowerCase() === AUTO
      const crawler = isAuto ? undefined : findCrawler(vendor, deps.crawlers.crawlers)
      if (!isAuto && !crawler) return crawlersError(422, `Unknown action '${vendor.slice(0, MOST_ECHO)}'`)
      return detect(c, { ...query, ...body }, crawler, deps)
    },
  })
  return { path: '/v1/bot/detect/:vendor', POST }
}
