import { Window } from 'happy-dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startWordCount } from './word-count.js'

const word = 'abcde '

/** A page of 5,000 px that is scrolled for the first time, and has had its idle time. @returns the words on 500 px of it, before and after */
function counted(body: string, clobbered: object = {}): readonly [before: number, after: number] {
  const window = new Window()
  window.document.body.innerHTML = body
  Object.defineProperty(window.document.documentElement, 'scrollHeight', { value: 5000 })
  Object.assign(window.document, clobbered)
  const idle: (() => void)[] = []
  const page = { document: window.document, NodeFilter: window.NodeFilter, requestIdleCallback: (work: () => void) => idle.push(work) }
  for (const [name, value] of Object.entries({ ...page, window: page })) vi.stubGlobal(name, value)
  const wordsOn = startWordCount()
  const before = wordsOn(500)
  wordsOn(500)
  expect(idle).toHaveLength(1)
  for (const work of idle) work()
  return [before, wordsOn(500)]
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the words on a page', () => {
  it('are counted once, in idle time, and spread over its height', () => {
    const [before, after] = counted(`<p>${word.repeat(2000)}</p>`)
    expect(before).toBeNaN()
    expect(after).toBeCloseTo(200, 1)
  })

  it('are those of texts, wherever they stand, without the space between elements', () => {
    const [, after] = counted(`<ul>${`\n\n      <li><b>${word}</b>\n</li>`.repeat(600)}</ul>`)
    expect(after).toBeCloseTo(50, 4)
  })

  it('are none of a script or a style sheet', () => {
    const [, after] = counted(`<style>${word.repeat(500)}</style><script type="text/plain">${word.repeat(500)}</script>`)
    expect(after).toBe(0)
  })

  it('are unknown where there are too many to count, or where the page keeps its methods from us', () => {
    expect(counted('<i>x</i>'.repeat(10_001))[1]).toBeNaN()
    // What `<img name="createTreeWalker">` does.
    expect(counted(word, { createTreeWalker: {} })[1]).toBeNaN()
  })
})
