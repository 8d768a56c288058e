import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createSecretKeys } from '../keys/secret-keys.js'
import { openSqliteStores } from '../stores/sqlite/open-sqlite-stores.js'
import { runCli } from './run-cli.js'

const root = mkdtempSync(join(tmpdir(), 'vouchsafe-cli-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
let dataDir: string
beforeEach(() => {
  dataDir = join(root, `data-${count++}`)
})

async function run(...args: string[]) {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] }
  const output = { out: (line: string) => void lines.out.push(line), err: (line: string) => void lines.err.push(line) }
  const code = await runCli(args, { VOUCHSAFE_DATA_DIR: dataDir }, output)
  return { code, out: lines.out.join('\n'), err: lines.err }
}
const json = async (...args: string[]) => {
  const { code, out, err } = await run(...args, '--json')
  expect(err).toEqual([])
  expect(code).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}
const create = (...more: string[]) => json('project', 'create', '--name', 'Shop', '--origin', 'https://shop.example', ...more)

async function ownerOf(key: unknown): Promise<string | undefined> {
  const stores = openSqliteStores(dataDir)
  if (!stores.ok) throw new Error(stores.error)
  const owner = await createSecretKeys(stores.value.projects, (length) => new Uint8Array(length)).owner(String(key))
  await stores.value.close()
  return owner
}

describe('vouchsafe project', () => {
  it('creates a project and shows its secret key, this once', async () => {
    const project = await create('--origin', 'loopback', '--contact', 'mailto:help@shop.example')
    expect(project).toMatchObject({ name: 'Shop', origins: ['https://shop.example', 'loopback'], enforce: true, noscript: true })
    expect(project.siteKey).toMatch(/^pk_[\w-]{22}$/)
    expect(await ownerOf(project.secretKey)).toMatch(/^prj_/)
    const { projects } = (await json('project', 'list')) as { projects: object[] }
    const { secretKey: _, ...rest } = project
    expect(projects).toEqual([rest])
  })

  it('sets what it is told to set', async () => {
    const { siteKey } = (await create()) as { siteKey: string }
    const changed = await json(
      'project',
      'set',
      '--key',
      siteKey,
      '--enforce',
      'off',
      '--noscript',
      'off',
      '--origin',
      'http://localhost:3000',
    )
    expect(changed).toMatchObject({ siteKey, name: 'Shop', enforce: false, noscript: false, origins: ['http://localhost:3000'] })
    const contact = 'https://shop.example/help'
    expect(await json('project', 'set', '--key', siteKey, '--contact', contact)).toMatchObject({ enforce: false, contact })
  })

  it('rotates the secret key, and the old one is worthless', async () => {
    const { siteKey, secretKey } = await create()
    const rotated = await json('project', 'rotate-key', '--key', String(siteKey))
    expect(rotated).toMatchObject({ type: 'secret', siteKey })
    expect(await ownerOf(secretKey)).toBeUndefined()
    expect(await ownerOf(rotated.secretKey)).toMatch(/^prj_/)
  })

  it('rotates the site key', async () => {
    const { siteKey, secretKey } = await create()
    const rotated = await json('project', 'rotate-key', '--key', String(siteKey), '--type', 'site')
    expect(rotated.siteKey).not.toBe(siteKey)
    expect(await ownerOf(secretKey)).toMatch(/^prj_/)
  })

  it('lists all that is wrong, and does nothing', async () => {
    const { code, err, out } = await run('project', 'create', '--origin', 'https://shop.example/', '--enforce', 'maybe', '--contact', 'me')
    expect([code, out, err.length]).toEqual([1, '', 4])
    expect(err.join('\n')).toMatch(/--name is missing[\s\S]*exact origin[\s\S]*on or off[\s\S]*mailto: or https:/)
    expect(await json('project', 'list')).toEqual({ projects: [] })
  })

  it.each(['*', 'null', 'shop.example', 'https://shop.example:443', 'javascript:x'])('refuses the origin %s', async (origin) => {
    expect((await run('project', 'create', '--name', 'Shop', '--origin', origin)).code).toBe(1)
  })

  it('says that it does not know a project', async () => {
    const { code, err } = await run('project', 'set', '--key', 'pk_nobody', '--enforce', 'on')
    expect([code, err]).toEqual([1, ['There is no project with the site key pk_nobody.']])
  })
})

describe('vouchsafe key', () => {
  it('lists the signing keys without their private parts, and adds one', async () => {
    const { keys } = (await json('key', 'list')) as { keys: Record<string, unknown>[] }
    expect(keys).toHaveLength(1)
    expect(Object.keys(keys[0]!).sort()).toEqual(['activeFrom', 'alg', 'createdAt', 'kid'])
    const { kid, activeFrom, createdAt } = (await json('key', 'rotate')) as Record<string, string>
    expect(Date.parse(activeFrom!) - Date.parse(createdAt!)).toBe(120_000)
    const { keys: after } = (await json('key', 'list')) as { keys: Record<string, unknown>[] }
    expect(after.map((key) => [key.kid, key.retiresAt !== undefined])).toEqual([
      [kid, false],
      [keys[0]!.kid, true],
    ])
  })

  it('with --now, adds one that signs at once and ends all others in the same moment', async () => {
    await json('key', 'rotate')
    const { kid, activeFrom, createdAt } = await json('key', 'rotate', '--now')
    expect(activeFrom).toBe(createdAt)
    const { keys } = (await json('key', 'list')) as { keys: Record<string, unknown>[] }
    expect(keys.map((key) => [key.kid === kid, key.retiresAt])).toEqual([
      [true, undefined],
      [false, activeFrom],
      [false, activeFrom],
    ])
  })
})

describe('vouchsafe', () => {
  it('explains itself', async () => {
    for (const args of [[], ['help'], ['--help'], ['project', 'list', '-h']]) {
      const { code, out } = await run(...args)
      expect([code, out]).toEqual([0, expect.stringContaining('vouchsafe project create')])
    }
  })

  it.each([
    [['projekt'], 'There is no command "projekt". See "vouchsafe help".'],
    [['project', 'list', '--now'], '"vouchsafe project list" takes no --now. See "vouchsafe help".'],
    [['project', 'create', '--colour', 'red'], expect.stringContaining("Unknown option '--colour'")],
    [['key', 'rotate', '--key'], expect.stringContaining('--key')],
  ])('refuses %j in one line', async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, out: '', err: [message] })
  })

  it('says in one line why the data cannot be used', async () => {
    writeFileSync(join(root, 'a-file'), '')
    dataDir = join(root, 'a-file', 'data')
    expect(await run('project', 'list')).toEqual({ code: 1, out: '', err: [expect.stringContaining('ENOTDIR')] })
  })
})
