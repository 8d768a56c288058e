import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../../shared/address/parse-address.js'
import type { HostPattern } from '../../core/crawlers/crawler.js'
import { createHostFinder } from './host-finder.js'

const patterns: readonly HostPattern[] = [
  { suffix: 'googlebot.com', trust: 'vendor', kind: 'search_bot' },
  { prefix: 'google-proxy-', suffix: 'google.com', trust: 'vendor', kind: 'user_triggered_google' },
  { suffix: 'google.com', trust: 'vendor' },
]
const CRAWLER = '66.249.66.1'
const NAME = 'crawl-66-249-66-1.googlebot.com'

type Table = Record<string, readonly string[] | Error | 'never'>

function world(table: Table) {
  const state = { now: 1000, asked: [] as string[] }
  const look = async (key: string) => {
    state.asked.push(key)
    const answer = table[key] ?? []
    if (answer === 'never') return new Promise<never>(() => {})
    if (answer instanceof Error) throw answer
    return answer
  }
  const finder = createHostFinder({ resolver: { reverse: look, forward: look }, now: () => state.now, timeLimit: 50 })
  const find = (ip: string) => finder.find(parseAddress(ip)!, patterns)
  return { state, find }
}

describe('forward-confirmed reverse DNS', () => {
  it('confirms a name of the vendor that leads back to the address', async () => {
    const { find } = world({ [CRAWLER]: [NAME], [NAME]: [CRAWLER] })
    expect(await find(CRAWLER)).toEqual({ answered: true, ptr: NAME, confirmed: { name: NAME, pattern: patterns[0] } })
  })

  it('takes the pattern that the name begins as, before one for the whole domain', async () => {
    const name = 'google-proxy-66-249-81-1.google.com'
    const { find } = world({ '66.249.81.1': [name], [name]: ['66.249.81.1'] })
    expect((await find('66.249.81.1')).confirmed?.pattern.kind).toBe('user_triggered_google')
  })

  it('finds an address of version 6 however it is written, and version 4 where it is mapped', async () => {
    const { find } = world({
      '2001:4860:4801:10::1': [NAME],
      [NAME]: ['2001:4860:4801:0010:0:0:0:1', '::ffff:66.249.66.1'],
      [CRAWLER]: [NAME],
    })
    expect((await find('2001:4860:4801:10::1')).confirmed?.name).toBe(NAME)
    expect((await find('::ffff:66.249.66.1')).confirmed?.name).toBe(NAME)
  })

  it('does not look at how the name is written', async () => {
    const { find } = world({ [CRAWLER]: ['Crawl-66-249-66-1.GoogleBot.COM.'], [NAME]: [CRAWLER] })
    expect((await find(CRAWLER)).confirmed?.name).toBe(NAME)
  })

  it.each(['evilgooglebot.com', 'crawl.googlebot.com.evil.example', 'googlebot.com.', 'xgoogle.com', 'google.community'])(
    'asks nothing more of a name that is not of the domain: %s',
    async (name) => {
      const { state, find } = world({ '1.2.3.4': [name] })
      const found = await find('1.2.3.4')
      expect(found).toMatchObject({ answered: true, confirmed: undefined })
      if (name !== 'googlebot.com.') expect(state.asked).toEqual(['1.2.3.4'])
    },
  )

  it('does not believe a name that leads elsewhere: whoever owns an address names it', async () => {
    const { find } = world({ '1.2.3.4': [NAME], [NAME]: [CRAWLER] })
    expect(await find('1.2.3.4')).toEqual({ answered: true, ptr: NAME, confirmed: undefined })
  })

  it('looks at few of many names, and at none that is no name of a host', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `n${i}.googlebot.com`)
    const { state, find } = world({
      '1.2.3.4': many,
      '1.2.3.5': ['<script>.googlebot.com', `${'a'.repeat(260)}.googlebot.com`, 'a\r\nb.googlebot.com'],
    })
    await find('1.2.3.4')
    expect(state.asked).toHaveLength(5)
    expect(await find('1.2.3.5')).toEqual({ answered: true, ptr: undefined, confirmed: undefined })
  })

  it.each<[string, Table]>([
    ['fails at the address', { [CRAWLER]: new Error('SERVFAIL') }],
    ['fails at the name', { [CRAWLER]: [NAME], [NAME]: new Error('SERVFAIL') }],
    ['never answers for the address', { [CRAWLER]: 'never' }],
    ['never answers for the name', { [CRAWLER]: [NAME], [NAME]: 'never' }],
  ])('knows nothing where DNS %s', async (_, table) => {
    const found = await world(table).find(CRAWLER)
    expect([found.answered, found.confirmed]).toEqual([false, undefined])
  })

  it('holds what it found for an hour, that there is nothing for ten minutes, and a failure for half a minute', async () => {
    const table: Table = { [CRAWLER]: [NAME], [NAME]: [CRAWLER], '9.9.9.9': new Error('SERVFAIL') }
    const { state, find } = world(table)
    const askedAfter = async (seconds: number) => {
      state.now += seconds
      state.asked = []
      for (const ip of [CRAWLER, '8.8.8.8', '9.9.9.9']) await find(ip)
      return state.asked
    }
    expect(await askedAfter(0)).toEqual([CRAWLER, NAME, '8.8.8.8', '9.9.9.9'])
    expect(await askedAfter(29)).toEqual([])
    expect(await askedAfter(1)).toEqual(['9.9.9.9'])
    expect(await askedAfter(570)).toEqual(['8.8.8.8', '9.9.9.9'])
    expect(await askedAfter(3000)).toEqual([CRAWLER, NAME, '8.8.8.8', '9.9.9.9'])
  })

  it('asks once for all who want the same address, and no more than so many at once', async () => {
    const { state, find } = world({ [CRAWLER]: [NAME], [NAME]: [CRAWLER] })
    await Promise.all(Array.from({ length: 100 }, () => find(CRAWLER)))
    expect(state.asked).toEqual([CRAWLER, NAME])
    const flood = Array.from({ length: 1000 }, (_, i) => `11.0.${i >> 8}.${i & 255}`)
    const slow = world(Object.fromEntries(flood.map((ip) => [ip, 'never' as const])))
    const found = await Promise.all(flood.map(slow.find))
    expect(slow.state.asked.length).toBe(256)
    expect(found.every(({ answered }) => !answered)).toBe(true)
  })

  it('lets those wait that come in a flood, and answers them', async () => {
    const flood = Array.from({ length: 600 }, (_, i) => `11.1.${i >> 8}.${i & 255}`)
    const { find } = world(Object.fromEntries(flood.map((ip) => [ip, []])))
    const found = await Promise.all(flood.map(find))
    expect(found.every(({ answered }) => answered)).toBe(true)
  })
})
