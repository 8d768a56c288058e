import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Environment, expectations } from '../config.js'
import { createApiKeys } from '../keys/api-keys.js'
import { openSqliteStores } from '../stores/sqlite/open-sqlite-stores.js'
import { runCli } from './run-cli.js'
import { USAGE } from './usage.js'
import { VERSION } from './version.js'

const root = mkdtempSync(join(tmpdir(), 'vouchsafe-cli-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
let dataDir: string
beforeEach(() => {
  dataDir = join(root, `data-${count++}`)
})

async function runWith(settings: Environment, ...args: string[]) {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] }
  const output = { out: (line: string) => void lines.out.push(line), err: (line: string) => void lines.err.push(line) }
  const code = await runCli(args, { VOUCHSAFE_DATA_DIR: dataDir, ...settings }, output)
  return { code, out: lines.out.join('\n'), err: lines.err }
}
const run = (...args: string[]) => runWith({}, ...args)
const json = async (...args: string[]) => {
  const { code, out, err } = await run(...args, '--json')
  expect(code, err.join(' ')).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}
const create = (...more: string[]) => json('project', 'create', '--name', 'Shop', '--origin', 'https://shop.example', ...more)

async function ownerOf(key: unknown): Promise<string | undefined> {
  const stores = openSqliteStores(dataDir)
  if (!stores.ok) throw new Error(stores.error)
  const apiKeys = createApiKeys(
    stores.value,
    (length) => new Uint8Array(length),
    () => 0,
  )
  const owner = await apiKeys.owner(String(key), ['private'])
  await stores.value.close()
  return owner?.projectId
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
    expect([code, out, err.length]).toEqual([2, '', 4])
    expect(err.join('\n')).toMatch(/--name is missing[\s\S]*exact origin[\s\S]*on or off[\s\S]*mailto: or https:/)
    expect(await json('project', 'list')).toEqual({ projects: [] })
  })

  it.each(['*', 'null', 'shop.example', 'https://shop.example:443', 'javascript:x'])('refuses the origin %s', async (origin) => {
    expect((await run('project', 'create', '--name', 'Shop', '--origin', origin)).code).toBe(2)
  })

  it('says that it does not know a project', async () => {
    const { code, err } = await run('project', 'set', '--key', 'pk_nobody', '--enforce', 'on')
    expect([code, err]).toEqual([1, [`There is no project with the site key pk_nobody in ${dataDir}.`]])
  })
})

