import { describe, expect, it } from 'vitest'
import { createKnownPages } from './known-pages.js'

const visit = { projectId: 'prj_1', origin: 'https://shop.example', pageAction: 'login', action: 'block' } as const

describe('the pages that are counted by themselves', () => {
  it('are those on which somebody was let through or paid, however many bots make up', () => {
    const pageOf = createKnownPages()
    for (let i = 0; i < 500; i++) expect(pageOf({ ...visit, pageAction: `made_up_${i}` })).toBe('other')
    expect(pageOf({ ...visit, action: 'allow' })).toBe('https://shop.example login')
    expect(pageOf({ ...visit, pageAction: 'buy', action: 'challenge', paid: true })).toBe('https://shop.example buy')
    expect([pageOf(visit), pageOf({ ...visit, pageAction: 'buy' })]).toEqual(['https://shop.example login', 'https://shop.example buy'])
    expect(pageOf({ ...visit, projectId: 'prj_2' }), 'of another project').toBe('other')
  })

  it('are so many of a project and no more: the oldest make room', () => {
    const pageOf = createKnownPages()
    for (let i = 0; i < 201; i++) pageOf({ ...visit, pageAction: `page_${i}`, action: 'allow' })
    expect(pageOf({ ...visit, pageAction: 'page_0' })).toBe('other')
    expect(pageOf({ ...visit, pageAction: 'page_1' })).toBe('https://shop.example page_1')
  })

  it('are of so many projects', () => {
    const pageOf = createKnownPages()
    for (let i = 0; i < 1001; i++) pageOf({ ...visit, projectId: `prj_${i}`, action: 'allow' })
    expect([pageOf({ ...visit, projectId: 'prj_0' }), pageOf({ ...visit, projectId: 'prj_1' })]).toEqual([
      'other',
      'https://shop.example login',
    ])
  })
})
