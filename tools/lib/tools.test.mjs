import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { locate } from './tools.mjs'

let root = ''
/** @param {string} name @param {number} mode */
function program(name, mode = 0o755) {
  writeFileSync(join(root, name), '')
  chmodSync(join(root, name), mode)
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-tools-'))
  for (const folder of ['a', 'b']) mkdirSync(join(root, folder))
})
afterEach(() => rmSync(root, { recursive: true }))
const path = () => [join(root, 'a'), join(root, 'b')].join(delimiter)

describe('locate', () => {
  it('prefers the better name, then the earlier folder', () => {
    program('a/google-chrome')
    program('a/chromium')
    program('b/chromium')
    const found = locate({ candidates: ['chromium', 'google-chrome'] }, path())
    expect(found).toEqual(['a/chromium', 'b/chromium', 'a/google-chrome'].map((name) => join(root, name)))
  })

  it('takes whole paths as they are, and nothing that is not there', () => {
    program('b/python3')
    expect(locate({ candidates: [join(root, 'b/python3'), join(root, 'python3'), 'python3'] }, path())).toEqual([join(root, 'b/python3')])
  })
})