describe('vouchsafe project, for people', () => {
  const made = async () => String((await create()).siteKey)

  it('says what it made and where, and last that the secret key must be kept', async () => {
    const { code, out, err } = await run('project', 'create', '--name', 'Shop', '--origin', 'https://shop.example', '--origin', 'loopback')
    expect(code).toBe(0)
    expect(out).toMatch(/^Shop\n {2}site key {4}pk_[\w-]{22}\n {2}secret key {2}sk_\S+\n {2}origins {5}https:\/\/shop\.example, loopback\n/)
    expect(err).toEqual([expect.stringContaining(dataDir), 'Keep the secret key: it is not shown again.'])
  })

  it('tells programs where it made one beside the JSON, not in it', async () => {
    const { out, err } = await run('project', 'create', '--name', 'Shop', '--origin', 'loopback', '--json')
    expect(Object.keys(JSON.parse(out) as object)).not.toContain('dataDir')
    expect(err).toEqual([expect.stringContaining(dataDir)])
  })

  it('lists projects one after the other, and says where it found none', async () => {
    expect((await run('project', 'list')).out).toBe(`There are no projects in ${dataDir}.`)
    const [first, second] = [await made(), await made()]
    const { out } = await run('project', 'list')
    expect(out.split('\n\n').map((part) => /site key +(\S+)/.exec(part)?.[1])).toEqual([first, second])
    expect(out).not.toContain('secret')
  })

  it('warns whoever rotates the site key', async () => {
    const key = await made()
    const { out, err } = await run('project', 'rotate-key', '--key', key, '--type', 'site')
    expect(out).toMatch(/^Shop\n {2}site key {2}pk_/)
    expect(err).toEqual([expect.stringMatching(new RegExp(`${key}.*stop working at once`))])
  })

  it('shows a new secret key', async () => {
    const { out, err } = await run('project', 'rotate-key', '--key', await made())
    expect(out).toMatch(/secret key {2}sk_/)
    expect(err).toEqual(['Keep the secret key: it is not shown again.'])
  })

  it.each([
    ['project', 'set', '--enforce', 'on'],
    ['project', 'set', '--key', 'pk_x'],
    ['project', 'set', '--key', 'pk_x', '--enforce', 'maybe'],
    ['project', 'rotate-key'],
    ['project', 'rotate-key', '--key', 'pk_x', '--type', 'both'],
  ])('takes %s %s %s for a wrong command', async (...args) => {
    const { code, err } = await run(...args)
    expect([code, err.length]).toEqual([2, 1])
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
  it('shows people the signing keys, and until when an old one is published', async () => {
    expect((await run('key', 'rotate')).out).toMatch(/^\S{43}\n {2}algorithm {3}ES256\n/)
    const [newest, old] = (await run('key', 'list')).out.split('\n\n')
    expect(newest).not.toContain('published until')
    expect(old).toMatch(/published until {2}\d{4}-/)
  })

  it('tells its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: VERSION, err: [] })
  })

  it('checks whether the server could start, and starts nothing', async () => {
    expect(await run('serve', '--check')).toEqual({ code: 0, out: expect.stringContaining(dataDir), err: [] })
    writeFileSync(join(root, 'no-folder'), '')
    dataDir = join(root, 'no-folder')
    expect(await run('serve', '--check')).toEqual({ code: 1, out: '', err: [expect.stringContaining('ENOTDIR')] })
  })

  it('says with the check what its databases hold, how old they are, and which are not there', async () => {
    const exits = join(root, 'exits.txt')
    writeFileSync(exits, '5.0.0.1\n5.0.0.9\n')
    const { code, out } = await runWith({ VOUCHSAFE_NETWORK_DATABASES: `tor:${exits},${join(root, 'absent.mmdb')}` }, 'serve', '--check')
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}exits\.txt: tor, 2 entries, 0 days old$/m)
    expect(out).toMatch(/^ {2}absent\.mmdb: missing\. .*there is no such file/m)
  })

  it('explains itself', async () => {
    for (const args of [[], ['help'], ['--help'], ['project', 'list', '-h']]) {
      const { code, out } = await run(...args)
      expect([code, out]).toEqual([0, expect.stringContaining('vouchsafe project create')])
    }
  })

  it('lists every setting in its help, and every option of a rule', () => {
    const [, listed] = USAGE.split('Environment: ')
    expect(listed!.match(/\w+/g)!.sort()).toEqual(Object.keys(expectations).sort())
    for (const command of ['rules add', 'rules set']) expect(USAGE).toMatch(new RegExp(`vouchsafe ${command}(.*\n)*?.*\\[--yes\\]`))
  })

  it.each([
    [['projekt'], 'There is no command "projekt". See "vouchsafe help".'],
    [['project', 'list', '--now'], '"vouchsafe project list" takes no --now. See "vouchsafe help".'],
    [['project', 'create', '--colour', 'red'], expect.stringContaining("Unknown option '--colour'")],
    [['key', 'rotate', '--key'], expect.stringMatching(/--key.* argument missing\. See "vouchsafe help"\.$/)],
  ])('refuses %j in one line', async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, out: '', err: [message] })
  })

  it('says in one line why the data cannot be used', async () => {
    writeFileSync(join(root, 'a-file'), '')
    dataDir = join(root, 'a-file', 'data')
    expect(await run('project', 'list')).toEqual({ code: 1, out: '', err: [expect.stringContaining('ENOTDIR')] })
  })
})
