import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8')

/** The page's scripts are JavaScript for the browser: they are loaded as such. */
const load = async <T>(file: string): Promise<T> => (await import(join(import.meta.dirname, 'public', 'live', file))) as T

/** What evidence carries. A customer's site imports none of our sources: the wire's vector is what is published of it. */
const wire = JSON.parse(read('shared', 'wire', 'vectors', 'order.json')) as Readonly<Record<'tells' | 'features', readonly string[]>>

/** Of the facts of a visit, as their list names their files: requests that somebody describes have others besides. */
function factIds(): readonly string[] {
  const folder = join('attest-server', 'facts')
  const lists = ['index.ts', 'network-facts.ts'].map((list) => read(folder, list)).join('\n')
  const files = Array.from(lists.matchAll(/^import \{ .* from '\.\/(.*)\.js'/gm), ([, file]) => `${file}.ts`)
  return files.flatMap((file) => /^ {2}id: '([a-z]+\.[a-z-]+)'/m.exec(read(folder, file))?.[1] ?? [])
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

  it('stand alone: the waterfall shows them without their neighbours', async () => {
    const { featureNames } = await load<{ featureNames: Readonly<Record<string, readonly string[]>> }>('feature-names.js')
    const { tellNames } = await load<{ tellNames: Readonly<Record<string, string>> }>('tell-names.js')
    const names = [...Object.values(featureNames).map(([name]) => name!), ...Object.values(tellNames)]
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    expect(names.filter((name) => /\b(of that|the same)\b/i.test(name))).toEqual([])
  })

  it('tell which tells only a challenge asks for', async () => {
    const { onlyInChallenges } = await load<{ onlyInChallenges: ReadonlySet<string> }>('only-in-challenges.js')
    const folder = join('collector', 'tells')
    const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    const costly = files.map((file) => read(folder, file)).filter((source) => source.includes("when: 'step-up'"))
    expect(costly.length).toBeGreaterThan(0)
    expect([...onlyInChallenges].sort()).toEqual(costly.map((source) => /^ {2}id: '(tell\.[a-z-]+)'/m.exec(source)?.[1]).sort())
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
