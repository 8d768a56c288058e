import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { err, ok } from '../../../shared/result.js'
import type { Send } from '../../core/outbound/ports.js'
import { crawlers } from '../../crawlers/index.js'
import { memoryTexts, TODAY } from '../../crawlers/testing/crawler-deps.js'
import { followCrawlers } from './follow-crawlers.js'
import { type CrawlerSources, type ListFault, openCrawlers } from './open-crawlers.js'

const bing = crawlers.filter(({ id }) => id === 'bing')
const body = new TextEncoder().encode(JSON.stringify({ prefixes: [{ ipv4Prefix: '157.55.39.0/24' }] }))
const answering: Send = async () => ok({ status: 200, headers: new Map(), body })
const failing: Send = async () => err({ reason: 'unreachable' })

/** Bing's crawler alone, in a world that a test makes. */
function open(changes: Partial<CrawlerSources> = {}) {
  const texts = memoryTexts()
  const clock = { now: TODAY }
  const sources = { crawlers: bing, send: answering, resolver: undefined, texts, asnOf: () => null, now: () => clock.now, ...changes }
  return { texts, clock, opened: openCrawlers(sources) }
}

/** A log that remembers, and a wait for its next line. */
function listen() {
  const lines: string[] = []
  let heard: () => void = () => undefined
  const write = (event: string) => {
    lines.push(event)
    heard()
  }
  return { lines, log: { info: write, error: write }, next: () => new Promise<void>((resolve) => (heard = resolve)) }
}

describe('the lists of vendors', () => {
  it('are fetched when they are due, each twelve hours, and not before', async () => {
    let fetched = 0
    const send: Send = (request) => {
      fetched++
      return answering(request)
    }
    const { opened, clock } = open({ send })
    const always = () => true
    await opened.refreshDue(always)
    await opened.refreshDue(always)
    expect(fetched).toBe(1)
    clock.now += 12 * 3600
    await opened.refreshDue(always)
    expect(fetched).toBe(2)
  })

  it('are kept, so that another process begins with them and asks nobody', async () => {
    const { opened, texts } = open()
    await opened.refreshAll()
    const asked: string[] = []
    const send: Send = (request) => {
      asked.push(request.url)
      return failing(request)
    }
    const next = open({ texts, send })
    expect([...(await next.opened.refreshDue(() => true))]).toEqual([])
    expect(asked).toEqual([])
    expect((await next.opened.lists()).map(({ source, size }) => [source, size])).toEqual([['stored', 1]])
  })

  it('serve as they shipped where the vendor cannot be reached, and where nothing may go out', async () => {
    for (const [send, fault] of [
      [failing, 'unreachable'],
      [undefined, 'off'],
    ] as const) {
      const { opened } = open({ send })
      expect([...(await opened.refreshAll()).values()]).toEqual([fault])
      const [list] = await opened.lists()
      expect([list?.source, list!.size > 0, list!.age! > 0]).toEqual(['snapshot', true, true])
    }
  })

  it('are fetched behind the requests, and the log hears of a fault once', async () => {
    const { lines, log, next } = listen()
    const answers: ReadonlyMap<string, ListFault>[] = [new Map([['bing', 'timed-out']]), new Map([['bing', 'timed-out']]), new Map()]
    const back = next()
    const stop = followCrawlers({ refreshDue: async () => answers.shift() ?? new Map() }, log, 1)
    await back
    if (lines.length < 2) await next()
    stop()
    expect(lines).toEqual(['crawler-feeds-failed', 'crawler-feeds-back'])
  })

  it('are left to themselves when the server stops', async () => {
    const { lines, log } = listen()
    let end: () => void = () => undefined
    const stop = followCrawlers(
      { refreshDue: () => new Promise((resolve) => (end = () => resolve(new Map([['bing', 'timed-out']])))) },
      log,
      1,
    )
    stop()
    end()
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(lines).toEqual([])
  })

  it('are held against names of public addresses alone', async () => {
    const asked: string[] = []
    const reverse = async (address: string) => (asked.push(address) > 0 ? [] : [])
    const { opened } = open({ resolver: { reverse, forward: async () => [] } })
    for (const text of ['127.0.0.1', '192.168.1.7', '::1', '157.55.39.1']) await opened.hosts?.find(parseAddress(text)!, bing[0]!.hosts)
    expect(asked).toEqual(['157.55.39.1'])
  })
})
