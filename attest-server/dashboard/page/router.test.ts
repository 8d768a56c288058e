import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { address, match } from './router.js'
import { views } from './views/index.js'

describe('an address', () => {
  it.each([
    ['/:project', '/prj_a', { project: 'prj_a' }],
    ['/:project/sessions/:session', '/prj_a/sessions/7K3VM-Q2XR9', { project: 'prj_a', session: '7K3VM-Q2XR9' }],
    ['/:project/rules', '/prj_a/policy', undefined],
    ['/:project/rules', '/prj_a/rules/new', undefined],
    ['/account', '/account/', {}],
    ['/:project', '/%', { project: '%' }],
  ])('%s holds %s: %o', (pattern, path, params) => expect(match(pattern, path)).toEqual(params))

  it('gives back what it was made of, whatever that is', () => {
    const name = fc.string({ minLength: 1, maxLength: 24, unit: fc.constantFrom(...'/?#%&=:. +aZ7-_ä😀') })
    fc.assert(
      fc.property(name, (session) => {
        const { pathname } = new URL(address(['prj_a', 'sessions', session]), 'https://attest.example')
        // A browser takes dots for a way up, and leaves none.
        if (/^\.{1,2}$/.test(session)) return
        expect(match('/:project/sessions/:session', pathname.slice('/dashboard'.length))?.session).toBe(session)
      }),
    )
  })

  it('leaves out what is not asked', () => {
    expect(address(['prj_a', 'sessions'], { action: 'block', kind: '', page: undefined })).toBe('/dashboard/prj_a/sessions?action=block')
    expect(address(['prj_a'])).toBe('/dashboard/prj_a')
  })
})

describe('the views', () => {
  const samples = views.map(({ pattern }) => pattern.replaceAll(/:(\w+)/g, '$1'))

  it('have an address each, that no view before them takes', () => {
    const first = samples.map((path) => views.find(({ pattern }) => match(pattern, path))?.pattern)
    expect(first).toEqual(views.map(({ pattern }) => pattern))
  })

  it('stand in the menu, or under one that does', () => {
    const inMenu = views.filter(({ menu }) => menu).map(({ pattern }) => pattern)
    for (const { pattern, menu, under } of views) if (!menu) expect(inMenu, pattern).toContain(under)
  })
})
