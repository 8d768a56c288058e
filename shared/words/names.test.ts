import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factNames, featureNames, kindNames, tellNames } from './index.js'

const root = join(import.meta.dirname, '..', '..')
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8')

/** What evidence carries, as it is published. */
const wire = JSON.parse(read('shared', 'wire', 'vectors', 'order.json')) as Readonly<Record<'tells' | 'features', readonly string[]>>

/** Of the facts of a visit, as their list names their files: requests that somebody describes have others besides. */
function factIds(): readonly string[] {
  const folder = join('attest-server', 'facts')
  const lists = ['index.ts', 'network-facts.ts'].map((list) => read(folder, list)).join('\n')
  const files = Array.from(lists.matchAll(/^import \{ .* from '\.\/(.*)\.js'/gm), ([, file]) => `${file}.ts`)
  return files.flatMap((file) => /^ {2}id: '([a-z]+\.[a-z-]+)'/m.exec(read(folder, file))?.[1] ?? [])
}

describe('the names of what is observed', () => {
  it('are there for every tell, and for nothing else', () => {
    expect(Object.keys(tellNames).sort()).toEqual([...wire.tells].sort())
  })

  it('are there for every feature, and for nothing else', () => {
    expect(Object.keys(featureNames).sort()).toEqual([...wire.features].sort())
  })

  it('stand alone: the waterfall shows them without their neighbours', () => {
    const names = [...Object.values(featureNames).map(([name]) => name!), ...Object.values(tellNames)]
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    expect(names.filter((name) => /\b(of that|the same)\b/i.test(name))).toEqual([])
  })

  it('are there for every kind of bot, and for nothing else', () => {
    const [, list] = read('attest-server', 'core', 'kinds', 'kind.ts').split('export const kinds = [')
    const kinds = [...list!.split(']')[0]!.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name!)
    expect(Object.keys(kindNames).sort()).toEqual(kinds.sort())
  })

  it('are there for every fact of the server, and for nothing else', () => {
    const ids = factIds()
    expect(ids.length).toBeGreaterThan(10)
    expect(Object.keys(factNames).sort()).toEqual([...ids].sort())
  })
})
