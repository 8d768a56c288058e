import { describe, expect, it } from 'vitest'
import { failed, type Observation, seen, unsupported } from '../../shared/observation.js'
import type { TellId } from '../../shared/wire/tells.js'
import { observeTells } from './observe.js'
import { createWatches } from './probe/watches.js'
import type { PageProbes, Tell } from './tell.js'

const stop = new AbortController()
const page: PageProbes = { ...createWatches(stop.signal), frame: () => undefined, worker: Promise.resolve(undefined) }
const tell = (id: TellId, observe: Tell['observe']): Tell => ({ id, observe })
const none = new Map<TellId, Observation>()
const never = new Promise<Observation>(() => {})

describe('observing tells', () => {
  it('keeps what each tell says', async () => {
    const list = [tell('tell.webdriver', () => seen(true)), tell('tell.headless', () => Promise.resolve(seen(false)))]
    const found = await observeTells(page, 1000, 'load', none, list)
    expect([...found]).toEqual([
      ['tell.webdriver', seen(true)],
      ['tell.headless', seen(false)],
    ])
  })

  it('turns a tell that throws, now or later, into a failure with its cause', async () => {
    const list = [
      tell('tell.webdriver', () => {
        throw new Error('no')
      }),
      tell('tell.headless', () => Promise.reject(new Error('no'))),
      tell('tell.engine', () => seen(false)),
    ]
    const found = await observeTells(page, 1000, 'load', none, list)
    expect(found.get('tell.webdriver')).toEqual(failed('threw'))
    expect(found.get('tell.headless')).toEqual(failed('threw'))
    expect(found.get('tell.engine')).toEqual(seen(false))
  })

  it('does not wait for a tell that never answers longer than its deadline', async () => {
    const found = await observeTells(page, 20, 'load', none, [tell('tell.webdriver', () => never), tell('tell.engine', () => seen(false))])
    expect(found.get('tell.webdriver')).toEqual(failed('timeout'))
    expect(found.get('tell.engine')).toEqual(seen(false))
  })

  it('does not change what it returned when an answer comes too late', async () => {
    let answer: (observation: Observation) => void = () => {}
    const late = new Promise<Observation>((resolve) => {
      answer = resolve
    })
    const found = await observeTells(page, 5, 'load', none, [tell('tell.webdriver', () => late)])
    answer(seen(true))
    await late
    expect(found.get('tell.webdriver')).toEqual(failed('timeout'))
  })

  it('lets the page have its turn when the tells take long', async () => {
    const order: string[] = []
    const busy = (id: TellId) =>
      tell(id, () => {
        for (const end = performance.now() + 6; performance.now() < end; );
        order.push(id)
        return seen(false)
      })
    setTimeout(() => order.push('page'))
    await observeTells(page, 1000, 'load', none, [busy('tell.webdriver'), busy('tell.headless')])
    expect(order).toEqual(['tell.webdriver', 'page', 'tell.headless'])
  })

  it('leaves costly tells for their moment, and says so', async () => {
    const list: Tell[] = [
      tell('tell.webdriver', () => seen(true)),
      { ...tell('tell.headless', () => seen(false)), when: 'idle' },
      { ...tell('tell.engine', () => seen(false)), when: 'step-up' },
    ]
    const states = async (moment: 'load' | 'idle' | 'step-up') => [...(await observeTells(page, 1000, moment, none, list)).values()]
    const later = failed('not-asked')
    expect(await states('load')).toEqual([seen(true), later, later])
    expect(await states('idle')).toEqual([seen(true), seen(false), later])
    expect(await states('step-up')).toEqual([seen(true), seen(false), seen(false)])
  })

  it('keeps earlier answers, and asks again only where there was none', async () => {
    let asked = 0
    const count = () => seen(++asked)
    const list: Tell[] = [
      tell('tell.webdriver', count),
      tell('tell.platform', count),
      tell('tell.engine', count),
      { ...tell('tell.headless', count), when: 'idle' },
    ]
    const earlier = new Map<TellId, Observation>([
      ['tell.webdriver', seen(false)],
      ['tell.platform', unsupported],
      ['tell.engine', failed('timeout')],
      ['tell.headless', failed('not-asked')],
    ])
    const found = await observeTells(page, 1000, 'idle', earlier, list)
    expect([...found.values()]).toEqual([seen(false), unsupported, seen(1), seen(2)])
    expect(earlier.get('tell.engine')).toEqual(failed('timeout'))
  })

  it('observes no more once the collector is stopped', async () => {
    const stopped = new AbortController()
    const over = { ...page, signal: stopped.signal }
    let asked = 0
    const later: Tell = { id: 'tell.headless', when: 'idle', observe: () => seen(++asked) }
    const list = [
      tell('tell.webdriver', () => {
        stopped.abort()
        return seen(true)
      }),
      later,
    ]
    const found = await observeTells(over, 1000, 'idle', none, list)
    expect([...found.values(), asked]).toEqual([seen(true), failed('timeout'), 0])
  })
})
