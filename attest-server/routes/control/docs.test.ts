import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from '../../cli/commands.js'
import { USAGE } from '../../cli/usage.js'
import { ruleFields } from '../../compose/rule-fields.js'
import { compileRule } from '../../core/rules/compile/compile-rule.js'
import { documentedFields } from '../../core/rules/fields/documented-fields.js'
import { createTestServer } from '../../testing/test-server.js'
import { methods } from '../http/surface.js'

const read = (page: string) => readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8')

describe('the page about the control plane', () => {
  const page = read('control-plane.md')

  it('names every address with its methods, and no other', async () => {
    const { surfaces } = await createTestServer()
    const { endpoints } = surfaces.find(({ name }) => name === 'control')!
    const served = endpoints.map((endpoint) => {
      const known = methods.filter((method) => endpoint[method]).map((method) => method)
      return `${known.join(', ')} ${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    })
    const rows = Array.from(page.matchAll(/^\| (`[A-Z].*?`) \|/gm), ([, cell]) => cell!.replaceAll('`', ''))
    expect(rows.filter((row) => row.includes('/')).sort()).toEqual(served.sort())
  })

  it('shows every command that is not about projects, signing keys and crawlers, as the help does', () => {
    const own = Object.keys(commands).filter((name) => !/^(serve|project |key rotate|crawlers )/.test(name))
    for (const name of own)
      expect([name, page.includes(`vouchsafe ${name}`), USAGE.includes(`vouchsafe ${name}`)]).toEqual([name, true, true])
  })
})

describe('the page about rules', () => {
  const page = read('rules.md')

  it('names every documented field with its type', () => {
    const types = { number: 'number', boolean: 'boolean', string: 'string', 'id-list': 'list of ids' }
    const rows = Array.from(page.matchAll(/^\| `([\w.]+)` \| ([a-z ]+) \|/gm), ([, name, type]) => [name, type])
    expect(rows).toEqual(documentedFields.map(({ name, type }) => [name, types[type]]))
  })

  it('has examples that compile', () => {
    const examples = /```rule[^\n]*\n([\s\S]*?)\n```/.exec(page)![1]!.split('\n')
    expect(examples).toHaveLength(3)
    for (const example of examples) expect([example, compileRule(example, ruleFields).ok]).toEqual([example, true])
  })
})
