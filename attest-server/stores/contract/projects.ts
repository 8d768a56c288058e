import { describe, expect, it } from 'vitest'
import type { Project } from '../ports.js'
import { NOW, type OpenStores, withStores } from './support.js'

const project = (name: string): Project => ({
  id: `prj_${name}`,
  name,
  siteKey: `pk_${name}`,
  origins: ['https://shop.example', 'loopback'],
  enforce: true,
  noscript: false,
  createdAt: NOW,
})
const secret = (name: string, lookup = `lookup-${name}`) => ({ projectId: `prj_${name}`, lookup, hash: `hash-of-${lookup}` })

export function testProjects(open: OpenStores): void {
  describe('projects', () => {
    const { stores } = withStores(open)

    it('keeps projects as they were made', async () => {
      const withContact = { ...project('shop'), contact: 'mailto:help@shop.example' }
      await stores().projects.create(withContact, secret('shop'))
      await stores().projects.create(project('blog'), secret('blog'))
      expect(await stores().projects.bySiteKey('pk_shop')).toEqual(withContact)
      expect(await stores().projects.bySiteKey('pk_blog')).toEqual(project('blog'))
      expect(await stores().projects.bySiteKey('pk_none')).toBeUndefined()
      expect(await stores().projects.list()).toEqual([withContact, project('blog')])
    })

    it('changes what it is told to change of a project, and only that', async () => {
      await stores().projects.create(project('shop'), secret('shop'))
      await stores().projects.create(project('blog'), secret('blog'))
      const changed = { ...project('shop'), origins: ['https://b.example'], enforce: false }
      expect(await stores().projects.change('prj_shop', { origins: ['https://b.example'], enforce: false })).toEqual(changed)
      expect(await stores().projects.bySiteKey('pk_shop')).toEqual(changed)
      expect(await stores().projects.change('prj_none', { enforce: true })).toBeUndefined()
      expect(await stores().projects.list()).toEqual([changed, project('blog')])
    })

    it('finds a secret by its lookup part until it is replaced', async () => {
      await stores().projects.create(project('shop'), secret('shop'))
      expect(await stores().projects.secretByLookup('lookup-shop')).toEqual(secret('shop'))
      await stores().projects.replaceSecret(secret('shop', 'newer'))
      expect(await stores().projects.secretByLookup('lookup-shop')).toBeUndefined()
      expect(await stores().projects.secretByLookup('newer')).toEqual(secret('shop', 'newer'))
    })
  })
}
