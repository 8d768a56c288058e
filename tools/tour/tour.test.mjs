import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drilled } from '../../e2e/lib/drilled.mjs'
import { drivers } from '../../e2e/lib/drivers.mjs'
import { createSlugs } from '../docs-site/slug.mjs'
import { root } from '../lib/run.mjs'
import { groupOf, readBots } from './read-bots.mjs'
import { readFacts } from './read-facts.mjs'
import { readBackend } from './read-places.mjs'

const bots = readBots()
const facts = readFacts()

describe('what the tour says of bots', () => {
  it('is there for each of the fleet, the plain ones first', () => {
    expect(bots.map(({ name }) => name).sort()).toEqual([...drivers('bots')].sort())
    expect(bots[0]?.name).toBe('playwright-headless')
  })

  it('is a sentence that stands above each', () => {
    for (const { name, says, hook } of bots) {
      expect(says, name).toMatch(/^[A-Za-z].*\.\)?$/)
      expect(['browser', 'page', 'desk', 'no browser'], name).toContain(hook)
    }
  })

  it('places each by what it drives the browser with, and is broken by one that fits nowhere', () => {
    const groups = Object.fromEntries(bots.map(({ name, group }) => [name, group]))
    expect(groups).toMatchObject({
      ...{ 'patchright-headful': 'Playwright and its forks', 'connect-over-cdp': 'Playwright and its forks' },
      ...{ 'ghost-cursor': 'Puppeteer and its forks', 'firefox-bidi': 'WebDriver and BiDi', 'firefox-marionette': 'WebDriver and BiDi' },
      ...{ 'ai-agent': 'The DevTools protocol itself', jsdom: 'Without a browser' },
    })
    const unknown = { name: 'new', says: '', hook: 'browser', packages: ['some-driver'], programs: ['chromium'], path: 'e2e/bots/new.ts' }
    expect(() => groupOf(unknown)).toThrow('e2e/bots/new.ts: no group')
  })

  it('names a way to a browser for each that ships, and a reason for each that does not', () => {
    const shipped = bots.filter(({ leftOut }) => leftOut === undefined)
    expect(shipped.map(({ name }) => name).sort()).toEqual([...drilled()].sort())
    for (const { name, programs } of shipped) expect(programs.join(), name).toMatch(/chromium|firefox/)
    expect(bots.find(({ name }) => name === 'webdriverio')).toMatchObject({
      packages: ['webdriverio'],
      programs: ['chromedriver', 'chromium'],
    })
    expect(bots.find(({ name }) => name === 'raw-cdp')?.programs).toContain('Xvfb')
  })
})

describe('what the tour says of code', () => {
  const wire = JSON.parse(readFileSync(join(root, 'shared', 'wire', 'vectors', 'order.json'), 'utf8'))

  it('is there for every tell and feature, with its file and what stands above it', () => {
    expect(Object.keys(facts)).toEqual(expect.arrayContaining([...wire.tells, ...wire.features]))
    for (const [id, { says, path, code }] of Object.entries(facts)) {
      expect(says, id).not.toBe('')
      expect(readFileSync(join(root, path), 'utf8')).toContain(`id: '${id}'`)
      expect(code).toContain('hljs-')
    }
  })

  it('leads to a section that is there', () => {
    for (const docs of new Set(Object.values(facts).map(({ docs }) => docs))) {
      const [page = '', anchor] = docs.split('#')
      const text = readFileSync(join(root, 'docs', page.replace('.html', '.md')), 'utf8')
      const slugs = createSlugs()
      const anchors = Array.from(text.matchAll(/^#+ (.*)$/gm), ([, title]) => slugs((title ?? '').replaceAll('`', '')))
      if (anchor) expect(anchors, docs).toContain(anchor)
    }
  })

  it('says how many events a feature takes', () => {
    expect(facts['input.press-hover']?.needs).toEqual({ moves: 2, presses: 2 })
    for (const id of wire.features) expect(facts[id]?.needs, id).toBeDefined()
  })

  it('counts every feature, and no other fact, under a title', () => {
    const counted = Object.keys(facts).filter((id) => facts[id]?.group !== undefined)
    expect(counted.sort()).toEqual([...wire.features].sort())
    expect(facts['input.submit-handless']?.group).toBe('Fields and buttons')
  })

  it('shows what a backend does, out of the guide', () => {
    expect(readBackend().plain).toMatch(/^import \{ createVerifier \}[\s\S]*verifier\.verify\([\s\S]*403$/)
  })
})
