import { afterEach, expect, it, vi } from 'vitest'
import { holdCollector, pageCollector } from './page-collector.js'

// Where there is no browser, a collector is inert, and held as any other.

const options = { key: 'pk_AAAAAAAAAAAAAAAAAAAAAA', endpoint: 'https://attest.example' }
type Page = { vouchsafe?: { key: string; attest(): Promise<unknown>; stop(): void } | undefined }
const page = globalThis as Page
const turn = () => new Promise((done) => setTimeout(done))

/** What stands there for the tag of a page. */
const fromTag = () => ({ key: options.key, attest: vi.fn(async () => 'asked'), verdict: () => undefined, stop: vi.fn() })

afterEach(() => {
  delete page.vouchsafe
  vi.restoreAllMocks()
})

it('many components share one collector, which ends with the last of them', async () => {
  const first = holdCollector(options)
  const collector = page.vouchsafe
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const second = holdCollector(options)
  expect(page.vouchsafe).toBe(collector)
  first()
  await turn()
  expect(page.vouchsafe).toBe(collector)
  second()
  await turn()
  expect(page.vouchsafe).toBeUndefined()
})

it('a component that lets go and takes hold at once, as under StrictMode, keeps its collector', async () => {
  holdCollector(options)()
  const collector = page.vouchsafe as Page['vouchsafe']
  const stop = vi.spyOn(collector!, 'stop')
  collector!.key = options.key
  const release = holdCollector(options)
  await turn()
  expect([page.vouchsafe === collector, stop.mock.calls.length]).toEqual([true, 0])
  release()
  await turn()
  expect(stop).toHaveBeenCalledOnce()
})

it('another key makes a new collector where nobody holds the old one, and is ignored with a warning where somebody does', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const release = holdCollector(options)
  const collector = page.vouchsafe!
  collector.key = options.key
  const other = holdCollector({ ...options, key: 'pk_BBBBBBBBBBBBBBBBBBBBBB' })
  expect([page.vouchsafe === collector, warn.mock.calls.length]).toEqual([true, 1])
  other()
  release()
  holdCollector({ ...options, key: 'pk_BBBBBBBBBBBBBBBBBBBBBB' })
  expect(page.vouchsafe).not.toBe(collector)
})

it('the collector of the script tag is used, and never stopped', async () => {
  const tag = fromTag()
  page.vouchsafe = tag
  const release = holdCollector(options)
  expect(await pageCollector.attest('sign-up')).toBe('asked')
  release()
  await turn()
  expect([page.vouchsafe, tag.stop.mock.calls.length]).toEqual([tag, 0])
})

it('an effect that asks before the component around it takes hold, is answered by its collector', async () => {
  const asked = pageCollector.attest('sign-up')
  page.vouchsafe = fromTag()
  expect(await asked).toBe('asked')
})

it('on a server there is no verdict, and the page goes on', async () => {
  expect(await pageCollector.attest()).toMatchObject({ status: 'unsupported', action: 'allow' })
  expect([await pageCollector.prove({ url: '/' }), await pageCollector.seal('')]).toEqual([undefined, undefined])
})
