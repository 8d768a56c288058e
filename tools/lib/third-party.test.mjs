import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOTICES, noticesOf, packageOf, packagesIn, unnoticed } from './third-party.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-notices-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** @param {string} name @param {string | object} content */
function write(name, content) {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
}

describe('a module', () => {
  it('is of the innermost package that it lies in, or ours', () => {
    expect(packageOf('../../node_modules/idb-keyval/dist/index.js')).toBe('idb-keyval')
    expect(packageOf('/x/node_modules/a/node_modules/@scope/b/c.js')).toBe('@scope/b')
    expect(packageOf('../collector/index.ts')).toBeUndefined()
  })
})

describe('the notices of a build', () => {
  it('are of every package that its maps name', () => {
    write('cjs/a.js.map', { sources: ['../node_modules/jose/x.js', '../verify/index.ts'] })
    write('assets/b.js.map', { sources: ['../../node_modules/preact/y.js', '../node_modules/jose/z.js'] })
    expect(packagesIn(folder)).toEqual(['jose', 'preact', 'swagger-ui-dist'])
    expect(unnoticed(folder)).toHaveLength(3)
    write(NOTICES, noticesOf(['jose', 'preact']))
    expect(unnoticed(folder)).toEqual(['THIRD-PARTY.txt: swagger-ui-dist is not in it'])
    write(NOTICES, noticesOf(packagesIn(folder)))
    expect(unnoticed(folder)).toEqual([])
  })
  it('have the licence and the notice of each, word for word', () => {
    write('one/package.json', { version: '1.2.3', license: 'Apache-2.0' })
    write('one/LICENCE.md', 'Do as you like.\n')
    write('one/NOTICE', 'By somebody.')
    expect(noticesOf(['one'], folder)).toContain('one 1.2.3 (Apache-2.0)\n\nDo as you like.\n\nBy somebody.')
  })
  it('are none where a licence is not known, or has no text', () => {
    write('closed/package.json', { version: '1.0.0', license: 'AGPL-3.0' })
    write('silent/package.json', { version: '1.0.0', license: 'MIT' })
    expect(() => noticesOf(['closed'], folder)).toThrow('closed is under AGPL-3.0')
    expect(() => noticesOf(['silent'], folder)).toThrow('silent has no licence to show')
  })
})
