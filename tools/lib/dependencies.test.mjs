import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { missingDependencies } from './dependencies.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-lock-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const left = { 'node_modules/left': { version: '1.2.3', integrity: 'sha512-a' } }
const own = { '': { name: 'vouchsafe' } }

/** @param {object} wanted @param {object} [present] */
function given(wanted, present) {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { ...own, ...wanted } }))
  if (!present) return
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }))
}

describe('missingDependencies', () => {
  it('is content when node_modules is what the lock asks for', () => {
    given(left, left)
    expect(missingDependencies(root)).toBeUndefined()
  })

  it('sees a bare clone', () => {
    given(left)
    expect(missingDependencies(root)).toBe('not yet installed')
  })

  it('sees an installation that was broken off before npm wrote its receipt', () => {
    given(left)
    mkdirSync(join(root, 'node_modules'))
    expect(missingDependencies(root)).toBe('an installation was broken off')
  })

  it('sees a package that is missing, changed, other than it should be, or too many', () => {
    given({ ...left, 'node_modules/right': { version: '1.0.0' } }, left)
    expect(missingDependencies(root)).toBe('right is missing')
    rmSync(join(root, 'node_modules'), { recursive: true })
    given(left, { 'node_modules/left': { version: '1.2.2', integrity: 'sha512-a' } })
    expect(missingDependencies(root)).toBe('left is not 1.2.3')
    rmSync(join(root, 'node_modules'), { recursive: true })
    given(left, { 'node_modules/left': { version: '1.2.3', integrity: 'sha512-b' } })
    expect(missingDependencies(root)).toBe('left is not 1.2.3')
    rmSync(join(root, 'node_modules'), { recursive: true })
    given(left, { ...left, 'node_modules/a/node_modules/left': { version: '1.0.0' } })
    expect(missingDependencies(root)).toBe('left is not in package-lock.json')
  })

  it('does not ask for what npm leaves out on this machine', () => {
    given({ ...left, 'node_modules/for-windows': { version: '1.0.0', optional: true } }, left)
    expect(missingDependencies(root)).toBeUndefined()
  })
})
