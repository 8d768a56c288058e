import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeFolder } from './make-folder.js'

const root = mkdtempSync(join(tmpdir(), 'vouchsafe-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('makeFolder', () => {
  it('makes every folder that is missing, for its owner alone, and is content with one that is there', () => {
    const path = join(root, 'a', 'b', 'c')
    makeFolder(path, 0o700)
    for (const part of ['a', 'a/b', 'a/b/c']) expect(statSync(join(root, part)).mode & 0o777, part).toBe(0o700)
    expect(() => makeFolder(path, 0o700)).not.toThrow()
  })

  it('follows a link to a folder', () => {
    makeFolder(join(root, 'target'), 0o700)
    symlinkSync(join(root, 'target'), join(root, 'link'))
    makeFolder(join(root, 'link', 'data'), 0o700)
    expect(existsSync(join(root, 'target', 'data'))).toBe(true)
  })

  it('says what is in the way', () => {
    writeFileSync(join(root, 'file'), '')
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling'))
    expect(() => makeFolder(join(root, 'file'), 0o700)).toThrow('ENOTDIR')
    expect(() => makeFolder(join(root, 'file', 'x', 'y'), 0o700)).toThrow('ENOTDIR')
    expect(() => makeFolder(join(root, 'dangling'), 0o700)).toThrow('EEXIST')
  })
})
