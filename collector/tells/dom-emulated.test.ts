import { Window } from 'happy-dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { seen } from '../../shared/observation.js'
import { domEmulated } from './dom-emulated.js'
import { createWatches } from './probe/watches.js'

const watches = createWatches(new AbortController().signal)

function observe(window: { readonly document: object }) {
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
  return domEmulated.observe({ ...watches, frame: () => undefined, worker: Promise.resolve(undefined) })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The hard rule's limit (`tell-rows.ts`). */
const PROOF = 5

describe('missing parts of a browser', () => {
  it('prove happy-dom, which emulates more than jsdom', () => {
    const { value } = observe(new Window()) as { value: number }
    expect(value).toBeGreaterThanOrEqual(PROOF)
  })

  it('are none in Safari of 2017, which had neither Element.animate nor createImageBitmap nor IntersectionObserver', () => {
    const document = { elementFromPoint: 1, fonts: 1, designMode: 'off', documentElement: {} }
    expect(observe({ document, ...{ matchMedia: 1, CSS: 1, Worker: 1, Path2D: 1, ImageData: 1 } })).toEqual(seen(0))
  })
})
