import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const page = read('../docs/script-tag.md')

/** The names that an interface of the source declares. */
function membersOf(file: string, name: string): string[] {
  const [, body = ''] = read(file).split(`export interface ${name} {`)
  return Array.from(body.split('\n}')[0]!.matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm), ([, member]) => member!).sort()
}

/** What stands as code in the first column of the table whose head begins so. */
function column(head: string): string[] {
  const rows = page.split(`\n| ${head}`)[1]!.split('\n\n')[0]!.split('\n').slice(2)
  return rows.flatMap((row) => Array.from(row.split(' | ')[0]!.matchAll(/`([\w-]+)/g), ([, name]) => name!)).sort()
}

describe('the page about the script tag', () => {
  it('has every attribute that the tag reads, and no other', () => {
    const [, list = ''] = read('script-options.ts').match(/const \{ (key = [^}]+) \} = script\.dataset/) ?? []
    const names = list.split(', ').map((part) => part.split(' ')[0]!)
    expect(column('attribute |')).toEqual([...names, 'botd'].map((name) => `data-${name}`).sort())
  })

  it('has every option of createCollector, and no other', () => {
    expect(column('option |')).toEqual(membersOf('options.ts', 'CollectorOptions'))
  })

  it('has all that a collector can do, and no more', () => {
    expect(column('of the collector,')).toEqual(membersOf('collector.ts', 'Collector'))
  })

  it('has every status of an Attestation, and no other', () => {
    const [, union = ''] = read('attest/attestation.ts').split('export type AttestationStatus')
    const statuses = Array.from(union.split('\n\n')[0]!.matchAll(/'([a-z]+)'/g), ([, status]) => status!)
    expect(column('`status` |')).toEqual(statuses.sort())
  })
})
