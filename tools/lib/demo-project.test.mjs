import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Fault } from '../bootstrap.mjs'
import { demoProject } from './demo-project.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-demo-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'demo.json')
const kept = () => JSON.parse(readFileSync(file(), 'utf8'))

/** A server by what its command line answers: it has one account of an address, and shows a token when it makes it. */
function server() {
  /** @type {string[]} */
  const projects = []
  /** @type {Set<string>} */
  const own = new Set()
  let [accounts, tokens] = [0, 0]
  /** @type {Record<string, (...args: readonly string[]) => object>} */
  const commands = {
    'project list': () => ({ projects: projects.map((siteKey) => ({ siteKey })) }),
    'project create': () => {
      projects.push(`pk_${projects.length}`)
      return { siteKey: projects.at(-1), secretKey: `sk_${projects.length - 1}` }
    },
    'account create': (...args) => {
      if (accounts++ > 0) throw new Fault('This address has an account.')
      own.add(args.at(-1) ?? '')
      return { token: `token_${tokens++}` }
    },
    'account token': () => ({ token: `token_${tokens++}` }),
    'account adopt': (...args) => {
      own.add(args.at(-1) ?? '')
      return {}
    },
  }
  /** @type {import('./demo-project.mjs').Ask} */
  const ask = async (noun = '', verb = '', ...args) => commands[`${noun} ${verb}`]?.(...args)
  return { projects, own, start: () => demoProject(folder, {}, ask) }
}

describe('the demo’s project', () => {
  it('is made at the first start, for its owner alone, and kept', async () => {
    const { start, own } = server()
    const made = await start()
    expect(made).toEqual({ siteKey: 'pk_0', secretKey: 'sk_0', token: 'token_0' })
    expect([kept(), statSync(file()).mode & 0o777, [...own]]).toEqual([made, 0o600, ['pk_0']])
    expect(await start()).toEqual(made)
  })
  it('of an older version gets the token that it lacks', async () => {
    const { start, projects, own } = server()
    await start()
    const { token: _, ...older } = kept()
    writeFileSync(file(), JSON.stringify(older))
    expect(await start()).toEqual({ siteKey: 'pk_0', secretKey: 'sk_0', token: 'token_1' })
    expect([projects.length, kept().token, [...own]]).toEqual([1, 'token_1', ['pk_0']])
  })
  it('is made anew where the file is lost or broken, or the server knows it no more; its account stays', async () => {
    for (const text of ['', '{', 'null', '{"siteKey":"pk_0"}', '{"siteKey":"pk_9","secretKey":"sk_9","token":"token_9"}']) {
      const { start, own } = server()
      await start()
      if (text === '') rmSync(file())
      else writeFileSync(file(), text)
      expect([text, await start()]).toEqual([text, { siteKey: 'pk_1', secretKey: 'sk_1', token: 'token_1' }])
      expect([...own]).toEqual(['pk_0', 'pk_1'])
    }
  })
})
