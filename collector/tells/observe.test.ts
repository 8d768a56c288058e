import { describe, expect, it } from 'vitest'
import { failed, type Observation, seen } from '../../shared/observation.js'
import type { TellId } from '../../shared/wire/tells.js'
import { observeTells } from './observe.js'
import type { PageProbes, Tell } from './tell.js'

const page: PageProbes = { frame: () => undefined, worker: Promise.resolve(undefined) }
const tell = (id: TellId, observe: Tell['observe']): Tell => ({ id, observe })
const never = new Promise<Observation>(() => {})

describe('observing tells', () => {
  it('keeps what each tell says', async () => {
    const list = [tell('tell.webdriver', () => seen(true)), tell('tell.headless', () => Promise.resolve(seen(false)))]
    const found = await observeTells(page, 1000, list)
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
    const found = await observeTells(page, 1000, list)
    expect(found.get('tell.webdriver')).toEqual(failed('threw'))
    expect(found.get('tell.headless')).toEqual(failed('threw'))
    expect(found.get('tell.engine')).toEqual(seen(false))
  })

  it('does not wait for a tell that never answers longer than its deadline', async () => {
    const found = await observeTells(page, 20, [tell('tell.webdriver', () => never), tell('tell.engine', () => seen(false))])
    expect(found.get('tell.webdriver')).toEqual(failed('timeout'))
    expect(found.get('tell.engine')).toEqual(seen(false))
  })

  it('does not change what it returned when an answer comes too late', async () => {
    let answer: (observation: Observation) => void = () => {}
    const late = new Promise<Observation>((resolve) => {
      answer = resolve
    })
    const found = await observeTells(page, 5, [tell('tell.webdriver', () => late)])
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
    await observeTells(page, 1000, [busy('tell.webdriver'), busy('tell.headless')])
    expect(order).toEqual(['tell.webdriver', 'page', 'tell.headless'])
  })
})
