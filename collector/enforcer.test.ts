import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Attestation } from './attest/attestation.js'
import { enforce } from './enforcer.js'
import type { Settings } from './options.js'

const settings = { endpoint: 'https://attest.example' } as Settings
const challenged: Attestation = { status: 'ok', action: 'challenge', reference: '7K3VM-Q2XR9' }
const ended = { attestation: { status: 'ok', action: 'allow' }, held: false }
const attest = vi.fn()
const ours = { show: vi.fn(), enforce: vi.fn(async () => ended) }
vi.mock('./enforce/create-enforce.js', () => ({ createEnforce: () => ours }))

/** A page whose scripts are our own bundle's entry, as many as it asks for. */
function makePage(given: object = {}) {
  const page: { vouchsafeEnforce?: unknown } = { ...given }
  const append = vi.fn(async ({ onload }: { onload(): void }) => {
    vi.resetModules()
    await import('./enforce/index.js')
    onload()
  })
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', { createElement: () => ({}), head: { appendChild: append } })
  return { page, append }
}

beforeEach(() => void vi.clearAllMocks())
afterEach(() => void vi.unstubAllGlobals())

describe('what loads the screens', () => {
  it('loads them once, and takes those that are there', async () => {
    const { append } = makePage()
    expect(await enforce(settings, attest, challenged, 'pay')).toEqual(ended)
    expect(await enforce(settings, attest, challenged, 'pay')).toEqual(ended)
    expect(append).toHaveBeenCalledTimes(1)
  })
  it('takes those of an older build, which had a screen and no more, for none', async () => {
    const older = { show: vi.fn() }
    const { page } = makePage({ vouchsafeEnforce: older })
    expect(await enforce(settings, attest, challenged, 'pay')).toEqual(ended)
    expect(page.vouchsafeEnforce).toBe(ours)
    expect(older.show).not.toHaveBeenCalled()
  })
  it('puts its own in the place of an older build, also where that came while ours was on its way', async () => {
    const { page, append } = makePage()
    const done = enforce(settings, attest, challenged, 'pay')
    page.vouchsafeEnforce = { show: vi.fn() }
    expect(await done).toEqual(ended)
    expect([page.vouchsafeEnforce, append.mock.calls.length]).toEqual([ours, 1])
  })
  it('loads none for a verdict without a screen', async () => {
    const { append } = makePage()
    const allowed: Attestation = { status: 'ok', action: 'allow' }
    expect(await enforce(settings, attest, allowed, 'pay')).toEqual({ attestation: allowed, held: false })
    expect(append).not.toHaveBeenCalled()
  })
  it('goes on with the verdict as it is where they fail', async () => {
    makePage({ vouchsafeEnforce: { enforce: () => Promise.reject(new Error('broken')) } })
    expect(await enforce(settings, attest, challenged, 'pay')).toEqual({ attestation: challenged, held: false })
  })
})
