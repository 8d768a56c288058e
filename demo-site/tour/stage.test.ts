import { describe, expect, it } from 'vitest'
import type { Happening } from './happening.js'
import { createStage, type StageDeps } from './stage.js'

type Run = StageDeps['run']
type Act = (tell: Parameters<Run>[1], signal: AbortSignal) => void

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64')
const verdict = { status: 'ok', action: 'block', reference: 'AAAAA-BBBBB' }

/** A stage whose bots end when they are told to, or when the stage ends them. */
function open(changes: Partial<StageDeps> = {}, act: Act = () => undefined) {
  const running: { bot: string; end(): void }[] = []
  let most = 0
  const run: Run = (bot, tell, signal) =>
    new Promise((resolve) => {
      const gone = (outcome: { fault: string } | undefined) => () => {
        running.splice(running.indexOf(own), 1)
        resolve(outcome ? { outcome: 'broke', ...outcome } : { outcome: 'seen' })
      }
      const own = { bot, end: gone(undefined) }
      most = Math.max(most, running.push(own))
      signal.addEventListener('abort', gone({ fault: 'It was stopped.' }))
      act(tell, signal)
    })
  const stage = createStage({ run, explain: async () => ({ kind: null }), ...changes })
  const heard: Happening[] = []
  stage.watch(0, (happening) => heard.push(happening))
  const kinds = () => heard.map(({ kind }) => kind)
  const until = (kind: Happening['kind'], times = 1) =>
    expect.poll(() => kinds().filter((each) => each === kind).length, { interval: 2 }).toBe(times)
  return { stage, running, heard, kinds, until, most: () => most }
}

describe('the stage', () => {
  it('has one bot at a time, in the order in which they were sent', async () => {
    const { stage, running, heard, until, most } = open()
    expect(['a', 'b', 'c'].map((bot) => stage.start(bot))).toEqual([0, 1, 2])
    for (let turn = 1; turn <= 3; turn++) {
      await until('begins', turn)
      running[0]!.end()
    }
    await until('ends', 3)
    const turns = heard.flatMap((each) => (each.kind === 'begins' ? [[each.bot, each.waiting]] : []))
    expect(turns).toEqual([
      ['a', []],
      ['b', ['c']],
      ['c', []],
    ])
    expect(most()).toBe(1)
  })

  it('lets no more than four wait', async () => {
    const { stage } = open()
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map((bot) => stage.start(bot))).toEqual([0, 1, 2, 3, 4, undefined])
    await stage.close()
  })

  it('tells what the bot does, and why the verdict was so', async () => {
    const { stage, running, heard, kinds, until } = open({}, (tell) => {
      tell({ step: 'opened', fields: 2 })
      tell({ step: 'types', text: 'robin' })
      tell({ step: 'asks', method: 'POST', url: new URL('http://127.0.0.1/v1/attest'), sent: 1400, status: 200 })
      tell({ step: 'asks', method: 'GET', url: new URL('http://127.0.0.1/style.css'), sent: 0, status: 200 })
      tell({ step: 'hears', verdict })
    })
    stage.start('a')
    await until('reasons')
    running[0]!.end()
    await until('ends')
    expect(kinds()).toEqual(['begins', 'opened', 'types', 'asks', 'verdict', 'reasons', 'ends'])
    expect(heard.at(-1)).toMatchObject({ outcome: 'seen' })
  })

  it('shows pictures under names of their own, and nothing that is no picture', async () => {
    const { stage, heard, until } = open({}, (tell) => {
      tell({ step: 'picture', picture: Buffer.from('<svg onload=alert(1)>').toString('base64') })
      tell({ step: 'picture', picture: JPEG })
    })
    stage.start('a')
    await until('picture')
    const [src = ''] = heard.flatMap((each) => (each.kind === 'picture' ? each.src : []))
    expect(stage.picture(src.replace('/tour/pictures/', ''))).toMatchObject({ type: 'image/jpeg' })
    expect(stage.picture('other')).toBeUndefined()
    await stage.close()
  })

  it('tells who comes later what has happened, and who comes again what is new; and both who waits now', async () => {
    const { stage, until, heard } = open({}, (tell) => tell({ step: 'opened', fields: 1 }))
    stage.start('a')
    await until('opened')
    stage.start('b')
    const known = (after: number) => {
      const told: unknown[] = []
      stage.watch(after, ({ kind, waiting }) => told.push([kind, waiting]))?.()
      return told
    }
    expect(known(0)).toEqual([
      ['begins', ['b']],
      ['opened', ['b']],
    ])
    expect(known(heard[0]!.id)).toEqual([['opened', ['b']]])
    await stage.close()
  })

  it('ends a bot that takes too long, and one that somebody stops; the next one follows', async () => {
    const { stage, heard, until } = open({ deadline: 30 })
    stage.start('slow')
    stage.start('stopped')
    await until('begins', 2)
    stage.stop()
    await until('ends', 2)
    expect(heard.flatMap((each) => (each.kind === 'ends' ? each.outcome : []))).toEqual(['broke', 'broke'])
  })

  it('is closed when nothing runs any more, and starts nothing after that', async () => {
    const { stage, running } = open()
    stage.start('a')
    stage.start('b')
    await stage.close()
    expect(running).toEqual([])
    expect(stage.start('c')).toBeUndefined()
  })

  it('survives a bot that throws, and a page that asks over and over', async () => {
    const { stage, heard, until } = open({ run: () => Promise.reject(new Error('no such host')) })
    stage.start('a')
    await until('ends')
    expect(heard.at(-1)).toMatchObject({ outcome: 'broke', note: 'no such host' })
    const flood = open({}, (tell) => {
      for (let i = 0; i < 1000; i++) tell({ step: 'sends' })
    })
    flood.stage.start('b')
    flood.running[0]?.end()
    await flood.until('ends')
    expect(flood.heard.length).toBeLessThanOrEqual(201)
  })

  it('is watched by a bounded number', () => {
    const { stage } = open()
    const watches = Array.from({ length: 20 }, () => stage.watch(0, () => undefined))
    expect(watches.filter((end) => end === undefined)).toHaveLength(5)
  })
})
