import { describe, expect, it } from 'vitest'
import { readOptions } from './options.js'

const page = 'https://my.site/signup'
const read = (...more: string[]) => readOptions([page, ...more])

describe('what a drill is asked for', () => {
  it('has a meaning where nothing is said', () => {
    expect(read()).toMatchObject({ task: 'run', runs: 1, atOnce: 2, failUnder: undefined, out: 'vouchsafe-drill', only: [], prove: false })
    expect(read().form).toBeUndefined()
  })
  it('names a form by its parts, whose selectors may hold what separates other things', () => {
    const form = read('--fill', 'input[name="a"] => x => y', '--submit', 'button').form
    expect(form).toEqual({ fields: [{ selector: 'input[name="a"]', text: 'x => y' }], submit: 'button' })
  })
  it.each([
    [['not an address'], 'whole one'],
    [['file:///etc/passwd'], 'whole one'],
    [['https://user:secret@my.site/'], 'user and password'],
    [[page, page], 'One address'],
    [[], 'whole one'],
    [[page, '--runs', '0'], '--runs takes'],
    [[page, '--runs', '21'], '--runs takes'],
    [[page, '--at-once', '9'], '--at-once takes'],
    [[page, '--fail-under', '90'], '--fail-under takes'],
    [[page, '--fill', 'input'], 'belong together'],
    [[page, '--fill', 'input', '--submit', 'button'], "not 'input'"],
    [[page, '--allow', 'cdn.example'], 'whole one'],
    [[page, '--what'], '--what'],
  ])('is refused with a reason: %j', (argv, reason) => {
    expect(() => readOptions(argv)).toThrow(reason)
  })
  it('needs no address for the list of this machine', () => {
    expect(readOptions(['--list']).task).toBe('list')
  })
})
