import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BURST, PER_SECOND } from './gate.js'
import { readOptions, USAGE } from './options.js'
import { PROOF_PATH } from './ownership.js'

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const guide = read('drill.md')

/** Options of `vouchsafe drill` in the commands of a text. */
const optionsIn = (text: string): string[] =>
  [...text.replaceAll('\\\n', ' ').matchAll(/^.*\bvouchsafe drill (.*)$/gm)].flatMap(
    ([, rest = '']) => rest.match(/(?<=\s)--[a-z-]+/g) ?? [],
  )

describe('what is written about the drill', () => {
  it('names options that there are', () => {
    const named = [...optionsIn(guide), ...optionsIn(read('ci/action.yml'))]
    expect(named.length).toBeGreaterThan(8)
    for (const option of named) expect(USAGE).toContain(`  ${option}`)
  })
  it('explains options that are taken', () => {
    const flags = ['--list', '--token', '--prove']
    const own = [...USAGE.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option!)
    for (const option of own) {
      const argv = ['https://my.site/', option, ...(flags.includes(option) ? [] : ['1'])]
      const said = (() => {
        try {
          readOptions(argv)
          return ''
        } catch (error) {
          return (error as Error).message
        }
      })()
      expect(said).not.toContain('Unknown option')
    }
  })
  it('gives the action what it takes', () => {
    const given = [.../\n {2}with:\n((?: {4}.*\n)+)/.exec(guide)![1]!.matchAll(/^ {4}([a-z-]+):/gm)].map(([, name]) => name!)
    const inputs = read('ci/action.yml').split('\nruns:')[0]!.split('\ninputs:')[1]!
    expect(given).toContain('url')
    for (const name of given) expect(inputs).toContain(`\n  ${name}:\n`)
  })
  it('says the bounds that are kept', () => {
    expect(guide).toContain(`At most ${BURST} requests and connections at once and ${PER_SECOND} a second after that`)
    expect(guide).toContain(`\`${PROOF_PATH}\``)
  })
})
