import { beforeEach, describe, expect, it } from 'vitest'
import { verdict } from '../stores/contract/support.js'
import { sitDown } from './testing/operator.js'

const { json, run, withStores } = sitDown()

let project: string
beforeEach(async () => {
  project = String((await json('project', 'create', '--name', 'Shop', '--origin', 'https://shop.example')).id)
})

const on = (...args: string[]) => json(...args, '--project', project)
const owner = ['--email', 'owner@shop.example']

describe('vouchsafe account', () => {
  it('creates an account with a token, shown once, and makes projects its own', async () => {
    const made = await json('account', 'create', ...owner, '--plan', 'pro', '--name', 'Shops')
    const account = { id: expect.stringMatching(/^acc_/), name: 'Shops', plan: 'pro', projects: [] }
    expect(made).toEqual({ token: expect.stringMatching(/^[0-9a-f]{64}$/), account })
    const adopted = await json('account', 'adopt', ...owner, '--project', project)
    expect(adopted.projects).toEqual([{ id: project, name: 'Shop' }])
    expect(await json('account', 'show', '--email', ' Owner@Shop.example')).toEqual(adopted)
    expect(await json('account', 'set', ...owner, '--plan', 'free')).toMatchObject({ plan: 'free' })
  })

  it('keeps of the address nothing that could be written to', async () => {
    await json('account', 'create', ...owner)
    const { account } = (await json('account', 'token', ...owner)) as { account: { id: string } }
    const kept = await withStores(({ accounts }) => accounts.byId(account.id))
    expect(JSON.stringify(kept)).not.toMatch(/owner|shop\.example/i)
  })

  it('has one account for an address, and as many tokens as are asked for', async () => {
    const first = await json('account', 'create', ...owner, '--project', project)
    expect(await run('account', 'create', ...owner)).toMatchObject({ code: 1, err: [expect.stringContaining('account token')] })
    const { token } = await json('account', 'token', ...owner)
    expect(token).not.toBe(first.token)
    const { keys } = (await json('key', 'list', ...owner)) as { keys: { id: string; kind: string }[] }
    expect(keys.map(({ kind }) => kind)).toEqual(['account', 'account'])
    await json('key', 'revoke', ...owner, '--id', keys[0]!.id)
    expect((await run('key', 'revoke', ...owner, '--id', keys[0]!.id)).code).toBe(1)
  })

  it('gives no project to a second account', async () => {
    await json('account', 'create', ...owner, '--project', project)
    await json('account', 'create', '--email', 'other@shop.example')
    expect((await run('account', 'adopt', '--email', 'other@shop.example', '--project', project)).code).toBe(1)
  })

  it.each([
    ['account', 'create'],
    ['account', 'create', '--email', 'nobody'],
    ['account', 'create', '--email', 'a@b.example', '--plan', 'gold'],
    ['account', 'adopt', '--email', 'a@b.example'],
    ['account', 'set', '--email', 'a@b.example'],
    ['account', 'show'],
  ])('takes %s %s %s for a wrong command', async (...args) => {
    expect((await run(...args.filter((word) => word !== undefined))).code).toBe(2)
  })
})

describe('vouchsafe key, of the APIs', () => {
  it.each([
    ['nobotspls', 'afk_'],
    ['detectip', 'sk_live_'],
    ['detection-lab', 'detlab_'],
    ['yeb', 'yeb_'],
  ])('makes one for %s', async (kind, prefix) => {
    const made = await on('key', 'create', '--kind', kind, '--tier', 'pro')
    expect(made).toMatchObject({ kind, tier: 'pro', id: expect.stringMatching(/^key_/) })
    expect(String(made.key).startsWith(prefix)).toBe(true)
    expect(made.publicKey).toEqual(kind === 'detectip' ? expect.stringMatching(/^pk_live_[\w-]{22}$/) : undefined)
    const { key, publicKey: _, ...listed } = made
    expect(await on('key', 'list')).toEqual({ keys: [listed] })
    expect((await run('key', 'list', '--project', project)).out).not.toContain(key)
    await on('key', 'revoke', '--id', String(made.id))
    expect(await on('key', 'list')).toEqual({ keys: [{ ...listed, revokedAt: expect.any(String) }] })
  })

  it('tells what they have used', async () => {
    const { id } = await on('key', 'create', '--kind', 'yeb')
    const usage = await on('usage', 'show')
    expect(usage.keys).toMatchObject([{ id, windows: [{ name: 'crawlers', used: 0, limit: 20 }] }])
  })

  it('knows no other kind, and no project that is not there', async () => {
    expect((await run('key', 'create', '--kind', 'private', '--project', project)).code).toBe(2)
    expect((await run('key', 'create', '--kind', 'yeb')).code).toBe(2)
    expect((await run('key', 'create', '--kind', 'yeb', '--project', 'prj_none')).code).toBe(1)
  })
})

