import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../stores/sqlite/database.js'
import { runCli } from './run-cli.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-backup-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const at = (name: string) => join(root, name)

/** @returns the exit code, and all that was said. */
async function run(folder: string, ...args: string[]): Promise<[number, string]> {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const code = await runCli(args, { VOUCHSAFE_DATA_DIR: at(folder) }, { out: say, err: say })
  return [code, said.join('\n')]
}
const makeProject = (folder: string) => run(folder, 'project', 'create', '--name', 'Shop', '--origin', 'loopback')

describe('vouchsafe backup and restore', () => {
  it('bring a store to another folder, for its owner alone', async () => {
    await makeProject('data')
    const [code, said] = await run('data', 'backup', '--file', at('copy'))
    expect([code, said]).toEqual([0, expect.stringMatching(/is in .*copy: \d+\.\d MB, 1 projects\.\nIt holds the signing keys/)])
    expect((await run('new/folder', 'restore', '--file', at('copy')))[0]).toBe(0)
    for (const file of ['copy', 'new/folder/vouchsafe.db']) expect(statSync(at(file)).mode & 0o777).toBe(0o600)
    expect(statSync(at('new/folder')).mode & 0o777).toBe(0o700)
    expect(await run('new/folder', 'project', 'list')).toEqual(await run('data', 'project', 'list'))
    expect(await run('new/folder', 'key', 'list')).toEqual(await run('data', 'key', 'list'))
  })

  it('never replace what is there', async () => {
    await makeProject('data')
    await run('data', 'backup', '--file', at('copy'))
    expect(await run('data', 'backup', '--file', at('copy'))).toEqual([1, `${at('copy')} is there already. Name a file that is not.`])
    expect(await run('data', 'restore', '--file', at('copy'))).toEqual([1, expect.stringContaining('With --force it is replaced')])
  })

  it('say what is missing', async () => {
    expect(await run('data', 'backup', '--file', at('copy'))).toEqual([1, `There is no data in ${at('data')}.`])
    expect(await run('data', 'backup')).toEqual([2, '--file is missing: where is the backup to be?'])
    expect(await run('data', 'restore')).toEqual([2, '--file is missing: which backup?'])
    expect(await run('data', 'restore', '--file', at('copy'))).toEqual([1, `There is no file ${at('copy')}.`])
    await makeProject('data')
    expect(await run('data', 'backup', '--file', at('no/folder'))).toEqual([1, expect.stringContaining('cannot be written (ENOENT')])
  })

  it('take no file that is no backup, is damaged or of a newer version, and leave nothing behind', async () => {
    await makeProject('data')
    await run('data', 'backup', '--file', at('copy'))
    const restoring = () => run('data', 'restore', '--file', at('copy'), '--force')
    const change = (sql: string) => {
      const database = openDatabase(at('copy'), 'PRAGMA journal_mode = DELETE')
      database.exec(sql)
      database.close()
    }
    const good = readFileSync(at('copy'))
    writeFileSync(at('copy'), Buffer.concat([good.subarray(0, 4096), Buffer.alloc(good.length - 4096, 'x')]))
    expect(await restoring()).toEqual([1, expect.stringMatching(/is damaged|cannot be restored .*malformed/)])
    writeFileSync(at('copy'), good)
    change('PRAGMA user_version = 9999')
    expect(await restoring()).toEqual([1, `${at('copy')} was made by a newer version of Vouchsafe; use that one.`])
    change('DROP TABLE signing_keys')
    expect(await restoring()).toEqual([1, `${at('copy')} is no backup of Vouchsafe.`])
    for (const text of ['', 'no database at all. '.repeat(500)]) {
      writeFileSync(at('copy'), text)
      expect(await restoring()).toEqual([1, expect.stringMatching(/is no backup of Vouchsafe|cannot be restored .*not a database/)])
    }
    expect(readdirSync(at('data')).filter((name) => !/^vouchsafe\.db(-wal|-shm)?$/.test(name))).toEqual([])
    expect((await run('data', 'project', 'list'))[1]).toContain('Shop')
  })
})
