import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashSources } from './sources.mjs'

let root = ''
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
    const hashes = [hashSources(root)]
    write('shared/wire/verdict.ts', 'y')
    hashes.push(hashSources(root))
    renameSync(join(root, 'shared/units.ts'), join(root, 'shared/unit.ts'))
    hashes.push(hashSources(root))
    write('shared/wire/more.ts')
    hashes.push(hashSources(root))
    write('package.json', '{}')
    hashes.push(hashSources(root))
    expect(new Set(hashes).size).toBe(5)
  })

  it('does not change with times, tests, or files that the build does not read', () => {
    const before = hashSources(root)
    utimesSync(join(root, 'shared/units.ts'), 1, 1)
    write('shared/units.test.ts')
    write('README.md')
    expect(hashSources(root)).toBe(before)
  })
})
