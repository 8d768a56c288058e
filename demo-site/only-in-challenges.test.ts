import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const TELLS = join(import.meta.dirname, '..', 'collector', 'tells')

it('the live page says which tells only a challenge asks for', async () => {
  // The page's scripts are JavaScript for the browser: they are loaded as such.
  const { onlyInChallenges } = (await import(join(import.meta.dirname, 'public', 'live', 'only-in-challenges.js'))) as {
    onlyInChallenges: ReadonlySet<string>
  }
  const files = readdirSync(TELLS).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const costly = files.map((file) => readFileSync(join(TELLS, file), 'utf8')).filter((source) => source.includes("when: 'step-up'"))
  expect(costly.length).toBeGreaterThan(0)
  expect([...onlyInChallenges].sort()).toEqual(costly.map((source) => /^ {2}id: '(tell\.[a-z-]+)'/m.exec(source)?.[1]).sort())
})
