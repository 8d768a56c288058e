import { describe, expect, it } from 'vitest'
import { err, ok } from '../../shared/result.js'
import type { Send } from '../core/outbound/ports.js'
import { crawlers } from '../crawlers/index.js'
import { memoryTexts, TODAY } from '../crawlers/testing/crawler-deps.js'
import { openCrawlers } from '../network/crawler-feeds/open-crawlers.js'
import { exportCrawlers, refreshCrawlers } from './crawlers.js'

const body = new TextEncoder().encode(JSON.stringify({ prefixes: [{ ipv4Prefix: '157.55.39.0/24' }] }))
/** Bing answers, and nobody else. */
const send: Send = async ({ url }) =>
  url.includes('bing.com') ? ok({ status: 200, headers: new Map(), body }) : err({ reason: 'unreachable' })
const two = crawlers.filter(({ id }) => id === 'bing' || id === 'duck')
const open = () => openCrawlers({ crawlers: two, send, resolver: undefined, texts: memoryTexts(), asnOf: () => null, now: () => TODAY })

describe('vouchsafe crawlers', () => {
  it('exports the allowlist as it is known, in columns and as the API has it', async () => {
    const answer = await exportCrawlers(open())
    if (!answer.ok) throw new Error('refused')
    const { data } = answer.value.data as { data: object[] }
    expect(answer.value.lines).toHaveLength(data.length)
    expect(answer.value.lines).toContain('rdns_suffix\tsearch.msn.com\tsearch\tBing')
  })

  it('fetches every list, and says of each what came of it', async () => {
    const answer = await refreshCrawlers(open())
    if (!answer.ok) throw new Error('refused')
    const { lists } = answer.value.data as { lists: { list: string; source: string; fault?: string }[] }
    expect(lists.find(({ list }) => list.startsWith('bing'))).toMatchObject({ source: 'feed', ranges: 1, age: 0 })
    expect(lists.find(({ list }) => list.startsWith('duck'))?.fault).toBe('unreachable')
    expect(answer.value.lines.join('\n')).toMatch(/duck.* ranges, .*; not fetched: unreachable/)
    expect(answer.value.remarks).toHaveLength(1)
  })
})
