import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.js'
import { createFileSource } from './file-source.js'
import { loadText } from './load-text.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const THEN = 1_790_000_000
const address = parseAddress('192.0.2.7')!
const sourceOf = (path: string) => createFileSource(path, loadText({ holds: 'vpn', complete: false }))

describe('a database in a file', () => {
  it('is missing until it is read, and then tells its age', async () => {
    const source = sourceOf(folder.write('vpn.txt', '192.0.2.0/24\n', THEN))
    expect(source.status(THEN)).toMatchObject({ name: 'vpn.txt', state: 'missing', age: null, fault: 'not read yet' })
    await source.refresh()
    expect(source.status(THEN + 60)).toEqual({
      name: 'vpn.txt',
      kind: 'vpn',
      built: THEN,
      age: 60,
      entries: 1,
      state: 'fresh',
      fault: null,
    })
    expect(source.find(address, THEN)).toEqual({ vpn: true })
  })

  it('is read again when it changes, and not otherwise', async () => {
    const path = folder.write('vpn.txt', '192.0.2.0/24\n', THEN)
    let loads = 0
    const load = loadText({ holds: 'vpn', complete: false })
    const source = createFileSource(path, (from) => {
      loads += 1
      return load(from)
    })
    await source.refresh()
    await Promise.all([source.refresh(), source.refresh()])
    expect(loads).toBe(1)
    folder.write('vpn.txt', '198.51.100.0/24\n', THEN + 10)
    await source.refresh()
    expect([loads, source.find(address, THEN)]).toEqual([2, undefined])
  })

  it('stays as it was where the new file is broken or gone, says so, and comes back', async () => {
    const path = folder.write('vpn.txt', '192.0.2.0/24\n', THEN)
    const source = sourceOf(path)
    await source.refresh()
    folder.write('vpn.txt', '<html>\n', THEN + 10)
    await source.refresh()
    expect(source.find(address, THEN)).toEqual({ vpn: true })
    expect(source.status(THEN + 20)).toMatchObject({
      state: 'stale',
      age: 20,
      fault: `${path}: no line of it is a range, a network or an address`,
    })
    rmSync(path)
    await source.refresh()
    expect(source.status(THEN + 20)).toMatchObject({ state: 'stale', fault: expect.stringContaining('no such file') })
    folder.write('vpn.txt', '192.0.2.0/25\n', THEN + 30)
    await source.refresh()
    expect(source.status(THEN + 30)).toMatchObject({ state: 'fresh', fault: null })
  })

  it('that is not there stops nobody', async () => {
    const source = sourceOf(folder.path('absent.txt'))
    await source.refresh()
    expect(source.status(THEN)).toMatchObject({ state: 'missing', fault: expect.stringContaining('no such file') })
    expect(source.find(address, THEN)).toBeUndefined()
  })
})
