import { afterEach, describe, expect, it } from 'vitest'
import { givenCredentials, madeCredentials } from './credentials.js'
import { Untold } from './harness/untold.js'
import { type FakeServer, startFakeServer } from './testing/fake-server.js'

let fake: FakeServer | undefined
afterEach(async () => {
  await fake?.close()
  fake = undefined
})

async function made() {
  let count = 0
  const server = await startFakeServer(({ path }) =>
    path === '/api/signup'
      ? { status: 201, json: { api_key: `detlab_${++count}` } }
      : { status: 200, json: { site_key: `pk_${++count}`, private_key: `sk_${count}` } },
  )
  fake = server
  const commands: string[] = []
  const vouchsafe = async (...args: readonly string[]) => {
    commands.push(args.join(' '))
    const n = commands.length
    return args[0] === 'account' ? { token: `token-${n}`, account: `acc_${n}` } : { id: `prj_${n}`, key: `key-${n}` }
  }
  return { keys: madeCredentials({ url: server.url, vouchsafe }), commands, server }
}

describe('keys that are made', () => {
  it('come of the command line and of the server, each once', async () => {
    const { keys, commands, server } = await made()
    expect(await keys.project()).toEqual({ id: 'prj_2', siteKey: 'pk_1', privateKey: 'sk_1' })
    expect(await keys.project()).toEqual(await keys.project())
    expect([await keys.afk(), await keys.afk(), await keys.account()]).toEqual(['key-4', 'key-4', 'token-1'])
    expect(commands).toEqual([
      'account create --email owner-0@example.com --plan pro',
      'project create --name Conformance --origin loopback',
      'account adopt --email owner-0@example.com --project prj_2',
      'key create --kind nobotspls --project prj_2 --tier pro',
    ])
    expect(server.heard[0]).toMatchObject({ method: 'POST', path: '/v1/projects/prj_2/scoring' })
    expect(server.heard[0]?.headers.authorization).toBe('Bearer token-1')
  })

  it('are new where an item breaks or uses them up', async () => {
    const { keys } = await made()
    expect((await keys.newProject()).siteKey).not.toBe((await keys.newProject()).siteKey)
    expect(await keys.detlab()).not.toBe(await keys.detlab())
    expect(await keys.afk('free')).not.toBe(await keys.afk('free'))
  })

  it('of a foreign project belong to another account', async () => {
    const { keys, commands } = await made()
    await keys.account()
    await keys.foreignProject()
    expect(commands.at(-1)).toMatch(/^account adopt --email owner-1@/)
  })
})

describe('keys that are given', () => {
  it('are used as they are, and what is missing cannot be told', async () => {
    const given = { project: 'prj_1', 'site-key': 'pk_1', 'private-key': 'sk_1', yeb: 'y' }
    const keys = givenCredentials('http://127.0.0.1:1', given)
    expect(await keys.project()).toEqual({ id: 'prj_1', siteKey: 'pk_1', privateKey: 'sk_1' })
    expect(await keys.yeb()).toBe('y')
    for (const ask of [keys.account, keys.newProject, keys.bareProject, keys.foreignProject, keys.live, () => keys.afk('free')])
      await expect(ask()).rejects.toBeInstanceOf(Untold)
  })
})