describe('vouchsafe settings and scoring', () => {
  it('shows and sets what is named', async () => {
    expect(await on('settings', 'show')).toMatchObject({ threshold: 30, blockDefinite: false, scoring: false })
    const set = await on('settings', 'set', '--threshold', '45', '--block-definite', 'on')
    expect(set).toMatchObject({ threshold: 45, blockDefinite: true, allowVerified: true })
    expect((await run('settings', 'show', '--project', project)).out).toMatch(/threshold +45\n[\s\S]*block-definite +on/)
  })

  it('delays enforcement where it is told to, and says how many verdicts were deferred today', async () => {
    expect(await on('settings', 'show')).toMatchObject({ delayEnforcement: false })
    expect(await on('settings', 'set', '--delay-enforcement', 'on')).toMatchObject({ delayEnforcement: true, blockDefinite: false })
    expect((await run('settings', 'show', '--project', project)).out).toMatch(/delay-enforcement +on/)
    expect(await on('settings', 'set', '--keep-movement', '24')).toMatchObject({ keepMovementHours: 24, delayEnforcement: true })
    expect(await on('usage', 'show')).toEqual({ keys: [], deferred: 0 })
    expect((await run('usage', 'show', '--project', project)).out).toContain('deferred today (UTC): 0 of 10000')
  })

  it('turns scoring on, with a secret key the first time', async () => {
    expect(await on('scoring', 'enable')).toMatchObject({ secretKey: expect.stringMatching(/^sk_/) })
    expect(await on('scoring', 'enable')).not.toHaveProperty('secretKey')
    expect(await on('settings', 'show')).toMatchObject({ scoring: true })
  })

  it.each([
    ['--threshold', '0'],
    ['--threshold', '100'],
    ['--block-definite', 'yes'],
    ['--delay-enforcement', '1'],
    ['--keep-movement', '169'],
    ['--keep-movement', 'on'],
    [],
  ])('refuses %s %s', async (...args) => {
    expect((await run('settings', 'set', '--project', project, ...args)).code).toBe(2)
  })
})

describe('vouchsafe rules', () => {
  const add = () => on('rules', 'add', '--name', 'Low', '--expression', 'score < 10', '--action', 'block')

  it('adds, lists, sets and removes them', async () => {
    const { id } = await add()
    expect(await on('rules', 'set', '--id', String(id), '--action', 'challenge', '--order=-5')).toMatchObject({
      action: 'challenge',
      order: -5,
      expression: 'score < 10',
      version: 2,
    })
    expect(((await on('rules', 'list')) as { rules: object[] }).rules).toHaveLength(1)
    expect(await on('rules', 'confirm', '--id', String(id))).toMatchObject({ observeOnly: false })
    await on('rules', 'remove', '--id', String(id))
    expect(await on('rules', 'list')).toEqual({ rules: [] })
    expect((await run('rules', 'remove', '--id', String(id), '--project', project)).code).toBe(1)
  })

  it('says where a rule is wrong, and what was probably meant', async () => {
    const refused = await run('rules', 'add', '--project', project, '--name', 'Slip', '--expression', 'scorre < 10', '--action', 'block')
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: ['Unknown field "scorre" in rule expression. (line 1, column 1) Did you mean "score"?'],
    })
  })

  it('lists all that is missing', async () => {
    const { code, err } = await run('rules', 'add', '--project', project, '--order', 'first')
    expect([code, err.length]).toEqual([2, 4])
  })

  it('saves none that would turn most people away, until that is said twice', async () => {
    await withStores(async ({ verdicts }) => {
      const paid = { ...verdict, paid: true, projectId: project } as const
      for (let i = 0; i < 12; i++) await verdicts.record({ ...paid, jti: `j${i}`, session: `sess_${i}` }, Date.now() / 1000 + 60)
    })
    const slip = ['rules', 'add', '--project', project, '--name', 'Slip', '--expression', 'score > 0', '--action', 'block']
    const { code, err } = await run(...slip)
    expect([code, err.join('\n')]).toEqual([1, expect.stringMatching(/block 12 of the last 12 .* --yes/)])
    expect(await on('rules', 'list')).toEqual({ rules: [] })
    expect((await run(...slip, '--yes')).code).toBe(0)
  })

  it('plays a draft on the past', async () => {
    await withStores(({ verdicts }) => verdicts.record({ ...verdict, projectId: project }, Date.now() / 1000 + 60))
    const draft = ['--expression', 'score < 90', '--action', 'block']
    expect(await on('rules', 'preview', ...draft)).toMatchObject({ sessions: 1, matches: 1, flipped: 1 })
    const { out } = await run('rules', 'preview', '--project', project, ...draft)
    expect(out).toBe('Of 1 past sessions it matches 1; 1 would get another action.\n  challenge → block: 1, such as 7K3VM-Q2XR9')
  })
})

describe('vouchsafe exceptions and session', () => {
  it('lets a visitor through by support code, until it is removed', async () => {
    const record = { ...verdict, projectId: project, subject: 'device:x' }
    await withStores(({ verdicts }) => verdicts.record(record, Date.now() / 1000 + 60))
    const made = await on('exceptions', 'add', '--reference', '7k3vm q2xr9')
    expect(made).toMatchObject({ reference: verdict.reference, boundTo: 'device' })
    expect(await on('exceptions', 'list')).toEqual({ exceptions: [made] })
    await on('exceptions', 'remove', '--reference', verdict.reference)
    expect(await on('exceptions', 'list')).toEqual({ exceptions: [] })
    expect((await run('exceptions', 'add', '--reference', 'AAAAA-AAAAA', '--project', project)).code).toBe(1)
    expect((await run('exceptions', 'add', '--reference', 'x', '--project', project)).code).toBe(2)
    expect((await run('exceptions', 'add', '--reference', 'AAAAA-AAAAA', '--days', '91', '--project', project)).code).toBe(2)
  })

  it('forgets a session', async () => {
    await withStores(({ liveSessions }) => liveSessions.put(project, 'sess_1', '{}', 0, 1))
    expect(await on('session', 'delete', '--session', 'sess_1')).toEqual({ erased: 1 })
    expect(await on('session', 'delete', '--session', 'sess_1')).toEqual({ erased: 0 })
    expect((await run('session', 'delete', '--session', '../x', '--project', project)).code).toBe(2)
  })
})
