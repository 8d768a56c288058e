import { type DetectionRequest, detectCrawler } from '../../core/crawlers/detect-crawler.js'
import { detectionBody } from '../../core/crawlers/detection-body.js'
import { findCrawler } from '../../core/crawlers/find-crawler.js'
import { crawlers } from '../index.js'
import { crawlerDeps } from './crawler-deps.js'

/** A request in short: everything that is not said is not asked for. */
export interface Asked extends Partial<Omit<DetectionRequest, 'crawler' | 'userAgent'>> {
  readonly ip: string
  readonly vendor?: string
  readonly ua?: string
  readonly header?: string
}

/** What yeb.to's API would answer in a world that a test makes. */
export async function detectBody({ vendor, ua, header, ...request }: Asked, world: Parameters<typeof crawlerDeps>[0] = {}) {
  const userAgent =
    ua !== undefined
      ? { text: ua, source: 'param' as const }
      : header !== undefined
        ? { text: header, source: 'header' as const }
        : undefined
  const none = { verifyRdns: false, strictRdns: false, verifyAsn: false, strictAsn: false, asn: undefined }
  const crawler = vendor === undefined ? undefined : findCrawler(vendor, crawlers)
  const found = await detectCrawler({ ...none, ...request, crawler, userAgent }, await crawlerDeps(world))
  if (!found.ok) throw new Error(found.error)
  return detectionBody(found.value)
}
