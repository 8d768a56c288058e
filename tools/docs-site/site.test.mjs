import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenLinks } from './broken-links.mjs'
import { buildSite } from './build-site.mjs'
import { POLICY } from './page.mjs'
import { missing, orphans } from './site-map.mjs'
import { createSlugs } from './slug.mjs'

let out = ''
/** @type {readonly import('./site-map.mjs').Page[]} */
let pages = []
/** @param {string} url */
const read = (url) => readFileSync(join(out, url), 'utf8')

// Without the generated reference, which takes ten seconds: `npm run docs-check` makes all of it.
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'vouchsafe-site-'))
  pages = await buildSite({ out, api: false })
})
afterAll(() => rmSync(out, { recursive: true }))

describe('the list of pages', () => {
  it('names no page that is missing, and leaves none of docs/ out', () => {
    expect({ missing: missing(), orphans: orphans() }).toEqual({ missing: [], orphans: [] })
  })
})

describe('the documentation site', () => {
  it('has no link or anchor that leads nowhere', () => {
    expect(brokenLinks(out)).toEqual([])
  })

  it('has nothing inline, and names its policy in every page', () => {
    for (const { url } of pages) {
      const html = read(url)
      const inline = html.match(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son[a-z]+="/g) ?? []
      expect([url, inline, html.includes(POLICY.replaceAll("'", '&#39;')) || html.includes(POLICY)]).toEqual([url, [], true])
    }
  })

  it('has one first heading a page, a skip link, and names each image with its size', () => {
    for (const { url } of pages) {
      const html = read(url)
      expect([url, html.match(/<h1/g)?.length, html.includes('class="skip"')]).toEqual([url, 1, true])
      for (const [image] of html.matchAll(/<img [^>]*>/g)) expect(image).toMatch(/ alt="[^"]*" width="\d+" height="\d+"/)
    }
  })

  it('asks nobody else: every file that a page loads is its own', () => {
    for (const { url } of pages)
      for (const [, address] of read(url).matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)) expect(address).not.toMatch(/^[a-z]+:|^\/\//)
  })

  it('loads less than 40 KB of script and style before somebody searches', () => {
    const sizes = ['theme/site.css', 'theme/site.js'].map((name) => statSync(join(out, name)).size)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(40_000)
  })

  it('colours its code', () => {
    expect(read('quickstart.html')).toContain('class="hljs-keyword"')
    expect(read('theme/site.css')).toContain('.hljs-keyword')
  })

  it('shows each file of an example that a page names, as text', () => {
    expect(read('examples/go/index.html')).toContain('href="vouchsafe/verifier.go.html"')
    expect(read('examples/go/vouchsafe/verifier.go.html')).toContain('package vouchsafe')
    expect(read('examples/html/index.html.html').replace(/<[^>]+>/g, '')).toContain('&lt;form action=')
  })

  it('offers to change a page only where it was said where', () => {
    expect(read('quickstart.html')).not.toContain('Mend this page')
  })
})

describe('an anchor', () => {
  it('is the one that GitHub makes, and is there once', () => {
    const slug = createSlugs()
    expect([slug('Where rules act'), slug('`data-enforce`, and more'), slug('Errors'), slug('Errors')]).toEqual([
      'where-rules-act',
      'data-enforce-and-more',
      'errors',
      'errors-1',
    ])
  })
})
