import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Attestation } from '../attest/attestation.js'
import { startDetectip } from './start-detectip.js'

const verdict: Attestation = { status: 'ok', action: 'challenge', token: 'ey.a.b', score: 0.61, band: 'suspicious', session: 'sess_a-1' }

const heard: unknown[] = []
const written: string[] = []
let page: EventTarget

/** A document whose cookie is set by way of its prototype, as it is in browsers. */
function openDocument(set: (text: string) => void): void {
  class FakeDocument extends EventTarget {
    set cookie(text: string) {
      set(text)
    }
  }
  page = new FakeDocument()
  vi.stubGlobal('Document', FakeDocument)
  vi.stubGlobal('document', page)
  page.addEventListener('botd:verdict', (event) => heard.push([event.bubbles, event.cancelable, (event as CustomEvent).detail]))
}

const publish = (attestation: Attestation) =>
  page.dispatchEvent(new CustomEvent('vouchsafe:verdict', { detail: attestation, cancelable: true }))

beforeEach(() => {
  written.length = heard.length = 0
  openDocument((text) => written.push(text))
  vi.stubGlobal('window', {})
  vi.stubGlobal('location', { protocol: 'https:' })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a page that came from detectip', () => {
  it('hears each verdict in its words, and has the token in its cookie by then', () => {
    startDetectip()
    page.addEventListener('botd:verdict', () => heard.push([...written]))
    expect(publish(verdict)).toBe(true)
    expect(heard).toEqual([
      [true, true, { token: 'sess_a-1', score: 61, band: 'automated', action: 'challenge' }],
      ['botd_token=sess_a-1; Path=/; SameSite=Lax; Secure'],
    ])
  })

  it('has what it prevents prevented', () => {
    startDetectip()
    page.addEventListener('botd:verdict', (event) => event.preventDefault())
    expect(publish(verdict)).toBe(false)
  })

  it('hears nothing where there is no verdict, and gets no cookie', () => {
    startDetectip()
    expect(publish({ status: 'unreachable', action: 'allow' })).toBe(true)
    expect([heard, written]).toEqual([[], []])
  })

  it('hears of a verdict that came first', () => {
    vi.stubGlobal('window', { vouchsafe: { verdict: () => verdict } })
    startDetectip()
    expect(heard).toHaveLength(1)
    expect(written).toHaveLength(1)
  })

  it('is not broken by an element that is named like the collector', () => {
    vi.stubGlobal('window', { vouchsafe: { id: 'vouchsafe' } })
    expect(startDetectip).not.toThrow()
  })
})

describe('the cookie', () => {
  it('is kept on plain http, too, and cannot be made another by what a session is called', () => {
    vi.stubGlobal('location', { protocol: 'http:' })
    startDetectip()
    publish({ ...verdict, session: 'a; Domain=example.com' })
    expect(written).toEqual(['botd_token=a%3B%20Domain%3Dexample.com; Path=/; SameSite=Lax'])
  })

  it('may be refused: the verdict is said all the same', () => {
    openDocument(() => {
      throw new Error('SecurityError')
    })
    startDetectip()
    publish(verdict)
    expect(heard).toHaveLength(1)
  })

  it('goes by the prototype, which no image can hide', () => {
    Object.defineProperty(page, 'cookie', { value: 'an image' })
    startDetectip()
    publish(verdict)
    expect(written).toHaveLength(1)
  })
})
