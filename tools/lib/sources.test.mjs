import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashSources } from './sources.mjs'

let root = ''
const hash = () => hashSources(root, ['shared', 'package.json'])
const write = (/** @type {string} */ path, text = 'x') => writeFileSync(join(root, path), text)
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-sources-'))
  mkdirSync(join(root, 'shared', 'wire'), { recursive: true })
  write('package.json')
  write('shared/units.ts')
  write('shared/wire/verdict.ts')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('hashSources', () => {
  it('changes with the content, the name and the number of sources', () => {
    const hashes = [hash()]
    write('shared/wire/verdict.ts', 'y')
    hashes.push(hash())
    renameSync(join(root, 'shared/units.ts'), join(root, 'shared/unit.ts'))
    hashes.push(hash())
    write('shared/wire/more.ts')
    hashes.push(hash())
    write('package.json', '{}')
    hashes.push(hash())
    expect(new Set(hashes).size).toBe(5)
  })

  it('does not change with times, tests, or files that the build does not read', () => {
    const before = hash()
    utimesSync(join(root, 'shared/units.ts'), 1, 1)
    write('shared/units.test.ts')
    write('README.md')
    expect(hash()).toBe(before)
  })

  it('names an input that is not there, file or folder', () => {
    rmSync(join(root, 'package.json'))
    expect(hash).toThrow(/package\.json, which is not there/)
    expect(() => hashSources(root, ['shard'])).toThrow(/shard, which is not there/)
  })

  it('finds all that the build reads in this repository', () => {
    expect(hashSources(fileURLToPath(new URL('../..', import.meta.url)))).toMatch(/^[0-9a-f]{64}$/)
  })
})
