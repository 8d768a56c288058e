import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examples } from './index.js'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'examples')
const folders = readdirSync(folder)
const guide = readFileSync(join(folder, '..', 'integrations.md'), 'utf8')
const filesNamed = (name: string) => folders.map((one) => join(folder, one, name)).filter((file) => existsSync(file))

describe('the examples', () => {
  it('are all on the list', () => {
    expect([...new Set(examples.map(({ name }) => name.split('/')[0]))].sort()).toEqual(folders.sort())
  })

  it('are all in the guide, each with half a page of its own', () => {
    for (const one of folders) {
      expect(guide, one).toContain(`(examples/${one}/README.md)`)
      expect(readFileSync(join(folder, one, 'README.md'), 'utf8').split('\n').length, one).toBeLessThan(40)
    }
  })

  it('ask for packages by one exact version each', () => {
    const versions = filesNamed('package.json').flatMap((file) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>
      return Object.values({ ...dependencies, ...devDependencies })
    })
    expect(versions.length).toBeGreaterThan(20)
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('lock packages by their content, by no address', () => {
    const locks = filesNamed('package-lock.json')
    const locked = locks.flatMap((file) =>
      Object.entries(
        (JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { integrity?: string; resolved?: string }> }).packages,
      ),
    )
    expect(locked.length).toBeGreaterThan(200)
    const wrong = locked.filter(
      ([place, { integrity = '', resolved }]) => place !== '' && (resolved !== undefined || !integrity.startsWith('sha512-')),
    )
    expect(wrong).toEqual([])
  })
})
