import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8')

/** The page's scripts are JavaScript for the browser: they are loaded as such. */
const load = async <T>(file: string): Promise<T> => (await import(join(import.meta.dirname, 'public', 'live', file))) as T

/** What evidence carries. A customer's site imports none of our sources: the wire's vector is what is published of it. */
const wire = JSON.parse(read('shared', 'wire', 'vectors', 'order.json')) as Readonly<Record<'tells' | 'features', readonly string[]>>

function factIds(): readonly string[] {
  const folder = join('attest-server', 'facts')
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).map((file) => read(folder, file))
  return sources.flatMap((source) => /^ {2}id: '([a-z]+\.[a-z-]+)'/m.exec(source)?.[1] ?? [])
}

describe('the names on the live page', () => {
  it('are there for every tell, and for nothing else', async () => {
    const { tellNames } = await load<{ tellNames: Readonly<Record<string, string>> }>('tell-names.js')
    expect(Object.keys(tellNames).sort()).toEqual([...wire.tells].sort())
  })

  it('are there for every feature, and for nothing else', async () => {
    const { featureNames } = await load<{ featureNames: Readonly<Record<string, readonly string[]>> }>('feature-names.js')
    expect(Object.keys(featureNames).sort()).toEqual([...wire.features].sort())
  })

  it('are there for every kind of bot, and for nothing else', async () => {
    const { kindNames } = await load<{ kindNames: Readonly<Record<string, string>> }>('kind-names.js')
    const [, list] = read('attest-server', 'core', 'kinds', 'kind.ts').split('export const kinds = [')
    const kinds = [...list!.split(']')[0]!.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name!)
    expect(Object.keys(kindNames).sort()).toEqual(kinds.sort())
  })

  it('are there for every fact of the server, and for nothing else', async () => {
    const { factNames } = await load<{ factNames: Readonly<Record<string, readonly unknown[]>> }>('fact-names.js')
    const ids = factIds()
    expect(ids.length).toBeGreaterThan(10)
    expect(Object.keys(factNames).sort()).toEqual([...ids].sort())
  })
})
